//! Units against the facts, in exact fractions.

mod codes;
pub mod facts;
mod floats;
pub mod integers;
mod order;

use proptest::prelude::*;
use proptest::sample::select;

/// Numbers of any magnitude, and ones near a multiple of what units differ by.
pub fn bits() -> impl Strategy<Value = u64> {
    const FACTORS: &[u64] = &[
        1,
        8,
        9,
        12,
        24,
        60,
        100,
        125,
        128,
        180,
        900,
        1_000,
        1_024,
        1_440,
        3_600,
        86_400,
        1_000_000,
        1_048_576,
        3_600_000,
        1_000_000_000,
        1_000_000_000_000,
        3_600_000_000_000,
        86_400_000_000_000,
    ];
    prop_oneof![
        (any::<u64>(), 0..64_u32).prop_map(|(bits, by)| bits >> by),
        (any::<u64>(), 0..64_u32).prop_map(|(bits, by)| (bits >> by).wrapping_neg()),
        (select(FACTORS), 0..2_000_u64, 0..3_u64, select(&[1_u64, 2][..]))
            .prop_map(|(factor, times, near, part)| (factor * times / part).wrapping_add(near).wrapping_sub(1)),
        select(&[0, 1, i64::MAX as u64, 1 << 63, u64::MAX][..]),
    ]
}

/// Finite doubles: everyday ones, decimal ones, whole ones, and of any bits.
pub fn doubles() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => -1e6..1e6,
        2 => (-1_000_000..1_000_000_i32, 0..7).prop_map(|(number, digits)| f64::from(number) / 10_f64.powi(digits)),
        2 => bits().prop_map(|bits| bits as i64 as f64),
        1 => bits().prop_map(|bits| bits as i64 as f64 + 0.5),
        1 => (bits(), -3..4_i64).prop_map(|(bits, near)| f64::from_bits(
            ((bits as i64 >> 12) as f64 * 0.5).to_bits().wrapping_add(near as u64)
        )).prop_filter("finite", |value| value.is_finite()),
        1 => select(&[f64::MAX, f64::MIN, 1e308, f64::MIN_POSITIVE, 5e-324, 273.15, -459.67, 32.000_000_000_000_01][..]),
        1 => prop::num::f64::POSITIVE | prop::num::f64::NEGATIVE | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO,
    ]
}
