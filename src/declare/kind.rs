//! The kinds of instruments, as types without values, and the traits that say what each kind can do.
// Uses `unit`. Used by `catalog`, `descriptor`, `instrument`, `metric`, `record`, `spelled`, `state`, `testing`.

use crate::unit::{AddsUp, Unit};

/// The kind of an instrument, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum InstrumentKind {
    /// The kind of counters: [`Counter`].
    Counter,
    /// The kind of up-down counters: [`UpDownCounter`].
    UpDownCounter,
    /// The kind of histograms: [`Histogram`].
    Histogram,
    /// The kind of gauges: [`Gauge`].
    Gauge,
    /// The kind of observable counters: [`ObservableCounter`].
    ObservableCounter,
    /// The kind of observable up-down counters: [`ObservableUpDownCounter`].
    ObservableUpDownCounter,
    /// The kind of observable gauges: [`ObservableGauge`].
    ObservableGauge,
}

impl InstrumentKind {
    /// Whether the kind is a sum.
    #[cfg(feature = "catalog")]
    pub(crate) const fn is_sum(self) -> bool {
        matches!(self, Self::Counter | Self::UpDownCounter | Self::ObservableCounter | Self::ObservableUpDownCounter)
    }

    /// The kind of the exported points: OTLP does not distinguish observable instruments from synchronous ones.
    #[cfg(feature = "testing")]
    pub(crate) const fn synchronous(self) -> Self {
        match self {
            Self::ObservableCounter => Self::Counter,
            Self::ObservableUpDownCounter => Self::UpDownCounter,
            Self::ObservableGauge => Self::Gauge,
            called => called,
        }
    }
}

impl core::fmt::Display for InstrumentKind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(match self {
            Self::Counter => "counter",
            Self::UpDownCounter => "up-down counter",
            Self::Histogram => "histogram",
            Self::Gauge => "gauge",
            Self::ObservableCounter => "observable counter",
            Self::ObservableUpDownCounter => "observable up-down counter",
            Self::ObservableGauge => "observable gauge",
        })
    }
}

mod sealed {
    #[diagnostic::on_unimplemented(
        message = "an instrument is of one of OpenTelemetry's seven kinds, and `{Self}` is none of them",
        label = "not a kind of instrument",
        note = "use one of `meterstick::kind`: `Counter`, `UpDownCounter`, `Histogram`, `Gauge`, `ObservableCounter`, `ObservableUpDownCounter` or `ObservableGauge`"
    )]
    pub trait Sealed {}
}

/// A kind of instrument, one of OpenTelemetry's seven. The trait is sealed.
pub trait Kind: sealed::Sealed + 'static {
    /// The kind of the instrument, as data.
    const KIND: InstrumentKind;
}

/// A kind that adds increments to a sum.
#[diagnostic::on_unimplemented(
    message = "only a counter or an up-down counter adds increments, and this is a `{Self}`",
    label = "does not add",
    note = "a gauge or a histogram records values: `.record(value)`; an observable one observes its total or value: `o.observe(total)`"
)]
pub trait Adds: Kind {}

/// A kind that records values.
#[diagnostic::on_unimplemented(
    message = "only a histogram or a gauge records values, and this is a `{Self}`",
    label = "does not record",
    note = "a counter or an up-down counter adds increments: `.add(increment)`; an observable one observes its total or value: `o.observe(total)`"
)]
pub trait Records: Kind {}

/// A kind that can subtract what was added.
#[diagnostic::on_unimplemented(
    message = "only an up-down counter subtracts what it added, and this is a `{Self}`",
    label = "never goes down",
    note = "declare it with `Meter::up_down_counter`"
)]
pub trait Subtracts: Adds {}

/// A kind that sorts values into buckets.
#[diagnostic::on_unimplemented(
    message = "only a histogram has buckets, and this is a `{Self}`",
    label = "has no buckets",
    note = "a distribution of values is declared with `Meter::histogram`"
)]
pub trait HasBuckets: Kind {}

/// A kind whose points have one number.
#[diagnostic::on_unimplemented(
    message = "a histogram has a distribution, not a value",
    label = "has no value",
    note = "a test reads it with `meter.distribution(&instrument, attributes)`; a program that needs the count or the sum declares a counter beside it"
)]
pub trait HasValue: Kind {}

/// A kind whose points start at zero.
#[diagnostic::on_unimplemented(
    message = "only a sum starts at zero: a counter or an up-down counter, and this is a `{Self}`",
    label = "has no value before its first measurement",
    note = "a gauge without a value has nothing to export, and a histogram no minimum and maximum; declare a counter beside it, `Meter::counter`, and call its `init`"
)]
pub trait StartsAtZero: Adds {}

/// A kind that a callback observes, once per collection.
#[diagnostic::on_unimplemented(
    message = "only an observable instrument has a callback, and this is a `{Self}`",
    label = "is not observed",
    note = "declare it with `Meter::observable_counter`, `observable_up_down_counter` or `observable_gauge`"
)]
pub trait Observed: Kind {}

/// A synchronous kind, which is recorded where something happens.
#[diagnostic::on_unimplemented(
    message = "an observable instrument is not built: its callback is registered, and this is an `{Self}`",
    label = "only observes",
    note = "register its callback on a meter: `.observe(&meter, |o| o.observe(..))`"
)]
pub trait IsSynchronous: Kind {}

/// A kind with an observable counterpart, for a total or a value that is kept elsewhere.
#[diagnostic::on_unimplemented(
    message = "only a counter, an up-down counter or a gauge has an observable counterpart, and this is a `{Self}`",
    label = "cannot be observed",
    note = "record each value where it occurs: `.record(value)`; for a total or a value that is kept elsewhere, declare a counter or a gauge"
)]
pub trait HasObservable: IsSynchronous {
    /// The observable kind of the same metric.
    type Observable: HasSynchronous<Synchronous = Self>;
}

/// An observable kind with a synchronous counterpart.
pub trait HasSynchronous: Observed {
    /// The synchronous kind of the same metric.
    type Synchronous: HasObservable<Observable = Self>;
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident: $($rule:ident)*;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind {}

        impl sealed::Sealed for $kind {}

        impl Kind for $kind {
            const KIND: InstrumentKind = InstrumentKind::$kind;
        }

        $(
            #[diagnostic::do_not_recommend]
            impl $rule for $kind {}
        )*
    )*};
}

kinds! {
    /// A sum that only goes up.
    Counter: IsSynchronous Adds StartsAtZero HasValue;
    /// A sum that goes up and down.
    UpDownCounter: IsSynchronous Adds StartsAtZero Subtracts HasValue;
    /// A distribution of values.
    Histogram: IsSynchronous Records HasBuckets;
    /// The current value of something.
    Gauge: IsSynchronous Records HasValue;
    /// A sum that only goes up and is kept elsewhere: a callback observes its total.
    ObservableCounter: Observed HasValue;
    /// A sum that goes up and down and is kept elsewhere: a callback observes its total.
    ObservableUpDownCounter: Observed HasValue;
    /// The current value of something, which a callback observes.
    ObservableGauge: Observed HasValue;
}

macro_rules! counterparts {
    ($($synchronous:ident $observable:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl HasObservable for $synchronous {
            type Observable = $observable;
        }

        #[diagnostic::do_not_recommend]
        impl HasSynchronous for $observable {
            type Synchronous = $synchronous;
        }
    )*};
}

counterparts! {
    Counter ObservableCounter;
    UpDownCounter ObservableUpDownCounter;
    Gauge ObservableGauge;
}

/// A kind that an instrument in the unit `U` can have: a sum needs a unit that adds up.
#[diagnostic::on_unimplemented(
    message = "a sum needs a unit that adds up, and `{U}` does not",
    label = "this unit does not add up",
    note = "use a `gauge` or a `histogram`; if these amounts do add up, like the capacity of CPUs, declare a unit for them: `meterstick::unit! {{ pub CpuMegahertz = meterstick::unit::Megahertz, adds up }}`"
)]
pub trait Measures<U>: Kind {}

macro_rules! measures {
    ($($rule:ident: $($kind:ident)*;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl<U: $rule> Measures<U> for $kind {}
    )*)*};
}

// The units that each kind takes.
measures! {
    AddsUp: Counter UpDownCounter ObservableCounter ObservableUpDownCounter;
    Unit: Histogram Gauge ObservableGauge;
}
