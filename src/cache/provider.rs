//! Calls to the meter provider, whose panics are contained.
//!
//! A panic of it would make moka disable its eviction listener, end the SDK's collections, or abort a process that unwinds.
// Uses `safely`. Used by `entries`, `metrics`.

use opentelemetry::otel_error;

use crate::safely::{contained, safely};

/// Gives the provider a value. Returns whether it took it. A panic is reported.
pub(super) fn give(call: impl FnOnce()) -> bool {
    let is_given = contained(call).is_ok();
    if !is_given {
        // A log subscriber may panic, too.
        safely(|| {
            otel_error!(
                name: "Meterstick.FlushPanicked",
                message = "The meter provider panicked on a value that it was given, which is not exported."
            );
        });
    }
    is_given
}

/// Has the provider build an instrument. A panic is reported.
pub(super) fn build(call: impl FnOnce()) {
    if contained(call).is_err() {
        safely(|| {
            otel_error!(
                name: "Meterstick.BindingPanicked",
                message = "The meter provider panicked on an instrument, which will not be exported."
            );
        });
    }
}
