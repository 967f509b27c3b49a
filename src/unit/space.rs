//! Length and mass.

use super::ladder::DECADES;

dimension! {
    /// Length. The base unit is the meter.
    Length, adds true;
    /// Millimeters.
    Millimeters "mm" = 1 / 1_000, DECADES;
    /// Meters.
    Meters "m" = 1 / 1, DECADES;
    /// Kilometers.
    Kilometers "km" = 1_000 / 1, DECADES;
}

dimension! {
    /// Mass. The base unit is the gram.
    Mass, adds true;
    /// Grams.
    Grams "g" = 1 / 1, DECADES;
    /// Kilograms.
    Kilograms "kg" = 1_000 / 1, DECADES;
}
