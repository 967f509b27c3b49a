//! The SDK, as one would call it by hand.

use std::sync::{Arc, Mutex};

use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use super::calls::{Amount, BOUNDARIES, Flags, open};
use super::naive::Observed;
use meterstick::Attributes;

type Give = Box<dyn Fn(Amount, usize)>;

pub struct ByHand {
    instruments: Vec<Give>,
    observed: Arc<Mutex<Observed>>,
}

fn none(_: usize) -> Vec<KeyValue> {
    Vec::new()
}

fn flags(set: usize) -> Vec<KeyValue> {
    Flags::of(set).key_values()
}

/// In the order of keys: the SDK looks a set up sooner so.
fn sorted(set: usize) -> Vec<KeyValue> {
    let mut list = open(set);
    list.sort_by(|one, other| one.key.cmp(&other.key));
    list
}

macro_rules! give {
    ($instrument:expr, $method:ident, $amount:ident, $set:ident) => {{
        let instrument = $instrument;
        Box::new(move |amount: Amount, set| instrument.$method(amount.$amount(), &$set(set))) as Give
    }};
}

impl ByHand {
    pub fn new(meter: &Meter) -> Self {
        let bounds = || BOUNDARIES.to_vec();
        let observed = Arc::new(Mutex::new(Observed::new()));
        macro_rules! observe {
            ($builder:ident, $name:literal, $by:literal, $n:ty) => {{
                let observed = Arc::clone(&observed);
                meter
                    .$builder($name)
                    .with_callback(move |instrument| {
                        for (_, number, set) in observed.lock().unwrap().iter().filter(|(by, ..)| *by == $by) {
                            instrument.observe(*number as $n, &sorted(*set));
                        }
                    })
                    .build()
            }};
        }
        observe!(u64_observable_counter, "counter.observed", 0, u64);
        observe!(f64_observable_up_down_counter, "up_down.observed", 1, f64);
        observe!(i64_observable_gauge, "gauge.observed", 2, i64);
        let instruments = vec![
            give!(meter.u64_counter("counter").build(), add, unsigned, none),
            give!(meter.f64_counter("counter.flags").build(), add, float, flags),
            give!(meter.u64_counter("counter.open").build(), add, unsigned, sorted),
            give!(meter.i64_up_down_counter("up_down").build(), add, signed, none),
            give!(meter.f64_up_down_counter("up_down.open").build(), add, float, sorted),
            give!(meter.u64_histogram("histogram.flags").with_boundaries(bounds()).build(), record, unsigned, flags),
            give!(meter.f64_histogram("histogram.open").with_boundaries(bounds()).build(), record, float, sorted),
            give!(meter.f64_gauge("gauge").build(), record, float, none),
            give!(meter.i64_gauge("gauge.open").build(), record, signed, sorted),
            give!(meter.i64_gauge("gauge.flags").build(), record, signed, flags),
        ];
        Self { instruments, observed }
    }

    pub fn give(&self, to: usize, amount: Amount, set: usize) {
        self.instruments[to](amount, set);
    }

    pub fn will_observe(&self, observed: Observed) {
        *self.observed.lock().unwrap() = observed;
    }
}
