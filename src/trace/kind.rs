//! The kinds of spans, as types without values.
// Used by `cache`, `declare`, `declare_operation`.

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
    message = "a span's kind is one of five, and `{Self}` is not one of them",
    label = "not a kind of span",
    note = "use `Internal`, `Server`, `Client`, `Producer` or `Consumer` of `meterstick::trace`"
)]
pub trait KindOfSpan: sealed::Sealed + 'static {
    /// The kind as the OpenTelemetry API has it.
    const KIND: SpanKind;
}

mod sealed {
    #[diagnostic::on_unimplemented(
        message = "a span's kind is one of five, and `{Self}` is not one of them",
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
    /// The kind of spans of work within the program, without a remote parent or child.
    Internal;
    /// The kind of spans that handle a request from elsewhere and answer it.
    Server;
    /// The kind of spans that send a request to something else and wait for the answer.
    Client;
    /// The kind of spans that send a message without waiting for its outcome.
    Producer;
    /// The kind of spans that handle a message whose sender does not wait for the outcome.
    Consumer;
}
