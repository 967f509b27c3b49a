//! Time.

use super::ladder::{LONG, seconds};

dimension! {
    /// Time, from its base unit, the second.
    Time, adds true;
    /// Nanoseconds.
    Nanos "ns" = 1 / 1_000_000_000, seconds!(1e9);
    /// Microseconds. The code is `us`: a unit's code is ASCII.
    Micros "us" = 1 / 1_000_000, seconds!(1e6);
    /// Milliseconds.
    Millis "ms" = 1 / 1_000, seconds!(1e3);
    /// Seconds, what the semantic conventions ask durations to be in.
    Seconds "s" = 1 / 1, seconds!(1.0);
    /// Minutes.
    Minutes "min" = 60 / 1, LONG;
    /// Hours.
    Hours "h" = 3_600 / 1, LONG;
    /// Days of 24 hours.
    Days "d" = 86_400 / 1, LONG;
}
