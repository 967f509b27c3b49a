//! The units of length and mass.
// Uses `ladder`. No other module uses it.

use super::ladder::DECADES;

dimension! {
    /// Length, with the meter as base unit.
    Length, adds true;
    /// Millimeters, thousandths of a meter (`mm`).
    Millimeters "mm" = 1 / 1_000, DECADES;
    /// Meters, the base unit of length (`m`).
    Meters "m" = 1 / 1, DECADES;
    /// Kilometers, 1,000 meters (`km`).
    Kilometers "km" = 1_000 / 1, DECADES;
}

dimension! {
    /// Mass, with the gram as base unit.
    Mass, adds true;
    /// Grams, the base unit of mass (`g`).
    Grams "g" = 1 / 1, DECADES;
    /// Kilograms, 1,000 grams (`kg`).
    Kilograms "kg" = 1_000 / 1, DECADES;
}
