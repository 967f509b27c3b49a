//! Writes annotations as templates, with values in their units.
// Uses `alert`, `promql`. Used by `file`, `slo`.

use super::alert::{Alert, Annotation, escaped};
use crate::promql::{Condition, Names, Node, Op, Part, QueryError, Select, is_label, quoted};

/// The annotation as a Go template for Prometheus.
pub(super) fn template(text: &Annotation, alert: &Alert, names: &Names) -> Result<String, QueryError> {
    let text = match text {
        Annotation::Template(template) => return Ok(template.clone()),
        Annotation::Groups { before, after } => {
            let groups = alert.condition.node.groups();
            let shown = groups
                .iter()
                .map(|(group, metric)| format!(", {} {}", escaped(group.name()), label(&names.label(metric, *group))));
            return Ok(escaped(before) + &shown.collect::<String>() + &escaped(after));
        }
        Annotation::Text(text) => text,
    };
    let condition = &alert.condition;
    let groups = condition.node.groups();
    let mut written = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        written.push_str(&escaped(&rest[..at]));
        rest = &rest[at..];
        // `{{` stands for a brace.
        if rest.starts_with("{{") {
            written.push_str("{{ \"{\" }}");
            rest = &rest[2..];
            continue;
        }
        let Some((name, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) else {
            written.push_str(&rest[..1]);
            rest = rest[1..].strip_prefix('}').unwrap_or(&rest[1..]);
            continue;
        };
        let group = groups.iter().find(|(group, _)| group.name() == name);
        match (name, condition.threshold, group) {
            ("value", ..) => written.push_str(&value(condition)),
            ("threshold", Some(threshold), _) => written.push_str(&amount(threshold, condition)),
            (_, _, Some((group, metric))) => {
                written.push_str(&label(&names.label(metric, *group)));
            }
            _ => {
                let threshold = condition.threshold.map(|_| "threshold");
                let known = ["value"].into_iter().chain(threshold).chain(groups.iter().map(|(group, _)| group.name()));
                return Err(QueryError::Placeholder {
                    name: name.to_owned(),
                    known: known.map(str::to_owned).collect(),
                });
            }
        }
        rest = after;
    }
    written.push_str(&escaped(rest));
    Ok(written)
}

/// The template of a label's value.
fn label(label: &str) -> String {
    if is_label(label) {
        format!("{{{{ $labels.{label} }}}}")
    } else {
        format!("{{{{ index $labels {} }}}}", quoted(label))
    }
}

/// The template of an alert's value, in its unit.
fn value(condition: &Condition) -> String {
    // Without a unit if there are two.
    let Some(unit) = condition.unit else { return "{{ $value | printf \"%.4g\" }}".to_owned() };
    match unit {
        "s" => "{{ $value | humanizeDuration }}".to_owned(),
        "By" => "{{ $value | humanize1024 }}B".to_owned(),
        "By/s" => "{{ $value | humanize1024 }}B/s".to_owned(),
        "1" if is_share(&condition.node) => "{{ $value | humanizePercentage }}".to_owned(),
        "1" => "{{ $value | printf \"%.4g\" }}".to_owned(),
        "%" => "{{ $value | printf \"%.4g\" }}%".to_owned(),
        unit => format!("{{{{ $value | printf \"%.4g\" }}}} {}", shown(unit)),
    }
}

/// The text of a threshold, in its unit.
pub(super) fn amount(number: f64, condition: &Condition) -> String {
    let Some(unit) = condition.unit else { return number.to_string() };
    match unit {
        "1" if is_share(&condition.node) => format!("{}%", percent(number)),
        "1" => number.to_string(),
        "%" => format!("{number}%"),
        "By" => format!("{number} bytes"),
        unit => format!("{number} {}", shown(unit)),
    }
}

/// A share as a percentage, with the digits that it has and without those of rounding: 0.0095 is 0.95.
pub(crate) fn percent(share: f64) -> f64 {
    (share * 1e14).round() / 1e12
}

/// The code of a unit, without the braces of an annotation.
fn shown(unit: &str) -> String {
    unit.replace(['{', '}'], "")
}

/// Whether the value is a share, not a count.
fn is_share(node: &Node) -> bool {
    match node {
        Node::Number { of, .. }
        | Node::Times { of, .. }
        | Node::Converted { of, .. }
        | Node::Recorded { of, .. }
        | Node::OrZero { of, .. } => is_share(of),
        Node::Complement(_) => true,
        Node::Level { select: Select { part: Part::Value, metric, .. }, .. } => metric.name.ends_with("utilization"),
        // The value can be that of either side.
        Node::Binary { op: Op::Or, left, right } => is_share(left) && is_share(right),
        Node::Binary { op, left, .. } if op.symbol() != "/" => is_share(left),
        Node::Binary { left, right, .. } => !is_mean(left, right),
        _ => false,
    }
}

/// Whether the quotient is the mean of a histogram, which has the histogram's unit.
fn is_mean(left: &Node, right: &Node) -> bool {
    match (left, right) {
        (Node::Over { select: sum, .. }, Node::Over { select: count, .. }) => {
            sum.part == Part::Sum && count.part == Part::Count && sum.metric == count.metric
        }
        _ => false,
    }
}
