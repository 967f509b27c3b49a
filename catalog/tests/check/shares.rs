//! Times divided by numbers of seconds: other times, or shares.

use meterstick::unit::{Millis, Percent};
use meterstick_catalog::promql::{Names, query as of};
use meterstick_catalog::rules;
use meterstick_catalog::slo::{Slo, dashboard};

use super::{LATENCY, check, panel, query, wrong};

/// What is found in an annotation of an alert.
fn annotation(expr: &str, annotation: &str) -> Vec<String> {
    let mut check = check();
    let rules = serde_json::json!({"groups": [{"name": "shop", "rules": [{
        "alert": "A",
        "expr": expr,
        "annotations": {"summary": annotation},
    }]}]});
    check.rules("rules.yaml", &rules.to_string());
    wrong(&check.findings())
}

#[test]
fn a_time_divided_by_seconds_is_a_time_or_a_share() {
    for (query, unit) in [
        ("increase(shop_idle_seconds_total[5m]) / 300", "percentunit"),
        ("increase(shop_idle_seconds_total[7m]) / 420", "percentunit"),
        ("increase(shop_idle_seconds_total[30s]) / 30", "percentunit"),
        ("increase(shop_idle_seconds_total[5m]) / (5 * 60)", "percentunit"),
        ("increase(shop_idle_seconds_total[5m]) / 60 / 5", "percentunit"),
        ("increase(shop_idle_seconds_total[1h]) / 60 / 60", "percentunit"),
        ("increase(shop_idle_seconds_total[5m]) / 300 * 100", "percent"),
        ("100 * increase(shop_idle_seconds_total[5m]) / 300", "percent"),
        ("increase(shop_idle_seconds_total[1h]) / 3600", "percentunit"),
        ("increase(shop_idle_seconds_total[1h]) / 3600", "h"),
        ("increase(shop_idle_seconds_total[1h]) / 60 / 60", "h"),
        ("sum(increase(shop_idle_seconds_total[1d])) / 86400", "d"),
        ("increase(shop_busy_milliseconds_total[5m]) / 300000", "percentunit"),
        ("increase(shop_busy_milliseconds_total[5m]) / 300 / 1000", "percentunit"),
        ("increase(shop_busy_milliseconds_total[5m]) / 1000 / 300", "percentunit"),
        ("increase(shop_idle_seconds_total[5m]) / 300 + rate(shop_idle_seconds_total[5m])", "percentunit"),
        ("1 - increase(shop_idle_seconds_total[5m]) / 300", "percentunit"),
        ("sum(increase(shop_idle_seconds_total[5m]) / 300) / count(shop_queued)", "percentunit"),
        ("count(shop_queued) * sum(increase(shop_idle_seconds_total[5m]) / 300)", "percentunit"),
        ("increase(shop_sent_bytes_total[5m]) / 300", "Bps"),
        ("increase(shop_sent_bytes_total[7m]) / 420", "Bps"),
        ("increase(shop_sent_bytes_total[30s]) / 30", "Bps"),
    ] {
        assert_eq!(panel(query, unit), <[String; 0]>::default(), "{query} in {unit}");
    }
    // It is neither of the two.
    for (query, unit) in [
        ("increase(shop_idle_seconds_total[5m]) / 300", "percent"),
        ("increase(shop_idle_seconds_total[5m]) / 300", "bytes"),
        ("increase(shop_idle_seconds_total[5m]) / 300 * 100", "percentunit"),
        ("increase(shop_idle_seconds_total[1h]) / 3600", "s"),
        ("increase(shop_idle_seconds_total[1h]) / 3600", "ms"),
        ("increase(shop_busy_milliseconds_total[5m]) / 300", "percentunit"),
        ("increase(shop_idle_seconds_total[5m]) / 1000", "percentunit"),
        ("increase(shop_idle_seconds_total[5m]) * 300", "percentunit"),
    ] {
        let found = panel(query, unit);
        assert!(found.len() == 1 && found[0].starts_with("panel-unit: "), "{query} in {unit}: {found:#?}");
    }
    assert_eq!(query("increase(shop_idle_seconds_total[5m]) / 300 > shop_oven_celsius").len(), 1);
}

#[test]
fn an_annotation_shows_a_share_of_a_time() {
    let share = "increase(shop_idle_seconds_total[5m]) / 300 > 0.8";
    let hours = "increase(shop_idle_seconds_total[1h]) / 3600 > 0.8";
    for (expr, text) in [
        (share, "{{ $value | humanizePercentage }}"),
        (hours, "{{ $value | humanizePercentage }}"),
        (hours, "{{ $value }} hours"),
    ] {
        assert_eq!(annotation(expr, text), <[String; 0]>::default(), "{expr}: {text}");
    }
    for (expr, text) in [(share, "{{ $value }}%"), (hours, "{{ $value | humanizeDuration }}"), (share, "{{ $value }}B")]
    {
        assert_eq!(annotation(expr, text).len(), 1, "{expr}: {text}");
    }
}

#[test]
fn an_objective_passes_the_check() {
    for percent in [94.0, 97.0, 99.0, 99.9, 99.99] {
        let slo = Slo::latency("latency", of(&LATENCY), Millis(500)).objective(Percent(percent));
        let mut check = check();
        check.rules("slo.yaml", &rules::to_yaml(&slo.rules().unwrap(), &Names::default()).unwrap());
        check.dashboard("slo.json", &dashboard("Objectives", &[slo], &Names::default()).unwrap());
        assert_eq!(wrong(&check.findings()), <[String; 0]>::default(), "{percent}%");
    }
}

#[test]
fn a_share_of_an_allowed_share_is_one() {
    let share = "rate(shop_latency_seconds_bucket{le=\"0.5\"}[5m]) / rate(shop_latency_seconds_count[5m])";
    for query in [format!("({share}) / 0.01"), format!("({share}) * 1000"), format!("1 - ({share}) / 0.001")] {
        assert_eq!(panel(&query, "percentunit"), <[String; 0]>::default(), "{query}");
    }
    assert_eq!(panel(&format!("({share}) * 100"), "percentunit").len(), 1);
    assert_eq!(panel(&format!("({share}) / 0.01"), "s").len(), 1);
}
