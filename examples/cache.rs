//! Looks for anagrams among the words of files, with a cache that measures itself.
//!
//! ```sh
//! cargo run --features cache --example cache            # the documentation of this repository
//! cargo run --features cache --example cache -- FILE..  # files of yours
//! ```
//!
//! What a word is made of, its letters in order, is worked out once, as long as the cache keeps it. It keeps 500 words.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::PathBuf;

use meterstick::cache::Cache;
use meterstick::export;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::SdkMeterProvider;

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<_> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if files.is_empty() {
        files = documentation()?;
    }

    let provider = SdkMeterProvider::builder().with_periodic_exporter(export::metrics(print)).build();
    let letters = Cache::new(&provider.meter("anagrams"), "letters", moka::sync::Cache::builder().max_capacity(500));

    let mut anagrams = BTreeMap::<String, BTreeSet<String>>::new();
    for file in &files {
        let text = fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        for word in text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 2) {
            let word = word.to_lowercase();
            let sorted = letters.get_with(word.clone(), || sorted(&word));
            anagrams.entry(sorted).or_default().insert(word);
        }
    }

    for words in anagrams.values().filter(|words| words.len() > 1) {
        println!("{}", words.iter().map(String::as_str).collect::<Vec<_>>().join(" = "));
    }
    println!();
    Ok(provider.shutdown()?)
}

fn sorted(word: &str) -> String {
    let mut letters: Vec<_> = word.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// Prints what was collected, a line for each point.
fn print(collection: export::Collection<'_>) -> Result<(), std::convert::Infallible> {
    for metric in collection.metrics() {
        for point in metric.points() {
            let set: Vec<_> = point.attributes().map(|one| format!("{}={}", one.key, one.value)).collect();
            println!("{} {{{}}}: {} {}", metric.name(), set.join(", "), point.reading, metric.unit());
        }
    }
    Ok(())
}

/// The pages of this repository.
fn documentation() -> Result<Vec<PathBuf>, std::io::Error> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md")];
    for entry in fs::read_dir(root.join("docs"))? {
        pages.push(entry?.path());
    }
    pages.retain(|page| page.is_file());
    pages.sort();
    Ok(pages)
}
