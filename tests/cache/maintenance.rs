//! Expired entries are exported, and neither maintenance nor a collection waits for the other for ever.

use std::sync::{Barrier, Mutex};
use std::time::Duration;

use meterstick::cache::Cache;
use moka::sync::Cache as Moka;

use super::wire::{Collection, Reader, Wire};
use super::{count, ends, evictions};

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

/// moka leaves an entry between two batches of 384.
#[test]
fn all_that_a_predicate_removes_is_in_one_collection() {
    const ENTRIES: i64 = 10_000;

    // All of them, every second, and some far behind the first batch.
    let predicates: [fn(&i64, &()) -> bool; 3] = [|_, _| true, |key, _| key % 2 == 0, |key, _| *key >= 9000];
    for predicate in predicates {
        let wire = Wire::new();
        let cache = Cache::new(&wire.meter(), "words", Moka::builder().support_invalidation_closures());
        (0..ENTRIES).for_each(|key| cache.insert(key, ()));
        assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), ENTRIES);
        // Entries of the same moment are not those that it looks at.
        std::thread::sleep(Duration::from_millis(10));
        cache.moka().invalidate_entries_if(predicate).unwrap();
        // Two at a time: the second one begins when moka is done with the first one.
        cache.moka().run_pending_tasks();
        cache.moka().invalidate_entries_if(|key, ()| *key == 8000).unwrap();
        let collection = wire.collect();
        let evicted = evictions(&collection, "explicit");
        assert_eq!(count(&collection, "cache.size", "cache.name=words"), ENTRIES - evicted);
        let removed = (0..ENTRIES).filter(|key| predicate(key, &())).count() as i64;
        let left = 2 * ENTRIES / 384 + 2;
        assert!((removed - left..=removed + 1).contains(&evicted), "{evicted} of {removed}");
        assert_eq!(evictions(&wire.collect(), "explicit"), evicted);
        for _ in 0..2 * ENTRIES / 384 {
            cache.moka().run_pending_tasks();
        }
        assert_eq!(evictions(&wire.collect(), "explicit"), evicted, "none is left for later");
    }
}

#[test]
fn a_cache_that_takes_predicates_and_has_no_capacity_is_empty() {
    let wire = Wire::new();
    let builder = Moka::builder().max_capacity(0).support_invalidation_closures();
    let cache = Cache::new(&wire.meter(), "words", builder);
    cache.insert(1, 1);
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 0);
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

#[test]
fn readers_that_collect_at_once_each_see_all() {
    let second = Reader::new(opentelemetry_sdk::metrics::Temporality::Cumulative);
    let wire =
        Wire::of(opentelemetry_sdk::metrics::Temporality::Cumulative, |builder| builder.with_reader(second.clone()));
    let cache = Cache::new(&wire.meter(), "words", Moka::builder());
    for round in 1..=50_u32 {
        cache.insert(round, ());
        cache.insert(round, ());
        let start = Barrier::new(2);
        let collect = |reader: &Reader| {
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
    let second = Reader::new(opentelemetry_sdk::metrics::Temporality::Cumulative);
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
