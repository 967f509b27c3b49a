//! Everything that the word count measures: one module, one look.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};

meterstick::unit! {
    /// Files.
    pub Files = "{file}";
    /// Words.
    pub Words = "{word}";
}

const SCOPE: Scope = Scope::new("wordcount").version(env!("CARGO_PKG_VERSION"));

pub static FILES: Counter<u64, Files> =
    Meter::counter::<u64>().unit::<Files>().name("wordcount.files").description("Files that were read.").global(SCOPE);

pub static FAILURES: Counter<u64, Files> = Meter::counter::<u64>()
    .unit::<Files>()
    .name("wordcount.failures")
    .description("Files that could not be read.")
    .global(SCOPE);

// A length is a `usize` in Rust, so this counter takes one.
pub static INPUT: Counter<usize, Bytes> = Meter::counter::<usize>()
    .unit::<Bytes>()
    .name("wordcount.input")
    .description("How much text was read.")
    .global(SCOPE);

pub static WORDS: Counter<usize, Words> = Meter::counter::<usize>()
    .unit::<Words>()
    .name("wordcount.words")
    .description("Words that were counted.")
    .global(SCOPE);

pub static DURATION: Histogram<f64, Seconds> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("wordcount.file.duration")
    .description("How long it took to read and count one file.")
    .boundaries(&[Seconds(0.0001), Seconds(0.001), Seconds(0.01), Seconds(0.1), Seconds(1.0)])
    .global(SCOPE);

pub static ACTIVE: UpDownCounter<i64, Files> = Meter::up_down_counter::<i64>()
    .unit::<Files>()
    .name("wordcount.file.active")
    .description("Files that are being read.")
    .global(SCOPE);

pub static DIVERSITY: Gauge<f64, One> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("wordcount.word.diversity")
    .description("The share of distinct words among all words.")
    .global(SCOPE);

/// All of it, as data.
pub const CATALOG: Catalog = meterstick::catalog![FILES, FAILURES, INPUT, WORDS, DURATION, ACTIVE, DIVERSITY];
