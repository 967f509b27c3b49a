//! A group of rules.

use meterstick::Unit;

use super::alert::Alert;
use super::file;
use super::unit_test::{self, UnitTests};
use crate::promql::{Expr, Names, Node, QueryError, Window};

/// A group of rules, evaluated one after the other: what is recorded can be used by those after it.
///
/// See the [module](super) for an example.
#[derive(Clone, Debug)]
pub struct Rules {
    pub(crate) name: String,
    pub(crate) interval: Option<Result<u64, QueryError>>,
    pub(crate) rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
pub(crate) enum Rule {
    Record { name: Option<String>, labels: Vec<(&'static str, String)>, node: Node },
    Alert(Alert),
}

impl Rules {
    /// A group of that name, which is evaluated as often as Prometheus is configured to.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), interval: None, rules: Vec::new() }
    }

    /// It is evaluated that often.
    #[must_use]
    pub fn every(mut self, interval: impl Window) -> Self {
        self.interval = Some(interval.millis());
        self
    }

    /// Records an expression, and gives what was recorded: it has the unit and the labels of the expression.
    ///
    /// The name is derived from the expression as Prometheus' convention has it, `level:metric:operations`. Where that cannot
    /// be done, [`to_yaml`](Self::to_yaml) gives [`QueryError::Unnamed`].
    pub fn record<U: Unit>(&mut self, expression: Expr<U>) -> Expr<U> {
        self.add(None, Vec::new(), expression)
    }

    /// Records an expression by a name, and gives what was recorded.
    pub fn record_as<U: Unit>(&mut self, name: impl Into<String>, expression: Expr<U>) -> Expr<U> {
        self.add(Some(name.into()), Vec::new(), expression)
    }

    pub(crate) fn add<U>(
        &mut self,
        name: Option<String>,
        labels: Vec<(&'static str, String)>,
        expression: Expr<U>,
    ) -> Expr<U> {
        let node = expression.node;
        self.rules.push(Rule::Record { name: name.clone(), labels: labels.clone(), node: node.clone() });
        Expr::new(Node::Recorded { name, labels, of: Box::new(node) })
    }

    /// Adds an alert.
    pub fn alert(&mut self, alert: Alert) -> &mut Self {
        self.rules.push(Rule::Alert(alert));
        self
    }

    /// The group as a file of rules.
    ///
    /// # Errors
    ///
    /// [`QueryError`]: the first rule that cannot be written, or a name that is there twice.
    pub fn to_yaml(&self, names: &Names) -> Result<String, QueryError> {
        file::to_yaml([self], names)
    }

    /// Unit tests of the group's alerts, for `promtool test rules`: each fires when it should and is silent when it should
    /// be. `file` is the name of the file of rules, as it is seen from that of the tests.
    ///
    /// # Errors
    ///
    /// [`QueryError`]: the first rule that cannot be written.
    pub fn unit_tests(&self, file: &str, names: &Names) -> Result<UnitTests, QueryError> {
        unit_test::of_alerts(self, file, names)
    }
}
