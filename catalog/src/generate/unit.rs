//! The types of the metrics' units.
// Uses `name`, `registry`, `style`. Used by `check`, `emit::file`, `emit::metric`, `generate`, `name`.

use std::collections::BTreeMap;

use meterstick::unit::{self, Code, Is, Unit};

use super::name::{camel, plural};
use super::style::Style;
use crate::registry::{DefinedInstrument, MetricDefinition, Registry};

/// A unit's type, and what the file that uses it imports of `meterstick::unit`.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitType {
    pub path: String,
    pub imports: Vec<&'static str>,
    /// Units that the code declares for it: their names and codes.
    pub declares: Vec<(String, String)>,
    /// Whether it takes bare numbers.
    counts: bool,
    /// The default boundaries of a histogram in the unit.
    boundaries: &'static [f64],
}

impl UnitType {
    /// The boundaries of a histogram as its declaration writes them; empty if they are the unit's defaults.
    pub fn boundaries(&self, boundaries: &[f64]) -> String {
        if boundaries == self.boundaries {
            return String::new();
        }
        if boundaries.is_empty() {
            // Of no boundary, the compiler does not know the type.
            let ty = if self.counts { "f64".to_owned() } else { format!("::meterstick::Quantity<f64, {}>", self.path) };
            return format!(".boundaries::<{ty}>(&[])");
        }
        let one = |number: &f64| match self.path.as_str() {
            _ if self.counts => format!("{number:?}"),
            rate if rate.starts_with("Per<") => format!("::meterstick::Quantity::<f64, {rate}>::new({number:?})"),
            unit => format!("{unit}({number:?})"),
        };
        format!(".boundaries(&[{}])", boundaries.iter().map(one).collect::<Vec<_>>().join(", "))
    }
}

/// A unit of `meterstick::unit`.
struct Known {
    name: &'static str,
    code: &'static str,
    adds: bool,
    /// Whether it takes bare numbers.
    counts: bool,
    /// The default boundaries of a histogram in the unit.
    boundaries: &'static [f64],
}

/// A boolean fact about a unit, as a value.
trait Flag {
    const VALUE: bool;
}

impl<const VALUE: bool> Flag for Is<VALUE> {
    const VALUE: bool = VALUE;
}

const fn known<U: Unit>(name: &'static str) -> Known
where
    U::Adds: Flag,
    U::Counts: Flag,
{
    Known {
        name,
        code: U::CODE,
        adds: <U::Adds as Flag>::VALUE,
        counts: <U::Counts as Flag>::VALUE,
        boundaries: U::BOUNDARIES,
    }
}

macro_rules! known {
    ($($unit:ident)*) => {
        &[$(known::<unit::$unit>(stringify!($unit))),*]
    };
}

const KNOWN: &[Known] = known!(
    NoUnit One Percent Nanos Micros Millis Seconds Minutes Hours Days Bits Bytes KBytes MBytes GBytes TBytes KiBytes MiBytes GiBytes
    TiBytes Kelvin Celsius Fahrenheit Hertz Kilohertz Megahertz Gigahertz Millimeters Meters Kilometers Grams Kilograms Joules
    KilowattHours Watts Kilowatts Volts Amperes
);

/// Whether `meterstick::unit` has a unit with the name.
pub fn is_known(name: &str) -> bool {
    KNOWN.iter().any(|known| known.name == name)
}

/// The units of a registry's metrics, by their codes and by whether amounts add up.
#[derive(Debug)]
pub struct Units {
    types: BTreeMap<(String, bool), Result<UnitType, String>>,
}

impl Units {
    /// The units of the metrics that get a constant.
    pub fn of(registry: &Registry, style: &Style) -> Self {
        let (mut units, mut names) = (Self { types: BTreeMap::new() }, BTreeMap::new());
        for metric in
            registry.metrics.values().chain(registry.refinements.values()).filter(|metric| !metric.is_convention)
        {
            let key = (metric.unit.clone(), adds_up(metric));
            units.types.entry(key).or_insert_with_key(|(code, adds)| unit_type(code, *adds, style, &mut names));
        }
        units
    }

    /// The type of a metric's unit, or why there is none and what to do.
    ///
    /// # Errors
    ///
    /// The reason, as a sentence.
    pub fn get(&self, metric: &MetricDefinition) -> Result<&UnitType, &str> {
        match self.types.get(&(metric.unit.clone(), adds_up(metric))) {
            Some(Ok(unit)) => Ok(unit),
            Some(Err(error)) => Err(error),
            None => Err("it is of another registry"),
        }
    }

    /// The units that the code declares: their names and codes.
    pub fn declared(&self) -> BTreeMap<&str, &str> {
        let units = self.types.values().filter_map(|unit| unit.as_ref().ok());
        units.flat_map(|unit| &unit.declares).map(|(name, code)| (name.as_str(), code.as_str())).collect()
    }
}

fn adds_up(metric: &MetricDefinition) -> bool {
    matches!(metric.instrument, DefinedInstrument::Counter | DefinedInstrument::UpDownCounter)
}

fn unit_type(code: &str, adds: bool, style: &Style, names: &mut BTreeMap<String, String>) -> Result<UnitType, String> {
    if let Some((_, name)) = style.units.iter().find(|(by_hand, _)| *by_hand == code) {
        return Ok(UnitType { declares: Vec::new(), ..declared(style.unit(name), code) });
    }
    if let Some(known) = KNOWN.iter().find(|known| known.code == code) {
        if known.adds || !adds {
            return Ok(UnitType {
                path: known.name.to_owned(),
                imports: vec![known.name],
                declares: Vec::new(),
                counts: known.counts,
                boundaries: known.boundaries,
            });
        }
        if code != "%" {
            return Err(
                "a sum needs a unit that adds up, and this one does not: make it a `gauge` or a `histogram`".to_owned()
            );
        }
        // The change of a percentage is in percentage points, and those add up.
        return Ok(own("PercentagePoints".to_owned(), code, style, names));
    }
    if let Err(rule) = Code::try_new(code) {
        return Err(rule.to_string());
    }
    if let Some((of, per)) = code.rsplit_once('/')
        && !of.is_empty()
        && let Some(per) = KNOWN.iter().find(|known| known.code == per)
        && let Ok(of) = unit_type(of, adds, style, names)
    {
        let path = format!("Per<{}, {}>", of.path, per.name);
        let imports = of.imports.iter().copied().chain(["Per", per.name]).collect();
        let rate = known::<unit::Per<unit::One, unit::Seconds>>("Per");
        return Ok(UnitType { path, imports, counts: rate.counts, boundaries: rate.boundaries, ..of });
    }
    Ok(own(name(code), code, style, names))
}

/// A unit that the code declares, with a name that no other has.
fn own(name: String, code: &str, style: &Style, names: &mut BTreeMap<String, String>) -> UnitType {
    let mut free = name.clone();
    let mut n = 2;
    while names.get(&free).is_some_and(|other| other != code) {
        free = format!("{name}{n}");
        n += 1;
    }
    names.insert(free.clone(), code.to_owned());
    UnitType { declares: vec![(free.clone(), code.to_owned())], ..declared(style.unit(&free), code) }
}

/// A unit that `meterstick::unit!` declares by its code.
fn declared(path: String, code: &str) -> UnitType {
    let (counts, boundaries) = (unit::is_count(code), unit::boundaries_of(code));
    UnitType { path, imports: Vec::new(), declares: Vec::new(), counts, boundaries }
}

fn name(code: &str) -> String {
    match annotation(code) {
        Some(noun) => camel(&plural(noun)),
        None => camel(&code.replace('/', " per ").replace('%', " percent ").replace('*', " to the ")),
    }
}

/// What a unit's annotation counts.
pub fn annotation(code: &str) -> Option<&str> {
    code.strip_prefix('{')?.strip_suffix('}').filter(|noun| !noun.contains(['{', '}']))
}

/// The declarations of units, by names and codes, inside `meterstick::unit! { .. }`.
pub fn declarations<'a>(units: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let units = units.into_iter().map(|(name, code)| format!("    /// `{code}`.\n    pub {name} = {code:?}"));
    units.collect::<Vec<_>>().join(";\n")
}
