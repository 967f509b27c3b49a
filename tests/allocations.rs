//! To record allocates nothing, once a set has been seen.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use meterstick::prelude::*;
use meterstick::unit::{One, Seconds};
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::{ManualReader, SdkMeterProvider};

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: each call is handed to the system's allocator as it is.
#[allow(unsafe_code, reason = "an allocator is unsafe to write")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = ALLOCATIONS.try_with(|count| count.set(count.get() + 1));
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often this thread allocates while it works.
fn allocations(work: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.get();
    work();
    ALLOCATIONS.get() - before
}

#[derive(Clone, Copy, AttributeValue)]
enum Kind {
    User,
    Internal,
}

#[derive(Clone, Copy, Attributes)]
struct Known {
    kind: Kind,
    retried: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Open<'a> {
    kind: &'a str,
    route: &'a str,
}

const COUNTER: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("counter");
const UP_DOWN: Metric<UpDownCounter<i64, One>> = Meter::up_down_counter::<i64>().unit::<One>().name("up_down");
const HISTOGRAM: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("histogram");
const GAUGE: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>().unit::<Seconds>().name("gauge");

fn provider() -> SdkMeterProvider {
    SdkMeterProvider::builder().with_reader(ManualReader::builder().build()).build()
}

const SETS: [Known; 4] = [
    Known { kind: Kind::User, retried: false },
    Known { kind: Kind::User, retried: true },
    Known { kind: Kind::Internal, retried: false },
    Known { kind: Kind::Internal, retried: true },
];

#[test]
fn it_is_counted_at_all() {
    assert_eq!(allocations(|| drop(std::hint::black_box(Box::new(1)))), 1);
}

#[test]
fn none_on_a_known_set() {
    let provider = provider();
    let meter = provider.meter("allocations");
    let counter = COUNTER.attributes::<Known>().build(&meter);
    let up_down = UP_DOWN.attributes::<Known>().build(&meter);
    let histogram = HISTOGRAM.attributes::<Known>().build(&meter);
    let gauge = GAUGE.attributes::<Known>().build(&meter);
    let record = || {
        for set in SETS {
            counter.add(1, set);
            up_down.add(-1, set);
            drop(up_down.track(set));
            histogram.record(Seconds(0.1), set);
            gauge.record(Seconds(0.1), set);
        }
    };
    // Enough for a ring to be emptied, which binds what is in it.
    (0..1000).for_each(|_| record());
    assert_eq!(allocations(|| (0..1000).for_each(|_| record())), 0);
}

/// Of the standard library, whose display runs no code of the program.
#[derive(Clone, Copy, Attributes)]
struct Peer {
    address: std::net::IpAddr,
    initial: char,
    id: u64,
    port: std::num::NonZeroU16,
}

#[test]
fn none_on_an_open_set_of_addresses_and_numbers_already_seen() {
    let counter = COUNTER.attributes::<Peer>().build(&provider().meter("allocations"));
    let set = Peer {
        address: std::net::Ipv6Addr::LOCALHOST.into(),
        initial: 'a',
        id: u64::MAX,
        port: std::num::NonZeroU16::MIN,
    };
    (0..1000).for_each(|_| counter.add(1, set));
    assert_eq!(allocations(|| (0..1000).for_each(|_| counter.add(1, set))), 0);
}

#[test]
fn none_on_an_open_set_already_seen() {
    let provider = provider();
    let meter = provider.meter("allocations");
    let counter = COUNTER.attributes::<Open<'static>>().build(&meter);
    let histogram = HISTOGRAM.attributes::<Open<'static>>().build(&meter);
    let gauge = GAUGE.attributes::<Open<'static>>().build(&meter);
    // Strings that live for this call only, and not at one place.
    let strings: Vec<_> = (0..8).map(|i| (format!("kind {}", i % 2), format!("/api/v1/{}", i % 4))).collect();
    let record = || {
        for (kind, route) in &strings {
            counter.add(1, Open { kind, route });
            histogram.record(Seconds(0.1), Open { kind, route });
            gauge.record(Seconds(0.1), Open { kind, route });
        }
    };
    (0..1000).for_each(|_| record());
    assert_eq!(allocations(|| (0..1000).for_each(|_| record())), 0);
}

#[test]
fn none_while_there_is_no_provider() {
    static COUNTER_OF_SETS: Counter<u64, One, Known> = COUNTER.attributes::<Known>().global(Scope::new("allocations"));
    static HISTOGRAM_OF_SETS: Histogram<f64, Seconds, Known> =
        HISTOGRAM.attributes::<Known>().global(Scope::new("allocations"));
    let record = || {
        for set in SETS {
            COUNTER_OF_SETS.add(1, set);
            HISTOGRAM_OF_SETS.record(Seconds(0.1), set);
        }
    };
    // As many values as a histogram keeps.
    (0..1200).for_each(|_| record());
    assert_eq!(allocations(|| (0..1000).for_each(|_| record())), 0);
}
