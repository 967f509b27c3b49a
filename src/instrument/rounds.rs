//! Enforces that the observations of a metric observe each attribute set once per collection (*Metrics API, asynchronous
//! instruments: no duplicate observations across all registered callbacks*).
//!
//! The SDK runs the callbacks of a collection one after the other on the collecting thread, each once, and does not say where a
//! collection begins. So a round of a thread begins with the first observation that runs there, and ends when all observations of
//! the metric have run, or when one of them runs again.
// Uses `declare`, `record`. Used by `observable`.

use std::any::TypeId;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread::{self, ThreadId};

use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use crate::declare::{Descriptor, InstrumentKind};
use crate::record::meter_identity;

/// The identity of a metric: the SDK's identity of an instrument.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Metric {
    meter: usize,
    number: TypeId,
    kind: InstrumentKind,
    /// Names are case-insensitive.
    name: String,
    unit: &'static str,
    description: &'static str,
}

/// The metrics that are observed.
static METRICS: Mutex<Option<HashMap<Metric, Weak<Shared>>>> = Mutex::new(None);

/// The state that the observations of one metric share.
struct Shared {
    metric: Metric,
    /// Keeps the meter alive, so that no other meter gets its identity.
    _meter: Meter,
    rounds: Mutex<Rounds>,
}

#[derive(Default)]
struct Rounds {
    /// The number of observations.
    members: usize,
    /// The rounds that have not ended.
    current: Vec<Round>,
}

struct Round {
    thread: ThreadId,
    /// The observations that have run.
    ran: HashSet<u64>,
    /// The observed sets, each with the observation that observed it.
    observed: HashMap<Box<[KeyValue]>, u64>,
}

/// The maximum number of rounds at a time. A round does not end while an observation has not run. If the SDK collects on more
/// threads, the oldest round is dropped.
const MOST_ROUNDS: usize = 16;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Shared {
    fn drop(&mut self) {
        if let Some(metrics) = lock(&METRICS).as_mut() {
            if metrics.get(&self.metric).is_some_and(|shared| shared.strong_count() == 0) {
                metrics.remove(&self.metric);
            }
        }
    }
}

/// One observation of a metric, among all of its observations.
pub(super) struct Turns {
    id: u64,
    shared: Arc<Shared>,
}

impl Turns {
    pub(super) fn new<W: 'static>(meter: &Meter, descriptor: &Descriptor) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let Descriptor { kind, name, unit, description, .. } = *descriptor;
        let metric = Metric {
            meter: meter_identity(meter),
            number: TypeId::of::<W>(),
            kind,
            name: name.to_ascii_lowercase(),
            unit,
            description,
        };
        let shared = {
            let mut metrics = lock(&METRICS);
            let metrics = metrics.get_or_insert_default();
            metrics.get(&metric).and_then(Weak::upgrade).unwrap_or_else(|| {
                let shared =
                    Arc::new(Shared { metric: metric.clone(), _meter: meter.clone(), rounds: Mutex::default() });
                metrics.insert(metric, Arc::downgrade(&shared));
                shared
            })
        };
        lock(&shared.rounds).members += 1;
        Self { id: NEXT.fetch_add(1, Ordering::Relaxed), shared }
    }

    /// Begins a run of the observation's callback, on the collecting thread.
    pub(super) fn begin(&self) -> Turn<'_> {
        let thread = thread::current().id();
        let mut rounds = lock(&self.shared.rounds);
        let known = rounds.current.iter().position(|round| round.thread == thread);
        let at = known.unwrap_or_else(|| {
            if rounds.current.len() == MOST_ROUNDS {
                rounds.current.remove(0);
            }
            rounds.current.push(Round { thread, ran: HashSet::new(), observed: HashMap::new() });
            rounds.current.len() - 1
        });
        let round = &mut rounds.current[at];
        if !round.ran.insert(self.id) {
            // The previous round has ended, even if not every observation has run.
            round.ran = HashSet::from([self.id]);
            round.observed.clear();
        }
        Turn { of: self, thread }
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        let mut rounds = lock(&self.shared.rounds);
        rounds.members -= 1;
        for round in &mut rounds.current {
            // Another observation can observe these sets in the same collection.
            round.observed.retain(|_, by| *by != self.id);
            round.ran.remove(&self.id);
        }
        let members = rounds.members;
        rounds.current.retain(|round| !round.ran.is_empty() && round.ran.len() < members);
    }
}

/// One run of an observation's callback.
pub(super) struct Turn<'a> {
    of: &'a Turns,
    thread: ThreadId,
}

impl Turn<'_> {
    fn with<T>(&self, of: impl FnOnce(&mut Round) -> T) -> Option<T> {
        let mut rounds = lock(&self.of.shared.rounds);
        rounds.current.iter_mut().find(|round| round.thread == self.thread).map(of)
    }

    /// Records that a set is observed. Returns the number of sets that the metric has in this collection, or `None` if this one
    /// was observed already.
    pub(super) fn observe(&self, set: &[KeyValue]) -> Option<usize> {
        let noted = self.with(|round| {
            if round.observed.contains_key(set) {
                return None;
            }
            round.observed.insert(set.into(), self.of.id);
            Some(round.observed.len())
        });
        // A dropped round refuses nothing.
        noted.unwrap_or(Some(0))
    }

    pub(super) fn has_observed(&self, set: &[KeyValue]) -> bool {
        self.with(|round| round.observed.contains_key(set)).unwrap_or(false)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut rounds = lock(&self.of.shared.rounds);
        let members = rounds.members;
        rounds.current.retain(|round| round.thread != self.thread || round.ran.len() < members);
    }
}
