//! Exact rational numbers of any size, to compare with. Nothing is ever rounded and nothing divided: two fractions are
//! compared crosswise.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

/// A fraction, not reduced. The denominator is positive.
#[derive(Clone, Debug)]
pub struct Exact {
    negative: bool,
    num: Vec<u32>,
    den: Vec<u32>,
}

impl Exact {
    pub fn ratio(num: i128, den: i128) -> Self {
        assert!(den > 0, "a denominator is positive");
        Self { negative: num < 0, num: limbs(num.unsigned_abs()), den: limbs(den.unsigned_abs()) }
    }

    /// The double, which is finite.
    pub fn float(value: f64) -> Self {
        assert!(value.is_finite(), "{value} is no rational number");
        let (bits, fraction) = (value.to_bits(), value.to_bits() & ((1 << 52) - 1));
        let exponent = (bits >> 52) & 0x7FF;
        let (mantissa, power) =
            if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent as i64 - 1075) };
        let (up, down) = (shifted(power.max(0)), shifted((-power).max(0)));
        Self { negative: value < 0.0, num: product(&limbs(mantissa.into()), &up), den: down }
    }

    /// The distance of a float from the next one that is larger in magnitude.
    pub fn ulp(value: f64) -> Self {
        // Of the largest one, the step below is as long.
        let magnitude = value.abs().min(f64::from_bits(f64::MAX.to_bits() - 1));
        Self::float(next_up(magnitude)) - Self::float(magnitude)
    }

    /// The same for a float of 32 bits.
    pub fn ulp32(value: f32) -> Self {
        let magnitude = value.abs();
        Self::float(f32::from_bits(magnitude.to_bits() + 1).into()) - Self::float(magnitude.into())
    }

    pub fn abs(self) -> Self {
        Self { negative: false, ..self }
    }

    /// One divided by it. It is not zero.
    pub fn inverse(self) -> Self {
        assert!(!self.num.is_empty(), "zero has no inverse");
        Self { negative: self.negative, num: self.den, den: self.num }
    }

    pub fn is_zero(&self) -> bool {
        self.num.is_empty()
    }

    /// The largest integer that is not more; the number is moderate.
    pub fn floor(&self) -> i128 {
        if let (Some(num), Some(den)) = (small(&self.num), small(&self.den)) {
            return (if self.negative { -num } else { num }).div_euclid(den);
        }
        let (mut low, mut high) = (-(1_i128 << 125), 1_i128 << 125);
        assert!(*self >= Self::from(low) && *self < Self::from(high), "too large to be rounded");
        while low + 1 < high {
            let middle = (low + high) / 2;
            if Self::from(middle) <= *self { low = middle } else { high = middle }
        }
        low
    }

    pub fn ceil(&self) -> i128 {
        -(-self.clone()).floor()
    }

    /// The nearest integer, of two the one that is farther from zero.
    pub fn round(&self) -> i128 {
        let nearest = (self.clone().abs() + Self::ratio(1, 2)).floor();
        if self.negative { -nearest } else { nearest }
    }

    /// The double that is nearest; one of the two that are if they are equally near. The number is not too large.
    pub fn approximate(&self) -> f64 {
        let magnitude = self.clone().abs();
        // Positive doubles are in the order of their bits.
        let (mut low, mut high) = (0, f64::MAX.to_bits() + 1);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if Self::float(f64::from_bits(middle)) <= magnitude { low = middle } else { high = middle }
        }
        let (below, above) = (f64::from_bits(low), f64::from_bits(low + 1));
        let up = above.is_finite() && Self::float(above) - magnitude.clone() < magnitude.clone() - Self::float(below);
        let nearest = if up { above } else { below };
        if self.negative { -nearest } else { nearest }
    }

    pub fn whole(&self) -> Option<i128> {
        let floor = self.floor();
        (Self::from(floor) == *self).then_some(floor)
    }
}

impl From<i128> for Exact {
    fn from(integer: i128) -> Self {
        Self::ratio(integer, 1)
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self { negative: !self.negative && !self.num.is_empty(), ..self }
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let (ours, theirs) = (product(&self.num, &other.den), product(&other.num, &self.den));
        let den = product(&self.den, &other.den);
        if self.negative == other.negative {
            return Self { negative: self.negative, num: sum(&ours, &theirs), den };
        }
        match order(&ours, &theirs) {
            Ordering::Equal => Self { negative: false, num: Vec::new(), den },
            Ordering::Greater => Self { negative: self.negative, num: difference(&ours, &theirs), den },
            Ordering::Less => Self { negative: other.negative, num: difference(&theirs, &ours), den },
        }
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let (num, den) = (product(&self.num, &other.num), product(&self.den, &other.den));
        Self { negative: self.negative != other.negative && !num.is_empty(), num, den }
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let magnitudes = || order(&product(&self.num, &other.den), &product(&other.num, &self.den));
        match (self.negative, other.negative) {
            (false, false) => magnitudes(),
            (true, true) => magnitudes().reverse(),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

fn limbs(mut number: u128) -> Vec<u32> {
    let mut limbs = Vec::new();
    while number != 0 {
        limbs.push(number as u32);
        number >>= 32;
    }
    limbs
}

fn small(limbs: &[u32]) -> Option<i128> {
    (limbs.len() < 4).then(|| limbs.iter().rev().fold(0, |number, &limb| number << 32 | i128::from(limb)))
}

fn shifted(by: i64) -> Vec<u32> {
    let mut limbs = vec![0; (by / 32) as usize];
    limbs.push(1 << (by % 32));
    limbs
}

fn trimmed(mut limbs: Vec<u32>) -> Vec<u32> {
    while limbs.last() == Some(&0) {
        limbs.pop();
    }
    limbs
}

fn order(a: &[u32], b: &[u32]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

fn sum(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut carry = 0;
    let mut limbs: Vec<u32> = Vec::with_capacity(a.len().max(b.len()) + 1);
    for at in 0..a.len().max(b.len()) {
        let limb = carry + u64::from(*a.get(at).unwrap_or(&0)) + u64::from(*b.get(at).unwrap_or(&0));
        limbs.push(limb as u32);
        carry = limb >> 32;
    }
    limbs.push(carry as u32);
    trimmed(limbs)
}

/// `a - b`, which is not negative.
fn difference(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut borrow = 0;
    let mut limbs = Vec::with_capacity(a.len());
    for (at, limb) in a.iter().enumerate() {
        let limb = i64::from(*limb) - i64::from(*b.get(at).unwrap_or(&0)) - borrow;
        borrow = i64::from(limb < 0);
        limbs.push(limb as u32);
    }
    trimmed(limbs)
}

fn product(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut limbs = vec![0_u32; a.len() + b.len()];
    for (at, &one) in a.iter().enumerate() {
        let mut carry = 0;
        for (and, &other) in b.iter().enumerate() {
            let limb = u64::from(one) * u64::from(other) + u64::from(limbs[at + and]) + carry;
            limbs[at + and] = limb as u32;
            carry = limb >> 32;
        }
        limbs[at + b.len()] = carry as u32;
    }
    trimmed(limbs)
}

#[test]
fn fractions_are_exact() {
    let (third, tenth) = (Exact::ratio(1, 3), Exact::ratio(1, 10));
    assert_eq!(third.clone() + third.clone() + third.clone(), Exact::from(1));
    assert!(Exact::float(0.1) > tenth && Exact::float(0.1) < tenth + Exact::ulp(0.1));
    assert_eq!(Exact::float(f64::MAX) * Exact::from(2).inverse(), Exact::float(f64::MAX / 2.0));
    assert_eq!(Exact::float(-5e-324) - Exact::float(5e-324), Exact::float(-1e-323));
    assert_eq!((Exact::ratio(-7, 2).floor(), Exact::ratio(-7, 2).ceil(), Exact::ratio(-7, 2).round()), (-4, -3, -4));
    assert_eq!((Exact::ratio(-14, 2).whole(), third.whole()), (Some(-7), None));
    let (big, one) = (Exact::ratio(i128::MAX, 7), Exact::from(1));
    let huge = big.clone() * big.clone() * big.clone();
    assert_eq!(huge.clone() + one.clone() - huge.clone(), one);
    assert_eq!(huge * (big.clone() * big.clone()).inverse(), big);
    for value in [0.0, 0.1, -1.5, 5e-324, f64::MAX, 1e-310] {
        assert_eq!(Exact::float(value).approximate(), value);
    }
}

/// The least float that is larger. It is `f64::next_up`, which Rust has from 1.86 on.
pub fn next_up(value: f64) -> f64 {
    if value.is_nan() || value == f64::INFINITY {
        value
    } else if value == 0.0 {
        f64::from_bits(1)
    } else {
        f64::from_bits(if value > 0.0 { value.to_bits() + 1 } else { value.to_bits() - 1 })
    }
}
