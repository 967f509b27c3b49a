//! `Threshold`, `SameDimension` and `Divides`: what an expression is compared with and combined with.
// Uses `error`. Used by `expr`, `series`, `slo`.

use meterstick::unit::ConvertsTo;
use meterstick::{Measurement, Unit};

use super::error::QueryError;

/// A threshold, a boundary or an objective in the unit `U`: a quantity in any unit that converts to it, a `std::time::Duration`
/// if it is a time, a bare number if it is a count.
///
/// ```
/// use meterstick::unit::{Millis, Seconds};
/// use meterstick_catalog::promql::Threshold;
///
/// assert_eq!(Threshold::<Seconds>::number(Millis(250)), Ok(0.25));
/// ```
#[diagnostic::on_unimplemented(
    message = "a value in `{U}` is compared with a quantity of its dimension, and `{Self}` is not one",
    label = "not a quantity in a unit that converts to `{U}`",
    note = "write a quantity with its unit, in `{U}` or in a unit that converts to it"
)]
pub trait Threshold<U: Unit> {
    /// Converts to the unit and returns the number.
    ///
    /// # Errors
    ///
    /// [`QueryError::Threshold`] if it is not finite.
    fn number(self) -> Result<f64, QueryError>;
}

#[diagnostic::do_not_recommend]
impl<U: Unit, M: Measurement<f64, U>> Threshold<U> for M {
    fn number(self) -> Result<f64, QueryError> {
        self.measure().ok().filter(|number| number.is_finite()).ok_or(QueryError::Threshold)
    }
}

/// A unit with the same dimension as the unit `U`: expressions in the two can be added, subtracted, divided and compared.
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{U}` do not measure the same thing",
    label = "not within a dimension",
    note = "expressions are added, subtracted, divided and compared within a dimension only"
)]
pub trait SameDimension<U: Unit>: ConvertsTo<U> {}

#[diagnostic::do_not_recommend]
impl<U: Unit, V: ConvertsTo<U>> SameDimension<U> for V {}

/// A unit by which an expression in the unit `U` can be divided to a ratio: any, if `U` is not a temperature. The ratio of 20 to
/// 10 degrees Celsius depends on where the scale has its zero.
#[diagnostic::on_unimplemented(
    message = "two temperatures have no ratio, and `{U}` is one",
    label = "a ratio of temperatures",
    note = "compare the two: `.above_expr(..)`; for absolute temperatures, declare the left side in a unit of its own: `meterstick::unit! {{ pub Absolute = meterstick::unit::Kelvin }}`"
)]
pub trait Divides<U: Unit>: Unit {}

#[diagnostic::do_not_recommend]
impl<U: Unit<Difference = U>, V: Unit> Divides<U> for V {}
