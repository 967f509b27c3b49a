//! `QueryFinding`: what the check reports, its rules, and the formats in which findings are written.
// Used by `binary`, `call`, `check`, `command`, `dashboard`, `infer`, `known`, `refused`, `rule_file`, `shown`.

use std::fmt;

/// How severe a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingLevel {
    /// The query or the panel is wrong.
    Error,
    /// Something could not be checked.
    Warning,
    /// Nothing is wrong, but it is worth knowing.
    Info,
}

macro_rules! rules {
    ($($(#[$meta:meta])* $rule:ident $name:literal $level:ident;)*) => {
        /// A rule that rules and dashboards are checked against.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$meta])* $rule,)*
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$rule),*];

            /// Returns the rule's name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)*
                }
            }

            /// Returns how severe it is to break the rule.
            #[must_use]
            pub fn level(self) -> FindingLevel {
                match self {
                    $(Self::$rule => FindingLevel::$level,)*
                }
            }
        }
    };
}

rules! {
    /// A metric that the catalogue does not have.
    UnknownMetric "unknown-metric" Error;
    /// A label that the metric does not have, or that was aggregated away.
    UnknownLabel "unknown-label" Error;
    /// A value that an enumeration does not have.
    UnknownValue "unknown-value" Error;
    /// A counter's function is applied to something that is not a counter.
    NotACounter "not-a-counter" Error;
    /// A counter's total is used directly, without a rate or an increase.
    RawCounter "raw-counter" Error;
    /// A rate is taken of a sum of counters.
    RateOfSum "rate-of-sum" Error;
    /// `histogram_quantile` is applied to something that is not buckets, or not all of them.
    NotBuckets "not-buckets" Error;
    /// An `le` is not a boundary of the buckets.
    NotABoundary "not-a-boundary" Error;
    /// A comparison that is never or always true.
    NeverTrue "never-true" Error;
    /// The two sides of an operation have no label in common.
    NoMatch "no-match" Error;
    /// The two sides of an operation have different units.
    Units "units" Error;
    /// A panel shows another unit than that of its expression.
    PanelUnit "panel-unit" Error;
    /// An annotation shows the value in another unit.
    AnnotationUnit "annotation-unit" Error;
    /// A file is not YAML, or not one document of JSON, or Prometheus refuses its groups of rules.
    InvalidFile "invalid-file" Error;
    /// A query cannot be parsed, or a file has no rules and no panels.
    Unparsed "unparsed" Warning;
    /// No query uses the metric.
    Unused "unused" Info;
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// One result of a check: the rule, the place, the message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryFinding {
    /// The rule that was checked.
    pub rule: Rule,
    /// The file, as it was named; empty for a metric that no file uses.
    pub file: String,
    /// The line, counted from 1; 0 if there is none.
    pub line: usize,
    /// What is wrong, and how to correct it.
    pub message: String,
}

/// The output formats of findings.
///
/// ```
/// use meterstick_catalog::check::Format;
///
/// assert_eq!("github".parse(), Ok(Format::Github));
/// assert!("xml".parse::<Format>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// One line per finding: the file, the line, the rule, the message.
    #[default]
    Text,
    /// Findings as a list of JSON objects.
    Json,
    /// Annotations at the lines of the files, for GitHub workflows.
    Github,
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            "github" => Ok(Self::Github),
            other => Err(format!("`{other}` is not a format: the formats are `text`, `json` and `github`")),
        }
    }
}

impl Format {
    /// Writes findings in this format.
    ///
    /// ```
    /// use meterstick_catalog::check::Format;
    ///
    /// assert_eq!(Format::Json.write(&[]), "[]\n");
    /// assert_eq!(Format::Text.write(&[]), "");
    /// ```
    #[must_use]
    pub fn write(self, findings: &[QueryFinding]) -> String {
        match self {
            Self::Text => findings.iter().map(|finding| format!("{finding}\n")).collect(),
            Self::Json => {
                let list = findings.iter().map(|finding| {
                    serde_json::json!({
                        "level": finding.rule.level().name(),
                        "rule": finding.rule.name(),
                        "file": finding.file,
                        "line": finding.line,
                        "message": finding.message,
                    })
                });
                format!("{:#}\n", serde_json::Value::Array(list.collect()))
            }
            Self::Github => findings.iter().map(github).collect(),
        }
    }
}

impl FindingLevel {
    fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

fn github(finding: &QueryFinding) -> String {
    let command = match finding.rule.level() {
        FindingLevel::Error => "error",
        FindingLevel::Warning => "warning",
        FindingLevel::Info => "notice",
    };
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut properties = Vec::new();
    if !finding.file.is_empty() {
        properties.push(format!("file={}", property(&finding.file)));
        if finding.line > 0 {
            properties.push(format!("line={}", finding.line));
        }
    }
    properties.push(format!("title={}", finding.rule));
    format!("::{command} {}::{}\n", properties.join(","), data(&finding.message))
}

impl fmt::Display for QueryFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.file, self.line) {
            ("", _) => {}
            (file, 0) => write!(f, "{file}: ")?,
            (file, line) => write!(f, "{file}:{line}: ")?,
        }
        write!(f, "{}[{}]: {}", self.rule.level().name(), self.rule, self.message)
    }
}

/// The findings so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) all: Vec<QueryFinding>,
}

impl Findings {
    pub(super) fn add(&mut self, rule: Rule, file: &str, line: usize, message: String) {
        let finding = QueryFinding { rule, file: file.to_owned(), line, message };
        // A mistake that an expression contains twice is reported once.
        if !self.all.iter().rev().take(32).any(|known| *known == finding) {
            self.all.push(finding);
        }
    }

    pub(super) fn unparsed(&mut self, file: &str, line: usize, reason: &str) {
        self.add(Rule::Unparsed, file, line, format!("this cannot be read and is not checked: {reason}"));
    }

    pub(super) fn invalid(&mut self, file: &str, line: usize, reason: &str) {
        self.add(
            Rule::InvalidFile,
            file,
            line,
            format!("this is not a valid file, and nothing in it is checked: {reason}"),
        );
    }

    pub(super) fn refused(&mut self, file: &str, line: usize, reason: &str) {
        self.add(Rule::InvalidFile, file, line, format!("Prometheus refuses this file: {reason}"));
    }

    pub(super) fn sort(&mut self) {
        self.all.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    }
}
