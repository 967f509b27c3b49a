//! Derives series that make a condition true or false, for unit tests.
// Uses `native`, `promql`. Used by `rule`, `slo`, `unit_test`.

use super::native::{Buckets, Native, Values};
use crate::promql::{
    Aggregate, Filter, Function, Group, Matching, Names, Node, Op, Part, QueryError, Select, series_with,
};

/// How the samples of a series continue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Steps {
    Constant(f64),
    /// They grow by this amount per second.
    Growing(f64),
    /// They grow by this amount per second for this number of milliseconds, each.
    Phases(Vec<(f64, u64)>),
    /// Those of a native histogram.
    Native(Native),
}

impl Steps {
    /// In `promtool`'s notation, for samples with a step of milliseconds between them.
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
                    // A part with `n` steps has `n + 1` samples; the first is its start.
                    parts.push(format!("{total}+{by}x{}", samples.saturating_sub(1)));
                    total += by * samples as f64;
                }
                parts.join(" ")
            }
            Self::Native(native) => native.notation(step, until),
        }
    }
}

/// Series and their samples.
pub(crate) type Input = Vec<(String, Steps)>;

/// The wanted value of an expression.
#[derive(Clone, Copy, Debug)]
enum Want {
    Above(f64),
    Below(f64),
    Equal(f64),
}

/// Series for which a condition is true, or false though there are series. `None` if none can be derived.
pub(super) fn of_condition(node: &Node, fires: bool, names: &Names) -> Result<Option<Input>, QueryError> {
    let both = |left: &Node, left_fires, right: &Node, right_fires| {
        if overlap(left, right, names)? {
            return Ok(None);
        }
        Ok(merged(of_condition(left, left_fires, names)?, of_condition(right, right_fires, names)?))
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
            produce_both((left, left_want), (right, right_want), names)
        }
        Node::Binary { op: Op::And, left, right } => both(left, fires, right, true),
        Node::Binary { op: Op::Or, left, right } if fires => both(left, true, right, false),
        Node::Binary { op: Op::Or, left, right } => both(left, false, right, false),
        Node::Binary { op: Op::Unless, left, right } => both(left, fires, right, false),
        _ => Ok(None),
    }
}

/// The series of both sides; `None` if one would need two different values.
fn merged(left: Option<Input>, right: Option<Input>) -> Option<Input> {
    let mut merged = left?;
    for (series, steps) in right? {
        match merged.iter().find(|(known, _)| *known == series) {
            Some((_, known)) if *known == steps => {}
            Some(_) => return None,
            None => merged.push((series, steps)),
        }
    }
    Some(merged)
}

/// Whether one side would also count the series of the other.
fn overlap(left: &Node, right: &Node, names: &Names) -> Result<bool, QueryError> {
    for a in left.selects() {
        for b in right.selects().into_iter().filter(|b| b.metric.name == a.metric.name) {
            let (Some(of_a), Some(of_b)) = (labels(a, names)?, labels(b, names)?) else { return Ok(true) };
            if of_a != of_b && (selects(a, &of_b, names) || selects(b, &of_a, names)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether all filters select a series.
fn selects(select: &Select, labels: &[(String, String)], names: &Names) -> bool {
    select.filters.iter().all(|filter| {
        let label = names.label(&select.metric, filter.group);
        let value = labels.iter().find(|(known, _)| *known == label).map_or("", |(_, value)| value);
        passes(&filter.matching, value)
    })
}

impl Want {
    /// A number that fulfils it.
    fn number(self) -> f64 {
        match self {
            Self::Above(0.0) => 1.0,
            Self::Above(bound) if bound > 0.0 => bound * 2.0,
            Self::Above(bound) => bound / 2.0,
            Self::Below(bound) if bound > 0.0 => bound / 2.0,
            Self::Below(bound) => bound * 2.0 - 1.0,
            Self::Equal(number) => number,
        }
    }

    /// A share of a whole that fulfils it.
    fn share(self) -> Option<f64> {
        match self {
            Self::Above(bound) if bound < 0.0 => Some(0.5),
            Self::Above(bound) => (bound < 1.0).then_some((bound + 1.0) / 2.0),
            Self::Below(bound) if bound > 1.0 => Some(0.5),
            Self::Below(bound) => (bound > 0.0).then_some(bound / 2.0),
            Self::Equal(number) => (0.0..=1.0).contains(&number).then_some(number),
        }
    }

    fn map(self, by: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Above(bound) => Self::Above(by(bound)),
            Self::Below(bound) => Self::Below(by(bound)),
            Self::Equal(number) => Self::Equal(by(number)),
        }
    }
}

fn produce(node: &Node, want: Want, names: &Names) -> Result<Option<Input>, QueryError> {
    let both = |left: &Node, left_number: f64, right: &Node, right_number: f64| {
        produce_both((left, Want::Equal(left_number)), (right, Want::Equal(right_number)), names)
    };
    match node {
        Node::Level { .. } | Node::Over { .. } => leaf(node, want.number(), names),
        Node::Quantile { select, quantile, .. } => buckets(select, *quantile, want, names),
        Node::Recorded { of, .. } => produce(of, want, names),
        Node::Times { of, by } if *by > 0.0 => produce(of, want.map(|bound| bound / by), names),
        Node::Converted { of, by } => produce(of, want.map(|bound| by.before(bound)), names),
        Node::Complement(of) => produce(of, Want::Equal(1.0 - want.share().unwrap_or(want.number())), names),
        Node::Binary { op: Op::Divide, left, right } => match ratio(left, right, want, names)? {
            Some(input) => Ok(Some(input)),
            None => both(left, want.number(), right, 1.0),
        },
        Node::Binary { op: Op::Add, left, right } => both(left, want.number() / 2.0, right, want.number() / 2.0),
        Node::Binary { op: Op::Subtract, left, right } => {
            // Neither side can be negative, if it is a rate.
            let less = 1.0 + (-want.number()).max(0.0);
            match rest(right, left).filter(|_| want.number() >= 0.0) {
                Some(rest) => Ok(merged(leaf(&rest, want.number(), names)?, leaf(right, less, names)?)),
                None => both(left, want.number() + less, right, less),
            }
        }
        _ => Ok(None),
    }
}

fn produce_both(left: (&Node, Want), right: (&Node, Want), names: &Names) -> Result<Option<Input>, QueryError> {
    if overlap(left.0, right.0, names)? {
        return Ok(None);
    }
    Ok(merged(produce(left.0, left.1, names)?, produce(right.0, right.1, names)?))
}

/// The series with which a level or a function over a window has that value.
fn leaf(node: &Node, number: f64, names: &Names) -> Result<Option<Input>, QueryError> {
    match node {
        Node::Level { select, .. } => one(select, "", Steps::Constant(number), names),
        Node::Over { select, function, window, .. } => match function {
            Function::Rate | Function::Increase if number < 0.0 => Ok(None),
            Function::Rate => part(select, Steps::Growing(number), names),
            Function::Increase => part(select, Steps::Growing(number / (*window as f64 / 1000.0)), names),
            Function::Max | Function::Min | Function::Average => part(select, Steps::Constant(number), names),
        },
        _ => Ok(None),
    }
}

/// The selection, if several of its series are summed.
fn summed(node: &Node) -> Option<&Select> {
    match node {
        Node::Level { select, aggregate: Aggregate::Sum } | Node::Over { select, aggregate: Aggregate::Sum, .. } => {
            Some(select)
        }
        _ => None,
    }
}

/// Series with which one side is the wanted share or multiple of the other; `None` if the two are unrelated, so that each can
/// have its own value.
fn ratio(left: &Node, right: &Node, want: Want, names: &Names) -> Result<Option<Input>, QueryError> {
    let (Some(a), Some(b)) = (summed(left), summed(right)) else { return Ok(None) };
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
        return Ok(None);
    }
    let Some(share) = want.share() else { return Ok(None) };
    if matches!((&a.part, &b.part), (Part::Within(_), Part::Count)) && a.filters == b.filters {
        return Ok(merged(leaf(left, share, names)?, leaf(right, 1.0, names)?));
    }
    let Some(rest) = rest(left, right) else { return Ok(None) };
    Ok(merged(leaf(left, share, names)?, leaf(&rest, 1.0 - share, names)?))
}

/// The rest of a sum without a part of it, which has one filter more.
fn rest(part: &Node, whole: &Node) -> Option<Node> {
    let (a, b) = (summed(part)?, summed(whole)?);
    let [before @ .., last] = &a.filters[..] else { return None };
    if a.metric.name != b.metric.name || a.part != b.part || before != &b.filters[..] {
        return None;
    }
    let mut rest = part.clone();
    if let Node::Level { select, .. } | Node::Over { select, .. } = &mut rest {
        select.filters.pop();
        select.filters.push(opposite(last));
    }
    Some(rest)
}

/// The opposite of a filter.
pub(crate) fn opposite(filter: &Filter) -> Filter {
    Filter { group: filter.group, matching: filter.matching.clone().map(Matching::not) }
}

/// One series of a part of a metric.
fn part(select: &Select, steps: Steps, names: &Names) -> Result<Option<Input>, QueryError> {
    if let Some(buckets) = Buckets::of(select, names) {
        let value = match &select.part {
            Part::Failed(error) => return Err(error.clone()),
            Part::Within(boundary) => buckets.within(*boundary),
            // The sum of values of 1 is their number.
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

/// Buckets with the wanted quantile: all values are in one bucket.
fn buckets(select: &Select, quantile: f64, want: Want, names: &Names) -> Result<Option<Input>, QueryError> {
    let boundaries = select.metric.boundaries;
    let native_buckets = Buckets::of(select, names);
    if native_buckets == Some(Buckets::Exponential) {
        let value = match want {
            Want::Above(bound) => Buckets::Exponential.beyond(bound),
            Want::Below(bound) => Buckets::Exponential.within(bound),
            Want::Equal(_) => None,
        };
        return value.map_or(Ok(None), |value| native(select, Buckets::Exponential, vec![(value, 1.0)], names));
    }
    let found = (0..boundaries.len()).find(|&at| {
        let low = if at == 0 { 0.0 } else { boundaries[at - 1] };
        let value = low + (boundaries[at] - low) * quantile;
        match want {
            Want::Above(bound) => value > bound,
            Want::Below(bound) => value < bound,
            Want::Equal(number) => value == number,
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

/// A series in `promtool`'s notation.
fn series(select: &Select, suffix: &str, labels: &[(String, String)], names: &Names) -> String {
    series_with(&(names.of(&select.metric).name + suffix), labels)
}

/// Labels that all filters select; `None` if none are found for a regular expression.
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
