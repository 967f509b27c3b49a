//! Code that is not ours panics where it is asked for something: what has run still gives what it gave.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::future::{pending, ready};
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{self, Poll};
use std::time::{Duration, SystemTime};

use meterstick::prelude::*;
use meterstick::trace::{
    ByTypeName, Client, ErrorType, Internal, OperationDeclaration, Outcome, SpanDeclaration, Tracer, WithSources,
};
use meterstick::{ValueRef, ValueType};
use opentelemetry::metrics::MeterProvider;
use opentelemetry::trace::{
    Span, SpanBuilder, SpanContext, SpanId, SpanKind, Status, TraceContextExt, TraceFlags, TraceId, TraceState,
    TracerProvider,
};
use opentelemetry::{Context, KeyValue};
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{
    InMemorySpanExporter, Sampler, SamplingResult, SdkTracerProvider, ShouldSample, Span as SdkSpan, SpanData,
    SpanProcessor,
};

#[cfg(feature = "internal-logs")]
use crate::listener::Listener;
use crate::support::{Meters, Traces, error, pairs, poll_once, text, texts};

const WORK: SpanDeclaration = Tracer::span::<Internal>().name("work").exception_events();
const CHARGE: OperationDeclaration = Tracer::operation::<Client>().name("charge").duration("charge.duration");

/// Displays a little, and panics with a payload that panics as it is dropped.
#[derive(Debug, PartialEq)]
struct PanicDisplay;

struct PanicDrop;

impl Drop for PanicDrop {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("dropped");
        }
    }
}

impl fmt::Display for PanicDisplay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("so far")?;
        panic_any(PanicDrop)
    }
}

impl Error for PanicDisplay {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        panic!("no source")
    }
}

enum PanicClass {}

impl<E> ErrorType<E> for PanicClass {
    fn error_type(_: &E) -> Cow<'static, str> {
        panic!("no class")
    }

    fn exception_type(_: &E) -> Cow<'static, str> {
        panic!("no type")
    }
}

enum NoClass {}

impl<E> ErrorType<E> for NoClass {
    fn error_type(_: &E) -> Cow<'static, str> {
        "".into()
    }
}

fn runs<C: ErrorType<PanicDisplay>>(class: &str) {
    for sampler in [Sampler::AlwaysOn, Sampler::AlwaysOff] {
        let sampled = matches!(sampler, Sampler::AlwaysOn);
        let (traces, meters) = (Traces::sampled(sampler), Meters::new());
        let charge = CHARGE.exception_events().error_type::<C>().build(&traces.tracer, &meters.provider.meter("shop"));
        assert_eq!(charge.try_run(|_| Err::<(), _>(PanicDisplay)), Err(PanicDisplay));
        let polled = poll_once(charge.try_run_async(|_| ready(Err::<(), _>(PanicDisplay))));
        assert_eq!(polled, Poll::Ready(Err(PanicDisplay)));
        assert_eq!(charge.start().end_with(Err::<(), _>(PanicDisplay)), Err(PanicDisplay));
        assert!(!Context::current().has_active_span());
        assert_eq!(traces.ended().len(), if sampled { 3 } else { 0 });
        for span in traces.ended() {
            assert_eq!(span.status, error("so far"));
            assert_eq!(text(&span.attributes, "error.type").as_deref(), Some(class));
            let exception = &span.events.events[0].attributes;
            assert_eq!(text(exception, "exception.type").as_deref(), Some("trace::hostile::PanicDisplay"));
            assert_eq!(text(exception, "exception.message").as_deref(), Some("so far"));
        }
        let points = meters.points();
        assert_eq!(points[0].0.attributes, [("error.type".to_owned(), class.to_owned())]);
        assert_eq!((points.len(), points[0].0.count), (1, 3));
    }
}

#[test]
fn an_error_that_panics_when_it_is_asked_is_returned_and_reported_in_both_signals() {
    runs::<ByTypeName>("trace::hostile::PanicDisplay");
    runs::<WithSources>("trace::hostile::PanicDisplay");
    runs::<PanicClass>("_OTHER");
}

/// Prometheus takes an empty label for none: a failure of an empty class would be a success.
#[test]
fn an_error_without_a_class_is_of_another_class() {
    runs::<NoClass>("_OTHER");
    let meters = Meters::new();
    let duration = CHARGE.metric().build(&meters.provider.meter("shop"));
    duration.record(Duration::ZERO, Outcome::failed((), ""));
    assert_eq!(meters.only(), pairs(&[("error.type", "_OTHER")]));
}

/// An attribute whose display panics, and one whose value does. They are seen in the order of their keys.
#[derive(Clone, Copy, Attributes)]
struct Item {
    first: i64,
    #[attribute(display)]
    shown: Shows,
    value: PanicValue,
    last: i64,
}

#[derive(Clone, Copy)]
struct Shows;

impl fmt::Display for Shows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("so far")?;
        panic!("no display")
    }
}

#[derive(Clone, Copy)]
struct PanicValue;

impl AttributeValue for PanicValue {
    const TYPE: ValueType = ValueType::Int;

    fn value(&self) -> ValueRef<'_> {
        panic!("no value")
    }
}

const ITEM: Item = Item { first: 1, shown: Shows, value: PanicValue, last: 2 };

#[test]
fn attributes_that_panic_are_the_same_in_both_signals() {
    let declared = CHARGE.attributes::<Item>();
    for declared in [declared, declared.sampled_by_attributes()] {
        let (traces, meters) = (Traces::new(), Meters::new());
        let charge = declared.build(&traces.tracer, &meters.provider.meter("shop"));
        assert_eq!(charge.run(ITEM, |_| 7), 7);
        let attributes = texts(&traces.only().attributes);
        assert_eq!(
            attributes,
            [("first", "1"), ("last", "2"), ("shown", "so far")].map(|(k, v)| (k.to_owned(), v.to_owned()))
        );
        assert_eq!(meters.only(), attributes);
    }
}

#[test]
fn what_is_set_and_panics_is_left_out() {
    const VALUE: Key<PanicValue> = Key::new("value");
    let traces = Traces::new();
    let given = WORK.build(&traces.tracer).run(|span| {
        span.attribute(VALUE, PanicValue);
        span.set(&ITEM);
        span.event("event", &ITEM);
        span.link(&span.span_context(), &ITEM);
        7
    });
    assert_eq!(given, 7);
    let (span, seen) = (traces.only(), pairs(&[("first", "1"), ("last", "2"), ("shown", "so far")]));
    assert_eq!(texts(&span.attributes), seen);
    assert_eq!(texts(&span.events.events[0].attributes), seen);
    assert_eq!(texts(&span.links.links[0].attributes), seen);
}

#[derive(Clone, Debug)]
struct PanicSampler;

impl ShouldSample for PanicSampler {
    fn should_sample(
        &self,
        _: Option<&Context>,
        _: TraceId,
        _: &str,
        _: &SpanKind,
        _: &[KeyValue],
        _: &[opentelemetry::trace::Link],
    ) -> SamplingResult {
        panic!("not sampled")
    }
}

/// Whether a span was the current one as it ended: a processor that then asks it for something would wait for ever.
static ENDED_AS_CURRENT: AtomicBool = AtomicBool::new(false);

#[derive(Debug)]
struct PanicProcessor {
    on_start: bool,
}

impl SpanProcessor for PanicProcessor {
    fn on_start(&self, _: &mut SdkSpan, _: &Context) {
        assert!(!self.on_start, "not started");
    }

    fn on_end(&self, _: SpanData) {
        ENDED_AS_CURRENT.fetch_or(Context::current().has_active_span(), Ordering::Relaxed);
        assert!(self.on_start, "not ended");
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}

#[test]
fn samplers_and_processors_that_panic_take_no_value() {
    let providers = [
        SdkTracerProvider::builder().with_sampler(PanicSampler).build(),
        SdkTracerProvider::builder().with_span_processor(PanicProcessor { on_start: true }).build(),
        SdkTracerProvider::builder().with_span_processor(PanicProcessor { on_start: false }).build(),
    ];
    for provider in providers {
        let meters = Meters::new();
        let charge = CHARGE.build(&provider.tracer("shop"), &meters.provider.meter("shop"));
        assert_eq!(charge.run(|_| 7), 7);
        assert_eq!(charge.try_run(|_| Err::<(), _>("no")), Err("no"));
        assert_eq!(poll_once(charge.run_async(async |_| 7)), Poll::Ready(7));
        charge.start().end();
        assert!(catch_unwind(AssertUnwindSafe(|| charge.run(|_| panic!("out of order")))).is_err());
        assert_eq!(meters.points().iter().map(|(point, _)| point.count).sum::<u64>(), 5);
        assert_eq!(Context::current().span().span_context(), &SpanContext::NONE);
    }
    assert!(!ENDED_AS_CURRENT.load(Ordering::Relaxed));
}

/// Makes spans that panic on everything that they are given, and when they are dropped, as one does that ends then.
#[derive(Clone)]
struct PanicTracer {
    /// `None`: it panics also when it is asked that.
    recording: Option<bool>,
}

struct PanicSpan {
    context: SpanContext,
    recording: Option<bool>,
}

fn foreign() -> SpanContext {
    SpanContext::new(TraceId::from(1), SpanId::from(1), TraceFlags::SAMPLED, false, TraceState::default())
}

impl opentelemetry::trace::Tracer for PanicTracer {
    type Span = PanicSpan;

    fn build_with_context(&self, _: SpanBuilder, _: &Context) -> PanicSpan {
        PanicSpan { context: foreign(), recording: self.recording }
    }
}

impl Drop for PanicSpan {
    fn drop(&mut self) {
        self.end();
    }
}

impl Span for PanicSpan {
    fn add_event_with_timestamp<T: Into<Cow<'static, str>>>(&mut self, _: T, _: SystemTime, _: Vec<KeyValue>) {
        panic!("no event")
    }

    fn span_context(&self) -> &SpanContext {
        &self.context
    }

    fn is_recording(&self) -> bool {
        self.recording.expect("no answer")
    }

    fn set_attribute(&mut self, _: KeyValue) {
        panic!("no attribute")
    }

    fn set_status(&mut self, _: Status) {
        panic!("no status")
    }

    fn update_name<T: Into<Cow<'static, str>>>(&mut self, _: T) {
        panic!("no name")
    }

    fn add_link(&mut self, _: SpanContext, _: Vec<KeyValue>) {
        panic!("no link")
    }

    fn end_with_timestamp(&mut self, _: SystemTime) {
        panic!("no end")
    }
}

#[test]
fn a_tracers_span_that_panics_takes_no_value() {
    let meters = Meters::new();
    let charge = CHARGE.build(&PanicTracer { recording: Some(true) }, &meters.provider.meter("shop"));
    let calls: [&dyn Fn(&meterstick::trace::ActiveSpan); 3] =
        [&|span| span.event("event", &()), &|span| span.link(&span.span_context(), &()), &|span| {
            span.rename("renamed")
        }];
    for call in calls {
        // The first panic makes the span's lock unusable, so each has a span of its own.
        let charged = charge.try_run(|span| {
            span.set(&vec![KeyValue::new("k", 1)]);
            call(span);
            Err::<(), _>(7)
        });
        assert_eq!(charged, Err(7));
    }
    assert_eq!(charge.run(|_| 7), 7);
    assert_eq!(meters.points().iter().map(|(point, _)| point.count).sum::<u64>(), 4);
}

#[test]
fn a_tracers_span_that_panics_as_it_is_dropped_takes_no_value_and_no_panic() {
    fn panics<T>(run: impl FnOnce() -> T) {
        let panic = catch_unwind(AssertUnwindSafe(run)).err().unwrap();
        assert_eq!(panic.downcast_ref(), Some(&"work"));
    }

    for recording in [Some(true), Some(false), None] {
        let (tracer, meters) = (PanicTracer { recording }, Meters::new());
        let (work, charge) = (WORK.build(&tracer), CHARGE.build(&tracer, &meters.provider.meter("shop")));
        assert_eq!((work.run(|_| 7), charge.run(|_| 7)), (7, 7));
        assert_eq!(work.try_run(|_| Err::<(), _>("no")), Err("no"));
        assert_eq!(charge.try_run(|_| Err::<(), _>("no")), Err("no"));
        assert_eq!(poll_once(work.run_async(async |_| 7)), Poll::Ready(7));
        assert_eq!(poll_once(charge.run_async(async |_| 7)), Poll::Ready(7));
        // Cancelled.
        assert_eq!(poll_once(work.run_async(|_| pending::<()>())), Poll::Pending);
        assert_eq!(poll_once(charge.run_async(|_| pending::<()>())), Poll::Pending);
        work.start().end();
        charge.start().end();
        drop(work.run(|span| span.clone()));
        // While a panic unwinds, another one would abort the process.
        panics(|| work.run(|_| -> () { panic!("work") }));
        panics(|| charge.run(|_| -> () { panic!("work") }));
        panics(|| poll_once(work.run_async(async |_| -> () { panic!("work") })));
        panics(|| poll_once(charge.run_async(async |_| -> () { panic!("work") })));
        panics(|| {
            let _started = (work.start(), charge.start());
            panic!("work")
        });
        assert_eq!(meters.points().iter().map(|(point, _)| point.count).sum::<u64>(), 8);
        assert!(!Context::current().has_active_span());
    }
}

/// Makes spans that panic on one attribute, and keep in a list what they are given.
#[derive(Clone, Default)]
struct Picky(Arc<Mutex<Vec<String>>>);

impl Picky {
    fn keep(&self, what: String) {
        self.0.lock().unwrap().push(what);
    }
}

struct PickySpan(SpanContext, Picky);

impl opentelemetry::trace::Tracer for Picky {
    type Span = PickySpan;

    fn build_with_context(&self, _: SpanBuilder, _: &Context) -> PickySpan {
        PickySpan(foreign(), self.clone())
    }
}

impl Span for PickySpan {
    fn add_event_with_timestamp<T: Into<Cow<'static, str>>>(&mut self, name: T, _: SystemTime, _: Vec<KeyValue>) {
        self.1.keep(name.into().into_owned());
    }

    fn span_context(&self) -> &SpanContext {
        &self.0
    }

    fn is_recording(&self) -> bool {
        true
    }

    fn set_attribute(&mut self, attribute: KeyValue) {
        assert_ne!(attribute.value.as_str(), "bad");
        self.1.keep(attribute.key.into());
    }

    fn set_status(&mut self, status: Status) {
        assert_ne!(status, error("bad"));
        self.1.keep("status".to_owned());
    }

    fn update_name<T: Into<Cow<'static, str>>>(&mut self, _: T) {}

    fn add_link(&mut self, _: SpanContext, _: Vec<KeyValue>) {}

    fn end_with_timestamp(&mut self, _: SystemTime) {
        self.1.keep("end".to_owned());
    }
}

#[test]
fn a_tracers_span_that_panics_on_an_attribute_is_given_everything_else_and_ended() {
    let picky = Picky::default();
    let work = WORK.build(&picky);
    let given = |error: &'static str| {
        let failed = work.try_run(|span| {
            span.set(
                &["first", "second", "third", "fourth"]
                    .map(|key| KeyValue::new(key, if key == "second" || key == "third" { "bad" } else { "good" }))
                    .to_vec(),
            );
            Err::<(), _>(error)
        });
        assert_eq!(failed, Err(error));
        std::mem::take(&mut *picky.0.lock().unwrap())
    };
    assert_eq!(given("no"), ["error.type", "status", "first", "fourth", "exception", "end"]);
    assert_eq!(given("bad"), ["error.type", "first", "fourth", "exception", "end"]);
}

/// Never done, and panics when it is dropped.
struct PanicCancel;

impl Future for PanicCancel {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut task::Context<'_>) -> Poll<()> {
        Poll::Pending
    }
}

impl Drop for PanicCancel {
    fn drop(&mut self) {
        panic!("not cancelled")
    }
}

#[test]
fn a_future_that_panics_as_it_is_cancelled_has_panicked() {
    let traces = Traces::new();
    let work = WORK.build(&traces.tracer);
    assert!(catch_unwind(AssertUnwindSafe(|| poll_once(work.run_async(|_| PanicCancel)))).is_err());
    assert_eq!(traces.only().status, error("not cancelled"));
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("panic"));
    assert_eq!(Context::current().span().span_context().span_id(), SpanId::INVALID);
}

/// Panics when it is polled, and once more when it is dropped.
struct PanicTwice;

impl Future for PanicTwice {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut task::Context<'_>) -> Poll<()> {
        panic!("polled")
    }
}

impl Drop for PanicTwice {
    fn drop(&mut self) {
        panic!("dropped")
    }
}

#[test]
fn the_first_panic_of_a_future_is_the_one_that_goes_on() {
    let traces = Traces::new();
    let work = WORK.build(&traces.tracer);
    let mut future = Box::pin(work.run_async(|_| PanicTwice));
    let mut poll = || future.as_mut().poll(&mut task::Context::from_waker(task::Waker::noop()));
    let panic = catch_unwind(AssertUnwindSafe(&mut poll)).unwrap_err();
    assert_eq!(panic.downcast_ref(), Some(&"polled"));
    // As any future that has ended.
    assert!(catch_unwind(AssertUnwindSafe(&mut poll)).is_err());
    drop(future);
    assert_eq!(traces.only().status, error("polled"));
}

/// Runs spans of its own while another starts and ends, as what asks a cache or sends a request does.
#[derive(Clone, Debug)]
struct Busy(meterstick::trace::Span);

impl ShouldSample for Busy {
    fn should_sample(
        &self,
        parent: Option<&Context>,
        trace_id: TraceId,
        name: &str,
        kind: &SpanKind,
        attributes: &[KeyValue],
        links: &[opentelemetry::trace::Link],
    ) -> SamplingResult {
        self.0.run(|_| ());
        let _attached = Context::new().attach();
        Sampler::AlwaysOn.should_sample(parent, trace_id, name, kind, attributes, links)
    }
}

impl SpanProcessor for Busy {
    fn on_start(&self, _: &mut SdkSpan, _: &Context) {
        self.0.run(|_| ());
    }

    fn on_end(&self, _: SpanData) {
        self.0.run(|_| ());
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        Ok(())
    }
}

#[test]
fn samplers_and_processors_may_run_spans() {
    let (theirs, exporter) = (Traces::new(), InMemorySpanExporter::default());
    let busy = Busy(WORK.build(&theirs.tracer));
    let provider = SdkTracerProvider::builder()
        .with_sampler(busy.clone())
        .with_span_processor(busy)
        .with_simple_exporter(exporter.clone())
        .build();
    let work = WORK.build(&provider.tracer("shop"));
    assert!(work.run(|_| work.run(|span| span.is_recording())));
    assert_eq!(exporter.get_finished_spans().unwrap().len(), 2);
    assert_eq!(theirs.ended().len(), 2 * 3);
}

#[test]
fn an_operation_whose_attributes_panic_is_kept_with_those_before() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.attributes::<Item>().build(&traces.tracer, &meters.provider.meter("shop"));
    charge.start(ITEM).into_owned().end();
    let attributes = pairs(&[("first", "1"), ("last", "2"), ("shown", "so far")]);
    assert_eq!(texts(&traces.only().attributes), attributes);
    assert_eq!(meters.only(), attributes);
}

/// A panic in a call of OpenTelemetry's API poisons the lock that a context has around its span, which then cannot be ended.
#[test]
fn a_span_whose_lock_is_poisoned_has_what_was_set_on_it() {
    const ROWS: Key<u64> = Key::new("rows");
    let traces = Traces::new();
    WORK.build(&traces.tracer).run(|span| {
        let attributes = (0..1).map(|_| -> KeyValue { panic!("not set") });
        let set = catch_unwind(AssertUnwindSafe(|| span.context().span().set_attributes(attributes)));
        assert!(set.is_err());
        span.attribute(ROWS, 20);
        span.fail("no rows");
    });
    let span = traces.only();
    assert_eq!((text(&span.attributes, "rows").as_deref(), span.status), (Some("20"), error("no rows")));
}

/// Calls a function with the name of each event that is ours.
#[cfg(feature = "internal-logs")]
fn ours(call: impl Fn(&'static str) + Send + Sync + 'static) -> Listener<impl Fn(&tracing::Event<'_>)> {
    Listener(move |event: &tracing::Event<'_>| {
        let name = event.metadata().name();
        if name.starts_with("Meterstick") {
            call(name);
        }
    })
}

#[test]
#[cfg(feature = "internal-logs")]
fn a_log_subscriber_that_panics_takes_no_duration() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    tracing::subscriber::with_default(ours(|_| panic!("not logged")), || {
        let many: Vec<_> = (0..5_000).map(|n| KeyValue::new(format!("k{n}"), n)).collect();
        let charged = charge.try_run(|span| {
            span.set(&many);
            span.event("many", &many);
            // That the failure does not reach the exporter is reported.
            span.context().span().end();
            Err::<(), _>("no")
        });
        assert_eq!(charged, Err("no"));
    });
    assert_eq!(meters.only(), pairs(&[("error.type", "&str")]));
    assert_eq!(traces.only().events.len(), 1);
}

#[test]
#[cfg(feature = "internal-logs")]
fn what_a_span_loses_is_reported() {
    let traces = Traces::new();
    let work = WORK.build(&traces.tracer);
    let many: Vec<_> = (0..5_000).map(|n| KeyValue::new(format!("k{n}"), n)).collect();
    let few = &many[..4_000];
    let reported = |run: &dyn Fn(&meterstick::trace::ActiveSpan) -> Result<(), &'static str>| {
        let names = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&names);
        let _ =
            tracing::subscriber::with_default(ours(move |name| kept.lock().unwrap().push(name)), || work.try_run(run));
        std::mem::take(&mut *names.lock().unwrap())
    };
    assert!(
        reported(&|span| {
            span.set(&few);
            span.event("few", &few);
            span.context().span().end();
            Ok(())
        })
        .is_empty()
    );
    let attributes_dropped = ["Meterstick.SpanAttributesDropped"];
    assert_eq!(
        reported(&|span| {
            span.set(&many);
            Ok(())
        }),
        attributes_dropped
    );
    // Of what is kept, the SDK drops what is over its own limit. It does not know of the others.
    let dropped = traces.ended().last().map(|span| (span.attributes.len(), span.dropped_attributes_count));
    assert_eq!(dropped, Some((128, 4_096 - 128)));
    assert_eq!(
        reported(&|span| {
            span.event("many", &many);
            Ok(())
        }),
        attributes_dropped
    );
    assert_eq!(
        reported(&|span| {
            span.link(&span.span_context(), &many);
            Ok(())
        }),
        attributes_dropped
    );
    let ended = |span: &meterstick::trace::ActiveSpan| {
        span.context().span().end();
        Err("no")
    };
    assert_eq!(reported(&ended), ["Meterstick.SpanEndedElsewhere"]);
    assert!(reported(&|_| Err("no")).is_empty(), "of a failure that the exporter knows");
    // A span that is not sampled reaches no exporter.
    let (unsampled, meters) = (Traces::sampled(Sampler::AlwaysOff), Meters::new());
    let charge = CHARGE.build(&unsampled.tracer, &meters.provider.meter("shop"));
    let names = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&names);
    let failed = tracing::subscriber::with_default(ours(move |name| kept.lock().unwrap().push(name)), || {
        charge.try_run(|span| {
            span.context().span().set_attributes(many.clone());
            ended(span)
        })
    });
    assert_eq!((failed, &**names.lock().unwrap()), (Err("no"), &[][..]));
}
