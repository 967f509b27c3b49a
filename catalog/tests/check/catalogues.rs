//! Several catalogues: what is true in one of them is no mistake.

use meterstick::catalog::Translation;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Millis, One, Seconds};
use meterstick_catalog::check::{Check, Rule};
use meterstick_catalog::document::Document;
use meterstick_catalog::promql::Names;

use super::{ORDERS, Orders, Outcome, SENT, check, wrong};

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a query names its values")]
enum Plan {
    Free,
    Paid,
}

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a query names its values")]
enum Offer {
    Paid,
    Trial,
}

#[derive(Clone, Copy, Attributes)]
struct Planned {
    plan: Plan,
}

#[derive(Clone, Copy, Attributes)]
struct Offered<'a> {
    plan: Offer,
    route: &'a str,
}

const ONE: Metric<Histogram<f64, Seconds, Planned>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("http.duration")
    .attributes::<Planned>()
    .boundaries(&[Seconds(0.1), Seconds(1.0)]);
const TWO: Metric<Histogram<f64, Seconds, Offered<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("http.duration")
    .attributes::<Offered>()
    .boundaries(&[Seconds(0.5), Seconds(1.0), Seconds(5.0)]);

/// What is found in queries, by one catalogue and another one.
fn found_by(catalogues: &[Document; 2], names: Names, queries: &[&str]) -> Vec<String> {
    let mut check = Check::with_names(&catalogues[0], names);
    check.also(&catalogues[1]);
    let rules = queries.iter().enumerate().map(|(at, query)| format!("  - {{record: 'a{at}', expr: '{query}'}}\n"));
    check.rules("rules.yaml", &format!("groups:\n- name: a\n  rules:\n{}", rules.collect::<String>()));
    wrong(&check.findings())
}

/// What is found in a query, by two catalogues in either order.
#[track_caller]
fn found(query: &str) -> Vec<String> {
    let catalogues = || [Document::of(&meterstick::catalog![ONE]), Document::of(&meterstick::catalog![TWO])];
    let [one, two] = catalogues();
    let found = found_by(&catalogues(), Names::default(), &[query]);
    assert_eq!(found, found_by(&[two, one], Names::default(), &[query]), "{query}");
    found
}

#[test]
fn a_metric_of_two_programs_has_the_labels_the_values_and_the_boundaries_of_both() {
    for query in [
        "sum by (plan, route) (rate(http_duration_seconds_count[5m]))",
        "sum(rate(http_duration_seconds_count{plan=~\"free|paid\", route=\"/\"}[5m]))",
        "sum(rate(http_duration_seconds_count{plan=\"trial\"}[5m]))",
        "sum(rate(http_duration_seconds_bucket{le=\"0.1\"}[5m])) / sum(rate(http_duration_seconds_bucket{le=\"0.5\"}[5m]))",
        "histogram_quantile(0.99, sum by (le) (rate(http_duration_seconds_bucket[5m]))) > 2",
    ] {
        assert_eq!(found(query), <[String; 0]>::default(), "{query}");
    }
    for (query, rule, says) in [
        ("sum by (plam) (rate(http_duration_seconds_count[5m]))", Rule::UnknownLabel, "did you mean `plan`?"),
        ("rate(http_duration_seconds_count{plan=\"none\"}[5m])", Rule::UnknownValue, "`free`, `paid`, `trial`"),
        ("rate(http_duration_seconds_bucket{le=\"0.6\"}[5m])", Rule::NotABoundary, "its nearest is 0.5 s"),
        (
            "histogram_quantile(0.99, sum by (le) (rate(http_duration_seconds_bucket[5m]))) > 5",
            Rule::NeverTrue,
            "end at its last boundary, 5 s",
        ),
    ] {
        let found = found(query);
        assert!(
            found.len() == 1 && found[0].starts_with(rule.name()) && found[0].contains(says),
            "{query}: {found:#?}"
        );
    }
}

#[test]
fn what_two_programs_say_differently_is_unknown() {
    const COUNTER: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("jobs");
    const GAUGE: Metric<Gauge<u64, One>> = Meter::gauge::<u64>().unit::<One>().name("jobs");
    const SECONDS: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>().unit::<Seconds>().name("age");
    const MILLIS: Metric<Gauge<f64, Millis>> = Meter::gauge::<f64>().unit::<Millis>().name("age");
    let catalogues =
        [Document::of(&meterstick::catalog![COUNTER, SECONDS]), Document::of(&meterstick::catalog![GAUGE, MILLIS])];
    let names = Names::new(Translation::UnderscoreEscapingWithoutSuffixes);
    let queries = [
        "rate(jobs[5m])",
        "delta(jobs[5m])",
        "jobs",
        "age > age offset 5m",
        "age + time()",
        "age + sum(rate(jobs[5m]))",
    ];
    assert_eq!(found_by(&catalogues, names, &queries), <[String; 0]>::default());
    let twice = [Document::of(&meterstick::catalog![GAUGE]), Document::of(&meterstick::catalog![GAUGE])];
    assert_eq!(found_by(&twice, names, &["rate(jobs[5m])"]).len(), 1);
}

#[test]
fn a_metric_is_used_in_whichever_catalogue_it_is() {
    let one = || Document::of(&meterstick::catalog![ONE]);
    let mut check = Check::new(&one());
    check.also(&one());
    check.rules(
        "rules.yaml",
        "groups: [{name: a, rules: [{record: b, expr: 'rate(http_duration_seconds_count[5m])'}]}]",
    );
    assert_eq!(check.findings(), []);
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
            "unknown-metric: `shop_sent_bytes_total` was removed from the catalogue: `shop_bytes_written_total` is new and similar"
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
            "unknown-label: `shop_orders_total` has no label `shop_outcome`: it was removed from the catalogue, and `shop_result` is new and similar"
        ]
    );
}

#[test]
fn an_empty_prefix_excludes_nothing() {
    let mut check = check();
    check.others("").rules("rules.yaml", "groups: [{name: a, rules: [{record: b, expr: 'sum(shop_queue)'}]}]");
    assert!(check.findings().iter().any(|finding| finding.rule == Rule::UnknownMetric));
}

#[test]
fn what_nothing_uses_is_information() {
    let mut check = check();
    check.rules("rules.yaml", "groups: [{name: a, rules: [{record: b, expr: 'sum(shop_queued)'}]}]");
    let findings = check.findings();
    assert_eq!(findings.len(), 8);
    assert!(findings.iter().all(|finding| finding.rule == Rule::Unused && finding.file.is_empty()));
    assert_eq!(findings[0].to_string(), "info[unused]: no rule and no dashboard uses `shop.busy`");
}

#[derive(Clone, Attributes)]
struct Further {
    plan: Plan,
    #[attribute(flatten)]
    further: KeyValues,
}

#[test]
fn a_metric_with_any_keys_has_any_label() {
    const PAIR: Metric<Counter<u64, One, (Planned, KeyValues)>> =
        Meter::counter::<u64>().unit::<One>().name("shop.x").attributes::<(Planned, KeyValues)>();
    const FLATTENED: Metric<Counter<u64, One, Further>> =
        Meter::counter::<u64>().unit::<One>().name("shop.x").attributes::<Further>();
    const ANY: Metric<Counter<u64, One, KeyValues>> =
        Meter::counter::<u64>().unit::<One>().name("shop.x").attributes::<KeyValues>();
    const DECLARED: Metric<Counter<u64, One, Planned>> =
        Meter::counter::<u64>().unit::<One>().name("shop.x").attributes::<Planned>();

    let queries = ["sum by (colour, plan) (rate(shop_x_total{colour=\"red\", plan=\"free\"}[5m]))"];
    let declared = || Document::of(&meterstick::catalog![DECLARED]);
    assert_eq!(found_by(&[declared(), declared()], Names::default(), &queries).len(), 1);
    for any in [meterstick::catalog![PAIR], meterstick::catalog![FLATTENED], meterstick::catalog![ANY]] {
        let any = || Document::of(&any);
        for both in [[any(), any()], [any(), declared()], [declared(), any()]] {
            assert_eq!(found_by(&both, Names::default(), &queries), <[String; 0]>::default());
        }
        let read = || Document::from_json(&any().to_json()).unwrap();
        assert_eq!(found_by(&[read(), read()], Names::default(), &queries), <[String; 0]>::default());
    }
}
