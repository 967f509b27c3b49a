//! Sets that are not known: borrowed strings, numbers, any keys.

use core::marker::PhantomData;
use std::collections::HashMap;
use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock};

use opentelemetry::KeyValue;

use super::global;
use super::ledger::{Entry, Ledger};
use super::lower::Sdk;
use super::series::{Binding, State};
use super::set::{as_given, canonical, displays_itself, hash, matches, overflow};
use super::threads::{Owner, PerThread};
use crate::attribute::Set;
use crate::number::{MeasurementError, Wire};

/// A bounded map a thread, from the borrowed set to what waits for it.
///
/// The first measurement of a set since the last collection is the SDK's ordinary call; so the SDK decides which sets
/// overflow and which are evicted, in the order in which they come. What follows waits in the map, and the hook empties
/// it at collection.
#[doc(hidden)]
pub struct Open<W, S, P: Send> {
    threads: PerThread<Mutex<Map<P>>>,
    /// How many sets there may be, and the hashes of those that are there.
    limit: Option<(usize, Mutex<HashSet<u64>>)>,
    /// That what waited for a provider is handed on.
    caught_up: AtomicBool,
    ledger: Ledger<W>,
    /// How many values more wait.
    aside: AtomicUsize,
    sdk: PhantomData<fn() -> S>,
}

/// So many values more than without a provider wait for one that was found and is held up.
const MOST: usize = 1 << 16;

/// As many sets as the SDK keeps of an instrument by default.
const MAP_LIMIT: usize = 2000;

/// What waits for one set.
#[doc(hidden)]
pub trait Pending<W, S>: Default + Send {
    /// Whether the values go over a sum that has to stay in range.
    const SUMS: bool;
    /// Takes a value. Gives back what is full.
    fn push(&mut self, value: W, sdk: Option<&S>, attributes: &[KeyValue]) -> Result<Full, MeasurementError>;
    /// Drops the older ones of what waits: nobody is there to take them. Returns how many.
    fn forget(&mut self) -> usize {
        0
    }
    /// When it came, where a later one replaces it.
    fn came(&self) -> u64 {
        0
    }
    /// Takes out what waits. Without a hook, handles drop all: see [`Series::measure`](super::series::Series::measure).
    fn drain(&mut self, sdk: &S, state: State, attributes: &[KeyValue], enter: &mut dyn FnMut(W) -> Option<W>);
}

/// Whether no more values can wait.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    No,
    Yes,
}

struct Map<P> {
    index: HashMap<u64, usize, BuildHasherDefault<Hashed>>,
    sets: Vec<Stored<P>>,
}

struct Stored<P> {
    as_given: Box<[KeyValue]>,
    canonical: Box<[KeyValue]>,
    /// The next set of the same hash.
    next: Option<usize>,
    pending: P,
}

impl<P> Default for Map<P> {
    fn default() -> Self {
        Self { index: HashMap::default(), sets: Vec::new() }
    }
}

impl<P> Map<P> {
    /// Where a set is.
    #[inline]
    fn find<A: Set>(&self, hash: u64, set: &A) -> Option<usize> {
        let mut at = *self.index.get(&hash)?;
        while !matches(set, &self.sets[at].as_given) {
            at = self.sets[at].next?;
        }
        Some(at)
    }

    fn insert(&mut self, hash: u64, as_given: Box<[KeyValue]>, canonical: Box<[KeyValue]>, pending: P) {
        let next = self.index.insert(hash, self.sets.len());
        self.sets.push(Stored { as_given, canonical, next, pending });
    }
}

/// Hands on a hash that is one already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {
        unreachable!("only hashes are hashed")
    }
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

fn seed() -> u64 {
    static SEED: OnceLock<u64> = OnceLock::new();
    *SEED.get_or_init(|| RandomState::new().hash_one(0))
}

impl<W: Wire, S: Sdk<W>, P: Pending<W, S>> Open<W, S, P> {
    pub(super) fn new(limit: Option<usize>) -> Self {
        let limit = limit.map(|limit| (limit, Mutex::default()));
        let (threads, caught_up) = (PerThread::new(), AtomicBool::new(false));
        Self { threads, limit, caught_up, ledger: Ledger::new(), aside: AtomicUsize::new(0), sdk: PhantomData }
    }

    #[inline]
    pub(super) fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        if displays_itself(set) {
            // Not while the map is held: what displays may measure, too.
            self.record_shown(binding, &&*as_given(set), value)
        } else {
            self.record_shown(binding, set, value)
        }
    }

    #[inline]
    fn record_shown<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError> {
        let hash = hash(set, seed());
        let state = binding.state();
        if !P::SUMS && state != State::Waiting && !self.caught_up.load(Ordering::Acquire) {
            // A last value that waits is older than this one.
            self.collect(binding);
        }
        if state != State::Direct {
            let mut map = self.map();
            if let Some(at) = map.find(hash, set) {
                let stored = &mut map.sets[at];
                let sdk = if state == State::Hooked { binding.sdk() } else { None };
                let full = stored.pending.push(value, sdk, &stored.canonical)?;
                if let (Full::No, Some(_)) = (full, sdk) {
                    return Ok(());
                }
                // Who hands on or binds takes the map, so it may not be held.
                drop(map);
                match sdk {
                    Some(sdk) => self.hand_on(binding, sdk, at),
                    None => {
                        self.make_room(binding, at, full);
                        self.wait(binding);
                    }
                }
                return Ok(());
            }
        }
        self.record_new(binding, set, hash, value)
    }

    /// This thread's map.
    #[inline]
    fn map(&self) -> MutexGuard<'_, Map<P>> {
        lock(match self.threads.get() {
            Some(map) => map,
            None => match self.threads.get_or(Mutex::default) {
                Owner::This(map) | Owner::Any(map) => map,
            },
        })
    }

    /// Drops the older ones of what waits for one set, if no more can and there is no provider: then nobody has taken the
    /// map, which may not be held, as who binds the instrument takes it.
    fn make_room(&self, binding: &Binding<S>, at: usize, full: Full) {
        if full == Full::No {
            return;
        }
        global::look_before_dropping();
        let was_found = global::was_found();
        if was_found {
            if self.aside.fetch_add(1, Ordering::Relaxed) < MOST {
                return;
            }
            global::wait_before_dropping(binding);
        }
        let mut map = self.map();
        if binding.sdk().is_none()
            && let Some(stored) = map.sets.get_mut(at)
        {
            let dropped = stored.pending.forget();
            if was_found {
                binding.refusals().refuse_many(dropped as u64, MeasurementError::NotBound);
            }
        }
    }

    /// Hands on what waits for one set.
    ///
    /// First the ledger and then the map, as at collection: whoever held the map would wait for a collector that waits
    /// for the map. Between, a collection may have taken what was there, and another set may be in its place: then what
    /// waits for that one is handed on a bit earlier.
    #[cold]
    fn hand_on(&self, binding: &Binding<S>, sdk: &S, at: usize) {
        let mut ledger = self.ledger.open();
        if let Some(stored) = self.map().sets.get_mut(at) {
            drain(binding, sdk, &mut ledger, stored);
        }
    }

    #[cold]
    fn record_new<A: Set>(&self, binding: &Binding<S>, set: &A, hash: u64, value: W) -> Result<(), MeasurementError> {
        let as_given = as_given(set);
        let mut canonical = canonical(as_given.to_vec());
        if !self.admits(&canonical) {
            canonical = overflow();
        }
        let mut pending = P::default();
        let state = binding.state();
        let sdk = if state == State::Waiting { None } else { binding.sdk() };
        match sdk {
            Some(sdk) => self.measure(sdk, value, &canonical)?,
            None => {
                pending.push(value, None, &canonical)?;
            }
        }
        if state != State::Direct {
            let mut map = self.map();
            if map.sets.len() < MAP_LIMIT {
                map.insert(hash, as_given, canonical, pending);
            } else if sdk.is_none() {
                // Nobody takes what is over, and the SDK would put it there.
                let overflow = overflow();
                let hash = super::set::hash(&&*overflow, seed());
                match map.find(hash, &&*overflow) {
                    Some(at) => {
                        let stored = &mut map.sets[at];
                        let full = stored.pending.push(value, None, &stored.canonical)?;
                        drop(map);
                        self.make_room(binding, at, full);
                    }
                    None => map.insert(hash, overflow.clone(), overflow, pending),
                }
            }
        }
        if state == State::Waiting {
            self.wait(binding);
        }
        Ok(())
    }

    /// A value came that nobody collects yet. If it is bound since, it may have come a moment too late for that.
    fn wait(&self, binding: &Binding<S>) {
        global::tick();
        if binding.state() != State::Waiting {
            self.collect(binding);
        }
    }

    /// Whether a set is within the declared limit.
    fn admits(&self, canonical: &[KeyValue]) -> bool {
        let Some((limit, seen)) = &self.limit else { return true };
        let mut seen = seen.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let hash = hash(&canonical, seed());
        seen.contains(&hash) || (seen.len() < *limit && seen.insert(hash))
    }

    /// The ordinary call.
    fn measure(&self, sdk: &S, value: W, attributes: &[KeyValue]) -> Result<(), MeasurementError> {
        let value = if P::SUMS { self.ledger.open().enter(value)? } else { value };
        sdk.measure(value, attributes);
        Ok(())
    }

    /// Hands what waits to the SDK, if it is bound. What cannot be handed on is counted as refused.
    pub(super) fn collect(&self, binding: &Binding<S>) {
        let Some(sdk) = binding.sdk() else { return };
        // Held throughout: another reader's hook must not pass by before what is taken out has reached the SDK.
        let mut ledger = self.ledger.open();
        let mut drain_all = |sets: Vec<Stored<P>>| {
            for mut stored in sets {
                drain(binding, sdk, &mut ledger, &mut stored);
            }
        };
        if P::SUMS {
            self.threads.iter().for_each(|thread| {
                let taken = std::mem::take(&mut *lock(thread));
                drain_all(taken.sets);
            });
        } else {
            // A sum may come later than what its thread adds meanwhile; a last value may not.
            let mut maps: Vec<_> = self.threads.iter().map(lock).collect();
            let mut taken: Vec<_> = maps.iter_mut().flat_map(|map| std::mem::take(&mut **map).sets).collect();
            taken.sort_by_key(|stored| stored.pending.came());
            drain_all(taken);
        }
        self.caught_up.store(true, Ordering::Release);
    }
}

fn drain<W, S, P>(binding: &Binding<S>, sdk: &S, ledger: &mut Entry<'_, W>, stored: &mut Stored<P>)
where
    W: Wire,
    P: Pending<W, S>,
{
    stored.pending.drain(sdk, binding.state(), &stored.canonical, &mut |value| {
        if !P::SUMS {
            return Some(value);
        }
        ledger.enter(value).map_err(|error| binding.refusals().refuse(error)).ok()
    });
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// What a sum waits with: its own.
#[doc(hidden)]
pub struct Sum<W, S>(Option<W>, PhantomData<fn() -> S>);

impl<W, S> Default for Sum<W, S> {
    fn default() -> Self {
        Self(None, PhantomData)
    }
}

impl<W: Wire, S: Sdk<W>> Pending<W, S> for Sum<W, S> {
    const SUMS: bool = true;

    #[inline]
    fn push(&mut self, value: W, _: Option<&S>, _: &[KeyValue]) -> Result<Full, MeasurementError> {
        let sum = self.0.unwrap_or_default().plus(value).ok_or(MeasurementError::TotalOutOfRange)?;
        self.0 = Some(sum);
        Ok(Full::No)
    }

    fn drain(&mut self, sdk: &S, _: State, attributes: &[KeyValue], enter: &mut dyn FnMut(W) -> Option<W>) {
        if let Some(sum) = self.0.take().and_then(enter) {
            sdk.measure(sum, attributes);
        }
    }
}

/// What a histogram waits with: its values, which go to a bound handle in bursts.
#[doc(hidden)]
pub struct Values<W, S: Sdk<W>> {
    values: Vec<W>,
    bound: Option<S::Bound>,
}

/// After so many values they are handed on.
const BURST: usize = 64;

/// So many are kept as long as there is no provider.
const KEPT: usize = 256;

impl<W, S: Sdk<W>> Default for Values<W, S> {
    fn default() -> Self {
        Self { values: Vec::new(), bound: None }
    }
}

impl<W: Wire, S: Sdk<W>> Pending<W, S> for Values<W, S> {
    const SUMS: bool = true;

    #[inline]
    fn push(&mut self, value: W, sdk: Option<&S>, _: &[KeyValue]) -> Result<Full, MeasurementError> {
        self.values.push(value);
        let most = if sdk.is_some() { BURST } else { KEPT };
        Ok(if self.values.len() < most { Full::No } else { Full::Yes })
    }

    fn forget(&mut self) -> usize {
        self.values.drain(..self.values.len().saturating_sub(BURST)).count()
    }

    fn drain(&mut self, sdk: &S, state: State, attributes: &[KeyValue], enter: &mut dyn FnMut(W) -> Option<W>) {
        if self.values.is_empty() {
            return;
        }
        for value in self.values.drain(..).filter_map(enter) {
            match &self.bound {
                Some(bound) => S::measure_bound(bound, value),
                None if state == State::Direct => sdk.measure(value, attributes),
                None => self.bound = Some(sdk.measure_and_bind(value, attributes)),
            }
        }
    }
}

/// How many last values came before there was a provider.
static CAME: AtomicU64 = AtomicU64::new(0);

/// What a gauge waits with: its last value, and only as long as there is no provider.
#[doc(hidden)]
pub struct Last<W, S: Sdk<W>> {
    value: Option<W>,
    came: u64,
    bound: Option<S::Bound>,
}

impl<W, S: Sdk<W>> Default for Last<W, S> {
    fn default() -> Self {
        Self { value: None, came: 0, bound: None }
    }
}

impl<W: Wire, S: Sdk<W>> Pending<W, S> for Last<W, S> {
    const SUMS: bool = false;

    #[inline]
    fn push(&mut self, value: W, sdk: Option<&S>, attributes: &[KeyValue]) -> Result<Full, MeasurementError> {
        match sdk {
            Some(sdk) => {
                self.value = None;
                S::measure_bound(self.bound.get_or_insert_with(|| sdk.bind(attributes)), value);
            }
            None => {
                // In the order in which threads know of each other's, one set's last value is the last one of any thread.
                self.came = CAME.fetch_add(1, Ordering::Relaxed);
                self.value = Some(value);
            }
        }
        Ok(Full::No)
    }

    fn came(&self) -> u64 {
        self.came
    }

    fn drain(&mut self, sdk: &S, _: State, attributes: &[KeyValue], _: &mut dyn FnMut(W) -> Option<W>) {
        if let Some(value) = self.value.take() {
            sdk.measure(value, attributes);
        }
    }
}
