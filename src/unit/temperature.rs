//! Temperature.

use super::ladder::{DEGREES, KELVIN};

dimension! {
    /// Temperature, from its base unit, the kelvin. Two temperatures have no sum.
    Temperature, adds false;
    /// Kelvin.
    Kelvin "K" = 1 / 1, KELVIN;
    /// Degrees Celsius: 0 is 273.15 K.
    Celsius "Cel" = 1 / 1 + 27_315 / 100, DEGREES;
    /// Degrees Fahrenheit: 32 is 0 degrees Celsius, 212 is 100.
    Fahrenheit "[degF]" = 5 / 9 + 45_967 / 180, DEGREES;
}
