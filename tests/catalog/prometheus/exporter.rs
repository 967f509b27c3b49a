//! The crate `opentelemetry-prometheus`, in this process.

use std::collections::BTreeMap;

use meterstick::InstrumentKind;
use meterstick::catalog::{Prometheus, RustExporter};
use opentelemetry::KeyValue;
use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry_prometheus::ExporterBuilder;
use opentelemetry_sdk::metrics::SdkMeterProvider;
use prometheus::Registry;
use prometheus::proto::MetricFamily;

use super::metric;
use crate::samples::{KINDS, kept};

const NAMES: [&str; 14] = [
    "http.server.sent",
    "orders_total",
    "total.orders",
    "Orders",
    "wait.seconds",
    "sent_bytes",
    "sent_bytes_total",
    "a..b--c//d",
    "retry.ratio",
    "rate.per_second",
    "x_",
    "seconds",
    "bytes.total.size",
    "io/2.x",
];

const UNITS: [&str; 53] = [
    "",
    "1",
    "%",
    "s",
    "ms",
    "us",
    "ns",
    "min",
    "h",
    "d",
    "wk",
    "By",
    "KiBy",
    "MiBy",
    "GiBy",
    "TiBy",
    "PiBy",
    "kBy",
    "KBy",
    "MBy",
    "GBy",
    "TBy",
    "B",
    "KB",
    "bit",
    "m",
    "km",
    "V",
    "A",
    "J",
    "W",
    "kW.h",
    "g",
    "Cel",
    "K",
    "[degF]",
    "Hz",
    "{request}",
    "By{compressed}",
    "1/s",
    "By/s",
    "{request}/s",
    "s/min",
    "m/s",
    "km/h",
    "By/w",
    "1/d",
    "1/mo",
    "1/y",
    "By/m",
    "MB",
    "GB",
    "TB",
];

/// Records once, so that there is something to export.
fn record(meter: &Meter, kind: InstrumentKind, name: &str, unit: &str) {
    let (name, unit) = (name.to_owned(), unit.to_owned());
    match kind {
        InstrumentKind::Counter => meter.u64_counter(name).with_unit(unit).build().add(1, &[]),
        InstrumentKind::UpDownCounter => meter.i64_up_down_counter(name).with_unit(unit).build().add(1, &[]),
        InstrumentKind::Histogram => meter.f64_histogram(name).with_unit(unit).build().record(1.0, &[]),
        InstrumentKind::Gauge => meter.f64_gauge(name).with_unit(unit).build().record(1.0, &[]),
        InstrumentKind::ObservableCounter => {
            meter.u64_observable_counter(name).with_unit(unit).with_callback(|o| o.observe(1, &[])).build();
        }
        InstrumentKind::ObservableUpDownCounter => {
            meter.i64_observable_up_down_counter(name).with_unit(unit).with_callback(|o| o.observe(1, &[])).build();
        }
        InstrumentKind::ObservableGauge => {
            meter.f64_observable_gauge(name).with_unit(unit).with_callback(|o| o.observe(1.0, &[])).build();
        }
        other => unreachable!("there is no way to record into `{other}`"),
    }
}

/// What the exporter shows of the metrics that are recorded.
fn exported(exporter: ExporterBuilder, record: impl FnOnce(&Meter)) -> Vec<MetricFamily> {
    let registry = Registry::new();
    let reader = exporter.with_registry(registry.clone()).without_target_info().build().unwrap();
    let provider = SdkMeterProvider::builder().with_reader(reader).build();
    record(&provider.meter("x"));
    registry.gather()
}

#[test]
fn names_are_those_of_the_exporter() {
    let new = opentelemetry_prometheus::exporter;
    let options = [
        (new(), RustExporter::new()),
        (new().without_units(), RustExporter::new().without_units()),
        (new().without_counter_suffixes(), RustExporter::new().without_counter_suffixes()),
        (new().with_namespace("house_"), RustExporter::new().with_namespace("house_")),
        (new().with_namespace(""), RustExporter::new().with_namespace("")),
        (
            new().without_units().without_counter_suffixes().with_namespace("house"),
            RustExporter::new().without_units().without_counter_suffixes().with_namespace("house"),
        ),
    ];
    for (exporter, strategy) in options {
        // A prefix of its own keeps each metric apart from all others.
        let all = || {
            KINDS
                .iter()
                .flat_map(|kind| NAMES.iter().flat_map(move |name| UNITS.iter().map(move |unit| (*kind, *name, *unit))))
        };
        let prefixed = |n: usize, name: &str| format!("q{n}q.{name}");
        let families = exported(exporter, |meter| {
            all().enumerate().for_each(|(n, (kind, name, unit))| record(meter, kind, &prefixed(n, name), unit));
        });
        let number = |name: &str| name.split('q').nth(1).unwrap().parse::<usize>().unwrap();
        let exported: BTreeMap<_, _> = families.iter().map(|family| (number(family.name()), family.name())).collect();
        assert_eq!(exported.len(), all().count());
        for (n, (kind, name, unit)) in all().enumerate() {
            let metric = metric(kind, kept(prefixed(n, name).into_boxed_str()), unit);
            assert_eq!(Prometheus::of(&metric, strategy).name, exported[&n], "{kind} {name} {unit} {strategy}");
        }
    }
}

#[test]
fn labels_are_those_of_the_exporter() {
    let keys = ["http.request.method", "2xx", "_hidden", "__twice", "größe", "a..b", "a:b", "k8s.pod/name"];
    for key in keys {
        let families = exported(opentelemetry_prometheus::exporter().scope_info_enabled(false), |meter| {
            meter.u64_counter("x").build().add(1, &[KeyValue::new(key, true)]);
        });
        assert_eq!(super::label(key, RustExporter::new()), families[0].get_metric()[0].get_label()[0].name());
    }
}

#[test]
fn a_histogram_has_three_series_and_an_exponential_one_is_not_exported() {
    let mut wait = metric(InstrumentKind::Histogram, "wait", "s");
    let series = Prometheus::of(&wait, RustExporter::new()).series;
    assert_eq!(series, ["wait_seconds_bucket", "wait_seconds_sum", "wait_seconds_count"]);

    use meterstick::prelude::*;
    use meterstick::unit::Seconds;
    const WAIT: Metric<Histogram<f64, Seconds>> =
        Meter::histogram::<f64>().unit::<Seconds>().name("wait").exponential();
    wait = *WAIT.descriptor();
    assert!(Prometheus::of(&wait, RustExporter::new()).series.is_empty());
    assert_eq!(Prometheus::of(&wait, meterstick::catalog::Strategy::default()).series, ["wait_seconds"]);

    let registry = Registry::new();
    let reader =
        opentelemetry_prometheus::exporter().with_registry(registry.clone()).without_target_info().build().unwrap();
    let provider =
        SdkMeterProvider::builder().with_reader(reader).with_view(meterstick::views([WAIT.descriptor()])).build();
    WAIT.build(&provider.meter("x")).record(Seconds(1.0));
    assert!(registry.gather().iter().all(|family| !family.name().starts_with("wait")));
}
