//! Writes groups of rules as a file for Prometheus.
// Uses `alert`, `annotation`, `promql`, `rule`, `yaml`. Used by `rule`, `unit_test`.

use std::collections::HashSet;

use serde_norway::{Mapping, Value};

use super::alert::{check_groups, escaped};
use super::annotation;
use super::rule::{Rule, Rules};
use crate::promql::{Names, QueryError, duration, recorded_name};

/// Writes several groups of rules as one YAML file for Prometheus.
///
/// ```
/// use meterstick_catalog::promql::Names;
/// use meterstick_catalog::rules::{self, Rules};
///
/// let yaml = rules::to_yaml([&Rules::new("shop")], &Names::default())?;
/// assert_eq!(yaml, "groups:\n- name: shop\n  rules: []\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`QueryError`] for the first rule that cannot be written, or for a duplicate name.
pub fn to_yaml<'a>(groups: impl IntoIterator<Item = &'a Rules>, names: &Names) -> Result<String, QueryError> {
    let mut known = Known::default();
    let groups: Vec<_> = groups.into_iter().map(|rules| group(rules, names, &mut known)).collect::<Result<_, _>>()?;
    Ok(write(&map([("groups", Value::Sequence(groups))])))
}

/// The value as YAML.
pub(super) fn write(value: &Value) -> String {
    crate::yaml::to_string(value)
}

/// A map in the order of its entries.
pub(super) fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::Mapping(entries.into_iter().map(|(key, value)| (Value::from(key), value)).collect())
}

/// The names so far.
#[derive(Default)]
struct Known {
    groups: HashSet<String>,
    rules: HashSet<String>,
}

fn group(rules: &Rules, names: &Names, known: &mut Known) -> Result<Value, QueryError> {
    if rules.name.is_empty() {
        return Err(QueryError::Name(String::new()));
    }
    if !known.groups.insert(rules.name.clone()) {
        return Err(QueryError::Twice(rules.name.clone()));
    }
    let mut group = Mapping::from_iter([(Value::from("name"), Value::from(rules.name.as_str()))]);
    if let Some(interval) = &rules.interval {
        group.insert("interval".into(), duration(interval.clone()?).into());
    }
    let written: Vec<_> = rules.rules.iter().map(|one| rule(one, names, known)).collect::<Result<_, _>>()?;
    group.insert("rules".into(), Value::Sequence(written));
    Ok(Value::Mapping(group))
}

fn rule(rule: &Rule, names: &Names, known: &mut Known) -> Result<Value, QueryError> {
    let (key, name, expr, labels) = match rule {
        Rule::Record { name, labels, node } => {
            let name = match name {
                Some(name) => checked(name)?,
                None => recorded_name(node, names)?,
            };
            check_groups(node, labels.iter().map(|(label, _)| *label), names)?;
            let labels = labels.iter().map(|(label, value)| ((*label).to_owned(), value.clone())).collect();
            ("record", name, node.promql(names)?, labels)
        }
        Rule::Alert(alert) => {
            alert.check_labels(names)?;
            // The value of an alert's label is a template, like an annotation.
            let labels = alert.labels.iter().map(|(label, value)| (label.clone(), escaped(value))).collect();
            ("alert", alert.name.clone(), alert.condition.promql(names)?, labels)
        }
    };
    if name.is_empty() {
        return Err(QueryError::Name(name));
    }
    let labels: Vec<(String, String)> = labels;
    if !known.rules.insert(format!("{key} {name} {labels:?}")) {
        return Err(QueryError::Twice(name));
    }
    let mut written = Mapping::from_iter([(Value::from(key), Value::from(name)), ("expr".into(), expr.into())]);
    if let Rule::Alert(alert) = rule
        && let Some(lasting) = &alert.lasting
    {
        written.insert("for".into(), duration(lasting.clone()?).into());
    }
    if !labels.is_empty() {
        let labels = labels.iter().map(|(label, value)| (label.as_str(), Value::from(value.as_str())));
        written.insert("labels".into(), map(labels));
    }
    if let Rule::Alert(alert) = rule
        && !alert.annotations.is_empty()
    {
        let texts = alert
            .annotations
            .iter()
            .map(|(name, text)| annotation::template(text, alert, names).map(|text| (*name, Value::from(text))));
        written.insert("annotations".into(), map(texts.collect::<Result<Vec<_>, _>>()?));
    }
    Ok(Value::Mapping(written))
}

fn checked(name: &str) -> Result<String, QueryError> {
    let good = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | ':'))
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'));
    if good { Ok(name.to_owned()) } else { Err(QueryError::Name(name.to_owned())) }
}
