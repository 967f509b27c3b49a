//! What is known of the value of an expression.

use super::labels::Labels;
use super::unit::Unit;

/// What is known of the value of an expression.
#[derive(Clone, Debug)]
pub(super) struct Value {
    /// Its unit, if that is known.
    pub(super) unit: Option<Unit>,
    /// What the unit is from: the text of the part of the expression.
    pub(super) from: String,
    /// The number, if it is one.
    pub(super) number: Option<f64>,
    pub(super) labels: Labels,
    /// The counter that it is the total of.
    pub(super) total: Option<Total>,
    /// The histogram that it is the buckets of.
    pub(super) buckets: Option<Buckets>,
    /// The most that it can be, and the metric that says so.
    pub(super) most: Option<(f64, String)>,
}

/// A total of a counter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Total {
    /// The name in the query.
    pub(super) series: String,
    /// Whether several are added up.
    pub(super) summed: bool,
}

/// Buckets of a histogram.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    /// The metric's name.
    pub(super) metric: String,
    pub(super) unit: Option<Unit>,
    /// The last boundary.
    pub(super) last: Option<f64>,
    /// The aggregation that they went through and that is no sum.
    pub(super) averaged: Option<&'static str>,
    /// Whether they are buckets in one series, which need no `le`.
    pub(super) native: bool,
}

impl Value {
    pub(super) fn unknown() -> Self {
        Self {
            unit: None,
            from: String::new(),
            number: None,
            labels: Labels::any(),
            total: None,
            buckets: None,
            most: None,
        }
    }

    pub(super) fn number(number: f64) -> Self {
        Self { number: Some(number), labels: Labels::none(), ..Self::unknown() }
    }

    pub(super) fn of(unit: Option<Unit>, from: &str, labels: Labels) -> Self {
        Self { unit, from: from.to_owned(), labels, ..Self::unknown() }
    }

    /// What is known of all of several.
    pub(super) fn any_of(values: Vec<Self>) -> Self {
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return Self::unknown() };
        values.fold(first, |all, one| {
            let unit = all.unit.clone().filter(|unit| {
                one.unit.as_ref().is_some_and(|other| unit.same_dimension(other) && unit.same_size(other))
            });
            Self { unit, labels: all.labels.union(&one.labels), number: None, most: None, buckets: None, ..all }
        })
    }
}
