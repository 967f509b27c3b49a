//! Panels, variables and annotations in Grafana's second schema of dashboards: resources with a kind and a spec.
// Uses `dashboard`, `query`, `source`, `yaml`. Used by `dashboard`.

use super::dashboard::{Shows, annotation_expr, variable};
use super::query::Query;
use super::source::is_promql;
use crate::yaml::Node;

/// Reads the queries of a resource, if it is one that has queries.
pub(super) fn queries(file: &str, resource: &Node, queries: &mut Vec<Query>) -> bool {
    let (kind, Some(spec)) = (resource.get("kind").and_then(Node::text), resource.get("spec")) else { return false };
    match kind {
        Some("Panel") => panel(file, spec, queries),
        Some("QueryVariable") => {
            let query = spec.get("query").filter(|query| is_prometheus(query));
            let text = |key| query.and_then(|query| query.at(&["spec", key]));
            variable(file, text("query").or_else(|| text("__legacyStringValue")), queries);
        }
        Some("AnnotationQuery") => {
            let query = spec.get("query").filter(|query| is_prometheus(query));
            let expr = query.and_then(|query| query.at(&["spec", "expr"]));
            annotation_expr(file, expr.or_else(|| query.and(spec.at(&["legacyOptions", "expr"]))), queries);
        }
        _ => return false,
    }
    true
}

fn panel(file: &str, spec: &Node, queries: &mut Vec<Query>) {
    let shown = spec.get("vizConfig");
    let transformations = spec.at(&["data", "spec", "transformations"]);
    // In early versions, the kind was the plugin's name; later it is `VizConfig`, and the group is the plugin's name.
    let kind = shown.and_then(|shown| shown.get("group").or_else(|| shown.get("kind"))).and_then(Node::text);
    let shows = Shows {
        kind: kind.unwrap_or_default(),
        transformed: transformations.is_some_and(|list| !list.list().is_empty()),
        fields: shown.and_then(|shown| shown.at(&["spec", "fieldConfig"])),
        old: None,
    };
    for one in spec.at(&["data", "spec", "queries"]).map(Node::list).unwrap_or_default() {
        let Some(query) = one.at(&["spec", "query"]).filter(|query| is_prometheus(query)) else { continue };
        let reference = one.at(&["spec", "refId"]).and_then(Node::text).unwrap_or_default();
        if let Some(target) = query.get("spec") {
            shows.target(file, target, reference, queries);
        }
    }
}

/// Whether a query is one for Prometheus, by its group or, in early versions, by its kind.
fn is_prometheus(query: &Node) -> bool {
    let source = query.get("group").or_else(|| query.get("kind")).and_then(Node::text).unwrap_or_default();
    is_promql(source)
}
