//! The recording rules and the alerts of an objective.
// Uses `burn`, `declare`, `promql`, `rules`. Used by `panels`, `unit_test`.

use meterstick::unit::One;

use super::burn::{self, BURNS, Burn};
use super::declare::Slo;
use crate::promql::{Comparison, Condition, Expr, Node, Op, QueryError, duration};
use crate::rules::{Alert, Annotation, Rules, Severity, percent};

/// The name of the recorded error ratio over a window.
pub(super) fn errors_name(window: u64) -> String {
    format!("slo:error_ratio:rate{}", duration(window))
}

/// The name of the recorded rest of the error budget.
pub(super) const LEFT: &str = "slo:error_budget_left:ratio";

impl Slo {
    /// Returns the recording rules and the alerts, in two groups: the rule over the whole period is evaluated less often.
    ///
    /// It records `slo:error_ratio:rate5m` and so on for each window, and `slo:error_budget_left:ratio`, with the label `slo`.
    /// The alerts have the name `ErrorBudgetBurn` and the labels `slo` and `severity`.
    ///
    /// # Errors
    ///
    /// [`QueryError`] if the name is empty, if the objective, the period or a label is invalid, or if an alert could never fire with
    /// the objective. What depends on the names in Prometheus, such as a missing bucket boundary, is an error of
    /// [`to_yaml`](crate::rules::to_yaml).
    pub fn rules(&self) -> Result<[Rules; 2], QueryError> {
        let (objective, period) = (self.objective.clone()?, self.period.clone()?);
        burn::check(objective, period)?;
        self.check_declared()?;
        let budget = budget(objective);
        let mut rules = Rules::new(format!("slo-windows-{}", self.name));
        let mut windows: Vec<u64> = BURNS.iter().flat_map(|burn| [burn.short(period), burn.long(period)]).collect();
        windows.sort_unstable();
        windows.dedup();
        for window in windows {
            let _ = self.record(&mut rules, errors_name(window), self.errors(window));
        }
        for severity in [Severity::Page, Severity::Ticket] {
            let burns = BURNS.iter().filter(|burn| burn.severity == severity);
            let conditions = burns.map(|burn| self.burns(burn, period, budget));
            if let Some(condition) = conditions.reduce(Condition::or) {
                rules.alert(self.alert(condition, severity, objective, period));
            }
        }
        let mut slow = Rules::new(format!("slo-period-{}", self.name));
        // A ten-thousandth of the period, but at most 4 minutes: after 5, Prometheus takes the result for gone.
        slow = slow.every(std::time::Duration::from_millis((period / 10_000).clamp(1000, 240_000) / 1000 * 1000));
        let over_period = self.record(&mut slow, errors_name(period), self.errors(period));
        let used = Node::Number { op: Op::Divide, of: Box::new(over_period.node), number: budget };
        let _ = self.record(&mut slow, LEFT.to_owned(), Node::Complement(Box::new(used)));
        Ok([rules, slow])
    }

    /// Returns the recorded rest of the error budget: 1 if nothing was used, negative if too much was used.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Millis, Percent, Seconds};
    /// use meterstick_catalog::promql::{Names, query};
    /// use meterstick_catalog::slo::Slo;
    ///
    /// const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("wait");
    ///
    /// let slo = Slo::latency("wait", query(&WAIT), Millis(500)).objective(Percent(99));
    /// let left = slo.error_budget_left().promql(&Names::default())?;
    /// assert_eq!(left, r#"slo:error_budget_left:ratio{slo="wait"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn error_budget_left(&self) -> Expr<One> {
        let of = Box::new(self.errors(1));
        Expr::new(Node::Recorded { name: Some(LEFT.to_owned()), labels: self.recorded_labels(), of })
    }

    /// The recorded error ratio over a window.
    pub(super) fn recorded(&self, window: u64) -> Node {
        let of = Box::new(self.errors(window));
        Node::Recorded { name: Some(errors_name(window)), labels: self.recorded_labels(), of }
    }

    fn record(&self, rules: &mut Rules, name: String, node: Node) -> Expr<One> {
        rules.add(Some(name), self.recorded_labels(), Expr::new(node))
    }

    /// The condition that the budget is used too fast over both windows.
    fn burns(&self, burn: &Burn, period: u64, budget: f64) -> Condition {
        let above = |window| {
            let threshold = ((burn.rate() * budget) * 1e12).round() / 1e12;
            Condition::with::<One>(self.recorded(window), Comparison::Above, threshold)
        };
        above(burn.long(period)).and(above(burn.short(period)))
    }

    fn alert(&self, condition: Condition, severity: Severity, objective: f64, period: u64) -> Alert {
        let mut alert = Alert::new("ErrorBudgetBurn", condition, severity).label("slo", self.name.clone());
        for (name, value) in &self.labels {
            alert = alert.label(name.clone(), value.clone());
        }
        let fast = if severity == Severity::Page { "much too fast" } else { "too fast" };
        alert = alert
            .annotation(
                "summary",
                // An objective with groups has an alert for each group.
                Annotation::Groups { before: self.name.clone(), after: format!(": the error budget is used {fast}.") },
            )
            .annotation(
                "description",
                Annotation::Text(format!(
                    "{{value}} of all were errors. The objective of {}% over {} allows {}%.",
                    percent(objective),
                    duration(period),
                    percent(budget(objective))
                )),
            );
        match &self.runbook {
            Some(url) => alert.runbook(url.clone()),
            None => alert,
        }
    }
}

/// The error budget: the part of all events that may be errors.
pub(super) fn budget(objective: f64) -> f64 {
    ((1.0 - objective) * 1e12).round() / 1e12
}
