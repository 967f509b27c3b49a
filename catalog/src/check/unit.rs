//! `Unit`: the units of expressions, as a dimension and a size.
// Used by `binary`, `call`, `infer`, `series`, `shown`, `template`, `value`.

use std::collections::BTreeMap;
use std::iter;

/// The unit of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    /// The base units and their powers. A count has no dimension.
    pub(super) dimension: BTreeMap<&'static str, i32>,
    /// The size in base units; `None` if only the dimension is known.
    pub(super) size: Option<f64>,
    /// The scale of a temperature, which has its own zero; `None` if it is unknown, for a difference of temperatures, and for
    /// everything else.
    scale: Option<&'static str>,
    /// The scale and the factor of a temperature that was multiplied, and to which no zero was added since.
    multiplied: Option<(&'static str, f64)>,
    /// The text for messages.
    pub(super) text: String,
    /// What the numbers may be in instead: a time divided by a number of seconds may be a share of them.
    instead: Option<Box<Self>>,
}

/// The scales of temperatures.
const SCALES: &[&str] = &["Cel", "[degF]", "K"];

/// The numbers between the zeros of the scales.
const ZEROS: &[f64] = &[32.0, 273.0, 273.15, 459.67];

/// UCUM codes, their dimensions and sizes.
const ATOMS: &[(&str, &[(&str, i32)], f64)] = &[
    ("1", &[], 1.0),
    ("%", &[], 0.01),
    ("s", &[("time", 1)], 1.0),
    ("ms", &[("time", 1)], 1e-3),
    ("us", &[("time", 1)], 1e-6),
    ("ns", &[("time", 1)], 1e-9),
    ("min", &[("time", 1)], 60.0),
    ("h", &[("time", 1)], 3600.0),
    ("d", &[("time", 1)], 86_400.0),
    ("wk", &[("time", 1)], 604_800.0),
    ("By", &[("information", 1)], 1.0),
    ("bit", &[("information", 1)], 0.125),
    ("kBy", &[("information", 1)], 1e3),
    ("MBy", &[("information", 1)], 1e6),
    ("GBy", &[("information", 1)], 1e9),
    ("TBy", &[("information", 1)], 1e12),
    ("KiBy", &[("information", 1)], 1024.0),
    ("MiBy", &[("information", 1)], 1_048_576.0),
    ("GiBy", &[("information", 1)], 1_073_741_824.0),
    ("TiBy", &[("information", 1)], 1_099_511_627_776.0),
    ("Hz", &[("time", -1)], 1.0),
    ("kHz", &[("time", -1)], 1e3),
    ("MHz", &[("time", -1)], 1e6),
    ("GHz", &[("time", -1)], 1e9),
    ("Cel", &[("temperature", 1)], 1.0),
    ("[degF]", &[("temperature", 1)], 5.0 / 9.0),
    ("K", &[("temperature", 1)], 1.0),
    ("m", &[("length", 1)], 1.0),
    ("mm", &[("length", 1)], 1e-3),
    ("cm", &[("length", 1)], 1e-2),
    ("km", &[("length", 1)], 1e3),
    ("g", &[("mass", 1)], 1.0),
    ("kg", &[("mass", 1)], 1e3),
    ("J", &[("energy", 1)], 1.0),
    ("kJ", &[("energy", 1)], 1e3),
    ("W", &[("energy", 1), ("time", -1)], 1.0),
    ("kW", &[("energy", 1), ("time", -1)], 1e3),
    ("V", &[("voltage", 1)], 1.0),
    ("A", &[("current", 1)], 1.0),
];

/// Grafana's units and their UCUM codes.
const GRAFANA: &[(&str, &str)] = &[
    ("percent", "%"),
    ("percentunit", "1"),
    ("ns", "ns"),
    ("µs", "us"),
    ("us", "us"),
    ("ms", "ms"),
    ("s", "s"),
    ("m", "min"),
    ("h", "h"),
    ("d", "d"),
    ("dtdurations", "s"),
    ("dtdurationms", "ms"),
    ("clocks", "s"),
    ("clockms", "ms"),
    ("bits", "bit"),
    ("decbits", "bit"),
    ("bytes", "By"),
    ("decbytes", "By"),
    ("kbytes", "KiBy"),
    ("mbytes", "MiBy"),
    ("gbytes", "GiBy"),
    ("tbytes", "TiBy"),
    ("deckbytes", "kBy"),
    ("decmbytes", "MBy"),
    ("decgbytes", "GBy"),
    ("dectbytes", "TBy"),
    ("Bps", "By/s"),
    ("binBps", "By/s"),
    ("KBs", "kBy/s"),
    ("KiBs", "KiBy/s"),
    ("MBs", "MBy/s"),
    ("MiBs", "MiBy/s"),
    ("GBs", "GBy/s"),
    ("GiBs", "GiBy/s"),
    ("bps", "bit/s"),
    ("binbps", "bit/s"),
    ("cps", "1/s"),
    ("ops", "1/s"),
    ("reqps", "1/s"),
    ("rps", "1/s"),
    ("wps", "1/s"),
    ("iops", "1/s"),
    ("eps", "1/s"),
    ("mps", "1/s"),
    ("pps", "1/s"),
    ("cpm", "1/min"),
    ("opm", "1/min"),
    ("rpm", "1/min"),
    ("wpm", "1/min"),
    ("hertz", "Hz"),
    ("celsius", "Cel"),
    ("fahrenheit", "[degF]"),
    ("kelvin", "K"),
    ("volt", "V"),
    ("amp", "A"),
    ("watt", "W"),
    ("kwatt", "kW"),
    ("joule", "J"),
    ("lengthmm", "mm"),
    ("lengthm", "m"),
    ("lengthkm", "km"),
    ("massg", "g"),
    ("masskg", "kg"),
];

impl Unit {
    pub(super) fn one() -> Self {
        Self {
            dimension: BTreeMap::new(),
            size: Some(1.0),
            scale: None,
            multiplied: None,
            text: "1".to_owned(),
            instead: None,
        }
    }

    pub(super) fn seconds() -> Self {
        Self { dimension: BTreeMap::from([("time", 1)]), text: "s".to_owned(), ..Self::one() }
    }

    /// The unit of a UCUM code; `None` if a part of it is unknown.
    pub(super) fn ucum(code: &str) -> Option<Self> {
        let plain = without_annotations(code);
        let scale = SCALES.iter().copied().find(|scale| *scale == plain);
        let mut unit = Self { text: code.to_owned(), scale, ..Self::one() };
        let mut per = false;
        let mut rest = plain.as_str();
        loop {
            let end = rest.find(['.', '/']).unwrap_or(rest.len());
            let (term, after) = rest.split_at(end);
            if !term.is_empty() {
                unit.multiply(term, if per { -1 } else { 1 })?;
            }
            per = after.starts_with('/');
            if after.is_empty() {
                return Some(unit);
            }
            rest = &after[1..];
        }
    }

    /// The unit of a Grafana name; `None` if it is unknown or only a display format.
    pub(super) fn grafana(name: &str) -> Option<Self> {
        let (_, code) = GRAFANA.iter().find(|(one, _)| *one == name)?;
        Self::ucum(code)
    }

    fn multiply(&mut self, term: &str, power: i32) -> Option<()> {
        let (atom, exponent) = match ATOMS.iter().any(|(code, ..)| *code == term) {
            true => (term, 1),
            false => {
                let at = term.find(|c: char| c.is_ascii_digit() || c == '-')?;
                (&term[..at], i32::from(term[at..].parse::<i8>().ok()?))
            }
        };
        let (_, dimension, size) = ATOMS.iter().find(|(code, ..)| *code == atom)?;
        let power = power * exponent;
        for (base, of) in *dimension {
            self.add(base, of * power);
        }
        self.size = self.size.map(|all| all * size.powi(power));
        Some(())
    }

    fn add(&mut self, base: &'static str, power: i32) {
        let all = self.dimension.entry(base).or_default();
        *all += power;
        if *all == 0 {
            self.dimension.remove(base);
        }
    }

    pub(super) fn per_second(&self) -> Self {
        let mut unit = self.clone();
        unit.add("time", -1);
        (unit.scale, unit.multiplied) = (None, None);
        unit.instead = self.instead.as_ref().map(|instead| Box::new(instead.per_second()));
        unit.text = if unit.text == "1" { "1/s".to_owned() } else { format!("{}/s", unit.text) };
        unit
    }

    pub(super) fn times(&self, other: &Self, power: i32) -> Self {
        let mut unit = self.clone();
        for (base, of) in &other.dimension {
            unit.add(base, of * power);
        }
        (unit.scale, unit.multiplied) = (None, None);
        unit.size = self.size.zip(other.size).map(|(a, b)| a * b.powi(power));
        unit.instead = match (&self.instead, &other.instead) {
            (None, None) => None,
            (a, b) => Some(a.as_deref().unwrap_or(self).times(b.as_deref().unwrap_or(other), power).into()),
        };
        unit.text = match (unit.size.and_then(|size| unit.known(size)), &*self.text, &*other.text) {
            (Some(code), ..) => code,
            (None, text, "1") => text.to_owned(),
            (None, a, b) => {
                let sign = if power < 0 { "/" } else { "." };
                if b.contains(['.', '/']) { format!("{a}{sign}({b})") } else { format!("{a}{sign}{b}") }
            }
        };
        unit
    }

    /// The unit of numbers multiplied by a factor: seconds times 1000 are milliseconds.
    pub(super) fn scaled(&self, factor: f64) -> Option<Self> {
        // Zero has any unit: `or 0 * x` fills in a 0 where there is nothing.
        if factor == 0.0 || !factor.is_finite() {
            return None;
        }
        let mut unit = self.clone();
        let divisor = 1.0 / factor;
        let is_time = self.dimension == Self::seconds().dimension;
        // A rate times 300 is the increase in five minutes.
        if (is_seconds(factor) || is_seconds(divisor)) && !is_time {
            return None;
        }
        unit.instead = match &self.instead {
            _ if is_time && is_seconds(divisor) => Some(self.share(divisor).into()),
            Some(instead) => Some(instead.scaled(factor)?.into()),
            None => None,
        };
        unit.size = match is_conversion(factor) {
            true => self.size.map(|size| size / factor),
            false => None,
        };
        // A share times 1000 is in no unit, so it may be a share of something else.
        unit.size = unit.size.filter(|size| !unit.dimension.is_empty() || unit.known(*size).is_some());
        match unit.size {
            Some(size) => unit.text = unit.named(size),
            None => {
                unit.scale = None;
                let scale = self.multiplied.or(self.scale.map(|scale| (scale, 1.0)));
                unit.multiplied = scale.map(|(scale, by)| (scale, by * factor));
                if let Some((scale, by)) = unit.multiplied {
                    unit.text = format!("{scale} times {}", (by * 1e6).round() / 1e6);
                }
            }
        }
        Some(unit)
    }

    /// The unit of numbers divided by a number.
    pub(super) fn divided(&self, by: f64) -> Option<Self> {
        let unit = self.scaled(1.0 / by)?;
        // A share divided by the share that is allowed is how much of it was used.
        let is_used = self.dimension.is_empty() && by < 1.0;
        Some(if is_used { Self { size: None, text: self.text.clone(), ..unit } } else { unit })
    }

    /// The unit of a time as a share: divided by a number of seconds, or by one of its own unit.
    fn share(&self, divisor: f64) -> Self {
        let is_own = |size: f64| size != 1.0 && is_seconds(divisor * size);
        Self { size: self.size.filter(|size| !is_own(*size)), ..Self::one() }
    }

    /// The unit of numbers to which a number is added. A temperature can be on another scale then.
    pub(super) fn shifted(self, by: f64) -> Self {
        let is_other = self.scale.is_some() && ZEROS.contains(&by.abs());
        if is_other { Self { size: None, scale: None, ..self } } else { self.moved() }
    }

    /// The unit of numbers to which something unknown is added.
    pub(super) fn moved(mut self) -> Self {
        if let Some((scale, _)) = self.multiplied.take() {
            self.text = scale.to_owned();
        }
        self
    }

    /// The unit of a difference. The zeros of two temperatures cancel: a difference in degrees Celsius is one in kelvin.
    pub(super) fn difference(self) -> Self {
        Self { scale: None, ..self.moved() }
    }

    /// The name of a unit of that size.
    fn named(&self, size: f64) -> String {
        self.known(size).unwrap_or_else(|| format!("{size} of the base unit of {}", self.text))
    }

    /// The code of a unit of that size, if it has one.
    fn known(&self, size: f64) -> Option<String> {
        let close = |other: f64| (size / other - 1.0).abs() < 1e-9;
        let atoms = ATOMS.iter().map(|(code, ..)| *code);
        // A count per second is not a frequency.
        let atoms = atoms.filter(|code| !code.ends_with("Hz"));
        let codes = atoms.chain(GRAFANA.iter().map(|(_, code)| *code));
        let mut units = codes.filter_map(Self::ucum);
        let same = |unit: &Self| unit.dimension == self.dimension && unit.scale == self.scale;
        units.find(|unit| same(unit) && unit.size.is_some_and(close)).map(|unit| unit.text)
    }

    pub(super) fn same_dimension(&self, other: &Self) -> bool {
        self.dimension == other.dimension
    }

    /// Whether numbers in both units are the same, or may be: a size or a scale can be unknown.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.possible().any(|one| other.possible().any(|other| one.is_this(other)))
    }

    /// All units that the numbers may be in.
    fn possible(&self) -> impl Iterator<Item = &Self> {
        iter::successors(Some(self), |unit| unit.instead.as_deref())
    }

    fn is_this(&self, other: &Self) -> bool {
        let same_size = match (self.size, other.size) {
            (Some(a), Some(b)) => (a / b - 1.0).abs() < 1e-6,
            _ => true,
        };
        let same_scale = self.scale.is_none() || other.scale.is_none() || self.scale == other.scale;
        self.same_dimension(other) && same_size && same_scale && !self.lacks_zero(other) && !other.lacks_zero(self)
    }

    /// Whether a temperature was multiplied by the factor between its scale and the other, but the zero is still its own.
    fn lacks_zero(&self, other: &Self) -> bool {
        let (Some((scale, by)), Some(of), Some(size)) = (self.multiplied, other.scale, other.size) else {
            return false;
        };
        let own = Self::ucum(scale).and_then(|unit| unit.size);
        scale != of && own.is_some_and(|own| (own / by / size - 1.0).abs() < 1e-6)
    }
}

/// Whether a number may be one of seconds: a multiple of 15.
fn is_seconds(number: f64) -> bool {
    let quarters = (number / 15.0).round();
    // One divided by a reciprocal is not always exact.
    quarters >= 1.0 && (number / 15.0 / quarters - 1.0).abs() < 1e-9
}

/// Whether a factor is one between units: decimal or binary prefixes, bits and bytes, times, percents.
fn is_conversion(factor: f64) -> bool {
    let factor = if factor < 1.0 { 1.0 / factor } else { factor };
    if (factor / factor.round() - 1.0).abs() > 1e-9 {
        return false;
    }
    let decimal = (2..=15).any(|power| (factor / 10_f64.powi(power) - 1.0).abs() < 1e-9);
    let binary = (1..=4).any(|power| factor == 1024_f64.powi(power));
    decimal || binary || [8.0, 60.0, 3600.0, 86_400.0, 604_800.0, 8000.0, 8e6].contains(&factor)
}

fn without_annotations(code: &str) -> String {
    let mut depth = 0_usize;
    let kept = code.chars().filter(|c| {
        let outside = depth == 0 && *c != '{';
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        outside
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::Unit;

    fn unit(code: &str) -> Unit {
        Unit::ucum(code).unwrap()
    }

    #[test]
    fn codes_are_read() {
        assert_eq!(unit("{request}").dimension, Unit::one().dimension);
        assert!(unit("By/s").same_dimension(&unit("bit/ms")));
        assert_eq!(unit("kW.h").dimension, unit("J").dimension);
        assert_eq!(unit("kW.h").size, Some(3.6e6));
        assert_eq!(unit("m2").dimension["length"], 2);
        assert_eq!(unit("{request}/s").dimension, unit("Hz").dimension);
        assert_eq!(Unit::ucum("[unknown]"), None);
        // No power is so large that it cannot be negated or added.
        assert_eq!(Unit::ucum("1/m-2147483648"), None);
    }

    #[test]
    fn factors_convert() {
        assert_eq!(unit("s").scaled(1000.0).unwrap().text, "ms");
        assert_eq!(unit("By").scaled(1.0 / 1024.0).unwrap().text, "KiBy");
        assert_eq!(unit("By").per_second().scaled(8.0).unwrap().text, "bit/s");
        assert_eq!(unit("1").scaled(100.0).unwrap().text, "%");
        assert_eq!(unit("s").scaled(1.0 / 3600.0).unwrap().text, "h");
        // The factor 2 is not one between units.
        assert_eq!(unit("s").scaled(2.0).unwrap().size, None);
        // May be the increase in five minutes.
        assert_eq!(unit("By").per_second().scaled(300.0), None);
        // May be the rate in any number of minutes.
        assert!((1..10_000).all(|minutes| unit("By").scaled(1.0 / f64::from(minutes * 60)).is_none()));
    }

    #[test]
    fn grafanas_units_are_known() {
        assert!(super::GRAFANA.iter().all(|(name, _)| Unit::grafana(name).is_some()));
        assert!(Unit::grafana("short").is_none() && Unit::grafana("suffix: order").is_none());
    }
}
