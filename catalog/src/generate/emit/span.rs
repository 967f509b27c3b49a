//! Writes the constants of spans, and the structs of their attribute sets.
// Uses `emit`, `emit::set`, `name`, `registry`, `set`, `style`. Used by `check`, `emit::file`.

use super::super::name::{constant, rest};
use super::super::set::{self, Signal};
use super::super::style::Style;
use super::{code as named, deprecated, doc, docs, set as structure, static_arguments};
use crate::registry::{Registry, SpanDefinition, SpanKind, Stability, Type};

/// The attributes that can be fields: not those of a template, and not `error.type`, which a span sets itself.
pub fn signal<'a>(registry: &'a Registry, ty: &'a str, span: &'a SpanDefinition) -> Signal<'a> {
    let is_field = |key: &str| registry.attributes[key].ty != Type::Template && key != "error.type";
    let attributes = span.attributes.iter().filter(|(key, _)| is_field(key));
    let attributes = attributes.map(|(key, of)| (key.as_str(), of)).collect();
    let constructor = set::required(&attributes);
    Signal { name: ty, stable: span.stability == Stability::Stable, attributes, constructor }
}

/// The name of a span's set.
pub fn set_name(ty: &str) -> String {
    super::super::name::camel(rest(ty)) + "Attributes"
}

/// The spans of one module, and their attribute sets.
pub fn items(registry: &Registry, style: &Style, spans: &[(&String, &SpanDefinition)]) -> String {
    let signals: Vec<_> = spans.iter().map(|(ty, span)| signal(registry, ty, span)).collect();
    let sets = set::of(registry, signals, set_name);
    let mut imports = vec!["SpanDeclaration", "Tracer"];
    let mut code = String::new();
    for (ty, span) in spans {
        imports.push(kind(span.kind));
        code += &declaration(registry, ty, span);
        code += "\n";
    }
    for set in &sets {
        code += &structure::structure(registry, style, set);
        code += "\n";
        for alias in set.aliases.keys() {
            let lifetime = if set.borrows(registry) { "<'a>" } else { "" };
            let of = &set.name;
            code +=
                &format!("/// The same attributes as of [`{of}`].\npub type {alias}{lifetime} = {of}{lifetime};\n\n");
        }
    }
    imports.sort_unstable();
    imports.dedup();
    let attributes = if sets.is_empty() { "" } else { "use meterstick::Attributes;\n" };
    format!("{attributes}use meterstick::trace::{{{}}};\n\n{code}", imports.join(", "))
}

fn kind(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Internal => "Internal",
        SpanKind::Client => "Client",
        SpanKind::Server => "Server",
        SpanKind::Producer => "Producer",
        SpanKind::Consumer => "Consumer",
    }
}

fn declaration(registry: &Registry, ty: &str, span: &SpanDefinition) -> String {
    let signal = signal(registry, ty, span);
    let (mut set, mut steps) = (String::new(), String::new());
    if !signal.attributes.is_empty() {
        let (of, arguments) = (set_name(ty), static_arguments(registry, signal.attributes.keys()));
        set = format!("<{of}{arguments}>");
        steps += &format!(".attributes::<{of}>()");
    }
    if signal.attributes.values().any(|of| of.sampling_relevant) {
        steps += ".sampled_by_attributes()";
    }
    let (constant, kind, name) =
        (constant(rest(ty)), kind(span.kind), span.name.as_deref().unwrap_or(span.refines.as_deref().unwrap_or(ty)));
    let refined = span.refines.as_ref().map_or_else(String::new, |of| format!(" a refinement of {},", named(of)));
    let mut facts =
        format!("{}:{refined} a span of the kind `{}`, {}.", named(ty), span.kind.name(), span.stability.name());
    let templates: Vec<_> = span
        .attributes
        .keys()
        .filter(|key| registry.attributes[*key].ty == Type::Template)
        .map(|key| format!("`{key}`"))
        .collect();
    if !templates.is_empty() {
        facts += &format!(" Attributes that begin with {} are set one by one.", templates.join(", "));
    }
    let docs = docs(&[doc(&span.brief), facts]);
    let deprecated = deprecated(span.deprecated.as_ref());
    format!(
        "{docs}{deprecated}pub const {constant}: SpanDeclaration{set} = Tracer::span::<{kind}>().name({name:?}){steps};\n"
    )
}
