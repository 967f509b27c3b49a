//! Frequency.

use super::ladder::DECADES;

dimension! {
    /// Frequency. The base unit is the hertz. Two clocks' frequencies have no sum.
    Frequency, adds false;
    /// Hertz.
    Hertz "Hz" = 1 / 1, DECADES;
    /// Kilohertz.
    Kilohertz "kHz" = 1_000 / 1, DECADES;
    /// Megahertz.
    Megahertz "MHz" = 1_000_000 / 1, DECADES;
    /// Gigahertz.
    Gigahertz "GHz" = 1_000_000_000 / 1, DECADES;
}
