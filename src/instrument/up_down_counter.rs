//! The up-down counter's methods, in the order in which its page in the documentation shows them. Other kinds refuse these
//! methods in `refused`.
// Uses `attribute`, `declare`, `init`, `number`, `record`, `synchronous`, `track`, `unit`. Used by `cache`.

use super::init::assert_have_slots;
use super::synchronous::Instrument;
use super::track::TrackedRef;
use crate::attribute::{Attributes, ClosedAttributes};
use crate::declare::kind;
use crate::number::{MeasurementError, Number};
use crate::record::{Synchronous, record, try_record};
use crate::unit::{BareNumbers, Measurement, Unit};

/// An up-down counter, a sum that goes up and down: requests in flight, bytes in a queue.
///
/// `N` is its number, `U` its unit, `A` the attribute set of each measurement; without `A` it has none.
///
/// ```
/// use meterstick::prelude::*;
///
/// meterstick::unit! { pub Requests = "{request}" }
///
/// static IN_FLIGHT: UpDownCounter<i64, Requests> =
///     Meter::up_down_counter::<i64>().unit::<Requests>().name("in_flight").global(Scope::new("shop"));
///
/// let guard = IN_FLIGHT.track(); // adds 1
/// drop(guard); // subtracts it
/// ```
///
/// For a value that is set, and whose sum over attributes means nothing, use a [`Gauge`](crate::Gauge).
pub type UpDownCounter<N, U, A = ()> = Instrument<kind::UpDownCounter, N, U, A>;

/// Up-down counters without attributes.
impl<N: Number, U: Unit> Instrument<kind::UpDownCounter, N, U>
where
    kind::UpDownCounter: Synchronous<N>,
{
    /// Adds to the up-down counter's total; a negative increment subtracts.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// NaN, infinities and totals outside the range of `i64` are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn add<M: Measurement<N, U>>(&self, increment: M) {
        record::<kind::UpDownCounter, N, _>(self.slot.live(), (), increment.measure());
    }

    /// Adds 1 to the up-down counter's total, if the unit counts things.
    #[inline]
    pub fn inc(&self)
    where
        U: BareNumbers,
    {
        self.add(N::one());
    }

    /// Adds 1 now, and subtracts it when the guard is dropped, if the unit counts things: requests in flight, open connections.
    pub fn track(&self) -> TrackedRef<'_, U>
    where
        U: BareNumbers,
    {
        self.track_amount(N::one())
    }

    /// Adds an amount now, and subtracts it when the guard is dropped: bytes in a queue.
    ///
    /// The least integer of a type has no opposite and is refused.
    pub fn track_amount<M: Measurement<N, U>>(&self, amount: M) -> TrackedRef<'_, U> {
        self.track_number(amount.measure())
    }

    /// Exports the sum at zero before anything is added, so that a rate sees the first event, and an alert can tell "nothing
    /// happened" from "nothing is exported".
    ///
    /// Other values do not change, whether they are added before or after. It applies to each meter provider: the current one,
    /// one that is set later, one that replaces another. Under delta temporality the zero is in the first collection only. A
    /// [bound](Self::bind) instrument exports the zero while it is kept; if it is dropped before there is a provider, it exports
    /// the zero once.
    pub fn init(&self) {
        self.slot.live().init(core::iter::once(()));
    }

    /// Adds to the up-down counter's total, or returns why the increment is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the increment is refused. It is not counted as refused.
    #[inline]
    pub fn try_add<M: Measurement<N, U>>(&self, increment: M) -> Result<(), MeasurementError> {
        try_record::<kind::UpDownCounter, N, _>(self.slot.live(), &(), increment.measure()?)
    }

    /// Returns the up-down counter's total in its unit; `None` if nothing was recorded.
    ///
    /// It includes everything that this thread recorded with the instrument, and everything that another thread recorded before
    /// it synchronized with this one. The total is the metric's: it includes what other instruments of this name on this meter
    /// had recorded at the last collection. It starts again at 0 when another meter provider is set. It needs no provider and
    /// no reader. Integers are read as `u64` or `i64`, floats as `f64`.
    ///
    /// It takes the instrument's lock and flushes pending values to the SDK: call it once a second, not once a request. In code
    /// that OpenTelemetry calls while it records, such as a subscriber of its log, it returns `None`.
    #[must_use]
    pub fn value(&self) -> Option<<kind::UpDownCounter as Synchronous<N>>::Wire> {
        self.slot.live().value(&())
    }
}

/// Up-down counters with attributes: each call takes a set of them.
impl<N: Number, U: Unit, A: Attributes> Instrument<kind::UpDownCounter, N, U, A>
where
    kind::UpDownCounter: Synchronous<N>,
{
    /// Adds to the up-down counter's total of these attributes; a negative increment subtracts.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// NaN, infinities and totals outside the range of `i64` are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn add<M: Measurement<N, U>>(&self, increment: M, attributes: A::With<'_>) {
        record::<kind::UpDownCounter, N, _>(self.slot.live(), attributes, increment.measure());
    }

    /// Adds 1 to the up-down counter's total of these attributes, if the unit counts things.
    #[inline]
    pub fn inc(&self, attributes: A::With<'_>)
    where
        U: BareNumbers,
    {
        self.add(N::one(), attributes);
    }

    /// Adds 1 now, and subtracts it with the same attributes when the guard is dropped, if the unit counts things.
    pub fn track<'a>(&'a self, attributes: A::With<'a>) -> TrackedRef<'a, U, A>
    where
        U: BareNumbers,
    {
        self.track_amount(N::one(), attributes)
    }

    /// Adds an amount now, and subtracts it with the same attributes when the guard is dropped.
    ///
    /// The least integer of a type has no opposite and is refused.
    pub fn track_amount<'a, M: Measurement<N, U>>(
        &'a self,
        amount: M,
        attributes: A::With<'a>,
    ) -> TrackedRef<'a, U, A> {
        TrackedRef::new::<kind::UpDownCounter, N>(self.slot.live(), attributes, amount.measure())
    }

    /// Exports the sum of each attribute set at zero before anything is added, so that a rate sees the first event, and an alert can
    /// tell "nothing happened" from "nothing is exported".
    ///
    /// The set has to be [closed](ClosedAttributes). For an open one, [bind](Self::bind) the instrument to the sets that are
    /// known and call `init` on those. Other values do not change, whether they are added before or after. It applies to each
    /// meter provider: the current one, one that is set later, one that replaces another. Under delta temporality the zeros are
    /// in the first collection only.
    pub fn init(&self)
    where
        A: ClosedAttributes,
    {
        const { assert_have_slots(A::CARDINALITY) };
        self.slot.live().init(A::all());
    }

    /// Adds to the up-down counter's total of these attributes, or returns why the increment is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the increment is refused. It is not counted as refused.
    #[inline]
    pub fn try_add<M: Measurement<N, U>>(&self, increment: M, attributes: A::With<'_>) -> Result<(), MeasurementError> {
        try_record::<kind::UpDownCounter, N, _>(self.slot.live(), &attributes, increment.measure()?)
    }

    /// Returns the up-down counter's total of these attributes in its unit; `None` if nothing was recorded.
    ///
    /// It includes everything that this thread recorded with the instrument, and everything that another thread recorded before
    /// it synchronized with this one. The total is the metric's: it includes what other instruments of this name on this meter
    /// had recorded at the last collection. It starts again at 0 when another meter provider is set. It needs no provider and
    /// no reader. Integers are read as `u64` or `i64`, floats as `f64`. It is `None` for sets that were recorded in the
    /// overflow set, and for sets after the first 10,000 of an open set.
    ///
    /// It takes the instrument's lock and flushes pending values to the SDK: call it once a second, not once a request. In code
    /// that OpenTelemetry calls while it records, such as a subscriber of its log, it returns `None`.
    #[must_use]
    pub fn value(&self, attributes: A::With<'_>) -> Option<<kind::UpDownCounter as Synchronous<N>>::Wire> {
        self.slot.live().value(&attributes)
    }
}
