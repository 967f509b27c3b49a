//! The lints over the conventions themselves: what they find there is known, each with its reason.

use meterstick::catalog::{Catalog, Lint};

use crate::every::every;

fn catalog() -> Catalog {
    let all: Vec<_> = every().into_iter().map(|one| (one.synchronous)()).collect();
    Catalog::new(all.leak())
}

/// What goes against the conventions' own text in the conventions.
const KNOWN: &[(Lint, &[&str], &str)] = &[
    (
        Lint::PluralUpDownCounter,
        &[
            "aspnetcore.rate_limiting.queued_requests",
            "db.client.connection.pending_requests",
            "http.client.active_requests",
            "http.client.open_connections",
            "http.server.active_requests",
            "kestrel.active_connections",
            "kestrel.active_tls_handshakes",
            "kestrel.queued_connections",
            "kestrel.queued_requests",
            "kestrel.upgraded_connections",
            "signalr.server.active_connections",
        ],
        "named before the rule, by .NET and by those who followed",
    ),
    (
        Lint::PluralNamespace,
        &[
            "system.memory.linux.hugepages.limit",
            "system.memory.linux.hugepages.page_size",
            "system.memory.linux.hugepages.reserved",
            "system.memory.linux.hugepages.surplus",
            "system.memory.linux.hugepages.usage",
            "system.memory.linux.hugepages.utilization",
        ],
        "the word is Linux' own, as in /sys/kernel/mm/hugepages",
    ),
    (
        Lint::NameIsNamespace,
        &["hw.battery.charge", "hw.cpu.speed", "hw.fan.speed", "hw.temperature", "hw.voltage"],
        "the value beside its limits, which the conventions' own checks except by name",
    ),
    (
        Lint::TimeKind,
        &["db.client.connection.create_time", "db.client.connection.use_time", "db.client.connection.wait_time"],
        "histograms of durations that are called times",
    ),
    (Lint::TimeKind, &["vcs.ref.time"], "a gauge of how long a reference exists"),
    (Lint::DurationKind, &["vcs.change.duration"], "a gauge of how long a change is open so far"),
    (Lint::IoDirection, &["faas.net_io"], "declares no attribute for the direction"),
    (Lint::CountUnit, &["hw.network.up", "hw.status"], "0 or 1, a state that is summed"),
    (
        Lint::PrometheusRatio,
        &["hw.network.up", "hw.physical_disk.smart", "hw.status"],
        "0 or 1, a state that Prometheus takes for a fraction",
    ),
    (
        Lint::PrometheusRepeats,
        &["dotnet.gc.heap.total_allocated", "hw.fan.speed_ratio"],
        "the Rust exporter appends what the name has already",
    ),
];

#[test]
fn the_conventions_go_against_nothing_but_what_is_known() {
    let mut report = catalog().lint();
    // `otel.` is reserved for OpenTelemetry, whose metrics these are.
    for metric in meterstick_semconv::METRIC_NAMES.iter().filter(|name| name.starts_with("otel.")) {
        report = report.allow(Lint::Reserved, metric);
    }
    for (lint, metrics, reason) in KNOWN {
        assert!(!reason.is_empty());
        report = metrics.iter().fold(report, |report, metric| report.allow(*lint, metric));
    }
    report.assert_clean();
}

#[test]
fn no_name_of_the_conventions_is_nearly_another() {
    let report = catalog().lint().conventions(meterstick_semconv::METRIC_NAMES.iter().copied());
    assert!(report.findings().iter().all(|finding| finding.lint != Lint::NearMiss), "{report}");
}

#[test]
fn a_convention_answers_for_its_names() {
    let report = catalog().lint().conventions(meterstick_semconv::METRIC_NAMES.iter().copied());
    let names = [Lint::Reserved, Lint::PluralUpDownCounter, Lint::PluralNamespace, Lint::NameIsNamespace];
    assert!(report.findings().iter().all(|finding| !names.contains(&finding.lint)), "{report}");
}
