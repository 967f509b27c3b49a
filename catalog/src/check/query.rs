//! `Query`: a query of a file, and its position.
// Uses `yaml`. Used by `check`, `dashboard`, `dashboard_2`, `infer`, `rule_file`, `shown`.

use crate::yaml::{Node, Value};

/// A query of a file.
#[derive(Clone, Debug)]
pub(super) struct Query {
    pub(super) file: String,
    pub(super) line: usize,
    /// Whether its lines are lines of the file.
    pub(super) block: bool,
    pub(super) text: String,
    pub(super) context: Context,
}

/// What the query is used for.
#[derive(Clone, Debug)]
pub(super) enum Context {
    /// A recording rule, and the labels that it adds.
    Record { name: String, labels: Vec<String> },
    /// An alert: its annotations and labels, with their lines.
    Alert { texts: Vec<(usize, String)> },
    /// A panel: the units in which it can show the result, and the legend of its series.
    Panel { units: Vec<String>, legend: Option<String> },
    /// A query in the template of an alert's annotation.
    Template,
    /// A variable of a dashboard: the values of a metric's label.
    Variable { label: Option<String> },
}

impl Query {
    pub(super) fn new(file: &str, located: &Node, context: Context) -> Option<Self> {
        let Value::Scalar { text, block, .. } = &located.value else { return None };
        Some(Self { file: file.to_owned(), line: located.line, block: *block, text: text.clone(), context })
    }

    /// The line of a part of the query.
    pub(super) fn line_of(&self, part: &str) -> usize {
        match (self.block, self.text.find(part)) {
            (true, Some(at)) => self.line + self.text[..at].matches('\n').count(),
            _ => self.line,
        }
    }
}
