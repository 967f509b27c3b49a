//! What was found, and what of it is meant.

use core::fmt;

use super::rule::Lint;

/// A metric that goes against a convention. It displays as one line: the metric, the law, the lint's name, the section
/// of the specification, the fix.
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
    /// What it goes against.
    pub lint: Lint,
    /// The metric's name.
    pub metric: &'static str,
    /// The key of the attribute that it is about, if it is about one.
    pub attribute: Option<&'static str>,
    /// What to do.
    pub fix: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.metric)?;
        if let Some(key) = self.attribute {
            write!(f, ", attribute `{key}`")?;
        }
        write!(f, ": {} ({}; {}): {}", self.lint.law(), self.lint, self.lint.section(), self.fix)
    }
}

/// What was found in a catalogue.
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
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a report says nothing by itself: end it with `.assert_clean()`"]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| (finding.metric, finding.lint, finding.attribute));
        Self { findings }
    }

    /// What was found, in the order of the metrics' names.
    ///
    /// ```
    /// assert!(meterstick::catalog![].lint().findings().is_empty());
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Takes out what is meant of one metric. Where there is nothing to take out, that is found instead.
    ///
    /// ```
    /// use meterstick::catalog::Lint;
    ///
    /// let report = meterstick::catalog![].lint().allow(Lint::UnitInName, "shop.seconds");
    /// assert_eq!(report.findings()[0].lint, Lint::NeedlessAllowance);
    /// ```
    pub fn allow(mut self, lint: Lint, metric: &'static str) -> Self {
        let before = self.findings.len();
        self.findings.retain(|finding| finding.lint != lint || finding.metric != metric);
        if self.findings.len() == before {
            let fix = format!("remove `.allow(Lint::{lint:?}, \"{metric}\")`");
            self.findings.push(Finding { lint: Lint::NeedlessAllowance, metric, attribute: None, fix });
        }
        self
    }

    /// Switches a lint off for all metrics.
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

    /// Whether nothing was found.
    ///
    /// ```
    /// assert!(meterstick::catalog![].lint().is_clean());
    /// ```
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Ends a test.
    ///
    /// # Panics
    ///
    /// If something was found: the message has each of it on a line.
    ///
    /// ```
    /// meterstick::catalog![].lint().assert_clean();
    /// ```
    #[track_caller]
    pub fn assert_clean(&self) {
        assert!(self.is_clean(), "the catalogue goes against conventions:\n{self}");
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.iter().try_for_each(|finding| writeln!(f, "{finding}"))
    }
}
