//! The declaration of spans: `const fn` only, plain data, no state.
// Uses `attribute`, `declare`, `declare_operation`, `error_type`, `given`, `kind`, `name`, `outcome`, `refused`,
// `span`. Used by `cache`, `declare_operation`, `operation`, `span`, `testing`.

use core::fmt;
use core::marker::PhantomData;

use opentelemetry::trace::SpanKind;

use super::declare_operation::WantsOperationName;
use super::error_type::ByTypeName;
use super::given::IntoTracer;
use super::kind::KindOfSpan;
use super::name::{SpanNameError, check, checked};
use super::outcome::without_error_type;
use super::refused::{WithName, refuse_before_name, refuse_to_run};
use super::span::Span;
use crate::attribute::{Attributes, Field, assert_distinct};
use crate::declare::{Scope, intern};

/// The start of every declaration of a span or an operation: `Tracer::span::<Internal>().name("get-user")`.
///
/// It has no state. It is not OpenTelemetry's tracer, on which a span is [built](SpanDeclaration::build).
///
/// ```
/// use meterstick::Scope;
/// use meterstick::trace::{Internal, Span, Tracer};
///
/// static GET_USER: Span = Tracer::span::<Internal>().name("get-user").global(Scope::new("shop"));
/// ```
#[derive(Debug)]
pub enum Tracer {}

impl Tracer {
    /// Declares a span of a kind.
    ///
    /// ```
    /// use meterstick::trace::{Server, SpanDeclaration, Tracer};
    ///
    /// const SERVE: SpanDeclaration = Tracer::span::<Server>().name("GET /users/{id}");
    /// ```
    pub const fn span<K: KindOfSpan>() -> WantsSpanName<K> {
        WantsSpanName(PhantomData)
    }

    /// Declares an operation: a span of a kind and a duration histogram together.
    ///
    /// ```
    /// use meterstick::Scope;
    /// use meterstick::trace::{Client, Operation, Tracer};
    ///
    /// static CHARGE: Operation =
    ///     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    /// ```
    pub const fn operation<K: KindOfSpan>() -> WantsOperationName<K> {
        WantsOperationName::new()
    }
}

/// A declaration of a span without a name: call [`name`](Self::name) next.
#[must_use = "the declaration still needs its name"]
pub struct WantsSpanName<K>(PhantomData<fn() -> K>);

impl<K: KindOfSpan> WantsSpanName<K> {
    /// Sets the span's name, which identifies a class of spans: `get-user`, not `get-user/42` (*Trace API, Span*).
    ///
    /// ```
    /// use meterstick::trace::{Internal, SpanDeclaration, Tracer};
    ///
    /// const GET_USER: SpanDeclaration = Tracer::span::<Internal>().name("get-user");
    /// assert_eq!(GET_USER.descriptor().name, "get-user");
    /// ```
    ///
    /// # Panics
    ///
    /// If the name is empty; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn name(self, name: &'static str) -> SpanDeclaration {
        SpanDeclaration::new::<K>(checked(name))
    }

    /// Sets a span name that is known at run time only. It is kept for the life of the program.
    ///
    /// ```
    /// use meterstick::trace::{Internal, Tracer};
    ///
    /// let route = String::from("GET /users/{id}");
    /// assert_eq!(Tracer::span::<Internal>().try_name(&route)?.descriptor().name, route);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`SpanNameError`] if the name is empty.
    pub fn try_name(self, name: &str) -> Result<SpanDeclaration, SpanNameError> {
        check(name).map_err(SpanNameError)?;
        Ok(SpanDeclaration::new::<K>(intern(name)))
    }
}

refuse_to_run!([K] WantsSpanName<K>);
refuse_before_name!(WantsSpanName);

#[doc(hidden)]
impl<K> WantsSpanName<K> {
    pub fn build<T>(self, _: T) -> Self
    where
        Self: WithName,
    {
        self
    }
}

/// The declaration of a span as plain data.
///
/// ```
/// use meterstick::trace::{Server, Tracer};
/// use opentelemetry::trace::SpanKind;
///
/// let serve = Tracer::span::<Server>().name("GET /users/{id}");
/// assert_eq!(serve.descriptor().kind, &SpanKind::Server);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct SpanDescriptor {
    /// The span's name.
    pub name: &'static str,
    /// The span's kind.
    pub kind: &'static SpanKind,
    /// The declared attributes that the span starts with; empty if none are declared.
    pub attributes: &'static [Field],
    /// Whether the sampler sees the attributes.
    pub sampled_by_attributes: bool,
    /// Whether errors and panics are also reported as events.
    pub exception_events: bool,
}

/// A declared span: plain data without state, usually a `const`. `A` is its attribute set, `C` determines the class of its
/// errors.
///
/// ```
/// use meterstick::trace::{Internal, SpanDeclaration, Tracer};
/// use opentelemetry::trace::TracerProvider;
/// use opentelemetry_sdk::trace::SdkTracerProvider;
///
/// const GET_USER: SpanDeclaration = Tracer::span::<Internal>().name("get-user");
///
/// let provider = SdkTracerProvider::builder().build();
/// let get_user = GET_USER.build(&provider.tracer("shop"));
/// assert!(get_user.run(|span| span.is_recording()));
/// ```
#[must_use = "a declaration runs nothing: build it on a tracer, or make it a static with `.global(SCOPE)`"]
pub struct SpanDeclaration<A = (), C = ByTypeName> {
    descriptor: SpanDescriptor,
    types: PhantomData<fn() -> (A, C)>,
}

impl SpanDeclaration {
    pub(super) const fn new<K: KindOfSpan>(name: &'static str) -> Self {
        let descriptor = SpanDescriptor {
            name,
            kind: const { &K::KIND },
            attributes: &[],
            sampled_by_attributes: false,
            exception_events: false,
        };
        Self { descriptor, types: PhantomData }
    }
}

// No bound on `A`: a wrong set is reported where it is declared, and would be reported here a second time.
impl<A, C> SpanDeclaration<A, C> {
    /// Returns the span's declaration as plain data.
    #[must_use]
    pub const fn descriptor(&self) -> &SpanDescriptor {
        &self.descriptor
    }

    /// Sets the attributes that the span starts with: a set with `#[derive(Attributes)]`, or [`KeyValues`](crate::KeyValues) for
    /// any.
    ///
    /// ```
    /// use meterstick::Attributes;
    /// use meterstick::trace::{Internal, SpanDeclaration, Tracer};
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct User<'a> {
    ///     id: i64,
    ///     tenant: &'a str,
    /// }
    ///
    /// const GET_USER: SpanDeclaration<User<'static>> =
    ///     Tracer::span::<Internal>().name("get-user").attributes::<User<'static>>();
    /// assert_eq!(GET_USER.descriptor().attributes[1].key, "tenant");
    /// ```
    ///
    /// # Panics
    ///
    /// If the set has an `error.type`, which the span sets itself, or is a pair with a key twice; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn attributes<B: Attributes>(self) -> SpanDeclaration<B, C> {
        let attributes = without_error_type(B::FIELDS);
        assert_distinct(attributes);
        SpanDeclaration { descriptor: SpanDescriptor { attributes, ..self.descriptor }, types: PhantomData }
    }

    /// Shows the attributes to the sampler, which sees only those that a span is created with (*Trace API, span creation*).
    ///
    /// The attributes are then converted for each span. By default they are converted only once the span is known to be recorded.
    ///
    /// The sampler sees the first 127. The SDK keeps 128 attributes of a span by default, those from its start first, and one place is
    /// left for `error.type`. If you set a lower limit, `max_attributes_per_span`, then set one above the number of declared attributes:
    /// otherwise the SDK drops the `error.type` of such a span, though its duration has it.
    ///
    /// ```
    /// use meterstick::trace::{Server, SpanDeclaration, Tracer};
    ///
    /// const SERVE: SpanDeclaration = Tracer::span::<Server>().name("serve").sampled_by_attributes();
    /// ```
    pub const fn sampled_by_attributes(mut self) -> Self {
        self.descriptor.sampled_by_attributes = true;
        self
    }

    /// Reports errors and panics also as an event `exception` with `exception.type`, `exception.message` and, if there are
    /// sources, `exception.stacktrace` (*Exceptions on spans*). A started span that a panic drops has no such event, because its
    /// guard cannot know the panic's message.
    ///
    /// By default there is no such event: since version 1.40.0 the semantic conventions do not recommend it, because the status
    /// and `error.type` say the same (*Recording errors on spans*). Use it for backends that still need the event.
    ///
    /// ```
    /// use meterstick::trace::{Internal, SpanDeclaration, Tracer};
    ///
    /// const PARSE: SpanDeclaration = Tracer::span::<Internal>().name("parse").exception_events();
    /// assert!(PARSE.descriptor().exception_events);
    /// ```
    pub const fn exception_events(mut self) -> Self {
        self.descriptor.exception_events = true;
        self
    }

    /// Sets what determines the `error.type` of a failure: by default [`ByTypeName`]; [`ByValue`](super::ByValue),
    /// [`WithSources`](super::WithSources), [`OneOf`](super::OneOf), or a custom [`ErrorType`](super::ErrorType).
    ///
    /// ```
    /// use meterstick::trace::{ByValue, Internal, SpanDeclaration, Tracer};
    ///
    /// const CHARGE: SpanDeclaration<(), ByValue> = Tracer::span::<Internal>().name("charge").error_type::<ByValue>();
    /// ```
    pub const fn error_type<D: 'static>(self) -> SpanDeclaration<A, D> {
        SpanDeclaration { descriptor: self.descriptor, types: PhantomData }
    }

    /// Makes a live span for a `static`, which finds the global tracer provider by itself.
    ///
    /// ```
    /// use meterstick::Scope;
    /// use meterstick::trace::{Internal, Span, Tracer};
    ///
    /// static GET_USER: Span = Tracer::span::<Internal>().name("get-user").global(Scope::new("shop"));
    /// GET_USER.run(|_| "Ada");
    /// ```
    #[must_use = "make it a `static`: each call makes a span that looks up its tracer again"]
    pub const fn global(self, scope: Scope) -> Span<A, C> {
        Span::global(self.descriptor, scope)
    }

    /// Builds a live span on a tracer: a reference to one that can be cloned, or one that is [passed by value](IntoTracer).
    ///
    /// ```
    /// use meterstick::trace::{Internal, Tracer};
    /// use opentelemetry::trace::TracerProvider;
    /// use opentelemetry_sdk::trace::SdkTracerProvider;
    ///
    /// let provider = SdkTracerProvider::builder().build();
    /// let get_user = Tracer::span::<Internal>().name("get-user").build(&provider.tracer("shop"));
    /// assert_eq!(get_user.run(|_| "Ada"), "Ada");
    /// ```
    #[must_use]
    pub fn build<T: IntoTracer>(self, tracer: T) -> Span<A, C> {
        Span::built(self.descriptor, tracer.into_tracer())
    }
}

refuse_to_run!([A, C] SpanDeclaration<A, C>);

impl<A, C> Clone for SpanDeclaration<A, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A, C> Copy for SpanDeclaration<A, C> {}

impl<A, C> fmt::Debug for SpanDeclaration<A, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SpanDeclaration").field(&self.descriptor).finish()
    }
}

impl<K> Clone for WantsSpanName<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for WantsSpanName<K> {}

impl<K> fmt::Debug for WantsSpanName<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WantsSpanName")
    }
}
