//! A histogram whose threads are alone for a while, and are not for a while: nothing is lost, and its bound holds.

use std::sync::Barrier;
use std::thread;

use meterstick::prelude::*;
use meterstick::unit::Bytes;
use opentelemetry_sdk::metrics::Temporality;
use proptest::prelude::*;

use crate::wire::{Distribution, Wire};

const SIZES: Metric<Histogram<u64, Bytes>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("sizes").boundaries(&[Bytes(1.0), Bytes(2.0), Bytes(3.0)]);

/// More than enough to be alone.
const ENOUGH: u64 = 2_000;

const MAX: u64 = i64::MAX as u64;

fn fill(sizes: &Histogram<u64, Bytes>) {
    (0..ENOUGH).for_each(|_| sizes.record(Bytes(0)));
}

fn only(distributions: impl IntoIterator<Item = Distribution>) -> Distribution {
    let mut distributions = distributions.into_iter();
    let only = distributions.next().expect("there is one");
    assert!(distributions.next().is_none());
    only
}

#[test]
fn a_sole_writer_flushes_each_value_at_once() {
    let wire = Wire::new();
    let sizes = SIZES.build(&wire.meter());
    fill(&sizes);
    (1..=3).for_each(|size| sizes.record(Bytes(size)));
    let one = only(wire.collect().distributions("sizes").into_values());
    assert_eq!(one.counts, [ENOUGH + 1, 1, 1, 0]);
    assert_eq!((one.sum, one.min, one.max), (6.0, 0.0, 3.0));
}

#[test]
fn a_total_that_the_wire_can_carry_is_reached_alone_and_not_passed() {
    let wire = Wire::new();
    let sizes = SIZES.build(&wire.meter());
    fill(&sizes);
    assert_eq!(sizes.try_record(Bytes(MAX - 1)), Ok(()));
    (0..=ENOUGH).for_each(|_| sizes.record(Bytes(1)));
    let one = only(wire.collect().distributions("sizes").into_values());
    assert_eq!((one.count, one.sum), (ENOUGH + 2, MAX as f64));
    // What waits in a ring is refused when the ring is emptied, each for itself.
    assert_eq!(sizes.refused(), ENOUGH);
}

#[test]
fn what_a_sole_writer_reserved_is_available_to_other_threads() {
    let wire = Wire::new();
    let sizes = SIZES.build(&wire.meter());
    let ready = Barrier::new(2);
    thread::scope(|scope| {
        scope.spawn(|| {
            fill(&sizes);
            ready.wait();
            // It is not alone any more, and finds out by its next burst.
            ready.wait();
            (0..64).for_each(|_| sizes.record(Bytes(0)));
            ready.wait();
        });
        scope.spawn(|| {
            ready.wait();
            fill(&sizes);
            ready.wait();
            ready.wait();
            (0..64).for_each(|_| sizes.record(Bytes(0)));
            wire.collect();
            assert_eq!(sizes.try_record(Bytes(MAX)), Ok(()));
        });
    });
    let one = only(wire.collect().distributions("sizes").into_values());
    assert_eq!((one.count, one.sum), (2 * ENOUGH + 129, MAX as f64));
    assert_eq!(sizes.refused(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Threads take turns of random lengths, one or two at a time, with collections between and during them.
    #[test]
    fn turns_of_any_length_are_exact(
        turns in proptest::collection::vec((0_u64..3_000, any::<bool>(), any::<bool>()), 1..12),
        delta in any::<bool>(),
    ) {
        let wire = if delta { Wire::delta() } else { Wire::of(Temporality::Cumulative, |builder| builder) };
        let sizes = SIZES.build(&wire.meter());
        let (mut expected, mut seen) = ([0; 5], [0; 5]);
        let collect = |seen: &mut [u64; 5]| {
            let Some(one) = wire.collect().distributions("sizes").into_values().next() else { return };
            if !delta {
                *seen = [0; 5];
            }
            let of_the_point = one.counts.iter().copied().chain([one.sum as u64]);
            seen.iter_mut().zip(of_the_point).for_each(|(seen, new)| *seen += new);
        };
        for (times, together, collected) in turns {
            let threads = 1 + u64::from(together);
            thread::scope(|scope| {
                for _ in 0..threads {
                    scope.spawn(|| (0..times).for_each(|i| sizes.record(Bytes(i % 5))));
                }
                if collected {
                    collect(&mut seen);
                }
            });
            for size in (0..times).map(|i| i % 5) {
                expected[size.saturating_sub(1) as usize] += threads;
                expected[4] += threads * size;
            }
        }
        collect(&mut seen);
        prop_assert_eq!(seen, expected);
        prop_assert_eq!(sizes.refused(), 0);
    }
}
