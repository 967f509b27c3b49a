//! Counts the words of files, and measures how it does that.
//!
//! ```sh
//! cargo run --example quickstart            # the documentation of this repository
//! cargo run --example quickstart -- FILE..  # files of yours
//! ```
//!
//! It prints what it measured as a table. With `--verbose` it prints after that what an exporter of OpenTelemetry gets.

use std::collections::HashSet;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use meterstick::export::{self, Amount, Collection, MetricKind, Reading};
use meterstick::unit::Bytes;
use opentelemetry_sdk::metrics::SdkMeterProvider;

#[path = "quickstart/metrics.rs"]
mod metrics;

fn main() -> ExitCode {
    let mut arguments: Vec<_> = env::args_os().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        println!("Counts the words of files and prints what it measured.\n\nUsage: quickstart [--verbose] [FILE]..\n");
        println!("Without a FILE it reads the documentation of this repository.");
        println!("--verbose also prints the data that an exporter of OpenTelemetry gets.");
        return ExitCode::SUCCESS;
    }
    let verbose = arguments.iter().any(|argument| argument == "--verbose");
    arguments.retain(|argument| argument != "--verbose");
    let files = if arguments.is_empty() { documentation() } else { arguments.into_iter().map(PathBuf::from).collect() };
    if files.is_empty() {
        eprintln!("quickstart: no documentation was found here; name a file");
        return ExitCode::FAILURE;
    }

    // A program in production has one exporter, which sends OTLP.
    let mut provider = SdkMeterProvider::builder()
        .with_periodic_exporter(export::metrics(print_table))
        // The catalogue knows how many sets of attributes there can be: the SDK allocates memory for no more.
        .with_view(metrics::CATALOG.views());
    if verbose {
        provider = provider.with_periodic_exporter(opentelemetry_stdout::MetricExporter::default());
    }
    let provider = provider.build();
    meterstick::set_meter_provider(provider.clone());

    let counted = count_all(&files);

    // Collects and exports everything since the last export: in a program this short, all that was measured.
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
    let _active = metrics::ACTIVE.track(); // adds 1 now, and subtracts it when this function returns or panics
    let timer = metrics::DURATION.timer();

    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            timer.discard(); // a failure is not a duration of reading and counting
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
    metrics::INPUT.add(Bytes(text.len())); // `INPUT.add(text.len())` does not compile: it has no unit
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

/// Prints each metric of a collection as a row. These metrics have no attributes, so each has one point.
fn print_table(collection: Collection<'_>) -> Result<(), Infallible> {
    println!("{:<26} {:<15} value", "metric", "kind");
    for metric in collection.metrics() {
        let kind = match metric.kind() {
            MetricKind::Sum { monotonic: true, .. } => "counter",
            MetricKind::Sum { .. } => "up-down counter",
            MetricKind::Gauge => "gauge",
            _ => "histogram",
        };
        let unit = if metric.unit() == "1" { "" } else { metric.unit() }; // a number without a dimension
        for point in metric.points() {
            let value = match point.reading {
                Reading::Histogram(all) => {
                    let mean = all.sum.as_f64() / all.count as f64;
                    let longest = all.max.map_or(mean, Amount::as_f64);
                    format!("{} values, mean {} {unit}, max {} {unit}", all.count, figure(mean), figure(longest))
                }
                Reading::Amount(Amount::Float(value)) => format!("{} {unit}", figure(value)),
                other => format!("{other} {unit}"),
            };
            println!("{:<26} {kind:<15} {value}", metric.name());
        }
    }
    Ok(())
}

/// Three significant digits.
fn figure(value: f64) -> String {
    let digits = if value == 0.0 { 0 } else { (2 - value.abs().log10().floor() as i32).max(0) as usize };
    format!("{value:.digits$}")
}
