//! The specification's text. There is nothing to ask, so the cases are sentences of it.

use meterstick::InstrumentKind::{Counter, Gauge, Histogram, UpDownCounter};
use meterstick::catalog::Strategy::Specification;

use super::{label, name};

#[test]
fn a_name_has_its_unit_and_its_kinds_suffix() {
    let cases = [
        // "Invalid characters are replaced with `_`", "several `_` with a single one".
        (UpDownCounter, "a..b--c//d", "{x}", "a_b_c_d"),
        // "From abbreviations to full words".
        (Histogram, "wait", "ms", "wait_milliseconds"),
        (Gauge, "tank", "kBy", "tank_kilobytes"),
        (Gauge, "tank", "TiBy", "tank_tebibytes"),
        (Gauge, "attic", "[degF]", "attic_fahrenheit"),
        // "Dropping the portions within brackets".
        (Counter, "http.server.requests", "{request}", "http_server_requests_total"),
        (Gauge, "sent", "By{compressed}", "sent_bytes"),
        // "Converting `1` to ratio".
        (Gauge, "cache.share", "1", "cache_share_ratio"),
        (UpDownCounter, "queue.length", "1", "queue_length_ratio"),
        // "Converting foo/bar to foo_per_bar".
        (Gauge, "disk.throughput", "By/s", "disk_throughput_bytes_per_second"),
        (Gauge, "disk.rate", "{operation}/s", "disk_rate_per_second"),
        (Gauge, "disk.rate", "1/s", "disk_rate_per_second"),
        // "Unless the metric name already contains the unit".
        (Histogram, "wait.seconds", "s", "wait_seconds"),
        (Counter, "cpu.seconds.total", "s", "cpu_seconds_total"),
        // "If the name does not end in `_total`, it is added", "the unit comes before".
        (Counter, "total.orders", "{order}", "total_orders_total"),
        (Counter, "orders_total", "{order}", "orders_total"),
        (Counter, "sent_total", "By", "sent_bytes_total"),
    ];
    for (kind, declared, unit, expected) in cases {
        assert_eq!(name(kind, declared, unit, Specification), expected, "{declared} in {unit}");
    }
}

#[test]
fn a_label_has_the_allowed_characters() {
    let labels = ["http.request.method", "2xx", "a..b", "größe", "a__b"].map(|key| label(key, Specification));
    assert_eq!(labels, ["http_request_method", "_xx", "a_b", "gr_e", "a_b"]);
}
