//! What needs no unit beside its number.

use super::convert::{ConvertsTo, Is, Ratio, Scale};
use super::{Unit, ladder};

/// A unit that counts, so that a bare number says enough: `REQUESTS.add(1)`.
#[diagnostic::on_unimplemented(
    message = "a bare number does not say its unit, and this instrument is in `{Self}`",
    label = "how much is that?",
    note = "give a quantity: `{Self}(..)`, or any unit that converts to it"
)]
pub trait BareNumbers: Unit {}

#[diagnostic::do_not_recommend]
impl<U: Unit<Counts = Is<true>>> BareNumbers for U {}

/// The unit of an instrument whose unit's code is known at run time only.
///
/// It takes bare numbers, and nobody checks what they mean. [`try_unit`](crate::WantsUnit::try_unit) declares one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unchecked {}

impl Unit for Unchecked {
    type Dimension = Self;
    const CODE: &'static str = "1";
    const SCALE: Scale = Scale { num: 1, den: 1, offset: 0, part: 1 };
    type Counts = Is<true>;
    type Adds = Is<true>;
    const BOUNDARIES: &'static [f64] = ladder::COUNTS;
}

impl ConvertsTo<Self> for Unchecked {
    type Ratio = Ratio<true>;
}
