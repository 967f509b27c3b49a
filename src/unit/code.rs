//! `Code`: the UCUM code of a unit, checked in const evaluation or at run time.
// Uses `message`, `ucum`. Used by `cache`, `declare`, `define`, `hints`, `per`, `ucum`.

use core::fmt;

use super::ucum::{self, Refusal};
use crate::message::Message;

/// The code of a unit: ASCII, 1 to 63 characters, in UCUM's grammar (*Metrics API, instrument unit*; *UCUM, the full and limited
/// conformance*).
///
/// ```
/// use meterstick::unit::Code;
///
/// const MILLIS: Code = Code::new("ms"); // a wrong one does not compile
/// assert_eq!(Code::try_new("By/s")?.as_str(), "By/s");
/// assert!(Code::try_new("µs").unwrap_err().to_string().contains("ASCII"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code<'a>(&'a str);

impl<'a> Code<'a> {
    /// The maximum number of characters of a code.
    pub const MAX: usize = 63;

    /// Makes a code that is known to be valid.
    ///
    /// # Panics
    ///
    /// If it is not valid; in a `const` or `static`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(code: &'a str) -> Self {
        match ucum::check(code) {
            Ok(()) => Self(code),
            Err(refusal) => panic!("{}", CodeError(refusal).message(code).as_str()),
        }
    }

    /// Checks a code that is known at run time only.
    ///
    /// # Errors
    ///
    /// [`CodeError`] names the rule that the code breaks.
    pub const fn try_new(code: &'a str) -> Result<Self, CodeError> {
        match ucum::check(code) {
            Ok(()) => Ok(Self(code)),
            Err(refusal) => Err(CodeError(refusal)),
        }
    }

    /// Returns the code as it is exported.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }
}

/// Why the code of a unit was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeError(Refusal);

impl CodeError {
    const fn parts(&self) -> [&str; 3] {
        match &self.0 {
            Refusal { rule, count: Some(count) } if ucum::equal(rule.as_bytes(), ucum::NO_UNIT.as_bytes()) => [
                "this is not a UCUM unit; a count is written as an annotation in the singular: write `{",
                count.as_str(),
                "}`",
            ],
            Refusal { rule, .. } => [rule, "", ""],
        }
    }

    const fn message(&self, code: &str) -> Message {
        let [rule, count, after] = self.parts();
        Message::of(&[rule, count, after, ", and this code is `", code, "`"])
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().iter().try_for_each(|part| f.write_str(part))
    }
}

impl core::error::Error for CodeError {}

/// A code that is put together from others in const evaluation.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    bytes: [u8; Code::MAX],
    len: usize,
}

impl Joined {
    #[must_use]
    #[track_caller]
    pub const fn of(parts: &[&str]) -> Self {
        let mut joined = Self { bytes: [0; Code::MAX], len: 0 };
        let mut i = 0;
        while i < parts.len() {
            joined = joined.and(parts[i]);
            i += 1;
        }
        joined
    }

    #[must_use]
    #[track_caller]
    pub const fn and(mut self, part: &str) -> Self {
        let part = part.as_bytes();
        let mut i = 0;
        while i < part.len() {
            self = self.and_byte(part[i]);
            i += 1;
        }
        self
    }

    #[track_caller]
    pub(super) const fn and_byte(mut self, byte: u8) -> Self {
        assert!(
            self.len < Code::MAX,
            "a unit's code has at most 63 characters: the one that these units make is longer"
        );
        self.bytes[self.len] = byte;
        self.len += 1;
        self
    }

    /// The code of `times / parts` of a unit, such as `{USD}/1000000` or `12.{egg}`.
    #[must_use]
    #[track_caller]
    pub const fn scaled(times: u64, code: &str, parts: u64) -> Self {
        let mut joined = Self::of(&[]);
        if times != 1 {
            joined = joined.number(times);
            // For example `60/min`, 60 of `/min`.
            if !matches!(code.as_bytes(), [b'/', ..]) {
                joined = joined.and(".");
            }
        }
        joined = joined.and(code);
        if parts == 1 { joined } else { joined.and("/").number(parts) }
    }

    const fn number(self, number: u64) -> Self {
        let joined = if number < 10 { self } else { self.number(number / 10) };
        joined.and_byte(b'0' + (number % 10) as u8)
    }

    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(code) => code,
            Err(_) => unreachable!(),
        }
    }
}
