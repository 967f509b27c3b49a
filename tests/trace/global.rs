//! Statics and the global tracer provider. It is the program's, so this is one test.

use meterstick::prelude::*;
use meterstick::trace::{self, Internal, Operation, Span, Tracer};
use opentelemetry::trace::TraceContextExt;
use opentelemetry::{Context, global};

use crate::support::{ADA, Traces, User};

const SHOP: Scope = Scope::new("global-shop").version("1.2.3");
static GET_USER: Span<User<'static>> =
    Tracer::span::<Internal>().name("get-user").attributes::<User<'static>>().global(SHOP);
static CHARGE: Operation = Tracer::operation::<Internal>().name("charge").duration("charge.duration").global(SHOP);
static LATE: Span = Tracer::span::<Internal>().name("late").global(SHOP);

fn mine(traces: &Traces, name: &str) -> usize {
    traces.ended().iter().filter(|span| span.name == name && span.instrumentation_scope.name() == "global-shop").count()
}

#[test]
fn order_does_not_matter() {
    // Before there is a provider: what runs, runs, also within a span of a provider that is not global.
    assert!(!GET_USER.run(ADA, |span| span.is_recording()));
    CHARGE.run(|_| ());
    let local = Traces::new();
    Tracer::span::<Internal>().name("local").build(&local.tracer).run(|outer| {
        GET_USER.run(ADA, |span| {
            assert!(!span.is_recording());
            // A no-op span hands its parent's identity on.
            assert_eq!(span.span_context(), outer.span_context());
            assert_eq!(Context::current().span().span_context(), &outer.span_context());
        });
        // It has not ended its parent.
        assert!(outer.context().span().is_recording());
    });
    assert_eq!(local.ended().len(), 1);

    // Once there is one, the same statics record.
    let first = Traces::new();
    global::set_tracer_provider(first.provider.clone());
    GET_USER.run(ADA, |_| GET_USER.run(ADA, |_| ()));
    CHARGE.run(|_| ());
    trace::run("global-undeclared", |_| ());
    assert_eq!(mine(&first, "get-user"), 2);
    assert_eq!(mine(&first, "charge"), 1);
    assert_eq!(first.named("get-user").instrumentation_scope.version(), Some("1.2.3"));
    assert_eq!(first.named("global-undeclared").instrumentation_scope.name(), "meterstick");

    // A suppressed scope does not make a static look for another.
    {
        let _suppressed = Context::enter_telemetry_suppressed_scope();
        assert!(!GET_USER.run(ADA, |span| span.is_recording()));
    }

    // A provider that follows one that was shut down is found.
    first.provider.shutdown().unwrap();
    assert!(!GET_USER.run(ADA, |span| span.is_recording()));
    let second = Traces::new();
    global::set_tracer_provider(second.provider.clone());
    GET_USER.run(ADA, |_| ());
    LATE.run(|_| ());
    assert_eq!((mine(&second, "get-user"), mine(&second, "late")), (1, 1));
}
