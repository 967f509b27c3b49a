//! Templates of annotations: what is of the alert, and what is of a query within them.

use meterstick_catalog::check::Rule;

use super::{check, wrong};

/// What is found in an annotation of an alert on a sum of orders, by outcome.
#[track_caller]
fn found(annotation: &str) -> Vec<String> {
    let mut check = check();
    let rules = serde_json::json!({"groups": [{"name": "shop", "rules": [{
        "alert": "A",
        "expr": "sum by (shop_outcome) (increase(shop_orders_total[5m])) > 5",
        "annotations": {"summary": annotation},
    }]}]});
    check.rules("rules.yaml", &rules.to_string());
    wrong(&check.findings())
}

#[test]
fn the_labels_and_values_of_a_query_are_not_the_alerts() {
    for annotation in [
        "{{ range query \"sum by (http_route) (rate(shop_latency_seconds_sum[5m]))\" }}{{ .Labels.http_route }}: {{ .Value }}s {{ end }}",
        "{{ with query \"max(shop_oven_celsius)\" }}{{ . | first | value | humanizeDuration }}{{ end }}",
        "{{ $first := query \"max(shop_oven_celsius)\" | first }}{{ $first.Labels.job }}: {{ $first.Value }} B",
        "{{ range $at, $one := query \"shop_queued\" }}{{ $one.Value }}s{{ end }}: {{ .Labels.shop_outcome }}",
    ] {
        assert_eq!(found(annotation), <[String; 0]>::default(), "{annotation}");
    }
    let one = |annotation: &str, says: &str| {
        let found = found(annotation);
        assert!(found.len() == 1 && found[0].contains(says), "{annotation}: {found:#?}");
    };
    one("{{ range query \"shop_queued\" }}{{ $labels.http_route }}{{ end }}", "has no label `http_route`");
    one("{{ range query \"shop_queued\" }}{{ end }}{{ .Labels.http_route }}", "has no label `http_route`");
    one("{{ if .Labels.http_route }}{{ end }}", "has no label `http_route`");
    one("{{ with query \"shop_queued\" }}{{ $.Value }}s{{ end }}", "shows the value in `s`");
}

#[test]
fn what_a_defined_template_gets_is_not_the_alert() {
    for annotation in [
        "{{ define \"x\" }}{{ .Value }}s {{ $.Value }}s {{ .Labels.zz }}{{ $.Labels.zz }}{{ end }}{{ template \"x\" 5 }}",
        "{{ define \"x\" }}{{ if . }}{{ index $.Labels \"zz\" }}{{ else }}{{ $.Value | humanizeDuration }}{{ end }}{{ end }}",
        "{{ block \"x\" (query \"shop_queued\" | first) }}{{ $.Labels.zz }}: {{ $.Value }}s{{ end }}",
    ] {
        assert_eq!(found(annotation), <[String; 0]>::default(), "{annotation}");
    }
    // After it, `$` is the alert again.
    for annotation in [
        "{{ define \"x\" }}{{ end }}{{ $.Labels.zz }}",
        "{{ define \"x\" }}{{ with . }}{{ end }}{{ end }}{{ $.Value }}s",
        "{{ if true }}{{ $.Labels.zz }}{{ end }}",
    ] {
        assert_eq!(found(annotation).len(), 1, "{annotation}");
    }
}

#[test]
fn the_ending_of_a_plural_is_not_a_unit() {
    for annotation in [
        "{{ $value }} order{{ if gt $value 1.0 }}s{{ end }} wait",
        "{{ if eq $value 1.0 }}one order{{ else if gt $value 1.0 }}{{ $value }} orders{{ else }}s{{ end }}",
        "{{ $many := gt $value 1.0 }}{{ $value }} order{{ if $many }}s{{ end }}",
    ] {
        assert_eq!(found(annotation), <[String; 0]>::default(), "{annotation}");
    }
    for annotation in
        ["{{ $value }} second{{ if gt $value 1.0 }}s{{ end }}", "{{ if gt $value 1.0 }}{{ $value }}s{{ end }}"]
    {
        assert_eq!(found(annotation).len(), 1, "{annotation}");
    }
}

#[test]
fn queries_in_annotations_are_checked() {
    let mut check = check();
    check.rules(
        "rules.yaml",
        r#"groups:
- name: shop
  rules:
  - alert: A
    expr: shop_queued > 10
    annotations:
      summary: '{{ with query "sum(rate(shop_send_bytes_total[5m]))" }}{{ . | first | value | humanize }}{{ end }}'
"#,
    );
    let findings = check.findings();
    assert_eq!((findings[0].line, findings[0].rule), (7, Rule::UnknownMetric), "{findings:#?}");
    assert_eq!(wrong(&findings).len(), 1, "{findings:#?}");
}
