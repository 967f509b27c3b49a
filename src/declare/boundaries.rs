//! `Boundaries`: the bucket boundaries of a histogram, converted and checked in const evaluation.
// Uses `number`, `unit`. Used by `descriptor`, `instrument`, `metric`, `trace`.

use core::fmt;
use core::ops::Deref;

use typewit::TypeEq;

use crate::number::Affine;
use crate::unit::{BareNumbers, ConvertsTo, Quantity, Unit};

/// A bucket boundary of a histogram in the unit `U`: a quantity of an `f64` or of a literal in any unit that converts to `U`, or
/// a bare number if `U` is a count.
#[diagnostic::on_unimplemented(
    message = "a boundary is a quantity in a unit that converts to the instrument's, `{U}`, and `{Self}` is not",
    label = "not boundaries in `{U}`",
    note = "write `.boundaries(&[{U}(0.5), {U}(1.0)])`, or quantities in another unit of its dimension; a count also takes bare numbers"
)]
pub trait Boundary<U: Unit>: Copy {
    #[doc(hidden)]
    type In: Unit;
    #[doc(hidden)]
    const WRITTEN: Written<Self, Self::In>;
}

/// The type of a boundary. A `const fn` cannot call a trait's function, but it can match on a proof of the type.
#[doc(hidden)]
#[allow(missing_debug_implementations, reason = "it is a proof, and not a value")]
pub enum Written<B, V> {
    Float(TypeEq<B, f64>),
    Integer(TypeEq<B, i32>),
    Floats(TypeEq<B, Quantity<f64, V>>),
    Integers(TypeEq<B, Quantity<i32, V>>),
}

macro_rules! bare {
    ($($number:ident $written:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<U: BareNumbers> Boundary<U> for $number {
            type In = U;
            const WRITTEN: Written<Self, U> = Written::$written(TypeEq::NEW);
        }
    )*};
}

bare!(f64 Float i32 Integer);

macro_rules! quantities {
    ($($number:ident $written:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<U: Unit, V: ConvertsTo<U>> Boundary<U> for Quantity<$number, V> {
            type In = V;
            const WRITTEN: Written<Self, V> = Written::$written(TypeEq::NEW);
        }
    )*};
}

quantities!(f64 Floats i32 Integers);

/// The boundary as a number in the unit `U`.
pub(super) const fn read<U: Unit, B: Boundary<U>>(boundary: B) -> f64 {
    let number = match B::WRITTEN {
        Written::Float(is) => is.to_right(boundary),
        Written::Integer(is) => is.to_right(boundary) as f64,
        Written::Floats(is) => is.to_right(boundary).value(),
        Written::Integers(is) => is.to_right(boundary).value() as f64,
    };
    Affine::between(B::In::SCALE, U::SCALE).apply(number)
}

/// The bucket boundaries of a histogram, in its unit.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Millis, Seconds};
///
/// const LATENCY: Metric<Histogram<f64, Seconds>> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("latency").boundaries(&[Millis(5.0), Millis(100.0)]);
/// assert_eq!(LATENCY.descriptor().boundaries.as_slice(), [0.005, 0.1]);
/// ```
#[derive(Clone, Copy)]
pub struct Boundaries(Kept);

#[derive(Clone, Copy)]
#[allow(clippy::large_enum_variant, reason = "const evaluation cannot allocate")]
enum Kept {
    Static(&'static [f64]),
    /// Converted in const evaluation.
    Inline([f64; Boundaries::MAX], usize),
}

impl Boundaries {
    /// The maximum number of boundaries in a declaration. `try_boundaries` takes more at run time.
    pub const MAX: usize = 32;

    pub(super) const fn of_static(boundaries: &'static [f64]) -> Self {
        Self(Kept::Static(boundaries))
    }

    #[track_caller]
    pub(super) const fn of<U: Unit, B: Boundary<U>>(boundaries: &[B]) -> Self {
        assert!(
            boundaries.len() <= Self::MAX,
            "a declaration has at most 32 bucket boundaries: leave some out, use `.exponential()`, or pass them at run time to `.try_boundaries`"
        );
        let mut converted = [0.0; Self::MAX];
        let mut i = 0;
        while i < boundaries.len() {
            converted[i] = read::<U, B>(boundaries[i]);
            i += 1;
        }
        Self(Kept::Inline(converted, boundaries.len()))
    }

    /// Returns the boundaries as numbers in the instrument's unit.
    #[must_use]
    pub const fn as_slice(&self) -> &[f64] {
        match &self.0 {
            Kept::Static(boundaries) => boundaries,
            Kept::Inline(boundaries, len) => boundaries.split_at(*len).0,
        }
    }
}

impl Deref for Boundaries {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        self.as_slice()
    }
}

impl<T: AsRef<[f64]> + ?Sized> PartialEq<T> for Boundaries {
    fn eq(&self, other: &T) -> bool {
        self.as_slice() == other.as_ref()
    }
}

impl AsRef<[f64]> for Boundaries {
    fn as_ref(&self) -> &[f64] {
        self.as_slice()
    }
}

impl fmt::Debug for Boundaries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().fmt(f)
    }
}

/// Boundaries are finite and strictly increasing (*Metrics SDK, explicit bucket histogram aggregation*).
///
/// # Errors
///
/// The rule that is broken.
pub const fn check(boundaries: &[f64]) -> Result<(), &'static str> {
    let mut i = 0;
    while i < boundaries.len() {
        if !boundaries[i].is_finite() {
            return Err("a bucket boundary is a finite number: the last bucket has no upper bound");
        }
        if i > 0 && boundaries[i - 1] >= boundaries[i] {
            return Err("bucket boundaries increase strictly: sort them and remove duplicates");
        }
        i += 1;
    }
    Ok(())
}

/// Why bucket boundaries were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundariesError(pub(super) &'static str);

impl fmt::Display for BoundariesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for BoundariesError {}
