//! The catalogue as a dashboard of Grafana.

use meterstick::catalog::{Catalog, Prometheus, Strategy};
use meterstick::{Descriptor, InstrumentKind};
use serde_json::{Value, json};

pub fn write(catalog: &Catalog, title: &str, strategy: Strategy) -> String {
    let mut grid = Grid { panels: Vec::new(), next: 0 };
    for (metric, _) in catalog.sorted() {
        let names = Prometheus::of(metric, strategy);
        // There is nothing to show of what is not exported.
        if !names.series.is_empty() {
            grid.add(metric, &names);
        }
    }
    let dashboard = json!({
        "id": null,
        "title": title,
        "description": format!("The names are those of {strategy}."),
        "tags": ["meterstick"],
        "timezone": "browser",
        "editable": true,
        "graphTooltip": 1,
        "schemaVersion": 39,
        "time": {"from": "now-1h", "to": "now"},
        "refresh": "30s",
        "annotations": {"list": []},
        "templating": {"list": [{
            "name": "datasource", "label": "Data source", "type": "datasource", "query": "prometheus",
            "current": {}, "hide": 0, "includeAll": false, "multi": false, "options": [], "refresh": 1, "regex": "",
        }]},
        "panels": grid.panels,
    });
    let mut text = serde_json::to_string_pretty(&dashboard).expect("texts, numbers and lists are JSON");
    text.push('\n');
    text
}

const WIDTH: usize = 12;
const HEIGHT: usize = 8;

/// Panels in two columns.
struct Grid {
    panels: Vec<Value>,
    /// How many places are taken.
    next: usize,
}

impl Grid {
    fn add(&mut self, metric: &Descriptor, names: &Prometheus) {
        let series = selector(&names.name);
        match metric.kind {
            InstrumentKind::Counter | InstrumentKind::ObservableCounter => {
                let rate = format!("{}(rate({series}[$__rate_interval]))", sum_by(&names.labels));
                self.lines(metric, metric.name, &rate_unit(metric.unit), &[(rate, legend(&names.labels))]);
            }
            InstrumentKind::UpDownCounter | InstrumentKind::ObservableUpDownCounter => {
                let sum = format!("{}({series})", sum_by(&names.labels));
                self.lines(metric, metric.name, &unit(metric), &[(sum, legend(&names.labels))]);
            }
            InstrumentKind::Histogram => self.distribution(metric, names),
            // A gauge; and a kind to come has a value, at least.
            _ => {
                self.lines(metric, metric.name, &unit(metric), &[(series, legend(&names.labels))]);
            }
        }
    }

    /// Quantiles on the left, the heat map on the right.
    fn distribution(&mut self, metric: &Descriptor, names: &Prometheus) {
        self.next = self.next.next_multiple_of(2);
        let native = metric.exponential.is_some();
        let (series, by) = match native {
            true => (selector(&names.name), "sum".to_owned()),
            false => (selector(&format!("{}_bucket", names.name)), "sum by (le) ".to_owned()),
        };
        let quantile = |quantile: f64, name: &str| {
            let expression = format!("histogram_quantile({quantile}, {by}(rate({series}[$__rate_interval])))");
            (expression, name.to_owned())
        };
        let quantiles = [quantile(0.5, "p50"), quantile(0.9, "p90"), quantile(0.99, "p99")];
        self.lines(metric, &format!("{}: quantiles", metric.name), &unit(metric), &quantiles);

        let increase = format!("{by}(increase({series}[$__rate_interval]))");
        let mut target = target(0, &(increase, "{{le}}".to_owned()));
        target["format"] = json!("heatmap");
        let options = json!({
            "calculate": false,
            "cellGap": 1,
            "color": {"mode": "scheme", "scheme": "Oranges", "steps": 64},
            "yAxis": {"unit": unit(metric)},
            "rowsFrame": {"layout": "auto"},
        });
        self.panel(metric, "heatmap", &format!("{}: heat map", metric.name), json!([target]), &json!({}), &options);
    }

    fn lines(&mut self, metric: &Descriptor, title: &str, unit: &str, queries: &[(String, String)]) {
        let targets: Vec<_> = queries.iter().enumerate().map(|(i, query)| target(i, query)).collect();
        let defaults = json!({"unit": unit, "custom": {"drawStyle": "line", "fillOpacity": 10, "showPoints": "never"}});
        let options = json!({
            "legend": {"displayMode": "list", "placement": "bottom", "showLegend": true},
            "tooltip": {"mode": "multi", "sort": "desc"},
        });
        self.panel(metric, "timeseries", title, json!(targets), &defaults, &options);
    }

    fn panel(
        &mut self,
        metric: &Descriptor,
        kind: &str,
        title: &str,
        targets: Value,
        defaults: &Value,
        options: &Value,
    ) {
        let (column, line) = (self.next % 2, self.next / 2);
        self.panels.push(json!({
            "id": self.panels.len() + 1,
            "type": kind,
            "title": title,
            "description": metric.description,
            "datasource": datasource(),
            "gridPos": {"x": column * WIDTH, "y": line * HEIGHT, "w": WIDTH, "h": HEIGHT},
            "fieldConfig": {"defaults": defaults, "overrides": []},
            "options": options,
            "targets": targets,
        }));
        self.next += 1;
    }
}

fn datasource() -> Value {
    json!({"type": "prometheus", "uid": "${datasource}"})
}

fn target(index: usize, (expression, legend): &(String, String)) -> Value {
    let letter = char::from(b'A' + u8::try_from(index).unwrap_or(25).min(25));
    json!({
        "refId": letter.to_string(),
        "datasource": datasource(),
        "editorMode": "code",
        "expr": expression,
        "legendFormat": legend,
        "range": true,
    })
}

/// Series in PromQL. A name that is not of the classic syntax is quoted.
fn selector(name: &str) -> String {
    if is_classic(name) { name.to_owned() } else { format!("{{{name:?}}}") }
}

fn is_classic(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':')
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

fn sum_by(labels: &[String]) -> String {
    if labels.is_empty() {
        return "sum".to_owned();
    }
    let quoted = |label: &String| {
        if is_classic(label) && !label.contains(':') { label.clone() } else { format!("{label:?}") }
    };
    format!("sum by ({}) ", labels.iter().map(quoted).collect::<Vec<_>>().join(", "))
}

fn legend(labels: &[String]) -> String {
    if labels.is_empty() {
        return "__auto".to_owned();
    }
    let labels: Vec<_> = labels.iter().map(|label| format!("{{{{{label}}}}}")).collect();
    labels.join(" ")
}

/// Grafana's name of a unit.
fn unit(metric: &Descriptor) -> String {
    match metric.unit {
        "1" if metric.name.ends_with("utilization") => "percentunit",
        "1" => "short",
        "%" => "percent",
        "ns" => "ns",
        "us" => "µs",
        "ms" => "ms",
        "s" => "s",
        "min" => "m",
        "h" => "h",
        "d" => "d",
        "bit" => "bits",
        "By" => "bytes",
        "KiBy" => "kbytes",
        "MiBy" => "mbytes",
        "GiBy" => "gbytes",
        "TiBy" => "tbytes",
        "kBy" => "deckbytes",
        "MBy" => "decmbytes",
        "GBy" => "decgbytes",
        "TBy" => "dectbytes",
        "By/s" => "binBps",
        "bit/s" => "bps",
        "Cel" => "celsius",
        "[degF]" => "fahrenheit",
        "K" => "kelvin",
        "Hz" => "hertz",
        "V" => "volt",
        "A" => "amp",
        "W" => "watt",
        "kW" => "kwatt",
        "J" => "joule",
        "kW.h" => "kwatth",
        "mm" => "lengthmm",
        "m" => "lengthm",
        "km" => "lengthkm",
        "g" => "massg",
        "kg" => "masskg",
        other => return custom(other, ""),
    }
    .to_owned()
}

/// The unit of a rate: so much a second.
fn rate_unit(code: &str) -> String {
    match code {
        "1" => "cps".to_owned(),
        "By" => "binBps".to_owned(),
        "bit" => "bps".to_owned(),
        "J" => "watt".to_owned(),
        other => custom(other, "/s"),
    }
}

/// A unit that Grafana only shows.
fn custom(code: &str, per: &str) -> String {
    let shown: String = code.chars().filter(|c| !matches!(c, '{' | '}')).collect();
    format!("suffix: {shown}{per}")
}
