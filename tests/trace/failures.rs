//! Errors and panics.

use std::borrow::Cow;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use meterstick::prelude::*;
use meterstick::trace::{ByValue, ErrorType, Internal, SpanDeclaration, Tracer};
use opentelemetry::Context;
use opentelemetry::trace::{Status, TraceContextExt};

use crate::support::{ADA, Traces, User, error, says, text};

const WORK: SpanDeclaration = Tracer::span::<Internal>().name("work");

#[derive(Clone, Copy, Debug, PartialEq, AttributeValue)]
enum ChargeError {
    CardDeclined,
    #[allow(dead_code)]
    Timeout,
}

impl fmt::Display for ChargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the card was declined")
    }
}

#[test]
fn an_error_that_does_not_display_is_returned_too() {
    struct Halting;

    impl fmt::Display for Halting {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("so far")?;
            Err(fmt::Error)
        }
    }

    let traces = Traces::new();
    assert!(WORK.build(&traces.tracer).try_run(|_| Err::<(), _>(Halting)).is_err());
    assert_eq!(traces.only().status, error("so far"));
}

#[test]
fn a_span_that_is_kept_knows_that_it_has_ended() {
    let traces = Traces::new();
    let kept = WORK.build(&traces.tracer).run(|span| {
        assert!(span.is_recording());
        span.clone()
    });
    assert!(!kept.is_recording());
}

#[test]
fn an_error_is_reported_and_returned() {
    let traces = Traces::new();
    let span = Tracer::span::<Internal>().name("work").attributes::<User<'static>>().build(&traces.tracer);
    let result: Result<(), _> = span.try_run(ADA, |_| Err(ChargeError::CardDeclined));
    assert_eq!(result, Err(ChargeError::CardDeclined));
    let span = traces.only();
    assert_eq!(span.status, error("the card was declined"));
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("trace::failures::ChargeError"));
    assert!(span.events.events.is_empty());
}

#[test]
fn an_exception_is_an_event_only_where_that_is_declared() {
    let traces = Traces::new();
    let span = WORK.exception_events().build(&traces.tracer);
    let _ = span.try_run(|_| Err::<(), _>(ChargeError::CardDeclined));
    let _ = catch_unwind(AssertUnwindSafe(|| span.run(|_| panic!("number {}", 7))));
    let path = "trace::failures::ChargeError";
    for (span, (kind, message)) in traces.ended().iter().zip([(path, "the card was declined"), ("panic", "number 7")]) {
        let [event] = &span.events.events[..] else { panic!("one event: {span:?}") };
        assert_eq!(event.name, "exception");
        assert_eq!(text(&event.attributes, "exception.type").as_deref(), Some(kind));
        assert_eq!(text(&event.attributes, "exception.message").as_deref(), Some(message));
        assert_eq!(event.attributes.len(), 2);
        assert_eq!(text(&span.attributes, "error.type").as_deref(), Some(kind));
    }
}

#[test]
fn a_success_leaves_the_status_unset() {
    let traces = Traces::new();
    assert_eq!(WORK.build(&traces.tracer).try_run(|_| Ok::<_, String>(1)), Ok(1));
    let span = traces.only();
    assert_eq!(span.status, Status::Unset);
    assert!(span.attributes.is_empty() && span.events.events.is_empty());
}

#[test]
fn a_result_of_what_cannot_fail_is_a_value() {
    let traces = Traces::new();
    let _ = WORK.build(&traces.tracer).run(|_| Err::<(), _>("as it should be"));
    assert_eq!(traces.only().status, Status::Unset);
}

#[test]
fn an_error_that_is_a_value_says_its_class() {
    let traces = Traces::new();
    let span = WORK.error_type::<ByValue>().build(&traces.tracer);
    let traced = span.try_traced(|_| Err::<(), _>(ChargeError::CardDeclined));
    assert_eq!(traced.value, Err(ChargeError::CardDeclined));
    let span = traces.only();
    assert_eq!(traced.span_context, span.span_context);
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("card_declined"));
}

enum ByLength {}

impl ErrorType<String> for ByLength {
    fn error_type(error: &String) -> Cow<'static, str> {
        if error.len() > 3 { "long".into() } else { "short".into() }
    }
}

#[test]
fn a_custom_error_class_is_reported() {
    let traces = Traces::new();
    let span = WORK.error_type::<ByLength>().build(&traces.tracer);
    let _ = span.try_run(|_| Err::<(), _>("no".to_owned()));
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("short"));
}

#[test]
fn any_error_with_a_display_is_reported() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let boxed: Result<(), Box<dyn std::error::Error>> = span.try_run(|_| {
        "twelve".parse::<u8>()?;
        Ok(())
    });
    assert!(boxed.is_err());
    assert_eq!(traces.only().status, error("invalid digit found in string"));
}

#[test]
fn a_panic_is_resumed_and_reported() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let panic = catch_unwind(AssertUnwindSafe(|| span.run(|_| panic!("number {}", 7)))).unwrap_err();
    assert!(says(&*panic, "number 7"));
    assert!(!Context::current().has_active_span());
    let span = traces.only();
    assert_eq!(span.status, error("number 7"));
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("panic"));
    assert!(span.events.events.is_empty());
}

#[test]
fn a_panic_with_any_payload_is_resumed() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let panic =
        catch_unwind(AssertUnwindSafe(|| span.try_run(|_| -> Result<(), String> { std::panic::panic_any(7_u8) })));
    assert_eq!(panic.unwrap_err().downcast_ref::<u8>(), Some(&7));
    assert_eq!(traces.only().status, error("a panic whose payload is not text"));
}

#[test]
fn a_panic_is_reported_by_each_span_around_it() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let _ = catch_unwind(AssertUnwindSafe(|| span.run(|_| span.run(|_| panic!("inner")))));
    assert_eq!(traces.ended().len(), 2);
    assert!(traces.ended().iter().all(|span| span.status == error("inner")));
}

#[test]
fn a_span_in_a_destructor_does_not_report_the_panic_that_runs_it() {
    struct Cleanup<'a>(&'a Traces);
    impl Drop for Cleanup<'_> {
        fn drop(&mut self) {
            assert!(std::thread::panicking());
            Tracer::span::<Internal>().name("cleanup").build(&self.0.tracer).run(|_| ());
        }
    }
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let _ = catch_unwind(AssertUnwindSafe(|| {
        span.run(|_| {
            let _cleanup = Cleanup(&traces);
            panic!("work");
        })
    }));
    assert_eq!(traces.named("cleanup").status, Status::Unset);
    assert_eq!(traces.named("cleanup").parent_span_id, traces.named("work").span_context.span_id());
    assert_eq!(traces.named("work").status, error("work"));
}

#[test]
fn a_status_is_set_by_hand() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    span.run(|span| span.fail("two payments are missing"));
    assert_eq!(traces.only().status, error("two payments are missing"));
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("_OTHER"));
}

#[test]
fn what_is_well_stays_well() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let result: Result<(), &str> = span.try_run(|span| {
        span.ok();
        Err("expected")
    });
    assert_eq!(result, Err("expected"));
    assert_eq!(traces.only().status, Status::Ok);
}
