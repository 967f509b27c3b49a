//! What a call costs as more is declared, and as there are more sets.

use std::hint::black_box;
use std::time::{Duration, Instant};

use meterstick::prelude::*;
use meterstick::unit::One;
use meterstick::{ValueRef, ValueType};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::{Instrument, ManualReader, SdkMeterProvider, Stream};

use crate::args::Args;
use crate::harness::median;
use crate::report::Report;

/// A metric that is called all the time, among more and more others.
const METRICS: &[usize] = &[1, 10, 100, 1000, 5000];

/// How many sets are used in turn.
const SETS: &[usize] = &[1, 10, 100, 1000];

/// A declared set of 1,000: one attribute with as many values.
#[derive(Clone, Copy)]
struct Shard(usize);

const SHARD_SETS: usize = 1000;

impl AttributeValue for Shard {
    const TYPE: ValueType = ValueType::Int;
    const CARDINALITY: Option<usize> = Some(SHARD_SETS);

    fn value(&self) -> ValueRef<'_> {
        ValueRef::Int(self.0 as i64)
    }

    #[inline]
    fn index(&self) -> usize {
        self.0
    }
}

#[derive(Clone, Copy, Attributes)]
struct Known {
    shard: Shard,
}

#[derive(Clone, Copy, Attributes)]
struct Open<'a> {
    shard: &'a str,
}

/// Nanoseconds a call: the median of some samples of so many rounds over `items`.
fn nanos<T>(args: &Args, items: &[T], call: impl Fn(&T)) -> f64 {
    let sample = |rounds: u64| -> Duration {
        let start = Instant::now();
        for _ in 0..rounds {
            items.iter().for_each(|item| call(black_box(item)));
        }
        start.elapsed()
    };
    let mut rounds = 1;
    while sample(rounds) < args.sample / 4 {
        rounds *= 2;
    }
    let calls = (rounds * items.len() as u64) as f64;
    median((0..args.rounds).map(|_| sample(rounds).as_nanos() as f64 / calls).collect())
}

pub fn measure(args: &Args, report: &mut Report) {
    metrics(args, report);
    sets(args, report);
}

fn metrics(args: &Args, report: &mut Report) {
    const NAME: &str = "curve: declared metrics";
    if !args.wants(NAME) {
        return;
    }
    // Sized by a view: 5,000 times 136 KB is more than one wants to see.
    let view = |_: &Instrument| Stream::builder().with_cardinality_limit(1).build().ok();
    let reader = ManualReader::builder().build();
    let provider = SdkMeterProvider::builder().with_reader(reader).with_view(view).build();
    let meter = provider.meter("curve");
    let mut counters: Vec<Counter<u64, One>> = Vec::new();
    let rows = METRICS.iter().map(|count| {
        while counters.len() < *count {
            let metric = Meter::counter::<u64>().unit::<One>().try_name(&format!("counter.{}", counters.len()));
            counters.push(metric.expect("it is a name").build(&meter));
        }
        let one = nanos(args, &[&counters[count / 2]; 100], |counter| counter.add(1));
        let all = nanos(args, &counters, |counter| counter.add(1));
        (count.to_string(), vec![one, all])
    });
    let rows: Vec<_> = rows.collect();
    report.table(NAME, &["declared", "ns, one of them all the time", "ns, all of them in turn"], &rows, Vec::new());
}

fn sets(args: &Args, report: &mut Report) {
    const NAME: &str = "curve: sets of attributes";
    if !args.wants(NAME) {
        return;
    }
    let provider = SdkMeterProvider::builder().with_reader(ManualReader::builder().build()).build();
    let meter = provider.meter("curve");
    let counter = || Meter::counter::<u64>().unit::<One>();
    let known = counter().name("known").attributes::<Known>().build(&meter);
    let open = counter().name("open").attributes::<Open<'static>>().build(&meter);
    let sdk = meter.u64_counter("sdk").build();
    let shards: Vec<_> =
        (0..SHARD_SETS).map(|shard| (Known { shard: Shard(shard) }, format!("shard {shard}"))).collect();
    let rows = SETS.iter().map(|count| {
        let shards = &shards[..*count];
        let known = nanos(args, shards, |(shard, _)| known.add(1, *shard));
        let open = nanos(args, shards, |(_, shard)| open.add(1, Open { shard }));
        let sdk = nanos(args, shards, |(_, shard)| sdk.add(1, &[KeyValue::new("shard", shard.clone())]));
        (count.to_string(), vec![known, open, sdk])
    });
    let rows: Vec<_> = rows.collect();
    report.table(NAME, &["sets", "ns, known set", "ns, open set", "ns, SDK"], &rows, Vec::new());
}
