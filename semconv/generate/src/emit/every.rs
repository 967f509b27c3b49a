//! The list of all constants, each with a measurement, for the tests.

use meterstick_catalog::generate::emit::metric::{number, signal};
use meterstick_catalog::generate::name::{camel, constant, rest, root};
use meterstick_catalog::generate::set;
use meterstick_catalog::generate::unit::Units;
use meterstick_catalog::registry::{DefinedInstrument, DefinedNumber, MetricDefinition, Registry, Type};

use crate::Result;
use crate::constructors::Constructors;

pub fn list(facts: &Registry, units: &Units, constructors: &Constructors) -> Result<String> {
    let mut list = String::new();
    for (name, metric) in &facts.metrics {
        list += &one(facts, units, constructors, (name, metric))?;
    }
    Ok(format!(
        "//! Every constant, with one measurement of the attributes that are required.\n\n\
         use meterstick::unit::*;\nuse meterstick_semconv::*;\n\nuse crate::one::One;\n\n\
         pub fn every() -> Vec<One> {{\nuse crate::one::{{one, observable}};\nvec![\n{list}]\n}}\n"
    ))
}

fn one(
    facts: &Registry,
    units: &Units,
    constructors: &Constructors,
    (name, metric): (&str, &MetricDefinition),
) -> Result<String> {
    let path = format!("{}::{}", root(name), constant(rest(name)));
    let one = if number(metric) == DefinedNumber::Double { "1.0" } else { "1" };
    let quantity = match units.get(metric)?.path.as_str() {
        rate if rate.starts_with("Per<") => format!("Quantity::<_, {rate}>::new({one})"),
        unit => format!("{unit}({one})"),
    };
    let attributes = if metric.attributes.is_empty() {
        String::new()
    } else {
        format!(", {}", measured(facts, constructors, name, metric))
    };
    let (verb, rule) = match metric.instrument {
        DefinedInstrument::Counter | DefinedInstrument::UpDownCounter => ("add", "observable"),
        DefinedInstrument::Gauge => ("record", "observable"),
        _ => ("record", "one"),
    };
    Ok(format!("{rule}!({path}.{verb}({quantity}{attributes})),\n"))
}

/// A set with what its constructor takes.
fn measured(facts: &Registry, constructors: &Constructors, name: &str, metric: &MetricDefinition) -> String {
    let signal = constructors.apply(signal(facts, name, metric));
    let set = format!("{}::{}", root(name), set::name(name));
    let values: Vec<_> = signal.constructor.iter().map(|key| value(key, &facts.attributes[*key].ty)).collect();
    format!("{set}::new({})", values.join(", "))
}

fn value(key: &str, ty: &Type) -> String {
    match ty {
        Type::String => format!("\"{key}\""),
        Type::Strings => format!("&[\"{key}\"]"),
        Type::Int => "1".to_owned(),
        Type::Double => "1.0".to_owned(),
        Type::Boolean => "true".to_owned(),
        Type::Members(members) => member(key, &members[0].0),
        Type::Integers(members) => member(key, &members[0].0),
        _ => "Default::default()".to_owned(),
    }
}

fn member(key: &str, id: &str) -> String {
    format!("attribute::{}::{}::{}", root(key), camel(rest(key)), camel(id))
}
