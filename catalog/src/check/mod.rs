//! A check of rules and dashboards that exist: PromQL, with the names, kinds, labels and units of a catalogue.
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

mod binary;
mod dashboard;
mod dashboard_2;
mod finding;
mod functions;
mod infer;
mod known;
mod labels;
mod matching;
mod query;
mod rule_file;
mod shown;
mod template;
mod unit;
mod value;
mod variables;

use std::collections::{BTreeMap, BTreeSet};

pub use finding::{Finding, FindingLevel, Format, Rule};

use crate::document::Document;
use crate::promql::Names;
use crate::yaml;
use finding::Findings;
use known::Known;
use query::{Context, Query};
use value::Value;

/// A check: of which catalogue, and of which files.
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
    /// A check of what uses the metrics of a catalogue, by the names that Prometheus' own translator gives.
    #[must_use]
    pub fn new(catalogue: &Document) -> Self {
        Self::with_names(catalogue, Names::default())
    }

    /// A check of what uses the metrics of a catalogue, by other names.
    #[must_use]
    pub fn with_names(catalogue: &Document, names: Names) -> Self {
        let known = Known::new(catalogue, names);
        Self { names, known, queries: Vec::new(), findings: Findings::default() }
    }

    /// Metrics of another catalogue are known, too. That they are not used is no finding.
    pub fn also(&mut self, catalogue: &Document) -> &mut Self {
        self.known.also(catalogue, self.names);
        self
    }

    /// Metrics whose names start so are of others: nothing is known of them, and nothing is found.
    pub fn others(&mut self, prefix: &str) -> &mut Self {
        self.known.others.push(prefix.to_owned());
        self
    }

    /// A label that the scraped targets have, beside `job`, `instance` and the attributes of resources.
    pub fn label(&mut self, label: &str) -> &mut Self {
        self.known.labels.insert(label.to_owned());
        self
    }

    /// The catalogue as it was: a metric of it that is gone is said to be, with the one that took its place.
    pub fn before(&mut self, catalogue: &Document) -> &mut Self {
        self.known.before(catalogue, self.names);
        self
    }

    /// Adds a file of rules: Prometheus', or a `PrometheusRule` of its operator. What cannot be read is a finding.
    pub fn rules(&mut self, file: &str, text: &str) -> &mut Self {
        match yaml::read_all(text) {
            Ok(documents) => {
                for document in &documents {
                    rule_file::queries(file, document, &mut self.queries, &mut self.findings);
                }
            }
            Err((line, reason)) => self.findings.unparsed(file, line, &reason),
        }
        self
    }

    /// Adds a dashboard of Grafana, as JSON, or alerts that it exported so. What cannot be read is a finding.
    pub fn dashboard(&mut self, file: &str, text: &str) -> &mut Self {
        match yaml::read(text) {
            // Grafana exports alerts as JSON as well.
            Ok(document) if document.get("groups").is_some() => {
                rule_file::queries(file, &document, &mut self.queries, &mut self.findings);
            }
            Ok(document) => dashboard::queries(file, &document, &mut self.queries, &mut self.findings),
            Err((line, reason)) => self.findings.unparsed(file, line, &reason),
        }
        self
    }

    /// How many queries were found in the files.
    #[must_use]
    pub fn queries(&self) -> usize {
        self.queries.len()
    }

    /// Checks all that was added: in the order of the files and lines, and last what no file uses.
    #[must_use]
    pub fn findings(mut self) -> Vec<Finding> {
        let (mut used, mut unknown) = (BTreeSet::new(), infer::Unknown::new());
        let parsed: Vec<_> = self.queries.iter().map(infer::parsed).collect();
        let queries = || self.queries.iter().zip(&parsed);
        // What is recorded is known to the rules before it, too. What a recording rule uses that comes later is inferred
        // the second time.
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
        // Where there is nothing to use a metric, nothing is said of it.
        if !self.queries.is_empty() {
            self.known.unused(&used, &mut self.findings);
        }
        self.findings.all
    }
}
