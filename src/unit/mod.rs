//! Units: each is a type, and the constructor of its quantities.
//!
//! `Millis` is the unit that an instrument is declared in, `Millis(5)` is five of them. Codes are those of
//! [UCUM](https://ucum.org), which OpenTelemetry asks for (*Semantic conventions, instrument units*); each is checked
//! against UCUM's grammar in const evaluation.
//!
//! | dimension | units | adds up |
//! | --- | --- | --- |
//! | [`Time`] | [`Nanos`](enum@Nanos) [`Micros`](enum@Micros) [`Millis`](enum@Millis) [`Seconds`](enum@Seconds) [`Minutes`](enum@Minutes) [`Hours`](enum@Hours) [`Days`](enum@Days) | yes |
//! | [`Information`] | [`Bits`](enum@Bits) [`Bytes`](enum@Bytes) [`KBytes`](enum@KBytes) [`MBytes`](enum@MBytes) [`GBytes`](enum@GBytes) [`TBytes`](enum@TBytes) [`KiBytes`](enum@KiBytes) [`MiBytes`](enum@MiBytes) [`GiBytes`](enum@GiBytes) [`TiBytes`](enum@TiBytes) | yes |
//! | [`Proportion`] | [`One`](enum@One) (also a plain count), [`Percent`](enum@Percent) | [`One`](enum@One) only |
//! | [`Temperature`] | [`Kelvin`](enum@Kelvin) [`Celsius`](enum@Celsius) [`Fahrenheit`](enum@Fahrenheit) | no |
//! | [`Frequency`] | [`Hertz`](enum@Hertz) [`Kilohertz`](enum@Kilohertz) [`Megahertz`](enum@Megahertz) [`Gigahertz`](enum@Gigahertz) | no |
//! | [`Length`] | [`Millimeters`](enum@Millimeters) [`Meters`](enum@Meters) [`Kilometers`](enum@Kilometers) | yes |
//! | [`Mass`] | [`Grams`](enum@Grams) [`Kilograms`](enum@Kilograms) | yes |
//! | [`Energy`] | [`Joules`](enum@Joules) [`KilowattHours`](enum@KilowattHours) | yes |
//! | [`Power`] | [`Watts`](enum@Watts) [`Kilowatts`](enum@Kilowatts) | yes |
//! | [`Voltage`] | [`Volts`](enum@Volts) | no |
//! | [`Current`] | [`Amperes`](enum@Amperes) | yes |
//! | a rate | [`Per<N, D>`](Per): `Per<Bytes, Seconds>` is `By/s` | as `N` does |
//! | a temperature's difference | [`Difference<U>`](Difference) | yes |
//! | custom | by [`unit!`](crate::unit!): `{request}`, a part or a multiple of another unit | by default |
//! | none | [`NoUnit`](enum@NoUnit) | yes |
// Uses `message`, `number`. Used by `attribute`, `cache`, `catalog`, `declare`, `instrument`, `record`, `testing`,
// `trace`.

mod code;
mod convert;
mod count;
#[macro_use]
mod define;
mod duration;
mod electricity;
mod energy;
mod frequency;
mod hints;
mod information;
mod ladder;
mod measurement;
#[doc(hidden)]
pub mod origin;
mod per;
mod proportion;
mod quantity;
mod space;
mod temperature;
mod time;
mod ucum;

pub use code::{Code, CodeError};
pub use convert::{ConvertsTo, Scale};
pub use count::{BareNumbers, NoUnit, Unchecked};
pub use duration::DurationError;
pub use electricity::{Amperes, Current, Voltage, Volts};
pub use energy::{Energy, Joules, KilowattHours, Kilowatts, Power, Watts};
pub use frequency::{Frequency, Gigahertz, Hertz, Kilohertz, Megahertz};
pub use information::{Bits, Bytes, GBytes, GiBytes, Information, KBytes, KiBytes, MBytes, MiBytes, TBytes, TiBytes};
pub use measurement::Measurement;
pub use per::Per;
pub use proportion::{One, Percent, Proportion};
pub use quantity::Quantity;
pub use space::{Grams, Kilograms, Kilometers, Length, Mass, Meters, Millimeters};
pub use temperature::{Celsius, Difference, Fahrenheit, Kelvin, Temperature};
pub use time::{Days, Hours, Micros, Millis, Minutes, Nanos, Seconds, Time};

pub use crate::number::{Carries, Ratio, WidensFrom};

#[doc(hidden)]
pub use {
    code::Joined,
    convert::{Is, Known},
    count::{adds_up, bare_numbers, boundaries_of, is_count},
    ladder::{COUNTS, ScaledBoundaries},
};

/// A unit of measurement, as a type without values.
///
/// [`unit!`](crate::unit!) declares custom ones; the trait is not implemented by hand. Generic code is bound by it:
///
/// ```
/// use meterstick::unit::{Bytes, Unit};
///
/// fn code<U: Unit>() -> &'static str {
///     U::CODE
/// }
///
/// assert_eq!(code::<Bytes>(), "By");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a unit",
    note = "use one of `meterstick::unit`, or declare a custom one: `meterstick::unit! {{ pub Requests = \"{{request}}\" }}`"
)]
pub trait Unit: Send + Sync + 'static {
    /// The dimension of the unit. A unit converts only to units of the same dimension.
    type Dimension: 'static;
    /// The UCUM code of the unit, as it is exported.
    const CODE: &'static str;
    /// The size of the unit in the dimension's base unit; for a temperature its zero, too.
    const SCALE: Scale;
    /// Whether the unit counts things and so takes bare numbers.
    #[doc(hidden)]
    type Counts;
    /// Whether amounts in the unit add up.
    #[doc(hidden)]
    type Adds: Known;
    /// The unit of the difference of two amounts: the unit itself, except for temperatures.
    type Difference: Unit;
    /// Whether the unit is built in, custom or a rate, which decides how it converts.
    #[doc(hidden)]
    type Origin;
    /// The default bucket boundaries of a histogram in this unit.
    const BOUNDARIES: &'static [f64];
}

/// A unit whose amounts add up, such as a time, a size, a count or an energy. Counters and up-down counters need one.
#[diagnostic::on_unimplemented(
    message = "a sum needs a unit that adds up, and `{Self}` does not",
    note = "use a `gauge` or a `histogram`; if these amounts do add up, like the capacity of CPUs, declare a unit for them: `meterstick::unit! {{ pub CpuMegahertz = meterstick::unit::Megahertz, adds up }}`"
)]
pub trait AddsUp: Unit {}

#[diagnostic::do_not_recommend]
impl<U: Unit<Adds = Is<true>>> AddsUp for U {}
