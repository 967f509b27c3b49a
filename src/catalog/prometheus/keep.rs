//! Keeps existing names: the names of a catalogue in Prometheus, and a test that none is missing.
// Uses `list`, `prometheus`, `prometheus::strategy`, `text`. No other module uses it.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Prometheus, Strategy};
use crate::catalog::list::Catalog;
use crate::catalog::text::distance;

impl Catalog {
    /// Returns the names of the metrics in Prometheus, each once, in order.
    ///
    /// ```
    /// use meterstick::catalog::RustExporter;
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// assert_eq!(meterstick::catalog![SENT].prometheus_names(RustExporter::new()), ["shop_sent_bytes_total"]);
    /// ```
    #[must_use]
    pub fn prometheus_names(&self, strategy: impl Into<Strategy>) -> Vec<String> {
        let strategy = strategy.into();
        let names: BTreeSet<_> = self.metrics().iter().map(|metric| Prometheus::of(metric, strategy).name).collect();
        names.into_iter().collect()
    }

    /// Asserts that every existing name of Prometheus, which dashboards and alerts use, is still there. A name is that of a
    /// metric, or of a series such as `shop_wait_seconds_bucket`. The catalogue may have more.
    ///
    /// # Panics
    ///
    /// If a name is missing: the message has a line for each, with the closest name.
    ///
    /// ```
    /// use meterstick::catalog::RustExporter;
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop_sent_bytes_total");
    ///
    /// let exporter = RustExporter::new().without_units().without_counter_suffixes();
    /// meterstick::catalog![SENT].assert_prometheus_names(exporter, ["shop_sent_bytes_total"]);
    /// ```
    #[track_caller]
    pub fn assert_prometheus_names<'a>(
        &self,
        strategy: impl Into<Strategy>,
        existing: impl IntoIterator<Item = &'a str>,
    ) {
        let strategy = strategy.into();
        let mut names = BTreeSet::new();
        for metric in self.metrics() {
            let Prometheus { name, series, .. } = Prometheus::of(metric, strategy);
            // A metric that is not exported keeps no name.
            if !series.is_empty() {
                names.insert(name);
            }
            names.extend(series);
        }
        let mut gone = String::new();
        for name in existing.into_iter().filter(|name| !names.contains(*name)) {
            let _ = match names.iter().min_by_key(|there| distance(there, name)) {
                Some(near) => writeln!(gone, "`{name}`; the nearest is `{near}`"),
                None => writeln!(gone, "`{name}`"),
            };
        }
        assert!(gone.is_empty(), "names that Prometheus had before are missing ({strategy}):\n{gone}");
    }
}
