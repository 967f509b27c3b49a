//! A meter provider that is not the SDK's.

use std::sync::{Arc, Mutex, RwLock};

use opentelemetry::KeyValue;
use opentelemetry::metrics::{
    AsyncInstrument, AsyncInstrumentBuilder, Callback, Counter, Histogram, HistogramBuilder, InstrumentBuilder,
    InstrumentProvider, Meter, ObservableCounter, SyncInstrument, UpDownCounter,
};

/// Called with an instrument's name as it is built, and as it is given something.
type Watch = Box<dyn Fn(&str) + Send + Sync>;

/// Adds up what it is given.
pub struct Foreign {
    given: Mutex<Vec<(String, f64)>>,
    builds: Watch,
    takes: Watch,
    keeps_callbacks: bool,
    callbacks: RwLock<Vec<Callback<u64>>>,
}

struct Instrument(Arc<Foreign>, String);

macro_rules! measures {
    ($($number:ty),*) => {$(
        impl SyncInstrument<$number> for Instrument {
            fn measure(&self, value: $number, set: &[KeyValue]) {
                let Self(foreign, name) = self;
                (foreign.takes)(name);
                let detail = set.iter().find(|one| one.key.as_str() != "cache.name");
                let name = detail.map_or_else(|| name.clone(), |one| format!("{name} {}", one.value));
                foreign.given.lock().unwrap().push((name, value as f64));
            }
        }
    )*};
}

measures!(u64, i64, f64);

struct Provider(Arc<Foreign>);

impl Provider {
    fn instrument(&self, name: &str) -> Arc<Instrument> {
        (self.0.builds)(name);
        Arc::new(Instrument(Arc::clone(&self.0), name.to_owned()))
    }
}

impl InstrumentProvider for Provider {
    fn u64_counter(&self, builder: InstrumentBuilder<'_, Counter<u64>>) -> Counter<u64> {
        Counter::new(self.instrument(&builder.name))
    }
    fn i64_up_down_counter(&self, builder: InstrumentBuilder<'_, UpDownCounter<i64>>) -> UpDownCounter<i64> {
        UpDownCounter::new(self.instrument(&builder.name))
    }
    fn f64_histogram(&self, builder: HistogramBuilder<'_, Histogram<f64>>) -> Histogram<f64> {
        Histogram::new(self.instrument(&builder.name))
    }
    fn u64_observable_counter(
        &self,
        builder: AsyncInstrumentBuilder<'_, ObservableCounter<u64>, u64>,
    ) -> ObservableCounter<u64> {
        (self.0.builds)("a callback");
        if self.0.keeps_callbacks {
            self.0.callbacks.write().unwrap().extend(builder.callbacks);
        }
        ObservableCounter::new()
    }
}

impl Foreign {
    pub fn new(
        keeps_callbacks: bool,
        builds: impl Fn(&str) + Send + Sync + 'static,
        takes: impl Fn(&str) + Send + Sync + 'static,
    ) -> (Arc<Self>, Meter) {
        let (builds, takes) = (Box::new(builds), Box::new(takes));
        let foreign =
            Arc::new(Self { given: Mutex::default(), builds, takes, keeps_callbacks, callbacks: RwLock::default() });
        (Arc::clone(&foreign), Meter::new(Arc::new(Provider(foreign))))
    }

    /// The number of values that an instrument was given, and their sum. The name is that of the instrument and the second
    /// attribute's value.
    pub fn given(&self, name: &str) -> (usize, f64) {
        let given = self.given.lock().unwrap();
        let values: Vec<f64> = given.iter().filter(|one| one.0 == name).map(|one| one.1).collect();
        (values.len(), values.iter().sum())
    }

    /// Calls the callbacks that it keeps.
    pub fn collect(&self) {
        struct Nothing;
        impl AsyncInstrument<u64> for Nothing {
            fn observe(&self, _: u64, _: &[KeyValue]) {}
        }
        self.callbacks.read().unwrap().iter().for_each(|callback| callback(&Nothing));
    }
}
