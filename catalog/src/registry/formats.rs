//! The formats of registries: written files of format 1 and 2, and the output of `weaver registry resolve -f json` for each.
// Uses `fields`, `model`, `problem`, `raw`, `registry`, `yaml`. Used by `read`.

use super::fields::{Fields, one_of};
use super::raw::{Group, Import, Imported, Raw, RawUse, What};
use crate::yaml::Node;

/// Reads one file.
pub(super) fn file(fields: &mut Fields<'_>, root: &Node, raw: &mut Raw) {
    fields.spelled(root);
    let format = root.get("file_format").and_then(Node::text).unwrap_or_default();
    if is_definition_2(root) {
        definition_2(fields, root, raw);
    } else if format.starts_with("definition/") && format != "definition/1" {
        let message = format!(
            "`file_format` is `{format}`, which is unknown: write `definition/2`, or `definition/1` for `groups:`"
        );
        fields.problem(root, message);
    } else if let Some(registry) = root.get("registry").filter(|registry| registry.is_map()) {
        fields.resolved = true;
        let catalog = catalog(fields, root, raw);
        if registry.get("groups").is_some() {
            groups(fields, registry, &catalog, raw);
        } else {
            resolved_2(fields, registry, &catalog, raw);
            if let Some(refinements) = root.get("refinements") {
                resolved_refinements(fields, refinements, &catalog, raw);
            }
        }
    } else if root.get("groups").is_some() {
        fields.resolved |= root.get("registry_url").is_some();
        groups(fields, root, &[], raw);
        imports(fields, root, raw);
    } else if root.get("imports").is_some() {
        imports(fields, root, raw);
    } else if has_signals(root) {
        let message =
            "this file defines signals but does not name its format: begin it with `file_format: definition/2`";
        fields.problem(root, message);
    } else {
        let message = "this is not a file of a registry: it has neither `groups:` nor `file_format: definition/2`, and it is not \
                       what `weaver registry resolve -f json` writes";
        fields.problem(root, message);
    }
}

/// Whether a file belongs to a registry, and not to something else in its folder.
pub(super) fn is_registry(root: &Node) -> bool {
    let format = root.get("file_format").and_then(Node::text).unwrap_or_default();
    let resolved = root.get("registry").is_some_and(Node::is_map);
    let lists = ["groups", "imports"].into_iter().any(|list| root.get(list).is_some());
    format.starts_with("definition/") || is_definition_2(root) || resolved || lists || has_signals(root)
}

/// Whether a file is of format 2, which was `version: "2"` before it had a name.
fn is_definition_2(root: &Node) -> bool {
    let is = |key: &str, value: &str| root.get(key).and_then(Node::text) == Some(value);
    is("file_format", "definition/2") || is("version", "2")
}

/// Whether the file has lists of format 2, even if it does not declare the format.
fn has_signals(root: &Node) -> bool {
    let has = |list: &str, field: &str| {
        let items = root.get(list).and_then(Node::items).unwrap_or_default();
        items.iter().any(|item| item.get(field).is_some())
    };
    has("metrics", "instrument") || has("attributes", "key") || has("spans", "kind")
}

/// The types of groups.
const TYPES: [&str; 5] = ["metric", "span", "attribute_group", "event", "entity"];

/// Other types of groups, some of them by their earlier names.
const OTHER_TYPES: [&str; 3] = ["resource", "scope", "undefined"];

/// Reads `groups:` of format 1, written or resolved.
fn groups(fields: &mut Fields<'_>, root: &Node, catalog: &[RawUse], raw: &mut Raw) {
    for node in fields.items(root, "groups") {
        fields.spelled(node);
        let Some(id) = fields.required(node, "id", "a group") else { continue };
        let what = format!("the group `{id}`");
        let extends = node.get("extends").and_then(|of| Some((of.text()?.to_owned(), fields.place(of))));
        let name = node.get("metric_name").and_then(Node::text).unwrap_or(id.strip_prefix("span.").unwrap_or(&id));
        if fields.skip.contains(name) {
            continue;
        }
        let common = fields.common(node, &what);
        let kind = match node.get("type").and_then(Node::text).unwrap_or("span") {
            "metric" => metric_1(fields, node, &id),
            "span" => What::Span {
                ty: id.strip_prefix("span.").unwrap_or(&id).to_owned(),
                kind: Some(fields.span_kind(node, "span_kind", &what).unwrap_or(super::model::SpanKind::Internal)),
                name: None,
            },
            "attribute_group" | "metric_group" => What::Attributes,
            other => {
                if !TYPES.contains(&other) && !OTHER_TYPES.contains(&other) {
                    fields.problem(node, format!("{what} has the type `{other}`: write {}", one_of(&TYPES)));
                }
                What::Other
            }
        };
        let defined = raw.definitions.len();
        let uses = uses(fields, node, "attributes", catalog, raw);
        if matches!(kind, What::Attributes) {
            let preferred = raw.definitions.split_off(defined);
            raw.preferred.extend(preferred);
        }
        let group = Group {
            place: fields.place(node),
            includes: ref_groups(fields, node, "attributes"),
            id,
            extends,
            uses,
            common,
            what: kind,
        };
        raw.groups.push(group);
    }
}

fn metric_1(fields: &mut Fields<'_>, node: &Node, id: &str) -> What {
    let Some(name) = fields.required(node, "metric_name", &format!("the metric of the group `{id}`")) else {
        return What::Other;
    };
    metric(fields, node, name)
}

fn metric(fields: &mut Fields<'_>, node: &Node, name: String) -> What {
    let what = format!("the metric `{name}`");
    let instrument = fields.instrument(node, &what);
    // A metric must have a unit, even if it is a count.
    let unit = fields.required(node, "unit", &what);
    let (number, declared) = fields.annotations(node);
    match instrument {
        Some(instrument) => What::Metric { name, instrument: Some(instrument), unit, number, declared },
        None => What::Other,
    }
}

/// Reads `file_format: definition/2`.
fn definition_2(fields: &mut Fields<'_>, root: &Node, raw: &mut Raw) {
    for node in fields.items(root, "attributes") {
        fields.spelled(node);
        let Some(key) = fields.required(node, "key", "an attribute") else { continue };
        if fields.skip.contains(&key) {
            continue;
        }
        let definition = fields.definition(node, &key);
        raw.definitions.push((key, definition));
    }
    signals(fields, root, &[], raw);
    for node in fields.items(root, "metric_refinements") {
        refinement(fields, node, "metric", raw);
    }
    for node in fields.items(root, "span_refinements") {
        refinement(fields, node, "span", raw);
    }
    imports(fields, root, raw);
}

/// Reads the lists of format 2, written or resolved.
fn signals(fields: &mut Fields<'_>, root: &Node, catalog: &[RawUse], raw: &mut Raw) {
    for node in fields.items(root, "attribute_groups") {
        fields.spelled(node);
        let Some(id) = fields.required(node, "id", "an attribute group") else { continue };
        let what = format!("the attribute group `{id}`");
        signal(fields, node, id, &what, What::Attributes, catalog, raw);
    }
    for node in fields.items(root, "metrics") {
        fields.spelled(node);
        let Some(name) = fields.required(node, "name", "a metric") else { continue };
        if fields.skip.contains(&name) {
            continue;
        }
        let (id, what) = (format!("metric.{name}"), format!("the metric `{name}`"));
        let kind = metric(fields, node, name);
        signal(fields, node, id, &what, kind, catalog, raw);
    }
    for node in fields.items(root, "spans") {
        fields.spelled(node);
        let Some(ty) = fields.required(node, "type", "a span") else { continue };
        if fields.skip.contains(&ty) {
            continue;
        }
        let (id, what) = (format!("span.{ty}"), format!("the span `{ty}`"));
        if node.get("kind").is_none() {
            fields.problem(node, format!("{what} has no `kind`: add one, such as `internal`"));
        }
        let kind = fields.span_kind(node, "kind", &what);
        let name = node.get("name").and_then(|name| fields.text(name, "note"));
        signal(fields, node, id, &what, What::Span { ty, kind, name }, catalog, raw);
    }
}

fn signal(fields: &mut Fields<'_>, node: &Node, id: String, what: &str, kind: What, catalog: &[RawUse], raw: &mut Raw) {
    let group = Group {
        place: fields.place(node),
        extends: None,
        includes: ref_groups(fields, node, "attributes"),
        uses: uses(fields, node, "attributes", catalog, raw),
        common: fields.common(node, what),
        id,
        what: kind,
    };
    raw.groups.push(group);
}

/// Reads a refinement: a signal as a part of the program records it, with other attributes.
fn refinement(fields: &mut Fields<'_>, node: &Node, of: &str, raw: &mut Raw) {
    fields.spelled(node);
    let Some(id) = fields.required(node, "id", "a refinement") else { return };
    let what = format!("the refinement `{id}`");
    let Some(base) = fields.required(node, "ref", &what) else { return };
    let place = node.get("ref").map_or_else(|| fields.place(node), |of| fields.place(of));
    refinement_of(fields, node, of, id, (base, place), &[], raw);
}

fn refinement_of(
    fields: &mut Fields<'_>,
    node: &Node,
    of: &str,
    id: String,
    (base, place): (String, super::Place),
    catalog: &[RawUse],
    raw: &mut Raw,
) {
    if fields.skip.contains(&base) || fields.skip.contains(&id) {
        return;
    }
    let what = format!("the refinement `{id}`");
    let kind = match of {
        // A refinement is recorded as its metric, with the number type and the buckets of that.
        "metric" => {
            let (number, declared) = fields.annotations(node);
            What::Metric { name: base.clone(), instrument: None, unit: None, number, declared }
        }
        _ => What::Span {
            ty: base.clone(),
            kind: None,
            name: node.get("name").and_then(|name| fields.text(name, "note")),
        },
    };
    let group = Group {
        place: fields.place(node),
        extends: Some((format!("{of}.{base}"), place)),
        includes: ref_groups(fields, node, "attributes"),
        uses: uses(fields, node, "attributes", catalog, raw),
        common: fields.common(node, &what),
        id,
        what: kind,
    };
    raw.groups.push(group);
}

/// Reads the output of `weaver registry resolve --v2`.
fn resolved_2(fields: &mut Fields<'_>, registry: &Node, catalog: &[RawUse], raw: &mut Raw) {
    for node in fields.items(registry, "attributes") {
        // An attribute in place, or its index in the catalogue.
        if node.is_map() && node.get("key").is_some() {
            let Some(key) = fields.required(node, "key", "an attribute") else { continue };
            let definition = fields.definition(node, &key);
            raw.definitions.push((key, definition));
        }
    }
    signals(fields, registry, catalog, raw);
}

/// Reads the refinements of a resolved file. Each contains the whole signal. The signal itself is one of them; its id is its
/// name.
fn resolved_refinements(fields: &mut Fields<'_>, root: &Node, catalog: &[RawUse], raw: &mut Raw) {
    for (key, name, of) in [("metrics", "name", "metric"), ("spans", "type", "span")] {
        for node in fields.items(root, key) {
            let Some(id) = fields.required(node, "id", "a refinement") else { continue };
            let Some(base) = fields.required(node, name, &format!("the refinement `{id}`")) else { continue };
            if id != base {
                refinement_of(fields, node, of, id, (base, fields.place(node)), catalog, raw);
            }
        }
    }
}

/// The list of attributes of a resolved file, to which signals refer by index.
fn catalog(fields: &mut Fields<'_>, root: &Node, raw: &mut Raw) -> Vec<RawUse> {
    let inner = root.get("catalog").filter(|catalog| catalog.get("attributes").is_some());
    match inner {
        Some(catalog) => fields.uses(catalog, "attributes", &mut raw.definitions),
        None => fields.uses(root, "attribute_catalog", &mut raw.definitions),
    }
}

/// The attributes of a group, some of them as indices into the catalogue.
fn uses(fields: &mut Fields<'_>, node: &Node, key: &str, catalog: &[RawUse], raw: &mut Raw) -> Vec<RawUse> {
    if catalog.is_empty() {
        return fields.uses(node, key, &mut raw.definitions);
    }
    let mut uses = Vec::new();
    for item in fields.items(node, key) {
        let place = item.int().or_else(|| item.get("base")?.int()).and_then(|at| usize::try_from(at).ok());
        let Some(found) = place.and_then(|at| catalog.get(at)) else {
            fields.problem(item, "an attribute is not in the list of attributes: resolve the registry again");
            continue;
        };
        let mut one = found.clone();
        one.place = fields.place(item);
        one.level = fields.level(item, &one.key).or(one.level);
        one.sampling_relevant |= item.get("sampling_relevant").and_then(Node::bool).unwrap_or(false);
        uses.push(one);
    }
    uses
}

fn ref_groups(fields: &mut Fields<'_>, node: &Node, key: &str) -> Vec<(String, super::Place)> {
    let items = node.get(key).and_then(Node::items).unwrap_or_default();
    let named = |item: &Node| Some((item.get("ref_group")?.text()?.to_owned(), fields.place(item)));
    let mut groups: Vec<_> = items.iter().filter_map(named).collect();
    // Format 1 has them in a separate list.
    for item in node.get("include_groups").and_then(Node::items).unwrap_or_default() {
        groups.extend(item.text().map(|id| (id.to_owned(), fields.place(item))));
    }
    groups
}

fn imports(fields: &mut Fields<'_>, root: &Node, raw: &mut Raw) {
    let Some(imports) = root.get("imports") else { return };
    fields.spelled(imports);
    for (key, of) in [("metrics", Imported::Metrics), ("spans", Imported::Spans)] {
        for item in fields.items(imports, key) {
            if let Some(pattern) = item.text() {
                raw.imports.push(Import { place: fields.place(item), pattern: pattern.to_owned(), of });
            }
        }
    }
}
