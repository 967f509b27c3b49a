//! Lookups, loads, evictions and sizes are counted, and the spans of loads.

use std::collections::HashSet;
#[cfg(feature = "trace")]
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Barrier;
use std::time::Duration;

use meterstick::cache::Cache;
use moka::sync::Cache as Moka;
use proptest::prelude::*;

use super::wire::Wire;
use super::{count, evictions, listener, lookups};

#[test]
fn lookups_loads_and_size_are_measured() {
    let wire = Wire::new();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder());
    assert_eq!(cache.get("a"), None);
    assert_eq!(cache.get_with("a".to_owned(), || 1), 1);
    assert_eq!(cache.get_with("a".to_owned(), || 2), 1);
    assert_eq!(cache.clone().get("a"), Some(1));
    assert_eq!(
        cache.try_get_with("b".to_owned(), || "x".parse::<i32>()).map_err(|error| error.to_string()),
        Err("invalid digit found in string".to_owned())
    );
    cache.moka().run_pending_tasks();

    let collection = wire.collect();
    assert_eq!(lookups(&collection, "words"), (2, 3));
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 1);
    let loads = collection.distributions("cache.load.duration");
    assert_eq!(loads["cache.name=words"].count, 1);
    assert_eq!(loads["cache.name=words,error.type=core::num::error::ParseIntError"].count, 1);
    for (name, unit) in [("cache.lookups", "{lookup}"), ("cache.load.duration", "s"), ("cache.size", "{entry}")] {
        assert_eq!(collection.metric(name).unwrap().unit, unit);
    }
}

#[test]
fn evictions_are_counted_by_their_cause() {
    let wire = Wire::new();
    let builder = Moka::builder().max_capacity(10).time_to_live(Duration::from_millis(20));
    let cache = Cache::new(&wire.meter(), "words", builder);
    cache.insert(0, 'a');
    cache.insert(0, 'b');
    cache.invalidate(&0);
    for key in 1..=100 {
        cache.insert(key, 'c');
    }
    cache.moka().run_pending_tasks();
    let collection = wire.collect();
    assert_eq!(evictions(&collection, "replaced"), 1);
    assert_eq!(evictions(&collection, "explicit"), 1);
    let (size, left) = (evictions(&collection, "size"), count(&collection, "cache.size", "cache.name=words"));
    assert!(size >= 1 && left <= 10, "{size} {left}");

    std::thread::sleep(Duration::from_millis(40));
    cache.moka().run_pending_tasks();
    let collection = wire.collect();
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
    let ended: i64 =
        ["size", "expired", "explicit", "replaced"].iter().map(|cause| evictions(&collection, cause)).sum();
    assert_eq!(ended, 102, "each entry ended once");
}

#[test]
fn a_load_that_panics_is_a_failed_one() {
    let wire = Wire::new();
    let cache = Cache::<u8, u8>::new(&wire.meter(), "words", Moka::builder());
    let load = || cache.get_with(1, || panic!("the load panics, as the test wants"));
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(load)).is_err());
    let collection = wire.collect();
    assert_eq!(lookups(&collection, "words"), (0, 1));
    assert_eq!(collection.distributions("cache.load.duration")["cache.name=words,error.type=panic"].count, 1);
}

#[test]
fn of_many_that_miss_at_once_one_loads() {
    let wire = Wire::new();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder());
    let start = Barrier::new(8);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                start.wait();
                cache.get_with('a', || std::thread::sleep(Duration::from_millis(20)));
            });
        }
    });
    let collection = wire.collect();
    assert_eq!(lookups(&collection, "words"), (7, 1));
    assert_eq!(collection.distributions("cache.load.duration")["cache.name=words"].count, 1);
}

#[test]
fn a_task_that_waits_for_a_failed_load_counts_a_miss() {
    let wire = Wire::new();
    let cache = Cache::<_, ()>::new(&wire.meter(), "words", Moka::builder());
    let start = Barrier::new(4);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                start.wait();
                let load = || {
                    std::thread::sleep(Duration::from_millis(20));
                    Err("there is no such word")
                };
                assert!(cache.try_get_with('a', load).is_err());
            });
        }
    });
    assert_eq!(lookups(&wire.collect(), "words"), (0, 4));
}

#[test]
fn a_listener_that_panics_is_called_again() {
    let wire = Wire::new();
    let listener = |_, _, _| panic!("the listener panics, as the test wants");
    let cache = Cache::listened(&wire.meter(), "words", Moka::builder(), listener);
    (0..3).for_each(|value| cache.insert(1, value));
    assert_eq!(evictions(&wire.collect(), "replaced"), 2);
}

#[test]
fn a_log_subscriber_that_panics_at_a_panicking_listener_ends_no_counting() {
    let wire = Wire::new();
    let listener = |_, _, _| panic!("the listener panics, as the test wants");
    let cache = Cache::listened(&wire.meter(), "words", Moka::builder(), listener);
    let subscriber = listener::Listener(|event: &tracing::Event<'_>| {
        assert!(!event.metadata().name().starts_with("Meterstick."), "so does the subscriber");
    });
    tracing::subscriber::with_default(subscriber, || (0..4).for_each(|value| cache.insert(1, value)));
    assert_eq!(evictions(&wire.collect(), "replaced"), 3);
}

#[test]
fn caches_of_one_name_add_up() {
    let wire = Wire::new();
    let [one, two] = [3, 5].map(|entries| {
        let cache = Cache::new(&wire.meter(), "words", Moka::builder());
        (0..entries).for_each(|key| cache.insert(key, key));
        assert_eq!(cache.get(&0), Some(0));
        cache.insert(0, 1);
        cache
    });
    let collection = wire.collect();
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 8);
    assert_eq!(evictions(&collection, "replaced"), 2);
    assert_eq!(lookups(&collection, "words"), (2, 0));
    drop(one);
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 5);
    drop(two);
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 0);
}

#[test]
#[cfg(feature = "trace")]
fn loads_are_in_spans_on_request() {
    use opentelemetry::trace::{Status, TraceContextExt, TracerProvider};
    use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider};

    let wire = Wire::new();
    let spans = InMemorySpanExporter::default();
    let tracers = SdkTracerProvider::builder().with_simple_exporter(spans.clone()).build();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder()).with_spans(&tracers.tracer("test"));
    cache.get_with("a", || assert!(opentelemetry::Context::current().has_active_span()));
    cache.get_with("a", || ());
    assert!(cache.try_get_with("b", || "x".parse::<u8>().map(drop)).is_err());

    let spans = spans.get_finished_spans().unwrap();
    // A failed load is as what `try_run` runs.
    assert_eq!(spans[1].status, Status::error("invalid digit found in string"));
    let seen: Vec<_> = spans
        .iter()
        .map(|span| {
            let mut set: Vec<_> = span.attributes.iter().map(|one| format!("{}={}", one.key, one.value)).collect();
            set.sort();
            (&*span.name, set.join(","), span.status != Status::Unset)
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("cache.load", "cache.name=words".to_owned(), false),
            ("cache.load", "cache.name=words,error.type=core::num::error::ParseIntError".to_owned(), true),
        ]
    );
}

/// Code inside the load may set the status of its span through OpenTelemetry's API.
#[test]
#[cfg(feature = "trace")]
fn a_loads_span_and_its_duration_have_one_outcome() {
    use opentelemetry::trace::{Status, TraceContextExt, TracerProvider};
    use opentelemetry::{Context, KeyValue};
    use opentelemetry_sdk::trace::{InMemorySpanExporter, Sampler, SdkTracerProvider};

    for sampler in [Sampler::AlwaysOn, Sampler::AlwaysOff] {
        let sampled = matches!(sampler, Sampler::AlwaysOn);
        let wire = Wire::new();
        let spans = InMemorySpanExporter::default();
        let tracers = SdkTracerProvider::builder().with_simple_exporter(spans.clone()).with_sampler(sampler).build();
        let cache = Cache::new(&wire.meter(), "words", Moka::builder()).with_spans(&tracers.tracer("test"));
        let say = |status| Context::current().span().set_status(status);
        cache.get_with(1, || say(Status::error("bad")));
        let class = KeyValue::new("error.type", "bad_word");
        cache.get_with(2, || Context::current().span().set_attribute(class));
        let ok = || {
            say(Status::Ok);
            Err(std::fmt::Error)
        };
        assert!(cache.try_get_with(3, ok).is_err());
        let panics = || -> () { panic!("no") };
        assert!(catch_unwind(AssertUnwindSafe(|| cache.get_with(4, panics))).is_err());

        if sampled {
            let classes: Vec<_> = spans
                .get_finished_spans()
                .unwrap()
                .iter()
                .map(|span| {
                    let class = span.attributes.iter().find(|one| one.key.as_str() == "error.type");
                    (class.map(|one| one.value.to_string()), matches!(span.status, Status::Error { .. }))
                })
                .collect();
            let class = |class: &str| (Some(class.to_owned()), true);
            assert_eq!(classes, [class("_OTHER"), class("bad_word"), (None, false), class("panic")]);
        }
        let collection = wire.collect();
        let loads = collection.distributions("cache.load.duration");
        for class in ["_OTHER", "bad_word", "panic"] {
            assert_eq!(loads[&format!("cache.name=words,error.type={class}")].count, 1, "{class}");
        }
        assert_eq!(loads["cache.name=words"].count, 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// An unbounded cache is a set of the keys that it has seen.
    #[test]
    fn hits_and_misses_are_those_of_a_set(keys in prop::collection::vec(0..6_u8, 0..40)) {
        let wire = Wire::delta();
        let cache = Cache::new(&wire.meter(), "words", Moka::builder());
        let mut seen = HashSet::new();
        let hits = keys.iter().filter(|key| !seen.insert(**key)).count() as i64;
        for key in &keys {
            prop_assert_eq!(cache.get_with(*key, || *key), *key);
        }
        let collection = wire.collect();
        prop_assert_eq!(lookups(&collection, "words"), (hits, seen.len() as i64));
    }
}
