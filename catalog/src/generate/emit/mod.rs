//! Writes the code, item by item. The caller formats it.
// Uses `check`, `generate`, `name`, `registry`, `set`, `style`, `unit`. Used by `check`, `generate`, `writers`.

pub mod attribute;
pub mod file;
pub mod metric;
pub mod set;
pub mod span;

use std::collections::BTreeSet;

use meterstick::catalog::is_control;

use super::name::{enumeration, rest};
use super::style::Style;
use crate::registry::{Registry, Type};

/// The type of an attribute's values within its own module, with `lifetime` for its borrows.
pub fn value_type(key: &str, ty: &Type, closed: bool, lifetime: &str) -> String {
    match ty {
        Type::String => format!("&{lifetime} str"),
        Type::Strings => format!("&{lifetime} [&{lifetime} str]"),
        Type::Int => "i64".to_owned(),
        Type::Double => "f64".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Ints => format!("&{lifetime} [i64]"),
        Type::Doubles => format!("&{lifetime} [f64]"),
        Type::Booleans => format!("&{lifetime} [bool]"),
        Type::Any | Type::Template => format!("&{lifetime} ::meterstick::opentelemetry::Value"),
        Type::Members(_) if closed => enumeration(rest(key)),
        Type::Members(_) => format!("{}<{lifetime}>", enumeration(rest(key))),
        Type::Integers(_) => enumeration(rest(key)),
    }
}

/// The type of an attribute's values, as another module names it.
pub fn qualified_type(registry: &Registry, style: &Style, key: &str, lifetime: &str) -> String {
    let attribute = &registry.attributes[key];
    let name = value_type(key, &attribute.ty, attribute.closed, lifetime);
    if is_enumeration(&attribute.ty) { format!("{}::{name}", style.attributes(registry, key)) } else { name }
}

/// Whether the type of the values is a generated enumeration.
pub fn is_enumeration(ty: &Type) -> bool {
    matches!(ty, Type::Members(_) | Type::Integers(_))
}

/// The lifetime arguments of a set in a constant.
pub fn static_arguments(registry: &Registry, keys: impl IntoIterator<Item = impl AsRef<str>>) -> &'static str {
    let mut keys = keys.into_iter();
    if keys.any(|key| super::set::borrows(&registry.attributes[key.as_ref()])) { "<'static>" } else { "" }
}

/// One `use` of several names; empty for no names.
pub fn import(path: &str, names: &BTreeSet<&str>) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names: Vec<_> = names.iter().copied().collect();
    format!("use {path}::{{{}}};\n", names.join(", "))
}

/// A character of a comment. The compiler refuses a comment with a character that changes the direction of text.
fn visible(c: char) -> char {
    if is_control(c) { ' ' } else { c }
}

/// A name of the registry as code in documentation, on one line.
pub fn code(name: &str) -> String {
    let text: String = name.chars().map(visible).collect();
    format!("`{}`", text.replace('`', "'"))
}

/// A text of the registry as documentation: one paragraph, in which nothing becomes a link or a tag by accident.
pub fn doc(text: &str) -> String {
    let text: String = text.chars().map(visible).collect();
    let words: Vec<_> = text.split_whitespace().collect();
    let text = words.join(" ").replace("```", "`");
    let mut doc = String::new();
    let (mut code, mut rest) = (false, text.as_str());
    while let Some(c) = rest.chars().next() {
        match c {
            '`' => code = !code && rest[1..].contains('`'),
            '<' if !code => doc.push('\\'),
            // Only a link with its target stays a link.
            '[' if !code && !is_link(rest) => doc.push('\\'),
            '\\' if !code => doc.push('\\'),
            _ => {}
        }
        doc.push(c);
        rest = &rest[c.len_utf8()..];
    }
    doc
}

fn is_link(rest: &str) -> bool {
    let Some((_, after)) = rest.split_once("](") else { return false };
    let closed = rest.find(']').is_some_and(|at| rest[at..].starts_with("]("));
    closed && (after.starts_with("http://") || after.starts_with("https://")) && after.contains(')')
}

/// Lines of documentation.
pub fn docs(paragraphs: &[String]) -> String {
    let paragraphs: Vec<_> =
        paragraphs.iter().filter(|one| !one.is_empty()).map(|one| format!("/// {one}\n")).collect();
    paragraphs.join("///\n")
}

/// `#[deprecated]`, with the replacement.
pub fn deprecated(deprecated: Option<&crate::registry::Deprecated>) -> String {
    let Some(deprecated) = deprecated else { return String::new() };
    let note = match (&deprecated.renamed_to, deprecated.note.as_str()) {
        (Some(name), "") => format!("it is `{name}` now"),
        (Some(name), note) => format!("it is `{name}` now: {note}"),
        (None, note) => note.to_owned(),
    };
    if note.is_empty() { "#[deprecated]\n".to_owned() } else { format!("#[deprecated(note = {note:?})]\n") }
}
