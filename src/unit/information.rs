//! Information.

use super::ladder::{LARGE_SIZES, sizes};

dimension! {
    /// Information: amounts of data. The base unit is the byte.
    Information, adds true;
    /// Bits.
    Bits "bit" = 1 / 8, sizes!(0.125);
    /// Bytes, which the semantic conventions recommend for sizes.
    Bytes "By" = 1 / 1, sizes!(1.0);
    /// Kilobytes, of 1000 bytes.
    KBytes "kBy" = 1_000 / 1, sizes!(1000.0);
    /// Megabytes, of 1000 kilobytes.
    MBytes "MBy" = 1_000_000 / 1, LARGE_SIZES;
    /// Gigabytes, of 1000 megabytes.
    GBytes "GBy" = 1_000_000_000 / 1, LARGE_SIZES;
    /// Terabytes, of 1000 gigabytes.
    TBytes "TBy" = 1_000_000_000_000 / 1, LARGE_SIZES;
    /// Kibibytes, of 1024 bytes.
    KiBytes "KiBy" = 1_024 / 1, sizes!(1024.0);
    /// Mebibytes, of 1024 kibibytes.
    MiBytes "MiBy" = 1_048_576 / 1, LARGE_SIZES;
    /// Gibibytes, of 1024 mebibytes.
    GiBytes "GiBy" = 1_073_741_824 / 1, LARGE_SIZES;
    /// Tebibytes, of 1024 gibibytes.
    TiBytes "TiBy" = 1_099_511_627_776 / 1, LARGE_SIZES;
}
