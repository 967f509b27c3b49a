//! The units of temperature, and of differences between temperatures.
// Uses `convert`, `ladder`, `origin`, `unit`. Used by `define`.

use core::fmt;
use core::marker::PhantomData;

use super::convert::{Is, Scale};
use super::ladder::{self, DEGREES, KELVIN};
use super::{Unit, origin};

dimension! {
    /// Temperature, with the kelvin as base unit. Temperatures do not add up; two of them have a [`Difference`].
    Temperature, adds false;
    /// Kelvins, the base unit of temperature (`K`).
    Kelvin "K" = 1 / 1 + 0 / 1, KELVIN;
    /// Degrees Celsius, whose 0 is 273.15 K (`Cel`).
    Celsius "Cel" = 1 / 1 + 27_315 / 100, DEGREES;
    /// Degrees Fahrenheit, whose 32 is 0 degrees Celsius and whose 212 is 100 (`[degF]`).
    Fahrenheit "[degF]" = 5 / 9 + 45_967 / 180, DEGREES;
}

/// The unit of the difference of two temperatures: `Celsius(21.5) - Celsius(19.0)` is 2.5 K.
///
/// A difference is not a temperature: a difference of 2.5 degrees Celsius is 2.5 K, a temperature of 2.5 degrees Celsius is
/// 275.65 K. Differences add up, and can be added to a temperature or subtracted from it. The code is `K`, or `[degR]` for
/// degrees Fahrenheit.
///
/// ```
/// use meterstick::unit::{Celsius, Difference, Kelvin};
///
/// let warmer = Celsius(21.5) - Celsius(19.0);
/// assert_eq!(warmer.to_string(), "2.5 K");
/// assert_eq!(Celsius(19.0) + warmer, Celsius(21.5));
/// assert_eq!(warmer.to::<Difference<Kelvin>>().value(), 2.5);
/// ```
pub struct Difference<U>(PhantomData<fn() -> U>);

impl<U> fmt::Debug for Difference<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Difference")
    }
}

#[diagnostic::do_not_recommend]
impl<U: Unit<Dimension = Temperature>> Unit for Difference<U> {
    type Dimension = Difference<Temperature>;
    const CODE: &'static str = if U::SCALE.num == U::SCALE.den { "K" } else { "[degR]" };
    const SCALE: Scale = Scale { offset: 0, part: 1, ..U::SCALE };
    type Counts = Is<false>;
    type Adds = Is<true>;
    type Difference = Self;
    type Origin = origin::Custom;
    const BOUNDARIES: &'static [f64] = ladder::DECADES;
}
