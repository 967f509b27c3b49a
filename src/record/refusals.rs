//! `Refusals`: counts refused and dropped measurements, and reports the first of each.
// Uses `limit`, `number`, `safely`. Used by `cache`, `core`, `counts`, `instrument`, `sink`.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use opentelemetry::{otel_error, otel_warn};

use super::limit::Limit;
use crate::number::MeasurementError;
use crate::safely::safely;

/// Logs a report. What listens to the log may panic: that ends neither the call, nor a collection, nor the counting, and aborts nothing
/// where a thread unwinds.
fn report(log: impl FnOnce()) {
    safely(log);
}

/// The measurements that an instrument did not record.
#[derive(Debug)]
pub(crate) struct Refusals {
    instrument: &'static str,
    refused: AtomicU64,
    dropped: AtomicU64,
    abandoned: AtomicU64,
    lost: AtomicU64,
    has_overflowed: AtomicBool,
}

impl Refusals {
    pub(crate) const fn new(instrument: &'static str) -> Self {
        Self {
            instrument,
            refused: AtomicU64::new(0),
            dropped: AtomicU64::new(0),
            abandoned: AtomicU64::new(0),
            lost: AtomicU64::new(0),
            has_overflowed: AtomicBool::new(false),
        }
    }

    /// Measurements that were refused: the wire cannot carry them.
    pub(crate) fn count(&self) -> u64 {
        self.refused.load(Ordering::Relaxed)
    }

    /// Measurements that were dropped: too many came before the instrument was bound, their attributes were not given, or the
    /// provider panicked on them.
    pub(crate) fn dropped(&self) -> u64 {
        [&self.dropped, &self.abandoned, &self.lost].iter().map(|counter| counter.load(Ordering::Relaxed)).sum()
    }

    /// Counts a refusal, and reports the instrument's first one in OpenTelemetry's internal log. No lock may be held: what
    /// listens to the log may record.
    #[cold]
    pub(crate) fn refuse(&self, error: MeasurementError) {
        self.refuse_many(1, error);
    }

    /// The same for a number of measurements.
    #[cold]
    pub(crate) fn refuse_many(&self, measurements: u64, error: MeasurementError) {
        if measurements > 0 && self.refused.fetch_add(measurements, Ordering::Relaxed) == 0 {
            report(|| {
                otel_warn!(
                    name: "Meterstick.MeasurementRefused",
                    instrument_name = self.instrument,
                    reason = error.to_string(),
                    message = "The measurement was not recorded. Later ones that this instrument refuses are counted only."
                );
            });
        }
    }

    /// Counts measurements that were dropped, and reports the first.
    #[cold]
    pub(crate) fn drop_many(&self, measurements: u64) {
        if measurements > 0 && self.dropped.fetch_add(measurements, Ordering::Relaxed) == 0 {
            report(|| {
                otel_warn!(
                    name: "Meterstick.MeasurementsDropped",
                    instrument_name = self.instrument,
                    dropped = measurements,
                    message = "More measurements came than are kept until there is a meter provider. Set the provider earlier. Later ones that this instrument drops are counted only."
                );
            });
        }
    }

    /// Gives the provider a value. Returns whether it took it. A panic would make moka disable its eviction listener, end the SDK's
    /// collections, or abort a process that unwinds: that value is lost and counted, and nothing else is.
    pub(crate) fn give(&self, call: impl FnOnce()) -> bool {
        let is_given = safely(call).is_some();
        if !is_given {
            self.lose_many(1);
        }
        is_given
    }

    /// Counts values that the provider panicked on, and reports the first. A sum of several measurements is one value.
    #[cold]
    pub(crate) fn lose_many(&self, values: u64) {
        if values > 0 && self.lost.fetch_add(values, Ordering::Relaxed) == 0 {
            report(|| {
                otel_error!(
                    name: "Meterstick.FlushPanicked",
                    instrument_name = self.instrument,
                    message = "The meter provider panicked on a value that it was given, which is not exported. Later ones of this instrument are counted only."
                );
            });
        }
    }

    /// Counts a duration that ended without its attributes, and reports the first.
    #[cold]
    pub(crate) fn abandon(&self) {
        if self.abandoned.fetch_add(1, Ordering::Relaxed) == 0 {
            report(|| {
                otel_warn!(
                    name: "Meterstick.TimerDropped",
                    instrument_name = self.instrument,
                    message = "A timer or a started operation was dropped before it was said how it ended, so its duration was not recorded. Say beforehand what to record then, `.timer().or(attributes)`, or give it up with `.discard()`. Later ones of this instrument are counted only."
                );
            });
        }
    }

    /// Reports the first set that is over a limit.
    #[cold]
    pub(crate) fn overflow(&self, limit: Limit) {
        if self.has_overflowed.swap(true, Ordering::Relaxed) {
            return;
        }
        match limit {
            Limit::Declared(limit) => {
                report(|| {
                    otel_warn!(
                        name: "Meterstick.CardinalityLimitReached",
                        instrument_name = self.instrument,
                        limit = limit as u64,
                        message = "Values of further sets of attributes are exported in one series, `otel.metric.overflow`. Declare more sets with `cardinality_at_most`, or record fewer distinct values."
                    );
                });
            }
            Limit::OfTheSdk(limit) => {
                report(|| {
                    otel_warn!(
                        name: "Meterstick.CardinalityLimitReached",
                        instrument_name = self.instrument,
                        limit = limit as u64,
                        message = "The SDK exports values of further sets of attributes in one series, `otel.metric.overflow` (under delta temporality: of further sets of one collection), unless a view of the program says otherwise. Declare `cardinality_at_most` and give the provider `meterstick::views`, or record fewer distinct values."
                    );
                });
            }
        }
    }
}
