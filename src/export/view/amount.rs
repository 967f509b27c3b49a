//! Numbers.

use core::fmt;

/// A number, as its instrument has it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Amount {
    /// Of an instrument of integers without a sign.
    Unsigned(u64),
    /// Of an instrument of integers with a sign.
    Signed(i64),
    /// Of an instrument of floats.
    Float(f64),
}

impl Amount {
    /// The nearest float.
    ///
    /// ```
    /// use meterstick::export::Amount;
    ///
    /// assert_eq!(Amount::Unsigned(3).as_f64(), 3.0);
    /// ```
    #[must_use]
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Unsigned(value) => value as f64,
            Self::Signed(value) => value as f64,
            Self::Float(value) => value,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsigned(value) => value.fmt(f),
            Self::Signed(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
        }
    }
}

macro_rules! amounts {
    ($($from:ident $amount:ident;)*) => {$(
        impl From<$from> for Amount {
            fn from(value: $from) -> Self {
                Self::$amount(value)
            }
        }
    )*};
}

amounts! {
    u64 Unsigned;
    i64 Signed;
    f64 Float;
}
