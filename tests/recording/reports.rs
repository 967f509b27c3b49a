//! What is reported in the log, by a listener that panics: it reaches no call, and keeps no value from a provider.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::{fs, panic};

use meterstick::prelude::*;
use meterstick::unit::One;
use opentelemetry::metrics::MeterProvider;

use crate::alone::alone;
use crate::listener::Listener;
use crate::wire::{Value, Wire};

const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("count");
const SEEN: Metric<ObservableGauge<u64, One>> = Meter::observable_gauge::<u64>().unit::<One>().name("seen");
static USED: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("used").global(Scope::new("reports"));

const fn made_often() -> Counter<u64, One> {
    Meter::counter::<u64>().unit::<One>().name("often").global(Scope::new("reports"))
}

/// Panics at each report of ours, without a message of the panic hook.
fn panic_at_reports() {
    let panics = |event: &tracing::Event<'_>| {
        if event.metadata().name().starts_with("Meterstick.") {
            panic::resume_unwind(Box::new("on purpose"));
        }
    };
    tracing::subscriber::set_global_default(Listener(panics)).unwrap();
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "a shut down provider is recognized by the address of a table, of which Miri makes several")]
fn a_listener_that_panics_at_a_report_reaches_no_call() {
    alone(|| {
        panic_at_reports();
        let noop = opentelemetry::global::meter("reports");
        COUNT.build(&noop).inc();
        drop(SEEN.observe(&noop, |o| o.observe(1)));
        (0..1500).for_each(|_| made_often().inc());
        assert_eq!((made_often().value(), made_often().dropped()), (Some(1500), 0));
        USED.inc();
        let shut_down = Wire::new().provider;
        shut_down.shutdown().unwrap();
        meterstick::set_meter_provider(shut_down);
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        let collection = wire.collect();
        assert_eq!(["often", "used"].map(|name| collection.number(name)), [1500, 1].map(|n| Some(Value::Int(n))));
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
#[cfg_attr(miri, ignore = "it takes a thousand collections")]
fn a_listener_that_panics_at_a_report_keeps_no_instrument_from_its_provider() {
    alone(|| {
        panic_at_reports();
        let wire = Wire::new();
        for n in 0..=1000 {
            let count = COUNT.build(&wire.provider.meter("reports"));
            count.inc();
            if n == 1000 {
                assert_eq!(wire.collect().number("count"), Some(Value::Int(1001)));
            }
        }
    });
}

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn of_an_instruments_refusals_the_first_is_reported() {
    static REPORTED: AtomicU64 = AtomicU64::new(0);
    alone(|| {
        let counts = |event: &tracing::Event<'_>| {
            REPORTED
                .fetch_add(u64::from(event.metadata().name() == "Meterstick.MeasurementRefused"), Ordering::Relaxed);
        };
        tracing::subscriber::set_global_default(Listener(counts)).unwrap();
        let wire = Wire::new();
        let (one, other) = (COUNT.build(&wire.meter()), COUNT.build(&wire.meter()));
        (0..3).for_each(|_| one.add(u64::MAX));
        assert_eq!((one.refused(), REPORTED.load(Ordering::Relaxed)), (3, 1));
        other.add(u64::MAX);
        assert_eq!(REPORTED.load(Ordering::Relaxed), 2);
    });
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[test]
#[cfg_attr(miri, ignore = "it reads files")]
fn each_report_is_contained() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut reports = 0;
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let lines: Vec<_> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if ["otel_error!", "otel_warn!", "otel_info!", "otel_debug!"].iter().any(|log| line.contains(log))
                && line.ends_with('(')
            {
                reports += 1;
                let is_contained = lines[at.saturating_sub(3)..at].iter().any(|before| before.ends_with("(|| {"));
                assert!(is_contained, "{}:{}: a listener that panics here reaches the caller", file.display(), at + 1);
            }
        }
    }
    assert!(reports >= 20, "{reports}");
}
