//! `Change`: a difference between two catalogues.
// Used by `attributes`, `buckets`, `command`, `metrics`.

use std::fmt;

/// Whether a change breaks those who read the metrics.
///
/// ```
/// use meterstick_catalog::Effect;
///
/// assert!(Effect::Breaking < Effect::Compatible);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// A dashboard, an alert or a query can find something else, or nothing.
    Breaking,
    /// Everything that was read before is read as before.
    Compatible,
}

/// One difference between two catalogues: the metric, what is different, the effect.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use meterstick_catalog::document::Document;
/// use meterstick_catalog::{Effect, compare};
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// let (old, new) = (Document::of(&meterstick::catalog![]), Document::of(&meterstick::catalog![SENT]));
/// let changes = compare(&old, &new);
/// assert_eq!((changes[0].effect, &*changes[0].metric, &*changes[0].what), (Effect::Compatible, "shop.sent", "it is new"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Change {
    /// The effect of the change.
    pub effect: Effect,
    /// The metric's name.
    pub metric: String,
    /// What is different, as a sentence.
    pub what: String,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let effect = match self.effect {
            Effect::Breaking => "breaking",
            Effect::Compatible => "compatible",
        };
        write!(f, "{effect}: `{}`: {}", self.metric, self.what)
    }
}

/// The changes of one metric.
pub(crate) struct Changes<'a> {
    pub(crate) metric: &'a str,
    pub(crate) all: &'a mut Vec<Change>,
}

impl Changes<'_> {
    pub(crate) fn breaking(&mut self, what: impl Into<String>) {
        self.add(Effect::Breaking, what.into());
    }

    pub(crate) fn compatible(&mut self, what: impl Into<String>) {
        self.add(Effect::Compatible, what.into());
    }

    fn add(&mut self, effect: Effect, what: String) {
        self.all.push(Change { effect, metric: self.metric.to_owned(), what });
    }
}
