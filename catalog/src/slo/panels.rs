//! `dashboard`: a Grafana dashboard of objectives.
// Uses `burn`, `declare`, `promql`, `record`, `rules`. No other module uses it.

use serde_json::{Value, json};

use super::burn::BURNS;
use super::declare::Slo;
use super::record::budget;
use crate::promql::{Names, Node, QueryError};
use crate::rules::percent;

/// Writes a Grafana dashboard of objectives, over a Prometheus data source that is chosen in Grafana. For each objective it shows
/// the rest of the error budget, the error ratio beside the allowed one, and the burn rate.
///
/// See the [module](super) for an example.
///
/// # Errors
///
/// The errors of [`Slo::rules`], [`QueryError::Twice`] for two objectives of one name, and [`QueryError::NoBoundary`] for a missing
/// bucket boundary.
///
/// # Panics
///
/// Never: JSON can represent everything in it.
pub fn dashboard(title: &str, slos: &[Slo], names: &Names) -> Result<String, QueryError> {
    let mut panels = Vec::new();
    for (line, slo) in slos.iter().enumerate() {
        slo.rules()?;
        slo.check_query(names)?;
        if slos[..line].iter().any(|other| other.name == slo.name) {
            return Err(QueryError::Twice(slo.name.clone()));
        }
        let (objective, period) = (slo.objective.clone()?, slo.period.clone()?);
        let budget = budget(objective);
        let written = |node: &Node| node.promql(names);
        let percent = percent(objective);
        let over = crate::promql::duration(period);

        // Of a grouped objective, each query has a series for each group.
        let groups = slo.recorded(period);
        let groups: Vec<_> =
            groups.groups().iter().map(|(group, metric)| format!("{{{{{}}}}}", names.label(metric, *group))).collect();
        let legend = |what: String| [&groups[..], &[what]].concat().join(" ");

        let left = written(&slo.error_budget_left().node)?;
        panels.push(panel(
            (line, 0, 6),
            "stat",
            &format!("{}: error budget left", slo.name),
            &format!("The rest of the error budget for {percent}% over {over}. Below 0, there were more errors than the objective allows."),
            "percentunit",
            &[(left, legend("left".to_owned()))],
        ));

        let (long, short) = (BURNS[1].long(period), BURNS[0].short(period));
        let mut errors = Vec::new();
        for window in [short, long] {
            errors.push((written(&slo.recorded(window))?, legend(format!("over {}", crate::promql::duration(window)))));
        }
        errors.push((format!("vector({budget})"), "allowed".to_owned()));
        panels.push(panel(
            (line, 6, 9),
            "timeseries",
            &format!("{}: errors", slo.name),
            "The ratio of errors to all events.",
            "percentunit",
            &errors,
        ));

        let mut burn = Vec::new();
        for severity in [&BURNS[0], &BURNS[3]] {
            let window = severity.long(period);
            let of = Node::Times { of: Box::new(slo.recorded(window)), by: 1.0 / budget };
            burn.push((written(&of)?, legend(format!("over {}", crate::promql::duration(window)))));
        }
        panels.push(panel(
            (line, 15, 9),
            "timeseries",
            &format!("{}: burn rate", slo.name),
            "How many times faster than sustainable the error budget is used.",
            "short",
            &burn,
        ));
    }
    for (at, panel) in panels.iter_mut().enumerate() {
        panel["id"] = json!(at + 1);
    }
    let dashboard = json!({
        "id": null,
        "title": title,
        "tags": ["meterstick", "slo"],
        "timezone": "browser",
        "editable": true,
        "graphTooltip": 1,
        "schemaVersion": 39,
        "time": {"from": "now-6h", "to": "now"},
        "refresh": "30s",
        "annotations": {"list": []},
        "templating": {"list": [{
            "name": "datasource", "label": "Data source", "type": "datasource", "query": "prometheus",
            "current": {}, "hide": 0, "includeAll": false, "multi": false, "options": [], "refresh": 1, "regex": "",
        }]},
        "panels": panels,
    });
    Ok(serde_json::to_string_pretty(&dashboard).expect("texts, numbers and lists are JSON") + "\n")
}

const HEIGHT: usize = 8;

fn panel(
    (line, column, width): (usize, usize, usize),
    kind: &str,
    title: &str,
    description: &str,
    unit: &str,
    queries: &[(String, String)],
) -> Value {
    let source = json!({"type": "prometheus", "uid": "${datasource}"});
    let targets: Vec<_> = queries
        .iter()
        .zip('A'..)
        .map(|((expression, legend), letter)| {
            json!({
                "refId": letter.to_string(),
                "datasource": source,
                "editorMode": "code",
                "expr": expression,
                "legendFormat": legend,
                "range": true,
            })
        })
        .collect();
    json!({
        "type": kind,
        "title": title,
        "description": description,
        "datasource": source,
        "gridPos": {"x": column, "y": line * HEIGHT, "w": width, "h": HEIGHT},
        "fieldConfig": {"defaults": {"unit": unit}, "overrides": []},
        "targets": targets,
    })
}
