//! Infers the value of operations between two expressions, and checks them.
// Uses `finding`, `infer`, `labels`, `unit`, `value`. No other module uses it.

use std::collections::BTreeSet;

use promql_parser::parser::value::ValueType;
use promql_parser::parser::{BinaryExpr, Expr, LabelModifier, VectorMatchCardinality};

use super::finding::Rule;
use super::infer::{Infer, listed};
use super::labels::Labels;
use super::unit::Unit;
use super::value::Value;

impl Infer<'_> {
    /// The value of an operation.
    pub(super) fn binary(&mut self, binary: &BinaryExpr) -> Value {
        let (left, right) = (self.value(&binary.lhs), self.value(&binary.rhs));
        self.combined(binary, left, right)
    }

    /// The value of an operation between two values. It is not a part of `binary`, which recurses and so needs a small stack
    /// frame.
    #[inline(never)]
    fn combined(&mut self, binary: &BinaryExpr, left: Value, right: Value) -> Value {
        let vectors = [&binary.lhs, &binary.rhs].map(|side| side.value_type() == ValueType::Vector);
        let op = binary.op.to_string();
        let labels = match vectors {
            [true, true] => self.matched(binary, &op, &left, &right),
            [false, true] => right.labels.clone(),
            _ => left.labels.clone(),
        };
        let comparison = binary.op.is_comparison_operator();
        if comparison {
            self.bounded(&op, &left, &right);
        }
        if comparison
            || matches!(&*op, "+" | "-" | "%")
            || op == "or" && !is_condition(&binary.lhs) && !is_condition(&binary.rhs)
        {
            self.same_unit(&op, &left, &right);
        }
        let is_bool = binary.modifier.as_ref().is_some_and(|modifier| modifier.return_bool);
        // A comparison keeps the value that it compares: the one of the series, if the other side is a number.
        let side =
            if vectors == [false, true] || left.number.is_some() && right.number.is_none() { &right } else { &left };
        let either = || left.unit.clone().or_else(|| right.unit.clone());
        let shifted = || match left.number.or(right.number) {
            Some(by) => either().map(|unit| unit.shifted(by)),
            None => either().map(Unit::moved),
        };
        let number = |by: fn(f64, f64) -> f64| left.number.zip(right.number).map(|(a, b)| by(a, b));
        let total = || left.total.clone().or_else(|| right.total.clone());
        let from = if left.from.is_empty() { right.from.clone() } else { left.from.clone() };
        let value = Value { labels, from, ..Value::unknown() };
        match &*op {
            _ if comparison && is_bool => Value { unit: Some(Unit::one()), ..value },
            _ if comparison => {
                // `total > 0` asks whether there is anything, which is valid for a total, too.
                let existence = left.number == Some(0.0) || right.number == Some(0.0);
                Value {
                    unit: side.unit.clone(),
                    total: side.total.clone().filter(|_| !existence),
                    most: side.most.clone(),
                    buckets: side.buckets.clone(),
                    ..value
                }
            }
            "+" => Value {
                unit: shifted(),
                number: number(|a, b| a + b),
                total: total(),
                buckets: left.buckets.or(right.buckets),
                ..value
            },
            "-" => {
                // The difference of two totals is what was added between them.
                let both = left.total.is_some() && right.total.is_some();
                let (unit, total) = (shifted().map(Unit::difference), total().filter(|_| !both));
                let buckets = left.buckets.or(right.buckets);
                Value { unit, number: number(|a, b| a - b), total, buckets, ..value }
            }
            "*" => {
                let unit = match (&left, &right) {
                    (Value { number: Some(factor), .. }, Value { unit: Some(unit), .. })
                    | (Value { unit: Some(unit), .. }, Value { number: Some(factor), .. }) => unit.scaled(*factor),
                    (Value { unit: Some(a), .. }, Value { unit: Some(b), .. }) => Some(a.times(b, 1)),
                    _ => None,
                };
                let most = match (&left, &right) {
                    (Value { number: Some(by), .. }, Value { most: Some((most, metric)), .. })
                    | (Value { most: Some((most, metric)), .. }, Value { number: Some(by), .. })
                        if *by > 0.0 =>
                    {
                        Some((most * by, metric.clone()))
                    }
                    _ => None,
                };
                let buckets = left.buckets.or(right.buckets);
                Value { unit, most, number: number(|a, b| a * b), total: total(), buckets, ..value }
            }
            "/" => {
                let unit = match (&left, &right) {
                    (Value { unit: Some(unit), .. }, Value { number: Some(by), .. }) => unit.divided(*by),
                    (Value { unit: Some(a), .. }, Value { unit: Some(b), .. }) => Some(a.times(b, -1)),
                    _ => None,
                };
                let most = left.most.clone().zip(right.number).filter(|(_, by)| *by > 0.0);
                let most = most.map(|((most, metric), by)| (most / by, metric));
                // A ratio of buckets is a ratio for each boundary.
                let buckets = left.buckets.filter(|_| right.buckets.is_none());
                Value { unit, most, number: number(|a, b| a / b), total: total(), buckets, ..value }
            }
            "%" => Value { unit: left.unit, total: left.total, buckets: left.buckets, ..value },
            "^" => Value { number: number(f64::powf), ..value },
            "or" => Value { unit: either(), total: total(), buckets: left.buckets.or(right.buckets), ..value },
            "and" | "unless" => Value { labels: value.labels, ..left },
            _ => value,
        }
    }

    /// The labels of the result. Checks that some series of the two sides match.
    fn matched(&mut self, binary: &BinaryExpr, op: &str, left: &Value, right: &Value) -> Labels {
        let modifier = binary.modifier.as_ref();
        let set = matches!(op, "and" | "or" | "unless");
        match modifier.and_then(|modifier| modifier.matching.as_ref()) {
            Some(LabelModifier::Include(on)) => {
                for label in &on.labels {
                    self.has_label(left, label, ", by which `on` matches");
                    self.has_label(right, label, ", by which `on` matches");
                }
            }
            matching if op != "or" => {
                let ignored: &[String] = match matching {
                    Some(LabelModifier::Exclude(labels)) => &labels.labels,
                    _ => &[],
                };
                if let (Some(a), Some(b)) = (left.labels.closed(), right.labels.closed()) {
                    let left_over = |labels: &BTreeSet<String>| -> Vec<String> {
                        labels.iter().filter(|label| !ignored.contains(label)).cloned().collect()
                    };
                    let (a, b) = (left_over(a), left_over(b));
                    if a != b {
                        let message = format!(
                            "nothing matches: the left side of `{op}` has {}, and the right side {}; match by common labels, with `on(..)`",
                            listed(&a),
                            listed(&b)
                        );
                        self.find(Rule::NoMatch, op, message);
                    }
                }
            }
            _ => {}
        }
        if op == "or" {
            return left.labels.union(&right.labels);
        }
        let many = |side: &Value, more: &promql_parser::label::Labels| {
            let mut labels = side.labels.clone();
            more.labels.iter().for_each(|label| labels.add(label));
            labels
        };
        match modifier.map(|modifier| (&modifier.card, &modifier.matching)) {
            Some((VectorMatchCardinality::ManyToOne(more), _)) => {
                more.labels.iter().for_each(|label| self.has_label(right, label, ", which `group_left` takes"));
                many(left, more)
            }
            Some((VectorMatchCardinality::OneToMany(more), _)) => {
                more.labels.iter().for_each(|label| self.has_label(left, label, ", which `group_right` takes"));
                many(right, more)
            }
            // A comparison filters: it keeps the left side's value.
            Some((_, Some(LabelModifier::Include(on)))) if !set && !binary.op.is_comparison_operator() => {
                Labels::of(on.labels.iter().cloned())
            }
            _ => left.labels.clone(),
        }
    }

    /// Checks a threshold against the range of possible values.
    fn bounded(&mut self, op: &str, left: &Value, right: &Value) {
        let (most, metric, threshold, op) = match (left, right) {
            (Value { most: Some((most, metric)), .. }, Value { number: Some(threshold), .. }) => {
                (*most, metric, *threshold, op)
            }
            (Value { number: Some(threshold), .. }, Value { most: Some((most, metric)), .. }) => {
                let turned = match op {
                    "<" => ">",
                    "<=" => ">=",
                    ">" => "<",
                    ">=" => "<=",
                    other => other,
                };
                (*most, metric, *threshold, turned)
            }
            _ => return,
        };
        let what = match op {
            ">" if threshold >= most => "never more than",
            ">=" if threshold > most => "never as much as",
            "<" if threshold > most => "always less than",
            "<=" if threshold >= most => "always no more than",
            "==" if threshold > most => "never",
            _ => return,
        };
        let series = if left.from.is_empty() { right } else { left };
        let unit = series.unit.as_ref().map(|unit| format!(" {}", unit.text)).unwrap_or_default();
        let message =
            format!("the quantiles of `{metric}` end at its last boundary, {most}{unit}: this is {what} {threshold}");
        self.find(Rule::NeverTrue, &threshold.to_string(), message);
    }

    /// Checks that both sides have the same unit, if both are known.
    fn same_unit(&mut self, op: &str, left: &Value, right: &Value) {
        let (Some(a), Some(b)) = (&left.unit, &right.unit) else { return };
        if a.is(b) {
            return;
        }
        let how = if a.same_dimension(b) { "convert one of the two" } else { "they do not measure the same thing" };
        let of = |value: &Value| if value.from.is_empty() { String::new() } else { format!(" (of `{}`)", value.from) };
        let message = format!("`{op}` is between `{}`{} and `{}`{}: {how}", a.text, of(left), b.text, of(right));
        self.find(Rule::Units, &right.from, message);
    }
}

/// Whether the expression is a condition: `or` of two conditions needs no matching units.
fn is_condition(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(paren) => is_condition(&paren.expr),
        Expr::Binary(binary) => {
            binary.op.is_comparison_operator() || is_condition(&binary.lhs) || is_condition(&binary.rhs)
        }
        Expr::Aggregate(aggregate) => is_condition(&aggregate.expr),
        _ => false,
    }
}
