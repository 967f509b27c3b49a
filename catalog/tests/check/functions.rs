//! Which series functions are applied to, however they are written: counters, buckets.

use meterstick::catalog::Translation;
use meterstick_catalog::check::{Check, Rule};
use meterstick_catalog::document::Document;
use meterstick_catalog::promql::Names;

use super::{LATENCY, NATIVE, ORDERS, QUEUED, check, finds, nothing, wrong};

#[test]
fn a_function_is_for_counters_however_its_series_are_written() {
    for query in [
        "rate({__name__=\"shop_queued\"}[5m])",
        "rate({\"shop_queued\"}[5m])",
        "rate(shop_queued[5m:1m])",
        "rate((shop_queued)[5m:])",
        "increase(sum(shop_queued)[1h:5m])",
        "resets(max by (job) (shop_queued offset 5m)[1h:])",
    ] {
        finds(query, Rule::NotACounter, "`shop_queued` is an up-down counter");
    }
    finds("delta({__name__=\"shop_sent_bytes_total\"}[5m])", Rule::RawCounter, "`increase`");
    finds("delta(shop_sent_bytes_total[5m:1m])", Rule::RawCounter, "`increase`");
    finds("rate(sum(shop_sent_bytes_total)[5m:])", Rule::RateOfSum, "write `sum(rate(shop_sent_bytes_total[5m]))`");
    nothing(&[
        "rate({__name__=\"shop_sent_bytes_total\"}[5m])",
        "rate(shop_sent_bytes_total[5m:1m])",
        "max_over_time(shop_queued[5m:1m])",
        "delta(sum(shop_queued)[1h:5m])",
        "rate(count(shop_queued)[1h:5m])",
        "rate({__name__=\"shop_queued\" or __name__=\"shop_sent_bytes_total\"}[5m])",
    ]);
}

#[test]
fn a_name_that_needs_quotes_has_them() {
    let found = |query: &str| {
        let catalogue = Document::of(&meterstick::catalog![ORDERS, QUEUED, LATENCY]);
        let mut check = Check::with_names(&catalogue, Names::new(Translation::NoTranslation));
        check
            .rules("rules.yaml", &format!("groups:\n- name: a\n  rules:\n  - record: b\n    expr: |\n      {query}\n"));
        let found = wrong(&check.findings());
        let [found] = &found[..] else { panic!("{query}: {found:#?}") };
        found.clone()
    };
    for (query, rule, says) in [
        ("rate({\"shop.queued\"}[5m])", Rule::NotACounter, "`shop.queued` is an up-down counter"),
        ("sum({\"shop.orders\"})", Rule::RawCounter, "take `rate({\"shop.orders\"}[5m])`"),
        ("rate(sum({\"shop.orders\"})[5m:])", Rule::RateOfSum, "write `sum(rate({\"shop.orders\"}[5m]))`"),
        ("sum(rate({\"shop.order\"}[5m]))", Rule::UnknownMetric, "did you mean `shop.orders`?"),
    ] {
        let found = found(query);
        assert!(found.starts_with(rule.name()) && found.contains(says), "{query}: {found}");
    }
    let mut check = Check::with_names(
        &Document::of(&meterstick::catalog![LATENCY]),
        Names::new(Translation::NoTranslation).native_histograms(),
    );
    check.rules("rules.yaml", "groups: [{name: a, rules: [{record: b, expr: 'rate({\"shop.latency_count\"}[5m])'}]}]");
    let found = wrong(&check.findings());
    assert!(found[0].ends_with("write `histogram_count(rate({\"shop.latency\"}[5m]))`"), "{found:#?}");
}

#[test]
fn buckets_remain_buckets_in_operations() {
    let quantile = |of: &str| format!("histogram_quantile(0.99, {of})");
    let rate = "sum by (le) (rate(shop_latency_seconds_bucket[5m]))";
    nothing(&[
        &quantile(&format!("{rate} > 0")),
        &quantile(&format!("{rate} > sum by (le) (rate(shop_latency_seconds_bucket[1h]))")),
        &quantile(&format!("{rate} - sum by (le) (rate(shop_latency_seconds_bucket{{http_route=\"/\"}}[5m]))")),
        &quantile("shop_latency_seconds_bucket - shop_latency_seconds_bucket offset 5m"),
        &quantile(&format!("{rate} / scalar(sum(rate(shop_latency_seconds_count[5m])))")),
        &quantile(&format!("{rate} / ignoring(le) group_left() sum(rate(shop_latency_seconds_count[5m]))")),
        &quantile(&format!("2 * {rate} + {rate}")),
        &quantile(&format!("{rate} or {rate}")),
        &quantile(&format!("-(-{rate})")),
        "histogram_quantile(0.99, rate(shop_native_seconds[5m]) > 0)",
        "histogram_count(shop_native_seconds) - histogram_count(shop_native_seconds offset 5m)",
    ]);
    finds(&quantile(&format!("{rate} > bool 0")), Rule::NotBuckets, "has none");
    finds(&quantile(&format!("{rate} / {rate}")), Rule::NotBuckets, "has none");
    finds(&quantile("sum(rate(shop_latency_seconds_bucket[5m])) > 0"), Rule::NotBuckets, "lost their `le`");
}

#[test]
fn a_quantile_is_of_a_rate() {
    for query in [
        "histogram_quantile(0.99, shop_latency_seconds_bucket)",
        "histogram_quantile(0.99, sum by (le) (shop_latency_seconds_bucket))",
        "histogram_fraction(0, 0.5, sum by (le) (shop_latency_seconds_bucket))",
    ] {
        finds(query, Rule::RawCounter, "take `rate(shop_latency_seconds_bucket[5m])`");
    }
    for query in [
        "histogram_quantile(0.99, shop_native_seconds)",
        "histogram_avg(sum(shop_native_seconds))",
        "histogram_count(shop_native_seconds)",
        "shop_native_seconds",
    ] {
        finds(query, Rule::RawCounter, "take `rate(shop_native_seconds[5m])`");
    }
    nothing(&["histogram_quantile(0.99, sum by (le) (increase(shop_latency_seconds_bucket[5m])))"]);
}

#[test]
fn buckets_that_two_rules_record_are_buckets() {
    let mut check = check();
    check.rules(
        "rules.yaml",
        "groups:
- name: a
  rules:
  - {record: 'le:latency:rate', expr: 'sum by (le) (rate(shop_latency_seconds_bucket[5m]))', labels: {window: 5m}}
  - {record: 'le:latency:rate', expr: 'sum by (le) (rate(shop_latency_seconds_bucket[1h]))', labels: {window: 1h}}
  - {record: p99, expr: 'histogram_quantile(0.99, sum by (le) (le:latency:rate)) > 5'}
",
    );
    let found = wrong(&check.findings());
    assert!(found.len() == 1 && found[0].starts_with("never-true: "), "{found:#?}");
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
