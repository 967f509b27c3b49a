//! Rules, as files.

use meterstick::catalog::Translation;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Millis, Minutes, One, Percent, Seconds};
use meterstick_catalog::promql::{Label, Names, QueryError, Target, query};
use meterstick_catalog::rules::{self, Alert, Rules, Severity};

use super::declared::*;

/// Rules of every kind.
pub fn of_every_kind() -> Rules {
    let mut rules = Rules::new("shop").every(Seconds(30));
    let p99 = rules.record(query(&LATENCY).by(|keys| keys.route).quantile(0.99, Minutes(5)));
    rules.alert(
        Alert::new("Slow", p99.above(Millis(500)), Severity::Page)
            .lasting(Minutes(10))
            .label("team", "shop")
            .summary("{http.route} takes {value}, more than {threshold}.")
            .runbook("https://runbooks.example/slow?a={{b}}"),
    );
    let refused = query(&ORDERS).only(|keys| keys.outcome.is(Outcome::Refused)).rate(Minutes(5));
    let share = rules.record_as("all:shop_orders_refused:ratio_rate5m", refused / query(&ORDERS).rate(Minutes(5)));
    rules.alert(
        Alert::new("Refused", share.above(Percent(5)), Severity::Ticket)
            .summary("{value} of the orders are refused; up to {threshold} is usual. {{}}"),
    );
    rules.alert(
        Alert::new("QueueIsLong", query(&QUEUED).max_over(Minutes(5)).above(Orders(100)), Severity::Ticket)
            .summary("{value} wait."),
    );
    rules.alert(Alert::new("OvenIsCold", query(&OVEN).min().below(Celsius(150)), Severity::Ticket));
    rules.alert(Alert::new(
        "Mean",
        query(&LATENCY).mean(Minutes(5)).above(Millis(250)).and(query(&QUEUED).sum().above(10)),
        Severity::Ticket,
    ));
    rules.alert(Alert::new(
        "FewWithin",
        query(&LATENCY).fraction_within(Millis(250), Minutes(5)).below(Percent(90)),
        Severity::Ticket,
    ));
    rules.alert(Alert::new(
        "MoreBusyThanIdle",
        query(&BUSY).rate(Minutes(5)).above_expr(query(&IDLE).rate(Minutes(5))),
        Severity::Ticket,
    ));
    rules.alert(Alert::new("OvenIsHot", query(&OVEN).max().above_expr(query(&LIMIT).max()), Severity::Ticket));
    rules.alert(Alert::new("OvenIsHotter", query(&OUTSIDE).max().below_expr(query(&OVEN).min()), Severity::Ticket));
    let mut alert = |name: &str, condition| {
        rules.alert(Alert::new(name, condition, Severity::Ticket));
    };
    let accepted = || query(&ORDERS).only(|keys| keys.outcome.is(Outcome::Accepted)).rate(Minutes(5));
    let orders = || query(&ORDERS).rate(Minutes(5));
    alert("NotAccepted", (accepted() / orders()).complement().above(Percent(60)));
    alert("FewAccepted", (accepted() / orders()).below(Percent(40)));
    alert(
        "BusyOrIdle",
        (query(&BUSY).rate(Minutes(5)) + query(&IDLE).rate(Minutes(5))).above(Seconds(1.5).per(Seconds(1.0))),
    );
    alert("RefusedMore", (orders() - accepted()).above(Orders(3).per(Seconds(1))));
    alert("QueueOfOrders", (query(&QUEUED).sum() / query(&ORDERS).increase(Minutes(5))).above(2));
    alert("ExpressQueue", (query(&QUEUED).max() - query(&ORDERS).increase(Minutes(5))).below(Orders(-5)));
    rules
}

#[test]
fn the_file_is_what_prometheus_reads() {
    let yaml = of_every_kind().to_yaml(&Names::default()).unwrap();
    let start = "groups:\n- name: shop\n  interval: \"30s\"\n  rules:\n  - record: http_route:http_server_request_duration_seconds:p99_5m\n";
    assert!(yaml.starts_with(start), "{yaml}");
    for line in [
        "expr: \"http_route:http_server_request_duration_seconds:p99_5m > 0.5\"",
        "for: \"10m\"",
        "severity: page",
        "team: shop",
        "{{ $labels.http_route }} takes {{ $value | humanizeDuration }}, more than 0.5 s.",
        "{{ $value | humanizePercentage }} of the orders are refused; up to 5% is usual.",
        "{{ $value | printf",
    ] {
        assert!(yaml.contains(line), "{line} is not in\n{yaml}");
    }
}

#[test]
fn a_label_that_is_no_identifier_is_in_quotes() {
    let yaml = of_every_kind().to_yaml(&Names::new(Translation::NoTranslation)).unwrap();
    assert!(yaml.contains(r#"{{ index $labels \"http.route\" }} takes "#), "{yaml}");
}

#[test]
fn a_recorded_expression_has_a_name_by_the_convention() {
    let mut rules = Rules::new("shop");
    let _ = rules.record(query(&ORDERS).by(|keys| keys.outcome).rate(Minutes(5)));
    let _ = rules.record(query(&LATENCY).mean(Minutes(5)));
    let _ = rules.record(query(&LATENCY).fraction_within(Millis(500), Minutes(5)));
    let _ = rules.record(query(&SENT).rate(Minutes(5)));
    let yaml = rules.to_yaml(&Names::default()).unwrap();
    let names: Vec<_> =
        yaml.lines().filter_map(|line| line.trim_start_matches("  - ").strip_prefix("record: ")).collect();
    assert_eq!(
        names.iter().map(|name| name.trim_matches('"')).collect::<Vec<_>>(),
        [
            "shop_order_outcome:shop_orders:rate5m",
            "all:http_server_request_duration_seconds:mean5m",
            "all:http_server_request_duration_seconds_within_0_5:ratio5m",
            "all:shop_sent_bytes:rate5m",
        ]
    );
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let names = Names::default();
    let mut unnamed = Rules::new("shop");
    let filtered = query(&ORDERS).only(|keys| keys.express.is(true)).rate(Minutes(5));
    let _ = unnamed.record(filtered.clone());
    assert_eq!(unnamed.to_yaml(&names), Err(QueryError::Unnamed));
    let mut named = Rules::new("shop");
    let _ = named.record_as("5m", filtered.clone());
    assert_eq!(named.to_yaml(&names), Err(QueryError::Name("5m".into())));
    let mut twice = Rules::new("shop");
    for _ in 0..2 {
        let _ = twice.record(query(&SENT).rate(Minutes(5)));
    }
    assert_eq!(twice.to_yaml(&names), Err(QueryError::Twice("all:shop_sent_bytes:rate5m".into())));
    let groups = [Rules::new("a"), Rules::new("a")];
    assert_eq!(rules::to_yaml(&groups, &names), Err(QueryError::Twice("a".into())));
    let mut placed = Rules::new("shop");
    placed.alert(Alert::new("A", filtered.above(Orders(1).per(Seconds(1))), Severity::Page).summary("{route}"));
    assert_eq!(
        placed.to_yaml(&names).unwrap_err().to_string(),
        "an annotation has no placeholder `{route}`: those of this alert are `value`, `threshold`"
    );
}

#[test]
fn a_short_window_has_samples_in_its_test() {
    let mut rules = Rules::new("shop");
    rules.alert(Alert::new("A", query(&SENT).rate(Millis(500)).above(Bytes(1).per(Seconds(1))), Severity::Page));
    let tests = rules.unit_tests("rules.yaml", &Names::default()).unwrap().yaml;
    assert!(tests.contains("interval: \"125ms\"") && tests.contains("evaluation_interval: \"125ms\""), "{tests}");
}

#[test]
fn the_name_of_a_recorded_expression_does_not_begin_with_a_digit() {
    #[derive(Clone, Copy, Attributes)]
    struct Failed {
        #[attribute(key = "5xx")]
        server: bool,
    }
    const ODD: Metric<Gauge<f64, One, Failed>> =
        Meter::gauge::<f64>().unit::<One>().name("shop.odd").attributes::<Failed>();
    let _ = Failed { server: true };
    let mut rules = Rules::new("shop");
    let _ = rules.record(query(&ODD).by(|keys| keys.server).max());
    let yaml = rules.to_yaml(&Names::new(Translation::NoTranslation)).unwrap();
    assert!(yaml.contains("record: _5xx:shop_odd:max\n") || yaml.contains("record: \"_5xx:shop_odd:max\"\n"), "{yaml}");
}

#[test]
fn the_label_of_an_alert_is_one_that_prometheus_takes() {
    let labelled = |labels: &[(&str, &str)]| {
        let alert = Alert::new("A", query(&QUEUED).max().above(Orders(1)), Severity::Page);
        let alert = labels.iter().fold(alert, |alert, (name, value)| alert.label(*name, *value));
        let mut rules = Rules::new("shop");
        rules.alert(alert);
        rules
    };
    let names = Names::default();
    for label in ["", "a-b", "5a", "größe", "a:b", "__name__", "alertname", "alertstate"] {
        let rules = labelled(&[(label, "x")]);
        let error = QueryError::Label(label.to_owned());
        assert_eq!(rules.to_yaml(&names).unwrap_err(), error);
        assert_eq!(rules.unit_tests("rules.yaml", &names).unwrap_err(), error);
    }
    // The last value wins, in the rules and in their tests.
    let rules = labelled(&[("severity", "critical"), ("_a1", "x"), ("_a1", "{{ y }} \"z\"")]);
    let yaml = rules.to_yaml(&names).unwrap();
    assert!(yaml.contains("severity: critical\n") && !yaml.contains("page"), "{yaml}");
    assert!(yaml.contains(r#"{{ \"{{\" }} y }} \"z\""#), "{yaml}");
    let tests = rules.unit_tests("rules.yaml", &names).unwrap().yaml;
    assert_eq!(tests.matches("severity").count(), 2, "{tests}");
    assert!(tests.contains(r#"{{ y }}"#) && !tests.contains("page") && tests.matches("_a1").count() == 2, "{tests}");
}

#[test]
fn an_alert_is_not_grouped_by_a_label_that_it_sets() {
    let names = Names::default();
    let rules = |target, label: &str| {
        let busiest = query(&QUEUED).by_target(Target::Other(target)).max();
        let mut rules = Rules::new("shop");
        rules.alert(Alert::new("A", busiest.above(Orders(1)), Severity::Page).label(label, "x"));
        rules
    };
    for (target, label) in [("severity", "team"), ("team", "team"), ("alertname", "team"), ("alertstate", "team")] {
        let rules = rules(target, label);
        let error = rules.to_yaml(&names).unwrap_err();
        assert_eq!(error, QueryError::GroupLabel(target.to_owned()));
        assert_eq!(rules.unit_tests("rules.yaml", &names).unwrap_err(), error);
    }
    assert!(rules("job", "team").to_yaml(&names).is_ok());
    // What counts is the name in Prometheus.
    let mut rules = Rules::new("shop");
    let accepted = query(&ORDERS).by(|keys| keys.outcome).increase(Minutes(5)).above(Orders(1));
    rules.alert(Alert::new("A", accepted, Severity::Page).label("shop_order_outcome", "x"));
    let error = QueryError::GroupLabel("shop_order_outcome".to_owned());
    assert_eq!(
        error.to_string(),
        "the rule sets the label `shop_order_outcome`, and its expression is grouped by it: give the rule's label another \
         name, or group by another key"
    );
    assert_eq!(rules.to_yaml(&names), Err(error));
    assert!(rules.to_yaml(&Names::new(Translation::NoTranslation)).is_ok());
}

#[test]
fn the_value_of_either_condition_has_no_unit_that_is_wrong() {
    let share = || query(&LATENCY).fraction_within(Millis(250), Minutes(5));
    let text = |condition, text: &str| {
        let mut rules = Rules::new("shop");
        rules.alert(Alert::new("A", condition, Severity::Page).summary(text));
        rules.to_yaml(&Names::default())
    };
    let summary = |condition| {
        let yaml = text(condition, "{value}").unwrap();
        yaml.split("summary: ").nth(1).unwrap().trim().replace('\\', "").trim_matches('"').to_owned()
    };
    let plain = "{{ $value | printf \"%.4g\" }}";
    let (queue, mean) =
        (|| query(&QUEUED).max().above(Orders(1)), || query(&LATENCY).mean(Minutes(5)).above(Millis(9)));
    assert_eq!(summary(queue().or(mean())), plain);
    assert_eq!(summary(mean().or(queue())), plain);
    assert_eq!(summary(mean().or(mean())), "{{ $value | humanizeDuration }}");
    // Both are quotients, but of two units.
    assert_eq!(summary(mean().or(share().below(Percent(90)))), plain);
    // What a histogram without a unit records can be a number of anything.
    const FILLED: Metric<Histogram<f64, One>> = Meter::histogram::<f64>().unit::<One>().name("shop.filled");
    assert_eq!(summary(query(&FILLED).mean(Minutes(5)).above(3)), plain);
    // A share and a count have the same unit.
    let count = || query(&LATENCY).count().increase(Minutes(5)).below(3);
    assert_eq!(summary(share().below(Percent(90)).or(count())), plain);
    assert_eq!(summary(share().below(Percent(90)).or(share().above(1))), "{{ $value | humanizePercentage }}");
    // The other thresholds are another, or in another unit.
    assert!(matches!(text(queue().or(mean()), "{threshold}"), Err(QueryError::Placeholder { .. })));
    assert!(matches!(text(count().or(share().below(0.9)), "{threshold}"), Err(QueryError::Placeholder { .. })));
    assert!(text(queue().or(queue()), "{threshold}").is_ok());
    let small = text(share().below(0.000_000_001), "{threshold}").unwrap();
    assert!(small.contains("0.0000001%"), "{small}");
}

#[test]
fn a_group_an_alert_and_a_label_have_a_name() {
    let mut rules = Rules::new("shop");
    rules.alert(Alert::new("", query(&QUEUED).max().above(Orders(1)), Severity::Page));
    let mut grouped = Rules::new("shop");
    let _ = grouped.record_as("a", query(&QUEUED).by_target(Target::Other("")).max());
    for rules in [rules, Rules::new(""), grouped] {
        let error = rules.to_yaml(&Names::default()).unwrap_err();
        assert_eq!(error, QueryError::Name(String::new()));
        assert!(error.to_string().ends_with("and this is empty"), "{error}");
    }
}
