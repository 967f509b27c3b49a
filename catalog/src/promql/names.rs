//! `Names`: how metrics and labels are named in a query.
// Uses `group`. Used by `check`, `command`, `compare`, `expr`, `rules`, `slo`, `text`.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use meterstick::catalog::{Prometheus, Strategy};
use meterstick::{Descriptor, Field, ValueType};

use super::group::Group;

/// How metrics are named in Prometheus, and how it stores histograms.
///
/// The default are the names of Prometheus' own translator. There, a histogram with exponential buckets is a native histogram,
/// and any other has a series for each bucket.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Minutes, Seconds};
/// use meterstick_catalog::promql::{Names, query};
///
/// const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("wait");
///
/// let p99 = query(&WAIT).quantile(0.99, Minutes(5));
/// let classic = p99.promql(&Names::default())?;
/// assert_eq!(classic, "histogram_quantile(0.99, sum by (le) (rate(wait_seconds_bucket[5m])))");
/// let native = p99.promql(&Names::default().native_histograms())?;
/// assert_eq!(native, "histogram_quantile(0.99, sum(rate(wait_seconds[5m])))");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names {
    strategy: Strategy,
    native: bool,
}

impl Names {
    /// Makes the names that a strategy gives.
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
    /// assert_eq!(rate.promql(&names)?, "sum(rate(shop_sent_total[5m]))");
    /// let names = Names::new(Translation::NoTranslation);
    /// assert_eq!(rate.promql(&names)?, r#"sum(rate({"shop.sent"}[5m]))"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(strategy: impl Into<Strategy>) -> Self {
        Self { strategy: strategy.into(), native: false }
    }

    /// Treats all histograms as native histograms, for a Prometheus that converts those with boundaries
    /// (`convert_classic_histograms_to_nhcb`).
    #[must_use]
    pub fn native_histograms(self) -> Self {
        Self { native: true, ..self }
    }

    pub(crate) fn of(&self, metric: &Descriptor) -> Prometheus {
        Prometheus::of(metric, self.strategy)
    }

    /// Whether histograms with boundaries are native histograms, too.
    #[cfg(feature = "check")]
    pub(crate) fn all_native(&self) -> bool {
        self.native
    }

    pub(crate) fn is_native(&self, metric: &Descriptor) -> bool {
        self.native || metric.exponential.is_some()
    }

    /// The label of a key or a target.
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
        // An open set declares no keys, so the label is that of a metric with the key.
        let mut metric = *metric;
        metric.attributes = only(key);
        self.of(&metric).labels.pop().unwrap_or_default()
    }
}

/// The attributes of a metric with one key. A descriptor's are static, so each key's are made once and kept.
fn only(key: &'static str) -> &'static [Field] {
    static KNOWN: Mutex<BTreeMap<&str, &[Field; 1]>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    *known.entry(key).or_insert_with(|| Box::leak(Box::new([Field::new(key, ValueType::Any)])))
}

#[cfg(test)]
mod tests {
    use super::only;

    #[test]
    fn the_attributes_of_a_key_are_made_once() {
        assert_eq!(only("a").as_ptr(), only("a").as_ptr());
        assert_eq!((only("a")[0].key, only("b")[0].key), ("a", "b"));
    }
}
