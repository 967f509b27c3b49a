//! The catalogue: its laws, its lints, and its Markdown, read back by a parser.

mod laws;
mod lints;
mod lists;
mod markdown;
mod prometheus;
mod samples;
