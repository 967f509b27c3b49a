//! Being called at collection.

use std::sync::Arc;

use opentelemetry::metrics::Meter;

/// The name of the instrument whose callback is the hook. It observes nothing and so is never exported; the SDK keeps
/// one of a name in a scope, whatever the number of callbacks.
pub(crate) const NAME: &str = "meterstick.hook";

/// Has `collect` called at every collection of the meter's provider, before the data points are made.
///
/// Returns whether the provider keeps the hook. One that exports nothing does not, nor does one whose view drops it.
pub(crate) fn install(meter: &Meter, collect: impl Fn() + Send + Sync + 'static) -> bool {
    let kept = Arc::new(());
    let token = Arc::clone(&kept);
    // A callback may add and bind, and must never build an instrument: the SDK would wait for itself.
    let _ = meter
        .u64_observable_counter(NAME)
        .with_callback(move |_| {
            let _ = &token;
            collect();
        })
        .build();
    Arc::strong_count(&kept) > 1
}
