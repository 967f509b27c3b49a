//! Which data source a query of Grafana is for: only Prometheus' queries are checked.
// Uses `yaml`. Used by `dashboard`, `dashboard_2`, `rule_file`.

use crate::yaml::Node;

/// Whether the plugin of a data source evaluates PromQL.
pub(super) fn is_promql(plugin: &str) -> bool {
    // VictoriaMetrics also has a plugin for logs, with another language.
    (plugin.contains("prometheus") || plugin.contains("victoriametrics")) && !plugin.contains("logs")
}

/// Whether the data source of a part of a dashboard or of an alert evaluates PromQL, if the part has one.
pub(super) fn is_prometheus(value: &Node) -> Option<bool> {
    let source = value.get("datasource")?;
    match source.get("type").and_then(Node::text) {
        // A mixed data source, or Grafana's own.
        Some("datasource") => None,
        Some(plugin) => Some(is_promql(plugin)),
        None => by_name(source.text().or_else(|| source.get("uid")?.text())?),
    }
}

/// Whether a data source evaluates PromQL, if a word of its name or its identifier says so.
pub(super) fn by_name(name: &str) -> Option<bool> {
    let name = name.to_ascii_lowercase();
    // Grafana itself, and the expressions over the results of an alert's queries.
    if ["-- grafana --", "__expr__"].contains(&name.as_str()) {
        return Some(false);
    }
    let others = [
        "loki",
        "tempo",
        "jaeger",
        "elastic",
        "elasticsearch",
        "opensearch",
        "influx",
        "influxdb",
        "graphite",
        "cloudwatch",
        "victorialogs",
    ];
    // `loki1` is one more of them.
    let mut words = name.split(|c: char| !c.is_ascii_alphabetic());
    (!name.contains("prom") && words.any(|word| others.contains(&word))).then_some(false)
}
