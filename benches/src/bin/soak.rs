//! Records for ten minutes, or as many seconds as the argument says, and sees that nothing is lost and nothing is kept:
//! `cargo run --release -p meterstick-benches --bin soak -- 60`.
//!
//! Threads come and go, open sets change, a component is built and dropped all the while, and two readers collect, one of them
//! with delta temporality. Each line has the values so far, the longest collection since the line before, and the memory of the
//! process. At the end the totals have to be exact, and the memory that of the first tenth, up to 8 MiB.

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry::metrics::{Meter as SdkMeter, MeterProvider};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData, ResourceMetrics};
use opentelemetry_sdk::metrics::reader::MetricReader;
use opentelemetry_sdk::metrics::{InstrumentKind, ManualReader, Pipeline, SdkMeterProvider, Temporality};

#[derive(Clone, Copy, Attributes)]
struct Outcome {
    ok: bool,
}

const COUNT: Metric<Counter<u64, One, Outcome>> =
    Meter::counter::<u64>().unit::<One>().name("count").attributes::<Outcome>();
const SIZE: Metric<Histogram<u64, Bytes, Outcome>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<Outcome>();
const OPEN: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>();
const DONE: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("component.done");
const TOOK: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("component.took");

#[derive(Clone, Debug)]
struct Reader(Arc<ManualReader>);

impl MetricReader for Reader {
    fn register_pipeline(&self, pipeline: Weak<Pipeline>) {
        self.0.register_pipeline(pipeline);
    }
    fn collect(&self, data: &mut ResourceMetrics) -> OTelSdkResult {
        self.0.collect(data)
    }
    fn force_flush(&self) -> OTelSdkResult {
        self.0.force_flush()
    }
    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.0.shutdown_with_timeout(timeout)
    }
    fn temporality(&self, kind: InstrumentKind) -> Temporality {
        self.0.temporality(kind)
    }
}

impl Reader {
    fn new(temporality: Temporality) -> Self {
        Self(Arc::new(ManualReader::builder().with_temporality(temporality).build()))
    }

    /// Collects. Returns the total of each metric: a sum, or a histogram's number of values.
    fn totals(&self) -> [u64; 5] {
        let mut data = ResourceMetrics::default();
        self.0.collect(&mut data).expect("the reader is registered");
        let total = |name: &'static str| {
            let metrics = data.scope_metrics().flat_map(|scope| scope.metrics());
            metrics.filter(move |metric| metric.name() == name).map(|metric| match metric.data() {
                AggregatedMetrics::U64(MetricData::Sum(sum)) => sum.data_points().map(|point| point.value()).sum(),
                AggregatedMetrics::U64(MetricData::Histogram(all)) => {
                    all.data_points().map(|point| point.count()).sum()
                }
                _ => 0,
            })
        };
        ["count", "size", "open", "component.done", "component.took"].map(|name| total(name).sum())
    }
}

/// What was recorded.
#[derive(Default)]
struct Recorded {
    calls: AtomicU64,
    components: AtomicU64,
}

/// Records on threads that end after a while.
fn come_and_go(meter: &SdkMeter, recorded: &Recorded, is_over: &AtomicBool) {
    let (count, size, open) = (COUNT.build(meter), SIZE.build(meter), OPEN.build(meter));
    let mut round = 0_i64;
    while !is_over.load(Ordering::Relaxed) {
        round += 1;
        thread::scope(|scope| {
            scope.spawn(|| {
                for n in 0..2000 {
                    count.add(1, Outcome { ok: n % 2 == 0 });
                    size.record(Bytes(n), Outcome { ok: n % 3 == 0 });
                    open.add(1, &[KeyValue::new("round", round % 5000 + n as i64 / 500)]);
                }
                recorded.calls.fetch_add(2000, Ordering::Relaxed);
            });
        });
    }
}

/// Builds a component, records and drops it.
fn build_and_drop(meter: &SdkMeter, recorded: &Recorded, is_over: &AtomicBool) {
    while !is_over.load(Ordering::Relaxed) {
        let (done, took) = (DONE.build(meter), TOOK.build(meter));
        done.add(1);
        took.record(Bytes(1));
        recorded.components.fetch_add(1, Ordering::Relaxed);
    }
}

/// The memory of the process in KiB, where there is `/proc`.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

fn main() -> ExitCode {
    let seconds = std::env::args().nth(1).map_or(600, |text| text.parse().expect("an argument is a number of seconds"));
    let readers = [Reader::new(Temporality::Cumulative), Reader::new(Temporality::Delta)];
    let [cumulative, delta] = &readers;
    let provider = SdkMeterProvider::builder().with_reader(cumulative.clone()).with_reader(delta.clone()).build();
    let meter = provider.meter("soak");
    let (recorded, is_over) = (Recorded::default(), AtomicBool::new(false));
    // One of each stays, as a program's own would.
    let _kept = (DONE.build(&meter), TOOK.build(&meter));
    let (mut deltas, mut early) = ([0; 5], 0);
    let mut add = |totals: [u64; 5]| deltas.iter_mut().zip(totals).for_each(|(sum, one)| *sum += one);
    println!("| seconds | calls | components | longest collection | memory |\n| ---: | ---: | ---: | ---: | ---: |");
    thread::scope(|scope| {
        (0..2).for_each(|_| drop(scope.spawn(|| come_and_go(&meter, &recorded, &is_over))));
        scope.spawn(|| build_and_drop(&meter, &recorded, &is_over));
        let (start, mut longest) = (Instant::now(), Duration::ZERO);
        let step = (seconds / 20).max(1);
        for second in 1..=seconds {
            while start.elapsed() < Duration::from_secs(second) {
                thread::sleep(Duration::from_millis(50));
                let before = Instant::now();
                cumulative.totals();
                add(delta.totals());
                longest = longest.max(before.elapsed() / 2);
            }
            if second % step == 0 {
                let (calls, components) = (&recorded.calls, &recorded.components);
                let [calls, components] = [calls, components].map(|number| number.load(Ordering::Relaxed));
                println!("| {second} | {calls} | {components} | {longest:.2?} | {} KiB |", memory());
                longest = Duration::ZERO;
            }
            if second <= (seconds / 10).max(1) {
                early = memory();
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    let (calls, components) = (recorded.calls.into_inner(), recorded.components.into_inner());
    let expected = [calls, calls, calls, components, components];
    add(delta.totals());
    let (totals, grown) = (cumulative.totals(), memory().saturating_sub(early));
    println!(
        "\nexpected {expected:?}, cumulative {totals:?}, delta {deltas:?}, {grown} KiB more than in the first tenth"
    );
    if totals == expected && deltas == expected && grown < 8 << 10 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
