//! Timers that take their attributes at the end, and guards, on the wire.

use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, KiBytes, Nanos, Seconds};
use meterstick::{Timer, Tracked};

use crate::wire::{Collection, Value, Wire};

meterstick::unit! {
    /// Jobs.
    Jobs = "{job}"
}

#[derive(Clone, Copy, Debug, AttributeValue)]
enum Outcome {
    Done,
    Failed,
    Aborted,
}

#[derive(Clone, Copy, Attributes)]
struct Ended {
    outcome: Outcome,
}

#[derive(Clone, Copy, Attributes)]
struct Job<'a> {
    queue: &'a str,
    outcome: Outcome,
}

const PLAIN: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("plain");
const CLOSED: Metric<Histogram<f64, Seconds, Ended>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("closed").attributes::<Ended>();
const OPEN: Metric<Histogram<u64, Nanos, Job<'static>>> =
    Meter::histogram::<u64>().unit::<Nanos>().name("open").attributes::<Job>();
const LAST: Metric<Gauge<f32, Seconds, Ended>> =
    Meter::gauge::<f32>().unit::<Seconds>().name("last").attributes::<Ended>();
const ACTIVE: Metric<UpDownCounter<i64, Jobs, Job<'static>>> =
    Meter::up_down_counter::<i64>().unit::<Jobs>().name("active").attributes::<Job>();
const QUEUED: Metric<UpDownCounter<f64, Bytes, Ended>> =
    Meter::up_down_counter::<f64>().unit::<Bytes>().name("queued").attributes::<Ended>();

const DONE: Ended = Ended { outcome: Outcome::Done };
const FAILED: Ended = Ended { outcome: Outcome::Failed };
const ABORTED: Ended = Ended { outcome: Outcome::Aborted };

/// How many values each set has.
fn counts(collection: &Collection, name: &str) -> Vec<(String, u64)> {
    collection.distributions(name).into_iter().map(|(set, one)| (set, one.count)).collect()
}

fn pairs(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected.iter().map(|(set, count)| ((*set).to_owned(), *count)).collect()
}

fn poll_once<F: Future>(future: F) -> Option<F::Output> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        std::task::Poll::Ready(output) => Some(output),
        std::task::Poll::Pending => None,
    }
}

#[test]
fn a_timer_is_given_its_attributes_as_it_is_stopped() {
    let wire = Wire::new();
    let closed = CLOSED.build(&wire.meter());
    let work = |text: &str| -> Result<u32, std::num::ParseIntError> {
        let timer = closed.timer().or(FAILED);
        let parsed = text.parse()?;
        let took = timer.stop(DONE);
        assert!(took < Duration::from_secs(60));
        Ok(parsed)
    };
    assert_eq!(work("12"), Ok(12));
    assert!(work("twelve").is_err());
    assert!(work("").is_err());
    assert_eq!(counts(&wire.collect(), "closed"), pairs(&[("outcome=done", 1), ("outcome=failed", 2)]));
    assert_eq!(closed.dropped(), 0);
}

#[test]
fn a_timer_that_is_dropped_without_attributes_records_nothing_and_counts_that() {
    let wire = Wire::new();
    let (closed, open, last) = (CLOSED.build(&wire.meter()), OPEN.build(&wire.meter()), LAST.build(&wire.meter()));
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _timer = closed.timer();
        panic!("out of order");
    }));
    drop(closed.timer());
    drop(open.timer().into_owned());
    drop(last.timer());
    // To give it up is no loss.
    closed.timer().discard();
    open.timer().or(Job { queue: "a", outcome: Outcome::Done }).discard();
    let collection = wire.collect();
    assert!(collection.0.is_empty(), "{collection:?}");
    assert_eq!((closed.dropped(), open.dropped(), last.dropped()), (2, 1, 1));
    assert_eq!((closed.refused(), open.refused(), last.refused()), (0, 0, 0));
}

#[test]
fn the_status_that_is_set_last_counts() {
    let wire = Wire::new();
    let open = OPEN.build(&wire.meter());
    let queue = String::from("a");
    let timer = open.timer().or(Job { queue: "b", outcome: Outcome::Done });
    drop(timer.or(Job { queue: &queue, outcome: Outcome::Aborted }));
    assert_eq!(counts(&wire.collect(), "open"), pairs(&[("outcome=aborted,queue=a", 1)]));
}

#[test]
fn attributes_made_from_the_result_are_recorded() {
    let wire = Wire::new();
    let (open, closed) = (OPEN.build(&wire.meter()), CLOSED.build(&wire.meter()));
    let queue = String::from("of this call");
    let ended = |result: &Result<u8, std::num::ParseIntError>| Job {
        queue: &queue,
        outcome: if result.is_ok() { Outcome::Done } else { Outcome::Failed },
    };
    assert_eq!(open.try_time(|| "1".parse(), ended), Ok(1));
    assert!(open.try_time(|| "256".parse(), ended).is_err());
    assert_eq!(poll_once(open.try_time_async(async { "2".parse() }, ended)), Some(Ok(2)));
    // The closure knows the type of the result without being told.
    let first = closed.try_time(
        || "a,b".split_once(',').ok_or("no comma"),
        |result| match result {
            Ok((left, _)) if left.len() == 1 => DONE,
            _ => FAILED,
        },
    );
    assert_eq!(first, Ok(("a", "b")));
    let collection = wire.collect();
    let expected = pairs(&[("outcome=done,queue=of this call", 2), ("outcome=failed,queue=of this call", 1)]);
    assert_eq!(counts(&collection, "open"), expected);
    assert_eq!(counts(&collection, "closed"), pairs(&[("outcome=done", 1)]));
}

#[test]
fn a_result_that_does_not_come_is_not_guessed() {
    let wire = Wire::new();
    let closed = CLOSED.build(&wire.meter());
    let panicked =
        catch_unwind(AssertUnwindSafe(|| closed.try_time(|| -> Result<(), ()> { panic!("out of order") }, |_| DONE)));
    assert!(panicked.is_err());
    let cancelled = poll_once(closed.try_time_async(pending::<Result<(), ()>>(), |_| DONE));
    assert!(cancelled.is_none());
    // One that is never polled has not begun.
    drop(closed.try_time_async(async { Ok::<(), ()>(()) }, |_| DONE));
    assert!(wire.collect().0.is_empty());
    assert_eq!(closed.dropped(), 2);
    // Said beforehand, it is known.
    let cancelled = poll_once(async {
        let timer = closed.timer().or(ABORTED);
        pending::<()>().await;
        timer.stop(DONE)
    });
    assert!(cancelled.is_none());
    assert_eq!(counts(&wire.collect(), "closed"), pairs(&[("outcome=aborted", 1)]));
}

#[test]
fn what_does_not_depend_on_the_result_is_given_first() {
    let wire = Wire::new();
    let open = OPEN.build(&wire.meter());
    let job = Job { queue: "a", outcome: Outcome::Done };
    assert_eq!(open.time(job, || 7), 7);
    assert_eq!(poll_once(open.time_async(job, async { 8 })), Some(8));
    assert!(poll_once(open.time_async(job, pending::<()>())).is_none());
    let panicked = catch_unwind(AssertUnwindSafe(|| open.time(job, || panic!("out of order"))));
    assert!(panicked.is_err());
    assert_eq!(counts(&wire.collect(), "open"), pairs(&[("outcome=done,queue=a", 4)]));
}

#[test]
fn a_timer_without_attributes_records_as_it_is_dropped() {
    let wire = Wire::new();
    let plain = PLAIN.build(&wire.meter());
    let failed = || -> Option<()> {
        let _timer = plain.timer();
        None?;
        Some(())
    };
    assert_eq!(failed(), None);
    plain.timer().stop();
    assert_eq!((wire.collect().distribution("plain").unwrap().count, plain.dropped()), (2, 0));
}

#[test]
fn what_a_timer_or_a_guard_borrows_is_cloned_where_it_has_to_outlive_that() {
    struct Task {
        timer: Timer<Nanos, Job<'static>>,
        active: Tracked<Jobs, Job<'static>>,
        queued: Tracked<Bytes, Ended>,
        ended: Timer<Seconds, Ended>,
    }
    let wire = Wire::new();
    let task = {
        let (open, active) = (OPEN.build(&wire.meter()), ACTIVE.build(&wire.meter()));
        let (queued, closed) = (QUEUED.build(&wire.meter()), CLOSED.build(&wire.meter()));
        let queue = format!("{}", 1 + 1);
        let job = Job { queue: &queue, outcome: Outcome::Aborted };
        // The same set, borrowed and not.
        open.record(Nanos(1_u64), job);
        Task {
            timer: open.timer().or(job).into_owned(),
            active: active.track(job).into_owned(),
            queued: queued.track_amount(KiBytes(1), FAILED).into_owned(),
            ended: closed.timer().or(FAILED).into_owned().into_owned(),
        }
    };
    let collection = wire.collect();
    let set = "outcome=aborted,queue=2";
    assert_eq!(collection.numbers("active")[set], Value::Int(1));
    assert_eq!(collection.numbers("queued")["outcome=failed"], Value::Double(1024.0));
    std::thread::spawn(move || {
        let Task { timer, active, queued, ended } = task;
        drop((timer, active, queued, ended));
    })
    .join()
    .unwrap();
    let collection = wire.collect();
    assert_eq!(counts(&collection, "open"), pairs(&[(set, 2)]));
    assert_eq!(counts(&collection, "closed"), pairs(&[("outcome=failed", 1)]));
    assert_eq!(collection.numbers("active"), [(set.to_owned(), Value::Int(0))].into());
    assert_eq!(collection.numbers("queued"), [("outcome=failed".to_owned(), Value::Double(0.0))].into());
}

/// Panics if it is displayed while that is armed.
#[derive(Clone)]
struct Mine<'a>(&'a std::cell::Cell<bool>);

impl std::fmt::Display for Mine<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        assert!(!self.0.get(), "it goes off");
        f.write_str("mine")
    }
}

#[derive(Clone, Attributes)]
struct Shown<'a> {
    #[attribute(display)]
    mine: Mine<'a>,
}

#[test]
fn an_attribute_that_panics_takes_neither_the_thread_nor_the_count_with_it() {
    let wire = Wire::new();
    let latency =
        Meter::histogram::<f64>().unit::<Seconds>().name("latency").attributes::<Shown>().build(&wire.meter());
    let active =
        Meter::up_down_counter::<i64>().unit::<Jobs>().name("active").attributes::<Shown>().build(&wire.meter());
    let armed = std::cell::Cell::new(false);
    let shown = Shown { mine: Mine(&armed) };

    // As it is dropped, also while the thread unwinds.
    let timer = latency.timer().or(shown.clone());
    armed.set(true);
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let _timer = timer;
        std::panic::resume_unwind(Box::new("out of order"))
    }));
    assert_eq!(panicked.unwrap_err().downcast_ref(), Some(&"out of order"));

    // As it is made to own it, which displays it: what it has displayed until then is its text.
    let timer = latency.timer().or(shown.clone()).into_owned();
    let guard = active.track(shown.clone()).into_owned();
    armed.set(false);
    drop((timer, guard));
    let collection = wire.collect();
    assert_eq!(counts(&collection, "latency"), pairs(&[("mine=", 2)]));
    assert_eq!(collection.numbers("active"), [("mine=".to_owned(), Value::Int(0))].into());
    assert_eq!((latency.dropped(), active.dropped()), (0, 0));
}

/// Panics when it is asked for its value.
#[derive(Clone, Copy)]
struct NoValue;

impl AttributeValue for NoValue {
    const TYPE: meterstick::ValueType = meterstick::ValueType::String;

    fn value(&self) -> meterstick::ValueRef<'_> {
        panic!("no value")
    }
}

#[derive(Clone, Copy, Attributes)]
struct Valueless {
    value: NoValue,
}

const VALUELESS: Valueless = Valueless { value: NoValue };

#[test]
fn what_was_timed_is_returned_though_an_attribute_panics() {
    let wire = Wire::new();
    let latency =
        Meter::histogram::<f64>().unit::<Seconds>().name("latency").attributes::<Valueless>().build(&wire.meter());
    assert_eq!(latency.time(VALUELESS, || 7), 7);
    assert_eq!(latency.try_time(|| Ok::<_, ()>(7), |_| VALUELESS), Ok(7));
    let mut cx = Context::from_waker(Waker::noop());
    assert!(pin!(latency.time_async(VALUELESS, async { 7 })).poll(&mut cx) == Poll::Ready(7));
    assert!(pin!(latency.try_time_async(async { Ok::<_, ()>(7) }, |_| VALUELESS)).poll(&mut cx) == Poll::Ready(Ok(7)));
    // A second panic while the first unwinds would end the process.
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        latency.time(VALUELESS, || std::panic::resume_unwind(Box::new("out of order")))
    }));
    assert_eq!(panicked.unwrap_err().downcast_ref(), Some(&"out of order"));
    assert_eq!(latency.dropped(), 5);
}

#[test]
fn a_timed_future_is_contained_once() {
    async fn large(bytes: [u8; 1_024]) -> Result<usize, ()> {
        std::future::ready(()).await;
        Ok(bytes.len())
    }
    let wire = Wire::new();
    let plain = PLAIN.build(&wire.meter());
    let closed = CLOSED.build(&wire.meter());
    let held = size_of_val(&large([0; 1_024]));
    let layers = closed.try_time_async(
        closed.time_async(Ended { outcome: Outcome::Done }, plain.time_async(large([0; 1_024]))),
        |_| Ended { outcome: Outcome::Done },
    );
    assert!(size_of_val(&layers) <= held + 3 * 200, "{} of {held}", size_of_val(&layers));
    assert!(pin!(layers).poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(Ok(1_024)));
    let collection = wire.collect();
    assert_eq!(
        (counts(&collection, "closed"), counts(&collection, "plain")),
        (pairs(&[("outcome=done", 2)]), pairs(&[("", 1)]))
    );
}

#[test]
fn the_time_of_a_future_ends_with_what_it_holds() {
    let wire = Wire::new();
    let plain = PLAIN.build(&wire.meter());
    let count = || wire.collect().distribution("plain").map_or(0, |plain| plain.count);
    // It is not polled, and so has not begun.
    drop(plain.time_async(async {}));
    assert_eq!(count(), 0);
    let mut cx = Context::from_waker(Waker::noop());
    // It is cancelled.
    {
        let mut waits = pin!(plain.time_async(pending::<()>()));
        assert!(waits.as_mut().poll(&mut cx).is_pending() && waits.as_mut().poll(&mut cx).is_pending());
    }
    assert_eq!(count(), 1);
    // It panics, and its time ends there and not where it is dropped.
    let mut panics = pin!(plain.time_async(async { panic!("out of order") }));
    assert!(catch_unwind(AssertUnwindSafe(|| panics.as_mut().poll(&mut cx).is_ready())).is_err());
    assert_eq!(count(), 2);
}

#[test]
fn an_owned_timer_is_stopped_with_a_set_that_borrows() {
    let wire = Wire::new();
    let timer = OPEN.build(&wire.meter()).timer().into_owned();
    let queue = String::from("later");
    timer.stop(Job { queue: &queue, outcome: Outcome::Done });
    assert_eq!(counts(&wire.collect(), "open"), pairs(&[("outcome=done,queue=later", 1)]));
}

#[test]
fn a_gauge_keeps_the_last_time() {
    let wire = Wire::new();
    let last = LAST.build(&wire.meter());
    last.timer().stop(DONE);
    let took = last.timer().stop(DONE);
    let Value::Double(last) = wire.collect().numbers("last")["outcome=done"] else { panic!("it is a float") };
    assert_eq!(last as f32, took.as_secs_f32());
}

#[test]
fn an_instrument_shows_itself_by_the_name_that_is_written() {
    let wire = Wire::new();
    assert!(format!("{:?}", CLOSED.build(&wire.meter())).starts_with("Histogram(Descriptor {"));
    assert!(format!("{:?}", ACTIVE.build(&wire.meter())).starts_with("UpDownCounter(Descriptor {"));
    let (closed, active) = (CLOSED.build(&wire.meter()), QUEUED.build(&wire.meter()));
    assert!(format!("{:?}", closed.timer().or(DONE)).starts_with("Timer { started: "));
    assert_eq!(format!("{:?}", active.track_amount(Bytes(1), DONE)), "Tracked { added: true, .. }");
    assert_eq!(format!("{:?}", active.track_amount(Bytes(f64::NAN), DONE)), "Tracked { added: false, .. }");
    assert_eq!(active.refused(), 1);
}
