//! What is written of a query.

use meterstick::prelude::*;
use meterstick::unit::{
    Bytes, Celsius, Days, Fahrenheit, Hours, KBytes, Kelvin, Micros, Millis, Minutes, Per, Percent, Seconds,
};
use meterstick::{AttributeValue, Attributes, Key};
use meterstick_catalog::promql::{Condition, Expr, Label, Names, QueryError, Target, query};

use super::declared::*;

fn text<U>(expression: Expr<U>) -> String {
    expression.promql(&Names::default()).unwrap()
}

fn condition(condition: Condition) -> String {
    condition.promql(&Names::default()).unwrap()
}

#[test]
fn a_counter_has_rates_and_increases() {
    assert_eq!(text(query(&SENT).rate(Minutes(5))), "sum(rate(shop_sent_bytes_total[5m]))");
    assert_eq!(text(query(&IDLE).increase(Days(1))), "sum(increase(shop_idle_seconds_total[1d]))");
    let by = query(&ORDERS).by(|keys| (keys.outcome, keys.express)).rate(Hours(2));
    assert_eq!(text(by), "sum by (shop_order_outcome, shop_order_express) (rate(shop_orders_total[2h]))");
}

#[test]
fn a_gauge_has_a_value() {
    assert_eq!(text(query(&QUEUED).sum()), "sum(shop_queued)");
    assert_eq!(
        text(query(&OVEN).by_target(Target::Instance).max()),
        "max by (instance) (shop_oven_temperature_celsius)"
    );
    assert_eq!(text(query(&OVEN).min_over(Minutes(1))), "min(min_over_time(shop_oven_temperature_celsius[1m]))");
    assert_eq!(text(query(&OVEN).average()), "avg(shop_oven_temperature_celsius)");
}

#[test]
fn a_histogram_has_quantiles_a_mean_and_fractions() {
    assert_eq!(
        text(query(&LATENCY).by(|keys| keys.route).quantile(0.99, Minutes(5))),
        "histogram_quantile(0.99, sum by (le, http_route) (rate(http_server_request_duration_seconds_bucket[5m])))"
    );
    assert_eq!(
        text(query(&LATENCY).mean(Minutes(5))),
        "sum(rate(http_server_request_duration_seconds_sum[5m])) / \
         sum(rate(http_server_request_duration_seconds_count[5m]))"
    );
    assert_eq!(
        text(query(&LATENCY).fraction_within(Millis(500), Minutes(5))),
        "sum(rate(http_server_request_duration_seconds_bucket{le=\"0.5\"}[5m])) / \
         sum(rate(http_server_request_duration_seconds_count[5m]))"
    );
}

#[test]
fn a_boundary_is_found_however_it_was_exposed() {
    let within = |expression: Expr<_>| text(expression).split(['{', '}']).nth(1).unwrap().to_owned();
    assert_eq!(within(query(&LATENCY).within(Seconds(1)).increase(Minutes(1))), r#"le=~"1|1\\.0""#);
    assert_eq!(
        within(query(&WEIGHT).within(Bytes(1_000_000)).increase(Minutes(1))),
        r#"le=~"1000000|1000000\\.0|1e\\+06""#
    );
    // Go writes an exponent from a million on, whether or not there are decimals.
    const SIZE: Metric<Histogram<f64, Bytes>> =
        Meter::histogram::<f64>().unit::<Bytes>().name("size").boundaries(&[Bytes(1_234_567.5)]);
    assert_eq!(
        within(query(&SIZE).within(Bytes(1_234_567.5)).increase(Minutes(1))),
        r#"le=~"1\\.2345675e\\+06|1234567\\.5""#
    );
}

#[test]
fn a_native_histogram_has_no_buckets() {
    assert_eq!(
        text(query(&NATIVE).quantile(0.5, Minutes(5))),
        "histogram_quantile(0.5, sum(rate(shop_native_seconds[5m])))"
    );
    assert_eq!(text(query(&NATIVE).count().rate(Minutes(5))), "histogram_count(sum(rate(shop_native_seconds[5m])))");
    let fraction = query(&NATIVE).fraction_within(Millis(3), Minutes(5));
    assert!(text(fraction).starts_with("(histogram_fraction(-Inf, 0.003, sum(rate(shop_native_seconds[5m])))"));
}

#[test]
fn names_are_those_of_what_brings_the_metrics_there() {
    use meterstick::catalog::{RustExporter, Translation};
    let names = Names::new(Translation::NoTranslation);
    let by = query(&ORDERS).only(|keys| keys.express.is(true)).by(|keys| keys.outcome).rate(Minutes(5));
    assert_eq!(
        by.promql(&names).unwrap(),
        r#"sum by ("shop.order.outcome") (rate({"shop.orders", "shop.order.express"="true"}[5m]))"#
    );
    let names = Names::new(Translation::UnderscoreEscapingWithoutSuffixes);
    assert_eq!(query(&SENT).rate(Minutes(5)).promql(&names).unwrap(), "sum(rate(shop_sent[5m]))");
    let names = Names::new(RustExporter::new());
    let error = query(&NATIVE).mean(Minutes(5)).promql(&names).unwrap_err();
    assert_eq!(error, QueryError::NotExported("shop.native"));
}

#[test]
fn labels_have_values_of_their_types() {
    let only = |filter| text(query(&ORDERS).only(filter).increase(Minutes(1)));
    assert_eq!(
        only(|keys: <Taken as Attributes>::Keys| keys.express.is(true)),
        r#"sum(increase(shop_orders_total{shop_order_express="true"}[1m]))"#
    );
    let route = String::from("/a\"b\\c");
    let served = query(&LATENCY).count().only(|keys| keys.route.is(&route)).only(|keys| keys.status.is_not(404));
    assert_eq!(
        text(served.only(|keys| keys.error.is(None)).increase(Minutes(1))),
        "sum(increase(http_server_request_duration_seconds_count{http_route=\"/a\\\"b\\\\c\", \
         http_response_status_code!=\"404\", http_error_type=\"\"}[1m]))"
    );
    let some = query(&LATENCY).count().only(|keys| keys.route.is_any(["/a.b", "/{id}"])).rate(Minutes(1));
    assert!(text(some).contains(r#"http_route=~"/a\\.b|/\\{id\\}""#));
    const PEER: Key<&str> = Key::new("peer.name");
    assert_eq!(
        text(query(&ANY).only(|keys| keys.key(PEER).is("a")).by(|keys| keys.key(PEER)).rate(Minutes(1))),
        r#"sum by (peer_name) (rate(shop_any_total{peer_name="a"}[1m]))"#
    );
}

#[test]
fn a_regular_expression_matches_a_value_that_there_is() {
    let matches = |regex: &str| {
        query(&ORDERS).only(|keys| keys.outcome.matches(regex)).rate(Minutes(1)).promql(&Names::default())
    };
    assert!(matches("acc.*|refused").is_ok());
    let members = Outcome::MEMBERS;
    assert_eq!(matches("rejected"), Err(QueryError::NoValue { key: "shop.order.outcome", values: members }));
    assert!(matches!(matches("("), Err(QueryError::Regex { .. })));
    // Only Prometheus refuses these, or `regex`, or both take them for something else.
    for other in [
        "a)|(b",
        "(?x)a",
        r"\u0041",
        r"\u{41}",
        "a{1001}",
        "(a{100}){11}",
        "(?-u:a)",
        "(?R)a",
        "a**",
        "a++",
        "x{2}{3}",
        "a{,2}",
        "[a&&b]",
        "[a--b]",
        "[a[b]]",
        r"\b{start}a",
        r"\<a",
        "(?P<a.b>a)",
    ] {
        let error = matches(other).unwrap_err();
        assert!(matches!(error, QueryError::Regex { .. }), "{other}: {error}");
    }
    for common in [
        r"(?i:A).*|\x61\b.+",
        "(?P<a>a)+.*",
        "(a{10}){10}|.+",
        "[[:alpha:]&|a-z]+",
        r"[^\d\]]{2,}",
        "(a*)*|.*?",
        "(?:.|)*",
    ] {
        assert!(matches(common).is_ok(), "{common}: {:?}", matches(common));
    }
    assert_eq!(
        matches("(?x)a").unwrap_err().to_string(),
        "`(?x)a` is not a regular expression of Prometheus: the flags are `i`, `m`, `s` and `U`"
    );
    let none = query(&ORDERS).only(|keys| keys.outcome.is_any([])).rate(Minutes(1)).promql(&Names::default());
    assert!(matches!(none, Err(QueryError::NoValue { .. })));
}

#[test]
fn a_threshold_is_written_in_the_metrics_unit() {
    assert_eq!(
        condition(query(&LATENCY).quantile(0.5, Minutes(5)).above(Millis(250))).rsplit(' ').next(),
        Some("0.25")
    );
    assert!(condition(query(&OVEN).max().at_least(Fahrenheit(212.0))).ends_with(">= 100"));
    assert!(condition(query(&OVEN).min().below(Celsius(4))).ends_with("< 4"));
    assert!(condition(query(&SENT).rate(Minutes(5)).above(Bytes(6).per(Minutes(1)))).ends_with("> 0.1"));
    assert!(condition(query(&QUEUED).max().at_most(10)).ends_with("<= 10"));
    let share = query(&LATENCY).fraction_within(Micros(50_000), Minutes(5)).below(Percent(99.5));
    assert!(condition(share).ends_with("< 0.995"));
}

#[test]
fn what_is_in_another_unit_of_the_dimension_is_converted() {
    let both = query(&IDLE).increase(Minutes(1)) + query(&BUSY).increase(Minutes(1));
    assert_eq!(
        text(both),
        "sum(increase(shop_idle_seconds_total[1m])) + (sum(increase(shop_busy_milliseconds_total[1m])) / 1000)"
    );
    let share = query(&IDLE).rate(Minutes(1)) / query(&BUSY).rate(Minutes(1));
    assert!(text(share).ends_with("/ (sum(rate(shop_busy_milliseconds_total[1m])) / 1000)"));
}

#[test]
fn a_temperature_is_converted_with_its_zero() {
    let above = |written: Condition| {
        let text = condition(written);
        let (_, right) = text.split_once(" > ").unwrap();
        right
            .replace("max(shop_oven_temperature_celsius)", "c")
            .replace("max(shop_oven_limit_K)", "k")
            .replace("max(shop_oven_outside_degF_)", "f")
    };
    let (celsius, kelvin, fahrenheit) = (|| query(&OVEN).max(), || query(&LIMIT).max(), || query(&OUTSIDE).max());
    assert_eq!(above(celsius().above_expr(celsius())), "c");
    assert_eq!(above(celsius().above_expr(kelvin())), "(k - 273.15)");
    assert_eq!(above(celsius().above_expr(fahrenheit())), "((f - 32) * 5 / 9)");
    assert_eq!(above(kelvin().above_expr(celsius())), "(c + 273.15)");
    assert_eq!(above(kelvin().above_expr(fahrenheit())), "((f + 459.67) * 5 / 9)");
    assert_eq!(above(fahrenheit().above_expr(celsius())), "(c * 9 / 5 + 32)");
    assert_eq!(above(fahrenheit().above_expr(kelvin())), "(k * 9 / 5 - 459.67)");
    // A unit of its own for absolute temperatures has ratios, also to a scale with another zero.
    meterstick::unit! { Absolute = Kelvin }
    const CORE: Metric<Gauge<f64, Absolute>> = Meter::gauge::<f64>().unit::<Absolute>().name("shop.core");
    assert_eq!(
        text(query(&CORE).max() / celsius()),
        "max(shop_core_K) / (max(shop_oven_temperature_celsius) + 273.15)"
    );
}

#[test]
fn a_factor_is_the_exact_fraction() {
    const SLOW: Metric<Gauge<f64, Per<KBytes, Minutes>>> =
        Meter::gauge::<f64>().unit::<Per<KBytes, Minutes>>().name("shop.slow");
    const FAST: Metric<Gauge<f64, Per<Bytes, Seconds>>> =
        Meter::gauge::<f64>().unit::<Per<Bytes, Seconds>>().name("shop.fast");
    let faster = query(&FAST).max().above_expr(query(&SLOW).max());
    assert!(condition(faster.clone()).ends_with(" * 50 / 3)"), "{}", condition(faster));
    let slower = condition(query(&SLOW).max().above_expr(query(&FAST).max()));
    assert!(slower.ends_with(" * 3 / 50)"), "{slower}");
}

#[test]
fn both_sides_find_each_other_by_the_labels_that_they_share() {
    let all = query(&ORDERS).rate(Minutes(5));
    let by = query(&ORDERS).by(|keys| keys.outcome).rate(Minutes(5));
    let (of_all, of_by) =
        ("sum(rate(shop_orders_total[5m]))", "sum by (shop_order_outcome) (rate(shop_orders_total[5m]))");
    assert_eq!(text(by.clone() / all.clone()), format!("{of_by} / on() group_left() {of_all}"));
    assert_eq!(text(all.clone() - by.clone()), format!("{of_all} - on() group_right() {of_by}"));
    let both = by.clone().above(Orders(1).per(Seconds(1))).and(all.above(Orders(1).per(Seconds(1))));
    assert_eq!(condition(both), format!("({of_by} > 1) and on() ({of_all} > 1)"));
    let other = query(&ORDERS).by(|keys| keys.express).rate(Minutes(5));
    let error = (by / other).promql(&Names::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the two sides have labels that do not match: group one side by some of the labels of the other, which are \
         `shop.order.outcome` and `shop.order.express`"
    );
}

#[test]
fn what_only_run_time_knows_is_an_error_that_says_what_to_do() {
    let names = Names::default();
    let error = query(&LATENCY).fraction_within(Millis(300), Minutes(5)).promql(&names).unwrap_err();
    assert_eq!(
        error,
        QueryError::NoBoundary {
            metric: "http.server.request.duration",
            threshold: 0.3,
            nearest: Some(0.25),
            unit: "s"
        }
    );
    // A native histogram has the same boundaries, or exponential ones.
    let native = query(&LATENCY).fraction_within(Millis(300), Minutes(5)).promql(&names.native_histograms());
    assert_eq!(native.unwrap_err(), error);
    assert!(query(&LATENCY).fraction_within(Millis(250), Minutes(5)).promql(&names.native_histograms()).is_ok());
    assert!(query(&NATIVE).fraction_within(Millis(300), Minutes(5)).promql(&names).is_ok());
    for quantile in [-0.1, 99.0, f64::NAN] {
        let error = query(&LATENCY).quantile(quantile, Minutes(5)).promql(&names).unwrap_err();
        assert!(matches!(error, QueryError::Quantile(_)), "{quantile}");
    }
    for window in [0.0, -1.0, 0.0001, f64::NAN, f64::INFINITY] {
        let error = query(&SENT).rate(Seconds(window)).promql(&names).unwrap_err();
        assert!(matches!(error, QueryError::Window(_)), "{window}");
    }
    let error = query(&SENT).increase(Minutes(1)).above(Bytes(f64::NAN)).promql(&names).unwrap_err();
    assert_eq!(error, QueryError::Threshold);
}

#[test]
fn a_key_of_another_metric_is_an_error() {
    let mut route = None;
    let _ = query(&LATENCY).by(|keys| {
        route = Some(keys.route);
        keys.route
    });
    let route = route.unwrap();
    let expected = Err(QueryError::NoKey {
        metric: "shop.orders",
        key: "http.route",
        keys: vec!["shop.order.express", "shop.order.outcome"],
    });
    let names = Names::default();
    assert_eq!(query(&ORDERS).by(|_| route).rate(Minutes(5)).promql(&names), expected);
    assert_eq!(query(&ORDERS).only(|_| route.is("/")).rate(Minutes(5)).promql(&names), expected);
    let error = query(&SENT).by(|_| route).rate(Minutes(5)).promql(&names).unwrap_err();
    assert_eq!(error.to_string(), "`shop.sent` has no key `http.route`: it has no attributes");
    // A set of any keys has it.
    assert!(query(&ANY).by(|_| route).rate(Minutes(5)).promql(&names).is_ok());
    assert!(query(&MORE).by(|_| route).rate(Minutes(5)).promql(&names).is_ok());
}
