//! `Filter` and `Label`: filters on a metric's keys.
// Uses `error`, `group`, `promql`, `re2`. Used by `node`, `rules`, `series`, `slo`, `text`.

use meterstick::{AttributeValue, FieldKey, ValueType};

use super::error::QueryError;
use super::group::Group;

/// A filter on one key: the values that a query selects.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a filter is given to `only`"]
pub struct Filter {
    pub(crate) group: Group,
    pub(crate) matching: Result<Matching, QueryError>,
}

/// How a label is matched.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Matching {
    /// One of the values; an empty value means that the label is absent.
    Any(Vec<String>),
    /// None of the values.
    None(Vec<String>),
    Regex(String),
    NotRegex(String),
}

impl Matching {
    pub(crate) fn not(self) -> Self {
        match self {
            Self::Any(values) => Self::None(values),
            Self::None(values) => Self::Any(values),
            Self::Regex(regex) => Self::NotRegex(regex),
            Self::NotRegex(regex) => Self::Regex(regex),
        }
    }
}

impl Filter {
    pub(crate) fn target(name: &'static str, value: &str) -> Self {
        Self { group: Group::Target(name), matching: Ok(Matching::Any(vec![value.to_owned()])) }
    }

    fn of<T>(key: FieldKey<T>, matching: Result<Matching, QueryError>) -> Self {
        Self { group: Group::Key(key.as_str()), matching }
    }
}

/// Makes filters from a key of a metric. Values have the type of the attribute. An `Option` that is `None` stands for the
/// attribute's absence.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Minutes, One};
/// use meterstick_catalog::promql::{Label, Names, query};
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Served {
///     status: u16,
///     error: Option<&'static str>,
/// }
///
/// const SERVED: Metric<Counter<u64, One, Served>> =
///     Meter::counter::<u64>().unit::<One>().name("served").attributes::<Served>();
///
/// let served = || query(&SERVED);
/// let well = served().only(|keys| keys.error.is(None)).rate(Minutes(5)).promql(&Names::default())?;
/// assert_eq!(well, r#"sum(rate(served_total{error=""}[5m]))"#);
/// let some = served().only(|keys| keys.status.is_any([200, 204])).rate(Minutes(5)).promql(&Names::default())?;
/// assert_eq!(some, r#"sum(rate(served_total{status=~"200|204"}[5m]))"#);
/// let failed = served().only(|keys| keys.status.matches("5..")).rate(Minutes(5)).promql(&Names::default())?;
/// assert_eq!(failed, r#"sum(rate(served_total{status=~"5.."}[5m]))"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[allow(clippy::wrong_self_convention, reason = "a key is copied")]
pub trait Label<T> {
    /// Selects series whose attribute has the value.
    fn is(self, value: T) -> Filter;
    /// Selects series whose attribute does not have the value.
    fn is_not(self, value: T) -> Filter;
    /// Selects series whose attribute has one of the values.
    fn is_any(self, values: impl IntoIterator<Item = T>) -> Filter;
    /// Selects series whose attribute has none of the values.
    fn is_none_of(self, values: impl IntoIterator<Item = T>) -> Filter;
    /// Selects series whose attribute's text matches a regular expression from its start to its end. Its syntax is what those of
    /// Prometheus (RE2) and of the package `regex` have in common.
    ///
    /// [`Expr::promql`](super::Expr::promql) returns [`QueryError::Regex`] if the expression is invalid, and
    /// [`QueryError::NoValue`] if no value of an enumeration matches it.
    fn matches(self, regex: &str) -> Filter;
    /// Selects series whose attribute's text does not match a regular expression from its start to its end.
    fn does_not_match(self, regex: &str) -> Filter;
}

impl<T: AttributeValue> Label<T> for FieldKey<T> {
    fn is(self, value: T) -> Filter {
        self.is_any([value])
    }

    fn is_not(self, value: T) -> Filter {
        self.is_none_of([value])
    }

    fn is_any(self, values: impl IntoIterator<Item = T>) -> Filter {
        Filter::of(self, list(self, values).map(Matching::Any))
    }

    fn is_none_of(self, values: impl IntoIterator<Item = T>) -> Filter {
        Filter::of(self, list(self, values).map(Matching::None))
    }

    fn matches(self, regex: &str) -> Filter {
        Filter::of(self, check(self, regex).map(Matching::Regex))
    }

    fn does_not_match(self, regex: &str) -> Filter {
        Filter::of(self, check(self, regex).map(Matching::NotRegex))
    }
}

fn list<T: AttributeValue>(key: FieldKey<T>, values: impl IntoIterator<Item = T>) -> Result<Vec<String>, QueryError> {
    let text = |value: T| value.value().to_value().map(|value| value.to_string()).unwrap_or_default();
    let texts: Vec<_> = values.into_iter().map(text).collect();
    // An empty list would select series without the attribute.
    if texts.is_empty() { Err(QueryError::NoValue { key: key.as_str(), values: T::MEMBERS }) } else { Ok(texts) }
}

fn check<T: AttributeValue>(key: FieldKey<T>, regex: &str) -> Result<String, QueryError> {
    let refused = |reason| QueryError::Regex { regex: regex.to_owned(), reason };
    super::re2::check(regex).map_err(refused)?;
    let parsed = regex::Regex::new(&format!("^(?s:{regex})$")).map_err(|error| refused(reason(&error)))?;
    // For a closed enumeration, all values are known.
    let closed = T::TYPE == ValueType::String && T::CARDINALITY.is_some() && !T::MEMBERS.is_empty();
    let absent = !T::REQUIRED && parsed.is_match("");
    if closed && !absent && !T::MEMBERS.iter().any(|member| parsed.is_match(member)) {
        return Err(QueryError::NoValue { key: key.as_str(), values: T::MEMBERS });
    }
    Ok(regex.to_owned())
}

/// The last line of the parser's message. The lines before it draw the expression.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}
