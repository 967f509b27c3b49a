//! Writes an attribute set as a struct.
// Uses `emit`, `registry`, `set`, `style`. Used by `emit::metric`, `emit::span`.

use super::super::set::{Field, Set};
use super::super::style::Style;
use super::{doc as escaped, qualified_type};
use crate::registry::{Registry, Stability};

pub fn structure(registry: &Registry, style: &Style, set: &Set<'_>) -> String {
    let lifetime = if set.borrows(registry) { "<'a>" } else { "" };
    let default = if set.has_default() { "Default, " } else { "" };
    let prefix = set.prefix.map(|prefix| format!("#[attributes(prefix = {prefix:?})]\n")).unwrap_or_default();
    let fields: String = set.fields.iter().map(|one| field(registry, style, set, one)).collect();
    let mut code = format!(
        "/// {}\n#[derive(Clone, Copy, Debug, {default}PartialEq, Attributes)]\n{prefix}#[non_exhaustive]\npub struct {}{lifetime} {{\n{fields}}}\n",
        doc(set),
        set.name
    );
    let methods: String =
        set.fields.iter().filter(|field| !field.in_constructor).map(|field| setter(registry, style, field)).collect();
    let new = constructor(registry, style, set);
    code += &format!("\nimpl{lifetime} {}{lifetime} {{\n{new}{methods}}}\n", set.name);
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
    let ty = if field.in_constructor { ty } else { format!("Option<{ty}>") };
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

fn constructor(registry: &Registry, style: &Style, set: &Set<'_>) -> String {
    let taken = || set.fields.iter().filter(|field| field.in_constructor);
    let parameter =
        |field: &Field<'_>| format!("{}: {}", field.ident, qualified_type(registry, style, field.key, "'a"));
    let parameters: Vec<_> = taken().map(parameter).collect();
    let initial =
        |field: &Field<'_>| if field.in_constructor { field.ident.clone() } else { format!("{}: None", field.ident) };
    let initial: Vec<_> = set.fields.iter().map(initial).collect();
    let doc = if parameters.is_empty() { "Without any attribute." } else { "With the required attributes." };
    format!(
        "/// {doc}\n#[must_use]\npub const fn new({}) -> Self {{\nSelf {{ {} }}\n}}\n",
        parameters.join(", "),
        initial.join(", ")
    )
}

/// A setter, so that a set is written as a chain of calls: a literal of all fields would not compile with the next release, which
/// can add fields.
fn setter(registry: &Registry, style: &Style, field: &Field<'_>) -> String {
    let Field { ident, key, .. } = field;
    let ty = qualified_type(registry, style, key, "'a");
    let doc = format!("With `{}`.", key.replace('`', "'"));
    format!(
        "\n/// {doc}\n#[must_use]\npub const fn {ident}(mut self, {ident}: {ty}) -> Self {{\nself.{ident} = Some({ident});\nself\n}}\n"
    )
}
