//! JSON text of values that a format cannot carry (*Common, `AnyValue` representation for non-OTLP protocols*).
// Used by `convert::serde::text`, `value`.

use core::fmt::{Display, Write};

use opentelemetry::{Array, Value};

/// The JSON of an array of values.
pub(super) fn array(values: &[Value]) -> String {
    let mut out = String::new();
    list(values, &mut out, value);
    out
}

pub(super) fn list<T>(items: &[T], out: &mut String, write: impl Fn(&T, &mut String)) {
    out.push('[');
    for (i, item) in items.iter().enumerate() {
        comma(i, out);
        write(item, out);
    }
    out.push(']');
}

pub(super) fn comma(i: usize, out: &mut String) {
    if i > 0 {
        out.push(',');
    }
}

fn value(value: &Value, out: &mut String) {
    match value {
        Value::Bool(value) => display(value, out),
        Value::I64(value) => display(value, out),
        Value::F64(value) => double(*value, out),
        Value::String(text) => string(text.as_str(), out),
        Value::Array(Array::Bool(values)) => list(values, out, |value, out| display(value, out)),
        Value::Array(Array::I64(values)) => list(values, out, |value, out| display(value, out)),
        Value::Array(Array::F64(values)) => list(values, out, |value, out| double(*value, out)),
        Value::Array(Array::String(values)) => list(values, out, |value, out| string(value.as_str(), out)),
        // `Value` is non-exhaustive; today it has no other variants.
        other => string(&other.as_str(), out),
    }
}

pub(super) fn display(value: &dyn Display, out: &mut String) {
    let _ = write!(out, "{value}");
}

/// Appends a float. JSON has no NaN and no infinities: they become strings.
pub(super) fn double(value: f64, out: &mut String) {
    match value {
        value if value.is_nan() => out.push_str(r#""NaN""#),
        f64::INFINITY => out.push_str(r#""Infinity""#),
        f64::NEG_INFINITY => out.push_str(r#""-Infinity""#),
        // `Debug` writes the shortest text, and always that of a float: `1.0`, `1e300`.
        value => display(&format_args!("{:?}", value + 0.0), out),
    }
}

pub(super) fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => display(&format_args!("\\u{:04x}", u32::from(control)), out),
            other => out.push(other),
        }
    }
    out.push('"');
}
