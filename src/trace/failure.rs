//! What the bounds of the ways to run ask for, with messages that say so.

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

/// A value that is there when the function has returned. A future is not: its span would end before it begins.
///
/// Both implementations fit a future and one fits anything else, so only for a future `M` cannot be inferred. The parameter's
/// name in each method is what the compiler then prints.
#[doc(hidden)]
pub trait Finished<M> {}

#[doc(hidden)]
#[derive(Debug)]
pub enum Value {}

#[doc(hidden)]
#[derive(Debug)]
pub enum StillToRun {}

impl<T> Finished<Value> for T {}
impl<F: Future> Finished<StillToRun> for F {}
