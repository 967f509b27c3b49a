//! A set of attributes, as a struct.

use super::super::set::{Field, Set};
use super::super::style::Style;
use super::{doc as escaped, qualified_type};
use crate::registry::{Registry, Stability};

pub fn structure(registry: &Registry, style: &Style, set: &Set<'_>) -> String {
    let lifetime = if set.borrows(registry) { "<'a>" } else { "" };
    let default = if set.has_required() { "" } else { "Default, " };
    let prefix = set.prefix.map(|prefix| format!("#[attributes(prefix = {prefix:?})]\n")).unwrap_or_default();
    let fields: String = set.fields.iter().map(|one| field(registry, style, set, one)).collect();
    let mut code = format!(
        "/// {}\n#[derive(Clone, Copy, Debug, {default}PartialEq, Attributes)]\n{prefix}pub struct {}{lifetime} {{\n{fields}}}\n",
        doc(set),
        set.name
    );
    if set.has_required() {
        code += &format!("\n{}", constructor(registry, style, set, lifetime));
    }
    code
}

fn doc(set: &Set<'_>) -> String {
    let of = set.of.iter().filter(|(_, stable)| *stable == set.stable);
    let names: Vec<_> = of.map(|(name, _)| format!("[`{name}`]")).collect();
    match names.split_last() {
        Some((last, [])) => format!("The attributes of {last}."),
        Some((last, others)) => format!("The attributes of {} and {last}.", others.join(", ")),
        None => String::new(),
    }
}

fn field(registry: &Registry, style: &Style, set: &Set<'_>, field: &Field<'_>) -> String {
    let Field { ident, key, .. } = field;
    let ty = qualified_type(registry, style, key, "'a");
    let ty = if field.required { ty } else { format!("Option<{ty}>") };
    let mut doc = format!("`{}`", key.replace('`', "'"));
    if let Some(level) = field.level {
        doc += &format!(", {}", level.name());
    }
    if field.stability != Stability::Stable && set.stable {
        doc += &format!(", {}", field.stability.name());
    }
    let written = set.prefix.and_then(|prefix| key.strip_prefix(prefix)?.strip_prefix('.')).unwrap_or(key);
    let rename = if written == ident { String::new() } else { format!("#[attribute(key = {written:?})]\n") };
    let brief = if style.page.is_some() { String::new() } else { escaped(field.brief) };
    let docs = super::docs(&[brief, doc + "."]);
    format!("{docs}{rename}pub {ident}: {ty},\n")
}

fn constructor(registry: &Registry, style: &Style, set: &Set<'_>, lifetime: &str) -> String {
    let required = || set.fields.iter().filter(|field| field.required);
    let parameter =
        |field: &Field<'_>| format!("{}: {}", field.ident, qualified_type(registry, style, field.key, "'a"));
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
