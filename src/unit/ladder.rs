//! The default bucket boundaries of histograms, by unit.
//!
//! The SDK's defaults suit milliseconds, whatever the unit (*Metrics SDK, explicit bucket histogram aggregation*).
// Used by `cache`, `count`, `define`, `electricity`, `energy`, `frequency`, `information`, `per`, `proportion`,
// `space`, `temperature`, `time`.

/// For counts.
#[doc(hidden)]
pub const COUNTS: &[f64] = &[0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6];

/// For values of any size: three steps in each of six decades.
pub(super) const DECADES: &[f64] =
    &[0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1e3, 2e3, 5e3, 1e4];

/// For parts of a whole, where 1 is the whole.
pub(super) const PARTS: &[f64] = &[0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0];

/// For parts of a whole, where 100 is the whole.
pub(super) const PERCENT: &[f64] = &[1.0, 5.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 95.0, 99.0, 100.0];

/// The boundaries that the semantic conventions advise for durations in seconds, in the unit of which a second is `$n`.
macro_rules! seconds {
    ($n:literal) => {
        &[
            0.005 * $n,
            0.01 * $n,
            0.025 * $n,
            0.05 * $n,
            0.075 * $n,
            0.1 * $n,
            0.25 * $n,
            0.5 * $n,
            0.75 * $n,
            1.0 * $n,
            2.5 * $n,
            5.0 * $n,
            7.5 * $n,
            10.0 * $n,
        ]
    };
}
pub(super) use seconds;

/// For long times, in their own unit.
pub(super) const LONG: &[f64] = &[0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 24.0, 48.0, 96.0, 168.0, 365.0];

/// For sizes from 64 bytes to a gibibyte in powers of four, in the unit of which a byte is `1 / $n`.
macro_rules! sizes {
    ($n:literal) => {
        &[
            64.0 / $n,
            256.0 / $n,
            1024.0 / $n,
            4096.0 / $n,
            16384.0 / $n,
            65536.0 / $n,
            262144.0 / $n,
            1048576.0 / $n,
            4194304.0 / $n,
            16777216.0 / $n,
            67108864.0 / $n,
            268435456.0 / $n,
            1073741824.0 / $n,
        ]
    };
}
pub(super) use sizes;

/// For sizes in large units.
pub(super) const LARGE_SIZES: &[f64] = &[0.0625, 0.25, 1.0, 4.0, 16.0, 64.0, 256.0, 1024.0, 4096.0, 16384.0];

/// For temperatures in degrees Celsius or Fahrenheit.
pub(super) const DEGREES: &[f64] =
    &[0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0, 120.0, 150.0, 200.0];

/// For the same span of temperatures in kelvins.
pub(super) const KELVIN: &[f64] =
    &[73.0, 173.0, 223.0, 253.0, 273.0, 283.0, 293.0, 303.0, 313.0, 323.0, 333.0, 353.0, 373.0, 473.0];

/// The boundaries of a unit that is a part or a multiple of another.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct ScaledBoundaries {
    boundaries: [f64; Self::MOST],
    len: usize,
}

impl ScaledBoundaries {
    const MOST: usize = 32;

    #[must_use]
    pub const fn of(base: &[f64], times: u64, parts: u64) -> Self {
        let mut boundaries = [0.0; Self::MOST];
        let mut i = 0;
        while i < base.len() {
            boundaries[i] = base[i] * parts as f64 / times as f64;
            i += 1;
        }
        Self { boundaries, len: base.len() }
    }

    #[must_use]
    pub const fn as_slice(&self) -> &[f64] {
        self.boundaries.split_at(self.len).0
    }
}
