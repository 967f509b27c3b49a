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
