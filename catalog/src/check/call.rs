//! Infers the value of calls of functions, and checks what they are applied to.
// Uses `finding`, `functions`, `infer`, `labels`, `promql`, `series`, `unit`, `value`. No other module uses it.

use meterstick::InstrumentKind;
use promql_parser::parser::value::ValueType;
use promql_parser::parser::{Call, Expr, VectorSelector};

use super::finding::Rule;
use super::functions::{self, Gives, Over};
use super::infer::{Infer, name_of};
use super::labels::Labels;
use super::series::Part;
use super::unit::Unit;
use super::value::{Total, Value};
use crate::promql::selector_of;

impl Infer<'_> {
    /// The value of a call.
    pub(super) fn call(&mut self, call: &Call) -> Value {
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
                // The count and the sum of a total are totals themselves.
                let is_total = matches!(name, "histogram_sum" | "histogram_count");
                if let (Some(total), true) = (&of.total, native && !is_total) {
                    self.raw_counter(total);
                }
                let unit = of.buckets.and_then(|buckets| buckets.unit);
                let unit = match name {
                    "histogram_avg" => unit,
                    "histogram_stddev" => unit.map(Unit::difference),
                    _ => None,
                };
                let total = of.total.filter(|_| is_total);
                return Value { total, ..Value::of(unit, &of.from, of.labels) };
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
            Gives::Difference => of.unit.clone().map(Unit::difference),
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
            total: of.total.filter(|_| keeps_total),
            buckets: of.buckets.filter(|_| matches!(gives, Gives::Same | Gives::Difference | Gives::PerSecond)),
            most: of.most.filter(|_| matches!(name, "sort" | "sort_desc" | "max_over_time" | "avg_over_time")),
            from: of.from,
        }
    }

    /// Checks that a function is applied to the kind of series that it takes.
    fn over(&mut self, function: &str, over: Over, argument: &Expr, of: &Value) {
        if let (Expr::Subquery(_), Over::Counters, Some(Total { series, summed: true })) = (argument, over, &of.total) {
            let message = format!(
                "`{function}` of a sum of counters mistakes the restart of one for a restart of all: write `sum({function}({}[5m]))`",
                selector_of(series)
            );
            return self.find(Rule::RateOfSum, series, message);
        }
        let name = selected(argument).and_then(name_of);
        let Some((name, (series, part))) = name.and_then(|name| Some((name, self.known.series(name)?))) else {
            return;
        };
        if series.is_mixed {
            return;
        }
        let counter = series.is_counter(part);
        match over {
            Over::Counters if !counter && part != Part::Created => {
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
        if let Some(total) = &of.total {
            self.raw_counter(total);
        }
        labels.remove("le");
        let unit = if fraction { Some(Unit::one()) } else { buckets.unit };
        let most = buckets.last.filter(|_| !fraction).map(|last| (last, buckets.metric));
        Value { most, ..Value::of(unit, &of.from, labels) }
    }
}

/// The selector that a function is applied to: within a subquery, too, and within aggregations that keep what the series measure.
fn selected(argument: &Expr) -> Option<&VectorSelector> {
    match argument {
        Expr::MatrixSelector(matrix) => Some(&matrix.vs),
        Expr::VectorSelector(selector) => Some(selector),
        Expr::Paren(paren) => selected(&paren.expr),
        Expr::Subquery(subquery) => selected(&subquery.expr),
        Expr::Aggregate(aggregate) => {
            let keeps = ["sum", "min", "max", "avg", "topk", "bottomk", "limitk", "limit_ratio"];
            keeps.contains(&&*aggregate.op.to_string()).then(|| selected(&aggregate.expr))?
        }
        _ => None,
    }
}

fn lost_le(metric: &str) -> String {
    let of = if metric.is_empty() { String::new() } else { format!(" of `{metric}`") };
    format!("the buckets{of} have lost their `le`: keep it, with `sum by (le, ..)`")
}

fn with_article(kind: InstrumentKind) -> String {
    let kind = kind.to_string();
    let article = if kind.starts_with(['o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}
