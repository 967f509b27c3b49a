//! `Node`: a query as an untyped tree, which is written once the names are known.
// Uses `error`, `filter`, `group`. Used by `compare`, `expr`, `rules`, `series`, `slo`, `text`.

use meterstick::Descriptor;

use super::error::QueryError;
use super::filter::Filter;
use super::group::Group;

/// The selected series, and their groups.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Select {
    pub(crate) metric: Descriptor,
    pub(crate) part: Part,
    pub(crate) filters: Vec<Filter>,
    pub(crate) by: Vec<Group>,
}

impl Select {
    pub(crate) fn group(&mut self, group: Group) {
        if !self.by.contains(&group) {
            self.by.push(group);
        }
    }
}

/// A part of a metric: a histogram has several.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Value,
    Count,
    Sum,
    /// The number of values up to this boundary.
    Within(f64),
    Failed(QueryError),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    Rate,
    Increase,
    Max,
    Min,
    Average,
}

impl Function {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Increase => "increase",
            Self::Max => "max_over_time",
            Self::Min => "min_over_time",
            Self::Average => "avg_over_time",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aggregate {
    Sum,
    Max,
    Min,
    Average,
}

impl Aggregate {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Max => "max",
            Self::Min => "min",
            Self::Average => "avg",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Add,
    Subtract,
    Divide,
    Above,
    AtLeast,
    Below,
    AtMost,
    And,
    Or,
    Unless,
}

impl Op {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Divide => "/",
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::And => "and",
            Self::Or => "or",
            Self::Unless => "unless",
        }
    }

    pub(crate) fn is_set(self) -> bool {
        matches!(self, Self::And | Self::Or | Self::Unless)
    }
}

/// The conversion of one unit to another, `(x * mul + add) / div`, in lowest terms. `mul` and `div` are positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Conversion {
    pub(crate) mul: i128,
    pub(crate) add: i128,
    pub(crate) div: i128,
}

impl Conversion {
    pub(crate) const NONE: Self = Self { mul: 1, add: 0, div: 1 };

    /// The number that is converted to this one.
    pub(crate) fn before(self, number: f64) -> f64 {
        (number * self.div as f64 - self.add as f64) / self.mul as f64
    }
}

/// A query. Windows are in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// The current value.
    Level { select: Select, aggregate: Aggregate },
    /// A function over a window.
    Over { select: Select, function: Function, aggregate: Aggregate, window: u64 },
    /// A quantile of a histogram.
    Quantile { select: Select, quantile: f64, window: u64 },
    /// An operation of two expressions.
    Binary { op: Op, left: Box<Node>, right: Box<Node> },
    /// An operation of an expression and a number.
    Number { op: Op, of: Box<Node>, number: f64 },
    /// An expression multiplied by a number.
    Times { of: Box<Node>, by: f64 },
    /// An expression, converted to another unit.
    Converted { of: Box<Node>, by: Conversion },
    /// 1 minus an expression.
    Complement(Box<Node>),
    /// An expression, with 0 where it has no series but the other has.
    OrZero { of: Box<Node>, like: Box<Node> },
    /// The recorded result of an expression. Without a name, the name is derived from the expression.
    Recorded { name: Option<String>, labels: Vec<(&'static str, String)>, of: Box<Node> },
    /// A query that cannot be written.
    Failed(QueryError),
}

impl Node {
    pub(crate) fn ratio(left: Self, right: Self) -> Self {
        Self::binary(Op::Divide, left, right)
    }

    pub(crate) fn binary(op: Op, left: Self, right: Self) -> Self {
        Self::Binary { op, left: Box::new(left), right: Box::new(right) }
    }

    /// All selections of the tree.
    pub(crate) fn selects(&self) -> Vec<&Select> {
        match self {
            Self::Level { select, .. } | Self::Over { select, .. } | Self::Quantile { select, .. } => vec![select],
            Self::Binary { left, right, .. } | Self::OrZero { of: left, like: right } => {
                [left.selects(), right.selects()].concat()
            }
            Self::Number { of, .. }
            | Self::Times { of, .. }
            | Self::Converted { of, .. }
            | Self::Complement(of)
            | Self::Recorded { of, .. } => of.selects(),
            Self::Failed(_) => Vec::new(),
        }
    }

    /// The labels that it groups by, each with the metric that has the key.
    pub(crate) fn groups(&self) -> Vec<(Group, &Descriptor)> {
        match self {
            Self::Level { select, .. } | Self::Over { select, .. } | Self::Quantile { select, .. } => {
                select.by.iter().map(|group| (*group, &select.metric)).collect()
            }
            Self::Binary { op, left, right } => {
                let (left, right) = (left.groups(), right.groups());
                // The result has the labels of the side that has more.
                if right.len() > left.len() && !op.is_set() { right } else { left }
            }
            Self::Number { of, .. }
            | Self::Times { of, .. }
            | Self::Converted { of, .. }
            | Self::Complement(of)
            | Self::OrZero { of, .. }
            | Self::Recorded { of, .. } => of.groups(),
            Self::Failed(_) => Vec::new(),
        }
    }
}
