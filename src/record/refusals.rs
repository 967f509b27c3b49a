//! What was refused: counted, and told once.

use std::sync::atomic::{AtomicU64, Ordering};

use opentelemetry::otel_warn;

use crate::number::MeasurementError;

/// How many measurements an instrument refused.
#[derive(Debug, Default)]
pub(crate) struct Refusals(AtomicU64);

impl Refusals {
    pub(crate) const fn new() -> Self {
        Self(AtomicU64::new(0))
    }

    pub(crate) fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts a refusal, and tells of the instrument's first in OpenTelemetry's internal log.
    #[cold]
    pub(crate) fn refuse(&self, instrument: &'static str, error: MeasurementError) {
        if self.0.fetch_add(1, Ordering::Relaxed) == 0 {
            otel_warn!(
                name: "Meterstick.MeasurementRefused",
                instrument_name = instrument,
                reason = error.to_string(),
                message = "The measurement was not recorded. Later ones that this instrument refuses are counted only."
            );
        }
    }
}
