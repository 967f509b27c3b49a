//! Threads that end: their thread-local values are dropped in some order, and the destructor of one may run a span when the
//! current context is gone. A panic there would end the process.

use std::cell::RefCell;
use std::sync::Mutex;
use std::task::Poll;
use std::thread;

use meterstick::trace::{self, Client, Entered, Internal, OperationDeclaration, SpanDeclaration, StartedSpan, Tracer};
use opentelemetry::Context;
use opentelemetry::metrics::MeterProvider;
use opentelemetry::trace::TracerProvider;
use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracer, SdkTracerProvider};

use crate::support::{Meters, poll_once};

const WORK: SpanDeclaration = Tracer::span::<Internal>().name("work");
const CHARGE: OperationDeclaration = Tracer::operation::<Client>().name("charge").duration("charge.duration");

/// The SDK exports in a thread of its own: on a thread that ends, it could not wait for its exporter.
struct Traces {
    exporter: InMemorySpanExporter,
    provider: SdkTracerProvider,
    tracer: SdkTracer,
}

impl Traces {
    fn new() -> Self {
        let exporter = InMemorySpanExporter::default();
        let provider = SdkTracerProvider::builder().with_batch_exporter(exporter.clone()).build();
        let tracer = provider.tracer("shop");
        Self { exporter, provider, tracer }
    }

    fn ended(&self) -> usize {
        self.provider.force_flush().unwrap();
        self.exporter.get_finished_spans().unwrap().len()
    }
}

struct AtExit(Box<dyn Fn()>);

impl Drop for AtExit {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// Runs `first` in a thread, and `last` when its thread-local values are dropped. The last one is dropped first, so those of `first`
/// are gone by then.
fn in_a_thread(first: impl FnOnce() + Send + 'static, last: impl Fn() + Send + 'static) {
    thread_local! {
        static AT_EXIT: RefCell<Option<AtExit>> = const { RefCell::new(None) };
    }
    let thread = thread::spawn(move || {
        AT_EXIT.with_borrow_mut(|at_exit| *at_exit = Some(AtExit(Box::new(last))));
        first();
    });
    thread.join().unwrap();
}

#[test]
fn a_span_in_the_destructor_of_a_thread_local_value_is_recorded() {
    let traces = Traces::new();
    let work = WORK.build(&traces.tracer);
    let (first, last) = (work.clone(), work);
    in_a_thread(
        move || first.run(|_| ()),
        move || {
            assert_eq!(last.run(|_| 7), 7);
            assert_eq!(poll_once(last.run_async(async |_| 7)), Poll::Ready(7));
            assert_eq!(last.start().end_with(Ok::<_, &str>(7)), Ok(7));
        },
    );
    assert_eq!(traces.ended(), 4);
}

/// So that nothing of ours was there before.
#[test]
fn the_first_span_of_a_thread_may_be_its_last() {
    let traces = Traces::new();
    let work = WORK.build(&traces.tracer);
    in_a_thread(|| drop(Context::current()), move || work.run(|_| ()));
    assert_eq!(traces.ended(), 1);
}

#[test]
fn what_is_not_recorded_runs_in_a_destructor_too() {
    let last = || {
        assert_eq!(trace::run("last", |_| 7), 7);
        assert_eq!(poll_once(trace::run_async("last", async |_| 7)), Poll::Ready(7));
    };
    in_a_thread(|| trace::run("first", |_| ()), last);
}

#[test]
fn an_operation_in_a_destructor_gives_both_signals() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let charge = CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let (first, last) = (charge.clone(), charge);
    in_a_thread(move || first.run(|_| ()), move || last.run(|_| ()));
    assert_eq!((traces.ended(), meters.points()[0].0.count), (2, 2));
}

#[test]
fn a_span_that_has_started_ends_in_a_destructor() {
    let traces = Traces::new();
    let started = Mutex::new(Some(WORK.build(&traces.tracer).start()));
    in_a_thread(|| drop(Context::current()), move || drop(started.lock().unwrap().take()));
    assert_eq!(traces.ended(), 1);
}

#[test]
fn a_thread_may_end_in_a_span() {
    thread_local! {
        static ENTERED: RefCell<Option<Entered<'static>>> = const { RefCell::new(None) };
    }
    let traces = Traces::new();
    let started: &'static StartedSpan = Box::leak(Box::new(WORK.build(&traces.tracer).start()));
    let thread = thread::spawn(move || {
        // It is there before the context, and so is dropped after it.
        ENTERED.with_borrow_mut(|entered| assert!(entered.is_none()));
        ENTERED.set(Some(started.enter()));
    });
    thread.join().unwrap();
    started.event("the thread has ended", &());
}
