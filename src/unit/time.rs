//! The units of time.
// Uses `ladder`. Used by `cache`, `duration`, `measurement`, `trace`.

use super::ladder::{LONG, seconds};

dimension! {
    /// Time, with the second as base unit.
    Time, adds true;
    /// Nanoseconds, billionths of a second (`ns`).
    Nanos "ns" = 1 / 1_000_000_000, seconds!(1e9);
    /// Microseconds, millionths of a second (`us`).
    ///
    /// `µs` is not a code, because codes are ASCII.
    Micros "us" = 1 / 1_000_000, seconds!(1e6);
    /// Milliseconds, thousandths of a second (`ms`).
    Millis "ms" = 1 / 1_000, seconds!(1e3);
    /// Seconds, which the semantic conventions recommend for durations (`s`).
    Seconds "s" = 1 / 1, seconds!(1.0);
    /// Minutes, 60 seconds (`min`).
    Minutes "min" = 60 / 1, LONG;
    /// Hours, 3,600 seconds (`h`).
    Hours "h" = 3_600 / 1, LONG;
    /// Days, 24 hours (`d`).
    Days "d" = 86_400 / 1, LONG;
}
