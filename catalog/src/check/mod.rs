//! Checks existing rules and dashboards: their PromQL, against the names, kinds, labels and units of a catalogue.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::unit::Seconds;
//! use meterstick_catalog::check::Check;
//! use meterstick_catalog::document::Document;
//!
//! const WAIT: Metric<Histogram<f64, Seconds>> =
//!     Meter::histogram::<f64>().unit::<Seconds>().name("shop.order.wait").boundaries(&[Seconds(0.1), Seconds(0.5), Seconds(1.0)]);
//!
//! let mut check = Check::new(&Document::of(&meterstick::catalog![WAIT]));
//! check.rules(
//!     "rules.yaml",
//!     "groups:
//! - name: shop
//!   rules:
//!   - alert: OrdersWait
//!     expr: histogram_quantile(0.99, sum by (le) (rate(shop_order_wait_seconds_bucket[5m]))) > 5000
//! ",
//! );
//! let findings = check.findings();
//! assert_eq!(
//!     findings[0].to_string(),
//!     "rules.yaml:5: error[never-true]: the quantiles of `shop.order.wait` end at its last boundary, 1 s: this is never \
//!      more than 5000",
//! );
//! ```
// Uses `document`, `nearest`, `promql`, `renamed`, `yaml`. Used by `command`.

mod action;
mod binary;
mod call;
mod dashboard;
mod dashboard_2;
mod finding;
mod functions;
mod infer;
mod known;
mod labels;
mod matching;
mod query;
mod refused;
mod rule_file;
mod series;
mod shown;
mod source;
mod template;
mod unit;
mod value;
mod variables;

use std::collections::{BTreeMap, BTreeSet};

pub use finding::{FindingLevel, Format, QueryFinding, Rule};

use crate::document::Document;
use crate::promql::Names;
use crate::yaml;
use finding::Findings;
use known::Known;
use query::{Context, Query};
use value::Value;

/// Checks rules and dashboards against a catalogue.
///
/// See the [module](self) for an example.
#[derive(Debug)]
pub struct Check {
    names: Names,
    known: Known,
    queries: Vec<Query>,
    findings: Findings,
}

impl Check {
    /// Makes a check against a catalogue, with the metric names that Prometheus' own translator gives.
    #[must_use]
    pub fn new(catalogue: &Document) -> Self {
        Self::with_names(catalogue, Names::default())
    }

    /// Makes a check against a catalogue, with the metric names of another strategy.
    #[must_use]
    pub fn with_names(catalogue: &Document, names: Names) -> Self {
        let known = Known::new(catalogue, names);
        Self { names, known, queries: Vec::new(), findings: Findings::default() }
    }

    /// Adds another catalogue, whose metrics are known, too. Unused metrics of it are not reported.
    pub fn also(&mut self, catalogue: &Document) -> &mut Self {
        self.known.also(catalogue, self.names);
        self
    }

    /// Excludes metrics with a prefix from the check: they belong to others. An empty prefix excludes nothing.
    pub fn others(&mut self, prefix: &str) -> &mut Self {
        // Every name starts with it, so nothing would be checked.
        self.known.others.extend(Some(prefix.to_owned()).filter(|prefix| !prefix.is_empty()));
        self
    }

    /// Adds a label that the scrape targets have, besides `job`, `instance` and the attributes of resources.
    pub fn label(&mut self, label: &str) -> &mut Self {
        self.known.labels.insert(label.to_owned());
        self
    }

    /// Adds an earlier version of the catalogue: messages about what it alone has name what replaces it or is similar.
    pub fn before(&mut self, catalogue: &Document) -> &mut Self {
        self.known.before(catalogue, self.names);
        self
    }

    /// Adds a file of Prometheus rules, or a `PrometheusRule` of the operator. A file that is not YAML, or that Prometheus would
    /// refuse, is a finding.
    pub fn rules(&mut self, file: &str, text: &str) -> &mut Self {
        match yaml::read_all(text) {
            Ok(documents) => {
                if documents.is_empty() {
                    self.findings.unparsed(file, 1, "it is empty");
                }
                for (at, document) in documents.iter().enumerate() {
                    // The operator and Grafana read all.
                    if at > 0 && document.get("groups").is_some() && document.get("apiVersion").is_none() {
                        let reason = "Prometheus reads only the first document of a file: write one list of `groups`";
                        self.findings.unparsed(file, document.line, reason);
                        continue;
                    }
                    rule_file::queries(file, document, &mut self.queries, &mut self.findings);
                }
            }
            Err((line, reason)) => self.findings.invalid(file, line, &reason),
        }
        self
    }

    /// Adds a Grafana dashboard as JSON, or Grafana's exported alerts. A file that is not JSON is a finding.
    pub fn dashboard(&mut self, file: &str, text: &str) -> &mut Self {
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(json) {
            self.findings.invalid(file, error.line(), &format!("this is not JSON: {error}"));
            return self;
        }
        // The tree has the lines.
        match yaml::read(text) {
            // Grafana exports alerts as JSON as well.
            Ok(document) if document.get("groups").is_some() => {
                rule_file::queries(file, &document, &mut self.queries, &mut self.findings);
            }
            Ok(document) => dashboard::queries(file, &document, &mut self.queries, &mut self.findings),
            Err((line, reason)) => self.findings.invalid(file, line, &reason),
        }
        self
    }

    /// Returns the number of queries in the added files.
    #[must_use]
    pub fn queries(&self) -> usize {
        self.queries.len()
    }

    /// Checks everything that was added and returns the findings in the order of the files and lines, then the unused metrics.
    #[must_use]
    pub fn findings(mut self) -> Vec<QueryFinding> {
        let (mut used, mut unknown) = (BTreeSet::new(), infer::Unknown::new());
        let parsed: Vec<_> = self.queries.iter().map(infer::parsed).collect();
        let queries = || self.queries.iter().zip(&parsed);
        // A rule can use a recording rule that comes later, so the recorded values are inferred twice.
        for _ in 0..2 {
            let mut recorded = BTreeMap::<String, Vec<Value>>::new();
            for (query, expr) in queries() {
                if let Context::Record { name, .. } = &query.context {
                    let value = infer::silently(query, expr, &self.known);
                    recorded.entry(name.clone()).or_default().push(value);
                }
            }
            self.known.recorded = recorded.into_iter().map(|(name, values)| (name, Value::any_of(values))).collect();
        }
        for (query, expr) in queries() {
            infer::check(query, expr, &self.known, &mut unknown, &mut used, &mut self.findings);
        }
        self.findings.sort();
        // Without any query, unused metrics are not reported.
        if !self.queries.is_empty() {
            self.known.unused(&used, &mut self.findings);
        }
        self.findings.all
    }
}
