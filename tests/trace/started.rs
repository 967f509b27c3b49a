//! Spans around what is no function.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use meterstick::trace::{
    self, Client, Internal, OperationDeclaration, SpanDeclaration, StartedOperation, StartedSpan, Tracer,
};
use opentelemetry::metrics::MeterProvider;
use opentelemetry::trace::{SpanId, Status, TraceContextExt};
use opentelemetry::{Context, KeyValue};

use crate::support::{ADA, Meters, Traces, User, error, pairs, text, texts};

const WORK: SpanDeclaration = Tracer::span::<Internal>().name("work");
const STEP: SpanDeclaration = Tracer::span::<Internal>().name("step");
const CHARGE: OperationDeclaration<User<'static>> =
    Tracer::operation::<Client>().name("charge").duration("charge.duration").attributes::<User<'static>>();

fn current() -> SpanId {
    Context::current().span().span_context().span_id()
}

#[test]
fn a_guard_is_a_span_from_its_start_to_its_end() {
    let traces = Traces::new();
    let span = Tracer::span::<Internal>().name("work").attributes::<User<'static>>().build(&traces.tracer);
    let tenant = String::from("borrowed");
    let started = span.start(User { tenant: &tenant, ..ADA });
    drop(tenant);
    started.event("half", &());
    started.set(&[KeyValue::new("k", 1)]);
    assert!(started.is_recording() && traces.ended().is_empty());
    started.end();
    let span = traces.only();
    assert_eq!(texts(&span.attributes), pairs(&[("k", "1"), ("user.id", "7"), ("user.tenant", "borrowed")]));
    assert_eq!((span.events.events.len(), span.status), (1, Status::Unset));
}

#[test]
fn it_is_the_current_span_while_it_is_entered() {
    let traces = Traces::new();
    let step = STEP.build(&traces.tracer);
    let started = WORK.build(&traces.tracer).start();
    let id = started.span_context().span_id();
    assert_eq!(current(), SpanId::INVALID);
    {
        let _current = started.enter();
        assert_eq!(current(), id);
        step.run(|_| ());
    }
    assert_eq!(current(), SpanId::INVALID);
    // On another thread, too, to which it may be sent.
    let started = thread::spawn(move || {
        let entered = started.enter();
        assert_eq!(current(), id);
        drop(entered);
        started
    });
    let started = started.join().unwrap();
    step.run(|_| ());
    started.end();
    let parents: Vec<_> = traces.ended().iter().map(|span| span.parent_span_id).collect();
    assert_eq!(parents, [id, SpanId::INVALID, SpanId::INVALID]);
}

/// Displays what it does, in a span of its own.
struct Traced<'a>(&'a Traces);

impl std::fmt::Display for Traced<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        STEP.build(&self.0.tracer).run(|_| f.write_str("traced"))
    }
}

#[test]
fn what_an_error_displays_runs_in_the_span_that_it_ends() {
    let traces = Traces::new();
    let started = WORK.build(&traces.tracer).start();
    let id = started.span_context().span_id();
    assert!(started.end_with(Err::<(), _>(Traced(&traces))).is_err());
    assert_eq!(traces.named("step").parent_span_id, id);
    assert_eq!(traces.named("work").status, error("traced"));
}

#[test]
fn a_guard_that_is_dropped_by_a_panic_says_so() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let _charge = charge.start(ADA);
        panic!("out of order");
    }));
    assert!(panicked.is_err());
    assert_eq!(traces.only().status, error("the thread panicked"));
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("panic"));
    assert_eq!(meters.only()[0], ("error.type".to_owned(), "panic".to_owned()));
}

#[test]
fn an_operation_that_a_question_mark_drops_is_no_success() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let work = |text: &str| -> Result<u8, std::num::ParseIntError> {
        let started = charge.start(ADA);
        let parsed = text.parse()?;
        started.end();
        Ok(parsed)
    };
    assert!(work("x").is_err());
    assert_eq!(traces.only().status, Status::Unset);
    assert_eq!(charge.duration().dropped(), 1);
    assert_eq!(work("12"), Ok(12));
    assert_eq!(meters.points().iter().map(|(point, _)| point.count).collect::<Vec<_>>(), [1]);
    assert_eq!(charge.duration().dropped(), 1);
    // What was said beforehand is known.
    let started = charge.start(ADA);
    started.fail("the connection was lost");
    drop(started);
    assert!(
        meters.points().iter().any(|(point, _)| point.attributes.contains(&("error.type".into(), "_OTHER".into())))
    );
    assert_eq!(charge.duration().dropped(), 1);
}

#[test]
fn an_operation_goes_to_a_task_without_what_its_attributes_borrow() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let started = {
        let tenant = String::from("of this call");
        charge.start(User { tenant: &tenant, ..ADA }).into_owned().into_owned()
    };
    charge.start(User { tenant: "of this call", ..ADA }).end();
    thread::spawn(move || started.end()).join().unwrap();
    // The same series, whether the set is borrowed or not.
    assert_eq!(meters.points().iter().map(|(point, _)| point.count).collect::<Vec<_>>(), [2]);
    assert_eq!(texts(&traces.ended().last().unwrap().attributes), meters.points()[0].0.attributes);
}

#[test]
fn a_guard_in_a_destructor_does_not_report_the_panic_that_runs_it() {
    struct Cleanup<'a>(&'a Traces);
    impl Drop for Cleanup<'_> {
        fn drop(&mut self) {
            assert!(thread::panicking());
            drop(WORK.build(&self.0.tracer).start());
        }
    }
    let traces = Traces::new();
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _cleanup = Cleanup(&traces);
        panic!("elsewhere");
    }));
    assert_eq!(traces.only().status, Status::Unset);
}

#[test]
fn a_guard_of_a_destructor_reports_the_panic_of_another_thread() {
    struct Cleanup<'a>(&'a Traces);
    impl Drop for Cleanup<'_> {
        fn drop(&mut self) {
            let started = WORK.build(&self.0.tracer).start();
            let other = thread::spawn(move || {
                let _started = started;
                panic!("of the other thread");
            });
            assert!(other.join().is_err());
        }
    }
    let traces = Traces::new();
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _cleanup = Cleanup(&traces);
        panic!("elsewhere");
    }));
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("panic"));
}

#[test]
fn an_operation_that_has_started_outlives_the_borrow_of_it() {
    fn begin(traces: &Traces, meters: &Meters) -> StartedOperation<'static, User<'static>> {
        CHARGE.build(&traces.tracer, &meters.provider.meter("shop")).start(ADA)
    }
    let (traces, meters) = (Traces::new(), Meters::new());
    let started = begin(&traces, &meters);
    let failed = thread::spawn(move || started.end_with("x".parse::<u8>())).join().unwrap();
    assert!(failed.is_err());
    assert_eq!(texts(&traces.only().attributes), meters.only());
    assert_eq!(meters.only()[0].1, "core::num::error::ParseIntError");
}

#[test]
fn what_is_not_declared_starts_too() {
    let started: StartedSpan = trace::start("undeclared");
    assert!(!started.is_recording() || started.span_context().is_valid());
    assert_eq!(started.end_with(Ok::<_, &str>(1)), Ok(1));
}
