//! A meter provider that is not the SDK's. It has counters and histograms of integers, and keeps callbacks.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, RwLock};

use opentelemetry::metrics::{
    AsyncInstrument, AsyncInstrumentBuilder, Callback, Counter, Histogram, HistogramBuilder, InstrumentBuilder,
    InstrumentProvider, Meter, MeterProvider, ObservableCounter, SyncInstrument,
};
use opentelemetry::{InstrumentationScope, KeyValue};

#[derive(Default)]
struct Inner {
    given: Mutex<Vec<(String, u64)>>,
    before: Mutex<Option<Box<dyn FnOnce(u64) + Send>>>,
    before_meter: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    callbacks: RwLock<Vec<Callback<u64>>>,
}

/// A clone is the same provider.
#[derive(Clone, Default)]
pub struct Foreign(Arc<Inner>);

struct Instrument(String, Foreign);

impl SyncInstrument<u64> for Instrument {
    fn measure(&self, value: u64, _: &[KeyValue]) {
        let before = self.1.0.before.lock().unwrap().take();
        if let Some(before) = before {
            before(value);
        }
        self.1.0.given.lock().unwrap().push((self.0.clone(), value));
    }
}

struct Nothing;

impl AsyncInstrument<u64> for Nothing {
    fn observe(&self, _: u64, _: &[KeyValue]) {}
}

impl MeterProvider for Foreign {
    fn meter_with_scope(&self, _: InstrumentationScope) -> Meter {
        let before = self.0.before_meter.lock().unwrap().take();
        if let Some(before) = before {
            before();
        }
        Meter::new(Arc::new(self.clone()))
    }
}

impl InstrumentProvider for Foreign {
    fn u64_counter(&self, builder: InstrumentBuilder<'_, Counter<u64>>) -> Counter<u64> {
        Counter::new(Arc::new(Instrument(builder.name.into_owned(), self.clone())))
    }
    fn u64_histogram(&self, builder: HistogramBuilder<'_, Histogram<u64>>) -> Histogram<u64> {
        Histogram::new(Arc::new(Instrument(builder.name.into_owned(), self.clone())))
    }
    fn u64_observable_counter(
        &self,
        builder: AsyncInstrumentBuilder<'_, ObservableCounter<u64>, u64>,
    ) -> ObservableCounter<u64> {
        self.0.callbacks.write().unwrap().extend(builder.callbacks);
        ObservableCounter::new()
    }
}

impl Foreign {
    /// How many callbacks it keeps.
    pub fn callbacks(&self) -> usize {
        self.0.callbacks.read().unwrap().len()
    }

    /// Does something with the next value that it is given, before it takes it.
    pub fn before_next(&self, work: impl FnOnce(u64) + Send + 'static) {
        *self.0.before.lock().unwrap() = Some(Box::new(work));
    }

    /// Does something before it gives the next meter.
    pub fn before_meter(&self, work: impl FnOnce() + Send + 'static) {
        *self.0.before_meter.lock().unwrap() = Some(Box::new(work));
    }

    /// Calls its callbacks.
    pub fn call(&self) {
        self.observe(&Nothing);
    }

    /// Calls its callbacks, with an instrument that takes the observations.
    pub fn observe(&self, instrument: &dyn AsyncInstrument<u64>) {
        self.0.callbacks.read().unwrap().iter().for_each(|callback| callback(instrument));
    }

    /// What each instrument was given: the number of values, and their sum.
    pub fn given(&self) -> HashMap<String, (usize, u64)> {
        let mut all = HashMap::<_, (usize, u64)>::new();
        for (name, value) in self.0.given.lock().unwrap().iter() {
            let given = all.entry(name.clone()).or_default();
            *given = (given.0 + 1, given.1 + value);
        }
        all
    }
}
