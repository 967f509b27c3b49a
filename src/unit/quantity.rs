//! `Quantity`: a number with its unit, its conversions and its arithmetic.
// Uses `convert`, `number`, `per`, `unit`. Used by `attribute`, `count`, `declare`, `define`, `duration`, `instrument`,
// `measurement`, `testing`.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::Sum;
use core::marker::PhantomData;
use core::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use super::convert::check_whole;
use super::{ConvertsTo, Per, Unit};
use crate::number::{Affine, Carries, Form, Number};

/// A number with its unit, such as `Millis(5)` or `Celsius(21.5)`.
///
/// It is as large as its number. It converts exactly or not at all.
///
/// ```
/// use meterstick::unit::{Celsius, Fahrenheit, KiBytes, Bytes, Millis, Seconds};
///
/// assert_eq!(KiBytes(4).to::<Bytes>(), Bytes(4096));
/// assert_eq!(Fahrenheit(212.0).to::<Celsius>(), Celsius(100.0));
/// assert_eq!(Seconds(2) + Seconds(1), Seconds(3));
/// assert!(Millis(1500) > Seconds(1));
/// assert_eq!(Millis(1500).round_to::<Seconds>(), Some(Seconds(2)));
/// assert_eq!(Millis(5).to_string(), "5 ms");
/// ```
///
/// An integer conversion that would round does not compile:
///
/// ```compile_fail
/// # use meterstick::unit::{Millis, Seconds};
/// let seconds = Millis(1500).to::<Seconds>();
/// ```
#[must_use]
pub struct Quantity<N, U> {
    value: N,
    unit: PhantomData<fn() -> U>,
}

impl<N: Number, U: Unit> Quantity<N, U> {
    /// Makes a quantity of a number of units. `Millis(5)` is the short form.
    pub const fn new(value: N) -> Self {
        Self { value, unit: PhantomData }
    }

    /// Returns the number without its unit.
    #[must_use]
    pub const fn value(self) -> N {
        self.value
    }

    /// Converts to another unit of the same dimension.
    ///
    /// Floats are divided or multiplied by an exact ratio, once. Integers convert only where the result is an integer.
    ///
    /// # Panics
    ///
    /// If the result does not fit the number; [`try_to`](Self::try_to) returns `None` instead.
    pub fn to<V: Unit>(self) -> Quantity<N, V>
    where
        U: ConvertsTo<V>,
        N: Carries<U::Ratio>,
    {
        const { check_whole::<N, U, V>() };
        self.try_to().expect("the quantity does not fit its number in the other unit")
    }

    /// Converts to another unit. `None` if the result does not fit the number or would round an integer.
    pub fn try_to<V: Unit>(self) -> Option<Quantity<N, V>>
    where
        U: ConvertsTo<V>,
    {
        self.value.apply(U::BY).map(Quantity::new)
    }

    /// Converts to another unit and rounds to the nearest whole number; a half rounds away from zero. `None` if it does not fit.
    pub fn round_to<V: Unit>(self) -> Option<Quantity<N, V>>
    where
        U: ConvertsTo<V>,
    {
        let divide = |num: i128, den: i128| {
            let half = if num < 0 { -den } else { den };
            num.checked_mul(2)?.checked_add(half).map(|twice| twice / (2 * den))
        };
        self.divide_to(divide, f64::round)
    }

    /// Converts to another unit and rounds down to a whole number. `None` if it does not fit.
    pub fn floor_to<V: Unit>(self) -> Option<Quantity<N, V>>
    where
        U: ConvertsTo<V>,
    {
        self.divide_to(|num, den| Some(num.div_euclid(den)), f64::floor)
    }

    /// Converts to another unit and rounds up to a whole number. `None` if it does not fit.
    pub fn ceil_to<V: Unit>(self) -> Option<Quantity<N, V>>
    where
        U: ConvertsTo<V>,
    {
        self.divide_to(|num, den| Some(-(-num).div_euclid(den)), f64::ceil)
    }

    fn divide_to<V: Unit>(self, divide: fn(i128, i128) -> Option<i128>, round: fn(f64) -> f64) -> Option<Quantity<N, V>>
    where
        U: ConvertsTo<V>,
    {
        let Affine { mul, add, div } = U::BY;
        let scaled = |integer: i128| integer.checked_mul(mul)?.checked_add(add);
        match (self.value.to_integer().and_then(scaled), N::FORM) {
            (Some(scaled), _) => N::from(divide(scaled, div)?),
            // The product overflows even 128 bits.
            (None, Form::Integer) => None,
            // The same, or the number has a fraction: a float is rounded after the conversion.
            (None, Form::Float) => N::from(round(self.value.apply(U::BY)?.to_f64()?)),
        }
        .map(Quantity::new)
    }

    /// Divides by a quantity of the same unit.
    #[must_use]
    pub fn ratio(self, other: Self) -> f64 {
        self.as_f64() / other.as_f64()
    }

    /// Divides by a quantity of another unit: the result is a rate.
    ///
    /// ```
    /// use meterstick::unit::{Bytes, Per, Seconds};
    ///
    /// let rate = Bytes(1024.0).per(Seconds(2.0));
    /// assert_eq!(rate.to_string(), "512 By/s");
    /// ```
    pub fn per<V: Unit>(self, other: Quantity<N, V>) -> Quantity<f64, Per<U, V>> {
        Quantity::new(self.as_f64() / other.as_f64())
    }

    fn as_f64(self) -> f64 {
        self.value.to_f64().unwrap_or(f64::NAN)
    }
}

/// Bucket boundaries of a histogram.
impl<U: Unit> Quantity<f64, U> {
    /// Makes `COUNT` bucket boundaries that start here and are `step` apart.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Millis, Seconds};
    ///
    /// const WAIT: Metric<Histogram<f64, Seconds>> =
    ///     Meter::histogram::<f64>().unit::<Seconds>().name("wait").boundaries(&Millis(5.0).linear::<3>(Millis(10.0)));
    /// assert_eq!(WAIT.descriptor().boundaries, [0.005, 0.015, 0.025]);
    /// ```
    pub const fn linear<const BOUNDARIES: usize>(self, step: Self) -> [Self; BOUNDARIES] {
        let mut boundaries = [self; BOUNDARIES];
        let mut i = 1;
        while i < BOUNDARIES {
            boundaries[i] = Self::new(self.value + step.value * i as f64);
            i += 1;
        }
        boundaries
    }

    /// Makes `COUNT` bucket boundaries that start here; each is `factor` times the one before.
    ///
    /// ```
    /// use meterstick::unit::KiBytes;
    ///
    /// assert_eq!(KiBytes(1.0).exponential::<4>(4.0), [KiBytes(1.0), KiBytes(4.0), KiBytes(16.0), KiBytes(64.0)]);
    /// ```
    pub const fn exponential<const BOUNDARIES: usize>(self, factor: f64) -> [Self; BOUNDARIES] {
        let mut boundaries = [self; BOUNDARIES];
        let mut i = 1;
        while i < BOUNDARIES {
            boundaries[i] = Self::new(boundaries[i - 1].value * factor);
            i += 1;
        }
        boundaries
    }
}

impl<N: Copy, U> Clone for Quantity<N, U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<N: Copy, U> Copy for Quantity<N, U> {}

impl<N: Default, U> Default for Quantity<N, U> {
    fn default() -> Self {
        Self { value: N::default(), unit: PhantomData }
    }
}

impl<N: Eq, U> Eq for Quantity<N, U> where Self: PartialEq {}

impl<N: Hash, U> Hash for Quantity<N, U> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// Quantities of one dimension compare by what they measure: `Millis(1000) == Seconds(1)`.
///
/// The comparison is exact: a float counts as the number that it represents, so `0.1` is not quite a tenth.
impl<N: Number, U: Unit + ConvertsTo<V>, V: Unit> PartialEq<Quantity<N, V>> for Quantity<N, U> {
    fn eq(&self, other: &Quantity<N, V>) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl<N: Number, U: Unit + ConvertsTo<V>, V: Unit> PartialOrd<Quantity<N, V>> for Quantity<N, U> {
    fn partial_cmp(&self, other: &Quantity<N, V>) -> Option<Ordering> {
        let Affine { mul, add, div } = U::BY;
        if (mul, add, div) == (1, 0, 1) {
            return self.value.partial_cmp(&other.value);
        }
        // Over the common denominator, in integers if both are integers: no rounding can make two quantities equal.
        let exact =
            |ours: i128, theirs: i128| Some(ours.checked_mul(mul)?.checked_add(add)?.cmp(&theirs.checked_mul(div)?));
        let integers = self.value.to_integer().zip(other.value.to_integer());
        match integers.and_then(|(ours, theirs)| exact(ours, theirs)) {
            Some(ordering) => Some(ordering),
            None => U::BY.compare(self.value.to_f64()?, other.value.to_f64()?),
        }
    }
}

impl<N: fmt::Display, U: Unit> fmt::Display for Quantity<N, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)?;
        if matches!(U::CODE, "" | "1") { Ok(()) } else { write!(f, " {}", U::CODE) }
    }
}

impl<N: fmt::Debug, U: Unit> fmt::Debug for Quantity<N, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)?;
        if U::CODE.is_empty() { Ok(()) } else { write!(f, " {}", U::CODE) }
    }
}

/// Adds two quantities; to a temperature, adds a [`Difference`](super::Difference).
impl<N: Number, U: Unit> Add<Quantity<N, U::Difference>> for Quantity<N, U> {
    type Output = Self;
    fn add(self, other: Quantity<N, U::Difference>) -> Self {
        Self::new(self.value + other.value)
    }
}

/// Subtracts two quantities; the difference of two temperatures is a [`Difference`](super::Difference).
impl<N: Number, U: Unit> Sub for Quantity<N, U> {
    type Output = Quantity<N, U::Difference>;
    fn sub(self, other: Self) -> Quantity<N, U::Difference> {
        Quantity::new(self.value - other.value)
    }
}

impl<N: Number, U: Unit> AddAssign<Quantity<N, U::Difference>> for Quantity<N, U> {
    fn add_assign(&mut self, other: Quantity<N, U::Difference>) {
        *self = *self + other;
    }
}

impl<N: Number, U: Unit> SubAssign<Quantity<N, U::Difference>> for Quantity<N, U> {
    fn sub_assign(&mut self, other: Quantity<N, U::Difference>) {
        *self = Self::new(self.value - other.value);
    }
}

/// Multiplies by a number. Temperatures have no multiples: 20 degrees are not twice as warm as 10.
impl<N: Number, U: Unit<Difference = U>> Mul<N> for Quantity<N, U> {
    type Output = Self;
    fn mul(self, times: N) -> Self {
        Self::new(self.value * times)
    }
}

/// Divides by a number. Temperatures are not divided.
impl<N: Number, U: Unit<Difference = U>> Div<N> for Quantity<N, U> {
    type Output = Self;
    fn div(self, parts: N) -> Self {
        Self::new(self.value / parts)
    }
}

/// Negates the quantity: `-Celsius(5.0)` is five degrees below zero.
impl<N: Number + Neg<Output = N>, U: Unit> Neg for Quantity<N, U> {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.value)
    }
}

impl<N: Number, U: Unit<Difference = U>> Sum for Quantity<N, U> {
    fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
        quantities.fold(Self::new(N::zero()), Add::add)
    }
}
