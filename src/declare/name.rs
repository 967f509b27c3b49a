//! `Name`: the name of an instrument. Also the rule of descriptions.
// Uses `message`. Used by `catalog`, `instrument`, `metric`, `trace`.

use core::fmt;

use crate::message::Message;

/// The name of an instrument: a letter, then letters, digits, `_`, `.`, `-` and `/`; 1 to 255 characters (*Metrics API,
/// instrument name syntax*).
///
/// ```
/// use meterstick::Name;
///
/// assert!(Name::try_new("http.server.request.duration").is_ok());
/// assert!(Name::try_new("2xx").unwrap_err().to_string().contains("letter"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name<'a>(&'a str);

impl<'a> Name<'a> {
    /// Makes a name that is known to be valid.
    ///
    /// # Panics
    ///
    /// If it is not valid; in a `const` or `static`, that is a compile error.
    #[must_use]
    #[track_caller]
    pub const fn new(name: &'a str) -> Self {
        match check(name) {
            Ok(()) => Self(name),
            Err(rule) if name.is_empty() => panic!("{}", rule),
            Err(rule) => panic!("{}", Message::of(&[rule, ", and this one is `", name, "`"]).as_str()),
        }
    }

    /// Checks a name that is known at run time only.
    ///
    /// # Errors
    ///
    /// [`NameError`] names the rule that the name breaks.
    pub const fn try_new(name: &'a str) -> Result<Self, NameError> {
        match check(name) {
            Ok(()) => Ok(Self(name)),
            Err(rule) => Err(NameError(rule)),
        }
    }

    /// Returns the name's text.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }
}

const fn check(name: &str) -> Result<(), &'static str> {
    let name = name.as_bytes();
    if name.is_empty() {
        return Err("an instrument has a name");
    }
    if name.len() > 255 {
        return Err("an instrument's name has at most 255 characters");
    }
    if !name[0].is_ascii_alphabetic() {
        return Err("an instrument's name starts with a letter");
    }
    let mut i = 1;
    while i < name.len() {
        if !name[i].is_ascii_alphanumeric() && !matches!(name[i], b'_' | b'.' | b'-' | b'/') {
            return Err("an instrument's name contains only ASCII letters, digits, `_`, `.`, `-` and `/`");
        }
        i += 1;
    }
    Ok(())
}

/// Checks the length of a description: every backend must support 1,023 characters (*Metrics API, instrument description*).
///
/// # Errors
///
/// The rule that is broken.
pub const fn check_description(description: &str) -> Result<(), &'static str> {
    let bytes = description.as_bytes();
    let mut characters = 0;
    let mut i = 0;
    while i < bytes.len() {
        // Every byte that is not a continuation byte starts a character.
        if bytes[i] & 0xC0 != 0x80 {
            characters += 1;
        }
        i += 1;
    }
    if characters > 1023 { Err("a description has at most 1,023 characters") } else { Ok(()) }
}

/// Why the name of an instrument was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameError(&'static str);

/// The name after a prefix and a dot.
pub(crate) fn prefixed(prefix: &str, name: &str) -> Result<String, NameError> {
    if prefix.is_empty() || prefix.starts_with('.') || prefix.ends_with('.') {
        return Err(NameError("a prefix is a name, to which the dot is added: write `shop`, not `shop.`"));
    }
    let name = format!("{prefix}.{name}");
    Name::try_new(&name)?;
    Ok(name)
}

/// Why the description of a metric was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DescriptionError(pub(super) &'static str);

macro_rules! errors {
    ($($error:ident)*) => {$(
        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }

        impl core::error::Error for $error {}
    )*};
}

errors!(NameError DescriptionError);
