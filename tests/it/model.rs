//! A random series of calls, against a naive model and against the same calls made by hand on the SDK.

mod by_hand;
mod calls;
mod naive;
mod typed;

use std::collections::BTreeMap;

use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::metrics::{SdkMeterProvider, Temporality};
use proptest::prelude::*;

use self::by_hand::ByHand;
use self::calls::{Amount, Call, INSTRUMENTS, OBSERVABLES, Sort, calls};
use self::naive::Naive;
use self::typed::Typed;
use crate::wire::{Collection, Distribution, Reader, Set, Value};

/// What is exported for one set of one metric.
#[derive(Clone, Debug, PartialEq)]
enum Point {
    Number(Value),
    Distribution(Distribution),
}

type Points = BTreeMap<(&'static str, Set), Point>;

/// A provider with readers of these temporalities.
struct Side {
    readers: Vec<Reader>,
    meter: Meter,
    _provider: SdkMeterProvider,
}

impl Side {
    fn new(temporalities: &[Temporality]) -> Self {
        let readers: Vec<_> = temporalities.iter().map(|temporality| Reader::new(*temporality)).collect();
        let builder = SdkMeterProvider::builder().with_resource(Resource::builder_empty().build());
        let provider = readers.iter().cloned().fold(builder, |builder, reader| builder.with_reader(reader)).build();
        Self { readers, meter: provider.meter("test"), _provider: provider }
    }

    fn collect(&self, reader: usize) -> Points {
        let collection = self.readers[reader].collect();
        INSTRUMENTS.iter().chain(OBSERVABLES).flat_map(|(name, sort)| points(&collection, name, *sort)).collect()
    }
}

fn points(collection: &Collection, name: &'static str, sort: Sort) -> Vec<((&'static str, Set), Point)> {
    match sort {
        Sort::Histogram => {
            let points = collection.distributions(name).into_iter();
            points.map(|(set, point)| ((name, set), Point::Distribution(point))).collect()
        }
        _ => collection.numbers(name).into_iter().map(|(set, point)| ((name, set), Point::Number(point))).collect(),
    }
}

/// The three that are told the same.
struct Run {
    temporalities: Vec<Temporality>,
    typed_side: Side,
    hand_side: Side,
    typed: Typed,
    by_hand: ByHand,
    naive: Naive,
}

type Checked = Result<(), TestCaseError>;

impl Run {
    fn new(temporalities: Vec<Temporality>) -> Self {
        let (typed_side, hand_side) = (Side::new(&temporalities), Side::new(&temporalities));
        let (typed, by_hand) = (Typed::new(&typed_side.meter), ByHand::new(&hand_side.meter));
        let naive = Naive::new(&temporalities);
        Self { temporalities, typed_side, hand_side, typed, by_hand, naive }
    }

    fn call(&mut self, call: &Call) -> Checked {
        match call {
            Call::Give { to, amount, set } => self.give(*to, *amount, *set),
            Call::Collect { reader } => self.collect(reader % self.temporalities.len())?,
            Call::Clone { of } => self.typed.clone_of(*of),
            Call::Rebuild { what } => {
                self.typed.rebuild(*what, &self.typed_side.meter);
                self.naive.rebuilt(*what);
            }
            Call::Track { to, amount, set, inside } => self.track(*to, *amount, *set, inside)?,
            Call::Observe { by, entries } => {
                self.typed.observe(*by, entries.clone());
                self.naive.observe(*by, entries.clone());
            }
            Call::Observation { by } => {
                self.typed.stop(*by);
                self.naive.stop(*by);
                // The SDK forgets what a set had when a collection goes by without it.
                for reader in 0..self.temporalities.len() {
                    self.collect(reader)?;
                }
                for reader in 0..self.temporalities.len() {
                    self.collect(reader)?;
                }
                self.typed.start(*by, &self.typed_side.meter);
                self.naive.start(*by);
            }
        }
        for (what, refused) in self.naive.refused.iter().enumerate() {
            prop_assert_eq!(self.typed.refused(what), *refused, "refused by {}", INSTRUMENTS[what].0);
        }
        Ok(())
    }

    fn give(&mut self, to: usize, amount: Amount, set: usize) {
        self.typed.give(to, amount, set);
        if self.naive.give(to, amount, set) {
            self.by_hand.give(to, amount, set);
        }
    }

    fn track(&mut self, to: usize, amount: Amount, set: usize, inside: &[Call]) -> Checked {
        let guard = self.typed.track(to, amount, set);
        let tracked = self.naive.give(to, amount, set);
        if tracked {
            self.by_hand.give(to, amount, set);
        }
        for call in inside {
            self.call(call)?;
        }
        drop(guard);
        if tracked {
            self.naive.give(to, amount.negated(), set);
            self.by_hand.give(to, amount.negated(), set);
        }
        Ok(())
    }

    fn collect(&mut self, reader: usize) -> Checked {
        let temporality = self.temporalities[reader];
        let (expected, observed) = self.naive.collect(reader);
        self.by_hand.will_observe(observed);
        let typed = self.typed_side.collect(reader);
        let by_hand = self.hand_side.collect(reader);
        prop_assert_eq!(&typed, &expected, "typed, {:?}", temporality);
        prop_assert_eq!(&by_hand, &expected, "by hand, {:?}", temporality);
        for (by, (name, _)) in OBSERVABLES.iter().enumerate() {
            if let Some(refused) = self.typed.not_observed(by) {
                prop_assert_eq!(refused, self.naive.unobserved[by], "refused by {}", name);
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 4096, ..ProptestConfig::default() })]

    #[test]
    fn any_series_of_calls_exports_what_the_same_calls_by_hand_do(
        readers in prop_oneof![
            Just(vec![Temporality::Cumulative]),
            Just(vec![Temporality::Delta]),
            Just(vec![Temporality::Cumulative, Temporality::Delta]),
        ],
        calls in calls(),
    ) {
        let mut run = Run::new(readers);
        for call in &calls {
            run.call(call)?;
        }
        for reader in 0..run.temporalities.len() {
            run.collect(reader)?;
        }
    }
}
