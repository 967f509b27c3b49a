//! A number with its unit.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::Sum;
use core::marker::PhantomData;
use core::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use super::{AddsUp, Carries, ConvertsTo, Per, Unit};
use crate::number::{Affine, Form, Number};

/// A number of units: `Millis(5)`, `Celsius(21.5)`.
///
/// It is as large as its number, and converts exactly or not at all.
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
    /// So many units. `Millis(5)` says the same in fewer words.
    pub const fn new(value: N) -> Self {
        Self { value, unit: PhantomData }
    }

    /// The number alone.
    #[must_use]
    pub const fn value(self) -> N {
        self.value
    }

    /// The same quantity in another unit of its dimension.
    ///
    /// Floats are divided or multiplied by an exact ratio, once. Integers convert only where the result is an integer.
    ///
    /// # Panics
    ///
    /// If the result does not fit the number, as integer arithmetic does; [`try_to`](Self::try_to) gives `None`.
    pub fn to<V: Unit>(self) -> Quantity<N, V>
    where
        U: ConvertsTo<V>,
        N: Carries<U::Ratio>,
    {
        self.try_to().expect("the quantity does not fit its number in the other unit")
    }

    /// The same quantity in another unit, or `None` if that does not fit the number or would round an integer.
    pub fn try_to<V: Unit>(self) -> Option<Quantity<N, V>>
    where
        U: ConvertsTo<V>,
    {
        self.value.apply(U::BY).map(Quantity::new)
    }

    /// The nearest quantity in another unit; a half goes away from zero. `None` if it does not fit the number.
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

    /// The largest whole quantity in another unit that is not more. `None` if it does not fit the number.
    pub fn floor_to<V: Unit>(self) -> Option<Quantity<N, V>>
    where
        U: ConvertsTo<V>,
    {
        self.divide_to(|num, den| Some(num.div_euclid(den)), f64::floor)
    }

    /// The smallest whole quantity in another unit that is not less. `None` if it does not fit the number.
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
        match self.value.to_integer() {
            Some(integer) if let Some(scaled) = scaled(integer) => N::from(divide(scaled, div)?),
            // An integer whose product is too large even for 128 bits, or a float that is too or has a fraction: a float
            // is rounded after the conversion.
            Some(_) if N::FORM == Form::Integer => None,
            _ => N::from(round(self.value.apply(U::BY)?.to_f64()?)),
        }
        .map(Quantity::new)
    }

    /// How many times `other` this is.
    #[must_use]
    pub fn ratio(self, other: Self) -> f64 {
        self.as_f64() / other.as_f64()
    }

    /// The rate: this much in each unit of `other`.
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

/// Quantities of one dimension compare as what they measure: `Millis(1000) == Seconds(1)`.
///
/// Exactly so: a float is the number that it is, and `0.1` is not quite a tenth.
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
        // Over the common denominator and in integers where both are: no rounding can make two quantities equal.
        let exact =
            |ours: i128, theirs: i128| Some(ours.checked_mul(mul)?.checked_add(add)?.cmp(&theirs.checked_mul(div)?));
        match (self.value.to_integer(), other.value.to_integer()) {
            (Some(ours), Some(theirs)) if let Some(ordering) = exact(ours, theirs) => Some(ordering),
            _ => U::BY.compare(self.value.to_f64()?, other.value.to_f64()?),
        }
    }
}

impl<N: fmt::Display, U: Unit> fmt::Display for Quantity<N, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)?;
        if U::CODE == "1" { Ok(()) } else { write!(f, " {}", U::CODE) }
    }
}

impl<N: fmt::Debug, U: Unit> fmt::Debug for Quantity<N, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)?;
        write!(f, " {}", U::CODE)
    }
}

impl<N: Number, U: AddsUp> Add for Quantity<N, U> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.value + other.value)
    }
}

impl<N: Number, U: AddsUp> Sub for Quantity<N, U> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.value - other.value)
    }
}

impl<N: Number, U: AddsUp> AddAssign for Quantity<N, U> {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<N: Number, U: AddsUp> SubAssign for Quantity<N, U> {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl<N: Number, U: AddsUp> Mul<N> for Quantity<N, U> {
    type Output = Self;
    fn mul(self, times: N) -> Self {
        Self::new(self.value * times)
    }
}

impl<N: Number, U: AddsUp> Div<N> for Quantity<N, U> {
    type Output = Self;
    fn div(self, parts: N) -> Self {
        Self::new(self.value / parts)
    }
}

impl<N: Number + Neg<Output = N>, U: AddsUp> Neg for Quantity<N, U> {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.value)
    }
}

impl<N: Number, U: AddsUp> Sum for Quantity<N, U> {
    fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
        quantities.fold(Self::new(N::zero()), Add::add)
    }
}
