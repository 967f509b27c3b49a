//! The catalogue as a dashboard, read back.

use std::collections::BTreeSet;

use meterstick::InstrumentKind;
use meterstick::catalog::{Catalog, Prometheus, RustExporter, Strategy, Translation};
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Seconds};
use meterstick_catalog::WriteCatalog;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::samples::{NASTY, catalog};

#[derive(Clone, Copy, Attributes)]
struct Served {
    #[attribute(key = "http.ok")]
    ok: bool,
}

const SENT: Metric<Counter<u64, Bytes, Served>> =
    Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").description("How much was sent.").attributes::<Served>();
const LATENCY: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration");
const NATIVE: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.wait.duration").exponential();
const ATTIC: Metric<Gauge<f64, Celsius>> = Meter::gauge::<f64>().unit::<Celsius>().name("house.attic");
const SHOP: Catalog = meterstick::catalog![SENT, LATENCY, NATIVE, ATTIC];

/// The panels, without the headings of rows.
fn panels(dashboard: &str) -> Vec<Value> {
    let all = serde_json::from_str::<Value>(dashboard).unwrap()["panels"].as_array().unwrap().clone();
    all.into_iter().filter(|panel| panel["type"] != "row").collect()
}

/// A query without the choice of jobs and instances.
fn without_variables(query: &str) -> String {
    let chosen = r#"job=~"$job", instance=~"$instance""#;
    assert!(query.contains(chosen), "{query}");
    query.replace(&format!("{{{chosen}}}"), "").replace(&format!(", {chosen}"), "")
}

#[test]
fn each_kind_has_its_panel_and_its_unit() {
    let panels = panels(&SHOP.to_grafana("Shop"));
    let shown: Vec<_> = panels
        .iter()
        .map(|panel| {
            let unit = &panel["fieldConfig"]["defaults"]["unit"];
            let unit = if unit.is_null() { &panel["options"]["yAxis"]["unit"] } else { unit };
            let last = panel["targets"].as_array().unwrap().last().unwrap()["expr"].as_str().unwrap();
            (
                panel["title"].as_str().unwrap(),
                panel["type"].as_str().unwrap(),
                unit.as_str().unwrap(),
                without_variables(last),
            )
        })
        .collect();
    let shown: Vec<_> = shown.iter().map(|(title, kind, unit, last)| (*title, *kind, *unit, &**last)).collect();
    assert_eq!(
        shown,
        [
            ("house.attic", "timeseries", "celsius", "house_attic_celsius"),
            (
                "shop.request.duration: quantiles",
                "timeseries",
                "s",
                "histogram_quantile(0.99, sum by (le) (rate(shop_request_duration_seconds_bucket[$__rate_interval])))"
            ),
            (
                "shop.request.duration: heat map",
                "heatmap",
                "s",
                "sum by (le) (increase(shop_request_duration_seconds_bucket[$__rate_interval]))"
            ),
            (
                "How much was sent",
                "timeseries",
                "binBps",
                "sum by (http_ok) (rate(shop_sent_bytes_total[$__rate_interval]))"
            ),
            (
                "shop.wait.duration: quantiles",
                "timeseries",
                "s",
                "histogram_quantile(0.99, sum(rate(shop_wait_duration_seconds[$__rate_interval])))"
            ),
            (
                "shop.wait.duration: heat map",
                "heatmap",
                "s",
                "sum(increase(shop_wait_duration_seconds[$__rate_interval]))"
            ),
        ]
    );
    let sent = panels.iter().find(|panel| panel["title"] == "How much was sent").unwrap();
    assert_eq!(sent["targets"][0]["legendFormat"], "{{http_ok}}");
    let _ = Served { ok: true };
}

#[test]
fn a_dashboard_has_the_names_of_its_strategy() {
    let expressions = |strategy: Strategy| -> Vec<String> {
        let dashboard = SHOP.to_grafana_for("Shop", strategy);
        let described: Value = serde_json::from_str(&dashboard).unwrap();
        assert_eq!(described["description"], format!("The names are those of {strategy}."));
        let all = panels(&dashboard);
        all.iter().map(|panel| without_variables(panel["targets"][0]["expr"].as_str().unwrap())).collect()
    };
    // The Rust exporter exports no exponential histogram: there is no panel of `shop.wait.duration`.
    assert_eq!(
        expressions(RustExporter::new().without_units().without_counter_suffixes().into()),
        [
            "house_attic",
            "histogram_quantile(0.5, sum by (le) (rate(shop_request_duration_bucket[$__rate_interval])))",
            "sum by (le) (increase(shop_request_duration_bucket[$__rate_interval]))",
            "sum by (http_ok) (rate(shop_sent[$__rate_interval]))",
        ]
    );
    // What is no classic name is quoted.
    assert_eq!(
        expressions(Translation::NoUtf8EscapingWithSuffixes.into()),
        [
            r#"{"house.attic_celsius"}"#,
            r#"histogram_quantile(0.5, sum by (le) (rate({"shop.request.duration_seconds_bucket"}[$__rate_interval])))"#,
            r#"sum by (le) (increase({"shop.request.duration_seconds_bucket"}[$__rate_interval]))"#,
            r#"sum by ("http.ok") (rate({"shop.sent_bytes_total"}[$__rate_interval]))"#,
            r#"histogram_quantile(0.5, sum(rate({"shop.wait.duration_seconds"}[$__rate_interval])))"#,
            r#"sum(increase({"shop.wait.duration_seconds"}[$__rate_interval]))"#,
        ]
    );
}

#[test]
fn the_variables_of_a_dashboard_without_panels_are_those_of_all_series() {
    let queries = |catalog: Catalog, strategy: Strategy| -> Vec<String> {
        let dashboard: Value = serde_json::from_str(&catalog.to_grafana_for("Shop", strategy)).unwrap();
        let variables = dashboard["templating"]["list"].as_array().unwrap();
        variables[1..].iter().map(|one| one["definition"].as_str().unwrap().to_owned()).collect()
    };
    let all = ["label_values(job)", r#"label_values({job=~"$job"}, instance)"#];
    assert_eq!(queries(meterstick::catalog![], Strategy::default()), all);
    // This exporter exports no exponential histogram.
    assert_eq!(queries(meterstick::catalog![NATIVE], RustExporter::new().into()), all);
    assert_eq!(
        queries(meterstick::catalog![SENT], Strategy::default()),
        [
            r#"label_values({__name__=~"shop_sent_bytes_total"}, job)"#,
            r#"label_values({__name__=~"shop_sent_bytes_total", job=~"$job"}, instance)"#,
        ]
    );
}

#[test]
fn a_label_is_quoted_as_in_promql() {
    #[derive(Clone, Copy, Attributes)]
    struct Odd {
        #[attribute(key = "a\u{200b}\"b")]
        odd: bool,
    }
    const ODD: Metric<Counter<u64, Bytes, Odd>> =
        Meter::counter::<u64>().unit::<Bytes>().name("shop.odd").attributes::<Odd>();
    let _ = Odd { odd: true };
    let dashboard = meterstick::catalog![ODD].to_grafana_for("Shop", Translation::NoTranslation);
    let expression = panels(&dashboard)[0]["targets"][0]["expr"].as_str().unwrap().to_owned();
    assert!(expression.starts_with("sum by (\"a\u{200b}\\\"b\") (rate({\"shop.odd\","), "{expression}");
}

#[test]
fn a_dashboard_has_a_row_for_each_namespace_and_no_hole() {
    let dashboard: Value = serde_json::from_str(&SHOP.to_grafana("Shop")).unwrap();
    let places: Vec<_> = dashboard["panels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|panel| {
            let place = |key: &str| panel["gridPos"][key].as_u64().unwrap();
            (panel["type"].as_str().unwrap(), place("x"), place("y"), place("w"))
        })
        .collect();
    assert_eq!(
        places,
        [
            ("row", 0, 0, 24),
            ("timeseries", 0, 1, 24),
            ("row", 0, 9, 24),
            ("timeseries", 0, 10, 12),
            ("heatmap", 12, 10, 12),
            ("row", 0, 18, 24),
            ("timeseries", 0, 19, 24),
            ("row", 0, 27, 24),
            ("timeseries", 0, 28, 12),
            ("heatmap", 12, 28, 12),
        ]
    );
    let variables: Vec<_> = dashboard["templating"]["list"]
        .as_array()
        .unwrap()
        .iter()
        .map(|variable| variable["name"].as_str().unwrap())
        .collect();
    assert_eq!(variables, ["datasource", "job", "instance"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_dashboard_shows_what_was_declared(catalog in catalog(), title in proptest::sample::select(&NASTY[..])) {
        let text = catalog.to_grafana(title);
        prop_assert_eq!(&text, &catalog.to_grafana(title));
        let dashboard: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(dashboard["title"].as_str(), Some(title));
        prop_assert_eq!(&dashboard["id"], &json!(null));
        let panels = panels(&text);
        let (mut ids, mut places) = (BTreeSet::new(), BTreeSet::new());
        for panel in dashboard["panels"].as_array().unwrap() {
            prop_assert!(ids.insert(panel["id"].as_u64().unwrap()));
            let place = |key: &str| panel["gridPos"][key].as_u64().unwrap();
            for (y, x) in (place("y")..place("y") + place("h")).flat_map(|y| (place("x")..place("x") + place("w")).map(move |x| (y, x))) {
                prop_assert!(places.insert((y, x)), "two panels are in one place");
            }
        }
        // Without a hole.
        prop_assert_eq!(places.len() as u64, places.last().map_or(0, |last| (last.0 + 1) * 24));
        for panel in &panels {
            for target in panel["targets"].as_array().unwrap() {
                prop_assert_eq!(&target["datasource"]["uid"], "${datasource}");
            }
        }
        for metric in catalog.metrics() {
            let of_it: Vec<_> =
                panels.iter().filter(|panel| panel["description"].as_str().unwrap().ends_with(&format!(" `{}`.", metric.name))).collect();
            prop_assert_eq!(of_it.len(), if metric.kind == InstrumentKind::Histogram { 2 } else { 1 });
            let name = Prometheus::of(metric, Strategy::default()).name;
            for panel in of_it {
                prop_assert!(panel["description"].as_str().unwrap().starts_with(metric.description.trim()));
                prop_assert!(panel["targets"][0]["expr"].as_str().unwrap().contains(&name));
            }
        }
    }
}
