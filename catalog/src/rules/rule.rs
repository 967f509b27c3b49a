//! `Rules`: a group of recording rules and alerts.
// Uses `alert`, `file`, `input`, `promql`, `unit_test`. Used by `file`, `slo`, `unit_test`.

use meterstick::Unit;

use super::alert::Alert;
use super::file;
use super::unit_test::{self, UnitTests};
use crate::promql::{Expr, Names, Node, QueryError, Window};

/// A group of recording rules and alerts, evaluated in order: a rule can use the results of earlier ones.
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
    /// Makes a group with a name, which is evaluated at Prometheus' configured interval.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), interval: None, rules: Vec::new() }
    }

    /// Sets the interval of evaluation.
    #[must_use]
    pub fn every(mut self, interval: impl Window) -> Self {
        self.interval = Some(interval.millis());
        self
    }

    /// Records an expression and returns the recorded result, with the unit and the labels of the expression.
    ///
    /// The name is derived from the expression by Prometheus' convention, `level:metric:operations`. If that is not possible,
    /// [`to_yaml`](Self::to_yaml) returns [`QueryError::Unnamed`].
    pub fn record<U: Unit>(&mut self, expression: Expr<U>) -> Expr<U> {
        self.add(None, Vec::new(), expression)
    }

    /// Records an expression under a name and returns the recorded result.
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

    /// Adds an alert to the group.
    pub fn alert(&mut self, alert: Alert) -> &mut Self {
        self.rules.push(Rule::Alert(alert));
        self
    }

    /// Writes the group as a YAML file of rules.
    ///
    /// # Errors
    ///
    /// [`QueryError`] for the first rule that cannot be written, or for a duplicate name.
    pub fn to_yaml(&self, names: &Names) -> Result<String, QueryError> {
        file::to_yaml([self], names)
    }

    /// Writes unit tests of the group's alerts for `promtool test rules`: each fires when it should, and not otherwise. `file` is
    /// the path of the file of rules, relative to the file of tests.
    ///
    /// # Errors
    ///
    /// [`QueryError`] for the first rule that cannot be written.
    pub fn unit_tests(&self, file: &str, names: &Names) -> Result<UnitTests, QueryError> {
        unit_test::of_alerts(self, file, names)
    }
}
