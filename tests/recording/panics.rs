//! Panics of providers, of what listens to the log, and of the program while it is timed.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};
use meterstick::{Observation, ValueRef, ValueType, WaitingReason, observe_together};
use opentelemetry::metrics::{
    AsyncInstrument, AsyncInstrumentBuilder, Counter as OtelCounter, Histogram as OtelHistogram, HistogramBuilder,
    InstrumentBuilder, InstrumentProvider, Meter as OtelMeter, MeterProvider,
    ObservableCounter as OtelObservableCounter,
};
use opentelemetry::{InstrumentationScope, KeyValue};

use crate::alone::alone;
use crate::foreign::Foreign;
use crate::listener::Listener;
use crate::wire::{Collection, Value, Wire};

const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const OTHER: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("other");
const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("size");
const OPEN: Metric<Counter<u64, One, KeyValues>> =
    Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>();

/// Without a message of the panic hook.
fn panic<T>(_: T) {
    resume_unwind(Box::new("on purpose"));
}

fn panics(work: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(work)).is_err()
}

#[test]
fn a_provider_that_panics_on_one_value_is_given_the_others_and_goes_on_collecting() {
    let provider = Foreign::default();
    let meter = provider.meter("test");
    let (count, other, size, open) = (COUNT.build(&meter), OTHER.build(&meter), SIZE.build(&meter), OPEN.build(&meter));
    provider.call();
    // All that is lost is the value that it panics on.
    count.add(1);
    other.add(2);
    provider.before_next(panic);
    provider.call();
    provider.call();
    assert_eq!((provider.given().get("count"), provider.given()["other"]), (None, (1, 2)));

    (0..10).for_each(|_| size.record(Bytes(1)));
    provider.before_next(panic);
    provider.call();
    provider.call();
    assert_eq!(provider.given()["size"], (9, 9));

    let add = || (0..10).for_each(|set| open.add(1, &[KeyValue::new("k", set)]));
    // The first value of each goes at once.
    add();
    add();
    provider.before_next(panic);
    provider.call();
    assert_eq!(provider.given()["open"], (19, 19));
}

#[test]
fn a_provider_that_panics_in_a_call_takes_that_value_alone() {
    let provider = Foreign::default();
    let (count, open) = (COUNT.build(&provider.meter("test")), OPEN.build(&provider.meter("test")));
    provider.before_next(panic);
    count.add(1);
    count.add(2);
    provider.before_next(panic);
    open.add(1, &[KeyValue::new("k", 1)]);
    open.add(2, &[KeyValue::new("k", 1)]);
    assert_eq!((provider.given()["count"], provider.given()["open"]), ((1, 2), (1, 2)));
    assert_eq!((count.dropped(), open.dropped()), (1, 1));
}

static KEPT: Histogram<u64, Bytes> = SIZE.global(Scope::new("panics"));

/// Records values, gives a static to a provider that panics on the first of them, and returns what that was given.
fn given_after_a_panic(record: impl Fn(u64), dropped: impl Fn() -> u64) -> (usize, u64) {
    (1..=6).for_each(&record);
    let provider = Foreign::default();
    provider.before_next(panic);
    meterstick::set_meter_provider(provider.clone());
    record(10);
    assert_eq!(dropped(), 1);
    assert!(meterstick::statics_without_provider().is_empty());
    provider.given()["size"]
}

#[test]
fn a_provider_that_panics_on_what_was_kept_for_it_is_given_the_rest() {
    alone(|| {
        assert_eq!(given_after_a_panic(|value| KEPT.record(Bytes(value)), || KEPT.dropped()), (6, 30));
    });
}

#[test]
fn a_provider_that_panics_on_what_was_kept_of_an_open_set_is_given_the_rest() {
    alone(|| {
        let record = |value| OPEN_SIZES.record(Bytes(value), &[KeyValue::new("k", 1)]);
        assert_eq!(given_after_a_panic(record, || OPEN_SIZES.dropped()), (6, 30));
    });
}

#[test]
fn a_provider_that_panics_as_it_is_replaced_keeps_no_static_from_the_new_one() {
    alone(|| {
        let [old, new] = [Foreign::default(), Foreign::default()];
        meterstick::set_meter_provider(old.clone());
        KEPT.record(Bytes(1));
        old.call();
        (0..4).for_each(|_| KEPT.record(Bytes(10)));
        old.before_next(panic);
        meterstick::set_meter_provider(new.clone());
        KEPT.record(Bytes(100));
        new.call();
        assert_eq!((old.given()["size"], new.given()["size"]), ((4, 31), (1, 100)));
        assert_eq!(KEPT.dropped(), 1);
        assert!(meterstick::statics_without_provider().is_empty());
    });
}

#[test]
fn an_instrument_that_is_dropped_while_its_provider_panics_passes_the_rest_and_aborts_nothing() {
    let provider = Foreign::default();
    let size = SIZE.build(&provider.meter("test"));
    provider.call();
    (0..4).for_each(|_| size.record(Bytes(1)));
    provider.before_next(panic);
    assert!(panics(move || {
        let _dropped_as_it_unwinds = size;
        panic(());
    }));
    assert_eq!(provider.given()["size"], (3, 3));
}

/// A provider that has counters and nothing else, and whose scope `panics.bad` panics.
#[derive(Clone, Default)]
struct CountersOnly(Foreign);

impl MeterProvider for CountersOnly {
    fn meter_with_scope(&self, scope: InstrumentationScope) -> OtelMeter {
        if scope.name() == "panics.bad" {
            panic(());
        }
        OtelMeter::new(Arc::new(self.clone()))
    }
}

impl InstrumentProvider for CountersOnly {
    fn u64_counter(&self, builder: InstrumentBuilder<'_, OtelCounter<u64>>) -> OtelCounter<u64> {
        self.0.u64_counter(builder)
    }
    fn u64_observable_counter(
        &self,
        _: AsyncInstrumentBuilder<'_, OtelObservableCounter<u64>, u64>,
    ) -> OtelObservableCounter<u64> {
        resume_unwind(Box::new("it has none"))
    }
}

static BAD: Counter<u64, One> = OTHER.global(Scope::new("panics.bad"));

#[test]
fn a_provider_that_panics_on_observable_instruments_or_a_scope_is_given_everything_else() {
    alone(|| {
        let provider = CountersOnly::default();
        BAD.add(1);
        WAITS.add(1);
        meterstick::set_meter_provider(provider.clone());
        WAITS.add(2);
        COUNT.build(&provider.meter("test")).add(4);
        assert_eq!(provider.0.given()["count"].1, 7);
        let waiting = meterstick::statics_without_provider();
        assert_eq!(waiting.len(), 1, "{waiting:?}");
        assert_eq!((waiting[0].descriptor.name, waiting[0].reason), ("other", WaitingReason::NotBound));
    });
}

#[test]
fn a_static_stays_with_its_provider_where_the_next_one_panics_on_it() {
    alone(|| {
        let old = Foreign::default();
        meterstick::set_meter_provider(old.clone());
        KEPT.record(Bytes(1));
        meterstick::set_meter_provider(Broken(Arc::new(|| ())));
        KEPT.record(Bytes(2));
        assert_eq!(old.given()["size"], (2, 3));
        assert_eq!(meterstick::statics_without_provider()[0].reason, WaitingReason::NotBound);
    });
}

#[test]
fn a_provider_that_records_as_it_panics_and_panics_again_aborts_nothing() {
    let provider = Foreign::default();
    let count = Arc::new(COUNT.build(&provider.meter("test")));
    provider.before_next({
        let (count, provider) = (Arc::clone(&count), provider.clone());
        move |_| {
            count.add(1);
            count.add(4);
            provider.before_next(panic);
            panic(());
        }
    });
    count.add(2);
    count.add(8);
    // Lost are the value in which it panics first, and the two that it records meanwhile, which are flushed as one.
    assert_eq!(provider.given()["count"].1, 8);
    assert_eq!(count.dropped(), 2);
}

#[test]
fn an_instrument_that_is_dropped_while_another_one_of_its_name_is_given_a_value_neither_hangs_nor_loses() {
    let provider = Foreign::default();
    let meter = provider.meter("test");
    let (one, other) = (SIZE.build(&meter), SIZE.build(&meter));
    provider.call();
    for value in [1, 2] {
        one.record(Bytes(value));
        other.record(Bytes(10 * value));
    }
    provider.before_next(move |_| drop(other));
    provider.call();
    assert_eq!(provider.given()["size"], (4, 33));
}

const TOTAL: Metric<ObservableCounter<u64, One, KeyValues>> =
    Meter::observable_counter::<u64>().unit::<One>().name("total").attributes::<KeyValues>();
const OTHER_TOTAL: Metric<ObservableCounter<u64, One, KeyValues>> =
    Meter::observable_counter::<u64>().unit::<One>().name("other.total").attributes::<KeyValues>();

/// What is observed. It panics on 13, and calls the provider's callbacks at the first observation, if it has one.
#[derive(Default)]
struct Observed {
    all: Mutex<Vec<u64>>,
    again: Mutex<Option<Foreign>>,
}

impl AsyncInstrument<u64> for Observed {
    fn observe(&self, total: u64, _: &[KeyValue]) {
        let again = self.again.lock().unwrap().take();
        if let Some(provider) = again {
            provider.observe(self);
        }
        if total == 13 {
            panic(());
        }
        self.all.lock().unwrap().push(total);
    }
}

#[test]
fn a_provider_that_panics_on_an_observation_is_given_the_others() {
    let observed = |observe: &dyn Fn(&Foreign) -> Observation| {
        let (provider, observed) = (Foreign::default(), Observed::default());
        let _observation = observe(&provider);
        provider.observe(&observed);
        observed.all.into_inner().unwrap()
    };
    let totals = || [1_u64, 13, 3].into_iter().map(|total| (total, [KeyValue::new("k", total as i64)]));
    let one = observed(&|provider| {
        TOTAL.observe(&provider.meter("test"), move |o| totals().for_each(|(total, set)| o.observe(total, &set)))
    });
    assert_eq!(one, [1, 3]);
    let both = observed(&|provider| {
        observe_together((&TOTAL, &OTHER_TOTAL), &provider.meter("test"), move |(one, other)| {
            totals().for_each(|(total, set)| {
                one.observe(total, &set);
                other.observe(total + 20, &set);
            });
        })
    });
    assert_eq!(both, [1, 3, 21, 33, 23]);
}

#[test]
fn a_provider_that_collects_while_it_is_given_an_observation_does_not_hang() {
    let (ends, ended) = mpsc::channel();
    std::thread::spawn(move || {
        let (provider, observed) = (Foreign::default(), Observed::default());
        let _observation = TOTAL.observe(&provider.meter("test"), |o| o.observe(1_u64, &[]));
        *observed.again.lock().unwrap() = Some(provider.clone());
        provider.observe(&observed);
        ends.send(observed.all.into_inner().unwrap()).unwrap();
    });
    assert_eq!(ended.recv_timeout(Duration::from_secs(60)), Ok(vec![1, 1]));
}

#[derive(Clone, Copy)]
struct Panics;

impl AttributeValue for Panics {
    const TYPE: ValueType = ValueType::String;

    fn value(&self) -> ValueRef<'_> {
        panic(());
        ValueRef::Static("never")
    }
}

#[derive(Clone, Copy, Attributes)]
struct Of {
    of: Panics,
}

#[test]
fn work_that_panics_with_an_attribute_that_panics_aborts_nothing_and_is_counted() {
    let wire = Wire::new();
    let took = Meter::histogram::<f64>().unit::<Seconds>().name("took").attributes::<Of>().build(&wire.meter());
    assert!(panics(|| took.time(Of { of: Panics }, || panic(()))));
    assert_eq!(took.dropped(), 1);
    assert!(wire.collect().metric("took").is_none());
}

static WAITS: Counter<u64, One> = COUNT.global(Scope::new("panics"));

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "a shut down provider is recognized by the address of a table, of which Miri makes several")]
fn what_listens_to_the_log_and_panics_keeps_no_static_from_a_later_provider() {
    alone(|| {
        let panics = |event: &tracing::Event<'_>| {
            if event.metadata().name() == "Meterstick.ProviderIsShutDown" {
                panic(());
            }
        };
        tracing::subscriber::set_global_default(Listener(panics)).unwrap();
        let [first, second] = [Wire::new(), Wire::new()];
        first.provider.shutdown().unwrap();
        opentelemetry::global::set_meter_provider(first.provider.clone());
        WAITS.inc();
        opentelemetry::global::set_meter_provider(second.provider.clone());
        (0..1000).for_each(|_| WAITS.inc());
        assert_eq!(second.collect().number("count"), Some(Value::Int(1001)));
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn what_listens_to_the_log_and_panics_ends_no_collection() {
    alone(|| {
        tracing::subscriber::set_global_default(Listener(|event: &tracing::Event<'_>| {
            if event.metadata().name() == "Meterstick.FlushPanicked" {
                panic(());
            }
        }))
        .unwrap();
        let provider = Foreign::default();
        let (count, other) = (COUNT.build(&provider.meter("test")), OTHER.build(&provider.meter("test")));
        provider.call();
        count.add(1);
        other.add(2);
        provider.before_next(panic);
        provider.call();
        assert_eq!(provider.given()["other"], (1, 2));
    });
}

/// A provider that does something and then panics when it is to build a histogram.
#[derive(Clone)]
struct Broken(Arc<dyn Fn() + Send + Sync>);

impl MeterProvider for Broken {
    fn meter_with_scope(&self, _: InstrumentationScope) -> OtelMeter {
        OtelMeter::new(Arc::new(self.clone()))
    }
}

impl InstrumentProvider for Broken {
    fn u64_histogram(&self, _: HistogramBuilder<'_, OtelHistogram<u64>>) -> OtelHistogram<u64> {
        (self.0)();
        resume_unwind(Box::new("on purpose"))
    }
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn what_an_instrument_keeps_that_was_never_bound_is_reported_when_it_is_dropped() {
    static REPORTED: AtomicU64 = AtomicU64::new(0);
    struct Reported;
    impl tracing::field::Visit for Reported {
        fn record_u64(&mut self, field: &tracing::field::Field, value: u64) {
            if field.name() == "dropped" {
                REPORTED.fetch_add(value, Ordering::Relaxed);
            }
        }
        fn record_debug(&mut self, _: &tracing::field::Field, _: &dyn std::fmt::Debug) {}
    }
    alone(|| {
        tracing::subscriber::set_global_default(Listener(|event: &tracing::Event<'_>| {
            if event.metadata().name() == "Meterstick.MeasurementsDropped" {
                event.record(&mut Reported);
            }
        }))
        .unwrap();
        let meter = Broken(Arc::new(|| ())).meter("test");
        let (size, open) = (SIZE.build(&meter), SIZE.attributes::<KeyValues>().build(&meter));
        (0..30).for_each(|_| size.record(Bytes(1)));
        assert_eq!((size.dropped(), REPORTED.load(Ordering::Relaxed)), (0, 0));
        drop(size);
        assert_eq!(REPORTED.load(Ordering::Relaxed), 30);
        (0..30).for_each(|set| open.record(Bytes(1), &[KeyValue::new("k", set % 3)]));
        drop(open);
        assert_eq!(REPORTED.load(Ordering::Relaxed), 60);
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn what_listens_to_the_log_and_panics_aborts_nothing_as_an_instrument_is_dropped() {
    alone(|| {
        tracing::subscriber::set_global_default(Listener(|event: &tracing::Event<'_>| {
            if event.metadata().name() == "Meterstick.MeasurementsDropped" {
                panic(());
            }
        }))
        .unwrap();
        let size = SIZE.build(&Broken(Arc::new(|| ())).meter("test"));
        size.record(Bytes(1));
        assert!(panics(move || {
            let _dropped_as_it_unwinds = size;
            panic(());
        }));
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn what_listens_to_the_log_and_panics_as_a_provider_is_set_takes_no_static_from_the_one_before() {
    alone(|| {
        let first = Foreign::default();
        meterstick::set_meter_provider(first.clone());
        WAITS.add(1);
        tracing::subscriber::set_global_default(Listener(|event: &tracing::Event<'_>| {
            if event.metadata().name() == "MeterProvider.GlobalSet" {
                panic(());
            }
        }))
        .unwrap();
        // OpenTelemetry has no provider from then on, whatever is set.
        assert!(panics(|| meterstick::set_meter_provider(Foreign::default())));
        let _ = panics(|| meterstick::set_meter_provider(Foreign::default()));
        WAITS.add(2);
        assert_eq!(first.given()["count"], (2, 3));
    });
}

static WAITING_SIZES: Histogram<u64, Bytes> = SIZE.global(Scope::new("panics"));
static OPEN_SIZES: Histogram<u64, Bytes, KeyValues> =
    Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<KeyValues>().global(Scope::new("panics"));

/// Records into a histogram while a provider is found that then panics. `record` records a value.
fn record_for_a_provider_that_panics(record: impl Fn(), dropped: impl Fn() -> u64, count: impl Fn(&Collection) -> u64) {
    let recorded = Cell::new(0);
    let record = |values: u64| {
        recorded.set(recorded.get() + values);
        (0..values).for_each(|_| record());
    };
    let (enters, is_entered) = mpsc::channel();
    let (leave, left) = mpsc::channel::<()>();
    let (enters, left) = (Mutex::new(enters), Mutex::new(left));
    opentelemetry::global::set_meter_provider(Broken(Arc::new(move || {
        enters.lock().unwrap().send(()).unwrap();
        let _ = left.lock().unwrap().recv();
    })));
    record(1);
    is_entered.recv().unwrap();
    // While a provider is found that may take them, more are kept than without one.
    record(6000);
    assert_eq!(dropped(), 0);
    leave.send(()).unwrap();
    while dropped() == 0 {
        record(64);
    }
    let wire = Wire::new();
    meterstick::set_meter_provider(wire.provider.clone());
    assert_eq!(count(&wire.collect()) + dropped(), recorded.get());
}

#[test]
#[cfg_attr(miri, ignore = "thousands of values")]
fn what_waited_for_a_provider_that_panics_and_has_no_room_any_more_is_counted_as_dropped() {
    alone(|| {
        record_for_a_provider_that_panics(
            || WAITING_SIZES.record(Bytes(1)),
            || WAITING_SIZES.dropped(),
            |collection| collection.distribution("size").unwrap().count,
        );
    });
}

#[test]
#[cfg_attr(miri, ignore = "thousands of values")]
fn what_waited_of_an_open_set_for_a_provider_that_panics_is_counted_as_dropped() {
    alone(|| {
        record_for_a_provider_that_panics(
            || OPEN_SIZES.record(Bytes(1), &[KeyValue::new("k", "a")]),
            || OPEN_SIZES.dropped(),
            |collection| collection.distributions("size")["k=a"].count,
        );
    });
}

/// A provider whose counter panics when it is dropped.
struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic(());
    }
}

impl opentelemetry::metrics::SyncInstrument<u64> for PanicsWhenDropped {
    fn measure(&self, _: u64, _: &[KeyValue]) {}
}

#[derive(Clone, Copy)]
struct Bad;

impl MeterProvider for Bad {
    fn meter_with_scope(&self, _: InstrumentationScope) -> OtelMeter {
        OtelMeter::new(Arc::new(*self))
    }
}

impl InstrumentProvider for Bad {
    fn u64_counter(&self, builder: InstrumentBuilder<'_, OtelCounter<u64>>) -> OtelCounter<u64> {
        if builder.name == "count" {
            OtelCounter::new(Arc::new(PanicsWhenDropped))
        } else {
            OtelCounter::new(Arc::new(Ignores))
        }
    }
}

struct Ignores;

impl opentelemetry::metrics::SyncInstrument<u64> for Ignores {
    fn measure(&self, _: u64, _: &[KeyValue]) {}
}

#[test]
fn an_old_provider_that_panics_as_its_instrument_is_dropped_leaves_the_static_bound_to_the_new_one() {
    alone(|| {
        meterstick::set_meter_provider(Bad);
        WAITS.inc();
        let new = Foreign::default();
        meterstick::set_meter_provider(new.clone());
        WAITS.add(10);
        assert_eq!(new.given()["count"], (1, 10));
        assert!(meterstick::statics_without_provider().is_empty());
    });
}

#[test]
fn what_a_provider_records_while_it_is_given_a_value_is_kept_though_the_instrument_is_dropped() {
    let provider = Foreign::default();
    let meter = provider.meter("test");
    let count = COUNT.build(&meter);
    provider.before_next(move |_| {
        let size = SIZE.build(&meter);
        size.record(Bytes(7));
    });
    count.add(1);
    provider.call();
    assert_eq!((provider.given()["count"], provider.given()["size"]), ((1, 1), (1, 7)));
}
