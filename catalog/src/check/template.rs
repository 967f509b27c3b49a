//! Reads templates of annotations and of legends: how they write the value, and which labels they name.
// Uses `unit`. Used by `rule_file`, `shown`.

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
    for (action, after) in actions(text) {
        if !(action.contains("$value") || action.contains(".Value")) || action.contains("query") {
            continue;
        }
        let unit = |code: &str, by: &str| Unit::ucum(code).map(|unit| Written { unit, by: by.to_owned() });
        if action.contains("humanizeDuration") {
            written.extend(unit("s", "humanizeDuration"));
        } else if action.contains("humanizePercentage") {
            written.extend(unit("1", "humanizePercentage"));
        } else if !action.contains("humanizeTimestamp") {
            // A number with an SI prefix can be of any size.
            let prefixed = action.contains("humanize");
            if let Some((suffix, code)) = suffix(after) {
                let mut found = unit(code, suffix);
                if prefixed && let Some(found) = &mut found {
                    found.unit.size = if code == "%" { found.unit.size } else { Some(1.0) };
                }
                written.extend(found);
            }
        }
    }
    written
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
    for (action, _) in actions(text) {
        for (at, _) in action.match_indices("query ") {
            let rest = action[at..].trim_start_matches("query ").trim_start();
            let plain = rest.strip_prefix('`').and_then(|rest| Some(rest.split_once('`')?.0.to_owned()));
            queries.extend(plain.or_else(|| unquoted(rest.strip_prefix('"')?)));
        }
    }
    queries
}

/// A text up to its closing quote.
fn unquoted(text: &str) -> Option<String> {
    let (mut written, mut chars) = (String::new(), text.chars());
    loop {
        match chars.next()? {
            '"' => return Some(written),
            '\\' => written.push(chars.next()?),
            c => written.push(c),
        }
    }
}

/// The labels that an annotation names.
pub(super) fn labels(text: &str) -> Vec<String> {
    let mut labels = Vec::new();
    for (action, _) in actions(text) {
        for start in ["$labels.", ".Labels."] {
            for (at, _) in action.match_indices(start) {
                let rest = &action[at + start.len()..];
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
                labels.push(rest[..end].to_owned());
            }
        }
        let index = action.split("index $labels").nth(1).and_then(|rest| rest.split('"').nth(1));
        labels.extend(index.map(str::to_owned));
    }
    labels
}

/// The labels that a legend names.
pub(super) fn legend_labels(text: &str) -> Vec<String> {
    let labels = actions(text).map(|(action, _)| action.trim().to_owned());
    labels.filter(|label| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')).collect()
}

/// The content of each `{{ .. }}`, and the text after it.
fn actions(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("{{").skip(1).filter_map(|part| part.split_once("}}"))
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
    fn queries_are_found() {
        assert_eq!(queries("{{ with query \"a{b=\\\"c\\\"}\" }}{{ . | first | value }}{{ end }}"), ["a{b=\"c\"}"]);
        assert_eq!(queries("{{ range query `sum(a)` }}{{ end }} {{ query $x }}"), ["sum(a)"]);
        assert_eq!(queries("{{ $value }} of query \"a\""), <[String; 0]>::default());
    }

    #[test]
    fn labels_are_named() {
        assert_eq!(labels("{{ $labels.a }} {{ .Labels.b | title }} {{ index $labels \"c.d\" }}"), ["a", "b", "c.d"]);
        assert_eq!(legend_labels("{{a}} {{ b }} - p99"), ["a", "b"]);
    }
}
