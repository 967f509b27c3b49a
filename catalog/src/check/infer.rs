//! Infers the value of an expression (unit, labels, kind of series), and finds mistakes on the way.
// Uses `finding`, `functions`, `known`, `labels`, `matching`, `query`, `shown`, `unit`, `value`, `variables`. Used by
// `binary`, `check`, `shown`.

use std::collections::{BTreeSet, HashMap};

use meterstick::InstrumentKind;
use promql_parser::label::Matcher;
use promql_parser::parser::value::ValueType;
use promql_parser::parser::{AggregateExpr, Call, Expr, LabelModifier, VectorSelector, parse};

use super::finding::{Findings, Rule};
use super::functions::{self, Gives, Over};
use super::known::{Known, Part, Series};
use super::labels::{Labels, meant_label};
use super::matching;
use super::query::{Context, Query};
use super::unit::Unit;
use super::value::{Buckets, Total, Value};
use super::{shown, variables};

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
        let series = &total.series;
        let message = format!(
            "`{series}` is a counter, whose total depends on how long the process has run: take `rate({series}[5m])` or `increase(..)`"
        );
        infer.find(Rule::RawCounter, series, message);
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

/// The number of parentheses and operators in a query, outside of braces and of texts.
fn operators(query: &str) -> usize {
    let (mut quote, mut is_escaped, mut braces, mut count) = (None, false, 0_usize, 0);
    for c in query.chars() {
        match (c, quote) {
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
    count + query.split_whitespace().filter(|word| ["and", "or", "unless"].contains(word)).count()
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

    pub(super) fn value(&mut self, expr: &Expr) -> Value {
        match expr {
            Expr::Paren(paren) => self.value(&paren.expr),
            Expr::Subquery(subquery) => self.value(&subquery.expr),
            Expr::Unary(unary) => {
                let value = self.value(&unary.expr);
                Value { number: value.number.map(|number| -number), most: None, ..value }
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
        let named = matchers().find(|matcher| matcher.name == "__name__");
        let name = match (&selector.name, named) {
            (Some(name), _) => name.clone(),
            (None, Some(matcher)) => match matching::exact(matcher) {
                Some(name) => name.to_owned(),
                None => {
                    // Only Prometheus knows which series exist, so every metric that can match counts as used.
                    self.used.extend(self.known.named(|name| matcher.is_match(name)));
                    return Value::unknown();
                }
            },
            (None, None) => return Value::unknown(),
        };
        if variables::is_variable(&name) {
            return Value::unknown();
        }
        if let Some((series, part)) = self.known.series(&name) {
            self.used.insert(series.metric.name.clone());
            for matcher in matchers().filter(|matcher| matcher.name != "__name__") {
                self.matcher(series, part, &name, matcher);
            }
            return of_series(series, part, &name);
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
            (Some(Some(successor)), _) => format!("it was removed from the catalogue, and `{successor}` replaces it"),
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

    fn call(&mut self, call: &Call) -> Value {
        let name = call.func.name;
        let arguments: Vec<Value> = call.args.args.iter().map(|argument| self.value(argument)).collect();
        match name {
            "histogram_quantile" | "histogram_fraction" => return self.quantile(name, call, arguments),
            "histogram_avg" | "histogram_stddev" | "histogram_sum" | "histogram_count" | "histogram_stdvar" => {
                let Some(of) = arguments.into_iter().next() else { return Value::unknown() };
                let native = of.buckets.as_ref().map_or(of.unit.is_none(), |buckets| buckets.native);
                if !native && !of.from.is_empty() {
                    let message = format!(
                        "`{name}` is for native histograms, and `{}` is not one: for a histogram with boundaries, use `.._sum` and `.._count`",
                        of.from
                    );
                    self.find(Rule::NotBuckets, &of.from, message);
                }
                let unit = of
                    .buckets
                    .and_then(|buckets| buckets.unit)
                    .filter(|_| matches!(name, "histogram_avg" | "histogram_stddev"));
                return Value::of(unit, &of.from, of.labels);
            }
            _ => {}
        }
        let (gives, over, keeps_total) = functions::of(name);
        // The series are the first argument that is not a scalar: for some functions, not the first one.
        let at = call.args.args.iter().position(|argument| argument.value_type() != ValueType::Scalar);
        let Some(at) = at else {
            let unit = (gives == Gives::Seconds).then(Unit::seconds);
            let number = arguments.first().and_then(|value| value.number).filter(|_| name == "vector");
            return Value { number, unit, labels: Labels::none(), ..Value::unknown() };
        };
        let of = arguments[at].clone();
        self.over(name, over, &call.args.args[at], &of);
        let unit = match gives {
            Gives::Same => of.unit.clone(),
            Gives::PerSecond => of.unit.as_ref().map(Unit::per_second),
            Gives::Count => Some(Unit::one()),
            Gives::Seconds => Some(Unit::seconds()),
            Gives::Unknown => None,
        };
        let mut labels = match name {
            "scalar" | "vector" => Labels::none(),
            "absent" | "absent_over_time" => Labels::any(),
            _ => of.labels.clone(),
        };
        match (name, &call.args.args[..]) {
            ("label_replace", [_, to, _, from, ..]) => {
                if let (Expr::StringLiteral(to), Expr::StringLiteral(from)) = (&**to, &**from) {
                    if !from.val.is_empty() {
                        self.has_label(&of, &from.val, "");
                    }
                    labels.add(&to.val);
                }
            }
            ("label_join", [_, to, _, from @ ..]) => {
                for from in from {
                    if let Expr::StringLiteral(from) = &**from {
                        self.has_label(&of, &from.val, "");
                    }
                }
                if let Expr::StringLiteral(to) = &**to {
                    labels.add(&to.val);
                }
            }
            _ => {}
        }
        Value {
            unit,
            labels,
            number: None,
            total: of.total.filter(|_| keeps_total && gives == Gives::Same),
            buckets: of.buckets.filter(|_| matches!(gives, Gives::Same | Gives::PerSecond)),
            most: of.most.filter(|_| matches!(name, "sort" | "sort_desc" | "max_over_time" | "avg_over_time")),
            from: of.from,
        }
    }

    /// Checks that a function is applied to the kind of series that it takes.
    fn over(&mut self, function: &str, over: Over, argument: &Expr, of: &Value) {
        let selector = match argument {
            Expr::MatrixSelector(matrix) => matrix.vs.name.as_deref(),
            Expr::Subquery(_) => {
                if let (Over::Counters, Some(Total { series, summed: true })) = (over, &of.total) {
                    let message = format!(
                        "`{function}` of a sum of counters mistakes the restart of one for a restart of all: write `sum({function}({series}[5m]))`"
                    );
                    self.find(Rule::RateOfSum, series, message);
                }
                return;
            }
            _ => return,
        };
        let Some((name, (series, part))) = selector.and_then(|name| Some((name, self.known.series(name)?))) else {
            return;
        };
        let counter = is_counter(series, part);
        match over {
            Over::Counters if !counter && part != Part::Created && !is_native(series, part) => {
                let message = format!(
                    "`{function}` is for counters, and `{name}` is {}: it treats each decrease as a restart; use `delta` or `deriv`, or the value itself",
                    with_article(series.metric.kind)
                );
                self.find(Rule::NotACounter, name, message);
            }
            Over::Levels if counter => {
                let message = format!(
                    "`{function}` is for gauges, and `{name}` is a counter: use `increase`, which handles restarts"
                );
                self.find(Rule::RawCounter, name, message);
            }
            _ => {}
        }
    }

    fn quantile(&mut self, function: &str, call: &Call, arguments: Vec<Value>) -> Value {
        let fraction = function == "histogram_fraction";
        if !fraction
            && let Some(quantile) = arguments[0].number
            && !(0.0..=1.0).contains(&quantile)
        {
            let message = format!("a quantile is a number from 0 to 1, and this is {quantile}");
            self.find(Rule::NeverTrue, &quantile.to_string(), message);
        }
        let Some(of) = arguments.into_iter().next_back() else { return Value::unknown() };
        let argument = call.args.args.last().map(ToString::to_string).unwrap_or_default();
        let mut labels = of.labels.clone();
        let Some(buckets) = of.buckets else {
            // For a metric outside of the catalogue, the name shows whether it has buckets.
            let lost = of.labels.closed().is_some_and(|labels| !labels.contains("le"));
            if of.from.is_empty() && argument.contains("_bucket") && lost {
                self.find(Rule::NotBuckets, "histogram_quantile", lost_le(""));
            } else if !of.from.is_empty() && of.unit.is_some() {
                let message = format!(
                    "`{function}` needs buckets, and `{}` has none: use the series `.._bucket` of a histogram",
                    of.from
                );
                self.find(Rule::NotBuckets, &of.from, message);
            }
            labels.remove("le");
            return Value { labels, ..Value::unknown() };
        };
        if let Some(op) = buckets.averaged {
            let message = format!(
                "`{function}` needs sums of buckets, and these went through `{op}`: write `sum by (le, ..) (rate(..))`"
            );
            self.find(Rule::NotBuckets, op, message);
        } else if !buckets.native && of.labels.known.as_ref().is_some_and(|labels| !labels.contains("le")) {
            self.find(Rule::NotBuckets, "histogram_quantile", lost_le(&buckets.metric));
        }
        labels.remove("le");
        let unit = if fraction { Some(Unit::one()) } else { buckets.unit };
        let most = buckets.last.filter(|_| !fraction).map(|last| (last, buckets.metric));
        Value { most, ..Value::of(unit, &of.from, labels) }
    }
}

fn of_series(series: &Series, part: Part, name: &str) -> Value {
    let metric = &series.metric;
    let mut labels = match &series.attributes {
        Some(attributes) => Labels { known: Some(attributes.keys().cloned().collect()), target: true },
        None => Labels::any(),
    };
    let unit = match part {
        Part::Value if is_native(series, part) => None,
        Part::Value | Part::Sum => series.unit.clone(),
        Part::Bucket | Part::Count => Some(Unit::one()),
        Part::Created => Some(Unit::seconds()),
    };
    if part == Part::Bucket {
        labels.add("le");
    }
    let buckets = (part == Part::Bucket || is_native(series, part)).then(|| Buckets {
        metric: metric.name.clone(),
        unit: series.unit.clone(),
        // Exponential buckets extend to the recorded values.
        last: metric.boundaries.last().copied().filter(|_| metric.exponential.is_none()),
        averaged: None,
        native: part == Part::Value,
    });
    // The total of an uptime is used directly.
    let uptime = metric.name.contains("uptime");
    let total = (is_counter(series, part) && !uptime).then(|| Total { series: name.to_owned(), summed: false });
    Value { total, buckets, ..Value::of(unit, name, labels) }
}

fn is_counter(series: &Series, part: Part) -> bool {
    match part {
        Part::Bucket | Part::Sum | Part::Count => true,
        Part::Value => {
            matches!(series.metric.kind, InstrumentKind::Counter | InstrumentKind::ObservableCounter)
        }
        Part::Created => false,
    }
}

fn is_native(series: &Series, part: Part) -> bool {
    part == Part::Value && series.metric.kind == InstrumentKind::Histogram
}

fn lost_le(metric: &str) -> String {
    let of = if metric.is_empty() { String::new() } else { format!(" of `{metric}`") };
    format!("the buckets{of} have lost their `le`: keep it, with `sum by (le, ..)`")
}

pub(super) fn listed(labels: &[String]) -> String {
    if labels.is_empty() { "none".to_owned() } else { format!("`{}`", labels.join("`, `")) }
}

fn with_article(kind: InstrumentKind) -> String {
    let kind = kind.to_string();
    let article = if kind.starts_with(['o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}
