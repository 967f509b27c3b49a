//! Reads files of rules: Prometheus', its operator's, and Grafana's exported alerts.
// Uses `finding`, `query`, `refused`, `source`, `template`, `yaml`. Used by `check`.

use super::finding::Findings;
use super::query::{Context, Query};
use super::{refused, source, template};
use crate::yaml::Node;

pub(super) fn queries(file: &str, document: &Node, queries: &mut Vec<Query>, findings: &mut Findings) {
    let groups = document.get("groups").or_else(|| document.at(&["spec", "groups"]));
    let Some(groups) = groups else {
        if let Some((_, empty)) = document.entries().iter().find(|(key, _)| key == "groups") {
            return findings.unparsed(file, empty.line, "`groups` is empty: begin each group with `- name:`");
        }
        // A Kubernetes list contains several.
        let items = document.get("items").map(Node::list).unwrap_or_default();
        let mut rules = items.iter().filter(|item| is_rules(item)).peekable();
        if rules.peek().is_none() {
            findings.unparsed(file, document.line, "it is not a file of rules: it has no `groups`");
        }
        rules.for_each(|item| self::queries(file, item, queries, findings));
        return;
    };
    if let Some((line, reason)) = refused::shape(groups) {
        return findings.invalid(file, line, reason);
    }
    refused::fields(file, groups, findings);
    for group in groups.list() {
        if group.entries().iter().all(|(key, _)| key != "rules") {
            findings.unparsed(file, group.line, "a group has `rules`, and this has none");
        }
        for rule in group.get("rules").map(Node::list).unwrap_or_default() {
            self::rule(file, group, rule, queries, findings);
        }
    }
}

/// Whether an item of a Kubernetes list has rules, or would have them without a mistake.
fn is_rules(item: &Node) -> bool {
    let is_kind = item.get("kind").and_then(Node::text) == Some("PrometheusRule");
    is_kind || ["groups", "group"].into_iter().any(|key| item.at(&["spec", key]).is_some())
}

fn rule(file: &str, group: &Node, rule: &Node, queries: &mut Vec<Query>, findings: &mut Findings) {
    // Grafana's own alerts have queries, and expressions over their results.
    if let Some(data) = rule.get("data") {
        for query in data.list().iter().filter(|query| is_for_prometheus(query)) {
            let expr = query.at(&["model", "expr"]);
            let context = Context::Panel { units: Vec::new(), legend: None };
            queries.extend(expr.and_then(|expr| Query::new(file, expr, context)));
        }
        return;
    }
    // The labels of a group are added to each of its rules.
    let labels = [group, rule].into_iter().filter_map(|one| one.get("labels")).flat_map(Node::entries);
    let context = match (rule.get("record").and_then(Node::text), rule.get("alert")) {
        (Some(name), _) => {
            Context::Record { name: name.to_owned(), labels: labels.map(|(label, _)| label.clone()).collect() }
        }
        (None, Some(_)) => {
            let annotations = rule.get("annotations").map(Node::entries).unwrap_or_default();
            let texts = annotations.iter().chain(labels);
            let texts = texts.filter_map(|(_, text)| Some((text.line, text.text()?.to_owned())));
            Context::Alert { texts: texts.collect() }
        }
        (None, None) => {
            return findings.unparsed(file, rule.line, "a rule has a `record` or an `alert`, and this has neither");
        }
    };
    if let Context::Alert { texts } = &context {
        for (line, text) in texts {
            queries.extend(template::queries(text).into_iter().map(|text| Query {
                file: file.to_owned(),
                line: *line,
                block: false,
                text,
                context: Context::Template,
            }));
        }
    }
    match rule.get("expr").and_then(|expr| Query::new(file, expr, context)) {
        Some(query) => queries.push(query),
        None => findings.unparsed(file, rule.line, "a rule has an `expr`, and this has none"),
    }
}

/// Whether a query of Grafana's own alerts is for Prometheus: its model has the data source, as in a dashboard, or only the
/// identifier is known.
fn is_for_prometheus(query: &Node) -> bool {
    let by_uid = || query.get("datasourceUid").and_then(Node::text).and_then(source::by_name);
    query.get("model").and_then(source::is_prometheus).or_else(by_uid).unwrap_or(true)
}
