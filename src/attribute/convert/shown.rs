//! `Shown` and `Debugged`: attribute values from a type's `Display` or `Debug` text.
// Uses `value`. No other module uses it.

use core::fmt;

use crate::attribute::value::{AttributeValue, Element, ValueRef, ValueType};

/// An attribute value that is the `Display` text of another value.
///
/// ```
/// use meterstick::{Key, convert::Shown};
/// use std::path::Path;
///
/// const FILE: Key<Shown<std::path::Display<'_>>> = Key::new("file.path");
///
/// assert_eq!(FILE.of(Shown(Path::new("a.txt").display())).value.as_str(), "a.txt");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shown<T>(pub T);

/// An attribute value that is the `Debug` text of another value.
///
/// ```
/// use meterstick::convert::{Debugged, value};
///
/// assert_eq!(value(Debugged(Some("a"))), Some(r#"Some("a")"#.into()));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Debugged<T>(pub T);

impl<T: fmt::Display> fmt::Display for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: fmt::Debug> fmt::Display for Debugged<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! text {
    ($($shown:ident: $rule:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: fmt::$rule> AttributeValue for $shown<T> {
            const TYPE: ValueType = ValueType::String;

            #[inline]
            fn value(&self) -> ValueRef<'_> {
                ValueRef::Display(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: fmt::$rule> Element for $shown<T> {}
    )*};
}

text! {
    Shown: Display;
    Debugged: Debug;
}
