//! `SpanName` and `EventName`: the names of spans and of their events, which are not empty.
// Used by `active`, `declare`, `declare_operation`, `undeclared`.

use core::fmt;
use std::borrow::Cow;

/// A span is found by its name (*Trace API, Span: the name identifies a class of spans*).
pub(super) const fn check(name: &str) -> Result<(), &'static str> {
    if name.is_empty() { Err("a span has a name: this one is empty") } else { Ok(()) }
}

/// The name identifies an event (*OTLP, Span.Event: semantically required to be set to non-empty string*).
const fn check_event(name: &str) -> Result<(), &'static str> {
    if name.is_empty() { Err("an event has a name: this one is empty") } else { Ok(()) }
}

/// Returns a name that is known to be valid. Panics if it is not; in a `const` or `static`, that is a compile error.
#[track_caller]
pub(super) const fn checked(name: &'static str) -> &'static str {
    match check(name) {
        Ok(()) => name,
        Err(rule) => panic!("{}", rule),
    }
}

macro_rules! names {
    ($(
        $(#[$meta:meta])* $name:ident, $check:ident, $new:literal;
        $(#[$into_meta:meta])* $into:ident $into_name:ident;
        $(#[$error_meta:meta])* $error:ident;
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// Makes a name that is known to be valid.
            ///
            #[doc = $new]
            ///
            /// # Panics
            ///
            /// If the name is empty; in a `const` or `static`, that is a compile error.
            #[must_use]
            #[track_caller]
            pub const fn new(name: &'static str) -> Self {
                match $check(name) {
                    Ok(()) => Self(Cow::Borrowed(name)),
                    Err(rule) => panic!("{}", rule),
                }
            }

            /// Checks a name that is known at run time only.
            ///
            /// # Errors
            ///
            #[doc = concat!("[`", stringify!($error), "`] if it is empty.")]
            pub fn try_new(name: impl Into<Cow<'static, str>>) -> Result<Self, $error> {
                let name = name.into();
                $check(&name).map_err($error)?;
                Ok(Self(name))
            }

            /// Returns the name's text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub(super) fn into_inner(self) -> Cow<'static, str> {
                self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $(#[$into_meta])*
        pub trait $into: sealed::Sealed {
            /// Converts to a checked name.
            ///
            /// # Panics
            ///
            /// If it is an empty literal.
            fn $into_name(self) -> $name;
        }

        impl $into for $name {
            fn $into_name(self) -> $name {
                self
            }
        }

        impl sealed::Sealed for $name {}

        $(#[$error_meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $error(pub(super) &'static str);

        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }

        impl core::error::Error for $error {}
    )*};
}

names! {
    /// The name of a span, which is not empty.
    ///
    /// Only names that are known at run time need it; a literal does not: `trace::run("parse", ..)`.
    ///
    /// ```
    /// use meterstick::trace::{self, SpanName};
    ///
    /// let route = String::from("/users/{id}");
    /// let name = SpanName::try_new(format!("GET {route}"))?;
    /// trace::run(name, |_| ());
    ///
    /// assert!(SpanName::try_new("").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    SpanName, check, "```\nuse meterstick::trace::SpanName;\n\nconst PARSE: SpanName = SpanName::new(\"parse\");\nassert_eq!(PARSE.as_str(), \"parse\");\n```";
    /// A value that can be the name of a span: a literal, or a [`SpanName`].
    ///
    /// ```
    /// use meterstick::trace::{self, SpanName};
    ///
    /// trace::run("parse", |_| ());
    /// trace::run(SpanName::try_new(format!("parse {}", "json"))?, |_| ());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[diagnostic::on_unimplemented(
        message = "the name of a span is not empty, and a `{Self}` can be",
        label = "not checked yet",
        note = "check the name first: `SpanName::try_new(name)?`; a literal needs no check"
    )]
    IntoSpanName into_span_name;
    /// Why the name of a span was refused.
    ///
    /// ```
    /// use meterstick::trace::{Internal, Tracer};
    ///
    /// let refused = Tracer::span::<Internal>().try_name("").unwrap_err();
    /// assert_eq!(refused.to_string(), "a span has a name: this one is empty");
    /// ```
    SpanNameError;

    /// The name of an [event](super::ActiveSpan::event), which is not empty.
    ///
    /// Only names that are known at run time need it; a literal does not: `span.event("cache miss", &())`.
    ///
    /// ```
    /// use meterstick::trace::{self, EventName};
    ///
    /// let name = EventName::try_new(format!("page {}", 2))?;
    /// trace::run("list-users", |span| span.event(name, &()));
    ///
    /// assert!(EventName::try_new("").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    EventName, check_event, "```\nuse meterstick::trace::EventName;\n\nconst MISS: EventName = EventName::new(\"cache miss\");\nassert_eq!(MISS.as_str(), \"cache miss\");\n```";
    /// A value that can be the name of an event: a literal, or an [`EventName`].
    ///
    /// ```
    /// use meterstick::trace::{self, EventName};
    ///
    /// trace::run("list-users", |span| {
    ///     span.event("cache miss", &());
    ///     span.event(EventName::new("database hit"), &());
    /// });
    /// ```
    #[diagnostic::on_unimplemented(
        message = "the name of an event is not empty, and a `{Self}` can be",
        label = "not checked yet",
        note = "check the name first: `EventName::try_new(name)?`; a literal needs no check"
    )]
    IntoEventName into_event_name;
    /// Why the name of an event was refused.
    ///
    /// ```
    /// use meterstick::trace::EventName;
    ///
    /// assert_eq!(EventName::try_new("").unwrap_err().to_string(), "an event has a name: this one is empty");
    /// ```
    EventNameError;
}

// Not in the macro, which the compiler would show for a wrong type of text.
impl IntoSpanName for &'static str {
    #[track_caller]
    fn into_span_name(self) -> SpanName {
        SpanName::new(self)
    }
}

impl IntoEventName for &'static str {
    #[track_caller]
    fn into_event_name(self) -> EventName {
        EventName::new(self)
    }
}

impl SpanName {
    pub(super) fn text(&self) -> &Cow<'static, str> {
        &self.0
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for &'static str {}
}
