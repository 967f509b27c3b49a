//! Checks of rules and dashboards against a catalogue.

mod catalogues;
mod functions;
mod page;
mod rule_files;
mod temperatures;
mod templates;
mod texts;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Millis, Seconds};
use meterstick_catalog::check::{Check, FindingLevel, Format, QueryFinding, Rule};
use meterstick_catalog::document::Document;
use meterstick_catalog::promql::Names;

meterstick::unit! {
    /// Orders.
    Orders = "{order}"
}

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a query names its values")]
enum Outcome {
    Accepted,
    Refused,
}

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "shop")]
struct Taken {
    outcome: Outcome,
    express: bool,
}

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "http")]
struct Served<'a> {
    route: &'a str,
    status: u16,
}

const ORDERS: Metric<Counter<u64, Orders, Taken>> =
    Meter::counter::<u64>().unit::<Orders>().name("shop.orders").attributes::<Taken>();
const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
const BUSY: Metric<Counter<f64, Millis>> = Meter::counter::<f64>().unit::<Millis>().name("shop.busy");
const IDLE: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>().unit::<Seconds>().name("shop.idle");
const QUEUED: Metric<UpDownCounter<i64, Orders>> = Meter::up_down_counter::<i64>().unit::<Orders>().name("shop.queued");
const OVEN: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("shop.oven");
const LATENCY: Metric<Histogram<f64, Seconds, Served<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("shop.latency")
    .attributes::<Served>()
    .boundaries(&[Seconds(0.1), Seconds(0.5), Seconds(1.0)]);
const NATIVE: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.native").exponential();

fn check() -> Check {
    Check::new(&Document::of(&meterstick::catalog![ORDERS, SENT, BUSY, IDLE, QUEUED, OVEN, LATENCY, NATIVE]))
}

fn wrong(findings: &[QueryFinding]) -> Vec<String> {
    let wrong = findings.iter().filter(|finding| finding.rule.level() != FindingLevel::Info);
    wrong.map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

/// What is found in a query of a panel in a unit.
#[track_caller]
fn panel(query: &str, unit: &str) -> Vec<String> {
    let dashboard = serde_json::json!({"panels": [{
        "type": "timeseries",
        "fieldConfig": {"defaults": {"unit": unit}, "overrides": []},
        "targets": [{"refId": "A", "expr": query}],
    }]});
    let mut check = check();
    check.dashboard("dashboard.json", &dashboard.to_string());
    assert_eq!(check.queries(), 1);
    wrong(&check.findings())
}

/// What is found in a query.
#[track_caller]
fn query(query: &str) -> Vec<String> {
    panel(query, "short")
}

#[track_caller]
fn nothing(queries: &[&str]) {
    for one in queries {
        assert_eq!(query(one), <[String; 0]>::default(), "{one}");
    }
}

/// That the findings are of these rules, and say so.
#[track_caller]
fn finds(one: &str, rule: Rule, says: &str) {
    let found = query(one);
    let [found] = &found[..] else { panic!("{one}: {found:#?}") };
    assert!(found.starts_with(&format!("{rule}: ")) && found.contains(says), "{one}: {found}");
}

#[test]
fn a_query_that_is_hostile_is_refused_and_one_that_is_long_is_checked() {
    let nested = |n: usize| format!("{}up{}", "(".repeat(n), ")".repeat(n));
    let signs = |n: usize| format!("{}up", "-".repeat(n));
    let added = |n: usize| format!("up{}", " + up".repeat(n));
    let either = |n: usize| format!("up{}", " or up".repeat(n));
    for query in [nested, signs, added, either] as [fn(usize) -> String; 4] {
        assert_eq!(self::query(&query(200)), <[String; 0]>::default());
        for hostile in [201, 100_000] {
            finds(
                &query(hostile),
                Rule::Unparsed,
                "a query with more than 200 parentheses and operators is not checked",
            );
        }
    }
    // What is in texts and in braces counts for nothing.
    nothing(&[&format!("up{{job=~\"{}\"}}", "a-b|".repeat(1_000))]);
}

#[test]
fn names_are_those_of_the_catalogue() {
    nothing(&["shop_queued", "sum(rate(shop_sent_bytes_total[5m]))", "up == 0", "shop_oven_celsius{job=\"a\"}"]);
    finds("sum(rate(shop_send_bytes_total[5m]))", Rule::UnknownMetric, "did you mean `shop_sent_bytes_total`?");
    finds("rate(shop_latency_seconds[5m])", Rule::UnknownMetric, "has `shop_latency_seconds_bucket`");
    finds("node_load1", Rule::UnknownMetric, "the catalogue has no `node_load1`");
    let mut check = check();
    check.others("node_").rules("rules.yaml", "groups: [{name: a, rules: [{record: b, expr: node_load1}]}]");
    assert_eq!(wrong(&check.findings()), <[String; 0]>::default());
}

#[test]
fn labels_are_those_of_the_metric() {
    nothing(&[
        "sum by (shop_outcome) (rate(shop_orders_total{shop_express=\"true\", instance=~\".+\"}[5m]))",
        "sum without (shop_express) (rate(shop_orders_total[5m]))",
        "sum by (new) (label_replace(rate(shop_orders_total[5m]), \"new\", \"$1\", \"shop_outcome\", \"(.*)\"))",
    ]);
    finds("sum by (outcom) (rate(shop_orders_total[5m]))", Rule::UnknownLabel, "has no label `outcom`");
    finds(
        "sum(rate(shop_orders_total{shop_outcom=\"refused\"}[5m]))",
        Rule::UnknownLabel,
        "did you mean `shop_outcome`?",
    );
    finds(
        "sum by (shop_outcome) (sum by (shop_express) (rate(shop_orders_total[5m])))",
        Rule::UnknownLabel,
        "what is left of `shop_orders_total` has no label `shop_outcome`",
    );
}

#[test]
fn values_are_those_of_the_enumeration() {
    nothing(&[
        "sum(rate(shop_orders_total{shop_outcome=~\"acc.*|x\"}[5m]))",
        "sum(rate(shop_orders_total{shop_outcome=\"$outcome\"}[5m]))",
        "sum(rate(shop_latency_seconds_count{http_status=~\"5..\", http_route=\"/any\"}[5m]))",
    ]);
    finds("sum(rate(shop_orders_total{shop_outcome=\"rejected\"}[5m]))", Rule::UnknownValue, "its values are");
    finds("sum(rate(shop_orders_total{shop_outcome=\"refusd\"}[5m]))", Rule::UnknownValue, "did you mean `refused`?");
    finds("sum(rate(shop_orders_total{shop_outcome=\"Refused\"}[5m]))", Rule::UnknownValue, "did you mean `refused`?");
    finds("sum(rate(shop_orders_total{shop_outcome=~\"5..\"}[5m]))", Rule::UnknownValue, "matches no value");
    finds("sum(rate(shop_orders_total{shop_express=\"yes\"}[5m]))", Rule::UnknownValue, "`true`, `false`");
    finds("sum(rate(shop_latency_seconds_count{http_status=\"5xx\"}[5m]))", Rule::UnknownValue, "is an integer");
}

#[test]
fn functions_are_over_the_kinds_that_they_are_for() {
    nothing(&[
        "delta(shop_queued[5m])",
        "count(shop_sent_bytes_total)",
        "absent(shop_sent_bytes_total)",
        "shop_sent_bytes_total > 0",
        "changes(shop_sent_bytes_total[5m])",
        "shop_sent_bytes_total - shop_sent_bytes_total offset 5m",
        "(shop_orders_total or on() vector(0)) - on() (shop_latency_seconds_count or on() vector(0))",
        "max_over_time(sum(rate(shop_sent_bytes_total[5m]))[1h:])",
        "sum(rate(shop_sent_bytes_total[5m])) and on() sum(shop_sent_bytes_total) > 0",
    ]);
    finds("rate(shop_queued[5m])", Rule::NotACounter, "is an up-down counter");
    finds("increase(shop_oven_celsius[5m])", Rule::NotACounter, "is a gauge");
    finds("delta(shop_sent_bytes_total[5m])", Rule::RawCounter, "`increase`");
    finds("sum(shop_sent_bytes_total)", Rule::RawCounter, "take `rate(shop_sent_bytes_total[5m])`");
    finds("shop_latency_seconds_sum / shop_latency_seconds_count", Rule::RawCounter, "whose total depends");
    finds("rate(sum(shop_sent_bytes_total)[5m:])", Rule::RateOfSum, "write `sum(rate(shop_sent_bytes_total[5m]))`");
}

#[test]
fn quantiles_are_of_buckets() {
    let quantile = |of: &str| format!("histogram_quantile(0.99, {of})");
    nothing(&[
        &quantile("sum by (le, http_route) (rate(shop_latency_seconds_bucket[5m]))"),
        &quantile("rate(shop_latency_seconds_bucket[5m])"),
        &quantile("sum(rate(shop_native_seconds[5m]))"),
        "sum(rate(shop_latency_seconds_bucket{le=\"0.5\"}[5m])) / sum(rate(shop_latency_seconds_count[5m]))",
        "sum(rate(shop_latency_seconds_bucket{le=~\"1|1.0\"}[5m]))",
        "sum by (le) (increase(shop_latency_seconds_bucket{le=\"+Inf\"}[5m]))",
    ]);
    finds(&quantile("sum(rate(shop_latency_seconds_bucket[5m]))"), Rule::NotBuckets, "lost their `le`");
    finds(&quantile("avg by (le) (rate(shop_latency_seconds_bucket[5m]))"), Rule::NotBuckets, "went through `avg`");
    finds(&quantile("rate(shop_latency_seconds_sum[5m])"), Rule::NotBuckets, "has none");
    finds("sum(rate(shop_latency_seconds_bucket{le=\"0.3\"}[5m]))", Rule::NotABoundary, "its nearest is 0.1 s");
    finds("sum(rate(shop_latency_seconds_bucket{le=~\"2|3\"}[5m]))", Rule::NotABoundary, "matches no boundary");
    let beyond = quantile("sum by (le) (rate(shop_latency_seconds_bucket[5m]))");
    finds(&format!("{beyond} > 1"), Rule::NeverTrue, "never more than 1");
    finds(&format!("{beyond} * 1000 > 5000"), Rule::NeverTrue, "end at its last boundary, 1000 ms");
    finds(&format!("5 < {beyond}"), Rule::NeverTrue, "never");
    nothing(&[&format!("{beyond} > 0.5"), &format!("{beyond} < 1")]);
    finds("histogram_quantile(99, rate(shop_latency_seconds_bucket[5m]))", Rule::NeverTrue, "from 0 to 1");
}

#[test]
fn both_sides_are_in_one_unit() {
    nothing(&[
        "rate(shop_idle_seconds_total[5m]) + rate(shop_busy_milliseconds_total[5m]) / 1000",
        "sum(rate(shop_sent_bytes_total[5m])) / sum(rate(shop_orders_total[5m]))",
        "rate(shop_idle_seconds_total[5m]) > 0.5",
        "1 - sum(rate(shop_orders_total[5m])) / sum(rate(shop_latency_seconds_count[5m]))",
        "rate(shop_sent_bytes_total[5m]) or vector(0)",
        "shop_queued * 2 > shop_queued offset 1h",
        "time() - shop_latency_seconds_created",
        "shop_oven_celsius > 200 or shop_queued > 10",
        "sum(rate(shop_orders_total[5m])) / sum(rate(shop_orders_total[5m])) or 0 * sum(rate(shop_sent_bytes_total[5m]))",
    ]);
    finds(
        "sum(rate(shop_idle_seconds_total[5m])) + sum(rate(shop_sent_bytes_total[5m]))",
        Rule::Units,
        "`+` is between `s/s` (of `shop_idle_seconds_total`) and `By/s` (of `shop_sent_bytes_total`)",
    );
    finds(
        "sum(increase(shop_idle_seconds_total[5m])) > sum(increase(shop_busy_milliseconds_total[5m]))",
        Rule::Units,
        "convert one of the two",
    );
    finds("shop_oven_celsius > shop_queued", Rule::Units, "do not measure the same thing");
}

#[test]
fn a_panel_is_in_the_unit_of_its_expression() {
    for (one, unit) in [
        ("sum(rate(shop_sent_bytes_total[5m]))", "Bps"),
        ("sum(rate(shop_sent_bytes_total[5m])) * 8", "bps"),
        ("sum(rate(shop_orders_total[5m]))", "reqps"),
        ("sum(increase(shop_orders_total[5m]))", "short"),
        ("histogram_quantile(0.9, rate(shop_latency_seconds_bucket[5m])) * 1000", "ms"),
        ("100 * sum(rate(shop_orders_total[5m])) / sum(rate(shop_orders_total[5m]))", "percent"),
        ("rate(shop_idle_seconds_total[5m])", "percentunit"),
        ("sum(rate(shop_sent_bytes_total[5m])) * 300", "bytes"),
        ("shop_oven_celsius", "suffix: degrees"),
    ] {
        assert_eq!(panel(one, unit), <[String; 0]>::default(), "{one} in {unit}");
    }
    for (one, unit, says) in [
        (
            "sum(rate(shop_sent_bytes_total[5m]))",
            "bytes",
            "shows `bytes`, which is `By`, and the expression is in `By/s`",
        ),
        ("sum(rate(shop_sent_bytes_total[5m]))", "bps", "`bit/s`"),
        (
            "histogram_quantile(0.9, rate(shop_latency_seconds_bucket[5m]))",
            "ms",
            "in `s` (of `shop_latency_seconds_bucket`)",
        ),
        ("sum(rate(shop_orders_total[5m])) / sum(rate(shop_orders_total[5m]))", "percent", "`%`"),
        ("shop_oven_celsius", "fahrenheit", "`Cel`"),
        // The counts of buckets say nothing of the unit of the values.
        ("histogram_quantile(0.9, sum by (le) (rate(shop_latency_seconds_bucket[5m]) / 1000))", "ms", "in `s`"),
    ] {
        let found = panel(one, unit);
        assert!(
            found.len() == 1 && found[0].starts_with("panel-unit: ") && found[0].contains(says),
            "{one}: {found:#?}"
        );
    }
}

#[test]
fn both_sides_have_labels_to_match_by() {
    let by = "sum by (shop_outcome) (rate(shop_orders_total[5m]))";
    let all = "sum(rate(shop_orders_total[5m]))";
    nothing(&[
        &format!("{by} / on() group_left() {all}"),
        &format!("{by} / ignoring(shop_outcome) group_left() {all}"),
        &format!("{by} / scalar({all})"),
        &format!("{by} / {by}"),
    ]);
    finds(&format!("{by} / {all}"), Rule::NoMatch, "nothing matches: the left side of `/` has `shop_outcome`");
    finds(&format!("{by} / on(shop_outcome) {all}"), Rule::UnknownLabel, "by which `on` matches");
}

#[test]
fn variables_are_understood() {
    nothing(&[
        "sum by ($by) (rate(shop_orders_total{shop_outcome=~\"$a|${b:pipe}\"}[$__rate_interval]))",
        "topk($n, sum by (shop_outcome) (rate(shop_orders_total[[[interval]]])))",
        "$metric{a=\"b\"} + ${prefix}_total",
        "histogram_quantile($q, sum by (le) (rate(shop_latency_seconds_bucket[$__interval:]))) > $threshold",
        "sum(increase(shop_orders_total[$__range])) / $__range_s",
    ]);
}

#[test]
fn what_cannot_be_read_is_a_warning_with_its_place() {
    let mut check = check();
    check.dashboard("broken.json", "{\n  \"panels\": [\n");
    check.rules("broken.yaml", "groups:\n- name: a\n  rules:\n  - alert: A\n    expr: sum(\n  - alert: B\n");
    check.rules("other.yaml", "kind: Deployment\n");
    check.dashboard("other.json", "{\"kind\": \"Deployment\", \"spec\": {\"replicas\": 1}}");
    let findings = check.findings();
    assert!(findings.iter().all(|finding| finding.rule.level() != FindingLevel::Error), "{findings:#?}");
    let places: Vec<_> = findings.iter().map(|finding| (&*finding.file, finding.line)).collect();
    assert!(places.contains(&("broken.yaml", 5)) && places.contains(&("broken.yaml", 6)), "{findings:#?}");
    assert!(places.iter().any(|(file, line)| *file == "broken.json" && *line >= 2), "{findings:#?}");
    assert!(places.contains(&("other.yaml", 1)) && places.contains(&("other.json", 1)), "{findings:#?}");
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
fn a_removed_metric_is_reported_as_removed() {
    const NOW: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.bytes.written");
    let mut check = Check::new(&Document::of(&meterstick::catalog![NOW]));
    check.before(&Document::of(&meterstick::catalog![SENT]));
    check
        .rules("rules.yaml", "groups: [{name: a, rules: [{record: b, expr: 'sum(rate(shop_sent_bytes_total[5m]))'}]}]");
    let findings = wrong(&check.findings());
    assert_eq!(
        findings,
        [
            "unknown-metric: `shop_sent_bytes_total` was removed from the catalogue: `shop_bytes_written_total` replaces it"
        ]
    );
}

#[test]
fn a_name_that_changed_with_the_unit_or_the_kind_is_reported_as_removed() {
    const KILO: Metric<Counter<u64, meterstick::unit::KiBytes>> =
        Meter::counter::<u64>().unit::<meterstick::unit::KiBytes>().name("shop.sent");
    const LEVEL: Metric<UpDownCounter<i64, Orders>> =
        Meter::up_down_counter::<i64>().unit::<Orders>().name("shop.orders");
    let mut check = Check::new(&Document::of(&meterstick::catalog![KILO, LEVEL]));
    check.before(&Document::of(&meterstick::catalog![SENT, ORDERS]));
    check.rules(
        "rules.yaml",
        "groups: [{name: a, rules: [{record: b, expr: 'sum(rate(shop_sent_bytes_total[5m]))'}, {record: c, expr: 'sum(rate(shop_orders_total[5m]))'}]}]",
    );
    let message =
        |old: &str, new: &str| format!("unknown-metric: `{old}` was removed from the catalogue: `{new}` replaces it");
    assert_eq!(
        wrong(&check.findings()),
        [message("shop_sent_bytes_total", "shop_sent_kibibytes_total"), message("shop_orders_total", "shop_orders")]
    );
}

#[test]
fn a_removed_label_is_reported_as_removed() {
    #[derive(Clone, Copy, Attributes)]
    #[attributes(prefix = "shop")]
    struct Renamed {
        result: Outcome,
        express: bool,
    }
    const NOW: Metric<Counter<u64, Orders, Renamed>> =
        Meter::counter::<u64>().unit::<Orders>().name("shop.orders").attributes::<Renamed>();
    let mut check = Check::new(&Document::of(&meterstick::catalog![NOW]));
    check.before(&Document::of(&meterstick::catalog![ORDERS]));
    let query = "sum by (shop_outcome) (rate(shop_orders_total{shop_outcome=\"refused\"}[5m]))";
    check.rules("rules.yaml", &format!("groups: [{{name: a, rules: [{{record: b, expr: '{query}'}}]}}]"));
    assert_eq!(
        wrong(&check.findings()),
        [
            "unknown-label: `shop_orders_total` has no label `shop_outcome`: it was removed from the catalogue, and `shop_result` replaces it"
        ]
    );
}

#[test]
fn histograms_can_all_be_native() {
    let found = |query: &str| {
        let metrics = meterstick::catalog![LATENCY, NATIVE];
        let mut check = Check::with_names(&Document::of(&metrics), Names::default().native_histograms());
        check.rules("rules.yaml", &format!("groups: [{{name: a, rules: [{{record: b, expr: '{query}'}}]}}]"));
        wrong(&check.findings())
    };
    for query in [
        "histogram_quantile(0.99, sum by (http_route) (rate(shop_latency_seconds[5m]))) > 0.5",
        "histogram_count(sum(rate(shop_native_seconds[5m])))",
        "histogram_sum(rate(shop_latency_seconds[5m])) / histogram_count(rate(shop_latency_seconds[5m])) > 0.2",
        "histogram_fraction(0, 0.5, rate(shop_latency_seconds[5m])) < 0.9",
    ] {
        assert_eq!(found(query), <[String; 0]>::default(), "{query}");
    }
    for (query, says) in [
        (
            "histogram_quantile(0.9, sum by (le) (rate(shop_latency_seconds_bucket[5m])))",
            "`shop.latency` is a native histogram, which has one series: write `histogram_quantile(0.99, rate(shop_latency_seconds[5m]))`",
        ),
        ("sum(rate(shop_native_seconds_count[5m]))", "write `histogram_count(rate(shop_native_seconds[5m]))`"),
        (
            "histogram_quantile(0.9, rate(shop_latency_seconds[5m])) > 7",
            "end at its last boundary, 1 s: this is never more than 7",
        ),
    ] {
        let found = found(query);
        assert!(found.len() == 1 && found[0].contains(says), "{query}: {found:#?}");
    }
    finds(
        "histogram_count(rate(shop_latency_seconds_bucket[5m]))",
        Rule::NotBuckets,
        "`histogram_count` is for native histograms, and `shop_latency_seconds_bucket` is not one",
    );
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
fn what_could_have_been_meant_is_named() {
    finds(
        "absent{} > 0",
        Rule::UnknownMetric,
        "`absent` is a function, and here it is the name of a series: write `absent(..)`",
    );
    finds("sum by (express) (rate(shop_orders_total[5m]))", Rule::UnknownLabel, "did you mean `shop_express`?");
    finds("max(queued)", Rule::UnknownMetric, "the catalogue has no `queued`");
    finds("sum(rate(shop_orders[5m]))", Rule::UnknownMetric, "did you mean `shop_orders_total`?");
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

#[test]
fn what_nothing_uses_is_information() {
    let mut check = check();
    check.rules("rules.yaml", "groups: [{name: a, rules: [{record: b, expr: 'sum(shop_queued)'}]}]");
    let findings = check.findings();
    assert_eq!(findings.len(), 7);
    assert!(findings.iter().all(|finding| finding.rule == Rule::Unused && finding.file.is_empty()));
    assert_eq!(findings[0].to_string(), "info[unused]: no rule and no dashboard uses `shop.busy`");
}

#[test]
fn findings_are_annotations_of_github() {
    let mut check = check();
    check.rules("a,b.yaml", "groups:\n- name: a\n  rules:\n  - {record: b, expr: 'rate(shop_queued[5m]) '}\n");
    let findings = check.findings();
    let text = Format::Github.write(&findings[..1]);
    assert!(text.starts_with("::error file=a%2Cb.yaml,line=4,title=not-a-counter::`rate` is for counters"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&Format::Json.write(&findings)).unwrap();
    assert_eq!((&json[0]["line"], &json[0]["level"]), (&4.into(), &"error".into()));
}
