//! The crate's instruments.

use std::any::Any;
use std::sync::{Arc, Mutex};

use meterstick::Observation;
use meterstick::prelude::*;
use meterstick::unit::One;
use opentelemetry::KeyValue;
use opentelemetry::metrics as otel;

use super::calls::{Amount, BOUNDARIES, Flags, OBSERVABLES, open};

/// One of the instruments, all of which are told of amounts and sets in the same way.
trait Live {
    fn give(&self, amount: Amount, set: usize);
    fn refused(&self) -> u64;
    fn cloned(&self) -> Box<dyn Live>;
    fn rebuilt(&self, meter: &otel::Meter) -> Box<dyn Live>;
    /// What was added and is taken back when it is dropped.
    fn track(&self, amount: Amount, set: usize) -> Box<dyn Any>;
}

struct Of<I>(I);

/// A callback's numbers and sets.
type Entries = Arc<Mutex<Vec<(Amount, usize)>>>;

macro_rules! instruments {
    ($($live:ty, $metric:expr, |$this:ident, $amount:ident, $set:ident| $give:expr $(, track $track:expr)?;)*) => {
        $(
            impl Live for Of<$live> {
                fn give(&self, $amount: Amount, $set: usize) {
                    let $this = &self.0;
                    $give;
                }
                fn refused(&self) -> u64 {
                    self.0.refused()
                }
                fn cloned(&self) -> Box<dyn Live> {
                    Box::new(Of(self.0.clone()))
                }
                fn rebuilt(&self, meter: &otel::Meter) -> Box<dyn Live> {
                    Box::new(Of($metric.build(meter)))
                }
                #[allow(unused_variables, unreachable_code, reason = "not all of them track")]
                fn track(&self, $amount: Amount, $set: usize) -> Box<dyn Any> {
                    // A guard borrows its instrument, and is kept as long as the test likes.
                    let $this: &'static $live = Box::leak(Box::new(self.0.clone()));
                    $( return Box::new($track); )?
                    panic!("{} does not track", $this.descriptor().name)
                }
            }
        )*

        fn all(meter: &otel::Meter) -> Vec<Box<dyn Live>> {
            vec![$( Box::new(Of::<$live>($metric.build(meter))) ),*]
        }
    };
}

fn leaked(set: usize) -> &'static [KeyValue] {
    Box::leak(open(set).into_boxed_slice())
}

instruments! {
    Counter<u64, One>, Meter::counter::<u64>().unit::<One>().name("counter"),
        |live, amount, _set| live.add(amount.unsigned());
    Counter<f64, One, Flags>, Meter::counter::<f64>().unit::<One>().name("counter.flags").attributes::<Flags>(),
        |live, amount, set| live.add(amount.float(), Flags::of(set));
    Counter<u64, One, KeyValues>, Meter::counter::<u64>().unit::<One>().name("counter.open").attributes::<KeyValues>(),
        |live, amount, set| live.add(amount.unsigned(), &open(set));
    UpDownCounter<i64, One>, Meter::up_down_counter::<i64>().unit::<One>().name("up_down"),
        |live, amount, _set| live.add(amount.signed()),
        track live.track_amount(amount.signed());
    UpDownCounter<f64, One, KeyValues>,
        Meter::up_down_counter::<f64>().unit::<One>().name("up_down.open").attributes::<KeyValues>(),
        |live, amount, set| live.add(amount.float(), &open(set)),
        track live.track_amount(amount.float(), leaked(set));
    Histogram<u64, One, Flags>,
        Meter::histogram::<u64>().unit::<One>().name("histogram.flags").boundaries(BOUNDARIES).attributes::<Flags>(),
        |live, amount, set| live.record(amount.unsigned(), Flags::of(set));
    Histogram<f64, One, KeyValues>,
        Meter::histogram::<f64>().unit::<One>().name("histogram.open").boundaries(BOUNDARIES).attributes::<KeyValues>(),
        |live, amount, set| live.record(amount.float(), &open(set));
    Gauge<f64, One>, Meter::gauge::<f64>().unit::<One>().name("gauge"),
        |live, amount, _set| live.record(amount.float());
    Gauge<i64, One, KeyValues>, Meter::gauge::<i64>().unit::<One>().name("gauge.open").attributes::<KeyValues>(),
        |live, amount, set| live.record(amount.signed(), &open(set));
    Gauge<i64, One, Flags>, Meter::gauge::<i64>().unit::<One>().name("gauge.flags").attributes::<Flags>(),
        |live, amount, set| live.record(amount.signed(), Flags::of(set));
}

fn observed(by: usize, meter: &otel::Meter, entries: &Entries) -> Observation {
    macro_rules! observe {
        ($metric:expr, $amount:ident) => {{
            let entries = Arc::clone(entries);
            $metric.attributes::<KeyValues>().observe(meter, move |o| {
                for (amount, set) in entries.lock().unwrap().iter() {
                    o.observe(amount.$amount(), &open(*set));
                }
            })
        }};
    }
    match by {
        0 => observe!(Meter::observable_counter::<u64>().unit::<One>().name("counter.observed"), unsigned),
        1 => observe!(Meter::observable_up_down_counter::<f64>().unit::<One>().name("up_down.observed"), float),
        _ => observe!(Meter::observable_gauge::<i64>().unit::<One>().name("gauge.observed"), signed),
    }
}

pub struct Typed {
    instruments: Vec<Box<dyn Live>>,
    observations: Vec<Option<Observation>>,
    entries: Vec<Entries>,
}

impl Typed {
    pub fn new(meter: &otel::Meter) -> Self {
        let entries: Vec<_> = OBSERVABLES.iter().map(|_| Entries::default()).collect();
        let observations = entries.iter().enumerate().map(|(by, entries)| Some(observed(by, meter, entries))).collect();
        Self { instruments: all(meter), observations, entries }
    }

    pub fn give(&self, to: usize, amount: Amount, set: usize) {
        self.instruments[to].give(amount, set);
    }

    pub fn track(&self, to: usize, amount: Amount, set: usize) -> Box<dyn Any> {
        self.instruments[to].track(amount, set)
    }

    pub fn refused(&self, of: usize) -> u64 {
        self.instruments[of].refused()
    }

    pub fn clone_of(&mut self, of: usize) {
        self.instruments[of] = self.instruments[of].cloned();
    }

    pub fn rebuild(&mut self, what: usize, meter: &otel::Meter) {
        self.instruments[what] = self.instruments[what].rebuilt(meter);
    }

    pub fn observe(&self, by: usize, entries: Vec<(Amount, usize)>) {
        *self.entries[by].lock().unwrap() = entries;
    }

    pub fn not_observed(&self, by: usize) -> Option<u64> {
        self.observations[by].as_ref().map(Observation::refused)
    }

    pub fn stop(&mut self, by: usize) {
        self.observations[by] = None;
    }

    pub fn start(&mut self, by: usize, meter: &otel::Meter) {
        self.observations[by] = Some(observed(by, meter, &self.entries[by]));
    }
}
