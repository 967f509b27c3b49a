//! Lints of the names that metrics have in Prometheus.
// Uses `attribute`, `declare`, `lint`, `lint::rule`, `list`, `number`, `prometheus`, `prometheus::strategy`. Used by
// `lint`.

use std::collections::BTreeMap;

use super::{Found, Lint};
use crate::attribute::Field;
use crate::catalog::list::Catalog;
use crate::catalog::prometheus::{Prometheus, Strategy};
use crate::declare::Descriptor;
use crate::number::Form;

pub(super) fn check(catalog: &Catalog, strategies: &[Strategy], found: &mut Found) {
    let metrics = catalog.sorted();
    let translated = |metric| -> Vec<_> {
        strategies.iter().map(|strategy| (*strategy, Prometheus::of(metric, *strategy))).collect()
    };
    for (metric, _) in &metrics {
        let translated = translated(metric);
        check_ratio(metric, &translated, found);
        check_repeated(metric, &translated, found);
        check_taken(metric, &translated, found);
        for (at, field) in metric.attributes.iter().enumerate() {
            check_label(metric, field, at, &translated, found);
        }
    }
    for strategy in strategies {
        check_clashes(metrics.iter().map(|(metric, _)| *metric), *strategy, found);
    }
}

/// The names for which `holds` is true, each with its strategy: `` `shop_x_ratio` (NoTranslation) ``.
fn named(translated: &[(Strategy, Prometheus)], holds: impl Fn(&Prometheus) -> bool) -> Option<String> {
    let mut names = BTreeMap::<&str, Vec<String>>::new();
    for (strategy, prometheus) in translated.iter().filter(|(_, prometheus)| holds(prometheus)) {
        names.entry(&prometheus.name).or_default().push(strategy.to_string());
    }
    let names: Vec<_> = names.iter().map(|(name, by)| format!("`{name}` ({})", by.join(", "))).collect();
    Some(names.join(", ")).filter(|names| !names.is_empty())
}

/// An integer in `1` is seldom a ratio, but gets the suffix `_ratio`.
fn check_ratio(metric: &Descriptor, translated: &[(Strategy, Prometheus)], found: &mut Found) {
    if metric.unit != "1" || metric.form != Form::Integer {
        return;
    }
    let ratio = |prometheus: &Prometheus| has_words(&prometheus.name, "ratio") && !has_words(metric.name, "ratio");
    if let Some(names) = named(translated, ratio) {
        let fix = format!(
            "Prometheus calls it {names}: declare what it counts as its unit, or `NoUnit` for a state or a code"
        );
        found.add(metric, Lint::PrometheusRatio, fix);
    }
}

/// A suffix that the name has already.
fn check_repeated(metric: &Descriptor, translated: &[(Strategy, Prometheus)], found: &mut Found) {
    let repeated = |prometheus: &Prometheus| {
        let name = &prometheus.name;
        [&*prometheus.unit, "total", "ratio"].iter().any(|suffix| count_words(name, suffix) > 1)
    };
    if let Some(names) = named(translated, repeated) {
        let fix =
            format!("Prometheus calls it {names}: remove the suffix from the name, or switch it off in the exporter");
        found.add(metric, Lint::PrometheusRepeats, fix);
    }
}

fn has_words(name: &str, words: &str) -> bool {
    count_words(name, words) > 0
}

/// The number of occurrences of words in a name, whatever separates them.
fn count_words(name: &str, words: &str) -> usize {
    let split = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_ascii_lowercase).collect()
    };
    let (name, words) = (split(name), split(words));
    if words.is_empty() { 0 } else { name.windows(words.len()).filter(|window| *window == words).count() }
}

/// Names that exist in Prometheus whatever a program exports: those of scraping, of alerts, of resources and scopes, and those
/// that clients report about their process.
const TAKEN: &[&str] = &[
    "ALERTS",
    "ALERTS_FOR_STATE",
    "otel_scope_info",
    "process_cpu_seconds_total",
    "process_max_fds",
    "process_open_fds",
    "process_resident_memory_bytes",
    "process_start_time_seconds",
    "process_threads",
    "process_virtual_memory_bytes",
    "process_virtual_memory_max_bytes",
    "scrape_body_size_bytes",
    "scrape_duration_seconds",
    "scrape_sample_limit",
    "scrape_samples_post_metric_relabeling",
    "scrape_samples_scraped",
    "scrape_series_added",
    "scrape_timeout_seconds",
    "target_info",
    "up",
];

fn check_taken(metric: &Descriptor, translated: &[(Strategy, Prometheus)], found: &mut Found) {
    // None of them is a series of a histogram beside its name: `_bucket`, `_sum`, `_count`.
    let taken = |prometheus: &Prometheus| TAKEN.contains(&prometheus.name.as_str());
    if let Some(names) = named(translated, taken) {
        found.add(metric, Lint::PrometheusTaken, format!("rename it: Prometheus calls it {names}"));
    }
}

/// Labels that Prometheus, its scrapers or the exporters set themselves.
fn check_label(
    metric: &Descriptor,
    field: &Field,
    at: usize,
    translated: &[(Strategy, Prometheus)],
    found: &mut Found,
) {
    let owner = |label: &str| {
        Some(match label {
            "le" | "quantile" => "the buckets of a histogram, the quantiles of a summary",
            "job" | "instance" => "the target that was scraped",
            "otel_scope_name" | "otel_scope_version" | "otel_scope_schema_url" => "the scope",
            label if label.starts_with("__") => "Prometheus itself",
            _ => return None,
        })
    };
    let label = |prometheus: &Prometheus| prometheus.labels[at].clone();
    let kept = translated.iter().find_map(|(_, prometheus)| Some((label(prometheus), owner(&label(prometheus))?)));
    if let Some((label, owner)) = kept {
        let fix = format!("rename it: the label `{label}` belongs to {owner}");
        found.add_of(metric, field.key, Lint::PrometheusLabel, fix);
    }
}

/// Metrics and labels that become the same name, including the series of histograms.
fn check_clashes<'a>(metrics: impl Iterator<Item = &'a Descriptor>, strategy: Strategy, found: &mut Found) {
    let mut names = BTreeMap::<String, &'static str>::new();
    for metric in metrics {
        let Prometheus { name, mut series, labels, .. } = Prometheus::of(metric, strategy);
        if series.first() != Some(&name) {
            series.push(name);
        }
        for name in series {
            match names.get(&name) {
                Some(other) if *other != metric.name => {
                    let fix = format!("rename it or `{other}`: both are `{name}` in Prometheus ({strategy})");
                    found.add_once(metric, None, Lint::PrometheusClash, fix);
                }
                _ => {
                    names.insert(name, metric.name);
                }
            }
        }
        let mut keys = BTreeMap::<String, &'static str>::new();
        for (field, label) in metric.attributes.iter().zip(labels) {
            let fix = keys.get(&label).map(|other| {
                format!("rename it or `{other}`: both are the label `{label}` in Prometheus ({strategy})")
            });
            if let Some(fix) = fix {
                found.add_once(metric, Some(field.key), Lint::PrometheusClash, fix);
            }
            keys.insert(label, field.key);
        }
    }
}
