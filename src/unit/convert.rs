//! `ConvertsTo` and `Scale`: which units convert to each other, and by which ratio.
// Uses `message`, `number`, `origin`, `unit`. Used by `cache`, `count`, `declare`, `define`, `duration`, `measurement`,
// `per`, `quantity`, `temperature`.

use core::cmp::Ordering;

use super::Unit;
use super::origin::Route;
use crate::number::{Affine, Form, Number};

/// The size and the zero of a unit in its dimension's base unit, as exact fractions: `x` units are `x * num / den + offset /
/// part` base units.
///
/// ```
/// use meterstick::unit::Scale;
///
/// const MINUTES: Scale = Scale::new(60, 1);
/// const CELSIUS: Scale = Scale::new(1, 1).offset(27_315, 100);
/// assert_eq!((MINUTES.num, CELSIUS.offset), (60, 27_315));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scale {
    /// The numerator of the size.
    pub num: u64,
    /// The denominator of the size.
    pub den: u64,
    /// The numerator of the zero; it is 0 for every unit but temperatures.
    pub offset: u64,
    /// The denominator of the zero.
    pub part: u64,
}

impl Scale {
    /// Makes the scale of a unit that is `num / den` base units and has the same zero.
    #[must_use]
    pub const fn new(num: u64, den: u64) -> Self {
        Self { num, den, offset: 0, part: 1 }
    }

    /// Returns the scale with its zero at `offset / part` base units.
    #[must_use]
    pub const fn offset(self, offset: u64, part: u64) -> Self {
        Self { offset, part, ..self }
    }

    /// Whether every whole number of `from` units is a whole number of `to` units.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_whole(from: Self, to: Self) -> bool {
        Affine::between(from, to).div == 1
    }

    /// Returns the scale of `times / parts` of this unit.
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    pub const fn scaled(self, times: u64, parts: u64) -> Self {
        assert!(times > 0 && parts > 0, "a unit's scale is more than 0: `Base * 1_000` or `Base / 1_000`");
        assert!(
            self.offset == 0,
            "a temperature scale with its own zero has no multiples: make it a multiple of `Kelvin`"
        );
        Self { num: times, den: parts, offset: 0, part: 1 }.per(Self {
            num: self.den,
            den: self.num,
            offset: 0,
            part: 1,
        })
    }

    /// The scale of the rate of this unit per `other`.
    pub(super) const fn per(self, other: Self) -> Self {
        let num = self.num as i128 * other.den as i128;
        let den = self.den as i128 * other.num as i128;
        let by = gcd(num, den);
        Self { num: narrow(num / by), den: narrow(den / by), offset: 0, part: 1 }
    }
}

const fn narrow(part: i128) -> u64 {
    assert!(part <= u64::MAX as i128, "these units are too far apart to be converted exactly");
    part as u64
}

impl Affine {
    /// The conversion of a number of `from` units to `to` units, in lowest terms.
    pub(crate) const fn between(from: Scale, to: Scale) -> Self {
        // ((x * a + b) / c): `from` is x * fn/fd + fo/fp, `to` is (that - to/tp) * td/tn.
        let mul = from.num as i128 * to.den as i128;
        let div = from.den as i128 * to.num as i128;
        let by = gcd(mul, div);
        let (mul, div) = (mul / by, div / by);
        let shift = from.offset as i128 * to.part as i128 - to.offset as i128 * from.part as i128;
        if shift == 0 {
            return Self { mul, add: 0, div };
        }
        let add = shift * to.den as i128;
        let part = from.part as i128 * to.part as i128 * to.num as i128;
        let by = gcd(add, part);
        let (add, part) = (add / by, part / by);
        let (mul, add, div) = (mul * part, add * div, div * part);
        let by = gcd(gcd(mul, add), div);
        Self { mul: mul / by, add: add / by, div: div / by }
    }
}

impl Affine {
    /// Compares `x * mul + add` with `y * div` exactly: quantities that compare as equal must be equal in every unit.
    pub(super) fn compare(self, x: f64, y: f64) -> Option<Ordering> {
        const LARGE: f64 = 1e200;
        if !x.is_finite() || !y.is_finite() {
            return x.partial_cmp(&y);
        }
        if x.abs() > LARGE || y.abs() > LARGE {
            // Scaling by a power of two keeps the order. Beside numbers this large, `add` matters only if they tie.
            let smaller = f64::from_bits((1023 - 300) << 52);
            let order = Self { add: 0, ..self }.compare(x * smaller, y * smaller);
            return order.map(|order| order.then(self.add.cmp(&0)));
        }
        let (mul, add, div) = (self.mul as f64, self.add as f64, self.div as f64);
        let (left, right) = (x * mul, y * div);
        let difference = left + add - right;
        let doubt = (left.abs() + add.abs() + right.abs()) * (8.0 * f64::EPSILON);
        if difference.abs() > doubt {
            return difference.partial_cmp(&0.0);
        }
        // The products, their rounding errors and `add`, summed without a loss (Shewchuk's expansions).
        let mut parts = [x.mul_add(mul, -left), -y.mul_add(div, -right), left, -right, add];
        for last in 1..parts.len() {
            let mut sum = parts[last];
            for part in &mut parts[..last] {
                (sum, *part) = two_sum(sum, *part);
            }
            parts[last] = sum;
        }
        parts.into_iter().rev().find(|part| *part != 0.0).unwrap_or(0.0).partial_cmp(&0.0)
    }
}

/// A sum, and its rounding error.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let of_b = sum - a;
    (sum, (a - (sum - of_b)) + (b - of_b))
}

const fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// A unit that converts to the unit `To` of the same dimension.
///
/// Implemented between all units of a dimension, including those declared with [`unit!`](crate::unit!).
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not convert to `{To}`: they do not measure the same thing",
    label = "not a quantity in `{To}`",
    note = "write a quantity in `{To}`, or in a unit of its dimension"
)]
pub trait ConvertsTo<To: Unit>: Unit {
    /// `Ratio<true>` if every whole number stays whole.
    type Ratio;
    /// The conversion.
    #[doc(hidden)]
    const BY: Affine = Affine::between(Self::SCALE, To::SCALE);
}

#[doc(hidden)]
#[diagnostic::do_not_recommend]
impl<U: Unit, V: Unit> ConvertsTo<V> for U
where
    U::Origin: Route<U, V, V::Origin>,
{
    type Ratio = <U::Origin as Route<U, V, V::Origin>>::Ratio;
}

/// Refuses a conversion of a custom unit that would round integers. Between built-in units, [`Carries`] does that.
///
/// [`Carries`]: super::Carries
pub(super) const fn check_whole<N: Number, U: ConvertsTo<V>, V: Unit>() {
    if matches!(N::FORM, Form::Integer) && U::BY.div != 1 {
        let message = crate::message::Message::of(&[
            "an integer conversion must not round, and this one would, from `",
            U::CODE,
            "` to `",
            V::CODE,
            "`: use an instrument of a float or in a finer unit, or round by name with `.round_to::<Unit>()`, `.floor_to`, `.ceil_to`",
        ]);
        panic!("{}", message.as_str());
    }
}

/// A boolean in a type.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Is<const YES: bool>;

/// The value of an [`Is`].
#[doc(hidden)]
pub trait Known: sealed::Sealed {
    const YES: bool;
}

impl<const YES: bool> Known for Is<YES> {
    const YES: bool = YES;
}

mod sealed {
    pub trait Sealed {}

    impl<const YES: bool> Sealed for super::Is<YES> {}
}
