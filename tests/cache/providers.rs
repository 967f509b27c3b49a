//! Caches on providers that are not the SDK's: without callbacks, or with ones that are never called, that panic, or that log.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use meterstick::cache::Cache;
use moka::sync::Cache as Moka;

use super::ends;
use super::foreign::Foreign;
use super::listener::Listener;

const REPLACED: &str = "cache.evictions replaced";

fn panics_on(wanted: &'static str) -> impl Fn(&str) {
    move |name| assert_ne!(name, wanted, "the provider panics, as the test wants")
}

#[test]
fn a_provider_that_never_calls_a_callback_is_given_each_eviction_at_once() {
    let (foreign, meter) = Foreign::new(true, |_| (), |_| ());
    let cache = Cache::new(&meter, "words", Moka::builder());
    for value in 0..4 {
        cache.insert(1, value);
        assert_eq!(foreign.given(REPLACED).1, f64::from(value));
    }
    cache.invalidate(&1);
    assert_eq!(foreign.given("cache.evictions explicit"), (1, 1.0));
    drop(cache);
    assert_eq!((foreign.given(REPLACED), foreign.given("cache.size").1), ((3, 3.0), 0.0));
}

#[test]
fn a_provider_that_calls_a_callback_has_the_size_and_each_eviction_once() {
    let (foreign, meter) = Foreign::new(true, |_| (), |_| ());
    let cache = Cache::new(&meter, "words", Moka::builder());
    (0..4).for_each(|value| cache.insert(1, value));
    assert_eq!(foreign.given(REPLACED), (3, 3.0));
    foreign.collect();
    assert_eq!((foreign.given(REPLACED), foreign.given("cache.size").1), ((3, 3.0), 1.0));
    // From now on they are pending until the next collection.
    (0..4).for_each(|value| cache.insert(1, value));
    cache.insert(2, 0);
    assert_eq!(foreign.given(REPLACED), (3, 3.0));
    foreign.collect();
    assert_eq!((foreign.given(REPLACED), foreign.given("cache.size").1), ((4, 7.0), 2.0));
    cache.insert(2, 1);
    drop(cache);
    foreign.collect();
    assert_eq!((foreign.given(REPLACED), foreign.given("cache.size").1), ((5, 8.0), 0.0));
}

#[test]
#[cfg(all(feature = "testing", feature = "internal-logs"))]
fn a_provider_that_has_not_called_a_callback_for_a_minute_is_reported_once() {
    use std::time::Duration;

    let reports = Arc::new(AtomicU64::new(0));
    let subscriber = {
        let reports = Arc::clone(&reports);
        Listener(move |event: &tracing::Event<'_>| {
            let is_report = event.metadata().name() == "Meterstick.CacheSizeNotExported";
            reports.fetch_add(u64::from(is_report), Ordering::Relaxed);
        })
    };
    let clock = meterstick::testing::ManualClock::new();
    tracing::subscriber::with_default(subscriber, || {
        for (is_called, expected) in [(false, 1), (true, 0)] {
            let (foreign, meter) = Foreign::new(true, |_| (), |_| ());
            let cache = Cache::new(&meter, "words", Moka::builder());
            (0..3).for_each(|value| cache.insert(1, value));
            if is_called {
                foreign.collect();
            }
            assert_eq!(reports.load(Ordering::Relaxed), 0);
            clock.advance(Duration::from_secs(120));
            (0..3).for_each(|value| cache.insert(1, value));
            drop(cache);
            assert_eq!(reports.swap(0, Ordering::Relaxed), expected, "called: {is_called}");
        }
    });
}

thread_local! {
    static IS_LOGGED: Cell<bool> = const { Cell::new(false) };
}

/// Uses the cache as the provider logs what it is given, but not while it does so.
fn uses(cache: &Cache<u64, u64>, key: u64) {
    if !IS_LOGGED.replace(true) {
        (0..3).for_each(|value| cache.insert(key, value));
        IS_LOGGED.set(false);
    }
}

#[test]
fn a_log_subscriber_may_use_the_cache_of_which_the_provider_logs_an_eviction() {
    let sum = ends(|| {
        let (foreign, meter) = Foreign::new(false, |_| (), |name| tracing::info!("{name}"));
        let cache = Cache::new(&meter, "words", Moka::builder());
        let used = cache.clone();
        let subscriber = Listener(move |_: &tracing::Event<'_>| uses(&used, 2));
        tracing::subscriber::with_default(subscriber, || (0..2).for_each(|value| cache.insert(1, value)));
        foreign.given(REPLACED).1
    });
    assert_eq!(sum, 3.0);
}

#[test]
fn a_provider_may_use_the_cache_in_a_collection() {
    let (evictions, size) = ends(|| {
        static CACHE: std::sync::Mutex<Option<Cache<u64, u64>>> = std::sync::Mutex::new(None);
        let (foreign, meter) = Foreign::new(
            true,
            |_| (),
            |_| {
                let cache = CACHE.lock().unwrap().clone();
                cache.iter().for_each(|cache| uses(cache, 2));
            },
        );
        let cache = Cache::new(&meter, "words", Moka::builder());
        foreign.collect();
        *CACHE.lock().unwrap() = Some(cache.clone());
        (0..2).for_each(|value| cache.insert(1, value));
        foreign.collect();
        foreign.collect();
        drop(cache);
        let last = CACHE.lock().unwrap().take();
        drop(last);
        (foreign.given(REPLACED).1, foreign.given("cache.size").1)
    });
    assert_eq!(size, 0.0);
    // One is of this test, the others are of the provider.
    assert!(evictions >= 3.0, "{evictions}");
}

#[test]
fn a_cache_may_be_dropped_by_what_the_provider_calls_in_a_collection() {
    let size = ends(|| {
        static CACHE: std::sync::Mutex<Option<Cache<u64, u64>>> = std::sync::Mutex::new(None);
        let (foreign, meter) = Foreign::new(
            true,
            |_| (),
            |name| {
                if name == "cache.size" {
                    let cache = CACHE.lock().unwrap().take();
                    drop(cache);
                }
            },
        );
        let cache = Cache::new(&meter, "words", Moka::builder());
        (0..5).for_each(|key| cache.insert(key, key));
        *CACHE.lock().unwrap() = Some(cache);
        foreign.collect();
        foreign.given("cache.size").1
    });
    assert_eq!(size, 0.0);
}

#[test]
fn evictions_on_many_threads_are_each_exported_once_and_at_once() {
    for keeps_callbacks in [false, true] {
        let (foreign, meter) = Foreign::new(keeps_callbacks, |_| (), |_| ());
        let cache = Cache::new(&meter, "words", Moka::builder());
        let is_over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4_u64)
                .map(|key| {
                    let (cache, foreign) = (&cache, &foreign);
                    scope.spawn(move || {
                        for value in 0..2000_u64 {
                            cache.insert(key, value);
                            // Those of this thread are there, whatever the others do.
                            if !keeps_callbacks && value % 100 == 0 {
                                assert!(foreign.given(REPLACED).1 >= value as f64);
                            }
                        }
                    })
                })
                .collect();
            let collects = scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    foreign.collect();
                }
            });
            threads.into_iter().for_each(|thread| thread.join().unwrap());
            is_over.store(true, Ordering::Relaxed);
            collects.join().unwrap();
        });
        foreign.collect();
        assert_eq!(foreign.given(REPLACED).1, 4.0 * 1999.0);
        drop(cache);
        assert_eq!((foreign.given(REPLACED).1, foreign.given("cache.size").1), (4.0 * 1999.0, 0.0));
    }
}

#[test]
fn a_provider_that_panics_on_an_eviction_is_given_the_others_and_the_listener_is_called() {
    let panics = Arc::new(AtomicBool::new(false));
    let heard = Arc::new(AtomicU64::new(0));
    let (foreign, meter) = Foreign::new(false, |_| (), {
        let panics = Arc::clone(&panics);
        move |_| assert!(!panics.swap(false, Ordering::Relaxed), "the provider panics, as the test wants")
    });
    let listener = {
        let heard = Arc::clone(&heard);
        move |_, _, _| {
            heard.fetch_add(1, Ordering::Relaxed);
        }
    };
    let cache = Cache::listened(&meter, "words", Moka::builder(), listener);
    for value in 0..10 {
        panics.store(value == 2, Ordering::Relaxed);
        cache.insert(1, value);
    }
    drop(cache);
    assert_eq!((foreign.given(REPLACED), heard.load(Ordering::Relaxed)), ((8, 8.0), 9));
}

#[test]
fn a_provider_that_panics_on_the_size_has_it_in_the_next_collection() {
    let panics = Arc::new(AtomicBool::new(true));
    let (foreign, meter) = Foreign::new(true, |_| (), {
        let panics = Arc::clone(&panics);
        move |name| {
            let panics = name == "cache.size" && panics.load(Ordering::Relaxed);
            assert!(!panics, "the provider panics, as the test wants");
        }
    });
    let cache = Cache::new(&meter, "words", Moka::builder());
    (0..5).for_each(|key| cache.insert(key, key));
    foreign.collect();
    assert_eq!(foreign.given("cache.size").0, 0);
    panics.store(false, Ordering::Relaxed);
    foreign.collect();
    assert_eq!(foreign.given("cache.size"), (1, 5.0));
    drop(cache);
    assert_eq!(foreign.given("cache.size").1, 0.0);
}

#[test]
fn a_cache_that_is_dropped_while_a_panic_unwinds_aborts_nothing_if_the_provider_panics() {
    for name in ["cache.size", "cache.evictions"] {
        let (_, meter) = Foreign::new(false, |_| (), panics_on(name));
        let work = || {
            let cache = Cache::<u8, u8>::new(&meter, "words", Moka::builder());
            (0..3).for_each(|value| cache.insert(1, value));
            panic!("the work panics, as the test wants");
        };
        assert!(catch_unwind(AssertUnwindSafe(work)).is_err());
    }
}

#[test]
fn a_load_that_panics_aborts_nothing_if_the_provider_panics() {
    let subscriber = || {
        Listener(|event: &tracing::Event<'_>| {
            assert!(!event.metadata().name().starts_with("Meterstick."), "so does the subscriber");
        })
    };
    for name in ["cache.load.duration", "cache.lookups"] {
        let (_, meter) = Foreign::new(false, |_| (), panics_on(name));
        let cache = Cache::<u8, u8>::new(&meter, "words", Moka::builder());
        let load = || cache.get_with(1, || panic!("the load panics, as the test wants"));
        let load = || tracing::subscriber::with_default(subscriber(), load);
        assert!(catch_unwind(AssertUnwindSafe(load)).is_err());
        // What is loaded is returned.
        assert_eq!(cache.get_with(1, || 7), 7);
        assert_eq!(cache.get(&1), Some(7));
    }
}

#[test]
fn of_a_provider_that_panics_on_an_instrument_the_others_are_given_their_values() {
    for bad in ["cache.size", "cache.evictions", "a callback"] {
        let (foreign, meter) = Foreign::new(true, panics_on(bad), |_| ());
        let cache = Cache::new(&meter, "words", Moka::builder());
        (0..4).for_each(|value| cache.insert(1, value));
        assert_eq!(cache.get(&1), Some(3));
        foreign.collect();
        let evictions = if bad == "cache.evictions" { 0.0 } else { 3.0 };
        assert_eq!(foreign.given(REPLACED).1, evictions, "{bad}");
        assert_eq!(foreign.given("cache.lookups hit").1, 1.0, "{bad}");
        assert_eq!(foreign.given("cache.size").1, if bad == "cache.evictions" { 1.0 } else { 0.0 }, "{bad}");
    }
}

#[test]
fn a_provider_that_collects_while_it_is_given_a_value_is_given_each_once() {
    static NESTED: OnceLock<Arc<Foreign>> = OnceLock::new();
    thread_local!(static IS_NESTED: Cell<bool> = const { Cell::new(false) });
    let nested = |_: &str| {
        if let (Some(foreign), false) = (NESTED.get(), IS_NESTED.replace(true)) {
            foreign.collect();
            IS_NESTED.set(false);
        }
    };
    ends(move || {
        let (foreign, meter) = Foreign::new(true, |_| (), nested);
        let cache = Cache::new(&meter, "words", Moka::builder());
        foreign.collect();
        (0..4).for_each(|value| cache.insert(1, value));
        NESTED.set(Arc::clone(&foreign)).unwrap_or_else(|_| panic!("it is set once"));
        foreign.collect();
        assert_eq!((foreign.given(REPLACED).1, foreign.given("cache.size").1), (3.0, 1.0));
        cache.insert(2, 0);
        foreign.collect();
        assert_eq!((foreign.given(REPLACED).1, foreign.given("cache.size").1), (3.0, 2.0));
    });
}
