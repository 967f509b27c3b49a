//! Rust names for the names of a registry.
// Uses `generate`, `unit`. Used by `check`, `emit`, `emit::attribute`, `emit::file`, `emit::metric`, `emit::span`,
// `set`, `style`, `unit`.

/// The first part of a name or key.
pub fn root(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// What follows the first part of a name or key.
pub fn rest(name: &str) -> &str {
    name.split_once('.').map_or(name, |(_, rest)| rest)
}

/// The module of a name's namespace.
pub fn module(name: &str) -> String {
    let module = snake(root(name));
    if KEYWORDS.contains(&module.as_str()) || MODULES.contains(&module.as_str()) { module + "_" } else { module }
}

/// The type of an attribute's enumeration, by its key without the first part.
pub fn enumeration(rest: &str) -> String {
    apart(camel(rest), "Value")
}

/// A type's name that hides no name that generated code uses without a path.
pub fn apart(name: String, suffix: &str) -> String {
    if TYPES.contains(&name.as_str()) || super::unit::is_known(&name) { name + suffix } else { name }
}

/// `request.body_size` is `REQUEST_BODY_SIZE`.
pub fn constant(name: &str) -> String {
    begun(words(name).map(str::to_uppercase).collect::<Vec<_>>().join("_"), "N")
}

/// `request.body_size` is `RequestBodySize`.
pub fn camel(name: &str) -> String {
    let words = words(name).map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + &rest.to_lowercase()
    });
    begun(words.collect(), "N")
}

/// `request.body_size` is `request_body_size`.
pub fn snake(name: &str) -> String {
    begun(words(name).map(str::to_lowercase).collect::<Vec<_>>().join("_"), "n")
}

/// Splits at everything that is not an ASCII letter or digit.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// Makes an identifier begin with a letter.
fn begun(name: String, letter: &str) -> String {
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("{letter}{name}") }
}

/// Keywords, which cannot be identifiers.
pub const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "union",
];

/// The modules of generated code besides those of the metrics.
const MODULES: [&str; 4] = ["attribute", "refined", "span", "unit"];

/// The types that generated code uses without a path, besides units.
const TYPES: [&str; 30] = [
    "Self",
    "Option",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "PartialEq",
    "Eq",
    "Hash",
    "Attributes",
    "AttributeValue",
    "Key",
    "ValueRef",
    "ValueType",
    "Meter",
    "Metric",
    "Per",
    "Counter",
    "UpDownCounter",
    "Histogram",
    "Gauge",
    "ObservableCounter",
    "ObservableUpDownCounter",
    "ObservableGauge",
    "SpanDeclaration",
    "Tracer",
    "Internal",
    "Server",
    "Client",
    "Catalog",
];

/// The plural of a noun.
pub fn plural(noun: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    if noun.ends_with('s') && !ends(&["ss", "us", "is"]) {
        return noun.to_owned();
    }
    match noun.strip_suffix('y') {
        _ if ends(&["s", "x", "ch", "sh"]) => format!("{noun}es"),
        Some(stem) if !ends(&["ay", "ey", "oy", "uy"]) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// The case rules of `#[derive(AttributeValue)]`, the default first, each applied to a name in camel case.
pub const CASES: [(Option<&str>, fn(&str) -> String); 6] = [
    (None, |name| snake(&spaced(name))),
    (Some("lowercase"), str::to_lowercase),
    (Some("UPPERCASE"), str::to_uppercase),
    (Some("PascalCase"), |name| camel(&spaced(name))),
    (Some("SCREAMING_SNAKE_CASE"), |name| constant(&spaced(name))),
    (Some("camelCase"), |name| {
        let pascal = camel(&spaced(name));
        let (first, rest) = pascal.split_at(1);
        first.to_lowercase() + rest
    }),
];

/// A name in camel case, with `_` between its words.
fn spaced(name: &str) -> String {
    let mut spaced = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !spaced.is_empty() {
            spaced.push('_');
        }
        spaced.push(letter);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::{CASES, camel, constant, plural, snake};

    #[test]
    fn names_are_written_in_each_case() {
        let name = "gc.heap_size.bytes";
        assert_eq!(
            [constant(name), camel(name), snake(name)],
            ["GC_HEAP_SIZE_BYTES", "GcHeapSizeBytes", "gc_heap_size_bytes"]
        );
        let cases = CASES.map(|(_, apply)| apply("TimedWaiting"));
        assert_eq!(
            cases,
            ["timed_waiting", "timedwaiting", "TIMEDWAITING", "TimedWaiting", "TIMED_WAITING", "timedWaiting"]
        );
    }

    #[test]
    fn nouns_have_plurals() {
        let nouns = ["request", "class", "repository", "context_switch", "fault", "key"].map(plural);
        assert_eq!(nouns, ["requests", "classes", "repositories", "context_switches", "faults", "keys"]);
        assert_eq!(["messages", "status"].map(plural), ["messages", "statuses"]);
    }
}
