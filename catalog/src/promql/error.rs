//! Why a query cannot be written.

use std::fmt;

/// Why a query cannot be written: what only run time knows.
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
    /// A threshold that is no boundary of the histogram's buckets: nothing was counted up to there.
    NoBoundary {
        /// The metric.
        metric: &'static str,
        /// The threshold, in the metric's unit.
        threshold: f64,
        /// The boundary that is nearest to it, if there are any.
        nearest: Option<f64>,
        /// The metric's unit.
        unit: &'static str,
    },
    /// A key of another metric's set.
    NoKey {
        /// The metric.
        metric: &'static str,
        /// The key.
        key: &'static str,
        /// The keys that the metric has.
        keys: Vec<&'static str>,
    },
    /// A metric that does not get to Prometheus: an exponential histogram of an exporter that has none.
    NotExported(&'static str),
    /// A quantile that is not from 0 to 1.
    Quantile(f64),
    /// A window or another duration that is not a positive number of whole milliseconds. It is in seconds.
    Window(f64),
    /// A threshold that is no number, or does not fit one.
    Threshold,
    /// A regular expression that cannot be read.
    Regex {
        /// The expression.
        regex: String,
        /// Why.
        reason: String,
    },
    /// A regular expression or a list of values that no value of the attribute matches.
    NoValue {
        /// The attribute's key.
        key: &'static str,
        /// The values that there are.
        values: &'static [&'static str],
    },
    /// Two sides of an operation whose labels do not match, as neither has all labels of the other.
    Labels {
        /// The labels of the left side.
        left: Vec<String>,
        /// The labels of the right side.
        right: Vec<String>,
    },
    /// A name that Prometheus does not take.
    Name(String),
    /// A recorded expression whose name cannot be derived: it is recorded with one.
    Unnamed,
    /// A placeholder in an annotation that is neither `{value}`, `{threshold}` nor a key that the condition groups by.
    Placeholder {
        /// The placeholder's name.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// Two rules of one name.
    Twice(String),
    /// An objective that is not between 0 and 1, as a proportion.
    Objective(f64),
    /// An objective so low that an alert on the error budget never fires, as its threshold is no less than 100%.
    NeverFires {
        /// The objective.
        objective: f64,
        /// How fast the budget has to be used for the alert to fire, as a multiple.
        burn_rate: f64,
        /// The lowest objective with which it can.
        at_least: f64,
    },
}

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
                "`{metric}` has exponential buckets, and this exporter leaves such histograms out: declare boundaries, or send it by OTLP"
            ),
            Self::Quantile(quantile) => {
                write!(f, "a quantile is a number from 0 to 1, and this is {quantile}: the 99th percentile is 0.99")
            }
            Self::Window(seconds) => {
                write!(f, "a duration in a query is a positive number of whole milliseconds, and this is {seconds} s")
            }
            Self::Threshold => f.write_str("a threshold is a finite number in the unit of what it is compared with"),
            Self::Regex { regex, reason } => write!(f, "`{regex}` is no regular expression: {reason}"),
            Self::NoValue { key, values } => {
                write!(f, "no value of `{key}` is selected: its values are `{}`", values.join("`, `"))
            }
            Self::Labels { left, right } => write!(
                f,
                "the two sides have labels that do not match: group one side by some of the labels of the other, which are {} and {}",
                listed(left),
                listed(right)
            ),
            Self::Name(name) => write!(
                f,
                "`{name}` is no name of a rule: it has letters, digits, `_` and `:`, and starts with no digit"
            ),
            Self::Unnamed => f.write_str(
                "the name of this expression cannot be derived: record it with `record_as(name, expression)`",
            ),
            Self::Placeholder { name, known } => {
                write!(f, "an annotation has no placeholder `{{{name}}}`: those of this alert are {}", listed(known))
            }
            Self::Twice(name) => write!(f, "there are two rules of the name `{name}`: give one of them another"),
            Self::Objective(objective) => {
                write!(
                    f,
                    "an objective is between 0 and 100%, and this is {}%: write `Percent(99.9)`",
                    objective * 100.0
                )
            }
            Self::NeverFires { objective, burn_rate, at_least } => write!(
                f,
                "with an objective of {}%, the alert on {burn_rate} times the budget never fires, as not even 100% of errors are as many: set at least {}%",
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

/// To six digits after the point, and up: what is named as a bound is one.
fn rounded(number: f64) -> f64 {
    ((number * 1e6) - 1e-3).ceil() / 1e6
}
