//! `observe_together`: one callback for several observable instruments of a meter.
// Uses `asynchronous`, `attribute`, `build_on`, `declare`, `number`, `observable`, `record`, `safely`, `unit`. No other
// module uses it.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use opentelemetry::KeyValue;
use opentelemetry::metrics::{AsyncInstrument, Meter};

use super::asynchronous::Asynchronous;
use super::build_on::{BuildOn, assert_apart};
use super::observable::{Observable, Observation, Observer, Observes, State};
use crate::attribute::Set;
use crate::declare::{Descriptor, Metric};
use crate::number::{Number, Wire};
use crate::record::{now, was_built};
use crate::safely::release;
use crate::unit::Unit;

/// Registers one callback that observes several instruments of a meter at every collection, until the returned [`Observation`] is
/// dropped (*Metrics API, multiple-instrument callbacks*).
///
/// The callback reads its source once for all of them, so that their values agree. (If two readers collect at the same moment,
/// the SDK gives each the observations of the other's callbacks, too. A provider of another make that calls the callbacks of a
/// collection on several threads has the callback run several times, and can get values that are up to a second old.) In all else
/// it is like [`observe`](Metric::observe).
///
/// ```
/// use meterstick::observe_together;
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, One};
///
/// const USED: Metric<ObservableUpDownCounter<i64, Bytes>> =
///     Meter::observable_up_down_counter::<i64>().unit::<Bytes>().name("pool.memory.usage");
/// const UTILIZATION: Metric<ObservableGauge<f64, One>> =
///     Meter::observable_gauge::<f64>().unit::<One>().name("pool.memory.utilization");
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// # fn read() -> (i64, i64) { (256, 1024) }
///
/// let observation = observe_together((USED, UTILIZATION), &meter, |(usage, utilization)| {
///     let (used, limit) = read();
///     usage.observe(Bytes(used));
///     utilization.observe(used as f64 / limit as f64);
/// });
/// drop(observation); // from now on they are silent
/// ```
pub fn observe_together<T, M, F>(metrics: T, meter: &M, callback: F) -> Observation
where
    T: Observables,
    M: BuildOn + ?Sized,
    F: Fn(T::Observers<'_>) + Send + Sync + 'static,
{
    metrics.observe::<M::Common, F>(meter.meter(), meter.common(), callback)
}

/// A declaration of an observable instrument that can be observed together with others.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "only observable instruments are observed together",
    label = "not all are observable instruments",
    note = "declare it with `Meter::observable_counter`, `observable_up_down_counter` or `observable_gauge`; `.observable()` makes one of a synchronous declaration"
)]
pub trait Observed {
    type Wire: Wire;
    type Observer<'a>;

    fn descriptor(&self) -> &Descriptor;
    /// Fails in const evaluation unless it can be built on a group with these attributes.
    fn assert_apart<C: Set>();
    fn observer<'a>(
        instrument: &'a dyn AsyncInstrument<Self::Wire>,
        state: &'a State<Self::Wire>,
    ) -> Self::Observer<'a>;
    fn build<F>(&self, meter: &Meter, callback: F)
    where
        F: Fn(&dyn AsyncInstrument<Self::Wire>) + Send + Sync + 'static;
}

impl<K: Asynchronous<N>, N: Number, U: Unit, A: Set + 'static> Observed for Metric<Observable<K, N, U, A>> {
    type Wire = K::Wire;
    type Observer<'a> = Observer<'a, K, N, U, A>;

    fn descriptor(&self) -> &Descriptor {
        self.descriptor()
    }

    fn assert_apart<C: Set>() {
        const { assert_apart::<C, A>() };
    }

    fn observer<'a>(instrument: &'a dyn AsyncInstrument<K::Wire>, state: &'a State<K::Wire>) -> Self::Observer<'a> {
        Observer::new(instrument, state)
    }

    fn build<F>(&self, meter: &Meter, callback: F)
    where
        F: Fn(&dyn AsyncInstrument<K::Wire>) + Send + Sync + 'static,
    {
        was_built(self.descriptor());
        K::build(meter, self.descriptor(), callback);
    }
}

impl<M: Observed> Observed for &M {
    type Wire = M::Wire;
    type Observer<'a> = M::Observer<'a>;

    fn descriptor(&self) -> &Descriptor {
        M::descriptor(self)
    }

    fn assert_apart<C: Set>() {
        M::assert_apart::<C>();
    }

    fn observer<'a>(instrument: &'a dyn AsyncInstrument<M::Wire>, state: &'a State<M::Wire>) -> Self::Observer<'a> {
        M::observer(instrument, state)
    }

    fn build<F>(&self, meter: &Meter, callback: F)
    where
        F: Fn(&dyn AsyncInstrument<M::Wire>) + Send + Sync + 'static,
    {
        M::build(self, meter, callback);
    }
}

/// A tuple of two to eight declarations of observable instruments.
#[diagnostic::on_unimplemented(
    message = "two to eight observable instruments are observed together",
    label = "not a tuple of one to eight declarations",
    note = "pass a tuple of declarations: `observe_together((USED, FREE), &meter, |(used, free)| ..)`"
)]
pub trait Observables {
    /// The argument of the callback: an [`Observer`] for each instrument.
    type Observers<'a>;

    #[doc(hidden)]
    fn observe<C: Set, F>(self, meter: &Meter, common: &[KeyValue], callback: F) -> Observation
    where
        F: Fn(Self::Observers<'_>) + Send + Sync + 'static;
}

/// The observations of one instrument.
type Values<W> = Vec<(W, Box<[KeyValue]>)>;

/// Stores observations until the SDK asks the instrument for them.
struct Ahead<W>(Mutex<Values<W>>);

impl<W> Ahead<W> {
    fn new() -> Self {
        Self(Mutex::default())
    }

    fn into_values(self) -> Values<W> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<W: Send> AsyncInstrument<W> for Ahead<W> {
    fn observe(&self, value: W, attributes: &[KeyValue]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((value, attributes.into()));
    }
}

/// The number of concurrent collections whose observations are kept apart.
const COLLECTIONS: usize = 16;

/// Observations are taken for so long. The SDK calls the callbacks of a collection one after the other on one thread. If a provider
/// of another make calls them on several, the ones that a thread has left are of an earlier collection.
const FRESH: Duration = Duration::from_secs(1);

/// One of the instruments.
struct Member<W> {
    state: State<W>,
    /// The stored observations, each with the thread of its collection, and when they were made.
    ahead: Mutex<Vec<(ThreadId, Instant, Values<W>)>>,
}

impl<W: 'static> Member<W> {
    fn new<C: Set>(meter: &Meter, descriptor: &Descriptor, common: &[KeyValue]) -> Self {
        Self { state: State::new::<C>(meter, *descriptor, common), ahead: Mutex::default() }
    }

    fn keep(&self, values: Values<W>) {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        // If a view drops an instrument, nothing takes its observations, so the earlier ones are removed here.
        ahead.retain(|(collects, ..)| *collects != thread::current().id());
        if ahead.len() == COLLECTIONS {
            ahead.remove(0);
        }
        ahead.push((thread::current().id(), now(), values));
    }

    /// Takes the observations that the callback of this collection has stored for this instrument.
    fn take(&self) -> Option<Values<W>> {
        let mut ahead = self.ahead.lock().unwrap_or_else(PoisonError::into_inner);
        let at = ahead.iter().position(|(collects, ..)| *collects == thread::current().id())?;
        let (_, observed, values) = ahead.swap_remove(at);
        (now().saturating_duration_since(observed) < FRESH).then_some(values)
    }
}

/// The SDK calls one callback per instrument, in the order of their registration. The first of them runs the user's callback, and
/// stores the observations of the others.
struct Together<M, F> {
    members: M,
    callback: F,
}

macro_rules! together {
    ($($metric:ident $i:tt),*) => {
        impl<$($metric: Observed),*> Observables for ($($metric,)*) {
            type Observers<'a> = ($($metric::Observer<'a>,)*);

            fn observe<C: Set, F>(self, meter: &Meter, common: &[KeyValue], callback: F) -> Observation
            where
                F: Fn(Self::Observers<'_>) + Send + Sync + 'static,
            {
                $($metric::assert_apart::<C>();)*
                let members = ($(Member::<$metric::Wire>::new::<C>(meter, self.$i.descriptor(), common),)*);
                // A box, because the SDK keeps the memory that the weak references refer to.
                let together = Arc::new(Box::new(Together { members, callback }));
                let run = |together: &Together<($(Member<$metric::Wire>,)*), F>| {
                    let members = &together.members;
                    let ahead = ($(Ahead::<$metric::Wire>::new(),)*);
                    members.0.state.call(|| {
                        (together.callback)(($($metric::observer(&ahead.$i, &members.$i.state),)*));
                    });
                    ($(ahead.$i.into_values(),)*)
                };
                let keep = |members: &($(Member<$metric::Wire>,)*), values: ($(Values<$metric::Wire>,)*), after: isize| {
                    $(if $i > after {
                        members.$i.keep(values.$i);
                    })*
                };
                $({
                    let weak = Arc::downgrade(&together);
                    let observe = move |instrument: &dyn AsyncInstrument<$metric::Wire>| {
                        let Some(together) = weak.upgrade() else { return };
                        let values = together.members.$i.take().unwrap_or_else(|| {
                            let mut values = run(&together);
                            let own = std::mem::take(&mut values.$i);
                            keep(&together.members, values, $i);
                            own
                        });
                        for (value, attributes) in values {
                            together.members.$i.state.pass(instrument, value, &attributes);
                        }
                        release(together);
                    };
                    together.members.$i.state.limited(meter, || self.$i.build(meter, observe));
                })*
                Observation::new(together, self.0.descriptor())
            }
        }

        impl<$($metric: Send,)* F: Send + Sync> Observes for Together<($(Member<$metric>,)*), F> {
            fn refused(&self) -> u64 {
                0 $(+ self.members.$i.state.refused())*
            }
        }
    };
}

together!(M0 0, M1 1);
together!(M0 0, M1 1, M2 2);
together!(M0 0, M1 1, M2 2, M3 3);
together!(M0 0, M1 1, M2 2, M3 3, M4 4);
together!(M0 0, M1 1, M2 2, M3 3, M4 4, M5 5);
together!(M0 0, M1 1, M2 2, M3 3, M4 4, M5 5, M6 6);
together!(M0 0, M1 1, M2 2, M3 3, M4 4, M5 5, M6 6, M7 7);
