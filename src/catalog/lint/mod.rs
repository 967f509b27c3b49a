//! `Catalog::lint`: checks a catalogue against the advice of the semantic conventions, in a test.
// Uses `attribute`, `declare`, `list`, `number`, `prometheus`, `prometheus::exporter`, `prometheus::strategy`,
// `prometheus::translator`, `text`. No other module uses it.

mod attributes;
mod conventions;
mod kinds;
mod names;
mod plurals;
mod prometheus;
mod report;
mod rule;
mod units;

pub use report::{Finding, Report};
pub use rule::Lint;

use super::list::Catalog;
use super::prometheus::{RustExporter, Strategy, Translation};
use crate::declare::Descriptor;
use plurals::Nouns;

impl Catalog {
    /// Checks the metrics against the semantic conventions: each [`Lint`] is one of them.
    ///
    /// ```
    /// use meterstick::catalog::{Catalog, Lint};
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Bytes, Millis};
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>()
    ///     .unit::<Bytes>()
    ///     .name("shop.response.sent")
    ///     .description("How much was sent.");
    /// const WAIT: Metric<Histogram<f64, Millis>> = Meter::histogram::<f64>()
    ///     .unit::<Millis>()
    ///     .name("shop.wait.duration")
    ///     .description("How long a customer waited.");
    /// const SHOP: Catalog = meterstick::catalog![SENT, WAIT];
    ///
    /// let report = SHOP.lint();
    /// assert_eq!(report.findings().len(), 1);
    /// assert_eq!(report.findings()[0].lint, Lint::DurationUnit);
    ///
    /// // This one is meant: its readers want milliseconds.
    /// SHOP.lint().allow(Lint::DurationUnit, "shop.wait.duration").assert_clean();
    /// ```
    ///
    /// Names in Prometheus are checked for two [strategies](Strategy): Prometheus' own default, and the crate
    /// `opentelemetry-prometheus` without options. [`lint_for`](Self::lint_for) checks those that you use.
    pub fn lint(&self) -> Report {
        self.lint_for([Strategy::from(Translation::default()), RustExporter::new().into()])
    }

    /// Checks the metrics with the strategies by which they get to Prometheus: `lint_for::<Strategy>([])` if they do not.
    ///
    /// ```
    /// use meterstick::catalog::{Lint, RustExporter, Strategy};
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    ///
    /// const RETRY: Metric<Gauge<f64, One>> =
    ///     Meter::gauge::<f64>().unit::<One>().name("shop.retry.ratio").description("Retries to requests.");
    ///
    /// let report = meterstick::catalog![RETRY].lint_for([RustExporter::new()]);
    /// assert_eq!(report.findings()[0].lint, Lint::PrometheusRepeats);
    /// assert!(report.findings()[0].fix.contains("`shop_retry_ratio_ratio` (opentelemetry-prometheus)"));
    ///
    /// meterstick::catalog![RETRY].lint_for([Strategy::default()]).assert_clean();
    /// ```
    pub fn lint_for<S: Into<Strategy>>(&self, strategies: impl IntoIterator<Item = S>) -> Report {
        let strategies: Vec<_> = strategies.into_iter().map(Into::into).collect();
        let nouns = Nouns::of(self);
        let mut found = Found(Vec::new());
        for (metric, _) in self.sorted() {
            names::check(metric, &mut found);
            plurals::check(metric, &nouns, &mut found);
            units::check(metric, &nouns, &mut found);
            kinds::check(metric, &mut found);
            attributes::check(metric, &mut found);
        }
        names::check_all(self, &mut found);
        kinds::check_families(self, &mut found);
        prometheus::check(self, &strategies, &mut found);
        Report::new(*self, found.0)
    }
}

/// The findings so far.
struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, metric: &Descriptor, lint: Lint, fix: impl Into<String>) {
        self.push(metric.name, None, lint, fix.into());
    }

    fn add_of(&mut self, metric: &Descriptor, key: &'static str, lint: Lint, fix: impl Into<String>) {
        self.push(metric.name, Some(key), lint, fix.into());
    }

    /// Adds a finding that several strategies can have, in the words of the first one.
    fn add_once(&mut self, metric: &Descriptor, key: Option<&'static str>, lint: Lint, fix: String) {
        let known = |finding: &Finding| (finding.lint, finding.metric, finding.attribute) == (lint, metric.name, key);
        if !self.0.iter().any(known) {
            self.push(metric.name, key, lint, fix);
        }
    }

    fn add_of_several(&mut self, metric: &'static str, others: &[&'static str], lint: Lint, fix: String) {
        self.push(metric, None, lint, fix);
        if let Some(finding) = self.0.last_mut() {
            finding.others = others.to_vec();
        }
    }

    fn push(&mut self, metric: &'static str, attribute: Option<&'static str>, lint: Lint, fix: String) {
        self.0.push(Finding { lint, metric, others: Vec::new(), attribute, fix });
    }
}

/// The part of a name after its last dot.
fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The words of a name.
fn words(name: &str) -> impl DoubleEndedIterator<Item = &str> {
    name.split(['.', '_', '-', '/'])
}

/// The last word of a name, after a dot or, in names of other systems, after `_`.
fn last_word(name: &str) -> &str {
    words(name).next_back().unwrap_or(name)
}

/// The part of a name before its last word.
fn before<'a>(name: &'a str, word: &str) -> Option<&'a str> {
    name.strip_suffix(word)?.strip_suffix(['.', '_', '-', '/'])
}

/// What a unit counts: the text of its annotation.
fn annotation(unit: &str) -> Option<&str> {
    unit.strip_prefix('{')?.strip_suffix('}')
}
