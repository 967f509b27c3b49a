//! What Prometheus refuses in groups of rules, besides their queries.
// Uses `finding`, `nearest`, `yaml`. Used by `rule_file`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::finding::Findings;
use crate::nearest::nearest;
use crate::yaml::Node;

/// Why no rules can be read from the groups, and the line.
pub(super) fn shape(groups: &Node) -> Option<(usize, &'static str)> {
    let Some(list) = groups.items() else {
        return Some((groups.line, "`groups` is not a list: begin each group with `- name:`"));
    };
    list.iter().find_map(|group| {
        if !group.is_map() {
            return Some((group.line, "a group is not a map: give it a `name` and `rules`"));
        }
        if let Some(rule) = group.get("rule") {
            return Some((rule.line, "a group has no `rule`: write `rules`, and a list"));
        }
        let rules = group.get("rules").filter(|rules| rules.items().is_none())?;
        Some((rules.line, "`rules` is not a list: begin each rule with `- alert:` or `- record:`"))
    })
}

/// The fields of a group. `partial_response_strategy` is a field of Prometheus' operator, for Thanos.
const GROUP: [&str; 7] = ["interval", "labels", "limit", "name", "partial_response_strategy", "query_offset", "rules"];

const RULE: [&str; 7] = ["alert", "annotations", "expr", "for", "keep_firing_for", "labels", "record"];

/// Reports the names, the fields and the durations that Prometheus does not take. Grafana has its own fields.
pub(super) fn fields(file: &str, groups: &Node, findings: &mut Findings) {
    let mut names = BTreeSet::new();
    for group in groups.list().iter().filter(|group| !is_of_grafana(group)) {
        unknown(file, group, "a group", &GROUP, findings);
        match group.get("name").and_then(Node::text) {
            None | Some("") if !is_merged(group) => {
                findings.refused(file, group.line, "a group has no name: add `name:`");
            }
            Some(name) if !names.insert(name) => {
                let reason = format!("two groups have the name `{name}`: rename one of them");
                findings.refused(file, group.line, &reason);
            }
            _ => {}
        }
        durations(file, group, &["interval", "query_offset"], findings);
        for rule in group.get("rules").map(Node::list).unwrap_or_default() {
            self::rule(file, rule, findings);
        }
    }
}

fn rule(file: &str, rule: &Node, findings: &mut Findings) {
    unknown(file, rule, "a rule", &RULE, findings);
    durations(file, rule, &["for", "keep_firing_for"], findings);
    let has = |key: &str| rule.get(key).and_then(Node::text).is_some_and(|text| !text.is_empty());
    if has("record") && has("alert") {
        findings.refused(file, rule.line, "a rule has a `record` and an `alert`: remove one of them");
    } else if has("record") {
        let of_alerts = |(key, value): &&(String, Node)| match key.as_str() {
            "annotations" => !value.entries().is_empty(),
            "for" | "keep_firing_for" => !matches!(value.text(), None | Some("0" | "0s")),
            _ => false,
        };
        if let Some((key, value)) = rule.entries().iter().find(of_alerts) {
            findings.refused(file, value.line, &format!("only an alert has `{key}`, and this rule records: remove it"));
        }
    }
}

/// Grafana exports alerts in groups, which are in a folder.
fn is_of_grafana(group: &Node) -> bool {
    let rules = group.get("rules").map(Node::list).unwrap_or_default();
    group.get("folder").is_some() || rules.iter().any(|rule| rule.get("data").is_some())
}

/// Whether it has the fields of another map as well.
fn is_merged(of: &Node) -> bool {
    of.get("<<").is_some()
}

fn unknown(file: &str, of: &Node, what: &str, known: &[&str], findings: &mut Findings) {
    for (key, value) in of.entries().iter().filter(|(key, _)| key != "<<" && !known.contains(&key.as_str())) {
        let meant = nearest(key, known.iter().copied());
        let advice = meant.map_or_else(|| "remove it".to_owned(), |meant| format!("did you mean `{meant}`?"));
        findings.refused(file, value.line, &format!("{what} has no field `{key}`: {advice}"));
    }
}

fn durations(file: &str, of: &Node, keys: &[&str], findings: &mut Findings) {
    static DURATION: LazyLock<Regex> = LazyLock::new(|| {
        let parts = ["y", "w", "d", "h", "m", "s", "ms"].map(|unit| format!("([0-9]+{unit})?"));
        Regex::new(&format!("^(0|{})$", parts.concat())).expect("it is a regular expression")
    });
    for key in keys {
        let Some(value) = of.get(key) else { continue };
        let text = value.text().unwrap_or_default();
        if text.is_empty() || !DURATION.is_match(text) {
            let reason = format!("`{key}` is not a duration: write one such as `5m` or `1h30m`");
            findings.refused(file, value.line, &reason);
        }
    }
}
