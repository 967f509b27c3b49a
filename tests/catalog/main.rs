//! The catalogue: its laws, its lints, and what it writes, read back by parsers of each format.

mod grafana;
mod json;
mod laws;
mod lints;
mod lists;
mod markdown;
mod prometheus;
mod samples;
mod weaver;
mod written;
