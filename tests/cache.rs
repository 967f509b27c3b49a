//! What a cache measures, on the wire.

#[path = "it/listener.rs"]
mod listener;
#[path = "it/wire.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod wire;

use std::collections::HashSet;
use std::sync::{Barrier, Mutex};
use std::time::Duration;

use meterstick::cache::Cache;
use meterstick::prelude::*;
use meterstick::unit::One;
use moka::sync::Cache as Moka;
use proptest::prelude::*;
use wire::{Collection, Value, Wire};

fn count(collection: &Collection, name: &str, set: &str) -> i64 {
    match collection.numbers(name).get(set) {
        None => 0,
        Some(Value::Int(count)) => *count,
        Some(other) => panic!("{other:?}"),
    }
}

fn lookups(collection: &Collection, name: &str) -> (i64, i64) {
    let of = |result| count(collection, "cache.lookups", &format!("cache.lookup.result={result},cache.name={name}"));
    (of("hit"), of("miss"))
}

fn evictions(collection: &Collection, cause: &str) -> i64 {
    count(collection, "cache.evictions", &format!("cache.eviction.cause={cause},cache.name=words"))
}

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
fn what_has_expired_is_seen_on_a_cache_that_nobody_uses() {
    let wire = Wire::new();
    let builder = Moka::builder().time_to_live(Duration::from_secs(1));
    let cache = Cache::new(&wire.meter(), "words", builder);
    (0..50).for_each(|key| cache.insert(key, ()));
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 50);
    std::thread::sleep(Duration::from_millis(1100));
    let collection = wire.collect();
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
    assert_eq!(evictions(&collection, "expired"), 50);
}

#[test]
fn all_that_has_expired_is_in_one_collection() {
    let wire = Wire::new();
    let builder = Moka::builder().time_to_live(Duration::from_millis(500));
    let cache = Cache::new(&wire.meter(), "words", builder);
    (0..50_000).for_each(|key| cache.insert(key, ()));
    std::thread::sleep(Duration::from_millis(600));
    let collection = wire.collect();
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
    assert_eq!(evictions(&collection, "expired"), 50_000);
}

#[test]
fn expired_entries_are_exported_at_shutdown() {
    use opentelemetry::metrics::MeterProvider;

    let (sender, lines) = std::sync::mpsc::channel();
    let exporter = meterstick::export::metrics(move |collection| {
        for metric in collection.metrics() {
            for point in metric.points() {
                let set: Vec<_> = point.attributes().map(|one| one.value.to_string()).collect();
                sender.send(format!("{} {} {}", metric.name(), set.join(","), point.reading))?;
            }
        }
        Ok::<_, std::sync::mpsc::SendError<String>>(())
    });
    let provider = opentelemetry_sdk::metrics::SdkMeterProvider::builder().with_periodic_exporter(exporter).build();
    let builder = Moka::builder().time_to_live(Duration::from_millis(50));
    let cache = Cache::new(&provider.meter("test"), "words", builder);
    (0..1000).for_each(|key| cache.insert(key, ()));
    std::thread::sleep(Duration::from_millis(100));
    provider.shutdown().unwrap();
    let mut lines: Vec<_> = lines.try_iter().collect();
    lines.sort();
    assert_eq!(lines, ["cache.evictions expired,words 1000", "cache.size words 0"]);
}

/// Runs something that must not hang.
fn ends<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, done) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(run()));
    done.recv_timeout(Duration::from_secs(60)).expect("it ends")
}

#[test]
fn a_listener_may_build_instruments_and_caches() {
    let wire = Wire::new();
    let (sender, called) = std::sync::mpsc::channel();
    let meter = wire.meter();
    let listener = move |key: std::sync::Arc<i32>, (), _| {
        let _ = meter.u64_counter(format!("seen.{key}")).build();
        let other = Cache::<u8, u8>::new(&meter, "other", Moka::builder());
        other.insert(1, 1);
        sender.send(*key).unwrap();
    };
    let builder = Moka::builder().time_to_live(Duration::from_millis(50));
    let cache = Cache::listened(&wire.meter(), "words", builder, listener);
    (0..20).for_each(|key| cache.insert(key, ()));
    std::thread::sleep(Duration::from_millis(100));
    let collection = ends(move || wire.collect());
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
    assert_eq!(evictions(&collection, "expired"), 20);
    // Each eviction is listened to once, though that came after the collection.
    let mut keys: Vec<_> =
        (0..20).map(|_| called.recv_timeout(Duration::from_secs(60)).expect("the listener is called")).collect();
    keys.sort_unstable();
    assert_eq!(keys, (0..20).collect::<Vec<_>>());
    assert!(called.try_recv().is_err());
    drop(cache);
}

#[test]
fn keys_and_values_that_build_instruments_block_no_collection_for_ever() {
    /// Each clone builds an instrument when it is dropped, and when it is compared.
    #[derive(Clone)]
    struct Builds(u8, opentelemetry::metrics::Meter);
    impl Builds {
        fn build(&self, name: &'static str) {
            let _ = self.1.u64_counter(name).build();
        }
    }
    impl Drop for Builds {
        fn drop(&mut self) {
            self.build("dropped");
        }
    }
    impl PartialEq for Builds {
        fn eq(&self, other: &Self) -> bool {
            self.build("compared");
            self.0 == other.0
        }
    }
    impl Eq for Builds {}
    impl std::hash::Hash for Builds {
        fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
            self.0.hash(state);
        }
    }
    let wire = Wire::new();
    let builder = Moka::builder().time_to_live(Duration::from_millis(50));
    let cache = Cache::new(&wire.meter(), "words", builder);
    (0..20).for_each(|key| cache.insert(Builds(key, wire.meter()), Builds(key, wire.meter())));
    std::thread::sleep(Duration::from_millis(100));
    ends(move || {
        let mut evicted = 0;
        for _ in 0..100 {
            let collection = wire.collect();
            evicted = evictions(&collection, "expired");
            if evicted == 20 && count(&collection, "cache.size", "cache.name=words") == 0 {
                return;
            }
        }
        panic!("{evicted} of 20 are evicted");
    });
    drop(cache);
}

#[test]
fn a_predicate_that_builds_an_instrument_blocks_no_collection_for_ever() {
    let wire = Wire::new();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder().support_invalidation_closures());
    (0..20).for_each(|key| cache.insert(key, ()));
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 20);
    let meter = wire.meter();
    let predicate = move |_: &i32, _: &()| {
        // Waits for the pipeline if a collection is running: moka calls this during maintenance.
        let _ = meter.u64_counter("predicate").build();
        true
    };
    std::thread::sleep(Duration::from_millis(10));
    cache.moka().invalidate_entries_if(predicate).unwrap();
    ends(move || {
        // The first collection gives up waiting, and so lets the predicate go on.
        for _ in 0..100 {
            if evictions(&wire.collect(), "explicit") == 20 {
                return;
            }
        }
        panic!("the entries are not evicted");
    });
    drop(cache);
}

#[test]
fn a_program_that_evicts_does_not_keep_a_collection_waiting_for_blocked_maintenance() {
    let wire = Wire::new();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder().support_invalidation_closures());
    (0..20).for_each(|key| cache.insert(key, ()));
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 20);
    let (release, released) = std::sync::mpsc::channel::<()>();
    let released = Mutex::new(released);
    let predicate = move |_: &i32, _: &()| {
        let _ = released.lock().unwrap().recv_timeout(Duration::from_secs(60));
        false
    };
    std::thread::sleep(Duration::from_millis(10));
    cache.moka().invalidate_entries_if(predicate).unwrap();
    let (collected, is_collected) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| collected.send(wire.collect()));
        // Each of these evicts, on this thread.
        let mut ends = None;
        for _ in 0..100 {
            cache.insert(0, ());
            ends = is_collected.recv_timeout(Duration::from_millis(100)).ok();
            if ends.is_some() {
                break;
            }
        }
        drop(release);
        assert!(ends.is_some(), "the collection still waits after 10 s");
    });
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
fn what_left_before_a_cache_was_dropped_is_exported() {
    let wire = Wire::delta();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder());
    (0..10).for_each(|value| cache.insert(1, value));
    let moka = cache.moka().clone();
    drop(cache);
    let collection = wire.collect();
    assert_eq!(evictions(&collection, "replaced"), 9);
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
    // moka's cache lives on: what it evicts is counted until it ends.
    moka.insert(1, 0);
    drop(moka);
    assert_eq!(evictions(&wire.collect(), "replaced"), 1);
}

#[test]
fn what_a_clone_of_mokas_cache_evicts_is_exported_while_it_lives() {
    let wire = Wire::delta();
    let moka = Cache::new(&wire.meter(), "words", Moka::builder()).moka().clone();
    (0..10).for_each(|value| moka.insert(1, value));
    assert_eq!(evictions(&wire.collect(), "replaced"), 9);
    moka.insert(1, 0);
    assert_eq!(evictions(&wire.collect(), "replaced"), 1);
}

#[test]
fn a_panic_in_the_maintenance_ends_no_later_one() {
    let wire = Wire::new();
    let builder = Moka::builder().support_invalidation_closures().time_to_live(Duration::from_millis(100));
    let cache = Cache::new(&wire.meter(), "words", builder);
    cache.insert(1, 1);
    // Entries of the same moment are not those that it looks at.
    std::thread::sleep(Duration::from_millis(10));
    cache.moka().invalidate_entries_if(|_, _| panic!("out of order")).unwrap();
    wire.collect();
    std::thread::sleep(Duration::from_millis(150));
    let collection = wire.collect();
    assert_eq!(evictions(&collection, "expired"), 1);
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
}

/// The SDK's pipeline is locked there.
#[test]
fn a_cache_may_be_built_in_a_collection_callback() {
    const ENTRIES: Metric<ObservableGauge<u64, One>> = Meter::observable_gauge::<u64>().unit::<One>().name("entries");
    let collections = ends(|| {
        let wire = Wire::new();
        let (meter, cache) = (wire.meter(), Mutex::new(None));
        let _observation = ENTRIES.observe(&wire.meter(), move |observer| {
            let mut cache = cache.lock().unwrap();
            let cache = cache.get_or_insert_with(|| Cache::new(&meter, "words", Moka::builder()));
            cache.insert(1, 1);
            // One is built and gone before the SDK's instruments are.
            let gone = Cache::new(&meter, "words", Moka::builder());
            (0..2).for_each(|value| gone.insert(1, value));
            observer.observe(cache.moka().entry_count());
        });
        let first = wire.collect();
        // What is built in a callback is built when the collection is over.
        std::thread::sleep(Duration::from_millis(100));
        [first, wire.collect()]
    });
    assert!(collections[0].metric("entries").is_some());
    assert_eq!(count(&collections[1], "cache.size", "cache.name=words"), 1);
    // Three values were replaced, the last in the second callback: what a callback records may be in the next collection.
    assert!((2..=3).contains(&evictions(&collections[1], "replaced")));
}

#[test]
fn readers_that_collect_at_once_each_see_all() {
    let second = wire::Reader::new(opentelemetry_sdk::metrics::Temporality::Cumulative);
    let wire =
        Wire::of(opentelemetry_sdk::metrics::Temporality::Cumulative, |builder| builder.with_reader(second.clone()));
    let cache = Cache::new(&wire.meter(), "words", Moka::builder());
    for round in 1..=50_u32 {
        cache.insert(round, ());
        cache.insert(round, ());
        let start = Barrier::new(2);
        let collect = |reader: &wire::Reader| {
            start.wait();
            let collection = reader.collect();
            (count(&collection, "cache.size", "cache.name=words"), evictions(&collection, "replaced"))
        };
        let seen = std::thread::scope(|scope| {
            let other = scope.spawn(|| collect(&second));
            [collect(&wire.reader), other.join().unwrap()]
        });
        assert_eq!(seen, [(i64::from(round), i64::from(round)); 2]);
    }
}

#[test]
fn a_collection_that_begins_during_the_maintenance_of_another_has_what_came_meanwhile() {
    let second = wire::Reader::new(opentelemetry_sdk::metrics::Temporality::Cumulative);
    let wire =
        Wire::of(opentelemetry_sdk::metrics::Temporality::Cumulative, |builder| builder.with_reader(second.clone()));
    let cache = Cache::new(&wire.meter(), "words", Moka::builder().support_invalidation_closures());
    let size = |collection: &Collection| count(collection, "cache.size", "cache.name=words");
    cache.insert(0, ());
    assert_eq!(size(&wire.collect()), 1);
    // moka calls the predicate during maintenance, after it has looked for insertions.
    let ((begun, begins), (release, released)) = (std::sync::mpsc::channel(), std::sync::mpsc::channel::<()>());
    let once = Mutex::new(Some((begun, released)));
    let predicate = move |_: &i32, _: &()| {
        if let Some((begun, released)) = once.lock().unwrap().take() {
            begun.send(()).unwrap();
            let _ = released.recv_timeout(Duration::from_secs(60));
        }
        false
    };
    std::thread::sleep(Duration::from_millis(10));
    cache.moka().invalidate_entries_if(predicate).unwrap();
    std::thread::scope(|scope| {
        let first = scope.spawn(|| wire.collect());
        begins.recv_timeout(Duration::from_secs(60)).unwrap();
        (1..=5).for_each(|key| cache.insert(key, ()));
        let other = scope.spawn(|| second.collect());
        std::thread::sleep(Duration::from_millis(50));
        release.send(()).unwrap();
        assert_eq!(size(&other.join().unwrap()), 6);
        first.join().unwrap();
    });
}

#[test]
fn a_blocking_listener_delays_no_collection() {
    let wire = Wire::new();
    let (release, blocked) = std::sync::mpsc::channel::<()>();
    let blocked = std::sync::Mutex::new(blocked);
    let listener = move |_, (), _| {
        let _ = blocked.lock().unwrap().recv();
    };
    let builder = Moka::builder().time_to_live(Duration::from_millis(50));
    let cache = Cache::listened(&wire.meter(), "words", builder, listener);
    (0..20).for_each(|key| cache.insert(key, ()));
    std::thread::sleep(Duration::from_millis(100));
    for _ in 0..3 {
        assert_eq!(evictions(&wire.collect(), "expired"), 20);
    }
    drop(release);
}

#[test]
fn a_collection_that_is_still_running_gives_a_dropped_cache_no_size() {
    /// Takes 100 ms to drop.
    struct Slow;
    impl Drop for Slow {
        fn drop(&mut self) {
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    let wire = Wire::new();
    let builder = Moka::builder().time_to_live(Duration::from_millis(300));
    let cache = Cache::new(&wire.meter(), "words", builder);
    cache.insert(0, std::sync::Arc::new(Slow));
    cache.moka().run_pending_tasks();
    std::thread::sleep(Duration::from_millis(350));
    // These are still there when the collection ends.
    (1..=5).for_each(|key| cache.insert(key, std::sync::Arc::new(Slow)));
    std::thread::scope(|scope| {
        let collection = scope.spawn(|| wire.collect());
        // It waits for the first value to be dropped.
        std::thread::sleep(Duration::from_millis(50));
        drop(cache);
        collection.join().unwrap();
    });
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 0);
}

#[test]
fn evictions_are_exported_where_a_view_drops_all_callbacks() {
    use opentelemetry_sdk::metrics::{Aggregation, Instrument, InstrumentKind, Stream, Temporality};

    let no_callbacks = |instrument: &Instrument| {
        let dropped = || Stream::builder().with_aggregation(Aggregation::Drop).build().unwrap();
        (instrument.kind() == InstrumentKind::ObservableCounter).then(dropped)
    };
    let wire = Wire::of(Temporality::Cumulative, |builder| builder.with_view(no_callbacks));
    let cache = Cache::new(&wire.meter(), "words", Moka::builder());
    (0..10).for_each(|value| cache.insert(1, value));
    assert_eq!(evictions(&wire.collect(), "replaced"), 9);
}

#[test]
fn an_idle_cache_is_maintained_where_a_view_drops_some_of_its_metrics() {
    use opentelemetry_sdk::metrics::{Aggregation, Instrument, Stream, Temporality};

    for dropped in [&["cache.size"][..], &["cache.evictions"], &["cache.size", "cache.lookups"]] {
        let view = |instrument: &Instrument| {
            let drops = || Stream::builder().with_aggregation(Aggregation::Drop).build().unwrap();
            dropped.contains(&instrument.name()).then(drops)
        };
        let wire = Wire::of(Temporality::Cumulative, |builder| builder.with_view(view));
        let builder = Moka::builder().time_to_live(Duration::from_millis(20));
        let cache = Cache::new(&wire.meter(), "words", builder);
        (0..10).for_each(|key| cache.insert(key, key));
        std::thread::sleep(Duration::from_millis(60));
        let collection = wire.collect();
        let expired = if dropped.contains(&"cache.evictions") { 0 } else { 10 };
        assert_eq!(evictions(&collection, "expired"), expired, "without {dropped:?}");
        assert_eq!(collection.metric("cache.size").is_none(), dropped.contains(&"cache.size"));
        assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
        assert_eq!(cache.moka().entry_count(), 0);
    }
}

/// The collection has the last reference to its entries then. Their destructors are the user's code, and the SDK's pipeline is
/// locked.
#[test]
fn a_cache_that_is_dropped_during_a_collection_blocks_none() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    static BUILT: AtomicUsize = AtomicUsize::new(0);
    #[derive(Clone)]
    struct Builds(opentelemetry::metrics::Meter);
    impl Drop for Builds {
        fn drop(&mut self) {
            // A name that is new: else the SDK does not take its lock.
            let built = BUILT.fetch_add(1, Ordering::Relaxed);
            let _ = self.0.u64_counter(format!("built.{built}")).build();
        }
    }

    for _ in 0..20 {
        let wire = Wire::new();
        let cache = Cache::new(&wire.meter(), "words", Moka::builder().support_invalidation_closures());
        cache.insert(1, Builds(wire.meter()));
        // Entries of the same moment are not those that it looks at.
        std::thread::sleep(Duration::from_millis(5));
        let ((looked, looks), (dropped, is_dropped)) = (mpsc::channel(), mpsc::channel());
        let gate = Mutex::new(Some((looked, is_dropped)));
        let predicate = move |_: &i32, _: &Builds| {
            // The maintenance waits until the cache was dropped.
            if let Some((looked, is_dropped)) = gate.lock().unwrap().take() {
                looked.send(()).unwrap();
                is_dropped.recv().unwrap();
            }
            false
        };
        cache.moka().invalidate_entries_if(predicate).unwrap();
        let dropping = std::thread::spawn(move || {
            looks.recv_timeout(Duration::from_secs(60)).expect("the maintenance looks at it");
            drop(cache);
            dropped.send(()).unwrap();
        });
        ends(move || wire.collect());
        dropping.join().unwrap();
    }
}

/// moka's own count of entries is wrong after that, as the guide says.
#[test]
fn keys_that_panic_as_they_are_compared_end_no_counting() {
    use std::sync::atomic::{AtomicBool, Ordering};

    static PANICS: AtomicBool = AtomicBool::new(false);
    struct Key(u8);
    impl std::hash::Hash for Key {
        fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
            self.0.hash(state);
        }
    }
    impl PartialEq for Key {
        fn eq(&self, other: &Self) -> bool {
            assert!(!PANICS.load(Ordering::SeqCst), "the comparison panics, as the test wants");
            self.0 == other.0
        }
    }
    impl Eq for Key {}

    let wire = Wire::new();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder().time_to_live(Duration::from_millis(20)));
    (0..10).for_each(|key| cache.insert(Key(key), key));
    wire.collect();
    std::thread::sleep(Duration::from_millis(60));
    PANICS.store(true, Ordering::SeqCst);
    wire.collect();
    PANICS.store(false, Ordering::SeqCst);
    assert_eq!(evictions(&wire.collect(), "expired"), 10);
    (0..10).for_each(|key| cache.insert(Key(key), key));
    std::thread::sleep(Duration::from_millis(60));
    assert_eq!(evictions(&wire.collect(), "expired"), 20);
}

#[test]
fn a_cache_without_a_provider_works() {
    let meter =
        opentelemetry::metrics::MeterProvider::meter(&opentelemetry::metrics::noop::NoopMeterProvider::new(), "test");
    let cache = Cache::new(&meter, "words", Moka::builder());
    assert_eq!(cache.get_with(1, || 2), 2);
    cache.insert(1, 3);
    assert_eq!(cache.get(&1), Some(3));
}

#[test]
fn a_cache_may_be_used_while_the_values_of_a_thread_are_dropped() {
    struct Inserts(Cache<u8, u8>);
    impl Drop for Inserts {
        fn drop(&mut self) {
            (0..5).for_each(|value| self.0.insert(1, value));
        }
    }
    thread_local! {
        static LAST: std::cell::RefCell<Option<Inserts>> = const { std::cell::RefCell::new(None) };
    }
    let wire = Wire::new();
    let cache = Cache::new(&wire.meter(), "words", Moka::builder());
    let inserts = Inserts(cache.clone());
    let thread = std::thread::spawn(|| {
        LAST.with_borrow_mut(|last| *last = Some(inserts));
        // Uses the cache, so that its thread-local values are initialized later and destroyed earlier.
        LAST.with_borrow(|last| {
            let cache = &last.as_ref().unwrap().0;
            cache.insert(1, 0);
            cache.insert(1, 0);
        });
    });
    thread.join().unwrap();
    cache.insert(1, 9);
    assert_eq!(evictions(&wire.collect(), "replaced"), 7);
}

#[test]
fn caches_are_told_apart_and_a_dropped_one_is_empty() {
    let wire = Wire::new();
    let [one, two] = ["one", "two"].map(|name| Cache::new(&wire.meter(), name, Moka::builder()));
    one.insert(1, 1);
    one.moka().run_pending_tasks();
    assert_eq!((one.get(&1), two.get(&1)), (Some(1), None));
    let collection = wire.collect();
    assert_eq!((lookups(&collection, "one"), lookups(&collection, "two")), ((1, 0), (0, 1)));
    assert_eq!(collection.numbers("cache.size").len(), 2);
    drop(one);
    let collection = wire.collect();
    assert_eq!(count(&collection, "cache.size", "cache.name=one"), 0);
    drop(two);
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
