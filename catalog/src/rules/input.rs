//! The series that make a condition true or false, for unit tests.

use super::native::{Buckets, Native, Values};
use crate::promql::{Filter, Function, Group, Matching, Names, Node, Op, Part, QueryError, Select, quoted};

/// How the samples of a series go on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Steps {
    Constant(f64),
    /// By that much a second.
    Growing(f64),
    /// By that much a second, for some milliseconds each.
    Phases(Vec<(f64, u64)>),
    /// Of a native histogram.
    Native(Native),
}

impl Steps {
    /// In the notation of `promtool`, for samples that are a step of milliseconds apart.
    pub(crate) fn notation(&self, step: u64, until: u64) -> String {
        let seconds = step as f64 / 1000.0;
        let samples = until / step + 2;
        match self {
            Self::Constant(value) => format!("{value}+0x{samples}"),
            Self::Growing(rate) => format!("0+{}x{samples}", rate * seconds),
            Self::Phases(phases) => {
                let (mut total, mut parts) = (0.0, Vec::new());
                for (rate, millis) in phases {
                    let (by, samples) = (rate * seconds, millis / step);
                    // A part of `n` steps has `n + 1` samples, the first of which is where it starts.
                    parts.push(format!("{total}+{by}x{}", samples.saturating_sub(1)));
                    total += by * samples as f64;
                }
                parts.join(" ")
            }
            Self::Native(native) => native.notation(step, until),
        }
    }
}

/// A series and its samples.
pub(crate) type Input = Vec<(String, Steps)>;

/// What a value is to be.
#[derive(Clone, Copy, Debug)]
enum Want {
    Above(f64),
    Below(f64),
}

/// Series with which a condition is true, or false though there are series. `None` if none can be derived.
pub(super) fn of_condition(node: &Node, fires: bool, names: &Names) -> Result<Option<Input>, QueryError> {
    let merged = |left: &Node, left_fires, right: &Node, right_fires| {
        let (left, right) = (of_condition(left, left_fires, names)?, of_condition(right, right_fires, names)?);
        Ok(left.zip(right).and_then(|(left, right)| merge(left, right)))
    };
    match node {
        Node::Number { op, of, number } => {
            let above = matches!(op, Op::Above | Op::AtLeast) == fires;
            produce(of, if above { Want::Above(*number) } else { Want::Below(*number) }, names)
        }
        Node::Binary { op: op @ (Op::Above | Op::AtLeast | Op::Below | Op::AtMost), left, right } => {
            let above = matches!(op, Op::Above | Op::AtLeast) == fires;
            let (left_want, right_want) =
                if above { (Want::Above(0.5), Want::Below(0.5)) } else { (Want::Below(0.5), Want::Above(0.5)) };
            let (left, right) = (produce(left, left_want, names)?, produce(right, right_want, names)?);
            Ok(left.zip(right).and_then(|(left, right)| merge(left, right)))
        }
        Node::Binary { op: Op::And, left, right } => merged(left, fires, right, true),
        Node::Binary { op: Op::Or, left, right } if fires => merged(left, true, right, false),
        Node::Binary { op: Op::Or, left, right } => merged(left, false, right, false),
        Node::Binary { op: Op::Unless, left, right } => merged(left, fires, right, false),
        _ => Ok(None),
    }
}

fn merge(left: Input, right: Input) -> Option<Input> {
    let mut merged = left;
    for (series, steps) in right {
        match merged.iter().find(|(known, _)| *known == series) {
            Some((_, known)) if *known == steps => {}
            Some(_) => return None,
            None => merged.push((series, steps)),
        }
    }
    Some(merged)
}

impl Want {
    /// A number that is so.
    fn number(self) -> f64 {
        match self {
            Self::Above(0.0) => 1.0,
            Self::Above(bound) if bound > 0.0 => bound * 2.0,
            Self::Above(bound) => bound / 2.0,
            Self::Below(bound) if bound > 0.0 => bound / 2.0,
            Self::Below(bound) => bound * 2.0 - 1.0,
        }
    }

    /// A part of a whole that is so.
    fn share(self) -> Option<f64> {
        match self {
            Self::Above(bound) if bound < 0.0 => Some(0.5),
            Self::Above(bound) => (bound < 1.0).then_some((bound + 1.0) / 2.0),
            Self::Below(bound) if bound > 1.0 => Some(0.5),
            Self::Below(bound) => (bound > 0.0).then_some(bound / 2.0),
        }
    }

    fn map(self, by: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Above(bound) => Self::Above(by(bound)),
            Self::Below(bound) => Self::Below(by(bound)),
        }
    }
}

fn produce(node: &Node, want: Want, names: &Names) -> Result<Option<Input>, QueryError> {
    match node {
        Node::Level { select, .. } => one(select, "", Steps::Constant(want.number()), names),
        Node::Over { select, function, window, .. } => {
            let number = want.number();
            let steps = match function {
                Function::Rate => Steps::Growing(number),
                Function::Increase => Steps::Growing(number / (*window as f64 / 1000.0)),
                Function::Max | Function::Min | Function::Average => Steps::Constant(number),
            };
            if number < 0.0 && matches!(function, Function::Rate | Function::Increase) {
                return Ok(None);
            }
            part(select, steps, names)
        }
        Node::Quantile { select, quantile, .. } => buckets(select, *quantile, want, names),
        Node::Recorded { of, .. } => produce(of, want, names),
        Node::Times { of, by } if *by > 0.0 => produce(of, want.map(|bound| bound / by), names),
        Node::Binary { op: Op::Divide, left, right } => ratio(left, right, want, names),
        _ => Ok(None),
    }
}

fn ratio(left: &Node, right: &Node, want: Want, names: &Names) -> Result<Option<Input>, QueryError> {
    let (Node::Over { select: a, .. }, Node::Over { select: b, .. }) = (left, right) else { return Ok(None) };
    let is_mean = matches!((&a.part, &b.part), (Part::Sum, Part::Count));
    if let Some(buckets) = Buckets::of(a, names)
        && a.metric.name == b.metric.name
        && a.filters == b.filters
    {
        let values = match (&a.part, want.share()) {
            (Part::Sum, _) if is_mean && want.number() > 0.0 => Some(vec![(want.number(), 1.0)]),
            (Part::Within(boundary), Some(share)) if b.part == Part::Count => {
                let both = buckets.within(*boundary).zip(buckets.beyond(*boundary));
                both.map(|(within, beyond)| vec![(within, share), (beyond, 1.0 - share)])
            }
            _ => None,
        };
        return values.map_or(Ok(None), |values| native(a, buckets, values, names));
    }
    if a.metric.name != b.metric.name || is_mean {
        let (left, right) = (part(a, Steps::Growing(want.number()), names)?, part(b, Steps::Growing(1.0), names)?);
        return Ok(if want.number() < 0.0 { None } else { left.zip(right).and_then(|(l, r)| merge(l, r)) });
    }
    let Some(share) = want.share() else { return Ok(None) };
    if matches!((&a.part, &b.part), (Part::Within(_), Part::Count)) && a.filters == b.filters {
        let (left, right) = (part(a, Steps::Growing(share), names)?, part(b, Steps::Growing(1.0), names)?);
        return Ok(left.zip(right).and_then(|(l, r)| merge(l, r)));
    }
    // Of one metric, the left side has one filter more than the right: what it leaves out is the rest.
    let [before @ .., last] = &a.filters[..] else { return Ok(None) };
    if a.part != b.part || before != &b.filters[..] {
        return Ok(None);
    }
    let mut rest = a.clone();
    rest.filters.pop();
    rest.filters.push(opposite(last));
    let (left, rest) = (part(a, Steps::Growing(share), names)?, part(&rest, Steps::Growing(1.0 - share), names)?);
    Ok(left.zip(rest).and_then(|(l, r)| merge(l, r)))
}

/// What a filter leaves out.
pub(crate) fn opposite(filter: &Filter) -> Filter {
    Filter { group: filter.group, matching: filter.matching.clone().map(Matching::not) }
}

/// One series of a part of a metric.
fn part(select: &Select, steps: Steps, names: &Names) -> Result<Option<Input>, QueryError> {
    if let Some(buckets) = Buckets::of(select, names) {
        let value = match &select.part {
            Part::Failed(error) => return Err(error.clone()),
            Part::Within(boundary) => buckets.within(*boundary),
            // The sum of values of 1 is as many as they are.
            Part::Count | Part::Sum => Some(1.0),
            Part::Value => None,
        };
        let (Some(value), Steps::Growing(rate)) = (value, steps) else { return Ok(None) };
        return native(select, buckets, vec![(value, rate)], names);
    }
    match &select.part {
        Part::Value => one(select, "", steps, names),
        Part::Count => one(select, "_count", steps, names),
        Part::Sum => one(select, "_sum", steps, names),
        Part::Within(boundary) => bucket(select, &boundary.to_string(), steps, names),
        Part::Failed(error) => Err(error.clone()),
    }
}

/// One native histogram.
fn native(select: &Select, buckets: Buckets, values: Values, names: &Names) -> Result<Option<Input>, QueryError> {
    one(select, "", Steps::Native(Native::steady(buckets, values)), names)
}

/// Buckets whose quantile is as wanted: all values are in one of them.
fn buckets(select: &Select, quantile: f64, want: Want, names: &Names) -> Result<Option<Input>, QueryError> {
    let boundaries = select.metric.boundaries;
    let native_buckets = Buckets::of(select, names);
    if native_buckets == Some(Buckets::Exponential) {
        let value = match want {
            Want::Above(bound) => Buckets::Exponential.beyond(bound),
            Want::Below(bound) => Buckets::Exponential.within(bound),
        };
        return value.map_or(Ok(None), |value| native(select, Buckets::Exponential, vec![(value, 1.0)], names));
    }
    let found = (0..boundaries.len()).find(|&at| {
        let low = if at == 0 { 0.0 } else { boundaries[at - 1] };
        let value = low + (boundaries[at] - low) * quantile;
        match want {
            Want::Above(bound) => value > bound,
            Want::Below(bound) => value < bound,
        }
    });
    let Some(found) = found else { return Ok(None) };
    if let Some(buckets) = native_buckets {
        return native(select, buckets, vec![(boundaries[found], 1.0)], names);
    }
    let mut all = Input::new();
    for (at, boundary) in boundaries.iter().enumerate() {
        let steps = if at < found { Steps::Constant(0.0) } else { Steps::Growing(1.0) };
        all.extend(bucket(select, &boundary.to_string(), steps, names)?.unwrap_or_default());
    }
    all.extend(bucket(select, "+Inf", Steps::Growing(1.0), names)?.unwrap_or_default());
    Ok(Some(all))
}

fn one(select: &Select, suffix: &str, steps: Steps, names: &Names) -> Result<Option<Input>, QueryError> {
    Ok(labels(select, names)?.map(|labels| vec![(series(select, suffix, &labels, names), steps)]))
}

fn bucket(select: &Select, le: &str, steps: Steps, names: &Names) -> Result<Option<Input>, QueryError> {
    Ok(labels(select, names)?.map(|mut labels| {
        labels.push(("le".to_owned(), le.to_owned()));
        vec![(series(select, "_bucket", &labels, names), steps)]
    }))
}

/// A series as `promtool` takes it.
fn series(select: &Select, suffix: &str, labels: &[(String, String)], names: &Names) -> String {
    let labels: Vec<_> = labels.iter().map(|(label, value)| format!("{label}={}", quoted(value))).collect();
    format!("{}{suffix}{{{}}}", names.of(&select.metric).name, labels.join(","))
}

/// Labels that all filters let through; `None` if none are found for a regular expression.
pub(crate) fn labels(select: &Select, names: &Names) -> Result<Option<Vec<(String, String)>>, QueryError> {
    let mut labels: Vec<(String, String)> = Vec::new();
    for filter in &select.filters {
        let members = match filter.group {
            Group::Key(key) => select.metric.attributes.iter().find(|field| field.key == key),
            Group::Target(_) => None,
        };
        let members = members.map_or(&[][..], |field| field.members);
        let fits = |value: &str| {
            // Several filters can be on one key.
            select.filters.iter().filter(|one| one.group == filter.group).all(|one| passes(&one.matching, value))
        };
        let listed = match &filter.matching {
            Ok(Matching::Any(values)) => values.clone(),
            Ok(_) => Vec::new(),
            Err(error) => return Err(error.clone()),
        };
        let usual = ["200", "404", "500", "503", "0", "1", "true", "false", "other", "another", "/", "a", ""];
        let listed = listed.iter().map(String::as_str).chain(members.iter().copied()).chain(usual);
        let Some(value) = listed.into_iter().find(|value| fits(value)).map(str::to_owned) else { return Ok(None) };
        let label = names.label(&select.metric, filter.group);
        if !value.is_empty() && labels.iter().all(|(known, _)| *known != label) {
            labels.push((label, value));
        }
    }
    Ok(Some(labels))
}

fn passes(matching: &Result<Matching, QueryError>, value: &str) -> bool {
    let matches = |regex: &str| regex::Regex::new(&format!("^(?s:{regex})$")).is_ok_and(|regex| regex.is_match(value));
    match matching {
        Ok(Matching::Any(values)) => values.iter().any(|one| one == value),
        Ok(Matching::None(values)) => values.iter().all(|one| one != value),
        Ok(Matching::Regex(regex)) => matches(regex),
        Ok(Matching::NotRegex(regex)) => !matches(regex),
        Err(_) => false,
    }
}
