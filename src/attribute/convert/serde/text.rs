//! JSON and Base64 of values that the API cannot carry (*Common, `AnyValue` representation for non-OTLP protocols*).
// Uses `convert::serde::node`, `json`. Used by `convert::serde::node`.

use super::node::{Entries, Node};
use crate::attribute::json::{comma, display, double, list, string};

/// The JSON of a value.
pub(super) fn json(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

fn write(node: &Node, out: &mut String) {
    match node {
        Node::Empty => out.push_str("null"),
        Node::Bool(value) => display(value, out),
        Node::Int(value) => display(value, out),
        Node::Double(value) => double(*value, out),
        Node::Wide(text) => string(text, out),
        Node::Text(text) => string(text, out),
        Node::Bytes(bytes) => string(&base64(bytes), out),
        Node::List(nodes) => list(nodes, out, write),
        Node::Struct(entries) | Node::Map(entries) => object(entries, out),
        Node::Variant(name, node) => {
            out.push('{');
            entry(name, node, out);
            out.push('}');
        }
    }
}

fn object(entries: &Entries, out: &mut String) {
    out.push('{');
    for (i, (name, node)) in entries.iter().enumerate() {
        comma(i, out);
        entry(name, node, out);
    }
    out.push('}');
}

fn entry(name: &str, node: &Node, out: &mut String) {
    string(name, out);
    out.push(':');
    write(node, out);
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
