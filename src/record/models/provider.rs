//! A provider for the loom tests. It calls back as the SDK does: under the lock that building an instrument takes, before it
//! reads the sums.
// Uses `sync`. Used by `models`, `models::tests`.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use opentelemetry::KeyValue;
use opentelemetry::metrics::{
    AsyncInstrument, AsyncInstrumentBuilder, Callback, Counter, Gauge, Histogram, HistogramBuilder, InstrumentBuilder,
    InstrumentProvider, Meter, ObservableCounter, SyncInstrument, UpDownCounter,
};

use super::super::sync::lock;

/// What an instrument was given of one set.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Given {
    pub(super) values: u64,
    pub(super) sum: f64,
    pub(super) last: f64,
}

/// By the name of the instrument and the set.
type All = BTreeMap<(String, String), Given>;

#[derive(Default)]
struct Inner {
    /// Not loom's, as a real provider would be no part of the proof: whatever order it makes is not relied on.
    given: Mutex<All>,
    pipeline: loom::sync::Mutex<Vec<Callback<u64>>>,
}

/// A clone is the same provider.
#[derive(Clone, Default)]
pub(super) struct Provider(Arc<Inner>);

struct Instrument(String, Arc<Inner>);

macro_rules! measure {
    ($($number:ident)*) => {$(
        impl SyncInstrument<$number> for Instrument {
            fn measure(&self, value: $number, attributes: &[KeyValue]) {
                let set: Vec<_> = attributes.iter().map(|kv| format!("{}={}", kv.key, kv.value)).collect();
                let mut given = self.1.given.lock().unwrap();
                let given = given.entry((self.0.clone(), set.join(","))).or_default();
                given.values += 1;
                given.sum += value as f64;
                given.last = value as f64;
            }
        }
    )*};
}
measure!(u64 i64 f64);

struct Nothing;

impl AsyncInstrument<u64> for Nothing {
    fn observe(&self, _: u64, _: &[KeyValue]) {}
}

impl Inner {
    fn build(inner: &Arc<Self>, name: &str) -> Arc<Instrument> {
        drop(lock(&inner.pipeline));
        Arc::new(Instrument(name.to_owned(), Arc::clone(inner)))
    }
}

/// What a meter has: its state is behind its own `Arc`.
struct Instruments(Arc<Inner>);

impl InstrumentProvider for Instruments {
    fn u64_counter(&self, builder: InstrumentBuilder<'_, Counter<u64>>) -> Counter<u64> {
        Counter::new(Inner::build(&self.0, &builder.name))
    }
    fn f64_up_down_counter(&self, builder: InstrumentBuilder<'_, UpDownCounter<f64>>) -> UpDownCounter<f64> {
        UpDownCounter::new(Inner::build(&self.0, &builder.name))
    }
    fn u64_histogram(&self, builder: HistogramBuilder<'_, Histogram<u64>>) -> Histogram<u64> {
        Histogram::new(Inner::build(&self.0, &builder.name))
    }
    fn i64_gauge(&self, builder: InstrumentBuilder<'_, Gauge<i64>>) -> Gauge<i64> {
        Gauge::new(Inner::build(&self.0, &builder.name))
    }
    fn u64_observable_counter(
        &self,
        builder: AsyncInstrumentBuilder<'_, ObservableCounter<u64>, u64>,
    ) -> ObservableCounter<u64> {
        lock(&self.0.pipeline).extend(builder.callbacks);
        ObservableCounter::new()
    }
}

impl Provider {
    pub(super) fn meter(&self) -> Meter {
        Meter::new(Arc::new(Instruments(Arc::clone(&self.0))))
    }

    /// A collection: calls back, then reads what each set was given.
    pub(super) fn collect(&self) -> All {
        let callbacks = lock(&self.0.pipeline);
        callbacks.iter().for_each(|callback| callback(&Nothing));
        self.0.given.lock().unwrap().clone()
    }

    /// What an instrument was given of a set.
    pub(super) fn given(&self, name: &str, set: &str) -> Given {
        self.0.given.lock().unwrap().get(&(name.to_owned(), set.to_owned())).copied().unwrap_or_default()
    }
}
