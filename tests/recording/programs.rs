//! Random programs: threads that come and go, sets, readers, a view with a limit, instruments that are built and dropped. What is
//! exported is what the same calls by hand export, byte for byte but for the times.

use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry::metrics::{self as otel, Meter as SdkMeter, MeterProvider};
use opentelemetry_proto::tonic::metrics::v1::{Metric as Encoded, metric::Data};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::{Instrument, SdkMeterProvider, Stream, Temporality};
use proptest::prelude::*;
use prost::Message;

use crate::wire::Reader;

#[derive(Clone, Copy, AttributeValue)]
enum Step {
    First,
    Second,
    Third,
}

#[derive(Clone, Copy, Attributes)]
struct Closed {
    step: Step,
}

const COUNT: Metric<Counter<u64, One, Closed>> =
    Meter::counter::<u64>().unit::<One>().name("count").attributes::<Closed>();
const LEVEL: Metric<UpDownCounter<i64, One, Closed>> =
    Meter::up_down_counter::<i64>().unit::<One>().name("level").attributes::<Closed>();
const PAID: Metric<Counter<f64, One, Closed>> =
    Meter::counter::<f64>().unit::<One>().name("paid").attributes::<Closed>();
const SIZE: Metric<Histogram<u64, Bytes, Closed>> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("size")
    .boundaries(&[Bytes(10.0), Bytes(50.0)])
    .attributes::<Closed>();
const LAST: Metric<Gauge<i64, One, Closed>> = Meter::gauge::<i64>().unit::<One>().name("last").attributes::<Closed>();
const OPEN: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>();
const OPEN_SIZE: Metric<Histogram<u64, Bytes, KeyValues>> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("open.size")
    .boundaries(&[Bytes(10.0), Bytes(50.0)])
    .attributes::<KeyValues>();
const OPEN_LAST: Metric<Gauge<i64, One, KeyValues>> =
    Meter::gauge::<i64>().unit::<One>().name("open.last").attributes::<KeyValues>();

/// The instruments, typed.
#[derive(Clone)]
struct Typed {
    count: Counter<u64, One, Closed>,
    level: UpDownCounter<i64, One, Closed>,
    paid: Counter<f64, One, Closed>,
    size: Histogram<u64, Bytes, Closed>,
    last: Gauge<i64, One, Closed>,
    open: Counter<u64, One, KeyValues>,
    open_size: Histogram<u64, Bytes, KeyValues>,
    open_last: Gauge<i64, One, KeyValues>,
}

/// The same by hand.
#[derive(Clone)]
struct ByHand {
    count: otel::Counter<u64>,
    level: otel::UpDownCounter<i64>,
    paid: otel::Counter<f64>,
    size: otel::Histogram<u64>,
    last: otel::Gauge<i64>,
    open: otel::Counter<u64>,
    open_size: otel::Histogram<u64>,
    open_last: otel::Gauge<i64>,
}

/// The number of instruments.
const INSTRUMENTS: usize = 8;

trait Side: Clone + Send + 'static {
    fn new(meter: &SdkMeter) -> Self;
    fn record(&self, instrument: usize, set: usize, value: i64);
}

impl Side for Typed {
    fn new(meter: &SdkMeter) -> Self {
        Self {
            count: COUNT.build(meter),
            level: LEVEL.build(meter),
            paid: PAID.build(meter),
            size: SIZE.build(meter),
            last: LAST.build(meter),
            open: OPEN.build(meter),
            open_size: OPEN_SIZE.build(meter),
            open_last: OPEN_LAST.build(meter),
        }
    }

    fn record(&self, instrument: usize, set: usize, value: i64) {
        let closed = Closed { step: [Step::First, Step::Second, Step::Third][set % 3] };
        let open = &[KeyValue::new("set", set as i64)];
        let size = value.unsigned_abs();
        match instrument {
            0 => self.count.add(size, closed),
            1 => self.level.add(value, closed),
            2 => self.paid.add(size as f64 / 4.0, closed),
            3 => self.size.record(Bytes(size), closed),
            4 => self.last.record(value, closed),
            5 => self.open.add(size, open),
            6 => self.open_size.record(Bytes(size), open),
            _ => self.open_last.record(value, open),
        }
    }
}

impl Side for ByHand {
    fn new(meter: &SdkMeter) -> Self {
        let boundaries = || vec![10.0, 50.0];
        Self {
            count: meter.u64_counter("count").with_unit("1").build(),
            level: meter.i64_up_down_counter("level").with_unit("1").build(),
            paid: meter.f64_counter("paid").with_unit("1").build(),
            size: meter.u64_histogram("size").with_unit("By").with_boundaries(boundaries()).build(),
            last: meter.i64_gauge("last").with_unit("1").build(),
            open: meter.u64_counter("open").with_unit("1").build(),
            open_size: meter.u64_histogram("open.size").with_unit("By").with_boundaries(boundaries()).build(),
            open_last: meter.i64_gauge("open.last").with_unit("1").build(),
        }
    }

    fn record(&self, instrument: usize, set: usize, value: i64) {
        let closed = &[KeyValue::new("step", ["first", "second", "third"][set % 3])];
        let open = &[KeyValue::new("set", set as i64)];
        let size = value.unsigned_abs();
        match instrument {
            0 => self.count.add(size, closed),
            1 => self.level.add(value, closed),
            2 => self.paid.add(size as f64 / 4.0, closed),
            3 => self.size.record(size, closed),
            4 => self.last.record(value, closed),
            5 => self.open.add(size, open),
            6 => self.open_size.record(size, open),
            _ => self.open_last.record(value, open),
        }
    }
}

#[derive(Clone, Debug)]
enum Call {
    Record {
        thread: usize,
        instrument: usize,
        set: usize,
        value: i64,
        times: usize,
    },
    Collect(usize),
    /// All instruments are dropped and built again.
    Rebuild,
    /// A thread ends, and another one begins.
    EndThread(usize),
}

const THREADS: usize = 3;

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let record = (0..THREADS, 0..INSTRUMENTS, 0..5_usize, -9..60_i64, prop_oneof![Just(1_usize), Just(70)])
        .prop_map(|(thread, instrument, set, value, times)| Call::Record { thread, instrument, set, value, times });
    let call = prop_oneof![
        12 => record,
        3 => (0..3_usize).prop_map(Call::Collect),
        1 => Just(Call::Rebuild),
        1 => (0..THREADS).prop_map(Call::EndThread),
    ];
    prop::collection::vec(call, 1..40)
}

/// A thread that runs what it is told, one after the other.
struct Worker {
    jobs: Sender<Box<dyn FnOnce() + Send>>,
    thread: JoinHandle<()>,
}

impl Worker {
    fn start() -> Self {
        let (jobs, wait) = channel::<Box<dyn FnOnce() + Send>>();
        Self { jobs, thread: std::thread::spawn(move || wait.into_iter().for_each(|job| job())) }
    }

    /// Returns when it is done.
    fn run(&self, job: impl FnOnce() + Send + 'static) {
        let (done, wait) = channel();
        let sent = self.jobs.send(Box::new(move || {
            job();
            done.send(()).unwrap();
        }));
        assert!(sent.is_ok());
        wait.recv().unwrap();
    }

    fn end(self) {
        drop(self.jobs);
        self.thread.join().unwrap();
    }
}

/// What each collection of a program exports.
fn run<S: Side>(calls: &[Call], limit: Option<usize>) -> Vec<Vec<Vec<u8>>> {
    let temporalities = [Temporality::Cumulative, Temporality::Delta, Temporality::LowMemory];
    let readers = temporalities.map(Reader::new);
    let mut builder = SdkMeterProvider::builder().with_resource(Resource::builder_empty().build());
    for reader in &readers {
        builder = builder.with_reader(reader.clone());
    }
    if let Some(limit) = limit {
        builder = builder.with_view(move |_: &Instrument| Stream::builder().with_cardinality_limit(limit).build().ok());
    }
    let provider = builder.build();
    let meter = provider.meter("programs");
    let mut side = S::new(&meter);
    let mut workers: Vec<_> = (0..THREADS).map(|_| Worker::start()).collect();
    let mut exported = Vec::new();
    for call in calls {
        match *call {
            Call::Record { thread, instrument, set, value, times } => {
                let side = side.clone();
                workers[thread].run(move || (0..times).for_each(|_| side.record(instrument, set, value)));
            }
            Call::Collect(reader) => exported.push(encoded(readers[reader].collect().0)),
            // The new ones first, then the old ones are dropped: both are of the same streams.
            Call::Rebuild => side = S::new(&meter),
            Call::EndThread(thread) => std::mem::replace(&mut workers[thread], Worker::start()).end(),
        }
    }
    workers.into_iter().for_each(Worker::end);
    drop(side);
    exported.extend(readers.iter().map(|reader| encoded(reader.collect().0)));
    exported
}

/// The bytes of each metric, without times and in one order.
fn encoded(metrics: Vec<Encoded>) -> Vec<Vec<u8>> {
    let mut all: Vec<_> = metrics
        .into_iter()
        .map(|mut metric| {
            macro_rules! settle {
                ($points:expr) => {{
                    for point in &mut *$points {
                        point.start_time_unix_nano = 0;
                        point.time_unix_nano = 0;
                    }
                    $points.sort_by_key(|point| point.encode_to_vec());
                }};
            }
            match metric.data.as_mut().expect("a metric has data") {
                Data::Sum(sum) => settle!(sum.data_points),
                Data::Gauge(gauge) => settle!(gauge.data_points),
                Data::Histogram(histogram) => settle!(histogram.data_points),
                other => panic!("{other:?}"),
            }
            metric.encode_to_vec()
        })
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(miri) { 1 } else { 100 }, failure_persistence: None, ..Default::default() })]

    /// The limit is over the number of closed sets: of those that are recorded between two collections, the core passes the
    /// one that was used first ever first, and by hand it is the one that was used first since.
    #[test]
    fn a_program_exports_what_the_same_calls_by_hand_export(calls in calls(), limit in prop::option::of(4..6_usize)) {
        let (typed, by_hand) = (run::<Typed>(&calls, limit), run::<ByHand>(&calls, limit));
        prop_assert_eq!(typed, by_hand);
    }
}
