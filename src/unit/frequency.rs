//! The units of frequency.
// Uses `ladder`. No other module uses it.

use super::ladder::DECADES;

dimension! {
    /// Frequency, with the hertz as base unit. Frequencies do not add up.
    Frequency, adds false;
    /// Hertz, the base unit of frequency (`Hz`).
    Hertz "Hz" = 1 / 1, DECADES;
    /// Kilohertz, 1,000 hertz (`kHz`).
    Kilohertz "kHz" = 1_000 / 1, DECADES;
    /// Megahertz, a million hertz (`MHz`).
    Megahertz "MHz" = 1_000_000 / 1, DECADES;
    /// Gigahertz, a billion hertz (`GHz`).
    Gigahertz "GHz" = 1_000_000_000 / 1, DECADES;
}
