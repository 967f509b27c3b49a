//! `StartedSpan` and `StartedOperation`: spans that start and end where no function does.
// Uses `active`, `current`, `drive`, `end`, `error_type`, `failure`, `operation`, `outcome`, `span`. Used by
// `operation`, `span`, `undeclared`.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::thread::{self, ThreadId};

use super::active::ActiveSpan;
use super::current::{Attached, attach};
use super::drive::{Watch, finish};
use super::end::{End, Fallible, Judge};
use super::error_type::{ByTypeName, ErrorType};
use super::operation::{DurationHistogram, OperationWatch};
use super::outcome::Carried;
use super::span::SpanWatch;
use crate::failure::Failure;

/// Ends the watched span when it is dropped.
struct Guard<W: Watch> {
    /// Taken when the span has ended.
    watch: Option<W>,
    /// The thread of the start, if it unwound already: that panic is not the span's, but one of another thread is.
    unwinding: Option<ThreadId>,
}

impl<W: Watch> Guard<W> {
    fn new(watch: W) -> Self {
        Self { watch: Some(watch), unwinding: thread::panicking().then(this_thread) }
    }

    fn active(&self) -> &ActiveSpan {
        match &self.watch {
            Some(watch) => watch.active(),
            None => unreachable!("what has ended is not there any more"),
        }
    }

    fn finish(&mut self, how: impl FnOnce(bool) -> End) {
        if let Some(mut watch) = self.watch.take() {
            let attached = attach(watch.active().context().clone());
            finish(&mut watch, attached, how);
        }
    }
}

fn this_thread() -> ThreadId {
    thread::current().id()
}

impl<W: Watch> Drop for Guard<W> {
    fn drop(&mut self) {
        let panicked = thread::panicking() && self.unwinding.is_none_or(|thread| thread != this_thread());
        self.finish(|_| if panicked { End::Panicked(None) } else { End::Dropped });
    }
}

/// A guard that makes a span the current one on this thread until it is dropped.
///
/// It stays on its thread, so a future that is sent to other threads cannot keep it across an `await`.
///
/// ```compile_fail
/// # use meterstick::Scope;
/// # use meterstick::trace::{Internal, Span, Tracer};
/// # static WORK: Span = Tracer::span::<Internal>().name("work").global(Scope::new("shop"));
/// let span = WORK.start();
/// let current = span.enter();
/// std::thread::spawn(move || drop(current));
/// ```
#[must_use = "the span is the current one until this is dropped: bind it to a name, not to `_`"]
pub struct Entered<'a> {
    attached: Option<Attached>,
    span: PhantomData<&'a ActiveSpan>,
}

/// Makes the drop a use of the span, which therefore cannot end before.
impl Drop for Entered<'_> {
    fn drop(&mut self) {
        self.attached = None;
    }
}

impl fmt::Debug for Entered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entered")
    }
}

macro_rules! started {
    (
        $(#[$meta:meta])*
        $started:ident [$($parameter:tt)*] [$($generics:tt)*] [$($argument:tt)*] $watch:ty
    ) => {
        $(#[$meta])*
        #[must_use = "it ends when this is dropped: bind it to a name, not to `_`"]
        pub struct $started<$($parameter)*> {
            guard: Guard<$watch>,
            class: PhantomData<fn() -> C>,
        }

        impl<$($generics)*> $started<$($argument)*> {
            pub(super) fn new(watch: $watch) -> Self {
                Self { guard: Guard::new(watch), class: PhantomData }
            }

            /// Makes the span the current one on this thread until the returned guard is dropped: spans that start until then are
            /// its children.
            ///
            /// ```
            /// # use meterstick::Scope;
            /// # use meterstick::trace::{Internal, Span, Tracer};
            /// static WORK: Span = Tracer::span::<Internal>().name("work").global(Scope::new("shop"));
            /// static STEP: Span = Tracer::span::<Internal>().name("step").global(Scope::new("shop"));
            ///
            /// let span = WORK.start();
            /// let current = span.enter();
            /// STEP.run(|_| ()); // a child of `work`
            /// drop(current);
            /// span.end();
            /// ```
            pub fn enter(&self) -> Entered<'_> {
                Entered { attached: Some(attach(self.context().clone())), span: PhantomData }
            }

            /// Ends the span. It failed only if that was [set](ActiveSpan::fail) before.
            pub fn end(mut self) {
                self.guard.finish(|_| End::Done);
            }

            /// Ends the span with a result, which it returns: an error is reported as that of `try_run`.
            ///
            /// ```
            /// # use meterstick::Scope;
            /// # use meterstick::trace::{Internal, Span, Tracer};
            /// static PARSE: Span = Tracer::span::<Internal>().name("parse").global(Scope::new("shop"));
            ///
            /// let span = PARSE.start();
            /// let parsed = span.end_with("twelve".parse::<u64>());
            /// assert!(parsed.is_err()); // error.type = core::num::error::ParseIntError
            /// ```
            ///
            /// # Errors
            ///
            /// The error of the result.
            pub fn end_with<T, E: Failure>(mut self, result: Result<T, E>) -> Result<T, E>
            where
                C: ErrorType<E>,
            {
                self.guard.finish(|detailed| Fallible::<C>::judge(&result, detailed));
                result
            }
        }

        impl<$($generics)*> Deref for $started<$($argument)*> {
            type Target = ActiveSpan;

            fn deref(&self) -> &ActiveSpan {
                self.guard.active()
            }
        }

        impl<$($generics)*> fmt::Debug for $started<$($argument)*> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($started)).field(self.guard.active()).finish()
            }
        }
    };
}

started! {
    /// A started span, which ends when it is dropped: for work that is not one function, such as what starts in one callback and
    /// ends in another.
    ///
    /// It takes attributes, events and links like the [`ActiveSpan`] that it derefs to. It is not the current span, so it can be
    /// kept in a struct and sent to another thread; [`enter`](Self::enter) makes it the current one on a thread.
    ///
    /// Dropping it sets no status, unless its thread has started to panic since: then the `error.type` is `panic`. If it was
    /// started in a destructor while its thread unwound, a later panic of that thread leaves the status unset. The cancellation of a
    /// future drops it, too, so for futures [`Span::run_async`](super::Span::run_async) is better.
    ///
    /// ```
    /// use meterstick::Scope;
    /// use meterstick::trace::{Server, Span, StartedSpan, Tracer};
    ///
    /// static CONNECTION: Span = Tracer::span::<Server>().name("connection").global(Scope::new("shop"));
    ///
    /// struct Connection {
    ///     span: StartedSpan,
    /// }
    ///
    /// fn on_open() -> Connection {
    ///     Connection { span: CONNECTION.start() }
    /// }
    ///
    /// fn on_message(connection: &Connection) {
    ///     connection.span.event("message", &());
    /// }
    ///
    /// fn on_close(connection: Connection) {
    ///     connection.span.end();
    /// }
    ///
    /// let connection = on_open();
    /// on_message(&connection);
    /// on_close(connection);
    /// ```
    StartedSpan [C = ByTypeName] [C] [C] SpanWatch
}

started! {
    /// A started operation: its span and its duration end when it [ends](Self::end). See [`StartedSpan`].
    ///
    /// Dropping it instead, by a `?` or the cancellation of a future, leaves the outcome unknown, and a duration without an
    /// `error.type` would be that of a success. So only its span ends, with no status; its duration is not recorded but
    /// [counted](crate::Instrument::dropped), unless its outcome was [set](ActiveSpan::fail) before. A panic has the `error.type`
    /// `panic`.
    ///
    /// ```
    /// use meterstick::Scope;
    /// use meterstick::trace::{Client, Operation, Tracer};
    ///
    /// static CHARGE: Operation =
    ///     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    ///
    /// let charge = CHARGE.start();
    /// let charged = charge.end_with("12".parse::<u64>());
    /// assert_eq!(charged, Ok(12));
    /// ```
    StartedOperation ['s, A: Carried = (), C = ByTypeName] ['s, A: Carried, C] ['s, A, C]
        OperationWatch<'s, A, Box<DurationHistogram<A>>>
}

impl<A: Carried, C> StartedOperation<'_, A, C> {
    /// Returns the same operation without the borrows of its attributes, which are cloned: it can be kept in a struct or sent to
    /// a task.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::trace::{Client, Operation, StartedOperation, Tracer};
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Order<'a> {
    ///     shop: &'a str,
    /// }
    ///
    /// static CHARGE: Operation<Order<'static>> = Tracer::operation::<Client>()
    ///     .name("charge")
    ///     .duration("shop.charge.duration")
    ///     .attributes::<Order>()
    ///     .global(Scope::new("shop"));
    ///
    /// fn begin(shop: &str) -> StartedOperation<'static, Order<'static>> {
    ///     CHARGE.start(Order { shop }).into_owned()
    /// }
    ///
    /// let charge = begin(&String::from("graz"));
    /// std::thread::spawn(move || charge.end()).join().unwrap();
    /// ```
    pub fn into_owned(mut self) -> StartedOperation<'static, A, C> {
        let watch = self.guard.watch.take().map(OperationWatch::into_owned);
        StartedOperation { guard: Guard { watch, unwinding: self.guard.unwinding }, class: PhantomData }
    }
}
