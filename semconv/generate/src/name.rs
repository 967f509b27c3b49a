//! Names of Rust for names of the registry.

/// `request.body_size` is `REQUEST_BODY_SIZE`.
pub fn constant(name: &str) -> String {
    words(name).map(str::to_uppercase).collect::<Vec<_>>().join("_")
}

/// `request.body_size` is `RequestBodySize`.
pub fn camel(name: &str) -> String {
    words(name)
        .map(|word| {
            let (first, rest) = word.split_at(1);
            first.to_uppercase() + &rest.to_lowercase()
        })
        .collect()
}

/// `request.body_size` is `request_body_size`.
pub fn snake(name: &str) -> String {
    words(name).map(str::to_lowercase).collect::<Vec<_>>().join("_")
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(['.', '_', '-']).filter(|word| !word.is_empty())
}

/// Several of what the noun names.
pub fn plural(noun: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    match noun.strip_suffix('y') {
        _ if ends(&["s", "x", "ch", "sh"]) => format!("{noun}es"),
        Some(stem) if !ends(&["ay", "ey", "oy", "uy"]) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// The rules for variants that `#[derive(AttributeValue)]` knows, the default first, each applied to a name in camel case.
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
    }
}
