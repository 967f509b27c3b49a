//! `check_against_model`: compares exported values with a model of the instrument.
// Uses `attribute`, `calls`, `declare`, `instrument`, `meter`, `number`, `record`, `recorded`, `sample`, `unit`. No
// other module uses it.

use std::collections::{HashMap, HashSet};

use opentelemetry::KeyValue;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

use super::calls::calls;
use super::meter::TestMeter;
use super::recorded::{PointValue, Recorded};
use super::sample::Sample;
use crate::attribute::Set;
use crate::declare::{InstrumentKind, Metric};
use crate::instrument::Instrument;
use crate::number::Number;
use crate::record::{Synchronous, canonical_set};
use crate::unit::Unit;

/// Records random series of valid and invalid measurements on a declared metric, from several threads, with collections in
/// between. Compares the exported values with a model that is independent of the implementation. Attribute sets over a declared limit
/// are one set, as they are exported.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::testing::check_against_model;
/// use meterstick::unit::Bytes;
///
/// #[derive(Clone, Copy, Debug, Attributes)]
/// struct Sent<'a> {
///     peer: &'a str,
///     ok: bool,
/// }
///
/// const SENT: Metric<Counter<u64, Bytes, Sent<'static>>> =
///     Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<Sent<'static>>();
///
/// check_against_model(SENT);
/// ```
///
/// # Panics
///
/// If they differ. The message has the shortest series for which they differ.
#[track_caller]
pub fn check_against_model<K, N, U, A>(metric: Metric<Instrument<K, N, U, A>>)
where
    K: Synchronous<N>,
    N: Number,
    U: Unit,
    A: Set,
    A::Given<'static>: Sample + Clone + Sync,
{
    let kind = K::KIND;
    // The last value of a gauge is defined for a single thread only.
    let threads = if kind == InstrumentKind::Gauge { 1 } else { 3 };
    let round = calls(metric, 39).prop_flat_map(move |calls| (vec(0..threads, calls.len()), Just(calls)));
    let rounds = vec(round, 1..4);
    let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&rounds, |rounds| {
        let meter = TestMeter::new();
        let instrument = metric.build(&meter);
        let mut taken = Vec::new();
        for round in &rounds {
            std::thread::scope(|scope| {
                for thread in 0..threads {
                    let (round, instrument) = (&round, &instrument);
                    scope.spawn(move || {
                        let (threads, calls) = round;
                        let own = threads.iter().zip(calls).filter(|(of, _)| **of == thread);
                        own.for_each(|(_, call)| call.apply(instrument));
                    });
                }
            });
            let valid =
                round.1.iter().filter_map(|call| Some((canonical_set(&call.attributes), valid(kind, call.number)?)));
            taken.extend(valid);
            let exported = exported(&meter.recorded(), metric.descriptor().name);
            let model = modelled(kind, &taken, metric.descriptor().cardinality_limit, &exported);
            prop_assert_eq!(exported, model);
        }
        Ok(())
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, rounds)) => {
            panic!("`{}` and its model differ: {reason}\nafter {rounds:?}", metric.descriptor().name)
        }
        Err(TestError::Abort(reason)) => panic!("no series could be generated: {reason}"),
    }
}

/// The value of an attribute set in the model.
#[derive(Clone, Debug, PartialEq)]
enum Known {
    Number(f64),
    Distribution { count: u64, sum: f64, min: f64, max: f64 },
}

type Model = HashMap<Box<[KeyValue]>, Known>;

/// The value of a measurement that the instrument takes.
fn valid<N: Number>(kind: InstrumentKind, number: N) -> Option<f64> {
    let goes_down = matches!(kind, InstrumentKind::UpDownCounter | InstrumentKind::Gauge);
    number.to_f64().filter(|value| value.is_finite() && (*value >= 0.0 || goes_down))
}

/// The model after these measurements. Sets over the limit are one set (*Metrics SDK, cardinality limits*). Which of them are within
/// the limit depends on the threads, so that is read from what was exported.
fn modelled(kind: InstrumentKind, taken: &[(Box<[KeyValue]>, f64)], limit: Option<usize>, exported: &Model) -> Model {
    let sets = taken.iter().map(|(set, _)| set).collect::<HashSet<_>>().len();
    let limit = limit.filter(|limit| sets > *limit);
    let within = exported.keys().filter(|set| taken.iter().any(|(taken, _)| taken == *set)).take(limit.unwrap_or(sets));
    let within: HashSet<_> = within.collect();
    let mut model = Model::new();
    for (set, value) in taken {
        let overflows = limit.is_some() && !within.contains(set);
        let set = if overflows { [KeyValue::new("otel.metric.overflow", true)].into() } else { set.clone() };
        record(&mut model, kind, set, *value);
    }
    model
}

fn record(model: &mut Model, kind: InstrumentKind, set: Box<[KeyValue]>, value: f64) {
    match kind {
        InstrumentKind::Gauge => {
            model.insert(set, Known::Number(value));
        }
        InstrumentKind::Histogram => {
            let first = Known::Distribution { count: 0, sum: 0.0, min: f64::INFINITY, max: f64::NEG_INFINITY };
            if let Known::Distribution { count, sum, min, max } = model.entry(set).or_insert(first) {
                (*count, *sum, *min, *max) = (*count + 1, *sum + value, min.min(value), max.max(value));
            }
        }
        _ => {
            if let Known::Number(sum) = model.entry(set).or_insert(Known::Number(0.0)) {
                *sum += value;
            }
        }
    }
}

fn exported(recorded: &Recorded, name: &str) -> Model {
    let known = |value: &PointValue| match *value {
        PointValue::Int(value) => Known::Number(value as f64),
        PointValue::Double(value) => Known::Number(value),
        PointValue::Histogram { count, sum, min, max, .. } => {
            Known::Distribution { count, sum, min: min.unwrap_or(f64::INFINITY), max: max.unwrap_or(f64::NEG_INFINITY) }
        }
    };
    let points = recorded.points(None, name).iter();
    points.map(|point| (point.attributes.clone().into_boxed_slice(), known(&point.value))).collect()
}
