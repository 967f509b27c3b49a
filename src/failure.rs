//! `Failure`: the bound on the error types that spans and cache loads report.
// Used by `cache`, `trace`.

use std::fmt::Display;

/// An error that can be reported, because it implements `Display`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an error is reported by its `Display`, and `{Self}` has none",
    label = "does not implement `Display`",
    note = "return an error that has one, `.map_err(|_| \"what went wrong\")`; for your own type write `impl std::fmt::Display`"
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
