//! `Operation`: a span and a duration histogram together.
// Uses `active`, `attribute`, `declare`, `drive`, `end`, `error_type`, `instrument`, `outcome`, `prepared`, `record`,
// `runs`, `safely`, `span`, `started`, `unit`. Used by `declare_operation`, `started`, `testing`.

use core::fmt;
use std::ops::Deref;
use std::time::{Duration, Instant, SystemTime, SystemTimeError};

use opentelemetry::KeyValue;

use super::active::ActiveSpan;
use super::declare::SpanDescriptor;
use super::drive::Watch;
use super::end::End;
use super::error_type::ByTypeName;
use super::outcome::{Carried, Outcome};
use super::prepared::{Prepared, prepares};
use super::runs::runs;
use super::span::{Span, SpanWatch};
use super::started::StartedOperation;
use crate::attribute::{Attributes, Set};
use crate::declare::Descriptor;
use crate::instrument::Histogram;
use crate::record::now;
use crate::safely::safely;
use crate::unit::Seconds;

pub(super) type DurationHistogram<A> = Histogram<f64, Seconds, Outcome<A>>;

/// A live operation: each run records a span and a value of a duration histogram, with the attributes that it is given and, if it
/// fails, the same `error.type` (*Recording errors*).
///
/// The `error.type` of a panic is `panic`, that of a future that was dropped before its end is `cancelled`. The duration is
/// recorded whether or not the span is sampled.
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

    /// Returns the histogram of the operation's durations.
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

    /// Returns the declaration of the operation's histogram as data, so that [`catalog!`](crate::catalog!) takes operations, too.
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

    /// What [`catalog!`](crate::catalog!) lists.
    #[doc(hidden)]
    #[must_use]
    pub const fn listed(&self) -> [Descriptor; 1] {
        self.duration.listed()
    }

    /// Returns the operation's span.
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
}

runs!(Operation);
prepares!([A: Carried, C] Operation<A, C>);

impl<C> Operation<(), C> {
    /// Starts the operation without a function to run: see [`StartedOperation`].
    ///
    /// ```
    /// # use meterstick::Scope;
    /// # use meterstick::trace::{Client, Operation, Tracer};
    /// static CHARGE: Operation =
    ///     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    ///
    /// let charge = CHARGE.start();
    /// charge.end();
    /// ```
    pub fn start(&self) -> StartedOperation<'static, (), C> {
        Prepared::of(self).start()
    }
}

impl<A: Attributes, C> Operation<A, C> {
    /// Starts the operation without a function to run: see [`StartedOperation`].
    pub fn start<'s>(&self, attributes: A::With<'s>) -> StartedOperation<'s, A, C> {
        Prepared::of(self).start(attributes)
    }
}

impl<C> Prepared<'_, Operation<(), C>> {
    /// Starts the prepared run: see [`Operation::start`].
    pub fn start(self) -> StartedOperation<'static, (), C> {
        StartedOperation::new(self.watch_by(Box::new(self.live.duration.clone()), ()))
    }
}

impl<A: Attributes, C> Prepared<'_, Operation<A, C>> {
    /// Starts the prepared run: see [`Operation::start`].
    pub fn start<'s>(self, attributes: A::With<'s>) -> StartedOperation<'s, A, C> {
        StartedOperation::new(self.watch_by(Box::new(self.live.duration.clone()), attributes))
    }
}

impl<'a, A: Carried, C> Prepared<'a, Operation<A, C>> {
    fn watch(self, set: A::With<'a>) -> OperationWatch<'a, A, &'a DurationHistogram<A>> {
        self.watch_by(&self.live.duration, set)
    }

    fn watch_by<'s, D>(&self, duration: D, set: A::With<'s>) -> OperationWatch<'s, A, D> {
        let started = now();
        let passed = match self.beginning.start_time {
            Some(start_time) => SystemTime::now().duration_since(start_time),
            None => Ok(Duration::ZERO),
        };
        let span = self.live.span.begin_with_outcome(&self.beginning, &set);
        OperationWatch { span, started, passed, duration, set: Some(Given::Set(set)) }
    }
}

/// A running operation.
pub(super) struct OperationWatch<'s, A: Carried, D> {
    span: SpanWatch,
    started: Instant,
    /// The time that had passed at the start since the given start time.
    passed: Result<Duration, SystemTimeError>,
    duration: D,
    /// Taken when the operation has ended.
    set: Option<Given<'s, A>>,
}

/// The attributes that an operation was given.
enum Given<'s, A: Carried> {
    /// The set, which can borrow.
    Set(A::With<'s>),
    /// The attributes without the borrows.
    Owned(Vec<KeyValue>),
}

impl<'s, A: Carried, D> OperationWatch<'s, A, D> {
    /// The same operation, without the borrows of its set.
    pub(super) fn into_owned(self) -> OperationWatch<'static, A, D> {
        let Self { span, started, passed, duration, set } = self;
        let set = set.map(|set| {
            Given::Owned(match set {
                Given::Set(set) => {
                    let mut list = Vec::new();
                    // If it panics, the duration has the attributes before that, as in a run. The set is dropped there, too.
                    let kept = &mut list;
                    safely(move || set.visit(kept));
                    list
                }
                Given::Owned(list) => list,
            })
        });
        OperationWatch { span, started, passed, duration, set }
    }
}

impl<A: Carried, D> OperationWatch<'_, A, D> {
    fn elapsed(&self) -> Duration {
        let elapsed = now().saturating_duration_since(self.started);
        match &self.passed {
            Ok(passed) => elapsed.saturating_add(*passed),
            Err(ahead) => elapsed.saturating_sub(ahead.duration()),
        }
    }
}

impl<A: Carried, D: Deref<Target = DurationHistogram<A>>> Watch for OperationWatch<'_, A, D> {
    fn active(&self) -> &ActiveSpan {
        self.span.active()
    }

    fn tell(&mut self, end: End) {
        let elapsed = self.elapsed();
        let is_unknown = matches!(end, End::Dropped) && !self.active().is_known();
        let error_type = self.active().judge(end);
        match self.set.take() {
            // Without an `error.type`, the duration would be that of a success.
            Some(_) if is_unknown => self.duration.abandon(),
            Some(Given::Set(set)) => self.duration.record(elapsed, Outcome { set, error_type }),
            Some(Given::Owned(set)) => self.duration.record_shown(elapsed, Outcome { set, error_type }),
            None => {}
        }
    }

    fn end(&self) {
        self.span.end();
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
