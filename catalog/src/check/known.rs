//! The series that a catalogue foretells.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use meterstick::prelude::*;
use meterstick::{Descriptor, Field, InstrumentKind};

use super::finding::{Findings, Rule};
use super::labels::{self, nearest};
use super::unit::Unit;
use super::value::Value;
use crate::document::{Document, MetricEntry as Documented};
use crate::promql::Names;

/// What is known.
#[derive(Debug, Default)]
pub(super) struct Known {
    metrics: Vec<Series>,
    /// The metric and its part, by the name of the series.
    series: HashMap<String, (usize, Part)>,
    /// What took the place of what is gone, by the name of the series.
    gone: HashMap<String, Option<String>>,
    /// How the names of others start.
    pub(super) others: Vec<String>,
    /// Labels of targets.
    pub(super) labels: BTreeSet<String>,
    /// What rules record.
    pub(super) recorded: BTreeMap<String, Value>,
}

/// A metric, as Prometheus has it.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) metric: Documented,
    pub(super) prometheus: String,
    pub(super) unit: Option<Unit>,
    /// The attributes by their labels; `None` if there can be any.
    pub(super) attributes: Option<BTreeMap<String, usize>>,
    own: bool,
}

/// What a series is of its metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Value,
    Bucket,
    Sum,
    Count,
    /// When it began.
    Created,
}

/// Series that there are without a metric.
const PROMETHEUS: &[&str] = &["up", "ALERTS", "ALERTS_FOR_STATE", "target_info", "otel_scope_info"];

impl Known {
    pub(super) fn new(catalogue: &Document, names: Names) -> Self {
        let mut known = Self::default();
        known.add(catalogue, names, true);
        known
    }

    pub(super) fn also(&mut self, catalogue: &Document, names: Names) {
        self.add(catalogue, names, false);
    }

    fn add(&mut self, catalogue: &Document, names: Names, own: bool) {
        for metric in &catalogue.metrics {
            let at = self.metrics.len();
            let (prometheus, labels) = names_of(metric, names);
            for (series, part) in series_of(metric, &prometheus) {
                self.series.entry(series).or_insert((at, part));
            }
            // A metric without declared attributes has none if one set is all that there is, else any.
            let any = metric.attributes.is_empty() && metric.cardinality != Some(1);
            let attributes = (!any).then(|| labels.into_iter().zip(0..).collect());
            let unit = Unit::ucum(&metric.unit);
            self.metrics.push(Series { metric: metric.clone(), prometheus, unit, attributes, own });
        }
    }

    /// What of a catalogue as it was is gone; what has the same kind, unit and attributes and is new took its place.
    pub(super) fn before(&mut self, catalogue: &Document, names: Names) {
        let now = |name: &str| self.metrics.iter().any(|series| series.metric.name == name);
        let old = |name: &str| catalogue.metrics.iter().any(|metric| metric.name == name);
        let mut gone = HashMap::new();
        for metric in catalogue.metrics.iter().filter(|metric| !now(&metric.name)) {
            let alike = self.metrics.iter().filter(|series| {
                let other = &series.metric;
                series.own
                    && !old(&other.name)
                    && (other.kind, &other.unit, other.number) == (metric.kind, &metric.unit, metric.number)
                    && other.attributes.iter().map(|one| &one.key).eq(metric.attributes.iter().map(|one| &one.key))
            });
            let alike: Vec<_> = alike.collect();
            let (prometheus, _) = names_of(metric, names);
            for (series, part) in series_of(metric, &prometheus) {
                // Of several that could have been meant, the nearest.
                let of = nearest(&metric.name, alike.iter().map(|one| one.metric.name.as_str()));
                let successor = alike.iter().find(|one| Some(one.metric.name.as_str()) == of || alike.len() == 1);
                let successor = successor.and_then(|one| {
                    let mut names = series_of(&one.metric, &one.prometheus);
                    names.find(|(_, other)| *other == part).map(|(name, _)| name)
                });
                gone.insert(series, successor);
            }
        }
        self.gone.extend(gone);
    }

    pub(super) fn series(&self, name: &str) -> Option<(&Series, Part)> {
        self.series.get(name).map(|(at, part)| (&self.metrics[*at], *part))
    }

    /// The metrics whose series have names that fit.
    pub(super) fn named<'a>(&'a self, fits: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = String> + 'a {
        let fitting = self.series.iter().filter(move |(name, _)| fits(name));
        fitting.map(|(_, (at, _))| self.metrics[*at].metric.name.clone())
    }

    pub(super) fn is_other(&self, name: &str) -> bool {
        PROMETHEUS.contains(&name)
            || name.starts_with("scrape_")
            || self.others.iter().any(|prefix| name.starts_with(prefix.as_str()))
    }

    /// That a name is not known, and what could have been meant.
    pub(super) fn unknown(&self, name: &str) -> String {
        if let Some(successor) = self.gone.get(name) {
            return match successor {
                Some(successor) => format!("`{name}` is gone from the catalogue: `{successor}` took its place"),
                None => format!("`{name}` is gone from the catalogue"),
            };
        }
        // A histogram with boundaries has no series of its own name.
        if let Some((histogram, _)) = self.series(&format!("{name}_bucket")) {
            return format!(
                "there is no series `{name}`: `{}` is a histogram with boundaries, and has `{name}_bucket`, `{name}_sum` and `{name}_count`",
                histogram.metric.name
            );
        }
        let names = self.series.keys().chain(self.recorded.keys()).map(String::as_str);
        match nearest(name, names) {
            Some(nearest) => format!("the catalogue has no `{name}`: did you mean `{nearest}`?"),
            None => format!("the catalogue has no `{name}`"),
        }
    }

    pub(super) fn is_target_label(&self, label: &str) -> bool {
        self.labels.contains(label) || labels::is_of_target(label)
    }

    pub(super) fn unused(&self, used: &BTreeSet<String>, findings: &mut Findings) {
        for series in self.metrics.iter().filter(|series| series.own && !used.contains(&series.metric.name)) {
            let name = &series.metric.name;
            findings.add(Rule::Unused, "", 0, format!("`{name}` is used by no rule and no dashboard"));
        }
    }
}

/// The series of a metric.
fn series_of<'a>(metric: &Documented, prometheus: &'a str) -> impl Iterator<Item = (String, Part)> + use<'a> {
    let parts: &[(&str, Part)] = match (metric.kind, metric.exponential.is_some()) {
        (InstrumentKind::Histogram, false) => {
            &[("_bucket", Part::Bucket), ("_sum", Part::Sum), ("_count", Part::Count), ("_created", Part::Created)]
        }
        // Of a native histogram, a scrape can have kept the other series, too.
        (InstrumentKind::Histogram, true) => {
            &[("", Part::Value), ("_bucket", Part::Bucket), ("_sum", Part::Sum), ("_count", Part::Count)]
        }
        (InstrumentKind::Counter | InstrumentKind::ObservableCounter, _) => {
            &[("", Part::Value), ("_created", Part::Created)]
        }
        _ => &[("", Part::Value)],
    };
    parts.iter().map(move |(suffix, part)| {
        let base = match part {
            Part::Created => prometheus.strip_suffix("_total").unwrap_or(prometheus),
            _ => prometheus,
        };
        (format!("{base}{suffix}"), *part)
    })
}

/// The name and the labels that a metric has in Prometheus.
fn names_of(metric: &Documented, names: Names) -> (String, Vec<String>) {
    const ANY: Metric<Gauge<f64, meterstick::unit::One>> =
        Meter::gauge::<f64>().unit::<meterstick::unit::One>().name("any");
    // A descriptor is of static texts. Those of a catalogue that is checked are kept for the life of the program: a few
    // kilobytes of the command.
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
    (foretold.name, foretold.labels)
}
