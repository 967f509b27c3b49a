//! YAML, written so that every reader takes a text for a text.

mod write;

pub(crate) use write::to_string;
