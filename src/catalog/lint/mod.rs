//! What the conventions advise, looked for in a test.

mod attributes;
mod kinds;
mod names;
mod plurals;
mod report;
mod rule;
mod units;

pub use report::{Finding, Report};
pub use rule::Lint;

use super::list::Catalog;
use crate::declare::Descriptor;

impl Catalog {
    /// Looks for what goes against the conventions: each [`Lint`] names one of them.
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
    pub fn lint(&self) -> Report {
        let mut found = Found(Vec::new());
        for (metric, _) in self.sorted() {
            names::check(metric, &mut found);
            plurals::check(metric, &mut found);
            units::check(metric, &mut found);
            kinds::check(metric, &mut found);
            attributes::check(metric, &mut found);
        }
        kinds::check_families(self, &mut found);
        names::check_translations(self, &mut found);
        Report::new(found.0)
    }
}

/// What was found so far.
struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, metric: &Descriptor, lint: Lint, fix: impl Into<String>) {
        self.0.push(Finding { lint, metric: metric.name, attribute: None, fix: fix.into() });
    }

    fn add_of(&mut self, metric: &Descriptor, key: &'static str, lint: Lint, fix: impl Into<String>) {
        self.0.push(Finding { lint, metric: metric.name, attribute: Some(key), fix: fix.into() });
    }
}

/// The part of a name after its last dot.
fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The words that a name consists of.
fn words(name: &str) -> impl DoubleEndedIterator<Item = &str> {
    name.split(['.', '_', '-', '/'])
}
