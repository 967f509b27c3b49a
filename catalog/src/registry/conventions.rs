//! The registry of OpenTelemetry's semantic conventions, built in.
// Uses `model`. Used by `generate`, `read`, `writers`.

use std::sync::OnceLock;

use super::Registry;

/// Returns the registry of the semantic conventions whose constants are in the package `meterstick-semconv`.
///
/// It contains facts only, without the descriptions of the conventions.
///
/// ```
/// let conventions = meterstick_catalog::registry::conventions();
/// assert_eq!(conventions.metrics["http.server.request.duration"].unit, "s");
/// assert_eq!(conventions.schema_url, meterstick_semconv::SCHEMA_URL);
/// ```
///
/// # Panics
///
/// Never: a test reads the same text.
#[must_use]
pub fn conventions() -> &'static Registry {
    static CONVENTIONS: OnceLock<Registry> = OnceLock::new();
    CONVENTIONS.get_or_init(|| {
        let mut registry: Registry =
            serde_json::from_str(meterstick_semconv::REGISTRY).expect("it is written by this package's types");
        registry.attributes.values_mut().for_each(|attribute| attribute.is_convention = true);
        registry.metrics.values_mut().for_each(|metric| metric.is_convention = true);
        registry
    })
}

/// Whether a dependency is the semantic conventions, by its schema URL or its location.
pub(super) fn is_conventions(schema_url: Option<&str>, path: Option<&str>) -> bool {
    let version = |rest: &str| rest.starts_with(|first: char| first.is_ascii_digit());
    schema_url.is_some_and(|url| {
        let rest = url.strip_prefix("https://opentelemetry.io/schemas/");
        rest.is_some_and(|rest| version(rest.strip_prefix("semconv/").unwrap_or(rest)))
    }) || path.is_some_and(|path| {
        let rest = path.split_once("github.com/open-telemetry/semantic-conventions").map(|(_, rest)| rest);
        rest.is_some_and(|rest| !rest.starts_with('-'))
    })
}

#[cfg(test)]
mod tests {
    use super::is_conventions;

    #[test]
    fn a_dependency_on_the_conventions_is_known_by_its_url_or_path() {
        for path in ["@v1.43.0[model]", ".git@v1.41.0[model]", "/archive/refs/tags/v1.34.0.zip[model]", ""] {
            let path = format!("https://github.com/open-telemetry/semantic-conventions{path}");
            assert!(is_conventions(None, Some(&path)), "{path}");
        }
        assert!(is_conventions(Some("https://opentelemetry.io/schemas/1.41.0"), Some("./build")));
        assert!(!is_conventions(None, Some("https://github.com/open-telemetry/semantic-conventions-genai[model]")));
        assert!(!is_conventions(Some("https://opentelemetry.io/schemas/gen-ai-dev/1.42.0-dev"), None));
    }
}
