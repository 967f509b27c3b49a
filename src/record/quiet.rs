//! Calls whose log events are not for the user.

/// Runs a call without its events of OpenTelemetry's internal log.
#[cfg(feature = "internal-logs")]
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> T {
    tracing::subscriber::with_default(Quiet, call)
}

#[cfg(not(feature = "internal-logs"))]
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> T {
    call()
}

/// Takes no events. It says so for each event, and not once for all: an answer for all would be kept for the subscribers that
/// come after it, too.
#[cfg(feature = "internal-logs")]
struct Quiet;

#[cfg(feature = "internal-logs")]
impl tracing::Subscriber for Quiet {
    fn register_callsite(&self, _: &'static tracing::Metadata<'static>) -> tracing::subscriber::Interest {
        tracing::subscriber::Interest::sometimes()
    }
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        false
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {}
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}
