//! Whatever is nested in whatever, there is one span for each run, and it says how that went.

use std::collections::{BTreeMap, HashMap};
use std::future::{pending, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::{Pin, pin};
use std::task::{self, Poll, Waker};
use std::thread;

use meterstick::prelude::*;
use meterstick::trace::{Internal, Span, Tracer};
use opentelemetry::Context;
use opentelemetry::trace::{SpanId, Status, TraceContextExt};
use opentelemetry_sdk::trace::SpanData;
use proptest::prelude::*;

use crate::support::{Traces, text};

#[derive(Clone, Copy, Attributes)]
struct Id {
    id: i64,
}

/// How something runs, and how it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Run,
    TryOk,
    TryErr,
    Panic,
    Async,
    AsyncErr,
    AsyncPanic,
    /// Called here, and polled on another thread.
    Elsewhere,
    /// Dropped before its end.
    Cancelled,
}

#[derive(Clone, Debug)]
struct Node {
    id: i64,
    how: How,
    events: usize,
    within: Vec<Node>,
}

fn nodes() -> impl Strategy<Value = Node> {
    use How::{Async, AsyncErr, AsyncPanic, Cancelled, Elsewhere, Panic, Run, TryErr, TryOk};
    let how = prop::sample::select(vec![Run, TryOk, TryErr, Panic, Async, AsyncErr, AsyncPanic, Elsewhere, Cancelled]);
    let leaf = (how.clone(), 0_usize..3).prop_map(|(how, events)| Node { id: 0, how, events, within: Vec::new() });
    let tree = leaf.prop_recursive(4, 24, 4, move |inner| {
        let within = prop::collection::vec(inner, 0..4);
        (how.clone(), 0_usize..3, within).prop_map(|(how, events, within)| Node { id: 0, how, events, within })
    });
    tree.prop_map(|mut tree| {
        number(&mut tree, &mut 0);
        tree
    })
}

fn number(node: &mut Node, next: &mut i64) {
    node.id = *next;
    *next += 1;
    node.within.iter_mut().for_each(|inner| number(inner, next));
}

/// What is to be exported of a run: the enclosing run, whether its status is an error, its `error.type`, its events.
type Seen = (Option<i64>, bool, Option<String>, usize);

fn expected(node: &Node, parent: Option<i64>, all: &mut BTreeMap<i64, Seen>) {
    let (error, exceptions) = match node.how {
        How::Run | How::TryOk | How::Async | How::Elsewhere => (None, 0),
        How::TryErr | How::AsyncErr => (Some("core::fmt::Error"), 1),
        How::Panic | How::AsyncPanic => (Some("panic"), 1),
        How::Cancelled => (Some("cancelled"), 0),
    };
    all.insert(node.id, (parent, error.is_some(), error.map(str::to_owned), node.events + exceptions));
    node.within.iter().for_each(|inner| expected(inner, Some(node.id), all));
}

fn exported(spans: &[SpanData]) -> BTreeMap<i64, Seen> {
    let id = |span: &SpanData| text(&span.attributes, "id").expect("it was given").parse().expect("it is a number");
    let ids: HashMap<_, i64> = spans.iter().map(|span| (span.span_context.span_id(), id(span))).collect();
    let seen = |span: &SpanData| {
        let parent = (span.parent_span_id != SpanId::INVALID).then(|| ids[&span.parent_span_id]);
        let failed = matches!(span.status, Status::Error { .. });
        (id(span), (parent, failed, text(&span.attributes, "error.type"), span.events.len()))
    };
    assert_eq!(ids.len(), spans.len(), "each span has an identity of its own");
    spans.iter().map(seen).collect()
}

type Work<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Runs a node. Whatever becomes of it, the current span is then the one that it was.
fn execute<'a>(node: &'a Node, span: &'a Span<Id>) -> Work<'a> {
    Box::pin(async move {
        let id = Id { id: node.id };
        let before = current();
        let inside = |active: &meterstick::trace::ActiveSpan| {
            (0..node.events).for_each(|_| active.event("event", &()));
            node.within.iter().for_each(|inner| block_on(execute(inner, span)));
        };
        let awaited = async |active: meterstick::trace::ActiveSpan| {
            (0..node.events).for_each(|_| active.event("event", &()));
            for inner in &node.within {
                yield_once().await;
                execute(inner, span).await;
            }
        };
        match node.how {
            How::Run => span.run(id, |active| inside(active)),
            How::TryOk => {
                let worked = span.try_run(id, |active| {
                    inside(active);
                    Ok::<_, std::fmt::Error>(())
                });
                assert!(worked.is_ok());
            }
            How::TryErr => {
                let failed = span.try_run(id, |active| {
                    inside(active);
                    Err::<(), _>(std::fmt::Error)
                });
                assert!(failed.is_err());
            }
            How::Panic => {
                let run = || {
                    span.run(id, |active| {
                        inside(active);
                        resume_unwind(Box::new("on purpose"))
                    })
                };
                assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
            }
            How::Async => span.run_async(id, awaited).await,
            How::AsyncErr => {
                let failed = span.try_run_async(id, async |active| {
                    awaited(active).await;
                    Err::<(), _>(std::fmt::Error)
                });
                assert!(failed.await.is_err());
            }
            How::AsyncPanic => {
                let run = span.run_async(id, async |active| {
                    awaited(active).await;
                    resume_unwind(Box::new("on purpose"))
                });
                let mut run = pin!(run);
                let caught = poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| run.as_mut().poll(cx))) {
                    Ok(Poll::Pending) => Poll::Pending,
                    ended => Poll::Ready(ended.is_err()),
                });
                assert!(caught.await);
            }
            How::Elsewhere => {
                let run = span.run_async(id, async |active| {
                    inside(&active);
                    yield_once().await;
                });
                thread::scope(|scope| scope.spawn(|| block_on(run)).join().unwrap());
            }
            How::Cancelled => {
                let run = span.run_async(id, async |active| {
                    inside(&active);
                    pending::<()>().await;
                });
                let mut run = Box::pin(run);
                assert!(run.as_mut().poll(&mut task::Context::from_waker(Waker::noop())).is_pending());
            }
        }
        assert_eq!(current(), before);
    })
}

fn current() -> SpanId {
    Context::current().span().span_context().span_id()
}

fn block_on<F: Future>(work: F) -> F::Output {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(ended) = work.as_mut().poll(&mut task::Context::from_waker(Waker::noop())) {
            return ended;
        }
    }
}

async fn yield_once() {
    let mut yielded = false;
    poll_fn(|_| if std::mem::replace(&mut yielded, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_nested_has_one_span_each_that_says_how_it_went(tree in nodes()) {
        let traces = Traces::new();
        let span = Tracer::span::<Internal>().name("node").attributes::<Id>().exception_events().build(&traces.tracer);
        block_on(execute(&tree, &span));
        let mut all = BTreeMap::new();
        expected(&tree, None, &mut all);
        prop_assert_eq!(exported(&traces.ended()), all);
        prop_assert_eq!(current(), SpanId::INVALID);
    }
}
