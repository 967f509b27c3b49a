//! What the bounds of the ways to run ask for, with messages that say so.

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
