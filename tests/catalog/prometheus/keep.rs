//! Names that exist already stay as they are.

use meterstick::catalog::{Catalog, Prometheus, RustExporter, Translation};
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Descriptor, InstrumentKind};
use proptest::prelude::*;

use super::metric;
use crate::samples::{KINDS, kept};

meterstick::unit! { Requests = "{request}" }

/// Names of a service that was measured with Prometheus' own library.
const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop_sent_bytes_total");
const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("shop_wait_seconds");
const ACTIVE: Metric<UpDownCounter<i64, Requests>> =
    Meter::up_down_counter::<i64>().unit::<Requests>().name("shop_active.requests");
const SHOP: Catalog = meterstick::catalog![SENT, WAIT, ACTIVE];

const EXISTING: [&str; 4] =
    ["shop_sent_bytes_total", "shop_wait_seconds", "shop_wait_seconds_bucket", "shop_active_requests"];

const KEEP: RustExporter = RustExporter::new().without_units().without_counter_suffixes();

#[test]
fn a_catalogue_is_checked_against_existing_names() {
    SHOP.assert_prometheus_names(KEEP, EXISTING);
    SHOP.assert_prometheus_names(Translation::UnderscoreEscapingWithoutSuffixes, EXISTING);
    // The translator does not repeat what is there.
    SHOP.assert_prometheus_names(Translation::default(), EXISTING);
    assert_eq!(SHOP.prometheus_names(KEEP), ["shop_active_requests", "shop_sent_bytes_total", "shop_wait_seconds"]);
}

#[test]
#[should_panic(expected = "names that Prometheus had before are missing (opentelemetry-prometheus without_units \
                           without_counter_suffixes):\n`shop_waits_seconds`; the nearest is `shop_wait_seconds`\n")]
fn a_missing_name_is_reported_with_the_nearest() {
    SHOP.assert_prometheus_names(KEEP, ["shop_waits_seconds", "shop_wait_seconds_count"]);
}

#[test]
#[should_panic(expected = "`shop_sent_bytes_total`; the nearest is `shop_sent_bytes_total_bytes_total`")]
fn without_its_options_the_exporter_appends_what_is_there() {
    SHOP.assert_prometheus_names(RustExporter::new(), EXISTING);
}

#[test]
#[should_panic(expected = "are missing (opentelemetry-prometheus):\n`wait_seconds`\n")]
fn what_is_not_exported_keeps_no_name() {
    const WAIT: Metric<Histogram<f64, Seconds>> =
        Meter::histogram::<f64>().unit::<Seconds>().name("wait").exponential();
    let catalog = meterstick::catalog![WAIT];
    catalog.assert_prometheus_names(Translation::default(), ["wait_seconds"]);
    catalog.assert_prometheus_names(RustExporter::new(), ["wait_seconds"]);
}

proptest! {
    /// Whatever Prometheus takes as a name, and OpenTelemetry too, stays as it is.
    #[test]
    fn every_name_of_prometheus_can_be_kept(
        name in "[a-zA-Z][a-zA-Z0-9_]{0,30}",
        kind in proptest::sample::select(&KINDS[..]),
        unit in proptest::sample::select(vec!["1", "s", "By", "{request}", "%", "[degF]"]),
    ) {
        let metric: Descriptor = metric(kind, kept(name.clone().into_boxed_str()), unit);
        prop_assert_eq!(&Prometheus::of(&metric, KEEP).name, &name);
        let translation = Translation::UnderscoreEscapingWithoutSuffixes;
        prop_assert_eq!(&Prometheus::of(&metric, translation).name, &name);
        prop_assert_eq!(&Prometheus::of(&metric, Translation::NoTranslation).name, &name);
        let series = Prometheus::of(&metric, KEEP).series;
        prop_assert_eq!(series.len(), if kind == InstrumentKind::Histogram { 3 } else { 1 });
    }
}
