//! The calls that there are.

use meterstick::{Attributes, Field, KeyRef, ValueRef, ValueType, Visit};
use opentelemetry::KeyValue;
use proptest::collection::vec;
use proptest::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sort {
    Counter,
    UpDown,
    Histogram,
    Gauge,
    /// A total that is observed.
    Total,
}

pub const INSTRUMENTS: &[(&str, Sort)] = &[
    ("counter", Sort::Counter),
    ("counter.flags", Sort::Counter),
    ("counter.open", Sort::Counter),
    ("up_down", Sort::UpDown),
    ("up_down.open", Sort::UpDown),
    ("histogram.flags", Sort::Histogram),
    ("histogram.open", Sort::Histogram),
    ("gauge", Sort::Gauge),
    ("gauge.open", Sort::Gauge),
    ("gauge.flags", Sort::Gauge),
];

/// Those whose numbers are floats.
pub fn is_float(name: &str) -> bool {
    ["counter.flags", "up_down.open", "histogram.open", "gauge", "up_down.observed"].contains(&name)
}

pub const OBSERVABLES: &[(&str, Sort)] =
    &[("counter.observed", Sort::Total), ("up_down.observed", Sort::UpDown), ("gauge.observed", Sort::Gauge)];

pub const BOUNDARIES: &[f64] = &[0.5, 1.0, 4.0];

/// How much is given: so many, or so many eighths of a float.
#[derive(Clone, Copy, Debug)]
pub enum Amount {
    Some(i32),
    /// No number, where the kind has such: NaN and the infinities, an unsigned integer that is too large. Else a zero.
    None(u8),
}

impl Amount {
    pub fn negated(self) -> Self {
        match self {
            Self::Some(amount) => Self::Some(-amount),
            none => none,
        }
    }
    pub fn float(self) -> f64 {
        match self {
            Self::Some(amount) => f64::from(amount) / 8.0,
            Self::None(which) => [f64::NAN, f64::INFINITY, f64::NEG_INFINITY][usize::from(which) % 3],
        }
    }
    pub fn unsigned(self) -> u64 {
        match self {
            Self::Some(amount) => i64::from(amount) as u64,
            Self::None(which) => (1 << 63) + u64::from(which),
        }
    }
    pub fn signed(self) -> i64 {
        match self {
            Self::Some(amount) => amount.into(),
            Self::None(_) => 0,
        }
    }
}

/// Two flags: a set of four.
#[derive(Clone, Copy, Debug)]
pub struct Flags(pub bool, pub bool);

impl Flags {
    pub fn of(set: usize) -> Self {
        Self(set & 1 != 0, set & 2 != 0)
    }
}

impl Attributes for Flags {
    type With<'a> = Self;
    type Keys = meterstick::NoKeys;
    const KEYS: Self::Keys = meterstick::NoKeys;
    const FIELDS: &'static [Field] = &[
        Field::new("one", ValueType::Bool).required(true).open(false),
        Field::new("other", ValueType::Bool).required(true).open(false),
    ];
    const CARDINALITY: Option<usize> = Some(4);

    fn slot(&self) -> usize {
        usize::from(self.0) * 2 + usize::from(self.1)
    }

    fn visit<V: Visit>(&self, visitor: &mut V) {
        visitor.attribute(KeyRef::Static("one"), ValueRef::Bool(self.0));
        visitor.attribute(KeyRef::Static("other"), ValueRef::Bool(self.1));
    }
}

/// Keys and values: none, one, and two in either order.
pub fn open(set: usize) -> Vec<KeyValue> {
    let (one, other) = (KeyValue::new("one", 1), KeyValue::new("other", "x"));
    [vec![], vec![one.clone()], vec![one.clone(), other.clone()], vec![other, one]][set].clone()
}

/// What a set of an instrument is on the wire.
pub fn on_the_wire(name: &str, set: usize) -> String {
    match name.split_once('.') {
        None => String::new(),
        Some((_, "flags")) => format!("one={},other={}", set & 1 != 0, set & 2 != 0),
        Some(_) => ["", "one=1", "one=1,other=x", "one=1,other=x"][set].to_owned(),
    }
}

#[derive(Clone, Debug)]
pub enum Call {
    Give {
        to: usize,
        amount: Amount,
        set: usize,
    },
    Track {
        to: usize,
        amount: Amount,
        set: usize,
        inside: Vec<Call>,
    },
    Clone {
        of: usize,
    },
    Rebuild {
        what: usize,
    },
    Collect {
        reader: usize,
    },
    /// From now on, the callback observes this.
    Observe {
        by: usize,
        entries: Vec<(Amount, usize)>,
    },
    /// The observation ends, and another begins.
    Observation {
        by: usize,
    },
}

fn amounts() -> impl Strategy<Value = Amount> {
    prop_oneof![
        8 => (0..100_i32).prop_map(Amount::Some),
        2 => (-100..100_i32).prop_map(Amount::Some),
        1 => Just(Amount::Some(0)),
        1 => any::<u8>().prop_map(Amount::None),
    ]
}

fn simple() -> impl Strategy<Value = Call> {
    let instrument = 0..INSTRUMENTS.len();
    let observable = 0..OBSERVABLES.len();
    prop_oneof![
        12 => (instrument.clone(), amounts(), 0..4_usize).prop_map(|(to, amount, set)| Call::Give { to, amount, set }),
        1 => instrument.clone().prop_map(|of| Call::Clone { of }),
        1 => instrument.prop_map(|what| Call::Rebuild { what }),
        3 => (0..2_usize).prop_map(|reader| Call::Collect { reader }),
        2 => (observable.clone(), vec((amounts(), 0..4_usize), 0..4))
            .prop_map(|(by, entries)| Call::Observe { by, entries }),
        1 => observable.prop_map(|by| Call::Observation { by }),
    ]
}

/// A burst of one instrument, longer than what it keeps before it hands it on.
fn burst() -> impl Strategy<Value = Vec<Call>> {
    (0..INSTRUMENTS.len(), vec((0..50_i32, 0..4_usize), 60..150)).prop_map(|(to, all)| {
        all.into_iter().map(|(amount, set)| Call::Give { to, amount: Amount::Some(amount), set }).collect()
    })
}

pub fn calls() -> impl Strategy<Value = Vec<Call>> {
    let track = (3..5_usize, amounts(), 0..4_usize, vec(simple(), 0..8))
        .prop_map(|(to, amount, set, inside)| vec![Call::Track { to, amount, set, inside }]);
    let some = prop_oneof![12 => simple().prop_map(|call| vec![call]), 2 => track, 1 => burst()];
    vec(some, 1..40).prop_map(|calls| calls.into_iter().flatten().collect())
}
