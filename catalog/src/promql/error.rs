//! `QueryError`: why a query cannot be written.
// Used by `compare`, `expr`, `filter`, `node`, `rules`, `series`, `slo`, `text`, `threshold`, `window`.

use std::fmt;

/// Why a query cannot be written, for reasons that are known at run time only.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Millis, Minutes, Seconds};
/// use meterstick_catalog::promql::{Names, query};
///
/// const WAIT: Metric<Histogram<f64, Seconds>> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("shop.order.wait").boundaries(&[Seconds(0.1), Seconds(0.25), Seconds(1.0)]);
///
/// let error = query(&WAIT).fraction_within(Millis(300), Minutes(5)).promql(&Names::default()).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`shop.order.wait` has no bucket boundary at 0.3 s: its nearest is 0.25 s; use that, or declare the boundary",
/// );
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum QueryError {
    /// A threshold is not a bucket boundary of the histogram, so no count up to it exists.
    NoBoundary {
        /// The metric.
        metric: &'static str,
        /// The threshold, in the metric's unit.
        threshold: f64,
        /// The nearest boundary, if there are any.
        nearest: Option<f64>,
        /// The metric's unit.
        unit: &'static str,
    },
    /// A key belongs to another metric's attributes.
    NoKey {
        /// The metric.
        metric: &'static str,
        /// The key.
        key: &'static str,
        /// The keys that the metric has.
        keys: Vec<&'static str>,
    },
    /// The metric is not exported to Prometheus: it is an exponential histogram, and the exporter supports none.
    NotExported(&'static str),
    /// The quantile is not between 0 and 1.
    Quantile(f64),
    /// A window or another duration is not a positive number of whole milliseconds, or is too long. The field is in seconds.
    Window(f64),
    /// A threshold is not a finite number, or does not fit.
    Threshold,
    /// A regular expression is invalid in Prometheus, or means something else there.
    Regex {
        /// The expression.
        regex: String,
        /// The reason.
        reason: String,
    },
    /// No value of the attribute matches a regular expression or a list of values.
    NoValue {
        /// The attribute's key.
        key: &'static str,
        /// The values of the attribute.
        values: &'static [&'static str],
    },
    /// The labels of an operation's sides do not match, because neither side has all labels of the other.
    Labels {
        /// The labels of the left side.
        left: Vec<String>,
        /// The labels of the right side.
        right: Vec<String>,
    },
    /// A name is empty or not valid in Prometheus.
    Name(String),
    /// An alert cannot have a label of this name: it is not valid in Prometheus, or has a meaning already.
    Label(String),
    /// A rule sets a label by whose name its expression is grouped: Prometheus would overwrite it, and two series would be one.
    GroupLabel(String),
    /// An objective is grouped by the key that says which events are good, so that in each group all are good, or none.
    GroupOfGood(String),
    /// The name of a recorded expression cannot be derived: use `record_as`.
    Unnamed,
    /// A placeholder in an annotation is not `{value}`, `{threshold}` or a key that the condition groups by.
    Placeholder {
        /// The placeholder's name.
        name: String,
        /// The valid names.
        known: Vec<String>,
    },
    /// Two rules, two groups or two objectives have the same name.
    Twice(String),
    /// The period of an objective is so short that its shortest window could contain no two samples. Both are in seconds.
    Period {
        /// The period.
        period: f64,
        /// The shortest valid period.
        at_least: f64,
    },
    /// The objective is not between 0 and 1, as a proportion.
    Objective(f64),
    /// The objective is so low that an alert on the error budget can never fire: its threshold would be 100% or more.
    NeverFires {
        /// The objective.
        objective: f64,
        /// The burn rate at which the alert fires, as a multiple of the sustainable rate.
        burn_rate: f64,
        /// The lowest objective with which it can fire.
        at_least: f64,
    },
}

/// The seconds from which a duration is too long: Prometheus counts nanoseconds in 63 bits.
pub(super) const LONGEST: f64 = 9e9;

const HOUR: f64 = 3600.0;
const DAY: f64 = 24.0 * HOUR;

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBoundary { metric, threshold, nearest: Some(nearest), unit } => write!(
                f,
                "`{metric}` has no bucket boundary at {threshold} {unit}: its nearest is {nearest} {unit}; use that, or declare the boundary"
            ),
            Self::NoBoundary { metric, threshold, nearest: None, unit } => {
                write!(
                    f,
                    "`{metric}` has no bucket boundaries, so none at {threshold} {unit}: declare `.boundaries(..)`"
                )
            }
            Self::NoKey { metric, key, keys } => {
                if keys.is_empty() {
                    return write!(f, "`{metric}` has no key `{key}`: it has no attributes");
                }
                let keys: Vec<_> = keys.iter().map(|key| (*key).to_owned()).collect();
                write!(f, "`{metric}` has no key `{key}`: its keys are {}", listed(&keys))
            }
            Self::NotExported(metric) => write!(
                f,
                "`{metric}` has exponential buckets, which this exporter does not support: declare boundaries, or export it with OTLP"
            ),
            Self::Quantile(quantile) => {
                write!(f, "a quantile is a number from 0 to 1, and this is {quantile}: the 99th percentile is 0.99")
            }
            Self::Window(seconds) if *seconds >= LONGEST => write!(
                f,
                "a duration in a query is at most {} days, and this is {} days: set a shorter one",
                (LONGEST / DAY).floor(),
                cut(seconds / DAY)
            ),
            Self::Window(seconds) => {
                write!(f, "a duration in a query is a positive number of whole milliseconds, and this is {seconds} s")
            }
            Self::Threshold => f.write_str("a threshold is a finite number in the unit of what it is compared with"),
            Self::Regex { regex, reason } => write!(f, "`{regex}` is not a regular expression of Prometheus: {reason}"),
            Self::NoValue { key, values } => {
                write!(f, "no value of `{key}` is selected: its values are `{}`", values.join("`, `"))
            }
            Self::Labels { left, right } => write!(
                f,
                "the two sides have labels that do not match: group one side by some of the labels of the other, which are {} and {}",
                listed(left),
                listed(right)
            ),
            Self::Name(name) if name.is_empty() => {
                f.write_str("a group, a rule, an objective and a label have a name, and this is empty")
            }
            Self::Name(name) => write!(
                f,
                "`{name}` is not a name of a rule: it contains letters, digits, `_` and `:`, and does not start with a digit"
            ),
            Self::Label(label) => write!(
                f,
                "an alert cannot have the label `{label}`: a label contains letters, digits and `_`, starts with a letter or one `_`, and `alertname`, `alertstate` and an objective's `slo` and `severity` are set already"
            ),
            Self::GroupOfGood(key) => write!(
                f,
                "an objective cannot be grouped by `{key}`, which says what is good: in each group all events are good, or none; group by another key"
            ),
            Self::GroupLabel(label) => {
                write!(f, "the rule sets the label `{label}`, and its expression is grouped by it: ")?;
                // These are not the user's.
                let is_set = ["alertname", "alertstate", "severity", "slo"].contains(&label.as_str());
                f.write_str(if is_set {
                    "group by another key, or rename the attribute"
                } else {
                    "give the rule's label another name, or group by another key"
                })
            }
            Self::Unnamed => f.write_str(
                "the name of this expression cannot be derived: record it with `record_as(name, expression)`",
            ),
            Self::Placeholder { name, known } => {
                write!(f, "an annotation has no placeholder `{{{name}}}`: those of this alert are {}", listed(known))
            }
            Self::Twice(name) => {
                write!(f, "two rules, groups or objectives have the name `{name}`: rename one of them")
            }
            Self::Period { period, at_least } => write!(
                f,
                "an objective over {} h is too short, because its shortest window, an 8,640th of it, has to contain two samples: set at least {} h",
                cut(period / HOUR),
                cut(at_least / HOUR)
            ),
            Self::Objective(objective) => {
                write!(
                    f,
                    "an objective is between 0 and 100%, and this is {}%: write `Percent(99.9)`",
                    objective * 100.0
                )
            }
            Self::NeverFires { objective, burn_rate, at_least } => write!(
                f,
                "with an objective of {}%, the alert on a burn rate of {burn_rate} never fires, because 100% of errors are not enough: set at least {}%",
                rounded(objective * 100.0),
                rounded(at_least * 100.0)
            ),
        }
    }
}

impl std::error::Error for QueryError {}

fn listed(labels: &[String]) -> String {
    if labels.is_empty() { "none".to_owned() } else { format!("`{}`", labels.join("`, `")) }
}

/// Rounded up to six decimals, so that a number that is named as a bound is one.
fn rounded(number: f64) -> f64 {
    ((number * 1e6) - 1e-3).ceil() / 1e6
}

/// Rounded down to six decimals, so that what is below a bound is not written as the bound.
fn cut(number: f64) -> f64 {
    (number * 1e6).floor() / 1e6
}
