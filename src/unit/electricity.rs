//! The units of voltage and current.
// Uses `ladder`. No other module uses it.

use super::ladder::DECADES;

dimension! {
    /// Voltage, in volts. Voltages do not add up.
    Voltage, adds false;
    /// Volts, the unit of voltage (`V`).
    Volts "V" = 1 / 1, DECADES;
}

dimension! {
    /// Electric current, in amperes. Currents add up.
    Current, adds true;
    /// Amperes, the unit of electric current (`A`).
    Amperes "A" = 1 / 1, DECADES;
}
