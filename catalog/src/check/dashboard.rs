//! Dashboards of Grafana, of any of its schemas: a panel is whatever has targets.

use super::finding::Findings;
use super::query::{Context, Query};
use crate::yaml::{Node, Value};

pub(super) fn queries(file: &str, document: &Node, queries: &mut Vec<Query>, findings: &mut Findings) {
    let before = queries.len();
    walk(file, document, true, queries);
    if queries.len() == before && document.get("panels").is_none() && document.get("dashboard").is_none() {
        let parts = ["rows", "spec", "elements", "templating"];
        if !parts.into_iter().any(|part| document.get(part).is_some()) {
            findings.unparsed(file, document.line, "it is no dashboard: it has no `panels`");
        }
    }
}

fn walk(file: &str, value: &Node, prometheus: bool, queries: &mut Vec<Query>) {
    match &value.value {
        Value::List(items) => items.iter().for_each(|item| walk(file, item, prometheus, queries)),
        Value::Map(entries) => {
            let prometheus = is_prometheus(value).unwrap_or(prometheus);
            if let Some(targets) = value.get("targets") {
                panel(file, value, targets.list(), prometheus, queries);
            }
            if value.get("type").and_then(Node::text) == Some("query") && prometheus {
                variable(file, value, queries);
            }
            for (key, inner) in entries.iter().filter(|(key, _)| key != "targets") {
                // An annotation of the dashboard is a query, too.
                if key == "annotations" {
                    for annotation in inner.get("list").map(Node::list).unwrap_or_default() {
                        annotation_query(file, annotation, prometheus, queries);
                    }
                } else {
                    walk(file, inner, prometheus, queries);
                }
            }
        }
        _ => {}
    }
}

/// Whether the data source is Prometheus', if it is said.
fn is_prometheus(value: &Node) -> Option<bool> {
    let source = value.get("datasource")?;
    if let Some(kind) = source.get("type").and_then(Node::text) {
        return match kind {
            "prometheus" => Some(true),
            // A source that mixes others, or that of Grafana itself.
            "datasource" => None,
            kind => Some(kind.contains("prometheus") || kind.contains("victoriametrics")),
        };
    }
    let name = source.text()?.to_ascii_lowercase();
    let others =
        ["loki", "tempo", "jaeger", "elastic", "opensearch", "influx", "graphite", "cloudwatch", "-- grafana --"];
    others.iter().any(|other| name.contains(other)).then_some(false)
}

fn panel(file: &str, panel: &Node, targets: &[Node], prometheus: bool, queries: &mut Vec<Query>) {
    for target in targets {
        if !is_prometheus(target).unwrap_or(prometheus) {
            continue;
        }
        let Some(expr) = target.get("expr") else { continue };
        if expr.text().is_none_or(|text| text.trim().is_empty()) {
            continue;
        }
        let reference = target.get("refId").and_then(Node::text).unwrap_or_default();
        // A heat map's axis is that of the buckets, not of the counts. A table has columns, and no legend.
        let format = target.get("format").and_then(Node::text);
        let as_series = format != Some("heatmap") && format != Some("table") && shows_series(panel);
        let units = if as_series { units(panel, reference) } else { Vec::new() };
        let legend = target.get("legendFormat").filter(|_| as_series).and_then(Node::text).map(str::to_owned);
        queries.extend(Query::new(file, expr, Context::Panel { units, legend }));
    }
}

/// Whether a panel shows the series as they are queried, by their legends.
fn shows_series(panel: &Node) -> bool {
    let kind = panel.get("type").and_then(Node::text).unwrap_or_default();
    let transformed = panel.get("transformations").is_some_and(|list| !list.list().is_empty());
    !transformed && !matches!(kind, "heatmap" | "table" | "table-old" | "histogram")
}

/// The units that a target's values may be in; none where that is not known.
fn units(panel: &Node, reference: &str) -> Vec<String> {
    let kind = panel.get("type").and_then(Node::text).unwrap_or_default();
    let mut units = Vec::new();
    let default = panel.at(&["fieldConfig", "defaults", "unit"]).and_then(Node::text);
    let overrides = panel.at(&["fieldConfig", "overrides"]).map(Node::list).unwrap_or_default();
    for one in overrides {
        let properties = one.get("properties").map(Node::list).unwrap_or_default();
        let unit = properties.iter().find(|property| property.get("id").and_then(Node::text) == Some("unit"));
        let Some(unit) = unit.and_then(|unit| unit.get("value")).and_then(Node::text) else { continue };
        let matcher = |key| one.at(&["matcher", key]).and_then(Node::text);
        match matcher("id") {
            Some("byFrameRefID") if matcher("options") == Some(reference) => return vec![unit.to_owned()],
            Some("byFrameRefID") => {}
            // Which series have the name is known only when they are there.
            _ => units.push(unit.to_owned()),
        }
    }
    units.extend(default.map(str::to_owned));
    // As panels were before.
    for axis in panel.get("yaxes").map(Node::list).unwrap_or_default() {
        if axis.get("show").is_none_or(|show| show.bool() == Some(true)) {
            units.extend(axis.get("format").and_then(Node::text).map(str::to_owned));
        }
    }
    if matches!(kind, "singlestat" | "gauge" | "grafana-singlestat-panel") {
        units.extend(panel.get("format").and_then(Node::text).map(str::to_owned));
    }
    units
}

/// `label_values(metric, label)`, `query_result(expression)`.
fn variable(file: &str, variable: &Node, queries: &mut Vec<Query>) {
    let Some(located) = variable.get("query") else { return };
    let located = located.get("query").unwrap_or(located);
    let Some(text) = located.text() else { return };
    let text = text.trim();
    let inner = |function: &str| text.strip_prefix(function)?.trim().strip_prefix('(')?.strip_suffix(')');
    let (query, label) = if let Some(arguments) = inner("label_values") {
        match arguments.rsplit_once(',') {
            Some((query, label)) => (query, Some(label.trim().to_owned())),
            // All values of a label.
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
    let Some(expr) = annotation.get("expr").or_else(|| annotation.at(&["target", "expr"])) else { return };
    if expr.text().is_some_and(|text| !text.trim().is_empty()) {
        queries.extend(Query::new(file, expr, Context::Variable { label: None }));
    }
}
