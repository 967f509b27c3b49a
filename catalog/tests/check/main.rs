//! Checks of rules and dashboards against a catalogue.

mod catalogues;
mod dashboards;
mod functions;
mod page;
mod rule_files;
mod shares;
mod temperatures;
mod templates;
mod texts;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Fahrenheit, Millis, Seconds};
use meterstick_catalog::check::{Check, FindingLevel, Format, QueryFinding, Rule};
use meterstick_catalog::document::Document;

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
const OUTSIDE: Metric<Gauge<f64, Fahrenheit>> = Meter::gauge::<f64>().unit::<Fahrenheit>().name("shop.outside");
const LATENCY: Metric<Histogram<f64, Seconds, Served<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("shop.latency")
    .attributes::<Served>()
    .boundaries(&[Seconds(0.1), Seconds(0.5), Seconds(1.0)]);
const NATIVE: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.native").exponential();

fn check() -> Check {
    Check::new(&Document::of(&meterstick::catalog![ORDERS, SENT, BUSY, IDLE, QUEUED, OVEN, OUTSIDE, LATENCY, NATIVE]))
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
    let angles = |n: usize| format!("up{}", " atan2 up".repeat(n));
    // What is in a comment neither opens a text nor counts.
    let remarked = |n: usize| format!("# don't {{ ((\n{}up{}", "(".repeat(n), ")".repeat(n));
    for query in [nested, signs, added, either, angles, remarked] as [fn(usize) -> String; 6] {
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
fn what_cannot_be_read_is_found_with_its_place() {
    let mut check = check();
    check.dashboard("broken.json", "{\n  \"panels\": [\n");
    check.rules("broken.yaml", "groups:\n- name: a\n  rules:\n  - alert: A\n    expr: sum(\n  - alert: B\n");
    check.rules("other.yaml", "kind: Deployment\n");
    check.dashboard("other.json", "{\"kind\": \"Deployment\", \"spec\": {\"replicas\": 1}}");
    let findings = check.findings();
    // Only a file that is not JSON is an error.
    let errors: Vec<_> = findings.iter().filter(|finding| finding.rule.level() == FindingLevel::Error).collect();
    assert!(matches!(errors[..], [one] if one.rule == Rule::InvalidFile && one.file == "broken.json"), "{findings:#?}");
    let places: Vec<_> = findings.iter().map(|finding| (&*finding.file, finding.line)).collect();
    assert!(places.contains(&("broken.yaml", 5)) && places.contains(&("broken.yaml", 6)), "{findings:#?}");
    assert!(places.iter().any(|(file, line)| *file == "broken.json" && *line >= 2), "{findings:#?}");
    assert!(places.contains(&("other.yaml", 1)) && places.contains(&("other.json", 1)), "{findings:#?}");
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
