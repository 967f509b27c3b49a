//! The kinds of spans, as types without values.

use opentelemetry::trace::SpanKind;

/// The kind of a span (*Trace API, SpanKind*).
///
/// ```
/// use meterstick::trace::{Client, KindOfSpan};
/// use opentelemetry::trace::SpanKind;
///
/// assert_eq!(Client::KIND, SpanKind::Client);
/// ```
#[diagnostic::on_unimplemented(
    message = "a span's kind is one of five, and `{Self}` is none of them",
    label = "not a kind of span",
    note = "use `Internal`, `Server`, `Client`, `Producer` or `Consumer` of `meterstick::trace`"
)]
pub trait KindOfSpan: sealed::Sealed + 'static {
    /// The kind as the OpenTelemetry API has it.
    const KIND: SpanKind;
}

mod sealed {
    #[diagnostic::on_unimplemented(
        message = "a span's kind is one of five, and `{Self}` is none of them",
        label = "not a kind of span",
        note = "use `Internal`, `Server`, `Client`, `Producer` or `Consumer` of `meterstick::trace`"
    )]
    pub trait Sealed {}
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind {}

        impl sealed::Sealed for $kind {}

        impl KindOfSpan for $kind {
            const KIND: SpanKind = SpanKind::$kind;
        }
    )*};
}

kinds! {
    /// Work within the program, with nothing remote before or after it.
    Internal;
    /// The handling of a request that came from elsewhere and is answered.
    Server;
    /// A request to something else, up to its answer.
    Client;
    /// The sending of a message whose sender does not wait for the outcome.
    Producer;
    /// The handling of a message whose sender does not wait for the outcome.
    Consumer;
}
