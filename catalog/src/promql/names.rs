//! The names that a query is written in.

use meterstick::catalog::{Prometheus, Strategy};
use meterstick::{Descriptor, Field, ValueType};

use super::group::Group;

/// How metrics are named in the Prometheus that a query is for, and how it keeps histograms.
///
/// The default are the names that Prometheus' own translator gives. A histogram with exponential buckets is a native one
/// there, any other has a series for each bucket.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Minutes, Seconds};
/// use meterstick_catalog::promql::{Names, query};
///
/// const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("wait");
///
/// let p99 = query(&WAIT).quantile(0.99, Minutes(5));
/// let classic = p99.promql(&Names::default()).unwrap();
/// assert_eq!(classic, "histogram_quantile(0.99, sum by (le) (rate(wait_seconds_bucket[5m])))");
/// let native = p99.promql(&Names::default().native_histograms()).unwrap();
/// assert_eq!(native, "histogram_quantile(0.99, sum(rate(wait_seconds[5m])))");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names {
    strategy: Strategy,
    native: bool,
}

impl Names {
    /// The names of what brings the metrics to Prometheus.
    ///
    /// ```
    /// use meterstick::catalog::{RustExporter, Translation};
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Bytes, Minutes};
    /// use meterstick_catalog::promql::{Names, query};
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// let rate = query(&SENT).rate(Minutes(5));
    /// let names = Names::new(RustExporter::new().without_units());
    /// assert_eq!(rate.promql(&names).unwrap(), "sum(rate(shop_sent_total[5m]))");
    /// let names = Names::new(Translation::NoTranslation);
    /// assert_eq!(rate.promql(&names).unwrap(), r#"sum(rate({"shop.sent"}[5m]))"#);
    /// ```
    pub fn new(strategy: impl Into<Strategy>) -> Self {
        Self { strategy: strategy.into(), native: false }
    }

    /// All histograms are native ones, as where Prometheus converts those with boundaries
    /// (`convert_classic_histograms_to_nhcb`).
    #[must_use]
    pub fn native_histograms(self) -> Self {
        Self { native: true, ..self }
    }

    pub(crate) fn of(&self, metric: &Descriptor) -> Prometheus {
        Prometheus::of(metric, self.strategy)
    }

    /// Whether histograms with boundaries are native ones, too.
    #[cfg(feature = "check")]
    pub(crate) fn all_native(&self) -> bool {
        self.native
    }

    pub(crate) fn is_native(&self, metric: &Descriptor) -> bool {
        self.native || metric.exponential.is_some()
    }

    /// The label that is grouped by or filtered on.
    pub(crate) fn label(&self, metric: &Descriptor, group: Group) -> String {
        let key = match group {
            Group::Target(name) => return name.to_owned(),
            Group::Key(key) => key,
        };
        if let Some(at) = metric.attributes.iter().position(|field| field.key == key)
            && let Some(label) = self.of(metric).labels.into_iter().nth(at)
        {
            return label;
        }
        // A set that takes any keys declares none: the label is that of a metric that has the key. The list is never freed,
        // as a descriptor's is static; there is one for each such key of a query.
        let field = Field::new(key, ValueType::Any);
        let mut metric = *metric;
        metric.attributes = Box::leak(Box::new([field]));
        self.of(&metric).labels.pop().unwrap_or_default()
    }
}
