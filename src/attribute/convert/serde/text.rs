//! What the API cannot carry, as text (*Common, `AnyValue` representation for non-OTLP protocols*).

use core::fmt::Write;

use super::node::Node;

/// A value within JSON.
pub(super) fn json(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

fn write(node: &Node, out: &mut String) {
    match node {
        Node::Empty => out.push_str("null"),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Int(value) => display(value, out),
        Node::Double(value) if value.is_nan() => out.push_str(r#""NaN""#),
        Node::Double(f64::INFINITY) => out.push_str(r#""Infinity""#),
        Node::Double(f64::NEG_INFINITY) => out.push_str(r#""-Infinity""#),
        // For debugging, a float is as short as can be and always one: `1.0`, `1e300`.
        Node::Double(value) => display(&format_args!("{:?}", value + 0.0), out),
        Node::Wide(text) => string(text, out),
        Node::Text(text) => string(text, out),
        Node::Bytes(bytes) => string(&base64(bytes), out),
        Node::List(nodes) => {
            out.push('[');
            for (i, node) in nodes.iter().enumerate() {
                comma(i, out);
                write(node, out);
            }
            out.push(']');
        }
        Node::Struct(entries) | Node::Map(entries) => {
            out.push('{');
            for (i, (name, node)) in entries.iter().enumerate() {
                comma(i, out);
                string(name, out);
                out.push(':');
                write(node, out);
            }
            out.push('}');
        }
    }
}

fn comma(i: usize, out: &mut String) {
    if i > 0 {
        out.push(',');
    }
}

fn display(value: &dyn core::fmt::Display, out: &mut String) {
    let _ = write!(out, "{value}");
}

fn string(text: &str, out: &mut String) {
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

/// Base64 with padding (*RFC 4648, section 4*).
pub(super) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let six = (bits >> (18 - 6 * digit)) & 63;
            out.push(if digit <= three.len() { char::from(DIGITS[six as usize]) } else { '=' });
        }
    }
    out
}
