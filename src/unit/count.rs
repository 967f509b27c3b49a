//! Units that take bare numbers: counts, `NoUnit`, and units whose code is known at run time only.
// Uses `convert`, `ladder`, `number`, `origin`, `quantity`, `ucum`, `unit`. Used by `catalog`, `declare`, `define`,
// `instrument`, `measurement`.

use super::convert::{Is, Scale};
use super::quantity::Quantity;
use super::{Unit, ladder, origin, ucum};
use crate::number::Number;

/// A unit that takes bare numbers, because it counts things: `REQUESTS.add(1)`.
#[diagnostic::on_unimplemented(
    message = "a bare number has no unit, and this instrument measures in `{Self}`",
    label = "how many `{Self}`?",
    note = "write a quantity: `{Self}(..)`, or one in a unit that converts to it"
)]
pub trait BareNumbers: Unit {}

#[diagnostic::do_not_recommend]
impl<U: Unit<Counts = Is<true>>> BareNumbers for U {}

/// The unit of metrics without one: `.unit::<NoUnit>()` declares a metric whose unit is empty.
///
/// Use it for values that are neither counts nor measures: information (`target_info`, always 1), booleans (`up`, 0 or 1),
/// numeric codes and states, a Unix timestamp whose convention gives it no unit. It takes bare numbers.
///
/// Do not use it for a value that has a unit. A count has an annotation such as `{request}`, declared with
/// [`unit!`](crate::unit!); a ratio is in [`One`](enum@super::One), which Prometheus shows as `.._ratio` (*Semantic conventions,
/// instrument units*).
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::NoUnit;
///
/// const UP: Metric<Gauge<u64, NoUnit>> = Meter::gauge::<u64>().unit::<NoUnit>().name("up");
/// assert_eq!(UP.descriptor().unit, "");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoUnit {}

/// Makes a quantity without a unit. A bare number means the same.
///
/// ```
/// use meterstick::unit::NoUnit;
///
/// assert_eq!(NoUnit(1).value(), 1);
/// ```
#[allow(non_snake_case)]
pub const fn NoUnit<N: Number>(number: N) -> Quantity<N, NoUnit> {
    Quantity::new(number)
}

/// The unit of an instrument whose unit code is known at run time only.
///
/// It takes bare numbers, and nothing checks their unit. [`try_unit`](crate::NeedsUnit::try_unit) declares such an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unchecked {}

macro_rules! bare {
    ($($unit:ident $code:literal)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Unit for $unit {
            type Dimension = Self;
            const CODE: &'static str = $code;
            const SCALE: Scale = Scale::new(1, 1);
            type Counts = Is<true>;
            type Adds = Is<true>;
            type Difference = Self;
            type Origin = origin::Custom;
            const BOUNDARIES: &'static [f64] = ladder::COUNTS;
        }
    )*};
}

bare!(NoUnit "" Unchecked "1");

/// Whether a code is a count, so that the unit takes bare numbers.
#[doc(hidden)]
#[must_use]
pub const fn is_count(code: &str) -> bool {
    matches!(code.as_bytes(), [b'{', ..] | [b'1'])
}

/// The default boundaries of a custom unit.
#[doc(hidden)]
#[must_use]
pub const fn boundaries_of(code: &str) -> &'static [f64] {
    if is_count(code) { ladder::COUNTS } else { ladder::DECADES }
}

/// Whether a custom unit takes bare numbers, by the words after its code.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn bare_numbers(words: &[&[&str]], by_default: bool) -> bool {
    check_words(words);
    said(words, &["bare", "numbers"], &["no", "bare", "numbers"], by_default)
}

/// Whether a custom unit adds up, by the words after its code.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn adds_up(words: &[&[&str]], by_default: bool) -> bool {
    said(words, &["adds", "up"], &["does", "not", "add", "up"], by_default)
}

/// Refuses unknown words. Only one of the two functions above calls it, so that each is reported once.
#[track_caller]
const fn check_words(words: &[&[&str]]) {
    const WORDS: [&[&str]; 4] =
        [&["adds", "up"], &["does", "not", "add", "up"], &["bare", "numbers"], &["no", "bare", "numbers"]];
    let mut i = 0;
    while i < words.len() {
        let mut known = false;
        let mut j = 0;
        while j < WORDS.len() {
            known = known || same(words[i], WORDS[j]);
            j += 1;
        }
        assert!(
            known,
            "the words after a unit are `adds up` or `does not add up`, and `bare numbers` or `no bare numbers`: write `pub CpuMegahertz = Megahertz, adds up`"
        );
        i += 1;
    }
}

#[track_caller]
const fn said(words: &[&[&str]], yes: &[&str], no: &[&str], by_default: bool) -> bool {
    let (mut said_yes, mut said_no) = (false, false);
    let mut i = 0;
    while i < words.len() {
        said_yes = said_yes || same(words[i], yes);
        said_no = said_no || same(words[i], no);
        i += 1;
    }
    assert!(!(said_yes && said_no), "the words after a unit contradict each other: remove one of them");
    if by_default { !said_no } else { said_yes }
}

const fn same(left: &[&str], right: &[&str]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut i = 0;
    while i < left.len() {
        if !ucum::equal(left[i].as_bytes(), right[i].as_bytes()) {
            return false;
        }
        i += 1;
    }
    true
}
