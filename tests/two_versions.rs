//! Two versions of OpenTelemetry in one program: each has a global meter provider of its own.

use std::sync::Arc;

use meterstick::prelude::*;
use meterstick::unit::Bytes;
use meterstick::{WaitingReason, statics_without_provider};
use opentelemetry_of_another_version::metrics::{InstrumentProvider, Meter as OtherMeter, MeterProvider};
use opentelemetry_of_another_version::{InstrumentationScope, global};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};

static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("two"));

struct OfAnotherVersion;

impl InstrumentProvider for OfAnotherVersion {}

impl MeterProvider for OfAnotherVersion {
    fn meter_with_scope(&self, _: InstrumentationScope) -> OtherMeter {
        OtherMeter::new(Arc::new(Self))
    }
}

#[test]
fn a_provider_of_another_version_is_none_and_statics_keep_their_values_and_say_so() {
    global::set_meter_provider(OfAnotherVersion);
    SENT.add(Bytes(512));
    let waiting = statics_without_provider();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].reason, WaitingReason::NoProvider);
    assert!(waiting[0].to_string().contains("no global meter provider of this version of `opentelemetry`"));

    let exporter = InMemoryMetricExporter::default();
    let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build();
    meterstick::set_meter_provider(provider.clone());
    provider.force_flush().unwrap();
    assert_eq!(exporter.get_finished_metrics().unwrap().len(), 1);
    assert_eq!((SENT.value(), SENT.dropped()), (Some(512), 0));
}
