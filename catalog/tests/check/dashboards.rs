//! What the check reads in dashboards: panels, legends, and Grafana's second schema.

use super::{check, wrong};

#[test]
fn a_dashboard_is_one_document_of_json() {
    for text in ["", "<html>\n<body>Sign in</body>\n</html>", "{\"panels\": []}{\"panels\": []}", "panels: []"] {
        let mut check = check();
        check.dashboard("dashboard.json", text);
        let found = wrong(&check.findings());
        assert!(found.len() == 1 && found[0].starts_with("invalid-file: "), "{text}: {found:#?}");
    }
}

#[test]
fn a_table_has_no_legend() {
    let found = |kind: &str, transformations: &[&str]| {
        let dashboard = serde_json::json!({"panels": [{
            "type": kind,
            "transformations": transformations,
            "targets": [{"refId": "A", "expr": "max(shop_queued)", "legendFormat": "{{shop_outcome}}"}],
        }]});
        let mut check = check();
        check.dashboard("dashboard.json", &dashboard.to_string());
        wrong(&check.findings())
    };
    assert_eq!(
        found("timeseries", &[]),
        [
            "unknown-label: what is left of `shop_queued` has no label `shop_outcome`, which the legend names: it has no labels"
        ]
    );
    assert_eq!(found("table", &[]), <[String; 0]>::default());
    assert_eq!(found("timeseries", &["organize"]), <[String; 0]>::default());
}

#[test]
fn a_data_source_is_of_another_system_if_a_word_of_its_name_says_so() {
    let found = |source: serde_json::Value| {
        let panel =
            serde_json::json!({"datasource": source, "targets": [{"refId": "A", "expr": "rate(shop_queued[5m])"}]});
        let mut check = check();
        check.dashboard("dashboard.json", &serde_json::json!({"panels": [panel]}).to_string());
        wrong(&check.findings()).len()
    };
    for name in ["Temporal metrics", "prometheus-elastic", "Metrics"] {
        assert_eq!(found(name.into()), 1, "{name}");
        assert_eq!(found(serde_json::json!({"uid": name})), 1, "{name}");
    }
    for name in ["Loki", "tempo-eu", "Elasticsearch", "-- Grafana --", "__expr__"] {
        assert_eq!(found(name.into()), 0, "{name}");
    }
}

/// As Grafana's second schema has it: with the plugin as the group or, at first, as the kind.
fn resource(kind: &str, group: &str, spec: serde_json::Value) -> serde_json::Value {
    match kind {
        "" => serde_json::json!({"kind": group, "spec": spec}),
        kind => serde_json::json!({"kind": kind, "group": group, "version": "v0", "spec": spec}),
    }
}

#[test]
fn dashboards_of_the_second_schema_are_read() {
    for (query, shown) in [("DataQuery", "VizConfig"), ("", "")] {
        let panel_query = |source: &str, expr: &str| {
            let target = serde_json::json!({"expr": expr, "legendFormat": "{{shop_outcome}}"});
            serde_json::json!({"kind": "PanelQuery", "spec": {"refId": "A", "hidden": false, "query": resource(query, source, target)}})
        };
        let queries = [
            panel_query("prometheus", "sum(rate(shop_sent_bytes_total[$__rate_interval]))"),
            panel_query("loki", "sum(rate({app=\"a\"}[1m]))"),
        ];
        let fields = serde_json::json!({"fieldConfig": {"defaults": {"unit": "bytes"}, "overrides": []}});
        let panel = serde_json::json!({"kind": "Panel", "spec": {
            "id": 1,
            "data": {"kind": "QueryGroup", "spec": {"queries": queries, "transformations": []}},
            "vizConfig": resource(shown, "timeseries", fields),
        }});
        let variable = resource(query, "prometheus", serde_json::json!({"query": "label_values(shop_queud, job)"}));
        let annotation =
            resource(query, "prometheus", serde_json::json!({"expr": "changes(shop_ovn_celsius[5m]) > 0"}));
        let dashboard = serde_json::json!({"apiVersion": "dashboard.grafana.app/v2", "kind": "Dashboard", "spec": {
            "elements": {"panel-1": panel},
            "variables": [{"kind": "QueryVariable", "spec": {"name": "job", "query": variable}}],
            "annotations": [{"kind": "AnnotationQuery", "spec": {"name": "changes", "query": annotation}}],
        }});
        let mut check = check();
        check.dashboard("dashboard.json", &dashboard.to_string());
        assert_eq!(check.queries(), 3);
        let found = wrong(&check.findings());
        for says in [
            "panel-unit: the panel shows `bytes`, which is `By`, and the expression is in `By/s`",
            "has no label `shop_outcome`, which the legend names",
            "the catalogue has no `shop_queud`: did you mean `shop_queued`?",
            "the catalogue has no `shop_ovn_celsius`: did you mean `shop_oven_celsius`?",
        ] {
            assert!(found.iter().any(|one| one.contains(says)), "{says}: {found:#?}");
        }
        assert_eq!(found.len(), 4, "{found:#?}");
    }
}
