//! The types of the standard library and of OpenTelemetry that are attribute values.
// Uses `value`. No other module uses it.

use core::fmt::Display;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use core::num::NonZero;
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use opentelemetry::{StringValue, Value};

use super::value::{AttributeValue, Element, Sequence, ValueRef, ValueType};

#[diagnostic::do_not_recommend]
impl AttributeValue for bool {
    const TYPE: ValueType = ValueType::Bool;
    const CARDINALITY: Option<usize> = Some(2);

    #[inline]
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Bool(*self)
    }

    #[inline]
    fn index(&self) -> usize {
        usize::from(*self)
    }
}

#[diagnostic::do_not_recommend]
impl Element for bool {}

macro_rules! open {
    ($ty:ident, $value:expr, $($of:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl AttributeValue for $of {
            const TYPE: ValueType = ValueType::$ty;

            #[inline]
            fn value(&self) -> ValueRef<'_> {
                $value(self)
            }
        }
    )*};
}

macro_rules! elements {
    ($($of:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Element for $of {}
    )*};
}

macro_rules! nonzero {
    ($($integer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl AttributeValue for NonZero<$integer> {
            const TYPE: ValueType = ValueType::Int;

            #[inline]
            fn value(&self) -> ValueRef<'_> {
                self.get().try_into().map_or(ValueRef::Plain(self), ValueRef::Int)
            }
        }

        #[diagnostic::do_not_recommend]
        impl Element for NonZero<$integer> {}
    )*};
}

open!(Int, integer, i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);
nonzero!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);
open!(Double, double, f32 f64);
open!(String, text, str String Box<str> Cow<'_, str> Rc<str>);
open!(String, string_value, StringValue);
open!(String, ValueRef::Shared, Arc<str>);
open!(String, display, char IpAddr Ipv4Addr Ipv6Addr SocketAddr SocketAddrV4 SocketAddrV6);
open!(Any, ValueRef::Value, Value);

elements!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64);
elements!(str String Box<str> Cow<'_, str> Rc<str> Arc<str> StringValue);
elements!(char IpAddr Ipv4Addr Ipv6Addr SocketAddr SocketAddrV4 SocketAddrV6);

/// An integer outside the range of `i64` becomes its decimal string (*Common, mapping to `AnyValue`*).
#[inline]
fn integer<I: Copy + Display + TryInto<i64>>(integer: &I) -> ValueRef<'_> {
    (*integer).try_into().map_or(ValueRef::Plain(integer), ValueRef::Int)
}

#[inline]
fn double<F: Copy + Into<f64>>(double: &F) -> ValueRef<'_> {
    ValueRef::Double((*double).into())
}

#[inline]
fn text<S: AsRef<str> + ?Sized>(text: &S) -> ValueRef<'_> {
    ValueRef::Str(text.as_ref())
}

#[inline]
fn string_value(text: &StringValue) -> ValueRef<'_> {
    ValueRef::Str(text.as_str())
}

#[inline]
fn display<D: Display>(displayed: &D) -> ValueRef<'_> {
    ValueRef::Plain(displayed)
}

#[diagnostic::do_not_recommend]
impl<T: AttributeValue + ?Sized> AttributeValue for &T {
    const TYPE: ValueType = T::TYPE;
    const CARDINALITY: Option<usize> = T::CARDINALITY;
    const REQUIRED: bool = T::REQUIRED;
    const MEMBERS: &'static [&'static str] = T::MEMBERS;

    #[inline]
    fn value(&self) -> ValueRef<'_> {
        T::value(self)
    }

    #[inline]
    fn index(&self) -> usize {
        T::index(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Element + ?Sized> Element for &T {}

/// An attribute that is left out when it is `None`.
#[diagnostic::do_not_recommend]
impl<T: AttributeValue> AttributeValue for Option<T> {
    const TYPE: ValueType = T::TYPE;
    // A value that can itself be absent gets no additional index.
    const CARDINALITY: Option<usize> = match T::CARDINALITY {
        Some(present) if T::REQUIRED => Some(present.saturating_add(1)),
        known => known,
    };
    const REQUIRED: bool = false;
    const MEMBERS: &'static [&'static str] = T::MEMBERS;

    #[inline]
    fn value(&self) -> ValueRef<'_> {
        self.as_ref().map_or(ValueRef::Absent, T::value)
    }

    #[inline]
    fn index(&self) -> usize {
        // Wraps for an open value, whose index means nothing.
        self.as_ref().map_or(0, |value| value.index().wrapping_add(usize::from(T::REQUIRED)))
    }
}

macro_rules! arrays {
    ($([$($parameter:tt)*] $of:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Element $($parameter)*> AttributeValue for $of {
            const TYPE: ValueType = T::TYPE.array();

            #[inline]
            fn value(&self) -> ValueRef<'_> {
                ValueRef::Sequence(self)
            }
        }

        impl<T: Element $($parameter)*> Sequence for $of {
            fn element(&self) -> ValueType {
                T::TYPE
            }

            fn each(&self, show: &mut dyn FnMut(ValueRef<'_>)) {
                for element in self.iter() {
                    show(element.value());
                }
            }
        }
    )*};
}

// A slice has no size, so the reference to it is passed as the sequence.
arrays! {
    [] Vec<T>;
    [] Box<[T]>;
    [] Arc<[T]>;
    [+ Clone] Cow<'_, [T]>;
    [] &[T];
    [, const N: usize] [T; N];
}
