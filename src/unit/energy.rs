//! Energy and power.

use super::ladder::DECADES;

dimension! {
    /// Energy. The base unit is the joule.
    Energy, adds true;
    /// Joules.
    Joules "J" = 1 / 1, DECADES;
    /// Kilowatt-hours.
    KilowattHours "kW.h" = 3_600_000 / 1, DECADES;
}

dimension! {
    /// Power. The base unit is the watt. What several devices draw adds up.
    Power, adds true;
    /// Watts.
    Watts "W" = 1 / 1, DECADES;
    /// Kilowatts.
    Kilowatts "kW" = 1_000 / 1, DECADES;
}
