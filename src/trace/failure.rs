//! Bounds of the methods that run something in a span, with the messages for wrong results.
// Used by `runs`, `undeclared`.

/// A value that is complete when the function has returned. A future is not: its span would end before it begins.
///
/// Both implementations fit a future and one fits any other type, so `M` cannot be inferred for a future only. The compiler then
/// prints the parameter's name in the method.
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
