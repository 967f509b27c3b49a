//! What was refused: counted, and told once.

use std::sync::atomic::{AtomicU64, Ordering};

use opentelemetry::otel_warn;

use crate::number::MeasurementError;

/// How many measurements an instrument refused.
#[derive(Debug)]
pub(crate) struct Refusals {
    instrument: &'static str,
    count: AtomicU64,
}

impl Refusals {
    pub(crate) const fn new(instrument: &'static str) -> Self {
        Self { instrument, count: AtomicU64::new(0) }
    }

    pub(crate) fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// Counts a refusal, and tells of the instrument's first in OpenTelemetry's internal log.
    #[cold]
    pub(crate) fn refuse(&self, error: MeasurementError) {
        self.refuse_many(1, error);
    }

    /// The same for so many measurements.
    #[cold]
    pub(crate) fn refuse_many(&self, measurements: u64, error: MeasurementError) {
        if measurements > 0 && self.count.fetch_add(measurements, Ordering::Relaxed) == 0 {
            otel_warn!(
                name: "Meterstick.MeasurementRefused",
                instrument_name = self.instrument,
                reason = error.to_string(),
                message = "The measurement was not recorded. Later ones that this instrument refuses are counted only."
            );
        }
    }
}
