//! The counter's methods, in the order in which its page in the documentation shows them. Other kinds refuse these methods in
//! `refused`.
// Uses `attribute`, `declare`, `init`, `number`, `record`, `synchronous`, `unit`. Used by `cache`.

use super::init::assert_have_slots;
use super::synchronous::Instrument;
use crate::attribute::{Attributes, ClosedAttributes};
use crate::declare::kind;
use crate::number::{MeasurementError, Number};
use crate::record::{Synchronous, record, try_record};
use crate::unit::{BareNumbers, Measurement, Unit};

/// A counter, a sum that only goes up: requests served, bytes sent.
///
/// `N` is its number, `U` its unit, `A` the attribute set of each measurement; without `A` it has none.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, KiBytes};
///
/// const SHOP: Scope = Scope::new("shop");
/// static SENT: Counter<u64, Bytes> =
///     Meter::counter::<u64>().unit::<Bytes>().name("http.server.sent").global(SHOP);
///
/// SENT.add(KiBytes(4)); // 4096 By
/// ```
///
/// For a total that is kept elsewhere use an [`ObservableCounter`](crate::ObservableCounter), for a sum that also goes down an
/// [`UpDownCounter`](crate::UpDownCounter).
pub type Counter<N, U, A = ()> = Instrument<kind::Counter, N, U, A>;

/// Counters without attributes.
impl<N: Number, U: Unit> Instrument<kind::Counter, N, U>
where
    kind::Counter: Synchronous<N>,
{
    /// Adds to the counter's total.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// Negative increments, NaN, infinities and totals over 2^63 - 1 are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn add<M: Measurement<N, U>>(&self, increment: M) {
        record::<kind::Counter, N, _>(self.slot.live(), (), increment.measure());
    }

    /// Adds 1 to the counter's total, if the unit counts things.
    #[inline]
    pub fn inc(&self)
    where
        U: BareNumbers,
    {
        self.add(N::one());
    }

    /// Exports the sum at zero before anything is added, so that a rate sees the first event, and an alert can tell "nothing
    /// happened" from "nothing is exported".
    ///
    /// Other values do not change, whether they are added before or after. It applies to each meter provider: the current one,
    /// one that is set later, one that replaces another. Under delta temporality the zero is in the first collection only. A
    /// [bound](Self::bind) instrument exports the zero while it is kept; if it is dropped before there is a provider, it exports
    /// the zero once.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Panics = "{panic}" }
    ///
    /// static PANICS: Counter<u64, Panics> =
    ///     Meter::counter::<u64>().unit::<Panics>().name("panics").global(Scope::new("shop"));
    ///
    /// PANICS.init(); // exports `panics` at 0
    /// PANICS.inc(); // and then at 1
    /// ```
    pub fn init(&self) {
        self.slot.live().init(core::iter::once(()));
    }

    /// Adds to the counter's total, or returns why the increment is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the increment is refused. It is not counted as refused.
    #[inline]
    pub fn try_add<M: Measurement<N, U>>(&self, increment: M) -> Result<(), MeasurementError> {
        try_record::<kind::Counter, N, _>(self.slot.live(), &(), increment.measure()?)
    }

    /// Returns the counter's total in its unit; `None` if nothing was recorded.
    ///
    /// It includes everything that this thread recorded with the instrument, and everything that another thread recorded before
    /// it synchronized with this one. The total is the metric's: it includes what other instruments of this name on this meter
    /// had recorded at the last collection. It starts again at 0 when another meter provider is set. It needs no provider and
    /// no reader. Integers are read as `u64` or `i64`, floats as `f64`.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Bytes, KiBytes};
    ///
    /// static SENT: Counter<u64, Bytes> =
    ///     Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("shop"));
    ///
    /// assert_eq!(SENT.value(), None);
    /// SENT.add(KiBytes(4));
    /// assert_eq!(SENT.value(), Some(4096));
    /// ```
    ///
    /// It takes the instrument's lock and flushes pending values to the SDK: call it once a second, not once a request. In code
    /// that OpenTelemetry calls while it records, such as a subscriber of its log, it returns `None`.
    #[must_use]
    pub fn value(&self) -> Option<<kind::Counter as Synchronous<N>>::Wire> {
        self.slot.live().value(&())
    }
}

/// Counters with attributes: each call takes a set of them.
impl<N: Number, U: Unit, A: Attributes> Instrument<kind::Counter, N, U, A>
where
    kind::Counter: Synchronous<N>,
{
    /// Adds to the counter's total of these attributes.
    ///
    /// It takes a quantity in any unit of the dimension, a `Duration` if that is time, a bare number if the unit counts things.
    /// Negative increments, NaN, infinities and totals over 2^63 - 1 are refused, [counted](Self::refused), and reported once.
    #[inline]
    pub fn add<M: Measurement<N, U>>(&self, increment: M, attributes: A::With<'_>) {
        record::<kind::Counter, N, _>(self.slot.live(), attributes, increment.measure());
    }

    /// Adds 1 to the counter's total of these attributes, if the unit counts things.
    #[inline]
    pub fn inc(&self, attributes: A::With<'_>)
    where
        U: BareNumbers,
    {
        self.add(N::one(), attributes);
    }

    /// Exports the sum of each attribute set at zero before anything is added, so that a rate sees the first event, and an alert can
    /// tell "nothing happened" from "nothing is exported".
    ///
    /// The set has to be [closed](ClosedAttributes). For an open one, [bind](Self::bind) the instrument to the sets that are
    /// known and call `init` on those. Other values do not change, whether they are added before or after. It applies to each
    /// meter provider: the current one, one that is set later, one that replaces another. Under delta temporality the zeros are
    /// in the first collection only.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// #[derive(Clone, Copy, AttributeValue)]
    /// enum Outcome {
    ///     Done,
    ///     Failed,
    /// }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Ended {
    ///     outcome: Outcome,
    /// }
    ///
    /// static JOBS: Counter<u64, Jobs, Ended> =
    ///     Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<Ended>().global(Scope::new("worker"));
    ///
    /// JOBS.init(); // outcome=done 0, outcome=failed 0
    /// JOBS.inc(Ended { outcome: Outcome::Done }); // outcome=done 1
    /// # let _ = Outcome::Failed;
    /// ```
    ///
    /// More than 2,000 sets do not compile, because the SDK keeps no more by default.
    ///
    /// ```compile_fail
    /// # use meterstick::prelude::*;
    /// # meterstick::unit! { pub Requests = "{request}" }
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Flags { a: bool, b: bool, c: bool, d: bool, e: bool, f: bool, g: bool, h: bool, i: bool, j: bool, k: bool }
    ///
    /// static SEEN: Counter<u64, Requests, Flags> = Meter::counter::<u64>()
    ///     .unit::<Requests>()
    ///     .name("seen")
    ///     .cardinality_at_most::<2048>()
    ///     .attributes::<Flags>()
    ///     .global(Scope::new("shop"));
    ///
    /// SEEN.init();
    /// ```
    pub fn init(&self)
    where
        A: ClosedAttributes,
    {
        const { assert_have_slots(A::CARDINALITY) };
        self.slot.live().init(A::all());
    }

    /// Adds to the counter's total of these attributes, or returns why the increment is refused.
    ///
    /// # Errors
    ///
    /// [`MeasurementError`] if the increment is refused. It is not counted as refused.
    #[inline]
    pub fn try_add<M: Measurement<N, U>>(&self, increment: M, attributes: A::With<'_>) -> Result<(), MeasurementError> {
        try_record::<kind::Counter, N, _>(self.slot.live(), &attributes, increment.measure()?)
    }

    /// Returns the counter's total of these attributes in its unit; `None` if nothing was recorded.
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
    pub fn value(&self, attributes: A::With<'_>) -> Option<<kind::Counter as Synchronous<N>>::Wire> {
        self.slot.live().value(&attributes)
    }
}
