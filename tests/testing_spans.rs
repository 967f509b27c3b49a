//! The test kit for spans, as a user's test would use it.

use std::panic::catch_unwind;
use std::thread;

use meterstick::Key;
use meterstick::prelude::*;
use meterstick::testing::{TestMeter, TestTracer};
use meterstick::trace::{self, ByValue, Client, Internal, Operation, Outcome, Server, Span, SpanDeclaration, Tracer};
use meterstick::unit::One;
use opentelemetry::trace::{SpanKind, Status};

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "user")]
struct User<'a> {
    id: i64,
    tenant: &'a str,
    admin: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Page {
    rows: u32,
    last: bool,
}

#[derive(Clone, Copy, Debug, AttributeValue)]
enum ChargeError {
    CardDeclined,
}

impl std::fmt::Display for ChargeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the card was declined")
    }
}

const SHOP: Scope = Scope::new("shop").version("1.2.0");
const ADA: User<'static> = User { id: 7, tenant: "acme", admin: None };
const TABLE: Key<&str> = Key::new("db.collection.name");

static GET_USER: Span<User<'static>> = Tracer::span::<Server>().name("get-user").attributes::<User>().global(SHOP);
static QUERY: Span = Tracer::span::<Client>().name("query").global(SHOP);
static CHARGE: Operation<User<'static>, ByValue> = Tracer::operation::<Client>()
    .name("charge")
    .duration("shop.charge.duration")
    .attributes::<User>()
    .error_type::<ByValue>()
    .global(SHOP);
const PARSE: SpanDeclaration = Tracer::span::<Internal>().name("parse");

#[test]
fn a_span_is_read_back_by_its_declaration_with_all_that_it_has() {
    let tracer = TestTracer::new();
    let _entered = tracer.enter();
    let sent = trace::run("send", |span| span.span_context());
    GET_USER.with_link(&sent, &Page { rows: 0, last: true }).run(ADA, |span| {
        span.attribute(TABLE, "users");
        span.event("page sent", &Page { rows: 20, last: false });
        QUERY.run(|span| span.fail("no such table"));
    });

    let span = tracer.span(&GET_USER, ADA);
    assert_eq!((&*span.name, &span.kind, &span.status), ("get-user", &SpanKind::Server, &Status::Unset));
    assert_eq!((&*span.scope, span.version.as_deref()), ("shop", Some("1.2.0")));
    assert!(span.has(&ADA) && span.has_attribute(TABLE, "users"));
    assert!(!span.has(&User { id: 8, ..ADA }) && !span.has_attribute(TABLE, "orders"));
    assert_eq!(span.attribute("user.id"), Some(&7.into()));
    assert!(span.event("page sent").has(&Page { rows: 20, last: false }));
    assert!(span.link(&sent).unwrap().has(&Page { rows: 0, last: true }));
    assert!(span.parent.is_none() && span.ended >= span.started);

    let query = tracer.span(&QUERY, ());
    assert!(query.is_child_of(&span) && !span.is_child_of(&query));
    assert_eq!(query.status, Status::error("no such table"));
    assert_eq!(query.error_type().as_deref(), Some("_OTHER"));
    let recorded = tracer.recorded();
    assert_eq!(recorded.children(&span).count(), 1);
    assert_eq!(recorded.named("send").count(), 1);
}

#[test]
fn the_attributes_tell_spans_of_one_declaration_apart() {
    let tracer = TestTracer::new();
    let _entered = tracer.enter();
    for id in 1..=3 {
        GET_USER.run(User { id, ..ADA }, |_| ());
    }
    GET_USER.run(User { id: 1, admin: Some(true), ..ADA }, |_| ());
    assert_eq!(tracer.spans(&GET_USER).len(), 4);
    // What the set leaves out is not there.
    assert!(tracer.span(&GET_USER, User { id: 1, ..ADA }).attribute("user.admin").is_none());
    assert!(
        tracer.span(&GET_USER, User { id: 1, admin: Some(true), ..ADA }).has_attribute(Key::new("user.admin"), true)
    );
    assert!(tracer.try_span(&GET_USER, User { id: 4, ..ADA }).is_none());
}

#[test]
fn an_operation_has_its_span_and_its_duration() {
    let (tracer, meter) = (TestTracer::new(), TestMeter::new());
    let _entered = (tracer.enter(), meter.enter());
    let charged: Result<(), _> = CHARGE.try_run(ADA, |_| Err(ChargeError::CardDeclined));
    assert!(charged.is_err());
    let span = tracer.span(&CHARGE, ADA);
    assert_eq!(span.status, Status::error("the card was declined"));
    assert_eq!(span.error_type().as_deref(), Some("card_declined"));
    assert_eq!(meter.distribution(CHARGE.duration(), Outcome::failed(ADA, "card_declined")).count(), 1);
}

#[test]
fn what_is_built_is_read_by_itself_or_by_its_declaration() {
    let tracer = TestTracer::new();
    let parse = PARSE.build(&tracer);
    parse.run(|_| ());
    assert_eq!(tracer.span(&parse, ()), tracer.span(&PARSE, ()));
    // It is not entered, so statics are of the global provider.
    QUERY.run(|_| ());
    assert_eq!(tracer.recorded().spans.len(), 1);
}

#[test]
fn one_declaration_of_another_scope_or_kind_is_another_one() {
    static OTHER: Span = Tracer::span::<Client>().name("query").global(Scope::new("other"));
    static KIND: Span = Tracer::span::<Server>().name("query").global(SHOP);
    let tracer = TestTracer::new();
    let _entered = tracer.enter();
    QUERY.run(|_| ());
    assert!(tracer.try_span(&OTHER, ()).is_none() && tracer.try_span(&KIND, ()).is_none());
    OTHER.run(|_| ());
    KIND.run(|_| ());
    assert_eq!((tracer.spans(&QUERY).len(), tracer.spans(&OTHER).len(), tracer.spans(&KIND).len()), (1, 1, 1));
    assert_eq!(tracer.recorded().named("query").count(), 3);

    let with = opentelemetry::InstrumentationScope::builder("shop")
        .with_attributes([opentelemetry::KeyValue::new("tenant", "a")]);
    let tracer_with = opentelemetry::trace::TracerProvider::tracer_with_scope(tracer.provider(), with.build());
    Tracer::span::<Client>().name("query").build(&tracer_with).run(|_| ());
    assert_eq!((tracer.spans(&QUERY).len(), tracer.recorded().named("query").count()), (1, 4));
}

#[test]
fn tests_that_run_at_once_do_not_see_each_other() {
    thread::scope(|scope| {
        for n in 1..=8 {
            scope.spawn(move || {
                let tracer = TestTracer::new();
                let _entered = tracer.enter();
                (0..n).for_each(|_| QUERY.run(|_| ()));
                assert_eq!(tracer.spans(&QUERY).len(), n);
            });
        }
    });
}

#[test]
fn what_was_entered_first_is_back_when_the_second_ends() {
    let (outer, inner) = (TestTracer::new(), TestTracer::new());
    let of_outer = outer.enter();
    QUERY.run(|_| ());
    {
        let _inner = inner.enter();
        QUERY.run(|_| ());
    }
    let of_inner = inner.enter();
    drop(of_outer);
    QUERY.run(|_| ());
    drop(of_inner);
    QUERY.run(|_| ());
    assert_eq!((outer.spans(&QUERY).len(), inner.spans(&QUERY).len()), (1, 2));
}

static JOBS: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("jobs").global(SHOP);

/// As a worker: a task for each job, each on any thread.
async fn work(jobs: i64) {
    let all: Vec<_> = (0..jobs)
        .map(|id| {
            tokio::spawn(async move {
                GET_USER
                    .run_async(User { id, ..ADA }, async |_| {
                        tokio::task::yield_now().await;
                        QUERY.run_async(async |_| tokio::task::yield_now().await).await;
                        JOBS.inc();
                    })
                    .await;
            })
        })
        .collect();
    for one in all {
        one.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn spans_of_tasks_on_many_threads_are_those_of_the_test() {
    let (tracer, meter) = (TestTracer::new(), TestMeter::new());
    let _entered = (tracer.enter_everywhere(), meter.enter_everywhere());
    work(20).await;
    for id in 0..20 {
        let user = tracer.span(&GET_USER, User { id, ..ADA });
        assert_eq!(tracer.recorded().children(&user).count(), 1);
    }
    assert_eq!(meter.value(&JOBS, ()), 20);
}

#[test]
fn tests_that_enter_everywhere_take_turns_whatever_they_enter_first() {
    thread::scope(|scope| {
        for n in 0..8 {
            scope.spawn(move || {
                let (tracer, meter) = (TestTracer::new(), TestMeter::new());
                let mut entered: (Vec<_>, Vec<_>) = (Vec::new(), Vec::new());
                if n % 2 == 0 {
                    entered.0.push(tracer.enter_everywhere());
                    entered.1.push(meter.enter_everywhere());
                } else {
                    entered.1.push(meter.enter_everywhere());
                    entered.0.push(tracer.enter_everywhere());
                }
                // The same one again: it waits for nobody.
                entered.1.push(meter.enter_everywhere());
                thread::spawn(|| {
                    QUERY.run(|_| ());
                    JOBS.inc();
                })
                .join()
                .unwrap();
                assert_eq!((tracer.spans(&QUERY).len(), meter.value(&JOBS, ())), (1, 1));
            });
        }
    });
}

#[test]
fn a_failed_assertion_shows_a_tree_and_leaves_the_tracer_as_it_is() {
    let tracer = TestTracer::new();
    let _entered = tracer.enter();
    assert_eq!(tracer.recorded().to_string(), "no span has ended\n");
    GET_USER.run(ADA, |span| {
        QUERY.run(|span| span.fail("no such table"));
        QUERY.run(|span| span.ok());
        span.event("done", &());
    });
    // Without `AssertUnwindSafe`.
    let message = |panic: Box<dyn std::any::Any + Send>| *panic.downcast::<String>().unwrap();
    let missing = message(catch_unwind(|| tracer.span(&GET_USER, User { id: 8, ..ADA })).unwrap_err());
    assert_eq!(
        missing,
        "`get-user` has no span that has ended with `user.id=8 user.tenant=acme`; recorded is\n\n\
         get-user  server  user.id=7 user.tenant=acme  [done]\n  \
           query  client  error: no such table  error.type=_OTHER\n  \
           query  client  ok\n"
    );
    let several = message(catch_unwind(|| tracer.try_span(&QUERY, ())).unwrap_err());
    assert!(several.starts_with("`query` has 2 spans with ``; recorded is\n\nget-user"), "{several}");
    let event = tracer.span(&GET_USER, ADA);
    let event = message(catch_unwind(|| event.event("sent").time).unwrap_err());
    assert_eq!(event, "`get-user` has no event `sent`; its events are [done]");
    assert_eq!(tracer.clone().spans(&QUERY).len(), 2);
}
