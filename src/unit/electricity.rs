//! Voltage and current.

use super::ladder::DECADES;

dimension! {
    /// Voltage. The voltages of two devices have no sum.
    Voltage, adds false;
    /// Volts.
    Volts "V" = 1 / 1, DECADES;
}

dimension! {
    /// Current. What several devices draw adds up.
    Current, adds true;
    /// Amperes.
    Amperes "A" = 1 / 1, DECADES;
}
