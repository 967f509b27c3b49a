//! The declaration of spans: `const fn` only, plain data, no state.

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
use crate::attribute::{Attributes, Field};
use crate::declare::{Scope, intern};

/// Where every declaration of a span starts: `Tracer::span::<Internal>().name("get-user")`.
///
/// It has no state and is not OpenTelemetry's tracer, which a span is [built](SpanDeclaration::build) on.
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
    /// A span of a kind.
    ///
    /// ```
    /// use meterstick::trace::{Server, SpanDeclaration, Tracer};
    ///
    /// const SERVE: SpanDeclaration = Tracer::span::<Server>().name("GET /users/{id}");
    /// ```
    pub const fn span<K: KindOfSpan>() -> WantsSpanName<K> {
        WantsSpanName(PhantomData)
    }

    /// A span of a kind and a duration histogram together.
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

/// A declaration of a span that wants its name next.
#[must_use = "the declaration still wants its name"]
pub struct WantsSpanName<K>(PhantomData<fn() -> K>);

impl<K: KindOfSpan> WantsSpanName<K> {
    /// The span's name: what it is one of, not what tells it from others. `get-user`, not `get-user/42` (*Trace API, Span*).
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
    /// If it is empty; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn name(self, name: &'static str) -> SpanDeclaration {
        SpanDeclaration::new::<K>(checked(name))
    }

    /// A name that comes at run time. It is kept for the life of the program.
    ///
    /// ```
    /// use meterstick::trace::{Internal, Tracer};
    ///
    /// let route = String::from("GET /users/{id}");
    /// assert_eq!(Tracer::span::<Internal>().try_name(&route).unwrap().descriptor().name, route);
    /// ```
    ///
    /// # Errors
    ///
    /// [`SpanNameError`] if it is empty.
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

/// What is declared of a span, as plain data.
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
    /// Its name.
    pub name: &'static str,
    /// Its kind.
    pub kind: &'static SpanKind,
    /// The attributes that it starts with, if they are declared.
    pub attributes: &'static [Field],
    /// Whether the sampler sees its attributes.
    pub sampled_by_attributes: bool,
    /// Whether errors and panics are events, too.
    pub exception_events: bool,
}

/// A declared span: plain data, a `const`, without state. `A` is its set of attributes, `C` says its errors' classes.
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
    /// What is declared, as plain data.
    #[must_use]
    pub const fn descriptor(&self) -> &SpanDescriptor {
        &self.descriptor
    }

    /// The attributes that the span starts with: a set with `#[derive(Attributes)]`, or
    /// [`KeyValues`](crate::KeyValues) for any.
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
    /// If the set has an `error.type`, which a span tells itself; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn attributes<B: Attributes>(self) -> SpanDeclaration<B, C> {
        let attributes = without_error_type(B::FIELDS);
        SpanDeclaration { descriptor: SpanDescriptor { attributes, ..self.descriptor }, types: PhantomData }
    }

    /// Shows the attributes to the sampler, which sees only what a span is created with (*Trace API, span creation*).
    ///
    /// Then they are converted for each span, sampled or not. Else they are converted once it is known to be recorded.
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

    /// Reports errors and panics as an event `exception`, too, with `exception.type`, `exception.message` and, if there are
    /// sources, `exception.stacktrace` (*Exceptions on spans*).
    ///
    /// By default they are not: since version 1.40.0 the semantic conventions do not recommend it, as the status and
    /// `error.type` say the same (*Recording errors on spans*). For backends that still ask for the event.
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

    /// Who says the `error.type` of what fails: by default [`ByTypeName`]; [`ByValue`](super::ByValue),
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

    /// A live span for a `static`, of the global tracer provider from when there is one.
    ///
    /// ```
    /// use meterstick::Scope;
    /// use meterstick::trace::{Internal, Span, Tracer};
    ///
    /// static GET_USER: Span = Tracer::span::<Internal>().name("get-user").global(Scope::new("shop"));
    /// GET_USER.run(|_| "Ada");
    /// ```
    #[must_use = "make it a `static`: each call gives a span that looks for its tracer anew"]
    pub const fn global(self, scope: Scope) -> Span<A, C> {
        Span::global(self.descriptor, scope)
    }

    /// A live span of a tracer: one that is borrowed and can be cloned, or one that is [given away](IntoTracer).
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
