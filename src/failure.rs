//! The bound on errors of spans and loads.

use std::fmt::Display;

/// An error that can be reported: one that displays.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an error says what went wrong by its `Display`, and `{Self}` has none",
    label = "what went wrong is not said",
    note = "give an error that has one, by `.map_err(|_| \"what went wrong\")`; a type of your own has one by `impl std::fmt::Display`"
)]
pub trait Failure {
    fn displayed(&self) -> &dyn Display;
}

#[diagnostic::do_not_recommend]
impl<E: Display> Failure for E {
    fn displayed(&self) -> &dyn Display {
        self
    }
}
