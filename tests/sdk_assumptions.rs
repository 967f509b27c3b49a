//! What the recording core takes for granted of OpenTelemetry: one test for each assumption. None uses this crate, so that a
//! test that fails under another version of OpenTelemetry says what has to change here, and why.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

use opentelemetry::InstrumentationScope;
#[cfg(feature = "bound-instruments")]
use opentelemetry::KeyValue;
use opentelemetry::metrics::noop::NoopMeterProvider;
use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};

/// A provider and what it exports.
fn sdk() -> (SdkMeterProvider, InMemoryMetricExporter) {
    let exporter = InMemoryMetricExporter::default();
    (SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build(), exporter)
}

/// What the last collection exported of a sum of integers: each point's value. `None` if the metric is not there.
fn sums(provider: &SdkMeterProvider, exporter: &InMemoryMetricExporter, name: &str) -> Option<Vec<u64>> {
    exporter.reset();
    provider.force_flush().unwrap();
    let exported = exporter.get_finished_metrics().unwrap();
    let scopes = exported.iter().flat_map(|of| of.scope_metrics());
    let metric = scopes.flat_map(|scope| scope.metrics()).find(|metric| metric.name() == name)?;
    let AggregatedMetrics::U64(MetricData::Sum(sum)) = metric.data() else { panic!("{name} is no sum of u64") };
    Some(sum.data_points().map(|point| point.value()).collect())
}

fn provider_of(meter: &Meter) -> *const () {
    std::ptr::from_ref(meter.u64_counter("").instrument_provider).cast()
}

/// `record::sdk::is_noop` and `is_noop_provider`: otherwise a static that finds the no-op provider takes it for a real one and
/// drops its values.
#[test]
fn a_no_op_provider_and_its_meters_have_no_size_and_those_of_the_sdk_have() {
    let size = |meter: &Meter| size_of_val(meter.u64_counter("").instrument_provider);
    assert_eq!(size_of_val(&NoopMeterProvider::new()), 0);
    assert_eq!(size(&NoopMeterProvider::new().meter("a")), 0);
    assert_ne!(size_of_val(&SdkMeterProvider::default()), 0);
    assert_ne!(size(&SdkMeterProvider::default().meter("a")), 0);
}

/// `record::sdk::at_collection`: otherwise an instrument on a provider that never collects waits for collections, and its values
/// stay where they are.
#[test]
fn a_callback_that_is_not_kept_is_dropped_when_its_instrument_is_built() {
    let is_kept = |meter: &Meter| {
        let token = Arc::new(());
        let theirs = Arc::clone(&token);
        let _ = meter.u64_observable_counter("a").with_callback(move |_| drop(Arc::clone(&theirs))).build();
        Arc::strong_count(&token) > 1
    };
    assert!(is_kept(&sdk().0.meter("a")));
    assert!(!is_kept(&NoopMeterProvider::new().meter("a")));
    assert!(!is_kept(&SdkMeterProvider::default().meter("a")), "a provider without a reader");
    let (provider, _) = sdk();
    provider.shutdown().unwrap();
    assert!(!is_kept(&provider.meter("a")), "a provider that is shut down");
}

/// `record::collect`: the collection callback passes what is pending to the SDK, from the first collection on. If data points were
/// made first, each value would be exported one collection late, and the last ones never; if a callback that is kept were not
/// called, none would be exported.
#[test]
fn callbacks_run_before_data_points_are_made() {
    let (provider, exporter) = sdk();
    let meter = provider.meter("a");
    let (counter, late) = (meter.u64_counter("sum").build(), meter.clone());
    let _ = late.u64_observable_counter("callback").with_callback(move |_| counter.add(1, &[])).build();
    assert_eq!(sums(&provider, &exporter, "sum"), Some(vec![1]));
    assert_eq!(sums(&provider, &exporter, "sum"), Some(vec![2]));
}

/// `record::collect`: the callback's instrument is named as one of the user's. If it were exported, the metric would be there twice.
#[test]
fn an_observable_that_observes_nothing_is_not_exported() {
    let (provider, exporter) = sdk();
    let _ = provider.meter("a").u64_observable_counter("nothing").with_callback(|_| {}).build();
    assert_eq!(sums(&provider, &exporter, "nothing"), None);
}

/// `record::callback`: whether a thread is in a callback is kept in that thread, and a collection's callbacks share what they say.
#[test]
fn callbacks_run_in_the_order_of_their_registration_on_one_thread_each_once() {
    let (provider, _exporter) = sdk();
    let meter = provider.meter("a");
    let ran: Arc<Mutex<Vec<(usize, ThreadId)>>> = Arc::default();
    for n in 0..5 {
        let ran = Arc::clone(&ran);
        let callback = move |_: &dyn opentelemetry::metrics::AsyncInstrument<u64>| {
            ran.lock().unwrap().push((n, thread::current().id()));
        };
        let _ = meter.u64_observable_counter(format!("n{n}")).with_callback(callback).build();
    }
    provider.force_flush().unwrap();
    let ran = ran.lock().unwrap();
    assert_eq!(ran.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    assert!(ran.iter().all(|(_, thread)| *thread == ran[0].1));
}

/// `record::collect`: values that wait when the provider is shut down are passed by its last collection.
#[test]
fn a_shutdown_collects_once_more() {
    let (provider, _exporter) = sdk();
    let runs = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&runs);
    let callback = move |_: &dyn opentelemetry::metrics::AsyncInstrument<u64>| {
        counted.fetch_add(1, Ordering::Relaxed);
    };
    let _ = provider.meter("a").u64_observable_counter("a").with_callback(callback).build();
    provider.shutdown().unwrap();
    assert_eq!(runs.load(Ordering::Relaxed), 1);
}

/// `record::sdk::identity`: collectors are found by it. If a clone had another, an instrument would have two collectors, and a
/// metric's sets would be counted apart.
#[test]
fn a_meter_and_its_clone_are_one_and_meters_of_other_scopes_are_not() {
    let (provider, _exporter) = sdk();
    let meter = provider.meter("a");
    assert_eq!(provider_of(&meter), provider_of(&meter.clone()));
    assert_eq!(provider_of(&meter), provider_of(&provider.meter("a")));
    let other = InstrumentationScope::builder("a").with_version("1").build();
    assert_ne!(provider_of(&meter), provider_of(&provider.meter_with_scope(other)));
}

/// `record::slot`: an instrument that is dropped and built again, or built in two places, adds to one sum.
#[test]
fn two_instruments_of_one_identity_add_up() {
    let (provider, exporter) = sdk();
    let meter = provider.meter("a");
    let build = || meter.u64_counter("sum").with_unit("By").with_description("d").build();
    build().add(1, &[]);
    build().add(2, &[]);
    assert_eq!(sums(&provider, &exporter, "sum"), Some(vec![3]));
}

/// `record::store`: values of a set that are bound and values of it that are not are of one series.
#[cfg(feature = "bound-instruments")]
#[test]
fn a_bound_handle_and_its_instrument_add_up() {
    let (provider, exporter) = sdk();
    let counter = provider.meter("a").u64_counter("sum").build();
    let set = [KeyValue::new("k", "v")];
    counter.bind(&set).add(1);
    counter.add(2, &set);
    assert_eq!(sums(&provider, &exporter, "sum"), Some(vec![3]));
}

/// `record::store::gauges`: a handle is bound at its first value. If an unused one were not exported, all could be bound at once.
#[cfg(feature = "bound-instruments")]
#[test]
fn a_handle_that_is_bound_and_never_used_is_exported_as_zero() {
    let (provider, exporter) = sdk();
    let counter = provider.meter("a").u64_counter("sum").build();
    let handle = counter.bind(&[KeyValue::new("k", "v")]);
    assert_eq!(sums(&provider, &exporter, "sum"), Some(vec![0]));
    handle.add(3);
    assert_eq!(sums(&provider, &exporter, "sum"), Some(vec![3]));
}

/// `record::sdk::has_handles`: a provider of another make gives handles that drop all, and is told from the SDK by its methods.
#[test]
fn a_meter_of_the_sdk_is_known_by_its_methods() {
    #[allow(ambiguous_wide_pointer_comparisons, reason = "the tables are what is compared")]
    fn have_same_methods(one: &Meter, other: &Meter) -> bool {
        let (one, other) = (one.u64_counter(""), other.u64_counter(""));
        let one = std::ptr::from_ref(one.instrument_provider).with_addr(1);
        std::ptr::eq(one, std::ptr::from_ref(other.instrument_provider).with_addr(1))
    }
    let (one, other, noop) = (sdk().0.meter("a"), sdk().0.meter("b"), NoopMeterProvider::new().meter("a"));
    assert!(have_same_methods(&one, &other));
    assert!(!have_same_methods(&one, &noop));
}
