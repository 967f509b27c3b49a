//! Histograms are read back with their buckets, and exponential ones as such.

use meterstick::prelude::*;
use meterstick::testing::TestMeter;
use meterstick::unit::{Bytes, Seconds};

use super::{LATENCY, SCOPE};

#[test]
fn a_distribution_has_counts_a_sum_and_quantiles() {
    let meter = TestMeter::new();
    let _entered = meter.enter();
    for seconds in [0.5, 1.5, 1.5, 3.0, 8.0] {
        LATENCY.record(Seconds(seconds));
    }
    let latency = meter.distribution(&LATENCY, ());
    assert_eq!((latency.count(), latency.sum()), (5, Seconds(14.5)));
    assert_eq!((latency.min(), latency.max()), (Some(Seconds(0.5)), Some(Seconds(8.0))));
    let buckets: Vec<_> = latency.buckets().collect();
    assert_eq!(buckets, [(1.0, 1), (2.0, 2), (4.0, 1), (f64::INFINITY, 1)]);
    assert_eq!((latency.quantile(0.0), latency.quantile(1.0)), (Some(Seconds(0.5)), Some(Seconds(8.0))));
    let median = latency.quantile(0.5).unwrap();
    assert!(median > Seconds(1.0) && median < Seconds(2.0), "{median}");
    assert_eq!(latency.quantile(1.5), None);
}

#[test]
fn a_declared_exponential_histogram_is_read_back_as_one() {
    const FINE: Metric<Histogram<f64, Seconds>> =
        Meter::histogram::<f64>().unit::<Seconds>().name("fine").exponential();
    static STATIC: Histogram<u64, Bytes> =
        Meter::histogram::<u64>().unit::<Bytes>().name("size").exponential().global(SCOPE);

    let meter = TestMeter::new();
    let _entered = meter.enter();
    let fine = FINE.build(&meter);
    // What OpenTelemetry's API builds on the same thread has, too.
    meter.f64_histogram("plain").build().record(1.0, &[]);
    let recorded = meter.recorded();
    let meterstick::testing::PointValue::Histogram { scale, .. } = recorded.points(None, "plain")[0].value else {
        panic!("it is a histogram")
    };
    assert_eq!(scale, None);

    for value in [0.0, 1.0, 1.5, 3.0, 1000.0] {
        fine.record(Seconds(value));
    }
    STATIC.record(Bytes(4096));
    // What asks for none has its boundaries.
    LATENCY.record(Seconds(1.0));
    assert_eq!(meter.distribution(&LATENCY, ()).scale(), None);
    assert!(meter.distribution(&STATIC, ()).scale().is_some());

    let read = meter.distribution(&fine, ());
    let scale = i32::from(read.scale().unwrap());
    assert_eq!((read.count(), read.sum()), (5, Seconds(1005.5)));
    assert_eq!((read.min(), read.max()), (Some(Seconds(0.0)), Some(Seconds(1000.0))));
    let buckets: Vec<_> = read.buckets().filter(|bucket| bucket.1 > 0).collect();
    assert_eq!(buckets.iter().map(|bucket| bucket.1).collect::<Vec<_>>(), [1, 1, 1, 1, 1]);
    assert_eq!(buckets[0].0, 0.0);
    // Each value is in the bucket that ends there: at most the ratio of two boundaries above it.
    let ratio = 2f64.powf(2f64.powi(-scale));
    for (value, (upper, _)) in [1.0, 1.5, 3.0, 1000.0].into_iter().zip(&buckets[1..]) {
        assert!(*upper >= value * (1.0 - 1e-12) && *upper <= value * ratio * (1.0 + 1e-12), "{value} {upper} {ratio}");
    }
    let all: Vec<_> = read.buckets().map(|bucket| bucket.0).collect();
    assert!(all.windows(2).all(|two| two[0] < two[1]), "{all:?}");
    let median = read.quantile(0.5).unwrap();
    assert!(median > Seconds(1.0) && median <= Seconds(1.5 * ratio), "{median}");
    assert_eq!(read.quantile(1.0), Some(Seconds(1000.0)));
}

#[test]
fn exponential_buckets_reach_from_the_least_to_the_greatest_double() {
    let meter = TestMeter::new();
    let fine = Meter::histogram::<f64>().unit::<Seconds>().name("fine").exponential().build(&meter);
    let values = [0.0, 5e-324, f64::MIN_POSITIVE, 1e-300, 1.0, 1e300, f64::MAX / 4.0];
    values.iter().for_each(|value| fine.record(Seconds(*value)));
    let read = meter.distribution(&fine, ());
    let buckets: Vec<_> = read.buckets().collect();
    assert_eq!(buckets.iter().map(|bucket| bucket.1).sum::<u64>(), values.len() as u64);
    assert!(buckets.windows(2).all(|two| two[0].0 <= two[1].0), "{buckets:?}");
    let (last, bounded) = buckets.split_last().unwrap();
    assert!(last.0.is_infinite() && bounded.iter().all(|bucket| bucket.0.is_finite()), "{buckets:?}");
    for quantile in [0.0, 0.3, 0.5, 0.9, 1.0] {
        let value = read.quantile(quantile).unwrap().value();
        assert!((0.0..=f64::MAX / 4.0).contains(&value), "{quantile} {value}");
    }

    let zeros = Meter::histogram::<u64>().unit::<Bytes>().name("zeros").exponential().build(&meter);
    zeros.record(Bytes(0));
    let read = meter.distribution(&zeros, ());
    assert_eq!(read.buckets().collect::<Vec<_>>(), [(0.0, 1), (f64::INFINITY, 0)]);
    assert_eq!(read.quantile(0.5), Some(Bytes(0.0)));
}

#[test]
fn without_boundaries_a_quantile_is_between_the_minimum_and_the_maximum() {
    const UNBOUNDED: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("unbounded")
        .boundaries::<meterstick::Quantity<f64, Seconds>>(&[]);
    let meter = TestMeter::new();
    let unbounded = UNBOUNDED.build(&meter);
    (0..10).for_each(|value| unbounded.record(Seconds(f64::from(value))));
    let read = meter.distribution(&unbounded, ());
    assert_eq!(
        [0.0, 0.5, 1.0].map(|quantile| read.quantile(quantile)),
        [0.0, 4.5, 9.0].map(|value| Some(Seconds(value)))
    );
}
