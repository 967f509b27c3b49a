//! Names of spans.

use core::fmt;
use std::borrow::Cow;

/// A span is found by its name (*Trace API, Span: the name identifies a class of spans*).
pub(super) const fn check(name: &str) -> Result<(), &'static str> {
    if name.is_empty() { Err("a span has a name: this one is empty") } else { Ok(()) }
}

/// A name that is known to be right; if it is not, a panic, which is a compile error in a `const` or `static`.
#[track_caller]
pub(super) const fn checked(name: &'static str) -> &'static str {
    match check(name) {
        Ok(()) => name,
        Err(law) => panic!("{}", law),
    }
}

/// The name of a span. It is not empty.
///
/// A name that is written in the program needs none of this: `trace::run("parse", ..)`. One that comes at run time does.
///
/// ```
/// use meterstick::trace::{self, SpanName};
///
/// let route = String::from("/users/{id}");
/// let name = SpanName::try_new(format!("GET {route}")).unwrap();
/// trace::run(name, |_| ());
///
/// assert!(SpanName::try_new("").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpanName(Cow<'static, str>);

impl SpanName {
    /// A name that is known to be right.
    ///
    /// ```
    /// use meterstick::trace::SpanName;
    ///
    /// const PARSE: SpanName = SpanName::new("parse");
    /// assert_eq!(PARSE.as_str(), "parse");
    /// ```
    ///
    /// # Panics
    ///
    /// If it is empty; in a `const` or `static`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(checked(name)))
    }

    /// A name that comes at run time.
    ///
    /// # Errors
    ///
    /// [`SpanNameError`] if it is empty.
    pub fn try_new(name: impl Into<Cow<'static, str>>) -> Result<Self, SpanNameError> {
        let name = name.into();
        check(&name).map_err(SpanNameError)?;
        Ok(Self(name))
    }

    /// The name's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn text(&self) -> &Cow<'static, str> {
        &self.0
    }

    pub(super) fn into_inner(self) -> Cow<'static, str> {
        self.0
    }
}

impl AsRef<str> for SpanName {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for SpanName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a span's name can be given as: a literal, or a [`SpanName`].
///
/// ```
/// use meterstick::trace::{self, SpanName};
///
/// trace::run("parse", |_| ());
/// trace::run(SpanName::try_new(format!("parse {}", "json")).unwrap(), |_| ());
/// ```
#[diagnostic::on_unimplemented(
    message = "a span has a name that is not empty, and a `{Self}` may be",
    label = "not checked yet",
    note = "check it where it comes from: `SpanName::try_new(name)?`; a literal is given as it is"
)]
pub trait IntoSpanName: sealed::Sealed {
    /// It as a name.
    ///
    /// # Panics
    ///
    /// If it is a literal that is empty.
    fn into_span_name(self) -> SpanName;
}

impl IntoSpanName for SpanName {
    fn into_span_name(self) -> SpanName {
        self
    }
}

impl IntoSpanName for &'static str {
    #[track_caller]
    fn into_span_name(self) -> SpanName {
        SpanName::new(self)
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::SpanName {}
    impl Sealed for &'static str {}
}

/// Why a span's name is refused.
///
/// ```
/// use meterstick::trace::{Internal, Tracer};
///
/// let refused = Tracer::span::<Internal>().try_name("").unwrap_err();
/// assert_eq!(refused.to_string(), "a span has a name: this one is empty");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanNameError(pub(super) &'static str);

impl fmt::Display for SpanNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for SpanNameError {}
