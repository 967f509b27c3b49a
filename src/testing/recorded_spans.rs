//! `RecordedSpans`: ended spans, as data and as a tree.
// Uses `attribute`, `declares_span`, `record`, `recorded`, `trace`. Used by `tracer`.

use core::fmt;
use std::time::{Duration, SystemTime};

use opentelemetry::trace::{SpanContext, SpanId, SpanKind, Status};
use opentelemetry::{KeyValue, Value};
use opentelemetry_sdk::trace::SpanData;

use super::declares_span::DeclaresSpan;
use super::recorded::{of_scope, text};
use crate::attribute::{AttributeValue, Key, Set};
use crate::record::canonical_set;
use crate::trace::Carried;

/// The ended spans of a test, in the order in which they ended.
///
/// Its `Display` is a tree.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RecordedSpans {
    /// The ended spans.
    pub spans: Vec<RecordedSpan>,
}

impl RecordedSpans {
    /// Returns the spans with a name, whatever their declaration.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a RecordedSpan> {
        self.spans.iter().filter(move |span| span.name == name)
    }

    /// Returns the child spans of a span.
    pub fn children<'a>(&'a self, parent: &'a RecordedSpan) -> impl Iterator<Item = &'a RecordedSpan> {
        self.spans.iter().filter(|span| span.is_child_of(parent))
    }
}

/// A span that has ended, read in a test.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedSpan {
    /// The name of the span's scope.
    pub scope: String,
    /// The scope's version, if it has one.
    pub version: Option<String>,
    /// The scope's schema URL, if it has one.
    pub schema_url: Option<String>,
    /// The scope's attributes, sorted by key. A [`Scope`](crate::Scope) has none.
    pub scope_attributes: Vec<KeyValue>,
    /// The span's name.
    pub name: String,
    /// The span's kind.
    pub kind: SpanKind,
    /// The span's status.
    pub status: Status,
    /// The span's attributes, sorted by key.
    pub attributes: Vec<KeyValue>,
    /// The span's events, in the order in which they were added.
    pub events: Vec<RecordedEvent>,
    /// The span's links, in the order in which they were added.
    pub links: Vec<RecordedLink>,
    /// The span's identity: its trace id and span id.
    pub context: SpanContext,
    /// The span id of the parent, if there is one.
    pub parent: Option<SpanId>,
    /// The time when the span started.
    pub started: SystemTime,
    /// The time when the span ended.
    pub ended: SystemTime,
}

/// An event of a recorded span.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedEvent {
    /// The event's name.
    pub name: String,
    /// The event's attributes, sorted by key.
    pub attributes: Vec<KeyValue>,
    /// The time of the event.
    pub time: SystemTime,
}

/// A link of a recorded span to another one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedLink {
    /// The identity of the other span.
    pub context: SpanContext,
    /// The link's attributes, sorted by key.
    pub attributes: Vec<KeyValue>,
}

/// Defines the typed queries of everything that has attributes.
macro_rules! has {
    ($($of:ident)*) => {$(
        impl $of {
            /// Whether the attributes include those of a set: the same values, and none where the set has none.
            ///
            /// Other attributes are ignored.
            #[must_use]
            pub fn has<S: Carried>(&self, set: &S) -> bool {
                has::<S, S>(&self.attributes, set)
            }

            /// Whether the attributes include this value of a typed key.
            #[must_use]
            pub fn has_attribute<T: AttributeValue>(&self, key: Key<T>, value: T) -> bool {
                self.attribute(key.as_str()) == Some(&key.of(value).value)
            }

            /// Returns the value of an attribute by its key.
            #[must_use]
            pub fn attribute(&self, key: &str) -> Option<&Value> {
                self.attributes.iter().find(|one| one.key.as_str() == key).map(|one| &one.value)
            }
        }
    )*};
}

has!(RecordedSpan RecordedEvent RecordedLink);

impl RecordedSpan {
    /// Returns the class of the span's error, if it failed.
    #[must_use]
    pub fn error_type(&self) -> Option<String> {
        self.attribute("error.type").map(ToString::to_string)
    }

    /// Returns the span's only event with a name.
    ///
    /// # Panics
    ///
    /// If it has none or several: the message lists its events.
    #[must_use]
    #[track_caller]
    pub fn event(&self, name: &str) -> &RecordedEvent {
        let mut found = self.events.iter().filter(|event| event.name == name);
        match (found.next(), found.next()) {
            (Some(event), None) => event,
            (first, _) => {
                let events: Vec<_> = self.events.iter().map(|event| event.name.as_str()).collect();
                let found = if first.is_none() { "no event" } else { "several events" };
                panic!("`{}` has {found} `{name}`; its events are [{}]", self.name, events.join(", "))
            }
        }
    }

    /// Returns the span's link to another span, if it has one.
    #[must_use]
    pub fn link(&self, to: &SpanContext) -> Option<&RecordedLink> {
        let is =
            |link: &&RecordedLink| (link.context.trace_id(), link.context.span_id()) == (to.trace_id(), to.span_id());
        self.links.iter().find(is)
    }

    /// Whether the span's parent is the other span.
    #[must_use]
    pub fn is_child_of(&self, other: &Self) -> bool {
        self.parent == Some(other.context.span_id()) && self.context.trace_id() == other.context.trace_id()
    }

    /// Returns the span's duration by the system's clock: a [`ManualClock`](super::ManualClock) is for metrics only.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.ended.duration_since(self.started).unwrap_or_default()
    }

    pub(super) fn is_of<D: DeclaresSpan>(&self, declaration: &D) -> bool {
        let declared = declaration.declared();
        self.name == declared.name
            && self.kind == *declared.kind
            && declaration.scope().is_none_or(|scope| {
                let scope = scope.descriptor();
                self.scope == scope.name
                    && self.version.as_deref() == scope.version
                    && self.schema_url.as_deref() == scope.schema_url
                    && self.scope_attributes.is_empty()
            })
    }

    pub(super) fn of(span: &SpanData) -> Self {
        let event = |event: &opentelemetry::trace::Event| RecordedEvent {
            name: event.name.to_string(),
            attributes: sorted(&event.attributes),
            time: event.timestamp,
        };
        let link = |link: &opentelemetry::trace::Link| RecordedLink {
            context: link.span_context.clone(),
            attributes: sorted(&link.attributes),
        };
        let scope = &span.instrumentation_scope;
        Self {
            scope: scope.name().to_owned(),
            version: scope.version().map(str::to_owned),
            schema_url: scope.schema_url().map(str::to_owned),
            scope_attributes: of_scope(scope),
            name: span.name.to_string(),
            kind: span.span_kind.clone(),
            status: span.status.clone(),
            attributes: sorted(&span.attributes),
            events: span.events.iter().map(event).collect(),
            links: span.links.iter().map(link).collect(),
            context: span.span_context.clone(),
            parent: (span.parent_span_id != SpanId::INVALID).then_some(span.parent_span_id),
            started: span.start_time,
            ended: span.end_time,
        }
    }
}

fn sorted(attributes: &[KeyValue]) -> Vec<KeyValue> {
    let mut sorted = attributes.to_vec();
    sorted.sort_by(|a, b| a.key.cmp(&b.key));
    sorted
}

/// Whether the attributes include those of a set, as far as its declaration `A` has them. `S` is the given set with other
/// lifetimes.
pub(super) fn has<A: Set, S: Set>(attributes: &[KeyValue], set: &S) -> bool {
    let given = canonical_set(set);
    let shows = |key: &str| given.iter().any(|one| one.key.as_str() == key);
    given.iter().all(|one| attributes.contains(one))
        && A::FIELDS.iter().all(|field| shows(field.key) || attributes.iter().all(|one| one.key.as_str() != field.key))
}

impl fmt::Display for RecordedSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}  {}", self.name, format!("{:?}", self.kind).to_lowercase())?;
        match &self.status {
            Status::Unset => {}
            Status::Ok => f.write_str("  ok")?,
            Status::Error { description } if description.is_empty() => f.write_str("  error")?,
            Status::Error { description } => write!(f, "  error: {description}")?,
        }
        if !self.attributes.is_empty() {
            write!(f, "  {}", text(&self.attributes))?;
        }
        if !self.events.is_empty() {
            let events: Vec<_> = self.events.iter().map(|event| event.name.as_str()).collect();
            write!(f, "  [{}]", events.join(", "))?;
        }
        Ok(())
    }
}

impl fmt::Display for RecordedSpans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.spans.is_empty() {
            return f.write_str("no span has ended\n");
        }
        // Spans whose parent has not ended, or belongs to another program, are roots here.
        let roots = self.spans.iter().filter(|span| !self.spans.iter().any(|other| span.is_child_of(other)));
        let mut next: Vec<(usize, &RecordedSpan)> = roots.map(|root| (0, root)).collect();
        next.sort_by_key(|(_, span)| std::cmp::Reverse(span.started));
        while let Some((depth, span)) = next.pop() {
            writeln!(f, "{:indent$}{span}", "", indent = 2 * depth)?;
            let mut children: Vec<_> = self.children(span).map(|child| (depth + 1, child)).collect();
            children.sort_by_key(|(_, span)| std::cmp::Reverse(span.started));
            next.extend(children);
        }
        Ok(())
    }
}
