//! Calls whose log events are not meant for the user.
// Used by `sdk`.

/// Runs a call without its events of OpenTelemetry's internal log.
///
/// The subscriber of this thread is replaced by none for as long as the call lasts. A subscriber of our own would be registered
/// with `tracing`, which would from then on ask the user's subscriber about each event that it has disabled. Where there is no
/// subscriber nothing is replaced: `tracing` passes events to the `log` crate until the first one is set, even for a moment. So
/// there the call's events are in `log`, if `tracing` has that feature.
#[cfg(feature = "internal-logs")]
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> T {
    use tracing::dispatcher::{Dispatch, get_default, with_default};
    use tracing::subscriber::NoSubscriber;

    if get_default(Dispatch::is::<NoSubscriber>) { call() } else { with_default(&Dispatch::none(), call) }
}

/// Without the feature there is no `tracing` to replace the subscriber with. If another package turns on the feature of OpenTelemetry,
/// the call's events are in the user's log.
#[cfg(not(feature = "internal-logs"))]
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> T {
    call()
}
