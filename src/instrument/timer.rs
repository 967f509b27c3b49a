//! How long something takes.

use core::fmt;
use core::marker::PhantomData;
use std::time::{Duration, Instant};

use super::no_future::NoFuture;
use super::synchronous::Instrument;
use crate::attribute::{Attributes, Set};
use crate::declare::kind::Records;
use crate::number::Number;
use crate::record::{Held, Live, Synchronous, now, record};
use crate::unit::{Measurement, Unit};

/// Records how long it lived when it is dropped, also by a panic or when the future that holds it is cancelled.
///
/// Made by [`start`](Instrument::start).
#[must_use = "a timer that is dropped at once records no time: bind it to a name, not to `_`"]
pub struct Timer<'a, K: Synchronous<N>, N: Number, U: Unit, S: Set>
where
    Duration: Measurement<N, U>,
{
    live: Held<'a, K::Wire>,
    /// What to record with, as long as there is something to record.
    set: Option<S>,
    started: Instant,
    unit: PhantomData<fn() -> U>,
}

impl<'a, K: Synchronous<N>, N: Number, U: Unit, S: Set> Timer<'a, K, N, U, S>
where
    Duration: Measurement<N, U>,
{
    fn new(live: &'a Live<K::Wire>, set: S) -> Self {
        let live = Held::Borrowed(live);
        Self { live, set: Some(set), started: now(), unit: PhantomData }
    }

    /// How long it has run.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        now().saturating_duration_since(self.started)
    }

    /// Records the time now and gives it.
    pub fn stop(mut self) -> Duration {
        self.finish()
    }

    /// Records the time now with other attributes, those that the outcome decides, and gives it.
    pub fn stop_with(mut self, attributes: S) -> Duration {
        self.set = Some(attributes);
        self.finish()
    }

    /// Records nothing.
    pub fn discard(mut self) {
        self.set = None;
    }

    /// The same timer without a borrow of its instrument: to be kept in a struct, or sent to a task.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Seconds;
    /// use meterstick::{Timer, kind};
    ///
    /// struct Download {
    ///     timer: Timer<'static, kind::Histogram, f64, Seconds, ()>,
    /// }
    ///
    /// fn begin(duration: &Histogram<f64, Seconds>) -> Download {
    ///     Download { timer: duration.start().into_owned() }
    /// }
    /// ```
    pub fn into_owned(mut self) -> Timer<'static, K, N, U, S> {
        Timer { live: self.live.keep(), set: self.set.take(), started: self.started, unit: PhantomData }
    }

    fn finish(&mut self) -> Duration {
        let elapsed = self.elapsed();
        if let Some(set) = self.set.take() {
            record::<K, N, S>(&self.live, set, elapsed.measure());
        }
        elapsed
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, S: Set> Drop for Timer<'_, K, N, U, S>
where
    Duration: Measurement<N, U>,
{
    fn drop(&mut self) {
        self.finish();
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, S: Set> fmt::Debug for Timer<'_, K, N, U, S>
where
    Duration: Measurement<N, U>,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timer").field("started", &self.started).finish_non_exhaustive()
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U, ()> {
    /// Starts a timer, which records when it is dropped.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Seconds;
    ///
    /// static WORK: Histogram<f64, Seconds> =
    ///     Meter::histogram::<f64>().unit::<Seconds>().name("work.duration").global(Scope::new("shop"));
    ///
    /// let timer = WORK.start();
    /// // .. work ..
    /// let took = timer.stop();
    /// ```
    pub fn start(&self) -> Timer<'_, K, N, U, ()>
    where
        K: Records,
        Duration: Measurement<N, U>,
    {
        Timer::new(self.slot.live(), ())
    }

    /// Records how long a function takes.
    ///
    /// A function that returns a future does not compile: it takes no time, and the future does. That is
    /// [`time_async`](Self::time_async)'s.
    pub fn time<T>(&self, work: impl FnOnce() -> T) -> T
    where
        K: Records,
        T: NoFuture,
        Duration: Measurement<N, U>,
    {
        let _timer = self.start();
        work()
    }

    /// Records how long a future takes from its first poll to its end.
    pub async fn time_async<F: Future>(&self, work: F) -> F::Output
    where
        K: Records,
        Duration: Measurement<N, U>,
    {
        let _timer = self.start();
        work.await
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    /// Starts a timer, which records with these attributes when it is dropped.
    pub fn start<'s>(&self, attributes: A::With<'s>) -> Timer<'_, K, N, U, A::With<'s>>
    where
        K: Records,
        Duration: Measurement<N, U>,
    {
        Timer::new(self.slot.live(), attributes)
    }

    /// Records how long a function takes.
    ///
    /// A function that returns a future does not compile: it takes no time, and the future does. That is
    /// [`time_async`](Self::time_async)'s.
    pub fn time<T>(&self, attributes: A::With<'_>, work: impl FnOnce() -> T) -> T
    where
        K: Records,
        T: NoFuture,
        Duration: Measurement<N, U>,
    {
        let _timer = self.start(attributes);
        work()
    }

    /// Records how long a future takes from its first poll to its end.
    pub async fn time_async<F: Future>(&self, attributes: A::With<'_>, work: F) -> F::Output
    where
        K: Records,
        Duration: Measurement<N, U>,
    {
        let _timer = self.start(attributes);
        work.await
    }
}
