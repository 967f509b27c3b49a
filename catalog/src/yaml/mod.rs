//! YAML: reads it with the line of each value, and writes it so that every reader takes a text for a text.
// Used by `check`, `registry`, `rules`, `writers`.

mod read;
mod write;

pub(crate) use read::{Node, read};
#[cfg(feature = "check")]
pub(crate) use read::{Value, read_all};
pub(crate) use write::to_string;
