//! Objectives.

use meterstick::prelude::*;
use meterstick::unit::{Days, Hours, Millis, Minutes, One, Percent};
use meterstick_catalog::promql::{Label, Names, QueryError, Target, query};
use meterstick_catalog::rules::{self, Rules};
use meterstick_catalog::slo::{Slo, dashboard};

use super::declared::*;

/// Objectives of every kind.
pub fn of_every_kind() -> [Slo; 5] {
    [
        Slo::availability("orders", query(&ORDERS), |keys| keys.outcome.is_not(Outcome::Refused))
            .objective(Percent(99.9))
            .runbook("https://runbooks.example/orders"),
        Slo::availability("requests", query(&LATENCY).by(|keys| keys.route).count(), |keys| {
            keys.status.does_not_match("5..")
        })
        .objective(Percent(99.5))
        .period(Days(28)),
        Slo::latency("latency", query(&LATENCY), Millis(500)).objective(Percent(99)).label("team", "shop"),
        Slo::availability("soon", query(&ORDERS).of_target(Target::Job, "shop"), |keys| {
            keys.outcome.is_any([Outcome::Accepted, Outcome::Unknown])
        })
        .objective(Percent(95))
        .period(Hours(12)),
        // Of the values up to a boundary, those that a filter selects.
        Slo::availability("fast", query(&LATENCY).within(Millis(500)), |keys| keys.status.does_not_match("5.."))
            .objective(Percent(99))
            .period(Days(90)),
    ]
}

#[test]
fn the_alerts_have_the_figures_of_the_workbook() {
    let [orders, ..] = of_every_kind();
    let yaml = rules::to_yaml(&orders.rules().unwrap(), &Names::default()).unwrap();
    for condition in [
        r#"(slo:error_ratio:rate1h{slo="orders"} > 0.0144) and (slo:error_ratio:rate5m{slo="orders"} > 0.0144)"#,
        r#"(slo:error_ratio:rate6h{slo="orders"} > 0.006) and (slo:error_ratio:rate30m{slo="orders"} > 0.006)"#,
        r#"(slo:error_ratio:rate1d{slo="orders"} > 0.003) and (slo:error_ratio:rate2h{slo="orders"} > 0.003)"#,
        r#"(slo:error_ratio:rate3d{slo="orders"} > 0.001) and (slo:error_ratio:rate6h{slo="orders"} > 0.001)"#,
    ] {
        let quoted = condition.replace('"', "\\\"");
        assert!(yaml.contains(condition) || yaml.contains(&quoted), "{condition} is not in\n{yaml}");
    }
    assert!(yaml.contains("slo:error_ratio:rate30d"), "{yaml}");
}

#[test]
fn what_is_no_objective_is_an_error() {
    let slo = |percent: f64| {
        Slo::availability("a", query(&ORDERS), |keys| keys.express.is(true)).objective(Percent(percent)).rules()
    };
    assert_eq!(
        slo(90.0).unwrap_err().to_string(),
        "with an objective of 90%, the alert on a burn rate of 14.4 never fires, because 100% of errors are not enough: \
         set at least 93.055556%"
    );
    assert!(slo(93.055556).is_ok());
    assert!(matches!(slo(100.0).unwrap_err(), QueryError::Objective(_)));
    assert!(matches!(slo(0.0).unwrap_err(), QueryError::Objective(_)));
    let slo = Slo::latency("a", query(&LATENCY), Millis(300)).objective(Percent(99));
    let error = rules::to_yaml(&slo.rules().unwrap(), &Names::default()).unwrap_err();
    assert!(matches!(error, QueryError::NoBoundary { nearest: Some(0.25), .. }), "{error}");
    assert!(slo.unit_tests("rules.yaml", &Names::default()).is_err());
    assert_eq!(dashboard("a", std::slice::from_ref(&slo), &Names::default()).unwrap_err(), error);
    // A native histogram has the same boundaries, or exponential ones.
    assert_eq!(dashboard("a", &[slo], &Names::default().native_histograms()).unwrap_err(), error);
    let slo = Slo::latency("a", query(&NATIVE), Millis(300)).objective(Percent(99));
    assert!(dashboard("a", &[slo], &Names::default()).is_ok());
}

fn accepted(name: &str) -> Slo {
    Slo::availability(name, query(&ORDERS), |keys| keys.outcome.is(Outcome::Accepted)).objective(Percent(99.9))
}

fn yaml(slo: &Slo) -> String {
    rules::to_yaml(&slo.rules().unwrap(), &Names::default()).unwrap()
}

#[test]
fn an_outage_in_which_nothing_was_ever_good_is_seen() {
    for slo in of_every_kind() {
        let yaml = yaml(&slo);
        // Of a latency, the good values are in the same histogram as the others.
        assert_eq!(yaml.contains(" or 0 * "), slo.name() != "latency", "{yaml}");
    }
    // The fraction of a native histogram without events is not a number, and not 0.
    let [.., fast] = of_every_kind();
    let native = rules::to_yaml(&fast.rules().unwrap(), &Names::default().native_histograms()).unwrap();
    assert!(native.contains(" >= 0) or 0 * "), "{native}");
    // There is no series of good events in the test, and all are of the same part of the histogram.
    let [.., fast] = of_every_kind();
    let tests = fast.unit_tests("rules.yaml", &Names::default()).unwrap().yaml;
    let everything = tests.split("- name: ").find(|test| test.contains("everything fails")).unwrap();
    assert_eq!(everything.matches("series: ").count(), 1, "{everything}");
    assert!(everything.contains("_bucket{") && !tests.contains("_count"), "{everything}");
}

#[test]
fn the_rest_of_the_budget_is_recorded_before_prometheus_takes_it_for_gone() {
    for (days, interval) in [(1, "8s"), (7, "1m"), (30, "4m"), (90, "4m"), (365, "4m")] {
        let yaml = yaml(&accepted("a").period(Days(days)));
        assert!(yaml.contains(&format!("interval: \"{interval}\"\n")), "{days} days:\n{yaml}");
    }
}

#[test]
fn a_period_is_long_enough_for_samples_in_its_windows() {
    for minutes in [0.001, 1.0, 12.0, 20.0, 719.0] {
        let slo = accepted("a").period(Minutes(minutes));
        let error = slo.rules().unwrap_err();
        assert!(matches!(error, QueryError::Period { at_least: 43_200.0, .. }), "{error}");
        assert_eq!(slo.unit_tests("rules.yaml", &Names::default()).unwrap_err(), error);
        assert_eq!(dashboard("a", &[slo], &Names::default()).unwrap_err(), error);
    }
    let error = accepted("a").period(Minutes(20)).rules().unwrap_err();
    assert_eq!(
        error.to_string(),
        "an objective over 0.333333 h is too short, because its shortest window, an 8,640th of it, has to contain two \
         samples: set at least 12 h"
    );
    // Prometheus has no windows of 300 years.
    let error = accepted("a").period(Days(109_500)).rules().unwrap_err();
    assert_eq!(
        error.to_string(),
        "a duration in a query is at most 104166 days, and this is 109500 days: set a shorter one"
    );
    assert!(accepted("a").period(Days(104_166)).rules().is_ok());
}

#[test]
fn a_percentage_has_the_digits_that_it_needs() {
    for (objective, text) in [
        (0.999, "The objective of 99.9% over 30d allows 0.1%."),
        (0.99995, "The objective of 99.995% over 30d allows 0.005%."),
        (0.999_999_999, "The objective of 99.9999999% over 30d allows 0.0000001%."),
    ] {
        let slo = Slo::availability("a", query(&ORDERS), |keys| keys.express.is(true)).objective(objective);
        let yaml = yaml(&slo);
        assert!(yaml.contains(text), "{yaml}");
        let dashboard = dashboard("a", &[slo], &Names::default()).unwrap();
        let share = text.split(' ').find(|word| word.ends_with('%')).unwrap();
        assert!(dashboard.contains(&format!("error budget for {share} over 30d")), "{dashboard}");
    }
}

#[test]
fn two_objectives_have_two_names() {
    let yaml = |slos: &[Slo]| {
        let groups: Vec<Rules> = slos.iter().flat_map(|slo| slo.rules().unwrap()).collect();
        rules::to_yaml(&groups, &Names::default())
    };
    for other in ["a-period", "period-a", "windows-a", "a-windows"] {
        assert!(yaml(&[accepted("a"), accepted(other)]).is_ok(), "{other}");
    }
    let twice = [accepted("a"), accepted("b"), accepted("a").period(Days(7))];
    assert!(matches!(yaml(&twice), Err(QueryError::Twice(_))));
    assert_eq!(dashboard("a", &twice, &Names::default()), Err(QueryError::Twice("a".to_owned())));
}

#[derive(Clone, Copy, Attributes)]
struct Named<'a> {
    slo: &'a str,
    severity: &'a str,
    alertname: &'a str,
    team: &'a str,
    value: &'a str,
    ok: bool,
}

const NAMED: Metric<Counter<u64, One, Named<'static>>> =
    Meter::counter::<u64>().unit::<One>().name("shop.named").attributes::<Named>();

#[test]
fn an_objective_is_not_grouped_by_what_tells_good_events_apart() {
    let slo = Slo::availability("a", query(&ORDERS).by(|keys| (keys.express, keys.outcome)), |keys| {
        keys.outcome.is_not(Outcome::Refused)
    })
    .objective(Percent(95));
    let error = QueryError::GroupOfGood("shop.order.outcome".to_owned());
    assert_eq!(slo.rules().unwrap_err(), error);
    assert_eq!(slo.unit_tests("rules.yaml", &Names::default()).unwrap_err(), error);
    assert_eq!(dashboard("a", &[slo], &Names::default()).unwrap_err(), error);
    // A filter of all events is none of the good ones.
    let slo =
        Slo::availability("a", query(&ORDERS).only(|keys| keys.express.is(true)).by(|keys| keys.express), |keys| {
            keys.outcome.is_not(Outcome::Refused)
        });
    assert!(slo.objective(Percent(95)).rules().is_ok());
}

#[test]
fn an_objective_is_not_grouped_by_a_label_of_its_rules() {
    let names = Names::default();
    let by = |by: fn(<Named<'static> as Attributes>::Keys) -> meterstick::FieldKey<&'static str>| {
        let slo = Slo::availability("a", query(&NAMED).by(by), |keys| keys.ok.is(true));
        slo.objective(Percent(99)).label("team", "shop")
    };
    for (slo, label) in [
        (by(|keys| keys.slo), "slo"),
        (by(|keys| keys.severity), "severity"),
        (by(|keys| keys.alertname), "alertname"),
        (by(|keys| keys.team), "team"),
    ] {
        let error = QueryError::GroupLabel(label.to_owned());
        assert_eq!(rules::to_yaml(&slo.rules().unwrap(), &names).unwrap_err(), error);
        assert_eq!(slo.unit_tests("rules.yaml", &names).unwrap_err(), error);
        assert_eq!(dashboard("a", &[slo], &names).unwrap_err(), error);
    }
    // A key that is named as a placeholder is the key.
    let yaml = yaml(&by(|keys| keys.value));
    assert!(yaml.contains("a, value {{ $labels.value }}: the error budget is used too fast."), "{yaml}");
    assert!(yaml.contains("{{ $value | humanizePercentage }} of all were errors."), "{yaml}");
}

#[test]
fn the_dashboard_has_three_panels_an_objective() {
    let text = dashboard("Objectives", &of_every_kind(), &Names::default()).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let panels = json["panels"].as_array().unwrap();
    assert_eq!(panels.len(), 15);
    assert_eq!(panels[0]["targets"][0]["expr"], r#"slo:error_budget_left:ratio{slo="orders"}"#);
    assert_eq!(panels[1]["fieldConfig"]["defaults"]["unit"], "percentunit");
    // The series of a grouped objective are told apart.
    let legends = |panel: usize| {
        let targets = panels[panel]["targets"].as_array().unwrap();
        targets.iter().map(|target| target["legendFormat"].as_str().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(legends(0), ["left"]);
    assert_eq!(legends(3), ["{{http_route}} left"]);
    assert_eq!(legends(4), ["{{http_route}} over 4m40s", "{{http_route}} over 5h36m", "allowed"]);
    // Every panel has a place of its own.
    let mut places: Vec<_> = panels.iter().map(|panel| panel["gridPos"].to_string()).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), 15);
}

#[test]
fn the_name_of_an_objective_is_any_text_but_none() {
    let slo = |name: &str| Slo::latency(name, query(&LATENCY), Millis(500)).objective(Percent(99));
    let names = Names::default();
    for name in ["a{b}", "{value}", "{{ .x }}", "}{\"größe\\"] {
        let slo = slo(name);
        let yaml = rules::to_yaml(&slo.rules().unwrap(), &names).unwrap();
        let yaml: serde_norway::Value = serde_norway::from_str(&yaml).unwrap();
        let alert = &yaml["groups"][0]["rules"].as_sequence().unwrap().last().unwrap();
        // Both are templates, in which only the braces of the name are escaped.
        let text =
            |of: &serde_norway::Value| of.as_str().unwrap().replace("{{ \"{\" }}", "{").replace("{{ \"{{\" }}", "{{");
        assert_eq!(text(&alert["annotations"]["summary"]), format!("{name}: the error budget is used too fast."));
        assert_eq!(text(&alert["labels"]["slo"]), name);
        slo.unit_tests("rules.yaml", &names).unwrap();
        dashboard("Objectives", &[slo], &names).unwrap();
    }
    assert_eq!(slo("").rules().unwrap_err(), QueryError::Name(String::new()));
    assert_eq!(slo("").unit_tests("rules.yaml", &names).unwrap_err(), QueryError::Name(String::new()));
}

#[test]
fn the_labels_of_an_objective_leave_its_own_alone() {
    let slo = Slo::latency("wait", query(&LATENCY), Millis(500)).objective(Percent(99));
    for label in ["slo", "severity", "a-b", ""] {
        let slo = slo.clone().label(label, "x");
        assert_eq!(slo.rules().unwrap_err(), QueryError::Label(label.to_owned()));
        assert_eq!(slo.unit_tests("rules.yaml", &Names::default()).unwrap_err(), QueryError::Label(label.to_owned()));
    }
    let rules = slo.label("team", "a").label("team", "b").rules().unwrap();
    assert_eq!(rules::to_yaml(&rules, &Names::default()).unwrap().matches("team: b").count(), 2);
}
