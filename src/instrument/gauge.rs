//! The gauge's methods, in the order in which its page in the documentation shows them. Other kinds refuse these methods in
//! `refused`.
// Uses `attribute`, `declare`, `given`, `no_future`, `number`, `record`, `synchronous`, `timed`, `timer`, `unit`. No
// other module uses it.

use std::time::Duration;

use super::given::Given;
use super::no_future::NoFuture;
use super::synchronous::Instrument;
use super::timed::timed;
#[cfg(doc)]
use super::timer::Timer;
use super::timer::TimerRef;
use crate::attribute::Attributes;
use crate::declare::kind;
use crate::number::{MeasurementError, Number};
use crate::record::{Synchronous, record, try_record};
use crate::unit::{Measurement, Unit};

/// A gauge, the current value of something: a temperature, the length of a queue.
///
/// `N` is its number, `U` its unit, `A` the attribute set of each measurement; without `A` it has none.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Celsius;
///
/// static ATTIC: Gauge<f64, Celsius> = Meter::gauge::<f64>().unit::<Celsius>().name("attic").global(Scope::new("house"));
///
/// ATTIC.record(Celsius(21.5));
/// ```
///
/// For a value that a callback reads once per collection use an [`ObservableGauge`](crate::ObservableGauge).
pub type Gauge<N, U, A = ()> = Instrument<kind::Gauge, N, U, A>;

/// Gauges without attributes.
impl<N: Number, U: Unit> Instrument<kind::Gauge, N, U>
where
    kind::Gauge: Synchronous<N>,
{
    /// Records the gauge's current value.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// NaN, infinities and integers outside the range of `i64` are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn record<M: Measurement<N, U>>(&self, value: M) {
        record::<kind::Gauge, N, _>(self.slot.live(), (), value.measure());
    }

    /// Records the gauge's current value, or returns why it is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused. It is not counted as refused.
    #[inline]
    pub fn try_record<M: Measurement<N, U>>(&self, value: M) -> Result<(), MeasurementError> {
        try_record::<kind::Gauge, N, _>(self.slot.live(), &(), value.measure()?)
    }

    /// Returns the gauge's last value in its unit; `None` if nothing was recorded.
    ///
    /// It includes everything that this thread recorded, and everything that another thread recorded before it synchronized with
    /// this one. It needs no provider and no reader. Integers are read as `u64` or `i64`, floats as `f64`.
    ///
    /// It takes the instrument's lock and flushes pending values to the SDK: call it once a second, not once a request. In code
    /// that OpenTelemetry calls while it records, such as a subscriber of its log, it returns `None`.
    #[must_use]
    pub fn value(&self) -> Option<<kind::Gauge as Synchronous<N>>::Wire> {
        self.slot.live().value(&())
    }

    /// Starts a timer, which records the elapsed time when it is stopped or dropped.
    pub fn timer(&self) -> TimerRef<'_, U>
    where
        Duration: Measurement<N, U>,
    {
        self.start_timer(Some(Given::Set(())))
    }

    /// Records how long a function takes, and returns its result.
    ///
    /// A function that returns a future does not compile, because the future has not run when the function returns: use
    /// [`time_async`](Self::time_async).
    pub fn time<T>(&self, work: impl FnOnce() -> T) -> T
    where
        T: NoFuture,
        Duration: Measurement<N, U>,
    {
        let _timing = self.timing(());
        work()
    }

    /// Records how long a future takes from its first poll to its end, also if it panics or is cancelled.
    pub fn time_async<F: Future>(&self, work: F) -> impl Future<Output = F::Output>
    where
        Duration: Measurement<N, U>,
    {
        self.timing_of((), work)
    }
}

/// Gauges with attributes: each call takes a set of them.
impl<N: Number, U: Unit, A: Attributes> Instrument<kind::Gauge, N, U, A>
where
    kind::Gauge: Synchronous<N>,
{
    /// Records the gauge's current value with these attributes.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// NaN, infinities and integers outside the range of `i64` are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn record<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>) {
        record::<kind::Gauge, N, _>(self.slot.live(), attributes, value.measure());
    }

    /// Records the gauge's current value with these attributes, or returns why it is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused. It is not counted as refused.
    #[inline]
    pub fn try_record<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>) -> Result<(), MeasurementError> {
        try_record::<kind::Gauge, N, _>(self.slot.live(), &attributes, value.measure()?)
    }

    /// Returns the gauge's last value of these attributes in its unit; `None` if nothing was recorded.
    ///
    /// It includes everything that this thread recorded, and everything that another thread recorded before it synchronized with
    /// this one. It needs no provider and no reader. Integers are read as `u64` or `i64`, floats as `f64`. It is `None` for sets
    /// that were recorded in the overflow set, and for sets after the first 10,000 of an open set.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Connections = "{connection}" }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Of<'a> {
    ///     pool: &'a str,
    /// }
    ///
    /// static IDLE: Gauge<i64, Connections, Of<'static>> =
    ///     Meter::gauge::<i64>().unit::<Connections>().name("idle").attributes::<Of>().global(Scope::new("pool"));
    ///
    /// IDLE.record(7, Of { pool: "a" });
    /// assert_eq!(IDLE.value(Of { pool: "a" }), Some(7));
    /// assert_eq!(IDLE.value(Of { pool: "b" }), None);
    /// ```
    ///
    /// It takes the instrument's lock and flushes pending values to the SDK: call it once a second, not once a request. In code
    /// that OpenTelemetry calls while it records, such as a subscriber of its log, it returns `None`.
    #[must_use]
    pub fn value(&self, attributes: A::With<'_>) -> Option<<kind::Gauge as Synchronous<N>>::Wire> {
        self.slot.live().value(&attributes)
    }

    /// Starts a timer, which records the elapsed time when it is [stopped](TimerRef::stop) with its attributes: see [`Timer`].
    pub fn timer(&self) -> TimerRef<'_, U, A>
    where
        Duration: Measurement<N, U>,
    {
        self.start_timer(None)
    }

    /// Records how long a function takes, with these attributes, also if it panics.
    ///
    /// For attributes that depend on the result use [`try_time`](Self::try_time). A function that returns a future does not
    /// compile, because the future has not run when the function returns: use [`time_async`](Self::time_async).
    pub fn time<T>(&self, attributes: A::With<'_>, work: impl FnOnce() -> T) -> T
    where
        T: NoFuture,
        Duration: Measurement<N, U>,
    {
        let _timing = self.timing(attributes);
        work()
    }

    /// Records how long a function that can fail takes, with attributes made from its result, and returns the result.
    ///
    /// If it panics, there is no result: nothing is recorded, and the measurement counts as [dropped](Self::dropped). A
    /// [timer](Self::timer) can be given the [attributes](TimerRef::or) for that case.
    ///
    /// # Errors
    ///
    /// Those of the function.
    // The work is the first argument, so that the closure after it knows the type of the result.
    pub fn try_time<'s, T, E>(
        &self,
        work: impl FnOnce() -> Result<T, E>,
        attributes: impl FnOnce(&Result<T, E>) -> A::With<'s>,
    ) -> Result<T, E>
    where
        T: NoFuture,
        Duration: Measurement<N, U>,
    {
        let timer = self.timer();
        let result = work();
        timer.stop(attributes(&result));
        result
    }

    /// Records how long a future takes from its first poll to its end, with these attributes, also if it panics or is cancelled.
    ///
    /// For attributes that depend on the result use [`try_time_async`](Self::try_time_async).
    pub fn time_async<F: Future>(&self, attributes: A::With<'_>, work: F) -> impl Future<Output = F::Output>
    where
        Duration: Measurement<N, U>,
    {
        self.timing_of(attributes, work)
    }

    /// Records how long a future that can fail takes from its first poll to its end, with attributes made from its result, and
    /// returns the result.
    ///
    /// If it panics or is cancelled, there is no result: nothing is recorded, and the measurement counts as
    /// [dropped](Self::dropped). A [timer](Self::timer) can be given the [attributes](TimerRef::or) for that case.
    ///
    /// # Errors
    ///
    /// Those of the future.
    pub fn try_time_async<'s, T, E, F: Future<Output = Result<T, E>>>(
        &self,
        work: F,
        attributes: impl FnOnce(&Result<T, E>) -> A::With<'s>,
    ) -> impl Future<Output = Result<T, E>>
    where
        Duration: Measurement<N, U>,
    {
        timed(
            || self.timer(),
            work,
            |timer, result| {
                timer.stop(attributes(result));
            },
        )
    }
}
