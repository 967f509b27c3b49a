//! Texts of any characters: the check finds what it finds in others, and never panics.

use meterstick_catalog::check::{Check, Rule};
use meterstick_catalog::document::Document;
use meterstick_catalog::promql::Names;
use proptest::prelude::*;

use super::{finds, nothing, panel};

#[test]
fn a_text_of_any_characters_may_be_beside_a_variable() {
    nothing(&[
        "sum(rate(shop_latency_seconds_count{http_route=\"/größe\"}[$__rate_interval]))",
        "sum(rate(shop_latency_seconds_count{http_route=~\"/größe/$a|ü\\\\.${b}é\"}[$__rate_interval])) # 価格 $x",
        "sum by ($by) (rate(shop_latency_seconds_count{http_route='🦀', job=`é$x`}[[[interval]]]))",
    ]);
    finds("sum(rate(shop_orders_total{shop_outcome=\"größe$\"}[$__rate_interval]))", Rule::UnknownValue, "`größe$`");
    assert_eq!(panel("shop_oven_celsius", "°").len(), 0);
}

/// Pieces of which queries, templates, legends and names are made.
const PIECES: &[&str] = &[
    "größe",
    "é",
    "価格",
    "🦀",
    "\u{a0}",
    "\u{301}",
    "$",
    "${",
    "}",
    "[[",
    "]]",
    "$x",
    "${x:regex}",
    "$__rate_interval",
    "[5m]",
    "[",
    "]",
    "\"",
    "'",
    "`",
    "\\",
    "#",
    "\n",
    " ",
    ",",
    "(",
    ")",
    "{",
    "{{",
    "}}",
    "{{-",
    "=",
    "=~",
    "!=",
    ">",
    "+",
    "-",
    "/",
    "%",
    "rate(",
    "sum by (le) (",
    "histogram_quantile(0.9, ",
    "shop_orders_total",
    "shop.orders",
    "shop_latency_seconds_bucket",
    "label_values(",
    "query ",
    "query_result(",
    "offset ",
    "le",
    "0.5",
    "$value",
    "$labels.",
    ".Labels.",
    ".Value",
    "if ",
    "range ",
    "with ",
    "else",
    "end",
    "index $labels ",
    "|",
    "humanize",
    "m",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_is_too_much_for_the_check(
        texts in prop::collection::vec(text(), 6),
        utf8: bool,
    ) {
        let [expr, legend, unit, variable, annotation, label] = &texts[..] else { unreachable!() };
        let key = format!("k{label}");
        let catalogue = serde_json::json!({"format": "meterstick.catalog/1", "metrics": [
            {"name": "shop.orders", "kind": "counter", "number": "integer", "unit": "{order}", "attributes": [
                {"key": key, "type": "string", "required": true, "values": [legend], "open": false},
            ]},
            {"name": "shop.latency", "kind": "histogram", "number": "float", "unit": "s", "boundaries": [0.5, 1.0], "attributes": []},
        ]});
        let catalogue = Document::from_json(&catalogue.to_string()).unwrap();
        let names = if utf8 { Names::new(meterstick::catalog::Translation::NoTranslation) } else { Names::default() };
        let mut check = Check::with_names(&catalogue, names);
        check.also(&catalogue).before(&catalogue).label(label).others(unit);
        let dashboard = serde_json::json!({
            "templating": {"list": [{"type": "query", "query": variable}]},
            "panels": [{
                "type": "timeseries",
                "fieldConfig": {"defaults": {"unit": unit}, "overrides": []},
                "targets": [
                    {"refId": "A", "expr": expr, "legendFormat": legend},
                    {"refId": "B", "expr": format!("sum by (\"{key}\") (rate({{\"{key}\", a=\"{expr}\"}}[$__rate_interval]))")},
                    {"refId": "C", "expr": format!("rate(shop_orders_total{{a=\"{expr}\"}}[$__rate_interval])")},
                ],
            }],
        });
        check.dashboard("größe.json", &dashboard.to_string());
        check.dashboard("text.json", expr);
        let rules = serde_json::json!({"groups": [{"name": label, "labels": {label: annotation}, "rules": [
            {"alert": label, "expr": "sum(shop_orders_total) > 5", "annotations": {"summary": annotation}},
            {"record": label, "expr": expr, "labels": {label: "a"}},
        ]}]});
        check.rules("größe.yaml", &rules.to_string());
        check.rules("text.yaml", annotation);
        let findings = check.findings();
        for format in ["text", "json", "github"] {
            let format: meterstick_catalog::check::Format = format.parse().unwrap();
            let _ = format.write(&findings);
        }
    }
}
