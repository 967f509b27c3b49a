//! The units of energy and power.
// Uses `ladder`. No other module uses it.

use super::ladder::DECADES;

dimension! {
    /// Energy, with the joule as base unit.
    Energy, adds true;
    /// Joules, the base unit of energy (`J`).
    Joules "J" = 1 / 1, DECADES;
    /// Kilowatt-hours, a unit of energy (`kW.h`).
    KilowattHours "kW.h" = 3_600_000 / 1, DECADES;
}

dimension! {
    /// Power, with the watt as base unit. The power of several devices adds up.
    Power, adds true;
    /// Watts, the base unit of power (`W`).
    Watts "W" = 1 / 1, DECADES;
    /// Kilowatts, 1,000 watts (`kW`).
    Kilowatts "kW" = 1_000 / 1, DECADES;
}
