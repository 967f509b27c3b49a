//! Whatever is said, and however it ends: status, `error.type` and event say the same, in spans and in durations.

use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use meterstick::prelude::*;
use meterstick::trace::{ActiveSpan, Client, Operation, OperationDeclaration, Span, SpanDeclaration, Tracer};
use opentelemetry::metrics::MeterProvider;
use opentelemetry::trace::noop::NoopTracer;
use opentelemetry::trace::{SpanRef, Status, TraceContextExt};
use opentelemetry::{Context, KeyValue};
use opentelemetry_sdk::trace::{Sampler, SpanData};

use crate::support::{Meters, Traces, error, pairs, poll_once, text, texts};

const SPAN: SpanDeclaration = Tracer::span::<Client>().name("work").exception_events();
const OPERATION: OperationDeclaration =
    Tracer::operation::<Client>().name("work").duration("work.duration").exception_events();
const ERROR_TYPE: Key<&str> = Key::new("error.type");

#[derive(Clone, Copy, Debug, PartialEq)]
enum Say {
    Ok,
    Fail(&'static str),
    Class(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum How {
    Value,
    Good,
    Bad,
    Panic,
    Cancelled,
    GuardDropped,
    GuardGood,
    GuardBad,
    GuardPanic,
}

/// The rule, once more: what is said last counts, the end comes last, and that all is well is final.
fn expected(said: &[Say], how: How) -> (Status, Option<&'static str>, bool) {
    if said.contains(&Say::Ok) {
        return (Status::Ok, None, false);
    }
    let last = |pick: fn(&Say) -> Option<&'static str>| said.iter().rev().find_map(pick);
    let description = last(|say| if let Say::Fail(description) = say { Some(description) } else { None });
    let class = last(|say| if let Say::Class(class) = say { Some(class) } else { None });
    let class = class.filter(|class| !class.is_empty());
    match how {
        How::Bad | How::GuardBad => (error("no"), Some("&str"), true),
        How::Panic => (error("panics"), Some("panic"), true),
        How::GuardPanic => (error("the thread panicked"), Some("panic"), false),
        How::Cancelled => (error("cancelled: the future was dropped before its end"), Some("cancelled"), false),
        _ if said.is_empty() => (Status::Unset, None, false),
        _ => (error(description.unwrap_or_default()), Some(class.unwrap_or("_OTHER")), false),
    }
}

fn say(span: &ActiveSpan, said: &[Say]) {
    for say in said {
        match say {
            Say::Ok => span.clone().ok(),
            Say::Fail(description) => span.clone().fail(*description),
            // In each way in which an attribute is set.
            Say::Class(class) if class.len() % 2 == 0 => span.set(&[KeyValue::new("error.type", *class)]),
            Say::Class(class) => span.attribute(ERROR_TYPE, class),
        }
    }
}

macro_rules! run {
    ($live:expr, $said:expr, $how:expr) => {{
        let (live, said) = ($live, $said);
        match $how {
            How::Value => live.run(|span| say(span, said)),
            How::Good => {
                let _ = live.try_run(|span| {
                    say(span, said);
                    Ok::<_, &str>(())
                });
            }
            How::Bad => {
                let failed = live.try_run(|span| {
                    say(span, said);
                    Err::<(), _>("no")
                });
                assert_eq!(failed, Err("no"));
            }
            How::Panic => {
                let panicked = catch_unwind(AssertUnwindSafe(|| {
                    live.run(|span| {
                        say(span, said);
                        std::panic::resume_unwind(Box::new("panics"))
                    })
                }));
                assert!(panicked.is_err());
            }
            How::Cancelled => {
                let polled = poll_once(live.run_async(async |span| {
                    say(&span, said);
                    pending::<()>().await;
                }));
                assert!(polled.is_pending());
            }
            How::GuardDropped => say(&live.start(), said),
            How::GuardGood => {
                let span = live.start();
                say(&span, said);
                assert_eq!(span.end_with(Ok::<_, &str>(1)), Ok(1));
            }
            How::GuardBad => {
                let span = live.start();
                say(&span, said);
                assert_eq!(span.end_with(Err::<(), _>("no")), Err("no"));
            }
            How::GuardPanic => {
                let panicked = catch_unwind(AssertUnwindSafe(|| {
                    let span = live.start();
                    say(&span, said);
                    std::panic::resume_unwind(Box::new("panics"))
                }));
                assert!(panicked.is_err());
            }
        }
    }};
}

fn check(span: &SpanData, said: &[Say], how: How) {
    let (status, class, exception) = expected(said, how);
    assert_eq!(span.status, status, "{said:?}, {how:?}");
    assert_eq!(text(&span.attributes, "error.type").as_deref(), class, "{said:?}, {how:?}");
    assert_eq!(span.events.events.len(), usize::from(exception), "{said:?}, {how:?}");
}

const ALL: [How; 9] = [
    How::Value,
    How::Good,
    How::Bad,
    How::Panic,
    How::Cancelled,
    How::GuardDropped,
    How::GuardGood,
    How::GuardBad,
    How::GuardPanic,
];

/// All that can be said in at most three words.
fn sayings() -> Vec<Vec<Say>> {
    let words = [Say::Ok, Say::Fail("zzz"), Say::Fail("aaa"), Say::Class("x"), Say::Class("timeout."), Say::Class("")];
    let mut all = vec![Vec::new()];
    let mut longest = all.clone();
    for _ in 0..3 {
        longest = longest.iter().flat_map(|said| words.map(|word| [&said[..], &[word]].concat())).collect();
        all.extend(longest.clone());
    }
    all
}

#[test]
fn status_class_and_event_of_a_span_never_contradict_each_other() {
    for said in sayings() {
        for how in ALL {
            let traces = Traces::new();
            let span: Span = SPAN.build(&traces.tracer);
            run!(&span, &said[..], how);
            check(&traces.only(), &said, how);
        }
    }
}

#[test]
fn an_operation_says_the_same_in_both_signals() {
    for sampler in [Sampler::AlwaysOn, Sampler::AlwaysOff] {
        // A duration that nobody said anything of is not recorded: it would be a success.
        let is_recorded = |said: &[Say], how| how != How::GuardDropped || !said.is_empty();
        let sampled = matches!(sampler, Sampler::AlwaysOn);
        let traces = Traces::sampled(sampler);
        for how in ALL {
            let meters = Meters::new();
            let operation: Operation = OPERATION.build(&traces.tracer, &meters.provider.meter("shop"));
            let mut classes: Vec<Option<&str>> = Vec::new();
            for said in sayings() {
                run!(&operation, &said[..], how);
                if is_recorded(&said, how) {
                    classes.push(expected(&said, how).1);
                }
                if sampled {
                    check(traces.ended().last().unwrap(), &said, how);
                }
            }
            for (point, _) in meters.points() {
                let class = point.attributes.first().map(|(_, class)| class.as_str());
                assert_eq!(point.attributes.len(), usize::from(class.is_some()));
                let times = classes.iter().filter(|one| **one == class).count();
                assert_eq!(point.count, times as u64, "{how:?}, {class:?}");
                classes.retain(|one| *one != class);
            }
            assert!(classes.is_empty(), "{how:?}: {classes:?}");
            assert_eq!(operation.duration().dropped(), u64::from(how == How::GuardDropped), "{how:?}");
        }
    }
}

#[test]
fn a_key_that_comes_twice_is_there_once_in_both_signals() {
    const ANY: OperationDeclaration<KeyValues> =
        Tracer::operation::<Client>().name("work").duration("work.duration").attributes::<KeyValues>();
    let given =
        [KeyValue::new("k", 1), KeyValue::new("error.type", 500), KeyValue::new("k", 2), KeyValue::new("other", true)];
    for shown in [false, true] {
        let declaration = if shown { ANY.sampled_by_attributes() } else { ANY };
        let run = |work: &dyn Fn(&Operation<KeyValues>)| {
            let (traces, meters) = (Traces::new(), Meters::new());
            work(&declaration.build(&traces.tracer, &meters.provider.meter("shop")));
            let span = traces.only();
            assert_eq!(texts(&span.attributes), meters.only());
            (span.status, meters.only())
        };
        let with = |class: &[(&str, &str)]| pairs(&[class, &[("k", "2"), ("other", "true")]].concat());

        let (status, attributes) = run(&|operation| {
            let _ = operation.try_run(&given[..], |_| Err::<(), _>("no"));
        });
        assert_eq!((status, attributes), (error("no"), with(&[("error.type", "&str")])));
        // To be given one says that it failed.
        let (status, attributes) = run(&|operation| operation.run(&given[..], |_| ()));
        assert_eq!((status, attributes), (error(""), with(&[("error.type", "500")])));
        let (status, attributes) = run(&|operation| operation.run(&given[..], |span| span.ok()));
        assert_eq!((status, attributes), (Status::Ok, with(&[])));

        // Where there is no span, the duration is the same.
        let (traces, meters) = (Traces::sampled(Sampler::AlwaysOff), Meters::new());
        declaration.build(&traces.tracer, &meters.provider.meter("shop")).run(&given[..], |_| ());
        assert_eq!(meters.only(), with(&[("error.type", "500")]));
    }
}

#[test]
fn what_is_set_last_counts() {
    let traces = Traces::new();
    let span = Tracer::span::<Client>().name("work").attributes::<KeyValues>().build(&traces.tracer);
    const K: Key<i64> = Key::new("k");
    span.run(&[KeyValue::new("k", 1), KeyValue::new("l", 1)][..], |span| {
        span.attribute(K, 2);
        span.set(&vec![KeyValue::new("l", 2), KeyValue::new("l", 3)]);
        span.clone().attribute(K, 3);
        span.event("twice", &[KeyValue::new("k", 1), KeyValue::new("k", 2)]);
    });
    let span = traces.only();
    assert_eq!(span.attributes, [KeyValue::new("k", 3), KeyValue::new("l", 3)]);
    assert_eq!(span.events.events[0].attributes, [KeyValue::new("k", 2)]);
}

/// Sets statuses and classes on the current span, as a library does, which does not know the operation.
fn by_the_api(operation: &Operation) {
    let by_the_api = |what: &dyn Fn(SpanRef<'_>)| {
        let context = Context::current();
        what(context.span());
    };
    let _ = operation.try_run(|_| {
        by_the_api(&|span| {
            span.set_status(Status::error("zzz"));
            span.set_attributes([KeyValue::new("k", 1), KeyValue::new("error.type", "theirs"), KeyValue::new("k", 2)]);
        });
        Err::<(), _>("aaa")
    });
    operation.run(|_| by_the_api(&|span| span.set_status(Status::error("theirs"))));
    operation.run(|_| by_the_api(&|span| span.set_attribute(KeyValue::new("error.type", 500))));
    operation.run(|span| {
        span.fail("ours");
        by_the_api(&|span| {
            span.set_status(Status::Unset);
            span.set_status(Status::Ok);
            span.set_status(Status::error("too late"));
        });
    });
    operation.run(|_| by_the_api(&|span| span.set_status(Status::Unset)));
    let expected = operation.try_run(|_| {
        by_the_api(&|span| span.set_status(Status::Ok));
        Err::<(), _>("expected")
    });
    assert_eq!(expected, Err("expected"));
    // Ended: what was set until then is not lost, and what comes later is taken by nobody.
    operation.run(|span| {
        span.set(&[KeyValue::new("k", 1)]);
        by_the_api(&|span| span.end());
        span.set(&[KeyValue::new("k", 2)]);
    });
    operation.run(|span| {
        span.fail("then ended");
        by_the_api(&|span| span.end());
    });
    operation.run(|span| {
        by_the_api(&|span| span.end());
        span.fail("too late");
    });
    // Not the current span, except where it is entered. Its outcome is known, so the duration is recorded.
    let started = operation.start();
    by_the_api(&|span| span.set_status(Status::error("of nothing")));
    let entered = started.enter();
    by_the_api(&|span| span.set_status(Status::error("entered")));
    drop(entered);
    drop(started);
    // In a future, on another thread, and in the context that is passed on.
    let _ = poll_once(operation.run_async(async |span| {
        let context = span.context().clone();
        std::thread::spawn(move || context.span().set_attribute(KeyValue::new("error.type", "far"))).join()
    }));
}

#[test]
fn what_other_code_sets_on_the_span_counts_as_what_is_set_here() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let operation: Operation = OPERATION.build(&traces.tracer, &meters.provider.meter("shop"));
    by_the_api(&operation);
    let ended = traces.ended();
    let seen: Vec<_> = ended.iter().map(|span| (span.status.clone(), texts(&span.attributes))).collect();
    let class = |class| ("error.type", class);
    assert_eq!(
        seen,
        [
            (error("aaa"), pairs(&[class("&str"), ("k", "2")])),
            (error("theirs"), pairs(&[class("_OTHER")])),
            (error(""), pairs(&[class("500")])),
            (Status::Ok, Vec::new()),
            (Status::Unset, Vec::new()),
            (Status::Ok, Vec::new()),
            (Status::Unset, pairs(&[("k", "1")])),
            (error("then ended"), pairs(&[class("_OTHER")])),
            (Status::Unset, Vec::new()),
            (error("entered"), pairs(&[class("_OTHER")])),
            (error(""), pairs(&[class("far")])),
        ]
    );
    let classes: Vec<_> = meters.points().into_iter().map(|(point, _)| (point.attributes, point.count)).collect();
    let counted = |one, count| (pairs(&[class(one)]), count);
    assert_eq!(
        classes,
        [(Vec::new(), 5), counted("&str", 1), counted("500", 1), counted("_OTHER", 3), counted("far", 1)]
    );
}

#[test]
fn a_duration_does_not_depend_on_the_sampler() {
    let durations = |sampler| {
        let (traces, meters) = (Traces::sampled(sampler), Meters::new());
        let operation: Operation = OPERATION.build(&traces.tracer, &meters.provider.meter("shop"));
        by_the_api(&operation);
        let durations: Vec<_> = meters.points().into_iter().map(|(point, _)| point).collect();
        (durations, operation.duration().dropped())
    };
    let sampled = durations(Sampler::AlwaysOn);
    assert_eq!(sampled.0.iter().map(|point| point.count).sum::<u64>(), 11);
    assert_eq!(durations(Sampler::AlwaysOff), sampled);
}

/// Without a provider, an operation has no span of its own. One without an identity would be the parent of spans of other
/// providers, and the SDK's samplers drop its children.
#[test]
fn without_a_span_of_its_own_an_operation_does_not_get_what_other_code_sets() {
    let (traces, meters) = (Traces::sampled(Sampler::ParentBased(Box::new(Sampler::AlwaysOn))), Meters::new());
    let operation: Operation = OPERATION.build(Arc::new(NoopTracer::new()), &meters.provider.meter("shop"));
    let (other, fails) = (SPAN.build(&traces.tracer), || Context::current().span().set_status(Status::error("no")));
    operation.run(|_| {
        fails();
        other.run(|_| ());
    });
    other.run(|_| operation.run(|_| fails()));
    let [child, around] = &traces.ended()[..] else { panic!("two spans") };
    assert_eq!((&child.status, &around.status), (&Status::Unset, &error("no")));
    operation.run(|span| span.fail("here"));
    // Neither where telemetry is suppressed, nor after the shutdown of the provider.
    let sampled: Operation = OPERATION.build(&traces.tracer, &meters.provider.meter("shop"));
    {
        let _suppressed = Context::enter_telemetry_suppressed_scope();
        sampled.run(|_| fails());
    }
    traces.provider.shutdown().unwrap();
    sampled.run(|_| fails());
    let points: Vec<_> = meters.points().into_iter().map(|(point, _)| (point.attributes, point.count)).collect();
    assert_eq!(points, [(Vec::new(), 4), (pairs(&[("error.type", "_OTHER")]), 1)]);
}

/// A span that a duration listens to is the current one as any that the sampler drops: its children are its, and not sampled.
#[test]
fn a_span_that_is_dropped_has_its_identity_in_an_operation() {
    let (traces, meters) = (Traces::sampled(Sampler::ParentBased(Box::new(Sampler::AlwaysOff))), Meters::new());
    let operation: Operation = OPERATION.build(&traces.tracer, &meters.provider.meter("shop"));
    operation.run(|around| {
        let span = around.span_context();
        assert!(span.is_valid() && !span.is_sampled() && !around.is_recording());
        let context = Context::current();
        assert_eq!(context.span().span_context(), &span);
        assert!(!context.span().is_recording());
        SPAN.build(&traces.tracer).run(|child| {
            assert_eq!(child.span_context().trace_id(), span.trace_id());
            assert!(!child.is_recording());
        });
    });
    assert!(traces.ended().is_empty());
}

#[test]
fn the_class_is_there_also_at_the_limit_of_attributes() {
    let traces = Traces::new();
    let failed = SPAN.build(&traces.tracer).try_run(|span| {
        let many: Vec<_> = (0..1_000).map(|n| KeyValue::new(format!("k{n}"), n)).collect();
        span.set(&many);
        Err::<(), _>("no")
    });
    assert!(failed.is_err());
    let span = traces.only();
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("&str"));
    assert_eq!((span.attributes.len(), span.dropped_attributes_count), (128, 873));
}

/// A list of attributes is bounded, and is made of a recorded span only.
#[test]
fn a_sampler_that_sees_many_attributes_leaves_room_for_the_class() {
    const SHOWN: OperationDeclaration<KeyValues> = OPERATION.attributes::<KeyValues>().sampled_by_attributes();
    for attributes in [126, 127, 128, 200] {
        let many: Vec<_> = (0..attributes).map(|n| KeyValue::new(format!("k{n}"), n)).collect();
        let (traces, meters) = (Traces::sampled(Sampler::AlwaysOn), Meters::new());
        let operation = SHOWN.build(&traces.tracer, &meters.provider.meter("shop"));
        assert_eq!(operation.try_run(&*many, |_| Err::<(), _>("e")), Err("e"));
        let [span] = &traces.ended()[..] else { panic!("one span ends") };
        assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("&str"), "{attributes}");
        assert_eq!(span.attributes.len() + span.dropped_attributes_count as usize, attributes as usize + 1);
    }
}

#[test]
fn a_class_after_thousands_of_attributes_is_in_both_signals() {
    let many = (0..5_000).map(|n| KeyValue::new(format!("k{n}"), n));
    let many: Vec<_> = many.chain([KeyValue::new("error.type", "late")]).collect();
    for sampler in [Sampler::AlwaysOn, Sampler::AlwaysOff] {
        let (traces, meters) = (Traces::sampled(sampler), Meters::new());
        OPERATION.build(&traces.tracer, &meters.provider.meter("shop")).run(|span| span.set(&many));
        assert_eq!(meters.only(), pairs(&[("error.type", "late")]));
        assert!(traces.ended().iter().all(|span| text(&span.attributes, "error.type").as_deref() == Some("late")));
    }
}
