//! Objectives.

use meterstick::unit::{Days, Hours, Millis, Percent};
use meterstick_catalog::promql::{Label, Names, QueryError, Target, query};
use meterstick_catalog::rules;
use meterstick_catalog::slo::{Slo, dashboard};

use super::declared::*;

/// Objectives of every kind.
pub fn of_every_kind() -> [Slo; 4] {
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
}

#[test]
fn the_dashboard_has_three_panels_an_objective() {
    let text = dashboard("Objectives", &of_every_kind(), &Names::default()).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let panels = json["panels"].as_array().unwrap();
    assert_eq!(panels.len(), 12);
    assert_eq!(panels[0]["targets"][0]["expr"], r#"slo:error_budget_left:ratio{slo="orders"}"#);
    assert_eq!(panels[1]["fieldConfig"]["defaults"]["unit"], "percentunit");
    // Every panel has a place of its own.
    let mut places: Vec<_> = panels.iter().map(|panel| panel["gridPos"].to_string()).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), 12);
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
