//! Names of spans.

use core::fmt;

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
