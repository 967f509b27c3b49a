//! `UnitTests`: unit tests for `promtool test rules`, generated with the rules.
// Uses `file`, `input`, `promql`, `rule`. Used by `rule`, `slo`.

use serde_norway::Value;

use super::file::{map, write};
use super::input::{self, Input};
use super::rule::{Rule, Rules};
use crate::promql::{Names, Node, QueryError, duration, quoted};

/// Unit tests of alerts, as a file for `promtool test rules`.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Minutes, One};
/// use meterstick_catalog::promql::{Names, query};
/// use meterstick_catalog::rules::{Alert, Rules, Severity};
///
/// const QUEUED: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("queued");
///
/// let mut rules = Rules::new("shop");
/// rules.alert(Alert::new("QueueIsLong", query(&QUEUED).max().above(100), Severity::Ticket).lasting(Minutes(5)));
/// let tests = rules.unit_tests("rules.yaml", &Names::default())?;
/// assert!(tests.untested.is_empty());
/// assert!(tests.yaml.contains("QueueIsLong: it fires"));
/// assert!(tests.yaml.contains("QueueIsLong: it is silent"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UnitTests {
    /// The file of tests, as YAML.
    pub yaml: String,
    /// The alerts without a test, because no series could be derived that make them fire, or not fire.
    pub untested: Vec<String>,
}

/// One test: whether an alert fires at a time. All durations are in milliseconds.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) step: u64,
    pub(crate) input: Input,
    /// The time, the alert's name and further labels, and whether it fires.
    pub(crate) expected: Vec<(u64, String, Vec<(String, String)>, bool)>,
}

pub(super) fn of_alerts(rules: &Rules, file: &str, names: &Names) -> Result<UnitTests, QueryError> {
    let (mut cases, mut untested) = (Vec::new(), Vec::new());
    let interval = rules.interval.clone().transpose()?;
    for rule in &rules.rules {
        let Rule::Alert(alert) = rule else { continue };
        alert.check_labels(names)?;
        let lasting = alert.lasting.clone().transpose()?.unwrap_or(0);
        let windows = windows(&alert.condition.node);
        let shortest = windows.iter().min().copied().unwrap_or(60_000);
        let longest = windows.iter().max().copied().unwrap_or(0);
        // Four samples within the shortest window: in whole seconds, unless it is shorter than four.
        let step = (shortest / 4).clamp(1, 60_000);
        let step = if step < 1000 { step } else { step / 1000 * 1000 };
        let at = (lasting + longest + 4 * step + interval.unwrap_or(step)).next_multiple_of(step);
        for fires in [true, false] {
            let Some(input) = input::of_condition(&alert.condition.node, fires, names)? else {
                untested.push(format!("{}: {}", alert.name, if fires { "that it fires" } else { "that it is silent" }));
                continue;
            };
            let what = if fires { "it fires" } else { "it is silent" };
            cases.push(Case {
                name: format!("{}: {what}", alert.name),
                step,
                input,
                expected: vec![(at, alert.name.clone(), alert.labels.clone(), fires)],
            });
        }
    }
    Ok(UnitTests { yaml: write_tests(file, &cases), untested })
}

/// All windows of a query.
fn windows(node: &Node) -> Vec<u64> {
    match node {
        Node::Over { window, .. } | Node::Quantile { window, .. } => vec![*window],
        Node::Binary { left, right, .. } => [windows(left), windows(right)].concat(),
        Node::Number { of, .. }
        | Node::Times { of, .. }
        | Node::Converted { of, .. }
        | Node::Complement(of)
        | Node::OrZero { of, .. }
        | Node::Recorded { of, .. } => windows(of),
        Node::Level { .. } | Node::Failed(_) => Vec::new(),
    }
}

/// The file. Each firing alert has its own series `ALERTS`.
pub(crate) fn write_tests(file: &str, cases: &[Case]) -> String {
    let tests = cases.iter().map(|case| {
        let until = case.expected.iter().map(|(at, ..)| *at).max().unwrap_or(0);
        let input = case.input.iter().map(|(series, steps)| {
            map([("series", series.as_str().into()), ("values", steps.notation(case.step, until).into())])
        });
        let expected = case.expected.iter().map(|(at, alert, labels, fires)| {
            let labels: Vec<_> = labels.iter().map(|(label, value)| format!(", {label}={}", quoted(value))).collect();
            let alert = format!("ALERTS{{alertname={}, alertstate=\"firing\"{}}}", quoted(alert), labels.concat());
            let sample = map([("labels", "{}".into()), ("value", i32::from(*fires).into())]);
            map([
                ("expr", format!("count({alert}) or vector(0)").into()),
                ("eval_time", duration(*at).into()),
                ("exp_samples", Value::Sequence(vec![sample])),
            ])
        });
        map([
            ("name", case.name.as_str().into()),
            ("interval", duration(case.step).into()),
            ("input_series", Value::Sequence(input.collect())),
            ("promql_expr_test", Value::Sequence(expected.collect())),
        ])
    });
    // All rules are evaluated at this interval, whatever the intervals of their groups.
    let step = cases.iter().map(|case| case.step).min().unwrap_or(60_000);
    write(&map([
        ("rule_files", Value::Sequence(vec![file.into()])),
        ("evaluation_interval", duration(step).into()),
        ("tests", Value::Sequence(tests.collect())),
    ]))
}
