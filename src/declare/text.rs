//! `StaticText`: the texts of a declaration, its name and its description.
// Used by `instrument`, `metric`.

use typewit::TypeEq;

/// A text that is known at compile time, such as the name and the description of a declaration.
#[diagnostic::on_unimplemented(
    message = "the texts of a declaration are known at compile time, and a `{Self}` is not",
    label = "known at run time only",
    note = "write a literal; for a text that is known only at run time, write `.try_name(&name)?` or `.try_description(&text)?`"
)]
pub trait StaticText: Copy {
    #[doc(hidden)]
    const IS: TypeEq<Self, &'static str>;
}

#[diagnostic::do_not_recommend]
impl StaticText for &'static str {
    const IS: TypeEq<Self, &'static str> = TypeEq::NEW;
}
