//! Reads the queries of Grafana dashboards in any of their schemas: a panel is every node with targets, or a resource of that
//! kind.
// Uses `dashboard_2`, `finding`, `query`, `source`, `yaml`. Used by `check`, `dashboard_2`.

use super::dashboard_2;
use super::finding::Findings;
use super::query::{Context, Query};
use super::source::is_prometheus;
use crate::yaml::{Node, Value};

pub(super) fn queries(file: &str, document: &Node, queries: &mut Vec<Query>, findings: &mut Findings) {
    let before = queries.len();
    walk(file, document, true, queries);
    // The dashboard itself, as a resource of Kubernetes or Grafana, or as Grafana's API returns it.
    let within = [Some(document), document.get("spec"), document.get("dashboard")].into_iter().flatten();
    let parts = ["panels", "rows", "elements", "templating"];
    let is_dashboard = within.into_iter().any(|one| parts.into_iter().any(|part| one.get(part).is_some()));
    if queries.len() == before && !is_dashboard {
        findings.unparsed(file, document.line, "it is not a dashboard: it has no `panels`");
    }
}

fn walk(file: &str, value: &Node, prometheus: bool, queries: &mut Vec<Query>) {
    match &value.value {
        Value::List(items) => items.iter().for_each(|item| walk(file, item, prometheus, queries)),
        Value::Map(entries) => {
            if dashboard_2::queries(file, value, queries) {
                return;
            }
            let prometheus = is_prometheus(value).unwrap_or(prometheus);
            if let Some(targets) = value.get("targets") {
                panel(file, value, targets.list(), prometheus, queries);
            }
            if value.get("type").and_then(Node::text) == Some("query") && prometheus {
                let query = value.get("query").map(|query| query.get("query").unwrap_or(query));
                variable(file, query, queries);
            }
            for (key, inner) in entries.iter().filter(|(key, _)| key != "targets") {
                // An annotation of the dashboard is a query, too.
                match inner.get("list").filter(|_| key == "annotations") {
                    Some(list) => {
                        for annotation in list.list() {
                            annotation_query(file, annotation, prometheus, queries);
                        }
                    }
                    None => walk(file, inner, prometheus, queries),
                }
            }
        }
        _ => {}
    }
}

/// How a panel shows the results of its queries.
pub(super) struct Shows<'a> {
    /// The name of its plugin.
    pub(super) kind: &'a str,
    /// Whether the results are transformed first.
    pub(super) transformed: bool,
    /// The units of its fields, and the overrides.
    pub(super) fields: Option<&'a Node>,
    /// The panel, if it can have its unit where older panels had it.
    pub(super) old: Option<&'a Node>,
}

fn panel(file: &str, panel: &Node, targets: &[Node], prometheus: bool, queries: &mut Vec<Query>) {
    let shows = Shows {
        kind: panel.get("type").and_then(Node::text).unwrap_or_default(),
        transformed: panel.get("transformations").is_some_and(|list| !list.list().is_empty()),
        fields: panel.get("fieldConfig"),
        old: Some(panel),
    };
    for target in targets.iter().filter(|target| is_prometheus(target).unwrap_or(prometheus)) {
        let reference = target.get("refId").and_then(Node::text).unwrap_or_default();
        shows.target(file, target, reference, queries);
    }
}

impl Shows<'_> {
    /// Reads a query of the panel: its expression, format and legend.
    pub(super) fn target(&self, file: &str, target: &Node, reference: &str, queries: &mut Vec<Query>) {
        let Some(expr) = target.get("expr").filter(|expr| is_written(expr)) else { return };
        // The axis of a heat map shows buckets, not counts. A table has columns instead of a legend.
        let format = target.get("format").and_then(Node::text);
        let as_series = !matches!(format, Some("heatmap" | "table")) && self.shows_series();
        let units = if as_series { self.units(reference) } else { Vec::new() };
        let legend = target.get("legendFormat").filter(|_| as_series).and_then(Node::text).map(str::to_owned);
        queries.extend(Query::new(file, expr, Context::Panel { units, legend }));
    }

    /// Whether the panel shows the queried series with their legends.
    fn shows_series(&self) -> bool {
        !self.transformed && !matches!(self.kind, "heatmap" | "table" | "table-old" | "histogram")
    }

    /// The units in which the values of a target can be shown; empty if unknown.
    fn units(&self, reference: &str) -> Vec<String> {
        let mut units = Vec::new();
        let fields = |path: &[&str]| self.fields.and_then(|fields| fields.at(path));
        let default = fields(&["defaults", "unit"]).and_then(Node::text);
        for one in fields(&["overrides"]).map(Node::list).unwrap_or_default() {
            let properties = one.get("properties").map(Node::list).unwrap_or_default();
            let unit = properties.iter().find(|property| property.get("id").and_then(Node::text) == Some("unit"));
            let Some(unit) = unit.and_then(|unit| unit.get("value")).and_then(Node::text) else { continue };
            let matcher = |key| one.at(&["matcher", key]).and_then(Node::text);
            match matcher("id") {
                Some("byFrameRefID") if matcher("options") == Some(reference) => return vec![unit.to_owned()],
                Some("byFrameRefID") => {}
                // Which series have the name is known only when there are results.
                _ => units.push(unit.to_owned()),
            }
        }
        units.extend(default.map(str::to_owned));
        let old = |key: &str| self.old.and_then(|panel| panel.get(key));
        for axis in old("yaxes").map(Node::list).unwrap_or_default() {
            if axis.get("show").is_none_or(|show| show.bool() == Some(true)) {
                units.extend(axis.get("format").and_then(Node::text).map(str::to_owned));
            }
        }
        if matches!(self.kind, "singlestat" | "gauge" | "grafana-singlestat-panel") {
            units.extend(old("format").and_then(Node::text).map(str::to_owned));
        }
        units
    }
}

fn is_written(expr: &Node) -> bool {
    expr.text().is_some_and(|text| !text.trim().is_empty())
}

/// `label_values(metric, label)`, `query_result(expression)`.
pub(super) fn variable(file: &str, query: Option<&Node>, queries: &mut Vec<Query>) {
    let Some((located, text)) = query.and_then(|query| Some((query, query.text()?))) else { return };
    let text = text.trim();
    let inner = |function: &str| text.strip_prefix(function)?.trim().strip_prefix('(')?.strip_suffix(')');
    let (query, label) = if let Some(arguments) = inner("label_values") {
        match arguments.rsplit_once(',') {
            Some((query, label)) => (query, Some(label.trim().to_owned())),
            // A query for all values of a label.
            None => return,
        }
    } else if let Some(query) = inner("query_result") {
        (query, None)
    } else {
        return;
    };
    queries.push(Query {
        file: file.to_owned(),
        line: located.line,
        block: false,
        text: query.trim().to_owned(),
        context: Context::Variable { label },
    });
}

fn annotation_query(file: &str, annotation: &Node, prometheus: bool, queries: &mut Vec<Query>) {
    if !is_prometheus(annotation).unwrap_or(prometheus) {
        return;
    }
    annotation_expr(file, annotation.get("expr").or_else(|| annotation.at(&["target", "expr"])), queries);
}

pub(super) fn annotation_expr(file: &str, expr: Option<&Node>, queries: &mut Vec<Query>) {
    let expr = expr.filter(|expr| is_written(expr));
    queries.extend(expr.and_then(|expr| Query::new(file, expr, Context::Variable { label: None })));
}
