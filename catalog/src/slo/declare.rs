//! `Slo`: the declaration of a service level objective.
// Uses `burn`, `promql`, `rules`. Used by `panels`, `record`, `unit_test`.

use meterstick::Unit;
use meterstick::unit::{AddsUp, One};

use super::burn::PERIOD;
use crate::promql::{Accumulates, Distributes, Filter, Names, Node, QueryError, Select, Series, Threshold, Window};
use crate::rules::{Severity, check_groups, check_label};

/// A service level objective: the part of all events that has to be good, over a period.
///
/// See the [module](super) for an example.
#[derive(Clone, Debug)]
#[must_use = "an objective gives rules"]
pub struct Slo {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) good: Select,
    pub(super) all: Select,
    pub(super) objective: Result<f64, QueryError>,
    pub(super) period: Result<u64, QueryError>,
    pub(super) runbook: Option<String>,
    pub(super) labels: Vec<(String, String)>,
}

/// What the good events are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Those that a filter selects: other series than those of the bad ones.
    Availability,
    /// Those up to a bucket boundary, in the same histogram as the others.
    Latency,
}

/// A declaration of an objective without its target: call [`objective`](Self::objective) next.
#[derive(Clone, Debug)]
#[must_use = "it wants its objective next: `.objective(Percent(99.9))`"]
pub struct WantsObjective {
    name: String,
    kind: Kind,
    good: Select,
    all: Select,
}

/// A target of an objective: `Percent(99.9)`, or a number from 0 to 1.
///
/// ```
/// use meterstick::unit::Percent;
/// use meterstick_catalog::slo::IntoObjective;
///
/// assert_eq!(Percent(99).into_objective(), Ok(0.99));
/// ```
#[diagnostic::on_unimplemented(
    message = "an objective is a proportion of all events, and `{Self}` is not one",
    label = "not a proportion",
    note = "write `Percent(99.9)`, or the proportion, `0.999`"
)]
pub trait IntoObjective {
    /// Returns the proportion, from 0 to 1.
    ///
    /// # Errors
    ///
    /// [`QueryError::Objective`] if it is not a finite number.
    fn into_objective(self) -> Result<f64, QueryError>;
}

#[diagnostic::do_not_recommend]
impl<T: Threshold<One>> IntoObjective for T {
    fn into_objective(self) -> Result<f64, QueryError> {
        self.number().map_err(|_| QueryError::Objective(f64::NAN))
    }
}

impl Slo {
    /// Declares an objective on the events of a counter: those that match a filter are good. A histogram counts events, too:
    /// `query(&DURATION).count()`.
    ///
    /// The name is the value of the label `slo`. The events cannot be grouped by the key of the filter: in each group all would be
    /// good, or none. The rules return [`QueryError::GroupOfGood`] then.
    pub fn availability<K: Accumulates, U: AddsUp, Keys>(
        name: impl Into<String>,
        events: Series<K, U, Keys>,
        good: impl FnOnce(Keys) -> Filter,
    ) -> WantsObjective {
        let all = events.clone().select;
        WantsObjective { name: name.into(), kind: Kind::Availability, good: events.only(good).select, all }
    }

    /// Declares an objective on the values of a histogram: those up to a bucket boundary are good. The boundary is a quantity in
    /// any unit of the dimension.
    ///
    /// If there is no such boundary, [`to_yaml`](crate::rules::to_yaml), [`unit_tests`](Self::unit_tests) and
    /// [`dashboard`](super::dashboard) return [`QueryError::NoBoundary`], which contains the nearest one. With exponential buckets,
    /// any boundary is possible: Prometheus estimates how many values are below it.
    pub fn latency<K: Distributes, U: Unit, Keys>(
        name: impl Into<String>,
        values: Series<K, U, Keys>,
        boundary: impl Threshold<U>,
    ) -> WantsObjective {
        let all = values.clone().count().select;
        WantsObjective { name: name.into(), kind: Kind::Latency, good: values.within(boundary).select, all }
    }

    /// Returns the objective's name, which is the value of the label `slo`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Sets the period of the objective, 30 days by default. The windows of the alerts are scaled with it.
    ///
    /// The shortest window is an 8,640th of the period. It has to contain at least two samples, so over 3 days, for example,
    /// Prometheus has to scrape every 15 s. If the period is shorter than 12 hours, the rules return [`QueryError::Period`].
    pub fn period(mut self, period: impl Window) -> Self {
        self.period = period.millis();
        self
    }

    /// Sets the URL of the runbook, which says what to do.
    pub fn runbook(mut self, url: impl Into<String>) -> Self {
        self.runbook = Some(url.into());
        self
    }

    /// Sets a label of the alerts, for their routing, such as a team. The last value of a label wins.
    ///
    /// Its name is that of an alert's [label](crate::rules::Alert::label). If it is `slo` or `severity`, which the alerts have
    /// already, the rules return [`QueryError::Label`]. The events cannot be grouped by a key of one of these names: that is
    /// [`QueryError::GroupLabel`].
    pub fn label(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.labels.push((name.into(), value.into()));
        self
    }

    /// The error ratio over a window.
    pub(super) fn errors(&self, window: u64) -> Node {
        let rate = |select: &Select| Node::Over {
            select: select.clone(),
            function: crate::promql::Function::Rate,
            aggregate: crate::promql::Aggregate::Sum,
            window,
        };
        let (good, all) = (rate(&self.good), rate(&self.all));
        // If nothing was good, there may be no series of good events: that is 0, not unknown.
        let good = match self.kind {
            Kind::Latency => good,
            Kind::Availability => Node::OrZero { of: Box::new(good), like: Box::new(all.clone()) },
        };
        Node::Complement(Box::new(Node::ratio(good, all)))
    }

    /// Checks the name and the labels, as all objectives have rules of the same names, with other values of `slo` and `severity`. And
    /// that the objective is not grouped by what tells good events from others.
    pub(super) fn check_declared(&self) -> Result<(), QueryError> {
        if self.name.is_empty() {
            return Err(QueryError::Name(String::new()));
        }
        let group = self.good.filters.last().map(|good| good.group);
        if let (Kind::Availability, Some(group)) = (self.kind, group)
            && self.all.by.contains(&group)
        {
            return Err(QueryError::GroupOfGood(group.name().to_owned()));
        }
        self.labels.iter().try_for_each(|(name, _)| match name.as_str() {
            "slo" | "severity" => Err(QueryError::Label(name.clone())),
            name => check_label(name),
        })
    }

    /// Checks that the objective is not grouped by a label that the rules set, and that its boundary exists.
    pub(super) fn check_query(&self, names: &Names) -> Result<(), QueryError> {
        let node = self.errors(PERIOD);
        let labels = self.labels.iter().map(|(name, _)| name.as_str());
        check_groups(&node, labels.chain(["slo", "severity", "alertname", "alertstate"]), names)?;
        node.promql(names).map(drop)
    }

    /// The labels of the recorded results.
    pub(super) fn recorded_labels(&self) -> Vec<(&'static str, String)> {
        vec![("slo", self.name.clone())]
    }

    pub(super) fn alert_labels(&self, severity: Severity) -> Vec<(String, String)> {
        vec![("severity".to_owned(), severity.name().to_owned()), ("slo".to_owned(), self.name.clone())]
    }
}

impl WantsObjective {
    /// Sets the part of all events that has to be good: `Percent(99.9)`, or a proportion.
    ///
    /// If it is not between 0 and 100%, the rules return [`QueryError::Objective`]; if it is so low that an alert can never fire,
    /// [`QueryError::NeverFires`].
    pub fn objective(self, objective: impl IntoObjective) -> Slo {
        let objective = objective.into_objective();
        // A percentage is divided: 99.9 becomes 0.9990000000000001, but 0.999 is written.
        let objective = objective.map(|objective| (objective * 1e12).round() / 1e12);
        Slo {
            name: self.name,
            kind: self.kind,
            good: self.good,
            all: self.all,
            objective,
            period: Ok(PERIOD),
            runbook: None,
            labels: Vec::new(),
        }
    }
}
