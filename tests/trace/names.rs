//! A span has a name, and so has an event, whichever way it comes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use meterstick::trace::{self, Client, EventName, Internal, SpanDeclaration, SpanName, Tracer};
use opentelemetry_sdk::trace::Sampler;

use crate::support::{Traces, says};

const WORK: SpanDeclaration = Tracer::span::<Internal>().name("work");
const RULE: &str = "a span has a name: this one is empty";
const RULE_OF_EVENTS: &str = "an event has a name: this one is empty";

fn refused<T>(what: impl FnOnce() -> T) {
    refused_by(RULE, what);
}

fn refused_by<T>(rule: &str, what: impl FnOnce() -> T) {
    let refused = catch_unwind(AssertUnwindSafe(|| drop(what())));
    assert!(says(&*refused.unwrap_err(), rule));
}

#[test]
fn an_empty_name_is_refused_everywhere() {
    assert_eq!(SpanName::try_new("").unwrap_err().to_string(), RULE);
    assert_eq!(SpanName::try_new(String::new()).unwrap_err().to_string(), RULE);
    assert_eq!(Tracer::span::<Internal>().try_name("").unwrap_err().to_string(), RULE);
    assert_eq!(Tracer::operation::<Client>().try_name("").unwrap_err().to_string(), RULE);
    refused(|| SpanName::new(""));
    refused(|| Tracer::span::<Internal>().name(""));
    refused(|| Tracer::operation::<Client>().name(""));
    refused(|| trace::run("", |_| ()));
    refused(|| trace::try_run("", |_| Ok::<_, &str>(())));
    refused(|| trace::run_async("", async |_| ()));
    refused(|| trace::try_run_async("", async |_| Ok::<_, &str>(())));
    refused(|| trace::start(""));
}

/// Else it would be found in production only.
#[test]
fn an_empty_name_is_refused_also_where_nothing_is_recorded() {
    for sampler in [Sampler::AlwaysOn, Sampler::AlwaysOff] {
        let traces = Traces::sampled(sampler);
        refused(|| WORK.build(&traces.tracer).run(|span| span.rename("")));
        refused_by(RULE_OF_EVENTS, || WORK.build(&traces.tracer).run(|span| span.event("", &())));
        refused_by(RULE_OF_EVENTS, || WORK.build(&traces.tracer).start().event("", &()));
    }
}

#[test]
fn a_name_comes_at_run_time() {
    let traces = Traces::new();
    let name = SpanName::try_new(format!("GET {}", "/users/{id}")).unwrap();
    assert_eq!((name.as_str(), &*name.to_string()), ("GET /users/{id}", "GET /users/{id}"));
    WORK.build(&traces.tracer).run(|span| span.rename(name.clone()));
    assert_eq!(traces.only().name, "GET /users/{id}");
    assert_eq!(trace::run(name, |_| 1), 1);
}

#[test]
fn an_event_has_a_name_that_is_not_empty() {
    assert_eq!(EventName::try_new("").unwrap_err().to_string(), RULE_OF_EVENTS);
    refused_by(RULE_OF_EVENTS, || EventName::new(""));
    let traces = Traces::new();
    let name = EventName::try_new(format!("page {}", 2)).unwrap();
    assert_eq!((name.as_str(), &*name.to_string(), name.as_ref()), ("page 2", "page 2", "page 2"));
    WORK.build(&traces.tracer).run(|span| {
        span.event(name, &());
        span.event("page 3", &());
    });
    let names: Vec<_> = traces.only().events.iter().map(|event| event.name.clone()).collect();
    assert_eq!(names, ["page 2", "page 3"]);
}
