//! Pairs of functions whose assembly is compared: a typed call, and the same by hand on an instrument of bare numbers.

use std::time::Duration;

use meterstick::MeasurementError;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, KiBytes, Millis, One, Seconds};

const SCOPE: Scope = Scope::new("zero-cost");

static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(SCOPE);
static RAW: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("raw").global(SCOPE);
static REQUESTS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("requests").global(SCOPE);
static LATENCY: Histogram<f64, Seconds> = Meter::histogram::<f64>().unit::<Seconds>().name("latency").global(SCOPE);
static RAW_LATENCY: Histogram<f64, One> = Meter::histogram::<f64>().unit::<One>().name("raw.latency").global(SCOPE);

type Outcome = Result<(), MeasurementError>;

#[unsafe(no_mangle)]
#[inline(never)]
pub fn typed_bytes(kibibytes: u64) -> Outcome {
    SENT.try_add(KiBytes(kibibytes))
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn by_hand_bytes(kibibytes: u64) -> Outcome {
    match kibibytes.checked_mul(1024) {
        Some(bytes) => RAW.try_add(bytes),
        None => Err(MeasurementError::OutOfRange),
    }
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn typed_seconds(millis: f64) -> Outcome {
    LATENCY.try_record(Millis(millis))
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn by_hand_seconds(millis: f64) -> Outcome {
    RAW_LATENCY.try_record(millis / 1000.0)
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn typed_duration(elapsed: Duration) -> Outcome {
    LATENCY.try_record(elapsed)
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn by_hand_duration(elapsed: Duration) -> Outcome {
    let seconds = if elapsed.as_secs() < 9_000_000 {
        (elapsed.as_secs() * 1_000_000_000 + u64::from(elapsed.subsec_nanos())) as f64 / 1e9
    } else {
        far(elapsed)
    };
    RAW_LATENCY.try_record(seconds)
}

#[cold]
#[inline(never)]
fn far(elapsed: Duration) -> f64 {
    elapsed.as_secs_f64()
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn typed_count(requests: u64) -> Outcome {
    REQUESTS.try_add(One(requests))
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn by_hand_count(requests: u64) -> Outcome {
    RAW.try_add(requests)
}
