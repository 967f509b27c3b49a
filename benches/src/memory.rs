//! What a declared counter takes of memory.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicIsize, Ordering};

use meterstick::prelude::*;
use meterstick::unit::One;
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::{Instrument, MeterProviderBuilder, SdkMeterProvider, Stream};

use crate::args::Args;
use crate::report::Report;
use crate::rivals::meterstick::Error;
use crate::rivals::sdk::Reader;
use crate::shape::{KINDS, ROUTES, SETS};
use crate::target::Outcome;

/// The system's allocator, which counts bytes while it is told to.
pub struct Counting;

static COUNTS: AtomicBool = AtomicBool::new(false);
static BYTES: AtomicIsize = AtomicIsize::new(0);

fn count(bytes: usize, sign: isize) {
    if COUNTS.load(Ordering::Relaxed) {
        BYTES.fetch_add(sign * bytes as isize, Ordering::Relaxed);
    }
}

// SAFETY: each call is handed to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 1);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(layout.size(), -1);
        unsafe { System.dealloc(at, layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 1);
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, 1);
        count(layout.size(), -1);
        unsafe { System.realloc(at, layout, size) }
    }
}

/// How many bytes are there after a piece of work that were not there before.
fn bytes(work: impl FnOnce()) -> f64 {
    BYTES.store(0, Ordering::Relaxed);
    COUNTS.store(true, Ordering::Relaxed);
    work();
    COUNTS.store(false, Ordering::Relaxed);
    BYTES.load(Ordering::Relaxed) as f64
}

const COUNTERS: usize = 50;

/// Each metric is sized by the number of its sets, the hook by none.
fn sized(builder: MeterProviderBuilder) -> MeterProviderBuilder {
    builder.with_view(|instrument: &Instrument| {
        let limit = if instrument.name().starts_with("counter.") { SETS } else { 1 };
        Stream::builder().with_cardinality_limit(limit).build().ok()
    })
}

/// Bytes of a counter with all of its sets in use, without a thread's cells; and a thread's cells.
fn of_a_counter(set_up: fn(MeterProviderBuilder) -> MeterProviderBuilder) -> (f64, f64) {
    let reader = Reader::default();
    let provider = set_up(SdkMeterProvider::builder()).with_reader(reader.clone()).build();
    let meter = provider.meter("memory");
    let declared: Vec<_> = (0..COUNTERS)
        .map(|i| {
            let metric = Meter::counter::<u64>().unit::<One>().try_name(&format!("counter.{i}"));
            metric.expect("it is a name").attributes::<Error>()
        })
        .collect();
    let mut counters = Vec::with_capacity(COUNTERS);
    let record = |counters: &[Counter<u64, One, Error>]| {
        for counter in counters {
            for (kind, _) in KINDS {
                ROUTES.iter().for_each(|(route, _)| counter.add(1, Error { kind, route: *route }));
            }
        }
    };
    let first = bytes(|| {
        counters.extend(declared.iter().map(|metric| metric.build(&meter)));
        record(&counters);
        // Every set is bound now.
        reader.collect_now();
    });
    let thread = bytes(|| {
        std::thread::scope(|scope| {
            scope.spawn(|| record(&counters));
        });
    });
    ((first - thread) / COUNTERS as f64, thread / COUNTERS as f64)
}

/// Bytes of a counter of the SDK with all of its sets in use, by its own calls.
fn of_the_sdks(set_up: fn(MeterProviderBuilder) -> MeterProviderBuilder) -> f64 {
    let reader = Reader::default();
    let provider = set_up(SdkMeterProvider::builder()).with_reader(reader.clone()).build();
    let meter = provider.meter("memory");
    let mut counters = Vec::with_capacity(COUNTERS);
    let all = bytes(|| {
        for i in 0..COUNTERS {
            let counter = meter.u64_counter(format!("counter.{i}")).with_unit("1").build();
            for (_, kind) in KINDS {
                for (_, route) in ROUTES {
                    counter.add(1, &[KeyValue::new("kind", kind), KeyValue::new("route", route)]);
                }
            }
            counters.push(counter);
        }
        reader.collect_now();
    });
    all / COUNTERS as f64
}

pub fn measure(args: &Args, report: &mut Report) {
    const NAME: &str = "memory of a counter with 18 sets";
    if !args.wants(NAME) {
        return;
    }
    let (plain, _) = of_a_counter(|builder| builder);
    let (under_views, thread) = of_a_counter(sized);
    report.table(
        NAME,
        &["", "bytes a counter", "of it the SDK's own", "bytes of each thread that adds to it"],
        &[
            ("the SDK's default limit of 2,000 sets".to_owned(), vec![plain, of_the_sdks(|builder| builder), thread]),
            ("a view with a limit of 18 sets".to_owned(), vec![under_views, of_the_sdks(sized), thread]),
        ],
        vec![Outcome {
            target: "≤ 4096 bytes under the view, threads' cells aside".to_owned(),
            seen: under_views,
            met: under_views <= 4096.0,
        }],
    );
}
