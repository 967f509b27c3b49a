//! Writes annotations as templates, with values in their units.
// Uses `alert`, `promql`. Used by `file`.

use super::alert::{Alert, Annotation, escaped};
use crate::promql::{Condition, Names, Node, Part, QueryError, Select, is_label, quoted};

/// The annotation as a Go template for Prometheus.
pub(super) fn template(text: &Annotation, alert: &Alert, names: &Names) -> Result<String, QueryError> {
    let text = match text {
        Annotation::Template(template) => return Ok(template.clone()),
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
                let label = names.label(metric, *group);
                let label = if is_label(&label) {
                    format!("$labels.{label}")
                } else {
                    format!("index $labels {}", quoted(&label))
                };
                written.push_str(&format!("{{{{ {label} }}}}"));
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

/// The template of an alert's value, in its unit.
fn value(condition: &Condition) -> String {
    match condition.unit {
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
    match condition.unit {
        "1" if is_share(&condition.node) => format!("{}%", (number * 1e8).round() / 1e6),
        "1" => number.to_string(),
        "%" => format!("{number}%"),
        "By" => format!("{number} bytes"),
        unit => format!("{number} {}", shown(unit)),
    }
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
        Node::Binary { op, left, .. } if op.symbol() != "/" => is_share(left),
        Node::Binary { .. } => true,
        _ => false,
    }
}
