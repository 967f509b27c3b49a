//! The live instrument.

use core::fmt;
use core::marker::PhantomData;

use opentelemetry::metrics::Meter;

use crate::attribute::Set;
use crate::declare::{Descriptor, Metric, Scope};
use crate::number::Number;
use crate::record::{Slot, Synchronous};
use crate::unit::Unit;

/// A live instrument: `K` is its kind, `N` its number, `U` its unit and `A` its attributes.
///
/// It is written by its alias: [`Counter`](crate::Counter), [`UpDownCounter`](crate::UpDownCounter),
/// [`Histogram`](crate::Histogram), [`Gauge`](crate::Gauge). A clone is the same instrument.
///
/// One in a `static` binds itself to the global meter provider when there is one. Before that a sum keeps all that it is
/// given, a histogram the last 64 values of each thread, a gauge its last value.
pub struct Instrument<K: Synchronous<N>, N, U, A = ()> {
    pub(super) slot: Slot<K, N>,
    types: PhantomData<fn() -> (U, A)>,
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Instrument<K, N, U, A> {
    /// What was declared.
    #[must_use]
    pub const fn descriptor(&self) -> &Descriptor {
        self.slot.descriptor()
    }

    /// How many measurements it refused: negative ones where there are none, NaN and infinities, what OTLP cannot carry.
    /// The first is reported in OpenTelemetry's internal log.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.slot.core().refused()
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Metric<Instrument<K, N, U, A>> {
    /// A live instrument for a `static`, which binds itself to the global meter provider when there is one.
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
    #[must_use = "make it a `static`: each call gives an instrument of its own"]
    pub const fn global(self, scope: Scope) -> Instrument<K, N, U, A> {
        Instrument { slot: Slot::global(*self.descriptor(), scope), types: PhantomData }
    }

    /// A live instrument of a meter.
    ///
    /// Build it once and keep it, as the SDK keeps each instrument for as long as its provider lives.
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
    #[must_use]
    pub fn build(self, meter: &Meter) -> Instrument<K, N, U, A> {
        Instrument { slot: Slot::built(*self.descriptor(), meter), types: PhantomData }
    }
}

impl<K: Synchronous<N>, N: Number, U, A> Clone for Instrument<K, N, U, A> {
    fn clone(&self) -> Self {
        Self { slot: self.slot.clone(), types: PhantomData }
    }
}

impl<K: Synchronous<N>, N: Number, U, A> fmt::Debug for Instrument<K, N, U, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Instrument").field(self.slot.descriptor()).finish()
    }
}
