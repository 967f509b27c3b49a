//! What the check reads in files of rules: groups, alerts, and the alerts that Grafana exports.

use meterstick_catalog::check::Rule;

use super::{check, wrong};

/// What is found in a file of rules.
#[track_caller]
fn found(rules: &str) -> Vec<String> {
    let mut check = check();
    check.rules("rules.yaml", rules);
    wrong(&check.findings())
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
