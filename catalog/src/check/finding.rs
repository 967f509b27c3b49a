//! What is found.

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingLevel {
    /// It is wrong.
    Error,
    /// It could not be checked.
    Warning,
    /// It is worth knowing.
    Info,
}

macro_rules! rules {
    ($($(#[$meta:meta])* $rule:ident $name:literal $level:ident;)*) => {
        /// What is checked.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$meta])* $rule,)*
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$rule),*];

            /// Its name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)*
                }
            }

            /// How bad it is to break it.
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
    /// A function of counters over what is none.
    NotACounter "not-a-counter" Error;
    /// A counter as it is, or its difference.
    RawCounter "raw-counter" Error;
    /// A rate of a sum of counters.
    RateOfSum "rate-of-sum" Error;
    /// `histogram_quantile` over what are no buckets, or not all of them.
    NotBuckets "not-buckets" Error;
    /// An `le` that is no boundary.
    NotABoundary "not-a-boundary" Error;
    /// A comparison that is never or always true.
    NeverTrue "never-true" Error;
    /// Two sides without a label in common to match by.
    NoMatch "no-match" Error;
    /// Two units in one operation.
    Units "units" Error;
    /// A panel in another unit than its expression.
    PanelUnit "panel-unit" Error;
    /// An annotation that writes the value in another unit.
    AnnotationUnit "annotation-unit" Error;
    /// What cannot be read.
    Unparsed "unparsed" Warning;
    /// A metric that nothing uses.
    Unused "unused" Info;
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What was checked.
    pub rule: Rule,
    /// The file, as it was named; empty for what no file uses.
    pub file: String,
    /// The line, from 1 on; 0 where there is none.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// How findings are written.
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
    /// A line each: the file, the line, the rule, the message.
    #[default]
    Text,
    /// A list of objects.
    Json,
    /// Annotations at the lines of the files, as GitHub's workflows take them.
    Github,
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            "github" => Ok(Self::Github),
            other => Err(format!("`{other}` is no format: there are `text`, `json` and `github`")),
        }
    }
}

impl Format {
    /// Writes findings.
    ///
    /// ```
    /// use meterstick_catalog::check::Format;
    ///
    /// assert_eq!(Format::Json.write(&[]), "[]\n");
    /// assert_eq!(Format::Text.write(&[]), "");
    /// ```
    #[must_use]
    pub fn write(self, findings: &[Finding]) -> String {
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

fn github(finding: &Finding) -> String {
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

impl fmt::Display for Finding {
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
    pub(super) all: Vec<Finding>,
}

impl Findings {
    pub(super) fn add(&mut self, rule: Rule, file: &str, line: usize, message: String) {
        let finding = Finding { rule, file: file.to_owned(), line, message };
        // An expression that has a mistake twice has it once.
        if !self.all.iter().rev().take(32).any(|known| *known == finding) {
            self.all.push(finding);
        }
    }

    pub(super) fn unparsed(&mut self, file: &str, line: usize, reason: &str) {
        self.add(Rule::Unparsed, file, line, format!("this cannot be read, so it is not checked: {reason}"));
    }

    pub(super) fn sort(&mut self) {
        self.all.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    }
}
