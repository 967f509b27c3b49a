//! The store of open sets: borrowed strings, numbers, any keys.
//!
//! A thread has a bounded map from the borrowed set to the values that are kept of it. The first value of a set since the last
//! collection goes to the SDK at once, so that the SDK decides in arrival order which sets exceed its limit; further values are
//! kept, and a collection empties the map. For gauges, where only the last value of any thread counts, all threads share one map.
// Uses `admitted`, `attribute`, `encoded`, `free`, `limit`, `number`, `per_thread`, `record`, `section`, `series`,
// `set`, `sink`, `store`, `store::pending`, `sync`. Used by `lower`.

use std::collections::HashMap;
use std::sync::Arc;

use opentelemetry::KeyValue;

use super::super::admitted::Admitted;
use super::super::encoded::{Encoded, Given};
use super::super::free::Free;
use super::super::limit::{Limit, SDK_LIMIT};
use super::super::per_thread::PerThread;
use super::super::section::Section;
use super::super::series::Keyed;
use super::super::set::{AnySet, canonical, overflow};
use super::super::sink::Sink;
use super::super::sync::{Mutex, lock};
use super::{Kept, Local, Part, Pending, Store};
use crate::attribute::Field;
use crate::number::{AnyWire, Bits};

pub struct Open<P: Pending> {
    wire: AnyWire,
    maps: PerThread<Mutex<Map<P>>>,
    /// The map of gauges, and of threads without an index.
    shared: Mutex<Map<P>>,
    /// The declared limit, and the sets that are within it.
    admitted: Option<Arc<Admitted>>,
    separate: Mutex<Separates<P::Closed>>,
    /// The most sets of a map.
    most: usize,
}

/// Stores of sets that have some attributes in common, given beforehand.
struct Separates<C> {
    /// In the order of their slots' first places. A map would be compiled for each store, at ten thousand lines of code.
    all: Vec<Separate<C>>,
    /// Places that were given back.
    free: Free,
    next: usize,
}

struct Separate<C> {
    /// The place of its first slot. Nobody else has the places of its slots.
    first: usize,
    sets: usize,
    store: Arc<C>,
}

impl<C> Separates<C> {
    const fn new() -> Self {
        Self { all: Vec::new(), free: Free::new(), next: 0 }
    }

    /// Where the one with this first place is, or belongs.
    fn find(&self, first: usize) -> Result<usize, usize> {
        self.all.binary_search_by_key(&first, |one| one.first)
    }

    fn add(&mut self, sets: usize, make: impl FnOnce(usize) -> C) -> (usize, Arc<C>) {
        let first = self.free.take(sets).unwrap_or_else(|| {
            self.next += sets;
            self.next - sets
        });
        let store = Arc::new(make(first));
        let at = self.find(first).unwrap_or_else(|at| at);
        self.all.insert(at, Separate { first, sets, store: Arc::clone(&store) });
        (first, store)
    }

    fn remove(&mut self, first: usize, sink: &mut Sink) {
        let Ok(at) = self.find(first) else { return };
        let Separate { sets, .. } = self.all.remove(at);
        if let Some(bound) = &mut sink.bound {
            bound.clear_places(first..first + sets);
        }
        self.free.give_back(first, sets);
    }
}

/// The most sets that are kept until the instrument is bound, unless more are declared. The SDK decides at binding which of
/// them are over its limit.
const MOST_UNBOUND: usize = 10_000;

struct Map<P> {
    /// Numbers of entries, counted from 1, each at the place of its hash or at the next that was free. 0 is a free place. At least
    /// half of the places are free, so each search ends. Their number is 0 or a power of two.
    places: Vec<usize>,
    entries: Vec<Entry>,
    sets: Vec<Stored<P>>,
    /// Where sets are by what they leave as. Of gauges only: of one set there is one last value, in whatever order its
    /// attributes are given.
    by_canonical: HashMap<Box<[KeyValue]>, usize>,
}

/// A set as it was given.
struct Entry {
    hash: u64,
    words: Box<[u64]>,
    /// Where it is in `sets`.
    set: usize,
}

/// A set as it leaves, and what is kept of it.
struct Stored<P> {
    canonical: Box<[KeyValue]>,
    pending: P,
}

impl<P> Default for Map<P> {
    fn default() -> Self {
        Self { places: Vec::new(), entries: Vec::new(), sets: Vec::new(), by_canonical: HashMap::new() }
    }
}

impl<P: Pending> Map<P> {
    fn find(&self, given: &Encoded) -> Option<usize> {
        let hash = given.hash();
        let mut place = hash as usize;
        loop {
            let number = *self.places.get(place & self.places.len().wrapping_sub(1))?;
            let entry = self.entries.get(number.wrapping_sub(1))?;
            if entry.hash == hash && given.equals(&entry.words) {
                return Some(entry.set);
            }
            place = place.wrapping_add(1);
        }
    }

    /// Whether there is room for another set.
    fn has_room(&self, most: usize) -> bool {
        self.entries.len() < most
    }

    /// Puts in a set, and gives where it is.
    fn insert(&mut self, given: Encoded, canonical: Box<[KeyValue]>) -> usize {
        let known = if P::IS_LAST_VALUE { self.by_canonical.get(&canonical).copied() } else { None };
        let set = known.unwrap_or(self.sets.len());
        if known.is_none() {
            if P::IS_LAST_VALUE {
                self.by_canonical.insert(canonical.clone(), set);
            }
            self.sets.push(Stored { canonical, pending: P::default() });
        }
        self.entries.push(Entry { hash: given.hash(), words: given.into_words(), set });
        if self.places.len() < 2 * self.entries.len() {
            self.places = vec![0; (4 * self.entries.len()).next_power_of_two()];
            (1..=self.entries.len()).for_each(|number| self.place(number));
        } else {
            self.place(self.entries.len());
        }
        set
    }

    /// Puts the entry of a number where it is found.
    fn place(&mut self, number: usize) {
        let last = self.places.len() - 1;
        let mut place = self.entries[number - 1].hash as usize & last;
        while self.places[place] != 0 {
            place = (place + 1) & last;
        }
        self.places[place] = number;
    }

    fn push(&mut self, wire: AnyWire, at: usize, value: Bits) -> Kept {
        match self.sets[at].pending.push(wire, value) {
            Ok(false) => Kept::Yes(at),
            Ok(true) => Kept::Full(at),
            Err(error) => Kept::Refused(error),
        }
    }
}

impl<P: Pending> Open<P> {
    pub(in super::super) fn new(wire: AnyWire, limit: Option<usize>) -> Self {
        Self {
            wire,
            maps: PerThread::new(),
            shared: Mutex::default(),
            admitted: limit.map(|limit| Arc::new(Admitted::new(limit))),
            separate: Mutex::new(Separates::new()),
            most: limit.unwrap_or(SDK_LIMIT),
        }
    }

    /// The map of this thread.
    fn own(&self) -> &Mutex<Map<P>> {
        let own = if P::IS_LAST_VALUE { None } else { self.maps.get_or(Mutex::default) };
        own.unwrap_or(&self.shared)
    }

    /// The set as it leaves: within the declared limit, or the overflow set.
    fn admit(&self, canonical: Box<[KeyValue]>, sink: &mut Sink) -> Box<[KeyValue]> {
        match self.admitted.as_ref().map_or(Ok(()), |admitted| admitted.admit(&canonical)) {
            Ok(()) => canonical,
            Err(limit) => {
                sink.report.overflowed = Some(limit);
                overflow()
            }
        }
    }

    fn each_map(&self, visit: &mut dyn FnMut(&Mutex<Map<P>>)) {
        self.maps.each(visit);
        visit(&self.shared);
    }
}

impl<P: Pending> Store for Open<P> {
    type Separate = P::Closed;

    fn separate(&self, sets: usize, fields: &'static [Field]) -> Option<(usize, Arc<P::Closed>)> {
        // Of one set there is one last value, so a gauge has no second place for it.
        (!P::IS_LAST_VALUE).then(|| {
            lock(&self.separate).add(sets, |first| {
                P::closed(self.wire, sets, fields, Some(Keyed { first, admitted: self.admitted.clone() }))
            })
        })
    }
}

impl<P: Pending> Local for Open<P> {
    #[inline]
    fn keep(&self, _: usize, set: &dyn AnySet, value: Bits) -> Kept {
        // Before the lock.
        let mut given = Encoded::new();
        set.visit_any(&mut given);
        let Some(_section) = Section::enter() else { return Kept::Busy };
        let own = if P::IS_LAST_VALUE { None } else { self.maps.get() };
        let mut map = lock(own.unwrap_or(&self.shared));
        match map.find(&given) {
            Some(at) => map.push(self.wire, at, value),
            None => Kept::New,
        }
    }

    fn keep_new(&self, _: usize, given: Given, value: Bits, sink: &mut Sink) -> Kept {
        let canonical = self.admit(canonical(given.attributes), sink);
        let mut map = lock(self.own());
        let is_bound = sink.bound.is_some();
        let has_room = map.has_room(if is_bound { self.most } else { self.most.max(MOST_UNBOUND) });
        // Where the map is full and the set is in it in another order of its attributes, the value replaces the one before, which
        // would be flushed after it.
        let known = if has_room { None } else { map.by_canonical.get(&canonical).copied() };
        if has_room || known.is_some() {
            let at = known.unwrap_or_else(|| map.insert(given.encoded, canonical));
            let kept = map.push(self.wire, at, value);
            if is_bound {
                // At once: the SDK decides in the order of arrival.
                flush_one(&mut map.sets[at], sink);
            }
            return kept;
        }
        if is_bound {
            drop(map);
            let mut pending = P::default();
            return match pending.push(self.wire, value) {
                Ok(_) => {
                    flush_each([Stored { canonical, pending }], sink);
                    Kept::Yes(0)
                }
                Err(error) => Kept::Refused(error),
            };
        }
        // As the SDK would: it keeps one set for all that are over the limit.
        sink.report.overflowed = Some(Limit::OfTheSdk(MOST_UNBOUND));
        let overflow = overflow();
        let given = Given::of(&&*overflow).encoded;
        let at = map.find(&given).unwrap_or_else(|| map.insert(given, overflow));
        map.push(self.wire, at, value)
    }

    fn flush(&self, part: Part, sink: &mut Sink) {
        if let Part::Own(at) = part {
            if let Some(stored) = lock(self.own()).sets.get_mut(at) {
                // The set that was here may be flushed already, and another one be in its place: that is flushed earlier.
                flush_one(stored, sink);
                if stored.pending.len() == 0 {
                    return;
                }
            }
        }
        if sink.bound.is_none() {
            return;
        }
        // Out of the maps first: the SDK is called without their locks.
        let mut sets = Vec::new();
        self.each_map(&mut |map| sets.append(&mut std::mem::take(&mut *lock(map)).sets));
        flush_each(sets, sink);
        self.flush_separate(part, sink);
    }

    fn pending(&self) -> u64 {
        let mut pending = 0;
        self.each_map(&mut |map| pending += lock(map).sets.iter().map(|stored| stored.pending.len()).sum::<u64>());
        pending
    }

    fn value(&self, _: usize, canonical: &[KeyValue], sink: &mut Sink) -> Option<Bits> {
        if sink.bound.is_some() {
            self.flush(Part::All, sink);
            return sink.bound.as_ref().and_then(|bound| bound.stream().lock().of_set(canonical));
        }
        let mut sum = None;
        self.each_map(&mut |map| {
            for stored in lock(map).sets.iter().filter(|stored| *stored.canonical == *canonical) {
                if let Some(value) = stored.pending.value(self.wire) {
                    sum = Some(self.wire.add_wide(sum.unwrap_or_default(), value));
                }
            }
        });
        sum.map(|sum| self.wire.carry_most(Bits::default(), sum).0)
    }

    fn init(&self, slot: usize, attributes: Vec<KeyValue>, sink: &mut Sink) {
        self.keep_new(slot, Given::of(&attributes), Bits::default(), sink);
    }

    fn leave(&self, number: usize, sink: &mut Sink) {
        lock(&self.separate).remove(number, sink);
    }
}

impl<P: Pending> Open<P> {
    /// Flushes the stores in this one, and drops those that nobody else has.
    fn flush_separate(&self, part: Part, sink: &mut Sink) {
        let mut separate = lock(&self.separate);
        let mut left = Vec::new();
        for Separate { first, store, .. } in &separate.all {
            // Before it is flushed: what comes after that is kept by somebody who has it.
            if Arc::strong_count(store) == 1 {
                left.push(*first);
            }
            store.flush(Part::All, sink);
        }
        left.into_iter().for_each(|number| separate.remove(number, sink));
        if let (false, Some(bound)) = (separate.all.is_empty(), &sink.bound) {
            let stream = bound.stream();
            sink.report.overflowed = sink.report.overflowed.or_else(|| stream.passed_limit());
        }
        if let (Part::Collection, Some(bound)) = (part, &mut sink.bound) {
            bound.release_handles();
        }
    }
}

/// Flushes sets. What of one set could not be carried by itself, is passed together: another thread may have subtracted.
fn flush_each<P: Pending>(sets: impl IntoIterator<Item = Stored<P>>, sink: &mut Sink) {
    let mut left = Vec::new();
    for mut stored in sets {
        flush_one(&mut stored, sink);
        if stored.pending.len() > 0 {
            left.push(stored);
        }
    }
    P::flush_left(left.into_iter().map(|Stored { canonical, pending }| (canonical, pending)).collect(), sink);
}

fn flush_one<P: Pending>(stored: &mut Stored<P>, sink: &mut Sink) {
    if let Some(bound) = &sink.bound {
        let stream = bound.stream();
        stored.pending.flush(&stored.canonical, sink);
        sink.report.overflowed = sink.report.overflowed.or_else(|| stream.passed_limit());
    } else {
        let room = sink.most_kept.saturating_sub(sink.kept);
        sink.kept += stored.pending.shorten(room, &mut sink.report.dropped);
    }
}

#[cfg(test)]
mod tests {
    use opentelemetry::KeyValue;

    use super::super::Sum;
    use super::{Given, Map};

    #[test]
    fn a_map_finds_each_of_its_sets_however_many_there_are() {
        let given = |n: i64| Given::of(&vec![KeyValue::new("n", n)]);
        let mut map = Map::<Sum>::default();
        for n in 0..1000 {
            assert_eq!(map.find(&given(n).encoded), None);
            let Given { attributes, encoded } = given(n);
            map.insert(encoded, attributes.into());
            assert!((0..=n).rev().step_by(7).all(|n| map.find(&given(n).encoded) == Some(n as usize)), "{n}");
        }
    }
}
