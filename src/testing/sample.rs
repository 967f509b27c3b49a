//! `Sample`: types with sample values for property tests.
// Used by `calls`, `model`, `strategies`.

use core::fmt::Debug;
use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use proptest::prelude::*;
use proptest::strategy::BoxedStrategy;

/// A strategy that generates values of a type.
pub type Samples<T> = BoxedStrategy<T>;

/// A type with sample values for property tests. The derives of `Attributes` and `AttributeValue` implement it if the type is
/// `Debug` and its fields have samples.
///
/// The values come from small domains, so that they repeat, and include edge cases.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no sample values",
    note = "derive `Debug`, and `Attributes` or `AttributeValue`, on it and on the types of its fields; type parameters have none"
)]
pub trait Sample: Debug + Sized + 'static {
    /// Returns a strategy for the values.
    fn sample() -> Samples<Self>;
}

impl Sample for () {
    fn sample() -> Samples<()> {
        nothing()
    }
}

impl Sample for bool {
    fn sample() -> Samples<bool> {
        any::<bool>().boxed()
    }
}

macro_rules! integers {
    ($($n:ident)*) => {$(
        impl Sample for $n {
            fn sample() -> Samples<$n> {
                prop_oneof![8 => 0..4 as $n, 1 => Just($n::MIN), 1 => Just($n::MAX), 1 => any::<$n>()].boxed()
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

macro_rules! floats {
    ($($n:ident)*) => {$(
        impl Sample for $n {
            fn sample() -> Samples<$n> {
                prop_oneof![8 => (0..4_i8).prop_map($n::from), 1 => Just(-0.0), 1 => Just($n::NAN), 1 => any::<$n>()].boxed()
            }
        }
    )*};
}

floats!(f32 f64);

const TEXTS: [&str; 8] = ["", "/", "a", "b", "ab", "A", "ä", "a text that is longer than the others, with, a comma"];

impl Sample for &'static str {
    fn sample() -> Samples<&'static str> {
        proptest::sample::select(&TEXTS[..]).boxed()
    }
}

macro_rules! texts {
    ($($text:ty)*) => {$(
        impl Sample for $text {
            fn sample() -> Samples<$text> {
                map(<&str>::sample(), <$text>::from)
            }
        }
    )*};
}

texts!(String Box<str> Arc<str> Cow<'static, str>);

macro_rules! arbitrary {
    ($($ty:ty)*) => {$(
        impl Sample for $ty {
            fn sample() -> Samples<$ty> {
                any::<$ty>().boxed()
            }
        }
    )*};
}

arbitrary!(char IpAddr Ipv4Addr Ipv6Addr);

impl<T: Sample> Sample for Option<T> {
    fn sample() -> Samples<Self> {
        proptest::option::of(T::sample()).boxed()
    }
}

impl<T: Sample> Sample for Vec<T> {
    fn sample() -> Samples<Self> {
        proptest::collection::vec(T::sample(), 0..4).boxed()
    }
}

impl<T: Sample, const N: usize> Sample for [T; N] {
    fn sample() -> Samples<Self> {
        let values = proptest::collection::vec(T::sample(), N);
        values.prop_map(|values| values.try_into().expect("as many as there are")).boxed()
    }
}

// Called by the derives.

/// Only `()`.
pub fn nothing() -> Samples<()> {
    Just(()).boxed()
}

/// Pairs of values.
pub fn both<A: Debug + 'static, B: Debug + 'static>(a: Samples<A>, b: Samples<B>) -> Samples<(A, B)> {
    (a, b).boxed()
}

/// An index up to `last`.
pub fn up_to(last: usize) -> Samples<usize> {
    (0..=last).boxed()
}

/// Mapped values.
pub fn map<A: Debug + 'static, B: Debug + 'static>(values: Samples<A>, make: fn(A) -> B) -> Samples<B> {
    values.prop_map(make).boxed()
}
