//! What is declared is what is exported.

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::trace::{
    self, Client, Consumer, EventName, Internal, KindOfSpan, Producer, Server, SpanDeclaration, Traced, Tracer,
};
use opentelemetry::trace::noop::NoopTracer;
use opentelemetry::trace::{SpanKind, Status, TraceContextExt};
use opentelemetry::{Context, KeyValue, Value};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{
    Sampler, SamplingDecision, SamplingResult, SdkTracerProvider, ShouldSample, SpanData, SpanProcessor,
};

use crate::support::{ADA, Traces, User, text, value};

const GET_USER: SpanDeclaration<User<'static>> =
    Tracer::span::<Internal>().name("get-user").attributes::<User<'static>>();
const PLAIN: SpanDeclaration = Tracer::span::<Internal>().name("plain");

#[test]
fn a_span_has_its_name_kind_and_attributes() {
    let traces = Traces::new();
    let tenant = String::from("borrowed");
    let given = GET_USER.build(&traces.tracer).run(User { id: 9, tenant: &tenant, admin: Some(true) }, |_| 42);
    assert_eq!(given, 42);
    let span = traces.only();
    assert_eq!((&*span.name, span.span_kind), ("get-user", SpanKind::Internal));
    assert_eq!(
        span.attributes,
        [KeyValue::new("user.admin", true), KeyValue::new("user.id", 9), KeyValue::new("user.tenant", "borrowed")]
    );
    assert_eq!(span.status, Status::Unset);
    assert!(span.events.events.is_empty());
    assert_eq!(span.instrumentation_scope.name(), "shop");
}

#[test]
fn where_there_is_no_span_the_one_around_it_is_the_current_one() {
    let traces = Traces::sampled(Sampler::ParentBased(Box::new(Sampler::AlwaysOn)));
    let gone = Traces::new();
    gone.provider.shutdown().unwrap();
    let (real, none) = (PLAIN.build(&traces.tracer), PLAIN.build(&gone.tracer));
    none.run(|_| real.run(|_| ()));
    assert!(traces.only().parent_span_id == opentelemetry::trace::SpanId::INVALID);

    let root = real.run(|root| {
        none.run(|none| {
            assert!(!none.span_context().is_valid() && !none.is_recording());
            none.event("nowhere", &());
            none.fail("nothing");
            real.run(|_| ());
        });
        root.span_context().span_id()
    });
    let [_, child, around] = &traces.ended()[..] else { panic!("three spans") };
    assert_eq!((child.parent_span_id, around.span_context.span_id()), (root, root));
    assert!(around.events.events.is_empty() && around.status == Status::Unset);
}

/// As before there is a provider: a no-op tracer returns its parent's identity.
#[test]
fn a_tracer_that_makes_no_spans_hides_none() {
    let traces = Traces::new();
    let none = PLAIN.build(Arc::new(NoopTracer::new()));
    PLAIN.build(&traces.tracer).run(|around| {
        none.run(|none| {
            assert!(!none.is_recording());
            assert_eq!(none.context().span().span_context(), &around.span_context());
            none.fail("nothing");
            Context::current().span().set_attribute(KeyValue::new("by", "other code"));
        });
    });
    let around = traces.only();
    assert_eq!((around.attributes, around.status), (vec![KeyValue::new("by", "other code")], Status::Unset));
}

#[test]
fn key_values_are_set_as_they_are() {
    let traces = Traces::new();
    PLAIN.build(&traces.tracer).run(|span| {
        span.set(&vec![KeyValue::new("a", 1)]);
        span.set(&[KeyValue::new("b", 2)]);
        span.set(&&[KeyValue::new("c", 3)][..]);
        span.event("sent", &vec![KeyValue::new("d", 4)]);
    });
    let span = traces.only();
    assert_eq!(span.attributes, [KeyValue::new("a", 1), KeyValue::new("b", 2), KeyValue::new("c", 3)]);
    assert_eq!(span.events.events[0].attributes, [KeyValue::new("d", 4)]);
}

#[derive(Debug)]
struct SetsUser;

impl SpanProcessor for SetsUser {
    fn on_start(&self, span: &mut opentelemetry_sdk::trace::Span, _: &Context) {
        opentelemetry::trace::Span::set_attribute(span, KeyValue::new("user.id", "theirs"));
    }

    fn on_end(&self, _: SpanData) {}

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}

/// It is given to the SDK before the span is ours, and the SDK replaces no value.
#[test]
fn what_a_processor_sets_at_the_start_stays_beside_what_is_declared() {
    use opentelemetry::trace::TracerProvider;
    let exporter = opentelemetry_sdk::trace::InMemorySpanExporter::default();
    let provider =
        SdkTracerProvider::builder().with_span_processor(SetsUser).with_simple_exporter(exporter.clone()).build();
    GET_USER.build(&provider.tracer("shop")).run(ADA, |_| ());
    let ended = exporter.get_finished_spans().unwrap();
    let ids: Vec<_> = ended[0].attributes.iter().filter(|one| one.key.as_str() == "user.id").collect();
    assert_eq!(ids, [&KeyValue::new("user.id", "theirs"), &KeyValue::new("user.id", 7)]);
}

#[test]
fn an_absent_attribute_is_left_out() {
    let traces = Traces::new();
    GET_USER.build(&traces.tracer).run(ADA, |_| ());
    assert_eq!(value(&traces.only().attributes, "user.admin"), None);
}

#[test]
fn each_kind_is_exported() {
    fn kind<K: KindOfSpan>() -> SpanKind {
        let traces = Traces::new();
        Tracer::span::<K>().name("kind").build(&traces.tracer).run(|_| ());
        traces.only().span_kind
    }
    assert_eq!(kind::<Internal>(), SpanKind::Internal);
    assert_eq!(kind::<Server>(), SpanKind::Server);
    assert_eq!(kind::<Client>(), SpanKind::Client);
    assert_eq!(kind::<Producer>(), SpanKind::Producer);
    assert_eq!(kind::<Consumer>(), SpanKind::Consumer);
}

#[test]
fn any_keys_are_taken_where_that_is_declared() {
    let traces = Traces::new();
    let any = PLAIN.attributes::<KeyValues>().build(&traces.tracer);
    any.run(&[KeyValue::new("a", 1)], |span| span.event("any", &[KeyValue::new("b", 2)].as_slice()));
    let span = traces.only();
    assert_eq!(span.attributes, [KeyValue::new("a", 1)]);
    assert_eq!(span.events.events[0].attributes, [KeyValue::new("b", 2)]);
}

#[test]
fn spans_nest_by_the_current_context() {
    let traces = Traces::new();
    let (outer, inner) = (GET_USER.build(&traces.tracer), PLAIN.build(&traces.tracer));
    outer.run(ADA, |outer| {
        assert_eq!(Context::current().span().span_context(), &outer.span_context());
        inner.run(|_| ());
    });
    assert!(!Context::current().has_active_span());
    let (outer, inner) = (traces.named("get-user"), traces.named("plain"));
    assert_eq!(inner.parent_span_id, outer.span_context.span_id());
    assert_eq!(inner.span_context.trace_id(), outer.span_context.trace_id());
}

#[test]
fn a_span_takes_attributes_events_and_links_while_it_runs() {
    const ROWS: Key<u64> = Key::new("db.response.returned_rows");
    let traces = Traces::new();
    let plain = PLAIN.build(&traces.tracer);
    let other = plain.traced(|_| ()).span_context;
    plain.run(|span| {
        span.set(&ADA);
        span.attribute(ROWS, 20);
        span.event("found", &User { id: 1, tenant: "x", admin: None });
        span.event(EventName::try_new(format!("page {}", 2)).unwrap(), &());
        span.link(&other, &ADA);
        span.rename("renamed");
    });
    let span = traces.named("renamed");
    assert_eq!(text(&span.attributes, "user.tenant").as_deref(), Some("acme"));
    assert_eq!(value(&span.attributes, "db.response.returned_rows"), Some(&Value::I64(20)));
    let events = &span.events.events;
    assert_eq!(events.iter().map(|event| &*event.name).collect::<Vec<_>>(), ["found", "page 2"]);
    assert_eq!(value(&events[0].attributes, "user.id"), Some(&Value::I64(1)));
    assert_eq!(span.links.links[0].span_context, other);
    assert_eq!(span.links.links[0].attributes.len(), 2);
}

#[test]
fn a_span_that_has_ended_takes_nothing_more() {
    let traces = Traces::new();
    let kept = PLAIN.build(&traces.tracer).run(Clone::clone);
    kept.set(&ADA);
    kept.event("late", &());
    kept.fail("late");
    drop(kept);
    let span = traces.only();
    assert!(span.attributes.is_empty() && span.events.events.is_empty());
    assert_eq!(span.status, Status::Unset);
}

#[test]
fn a_value_comes_with_the_identity_of_its_span() {
    let traces = Traces::new();
    let Traced { value, span_context, .. } = GET_USER.build(&traces.tracer).traced(ADA, |_| "Ada");
    assert_eq!(value, "Ada");
    assert_eq!(span_context, traces.only().span_context);
}

#[test]
fn a_clone_is_the_same_span() {
    let traces = Traces::new();
    PLAIN.build(&traces.tracer).clone().run(|_| ());
    assert_eq!(traces.only().name, "plain");
}

/// Counts how often it is displayed.
struct Counted<'a>(&'a Cell<u32>);

impl fmt::Display for Counted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.set(self.0.get() + 1);
        f.write_str("counted")
    }
}

#[derive(Attributes)]
struct Shown<'a> {
    #[attribute(display)]
    shown: Counted<'a>,
}

#[test]
fn nothing_is_converted_for_a_span_that_is_not_sampled() {
    let shown = Cell::new(0);
    let all = |traces: &Traces| {
        let declared = PLAIN.attributes::<Shown<'static>>();
        let span_context = declared.build(&traces.tracer).run(Shown { shown: Counted(&shown) }, |span| {
            span.set(&Shown { shown: Counted(&shown) });
            span.event("event", &Shown { shown: Counted(&shown) });
            span.link(&span.span_context(), &Shown { shown: Counted(&shown) });
            span.span_context()
        });
        let _ =
            declared.build(&traces.tracer).try_run(Shown { shown: Counted(&shown) }, |_| Err::<(), _>(Counted(&shown)));
        span_context
    };

    let dropped = Traces::sampled(Sampler::AlwaysOff);
    let span_context = all(&dropped);
    assert_eq!(shown.get(), 0);
    assert!(span_context.is_valid() && !span_context.is_sampled());
    assert!(dropped.ended().is_empty());

    all(&Traces::new());
    assert_eq!(shown.get(), 6);
}

/// Keeps the keys that it has seen.
#[derive(Clone, Debug)]
struct OnlyAdmins;

impl ShouldSample for OnlyAdmins {
    fn should_sample(
        &self,
        _: Option<&Context>,
        _: opentelemetry::TraceId,
        _: &str,
        _: &SpanKind,
        attributes: &[KeyValue],
        _: &[opentelemetry::trace::Link],
    ) -> SamplingResult {
        let admin = attributes.contains(&KeyValue::new("user.admin", true));
        SamplingResult {
            decision: if admin { SamplingDecision::RecordAndSample } else { SamplingDecision::Drop },
            attributes: Vec::new(),
            trace_state: Default::default(),
        }
    }
}

#[test]
fn a_sampler_sees_the_attributes_where_that_is_declared() {
    use opentelemetry::trace::TracerProvider;
    let exporter = opentelemetry_sdk::trace::InMemorySpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).with_sampler(OnlyAdmins).build();
    let tracer = provider.tracer("shop");
    let admin = User { admin: Some(true), ..ADA };
    assert!(!GET_USER.build(&tracer).run(admin, |span| span.is_recording()));
    let shown = GET_USER.sampled_by_attributes().build(&tracer);
    assert!(!shown.run(ADA, |span| span.is_recording()));
    assert!(shown.run(admin, |span| span.is_recording()));
    let ended = exporter.get_finished_spans().unwrap();
    assert_eq!(ended.len(), 1);
    assert_eq!(text(&ended[0].attributes, "user.tenant").as_deref(), Some("acme"));
}

/// Runs a span when it is displayed.
struct Nested<'a>(&'a Traces);

impl fmt::Display for Nested<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PLAIN.build(&self.0.tracer).run(|_| "nested"))
    }
}

#[derive(Attributes)]
struct Nests<'a> {
    #[attribute(display)]
    nested: Nested<'a>,
}

#[test]
fn what_is_displayed_may_run_a_span() {
    let traces = Traces::new();
    let outer = Tracer::span::<Internal>().name("outer").attributes::<Nests<'static>>().build(&traces.tracer);
    outer.run(Nests { nested: Nested(&traces) }, |span| span.set(&Nests { nested: Nested(&traces) }));
    assert_eq!(traces.ended().iter().filter(|span| span.name == "plain").count(), 2);
}

#[test]
fn a_name_at_run_time_is_checked() {
    let traces = Traces::new();
    let name = format!("get-{}", "order");
    Tracer::span::<Internal>().try_name(&name).unwrap().build(&traces.tracer).run(|_| ());
    assert_eq!(traces.only().name, "get-order");
    assert!(Tracer::span::<Internal>().try_name("").is_err());
}

#[test]
fn what_is_suppressed_is_not_recorded() {
    let traces = Traces::new();
    let _suppressed = Context::enter_telemetry_suppressed_scope();
    assert!(!PLAIN.build(&traces.tracer).run(|span| span.is_recording()));
}

#[test]
fn a_name_that_is_not_declared_runs_too() {
    assert_eq!(trace::run("undeclared", |_| 1), 1);
    assert_eq!(trace::try_run("undeclared", |_| "x".parse::<u8>().map_err(|_| "no")), Err("no"));
}
