//! Generates code from a registry: typed constants for `meterstick`.
// Uses `registry`. Used by `command`, `writers`.

pub(crate) mod check;
#[doc(hidden)]
pub mod emit;
#[doc(hidden)]
pub mod name;
#[doc(hidden)]
pub mod set;
#[doc(hidden)]
pub mod style;
#[doc(hidden)]
pub mod unit;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::registry::{Place, Problems, Reader, Registry};
use unit::Units;

/// Generates a module of typed constants from a registry: metrics, attribute sets, enumerations, units, spans.
///
/// In a build script, `build.rs`:
///
/// ```no_run
/// meterstick_catalog::Generator::new("model").build("metrics.rs");
/// ```
///
/// and where the constants are used:
///
/// ```ignore
/// mod metrics {
///     include!(concat!(env!("OUT_DIR"), "/metrics.rs"));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Generator {
    path: PathBuf,
    reader: Reader,
    spans: bool,
}

impl Generator {
    /// Makes a generator for a registry: a folder of YAML files, one such file, or the output of `weaver registry resolve -f
    /// json`.
    ///
    /// ```
    /// use meterstick_catalog::Generator;
    ///
    /// assert!(Generator::new("no-such-folder").generate().is_err());
    /// ```
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), reader: Reader::new(), spans: true }
    }

    /// Leaves out a metric, a span or an attribute by its name.
    #[must_use]
    pub fn skip(mut self, name: impl Into<String>) -> Self {
        self.reader = self.reader.skip(name);
        self
    }

    /// Sets the folder of a dependency that the manifest names by a URL, by the dependency's name or schema URL.
    ///
    /// OpenTelemetry's semantic conventions are known without it.
    #[must_use]
    pub fn dependency(mut self, name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        self.reader = self.reader.dependency(name, path);
        self
    }

    /// Leaves out all spans, which need the feature `trace` of `meterstick`.
    #[must_use]
    pub fn without_spans(mut self) -> Self {
        self.spans = false;
        self
    }

    /// Returns the generated code.
    ///
    /// # Errors
    ///
    /// All [`Problems`] at once, each with its file and line.
    pub fn generate(&self) -> Result<String, Problems> {
        self.read_and_generate().1
    }

    /// The folders and files of the registry and its dependencies, and the code.
    fn read_and_generate(&self) -> (BTreeSet<PathBuf>, Result<String, Problems>) {
        let (registry, mut problems, paths) = self.reader.read_all(&self.path);
        let units = Units::of(&registry, &style::Style::FILE);
        check::check(&registry, &units, self.spans, &mut problems);
        let code = match problems.is_empty() {
            true => write(&registry, &units, self.spans).unwrap_or_else(|error| {
                problems.add(&Place::new(&self.path, 0), error);
                String::new()
            }),
            false => String::new(),
        };
        (paths, problems.or(code))
    }

    /// Writes the code to a file in `OUT_DIR`, and makes cargo run the build script again when the registry or one of its dependencies
    /// changes.
    ///
    /// # Panics
    ///
    /// With all [`Problems`], which cargo then shows; or if it is not called in a build script.
    pub fn build(&self, file: impl AsRef<Path>) {
        let (paths, code) = self.read_and_generate();
        for path in paths {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        let code = code.unwrap_or_else(|problems| panic!("the registry cannot be written as code:\n{problems}"));
        let folder = std::env::var_os("OUT_DIR").expect("cargo sets `OUT_DIR` for a build script");
        let file = Path::new(&folder).join(file);
        std::fs::write(&file, code).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

impl Registry {
    /// Returns the registry as code, as [`Generator`] does.
    ///
    /// ```
    /// use meterstick_catalog::registry::Registry;
    ///
    /// let text = "
    /// file_format: definition/2
    /// metrics:
    /// - {name: shop.sent, instrument: counter, unit: By, brief: What was sent., stability: stable}
    /// ";
    /// let code = Registry::parse(text, "shop.yaml")?.to_code()?;
    /// assert!(code.contains("pub const SENT: Metric<Counter<u64, Bytes>>"), "{code}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All [`Problems`]: a registry can contain what no declaration can.
    pub fn to_code(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let units = Units::of(self, &style::Style::FILE);
        check::check(self, &units, true, &mut problems);
        problems.or(()).and_then(|()| {
            write(self, &units, true).map_err(|error| {
                let mut problems = Problems::default();
                problems.add(&Place::default(), error);
                problems
            })
        })
    }
}

/// The file: comments that say what it is, and the formatted code.
fn write(registry: &Registry, units: &Units, spans: bool) -> Result<String, String> {
    let file = emit::file::file(registry, units, spans)?;
    let parsed = syn::parse_file(&file.code).map_err(|error| NotRust(&error, &file.code).to_string())?;
    let parts = [file.head, file.units, spaced(&prettyplease::unparse(&parsed))];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(parts.join("\n"))
}

/// Whether two files contain the same code, however it is formatted: a project formats committed code in its own way.
///
/// ```
/// use meterstick_catalog::generate::same_code;
///
/// assert!(same_code("pub const A: u8 = 1;", "pub const A: u8 =\n    1;\n"));
/// assert!(!same_code("pub const A: u8 = 1;", "pub const A: u8 = 2;"));
/// assert!(!same_code("pub const A: &str = \"not found\";", "pub const A: &str = \"notfound\";"));
/// ```
#[must_use]
pub fn same_code(one: &str, other: &str) -> bool {
    one == other || normal(one).is_some_and(|one| Some(one) == normal(other))
}

/// The tokens of a file: rustfmt orders imports, and changes what is at the end of the lists of macros.
fn normal(code: &str) -> Option<Vec<String>> {
    fn sort(items: &mut [syn::Item]) {
        for item in items.iter_mut() {
            if let syn::Item::Mod(module) = item
                && let Some((_, items)) = &mut module.content
            {
                sort(items);
            }
        }
        items.sort_by_cached_key(|item| match item {
            syn::Item::Use(of) => (
                false,
                prettyplease::unparse(&syn::File { shebang: None, attrs: Vec::new(), items: vec![of.clone().into()] }),
            ),
            _ => (true, String::new()),
        });
    }
    let mut file = syn::parse_file(code).ok()?;
    sort(&mut file.items);
    let mut tokens = Vec::new();
    flatten(prettyplease::unparse(&file).parse().ok()?, &mut tokens);
    Some(tokens)
}

/// The tokens of a stream and of its groups, without a comma or a semicolon at the end of a group.
fn flatten(stream: TokenStream, tokens: &mut Vec<String>) {
    for token in stream {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                tokens.push(open.to_owned());
                flatten(group.stream(), tokens);
                if tokens.last().is_some_and(|last| last == "," || last == ";") {
                    tokens.pop();
                }
                tokens.push(close.to_owned());
            }
            other => tokens.push(other.to_string()),
        }
    }
}

/// With a blank line between items, as rustfmt leaves them.
fn spaced(code: &str) -> String {
    let mut spaced = String::new();
    let mut before = "";
    for line in code.lines() {
        let (text, last) = (line.trim_start(), before.trim_start());
        let begins = ["///", "#[", "pub ", "impl", "::meterstick::unit!"].iter().any(|start| text.starts_with(start));
        let is_use = |line: &str| line.starts_with("use ") || line.starts_with("pub use ");
        let ended = last.ends_with(';') || last == "}";
        if begins && ended && !(is_use(text) && is_use(last)) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
    spaced
}

/// A bug of the generator: its message contains the line, so that it can be reported.
struct NotRust<'a>(&'a syn::Error, &'a str);

impl fmt::Display for NotRust<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.0.span().start().line;
        let text = self.1.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        write!(f, "the code is not Rust, which is a bug of meterstick-catalog: {} in `{}`", self.0, text.trim())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Generator;

    #[test]
    fn a_change_of_a_dependency_is_a_change_of_the_registry() {
        let folder = std::env::temp_dir().join(format!("meterstick-catalog-{}", std::process::id()));
        let (own, named, given) = (folder.join("own"), folder.join("own/../named"), folder.join("given"));
        let write = |path: &std::path::Path, text: &str| {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let manifest = "dependencies:\n- {name: named, registry_path: ../named}\n- {name: given, registry_path: https://example.com}\n";
        write(&own.join("manifest.yaml"), manifest);
        for path in [&own, &folder.join("named"), &given] {
            write(&path.join("a.yaml"), "groups: []\n");
        }
        let (paths, code) = Generator::new(&own).dependency("given", &given).read_and_generate();
        code.unwrap_or_else(|problems| panic!("{problems}"));
        assert!([&own, &named, &given].iter().all(|path| paths.contains(*path)), "{paths:?}");
        fs::remove_dir_all(folder).unwrap();
    }
}
