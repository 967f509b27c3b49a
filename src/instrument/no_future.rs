//! What a timed function returns.

/// What [`time`](crate::Instrument::time) takes as the result of a function: anything but a future, which has done nothing yet
/// when the function returns it.
///
/// It is every type that is `Unpin`. The future of an `async` block or function never is, and hardly any other result is
/// not.
#[diagnostic::on_unimplemented(
    message = "`time` records how long a function runs, and this one returns what may be a future that has not run yet",
    label = "returns a future, or what may be one",
    note = "time a future until it ends: `.time_async(async {{ .. }}).await`",
    note = "in generic code, ask that the result is `Unpin`, which no `async` block is"
)]
pub trait NoFuture {}

#[diagnostic::do_not_recommend]
impl<T: Unpin + ?Sized> NoFuture for T {}
