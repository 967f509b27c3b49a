//! `Series`: a metric as Prometheus has it: its names, labels, unit and kind.
// Uses `document`, `labels`, `promql`, `unit`, `value`. Used by `call`, `infer`, `known`.

use std::collections::BTreeMap;

use meterstick::prelude::*;
use meterstick::{Descriptor, Field, InstrumentKind, ValueType};

use super::labels::Labels;
use super::unit::Unit;
use super::value::{Buckets, Total, Value};
use crate::document::{AttributeEntry, MetricEntry as Documented};
use crate::promql::Names;

/// A metric, as Prometheus has it.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) metric: Documented,
    pub(super) foretold: Foretold,
    unit: Option<Unit>,
    /// The attributes by their labels; `None` if any label is possible.
    pub(super) attributes: Option<BTreeMap<String, usize>>,
    /// Whether the metric is one of the checked catalogue, not only of another one.
    pub(super) own: bool,
    /// Whether the metric goes up only in one catalogue, and up and down in another one.
    pub(super) is_mixed: bool,
}

/// The part of a metric that a series is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Value,
    Bucket,
    Sum,
    Count,
    /// The time when the metric began.
    Created,
}

impl Series {
    pub(super) fn new(metric: &Documented, names: Names, own: bool) -> Self {
        let foretold = Foretold::of(metric, names);
        let attributes = (!metric.any_keys).then(|| foretold.labels.iter().cloned().zip(0..).collect());
        let unit = Unit::ucum(&metric.unit);
        Self { metric: metric.clone(), foretold, unit, attributes, own, is_mixed: false }
    }

    /// The names of the series.
    pub(super) fn named(&self) -> impl Iterator<Item = (String, Part)> + use<> {
        series_of(&self.metric, &self.foretold).collect::<Vec<_>>().into_iter()
    }

    /// Adds what is known about the metric from another catalogue: its labels, their values and the boundaries. What differs
    /// otherwise is unknown.
    pub(super) fn join(&mut self, other: Self) {
        self.own |= other.own;
        let kinds = [&*self, &other].map(|series| (series.is_counter(Part::Value), series.is_native(Part::Value)));
        self.is_mixed |= other.is_mixed || kinds[0] != kinds[1];
        self.unit = self.unit.take().filter(|unit| other.unit.as_ref().is_some_and(|other| unit.is(other)));
        self.join_boundaries(&other.metric);
        let labels = self.attributes.take().zip(other.attributes);
        self.attributes = labels.map(|(mut labels, others)| {
            for (label, at) in &mut labels {
                // A label that only one of the two has can be absent.
                self.metric.attributes[*at].required &= others.contains_key(label);
            }
            for (label, at) in others {
                let entry = &other.metric.attributes[at];
                match labels.get(&label) {
                    Some(known) => join_attribute(&mut self.metric.attributes[*known], entry),
                    None => {
                        labels.insert(label.clone(), self.metric.attributes.len());
                        self.metric.attributes.push(AttributeEntry { required: false, ..entry.clone() });
                        self.foretold.labels.push(label);
                    }
                }
            }
            labels
        });
    }

    fn join_boundaries(&mut self, other: &Documented) {
        let boundaries = &mut self.metric.boundaries;
        // Without declared boundaries, any are possible.
        if boundaries.is_empty() || other.boundaries.is_empty() {
            boundaries.clear();
        } else {
            boundaries.extend(&other.boundaries);
            boundaries.sort_by(f64::total_cmp);
            boundaries.dedup();
        }
        if self.metric.exponential.is_none() {
            self.metric.exponential.clone_from(&other.exponential);
        }
    }

    /// Whether a part goes up only, until a restart.
    pub(super) fn is_counter(&self, part: Part) -> bool {
        match part {
            Part::Bucket | Part::Sum | Part::Count => true,
            Part::Value => {
                let kinds = [InstrumentKind::Counter, InstrumentKind::ObservableCounter, InstrumentKind::Histogram];
                kinds.contains(&self.metric.kind)
            }
            Part::Created => false,
        }
    }

    pub(super) fn is_native(&self, part: Part) -> bool {
        part == Part::Value && self.metric.kind == InstrumentKind::Histogram
    }

    /// The value of a part, by the name in the query.
    pub(super) fn value(&self, part: Part, name: &str) -> Value {
        let metric = &self.metric;
        let mut labels = match &self.attributes {
            Some(attributes) => Labels { known: Some(attributes.keys().cloned().collect()), target: true },
            None => Labels::any(),
        };
        if part == Part::Bucket {
            labels.add("le");
        }
        if self.is_mixed {
            return Value::of(None, name, labels);
        }
        let unit = match part {
            Part::Value if self.is_native(part) => None,
            Part::Value | Part::Sum => self.unit.clone(),
            Part::Bucket | Part::Count => Some(Unit::one()),
            Part::Created => Some(Unit::seconds()),
        };
        let buckets = (part == Part::Bucket || self.is_native(part)).then(|| Buckets {
            metric: metric.name.clone(),
            unit: self.unit.clone(),
            // Exponential buckets extend to the recorded values.
            last: metric.boundaries.last().copied().filter(|_| metric.exponential.is_none()),
            averaged: None,
            native: part == Part::Value,
        });
        // The total of an uptime is used directly.
        let uptime = metric.name.contains("uptime");
        let total = (self.is_counter(part) && !uptime).then(|| Total { series: name.to_owned(), summed: false });
        Value { total, buckets, ..Value::of(unit, name, labels) }
    }
}

/// Adds the values that an attribute has in another catalogue.
fn join_attribute(one: &mut AttributeEntry, other: &AttributeEntry) {
    one.required &= other.required;
    one.open |= other.open;
    if one.ty != other.ty {
        // Any value is possible.
        (one.ty, one.open) = (ValueType::Any, true);
        one.values.clear();
    } else if one.values.is_empty() || other.values.is_empty() {
        one.values.clear();
    } else {
        one.values.extend(other.values.iter().cloned());
        one.values.sort();
        one.values.dedup();
    }
}

/// The series of a metric.
pub(super) fn series_of<'a>(
    metric: &Documented,
    foretold: &'a Foretold,
) -> impl Iterator<Item = (String, Part)> + use<'a> {
    let parts: &[(&str, Part)] = match metric.kind {
        InstrumentKind::Histogram if !foretold.native => {
            &[("_bucket", Part::Bucket), ("_sum", Part::Sum), ("_count", Part::Count), ("_created", Part::Created)]
        }
        InstrumentKind::Counter | InstrumentKind::ObservableCounter => {
            &[("", Part::Value), ("_created", Part::Created)]
        }
        _ => &[("", Part::Value)],
    };
    let name = foretold.name.as_str();
    parts.iter().map(move |(suffix, part)| {
        let base = match part {
            Part::Created => name.strip_suffix("_total").unwrap_or(name),
            _ => name,
        };
        (format!("{base}{suffix}"), *part)
    })
}

/// The name and the labels that a metric has in Prometheus.
#[derive(Debug)]
pub(super) struct Foretold {
    name: String,
    pub(super) labels: Vec<String>,
    /// Whether it is a native histogram.
    native: bool,
}

impl Foretold {
    pub(super) fn of(metric: &Documented, names: Names) -> Self {
        const ANY: Metric<Gauge<f64, meterstick::unit::One>> =
            Meter::gauge::<f64>().unit::<meterstick::unit::One>().name("any");
        // A descriptor has static texts. The texts of a checked catalogue are kept for the life of the program: a few kilobytes
        // in the command.
        let kept = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        let fields: Vec<_> = metric
            .attributes
            .iter()
            .map(|one| Field::new(kept(&one.key), one.ty).required(one.required).open(one.open))
            .collect();
        let mut descriptor: Descriptor = *ANY.descriptor();
        descriptor.name = kept(&metric.name);
        descriptor.unit = kept(&metric.unit);
        descriptor.kind = metric.kind;
        descriptor.form = metric.number;
        descriptor.attributes = fields.leak();
        let foretold = names.of(&descriptor);
        let native = metric.kind == InstrumentKind::Histogram && (names.all_native() || metric.exponential.is_some());
        Self { name: foretold.name, labels: foretold.labels, native }
    }
}
