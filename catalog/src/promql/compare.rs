//! `Condition`: the comparison that an alert is on.
// Uses `error`, `names`, `node`. Used by `expr`, `rules`, `slo`.

use meterstick::Unit;

use super::error::QueryError;
use super::names::Names;
use super::node::{Node, Op};

/// The operator of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Above,
    AtLeast,
    Below,
    AtMost,
}

impl Comparison {
    fn op(self) -> Op {
        match self {
            Self::Above => Op::Above,
            Self::AtLeast => Op::AtLeast,
            Self::Below => Op::Below,
            Self::AtMost => Op::AtMost,
        }
    }
}

/// A comparison in PromQL, for an alert: it selects the series for which it is true, with their values.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Minutes, Per, Seconds};
/// use meterstick_catalog::promql::{Names, query};
///
/// meterstick::unit! { Orders = "{order}" }
///
/// const REFUSED: Metric<Counter<u64, Orders>> = Meter::counter::<u64>().unit::<Orders>().name("orders.refused");
///
/// let many = query(&REFUSED).rate(Minutes(5)).above(Orders(30).per(Minutes(1)));
/// assert_eq!(many.promql(&Names::default())?, "sum(rate(orders_refused_total[5m])) > 0.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a condition does nothing by itself: make an alert of it"]
pub struct Condition {
    pub(crate) node: Node,
    /// The threshold, if it is one number.
    pub(crate) threshold: Option<f64>,
    /// The unit of the value and of the threshold; `None` if the value can be in one of two.
    pub(crate) unit: Option<&'static str>,
}

impl Condition {
    pub(crate) fn with<U: Unit>(of: Node, comparison: Comparison, threshold: f64) -> Self {
        let node = Node::Number { op: comparison.op(), of: Box::new(of), number: threshold };
        Self { node, threshold: Some(threshold), unit: Some(U::CODE) }
    }

    pub(crate) fn between<U: Unit>(left: Node, comparison: Comparison, right: Node) -> Self {
        let node = Node::binary(comparison.op(), left, right);
        Self { node, threshold: None, unit: Some(U::CODE) }
    }

    /// The condition that both are true. The value is that of this one.
    pub fn and(self, other: Self) -> Self {
        Self { node: Node::binary(Op::And, self.node, other.node), ..self }
    }

    /// The condition that at least one is true. The value is that of this one if it is true, else that of the other.
    ///
    /// In an alert's texts, `{value}` is without a unit if the two units differ, and there is no `{threshold}` if the two
    /// thresholds differ.
    pub fn or(self, other: Self) -> Self {
        let unit = self.unit.filter(|unit| other.unit == Some(unit));
        let threshold = self.threshold.filter(|threshold| unit.is_some() && other.threshold == Some(*threshold));
        Self { node: Node::binary(Op::Or, self.node, other.node), threshold, unit }
    }

    /// The condition that this is true and the other is not.
    pub fn unless(self, other: Self) -> Self {
        Self { node: Node::binary(Op::Unless, self.node, other.node), ..self }
    }

    /// Writes the condition in PromQL.
    ///
    /// # Errors
    ///
    /// [`QueryError`] for the first part that cannot be written.
    pub fn promql(&self, names: &Names) -> Result<String, QueryError> {
        self.node.promql(names)
    }
}
