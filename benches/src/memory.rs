//! What a declared counter takes of memory.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicIsize, Ordering};

use meterstick::prelude::*;
use meterstick::unit::One;
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::{MeterProviderBuilder, SdkMeterProvider};

use crate::args::Args;
use crate::report::Report;
use crate::rivals::meterstick::Error;
use crate::rivals::sdk::Reader;
use crate::shape::{KINDS, ROUTES};
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

type Declared = Metric<Counter<u64, One, Error>>;

fn declared() -> Vec<Declared> {
    let name = |i| Meter::counter::<u64>().unit::<One>().try_name(&format!("counter.{i}")).expect("it is a name");
    (0..COUNTERS).map(|i| name(i).attributes::<Error>()).collect()
}

type SetUp = fn(MeterProviderBuilder, &[Declared]) -> MeterProviderBuilder;

fn as_it_is(builder: MeterProviderBuilder, _: &[Declared]) -> MeterProviderBuilder {
    builder
}

fn under_views(builder: MeterProviderBuilder, declared: &[Declared]) -> MeterProviderBuilder {
    builder.with_view(meterstick::views(declared.iter().map(|metric| metric.descriptor())))
}

/// Bytes of a counter.
struct Taken {
    declared: f64,
    /// With all of its sets in use, without the threads' cells.
    in_use: f64,
    /// A thread's cells.
    thread: f64,
}

fn ours(set_up: SetUp) -> Taken {
    let (declared, reader) = (declared(), Reader::default());
    let provider = set_up(SdkMeterProvider::builder(), &declared).with_reader(reader.clone()).build();
    let meter = provider.meter("memory");
    let mut counters = Vec::with_capacity(COUNTERS);
    let built = bytes(|| counters.extend(declared.iter().map(|metric| metric.build(&meter))));
    // What is added waits in the thread's cells, and a collection has the SDK keep the sets.
    let thread = bytes(|| {
        for counter in &counters {
            for (kind, _) in KINDS {
                ROUTES.iter().for_each(|(route, _)| counter.add(1, Error { kind, route: *route }));
            }
        }
    });
    let kept = bytes(|| reader.collect_now());
    let each = |bytes: f64| bytes / COUNTERS as f64;
    Taken { declared: each(built), in_use: each(built + kept), thread: each(thread) }
}

/// The same by the SDK's own calls: once built, and in use.
fn the_sdks(set_up: SetUp) -> (f64, f64) {
    let reader = Reader::default();
    let provider = set_up(SdkMeterProvider::builder(), &declared()).with_reader(reader.clone()).build();
    let meter = provider.meter("memory");
    let mut counters = Vec::with_capacity(COUNTERS);
    let build = |i| meter.u64_counter(format!("counter.{i}")).with_unit("1").build();
    let built = bytes(|| counters.extend((0..COUNTERS).map(build)));
    let kept = bytes(|| {
        for counter in &counters {
            for (_, kind) in KINDS {
                for (_, route) in ROUTES {
                    counter.add(1, &[KeyValue::new("kind", kind), KeyValue::new("route", route)]);
                }
            }
        }
        reader.collect_now();
    });
    (built / COUNTERS as f64, (built + kept) / COUNTERS as f64)
}

pub fn measure(args: &Args, report: &mut Report) {
    const NAME: &str = "memory of a counter with 18 sets";
    if !args.wants(NAME) {
        return;
    }
    let row = |label: &str, set_up| {
        let (ours, (sdk_built, sdk_in_use)) = (ours(set_up), the_sdks(set_up));
        let row = vec![ours.declared, sdk_built, ours.in_use, sdk_in_use, ours.thread];
        (ours.declared, (label.to_owned(), row))
    };
    let (_, plain) = row("the SDK's default limit of 2,000 sets", as_it_is);
    let (declared, sized) = row("under `views()`", under_views);
    report.table(
        NAME,
        &["", "declared", "the SDK's own", "with all sets in use", "the SDK's own", "cells of a thread"],
        &[plain, sized],
        vec![Outcome {
            target: "≤ 4096 bytes declared under `views()`, threads' cells aside".to_owned(),
            seen: declared,
            met: declared <= 4096.0,
        }],
    );
}
