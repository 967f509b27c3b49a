//! Weaver's resolved registry, as `weaver registry resolve -f json` writes it, reduced to facts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::Result;
use crate::facts::{Attribute, Facts, Instrument, Level, Metric, Number, Stability, Type};

pub fn read(path: &Path) -> Result<Facts> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let registry: Registry = serde_json::from_str(&text)?;
    let mut facts = Facts { registry: registry.registry_url, attributes: BTreeMap::new(), metrics: BTreeMap::new() };
    for group in registry.groups {
        if group.ty == "metric" && group.deprecated.is_none() {
            let name = group.metric_name.clone().unwrap_or_default();
            let metric = metric(group, &mut facts.attributes).map_err(|error| format!("{name}: {error}"))?;
            facts.metrics.insert(name, metric);
        }
    }
    Ok(facts)
}

fn metric(group: Group, attributes: &mut BTreeMap<String, Attribute>) -> Result<Metric> {
    let mut levels = BTreeMap::new();
    for raw in group.attributes {
        if raw.deprecated.is_some() {
            continue;
        }
        let (key, level) = (raw.name.clone(), level(&raw.requirement_level)?);
        let attribute = attribute(raw).map_err(|error| format!("{key}: {error}"))?;
        match attributes.get(&key) {
            Some(known) if *known != attribute => return Err(format!("{key} is of two types or stabilities").into()),
            Some(_) => {}
            None => drop(attributes.insert(key.clone(), attribute)),
        }
        levels.insert(key, level);
    }
    let number = group.annotations.and_then(|annotations| annotations.code_generation?.metric_value_type);
    Ok(Metric {
        instrument: group.instrument.ok_or("a metric has an instrument")?,
        unit: group.unit.ok_or("a metric has a unit")?,
        number,
        stability: group.stability.unwrap_or(Stability::Development),
        attributes: levels,
    })
}

fn attribute(raw: RawAttribute) -> Result<Attribute> {
    let ty = match raw.ty {
        RawType::Name(name) => match name.as_str() {
            "string" => Type::String,
            "int" => Type::Int,
            "double" => Type::Double,
            "boolean" => Type::Boolean,
            "string[]" => Type::Strings,
            _ => return Err(format!("the type `{name}` is not known").into()),
        },
        RawType::Enumeration { members } => enumeration(members)?,
    };
    Ok(Attribute { ty, stability: raw.stability.unwrap_or(Stability::Development) })
}

fn enumeration(members: Vec<Member>) -> Result<Type> {
    let members: Vec<_> = members.into_iter().filter(|member| member.deprecated.is_none()).collect();
    if members.iter().all(|member| member.value.is_i64()) {
        return Ok(Type::Integers(members.into_iter().filter_map(|one| Some((one.id, one.value.as_i64()?))).collect()));
    }
    let text = |member: Member| match member.value {
        Value::String(value) => Ok((member.id, value)),
        other => Err(format!("a member is `{other}`")),
    };
    Ok(Type::Members(members.into_iter().map(text).collect::<std::result::Result<_, _>>()?))
}

/// A level is a name, or an object whose key is the name and whose value a text of when.
fn level(level: &Value) -> Result<Level> {
    let name = match level {
        Value::Object(object) => object.keys().next().map(|name| Value::String(name.clone())),
        name => Some(name.clone()),
    };
    Ok(serde_json::from_value(name.ok_or("a requirement level has a name")?)?)
}

#[derive(Deserialize)]
struct Registry {
    #[serde(default)]
    registry_url: String,
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    #[serde(rename = "type")]
    ty: String,
    metric_name: Option<String>,
    instrument: Option<Instrument>,
    unit: Option<String>,
    stability: Option<Stability>,
    #[serde(default)]
    attributes: Vec<RawAttribute>,
    deprecated: Option<Value>,
    annotations: Option<Annotations>,
}

#[derive(Deserialize)]
struct Annotations {
    code_generation: Option<CodeGeneration>,
}

#[derive(Deserialize)]
struct CodeGeneration {
    metric_value_type: Option<Number>,
}

#[derive(Deserialize)]
struct RawAttribute {
    name: String,
    #[serde(rename = "type")]
    ty: RawType,
    requirement_level: Value,
    stability: Option<Stability>,
    deprecated: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawType {
    Name(String),
    Enumeration { members: Vec<Member> },
}

#[derive(Deserialize)]
struct Member {
    id: String,
    value: Value,
    deprecated: Option<Value>,
}
