//! What an objective is declared by.

use meterstick::Unit;
use meterstick::unit::{AddsUp, One};

use super::burn::PERIOD;
use crate::promql::{Accumulates, Amount, Distributes, Filter, Node, Part, QueryError, Select, Series, Window};
use crate::rules::Severity;

/// Which part of all events has to be good, over which period.
///
/// See the [module](super) for an example.
#[derive(Clone, Debug)]
#[must_use = "an objective gives rules"]
pub struct Slo {
    pub(super) name: String,
    pub(super) good: Select,
    pub(super) all: Select,
    pub(super) objective: Result<f64, QueryError>,
    pub(super) period: Result<u64, QueryError>,
    pub(super) runbook: Option<String>,
    pub(super) labels: Vec<(String, String)>,
}

/// What is good of what: it wants its objective next.
#[derive(Clone, Debug)]
#[must_use = "it wants its objective next: `.objective(Percent(99.9))`"]
pub struct WantsObjective {
    name: String,
    good: Select,
    all: Select,
}

/// A part of a whole, as an objective is: `Percent(99.9)`, or a number from 0 to 1.
///
/// ```
/// use meterstick::unit::Percent;
/// use meterstick_catalog::slo::Proportion;
///
/// assert_eq!(Percent(99).proportion(), Ok(0.99));
/// ```
#[diagnostic::on_unimplemented(
    message = "an objective is a part of all events, and `{Self}` is none",
    label = "not a proportion",
    note = "write `Percent(99.9)`, or the proportion, `0.999`"
)]
pub trait Proportion {
    /// The part, from 0 to 1.
    ///
    /// # Errors
    ///
    /// [`QueryError::Objective`] if it is no finite number.
    fn proportion(self) -> Result<f64, QueryError>;
}

#[diagnostic::do_not_recommend]
impl<T: Amount<One>> Proportion for T {
    fn proportion(self) -> Result<f64, QueryError> {
        self.amount().map_err(|_| QueryError::Objective(f64::NAN))
    }
}

impl Slo {
    /// Of the events that a counter counts, those are good that a filter lets through. A histogram counts events, too:
    /// `query(&DURATION).count()`.
    ///
    /// The name is the value of the label `slo`.
    pub fn availability<K: Accumulates, U: AddsUp, Keys>(
        name: impl Into<String>,
        events: Series<K, U, Keys>,
        good: impl FnOnce(Keys) -> Filter,
    ) -> WantsObjective {
        let all = events.clone().select;
        WantsObjective { name: name.into(), good: events.only(good).select, all }
    }

    /// Of the values that a histogram records, those are good that are within a boundary of its buckets: a quantity of any
    /// unit of the dimension.
    ///
    /// Where there is no such boundary, the rules are a [`QueryError::NoBoundary`], which names the nearest.
    pub fn latency<K: Distributes, U: Unit, Keys>(
        name: impl Into<String>,
        values: Series<K, U, Keys>,
        boundary: impl Amount<U>,
    ) -> WantsObjective {
        let all = values.clone().count().select;
        WantsObjective { name: name.into(), good: values.within(boundary).select, all }
    }

    /// Its name, which is the value of the label `slo`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The period that the objective is for, in place of 30 days. The windows of the alerts are scaled with it.
    pub fn period(mut self, period: impl Window) -> Self {
        self.period = period.millis();
        self
    }

    /// Where it is written what to do.
    pub fn runbook(mut self, url: impl Into<String>) -> Self {
        self.runbook = Some(url.into());
        self
    }

    /// A label of the alerts, for their routing: a team, say.
    pub fn label(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.labels.push((name.into(), value.into()));
        self
    }

    /// The part of all events that were no good, over a window.
    pub(super) fn errors(&self, window: u64) -> Node {
        let rate = |select: &Select| Node::Over {
            select: select.clone(),
            function: crate::promql::Function::Rate,
            aggregate: crate::promql::Aggregate::Sum,
            window,
        };
        let (good, all) = (rate(&self.good), rate(&self.all));
        // Where nothing at all was good, there may be no series of what is good: that is 0, not an unknown.
        let good = match self.good.part {
            Part::Within(_) => good,
            _ => Node::OrZero { of: Box::new(good), like: Box::new(all.clone()) },
        };
        Node::Complement(Box::new(Node::ratio(good, all)))
    }

    /// The labels of what is recorded.
    pub(super) fn recorded_labels(&self) -> Vec<(&'static str, String)> {
        vec![("slo", self.name.clone())]
    }

    pub(super) fn alert_labels(&self, severity: Severity) -> Vec<(String, String)> {
        vec![("severity".to_owned(), severity.name().to_owned()), ("slo".to_owned(), self.name.clone())]
    }
}

impl WantsObjective {
    /// Which part of all has to be good: `Percent(99.9)`, or a proportion.
    ///
    /// Where it is not between 0 and 100%, the rules are a [`QueryError::Objective`]; where it is so low that an alert never
    /// fires, [`QueryError::NeverFires`].
    pub fn objective(self, objective: impl Proportion) -> Slo {
        let objective = objective.proportion();
        // A percentage is divided: 99.9 becomes 0.9990000000000001, and what is written is 0.999.
        let objective = objective.map(|objective| (objective * 1e12).round() / 1e12);
        Slo {
            name: self.name,
            good: self.good,
            all: self.all,
            objective,
            period: Ok(PERIOD),
            runbook: None,
            labels: Vec::new(),
        }
    }
}
