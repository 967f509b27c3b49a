//! A span and a duration histogram together.

use core::fmt;
use std::time::Instant;

use super::active::ActiveSpan;
use super::declare::SpanDescriptor;
use super::drive::Watch;
use super::end::End;
use super::error_type::ByTypeName;
use super::outcome::{Carried, Outcome};
use super::runs::runs;
use super::span::{Span, SpanWatch};
use crate::declare::Descriptor;
use crate::instrument::Histogram;
use crate::record::now;
use crate::unit::Seconds;

pub(super) type DurationHistogram<A> = Histogram<f64, Seconds, Outcome<A>>;

/// A live operation: each run is a span and a value of a duration histogram, with the same attributes and, if it fails,
/// the same `error.type` (*Recording errors*).
///
/// A panic has the `error.type` `panic`, a future that was dropped before it was done `cancelled`. The duration is
/// measured whether or not the span is sampled.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::trace::{ByValue, Client, Operation, Tracer};
///
/// #[derive(Clone, Copy, Attributes)]
/// #[attributes(prefix = "shop")]
/// struct ChargeAttributes {
///     express: bool,
/// }
///
/// #[derive(Clone, Copy, Debug, AttributeValue)]
/// enum ChargeError {
///     CardDeclined,
/// }
///
/// impl std::fmt::Display for ChargeError {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("the card was declined")
///     }
/// }
///
/// static CHARGE: Operation<ChargeAttributes, ByValue> = Tracer::operation::<Client>()
///     .name("charge")
///     .duration("shop.charge.duration")
///     .attributes::<ChargeAttributes>()
///     .error_type::<ByValue>()
///     .global(Scope::new("shop"));
///
/// let charged: Result<(), _> =
///     CHARGE.try_run(ChargeAttributes { express: true }, |_| Err(ChargeError::CardDeclined));
/// assert!(charged.is_err()); // both signals: shop.express = true, error.type = card_declined
/// ```
pub struct Operation<A: Carried = (), C = ByTypeName> {
    span: Span<A, C>,
    duration: DurationHistogram<A>,
}

impl<A: Carried, C> Operation<A, C> {
    pub(super) const fn new(span: Span<A, C>, duration: DurationHistogram<A>) -> Self {
        Self { span, duration }
    }

    /// The histogram of its durations.
    ///
    /// ```
    /// # use meterstick::Scope;
    /// # use meterstick::trace::{Client, Operation, Tracer};
    /// static CHARGE: Operation =
    ///     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    /// assert_eq!(CHARGE.duration().descriptor().unit, "s");
    /// ```
    #[must_use]
    pub const fn duration(&self) -> &Histogram<f64, Seconds, Outcome<A>> {
        &self.duration
    }

    /// What its histogram was declared as: so an operation is one of the metrics of a [`catalog!`](crate::catalog!).
    ///
    /// ```
    /// # use meterstick::Scope;
    /// # use meterstick::trace::{Client, Operation, Tracer};
    /// static CHARGE: Operation =
    ///     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    /// assert_eq!(meterstick::catalog![CHARGE].metrics()[0].name, "shop.charge.duration");
    /// ```
    #[must_use]
    pub const fn descriptor(&self) -> &Descriptor {
        self.duration.descriptor()
    }

    /// Its span.
    ///
    /// ```
    /// # use meterstick::Scope;
    /// # use meterstick::trace::{Client, Operation, Tracer};
    /// static CHARGE: Operation =
    ///     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    /// assert_eq!(CHARGE.span().descriptor().name, "charge");
    /// ```
    #[must_use]
    pub const fn span(&self) -> &Span<A, C> {
        &self.span
    }

    fn watch<'a>(&'a self, set: A::With<'a>) -> OperationWatch<'a, A> {
        let started = now();
        let mut span = self.span.start(&set);
        span.0.listen();
        OperationWatch { span, started, duration: &self.duration, set: Some(set) }
    }
}

runs!(Operation);

/// An operation that runs.
struct OperationWatch<'a, A: Carried> {
    span: SpanWatch,
    started: Instant,
    duration: &'a DurationHistogram<A>,
    /// Taken when it has ended.
    set: Option<A::With<'a>>,
}

impl<A: Carried> Watch for OperationWatch<'_, A> {
    fn active(&self) -> &ActiveSpan {
        self.span.active()
    }

    fn tell(&mut self, end: &End<'_>) {
        if let Some(set) = self.set.take() {
            let error_type = end.error_type(self.active().said());
            self.duration.record(now().saturating_duration_since(self.started), Outcome { set, error_type });
        }
        self.span.tell(end);
    }
}

impl<A: Carried, C> Clone for Operation<A, C> {
    fn clone(&self) -> Self {
        Self { span: self.span.clone(), duration: self.duration.clone() }
    }
}

impl<A: Carried, C> fmt::Debug for Operation<A, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (span, duration): (&SpanDescriptor, &Descriptor) = (self.span.descriptor(), self.duration.descriptor());
        f.debug_tuple("Operation").field(span).field(duration).finish()
    }
}
