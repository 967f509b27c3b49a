//! YAML: reads it with the line of each value, and writes it so that every reader takes a text for a text.
// Used by `check`, `registry`, `rules`, `writers`.

mod read;
mod write;

#[cfg(feature = "check")]
pub(crate) use read::Value;
pub(crate) use read::{Node, only, read, read_all};
pub(crate) use write::to_string;
