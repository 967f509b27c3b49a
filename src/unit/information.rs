//! The units of information.
// Uses `ladder`. No other module uses it.

use super::ladder::{LARGE_SIZES, sizes};

dimension! {
    /// Information, amounts of data, with the byte as base unit.
    Information, adds true;
    /// Bits, an eighth of a byte (`bit`).
    Bits "bit" = 1 / 8, sizes!(0.125);
    /// Bytes, which the semantic conventions recommend for sizes (`By`).
    Bytes "By" = 1 / 1, sizes!(1.0);
    /// Kilobytes, 1,000 bytes (`kBy`).
    KBytes "kBy" = 1_000 / 1, sizes!(1000.0);
    /// Megabytes, 1,000 kilobytes (`MBy`).
    MBytes "MBy" = 1_000_000 / 1, LARGE_SIZES;
    /// Gigabytes, 1,000 megabytes (`GBy`).
    GBytes "GBy" = 1_000_000_000 / 1, LARGE_SIZES;
    /// Terabytes, 1,000 gigabytes (`TBy`).
    TBytes "TBy" = 1_000_000_000_000 / 1, LARGE_SIZES;
    /// Kibibytes, 1,024 bytes (`KiBy`).
    KiBytes "KiBy" = 1_024 / 1, sizes!(1024.0);
    /// Mebibytes, 1,024 kibibytes (`MiBy`).
    MiBytes "MiBy" = 1_048_576 / 1, LARGE_SIZES;
    /// Gibibytes, 1,024 mebibytes (`GiBy`).
    GiBytes "GiBy" = 1_073_741_824 / 1, LARGE_SIZES;
    /// Tebibytes, 1,024 gibibytes (`TiBy`).
    TiBytes "TiBy" = 1_099_511_627_776 / 1, LARGE_SIZES;
}
