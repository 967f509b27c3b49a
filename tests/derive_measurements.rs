//! Newtypes over numbers, as measurements.

use meterstick::unit::{Bytes, KiBytes, Micros, Millis, Nanos, Per, Seconds};
use meterstick::{Measurement, MeasurementError, Number};

#[derive(Clone, Copy, Measurement)]
#[measurement(unit = Millis)]
struct Latency(f64);

#[derive(Clone, Copy, Measurement)]
#[measurement(unit = KiBytes)]
struct Size {
    kib: u64,
}

#[derive(Clone, Copy, Measurement)]
#[measurement(unit = Per<meterstick::unit::Bytes, Seconds>)]
struct Rate<N>(N);

#[derive(Clone, Copy, Measurement)]
#[measurement(unit = Millis)]
struct Literal(i32);

#[test]
fn a_newtype_is_a_quantity_in_its_unit() {
    assert_eq!(Measurement::<f64, Seconds>::measure(Latency(12.5)), Ok(0.0125));
    assert_eq!(Measurement::<f64, Millis>::measure(Latency(12.5)), Ok(12.5));
    assert_eq!(Measurement::<f64, Nanos>::measure(Latency(12.5)), Ok(12_500_000.0));
    assert_eq!(Measurement::<u64, Bytes>::measure(Size { kib: 4 }), Ok(4096));
    assert_eq!(Measurement::<u64, KiBytes>::measure(Size { kib: 4 }), Ok(4));
    assert_eq!(Measurement::<u32, Per<Bytes, Seconds>>::measure(Rate(5)), Ok(5_u32));
    // An `i32` is what a float's instrument takes for a literal.
    assert_eq!(Measurement::<f64, Micros>::measure(Literal(2)), Ok(2000.0));
}

#[test]
fn what_does_not_fit_is_refused() {
    assert_eq!(Measurement::<u64, Bytes>::measure(Size { kib: u64::MAX }), Err(MeasurementError::OutOfRange));
}

#[test]
fn the_instrument_says_the_number_and_the_unit() {
    fn record<N: Number>(measurement: impl Measurement<N, Seconds>) -> N {
        measurement.measure().unwrap()
    }
    assert_eq!(record::<f64>(Latency(500.0)), 0.5);
}
