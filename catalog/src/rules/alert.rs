//! `Alert`: an alert on a condition.
// Uses `promql`. Used by `annotation`, `file`, `rule`, `slo`.

use crate::promql::{Condition, Names, Node, QueryError, Window, is_label};

/// How soon a person has to act on an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Immediately: a person is called.
    Page,
    /// Within days: a ticket is opened.
    Ticket,
}

impl Severity {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Ticket => "ticket",
        }
    }
}

/// An alert on a condition: its name, severity, labels and annotations.
///
/// In its summary and its description, `{value}` is the value in its unit, `{threshold}` the threshold, and `{key}` the value of
/// a key that the condition groups by. Other placeholders are a [`QueryError::Placeholder`]. A key that is called `value` or `threshold`
/// has no placeholder.
///
/// See the [module](super) for an example. An alert needs a condition, not an expression:
///
/// ```compile_fail
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, Minutes};
/// use meterstick_catalog::promql::query;
/// use meterstick_catalog::rules::{Alert, Severity};
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// let alert = Alert::new("Sends", query(&SENT).rate(Minutes(5)), Severity::Page);
/// ```
#[derive(Clone, Debug)]
#[must_use = "an alert is added to rules"]
pub struct Alert {
    pub(super) name: String,
    pub(super) condition: Condition,
    pub(super) lasting: Option<Result<u64, QueryError>>,
    pub(super) labels: Vec<(String, String)>,
    pub(super) annotations: Vec<(&'static str, Annotation)>,
}

/// The text of an annotation.
#[derive(Clone, Debug)]
pub(crate) enum Annotation {
    /// A text with placeholders.
    Text(String),
    /// A text without placeholders, with the values of the keys that the condition groups by in the middle.
    Groups { before: String, after: String },
    /// A template for Prometheus.
    Template(String),
}

impl Alert {
    /// Makes an alert that fires while the condition is true.
    pub fn new(name: impl Into<String>, condition: Condition, severity: Severity) -> Self {
        Self {
            name: name.into(),
            condition,
            lasting: None,
            labels: vec![("severity".to_owned(), severity.name().to_owned())],
            annotations: Vec::new(),
        }
    }

    /// Makes the alert fire only after the condition has been true for a duration.
    pub fn lasting(mut self, duration: impl Window) -> Self {
        self.lasting = Some(duration.millis());
        self
    }

    /// Sets a label, for the alert's routing, such as its team. The last value of a label wins, also that of `severity`.
    ///
    /// If the name is not one of letters, digits and `_`, or one that Prometheus sets, the rules return [`QueryError::Label`], and
    /// if the condition groups by a key of that name, [`QueryError::GroupLabel`]. The value is a text as it is, not a template.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    /// use meterstick_catalog::promql::{Names, QueryError, query};
    /// use meterstick_catalog::rules::{Alert, Rules, Severity};
    ///
    /// const QUEUED: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("queued");
    ///
    /// let mut rules = Rules::new("shop");
    /// rules.alert(Alert::new("QueueIsLong", query(&QUEUED).max().above(100), Severity::Ticket).label("my-team", "shop"));
    /// assert_eq!(rules.to_yaml(&Names::default()), Err(QueryError::Label("my-team".to_owned())));
    /// ```
    pub fn label(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        self.labels.retain(|(one, _)| *one != name);
        self.labels.push((name, value.into()));
        self
    }

    /// Checks the names of the labels.
    pub(super) fn check_labels(&self, names: &Names) -> Result<(), QueryError> {
        self.labels.iter().try_for_each(|(name, _)| check_label(name))?;
        let labels = self.labels.iter().map(|(name, _)| name.as_str());
        check_groups(&self.condition.node, labels.chain(SET), names)
    }

    /// Sets the summary: what is wrong, in a sentence.
    pub fn summary(self, text: impl Into<String>) -> Self {
        self.annotation("summary", Annotation::Text(text.into()))
    }

    /// Sets the description: what is wrong, in detail.
    pub fn description(self, text: impl Into<String>) -> Self {
        self.annotation("description", Annotation::Text(text.into()))
    }

    /// Sets the URL of the runbook, which says what to do.
    pub fn runbook(self, url: impl Into<String>) -> Self {
        self.annotation("runbook_url", Annotation::Template(escaped(&url.into())))
    }

    pub(crate) fn annotation(mut self, name: &'static str, text: Annotation) -> Self {
        self.annotations.retain(|(one, _)| *one != name);
        self.annotations.push((name, text));
        self
    }
}

/// The labels that Prometheus sets.
const SET: [&str; 2] = ["alertname", "alertstate"];

/// Checks that a rule sets no label by which its expression is grouped: it would have the same value in all series.
pub(crate) fn check_groups<'a>(
    node: &Node,
    labels: impl IntoIterator<Item = &'a str>,
    names: &Names,
) -> Result<(), QueryError> {
    let groups: Vec<_> = node.groups().into_iter().map(|(group, metric)| names.label(metric, group)).collect();
    match labels.into_iter().find(|label| groups.iter().any(|group| group == label)) {
        Some(label) => Err(QueryError::GroupLabel(label.to_owned())),
        None => Ok(()),
    }
}

/// Checks the name of an alert's label: Prometheus refuses some, and sets others itself.
pub(crate) fn check_label(name: &str) -> Result<(), QueryError> {
    let is_set = SET.contains(&name);
    if is_set || !is_label(name) || name.starts_with("__") { Err(QueryError::Label(name.to_owned())) } else { Ok(()) }
}

/// The text, escaped for a template.
pub(super) fn escaped(text: &str) -> String {
    text.replace("{{", "{{ \"{{\" }}")
}
