//! `Expr`: a PromQL expression with a unit.
// Uses `compare`, `error`, `names`, `node`, `threshold`. Used by `rules`, `series`, `slo`.

use std::marker::PhantomData;
use std::ops::{Add, Div, Mul, Sub};

use meterstick::Unit;
use meterstick::unit::{AddsUp, ConvertsTo, One};

use super::compare::{Comparison, Condition};
use super::error::QueryError;
use super::names::Names;
use super::node::{Conversion, Node, Op};
use super::threshold::{Divides, SameDimension, Threshold};

/// A PromQL expression whose value is in the unit `U`.
///
/// Expressions of one dimension can be added, subtracted, compared, and divided to a ratio: units are converted, also those of
/// temperatures, which have their own zeros. A comparison makes a [`Condition`].
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, KiBytes, Minutes};
/// use meterstick_catalog::promql::{Names, query};
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
/// const READ: Metric<Counter<u64, KiBytes>> = Meter::counter::<u64>().unit::<KiBytes>().name("read");
///
/// let both = query(&SENT).increase(Minutes(1)) + query(&READ).increase(Minutes(1));
/// assert_eq!(
///     both.promql(&Names::default())?,
///     "sum(increase(sent_bytes_total[1m])) + (sum(increase(read_kibibytes_total[1m])) * 1024)",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Adding seconds and bytes does not compile:
///
/// ```compile_fail
/// # use meterstick::prelude::*;
/// # use meterstick::unit::{Bytes, Minutes, Seconds};
/// # use meterstick_catalog::promql::query;
/// # const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
/// # const BUSY: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>().unit::<Seconds>().name("busy");
/// let both = query(&SENT).increase(Minutes(1)) + query(&BUSY).increase(Minutes(1));
/// ```
#[must_use = "an expression does nothing until it is written, compared or recorded"]
pub struct Expr<U> {
    pub(crate) node: Node,
    unit: PhantomData<fn() -> U>,
}

impl<U> Clone for Expr<U> {
    fn clone(&self) -> Self {
        Self { node: self.node.clone(), unit: PhantomData }
    }
}

impl<U> std::fmt::Debug for Expr<U> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Expr").field(&self.node).finish()
    }
}

impl<U> Expr<U> {
    pub(crate) fn new(node: Node) -> Self {
        Self { node, unit: PhantomData }
    }

    /// Writes the expression in PromQL.
    ///
    /// # Errors
    ///
    /// [`QueryError`] for the first part that cannot be written.
    pub fn promql(&self, names: &Names) -> Result<String, QueryError> {
        self.node.promql(names)
    }
}

impl<U: Unit> Expr<U> {
    /// The condition that the value is greater than a threshold.
    pub fn above(self, threshold: impl Threshold<U>) -> Condition {
        self.compared(Comparison::Above, threshold)
    }

    /// The condition that the value is greater than or equal to a threshold.
    pub fn at_least(self, threshold: impl Threshold<U>) -> Condition {
        self.compared(Comparison::AtLeast, threshold)
    }

    /// The condition that the value is less than a threshold.
    pub fn below(self, threshold: impl Threshold<U>) -> Condition {
        self.compared(Comparison::Below, threshold)
    }

    /// The condition that the value is less than or equal to a threshold.
    pub fn at_most(self, threshold: impl Threshold<U>) -> Condition {
        self.compared(Comparison::AtMost, threshold)
    }

    /// The condition that the value is greater than that of another expression of the same dimension.
    pub fn above_expr<V: SameDimension<U>>(self, other: Expr<V>) -> Condition {
        Condition::between::<U>(self.node, Comparison::Above, converted::<V, U>(other.node))
    }

    /// The condition that the value is less than that of another expression of the same dimension.
    pub fn below_expr<V: SameDimension<U>>(self, other: Expr<V>) -> Condition {
        Condition::between::<U>(self.node, Comparison::Below, converted::<V, U>(other.node))
    }

    fn compared(self, comparison: Comparison, threshold: impl Threshold<U>) -> Condition {
        match threshold.number() {
            Ok(number) => Condition::with::<U>(self.node, comparison, number),
            Err(error) => Condition::with::<U>(Node::Failed(error), comparison, 0.0),
        }
    }
}

impl Expr<One> {
    /// Subtracts a ratio from 1: the ratio of errors, if this is that of successes.
    pub fn complement(self) -> Self {
        Self::new(Node::Complement(Box::new(self.node)))
    }
}

/// Converts a value to another unit, by the exact fraction that quantities are converted by.
fn converted<V: ConvertsTo<U>, U: Unit>(node: Node) -> Node {
    let by = Conversion { mul: V::BY.mul, add: V::BY.add, div: V::BY.div };
    if by == Conversion::NONE { node } else { Node::Converted { of: Box::new(node), by } }
}

impl<U: AddsUp, V: SameDimension<U>> Add<Expr<V>> for Expr<U> {
    type Output = Expr<U>;

    fn add(self, other: Expr<V>) -> Self {
        Self::new(Node::binary(Op::Add, self.node, converted::<V, U>(other.node)))
    }
}

impl<U: AddsUp, V: SameDimension<U>> Sub<Expr<V>> for Expr<U> {
    type Output = Expr<U>;

    fn sub(self, other: Expr<V>) -> Self {
        Self::new(Node::binary(Op::Subtract, self.node, converted::<V, U>(other.node)))
    }
}

/// Divides two expressions of one dimension: the result is a ratio. A ratio of two temperatures does not compile.
impl<U: Unit, V: SameDimension<U> + Divides<U>> Div<Expr<V>> for Expr<U> {
    type Output = Expr<One>;

    fn div(self, other: Expr<V>) -> Expr<One> {
        Expr::new(Node::ratio(self.node, converted::<V, U>(other.node)))
    }
}

impl<U: AddsUp> Mul<f64> for Expr<U> {
    type Output = Self;

    fn mul(self, times: f64) -> Self {
        Self::new(Node::Times { of: Box::new(self.node), by: times })
    }
}
