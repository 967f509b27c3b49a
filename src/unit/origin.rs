//! How a unit converts: it is built in, custom or a rate.
//!
//! Between built-in units, the type checker knows which conversions keep whole numbers whole, because each pair is listed. A
//! custom unit converts to every unit of its dimension, in any crate, so its pairs cannot be listed: const evaluation checks its
//! conversions.
// Uses `number`, `unit`. Used by `cache`, `convert`, `count`, `define`, `per`, `temperature`.

use super::Unit;
use crate::number::{Ratio, WhenBuilt};

/// The origin of a unit of this crate.
#[derive(Clone, Copy, Debug)]
pub enum BuiltIn {}

/// The origin of a unit that `unit!` declares.
#[derive(Clone, Copy, Debug)]
pub enum Custom {}

/// The origin of a rate.
#[derive(Clone, Copy, Debug)]
pub enum Rate {}

/// Implemented by the origin of `From` if `From` converts to `To`, whose origin is `Origin`.
// The message is that of `ConvertsTo`: the compiler reports this trait where it needs the ratio.
#[diagnostic::on_unimplemented(
    message = "`{From}` does not convert to `{To}`: they do not measure the same thing",
    label = "not a quantity in `{To}`",
    note = "convert to a unit of the dimension of `{From}`"
)]
pub trait Route<From, To, Origin> {
    type Ratio;
}

/// Implemented for each pair of built-in units of one dimension.
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

/// Two dimensions are the same. An equality of types would be reported in the compiler's words instead of ours.
pub trait Same<Dimension> {}

#[diagnostic::do_not_recommend]
impl<D> Same<D> for D {}

/// The ratio of two conversions in a row: `Ratio<true>` if both keep whole numbers whole.
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
