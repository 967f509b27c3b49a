//! Several catalogues: what is true in one of them is no mistake.

use meterstick::catalog::Translation;
use meterstick::prelude::*;
use meterstick::unit::{Millis, One, Seconds};
use meterstick_catalog::check::{Check, Rule};
use meterstick_catalog::document::Document;
use meterstick_catalog::promql::Names;

use super::wrong;

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a query names its values")]
enum Plan {
    Free,
    Paid,
}

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a query names its values")]
enum Offer {
    Paid,
    Trial,
}

#[derive(Clone, Copy, Attributes)]
struct Planned {
    plan: Plan,
}

#[derive(Clone, Copy, Attributes)]
struct Offered<'a> {
    plan: Offer,
    route: &'a str,
}

const ONE: Metric<Histogram<f64, Seconds, Planned>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("http.duration")
    .attributes::<Planned>()
    .boundaries(&[Seconds(0.1), Seconds(1.0)]);
const TWO: Metric<Histogram<f64, Seconds, Offered<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("http.duration")
    .attributes::<Offered>()
    .boundaries(&[Seconds(0.5), Seconds(1.0), Seconds(5.0)]);

/// What is found in queries, by one catalogue and another one.
fn found_by(catalogues: &[Document; 2], names: Names, queries: &[&str]) -> Vec<String> {
    let mut check = Check::with_names(&catalogues[0], names);
    check.also(&catalogues[1]);
    let rules = queries.iter().enumerate().map(|(at, query)| format!("  - {{record: 'a{at}', expr: '{query}'}}\n"));
    check.rules("rules.yaml", &format!("groups:\n- name: a\n  rules:\n{}", rules.collect::<String>()));
    wrong(&check.findings())
}

/// What is found in a query, by two catalogues in either order.
#[track_caller]
fn found(query: &str) -> Vec<String> {
    let catalogues = || [Document::of(&meterstick::catalog![ONE]), Document::of(&meterstick::catalog![TWO])];
    let [one, two] = catalogues();
    let found = found_by(&catalogues(), Names::default(), &[query]);
    assert_eq!(found, found_by(&[two, one], Names::default(), &[query]), "{query}");
    found
}

#[test]
fn a_metric_of_two_programs_has_the_labels_the_values_and_the_boundaries_of_both() {
    for query in [
        "sum by (plan, route) (rate(http_duration_seconds_count[5m]))",
        "sum(rate(http_duration_seconds_count{plan=~\"free|paid\", route=\"/\"}[5m]))",
        "sum(rate(http_duration_seconds_count{plan=\"trial\"}[5m]))",
        "sum(rate(http_duration_seconds_bucket{le=\"0.1\"}[5m])) / sum(rate(http_duration_seconds_bucket{le=\"0.5\"}[5m]))",
        "histogram_quantile(0.99, sum by (le) (rate(http_duration_seconds_bucket[5m]))) > 2",
    ] {
        assert_eq!(found(query), <[String; 0]>::default(), "{query}");
    }
    for (query, rule, says) in [
        ("sum by (plam) (rate(http_duration_seconds_count[5m]))", Rule::UnknownLabel, "did you mean `plan`?"),
        ("rate(http_duration_seconds_count{plan=\"none\"}[5m])", Rule::UnknownValue, "`free`, `paid`, `trial`"),
        ("rate(http_duration_seconds_bucket{le=\"0.6\"}[5m])", Rule::NotABoundary, "its nearest is 0.5 s"),
        (
            "histogram_quantile(0.99, sum by (le) (rate(http_duration_seconds_bucket[5m]))) > 5",
            Rule::NeverTrue,
            "end at its last boundary, 5 s",
        ),
    ] {
        let found = found(query);
        assert!(
            found.len() == 1 && found[0].starts_with(rule.name()) && found[0].contains(says),
            "{query}: {found:#?}"
        );
    }
}

#[test]
fn what_two_programs_say_differently_is_unknown() {
    const COUNTER: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("jobs");
    const GAUGE: Metric<Gauge<u64, One>> = Meter::gauge::<u64>().unit::<One>().name("jobs");
    const SECONDS: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>().unit::<Seconds>().name("age");
    const MILLIS: Metric<Gauge<f64, Millis>> = Meter::gauge::<f64>().unit::<Millis>().name("age");
    let catalogues =
        [Document::of(&meterstick::catalog![COUNTER, SECONDS]), Document::of(&meterstick::catalog![GAUGE, MILLIS])];
    let names = Names::new(Translation::UnderscoreEscapingWithoutSuffixes);
    let queries = [
        "rate(jobs[5m])",
        "delta(jobs[5m])",
        "jobs",
        "age > age offset 5m",
        "age + time()",
        "age + sum(rate(jobs[5m]))",
    ];
    assert_eq!(found_by(&catalogues, names, &queries), <[String; 0]>::default());
    let twice = [Document::of(&meterstick::catalog![GAUGE]), Document::of(&meterstick::catalog![GAUGE])];
    assert_eq!(found_by(&twice, names, &["rate(jobs[5m])"]).len(), 1);
}

#[test]
fn a_metric_is_used_in_whichever_catalogue_it_is() {
    let one = || Document::of(&meterstick::catalog![ONE]);
    let mut check = Check::new(&one());
    check.also(&one());
    check.rules(
        "rules.yaml",
        "groups: [{name: a, rules: [{record: b, expr: 'rate(http_duration_seconds_count[5m])'}]}]",
    );
    assert_eq!(check.findings(), []);
}
