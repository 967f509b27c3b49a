//! What is recorded, observed or bound is read back typed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use meterstick::prelude::*;
use meterstick::testing::TestMeter;
use meterstick::unit::{Bytes, Celsius, KiBytes, One, Seconds};
use opentelemetry::KeyValue;

use super::{ATTIC, LATENCY, REQUESTS, SENT, Served};

#[test]
fn what_is_built_is_read_back_typed() {
    let meter = TestMeter::new();
    let (sent, attic) = (SENT.build(&meter), ATTIC.build(&meter));
    assert_eq!(meter.try_value(&sent, ()), None);
    sent.add(KiBytes(4));
    attic.record(Celsius(21.5), &[KeyValue::new("room", "attic")]);
    assert_eq!(meter.value(&sent, ()), 4096);
    meter.assert_value(&attic, &[KeyValue::new("room", "attic")], 21.5);
    assert_eq!(meter.try_value(&attic, &[]), None);
}

#[test]
fn a_value_that_does_not_fit_its_number_is_not_taken_for_a_missing_one() {
    let meter = TestMeter::new();
    let small = Meter::counter::<u8>().unit::<One>().name("small").build(&meter);
    let float = Meter::counter::<f32>().unit::<One>().name("float").build(&meter);
    for _ in 0..2 {
        small.add(200_u8);
        float.add(f32::MAX);
    }
    let said = |read: &dyn Fn()| {
        let panic = catch_unwind(AssertUnwindSafe(read)).unwrap_err();
        panic.downcast_ref::<String>().cloned().unwrap_or_default()
    };
    let reads: [&dyn Fn(); 2] =
        [&|| assert!(meter.try_value(&small, ()).is_some()), &|| meter.assert_value(&small, (), 144)];
    for read in reads {
        assert!(said(read).starts_with("`small` is 400, which does not fit `u8`: read it with"), "{}", said(read));
    }
    assert!(said(&|| assert!(meter.value(&float, ()) > 0.0)).contains("which does not fit `f32`"));
    assert_eq!(small.value(), Some(400));
}

/// It would wait for itself.
#[test]
fn a_callback_cannot_read_the_meter_that_waits_for_it() {
    const READ: Metric<ObservableGauge<u64, One>> = Meter::observable_gauge::<u64>().unit::<One>().name("read");
    let (meter, other) = (TestMeter::new(), TestMeter::new());
    let read = meter.clone();
    let _observation = READ.observe(&meter, move |observer| {
        assert!(other.recorded().metrics.is_empty());
        let panic = catch_unwind(AssertUnwindSafe(|| read.recorded())).unwrap_err();
        let said = panic.downcast_ref::<&str>().copied().unwrap_or_default();
        observer.observe(u64::from(said.starts_with("a callback cannot read the meter that waits for it")));
    });
    assert_eq!(meter.value(&READ, ()), 1);
}

#[test]
fn a_failed_assertion_shows_a_table_of_what_was_recorded() {
    let meter = TestMeter::new();
    let _entered = meter.enter();
    REQUESTS.add(3, Served { route: "/a", ok: true });
    LATENCY.record(Seconds(2.0));
    let failure = catch_unwind(AssertUnwindSafe(|| {
        meter.assert_value(&REQUESTS, Served { route: "/a", ok: true }, 4);
    }));
    let message = *failure.unwrap_err().downcast::<String>().unwrap();
    assert_eq!(
        message,
        "`requests` is 3, not 4; recorded is\n\n\
         metric    unit  attributes        value\n\
         latency   s                       1 value, sum 2, 2 to 2\n\
         requests  1     ok=true route=/a  3\n"
    );
    let missing = catch_unwind(AssertUnwindSafe(|| meter.value(&REQUESTS, Served { route: "/b", ok: true })));
    let message = *missing.unwrap_err().downcast::<String>().unwrap();
    assert!(message.starts_with("`requests` has no value of `ok=true route=/b`; recorded is\n\nmetric"), "{message}");
}

#[test]
fn a_clone_is_the_same_meter_and_what_takes_a_group_takes_it() {
    fn component(group: &meterstick::Group) -> Counter<u64, Bytes> {
        SENT.build(group)
    }
    let meter = TestMeter::new();
    let sent = component(&meter);
    sent.add(Bytes(1));
    let clone = meter.clone();
    assert_eq!(clone.value(&component(&clone), ()), 1);
    std::thread::scope(|scope| {
        scope.spawn(move || assert_eq!(clone.value(&SENT.build(&clone), ()), 1));
    });
}

#[test]
fn assertions_can_be_caught_without_a_wrapper() {
    let meter = TestMeter::new();
    let sent = SENT.build(&meter);
    sent.add(Bytes(1));
    assert!(catch_unwind(|| meter.assert_value(&sent, (), 2)).is_err());
    assert!(catch_unwind(|| meter.assert_value(&sent, (), 1)).is_ok());
}

#[test]
fn a_bound_instrument_is_read_by_what_is_left_of_its_attributes() {
    let meter = TestMeter::new();
    let attic = ATTIC.build(&meter);
    let bound = attic.bind(&[KeyValue::new("room", "attic")]);
    bound.record(Celsius(21.5));
    assert_eq!(meter.value(&bound, ()), 21.5);
    assert_eq!(meter.value(&attic, &[KeyValue::new("room", "attic")]), 21.5);
}

const DEPTH: Metric<ObservableUpDownCounter<i64, One, Served<'static>>> =
    Meter::observable_up_down_counter::<i64>().unit::<One>().name("depth").attributes::<Served<'static>>();

const READ: Metric<ObservableCounter<u64, Bytes>> = Meter::observable_counter::<u64>().unit::<Bytes>().name("read");

const WARM: Metric<ObservableGauge<f64, Celsius>> = Meter::observable_gauge::<f64>().unit::<Celsius>().name("warm");

#[test]
fn what_is_observed_is_read_by_its_declaration() {
    let meter = TestMeter::new();
    assert_eq!(meter.try_value(&READ, ()), None);
    let observations = (
        DEPTH.observe(&meter, |o| o.observe(-3, Served { route: "/a", ok: true })),
        READ.observe(&meter, |o| o.observe(KiBytes(4))),
        WARM.observe(&meter, |o| o.observe(Celsius(21.5))),
    );
    assert_eq!(meter.value(&DEPTH, Served { route: "/a", ok: true }), -3);
    assert_eq!((meter.value(&READ, ()), meter.value(&WARM, ())), (4096, 21.5));
    meter.assert_value(&READ, (), 4096);
    drop(observations);
    assert_eq!(meter.try_value(&WARM, ()), None);
}

#[derive(Clone, Debug, Instruments)]
struct Inner {
    hits: Counter<u64, One>,
}

#[derive(Clone, Debug, Instruments)]
#[instruments(prefix = "owned")]
struct Owned {
    requests: Counter<u64, One, Served<'static>>,
    latency: Histogram<f64, Seconds>,
    #[metric(flatten)]
    within: Inner,
}

#[test]
fn a_component_is_read_by_its_declarations_without_its_instruments() {
    let meter = TestMeter::new();
    let component = Owned::build(&meter);
    let work = move || {
        component.requests.add(2, Served { route: "/a", ok: true });
        component.latency.record(Seconds(2.0));
        component.within.hits.inc();
    };
    work();
    drop(work);
    assert_eq!(meter.value(&Owned::DECLARED.requests, Served { route: "/a", ok: true }), 2);
    assert_eq!(meter.distribution(&Owned::DECLARED.latency, ()).sum(), Seconds(2.0));
    assert_eq!(meter.value(&Inner::DECLARED.hits, ()), 1);
    assert_eq!(Owned::DECLARED.requests.descriptor().name, "owned.requests");

    let mail = Owned::try_build_with_prefix(&meter, "mail").unwrap();
    mail.within.hits.add(7);
    assert_eq!(meter.value(&Inner::DECLARED.hits.try_prefix("mail").unwrap(), ()), 7);
}

#[test]
fn a_test_that_recorded_nothing_is_told_to_enter_its_meter() {
    let meter = TestMeter::new();
    let failure = catch_unwind(AssertUnwindSafe(|| meter.value(&REQUESTS, Served { route: "/a", ok: true })));
    let message = *failure.unwrap_err().downcast::<String>().unwrap();
    assert!(message.contains("a static records here only on a thread that has entered the meter"), "{message}");
}
