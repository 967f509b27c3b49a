//! Spans that are exported: each is exported once, or counted.

use std::collections::BTreeSet;
#[cfg(feature = "internal-logs")]
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use meterstick::export::{self, EndedSpan, Tally};
use opentelemetry::trace::{Tracer, TracerProvider};
use opentelemetry_sdk::error::{OTelSdkError, OTelSdkResult};
use opentelemetry_sdk::trace::{
    BatchConfigBuilder, BatchSpanProcessor, InMemorySpanExporter, SdkTracerProvider, SpanData, SpanExporter,
};
use proptest::prelude::*;
#[cfg(feature = "internal-logs")]
use tracing::{
    Event,
    field::{Field, Visit},
};

#[cfg(feature = "internal-logs")]
#[path = "it/listener.rs"]
mod listener;

#[cfg(feature = "internal-logs")]
use listener::Listener;

/// What a closure does with a span.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Keep,
    LeaveOut,
    Panic,
}

/// What a closure does with a batch.
#[derive(Clone, Copy, Debug)]
enum Answer {
    Take,
    Refuse,
    Panic,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Span(Fate),
    Flush,
}

/// What the closures saw.
#[derive(Debug, Default)]
struct Seen {
    taken: Vec<u64>,
    lost: Vec<u64>,
    failures: u64,
}

fn whole(span: EndedSpan<'_>) -> Option<SpanData> {
    Some(span.data)
}

const PLANNED: &str = "as planned";

/// The panics that a test wants are not worth a line.
fn quiet_about_planned_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let tell = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if panic.payload().downcast_ref::<&str>() != Some(&PLANNED) {
                tell(panic);
            }
        }));
    });
}

fn provider(batch_size: usize, answers: Vec<Answer>) -> (SdkTracerProvider, Tally, Arc<Mutex<Seen>>) {
    quiet_about_planned_panics();
    let seen = Arc::<Mutex<Seen>>::default();
    let shared = Arc::clone(&seen);
    let mut answers = answers.into_iter().cycle();
    let exporter = export::map(
        |span: EndedSpan<'_>| {
            let (fate, id) = span.data.name.split_once(' ').unwrap();
            match fate {
                "Keep" => Some(id.parse().unwrap()),
                "LeaveOut" => None,
                _ => std::panic::panic_any(PLANNED),
            }
        },
        move |batch: Vec<u64>| {
            assert!(!batch.is_empty());
            match answers.next().unwrap_or(Answer::Take) {
                Answer::Take => shared.lock().unwrap().taken.extend(batch),
                answer => {
                    let mut seen = shared.lock().unwrap();
                    seen.lost.extend(batch);
                    seen.failures += 1;
                    drop(seen);
                    if let Answer::Panic = answer {
                        std::panic::panic_any(PLANNED);
                    }
                    return Err("the sink is full");
                }
            }
            Ok(())
        },
    );
    let tally = exporter.tally();
    let config = BatchConfigBuilder::default()
        .with_max_queue_size(4096)
        .with_max_export_batch_size(batch_size)
        .with_scheduled_delay(Duration::from_secs(3600))
        .build();
    let processor = BatchSpanProcessor::builder(exporter).with_batch_config(config).build();
    (SdkTracerProvider::builder().with_span_processor(processor).build(), tally, seen)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => Just(Step::Span(Fate::Keep)),
        2 => Just(Step::Span(Fate::LeaveOut)),
        1 => Just(Step::Span(Fate::Panic)),
        2 => Just(Step::Flush),
    ]
}

proptest! {
    #[test]
    fn each_span_is_exported_once_or_counted(
        steps in prop::collection::vec(step(), 0..40),
        answers in prop::collection::vec(
            prop_oneof![3 => Just(Answer::Take), 1 => Just(Answer::Refuse), 1 => Just(Answer::Panic)], 0..6,
        ),
        batch_size in 1..6_usize,
    ) {
        let (provider, tally, seen) = provider(batch_size, answers);
        let tracer = provider.tracer("test");
        let mut fates = Vec::new();
        let check = |fates: &[Fate]| {
            let seen = seen.lock().unwrap();
            let of = |fate| (0..).zip(fates).filter(move |one| *one.1 == fate).map(|(id, _)| id);
            let handed: BTreeSet<u64> = seen.taken.iter().chain(&seen.lost).copied().collect();
            prop_assert_eq!(handed.len(), seen.taken.len() + seen.lost.len(), "one was exported twice");
            prop_assert_eq!(handed, of(Fate::Keep).collect::<BTreeSet<_>>());
            prop_assert_eq!(tally.exported(), seen.taken.len() as u64);
            prop_assert_eq!(tally.left_out(), of(Fate::LeaveOut).count() as u64);
            prop_assert_eq!(tally.dropped(), (seen.lost.len() + of(Fate::Panic).count()) as u64);
            prop_assert!(tally.failed_batches() >= seen.failures);
            prop_assert_eq!(tally.failed_batches() > 0, tally.dropped() > 0);
            Ok(())
        };
        for step in steps {
            match step {
                Step::Span(fate) => {
                    tracer.in_span(format!("{fate:?} {}", fates.len()), |_| ());
                    fates.push(fate);
                }
                // Whether it fails is up to the last batch; that nothing is left behind is not.
                Step::Flush => {
                    let _ = provider.force_flush();
                    check(&fates)?;
                }
            }
        }
        let _ = provider.shutdown();
        check(&fates)?;
    }
}

#[test]
fn many_threads_lose_nothing() {
    let (provider, tally, seen) = provider(7, vec![Answer::Take, Answer::Take, Answer::Refuse]);
    std::thread::scope(|scope| {
        for thread in 0..4_u64 {
            let provider = &provider;
            scope.spawn(move || {
                for i in 0..500 {
                    provider.tracer("test").in_span(format!("Keep {}", thread * 500 + i), |_| ());
                    if i % 97 == 0 {
                        let _ = provider.force_flush();
                    }
                }
            });
        }
    });
    let _ = provider.shutdown();
    let seen = seen.lock().unwrap();
    let all: BTreeSet<u64> = seen.taken.iter().chain(&seen.lost).copied().collect();
    assert_eq!((all.len(), seen.taken.len() + seen.lost.len()), (2000, 2000));
    assert_eq!((tally.exported(), tally.dropped()), (seen.taken.len() as u64, seen.lost.len() as u64));
    assert_eq!(tally.failed_batches(), seen.failures);
}

/// The internal log of one thread, as lines.
#[cfg(feature = "internal-logs")]
fn listen(lines: &Arc<Mutex<Vec<String>>>) -> Listener<impl Fn(&Event<'_>) + use<>> {
    struct Line(String);
    impl Visit for Line {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            self.0 += &format!(" {}={value:?}", field.name());
        }
    }
    let lines = Arc::clone(lines);
    Listener(move |event: &Event<'_>| {
        let mut line = Line(format!("{} {}", event.metadata().level(), event.metadata().name()));
        event.record(&mut line);
        lines.lock().unwrap().push(line.0);
    })
}

#[test]
#[cfg(feature = "internal-logs")]
fn a_failed_batch_is_reported() {
    quiet_about_planned_panics();
    let lines = Arc::default();
    let mut calls = 0;
    let exporter = export::map(whole, move |_: Vec<SpanData>| {
        calls += 1;
        if calls == 2 { std::panic::panic_any(PLANNED) } else { Err("the sink is full") }
    });
    let tally = exporter.tally();
    // This processor exports on the thread where the span ends.
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter).build();
    tracing::subscriber::with_default(listen(&lines), || {
        for _ in 0..3 {
            provider.tracer("test").in_span("one", |_| ());
        }
    });
    let lines = lines.lock().unwrap();
    let ours: Vec<_> = lines.iter().filter(|line| line.starts_with("ERROR Meterstick.ExportFailed")).collect();
    assert_eq!(ours.len(), 3, "{lines:?}");
    assert!(ours[0].contains("dropped=1") && ours[0].contains("the sink is full"), "{}", ours[0]);
    assert!(ours[1].contains("the exporter's closure panicked: as planned"), "{}", ours[1]);
    assert_eq!((tally.dropped(), tally.failed_batches(), tally.exported()), (3, 3, 0));
}

/// Shuts an exporter down, or panics, when a failed batch is reported to it.
#[cfg(feature = "internal-logs")]
struct OnFailure(Box<dyn Fn() + Send + Sync>);

#[cfg(feature = "internal-logs")]
impl tracing::Subscriber for OnFailure {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.name() == "Meterstick.ExportFailed"
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::Id {
        tracing::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::Id, _: &tracing::Id) {}
    fn enter(&self, _: &tracing::Id) {}
    fn exit(&self, _: &tracing::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {
        (self.0)();
    }
}

/// Polls the future of an exporter, which never waits.
#[cfg(feature = "internal-logs")]
fn exported(export: impl Future<Output = OTelSdkResult>) -> OTelSdkResult {
    match std::pin::pin!(export).poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
        std::task::Poll::Ready(exported) => exported,
        std::task::Poll::Pending => panic!("it waits"),
    }
}

#[test]
#[cfg(feature = "internal-logs")]
fn a_log_subscriber_may_shut_the_exporter_down() {
    let exporter = Arc::new(export::map(whole, |_: Vec<SpanData>| Err("the sink is full")));
    let subscriber = OnFailure(Box::new({
        let exporter = Arc::clone(&exporter);
        move || drop(exporter.shutdown_with_timeout(Duration::ZERO))
    }));
    let spans = InMemorySpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(spans.clone()).build();
    provider.tracer("test").in_span("one", |_| ());
    let batch = spans.get_finished_spans().unwrap();
    tracing::subscriber::with_default(subscriber, || {
        assert!(exported(exporter.export(batch.clone())).is_err());
        assert!(matches!(exported(exporter.export(batch)), Err(OTelSdkError::AlreadyShutdown)));
    });
    assert_eq!((exporter.tally().dropped(), exporter.tally().failed_batches()), (2, 2));
}

#[test]
#[cfg(feature = "internal-logs")]
fn a_log_subscriber_that_panics_ends_no_export() {
    quiet_about_planned_panics();
    let exporter = export::map(whole, |_: Vec<SpanData>| Err("the sink is full"));
    let subscriber = OnFailure(Box::new(|| std::panic::panic_any(PLANNED)));
    tracing::subscriber::with_default(subscriber, || {
        exporter.shutdown_with_timeout(Duration::ZERO).unwrap();
        assert!(matches!(exported(exporter.export(Vec::new())), Err(OTelSdkError::AlreadyShutdown)));
    });
    assert_eq!(exporter.tally().failed_batches(), 1);
}

#[test]
fn what_the_closures_hold_may_panic_as_it_is_dropped() {
    struct Held;

    impl Drop for Held {
        fn drop(&mut self) {
            std::panic::panic_any(PLANNED);
        }
    }

    quiet_about_planned_panics();
    // Of both closures: the second panic must not come while the first one unwinds.
    let exporter = || {
        let (first, second) = (Held, Held);
        let map = move |span: EndedSpan<'_>| {
            let _ = &first;
            whole(span)
        };
        export::map(map, move |_: Vec<SpanData>| {
            let _ = &second;
            Ok::<_, &str>(())
        })
    };
    let reported = |close: &mut dyn FnMut()| {
        #[cfg(not(feature = "internal-logs"))]
        close();
        #[cfg(feature = "internal-logs")]
        {
            let lines = Arc::default();
            tracing::subscriber::with_default(listen(&lines), close);
            let lines = lines.lock().unwrap();
            assert_eq!(lines.len(), 2, "{lines:?}");
            let closed =
                |line: &&String| line.starts_with("ERROR Meterstick.ExporterCloseFailed") && line.contains(PLANNED);
            assert_eq!(lines.iter().filter(closed).count(), 2);
        }
    };
    // Without a shutdown.
    let mut unregistered = Some(exporter());
    reported(&mut || drop(unregistered.take()));
    let exporter = exporter();
    let shut_down = || exporter.shutdown_with_timeout(Duration::ZERO);
    let mut failed = Ok(());
    reported(&mut || failed = shut_down());
    assert!(matches!(failed, Err(OTelSdkError::InternalFailure(why)) if why.contains(PLANNED)));
    assert!(matches!(shut_down(), Err(OTelSdkError::AlreadyShutdown)));
}

#[test]
fn what_the_closures_hold_ends_at_shutdown() {
    let held = Arc::new(());
    let exporter = export::map(whole, {
        let held = Arc::clone(&held);
        move |_: Vec<SpanData>| {
            let _ = &held;
            Ok::<_, &str>(())
        }
    });
    let tally = exporter.tally();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter).build();
    provider.tracer("test").in_span("one", |_| ());
    assert_eq!(Arc::strong_count(&held), 2);
    provider.shutdown().unwrap();
    assert_eq!((Arc::strong_count(&held), tally.exported()), (1, 1));
}

#[test]
fn a_span_comes_with_the_resource_of_its_provider() {
    use opentelemetry_sdk::Resource;

    let of = |batch: bool| {
        let (sender, names) = std::sync::mpsc::channel();
        let name = |span: EndedSpan<'_>| Some(span.resource.get(&"service.name".into()).unwrap().to_string());
        let exporter = export::map(name, move |batch| sender.send(batch));
        let provider =
            SdkTracerProvider::builder().with_resource(Resource::builder().with_service_name("shop").build());
        let provider =
            if batch { provider.with_batch_exporter(exporter) } else { provider.with_simple_exporter(exporter) }
                .build();
        provider.tracer("test").in_span("one", |_| ());
        provider.shutdown().unwrap();
        names.recv().unwrap()
    };
    assert_eq!((of(true), of(false)), (vec!["shop".to_owned()], vec!["shop".to_owned()]));
}

#[test]
fn a_panic_whose_payload_panics_when_it_is_dropped_ends_no_thread() {
    /// A destructor that panics, with a payload whose destructor panics, without an end.
    struct Hydra;
    impl Drop for Hydra {
        fn drop(&mut self) {
            std::panic::resume_unwind(Box::new(Hydra));
        }
    }
    impl std::fmt::Display for Hydra {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            std::panic::resume_unwind(Box::new(Hydra))
        }
    }
    let mut batches = 0;
    let (sender, taken) = std::sync::mpsc::channel();
    let exporter = export::map(
        |span: EndedSpan<'_>| {
            if span.data.name == "map" {
                std::panic::resume_unwind(Box::new(Hydra));
            }
            Some(span.data.name)
        },
        move |batch| {
            batches += 1;
            match batches {
                2 => std::panic::resume_unwind(Box::new(Hydra)),
                3 => Err(Hydra),
                _ => {
                    sender.send(batch).unwrap();
                    Ok(())
                }
            }
        },
    );
    let tally = exporter.tally();
    let provider = SdkTracerProvider::builder().with_batch_exporter(exporter).build();
    let export = |names: &[&'static str]| {
        names.iter().for_each(|name| provider.tracer("test").in_span(*name, |_| ()));
        provider.force_flush()
    };
    assert!(export(&["map", "one"]).is_err());
    assert!(export(&["two"]).is_err());
    assert!(export(&["three"]).is_err());
    assert!(export(&["four"]).is_ok());
    assert_eq!(taken.try_iter().flatten().collect::<Vec<_>>(), ["one", "four"]);
    assert_eq!((tally.exported(), tally.dropped(), tally.failed_batches()), (2, 3, 3));
}

#[test]
#[cfg(feature = "internal-logs")]
fn a_batch_after_shutdown_is_counted_and_reported() {
    use opentelemetry_sdk::trace::SpanExporter;

    let exporter = export::map(whole, |_: Vec<SpanData>| Ok::<_, &str>(()));
    let tally = exporter.tally();
    let (sender, spans) = std::sync::mpsc::channel();
    let keep = export::map(whole, move |batch: Vec<SpanData>| sender.send(batch));
    let provider = SdkTracerProvider::builder().with_simple_exporter(keep).build();
    provider.tracer("test").in_span("one", |_| ());
    exporter.shutdown_with_timeout(Duration::from_secs(1)).unwrap();
    let lines = Arc::default();
    tracing::subscriber::with_default(listen(&lines), || {
        let exported = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(exporter.export(spans.recv().unwrap()));
        assert!(matches!(exported, Err(opentelemetry_sdk::error::OTelSdkError::AlreadyShutdown)), "{exported:?}");
    });
    let lines = lines.lock().unwrap();
    let ours: Vec<_> = lines.iter().filter(|line| line.starts_with("ERROR Meterstick.ExportFailed")).collect();
    assert_eq!(ours.len(), 1, "{lines:?}");
    assert!(ours[0].contains("dropped=1") && ours[0].contains("the exporter is shut down"), "{}", ours[0]);
    assert_eq!((tally.dropped(), tally.failed_batches()), (1, 1));
}
