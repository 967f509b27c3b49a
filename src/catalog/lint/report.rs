//! `Report` and `Finding`: what the lints found, without what is allowed.
// Uses `lint::conventions`, `lint::rule`, `list`. Used by `lint::conventions`.

use core::fmt;

use super::conventions::Conventions;
use super::rule::Lint;
use crate::catalog::list::Catalog;

/// A metric that breaks a convention. Its `Display` is one line: the metric, the rule, the lint's name, the section of the
/// specification, the fix.
///
/// ```
/// use meterstick::catalog::Lint;
/// use meterstick::prelude::*;
/// use meterstick::unit::Seconds;
///
/// const AGE: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>().unit::<Seconds>().name("cache.age");
///
/// let report = meterstick::catalog![AGE].lint();
/// let [finding] = report.findings() else { panic!("{report}") };
/// assert_eq!((finding.lint, finding.metric, finding.attribute), (Lint::NoDescription, "cache.age", None));
/// assert_eq!(
///     finding.to_string(),
///     "`cache.age`: a metric has a description (no_description; Registry check: briefs): \
///      say what it measures with `.description(\"..\")`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The lint that found it.
    pub lint: Lint,
    /// The metric's name.
    pub metric: &'static str,
    /// The names of other metrics with the same finding.
    pub others: Vec<&'static str>,
    /// The key of the attribute, if the finding is about one.
    pub attribute: Option<&'static str>,
    /// What to change in the declaration.
    pub fix: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.metric)?;
        match self.others.split_at(self.others.len().min(2)) {
            ([], _) => {}
            (others, more) => {
                others.iter().try_for_each(|other| write!(f, ", `{other}`"))?;
                if !more.is_empty() {
                    write!(f, " and {} others", more.len())?;
                }
            }
        }
        if let Some(key) = self.attribute {
            write!(f, ", attribute `{key}`")?;
        }
        write!(f, ": {} ({}; {}): {}", self.lint.rule(), self.lint, self.lint.section(), self.fix)
    }
}

/// The findings of a catalogue's lints.
///
/// ```
/// use meterstick::catalog::{Catalog, Lint};
/// use meterstick::prelude::*;
/// use meterstick::unit::Seconds;
///
/// const AGE: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>().unit::<Seconds>().name("cache.age");
/// const CACHE: Catalog = meterstick::catalog![AGE];
///
/// assert!(!CACHE.lint().is_clean());
/// CACHE.lint().allow(Lint::NoDescription, "cache.age").assert_clean();
/// CACHE.lint().allow_everywhere(Lint::NoDescription).assert_clean();
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a report does not fail by itself: call `.assert_clean()`"]
pub struct Report {
    catalog: Catalog,
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(catalog: Catalog, findings: Vec<Finding>) -> Self {
        Self { catalog, findings }.sorted()
    }

    fn sorted(mut self) -> Self {
        self.findings.sort_by_key(|finding| (finding.metric, finding.lint, finding.attribute));
        self
    }

    /// Compares the names with those of conventions, such as `METRIC_NAMES` of the package `meterstick-semconv`.
    ///
    /// A name that is nearly one of theirs becomes a finding. If a metric has a name of theirs, findings about the name alone are
    /// removed.
    ///
    /// ```
    /// use meterstick::catalog::{Catalog, Lint};
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>()
    ///     .unit::<Bytes>()
    ///     .name("http.server.request.body_size")
    ///     .description("The size of requests' bodies.");
    /// const SHOP: Catalog = meterstick::catalog![SIZE];
    ///
    /// SHOP.lint().assert_clean();
    /// let report = SHOP.lint().conventions(["http.server.request.body.size", "http.server.request.duration"]);
    /// assert_eq!(report.findings()[0].lint, Lint::NearMiss);
    /// assert_eq!(report.findings()[0].fix, "write `http.server.request.body.size`, or name it differently");
    /// ```
    pub fn conventions<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        let conventions = Conventions::new(names);
        self.leave_out(|finding, metric| conventions.answers_for(finding, metric));
        for (metric, _) in self.catalog.sorted() {
            if let Some(near) = conventions.near(metric.name) {
                let fix = format!("write `{near}`, or name it differently");
                let (lint, metric) = (Lint::NearMiss, metric.name);
                self.findings.push(Finding { lint, metric, others: Vec::new(), attribute: None, fix });
            }
        }
        self.sorted()
    }

    /// Returns the findings, in the order of the metrics' names.
    ///
    /// ```
    /// assert!(meterstick::catalog![].lint().findings().is_empty());
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Removes a finding of one metric that is intended. If there is none to remove, that becomes a finding.
    ///
    /// ```
    /// use meterstick::catalog::Lint;
    ///
    /// let report = meterstick::catalog![].lint().allow(Lint::UnitInName, "shop.seconds");
    /// assert_eq!(report.findings()[0].lint, Lint::NeedlessAllowance);
    /// ```
    pub fn allow(mut self, lint: Lint, metric: &'static str) -> Self {
        if !self.leave_out(|finding, name| finding.lint == lint && name == metric) {
            let fix = format!("remove `.allow(Lint::{lint:?}, \"{metric}\")`");
            let lint = Lint::NeedlessAllowance;
            self.findings.push(Finding { lint, metric, others: Vec::new(), attribute: None, fix });
        }
        self
    }

    /// Removes metrics from findings, and a finding with its last metric. Returns whether there were any.
    fn leave_out(&mut self, is_out: impl Fn(&Finding, &str) -> bool) -> bool {
        let mut found = false;
        self.findings.retain_mut(|finding| {
            let all: Vec<_> = core::iter::once(finding.metric).chain(finding.others.iter().copied()).collect();
            let mut left = all.iter().copied().filter(|name| !is_out(finding, name)).collect::<Vec<_>>().into_iter();
            found |= left.len() < all.len();
            let Some(first) = left.next() else { return false };
            finding.metric = first;
            finding.others = left.collect();
            true
        });
        found
    }

    /// Removes all findings of a lint.
    ///
    /// ```
    /// use meterstick::catalog::Lint;
    ///
    /// meterstick::catalog![].lint().allow_everywhere(Lint::UnitInName).assert_clean();
    /// ```
    pub fn allow_everywhere(mut self, lint: Lint) -> Self {
        self.findings.retain(|finding| finding.lint != lint);
        self
    }

    /// Whether there are no findings.
    ///
    /// ```
    /// assert!(meterstick::catalog![].lint().is_clean());
    /// ```
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Panics if there are findings; call it at the end of a test.
    ///
    /// # Panics
    ///
    /// If there are findings: the message has a line for each.
    ///
    /// ```
    /// meterstick::catalog![].lint().assert_clean();
    /// ```
    #[track_caller]
    pub fn assert_clean(&self) {
        assert!(self.is_clean(), "the catalogue breaks conventions:\n{self}");
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.iter().try_for_each(|finding| writeln!(f, "{finding}"))
    }
}
