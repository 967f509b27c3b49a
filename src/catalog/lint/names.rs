//! How names and keys are written.

use std::collections::BTreeMap;

use super::{Found, Lint};
use crate::catalog::list::Catalog;
use crate::catalog::prometheus::{Prometheus, label};
use crate::declare::{Descriptor, InstrumentKind};

pub(super) fn check(metric: &Descriptor, found: &mut Found) {
    for (lint, fix) in spelling(metric.name) {
        found.add(metric, lint, fix);
    }
    if !metric.name.contains('.') {
        found.add(metric, Lint::NoNamespace, format!("say what it belongs to: `<application>.{}`", metric.name));
    }
    if metric.kind.is_sum()
        && let Some(("total", rest)) = metric.name.rsplit_once(['.', '_', '-', '/']).map(|(rest, last)| (last, rest))
    {
        found.add(metric, Lint::TotalInName, format!("name it `{rest}`: Prometheus adds `_total` by itself"));
    }
    if metric.description.trim().is_empty() {
        found.add(metric, Lint::NoDescription, "say what it measures with `.description(\"..\")`");
    } else if !metric.description.ends_with('.') {
        found.add(metric, Lint::DescriptionEnd, "end it with `.`");
    }
}

/// What is wrong with how a name or a key is written, and how it is right.
pub(super) fn spelling(name: &str) -> Vec<(Lint, String)> {
    let mut wrong = Vec::new();
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        wrong.push((Lint::UpperCase, format!("write `{}`", name.to_ascii_lowercase())));
    }
    if name.chars().any(|c| !c.is_ascii_alphanumeric() && c != '_' && c != '.') {
        let snake: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '_' }).collect();
        wrong.push((Lint::NotSnakeCase, format!("write `{snake}`")));
    }
    let parts: Vec<_> = name.split('.').collect();
    if parts.iter().any(|part| part.split('_').any(str::is_empty)) {
        let clean = |part: &&str| part.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
        let parts: Vec<_> = parts.iter().map(clean).filter(|part| !part.is_empty()).collect();
        wrong.push((Lint::Delimiters, format!("write `{}`", parts.join("."))));
    }
    if name == "otel" || name.starts_with("otel.") {
        wrong.push((Lint::Reserved, "name it after the application or the library".to_owned()));
    }
    wrong
}

/// Names that become one in Prometheus, those of a histogram's series among them.
pub(super) fn check_translations(catalog: &Catalog, found: &mut Found) {
    let mut names = BTreeMap::<String, &'static str>::new();
    for (metric, _) in catalog.sorted() {
        let name = Prometheus::of(metric).name;
        let mut all = vec![name.clone()];
        if metric.kind == InstrumentKind::Histogram && metric.exponential.is_none() {
            all.extend(["bucket", "sum", "count"].map(|series| format!("{name}_{series}")));
        }
        for name in all {
            match names.get(&name) {
                Some(other) if *other != metric.name => {
                    let fix = format!("rename it or `{other}`: both are `{name}` there");
                    found.add(metric, Lint::PrometheusClash, fix);
                }
                _ => {
                    names.insert(name, metric.name);
                }
            }
        }
        let mut labels = BTreeMap::<String, &'static str>::new();
        for field in metric.attributes {
            if let Some(other) = labels.insert(label(field.key), field.key) {
                let fix = format!("rename it or `{other}`: both are `{}` there", label(field.key));
                found.add_of(metric, field.key, Lint::PrometheusClash, fix);
            }
        }
    }
}
