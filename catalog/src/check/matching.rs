//! Checks label matchers against the values that the catalogue allows.
// Uses `document`, `nearest`, `variables`. Used by `infer`.

use meterstick::ValueType;
use promql_parser::label::{MatchOp, Matcher};

use super::variables::is_variable;
use crate::document::{AttributeEntry, MetricEntry};
use crate::nearest::nearest;

/// The value that a matcher asks for, if it is a single one.
pub(super) fn exact(matcher: &Matcher) -> Option<&str> {
    (matcher.op == MatchOp::Equal).then_some(matcher.value.as_str())
}

/// Why a matcher of `le` matches no bucket.
pub(super) fn boundary(metric: &MetricEntry, matcher: &Matcher) -> Option<String> {
    // The boundaries of exponential buckets depend on the recorded values.
    if metric.boundaries.is_empty() || is_variable(&matcher.value) {
        return None;
    }
    let listed = || metric.boundaries.iter().map(ToString::to_string).collect::<Vec<_>>().join("`, `");
    match &matcher.op {
        MatchOp::Equal | MatchOp::NotEqual => {
            let value: f64 = match matcher.value.parse() {
                Ok(value) => value,
                Err(_) => {
                    return Some(format!(
                        "`{}` is not a boundary: the boundaries are `{}` and `+Inf`",
                        matcher.value,
                        listed()
                    ));
                }
            };
            if value == f64::INFINITY || metric.boundaries.contains(&value) {
                return None;
            }
            let distance = |boundary: &&f64| (**boundary - value).abs();
            let nearest = metric.boundaries.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
            Some(format!(
                "`{}` has no bucket boundary at {} {}: its nearest is {nearest} {}",
                metric.name, matcher.value, metric.unit, metric.unit
            ))
        }
        MatchOp::Re(regex) | MatchOp::NotRe(regex) => {
            // In every notation.
            let ways = metric.boundaries.iter().flat_map(|one| [one.to_string(), format!("{one:?}"), go(*one)]);
            let any = ways.chain(["+Inf".to_owned()]).any(|one| regex.is_match(&one));
            (!any).then(|| {
                format!("`{}` matches no boundary: the boundaries are `{}` and `+Inf`", matcher.value, listed())
            })
        }
    }
}

/// The notation of Go for large numbers.
fn go(number: f64) -> String {
    let text = format!("{number:e}");
    match text.split_once('e') {
        Some((mantissa, exponent)) if !exponent.starts_with('-') => format!("{mantissa}e+{exponent:0>2}"),
        _ => text,
    }
}

/// Why a matcher selects no value that the attribute can have.
pub(super) fn value(attribute: &AttributeEntry, label: &str, matcher: &Matcher) -> Option<String> {
    const BOOLS: [&str; 2] = ["true", "false"];
    if is_variable(&matcher.value) {
        return None;
    }
    let members: Vec<&str> = match attribute.ty {
        ValueType::Bool => BOOLS.to_vec(),
        _ => attribute.values.iter().map(String::as_str).collect(),
    };
    let closed = !attribute.open;
    let text = matcher.value.as_str();
    match &matcher.op {
        // An empty value asks for the attribute's absence.
        MatchOp::Equal | MatchOp::NotEqual if text.is_empty() || members.contains(&text) => None,
        MatchOp::Equal | MatchOp::NotEqual => {
            if attribute.ty == ValueType::Int && members.is_empty() {
                let hint = if text.contains(['x', 'X']) { ": write a regular expression, `=~\"5..\"`" } else { "" };
                return text
                    .parse::<i64>()
                    .is_err()
                    .then(|| format!("`{label}` is an integer, and `{text}` is not one{hint}"));
            }
            if members.is_empty() {
                return None;
            }
            // If other values are possible, only a near miss of a known value counts as a mistake.
            let slip = nearest(text, members.iter().copied()).filter(|_| text.len() > 3);
            let slip = slip.or_else(|| members.iter().copied().find(|member| member.eq_ignore_ascii_case(text)));
            match (slip, closed) {
                (Some(near), _) => Some(format!("`{label}` has no value `{text}`: did you mean `{near}`?")),
                (None, true) => {
                    Some(format!("`{label}` has no value `{text}`: its values are `{}`", members.join("`, `")))
                }
                (None, false) => None,
            }
        }
        MatchOp::Re(regex) | MatchOp::NotRe(regex) => {
            let some = members.iter().any(|member| regex.is_match(member));
            let absent = !attribute.required && regex.is_match("");
            (closed && !members.is_empty() && !some && !absent)
                .then(|| format!("`{text}` matches no value of `{label}`: its values are `{}`", members.join("`, `")))
        }
    }
}
