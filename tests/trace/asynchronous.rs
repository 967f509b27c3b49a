//! Futures.

use std::future::{Future, pending, ready};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Mutex;
use std::task;
use std::thread::{self, ThreadId};
use std::time::Duration;

use meterstick::prelude::*;
use meterstick::trace::{self, Internal, SpanDeclaration, Tracer};
use opentelemetry::trace::{FutureExt, SpanId, Status, TraceContextExt};
use opentelemetry::{Context, KeyValue};
use tokio::task::yield_now;

use crate::support::{ADA, Traces, User, error, poll_once, says, text};

const WORK: SpanDeclaration = Tracer::span::<Internal>().name("work");
const STEP: SpanDeclaration = Tracer::span::<Internal>().name("step");

fn current() -> SpanId {
    Context::current().span().span_context().span_id()
}

#[tokio::test]
async fn a_future_runs_in_a_span() {
    let traces = Traces::new();
    let span = Tracer::span::<Internal>().name("work").attributes::<User<'static>>().build(&traces.tracer);
    let tenant = String::from("borrowed");
    let given = span
        .run_async(User { tenant: &tenant, ..ADA }, async |span| {
            yield_now().await;
            span.event("waited", &());
            42
        })
        .await;
    assert_eq!(given, 42);
    let span = traces.only();
    assert_eq!(text(&span.attributes, "user.tenant").as_deref(), Some("borrowed"));
    assert_eq!(span.events.events[0].name, "waited");
    assert_eq!(span.status, Status::Unset);
}

#[tokio::test]
async fn a_closure_that_gives_a_future_runs_too() {
    let traces = Traces::new();
    assert_eq!(WORK.build(&traces.tracer).run_async(|_| ready(1)).await, 1);
    assert!(WORK.build(&traces.tracer).run_async(|span| async move { span.is_recording() }).await);
    assert_eq!(traces.ended().len(), 2);
}

#[tokio::test]
async fn an_error_of_a_future_is_reported_and_returned() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let traced = span
        .try_traced_async(async |_| {
            yield_now().await;
            "twelve".parse::<u8>()
        })
        .await;
    assert!(traced.value.is_err());
    let span = traces.only();
    assert_eq!(span.span_context, traced.span_context);
    assert_eq!(span.status, error("invalid digit found in string"));
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("core::num::error::ParseIntError"));
}

#[tokio::test]
async fn futures_that_take_turns_keep_their_contexts() {
    let traces = Traces::new();
    let (work, step) = (WORK.build(&traces.tracer), STEP.build(&traces.tracer));
    let one = |n: i64| {
        let (work, step) = (&work, &step);
        async move {
            work.run_async(async move |span| {
                for _ in 0..5 {
                    assert_eq!(current(), span.span_context().span_id());
                    yield_now().await;
                }
                step.run_async(async |inner| {
                    inner.set(&[KeyValue::new("n", n)].as_slice());
                    yield_now().await;
                    assert_eq!(current(), inner.span_context().span_id());
                })
                .await;
                assert_eq!(current(), span.span_context().span_id());
                span.set(&[KeyValue::new("n", n)].as_slice());
            })
            .await;
            assert_eq!(current(), SpanId::INVALID);
        }
    };
    tokio::join!(one(1), one(2), one(3));
    let ended = traces.ended();
    assert_eq!(ended.len(), 6);
    for step in ended.iter().filter(|span| span.name == "step") {
        let parent = ended.iter().find(|span| span.span_context.span_id() == step.parent_span_id).unwrap();
        assert_eq!(parent.attributes, step.attributes);
    }
}

#[test]
fn the_context_is_attached_in_each_poll_and_not_between_them() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let mut future = pin!(span.run_async(async |_| {
        assert_ne!(current(), SpanId::INVALID);
        yield_now().await;
        current()
    }));
    let mut cx = task::Context::from_waker(task::Waker::noop());
    assert!(future.as_mut().poll(&mut cx).is_pending());
    assert_eq!(current(), SpanId::INVALID);
    assert!(traces.ended().is_empty());
    let task::Poll::Ready(id) = future.as_mut().poll(&mut cx) else { panic!("it has yielded once") };
    assert_eq!(current(), SpanId::INVALID);
    assert_eq!(traces.only().span_context.span_id(), id);
}

#[test]
fn a_future_keeps_its_context_from_thread_to_thread() {
    let traces = Traces::new();
    let (work, step) = (WORK.build(&traces.tracer), STEP.build(&traces.tracer));
    let seen = Mutex::new(Vec::<(ThreadId, SpanId)>::new());
    let mut future = Box::pin(work.run_async(async |_| {
        for _ in 0..4 {
            seen.lock().unwrap().push((thread::current().id(), current()));
            step.run(|_| ());
            yield_now().await;
        }
    }));
    // Each poll on a thread of its own.
    let mut done = false;
    while !done {
        done = thread::scope(|scope| {
            let poll = || future.as_mut().poll(&mut task::Context::from_waker(task::Waker::noop())).is_ready();
            scope.spawn(poll).join().unwrap()
        });
    }
    drop(future);
    let seen = seen.into_inner().unwrap();
    assert_eq!(seen.len(), 4);
    let work = traces.named("work").span_context.span_id();
    assert!(seen.iter().all(|(_, id)| *id == work));
    assert!(seen.windows(2).all(|pair| pair[0].0 != pair[1].0));
    let steps: Vec<_> = traces.ended().into_iter().filter(|span| span.name == "step").collect();
    assert_eq!(steps.len(), 4);
    assert!(steps.iter().all(|step| step.parent_span_id == work));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_spawned_task_is_a_child_of_the_span_that_spawns_it() {
    let traces = Traces::new();
    let (work, step) = (WORK.build(&traces.tracer), STEP.build(&traces.tracer));
    work.run_async(async |span| {
        let tasks: Vec<_> = (0..16)
            .map(|_| {
                let step = step.clone();
                // Called here; polled there.
                let called = move |span: Context| {
                    let _attached = span.attach();
                    let step = Box::leak(Box::new(step));
                    step.run_async(async |_| {
                        for _ in 0..8 {
                            yield_now().await;
                        }
                        current()
                    })
                };
                tokio::spawn(called(span.context().clone()))
            })
            .collect();
        for task in tasks {
            assert_ne!(task.await.unwrap(), span.span_context().span_id());
        }
    })
    .await;
    let work = traces.named("work").span_context.span_id();
    let steps: Vec<_> = traces.ended().into_iter().filter(|span| span.name == "step").collect();
    assert_eq!(steps.len(), 16);
    assert!(steps.iter().all(|step| step.parent_span_id == work));
}

#[tokio::test]
async fn a_remote_parent_is_the_context_where_it_is_called() {
    let traces = Traces::new();
    let (work, step) = (WORK.build(&traces.tracer), STEP.build(&traces.tracer));
    let remote = work.traced(|_| ()).span_context;
    let context = Context::new().with_remote_span_context(remote.clone());
    async { step.run_async(|_| ready(())).await }.with_context(context).await;
    assert_eq!(traces.named("step").parent_span_id, remote.span_id());
    assert_eq!(traces.named("step").span_context.trace_id(), remote.trace_id());
}

#[test]
fn a_future_that_is_never_polled_has_no_span() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    drop(span.run_async(async |_| ()));
    assert!(traces.ended().is_empty());
}

#[test]
fn a_future_that_is_dropped_was_cancelled() {
    struct Held<'a>(&'a Traces);
    impl Drop for Held<'_> {
        fn drop(&mut self) {
            STEP.build(&self.0.tracer).run(|_| ());
        }
    }
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    assert!(
        poll_once(span.run_async(async |_| {
            let _held = Held(&traces);
            pending::<()>().await;
        }))
        .is_pending()
    );
    assert_eq!(current(), SpanId::INVALID);
    let work = traces.named("work");
    assert_eq!(work.status, error("cancelled: the future was dropped before its end"));
    assert_eq!(text(&work.attributes, "error.type").as_deref(), Some("cancelled"));
    assert!(work.events.events.is_empty());
    // What it held was dropped within its span.
    assert_eq!(traces.named("step").parent_span_id, work.span_context.span_id());
    assert_eq!(traces.ended().last().unwrap().name, "work");
}

/// Done at once, and drops what it holds only when it is dropped itself.
struct Holds<T>(T);

impl<T> Future for Holds<T> {
    type Output = ();

    fn poll(self: std::pin::Pin<&mut Self>, _: &mut task::Context<'_>) -> task::Poll<()> {
        task::Poll::Ready(())
    }
}

#[test]
fn what_a_future_holds_when_it_is_done_is_dropped_within_its_span() {
    struct Held<'a>(&'a Traces);
    impl Drop for Held<'_> {
        fn drop(&mut self) {
            STEP.build(&self.0.tracer).run(|_| ());
        }
    }
    let traces = Traces::new();
    let work = WORK.build(&traces.tracer);
    assert!(poll_once(work.run_async(|_| Holds(Held(&traces)))).is_ready());
    assert_eq!(traces.named("step").parent_span_id, traces.named("work").span_context.span_id());
}

#[tokio::test]
async fn a_timeout_cancels() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let waited = tokio::time::timeout(Duration::from_millis(5), span.run_async(|_| pending::<()>())).await;
    assert!(waited.is_err());
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("cancelled"));
}

#[test]
fn what_may_be_cancelled_says_that_all_is_well() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let _ = poll_once(span.run_async(async |span| {
        span.ok();
        pending::<()>().await;
    }));
    assert_eq!(traces.only().status, Status::Ok);
}

#[test]
fn a_future_that_is_dropped_while_its_thread_unwinds_was_cancelled() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let mut future = Box::pin(span.run_async(|_| pending::<()>()));
        let _ = future.as_mut().poll(&mut task::Context::from_waker(task::Waker::noop()));
        panic!("elsewhere");
    }));
    assert_eq!(text(&traces.only().attributes, "error.type").as_deref(), Some("cancelled"));
}

#[test]
fn a_panic_in_a_poll_is_resumed_and_reported() {
    let traces = Traces::new();
    let span = WORK.build(&traces.tracer);
    let mut future = Box::pin(span.run_async(async |_| {
        yield_now().await;
        panic!("number 7");
    }));
    let mut poll = || future.as_mut().poll(&mut task::Context::from_waker(task::Waker::noop()));
    assert!(poll().is_pending());
    let panic = catch_unwind(AssertUnwindSafe(&mut poll)).unwrap_err();
    assert!(says(&*panic, "number 7"));
    assert_eq!(current(), SpanId::INVALID);
    drop(future);
    let span = traces.only();
    assert_eq!(span.status, error("number 7"));
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("panic"));
}

#[tokio::test]
async fn a_task_that_panics_is_reported_by_its_span() {
    let traces = Traces::new();
    let span: &'static _ = Box::leak(Box::new(WORK.build(&traces.tracer)));
    let joined = tokio::spawn(span.run_async(async |_| {
        yield_now().await;
        panic!("in a task");
    }))
    .await;
    assert!(joined.unwrap_err().is_panic());
    assert_eq!(traces.only().status, error("in a task"));
}

#[tokio::test]
async fn a_name_that_is_not_declared_runs_futures_too() {
    assert_eq!(trace::run_async("undeclared", async |_| 1).await, 1);
    assert_eq!(trace::try_run_async("undeclared", async |_| Err::<(), _>("no")).await, Err("no"));
    assert_eq!(WORK.global(Scope::new("shop")).traced_async(async |_| 2).await.value, 2);
}
