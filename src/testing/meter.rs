//! `TestMeter`: the meter of one test, whose values are read back with their types.
// Uses `attribute`, `declare`, `distribution`, `group`, `instrument`, `number`, `readable`, `record`, `recorded`,
// `redirect`. Used by `model`.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::Duration;

use num_traits::NumCast;
use opentelemetry::KeyValue;
use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::data::ResourceMetrics;
use opentelemetry_sdk::metrics::exporter::PushMetricExporter;
use opentelemetry_sdk::metrics::{
    Instrument as SdkInstrument, InstrumentKind as SdkKind, PeriodicReader, SdkMeterProvider, Stream, Temporality,
};

use super::distribution::Distribution;
use super::readable::Readable;
use super::recorded::{PointValue, Recorded, RecordedMetric, Several, text};
use crate::attribute::{Attributes, Set};
use crate::declare::kind::{HasBuckets, HasValue};
use crate::group::{Group, GroupOf};
use crate::instrument::{AsMeter, BuildOn};
use crate::number::Number;
use crate::record::{Scoped, canonical_after, exponential_of_built, is_in_callback};
use crate::redirect::Everywhere;

/// The meter of one test. Instruments are built on it, and statics of the thread record on it while it is [entered](Self::enter).
/// Their values are read back with their types.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::testing::TestMeter;
/// use meterstick::unit::{Bytes, KiBytes};
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Served {
///     ok: bool,
/// }
///
/// const SENT: Metric<Counter<u64, Bytes, Served>> =
///     Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<Served>();
///
/// let meter = TestMeter::new();
/// let sent = SENT.build(&meter);
/// sent.add(KiBytes(4), Served { ok: true });
/// assert_eq!(meter.value(&sent, Served { ok: true }), 4096);
/// assert_eq!(meter.try_value(&sent, Served { ok: false }), None);
/// println!("{}", meter.recorded()); // a table of all values
/// ```
///
/// It is a [`Group`], so it can be passed wherever a group or a meter is taken. A clone is the same meter.
#[derive(Clone)]
pub struct TestMeter {
    group: Group,
    provider: SdkMeterProvider,
    last: Arc<Mutex<Recorded>>,
    /// The attributes of the group whose instruments are read.
    common: Arc<[KeyValue]>,
    /// Locked during a collection, so that concurrent readers do not overwrite each other's result.
    collecting: Arc<Mutex<()>>,
    scoped: Arc<Scoped>,
}

impl TestMeter {
    /// Creates a test meter with its own provider.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "each call creates a provider")]
    pub fn new() -> Self {
        let last = Arc::default();
        let exporter = Exporter(Arc::clone(&last));
        // The interval is longer than any test: only `force_flush` collects.
        let reader = PeriodicReader::builder(exporter).with_interval(Duration::from_secs(24 * 60 * 60)).build();
        let provider = SdkMeterProvider::builder().with_reader(reader).with_view(exponential).build();
        let scoped = Scoped::new(provider.clone());
        let (group, common) = (Group::new(&provider.meter("test")), Arc::default());
        Self { group, provider, last, common, collecting: Arc::default(), scoped }
    }

    /// Returns the same meter, to read the instruments of a group with attributes by declarations without these attributes.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::testing::TestMeter;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Of<'a> {
    ///     pool: &'a str,
    /// }
    ///
    /// const JOBS: Metric<Counter<u64, Jobs>> = Meter::counter::<u64>().unit::<Jobs>().name("jobs");
    ///
    /// let meter = TestMeter::new();
    /// let pool = meter.with(Of { pool: "a" });
    /// let jobs = JOBS.build(&pool);
    /// jobs.add(3);
    /// assert_eq!(meter.value(&jobs, ()), 3); // the instrument knows them
    /// assert_eq!(meter.of(&pool).value(&JOBS, ()), 3);
    /// ```
    #[must_use]
    pub fn of<A: Attributes>(&self, group: &GroupOf<A>) -> Self {
        Self { common: group.common().into(), ..self.clone() }
    }

    /// Makes the statics of this thread record on this meter until the guard is dropped. Other threads call `enter` themselves,
    /// or the test calls [`enter_everywhere`](Self::enter_everywhere). If a thread has entered several meters, its statics record
    /// on the last one.
    pub fn enter(&self) -> MeterEntered {
        Scoped::enter(Arc::clone(&self.scoped));
        MeterEntered { scoped: Arc::clone(&self.scoped), thread: PhantomData }
    }

    /// Makes the statics of all threads record on this meter until the guard is dropped, except on threads that have
    /// [entered](Self::enter) a meter themselves. For code that spawns threads or tasks on several threads.
    ///
    /// Such tests run one after the other: it waits until no other test has entered everywhere. If a test has entered several
    /// meters this way, its statics record on the last one.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::testing::TestMeter;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// static JOBS: Counter<u64, Jobs> =
    ///     Meter::counter::<u64>().unit::<Jobs>().name("jobs").global(Scope::new("worker"));
    ///
    /// let meter = TestMeter::new();
    /// let _entered = meter.enter_everywhere();
    /// std::thread::spawn(|| JOBS.inc()).join().unwrap();
    /// assert_eq!(meter.value(&JOBS, ()), 1);
    /// ```
    ///
    /// A thread that still runs after the guard is dropped records with the global provider from then on.
    pub fn enter_everywhere(&self) -> MeterEnteredEverywhere {
        MeterEnteredEverywhere { _everywhere: Scoped::enter_everywhere(Arc::clone(&self.scoped)) }
    }

    /// Returns the value of a counter, an up-down counter or a gauge for one attribute set; pass `()` for none.
    ///
    /// The instrument can be passed or its declaration: so the tested code can own the instrument, or observe it.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::testing::TestMeter;
    /// use meterstick::unit::Celsius;
    ///
    /// const ATTIC: Metric<ObservableGauge<f64, Celsius>> =
    ///     Meter::observable_gauge::<f64>().unit::<Celsius>().name("attic.temperature");
    ///
    /// let meter = TestMeter::new();
    /// let _observation = ATTIC.observe(&meter, |o| o.observe(Celsius(21.5)));
    /// assert_eq!(meter.value(&ATTIC, ()), 21.5);
    /// ```
    ///
    /// # Panics
    ///
    /// If nothing was recorded; the message has a table of all values. If the value does not fit the instrument's number, as the
    /// sum of several `u8`s may not. If the instrument was built and several scopes of the provider have recorded one with its
    /// name, kind, number, unit and description, because a built instrument does not know its scope; the message lists them.
    #[track_caller]
    pub fn value<I>(&self, instrument: &I, attributes: <I::Attributes as Set>::Given<'_>) -> I::Number
    where
        I: Readable<Kind: HasValue>,
    {
        let recorded = self.recorded();
        match self.find(&recorded, instrument, &attributes) {
            Some(value) => number(instrument.declared().name, value),
            None => {
                panic!("{}", missing(&recorded, instrument.declared().name, &self.exported(instrument, &attributes)))
            }
        }
    }

    /// Returns the value of a counter, an up-down counter or a gauge for one attribute set, if it was recorded.
    ///
    /// # Panics
    ///
    /// If the instrument is ambiguous, or the value does not fit its number: see [`value`](Self::value).
    #[track_caller]
    pub fn try_value<I>(&self, instrument: &I, attributes: <I::Attributes as Set>::Given<'_>) -> Option<I::Number>
    where
        I: Readable<Kind: HasValue>,
    {
        self.find(&self.recorded(), instrument, &attributes).map(|value| number(instrument.declared().name, value))
    }

    /// Returns the values of a histogram for one attribute set; pass `()` for none.
    ///
    /// # Panics
    ///
    /// If nothing was recorded or the instrument is ambiguous: see [`value`](Self::value).
    #[track_caller]
    pub fn distribution<I>(
        &self,
        instrument: &I,
        attributes: <I::Attributes as Set>::Given<'_>,
    ) -> Distribution<I::Unit>
    where
        I: Readable<Kind: HasBuckets>,
    {
        let recorded = self.recorded();
        match self.find(&recorded, instrument, &attributes) {
            Some(PointValue::Histogram { count, sum, min, max, bounds, counts, scale }) => Distribution {
                count: *count,
                sum: *sum,
                min: *min,
                max: *max,
                bounds: bounds.clone(),
                counts: counts.clone(),
                scale: *scale,
                unit: PhantomData,
            },
            _ => panic!("{}", missing(&recorded, instrument.declared().name, &self.exported(instrument, &attributes))),
        }
    }

    /// Asserts the value of an instrument. On failure, the message has a table of all values.
    ///
    /// # Panics
    ///
    /// If the value differs, was not recorded, is ambiguous or does not fit the instrument's number: see [`value`](Self::value).
    #[track_caller]
    pub fn assert_value<I>(&self, instrument: &I, attributes: <I::Attributes as Set>::Given<'_>, expected: I::Number)
    where
        I: Readable<Kind: HasValue>,
    {
        let recorded = self.recorded();
        let name = instrument.declared().name;
        let value = self.find(&recorded, instrument, &attributes).map(|value| number::<I::Number>(name, value));
        match value {
            Some(value) if value == expected => {}
            Some(value) => panic!("`{name}` is {value}, not {expected}; recorded is\n\n{recorded}"),
            None => panic!("{}", missing(&recorded, name, &self.exported(instrument, &attributes))),
        }
    }

    /// Collects and returns all values. The `Display` of the result is a table.
    ///
    /// # Panics
    ///
    /// In a callback of this meter, which would wait for itself. If the program collects by itself, `provider().force_flush()`, a callback that
    /// reads its meter waits for ever instead: which collection calls it, the SDK does not say.
    #[track_caller]
    #[must_use]
    pub fn recorded(&self) -> Recorded {
        let _collecting = match self.collecting.try_lock() {
            Err(TryLockError::WouldBlock) if is_in_callback() => {
                panic!("a callback cannot read the meter that waits for it: read it after the collection")
            }
            Ok(collecting) => collecting,
            Err(_) => self.collecting.lock().unwrap_or_else(PoisonError::into_inner),
        };
        // The SDK exports nothing if nothing was recorded.
        *self.lock() = Recorded::default();
        let flushed = self.provider.force_flush();
        assert!(flushed.is_ok(), "the meter's provider collects: {flushed:?}");
        self.lock().clone()
    }

    /// Returns the meter's provider. Instruments of its other meters are read too.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::testing::TestMeter;
    /// use opentelemetry::metrics::MeterProvider;
    ///
    /// meterstick::unit! { pub Requests = "{request}" }
    ///
    /// let meter = TestMeter::new();
    /// let seen = Meter::counter::<u64>().unit::<Requests>().name("seen").build(&meter.provider().meter("other"));
    /// seen.add(3);
    /// assert_eq!(meter.value(&seen, ()), 3);
    /// ```
    #[must_use]
    pub fn provider(&self) -> &SdkMeterProvider {
        &self.provider
    }

    /// The value of an instrument for one attribute set, if it was recorded.
    #[track_caller]
    fn find<'a, I: Readable>(
        &self,
        recorded: &'a Recorded,
        instrument: &I,
        attributes: &<I::Attributes as Set>::Given<'_>,
    ) -> Option<&'a PointValue> {
        let metric = match metric(recorded, instrument) {
            Ok(metric) => metric?,
            Err(several) => panic!(
                "{}\nbuild it on one meter only, or declare a static with `.global(SCOPE)`",
                several.message(instrument.declared().name)
            ),
        };
        let attributes = self.exported(instrument, attributes);
        metric.points.iter().find(|point| *point.attributes == *attributes).map(|point| &point.value)
    }

    /// The attributes with which a set is exported.
    fn exported<I: Readable>(&self, instrument: &I, attributes: &<I::Attributes as Set>::Given<'_>) -> Box<[KeyValue]> {
        canonical_after(&self.common, &&*instrument.exported(attributes))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Recorded> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The metric of an instrument, by its whole identity. A static has a scope. A built instrument matches any scope, because
/// OpenTelemetry's `Meter` does not expose its own.
fn metric<'a, I: Readable>(recorded: &'a Recorded, instrument: &I) -> Result<Option<&'a RecordedMetric>, Several<'a>> {
    let (declared, scope) = (instrument.declared(), instrument.scope());
    recorded.only(|metric| {
        metric.name.eq_ignore_ascii_case(declared.name)
            && metric.kind == declared.kind.synchronous()
            && metric.form == declared.form
            && metric.unit == declared.unit
            && metric.description == declared.description
            && scope.is_none_or(|scope| {
                let scope = scope.descriptor();
                metric.scope == scope.name
                    && metric.version.as_deref() == scope.version
                    && metric.schema_url.as_deref() == scope.schema_url
                    && metric.scope_attributes.is_empty()
            })
    })
}

/// Converts a value to the instrument's number. A sum of `u8`s may not fit a `u8`.
#[track_caller]
fn number<N: Number>(name: &str, value: &PointValue) -> N {
    let number = match value {
        PointValue::Int(value) => <N as NumCast>::from(*value),
        // A double that does not fit an `f32` would become infinite.
        PointValue::Double(value) => <N as NumCast>::from(*value)
            .filter(|number| number.to_f64().is_some_and(|number| number.is_finite() == value.is_finite())),
        PointValue::Histogram { .. } => None,
    };
    let ty = core::any::type_name::<N>();
    number.unwrap_or_else(|| {
        panic!("`{name}` is {value}, which does not fit `{ty}`: read it with `instrument.value()`, or from `meter.recorded()`")
    })
}

fn missing(recorded: &Recorded, name: &str, attributes: &[KeyValue]) -> String {
    let of = if attributes.is_empty() { "without attributes".to_owned() } else { format!("of `{}`", text(attributes)) };
    let advice = match recorded.metrics.is_empty() {
        true => {
            "\na static records here only on a thread that has entered the meter, `let _entered = meter.enter();`, or with `meter.enter_everywhere()`\n"
        }
        false => "",
    };
    format!("`{name}` has no value {of}; recorded is\n\n{recorded}{advice}")
}

/// A view that creates declared exponential buckets.
fn exponential(instrument: &SdkInstrument) -> Option<Stream> {
    let buckets = exponential_of_built().filter(|_| instrument.kind() == SdkKind::Histogram)?;
    Stream::builder().with_aggregation(buckets.to_aggregation()).build().ok()
}

#[diagnostic::do_not_recommend]
impl AsMeter for TestMeter {
    fn as_meter(&self) -> &Meter {
        self
    }
}

impl Deref for TestMeter {
    type Target = Group;

    fn deref(&self) -> &Group {
        &self.group
    }
}

impl fmt::Debug for TestMeter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TestMeter")
    }
}

/// Guard: the statics of this thread record on a test's meter until it is dropped.
#[must_use = "statics record on the test's meter until the guard is dropped: bind it to a name, not to `_`"]
pub struct MeterEntered {
    scoped: Arc<Scoped>,
    /// Not `Send`: a guard belongs to its thread.
    thread: PhantomData<*const ()>,
}

impl Drop for MeterEntered {
    fn drop(&mut self) {
        self.scoped.leave();
    }
}

impl fmt::Debug for MeterEntered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MeterEntered")
    }
}

/// Guard: the statics of all threads record on a test's meter until it is dropped.
#[must_use = "statics record on the test's meter until the guard is dropped: bind it to a name, not to `_`"]
pub struct MeterEnteredEverywhere {
    _everywhere: Everywhere<Scoped>,
}

impl fmt::Debug for MeterEnteredEverywhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MeterEnteredEverywhere")
    }
}

// Its state is behind locks, which are entered even if a panic poisoned them: a collection is replaced as a whole.
impl UnwindSafe for TestMeter {}
impl RefUnwindSafe for TestMeter {}

/// Keeps the result of the last collection.
struct Exporter(Arc<Mutex<Recorded>>);

impl PushMetricExporter for Exporter {
    async fn export(&self, metrics: &ResourceMetrics) -> OTelSdkResult {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Recorded::of(metrics);
        Ok(())
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }

    fn temporality(&self) -> Temporality {
        Temporality::Cumulative
    }
}
