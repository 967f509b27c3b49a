//! A query, and where it is.

use crate::yaml::{Node, Value};

/// A query of a file.
#[derive(Clone, Debug)]
pub(super) struct Query {
    pub(super) file: String,
    pub(super) line: usize,
    /// Whether its lines are those of the file.
    pub(super) block: bool,
    pub(super) text: String,
    pub(super) context: Context,
}

/// What it is for.
#[derive(Clone, Debug)]
pub(super) enum Context {
    /// A recording rule, and the labels that it adds.
    Record { name: String, labels: Vec<String> },
    /// An alert: its annotations and labels, with their lines.
    Alert { texts: Vec<(usize, String)> },
    /// A panel: in which units it may be, if that is known, and how it names its series.
    Panel { units: Vec<String>, legend: Option<String> },
    /// A query in a template of an alert's annotation.
    Template,
    /// What a variable of a dashboard asks for: a metric, and a label of it.
    Variable { label: Option<String> },
}

impl Query {
    pub(super) fn new(file: &str, located: &Node, context: Context) -> Option<Self> {
        let Value::Scalar { text, block, .. } = &located.value else { return None };
        Some(Self { file: file.to_owned(), line: located.line, block: *block, text: text.clone(), context })
    }

    /// The line on which a part of it is.
    pub(super) fn line_of(&self, part: &str) -> usize {
        match (self.block, self.text.find(part)) {
            (true, Some(at)) => self.line + self.text[..at].matches('\n').count(),
            _ => self.line,
        }
    }
}
