//! `Prepared`: one run of a span or an operation with links or a start time.
// Uses `active`, `outcome`, `source`. Used by `operation`, `runs`, `span`.

use std::time::SystemTime;

use opentelemetry::trace::SpanContext;

use super::active::link;
use super::outcome::Carried;
use super::source::Beginning;

/// One run of a [`Span`](super::Span) or an [`Operation`](super::Operation) with links or a start time, which the sampler sees.
/// It has the same methods to run something.
///
/// ```
/// use std::time::SystemTime;
///
/// use meterstick::Scope;
/// use meterstick::trace::{self, Consumer, Span, Tracer};
///
/// static PROCESS: Span = Tracer::span::<Consumer>().name("process").global(Scope::new("shop"));
///
/// // As they come with a batch of messages.
/// let (first, second) = (trace::run("send", |span| span.span_context()), trace::run("send", |span| span.span_context()));
/// let received = SystemTime::now();
///
/// let processed = PROCESS.with_start_time(received).with_link(&first, &()).with_link(&second, &()).run(|_| 2);
/// assert_eq!(processed, 2);
/// ```
#[derive(Debug)]
#[must_use = "nothing runs yet: call `run` or a similar method"]
pub struct Prepared<'a, L> {
    pub(super) live: &'a L,
    pub(super) beginning: Beginning,
}

impl<'a, L> Prepared<'a, L> {
    pub(super) fn of(live: &'a L) -> Self {
        Self { live, beginning: Beginning::default() }
    }

    /// Links the run's span to another one. Without attributes, pass `&()`.
    ///
    /// A link to no span is left out if it has no attributes (*Trace API, link*).
    pub fn with_link<S: Carried>(mut self, to: &SpanContext, set: &S) -> Self {
        self.beginning.links.extend(link(to, set));
        self
    }

    /// Sets a start time in the past, for example when a request was received before its kind was known.
    ///
    /// An operation's duration is measured from that time. A time in the future is used as it is, and the duration of what ends
    /// before it is 0.
    pub fn with_start_time(mut self, start_time: SystemTime) -> Self {
        self.beginning.start_time = Some(start_time);
        self
    }
}

/// Defines `with_link` and `with_start_time` for a live type.
macro_rules! prepares {
    ([$($generics:tt)*] $live:ty) => {
        impl<$($generics)*> $live {
            /// Prepares a run that is linked to another span, which is neither its parent nor its child. The sampler sees the
            /// link.
            ///
            /// ```
            /// # use meterstick::Scope;
            /// # use meterstick::trace::{self, Consumer, Span, Tracer};
            /// static PROCESS: Span = Tracer::span::<Consumer>().name("process").global(Scope::new("shop"));
            ///
            /// let sent = trace::run("send", |span| span.span_context());
            /// PROCESS.with_link(&sent, &()).run(|_| ());
            /// ```
            pub fn with_link<S: $crate::trace::Carried>(
                &self,
                to: &opentelemetry::trace::SpanContext,
                set: &S,
            ) -> $crate::trace::Prepared<'_, Self> {
                $crate::trace::Prepared::of(self).with_link(to, set)
            }

            /// Prepares a run that has started at a time in the past: see [`Prepared::with_start_time`].
            ///
            /// [`Prepared::with_start_time`]: crate::trace::Prepared::with_start_time
            ///
            /// ```
            /// # use std::time::SystemTime;
            /// # use meterstick::Scope;
            /// # use meterstick::trace::{Server, Span, Tracer};
            /// static SERVE: Span = Tracer::span::<Server>().name("serve").global(Scope::new("shop"));
            ///
            /// let received = SystemTime::now();
            /// SERVE.with_start_time(received).run(|_| ());
            /// ```
            pub fn with_start_time(&self, start_time: std::time::SystemTime) -> $crate::trace::Prepared<'_, Self> {
                $crate::trace::Prepared::of(self).with_start_time(start_time)
            }
        }
    };
}
pub(super) use prepares;
