//! Statics whose values no provider exports are listed, and reported once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};
use meterstick::{WaitingReason, assert_statics_have_provider, statics_without_provider};

use crate::alone::alone;
use crate::wire::{Value, Wire};

const SCOPE: Scope = Scope::new("waiting");

static COUNT: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("count").global(SCOPE);
static SIZE: Histogram<u64, Bytes> = Meter::histogram::<u64>().unit::<Bytes>().name("size").global(SCOPE);
static LATE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("late").global(SCOPE);

/// The names of those that wait, and why.
fn waiting() -> Vec<(&'static str, WaitingReason)> {
    statics_without_provider().iter().map(|one| (one.descriptor.name, one.reason)).collect()
}

#[test]
#[cfg_attr(miri, ignore = "thousands of values")]
fn a_static_waits_from_its_first_use_until_there_is_a_provider() {
    alone(|| {
        assert_eq!(waiting(), []);
        assert_statics_have_provider();
        COUNT.add(1);
        (0..5000).for_each(|_| SIZE.record(Bytes(1)));
        let all = statics_without_provider();
        let facts: Vec<_> =
            all.iter().map(|one| (one.descriptor.name, one.reason, one.has_values, one.dropped)).collect();
        let none = WaitingReason::NoProvider;
        assert_eq!(facts, [("count", none, true, 0), ("size", none, true, SIZE.dropped())]);
        assert!(SIZE.dropped() > 0);
        assert_eq!(all[0].scope, SCOPE);
        let text = thread::spawn(assert_statics_have_provider).join().unwrap_err();
        let text = text.downcast_ref::<String>().unwrap();
        for part in ["`count` of `waiting`", "`size`", "no global meter provider", "dropped"] {
            assert!(text.contains(part), "{text}");
        }
        let wire = Wire::new();
        meterstick::set_meter_provider(wire.provider.clone());
        assert_statics_have_provider();
        assert_eq!(wire.collect().number("count"), Some(Value::Int(1)));
    });
}

#[test]
fn a_look_at_statics_binds_them_to_a_provider_that_opentelemetrys_function_set() {
    alone(|| {
        (0..5).for_each(|_| COUNT.add(1));
        let wire = Wire::new();
        opentelemetry::global::set_meter_provider(wire.provider.clone());
        assert_eq!(waiting(), []);
        assert_eq!(wire.collect().number("count"), Some(Value::Int(5)));
    });
}

#[test]
#[cfg_attr(miri, ignore = "a shut down provider is recognized by the address of a table, of which Miri makes several")]
fn a_provider_that_is_shut_down_before_statics_find_it_takes_none_of_their_values() {
    alone(|| {
        (0..5).for_each(|_| COUNT.add(1));
        let wire = Wire::new();
        opentelemetry::global::set_meter_provider(wire.provider.clone());
        wire.provider.shutdown().unwrap();
        for _ in 0..2 {
            let all = statics_without_provider();
            assert_eq!((all[0].reason, all[0].has_values), (WaitingReason::ShutDown, true));
            (0..600).for_each(|_| COUNT.add(1));
        }
        let second = Wire::new();
        meterstick::set_meter_provider(second.provider.clone());
        assert_eq!(waiting(), []);
        assert_eq!(second.collect().number("count"), Some(Value::Int(1205)));
        // Statics that are bound see the end of their provider, too.
        second.provider.shutdown().unwrap();
        COUNT.add(1);
        assert_eq!(waiting(), [("count", WaitingReason::ShutDown)]);
        assert!(!statics_without_provider()[0].has_values, "they are for the provider that is shut down");
        // Set in any way.
        LATE.add(1);
        meterstick::set_meter_provider(second.provider.clone());
        assert_eq!(waiting(), [("count", WaitingReason::ShutDown), ("late", WaitingReason::ShutDown)]);
    });
}

#[test]
fn a_static_that_is_bound_to_a_provider_that_was_replaced_is_listed() {
    alone(|| {
        let [first, second] = [Wire::new(), Wire::new()];
        opentelemetry::global::set_meter_provider(first.provider.clone());
        COUNT.add(1);
        assert_eq!(waiting(), []);
        // A clone is the same provider.
        opentelemetry::global::set_meter_provider(first.provider.clone());
        assert_eq!(waiting(), []);
        opentelemetry::global::set_meter_provider(second.provider.clone());
        COUNT.add(1);
        LATE.add(1);
        assert_eq!(waiting(), [("count", WaitingReason::Replaced)]);
        meterstick::set_meter_provider(second.provider.clone());
        assert_eq!(waiting(), []);
        COUNT.add(1);
        assert_eq!(first.collect().number("count"), Some(Value::Int(2)));
        assert_eq!(second.collect().number("count"), Some(Value::Int(1)));
        assert_eq!(second.collect().number("late"), Some(Value::Int(1)));
    });
}

#[test]
#[cfg_attr(miri, ignore = "thousands of values")]
fn a_static_waits_for_a_blocked_provider() {
    alone(|| {
        let wire = Wire::new();
        let (enters, is_entered) = mpsc::channel();
        let (leave, left) = mpsc::channel::<()>();
        let (left, is_first) = (std::sync::Mutex::new(left), AtomicBool::new(true));
        let meter = wire.meter();
        let slow = meter.u64_observable_gauge("slow").with_callback(move |_| {
            if is_first.swap(false, Ordering::Relaxed) {
                enters.send(()).unwrap();
                let _ = left.lock().unwrap().recv();
            }
        });
        let _slow = slow.build();
        // More than is kept of a histogram as long as there is no provider.
        let sizes = |values: u64| (0..values).for_each(|_| SIZE.record(Bytes(1)));
        sizes(5000);
        let dropped = SIZE.dropped();
        assert!(dropped > 0);
        opentelemetry::global::set_meter_provider(wire.provider.clone());
        thread::scope(|scope| {
            scope.spawn(|| wire.collect());
            is_entered.recv().unwrap();
            COUNT.add(1);
            let held_up = waiting();
            // Now that one is found, what waits for it has more room.
            sizes(1000);
            leave.send(()).unwrap();
            let reason = WaitingReason::NotBound;
            assert_eq!(held_up, [("size", reason), ("count", reason)]);
            assert_eq!(SIZE.dropped(), dropped);
        });
        while !waiting().is_empty() {
            thread::yield_now();
        }
        let collection = wire.collect();
        assert_eq!(collection.number("count"), Some(Value::Int(1)));
        assert_eq!(collection.distribution("size").unwrap().count + dropped, 6000);
    });
}

#[test]
#[cfg(all(feature = "testing", feature = "internal-logs"))]
fn statics_that_wait_for_a_minute_are_reported_once() {
    use std::time::Duration;

    use meterstick::testing::ManualClock;

    use crate::logs::Logs;

    alone(|| {
        let logs = Logs::listen();
        let clock = ManualClock::new();
        (0..20).for_each(|_| COUNT.add(1));
        clock.advance(Duration::from_secs(59));
        (0..2000).for_each(|_| COUNT.add(1));
        LATE.add(1);
        assert_eq!(logs.warnings(), []);
        clock.advance(Duration::from_secs(2));
        // Noticed at a lookup, which comes at the latest after as many values as there were.
        (0..512).for_each(|_| COUNT.add(1));
        let logged = logs.take();
        let reports: Vec<_> = logged.iter().filter(|one| one.name() == "Meterstick.StaticsWithoutProvider").collect();
        assert_eq!(reports.len(), 1, "{logged:?}");
        // Of those only that have waited so long.
        assert_eq!(reports[0].fields["instrument_names"], "count");
        clock.advance(Duration::from_secs(600));
        (0..2000).for_each(|_| LATE.add(1));
        assert_eq!(logs.warnings(), []);
    });
}

#[test]
#[cfg(feature = "internal-logs")]
#[cfg_attr(miri, ignore = "a shut down provider is recognized by the address of a table, of which Miri makes several")]
fn a_provider_that_is_shut_down_is_reported_once() {
    use crate::logs::Logs;

    alone(|| {
        let logs = Logs::listen();
        let wire = Wire::new();
        opentelemetry::global::set_meter_provider(wire.provider.clone());
        wire.provider.shutdown().unwrap();
        (0..2000).for_each(|_| COUNT.add(1));
        LATE.add(1);
        assert_eq!(logs.warnings(), [("Meterstick.ProviderIsShutDown".to_owned(), String::new())]);
    });
}
