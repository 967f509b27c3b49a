//! What a cache of tasks measures, on the wire.

#[path = "it/wire.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod wire;

#[path = "cache/foreign.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod foreign;
#[path = "cache/read.rs"]
mod read;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use meterstick::cache::AsyncCache;
use moka::future::Cache as Moka;
use read::{count, evictions};
use tokio::sync::{Notify, oneshot};
use wire::{Collection, Wire};

/// Hits and misses.
fn lookups(collection: &Collection) -> (i64, i64) {
    read::lookups(collection, "words")
}

/// How many loads there were without an error, or with that one.
fn loads(collection: &Collection, error: Option<&str>) -> u64 {
    let set = error.map_or("cache.name=words".to_owned(), |error| format!("cache.name=words,error.type={error}"));
    collection.distributions("cache.load.duration").get(&set).map_or(0, |loads| loads.count)
}

fn new<K, V>(wire: &Wire) -> AsyncCache<K, V>
where
    K: std::hash::Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    AsyncCache::new(&wire.meter(), "words", Moka::builder())
}

#[tokio::test]
async fn lookups_loads_evictions_and_size_are_measured() {
    let wire = Wire::new();
    let cache = new(&wire);
    assert_eq!(cache.get("a").await, None);
    assert_eq!(cache.get_with("a".to_owned(), async { 1 }).await, 1);
    assert_eq!(cache.get_with("a".to_owned(), async { 2 }).await, 1);
    assert_eq!(cache.clone().get("a").await, Some(1));
    let failed = cache.try_get_with("b".to_owned(), async { "x".parse::<i32>() }).await;
    assert_eq!(failed.map_err(|error| error.to_string()), Err("invalid digit found in string".to_owned()));
    cache.insert("a".to_owned(), 5).await;
    cache.insert("c".to_owned(), 6).await;
    cache.invalidate("c").await;

    let collection = wire.collect();
    assert_eq!(lookups(&collection), (2, 3));
    assert_eq!((evictions(&collection, "replaced"), evictions(&collection, "explicit")), (1, 1));
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 1);
    assert_eq!(loads(&collection, None), 1);
    assert_eq!(loads(&collection, Some("core::num::error::ParseIntError")), 1);
    drop(cache);
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 0);
}

#[tokio::test]
async fn what_has_expired_is_in_the_collection_that_comes_next() {
    let wire = Wire::new();
    let builder = Moka::builder().time_to_live(Duration::from_millis(500));
    let cache = AsyncCache::new(&wire.meter(), "words", builder);
    for key in 0..20_000 {
        cache.insert(key, ()).await;
    }
    tokio::time::sleep(Duration::from_millis(600)).await;
    let collection = wire.collect();
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
    assert_eq!(evictions(&collection, "expired"), 20_000);
}

/// moka leaves an entry between two batches of 384.
#[tokio::test]
async fn all_that_predicates_remove_is_in_one_collection_of_a_cache_of_tasks() {
    let wire = Wire::new();
    let cache = AsyncCache::new(&wire.meter(), "words", Moka::builder().support_invalidation_closures());
    for key in 0..10_000 {
        cache.insert(key, ()).await;
    }
    assert_eq!(count(&wire.collect(), "cache.size", "cache.name=words"), 10_000);
    // Entries of the same moment are not those that it looks at.
    tokio::time::sleep(Duration::from_millis(10)).await;
    cache.moka().invalidate_entries_if(|key, ()| *key >= 5000).unwrap();
    let collection = wire.collect();
    let evicted = evictions(&collection, "explicit");
    assert!((4970..=5000).contains(&evicted), "{evicted}");
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 10_000 - evicted);
    for _ in 0..60 {
        cache.moka().run_pending_tasks().await;
    }
    assert_eq!(evictions(&wire.collect(), "explicit"), evicted, "none is left for later");
}

#[tokio::test]
async fn a_listener_may_build_instruments_and_caches() {
    let wire = Wire::new();
    let (sender, called) = std::sync::mpsc::channel();
    let meter = wire.meter();
    let listener = move |key: Arc<i32>, (), _| {
        let _ = meter.u64_counter(format!("seen.{key}")).build();
        drop(AsyncCache::<u8, u8>::new(&meter, "other", Moka::builder()));
        sender.send(*key).unwrap();
    };
    let builder = Moka::builder().time_to_live(Duration::from_millis(50));
    let cache = AsyncCache::listened(&wire.meter(), "words", builder, listener);
    for key in 0..20 {
        cache.insert(key, ()).await;
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let collected = tokio::task::spawn_blocking(move || wire.collect());
    let collection = tokio::time::timeout(Duration::from_secs(60), collected).await.expect("it ends").unwrap();
    assert_eq!(count(&collection, "cache.size", "cache.name=words"), 0);
    assert_eq!(evictions(&collection, "expired"), 20);
    let keys: std::collections::BTreeSet<_> =
        (0..20).map(|_| called.recv_timeout(Duration::from_secs(60)).expect("the listener is called")).collect();
    assert_eq!(keys.len(), 20);
    drop(cache);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_that_miss_at_once_one_loads() {
    let wire = Wire::new();
    let cache = new::<u8, u32>(&wire);
    let loaded = Arc::new(AtomicU32::new(0));
    let start = Arc::new(tokio::sync::Barrier::new(100));
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let (cache, loaded, start) = (cache.clone(), Arc::clone(&loaded), Arc::clone(&start));
            tokio::spawn(async move {
                start.wait().await;
                let load = async {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    loaded.fetch_add(1, Ordering::Relaxed)
                };
                cache.get_with(1, load).await
            })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), 0);
    }
    let collection = wire.collect();
    assert_eq!(loaded.load(Ordering::Relaxed), 1);
    assert_eq!((lookups(&collection), loads(&collection, None)), ((99, 1), 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_task_that_waits_for_a_load_that_fails_misses() {
    let wire = Wire::new();
    let cache = new::<u8, ()>(&wire);
    let start = Arc::new(tokio::sync::Barrier::new(8));
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (cache, start) = (cache.clone(), Arc::clone(&start));
            tokio::spawn(async move {
                start.wait().await;
                let load = async {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    Err("there is no such word")
                };
                cache.try_get_with(1, load).await
            })
        })
        .collect();
    for task in tasks {
        assert_eq!(*task.await.unwrap().unwrap_err(), "there is no such word");
    }
    assert_eq!(lookups(&wire.collect()), (0, 8));
}

/// Begins a load in a task, and waits until it has begun.
async fn begin(cache: &AsyncCache<u8, u8>) -> tokio::task::JoinHandle<u8> {
    let (began, begun) = oneshot::channel();
    let cache = cache.clone();
    let task = tokio::spawn(async move {
        let load = async {
            began.send(()).unwrap();
            std::future::pending().await
        };
        cache.get_with(1, load).await
    });
    begun.await.unwrap();
    task
}

#[tokio::test]
async fn a_load_that_is_cancelled_is_a_failed_one_and_another_task_loads() {
    let wire = Wire::new();
    let cache = new(&wire);
    let first = begin(&cache).await;
    let second = {
        let cache = cache.clone();
        tokio::spawn(async move { cache.get_with(1, async { 2 }).await })
    };
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!second.is_finished(), "it waits for the first one's load");
    first.abort();
    assert_eq!(second.await.unwrap(), 2);
    let collection = wire.collect();
    assert_eq!(lookups(&collection), (0, 2));
    assert_eq!((loads(&collection, Some("cancelled")), loads(&collection, None)), (1, 1));
}

#[tokio::test]
async fn a_task_that_is_cancelled_while_it_waits_has_missed() {
    let wire = Wire::new();
    let cache = new(&wire);
    let first = begin(&cache).await;
    let never = cache.get_with(1, async { unreachable!("it waits for the first one's load") });
    assert!(tokio::time::timeout(Duration::from_millis(20), never).await.is_err());
    assert_eq!(lookups(&wire.collect()), (0, 2));
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    let collection = wire.collect();
    assert_eq!(lookups(&collection), (0, 2));
    assert_eq!((loads(&collection, Some("cancelled")), loads(&collection, None)), (1, 0));
    // A future that was never polled looked nothing up.
    drop(cache.get_with(2, async { 2 }));
    assert_eq!(lookups(&wire.collect()), (0, 2));
}

#[tokio::test]
async fn a_load_that_panics_is_a_failed_one_and_another_task_loads() {
    let wire = Wire::new();
    let cache = new::<u8, u8>(&wire);
    let go = Arc::new(Notify::new());
    let first = {
        let (cache, go) = (cache.clone(), Arc::clone(&go));
        tokio::spawn(async move {
            let load = async {
                go.notified().await;
                std::panic::resume_unwind(Box::new("as the test wants"))
            };
            cache.get_with(1, load).await
        })
    };
    tokio::time::sleep(Duration::from_millis(20)).await;
    let second = {
        let cache = cache.clone();
        tokio::spawn(async move { cache.get_with(1, async { 2 }).await })
    };
    tokio::time::sleep(Duration::from_millis(20)).await;
    go.notify_one();
    assert!(first.await.unwrap_err().is_panic());
    assert_eq!(second.await.unwrap(), 2);
    let collection = wire.collect();
    assert_eq!(lookups(&collection), (0, 2));
    assert_eq!((loads(&collection, Some("panic")), loads(&collection, None)), (1, 1));
}

#[tokio::test]
async fn a_load_of_a_task_that_panics_aborts_nothing_if_the_provider_panics() {
    for name in ["cache.load.duration", "cache.lookups", "cache.size"] {
        let (_, meter) = foreign::Foreign::new(
            false,
            |_| (),
            move |taken| {
                assert_ne!(taken, name, "the provider panics, as the test wants");
            },
        );
        let task = tokio::spawn(async move {
            let cache = AsyncCache::<u8, u8>::new(&meter, "words", Moka::builder());
            cache.get_with(1, async { panic!("the load panics, as the test wants") }).await
        });
        assert!(task.await.unwrap_err().is_panic(), "{name}");
    }
}

#[test]
fn a_load_that_panics_as_it_is_cancelled_has_panicked() {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::task::{Context, Waker};

    struct PanicsOnDrop;

    impl Drop for PanicsOnDrop {
        fn drop(&mut self) {
            assert!(std::thread::panicking(), "on purpose");
        }
    }

    let wire = Wire::new();
    let cache = new::<u8, u8>(&wire);
    let begun = |key: u8, held: Option<PanicsOnDrop>| {
        let mut load = Box::pin(cache.get_with(key, async move {
            let _held = held;
            std::future::pending().await
        }));
        assert!(load.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        load
    };
    let load = begun(1, Some(PanicsOnDrop));
    assert!(catch_unwind(AssertUnwindSafe(|| drop(load))).is_err());
    // One that is dropped while something else panics was cancelled.
    let load = begun(2, None);
    let unwound = catch_unwind(AssertUnwindSafe(|| {
        let _load = load;
        panic!("on purpose");
    }));
    assert!(unwound.is_err());
    let collection = wire.collect();
    assert_eq!((loads(&collection, Some("panic")), loads(&collection, Some("cancelled"))), (1, 1));
}

#[test]
fn a_lookup_contains_its_load_once() {
    let wire = Wire::new();
    let cache = new::<u8, u8>(&wire);
    let load = |large: [u8; 4096]| async move {
        tokio::task::yield_now().await;
        large[0]
    };
    let one = load([0; 4096]);
    let size = size_of_val(&one);
    let lookup = size_of_val(&cache.get_with(1, one));
    let moka = size_of_val(&cache.moka().get_with(1, std::future::ready(1)));
    assert!(lookup <= size + moka + 300, "{lookup} for a load of {size}, {moka} of moka's for one of nothing");
    let failing = size_of_val(&cache.try_get_with(1, async { Ok::<_, String>(load([0; 4096]).await) }));
    assert!(failing <= lookup + 200, "{failing}");
}

#[test]
fn a_lookup_may_go_from_thread_to_thread() {
    fn is_send<T: Send>(_: T) {}
    let wire = Wire::new();
    let cache = new::<String, u8>(&wire);
    is_send(cache.get_with(String::new(), async { 1 }));
    is_send(cache.try_get_with(String::new(), async { Err("no") }));
    is_send(cache.get("a"));
    is_send(cache.insert(String::new(), 1));
}

/// Code inside the load may set the status of its span through OpenTelemetry's API.
#[cfg(feature = "trace")]
#[tokio::test]
async fn a_loads_span_and_its_duration_have_one_outcome() {
    use opentelemetry::Context;
    use opentelemetry::trace::{Status, TraceContextExt, TracerProvider};
    use opentelemetry_sdk::trace::{InMemorySpanExporter, Sampler, SdkTracerProvider};

    for sampler in [Sampler::AlwaysOn, Sampler::AlwaysOff] {
        let sampled = matches!(sampler, Sampler::AlwaysOn);
        let wire = Wire::new();
        let spans = InMemorySpanExporter::default();
        let tracers = SdkTracerProvider::builder().with_simple_exporter(spans.clone()).with_sampler(sampler).build();
        let cache = new::<u8, u8>(&wire).with_spans(&tracers.tracer("test"));
        let say = |status| Context::current().span().set_status(status);
        let fails = async {
            say(Status::error("bad"));
            1
        };
        cache.get_with(1, fails).await;
        let expected = async {
            say(Status::Ok);
            Err(std::fmt::Error)
        };
        assert!(cache.try_get_with(2, expected).await.is_err());
        let cancelled = async {
            say(Status::Ok);
            std::future::pending().await
        };
        assert!(tokio::time::timeout(Duration::from_millis(20), cache.get_with(3, cancelled)).await.is_err());

        let statuses: Vec<_> = spans.get_finished_spans().unwrap().into_iter().map(|span| span.status).collect();
        if sampled {
            assert_eq!(statuses, [Status::error("bad"), Status::Ok, Status::Ok]);
        }
        let collection = wire.collect();
        assert_eq!((loads(&collection, Some("_OTHER")), loads(&collection, None)), (1, 2));
    }
}

#[cfg(feature = "trace")]
#[tokio::test]
async fn loads_are_in_spans_on_request() {
    use opentelemetry::trace::{Status, TraceContextExt, TracerProvider};
    use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider};

    let wire = Wire::new();
    let spans = InMemorySpanExporter::default();
    let tracers = SdkTracerProvider::builder().with_simple_exporter(spans.clone()).build();
    let cache = new::<u8, u8>(&wire).with_spans(&tracers.tracer("test"));
    let load = async {
        tokio::task::yield_now().await;
        assert!(opentelemetry::Context::current().has_active_span());
        1
    };
    cache.get_with(1, load).await;
    cache.get_with(1, async { unreachable!("it is there") }).await;
    assert!(!opentelemetry::Context::current().has_active_span());
    assert!(cache.try_get_with(2, async { "x".parse::<u8>() }).await.is_err());
    let cancelled = cache.get_with(3, std::future::pending());
    assert!(tokio::time::timeout(Duration::from_millis(20), cancelled).await.is_err());

    let spans = spans.get_finished_spans().unwrap();
    let seen: Vec<_> = spans
        .iter()
        .map(|span| {
            let mut set: Vec<_> = span.attributes.iter().map(|one| format!("{}={}", one.key, one.value)).collect();
            set.sort();
            (&*span.name, set.join(","))
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("cache.load", "cache.name=words".to_owned()),
            ("cache.load", "cache.name=words,error.type=core::num::error::ParseIntError".to_owned()),
            ("cache.load", "cache.name=words,error.type=cancelled".to_owned()),
        ]
    );
    assert_eq!(spans[0].status, Status::Unset);
    assert_eq!(spans[1].status, Status::error("invalid digit found in string"));
    assert!(matches!(spans[2].status, Status::Error { .. }));
    // Both signals agree.
    let collection = wire.collect();
    assert_eq!(loads(&collection, Some("core::num::error::ParseIntError")), 1);
    assert_eq!(loads(&collection, Some("cancelled")), 1);
}
