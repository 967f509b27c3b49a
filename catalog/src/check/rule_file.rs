//! Reads files of rules: Prometheus', its operator's, and Grafana's exported alerts.
// Uses `finding`, `query`, `template`, `yaml`. Used by `check`.

use super::finding::Findings;
use super::query::{Context, Query};
use super::template;
use crate::yaml::Node;

pub(super) fn queries(file: &str, document: &Node, queries: &mut Vec<Query>, findings: &mut Findings) {
    let groups = document.get("groups").or_else(|| document.at(&["spec", "groups"]));
    let Some(groups) = groups else {
        // A Kubernetes list contains several.
        let items = document.get("items").map(Node::list).unwrap_or_default();
        if items.is_empty() {
            findings.unparsed(file, document.line, "it is not a file of rules: it has no `groups`");
        }
        for item in items.iter().filter(|item| item.at(&["spec", "groups"]).is_some()) {
            self::queries(file, item, queries, findings);
        }
        return;
    };
    for rule in groups.list().iter().flat_map(|group| group.get("rules").map(Node::list).unwrap_or_default()) {
        let texts = ["annotations", "labels"].into_iter().filter_map(|key| rule.get(key));
        let texts = texts.flat_map(Node::entries).filter_map(|(_, text)| Some((text.line, text.text()?.to_owned())));
        // Grafana's own alerts have queries, and expressions over their results.
        if let Some(data) = rule.get("data") {
            for query in
                data.list().iter().filter(|query| query.get("datasourceUid").and_then(Node::text) != Some("__expr__"))
            {
                let expr = query.get("model").and_then(|model| model.get("expr"));
                let context = Context::Panel { units: Vec::new(), legend: None };
                queries.extend(expr.and_then(|expr| Query::new(file, expr, context)));
            }
            continue;
        }
        let context = match (rule.get("record").and_then(Node::text), rule.get("alert")) {
            (Some(name), _) => {
                let labels = rule.get("labels").map(Node::entries).unwrap_or_default();
                let labels = labels.iter().map(|(label, _)| label.clone()).collect();
                Context::Record { name: name.to_owned(), labels }
            }
            (None, Some(_)) => Context::Alert { texts: texts.collect() },
            (None, None) => {
                findings.unparsed(file, rule.line, "a rule has a `record` or an `alert`, and this has neither");
                continue;
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
}
