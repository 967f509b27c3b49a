//! Writes the attributes: a typed key each, and the enumerations.
// Uses `emit`, `name`, `registry`, `style`. Used by `emit::file`.

use meterstick::catalog::is_control;

use super::super::name::{CASES, camel, constant, enumeration, rest};
use super::super::style::Style;
use super::{code as named, deprecated, doc as escaped, docs, is_enumeration, value_type};
use crate::registry::{Attribute, Stability, Type};

/// The keys and enumerations of a namespace, after their imports.
pub fn items(style: &Style, attributes: &[(&str, &Attribute)]) -> String {
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
    let mut code = format!("use meterstick::{{{}}};\n\n", imports.join(", "));
    // A template has no key of its own.
    for (key, attribute) in attributes.iter().filter(|(_, attribute)| attribute.ty != Type::Template) {
        let (name, ty) = (constant(rest(key)), value_type(key, &attribute.ty, attribute.closed, "'static"));
        let brief = if style.page.is_some() { String::new() } else { escaped(&attribute.brief) };
        let (docs, deprecated) = (docs(&[brief, doc(key, attribute) + "."]), deprecated(attribute.deprecated.as_ref()));
        code += &format!("{docs}{deprecated}pub const {name}: Key<{ty}> = Key::new({key:?});\n");
    }
    for (key, attribute) in attributes.iter().filter(|(_, attribute)| is_enumeration(&attribute.ty)) {
        code += "\n";
        code += &match &attribute.ty {
            Type::Members(members) => strings(style, key, attribute, members),
            Type::Integers(members) => integers(style, key, attribute, members),
            _ => String::new(),
        };
    }
    code
}

fn doc(key: &str, attribute: &Attribute) -> String {
    match attribute.stability {
        Stability::Stable => named(key),
        other => format!("{}, {}", named(key), other.name()),
    }
}

/// An enumeration of strings, with a variant for other values unless it is closed.
fn strings(style: &Style, key: &str, attribute: &Attribute, members: &[(String, String)]) -> String {
    let closed = attribute.closed;
    let names = variants(members.iter().map(|(id, _)| id.as_str()));
    let variants: Vec<_> = names.iter().zip(members).map(|(name, (_, value))| (name, value)).collect();
    let renamed = |case: fn(&str) -> String| variants.iter().filter(|(name, value)| case(name) != **value).count();
    // The case rule that leaves the fewest values to be written out; the first of several.
    let least = CASES.iter().map(|(_, case)| renamed(*case)).min();
    let (rule, case) = *CASES.iter().find(|(_, case)| Some(renamed(*case)) == least).unwrap_or(&CASES[0]);

    let mut code = format!("/// The values of {}.\n{DERIVES}, AttributeValue)]\n", named(key));
    if let Some(rule) = rule {
        code += &format!("#[attribute(rename_all = \"{rule}\")]\n");
    }
    code += grows(style);
    code += &format!("pub enum {}{} {{\n", enumeration(rest(key)), if closed { "" } else { "<'a>" });
    for ((name, value), (id, _)) in variants.iter().zip(members) {
        code += &docs(&[brief(style, attribute, id), literal(value) + "."]);
        if case(name) != **value {
            code += &format!("#[attribute(rename = {value:?})]\n");
        }
        code += &format!("{name},\n");
    }
    if closed {
        return code + "}\n";
    }
    let other = other(&names);
    code + &format!("/// A value that the registry does not have.\n#[attribute(other)]\n{other}(&'a str),\n}}\n")
}

/// An enumeration of integers, written out because the derive supports strings only.
fn integers(style: &Style, key: &str, attribute: &Attribute, members: &[(String, i64)]) -> String {
    let closed = attribute.closed;
    let name = enumeration(rest(key));
    let names = variants(members.iter().map(|(id, _)| id.as_str()));
    let mut code = format!("/// The values of {}.\n{DERIVES})]\n{}pub enum {name} {{\n", named(key), grows(style));
    let (mut arms, mut indices) = (String::new(), String::new());
    for (i, (variant, (id, value))) in names.iter().zip(members).enumerate() {
        code += &docs(&[brief(style, attribute, id), format!("`{value}`.")]);
        code += &format!("{variant},\n");
        arms += &format!("Self::{variant} => {value},\n");
        indices += &format!("Self::{variant} => {i},\n");
    }
    let (mut cardinality, mut index) = (String::new(), String::new());
    if closed {
        // By their texts, so that a catalogue has the values.
        let texts: Vec<_> = members.iter().map(|(_, value)| value.to_string()).collect();
        cardinality = format!(
            "const CARDINALITY: Option<usize> = Some({});\nconst MEMBERS: &'static [&'static str] = &{texts:?};\n",
            members.len()
        );
        index = format!("\nfn index(&self) -> usize {{\nmatch self {{\n{indices}}}\n}}\n");
    } else {
        let other = other(&names);
        code += &format!("/// A value that the registry does not have.\n{other}(i64),\n");
        arms += &format!("Self::{other}(value) => *value,\n");
    }
    code + &format!(
        "}}\n\nimpl AttributeValue for {name} {{\nconst TYPE: ValueType = ValueType::Int;\n{cardinality}\n\
         fn value(&self) -> ValueRef<'_> {{\nValueRef::Int(match self {{\n{arms}}})\n}}\n{index}}}\n"
    )
}

/// What the registry says about a member.
fn brief(style: &Style, attribute: &Attribute, id: &str) -> String {
    let brief = attribute.members.get(id).filter(|_| style.page.is_none());
    brief.map_or_else(String::new, |brief| escaped(brief))
}

/// In a package, the enumeration is non-exhaustive, because the next release of its registry can add values. In a program it is
/// not.
fn grows(style: &Style) -> &'static str {
    if style.package { "#[non_exhaustive]\n" } else { "" }
}

/// The variants of members, by their ids.
fn variants<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for id in ids {
        let mut name = camel(id);
        if name == "Self" {
            name.push('_');
        }
        let mut n = 2;
        while names.contains(&name) {
            name = format!("{}{n}", camel(id));
            n += 1;
        }
        names.push(name);
    }
    names
}

/// The variant of values that are not in the registry.
fn other(names: &[String]) -> &'static str {
    let free = ["Custom", "Other", "Unlisted"].into_iter().find(|one| !names.iter().any(|name| name == one));
    free.unwrap_or("AnyOtherValue")
}

/// A value as it is shown in documentation.
fn literal(value: &str) -> String {
    let quoted =
        if value.contains(is_control) || value.trim().is_empty() { format!("{value:?}") } else { value.to_owned() };
    if quoted.contains('`') { escaped(&quoted) } else { format!("`{quoted}`") }
}

const DERIVES: &str = "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash";
