//! Infers the value of an expression (unit, labels, kind of series), and finds mistakes on the way.
// Uses `finding`, `known`, `labels`, `matching`, `promql`, `query`, `series`, `shown`, `unit`, `value`, `variables`.
// Used by `binary`, `call`, `check`, `shown`.

use std::collections::{BTreeSet, HashMap};

use promql_parser::label::Matcher;
use promql_parser::parser::{AggregateExpr, Expr, LabelModifier, VectorSelector, parse};

use super::finding::{Findings, Rule};
use super::known::Known;
use super::labels::{Labels, meant_label};
use super::matching;
use super::query::{Context, Query};
use super::series::{Part, Series};
use super::unit::Unit;
use super::value::{Total, Value};
use super::{shown, variables};
use crate::promql::selector_of;

/// The value of a query, without looking for mistakes.
pub(super) fn silently(query: &Query, expr: &Parsed, known: &Known) -> Value {
    let mut infer = Infer { query, known, unknown: None, used: BTreeSet::new(), found: Vec::new() };
    let Ok(expr) = expr else { return Value::unknown() };
    let mut value = infer.value(expr);
    if let Context::Record { labels, .. } = &query.context {
        labels.iter().for_each(|label| value.labels.add(label));
    }
    value
}

/// Looks for mistakes in a query.
pub(super) fn check(
    query: &Query,
    expr: &Parsed,
    known: &Known,
    unknown: &mut Unknown,
    used: &mut BTreeSet<String>,
    findings: &mut Findings,
) {
    let expr = match expr {
        Ok(expr) => expr,
        Err(reason) => return findings.unparsed(&query.file, query.line, reason),
    };
    let mut infer = Infer { query, known, unknown: Some(unknown), used: BTreeSet::new(), found: Vec::new() };
    let value = infer.value(expr);
    if let (Some(total), false) = (&value.total, matches!(query.context, Context::Variable { .. } | Context::Template))
    {
        infer.raw_counter(total);
    }
    shown::check(&mut infer, &value);
    for (rule, line, message) in infer.found {
        findings.add(rule, &query.file, line, message);
    }
    used.append(&mut infer.used);
}

/// The messages about unknown names. Each is compared with every name of the catalogue, which takes time, and occurs in many
/// panels.
pub(super) type Unknown = HashMap<String, String>;

/// A parsed query, or why it cannot be parsed.
pub(super) type Parsed = Result<Expr, String>;

/// The maximum number of parentheses and operators in a query: the parser and the check recurse that deep.
const MOST_OPERATORS: usize = 200;

/// The number of parentheses and operators in a query, outside of braces, texts and comments.
fn operators(query: &str) -> usize {
    let (mut quote, mut is_escaped, mut is_comment, mut braces, mut count) = (None, false, false, 0_usize, 0);
    for c in query.chars() {
        is_comment = c != '\n' && (is_comment || (c == '#' && quote.is_none()));
        match (c, quote) {
            _ if is_comment => {}
            (_, Some(_)) if is_escaped => is_escaped = false,
            ('\\', Some('"' | '\'')) => is_escaped = true,
            (_, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('"' | '\'' | '`', None) => quote = Some(c),
            ('{', None) => braces += 1,
            ('}', None) => braces = braces.saturating_sub(1),
            ('(' | '+' | '-' | '*' | '/' | '%' | '^' | '<' | '>' | '=', None) if braces == 0 => count += 1,
            _ => {}
        }
    }
    count + query.split_whitespace().filter(|word| ["and", "or", "unless", "atan2"].contains(word)).count()
}

pub(super) fn parsed(query: &Query) -> Parsed {
    if operators(&query.text) > MOST_OPERATORS {
        return Err(format!("a query with more than {MOST_OPERATORS} parentheses and operators is not checked"));
    }
    let dashboard = matches!(query.context, Context::Panel { .. } | Context::Variable { .. });
    let ways = if dashboard { variables::substitute(&query.text) } else { vec![query.text.clone()] };
    let mut first = None;
    for way in ways {
        match parse(&way) {
            Ok(expr) => return Ok(expr),
            Err(reason) => {
                first.get_or_insert(reason);
            }
        }
    }
    Err(first.unwrap_or_default())
}

pub(super) struct Infer<'a> {
    pub(super) query: &'a Query,
    pub(super) known: &'a Known,
    /// The messages about unknown names; `None` if no mistakes are looked for.
    unknown: Option<&'a mut Unknown>,
    used: BTreeSet<String>,
    pub(super) found: Vec<(Rule, usize, String)>,
}

impl Infer<'_> {
    /// Adds a finding, at the line of a part of the query.
    pub(super) fn find(&mut self, rule: Rule, part: &str, message: String) {
        self.found.push((rule, self.query.line_of(part), message));
    }

    /// Adds a finding that the total of a counter is used directly.
    pub(super) fn raw_counter(&mut self, total: &Total) {
        let series = &total.series;
        let message = format!(
            "`{series}` is a counter, whose total depends on how long the process has run: take `rate({}[5m])` or `increase(..)`",
            selector_of(series)
        );
        self.find(Rule::RawCounter, series, message);
    }

    pub(super) fn value(&mut self, expr: &Expr) -> Value {
        match expr {
            Expr::Paren(paren) => self.value(&paren.expr),
            Expr::Subquery(subquery) => self.value(&subquery.expr),
            Expr::Unary(unary) => {
                let value = self.value(&unary.expr);
                // What a negated temperature is added to makes it a difference.
                let unit = value.unit.map(Unit::difference);
                Value { unit, number: value.number.map(|number| -number), most: None, ..value }
            }
            Expr::NumberLiteral(literal) if literal.val == variables::NUMBER => {
                Value { labels: Labels::none(), ..Value::unknown() }
            }
            Expr::NumberLiteral(literal) => Value::number(literal.val),
            Expr::VectorSelector(selector) => self.selector(selector),
            Expr::MatrixSelector(selector) => self.selector(&selector.vs),
            Expr::Aggregate(aggregate) => self.aggregate(aggregate),
            Expr::Call(call) => self.call(call),
            Expr::Binary(binary) => self.binary(binary),
            Expr::StringLiteral(_) | Expr::Extension(_) => Value::unknown(),
        }
    }

    /// The value of a selector.
    fn selector(&mut self, selector: &VectorSelector) -> Value {
        let matchers = || selector.matchers.matchers.iter().chain(selector.matchers.or_matchers.iter().flatten());
        let Some(name) = name_of(selector).map(str::to_owned) else {
            // Only Prometheus knows which series exist, so every metric that can match counts as used.
            for named in matchers().filter(|matcher| matcher.name == "__name__") {
                self.used.extend(self.known.named(|name| named.is_match(name)));
            }
            return Value::unknown();
        };
        if variables::is_variable(&name) {
            return Value::unknown();
        }
        if let Some((series, part)) = self.known.series(&name) {
            self.used.insert(series.metric.name.clone());
            for matcher in matchers().filter(|matcher| matcher.name != "__name__") {
                self.matcher(series, part, &name, matcher);
            }
            return series.value(part, &name);
        }
        if let Some(recorded) = self.known.recorded.get(&name) {
            let mut value = recorded.clone();
            value.from = name;
            value.labels.target = true;
            (value.total, value.number) = (None, None);
            return value;
        }
        if let Some(unknown) = self.unknown.as_mut().filter(|_| !self.known.is_other(&name)) {
            let message = unknown.entry(name.clone()).or_insert_with(|| self.known.unknown(&name)).clone();
            self.find(Rule::UnknownMetric, &name, message);
        }
        Value::unknown()
    }

    fn matcher(&mut self, series: &Series, part: Part, name: &str, matcher: &Matcher) {
        let label = &matcher.name;
        if label == "le" && part == Part::Bucket {
            if let Some(message) = matching::boundary(&series.metric, matcher) {
                self.find(Rule::NotABoundary, &matcher.value, message);
            }
            return;
        }
        let Some(attributes) = &series.attributes else { return };
        match attributes.get(label) {
            Some(at) => {
                let attribute = &series.metric.attributes[*at];
                if let Some(message) = matching::value(attribute, label, matcher) {
                    self.find(Rule::UnknownValue, &matcher.value, message);
                }
            }
            None if self.known.is_target_label(label) => {}
            None => {
                self.unknown_label(
                    &format!("`{name}`"),
                    label,
                    "",
                    Some(series),
                    attributes.keys().map(String::as_str),
                );
            }
        }
    }

    /// Checks that the series still have a label at this point of the expression.
    pub(super) fn has_label(&mut self, value: &Value, label: &str, by: &str) {
        let Some(known) = &value.labels.known else { return };
        let target = value.labels.target && self.known.is_target_label(label);
        if known.contains(label) || target || variables::is_variable(label) || label == "__name__" {
            return;
        }
        let what = match (&*value.from, value.labels.target) {
            ("", _) => "the expression".to_owned(),
            (from, true) => format!("`{from}`"),
            (from, false) => format!("what is left of `{from}`"),
        };
        let series = self.known.series(&value.from).map(|(series, _)| series);
        self.unknown_label(&what, label, by, series, known.iter().map(String::as_str));
    }

    /// Reports an unknown label; `by` says what uses it.
    fn unknown_label<'l>(
        &mut self,
        what: &str,
        label: &str,
        by: &str,
        series: Option<&Series>,
        labels: impl Iterator<Item = &'l str> + Clone,
    ) {
        if self.unknown.is_none() {
            return;
        }
        let gone = series.and_then(|series| self.known.gone_label(&series.metric.name, label));
        let instead = match (gone, meant_label(label, labels.clone())) {
            (Some(Some(successor)), _) => format!("it was removed from the catalogue, and {successor}"),
            (Some(None), _) => "it was removed from the catalogue".to_owned(),
            (None, Some(meant)) => format!("did you mean `{meant}`?"),
            (None, None) => match labels.collect::<Vec<_>>()[..] {
                [] => "it has no labels".to_owned(),
                ref labels => format!("it has `{}`", labels.join("`, `")),
            },
        };
        self.find(Rule::UnknownLabel, label, format!("{what} has no label `{label}`{by}: {instead}"));
    }

    fn aggregate(&mut self, aggregate: &AggregateExpr) -> Value {
        let inner = self.value(&aggregate.expr);
        let parameter = aggregate.param.as_ref().map(|parameter| self.value(parameter));
        let op = aggregate.op.to_string();
        let labels = match &aggregate.modifier {
            Some(LabelModifier::Include(labels)) => {
                for label in &labels.labels {
                    self.has_label(&inner, label, "");
                }
                if labels.labels.iter().any(|label| variables::is_variable(label)) {
                    Labels::any()
                } else {
                    Labels::of(labels.labels.iter().cloned())
                }
            }
            Some(LabelModifier::Exclude(labels)) => {
                let mut left = inner.labels.clone();
                labels.labels.iter().for_each(|label| left.remove(label));
                left
            }
            None => Labels::none(),
        };
        let keeps = matches!(&*op, "topk" | "bottomk" | "limitk" | "limit_ratio");
        let mut value = Value { number: None, labels: if keeps { inner.labels.clone() } else { labels }, ..inner };
        match &*op {
            "count" | "group" | "count_values" => {
                value.unit = Some(Unit::one());
                (value.total, value.buckets, value.most) = (None, None, None);
                if let (Some(parameter), "count_values") = (&aggregate.param, &*op)
                    && let Expr::StringLiteral(label) = &**parameter
                {
                    value.labels.add(&label.val);
                }
            }
            "sum" => value.most = None,
            "stdvar" => (value.unit, value.most, value.buckets) = (None, None, None),
            "avg" | "min" | "max" | "stddev" | "quantile" => {
                if op == "stddev" {
                    value.unit = value.unit.map(Unit::difference);
                }
                let op = match &*op {
                    "avg" => "avg",
                    "min" => "min",
                    "max" => "max",
                    _ => "an aggregation",
                };
                if let Some(buckets) = &mut value.buckets {
                    buckets.averaged = Some(op);
                }
            }
            _ => {}
        }
        if let Some(total) = &mut value.total {
            total.summed |= !keeps;
        }
        drop(parameter);
        value
    }
}

pub(super) fn listed(labels: &[String]) -> String {
    if labels.is_empty() { "none".to_owned() } else { format!("`{}`", labels.join("`, `")) }
}

/// The name of the series that a selector selects, however it is written; `None` if there can be several.
pub(super) fn name_of(selector: &VectorSelector) -> Option<&str> {
    if selector.name.is_some() {
        return selector.name.as_deref();
    }
    let matchers = &selector.matchers;
    if !matchers.or_matchers.is_empty() {
        return None;
    }
    matchers.matchers.iter().filter(|matcher| matcher.name == "__name__").find_map(matching::exact)
}
