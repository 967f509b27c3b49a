//! Caches that are built, cloned and dropped at any time, and those without a provider.

use std::sync::Mutex;
use std::time::Duration;

use meterstick::cache::Cache;
use meterstick::prelude::*;
use meterstick::unit::One;
use moka::sync::Cache as Moka;

use super::wire::Wire;
use super::{count, ends, evictions, lookups};

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
