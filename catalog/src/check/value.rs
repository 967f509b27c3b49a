//! `Value`: what is known about the value of an expression.
// Uses `labels`, `unit`. Used by `binary`, `call`, `check`, `infer`, `known`, `series`, `shown`.

use super::labels::Labels;
use super::unit::Unit;

/// What is known about the value of an expression.
#[derive(Clone, Debug)]
pub(super) struct Value {
    /// The unit, if it is known.
    pub(super) unit: Option<Unit>,
    /// The part of the expression that the unit comes from.
    pub(super) from: String,
    /// The number, if the expression is one.
    pub(super) number: Option<f64>,
    pub(super) labels: Labels,
    /// The counter, if the value is a counter's total.
    pub(super) total: Option<Total>,
    /// The histogram, if the value is its buckets.
    pub(super) buckets: Option<Buckets>,
    /// The maximum possible value, and the metric that implies it.
    pub(super) most: Option<(f64, String)>,
}

/// The total of a counter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Total {
    /// The name in the query.
    pub(super) series: String,
    /// Whether several series are summed.
    pub(super) summed: bool,
}

/// The buckets of a histogram.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    /// The metric's name.
    pub(super) metric: String,
    pub(super) unit: Option<Unit>,
    /// The last boundary.
    pub(super) last: Option<f64>,
    /// The aggregation, other than a sum, that they went through.
    pub(super) averaged: Option<&'static str>,
    /// Whether they are a native histogram, which needs no `le`.
    pub(super) native: bool,
}

impl Buckets {
    /// What is known about buckets that are these or others.
    fn or(self, other: &Self) -> Self {
        Self {
            unit: self.unit.filter(|unit| other.unit.as_ref().is_some_and(|other| unit.is(other))),
            last: self.last.filter(|last| other.last == Some(*last)),
            averaged: self.averaged.and(other.averaged),
            native: self.native || other.native,
            metric: self.metric,
        }
    }
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

    /// What is known about all of several values.
    pub(super) fn any_of(values: Vec<Self>) -> Self {
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return Self::unknown() };
        values.fold(first, |all, one| {
            let unit = all.unit.clone().filter(|unit| one.unit.as_ref().is_some_and(|other| unit.is(other)));
            // What is buckets only sometimes can be anything.
            let unit = unit.filter(|_| all.buckets.is_some() == one.buckets.is_some());
            let buckets = all.buckets.clone().zip(one.buckets).map(|(all, one)| all.or(&one));
            Self { unit, labels: all.labels.union(&one.labels), number: None, most: None, buckets, ..all }
        })
    }
}
