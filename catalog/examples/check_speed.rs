//! How many panels a second are checked: `cargo run --release --package meterstick-catalog --example check_speed`.

use std::time::Instant;

use meterstick::prelude::*;
use meterstick::unit::Seconds;
use meterstick_catalog::check::Check;
use meterstick_catalog::document::Document;

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    route: &'a str,
    status: u16,
}

const LATENCY: Metric<Histogram<f64, Seconds, Served<'static>>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.latency").attributes::<Served>();

/// What a panel asks: a quantile, the part of errors, a mean.
const QUERIES: [&str; 3] = [
    "histogram_quantile(0.99, sum by (le, route) (rate(shop_latency_seconds_bucket{route=~\"$route\"}[$__rate_interval])))",
    "sum by (route) (rate(shop_latency_seconds_count{status=~\"5..\", route=~\"$route\"}[$__rate_interval])) / sum by (route) (rate(shop_latency_seconds_count{route=~\"$route\"}[$__rate_interval]))",
    "rate(shop_latency_seconds_sum{instance=~\"$instance\"}[$__rate_interval]) / rate(shop_latency_seconds_count{instance=~\"$instance\"}[$__rate_interval])",
];

fn main() {
    const PANELS: usize = 5000;
    let panels: Vec<_> = (0..PANELS)
        .map(|at| {
            serde_json::json!({
                "id": at,
                "type": "timeseries",
                "title": format!("panel {at}"),
                "datasource": {"type": "prometheus", "uid": "${datasource}"},
                "gridPos": {"x": 0, "y": at, "w": 12, "h": 8},
                "fieldConfig": {"defaults": {"unit": if at % 3 == 1 { "percentunit" } else { "s" }}, "overrides": []},
                "targets": [{"refId": "A", "expr": QUERIES[at % 3], "legendFormat": "{{route}}"}],
            })
        })
        .collect();
    let dashboard = serde_json::to_string_pretty(&serde_json::json!({"panels": panels})).expect("it is JSON");
    let catalogue = Document::of(&meterstick::catalog![LATENCY]);

    let began = Instant::now();
    let mut check = Check::new(&catalogue);
    check.dashboard("dashboard.json", &dashboard);
    let findings = check.findings().len();
    let seconds = began.elapsed().as_secs_f64();
    println!(
        "{PANELS} panels in {:.0} ms, {:.0} a second; {findings} findings",
        seconds * 1e3,
        PANELS as f64 / seconds
    );
}
