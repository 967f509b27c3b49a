//! Reads templates of annotations and of legends: how they write the value, and which labels they name.
// Uses `action`, `unit`. Used by `rule_file`, `shown`.

use super::action::{Action, Token, actions};
use super::unit::Unit;

/// How a template writes the value, which implies a unit.
#[derive(Debug, PartialEq)]
pub(super) struct Written {
    pub(super) unit: Unit,
    /// The part of the template that implies it.
    pub(super) by: String,
}

/// How an annotation writes the value.
pub(super) fn values(text: &str) -> Vec<Written> {
    let mut written = Vec::new();
    for action in actions(text) {
        // What a condition is about is not written.
        if action.is_control() || !is_of_value(&action) {
            continue;
        }
        let has = |function: &str| action.words().any(|word| word == function);
        let unit = |code: &str, by: &str| Unit::ucum(code).map(|unit| Written { unit, by: by.to_owned() });
        if has("humanizeDuration") {
            written.extend(unit("s", "humanizeDuration"));
        } else if has("humanizePercentage") {
            written.extend(unit("1", "humanizePercentage"));
        } else if !has("humanizeTimestamp")
            && !action.is_assignment()
            && let Some((suffix, code)) = suffix(action.after)
        {
            let mut found = unit(code, suffix);
            // A number with an SI prefix can be of any size.
            if (has("humanize") || has("humanize1024"))
                && code != "%"
                && let Some(found) = &mut found
            {
                found.unit.size = Some(1.0);
            }
            written.extend(found);
        }
    }
    written
}

/// Whether an action writes the alert's value, and not the result of a query or of a comparison.
fn is_of_value(action: &Action<'_>) -> bool {
    const OTHERS: &[&str] = &["query", "eq", "ne", "lt", "le", "gt", "ge", "and", "or", "not", "len", "index"];
    // Of several values, the last one is beside the text after the action.
    let last = action.words().filter(|word| word.starts_with(['$', '.'])).last();
    let is_value = match last {
        Some("$value") => true,
        Some("$.Value") => action.is_root_alert,
        Some(".Value") => action.is_alert,
        _ => false,
    };
    is_value && !action.words().any(|word| OTHERS.contains(&word))
}

/// The unit at the beginning of the text after a value.
fn suffix(after: &str) -> Option<(&str, &'static str)> {
    const UNITS: &[(&str, &str)] = &[
        ("%", "%"),
        ("percent", "%"),
        ("ms", "ms"),
        ("milliseconds", "ms"),
        ("s", "s"),
        ("sec", "s"),
        ("second", "s"),
        ("seconds", "s"),
        ("minutes", "min"),
        ("hours", "h"),
        ("days", "d"),
        ("B", "By"),
        ("bytes", "By"),
        ("KiB", "KiBy"),
        ("MiB", "MiBy"),
        ("GiB", "GiBy"),
        ("KB", "kBy"),
        ("MB", "MBy"),
        ("GB", "GBy"),
        ("B/s", "By/s"),
        ("bytes/s", "By/s"),
        ("req/s", "1/s"),
        ("requests/s", "1/s"),
    ];
    let after = after.trim_start_matches([' ', '\u{a0}']);
    let end = after.find(|c: char| !(c.is_ascii_alphabetic() || c == '%' || c == '/')).unwrap_or(after.len());
    let word = &after[..end];
    let word = if word.starts_with('%') { "%" } else { word };
    UNITS.iter().find(|(name, _)| *name == word).map(|(name, code)| (&after[..name.len()], *code))
}

/// The queries of an annotation, such as `{{ query "up" }}`. Queries that are put together at run time are not found.
pub(super) fn queries(text: &str) -> Vec<String> {
    let mut queries = Vec::new();
    for action in actions(text) {
        for two in action.tokens.windows(2) {
            if let [Token::Word("query"), Token::Text(query)] = two {
                queries.push(query.clone());
            }
        }
    }
    queries
}

/// The labels of the alert that an annotation names.
pub(super) fn labels(text: &str) -> Vec<String> {
    let mut labels = Vec::new();
    for action in actions(text) {
        let of_alert = |word: &&str| match *word {
            "$labels" => true,
            "$.Labels" => action.is_root_alert,
            ".Labels" => action.is_alert,
            _ => false,
        };
        let all = ["$labels", "$.Labels", ".Labels"];
        let starts: Vec<_> = all.iter().filter(|word| of_alert(word)).collect();
        for word in action.words() {
            let rest = starts.iter().find_map(|start| word.strip_prefix(**start)?.strip_prefix('.'));
            let label = rest.and_then(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next());
            labels.extend(label.map(str::to_owned));
        }
        for three in action.tokens.windows(3) {
            if let [Token::Word("index"), Token::Word(of), Token::Text(label)] = three
                && of_alert(of)
            {
                labels.push(label.clone());
            }
        }
    }
    labels
}

/// The labels that a legend names. It is not a Go template: nothing but a name can be in its braces.
pub(super) fn legend_labels(text: &str) -> Vec<String> {
    let names = text.split("{{").skip(1).filter_map(|part| Some(part.split_once("}}")?.0.trim()));
    let names = names.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        values(text).into_iter().map(|written| written.unit.text).collect()
    }

    #[test]
    fn a_value_says_its_unit() {
        assert_eq!(codes("{{ $value | humanizeDuration }} and {{ $value | humanizePercentage }}"), ["s", "1"]);
        assert_eq!(codes("{{ $value }}ms, {{ printf \"%.2f\" $value }}% and {{ .Value }} seconds"), ["ms", "%", "s"]);
        assert_eq!(codes("{{ $value }} so many, {{ $labels.job }}s"), <[String; 0]>::default());
    }

    #[test]
    fn what_is_not_the_alerts_value_says_nothing() {
        for text in [
            "{{ $value }} order{{ if gt $value 1.0 }}s{{ end }}",
            "{{ $value }} order{{ if eq $value 1.0 }}{{ else if gt $value 1.0 }}s{{ end }}",
            "{{ with $value }}s{{ end }}{{ $x := $value }}s{{ gt $value 1.0 }}s{{/* $value */}}s",
            "{{ range query \"a\" }}{{ .Value }}s {{ .Value | humanizeDuration }}{{ end }}",
            "{{ $first := query \"a\" | first }}{{ $first.Value }}s {{ (query \"a\" | first).Value }}s",
            "{{ printf \"%.1f in %s\" $value $labels.a }}s, {{ $values.B }}s, {{ \"$value\" }}s",
        ] {
            assert_eq!(codes(text), <[String; 0]>::default(), "{text}");
        }
        assert_eq!(
            codes("{{ range query \"a\" }}{{ $.Value }}s{{ end }} {{ .Value }}ms {{- $value -}} %"),
            ["s", "ms", "%"]
        );
        assert_eq!(codes("{{ $x := $value | humanizeDuration }}{{ $value | humanize1024 }}B/s"), ["s", "By/s"]);
    }

    #[test]
    fn queries_are_found() {
        assert_eq!(queries("{{ with query \"a{b=\\\"c\\\"}\" }}{{ . | first | value }}{{ end }}"), ["a{b=\"c\"}"]);
        assert_eq!(queries("{{ range query `sum(a)` }}{{ end }} {{ query $x }}"), ["sum(a)"]);
        assert_eq!(queries("{{ $value }} of query \"a\""), <[String; 0]>::default());
    }

    #[test]
    fn labels_are_named() {
        assert_eq!(labels("{{ $labels.a }} {{ .Labels.b | title }} {{ index $labels \"c.d\" }}"), ["a", "b", "c.d"]);
        let others =
            "{{ range query \"x\" }}{{ .Labels.a }}{{ $labels.b }}{{ end }} {{ $x.Labels.c }} {{ \".Labels.d\" }}";
        assert_eq!(labels(others), ["b"]);
        assert_eq!(
            labels("{{ with query \"x\" }}{{ $.Labels.a }}{{ else }}{{ index .Labels \"b\" }}{{ end }}"),
            ["a", "b"]
        );
        assert_eq!(legend_labels("{{a}} {{ b }} - p99"), ["a", "b"]);
    }
}
