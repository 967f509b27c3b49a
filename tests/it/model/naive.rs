//! What is to be exported, as simply as can be: every accepted amount is kept in a list.

use std::collections::BTreeMap;

use opentelemetry_sdk::metrics::Temporality;

use super::calls::{Amount, BOUNDARIES, INSTRUMENTS, OBSERVABLES, Sort, is_float, on_the_wire};
use super::{Point, Points};
use crate::wire::{Distribution, Set, Value};

/// What the callbacks are to observe by hand: the observable, the number and the index of the set.
pub type Observed = Vec<(usize, f64, usize)>;

#[derive(Default)]
struct Reader {
    delta: bool,
    given: BTreeMap<(&'static str, Set), Vec<f64>>,
    observed: BTreeMap<(&'static str, Set), f64>,
    /// The totals of the last collection, which differences are from.
    before: BTreeMap<(&'static str, Set), f64>,
}

#[derive(Default)]
struct Observable {
    live: bool,
    entries: Vec<(Amount, usize)>,
    highest: BTreeMap<Set, f64>,
}

pub struct Naive {
    readers: Vec<Reader>,
    observables: Vec<Observable>,
    pub refused: Vec<u64>,
    pub unobserved: Vec<u64>,
}

/// The amount as a number of the instrument, if that takes it.
fn accepted(name: &str, sort: Sort, amount: Amount) -> Option<f64> {
    let only_up = matches!(sort, Sort::Counter | Sort::Histogram | Sort::Total);
    match amount {
        Amount::Some(number) if number < 0 && only_up => None,
        Amount::Some(number) if is_float(name) => Some(f64::from(number) / 8.0),
        Amount::Some(number) => Some(number.into()),
        Amount::None(_) if is_float(name) || only_up => None,
        Amount::None(_) => Some(0.0),
    }
}

fn value(name: &str, number: f64) -> Point {
    Point::Number(if is_float(name) { Value::Double(number) } else { Value::Int(number as i64) })
}

fn point(name: &str, sort: Sort, given: &[f64]) -> Point {
    match sort {
        Sort::Gauge => value(name, *given.last().expect("a point has a value")),
        Sort::Histogram => Point::Distribution(Distribution {
            count: given.len() as u64,
            sum: given.iter().sum(),
            min: given.iter().copied().fold(f64::INFINITY, f64::min),
            max: given.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            bounds: BOUNDARIES.to_vec(),
            counts: (0..=BOUNDARIES.len())
                .map(|bucket| {
                    let within = |value: &&f64| {
                        BOUNDARIES.get(bucket).is_none_or(|upper| *value <= upper)
                            && (bucket == 0 || **value > BOUNDARIES[bucket - 1])
                    };
                    given.iter().filter(within).count() as u64
                })
                .collect(),
        }),
        _ => value(name, given.iter().sum::<f64>() + 0.0),
    }
}

impl Naive {
    pub fn new(temporalities: &[Temporality]) -> Self {
        let reader =
            |temporality: &Temporality| Reader { delta: *temporality == Temporality::Delta, ..Reader::default() };
        let observable = |_: &_| Observable { live: true, ..Observable::default() };
        Self {
            readers: temporalities.iter().map(reader).collect(),
            observables: OBSERVABLES.iter().map(observable).collect(),
            refused: vec![0; INSTRUMENTS.len()],
            unobserved: vec![0; OBSERVABLES.len()],
        }
    }

    /// Whether the amount is taken.
    pub fn give(&mut self, to: usize, amount: Amount, set: usize) -> bool {
        let (name, sort) = INSTRUMENTS[to];
        let Some(number) = accepted(name, sort, amount) else {
            self.refused[to] += 1;
            return false;
        };
        for reader in &mut self.readers {
            reader.given.entry((name, on_the_wire(name, set))).or_default().push(number);
        }
        true
    }

    pub fn rebuilt(&mut self, what: usize) {
        self.refused[what] = 0;
    }

    pub fn observe(&mut self, by: usize, entries: Vec<(Amount, usize)>) {
        self.observables[by].entries = entries;
    }

    pub fn stop(&mut self, by: usize) {
        self.observables[by].live = false;
    }

    pub fn start(&mut self, by: usize) {
        let entries = std::mem::take(&mut self.observables[by].entries);
        self.observables[by] = Observable { live: true, entries, ..Observable::default() };
        self.unobserved[by] = 0;
    }

    /// What the callbacks observe: of a set the first number that is one, and of a total never less than before.
    fn call_back(&mut self) -> Observed {
        let mut all = Vec::new();
        for (by, (name, sort)) in OBSERVABLES.iter().enumerate() {
            let observable = &mut self.observables[by];
            let mut seen: BTreeMap<Set, (f64, usize)> = BTreeMap::new();
            let mut repeated: BTreeMap<Set, (f64, usize)> = BTreeMap::new();
            for (amount, set) in observable.entries.iter().filter(|_| observable.live) {
                let wire = on_the_wire(name, *set);
                let number = accepted(name, *sort, *amount);
                let highest = observable.highest.get(&wire).copied();
                self.unobserved[by] += u64::from(number.is_none() || seen.contains_key(&wire));
                match (number, highest) {
                    _ if seen.contains_key(&wire) => {}
                    (None, None) => {}
                    (None, Some(highest)) => _ = repeated.insert(wire, (highest, *set)),
                    (Some(number), _) if *sort != Sort::Total => _ = seen.insert(wire, (number, *set)),
                    (Some(number), highest) => {
                        let total = highest.map_or(number, |highest| highest.max(number));
                        self.unobserved[by] += u64::from(number < total);
                        observable.highest.insert(wire.clone(), total);
                        seen.insert(wire, (total, *set));
                    }
                }
            }
            repeated.extend(seen);
            all.extend(repeated.into_values().map(|(number, set)| (by, number, set)));
        }
        all
    }

    /// What a reader is to export, and what is to be observed for it by hand.
    pub fn collect(&mut self, reader: usize) -> (Points, Observed) {
        let observed = self.call_back();
        for (by, number, set) in &observed {
            let name = OBSERVABLES[*by].0;
            for reader in &mut self.readers {
                reader.observed.insert((name, on_the_wire(name, *set)), *number);
            }
        }
        let reader = &mut self.readers[reader];
        let sort = |name| INSTRUMENTS.iter().chain(OBSERVABLES).find(|(known, _)| *known == name).expect("known").1;
        let given = reader.given.iter().map(|(key, given)| (key.clone(), point(key.0, sort(key.0), given)));
        let mut points: Points = given.collect();
        let observed_now = std::mem::take(&mut reader.observed);
        for (key, number) in &observed_now {
            let differs = reader.delta && sort(key.0) == Sort::Total;
            let before = if differs { reader.before.get(key).copied().unwrap_or(0.0) } else { 0.0 };
            points.insert(key.clone(), value(key.0, number - before));
        }
        reader.before = observed_now;
        if reader.delta {
            // What goes up and down is never exported as a difference.
            reader.given.retain(|(name, _), _| sort(name) == Sort::UpDown);
        }
        (points, observed)
    }
}
