//! Which series functions are applied to, however they are written: counters, buckets.

use meterstick::catalog::Translation;
use meterstick_catalog::check::{Check, Rule};
use meterstick_catalog::document::Document;
use meterstick_catalog::promql::Names;

use super::{LATENCY, ORDERS, QUEUED, check, finds, nothing, wrong};

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
