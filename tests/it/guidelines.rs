//! What `docs/internal/api-guidelines.md` says, where it can be read from the list of the public API or from the sources.

use std::fs;
use std::path::Path;

use meterstick::prelude::*;
use meterstick::unit::{Code, DurationError, Seconds};
use meterstick::{MeasurementError, Name};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn list() -> String {
    fs::read_to_string(root().join("api/meterstick.txt")).unwrap()
}

/// The functions of the list: each one's path, without type parameters, and what it takes.
fn functions(list: &str) -> Vec<(String, &str)> {
    let functions = list.lines().filter_map(|line| {
        let line = line.strip_prefix("pub ")?;
        let (_, signature) = line.split_once("fn ").filter(|(before, _)| before.len() < "const async ".len())?;
        let (mut path, mut depth) = (String::new(), 0);
        for (at, c) in signature.char_indices() {
            match c {
                '<' => depth += 1,
                '>' => depth -= 1,
                '(' if depth == 0 => return Some((path, &signature[at..])),
                c if depth == 0 => path.push(c),
                _ => {}
            }
        }
        None
    });
    let functions: Vec<_> = functions.collect();
    assert!(functions.len() > 300, "the list has the functions: {}", functions.len());
    functions
}

fn name(path: &str) -> &str {
    path.rsplit("::").next().unwrap()
}

/// *C-CONV*: `as_` borrows or copies, `to_` does not consume, `into_` consumes.
#[test]
fn a_conversion_takes_its_receiver_as_its_name_says() {
    let list = list();
    let is_copy = |path: &str| {
        let ty = path.rsplit_once("::").unwrap().0;
        let of = |line: &str| line.split_once("core::marker::Copy for ").is_some_and(|(_, of)| bare(of) == ty);
        list.lines().any(of)
    };
    let wrong: Vec<_> = functions(&list)
        .into_iter()
        .filter(|(path, takes)| match name(path).split('_').next().unwrap() {
            "as" | "to" if name(path).contains('_') => {
                !(takes.starts_with("(&self") || takes.starts_with("(self") && is_copy(path))
            }
            "into" => !takes.starts_with("(self"),
            _ => false,
        })
        .map(|(path, _)| path)
        .collect();
    // The unit of a quantity is a type parameter of `to`; a quantity is copied.
    assert_eq!(wrong, Vec::<String>::new());
}

/// A path without type parameters.
fn bare(path: &str) -> &str {
    path.split(['<', ' ']).next().unwrap()
}

/// *C-ITER*: there are no collections.
#[test]
fn nothing_has_an_iter_of_its_own() {
    let list = list();
    let is_iter = |path: &String| ["iter", "iter_mut", "into_iter"].contains(&name(path));
    let found: Vec<_> = functions(&list).into_iter().map(|(path, _)| path).filter(is_iter).collect();
    assert_eq!(found, Vec::<String>::new());
}

/// *C-WORD-ORDER*.
#[test]
fn an_error_is_named_for_what_is_wrong_and_then_error() {
    let list = list();
    let errors: Vec<_> = list.lines().filter_map(|line| line.strip_prefix("impl core::error::Error for ")).collect();
    assert!(errors.len() >= 10, "{errors:?}");
    assert!(errors.iter().all(|path| name(path).len() > "Error".len() && path.ends_with("Error")), "{errors:?}");
    // What is called an error is one.
    let called = list.lines().filter_map(|line| {
        let line = line.strip_prefix("#[non_exhaustive] ").unwrap_or(line);
        ["pub struct ", "pub enum "]
            .iter()
            .find_map(|start| line.strip_prefix(start))
            .map(|of| bare(of).trim_end_matches("(_)"))
    });
    let called: Vec<_> = called.filter(|path| path.ends_with("Error")).collect();
    assert!(called.len() >= 10 && called.iter().all(|path| errors.contains(path)), "{called:?}\n{errors:?}");
}

/// *C-GOOD-ERR*.
#[test]
fn a_message_of_an_error_has_no_trailing_full_stop() {
    let mut messages: Vec<String> = [
        MeasurementError::Negative,
        MeasurementError::NotFinite,
        MeasurementError::OutOfRange,
        MeasurementError::TotalOutOfRange,
        MeasurementError::TotalWentDown,
        MeasurementError::ObservedTwice,
    ]
    .map(|error| error.to_string())
    .into();
    let of_durations =
        [DurationError::Negative, DurationError::NotANumber, DurationError::OutOfRange, DurationError::WouldRound];
    messages.extend(of_durations.map(|error| error.to_string()));
    let of_names = ["", "2xx", "a b", &"a".repeat(256)].map(|name| Name::try_new(name).unwrap_err().to_string());
    messages.extend(of_names);
    messages.extend(["", "µs", "requests", "{"].map(|code| Code::try_new(code).unwrap_err().to_string()));
    let latency = Meter::histogram::<f64>().unit::<Seconds>().name("latency");
    messages.extend(
        [[2.0, 1.0], [f64::NAN, 1.0]].map(|list| latency.try_boundaries(&list.map(Seconds)).unwrap_err().to_string()),
    );
    for message in messages {
        assert!(!message.is_empty() && !message.ends_with(['.', '!', '\n', ' ']), "{message:?}");
    }
}

/// *C-CONV-TRAITS*: `Into` and `TryInto` come from `From` and `TryFrom`.
#[test]
fn nothing_implements_into() {
    let list = list();
    let into = |line: &&str| {
        line.starts_with("impl")
            && line.contains("Into<")
            && line.contains("core::convert::")
            && line.contains(" for meterstick::")
    };
    // The compiler's own, for all types, are not listed.
    assert_eq!(list.lines().filter(into).collect::<Vec<_>>(), Vec::<&str>::new());
}

/// *C-CUSTOM-TYPE*.
#[test]
fn a_bool_is_an_argument_only_where_it_is_what_a_field_says() {
    let list = list();
    let takes_bool = |takes: &str| {
        let arguments = takes.split(") ->").next().unwrap_or(takes).trim_end_matches(')');
        arguments.split(['(', ',']).any(|argument| argument.trim() == "bool")
    };
    let found: Vec<_> =
        functions(&list).into_iter().filter(|(_, takes)| takes_bool(takes)).map(|(path, _)| path).collect();
    assert_eq!(found, ["meterstick::Field::open", "meterstick::Field::required"]);
}

/// *C-STRUCT-BOUNDS*: other bounds than those that a `Drop`, or a field's type, cannot do without.
#[test]
fn a_types_definition_has_the_bounds_that_it_needs() {
    let list = list();
    let types = list.lines().filter_map(|line| {
        let line = line.strip_prefix("#[non_exhaustive] ").unwrap_or(line);
        let rest = ["pub struct ", "pub enum "].iter().find_map(|start| line.strip_prefix(start))?;
        let parameters = rest.split_once('<')?.1.replace("const ", "");
        let is_bound = parameters.contains(": ") && !rest.contains("<const ");
        is_bound.then(|| bare(rest).trim_start_matches("meterstick::"))
    });
    let expected = [
        "trace::OneOf",
        "trace::Operation",
        "trace::OperationDeclaration",
        "trace::StartedOperation",
        "Instrument",
        "Observer",
        "TimerRef",
        "TrackedRef",
    ];
    assert_eq!(types.collect::<Vec<_>>(), expected);
}

/// *C-NEWTYPE-HIDE*: no type of an iterator is named.
#[test]
fn an_iterator_is_given_as_one_of_any_type() {
    let list = list();
    for line in list.lines().filter(|line| line.starts_with("pub ") && line.contains("fn ")) {
        let given = line.rsplit_once(") -> ").map_or("", |(_, given)| given);
        let named =
            given.contains("::iter::") && !given.contains("impl core::iter::") && !given.contains("dyn core::iter::");
        assert!(!named && !given.contains("slice::Iter") && !given.contains("IntoIter"), "{line}");
    }
}

/// *C-QUESTION-MARK*: a panic of another thread is passed on by `unwrap`; all else that can fail is `?`.
#[test]
fn an_example_that_can_fail_uses_a_question_mark() {
    fn look(folder: &Path, found: &mut Vec<String>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                look(&path, found);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let lines = text.lines().map(str::trim_start).filter(|line| {
                let code = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).map(str::trim_start);
                code.is_some_and(|code| {
                    let joined =
                        code == ".unwrap();" || code.contains(".join().unwrap()") || code.contains(".await.unwrap()");
                    !code.starts_with("# ") && !joined && (code.contains(".unwrap()") || code.contains(".expect("))
                })
            });
            found.extend(lines.map(|line| format!("{}: {line}", path.display())));
        }
    }
    let mut found = Vec::new();
    ["src", "derive/src", "semconv/src", "catalog/src"]
        .iter()
        .for_each(|folder| look(&root().join(folder), &mut found));
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

/// *C-STABLE*: what is in a signature is the user's, too, in the version that we have.
#[test]
fn a_crate_of_the_signatures_is_re_exported() {
    for (package, manifest) in [("meterstick", "Cargo.toml"), ("meterstick-semconv", "semconv/Cargo.toml")] {
        let list = fs::read_to_string(root().join(format!("api/{package}.txt"))).unwrap();
        let manifest = fs::read_to_string(root().join(manifest)).unwrap();
        let dependencies =
            manifest.split("\n[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
        let names = dependencies.lines().filter_map(|line| Some(line.split_once(" = ")?.0.replace('-', "_")));
        let words: Vec<_> = list.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').collect();
        let in_signatures = names.filter(|name| words.iter().any(|word| word.starts_with(&format!("{name}::"))));
        let in_signatures: Vec<_> = in_signatures.collect();
        assert!(in_signatures.len() >= 4, "{in_signatures:?}");
        let is_re_exported = |name: &str| {
            list.lines()
                .filter_map(|line| line.strip_prefix("pub use "))
                .any(|path| path.ends_with(&format!("::{name}")))
        };
        let missing: Vec<_> = in_signatures.iter().filter(|name| !is_re_exported(name)).collect();
        assert!(missing.is_empty(), "{package}: {missing:?}");
    }
}
