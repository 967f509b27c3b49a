//! `Amount`: a number of a point, in the type of its instrument.
// Used by `view::distribution`, `view::point`.

use core::fmt;

/// A number of a data point, in the type of its instrument.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Amount {
    /// A number of an instrument of unsigned integers.
    Unsigned(u64),
    /// A number of an instrument of signed integers.
    Signed(i64),
    /// A number of an instrument of floats.
    Float(f64),
}

impl Amount {
    /// Converts to the nearest float.
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
