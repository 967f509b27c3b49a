//! The series that exist according to the catalogue: their names, labels and units.
// Uses `document`, `finding`, `functions`, `labels`, `promql`, `renamed`, `series`, `value`. Used by `check`, `infer`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use meterstick::InstrumentKind;

use super::finding::{Findings, Rule};
use super::functions;
use super::labels::{self, meant};
use super::series::{Foretold, Part, Series, series_of};
use super::value::Value;
use crate::document::{Document, MetricEntry as Documented};
use crate::promql::{Names, selector_of};
use crate::renamed;

/// Everything that the check knows.
#[derive(Debug, Default)]
pub(super) struct Known {
    metrics: Vec<Series>,
    /// The metric and its part, by the name of the series.
    series: HashMap<String, (usize, Part)>,
    /// What is known of the replacement of each removed series, by its name.
    gone: HashMap<String, Option<String>>,
    /// What is known of the replacement of each removed label, by the name of the metric and the label.
    gone_labels: HashMap<(String, String), Option<String>>,
    /// Prefixes of the names of other metrics.
    pub(super) others: Vec<String>,
    /// Labels of scrape targets.
    pub(super) labels: BTreeSet<String>,
    /// What the rules record.
    pub(super) recorded: BTreeMap<String, Value>,
}

/// What is known of a metric or an attribute that can replace a removed one with another name.
const SIMILAR: &str = "is new and similar";

/// Series that exist without a metric.
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
            let series = Series::new(metric, names, own);
            let named: Vec<_> = series.named().collect();
            // Two programs can have the same metric: what is true in one of them is no mistake.
            let same = named.iter().find_map(|(name, part)| self.series.get(name).filter(|(_, other)| other == part));
            let at = match same {
                Some((at, _)) => {
                    self.metrics[*at].join(series);
                    *at
                }
                None => {
                    self.metrics.push(series);
                    self.metrics.len() - 1
                }
            };
            for (name, part) in named {
                self.series.entry(name).or_insert((at, part));
            }
        }
    }

    /// What was removed since an earlier catalogue, and what replaces it: metrics, their names in another unit or kind, and
    /// labels.
    pub(super) fn before(&mut self, catalogue: &Document, names: Names) {
        let old: Vec<&Documented> = catalogue.metrics.iter().collect();
        let own = || self.metrics.iter().filter(|series| series.own);
        let new: Vec<&Documented> = own().map(|series| &series.metric).collect();
        let (mut gone, mut gone_labels) = (HashMap::new(), HashMap::new());
        for metric in &old {
            let same = new.iter().copied().find(|one| one.name == metric.name);
            // Of a metric with another name it is not known whether it measures the same.
            let what = if same.is_some() { "replaces it" } else { SIMILAR };
            let successor = same.or_else(|| renamed::metric(metric, &old, &new));
            let successor = own().find(|series| successor.is_some_and(|one| one.name == series.metric.name));
            let foretold = Foretold::of(metric, names);
            for (series, part) in series_of(metric, &foretold) {
                if self.series.contains_key(&series) {
                    continue;
                }
                let successor = successor.and_then(|one| {
                    let mut names = series_of(&one.metric, &one.foretold);
                    names.find(|(_, other)| *other == part).map(|(name, _)| format!("`{name}` {what}"))
                });
                gone.insert(series, successor);
            }
            let Some(now) = own().find(|series| series.metric.name == metric.name) else { continue };
            let (before, after): (Vec<_>, Vec<_>) =
                (metric.attributes.iter().collect(), now.metric.attributes.iter().collect());
            let labels = metric.attributes.iter().zip(&foretold.labels);
            for (attribute, label) in labels.filter(|(one, _)| after.iter().all(|other| other.key != one.key)) {
                let successor = renamed::attribute(attribute, &before, &after);
                let at = successor.and_then(|one| after.iter().position(|other| other.key == one.key));
                let label_now = at.and_then(|at| now.foretold.labels.get(at));
                let successor = label_now.map(|label| format!("`{label}` {SIMILAR}"));
                gone_labels.insert((metric.name.clone(), label.clone()), successor);
            }
        }
        self.gone.extend(gone);
        self.gone_labels.extend(gone_labels);
    }

    /// What is known of the replacement of a label that a metric had.
    pub(super) fn gone_label(&self, metric: &str, label: &str) -> Option<&Option<String>> {
        self.gone_labels.get(&(metric.to_owned(), label.to_owned()))
    }

    pub(super) fn series(&self, name: &str) -> Option<(&Series, Part)> {
        self.series.get(name).map(|(at, part)| (&self.metrics[*at], *part))
    }

    /// The metrics of the series whose names match.
    pub(super) fn named<'a>(&'a self, fits: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = String> + 'a {
        let fitting = self.series.iter().filter(move |(name, _)| fits(name));
        fitting.map(|(_, (at, _))| self.metrics[*at].metric.name.clone())
    }

    pub(super) fn is_other(&self, name: &str) -> bool {
        PROMETHEUS.contains(&name)
            || name.starts_with("scrape_")
            || self.others.iter().any(|prefix| name.starts_with(prefix.as_str()))
    }

    /// A message that a name is unknown, and what may be meant.
    pub(super) fn unknown(&self, name: &str) -> String {
        if let Some(Some(successor)) = self.gone.get(name) {
            return format!("`{name}` was removed from the catalogue: {successor}");
        }
        // A histogram with boundaries has no series with its own name; a native one has no other.
        if let Some((histogram, _)) = self.series(&format!("{name}_bucket")) {
            return format!(
                "there is no series `{name}`: `{}` is a histogram with boundaries, and has `{name}_bucket`, `{name}_sum` and `{name}_count`",
                histogram.metric.name
            );
        }
        for (suffix, function) in
            [("_bucket", "histogram_quantile(0.99, "), ("_sum", "histogram_sum("), ("_count", "histogram_count(")]
        {
            let base = name.strip_suffix(suffix).unwrap_or_default();
            if let Some((histogram, Part::Value)) = self.series(base)
                && histogram.metric.kind == InstrumentKind::Histogram
            {
                return format!(
                    "there is no series `{name}`: `{}` is a native histogram, which has one series: write `{function}rate({}[5m]))`",
                    histogram.metric.name,
                    selector_of(base)
                );
            }
        }
        if self.gone.contains_key(name) {
            return format!("`{name}` was removed from the catalogue");
        }
        if functions::is_known(name) {
            return format!("`{name}` is a function, and here it is the name of a series: write `{name}(..)`");
        }
        let names = self.series.keys().chain(self.recorded.keys()).map(String::as_str);
        match meant(name, names) {
            Some(meant) => format!("the catalogue has no `{name}`: did you mean `{meant}`?"),
            None => format!("the catalogue has no `{name}`"),
        }
    }

    pub(super) fn is_target_label(&self, label: &str) -> bool {
        self.labels.contains(label) || labels::is_of_target(label)
    }

    pub(super) fn unused(&self, used: &BTreeSet<String>, findings: &mut Findings) {
        for series in self.metrics.iter().filter(|series| series.own && !used.contains(&series.metric.name)) {
            let name = &series.metric.name;
            findings.add(Rule::Unused, "", 0, format!("no rule and no dashboard uses `{name}`"));
        }
    }
}
