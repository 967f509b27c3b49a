//! `Catalog` and `catalog!`: a list of declarations.
// Uses `declare`, `record`, `rule`, `views`, `wider`. Used by `instruments`, `linked`, `lint`, `lint::kinds`,
// `lint::names`, `lint::plurals`, `lint::prometheus`, `lint::report`, `markdown`, `prometheus::keep`,
// `without_feature`.

use std::sync::{Mutex, PoisonError};

use opentelemetry_sdk::metrics::{Instrument, Stream};

use super::rule::{CatalogError, check};
use super::views::views;
use super::wider::widest;
use crate::declare::Descriptor;
use crate::record;

/// The declarations of a program as data, made by [`catalog!`](crate::catalog!).
///
/// ```
/// use meterstick::catalog::Catalog;
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, Seconds};
///
/// static SENT: Counter<u64, Bytes> =
///     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
/// const LATENCY: Metric<Histogram<f64, Seconds>> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration");
///
/// const SHOP: Catalog = meterstick::catalog![SENT, LATENCY];
///
/// let names: Vec<_> = SHOP.metrics().iter().map(|metric| metric.name).collect();
/// assert_eq!(names, ["shop.sent", "shop.request.duration"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Catalog {
    metrics: &'static [Descriptor],
}

impl Catalog {
    /// Makes a catalogue of a list that is known to be valid.
    ///
    /// # Panics
    ///
    /// If one name is declared with two identities, or if names differ only by case or by `.` and `_`; in a `const` or `static`,
    /// that is a compile error.
    ///
    /// ```
    /// use meterstick::catalog::Catalog;
    ///
    /// const EMPTY: Catalog = Catalog::new(&[]);
    /// assert!(EMPTY.metrics().is_empty());
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn new(metrics: &'static [Descriptor]) -> Self {
        match Self::try_new(metrics) {
            Ok(catalog) => catalog,
            Err(error) => panic!("{}", error.message().as_str()),
        }
    }

    /// Checks a list that is known at run time only.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] names the rule that the list breaks.
    ///
    /// ```
    /// use meterstick::catalog::Catalog;
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Requests = "{request}" }
    ///
    /// let named = |name| Meter::gauge::<u64>().unit::<Requests>().try_name(name).map(|metric| *metric.descriptor());
    /// let list = vec![named("shop.Orders")?, named("shop.orders")?].leak();
    /// assert!(Catalog::try_new(list).unwrap_err().to_string().starts_with("names are case-insensitive"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn try_new(metrics: &'static [Descriptor]) -> Result<Self, CatalogError> {
        match check(metrics) {
            Ok(()) => Ok(Self { metrics }),
            Err(error) => Err(error),
        }
    }

    /// Returns everything that the program has built and used so far, in the order of the names: declarations that were built on
    /// a meter or observed, and statics that have recorded. It includes metrics whose names are known at run time only, so it is
    /// the complete catalogue of a running program.
    ///
    /// A metric that was also built with a narrower attribute set has the wider one. Each declaration occurs once, and stays for
    /// the life of the program, because the metrics of dropped instruments are still
    /// exported. A list that is new is kept for the life of the program.
    ///
    /// ```
    /// use meterstick::catalog::Catalog;
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let queue = String::from("queue.mail"); // from a configuration
    /// let jobs = Meter::counter::<u64>().unit::<Jobs>().try_name(&queue)?.build(&meter);
    /// jobs.inc();
    ///
    /// let built = Catalog::built()?;
    /// assert!(built.metrics().iter().any(|metric| metric.name == "queue.mail"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CatalogError`] if the names break a rule of catalogues, which is checked at run time here. [`built_metrics`] lists them
    /// nevertheless.
    ///
    /// [`built_metrics`]: crate::catalog::built_metrics
    pub fn built() -> Result<Self, CatalogError> {
        static LAST: Mutex<&'static [Descriptor]> = Mutex::new(&[]);
        let built = widest(built_metrics());
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        if **last != *built {
            *last = built.leak();
        }
        Self::try_new(*last)
    }

    /// Returns the metrics, in the order of the list.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// assert_eq!(meterstick::catalog![SENT].metrics()[0].unit, "By");
    /// ```
    #[must_use]
    pub const fn metrics(&self) -> &'static [Descriptor] {
        self.metrics
    }

    /// What [`catalog!`](crate::catalog!) lists.
    #[doc(hidden)]
    #[must_use]
    pub const fn listed(&self) -> &'static [Descriptor] {
        self.metrics
    }

    /// Returns a view of these metrics for a provider: see [`views`](crate::views).
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    /// use opentelemetry_sdk::metrics::SdkMeterProvider;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// let provider = SdkMeterProvider::builder().with_view(meterstick::catalog![SENT].views()).build();
    /// ```
    pub fn views(&self) -> impl Fn(&Instrument) -> Option<Stream> + Send + Sync + 'static + use<> {
        views(self.metrics)
    }

    /// Returns each metric once, in the order of the names, with all scopes in which it is declared.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// let [(metric, scopes)] = &meterstick::catalog![SENT].sorted()[..] else { panic!() };
    /// assert_eq!((metric.name, scopes.len()), ("shop.sent", 0));
    /// ```
    #[cfg(feature = "catalog")]
    #[must_use]
    pub fn sorted(&self) -> Vec<(&'static Descriptor, Vec<crate::Scope>)> {
        let mut metrics: Vec<_> = self.metrics.iter().collect();
        metrics.sort_by_key(|metric| metric.name);
        let mut sorted: Vec<(&Descriptor, Vec<_>)> = Vec::new();
        for metric in metrics {
            if sorted.last().is_none_or(|last| last.0.name != metric.name) {
                sorted.push((metric, Vec::new()));
            }
            if let Some((_, scopes)) = sorted.last_mut() {
                scopes.extend(metric.scope.filter(|scope| !scopes.contains(scope)));
            }
        }
        for (_, scopes) in &mut sorted {
            scopes.sort_by_key(|scope| scope.descriptor());
        }
        sorted
    }
}

/// Returns everything that the program has built and used so far, in the order of the names: the list of [`Catalog::built`], even
/// if the names break a rule of catalogues.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::{catalog, unit::Bytes};
///
/// meterstick::unit! { pub Requests = "{request}" }
///
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// let _sent = Meter::counter::<u64>().unit::<Bytes>().name("sent").build(&meter);
/// let _count = Meter::counter::<u64>().unit::<Requests>().name("sent").build(&meter); // another unit
///
/// assert_eq!(catalog::built_metrics().len(), 2);
/// assert!(catalog::Catalog::built().is_err());
/// ```
#[must_use]
pub fn built_metrics() -> Vec<Descriptor> {
    record::built_metrics()
}

/// Makes a [`Catalog`](crate::catalog::Catalog) of declarations, statics and other catalogues, which is checked at compile time.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// let catalog = meterstick::catalog![SENT];
/// assert_eq!(catalog.metrics().len(), 1);
/// ```
///
/// A catalogue in the list adds all of its metrics, for example the [catalogue of a component](crate::Instruments::CATALOG):
///
/// ```
/// use meterstick::prelude::*;
///
/// meterstick::unit! { pub Jobs = "{job}" }
///
/// #[derive(Instruments)]
/// #[instruments(prefix = "queue")]
/// struct QueueMetrics {
///     jobs: Counter<u64, Jobs>,
/// }
///
/// const DEPTH: Metric<ObservableUpDownCounter<i64, Jobs>> =
///     Meter::observable_up_down_counter::<i64>().unit::<Jobs>().name("queue.depth");
///
/// let catalog = meterstick::catalog![QueueMetrics::CATALOG, DEPTH];
/// let names: Vec<_> = catalog.metrics().iter().map(|metric| metric.name).collect();
/// assert_eq!(names, ["queue.jobs", "queue.depth"]);
/// ```
///
/// One name with two identities does not compile:
///
/// ```compile_fail
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// meterstick::unit! { pub Requests = "{request}" }
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
/// const COUNT: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("shop.sent");
///
/// let catalog = meterstick::catalog![SENT, COUNT];
/// ```
#[macro_export]
macro_rules! catalog {
    ($($listed:expr),* $(,)?) => {{
        // A static can read live instruments in other statics. A constant cannot, but can read these statics.
        // No metric has these names.
        static __LISTS: &[&[$crate::Descriptor]] = &[$(&$listed.listed()),*];
        static __LIST: &[$crate::Descriptor] =
            &$crate::derived::join_metrics::<{ $crate::derived::metrics(__LISTS) }>(__LISTS);
        const CATALOG_OF_METRICS: $crate::catalog::Catalog = $crate::catalog::Catalog::new(__LIST);
        CATALOG_OF_METRICS
    }};
}
