//! A set of attributes, as a struct.

use super::qualified_type;
use crate::facts::{Facts, Stability};
use crate::name::snake;
use crate::set::{Field, Set};

pub fn structure(facts: &Facts, set: &Set<'_>) -> String {
    let lifetime = if set.borrows(facts) { "<'a>" } else { "" };
    let default = if set.has_required() { "" } else { "Default, " };
    let prefix = set.prefix.map(|prefix| format!("#[attributes(prefix = \"{prefix}\")]\n")).unwrap_or_default();
    let fields: String = set.fields.iter().map(|one| field(facts, set, one)).collect();
    let mut code = format!(
        "/// {}\n#[derive(Clone, Copy, Debug, {default}PartialEq, Attributes)]\n{prefix}pub struct {}{lifetime} {{\n{fields}}}\n",
        doc(set),
        set.name
    );
    if set.has_required() {
        code += &format!("\n{}", constructor(facts, set, lifetime));
    }
    code
}

fn doc(set: &Set<'_>) -> String {
    let metrics =
        |names: Vec<&str>| names.into_iter().map(|name| format!("[`{}`]", snake_constant(name))).collect::<Vec<_>>();
    let here = std::iter::once((&set.name, &set.stable)).chain(&set.aliases);
    let names = metrics(here.filter(|(_, stable)| **stable == set.stable).map(|(name, _)| name.as_str()).collect());
    match names.split_last() {
        Some((last, [])) => format!("The attributes of {last}."),
        Some((last, others)) => format!("The attributes of {} and {last}.", others.join(", ")),
        None => String::new(),
    }
}

/// The constant of a set: `RequestDuration` is `REQUEST_DURATION`'s.
fn snake_constant(set: &str) -> String {
    let mut name = String::new();
    for letter in set.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_uppercase());
    }
    name
}

fn field(facts: &Facts, set: &Set<'_>, field: &Field<'_>) -> String {
    let Field { ident, key, .. } = field;
    let ty = qualified_type(facts, key, "'a");
    let ty = if field.required { ty } else { format!("Option<{ty}>") };
    let mut doc = format!("`{key}`");
    if let Some(level) = field.level {
        doc += &format!(", {}", level.name());
    }
    if field.stability != Stability::Stable && set.stable {
        doc += &format!(", {}", field.stability.name());
    }
    let written = set.prefix.and_then(|prefix| key.strip_prefix(prefix)?.strip_prefix('.')).unwrap_or(key);
    let rename = if written == ident { String::new() } else { format!("#[attribute(key = \"{written}\")]\n") };
    format!("/// {doc}.\n{rename}pub {ident}: {ty},\n")
}

fn constructor(facts: &Facts, set: &Set<'_>, lifetime: &str) -> String {
    let required = || set.fields.iter().filter(|field| field.required);
    let parameter = |field: &Field<'_>| format!("{}: {}", snake(&field.ident), qualified_type(facts, field.key, "'a"));
    let parameters: Vec<_> = required().map(parameter).collect();
    let initial =
        |field: &Field<'_>| if field.required { field.ident.clone() } else { format!("{}: None", field.ident) };
    let initial: Vec<_> = set.fields.iter().map(initial).collect();
    let doc =
        if set.fields.iter().all(|field| field.required) { "All are required." } else { "Those that are required." };
    format!(
        "impl{lifetime} {}{lifetime} {{\n/// {doc}\n#[must_use]\npub const fn new({}) -> Self {{\nSelf {{ {} }}\n}}\n}}\n",
        set.name,
        parameters.join(", "),
        initial.join(", ")
    )
}
