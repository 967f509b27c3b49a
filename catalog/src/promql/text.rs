//! Writes a query as the text of PromQL.
// Uses `error`, `filter`, `group`, `names`, `node`, `window`. Used by `check`, `rules`, `slo`, `writers`.

use std::collections::BTreeSet;

use meterstick::Descriptor;

use super::error::QueryError;
use super::filter::{Filter, Matching};
use super::group::Group;
use super::names::Names;
use super::node::{Aggregate, Conversion, Function, Node, Op, Part, Select};
use super::window::duration;

impl Node {
    pub(crate) fn promql(&self, names: &Names) -> Result<String, QueryError> {
        match self {
            Self::Level { select, aggregate } => {
                Ok(format!("{}({})", aggregation(*aggregate, select, names, false), series(select, names)?))
            }
            Self::Over { select, function, aggregate, window } => over(select, *function, *aggregate, *window, names),
            Self::Quantile { select, quantile, window } => {
                let native = names.is_native(&select.metric);
                let by = aggregation(Aggregate::Sum, select, names, !native);
                let suffix = if native { "" } else { "_bucket" };
                let of = selector(select, suffix, &[], names)?;
                Ok(format!("histogram_quantile({quantile}, {by}(rate({of}[{}])))", duration(*window)))
            }
            Self::Binary { op, left, right } => {
                let matching = matching(*op, left, right, names)?;
                Ok(format!("{} {}{matching} {}", left.operand(names)?, op.symbol(), right.operand(names)?))
            }
            Self::Number { op, of, number } => Ok(format!("{} {} {number}", of.operand(names)?, op.symbol())),
            Self::Times { of, by } => Ok(format!("{} * {by}", of.operand(names)?)),
            Self::Converted { of, by } => Ok(converted(&of.operand(names)?, *by)),
            Self::Complement(of) => Ok(format!("1 - {}", of.operand(names)?)),
            Self::OrZero { of, like } => {
                // The fraction of a histogram without events is not a number, which a comparison leaves out.
                let of =
                    if of.is_fraction(names) { format!("({} >= 0)", of.promql(names)?) } else { of.operand(names)? };
                Ok(format!("{of} or 0 * {}", like.operand(names)?))
            }
            Self::Recorded { name, labels, of } => {
                let name = name.as_ref().map_or_else(|| recorded_name(of, names), |name| Ok(name.clone()))?;
                let labels: Vec<_> = labels.iter().map(|(label, value)| format!("{label}={}", quoted(value))).collect();
                Ok(if labels.is_empty() { name } else { format!("{name}{{{}}}", labels.join(", ")) })
            }
            Self::Failed(error) => Err(error.clone()),
        }
    }

    /// The text of an operand, in parentheses if necessary.
    fn operand(&self, names: &Names) -> Result<String, QueryError> {
        let text = self.promql(names)?;
        Ok(match self {
            Self::Level { .. } | Self::Quantile { .. } | Self::Recorded { .. } => text,
            Self::Over { .. } if self.is_fraction(names) => format!("({text})"),
            Self::Over { .. } => text,
            _ => format!("({text})"),
        })
    }

    /// Whether it is written as a fraction of a native histogram.
    fn is_fraction(&self, names: &Names) -> bool {
        matches!(self, Self::Over { select: Select { part: Part::Within(_), metric, .. }, .. } if names.is_native(metric))
    }
}

/// The conversion of an operand, with integers and decimals that a double has exactly or to the nearest: `x * 9 / 5 + 32`,
/// `(x - 32) * 5 / 9`.
fn converted(of: &str, Conversion { mul, add, div }: Conversion) -> String {
    let by = gcd(mul, div);
    let scaled = |of: &str, mul: i128, div: i128| {
        let times = if mul == 1 { String::new() } else { format!(" * {mul}") };
        let parts = if div == 1 { String::new() } else { format!(" / {div}") };
        format!("{of}{times}{parts}")
    };
    let moved = |of: &str, by: f64| match by {
        0.0 => of.to_owned(),
        by if by < 0.0 => format!("{of} - {}", -by),
        by => format!("{of} + {by}"),
    };
    // A zero that is a decimal is written as one, in the unit before or after.
    let decimal = |of: i128| {
        let mut parts = of / gcd(add, of);
        for prime in [2, 5] {
            while parts % prime == 0 {
                parts /= prime;
            }
        }
        (parts == 1).then_some(add as f64 / of as f64)
    };
    match (decimal(div), decimal(mul)) {
        (Some(after), _) => moved(&scaled(of, mul / by, div / by), after),
        (None, Some(before)) => scaled(&format!("({})", moved(of, before)), mul / by, div / by),
        (None, None) => format!("({}) / {div}", moved(&scaled(of, mul, 1), add as f64)),
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn over(
    select: &Select,
    function: Function,
    aggregate: Aggregate,
    window: u64,
    names: &Names,
) -> Result<String, QueryError> {
    let (by, window) = (aggregation(aggregate, select, names, false), duration(window));
    let function = function.name();
    if !names.is_native(&select.metric) || matches!(select.part, Part::Value) {
        return Ok(format!("{by}({function}({}[{window}]))", series(select, names)?));
    }
    let histogram = format!("{by}({function}({}[{window}]))", selector(select, "", &[], names)?);
    match &select.part {
        Part::Count => Ok(format!("histogram_count({histogram})")),
        Part::Sum => Ok(format!("histogram_sum({histogram})")),
        Part::Within(boundary) => {
            check_boundary(&select.metric, *boundary)?;
            Ok(format!("histogram_fraction(-Inf, {boundary}, {histogram}) * histogram_count({histogram})"))
        }
        Part::Failed(error) => Err(error.clone()),
        Part::Value => Ok(histogram),
    }
}

/// The series of a part of a metric.
fn series(select: &Select, names: &Names) -> Result<String, QueryError> {
    match &select.part {
        Part::Value => selector(select, "", &[], names),
        Part::Count => selector(select, "_count", &[], names),
        Part::Sum => selector(select, "_sum", &[], names),
        Part::Within(boundary) => {
            check_boundary(&select.metric, *boundary)?;
            selector(select, "_bucket", &[le(*boundary)], names)
        }
        Part::Failed(error) => Err(error.clone()),
    }
}

/// Checks that a bucket ends at a threshold: between two boundaries, Prometheus could only estimate. With exponential buckets, which
/// are narrow, it estimates well.
fn check_boundary(metric: &Descriptor, threshold: f64) -> Result<(), QueryError> {
    if metric.exponential.is_some() || metric.boundaries.contains(&threshold) {
        return Ok(());
    }
    let distance = |boundary: &&f64| (**boundary - threshold).abs();
    let nearest = metric.boundaries.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    Err(QueryError::NoBoundary { metric: metric.name, threshold, nearest: nearest.copied(), unit: metric.unit })
}

/// The matcher of a bucket, for every notation of its boundary: `1`, `1.0`, `1e+06`.
fn le(boundary: f64) -> String {
    let plain = boundary.to_string();
    let mut ways = BTreeSet::from([plain.clone()]);
    if !plain.contains('.') {
        ways.insert(format!("{plain}.0"));
    }
    let exponent = if boundary == 0.0 { 0 } else { boundary.abs().log10().floor() as i32 };
    if !(-4..6).contains(&exponent) {
        let (mantissa, _) = format!("{boundary:e}").split_once('e').map(|(m, e)| (m.to_owned(), e.to_owned())).unwrap();
        let sign = if exponent < 0 { '-' } else { '+' };
        ways.insert(format!("{mantissa}e{sign}{:02}", exponent.abs()));
    }
    let ways: Vec<_> = ways.into_iter().collect();
    matcher("le", &Matching::Any(ways))
}

/// `name{label="value"}`.
fn selector(select: &Select, suffix: &str, more: &[String], names: &Names) -> Result<String, QueryError> {
    let foretold = names.of(&select.metric);
    if foretold.series.is_empty() {
        return Err(QueryError::NotExported(select.metric.name));
    }
    check_keys(select)?;
    let name = foretold.name + suffix;
    let mut matchers = matchers(select, names)?;
    matchers.extend_from_slice(more);
    Ok(series_of(&name, &matchers))
}

/// Checks that the keys belong to the metric: a filter can use those of another. With any keys, all do.
fn check_keys(select: &Select) -> Result<(), QueryError> {
    let metric = &select.metric;
    let groups = select.filters.iter().map(|filter| filter.group).chain(select.by.iter().copied());
    for group in groups {
        if group == Group::Target("") {
            return Err(QueryError::Name(String::new()));
        }
        if let Group::Key(key) = group
            && !metric.any_keys
            && metric.attributes.iter().all(|field| field.key != key)
        {
            let keys = metric.attributes.iter().map(|field| field.key).collect();
            return Err(QueryError::NoKey { metric: metric.name, key, keys });
        }
    }
    Ok(())
}

/// The selector of a series without matchers: its name, in quotes and braces if necessary.
#[cfg(feature = "check")]
pub(crate) fn selector_of(name: &str) -> String {
    series_of(name, &[])
}

/// `name{label="value"}`, from written matchers.
fn series_of(name: &str, matchers: &[String]) -> String {
    match (is_name(name), matchers) {
        (true, []) => name.to_owned(),
        (true, _) => format!("{name}{{{}}}", matchers.join(", ")),
        // From version 3 on, Prometheus supports names with any characters, in quotes.
        (false, []) => format!("{{{}}}", quoted(name)),
        (false, _) => format!("{{{}, {}}}", quoted(name), matchers.join(", ")),
    }
}

/// One series, in the notation of unit tests.
pub(crate) fn series_with(name: &str, labels: &[(String, String)]) -> String {
    let labels: Vec<_> =
        labels.iter().map(|(label, value)| format!("{}={}", label_name(label), quoted(value))).collect();
    series_of(name, &labels)
}

/// The matchers of the selection, written.
fn matchers(select: &Select, names: &Names) -> Result<Vec<String>, QueryError> {
    let one = |Filter { group, matching }: &Filter| {
        let label = names.label(&select.metric, *group);
        matching.as_ref().map(|matching| matcher(&label_name(&label), matching)).map_err(Clone::clone)
    };
    select.filters.iter().map(one).collect()
}

fn matcher(label: &str, matching: &Matching) -> String {
    let alternatives = |values: &[String]| values.iter().map(|value| escaped(value)).collect::<Vec<_>>().join("|");
    let (op, value) = match matching {
        Matching::Any(values) => match &values[..] {
            [value] => ("=", value.clone()),
            values => ("=~", alternatives(values)),
        },
        Matching::None(values) => match &values[..] {
            [value] => ("!=", value.clone()),
            values => ("!~", alternatives(values)),
        },
        Matching::Regex(regex) => ("=~", regex.clone()),
        Matching::NotRegex(regex) => ("!~", regex.clone()),
    };
    format!("{label}{op}{}", quoted(&value))
}

/// The text as a regular expression that matches it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if r"\.+*?()|[]{}^$".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The text in quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// Whether a name needs no quotes.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | ':'))
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'))
}

fn label_name(label: &str) -> String {
    if is_label(label) { label.to_owned() } else { quoted(label) }
}

/// Whether a label needs no quotes.
pub(crate) fn is_label(label: &str) -> bool {
    is_name(label) && !label.contains(':')
}

fn aggregation(aggregate: Aggregate, select: &Select, names: &Names, buckets: bool) -> String {
    let labels = select.by.iter().map(|group| label_name(&names.label(&select.metric, *group)));
    let labels: Vec<_> = buckets.then(|| "le".to_owned()).into_iter().chain(labels).collect();
    match labels.is_empty() {
        true => aggregate.name().to_owned(),
        false => format!("{} by ({}) ", aggregate.name(), labels.join(", ")),
    }
}

/// The vector matching of an operation.
fn matching(op: Op, left: &Node, right: &Node, names: &Names) -> Result<String, QueryError> {
    let (left, right) = (left.groups(), right.groups());
    let within = |some: &[(Group, &Descriptor)], of: &[(Group, &Descriptor)]| {
        some.iter().all(|(group, _)| of.iter().any(|(other, _)| other == group))
    };
    let labels = |groups: &[(Group, &Descriptor)]| {
        groups.iter().map(|(group, metric)| label_name(&names.label(metric, *group))).collect::<Vec<_>>()
    };
    let (left_in_right, right_in_left) = (within(&left, &right), within(&right, &left));
    let error = || {
        let names = |groups: &[(Group, &Descriptor)]| groups.iter().map(|(group, _)| group.name().to_owned()).collect();
        QueryError::Labels { left: names(&left), right: names(&right) }
    };
    let on = |groups: &[(Group, &Descriptor)]| format!(" on({})", labels(groups).join(", "));
    match (left_in_right, right_in_left) {
        (true, true) => Ok(String::new()),
        (false, false) => Err(error()),
        // The right side of `or` must have the labels of the left side.
        _ if op == Op::Or => Err(error()),
        (false, true) if op.is_set() => Ok(on(&right)),
        (true, false) if op.is_set() => Ok(on(&left)),
        (false, true) => Ok(on(&right) + " group_left()"),
        (true, false) => Ok(on(&left) + " group_right()"),
    }
}

/// The name of a recorded expression by Prometheus' convention, `level:metric:operations`.
pub(crate) fn recorded_name(node: &Node, names: &Names) -> Result<String, QueryError> {
    node.promql(names)?;
    let (metric, operations) = fragment(node, names).ok_or(QueryError::Unnamed)?;
    let labels: Vec<_> = node.groups().iter().map(|(group, metric)| names.label(metric, *group)).collect();
    let level = if labels.is_empty() { "all".to_owned() } else { labels.join("_") };
    // A label that is no name of PromQL can begin with a digit.
    let start = if level.starts_with(|c: char| c.is_ascii_digit()) { "_" } else { "" };
    let name = format!("{start}{level}:{metric}:{operations}");
    Ok(name.chars().map(|c| if c.is_ascii_alphanumeric() || c == ':' { c } else { '_' }).collect())
}

/// The metric and the operations of the name.
fn fragment(node: &Node, names: &Names) -> Option<(String, String)> {
    let base = |select: &Select| {
        let name = names.of(&select.metric).name;
        let name = name.strip_suffix("_total").unwrap_or(&name).to_owned();
        match &select.part {
            Part::Count => name + "_count",
            Part::Sum => name + "_sum",
            Part::Within(boundary) => format!("{name}_within_{boundary}"),
            Part::Value | Part::Failed(_) => name,
        }
    };
    // Two filters would be two expressions, but the name contains none of them.
    let plain = |select: &Select| select.filters.is_empty();
    match node {
        Node::Level { select, aggregate } if plain(select) => Some((base(select), aggregate.name().to_owned())),
        Node::Over { select, function, window, .. } if plain(select) => {
            Some((base(select), format!("{}{}", function.name(), duration(*window))))
        }
        Node::Quantile { select, quantile, window } if plain(select) => {
            Some((base(select), format!("p{}_{}", quantile * 100.0, duration(*window))))
        }
        Node::Binary { op: Op::Divide, left, right } => match (&**left, &**right) {
            (Node::Over { select: left, window, .. }, Node::Over { select: right, .. })
                if plain(left) && plain(right) =>
            {
                let name = names.of(&left.metric).name;
                let same = left.metric == right.metric;
                Some(match (&left.part, &right.part) {
                    (Part::Sum, Part::Count) if same => (name, format!("mean{}", duration(*window))),
                    (Part::Within(_), Part::Count) if same => (base(left), format!("ratio{}", duration(*window))),
                    _ => (format!("{}_per_{}", base(left), base(right)), format!("ratio_rate{}", duration(*window))),
                })
            }
            _ => None,
        },
        _ => None,
    }
}
