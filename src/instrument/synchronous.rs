//! `Instrument`: how it is made from a declaration, and the methods that all kinds have.
// Uses `attribute`, `build_on`, `declare`, `number`, `record`, `unit`. Used by `bind`, `counter`, `counterpart`,
// `declared`, `gauge`, `generic`, `histogram`, `refused`, `testing`, `timer`, `track`, `up_down_counter`.

use core::fmt;
use core::marker::PhantomData;
use core::panic::{RefUnwindSafe, UnwindSafe};

use super::build_on::{BuildOn, assert_apart};
use crate::attribute::Set;
use crate::declare::kind::Observed;
use crate::declare::{Descriptor, Metric, Scope};
use crate::number::Number;
use crate::record::{Slot, Synchronous};
use crate::unit::Unit;

/// A live instrument of the kind `K`, the number `N`, the unit `U` and the attributes `A`.
///
/// It is written as its alias: [`Counter`](crate::Counter), [`UpDownCounter`](crate::UpDownCounter),
/// [`Histogram`](crate::Histogram), [`Gauge`](crate::Gauge). A clone is the same instrument.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// static SENT: Counter<u64, Bytes> =
///     Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("shop"));
///
/// let same = SENT.clone();
/// same.add(Bytes(512));
/// assert_eq!(SENT.value(), Some(512));
/// assert_eq!(SENT.descriptor().unit, "By");
/// ```
///
/// An instrument in a `static` finds the global meter provider by itself. Until there is one, a sum keeps everything, a histogram
/// its first 4,096 values, a gauge its last value. Further values are dropped and [counted](Self::dropped).
pub struct Instrument<K: Synchronous<N>, N, U, A = ()> {
    pub(super) slot: Slot<K, N>,
    types: PhantomData<fn() -> (U, A)>,
}

// Its state is consistent wherever the user's code can panic, and poisoned locks are entered.
impl<K: Synchronous<N>, N, U, A> UnwindSafe for Instrument<K, N, U, A> {}
impl<K: Synchronous<N>, N, U, A> RefUnwindSafe for Instrument<K, N, U, A> {}

impl<K: Synchronous<N>, N, U, A> Instrument<K, N, U, A> {
    pub(super) const fn new(slot: Slot<K, N>) -> Self {
        Self { slot, types: PhantomData }
    }
}

// The kind is `X`: rustdoc orders the impls on an instrument's page by this name, and those of each kind come before it.
impl<X: Synchronous<N>, N: Number, U: Unit, A: Set> Instrument<X, N, U, A> {
    /// Returns the instrument's declaration as data: name, kind, unit, description, attributes.
    #[must_use]
    pub const fn descriptor(&self) -> &Descriptor {
        self.slot.descriptor()
    }

    /// What [`catalog!`](crate::catalog!) lists.
    #[doc(hidden)]
    #[must_use]
    pub const fn listed(&self) -> [Descriptor; 1] {
        [*self.descriptor()]
    }

    /// Returns the scope of a static instrument; `None` for an instrument that was built on a meter.
    #[must_use]
    pub const fn scope(&self) -> Option<&Scope> {
        self.slot.scope()
    }

    /// Returns the number of refused measurements: negative values of a counter or a histogram, NaN, infinities, and numbers that
    /// OTLP cannot carry. The first is reported in OpenTelemetry's internal log.
    ///
    /// A total can prove to be out of range only when pending values are flushed to the SDK. Then all increments of a sum since
    /// the last collection count as one.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.slot.live().refused()
    }

    /// Returns the number of dropped measurements: the buffer was full before there was a meter provider, the instrument was
    /// dropped before there was one, a [timer](crate::Timer) was dropped before it was given its outcome, or the provider panicked on
    /// the measurement; where that was a sum of several, they count as one. The first of each is reported in OpenTelemetry's internal log.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.slot.live().dropped()
    }

    /// Records with a set of another type that has the same attributes. Both are open.
    #[cfg(feature = "trace")]
    pub(crate) fn record_shown<M: crate::unit::Measurement<N, U>, S: Set>(&self, value: M, set: S) {
        crate::record::record::<X, N, S>(self.slot.live(), set, value.measure());
    }

    /// Counts a duration as dropped, because its outcome was not given.
    #[cfg(feature = "trace")]
    pub(crate) fn abandon(&self) {
        self.slot.live().abandon();
    }
}

#[cfg(feature = "proptest")]
impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Instrument<K, N, U, A> {
    /// Records or adds a number, by the kind.
    pub(crate) fn take(&self, attributes: A::Given<'_>, number: N) {
        crate::record::record::<K, N, _>(self.slot.live(), attributes, Ok(number));
    }
}

// No bound on `A`: a wrong set is reported where it is declared, and would be reported here a second time.
impl<K: Synchronous<N>, N: Number, U: Unit, A> Metric<Instrument<K, N, U, A>> {
    /// Makes a live instrument for a `static`, which finds the global meter provider by itself.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// static SENT: Counter<u64, Bytes> =
    ///     Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("shop"));
    ///
    /// SENT.add(Bytes(512));
    /// ```
    #[must_use = "make it a `static`: each call makes another instrument"]
    pub const fn global(self, scope: Scope) -> Instrument<K, N, U, A> {
        Instrument::new(Slot::global(self.in_scope(scope), scope))
    }

    /// Builds a live instrument on a meter.
    ///
    /// Build it once and keep it, because the SDK keeps each instrument as long as its provider.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    /// use opentelemetry::metrics::MeterProvider;
    /// use opentelemetry_sdk::metrics::SdkMeterProvider;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
    ///
    /// let provider = SdkMeterProvider::builder().build();
    /// let sent = SENT.build(&provider.meter("shop"));
    /// sent.add(Bytes(512));
    /// ```
    ///
    /// On a [group with attributes](crate::GroupOf) it has the group's attributes, too.
    #[must_use]
    pub fn build<M: BuildOn + ?Sized>(self, meter: &M) -> Instrument<K, N, U, A>
    where
        A: Set,
    {
        const { assert_apart::<M::Common, A>() };
        let slot = Slot::built(*self.descriptor(), meter.meter(), !M::Common::FIELDS.is_empty());
        let common = meter.common();
        Instrument::new(if common.is_empty() { slot } else { slot.with::<A>(&common, 0, 1) })
    }
}

#[doc(hidden)]
impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Metric<Instrument<K, N, U, A>> {
    pub fn observe<M: ?Sized, F>(self, _: &M, _: F)
    where
        K: Observed,
    {
    }
}

impl<K: Synchronous<N>, N: Number, U, A> Clone for Instrument<K, N, U, A> {
    fn clone(&self) -> Self {
        Self::new(self.slot.clone())
    }
}

impl<K: Synchronous<N>, N: Number, U, A> fmt::Debug for Instrument<K, N, U, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(&format!("{:?}", K::KIND)).field(self.slot.descriptor()).finish()
    }
}
