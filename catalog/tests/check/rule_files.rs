//! What the check reads in files of rules: groups, alerts, and the alerts that Grafana exports.

use meterstick_catalog::check::{FindingLevel, Rule};

use super::{check, wrong};

/// What is found in a file of rules.
#[track_caller]
fn found(rules: &str) -> Vec<String> {
    let mut check = check();
    check.rules("rules.yaml", rules);
    wrong(&check.findings())
}

#[test]
fn a_file_whose_rules_are_not_found_is_not_passed_over() {
    let rule = "{record: a, expr: 'max(shop_queued)'}";
    for (file, reason) in [
        (String::new(), "unparsed: this cannot be read and is not checked: it is empty"),
        ("# Rules.\n---\n".to_owned(), "unparsed: this cannot be read and is not checked: it is empty"),
        (format!("groups: {{name: a, rules: [{rule}]}}"), "`groups` is not a list"),
        ("groups: a".to_owned(), "`groups` is not a list"),
        ("groups:\n".to_owned(), "`groups` is empty: begin each group"),
        ("groups: [a]".to_owned(), "a group is not a map"),
        (format!("groups: [{{name: a, rules: {rule}}}]"), "`rules` is not a list"),
        (format!("groups: [{{name: a, rule: [{rule}]}}]"), "a group has no `rule`: write `rules`"),
        ("groups: [{name: a}]".to_owned(), "a group has `rules`, and this has none"),
        (format!("kind: List\nitems: [{{spec: {{group: [{{name: a, rules: [{rule}]}}]}}}}]"), "it has no `groups`"),
        ("kind: List\nitems: [{kind: Deployment}]".to_owned(), "it has no `groups`"),
    ] {
        let found = found(&file);
        let rule = if reason.contains("not a ") || reason.contains("write") { "invalid-file: " } else { "unparsed: " };
        assert!(found.len() == 1 && found[0].starts_with(rule) && found[0].contains(reason), "{file}: {found:#?}");
    }
    let right = format!("groups: [{{name: a, rules: [{rule}]}}, {{name: b, rules: []}}]");
    assert_eq!(found(&right), <[String; 0]>::default());
    assert_eq!(found(&format!("{right}\n---\n")), <[String; 0]>::default());
}

#[test]
fn what_prometheus_refuses_in_groups_is_found() {
    let rule = |fields: &str| format!("groups: [{{name: a, rules: [{{expr: 'max(shop_queued)', {fields}}}]}}]");
    for (file, reason) in [
        ("groups: [{name: a, rules: []}, {name: a, rules: []}]".to_owned(), "two groups have the name `a`: rename one"),
        ("groups: [{rules: []}]".to_owned(), "a group has no name"),
        ("groups: [{name: '', rules: []}]".to_owned(), "a group has no name"),
        ("groups: [{name: a, intervall: 5m, rules: []}]".to_owned(), "no field `intervall`: did you mean `interval`?"),
        ("groups: [{name: a, interval: 5, rules: []}]".to_owned(), "`interval` is not a duration"),
        (rule("record: a, alert: b"), "a rule has a `record` and an `alert`"),
        (rule("record: a, severity: page"), "a rule has no field `severity`: remove it"),
        (rule("alert: a, for: 5 minutes"), "`for` is not a duration: write one such as `5m`"),
        (rule("alert: a, for: 1m1h"), "`for` is not a duration"),
        (rule("alert: a, keep_firing_for: ''"), "`keep_firing_for` is not a duration"),
        (rule("record: a, annotations: {summary: a}"), "only an alert has `annotations`, and this rule records"),
        (rule("record: a, for: 5m"), "only an alert has `for`"),
    ] {
        let found = found(&file);
        let start = "invalid-file: Prometheus refuses this file: ";
        assert!(found.len() == 1 && found[0].starts_with(start) && found[0].contains(reason), "{file}: {found:#?}");
    }
    for right in [
        rule("alert: a, for: 0, keep_firing_for: 1w2d3h4m5s6ms, annotations: {a: b}"),
        rule("record: a, for: 0s, annotations: {}, labels: {a: b}"),
        "groups: [{name: a, labels: {a: b}, limit: 3, query_offset: 1m, interval: 1m, rules: []}]".to_owned(),
        "apiVersion: 1\ngroups: [{orgId: 1, name: a, folder: b, rules: []}, {name: a, folder: c, rules: []}]"
            .to_owned(),
    ] {
        assert_eq!(found(&right), <[String; 0]>::default(), "{right}");
    }
}

#[test]
fn only_the_first_document_of_a_file_of_rules_is_read() {
    let rule = "rules: [{record: a, expr: 'max(shop_unknown)'}]";
    let mut check = check();
    check.rules("rules.yaml", &format!("groups: []\n---\ngroups: [{{name: a, {rule}}}]"));
    assert_eq!(check.queries(), 0);
    let findings = wrong(&check.findings());
    let reason = "Prometheus reads only the first document of a file: write one list of `groups`";
    assert!(findings.len() == 1 && findings[0].ends_with(reason), "{findings:#?}");
    let operator = format!("kind: PrometheusRule\nspec: {{groups: [{{name: a, {rule}}}]}}");
    let found = found(&format!("{operator}\n---\n{operator}"));
    assert!(!found.is_empty() && found.iter().all(|one| one.starts_with("unknown-metric: ")), "{found:#?}");
}

#[test]
fn the_labels_of_a_group_are_those_of_its_rules() {
    let rules = |label: &str| {
        format!(
            "groups:
- name: shop
  labels: {{squad: a}}
  rules:
  - record: shop:rate
    expr: sum(rate(shop_orders_total[5m]))
    labels: {{kind: all}}
  - record: shop:sum
    expr: sum by ({label}) (shop:rate)
"
        )
    };
    assert_eq!(found(&rules("squad, kind")), <[String; 0]>::default());
    let unknown = found(&rules("sqad"));
    assert!(unknown.len() == 1 && unknown[0].contains("did you mean `squad`?"), "{unknown:#?}");
}

#[test]
fn the_labels_of_a_group_are_templates_of_its_alerts() {
    let found = found(
        "groups:
- name: shop
  labels: {outcome: '{{ $labels.shop_outcom }}'}
  rules:
  - alert: A
    expr: sum by (shop_outcome) (rate(shop_orders_total[5m])) > 5
    labels: {outcome: '{{ $labels.shop_outcome }}'}
",
    );
    assert!(found.len() == 1 && found[0].contains("did you mean `shop_outcome`?"), "{found:#?}");
}

#[test]
fn only_queries_for_prometheus_are_read_in_alerts_of_grafana() {
    let rules = |uid: &str, source: &str| {
        format!(
            "apiVersion: 1
groups:
- name: shop
  rules:
  - title: Errors
    data:
    - refId: A
      datasourceUid: {uid}
      model: {{expr: 'sum(rate({{app=\"x\"}} |= \"err\" [5m]))'{source}}}
"
        )
    };
    for (uid, source) in [
        ("P8E80F9AEF21F6940", ", datasource: {type: loki, uid: P8E80F9AEF21F6940}"),
        ("P8E80F9AEF21F6940", ", datasource: {type: victoriametrics-logs-datasource}"),
        ("P8E80F9AEF21F6940", ", datasource: {uid: loki1}"),
        ("loki1", ""),
        ("__expr__", ""),
    ] {
        assert_eq!(found(&rules(uid, source)), <[String; 0]>::default(), "{uid}{source}");
    }
    for (uid, source) in [
        ("P8E80F9AEF21F6940", ""),
        ("loki1", ", datasource: {type: prometheus}"),
        ("a", ", datasource: {type: victoriametrics-metrics-datasource}"),
    ] {
        let found = found(&rules(uid, source));
        assert!(found.len() == 1 && found[0].starts_with(Rule::Unparsed.name()), "{uid}{source}: {found:#?}");
    }
}

const RULES: &str = r#"
groups:
- name: shop
  rules:
  - record: shop:wait:p99
    expr: |
      histogram_quantile(0.99,
        sum by (le, http_route) (rate(shop_latency_seconds_bucket[5m])))
  - alert: Slow
    expr: shop:wait:p99 > shop_queued
    annotations:
      summary: "{{ $labels.http_route }} {{ $labels.http_status }}"
      description: '{{ $value }}ms, {{ $value | humanizePercentage }}'
  - alert: Lines
    expr: |
      sum(rate(shop_sent_bytes_total[5m]))
        >
      sum(shop_queud)
"#;

#[test]
fn recorded_series_and_annotations_are_known() {
    let mut check = check();
    check.rules("rules.yaml", RULES);
    let findings = check.findings();
    let places: Vec<_> = findings
        .iter()
        .filter(|finding| finding.rule.level() == FindingLevel::Error)
        .map(|finding| (finding.line, finding.rule))
        .collect();
    assert_eq!(
        places,
        [
            (10, Rule::Units),
            (12, Rule::UnknownLabel),
            (13, Rule::AnnotationUnit),
            (13, Rule::AnnotationUnit),
            (18, Rule::UnknownMetric),
        ],
        "{findings:#?}"
    );
}

#[test]
fn what_is_recorded_of_a_quantile_ends_where_the_quantile_does() {
    let found = |threshold: &str| {
        let mut check = check();
        let quantile = "histogram_quantile(0.99, sum by (le) (rate(shop_latency_seconds_bucket[5m])))";
        check.rules(
            "rules.yaml",
            &format!("groups: [{{name: a, rules: [{{record: 'a:b:c', expr: '{quantile}'}}, {{alert: A, expr: 'a:b:c > {threshold}'}}]}}]"),
        );
        wrong(&check.findings())
    };
    assert_eq!(
        found("5000"),
        ["never-true: the quantiles of `shop.latency` end at its last boundary, 1 s: this is never more than 5000"]
    );
    assert_eq!(found("0.5"), <[String; 0]>::default());
}

#[test]
fn alerts_that_grafana_exports_as_json_are_read() {
    let alerts = serde_json::json!({"apiVersion": 1, "groups": [{"name": "a", "rules": [{"title": "b", "data": [
        {"refId": "A", "datasourceUid": "prometheus", "model": {"expr": "rate(shop_queued[5m])"}},
        {"refId": "B", "datasourceUid": "__expr__", "model": {"expression": "A", "type": "threshold"}},
    ]}]}]});
    let mut check = check();
    check.dashboard("alerts.json", &alerts.to_string());
    assert_eq!(check.queries(), 1);
    let found = wrong(&check.findings());
    assert!(found.len() == 1 && found[0].starts_with("not-a-counter: "), "{found:#?}");
}
