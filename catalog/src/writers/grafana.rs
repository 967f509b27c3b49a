//! Writes the catalogue as a Grafana dashboard.
// Uses `promql`. Used by `writers`.

use meterstick::catalog::{Catalog, Prometheus, Strategy};
use meterstick::{Descriptor, InstrumentKind};
use serde_json::{Value, json};

use crate::promql::quoted;

pub fn write(catalog: &Catalog, title: &str, strategy: Strategy) -> String {
    let mut rows: Vec<Row> = Vec::new();
    for (metric, _) in catalog.sorted() {
        let names = Prometheus::of(metric, strategy);
        // A metric that is not exported has nothing to show.
        if names.series.is_empty() {
            continue;
        }
        let namespace = namespace(metric.name);
        let at = rows.iter().position(|row| row.namespace == namespace).unwrap_or_else(|| {
            rows.push(Row { namespace, first: series_name(metric, &names), wide: Vec::new(), narrow: Vec::new() });
            rows.len() - 1
        });
        rows[at].add(metric, &names);
    }
    let first: Vec<_> = rows.iter().map(|row| regex::escape(&row.first)).collect();
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
        "templating": {"list": variables(&first.join("|"))},
        "panels": laid_out(rows),
    });
    let mut text = serde_json::to_string_pretty(&dashboard).expect("texts, numbers and lists are JSON");
    text.push('\n');
    text
}

/// The data source, and the jobs and instances whose series are shown. `names` is a regular expression for one series of each
/// row.
fn variables(names: &str) -> Value {
    let named = format!("__name__=~{}", quoted(names));
    let (jobs, instances) = match names {
        // Without a metric, those of all series.
        "" => ("label_values(job)".to_owned(), r#"label_values({job=~"$job"}, instance)"#.to_owned()),
        _ => (format!("label_values({{{named}}}, job)"), format!("label_values({{{named}, job=~\"$job\"}}, instance)")),
    };
    let query = |name: &str, label: &str, query: &str| {
        json!({
            "name": name, "label": label, "type": "query", "datasource": datasource(),
            "definition": query, "query": {"query": query, "refId": name},
            "current": {"text": ["All"], "value": ["$__all"]}, "allValue": ".*",
            "hide": 0, "includeAll": true, "multi": true, "options": [], "refresh": 2, "regex": "", "sort": 1,
        })
    };
    json!([
        {
            "name": "datasource", "label": "Data source", "type": "datasource", "query": "prometheus",
            "current": {}, "hide": 0, "includeAll": false, "multi": false, "options": [], "refresh": 1, "regex": "",
        },
        query("job", "Job", &jobs),
        query("instance", "Instance", &instances),
    ])
}

const WIDTH: usize = 24;
const HEIGHT: usize = 8;

/// The metrics of a namespace, below a heading.
struct Row {
    namespace: String,
    /// A series of one of the metrics.
    first: String,
    /// Pairs of panels, each of which fills a line.
    wide: Vec<[Value; 2]>,
    /// Panels of which two share a line.
    narrow: Vec<Value>,
}

/// The namespace of a metric, at most two parts of it: `http.server` for `http.server.request.duration`.
fn namespace(name: &str) -> String {
    let parts: Vec<_> = name.split('.').collect();
    parts[..(parts.len() - 1).min(2)].join(".")
}

/// The panels of all rows with their positions, without gaps.
fn laid_out(rows: Vec<Row>) -> Vec<Value> {
    let mut panels = Vec::new();
    let mut line = 0;
    let mut place = |mut panel: Value, x: usize, y: usize, w: usize, h: usize| {
        panel["id"] = json!(panels.len() + 1);
        panel["gridPos"] = json!({"x": x, "y": y, "w": w, "h": h});
        panels.push(panel);
    };
    for row in rows {
        let title = if row.namespace.is_empty() { "Metrics" } else { &row.namespace };
        place(json!({"type": "row", "title": title, "collapsed": false, "panels": []}), 0, line, WIDTH, 1);
        line += 1;
        let mut narrow = row.narrow.into_iter();
        let mut lines: Vec<Vec<Value>> = row.wide.into_iter().map(Vec::from).collect();
        while let Some(left) = narrow.next() {
            lines.push(core::iter::once(left).chain(narrow.next()).collect());
        }
        for panels in lines {
            let width = WIDTH / panels.len();
            for (column, panel) in panels.into_iter().enumerate() {
                place(panel, column * width, line, width, HEIGHT);
            }
            line += HEIGHT;
        }
    }
    panels
}

impl Row {
    fn add(&mut self, metric: &Descriptor, names: &Prometheus) {
        let series = selector(&names.name);
        let title = title(metric);
        match metric.kind {
            InstrumentKind::Counter | InstrumentKind::ObservableCounter => {
                let rate = format!("{}(rate({series}[$__rate_interval]))", sum_by(&names.labels));
                let queries = [(rate, legend(&names.labels, &title))];
                self.narrow.push(lines(metric, &title, &rate_unit(metric.unit), &queries));
            }
            InstrumentKind::UpDownCounter | InstrumentKind::ObservableUpDownCounter => {
                let sum = format!("{}({series})", sum_by(&names.labels));
                self.narrow.push(lines(metric, &title, &unit(metric), &[(sum, legend(&names.labels, &title))]));
            }
            InstrumentKind::Histogram => self.wide.push(distribution(metric, names)),
            // A gauge; and a future kind has at least a value.
            _ => {
                let legend =
                    if names.labels.is_empty() { "{{instance}}".to_owned() } else { legend(&names.labels, &title) };
                self.narrow.push(lines(metric, &title, &unit(metric), &[(series, legend)]));
            }
        }
    }
}

/// The description, if it is short enough for a title; otherwise the name.
fn title(metric: &Descriptor) -> String {
    let description = metric.description.trim().trim_end_matches('.');
    let fits = (1..=60).contains(&description.chars().count()) && !description.contains(['\n', '$']);
    if fits { description } else { metric.name }.to_owned()
}

/// The name of the series that shows whether the metric exists.
fn series_name(metric: &Descriptor, names: &Prometheus) -> String {
    let classic = metric.kind == InstrumentKind::Histogram && metric.exponential.is_none();
    if classic { format!("{}_bucket", names.name) } else { names.name.clone() }
}

/// Quantiles on the left, the heat map on the right.
fn distribution(metric: &Descriptor, names: &Prometheus) -> [Value; 2] {
    let series = selector(&series_name(metric, names));
    let by = if metric.exponential.is_some() { "sum" } else { "sum by (le) " };
    let quantile = |quantile: f64, name: &str| {
        let expression = format!("histogram_quantile({quantile}, {by}(rate({series}[$__rate_interval])))");
        (expression, name.to_owned())
    };
    let quantiles = [quantile(0.5, "p50"), quantile(0.9, "p90"), quantile(0.99, "p99")];
    let title = title(metric);
    let left = lines(metric, &format!("{title}: quantiles"), &unit(metric), &quantiles);

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
    [left, panel(metric, "heatmap", &format!("{title}: heat map"), json!([target]), &json!({}), &options)]
}

fn lines(metric: &Descriptor, title: &str, unit: &str, queries: &[(String, String)]) -> Value {
    let targets: Vec<_> = queries.iter().enumerate().map(|(i, query)| target(i, query)).collect();
    let defaults = json!({"unit": unit, "custom": {"drawStyle": "line", "fillOpacity": 10, "showPoints": "never"}});
    let options = json!({
        "legend": {"displayMode": "list", "placement": "bottom", "showLegend": true},
        "tooltip": {"mode": "multi", "sort": "desc"},
    });
    panel(metric, "timeseries", title, json!(targets), &defaults, &options)
}

/// A panel without its position.
fn panel(metric: &Descriptor, kind: &str, title: &str, targets: Value, defaults: &Value, options: &Value) -> Value {
    let about = format!("The {} `{}`.", metric.kind, metric.name);
    let description = metric.description.trim();
    json!({
        "type": kind,
        "title": title,
        "description": if description.is_empty() { about } else { format!("{description}\n\n{about}") },
        "datasource": datasource(),
        "fieldConfig": {"defaults": defaults, "overrides": []},
        "options": options,
        "targets": targets,
    })
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

/// The series of the chosen jobs and instances in PromQL. A name outside of the classic syntax is quoted.
fn selector(name: &str) -> String {
    const CHOSEN: &str = r#"job=~"$job", instance=~"$instance""#;
    if is_classic(name) { format!("{name}{{{CHOSEN}}}") } else { format!("{{{}, {CHOSEN}}}", quoted(name)) }
}

fn is_classic(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':')
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

fn sum_by(labels: &[String]) -> String {
    if labels.is_empty() {
        return "sum".to_owned();
    }
    let written = |label: &String| {
        if is_classic(label) && !label.contains(':') { label.clone() } else { quoted(label) }
    };
    format!("sum by ({}) ", labels.iter().map(written).collect::<Vec<_>>().join(", "))
}

fn legend(labels: &[String], title: &str) -> String {
    if labels.is_empty() {
        return title.to_owned();
    }
    let labels: Vec<_> = labels.iter().map(|label| format!("{{{{{label}}}}}")).collect();
    labels.join(" ")
}

/// Grafana's name for a unit.
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

/// Grafana's name for the unit of a rate per second.
fn rate_unit(code: &str) -> String {
    match code {
        "1" => "cps".to_owned(),
        "By" => "binBps".to_owned(),
        "bit" => "bps".to_owned(),
        "J" => "watt".to_owned(),
        other => custom(other, "/s"),
    }
}

/// A unit that Grafana shows as a suffix.
fn custom(code: &str, per: &str) -> String {
    let shown: String = code.chars().filter(|c| !matches!(c, '{' | '}')).collect();
    format!("suffix: {shown}{per}")
}
