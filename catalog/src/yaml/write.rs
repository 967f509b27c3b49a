//! The writer: block style, with double quotes around each text that a reader of YAML 1.1 or 1.2 could take for something else.
//! `serde_norway` leaves `on`, `off` and `yes` without quotes, which a reader of YAML 1.1 takes for booleans.
// Used by `rules`.

use meterstick::catalog::is_control;
use serde::Serialize;
use serde_norway::Value;

/// Writes a document, with a line end after it.
///
/// # Panics
///
/// If the value has a map whose keys are not scalars, or a tag: nothing that this package writes has one.
pub(crate) fn to_string(value: &impl Serialize) -> String {
    let value = serde_norway::to_value(value).expect("texts, numbers, lists and maps are YAML");
    let mut out = String::new();
    match &value {
        Value::Mapping(map) if !map.is_empty() => entries(&value, 0, &mut out),
        Value::Sequence(list) if !list.is_empty() => items(&value, 0, &mut out),
        other => {
            out.push_str(&flow(other));
            out.push('\n');
        }
    }
    out
}

/// The entries of a map, each on its own lines. The first line continues the caller's.
fn entries(map: &Value, indent: usize, out: &mut String) {
    for (i, (key, value)) in map.as_mapping().into_iter().flatten().enumerate() {
        if i > 0 {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str(&flow(key));
        out.push(':');
        match value {
            Value::Mapping(map) if !map.is_empty() => {
                out.push('\n');
                out.push_str(&" ".repeat(indent + 2));
                entries(value, indent + 2, out);
            }
            Value::Sequence(list) if !list.is_empty() => {
                out.push('\n');
                out.push_str(&" ".repeat(indent));
                items(value, indent, out);
            }
            other => {
                out.push(' ');
                out.push_str(&flow(other));
                out.push('\n');
            }
        }
    }
}

/// The items of a list, each after a dash.
fn items(list: &Value, indent: usize, out: &mut String) {
    for (i, item) in list.as_sequence().into_iter().flatten().enumerate() {
        if i > 0 {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str("- ");
        match item {
            Value::Mapping(map) if !map.is_empty() => entries(item, indent + 2, out),
            Value::Sequence(list) if !list.is_empty() => items(item, indent + 2, out),
            other => {
                out.push_str(&flow(other));
                out.push('\n');
            }
        }
    }
}

/// A value on one line: a scalar, or an empty list or map.
fn flow(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() => double(float),
            _ => number.to_string(),
        },
        Value::String(text) if is_plain(text) => text.clone(),
        Value::String(text) => quoted(text),
        Value::Sequence(_) => "[]".to_owned(),
        Value::Mapping(_) => "{}".to_owned(),
        Value::Tagged(_) => panic!("nothing that is written has a tag"),
    }
}

/// Always with a point and never with an exponent: YAML 1.1 reads `1e-7` as a text, and 1.2 reads `1` as an integer.
fn double(value: f64) -> String {
    match value {
        value if value.is_nan() => ".nan".to_owned(),
        value if value.is_infinite() => if value > 0.0 { ".inf" } else { "-.inf" }.to_owned(),
        value => {
            let text = value.to_string();
            if text.contains('.') { text } else { text + ".0" }
        }
    }
}

/// Whether a text needs no quotes: it begins with a letter, has only characters without a meaning in YAML, and is not a word with
/// a meaning.
fn is_plain(text: &str) -> bool {
    let first = text.chars().next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_');
    let harmless = |c: char| c.is_ascii_alphanumeric() || "_-./,()'` ".contains(c);
    // `https://` is a text; `key: value` and `key:` are not.
    let colons =
        text.split(':').skip(1).all(|after| after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/'));
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"];
    first
        && text.chars().all(|c| harmless(c) || c == ':')
        && colons
        && !text.ends_with(' ')
        && !words.contains(&text.to_ascii_lowercase().as_str())
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Characters that are not printable, that YAML 1.1 reads as line ends, or that an editor would not show.
            c if is_control(c)
                || matches!(u32::from(c), 0xa0 | 0xad | 0x200b..=0x200f | 0x2028..=0x202f | 0xfeff | 0xfff0..=0xffff) =>
            {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use serde_norway::Value;

    use super::{is_control, to_string};

    #[test]
    fn a_text_that_a_reader_could_take_for_something_else_has_quotes() {
        let taken = [
            "",
            "~",
            "null",
            "Null",
            "NULL",
            "y",
            "Y",
            "n",
            "N",
            "yes",
            "Yes",
            "no",
            "NO",
            "on",
            "On",
            "off",
            "OFF",
            "true",
            "TRUE",
            "false",
            "1",
            "-1",
            "+1",
            "0x1f",
            "0o17",
            "017",
            "1_000",
            "1.5",
            ".5",
            "1e3",
            "1e-7",
            ".inf",
            "-.INF",
            ".nan",
            "190:20:30",
            "2001-12-14",
            "2001-12-14t21:59:43.10-05:00",
            "<<",
            "=",
            "- a",
            "? a",
            "a: b",
            "a:",
            "a #b",
            "[a]",
            "{a}",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            " a",
            "a ",
            "a\nb",
            "a\u{202e}b",
            "a\u{2066}b",
            "nan",
            "inf",
        ];
        for text in taken {
            let written = to_string(&text);
            assert!(
                written.starts_with('"')
                    && written.ends_with("\"\n")
                    && written.trim_end().chars().all(|c| !is_control(c)),
                "{written}"
            );
        }
        for text in ["shop.sent", "Files that were read.", "https://example.com/schemas/1.0.0", "By", "key:value"] {
            assert_eq!(to_string(&text), format!("{text}\n"));
        }
    }

    #[test]
    fn a_number_is_written_as_all_readers_take_it() {
        let numbers = [(0.005, "0.005"), (1.0, "1.0"), (1e-7, "0.0000001"), (1e21, "1000000000000000000000.0")];
        for (number, written) in numbers {
            assert_eq!(to_string(&number), format!("{written}\n"));
        }
        assert_eq!(to_string(&-3), "-3\n");
        assert_eq!(to_string(&u64::MAX), "18446744073709551615\n");
    }

    #[test]
    fn lists_and_maps_are_nested() {
        let text = "a:\n- b: 1\n  c:\n  - - 1\n    - 2\n  - []\n- {}\nd:\n  e: f\n  g: null\n";
        let value: Value = serde_norway::from_str(text).unwrap();
        assert_eq!(to_string(&value), text);
    }
}
