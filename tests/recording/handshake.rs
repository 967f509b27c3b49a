//! Threads that record while their instruments are bound.

use std::sync::Barrier;
use std::thread;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use opentelemetry::KeyValue;
use opentelemetry_sdk::metrics::{Aggregation, Instrument, InstrumentKind, Stream, Temporality};

use crate::alone::alone;
use crate::foreign::Foreign;
use crate::wire::{Value, Wire};

const SCOPE: Scope = Scope::new("handshake");
const THREADS: u64 = 2;

/// Statics of a number of names.
struct Statics {
    counts: Vec<Counter<u64, One>>,
    sizes: Vec<Histogram<u64, Bytes>>,
    opens: Vec<Counter<u64, One, KeyValues>>,
}

impl Statics {
    fn new(number: usize) -> Self {
        let counter = || Meter::counter::<u64>().unit::<One>();
        let histogram = Meter::histogram::<u64>().unit::<Bytes>();
        Self {
            counts: (0..number).map(|n| counter().try_name(&format!("count.{n}")).unwrap().global(SCOPE)).collect(),
            sizes: (0..number).map(|n| histogram.try_name(&format!("size.{n}")).unwrap().global(SCOPE)).collect(),
            opens: (0..number)
                .map(|n| counter().try_name(&format!("open.{n}")).unwrap().attributes::<KeyValues>().global(SCOPE))
                .collect(),
        }
    }

    fn record(&self) {
        let set = [KeyValue::new("k", "a")];
        for ((count, size), open) in self.counts.iter().zip(&self.sizes).zip(&self.opens) {
            count.add(1);
            size.record(Bytes(1));
            open.add(1, &set);
        }
    }

    /// Records on some threads while the provider is set. Returns how many values each instrument had.
    fn record_during(&self, set: impl FnOnce()) -> u64 {
        let (before, during) = if cfg!(miri) { (1, 2) } else { (1, 40) };
        let starts = Barrier::new(THREADS as usize + 1);
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    (0..before).for_each(|_| self.record());
                    starts.wait();
                    (0..during).for_each(|_| self.record());
                });
            }
            starts.wait();
            set();
        });
        THREADS * (before + during)
    }
}

fn statics() -> Statics {
    Statics::new(if cfg!(miri) { 1 } else { 200 })
}

#[test]
fn a_foreign_provider_is_given_all_that_threads_record_while_it_is_set() {
    alone(|| {
        let (statics, provider) = (statics(), Foreign::default());
        let values = statics.record_during(|| meterstick::set_meter_provider(provider.clone()));
        // Nothing is called any more, and no callback.
        for (name, given) in provider.given() {
            assert_eq!(given.1, values, "{name}");
        }
        assert_eq!(provider.given().len(), 3 * statics.counts.len());
    });
}

#[test]
fn a_provider_whose_view_drops_the_callback_has_all_that_threads_record_while_it_is_set() {
    alone(|| {
        let statics = statics();
        let wire = Wire::of(Temporality::Cumulative, |builder| {
            builder.with_view(|instrument: &Instrument| {
                let stream = match instrument.kind() {
                    InstrumentKind::ObservableCounter => Stream::builder().with_aggregation(Aggregation::Drop),
                    _ => Stream::builder().with_cardinality_limit(10),
                };
                stream.build().ok()
            })
        });
        let values = statics.record_during(|| meterstick::set_meter_provider(wire.provider.clone()));
        let collection = wire.collect();
        for n in 0..statics.counts.len() {
            assert_eq!(collection.number(&format!("count.{n}")), Some(Value::Int(values as i64)));
            assert_eq!(collection.distribution(&format!("size.{n}")).unwrap().count, values);
            assert_eq!(collection.numbers(&format!("open.{n}"))["k=a"], Value::Int(values as i64));
        }
    });
}

#[test]
fn the_sdk_has_all_that_threads_record_while_it_is_set_and_collects() {
    alone(|| {
        let statics = statics();
        let wire = Wire::of(Temporality::Cumulative, |builder| {
            builder.with_view(|_: &Instrument| Stream::builder().with_cardinality_limit(10).build().ok())
        });
        let values = statics.record_during(|| {
            meterstick::set_meter_provider(wire.provider.clone());
            wire.collect();
        });
        let collection = wire.collect();
        for n in 0..statics.counts.len() {
            assert_eq!(collection.number(&format!("count.{n}")), Some(Value::Int(values as i64)));
            assert_eq!(collection.distribution(&format!("size.{n}")).unwrap().count, values);
            assert_eq!(collection.numbers(&format!("open.{n}"))["k=a"], Value::Int(values as i64));
        }
    });
}

#[test]
fn threads_that_come_and_go_while_the_sdk_collects_lose_nothing() {
    let (rounds, values) = if cfg!(miri) { (2, 2) } else { (100, 300) };
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").build(&wire.meter());
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").build(&wire.meter());
    for _ in 0..rounds {
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    for _ in 0..values {
                        count.add(1);
                        size.record(Bytes(1));
                    }
                });
            }
            wire.collect();
        });
    }
    let collection = wire.collect();
    assert_eq!(collection.number("count"), Some(Value::Int(2 * rounds * values)));
    assert_eq!(collection.distribution("size").unwrap().count, 2 * (rounds * values) as u64);
}

#[test]
fn an_instrument_dropped_while_the_sdk_collects_loses_nothing() {
    let (rounds, values) = if cfg!(miri) { (2, 2) } else { (300, 20) };
    let wire = Wire::new();
    let meter = wire.meter();
    let _other = Meter::counter::<u64>().unit::<One>().name("other").build(&meter);
    for _ in 0..rounds {
        thread::scope(|scope| {
            scope.spawn(|| {
                let count = Meter::counter::<u64>().unit::<One>().name("count").build(&meter);
                let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").build(&meter);
                for _ in 0..values {
                    count.add(1);
                    size.record(Bytes(1));
                }
            });
            wire.collect();
        });
    }
    let collection = wire.collect();
    assert_eq!(collection.number("count"), Some(Value::Int(rounds * values)));
    assert_eq!(collection.distribution("size").unwrap().count, (rounds * values) as u64);
}
