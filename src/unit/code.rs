//! A unit's code, checked.

use core::fmt;

use super::ucum;

/// The code of a unit: ASCII, 1 to 63 characters, and of UCUM's grammar (*Metrics API, instrument unit*; *UCUM,
/// the full and limited conformance*).
///
/// ```
/// use meterstick::unit::Code;
///
/// const MILLIS: Code = Code::new("ms"); // a wrong one does not compile
/// assert_eq!(Code::try_new("By/s").unwrap().as_str(), "By/s");
/// assert!(Code::try_new("µs").unwrap_err().to_string().contains("ASCII"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code<'a>(&'a str);

impl<'a> Code<'a> {
    /// The most characters that a code has.
    pub const MAX: usize = 63;

    /// A code that is known to be right.
    ///
    /// # Panics
    ///
    /// If it is not; in a `const` or `static`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(code: &'a str) -> Self {
        match ucum::check(code) {
            Ok(()) => Self(code),
            Err(law) => panic!("{}", law),
        }
    }

    /// A code that comes at run time.
    ///
    /// # Errors
    ///
    /// [`CodeError`] says which rule is broken.
    pub const fn try_new(code: &'a str) -> Result<Self, CodeError> {
        match ucum::check(code) {
            Ok(()) => Ok(Self(code)),
            Err(law) => Err(CodeError(law)),
        }
    }

    /// The code as it is exported.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }
}

/// Why a unit's code is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeError(&'static str);

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for CodeError {}
