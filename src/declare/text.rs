//! The texts of a declaration.

use typewit::TypeEq;

/// A text that is known when the program is compiled, as the name and the description of a declaration are.
#[diagnostic::on_unimplemented(
    message = "the texts of a declaration are known when the program is compiled, and a `{Self}` is not",
    label = "comes at run time",
    note = "write it in quotes, or declare the metric where the text comes: `.try_name(&name)?`, `.try_description(&text)?`"
)]
pub trait StaticText: Copy {
    #[doc(hidden)]
    const IS: TypeEq<Self, &'static str>;
}

#[diagnostic::do_not_recommend]
impl StaticText for &'static str {
    const IS: TypeEq<Self, &'static str> = TypeEq::NEW;
}
