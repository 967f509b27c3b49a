//! How many panels a second are checked: `cargo run --release --package meterstick-catalog --example check_speed`.
//!
//! Once of panels without a mistake, and once of panels each of which asks for a metric that the catalogue does not have, which is
//! compared with all that it has: with the 500 metrics of a large program.

use std::time::Instant;

use meterstick_catalog::check::Check;
use meterstick_catalog::document::Document;
use serde_json::{Value, json};

const PANELS: usize = 5000;
const METRICS: usize = 500;

fn main() {
    let catalogue = catalogue();
    measure("without a mistake", &catalogue, "request");
    measure("of metrics that are unknown", &catalogue, "reply");
}

fn measure(what: &str, catalogue: &Document, name: &str) {
    let dashboard = dashboard(name);
    let began = Instant::now();
    let mut check = Check::new(catalogue);
    check.dashboard("dashboard.json", &dashboard);
    let findings = check.findings().iter().filter(|finding| finding.line > 0).count();
    let seconds = began.elapsed().as_secs_f64();
    println!(
        "{PANELS} panels {what}: {:.0} ms, {:.0} a second; {findings} findings",
        seconds * 1e3,
        PANELS as f64 / seconds
    );
}

/// Histograms, each of another part of the program.
fn catalogue() -> Document {
    let attribute = |key: &str, ty: &str| json!({"key": key, "type": ty, "required": true});
    let metrics: Vec<Value> = (0..METRICS)
        .map(|at| {
            json!({
                "name": format!("shop.part{at}.request.duration"),
                "kind": "histogram",
                "number": "float",
                "unit": "s",
                "attributes": [attribute("route", "string"), attribute("status", "int")],
                "boundaries": [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0],
            })
        })
        .collect();
    let document = json!({"format": "meterstick.catalog/1", "metrics": metrics});
    Document::from_json(&document.to_string()).expect("it is a catalogue")
}

/// Panels that ask for a quantile, the part of errors, a mean.
fn dashboard(name: &str) -> String {
    let panels: Vec<Value> = (0..PANELS)
        .map(|at| {
            let metric = format!("shop_part{}_{name}_duration_seconds", at % METRICS);
            let rate = |suffix: &str, filter: &str| format!("rate({metric}_{suffix}{{{filter}}}[$__rate_interval])");
            let (route, instance) = ("route=~\"$route\"", "instance=~\"$instance\"");
            let (query, unit) = match at % 3 {
                0 => (format!("histogram_quantile(0.99, sum by (le, route) ({}))", rate("bucket", route)), "s"),
                1 => {
                    let errors = rate("count", &format!("status=~\"5..\", {route}"));
                    (format!("sum by (route) ({errors}) / sum by (route) ({})", rate("count", route)), "percentunit")
                }
                _ => (format!("{} / {}", rate("sum", instance), rate("count", instance)), "s"),
            };
            json!({
                "id": at,
                "type": "timeseries",
                "title": format!("panel {at}"),
                "datasource": {"type": "prometheus", "uid": "${datasource}"},
                "gridPos": {"x": 0, "y": at, "w": 12, "h": 8},
                "fieldConfig": {"defaults": {"unit": unit}, "overrides": []},
                "targets": [{"refId": "A", "expr": query, "legendFormat": "{{route}}"}],
            })
        })
        .collect();
    serde_json::to_string_pretty(&json!({"panels": panels})).expect("it is JSON")
}
