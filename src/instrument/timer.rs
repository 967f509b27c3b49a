//! `Timer`: measures how long something takes and records it.
// Uses `attribute`, `given`, `number`, `record`, `safely`, `synchronous`, `timed`, `unit`. Used by `gauge`, `generic`,
// `histogram`.

use core::fmt;
use core::marker::PhantomData;
use std::time::{Duration, Instant};

use super::given::Given;
use super::synchronous::Instrument;
use super::timed::timed;
use crate::attribute::{Attributes, Set};
use crate::number::{Bits, MeasurementError, Number};
use crate::record::{Held, Live, Synchronous, lower_to_bits, now, try_record};
use crate::safely::{drop_safely, safely};
use crate::unit::{Measurement, Unit};

/// A [`Timer`] that borrows its instrument, or the attributes given with [`or`](Self::or).
///
/// [`timer`](Instrument::timer) starts one. The timer of a `static` is a [`Timer`] already; [`into_owned`](Self::into_owned)
/// makes one of any other.
#[must_use = "a timer ends when it is dropped: bind it to a name, not to `_`"]
pub struct TimerRef<'a, U, A: Set = ()> {
    /// Taken when the timer ends.
    live: Option<Held<'a>>,
    lower: fn(Duration) -> Result<Bits, MeasurementError>,
    started: Instant,
    /// The attributes to record with if it is dropped.
    last: Option<Given<'a, A>>,
    unit: PhantomData<fn() -> U>,
}

/// A running timer of an instrument in the unit `U` with the attributes `A`.
///
/// It is given its attributes when it is stopped, because only then the outcome is known:
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Seconds;
///
/// #[derive(Clone, Copy, AttributeValue)]
/// enum Outcome {
///     Done,
///     Failed,
///     Aborted,
/// }
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Job {
///     outcome: Outcome,
/// }
///
/// static LATENCY: Histogram<f64, Seconds, Job> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("job.duration").attributes::<Job>().global(Scope::new("jobs"));
///
/// fn run(job: &str) -> Result<u32, std::num::ParseIntError> {
///     let timer = LATENCY.timer().or(Job { outcome: Outcome::Aborted });
///     let parsed = job.parse()?; // aborted
///     timer.stop(Job { outcome: Outcome::Done });
///     Ok(parsed)
/// }
/// # assert_eq!(run("12"), Ok(12));
/// # let _ = Outcome::Failed;
/// ```
///
/// If it is dropped instead, by a `?`, a panic or the cancellation of a future, it records with the attributes given with
/// [`or`](TimerRef::or). If there are none, it records nothing: the measurement counts as [dropped](Instrument::dropped) and is
/// reported once. A timer of an instrument without attributes records when it is dropped.
///
/// As a struct's field its type is `Timer<Seconds>` or `Timer<Seconds, Job>`:
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::{Timer, unit::Seconds};
///
/// struct Download {
///     timer: Timer<Seconds>,
/// }
///
/// fn begin(duration: &Histogram<f64, Seconds>) -> Download {
///     Download { timer: duration.timer().into_owned() }
/// }
/// ```
pub type Timer<U, A = ()> = TimerRef<'static, U, A>;

impl<'a, U, A: Set> TimerRef<'a, U, A> {
    fn new(live: Held<'a>, lower: fn(Duration) -> Result<Bits, MeasurementError>, last: Option<Given<'a, A>>) -> Self {
        Self { live: Some(live), lower, started: now(), last, unit: PhantomData }
    }

    /// Returns how long the timer has run.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        now().saturating_duration_since(self.started)
    }

    /// Ends the timer without recording, and without counting a dropped measurement.
    pub fn discard(mut self) {
        self.live = None;
    }

    /// Returns the same timer without its borrows: it no longer borrows its instrument, and the attributes [given
    /// beforehand](TimerRef::or) are cloned. It can be kept in a struct or sent to a task.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Seconds;
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Job<'a> {
    ///     queue: &'a str,
    ///     done: bool,
    /// }
    ///
    /// fn spawn(latency: &Histogram<f64, Seconds, Job<'static>>, queue: &str) {
    ///     let timer = latency.timer().or(Job { queue, done: false }).into_owned();
    ///     std::thread::spawn(move || timer.stop(Job { queue: "of the thread", done: true }));
    /// }
    /// ```
    pub fn into_owned(mut self) -> Timer<U, A> {
        // First, because it runs the user's code: if that panics, this timer is dropped as any other.
        let last = self.last.as_ref().map(Given::to_owned);
        TimerRef {
            live: self.live.take().map(Held::keep),
            lower: self.lower,
            started: self.started,
            last,
            unit: PhantomData,
        }
    }

    fn finish(&mut self, how: Given<'_, A>) -> Duration {
        let elapsed = self.elapsed();
        if let Some(live) = self.live.take() {
            self.record(&live, Some(&how), elapsed);
        }
        drop_safely(how);
        elapsed
    }

    /// The `Display` of an attribute can panic. The timed value is still returned to the caller, and this can run while a panic
    /// unwinds.
    fn record(&self, live: &Held<'_>, how: Option<&Given<'_, A>>, elapsed: Duration) {
        let recorded = safely(|| match (how, (self.lower)(elapsed)) {
            (None, _) => live.abandon(),
            (Some(_), Err(error)) => live.refuse(error),
            (Some(given), Ok(bits)) => live.take_bits(given.slot(), given.as_any(), bits),
        });
        if recorded.is_none() {
            live.abandon();
        }
    }
}

impl<U> TimerRef<'_, U> {
    /// Records the elapsed time and returns it.
    pub fn stop(mut self) -> Duration {
        self.finish(Given::Set(()))
    }
}

impl<'a, U, A: Attributes> TimerRef<'a, U, A> {
    /// Records the elapsed time with attributes that say how the work ended, and returns it.
    pub fn stop(mut self, attributes: A::With<'_>) -> Duration {
        self.finish(Given::Set(attributes))
    }

    /// Returns the same timer, which records with these attributes if it is dropped: by a `?`, a panic or the cancellation of a
    /// future.
    ///
    /// It replaces attributes that were given before. Without it, a dropped timer records nothing and counts as
    /// [dropped](Instrument::dropped).
    pub fn or<'b>(mut self, attributes: A::With<'b>) -> TimerRef<'b, U, A>
    where
        'a: 'b,
    {
        TimerRef {
            live: self.live.take(),
            lower: self.lower,
            started: self.started,
            last: Some(Given::Set(attributes)),
            unit: PhantomData,
        }
    }
}

impl<U, A: Set> Drop for TimerRef<'_, U, A> {
    fn drop(&mut self) {
        let Some(live) = self.live.take() else { return };
        let (elapsed, last) = (self.elapsed(), self.last.take());
        self.record(&live, last.as_ref(), elapsed);
        drop_safely(last);
    }
}

impl<U, A: Set> fmt::Debug for TimerRef<'_, U, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timer").field("started", &self.started).finish_non_exhaustive()
    }
}

/// The elapsed time, as the bits of the number that an instrument records.
fn lower<K: Synchronous<N>, N: Number, U: Unit>(elapsed: Duration) -> Result<Bits, MeasurementError>
where
    Duration: Measurement<N, U>,
{
    lower_to_bits::<K, N>(elapsed.measure()?)
}

/// Records when it is dropped, with attributes that are known from the start. The borrows of the instrument and of the set have
/// separate lifetimes, because generic code cannot shorten that of a set.
pub(super) struct Timing<'a, K: Synchronous<N>, N: Number, U: Unit, S: Set>
where
    Duration: Measurement<N, U>,
{
    live: &'a Live<K::Wire>,
    /// Taken when it is dropped.
    set: Option<S>,
    started: Instant,
    unit: PhantomData<fn() -> U>,
}

impl<'a, K: Synchronous<N>, N: Number, U: Unit, S: Set> Timing<'a, K, N, U, S>
where
    Duration: Measurement<N, U>,
{
    fn start(live: &'a Live<K::Wire>, set: S) -> Self {
        Self { live, set: Some(set), started: now(), unit: PhantomData }
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, S: Set> Drop for Timing<'_, K, N, U, S>
where
    Duration: Measurement<N, U>,
{
    fn drop(&mut self) {
        let elapsed = now().saturating_duration_since(self.started);
        let Some(set) = self.set.take() else { return };
        // The `Display` of an attribute can panic. The timed work still returns its value, and this can run while a panic
        // unwinds.
        let record = |number| try_record::<K, N, S>(self.live, &set, number);
        if safely(|| elapsed.measure().and_then(record).map_err(|error| self.live.refuse(error))).is_none() {
            self.live.abandon();
        }
        // A set that panics as it is dropped was recorded before.
        drop_safely(set);
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Instrument<K, N, U, A>
where
    Duration: Measurement<N, U>,
{
    pub(super) fn start_timer<'a>(&'a self, last: Option<Given<'a, A>>) -> TimerRef<'a, U, A> {
        TimerRef::new(Held::Borrowed(self.slot.live()), lower::<K, N, U>, last)
    }

    pub(super) fn timing<S: Set>(&self, set: S) -> Timing<'_, K, N, U, S> {
        Timing::start(self.slot.live(), set)
    }

    /// Measures a future from its first poll.
    pub(super) fn timing_of<F: Future, S: Set>(&self, set: S, work: F) -> impl Future<Output = F::Output> {
        timed(|| self.timing(set), work, |timing, _| drop(timing))
    }
}
