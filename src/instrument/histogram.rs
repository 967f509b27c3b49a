//! The histogram's methods, in the order in which its page in the documentation shows them. Other kinds refuse these methods in
//! `refused`.
// Uses `attribute`, `declare`, `given`, `no_future`, `number`, `record`, `synchronous`, `timed`, `timer`, `unit`. Used
// by `cache`, `trace`.

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

/// A histogram, a distribution of values: durations, sizes.
///
/// `N` is its number, `U` its unit, `A` the attribute set of each measurement; without `A` it has none.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Millis, Seconds};
///
/// static LATENCY: Histogram<f64, Seconds> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("http.server.request.duration").global(Scope::new("shop"));
///
/// LATENCY.record(Millis(12.5)); // 0.0125 s
/// let answer = LATENCY.time(|| 6 * 7);
/// # assert_eq!(answer, 42);
/// ```
///
/// The bucket boundaries are the defaults of its unit, or those that [`boundaries`](crate::Metric::boundaries) declares.
pub type Histogram<N, U, A = ()> = Instrument<kind::Histogram, N, U, A>;

/// Histograms without attributes.
impl<N: Number, U: Unit> Instrument<kind::Histogram, N, U>
where
    kind::Histogram: Synchronous<N>,
{
    /// Records a value in the histogram.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// Negative values, NaN, infinities and integers over 2^63 - 1 are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn record<M: Measurement<N, U>>(&self, value: M) {
        record::<kind::Histogram, N, _>(self.slot.live(), (), value.measure());
    }

    /// Starts a timer, which records the elapsed time when it is stopped or dropped.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Seconds;
    ///
    /// static WORK: Histogram<f64, Seconds> =
    ///     Meter::histogram::<f64>().unit::<Seconds>().name("work.duration").global(Scope::new("shop"));
    ///
    /// let timer = WORK.timer();
    /// // .. work ..
    /// let took = timer.stop();
    /// ```
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

    /// Records a value in the histogram, or returns why it is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused. It is not counted as refused.
    #[inline]
    pub fn try_record<M: Measurement<N, U>>(&self, value: M) -> Result<(), MeasurementError> {
        try_record::<kind::Histogram, N, _>(self.slot.live(), &(), value.measure()?)
    }
}

/// Histograms with attributes: each call takes a set of them.
impl<N: Number, U: Unit, A: Attributes> Instrument<kind::Histogram, N, U, A>
where
    kind::Histogram: Synchronous<N>,
{
    /// Records a value in the histogram with these attributes.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// Negative values, NaN, infinities and integers over 2^63 - 1 are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn record<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>) {
        record::<kind::Histogram, N, _>(self.slot.live(), attributes, value.measure());
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
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Seconds;
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Parse<'a> {
    ///     source: &'a str,
    ///     ok: bool,
    /// }
    ///
    /// static PARSE: Histogram<f64, Seconds, Parse<'static>> = Meter::histogram::<f64>()
    ///     .unit::<Seconds>()
    ///     .name("parse.duration")
    ///     .attributes::<Parse>()
    ///     .global(Scope::new("shop"));
    ///
    /// let source = String::from("upload");
    /// let parsed = PARSE.try_time(|| "12".parse::<u64>(), |result| Parse { source: &source, ok: result.is_ok() });
    /// assert_eq!(parsed, Ok(12));
    /// ```
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

    /// Records how long a future that can fail takes from its first poll to its end, with attributes made from its
    /// result, and returns the result.
    ///
    /// If it panics or is cancelled, there is no result: nothing is recorded, and the measurement counts as
    /// [dropped](Self::dropped). A [timer](Self::timer) can be given the [attributes](TimerRef::or) for that case.
    ///
    /// ```
    /// # use meterstick::prelude::*;
    /// # use meterstick::unit::Seconds;
    /// # #[derive(Clone, Copy, Attributes)]
    /// # struct Parse {
    /// #     ok: bool,
    /// # }
    /// # static PARSE: Histogram<f64, Seconds, Parse> = Meter::histogram::<f64>()
    /// #     .unit::<Seconds>()
    /// #     .name("parse.duration")
    /// #     .attributes::<Parse>()
    /// #     .global(Scope::new("shop"));
    /// # async fn load() -> Result<u64, std::num::ParseIntError> {
    /// PARSE.try_time_async(async { "12".parse() }, |result| Parse { ok: result.is_ok() }).await
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// # assert_eq!(load().await, Ok(12));
    /// # });
    /// ```
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

    /// Records a value in the histogram with these attributes, or returns why it is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the value is refused. It is not counted as refused.
    #[inline]
    pub fn try_record<M: Measurement<N, U>>(&self, value: M, attributes: A::With<'_>) -> Result<(), MeasurementError> {
        try_record::<kind::Histogram, N, _>(self.slot.live(), &attributes, value.measure()?)
    }
}
