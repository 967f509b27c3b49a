//! `NoFuture`: the results of a timed function, which cannot be futures.
// Used by `gauge`, `histogram`.

/// The result of a function that [`time`](crate::Instrument::time) takes: any type but a future, which has not run yet when the
/// function returns it.
///
/// It is implemented for every type that is `Unpin`. The future of an `async` block or function never is, and nearly every other
/// type is.
#[diagnostic::on_unimplemented(
    message = "`time` records how long a function runs, and this one returns what may be a future that has not run yet",
    label = "returns a future, or what may be one",
    note = "time a future until it ends: `.time_async(async {{ .. }}).await`",
    note = "if a generic function returns a type parameter `R`, add `R: Unpin`, which no `async` block is"
)]
pub trait NoFuture {}

#[diagnostic::do_not_recommend]
impl<T: Unpin + ?Sized> NoFuture for T {}
