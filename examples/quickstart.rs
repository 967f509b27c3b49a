//! Counts the words of files, and measures how it does that.
//!
//! ```sh
//! cargo run --example quickstart            # the documentation of this repository
//! cargo run --example quickstart -- FILE..  # files of yours
//! ```
//!
//! It prints what OpenTelemetry exports, and then the same as a table.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use meterstick::unit::Bytes;
use opentelemetry_sdk::metrics::SdkMeterProvider;

#[path = "quickstart/metrics.rs"]
mod metrics;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        println!("Counts the words of files and prints what it measured.\n\nUsage: quickstart [FILE]..\n");
        println!("Without a FILE it reads the documentation of this repository.");
        return ExitCode::SUCCESS;
    }
    let files = if arguments.is_empty() { documentation() } else { arguments.into_iter().map(PathBuf::from).collect() };
    if files.is_empty() {
        eprintln!("quickstart: no documentation was found here; name a file");
        return ExitCode::FAILURE;
    }

    // Each exporter has a reader of its own. A program in production has one, which sends OTLP.
    let provider = SdkMeterProvider::builder()
        .with_periodic_exporter(opentelemetry_stdout::MetricExporter::default())
        .with_periodic_exporter(table::Exporter)
        // The catalogue knows how many sets of attributes there can be, so the SDK keeps no room for more.
        .with_view(metrics::CATALOG.views())
        .build();
    meterstick::set_meter_provider(provider.clone());

    let counted = count_all(&files);

    // Collects and exports what was measured since the last time: here, everything.
    if let Err(error) = provider.shutdown() {
        eprintln!("quickstart: the metrics could not be exported: {error}");
        return ExitCode::FAILURE;
    }
    if counted { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Counts the words of all files. Says whether all could be read.
fn count_all(files: &[PathBuf]) -> bool {
    let (mut words, mut distinct, mut all_read) = (0, HashSet::new(), true);
    for file in files {
        match count(file, &mut distinct) {
            Ok(more) => words += more,
            Err(error) => {
                metrics::FAILURES.inc();
                eprintln!("quickstart: cannot read {}: {error}", file.display());
                all_read = false;
            }
        }
    }
    if words > 0 {
        metrics::DIVERSITY.record(distinct.len() as f64 / words as f64);
    }
    all_read
}

/// Counts the words of one file and keeps those that are new.
fn count(file: &Path, distinct: &mut HashSet<String>) -> io::Result<usize> {
    let _active = metrics::ACTIVE.track(); // adds one, and takes it back at the end, however that comes
    let timer = metrics::DURATION.timer();

    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            timer.discard(); // a failure is no sample of how long it takes
            return Err(error);
        }
    };
    let mut words = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words += 1;
        distinct.insert(word.to_lowercase());
    }

    timer.stop();
    metrics::FILES.inc();
    metrics::INPUT.add(Bytes(text.len())); // `INPUT.add(text.len())` does not compile: how much is that?
    metrics::WORDS.add(words);
    Ok(words)
}

/// The README and the guide of this repository.
fn documentation() -> Vec<PathBuf> {
    let root = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let pages = fs::read_dir(root.join("docs")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = pages.filter(|page| page.extension().is_some_and(|extension| extension == "md")).collect();
    files.sort();
    files.extend(Some(root.join("README.md")).filter(|readme| readme.exists()));
    files
}

/// An exporter that prints a table, to show where one plugs in: it sees what any exporter sees.
mod table {
    use std::fmt::Display;
    use std::time::Duration;

    use opentelemetry_sdk::error::OTelSdkResult;
    use opentelemetry_sdk::metrics::Temporality;
    use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData, ResourceMetrics};
    use opentelemetry_sdk::metrics::exporter::PushMetricExporter;

    pub struct Exporter;

    impl PushMetricExporter for Exporter {
        async fn export(&self, exported: &ResourceMetrics) -> OTelSdkResult {
            println!("\n{:<26} {:<10} {:>12}  unit", "metric", "kind", "value");
            for metric in exported.scope_metrics().flat_map(|scope| scope.metrics()) {
                let (kind, value) = match metric.data() {
                    AggregatedMetrics::U64(data) => row(data),
                    AggregatedMetrics::I64(data) => row(data),
                    AggregatedMetrics::F64(data) => row(data),
                };
                println!("{:<26} {kind:<10} {value:>12}  {}", metric.name(), metric.unit());
            }
            Ok(())
        }

        fn force_flush(&self) -> OTelSdkResult {
            Ok(())
        }

        fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
            Ok(())
        }

        fn temporality(&self) -> Temporality {
            Temporality::Cumulative
        }
    }

    /// A metric's kind and its value. These metrics have no attributes, so each has one data point.
    fn row<N: Display + Copy>(data: &MetricData<N>) -> (&'static str, String) {
        match data {
            MetricData::Sum(sum) => {
                let kind = if sum.is_monotonic() { "counter" } else { "up-down" };
                (kind, sum.data_points().map(|point| format!("{:.4}", point.value())).collect())
            }
            MetricData::Gauge(gauge) => {
                ("gauge", gauge.data_points().map(|point| format!("{:.4}", point.value())).collect())
            }
            MetricData::Histogram(histogram) => {
                let value = histogram.data_points().map(|point| format!("{} in {:.4}", point.count(), point.sum()));
                ("histogram", value.collect())
            }
            MetricData::ExponentialHistogram(_) => ("histogram", "(exponential)".to_owned()),
        }
    }
}
