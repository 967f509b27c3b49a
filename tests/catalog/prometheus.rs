//! Names as Prometheus has them.

use meterstick::InstrumentKind::{self, Counter, Gauge, Histogram, UpDownCounter};
use meterstick::catalog::Prometheus;

use crate::samples::descriptor;

fn name(kind: InstrumentKind, name: &'static str, unit: &'static str) -> String {
    let mut metric = descriptor(kind);
    (metric.name, metric.unit) = (name, unit);
    Prometheus::of(&metric).name
}

#[test]
fn a_name_has_its_unit_and_its_kinds_suffix() {
    let cases = [
        (Counter, "http.server.sent", "By", "http_server_sent_bytes_total"),
        (Counter, "http.server.requests", "{request}", "http_server_requests_total"),
        (Counter, "orders_total", "1", "orders_total"),
        (Counter, "total.orders", "1", "orders_total"),
        (Histogram, "http.server.request.duration", "s", "http_server_request_duration_seconds"),
        (Histogram, "wait", "ms", "wait_milliseconds"),
        (Histogram, "wait.seconds", "s", "wait_seconds"),
        (Gauge, "disk.throughput", "By/s", "disk_throughput_bytes_per_second"),
        (Gauge, "disk.rate", "{operation}/s", "disk_rate_per_second"),
        (Gauge, "cache.share", "1", "cache_share_ratio"),
        (Gauge, "cpu.load", "%", "cpu_load_percent"),
        (Gauge, "attic", "Cel", "attic_celsius"),
        (Gauge, "tank", "kBy", "tank_kilobytes"),
        (Gauge, "tank", "TiBy", "tank_tebibytes"),
        (Gauge, "energy", "kW.h", "energy_kW_h"),
        (Gauge, "sent", "By{compressed}", "sent_bytes"),
        (UpDownCounter, "queue.length", "1", "queue_length"),
        (UpDownCounter, "a..b--c//d", "{x}", "a_b_c_d"),
    ];
    for (kind, declared, unit, expected) in cases {
        assert_eq!(name(kind, declared, unit), expected, "{declared} in {unit}");
    }
}

#[test]
fn a_label_is_a_key_that_prometheus_takes() {
    let mut metric = descriptor(Counter);
    let field = |key| meterstick::Field { key, ty: meterstick::ValueType::Bool, required: true, members: &[] };
    let fields = ["http.request.method", "2xx", "_hidden", "__twice", "größe"].map(field);
    metric.attributes = Box::leak(Box::new(fields));
    assert_eq!(Prometheus::of(&metric).labels, ["http_request_method", "key_2xx", "key_hidden", "__twice", "gr__e"]);
}
