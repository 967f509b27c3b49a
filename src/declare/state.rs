//! `Meter`, `NeedsUnit`, `NeedsName`: the mandatory steps of a declaration. Each is a type that is named for the step that comes
//! next.
// Uses `intern`, `kind`, `number`, `refused`, `unit`. Used by `cache`, `catalog`, `instrument`, `spelled`, `trace`.

use core::marker::PhantomData;

use super::intern::intern;
use super::kind::{self, Kind, Measures};
use super::refused::{WithUnit, refuse, refuse_before_name};
use crate::number::{CounterNumber, GaugeNumber, HistogramNumber, Number, UpDownCounterNumber};
use crate::unit::{Code, CodeError, Unchecked, Unit};

/// The start of every declaration: the kind of instrument and its number type. The unit and the name follow.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, Celsius, Seconds};
///
/// const SHOP: Scope = Scope::new("shop");
///
/// static SENT: Counter<u64, Bytes> =
///     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(SHOP);
/// static LATENCY: Histogram<f64, Seconds> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration").global(SHOP);
/// static OUTSIDE: Gauge<f64, Celsius> =
///     Meter::gauge::<f64>().unit::<Celsius>().name("shop.temperature").global(SHOP);
///
/// SENT.add(Bytes(512));
/// ```
///
/// A sum that only goes up takes unsigned numbers or floats, a sum that also goes down takes signed numbers or floats. A unit
/// that does not add up, such as [`Celsius`](enum@crate::unit::Celsius), is for gauges and histograms.
///
/// It has no state. It is not OpenTelemetry's meter, on which an instrument is [built](super::Metric::build).
#[derive(Debug)]
pub enum Meter {}

// Written out, so that no message names a macro.
impl Meter {
    /// Declares a counter, a sum that only goes up (*Metrics API, Counter*). Its number is unsigned or a float.
    pub const fn counter<N: CounterNumber>() -> NeedsUnit<kind::Counter, N> {
        NeedsUnit(PhantomData)
    }

    /// Declares an up-down counter, a sum that goes up and down (*Metrics API, UpDownCounter*). Its number is signed or a float.
    pub const fn up_down_counter<N: UpDownCounterNumber>() -> NeedsUnit<kind::UpDownCounter, N> {
        NeedsUnit(PhantomData)
    }

    /// Declares a histogram, a distribution of values (*Metrics API, Histogram*). Its number is unsigned or a float.
    pub const fn histogram<N: HistogramNumber>() -> NeedsUnit<kind::Histogram, N> {
        NeedsUnit(PhantomData)
    }

    /// Declares a gauge, the current value of something (*Metrics API, Gauge*). It takes any number.
    pub const fn gauge<N: GaugeNumber>() -> NeedsUnit<kind::Gauge, N> {
        NeedsUnit(PhantomData)
    }

    /// Declares an observable counter: a callback observes the total of a sum that only goes up (*Metrics API, Asynchronous
    /// Counter*).
    pub const fn observable_counter<N: CounterNumber>() -> NeedsUnit<kind::ObservableCounter, N> {
        NeedsUnit(PhantomData)
    }

    /// Declares an observable up-down counter: a callback observes the total of a sum that goes up and down (*Metrics API,
    /// Asynchronous UpDownCounter*).
    pub const fn observable_up_down_counter<N: UpDownCounterNumber>() -> NeedsUnit<kind::ObservableUpDownCounter, N> {
        NeedsUnit(PhantomData)
    }

    /// Declares an observable gauge: a callback observes the current value of something (*Metrics API, Asynchronous Gauge*).
    pub const fn observable_gauge<N: GaugeNumber>() -> NeedsUnit<kind::ObservableGauge, N> {
        NeedsUnit(PhantomData)
    }
}

/// A declaration without a unit: call [`unit`](Self::unit) next.
#[must_use = "the declaration still needs its unit and its name"]
pub struct NeedsUnit<K, N>(PhantomData<fn() -> (K, N)>);

impl<K: Kind, N: Number> NeedsUnit<K, N> {
    /// Sets the unit of the instrument's numbers.
    #[rustfmt::skip] // The compiler shows the next line for `.unit("By")`, which no bound can answer.
    pub const fn unit<U: Unit>(self) -> NeedsName<K, N, U> // a unit is a type: `.unit::<Bytes>()`
    where
        K: Measures<U>,
    {
        NeedsName { unit: U::CODE, types: PhantomData }
    }

    /// Sets a unit that is known at run time only. The instrument takes bare numbers, and nothing checks their unit.
    ///
    /// The code is kept for the life of the program.
    ///
    /// # Errors
    ///
    /// [`CodeError`] if the code is not ASCII, too long or not in UCUM.
    pub fn try_unit(self, code: &str) -> Result<NeedsName<K, N, Unchecked>, CodeError> {
        Code::try_new(code).map(|code| NeedsName { unit: intern(code.as_str()), types: PhantomData })
    }
}

#[doc(hidden)]
impl<K, N> NeedsUnit<K, N> {
    pub const fn name<T>(self, name: T) -> Self
    where
        Self: Copy + WithUnit,
    {
        core::mem::forget(name);
        self
    }
}

/// A declaration without a name: call [`name`](Self::name) next.
#[must_use = "the declaration still needs its name"]
pub struct NeedsName<K, N, U> {
    unit: &'static str,
    types: PhantomData<fn() -> (K, N, U)>,
}

impl<K: Kind, N: Number, U: Unit> NeedsName<K, N, U> {
    /// The code of the unit.
    pub(crate) const fn code(&self) -> &'static str {
        self.unit
    }
}

refuse!(NeedsName<K, N, U>);
refuse_before_name!(NeedsUnit<K, N>);
refuse_before_name!(NeedsName<K, N, U>);

macro_rules! plain {
    ($($state:ident<$($parameter:ident),*>)*) => {$(
        impl<$($parameter),*> Clone for $state<$($parameter),*> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<$($parameter),*> Copy for $state<$($parameter),*> {}

        impl<$($parameter),*> core::fmt::Debug for $state<$($parameter),*> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(stringify!($state))
            }
        }
    )*};
}

plain!(NeedsUnit<K, N> NeedsName<K, N, U>);
