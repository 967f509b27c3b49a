//! Time.

use super::ladder::{LONG, seconds};

dimension! {
    /// Time. The base unit is the second.
    Time, adds true;
    /// Nanoseconds.
    Nanos "ns" = 1 / 1_000_000_000, seconds!(1e9);
    /// Microseconds.
    ///
    /// `µs` is no code, as the code of a unit is ASCII.
    Micros "us" = 1 / 1_000_000, seconds!(1e6);
    /// Milliseconds.
    Millis "ms" = 1 / 1_000, seconds!(1e3);
    /// Seconds, which the semantic conventions recommend for durations.
    Seconds "s" = 1 / 1, seconds!(1.0);
    /// Minutes.
    Minutes "min" = 60 / 1, LONG;
    /// Hours.
    Hours "h" = 3_600 / 1, LONG;
    /// Days of 24 hours.
    Days "d" = 86_400 / 1, LONG;
}
