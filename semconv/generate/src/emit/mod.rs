//! The package, file by file.

mod attribute;
mod every;
mod features;
mod metric;
mod names;
mod set;
mod unit;

use std::collections::BTreeSet;

use crate::Result;
use crate::facts::{Facts, Type};
use crate::name::camel;
use crate::output::Output;
use crate::set::borrows;
use crate::{facts, page};

pub fn package(facts: &Facts, output: &mut Output) -> Result<()> {
    output.part("Cargo.toml", "features", &features::manifest(facts))?;
    output.code("src/namespaces.rs", &features::namespaces(facts))?;
    output.code("src/names.rs", &names::list(facts))?;
    output.code("src/unit/counts.rs", &unit::counts(facts))?;
    attribute::modules(facts, output)?;
    for (namespace, stable) in facts.namespaces() {
        metric::module(facts, namespace, stable, output)?;
    }
    output.code("tests/it/every.rs", &every::list(facts)?)
}

/// The type of an attribute's values; what it borrows, it borrows for `lifetime`.
fn value_type(key: &str, ty: &Type, lifetime: &str) -> String {
    match ty {
        Type::String => format!("&{lifetime} str"),
        Type::Strings => format!("&{lifetime} [&{lifetime} str]"),
        Type::Int => "i64".to_owned(),
        Type::Double => "f64".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Members(_) => format!("{}<{lifetime}>", camel(facts::rest(key))),
        Type::Integers(_) => camel(facts::rest(key)),
    }
}

/// The type of an attribute's values, as another module writes it.
fn qualified_type(facts: &Facts, key: &str, lifetime: &str) -> String {
    let ty = &facts.attributes[key].ty;
    let name = value_type(key, ty, lifetime);
    if is_enumeration(ty) { format!("{}::{name}", facts::root(key)) } else { name }
}

fn is_enumeration(ty: &Type) -> bool {
    matches!(ty, Type::Members(_) | Type::Integers(_))
}

/// A set's arguments where its borrows are those of a constant.
fn static_arguments(facts: &Facts, keys: impl IntoIterator<Item = impl AsRef<str>>) -> &'static str {
    let mut keys = keys.into_iter();
    if keys.any(|key| borrows(&facts.attributes[key.as_ref()].ty)) { "<'static>" } else { "" }
}

/// One `use` of several names; none of none.
fn import(path: &str, names: &BTreeSet<&str>) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names: Vec<_> = names.iter().copied().collect();
    format!("use {path}::{{{}}};\n", names.join(", "))
}

/// A page of the conventions, as a sentence of documentation.
fn see(namespace: &str) -> String {
    format!("[the conventions' page]({})", page::namespace(namespace))
}
