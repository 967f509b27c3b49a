//! The declaration of operations: `const fn` only, plain data, no state.
// Uses `attribute`, `declare`, `error_type`, `given`, `instrument`, `kind`, `name`, `operation`, `outcome`, `refused`,
// `unit`. Used by `declare`, `testing`.

use core::fmt;
use core::marker::PhantomData;

use super::declare::SpanDeclaration;
use super::error_type::ByTypeName;
use super::given::IntoTracer;
use super::kind::KindOfSpan;
use super::name::{SpanNameError, check, checked};
use super::operation::{DurationHistogram, Operation};
use super::outcome::{Carried, Outcome};
use super::refused::{WithDuration, WithName, refuse_before_name, refuse_to_run};
use crate::attribute::Attributes;
use crate::declare::{
    BoundariesError, Boundary, DescriptionError, Descriptor, Meter, Metric, NameError, Scope, intern,
};
use crate::instrument::{BuildOn, Histogram};
use crate::unit::Seconds;

/// A declaration of an operation without a span name: call [`name`](Self::name) next.
#[must_use = "the declaration still needs its name and its duration's"]
pub struct WantsOperationName<K>(PhantomData<fn() -> K>);

impl<K: KindOfSpan> WantsOperationName<K> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }

    /// Sets the name of the operation's span, which identifies a class of spans (*Trace API, Span*).
    ///
    /// ```
    /// use meterstick::trace::{Client, Tracer};
    ///
    /// let charge = Tracer::operation::<Client>().name("charge").duration("shop.charge.duration");
    /// assert_eq!(charge.span().descriptor().name, "charge");
    /// ```
    ///
    /// # Panics
    ///
    /// If the name is empty; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn name(self, name: &'static str) -> WantsOperationDuration<K> {
        WantsOperationDuration { name: checked(name), kind: PhantomData }
    }

    /// Sets a span name that is known at run time only. It is kept for the life of the program.
    ///
    /// ```
    /// use meterstick::trace::{Client, Tracer};
    ///
    /// assert!(Tracer::operation::<Client>().try_name("").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`SpanNameError`] if the name is empty.
    pub fn try_name(self, name: &str) -> Result<WantsOperationDuration<K>, SpanNameError> {
        check(name).map_err(SpanNameError)?;
        Ok(WantsOperationDuration { name: intern(name), kind: PhantomData })
    }
}

refuse_to_run!([K] WantsOperationName<K>);
refuse_before_name!(WantsOperationName);

#[doc(hidden)]
impl<K> WantsOperationName<K> {
    pub const fn duration(self, _: &'static str) -> Self
    where
        Self: Copy + WithName,
    {
        self
    }
}

/// A declaration of an operation without a histogram name: call [`duration`](Self::duration) next.
#[must_use = "the declaration still needs its duration's name"]
pub struct WantsOperationDuration<K> {
    name: &'static str,
    kind: PhantomData<fn() -> K>,
}

impl<K: KindOfSpan> WantsOperationDuration<K> {
    /// Sets the name of the histogram of the operation's durations, in seconds (*Metrics API, instrument name syntax*; *General
    /// metrics, instrument naming: `*.duration`*).
    ///
    /// ```
    /// use meterstick::trace::{Client, Tracer};
    ///
    /// let charge = Tracer::operation::<Client>().name("charge").duration("shop.charge.duration");
    /// assert_eq!(charge.metric().descriptor().name, "shop.charge.duration");
    /// ```
    ///
    /// # Panics
    ///
    /// If the name is not valid; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn duration(self, name: &'static str) -> OperationDeclaration {
        let duration = Meter::histogram::<f64>().unit::<Seconds>().name(name).attributes::<Outcome<()>>();
        OperationDeclaration { span: SpanDeclaration::new::<K>(self.name), duration }
    }

    /// Sets a histogram name that is known at run time only. It is kept for the life of the program.
    ///
    /// ```
    /// use meterstick::trace::{Client, Tracer};
    ///
    /// assert!(Tracer::operation::<Client>().name("charge").try_duration("2fast").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`NameError`] if the name is not valid.
    pub fn try_duration(self, name: &str) -> Result<OperationDeclaration, NameError> {
        let duration = Meter::histogram::<f64>().unit::<Seconds>().try_name(name)?.attributes::<Outcome<()>>();
        Ok(OperationDeclaration { span: SpanDeclaration::new::<K>(self.name), duration })
    }
}

refuse_to_run!([K] WantsOperationDuration<K>);

#[doc(hidden)]
impl<K> WantsOperationDuration<K> {
    pub const fn attributes<A: Carried>(self) -> OperationDeclaration<A>
    where
        Self: Copy + WithDuration,
    {
        panic!("it has no duration")
    }

    pub const fn global<A: Carried, C>(self, _: Scope) -> Operation<A, C>
    where
        Self: Copy + WithDuration,
    {
        panic!("it has no duration")
    }

    pub fn build<T, M>(self, _: T, _: M) -> Operation
    where
        Self: WithDuration,
    {
        panic!("it has no duration")
    }
}

/// A declared operation: plain data without state, usually a `const`. `A` is its attribute set, `C` determines the class of its
/// errors.
///
/// ```
/// use meterstick::trace::{Client, OperationDeclaration, Tracer};
/// use meterstick::unit::Seconds;
/// use opentelemetry::metrics::MeterProvider;
/// use opentelemetry::trace::TracerProvider;
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
/// use opentelemetry_sdk::trace::SdkTracerProvider;
///
/// const CHARGE: OperationDeclaration = Tracer::operation::<Client>()
///     .name("charge")
///     .duration("shop.charge.duration")
///     .description("How long it took to charge a card.")
///     .boundaries(&[Seconds(0.01), Seconds(0.1), Seconds(1.0), Seconds(10.0)]);
///
/// let (tracers, meters) = (SdkTracerProvider::builder().build(), SdkMeterProvider::builder().build());
/// let charge = CHARGE.build(&tracers.tracer("shop"), &meters.meter("shop"));
/// charge.run(|_| ());
/// ```
#[must_use = "a declaration runs nothing: build it on a tracer and a meter, or make it a static with `.global(SCOPE)`"]
pub struct OperationDeclaration<A: Carried = (), C = ByTypeName> {
    span: SpanDeclaration<A, C>,
    duration: Metric<DurationHistogram<A>>,
}

impl<A: Carried, C> OperationDeclaration<A, C> {
    /// Returns the declaration of the operation's span.
    pub const fn span(&self) -> &SpanDeclaration<A, C> {
        &self.span
    }

    /// Returns the declaration of the operation's histogram as data, so that [`catalog!`](crate::catalog!) takes operations, too.
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

    /// Returns the declaration of the operation's histogram.
    pub const fn metric(&self) -> Metric<Histogram<f64, Seconds, Outcome<A>>> {
        self.duration
    }

    /// Describes what the histogram measures in a sentence of at most 1,023 characters (*Metrics API, instrument description*).
    ///
    /// # Panics
    ///
    /// If the text is longer; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn description(self, description: &'static str) -> Self {
        Self { span: self.span, duration: self.duration.description(description) }
    }

    /// Describes the histogram with a text that is known at run time only. The text is kept for the life of the program.
    ///
    /// ```
    /// use meterstick::trace::{Client, Tracer};
    ///
    /// let charge = Tracer::operation::<Client>().name("charge").duration("charge.duration");
    /// assert!(charge.try_description(&"a".repeat(1024)).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`DescriptionError`] if the text is too long.
    pub fn try_description(self, description: &str) -> Result<Self, DescriptionError> {
        Ok(Self { span: self.span, duration: self.duration.try_description(description)? })
    }

    /// Sets the bucket boundaries of the histogram, as quantities in any unit of time: finite, and strictly increasing (*Metrics
    /// SDK, explicit bucket histogram aggregation*).
    ///
    /// # Panics
    ///
    /// If they are not; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn boundaries<B: Boundary<Seconds>>(self, boundaries: &[B]) -> Self {
        Self { span: self.span, duration: self.duration.boundaries(boundaries) }
    }

    /// Sets bucket boundaries that are known at run time only. They are kept for the life of the program.
    ///
    /// # Errors
    ///
    /// [`BoundariesError`] if they are not finite or not strictly increasing.
    pub fn try_boundaries<B: Boundary<Seconds>>(self, boundaries: &[B]) -> Result<Self, BoundariesError> {
        Ok(Self { span: self.span, duration: self.duration.try_boundaries(boundaries)? })
    }

    /// Asks for exponential buckets of the histogram: see [`Metric::exponential`].
    pub const fn exponential(self) -> Self {
        Self { span: self.span, duration: self.duration.exponential() }
    }

    /// Sets the maximum number of attribute sets of the histogram: see [`Metric::cardinality_at_most`].
    ///
    /// # Panics
    ///
    /// If the limit is 0; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn cardinality_at_most<const SETS: usize>(self) -> Self {
        Self { span: self.span, duration: self.duration.cardinality_at_most::<SETS>() }
    }

    /// Sets the attributes of both signals: a set with `#[derive(Attributes)]`, or [`KeyValues`](crate::KeyValues) for any.
    /// `error.type` is added automatically.
    ///
    /// # Panics
    ///
    /// If the set has an `error.type`, or is a pair with a key twice; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn attributes<B: Attributes>(self) -> OperationDeclaration<B, C> {
        // The set of a bare outcome is widened by the operation's attributes.
        let duration = self.duration.with_other_attributes::<_, Outcome<B>>();
        OperationDeclaration { span: self.span.attributes::<B>(), duration }
    }

    /// Shows the attributes to the sampler: see [`SpanDeclaration::sampled_by_attributes`].
    pub const fn sampled_by_attributes(self) -> Self {
        Self { span: self.span.sampled_by_attributes(), duration: self.duration }
    }

    /// Reports errors and panics also as an event of the span: see [`SpanDeclaration::exception_events`].
    pub const fn exception_events(self) -> Self {
        Self { span: self.span.exception_events(), duration: self.duration }
    }

    /// Sets what determines the `error.type` of a failure: see [`SpanDeclaration::error_type`].
    pub const fn error_type<D: 'static>(self) -> OperationDeclaration<A, D> {
        OperationDeclaration { span: self.span.error_type::<D>(), duration: self.duration }
    }

    /// Makes a live operation for a `static`, which finds the global providers by itself.
    #[must_use = "make it a `static`: each call makes another operation"]
    pub const fn global(self, scope: Scope) -> Operation<A, C> {
        Operation::new(self.span.global(scope), self.duration.global(scope))
    }

    /// Builds a live operation on a [tracer](IntoTracer) and a meter.
    ///
    /// On a [group with attributes](crate::GroupOf), its span and its duration have the group's attributes, too.
    #[must_use]
    pub fn build<T: IntoTracer, M: BuildOn + ?Sized>(self, tracer: T, meter: &M) -> Operation<A, C> {
        Operation::new(self.span.build(tracer).with_common(meter.common()), self.duration.build(meter))
    }
}

refuse_to_run!([A: Carried, C] OperationDeclaration<A, C>);

impl<A: Carried, C> Clone for OperationDeclaration<A, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A: Carried, C> Copy for OperationDeclaration<A, C> {}

impl<A: Carried, C> fmt::Debug for OperationDeclaration<A, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OperationDeclaration").field(&self.span).field(&self.duration).finish()
    }
}

macro_rules! plain {
    ($($state:ident)*) => {$(
        impl<K> Clone for $state<K> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<K> Copy for $state<K> {}

        impl<K> fmt::Debug for $state<K> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($state))
            }
        }
    )*};
}

plain!(WantsOperationName WantsOperationDuration);
