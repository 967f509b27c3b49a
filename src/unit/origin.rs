//! Where a unit comes from, which decides how it converts.
//!
//! Between the crate's own units it is known to the type checker which conversions keep whole numbers whole: each pair is
//! listed. A custom unit converts to every unit of its dimension, wherever that is declared, so its pairs cannot be
//! listed: its conversions are checked in const evaluation.

use super::Unit;
use crate::number::{Ratio, WhenBuilt};

/// A unit of this crate.
#[derive(Clone, Copy, Debug)]
pub enum BuiltIn {}

/// A unit that `unit!` declares.
#[derive(Clone, Copy, Debug)]
pub enum Custom {}

/// A rate.
#[derive(Clone, Copy, Debug)]
pub enum Rate {}

/// That the unit `From`, of this origin, converts to the unit `To` of another one.
pub trait Route<From, To, Origin> {
    type Ratio;
}

/// A pair of this crate's units.
pub trait Listed<To: Unit>: Unit {
    type Ratio;
}

#[diagnostic::do_not_recommend]
impl<U: Listed<V>, V: Unit> Route<U, V, BuiltIn> for BuiltIn {
    type Ratio = U::Ratio;
}

macro_rules! checked_when_built {
    ($($from:ident to $to:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<U: Unit<Dimension: Same<V::Dimension>>, V: Unit> Route<U, V, $to> for $from {
            type Ratio = WhenBuilt;
        }
    )*};
}

checked_when_built! {
    Custom to Custom;
    Custom to BuiltIn;
    BuiltIn to Custom;
    Custom to Rate;
    Rate to Custom;
}

/// That two dimensions are one. An equality of types would be reported in words of the compiler.
pub trait Same<Dimension> {}

#[diagnostic::do_not_recommend]
impl<D> Same<D> for D {}

/// Whether both of two conversions keep whole numbers whole.
pub trait And<Other> {
    type Both;
}

impl<R> And<R> for Ratio<true> {
    type Both = R;
}

impl<R> And<R> for Ratio<false> {
    type Both = Self;
}

impl And<WhenBuilt> for WhenBuilt {
    type Both = Self;
}

impl And<Ratio<true>> for WhenBuilt {
    type Both = Self;
}

impl And<Ratio<false>> for WhenBuilt {
    type Both = Ratio<false>;
}
