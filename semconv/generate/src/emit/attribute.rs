//! The attributes: a typed key each, and the enumerations.

use std::collections::{BTreeMap, BTreeSet};

use super::{is_enumeration, value_type};
use crate::Result;
use crate::facts::{Attribute, Facts, Stability, Type, rest, root};
use crate::name::{CASES, camel, constant};
use crate::output::Output;
use crate::page;

pub fn modules(facts: &Facts, output: &mut Output) -> Result<()> {
    let mut namespaces: BTreeMap<&str, Vec<(&str, &Attribute)>> = BTreeMap::new();
    for (key, attribute) in &facts.attributes {
        namespaces.entry(root(key)).or_default().push((key, attribute));
    }
    let mut modules = String::from(
        "//! Attributes, as typed keys, and the enumerations of their values: a module a namespace.\n//!\n\
         //! A namespace is there when a namespace of metrics is that uses its attributes.\n\n",
    );
    for (namespace, attributes) in namespaces {
        modules += &format!("#[cfg({})]\npub mod {namespace};\n", used_by(facts, namespace));
        output.code(&format!("src/attribute/{namespace}.rs"), &module(namespace, &attributes))?;
    }
    output.code("src/attribute/mod.rs", &modules)
}

/// Which features turn it on.
fn used_by(facts: &Facts, namespace: &str) -> String {
    let metrics = facts.metrics.iter();
    let users = metrics.filter(|(_, metric)| metric.attributes.keys().any(|key| root(key) == namespace));
    let users: BTreeSet<_> = users.map(|(name, _)| format!("feature = \"{}\"", root(name))).collect();
    let users: Vec<_> = users.into_iter().collect();
    if let [user] = &users[..] { user.clone() } else { format!("any({})", users.join(", ")) }
}

fn module(namespace: &str, attributes: &[(&str, &Attribute)]) -> String {
    let has = |is: fn(&Type) -> bool| attributes.iter().any(|(_, attribute)| is(&attribute.ty));
    let mut imports = vec!["Key"];
    if has(|ty| matches!(ty, Type::Members(_))) {
        imports.push("AttributeValue");
    }
    if has(|ty| matches!(ty, Type::Integers(_))) {
        imports.extend(["AttributeValue", "ValueRef", "ValueType"]);
    }
    imports.sort_unstable();
    imports.dedup();
    let mut code = format!(
        "//! [The attributes of `{namespace}`]({}).\n\nuse meterstick::{{{}}};\n\n",
        page::attributes(namespace),
        imports.join(", ")
    );
    for (key, attribute) in attributes {
        let (name, ty) = (constant(rest(key)), value_type(key, &attribute.ty, "'static"));
        let doc = doc(key, attribute);
        code += &format!("/// {doc}.\npub const {name}: Key<{ty}> = Key::new(\"{key}\");\n");
    }
    for (key, attribute) in attributes.iter().filter(|(_, attribute)| is_enumeration(&attribute.ty)) {
        code += "\n";
        code += &match &attribute.ty {
            Type::Members(members) => strings(key, members),
            Type::Integers(members) => integers(key, members),
            _ => String::new(),
        };
    }
    code
}

fn doc(key: &str, attribute: &Attribute) -> String {
    match attribute.stability {
        Stability::Stable => format!("`{key}`"),
        other => format!("`{key}`, {}", other.name()),
    }
}

/// The registry's values, and any other.
fn strings(key: &str, members: &[(String, String)]) -> String {
    let variants: Vec<_> = members.iter().map(|(id, value)| (camel(id), value)).collect();
    let renamed = |case: fn(&str) -> String| variants.iter().filter(|(name, value)| case(name) != **value).count();
    // With the rule that leaves the fewest values to be written out; the first of them, where several do.
    let least = CASES.iter().map(|(_, case)| renamed(*case)).min();
    let (rule, case) = *CASES.iter().find(|(_, case)| Some(renamed(*case)) == least).unwrap_or(&CASES[0]);

    let mut code = format!("/// The values of `{key}`.\n{DERIVES}, AttributeValue)]\n");
    if let Some(rule) = rule {
        code += &format!("#[attribute(rename_all = \"{rule}\")]\n");
    }
    code += &format!("pub enum {}<'a> {{\n", camel(rest(key)));
    for (name, value) in &variants {
        code += &format!("/// `{value}`.\n");
        if case(name) != **value {
            code += &format!("#[attribute(rename = \"{value}\")]\n");
        }
        code += &format!("{name},\n");
    }
    code + "/// A value that the registry does not have.\n#[attribute(other)]\nCustom(&'a str),\n}\n"
}

/// The derive knows strings only.
fn integers(key: &str, members: &[(String, i64)]) -> String {
    let name = camel(rest(key));
    let mut code = format!("/// The values of `{key}`.\n{DERIVES})]\npub enum {name} {{\n");
    let mut arms = String::new();
    for (id, value) in members {
        let variant = camel(id);
        code += &format!("/// `{value}`.\n{variant},\n");
        arms += &format!("Self::{variant} => {value},\n");
    }
    code + &format!(
        "/// A value that the registry does not have.\nCustom(i64),\n}}\n\n\
         impl AttributeValue for {name} {{\nconst TYPE: ValueType = ValueType::Int;\n\n\
         fn value(&self) -> ValueRef<'_> {{\nValueRef::Int(match self {{\n{arms}Self::Custom(value) => *value,\n}})\n}}\n}}\n"
    )
}

const DERIVES: &str = "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash";
