//! `Problem` and `Place`: what is wrong with a registry, and where.
// Used by `fields`, `formats`, `generate`, `manifest`, `model`, `raw`, `read`, `resolve`.

use std::fmt;
use std::path::{Path, PathBuf};

/// A line of a file of a registry.
///
/// ```
/// use meterstick_catalog::registry::Place;
///
/// assert_eq!(Place::new("model/shop.yaml", 12).to_string(), "model/shop.yaml:12");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    file: PathBuf,
    line: usize,
}

impl Place {
    /// Makes the place of a line. Lines are counted from 1; 0 stands for the file as a whole.
    ///
    /// ```
    /// use meterstick_catalog::registry::Place;
    ///
    /// assert_eq!(Place::new("model", 0).to_string(), "model");
    /// ```
    pub fn new(file: impl Into<PathBuf>, line: usize) -> Self {
        Self { file: file.into(), line }
    }

    /// Returns the file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Returns the line, counted from 1; 0 stands for the file as a whole.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.file.display()),
            line => write!(f, "{}:{line}", self.file.display()),
        }
    }
}

/// One problem of a registry: where it is, what is wrong, and what to do.
///
/// ```
/// use meterstick_catalog::registry::Registry;
///
/// let text = "groups:\n- {id: metric.shop.sent, type: metric, metric_name: shop.sent, instrument: meter, unit: By, brief: Sent.}\n";
/// let problems = Registry::parse(text, "shop.yaml").unwrap_err();
/// assert_eq!(
///     problems.to_string(),
///     "shop.yaml:2: the metric `shop.sent` has the instrument `meter`: write `counter`, `updowncounter`, `histogram` or `gauge`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Problem {
    /// The place of the problem.
    pub place: Place,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// All problems of a registry, in the order of files and lines.
///
/// ```
/// use meterstick_catalog::registry::Registry;
///
/// let problems = Registry::read("no-such-folder").unwrap_err();
/// assert_eq!(problems.iter().count(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Iterates over the problems.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn add(&mut self, place: &Place, message: impl Into<String>) {
        self.0.push(Problem { place: place.clone(), message: message.into() });
    }

    /// Returns what was read, if there are no problems.
    pub(crate) fn or<T>(mut self, read: T) -> Result<T, Self> {
        self.0.sort();
        self.0.dedup();
        if self.0.is_empty() { Ok(read) } else { Err(self) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
