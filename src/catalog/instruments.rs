//! `Instruments`: components, which are structs of instruments.
// Uses `declare`, `instrument`, `list`, `unit`. No other module uses it.

use super::list::Catalog;
use crate::declare::{Descriptor, Meter, NameError, prefixed};
use crate::instrument::BuildOn;
use crate::unit::NoUnit;

/// A component: a struct of instruments that its fields declare. Derive it.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Millis, Seconds};
///
/// meterstick::unit! {
///     /// Jobs.
///     pub Jobs = "{job}"
/// }
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Done {
///     ok: bool,
/// }
///
/// #[derive(Clone, Debug, Instruments)]
/// #[instruments(prefix = "pool")]
/// struct Pool {
///     /// Jobs that were done.
///     jobs: Counter<u64, Jobs, Done>,
///
///     /// How long a job took.
///     #[metric(name = "job.duration", boundaries = [Millis(5.0), Millis(100.0), Millis(1_000.0)])]
///     duration: Histogram<f64, Seconds, Done>,
///
///     /// Jobs that wait.
///     queued: UpDownCounter<i64, Jobs>,
/// }
///
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// let pool = Pool::build(&meter);
/// let queued = pool.queued.track();
/// let timer = pool.duration.timer();
/// drop(queued);
/// pool.jobs.inc(Done { ok: true });
/// timer.stop(Done { ok: true });
///
/// let names: Vec<_> = Pool::CATALOG.metrics().iter().map(|metric| metric.name).collect();
/// assert_eq!(names, ["pool.jobs", "pool.job.duration", "pool.queued"]);
/// ```
///
/// The metric's name is the field's name, or the one that `name` gives, after the struct's `prefix`. Its description is the first
/// paragraph of the field's documentation, or the text that `description` gives. Everything is checked at compile time as in a
/// declaration, and two fields with the same name as in a [catalogue](Catalog).
///
/// The derive also defines `const fn global(Scope) -> Self`, for a `static` whose instruments find the global meter provider:
///
/// ```
/// # use meterstick::prelude::*;
/// # meterstick::unit! { pub Jobs = "{job}" }
/// # #[derive(Instruments)]
/// # struct Pool {
/// #     jobs: Counter<u64, Jobs>,
/// # }
/// static POOL: Pool = Pool::global(Scope::new("pools"));
///
/// POOL.jobs.inc();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a component",
    label = "not a struct of instruments",
    note = "derive it on a struct of instruments: `#[derive(Instruments)]`"
)]
pub trait Instruments: Sized {
    /// The component's declarations as data, in the order of its fields.
    const CATALOG: Catalog;

    /// The type of [`DECLARED`](Self::DECLARED): a struct of the declarations, with the names of the component's fields. A
    /// component within it has its own such struct.
    type Declared;

    /// The typed declaration of each field, to read the instrument in a test, or to name it in a query.
    ///
    /// ```
    /// # #[cfg(feature = "testing")] {
    /// use meterstick::prelude::*;
    /// use meterstick::testing::TestMeter;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// #[derive(Instruments)]
    /// struct PoolMetrics {
    ///     jobs: Counter<u64, Jobs>,
    /// }
    ///
    /// struct Pool {
    ///     metrics: PoolMetrics,
    /// }
    ///
    /// let meter = TestMeter::new();
    /// let pool = Pool { metrics: PoolMetrics::build(&meter) };
    /// pool.metrics.jobs.inc();
    /// assert_eq!(meter.value(&PoolMetrics::DECLARED.jobs, ()), 1);
    /// # }
    /// ```
    const DECLARED: Self::Declared;

    /// Whether a field is marked with `init`.
    #[doc(hidden)]
    const HAS_INIT: bool;

    /// Builds the component's instruments on a meter.
    #[must_use]
    fn build(meter: &(impl BuildOn + ?Sized)) -> Self;

    /// Builds the component's instruments on a meter, with a prefix and a dot before their names, for one of several components
    /// of the same type. The prefix is known at run time only; the names are kept for the life of the program.
    ///
    /// Attributes are better if there are many components, or if they are created and dropped: each name is one more metric.
    ///
    /// ```
    /// # use meterstick::prelude::*;
    /// # meterstick::unit! { pub Jobs = "{job}" }
    /// #[derive(Instruments)]
    /// struct Pool {
    ///     jobs: Counter<u64, Jobs>,
    /// }
    ///
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let mail = Pool::try_build_with_prefix(&meter, "mail")?;
    /// assert_eq!(mail.jobs.descriptor().name, "mail.jobs");
    /// assert!(Pool::try_build_with_prefix(&meter, "2nd").is_err());
    /// # Ok::<(), meterstick::NameError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NameError`] if a name with the prefix is not valid. Then nothing is built.
    fn try_build_with_prefix(meter: &(impl BuildOn + ?Sized), prefix: &str) -> Result<Self, NameError>;

    /// Exports the sums that are marked with `#[metric(init)]` at zero before anything is added, also those of components within:
    /// see [`Instrument::init`](crate::Instrument::init). It is for a component in a `static`; building a component does it
    /// automatically.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Ended {
    ///     ok: bool,
    /// }
    ///
    /// #[derive(Instruments)]
    /// struct Pool {
    ///     #[metric(init)]
    ///     jobs: Counter<u64, Jobs, Ended>,
    /// }
    ///
    /// static POOL: Pool = Pool::global(Scope::new("pools"));
    ///
    /// POOL.init(); // `jobs` is 0 with ok=false, and 0 with ok=true
    /// # POOL.jobs.inc(Ended { ok: true });
    /// ```
    ///
    /// If no field is marked, it does not compile:
    ///
    /// ```compile_fail
    /// # use meterstick::prelude::*;
    /// # meterstick::unit! { pub Jobs = "{job}" }
    /// #[derive(Instruments)]
    /// struct Pool {
    ///     jobs: Counter<u64, Jobs>,
    /// }
    ///
    /// static POOL: Pool = Pool::global(Scope::new("pools"));
    ///
    /// POOL.init();
    /// ```
    fn init(&self) {
        const {
            assert!(Self::HAS_INIT, "`init` needs a field that is marked for it: write `#[metric(init)]` at a counter");
        }
        self.init_marked();
    }

    #[doc(hidden)]
    fn init_marked(&self);
}

/// Checks that the names of all metrics are valid with the prefix, before one of them is built.
#[doc(hidden)]
pub fn check_prefix(catalog: &Catalog, prefix: &str) -> Result<(), NameError> {
    for metric in catalog.metrics() {
        prefixed(prefix, metric.name)?;
    }
    Ok(())
}

/// The number of metrics in several lists.
#[doc(hidden)]
#[must_use]
pub const fn metrics(lists: &[&[Descriptor]]) -> usize {
    let (mut len, mut i) = (0, 0);
    while i < lists.len() {
        len += lists[i].len();
        i += 1;
    }
    len
}

/// Joins the metrics of lists that have `LEN` in total.
#[doc(hidden)]
#[must_use]
pub const fn join_metrics<const LEN: usize>(lists: &[&[Descriptor]]) -> [Descriptor; LEN] {
    // Only to have an array: each element is replaced.
    const FILLER: Descriptor = *Meter::counter::<u64>().unit::<NoUnit>().name("filler").descriptor();
    let (mut joined, mut len, mut i) = ([FILLER; LEN], 0, 0);
    while i < lists.len() {
        let mut j = 0;
        while j < lists[i].len() {
            joined[len] = lists[i][j];
            (len, j) = (len + 1, j + 1);
        }
        i += 1;
    }
    joined
}
