//! Observable instruments: a callback observes their values once per collection.
// Uses `asynchronous`, `attribute`, `build_on`, `declare`, `number`, `record`, `rounds`, `safely`, `unit`. Used by
// `counterpart`, `declared`, `testing`, `together`.

use core::fmt;
use core::marker::PhantomData;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use opentelemetry::metrics::{AsyncInstrument, Meter};
use opentelemetry::{KeyValue, otel_error, otel_warn};

use super::asynchronous::Asynchronous;
use super::build_on::{BuildOn, assert_apart};
use super::rounds::{Turn, Turns};
use crate::attribute::{Attributes, Set};
use crate::declare::kind::{Adds, IsSynchronous, Records};
use crate::declare::{Descriptor, Metric, Scope};
use crate::number::{MeasurementError, Number, Wire};
use crate::record::{Limit, Refusals, built_while, canonical_after, in_callback, is_first, was_built};
use crate::safely::{contained, release, safely};
use crate::unit::{Measurement, Unit};

/// An observable instrument in the type of a declaration: `Metric<ObservableGauge<f64, Celsius>>`.
///
/// It is written as its alias, [`ObservableCounter`](crate::ObservableCounter),
/// [`ObservableUpDownCounter`](crate::ObservableUpDownCounter) or [`ObservableGauge`](crate::ObservableGauge).
/// [`observe`](Metric::observe) makes it live.
pub struct Observable<K, N, U, A = ()>(PhantomData<fn() -> (K, N, U, A)>);

impl<K, N, U, A> fmt::Debug for Observable<K, N, U, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observable")
    }
}

impl<K: Asynchronous<N>, N: Number, U: Unit, A: Set + 'static> Metric<Observable<K, N, U, A>> {
    /// Registers a callback that observes the instrument at every collection, until the returned [`Observation`] is dropped.
    ///
    /// A counter's callback gives totals, never increments. A callback that panics is reported and called again at the next
    /// collection. These values are refused, counted, and reported once: a second value for an attribute set in one collection,
    /// also from another callback of the same metric on the same meter; a total that went down, in whose place the last total is
    /// exported; NaN, infinities, and numbers that do not fit (*Metrics API, asynchronous instruments*; *Data Model, sums*). A
    /// set that is not observed in 64 to 128 runs of the callback (one per collection and reader) is dropped, and can start again
    /// with a lower total.
    ///
    /// The meter's provider must exist already: a no-op meter drops the callback, and that is reported.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Celsius;
    ///
    /// const ATTIC: Metric<ObservableGauge<f64, Celsius>> =
    ///     Meter::observable_gauge::<f64>().unit::<Celsius>().name("attic.temperature");
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    ///
    /// let observation = ATTIC.observe(&meter, |o| o.observe(Celsius(21.5)));
    /// drop(observation); // from now on it is silent
    /// ```
    pub fn observe<M, F>(self, meter: &M, callback: F) -> Observation
    where
        M: BuildOn + ?Sized,
        F: Fn(&Observer<'_, K, N, U, A>) + Send + Sync + 'static,
    {
        const { assert_apart::<M::Common, A>() };
        let (meter, common) = (meter.meter(), meter.common());
        was_built(self.descriptor());
        let shared =
            Arc::new(Box::new(Shared { state: State::new::<M::Common>(meter, *self.descriptor(), common), callback }));
        let weak = Arc::downgrade(&shared);
        // The SDK keeps a callback as long as the provider. The weak reference shows that this one has ended. A weak reference
        // keeps the memory of its target allocated, so the target is only a box.
        shared.state.limited(meter, || {
            K::build(meter, self.descriptor(), move |instrument| {
                if let Some(shared) = weak.upgrade() {
                    shared.run(instrument);
                    release(shared);
                }
            });
        });
        Observation::new(shared, self.descriptor())
    }
}

/// Keeps a callback registered until it is dropped.
///
/// [`observe`](Metric::observe) returns it. A struct keeps it beside what it observes:
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use meterstick::Observation;
/// use opentelemetry::metrics::Meter as OtelMeter;
///
/// const USED: Metric<ObservableGauge<u64, Bytes>> =
///     Meter::observable_gauge::<u64>().unit::<Bytes>().name("pool.used");
///
/// struct Pool {
///     _used: Observation,
/// }
///
/// impl Pool {
///     fn new(meter: &OtelMeter) -> Self {
///         Self { _used: USED.observe(meter, |o| o.observe(Bytes(65_536))) }
///     }
/// }
/// ```
#[must_use = "the callback is unregistered when this is dropped: keep it, or `.detach()` it for the life of the program"]
pub struct Observation(Arc<dyn Observes>);

impl Observation {
    /// Made after the SDK was given the callbacks, each with a weak reference.
    pub(super) fn new(observes: Arc<impl Observes + 'static>, descriptor: &Descriptor) -> Self {
        const REPORT: &str = "Meterstick.ObservationNotKept";
        if Arc::weak_count(&observes) == 0 && is_first(REPORT, descriptor.name) {
            // What listens to the log may panic.
            safely(|| {
                otel_warn!(
                    name: REPORT,
                    instrument_name = descriptor.name,
                    message = "The meter's provider exports nothing, so the callback will never be called. Observe on a meter of a provider that is set up."
                );
            });
        }
        Self(observes)
    }

    /// Keeps the callback registered for the life of the program.
    pub fn detach(self) {
        std::mem::forget(self);
    }

    /// Whether a provider calls the callback; it does not if the meter was a no-op one.
    #[must_use]
    pub fn is_live(&self) -> bool {
        Arc::weak_count(&self.0) > 0
    }

    /// Returns the number of refused observations.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.0.refused()
    }
}

impl fmt::Debug for Observation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observation").field("live", &self.is_live()).finish()
    }
}

pub(super) trait Observes: Send + Sync {
    fn refused(&self) -> u64;
}

impl<T: Observes> Observes for Box<T> {
    fn refused(&self) -> u64 {
        T::refused(self)
    }
}

struct Shared<W, F> {
    state: State<W>,
    callback: F,
}

#[doc(hidden)]
#[allow(missing_debug_implementations, reason = "it is within what is shown by its name")]
pub struct State<W> {
    descriptor: Descriptor,
    /// The common attributes of the group on which the instrument is built.
    common: Box<[KeyValue]>,
    refusals: Refusals,
    panicked: AtomicBool,
    turns: Turns,
    /// The maximum number of attribute sets that the SDK keeps.
    limit: AtomicUsize,
    /// For kinds whose totals can only go up.
    highest: Mutex<Highest<W>>,
}

/// The highest total of each recently observed attribute set.
///
/// A reader of the SDK drops a set that is not observed in one of its collections: the set then starts again, with any total. But
/// every reader of a provider runs the callback, each at its own interval, and the callback does not know which reader runs it.
/// So a total is dropped after at least [`RUNS`] and at most twice as many runs without it.
///
/// Readers that collect at the same time run the callback concurrently. A total is compared with the highest one as it was when its
/// run began: another run may have read a later total and observed it first.
struct Highest<W> {
    /// The sets observed since `runs` was 0, and the sets observed only in the [`RUNS`] runs before.
    late: HashMap<Box<[KeyValue]>, W>,
    early: HashMap<Box<[KeyValue]>, W>,
    runs: u32,
    /// The runs that have not ended.
    current: Vec<Run<W>>,
    begun: u64,
}

struct Run<W> {
    id: u64,
    /// The totals as they were when it began, of the sets that another run has observed since.
    overtaken: HashMap<Box<[KeyValue]>, Option<W>>,
}

/// Enough for a reader that collects every second beside one that collects every minute.
const RUNS: u32 = 64;

impl<W> Default for Highest<W> {
    fn default() -> Self {
        Self { late: HashMap::new(), early: HashMap::new(), runs: 0, current: Vec::new(), begun: 0 }
    }
}

impl<W: Copy> Highest<W> {
    /// Begins a run of the callback.
    fn begin(&mut self) -> u64 {
        self.runs += 1;
        if self.runs > RUNS {
            self.runs = 1;
            self.early = std::mem::take(&mut self.late);
        }
        self.begun += 1;
        self.current.push(Run { id: self.begun, overtaken: HashMap::new() });
        self.begun
    }

    fn end(&mut self, id: u64) {
        self.current.retain(|run| run.id != id);
    }

    /// The total of a set as it was when a run began. `now` is as it is now.
    fn at_begin(&self, id: u64, set: &[KeyValue], now: Option<W>) -> Option<W> {
        let own = self.current.iter().find(|run| run.id == id);
        own.and_then(|run| run.overtaken.get(set)).copied().unwrap_or(now)
    }

    /// Notes the total that a run has exported. `before` is the one before it.
    fn note(&mut self, id: u64, set: Box<[KeyValue]>, before: Option<W>, total: W)
    where
        W: PartialEq,
    {
        if before != Some(total) {
            for run in self.current.iter_mut().filter(|run| run.id != id) {
                run.overtaken.entry(set.clone()).or_insert(before);
            }
        }
        self.late.insert(set, total);
    }

    /// The highest total of a set, which is observed again.
    fn keep(&mut self, set: &[KeyValue]) -> Option<W> {
        let total = self.get(set)?;
        self.late.insert(set.into(), total);
        Some(total)
    }

    fn get(&self, set: &[KeyValue]) -> Option<W> {
        self.late.get(set).or_else(|| self.early.get(set)).copied()
    }
}

impl<W: 'static> State<W> {
    /// `C` are the common attributes of the group on which the instrument is built.
    pub(super) fn new<C: Set>(meter: &Meter, descriptor: Descriptor, common: &[KeyValue]) -> Self {
        let descriptor = Descriptor { in_group: !C::FIELDS.is_empty(), ..descriptor };
        let turns = Turns::new::<W>(meter, &descriptor);
        let (refusals, panicked) = (Refusals::new(descriptor.name), AtomicBool::new(false));
        let (common, limit) = (common.into(), AtomicUsize::new(usize::MAX));
        Self { descriptor, common, refusals, panicked, turns, limit, highest: Mutex::default() }
    }
}

impl<W> State<W> {
    /// Builds the instrument, and learns the SDK's limit of attribute sets for it.
    pub(super) fn limited(&self, meter: &Meter, build: impl FnOnce()) {
        let mut build = Some(build);
        let limit = built_while(meter, &self.descriptor, &mut || build.take().into_iter().for_each(|build| build()));
        self.limit.store(limit.unwrap_or(usize::MAX), Ordering::Relaxed);
    }

    pub(super) fn refused(&self) -> u64 {
        self.refusals.count()
    }

    /// Passes a value to the provider. If one of another make panics, that value is lost, and what the callback observes after it is
    /// not.
    pub(super) fn pass(&self, instrument: &dyn AsyncInstrument<W>, value: W, attributes: &[KeyValue]) {
        self.refusals.give(|| instrument.observe(value, attributes));
    }

    fn highest(&self) -> MutexGuard<'_, Highest<W>> {
        self.highest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls the user's callback. A panic that reached the SDK would end its collections for good.
    pub(super) fn call(&self, callback: impl FnOnce()) {
        let result = in_callback(|| contained(callback));
        if result.is_err() && !self.panicked.swap(true, Ordering::Relaxed) {
            // A log subscriber may panic, too.
            safely(|| {
                otel_error!(
                    name: "Meterstick.CallbackPanicked",
                    instrument_name = self.descriptor.name,
                    message = "The callback panicked. What it observed before is exported. Later panics of it are not reported."
                );
            });
        }
    }
}

impl<W: Wire, F> Shared<W, F> {
    fn run<K, N, U, A>(&self, instrument: &dyn AsyncInstrument<W>)
    where
        K: Asynchronous<N, Wire = W>,
        F: Fn(&Observer<'_, K, N, U, A>),
    {
        let observer = Observer::new(instrument, &self.state);
        self.state.call(|| (self.callback)(&observer));
    }
}

impl<W: Wire, F: Send + Sync> Observes for Shared<W, F> {
    fn refused(&self) -> u64 {
        self.state.refused()
    }
}

/// Passed to the callback of an observable instrument, which observes values with it.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
///
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use opentelemetry::metrics::MeterProvider;
/// # use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// static READ: AtomicU64 = AtomicU64::new(0);
///
/// const BYTES_READ: Metric<ObservableCounter<u64, Bytes>> =
///     Meter::observable_counter::<u64>().unit::<Bytes>().name("disk.read");
///
/// # let provider = SdkMeterProvider::builder().build();
/// let observation = BYTES_READ.observe(&provider.meter("disk"), |o| o.observe(Bytes(READ.load(Ordering::Relaxed))));
/// # drop(observation);
/// ```
///
/// For a counter or an up-down counter the value is the total, never an increment. If attributes are declared, they follow the
/// value: `o.observe(value, Set { .. })`.
pub struct Observer<'a, K: Asynchronous<N>, N, U, A> {
    instrument: &'a dyn AsyncInstrument<K::Wire>,
    state: &'a State<K::Wire>,
    turn: Turn<'a>,
    run: Running<'a, K::Wire>,
    types: PhantomData<fn() -> (N, U, A)>,
}

/// A run of the callback, until it is dropped.
struct Running<'a, W: Copy> {
    state: &'a State<W>,
    id: u64,
}

impl<W: Copy> Drop for Running<'_, W> {
    fn drop(&mut self) {
        self.state.highest().end(self.id);
    }
}

impl<'a, K: Asynchronous<N>, N, U, A> Observer<'a, K, N, U, A> {
    /// Made for one run of the callback.
    pub(super) fn new(instrument: &'a dyn AsyncInstrument<K::Wire>, state: &'a State<K::Wire>) -> Self {
        let run = Running { state, id: state.highest().begin() };
        Self { instrument, state, turn: state.turns.begin(), run, types: PhantomData }
    }
}

impl<K: Asynchronous<N>, N, U, A> fmt::Debug for Observer<'_, K, N, U, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Observer").field(&self.state.descriptor.name).finish()
    }
}

impl<K: Asynchronous<N>, N: Number, U: Unit> Observer<'_, K, N, U, ()> {
    /// Observes the current value or total.
    pub fn observe<M: Measurement<N, U>>(&self, value: M) {
        self.report(self.try_observe(value));
    }

    /// Observes the current value or total, or returns why it is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused.
    pub fn try_observe<M: Measurement<N, U>>(&self, value: M) -> Result<(), MeasurementError> {
        self.take(&(), value.measure())
    }
}

impl<K: Asynchronous<N>, N: Number, U: Unit, A: Attributes> Observer<'_, K, N, U, A> {
    /// Observes the current value or total of these attributes.
    pub fn observe<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>) {
        self.report(self.try_observe(value, attributes));
    }

    /// Observes the current value or total of these attributes, or returns why it is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused.
    pub fn try_observe<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>) -> Result<(), MeasurementError> {
        self.take(&attributes, value.measure())
    }
}

#[doc(hidden)]
impl<K: Asynchronous<N>, N: Number, U: Unit, A> Observer<'_, K, N, U, A> {
    pub fn add<M>(&self, _: M)
    where
        K: Adds,
    {
    }

    pub fn record<M>(&self, _: M)
    where
        K: Records,
    {
    }
}

#[doc(hidden)]
impl<K: Asynchronous<N>, N: Number, U: Unit, A> Metric<Observable<K, N, U, A>> {
    pub fn build<M: ?Sized>(self, _: &M)
    where
        K: IsSynchronous,
    {
    }

    pub const fn global(self, _: Scope)
    where
        K: IsSynchronous,
    {
    }
}

impl<K: Asynchronous<N>, N: Number, U: Unit, A> Observer<'_, K, N, U, A> {
    fn take<S: Set>(&self, set: &S, number: Result<N, MeasurementError>) -> Result<(), MeasurementError> {
        let attributes = canonical_after(&self.state.common, set);
        let value = match number.and_then(K::lower) {
            Ok(value) => value,
            Err(error) => {
                self.repeat(&attributes);
                return Err(error);
            }
        };
        let sets = self.turn.observe(&attributes).ok_or(MeasurementError::ObservedTwice)?;
        let limit = self.state.limit.load(Ordering::Relaxed);
        if sets > limit {
            self.state.refusals.overflow(Limit::OfTheSdk(limit));
        }
        if !K::ONLY_GOES_UP {
            self.state.pass(self.instrument, value, &attributes);
            return Ok(());
        }
        let mut highest = self.state.highest();
        let before = highest.get(&attributes);
        let went_down = highest.at_begin(self.run.id, &attributes, before).is_some_and(|before| value < before);
        let total = before.filter(|before| value < *before).unwrap_or(value);
        highest.note(self.run.id, attributes.clone(), before, total);
        // A provider may collect while it is given a total, which runs the callback again.
        drop(highest);
        // A missing point would make the next difference as large as the total.
        self.state.pass(self.instrument, total, &attributes);
        if went_down { Err(MeasurementError::TotalWentDown) } else { Ok(()) }
    }

    /// Observes the last total of a set in place of a refused one. A missing point would make the next difference as large as the
    /// total.
    fn repeat(&self, attributes: &[KeyValue]) {
        if self.turn.has_observed(attributes) {
            return;
        }
        let total = self.state.highest().keep(attributes);
        if let Some(total) = total {
            self.state.pass(self.instrument, total, attributes);
        }
    }

    fn report(&self, result: Result<(), MeasurementError>) {
        if let Err(error) = result {
            self.state.refusals.refuse(error);
        }
    }
}
