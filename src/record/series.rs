//! `Series`: which slots of a closed set are used, in which order, and the attributes of each.
// Uses `admitted`, `attribute`, `limit`, `set`, `sync`. Used by `sink`, `store::gauges`, `store::histograms`,
// `store::open`, `store::pending`, `store::sums`.

use std::borrow::Cow;
use std::sync::Arc;

use opentelemetry::KeyValue;

use super::admitted::Admitted;
use super::limit::Limit;
use super::set::{canonical, of_slot, overflow};
use super::sync::{AtomicBool, Mutex, OnceLock, Ordering, lock};
use crate::attribute::Field;

pub(super) struct Series {
    used: Box<[AtomicBool]>,
    /// The used slots in the order of their first values: in this order the SDK decides which sets are over its limit.
    order: Mutex<Vec<u16>>,
    /// The attributes of slots where they do not follow from the slot's number. Few instruments have such sets; to keep no
    /// others saves 2 KB of an instrument with 18 sets.
    kept: OnceLock<Box<[OnceLock<Box<[KeyValue]>>]>>,
    fields: &'static [Field],
    keyed: Option<Keyed>,
}

/// That the sets have further attributes than their fields: so a slot does not say which set it is in the metric's stream.
pub(super) struct Keyed {
    /// The number of the first slot among all that its instrument has handles for.
    pub(super) first: usize,
    /// The sets within the declared limit.
    pub(super) admitted: Option<Arc<Admitted>>,
}

/// A flag for each slot.
pub(super) fn flags(sets: usize) -> Box<[AtomicBool]> {
    (0..sets).map(|_| AtomicBool::new(false)).collect()
}

impl Series {
    pub(super) fn new(sets: usize, fields: &'static [Field], keyed: Option<Keyed>) -> Self {
        Self { used: flags(sets), order: Mutex::new(Vec::new()), kept: OnceLock::new(), fields, keyed }
    }

    pub(super) fn len(&self) -> usize {
        self.used.len()
    }

    /// Whether a slot was used before.
    #[inline]
    pub(super) fn is_used(&self, slot: usize) -> bool {
        self.used[slot].load(Ordering::Acquire)
    }

    /// Whether a set is identified by all its attributes, and not by its slot.
    #[inline]
    pub(super) fn is_keyed(&self) -> bool {
        self.keyed.is_some()
    }

    /// The number of a slot among all that its instrument has handles for.
    #[inline]
    pub(super) fn place(&self, slot: usize) -> usize {
        self.keyed.as_ref().map_or(slot, |keyed| keyed.first + slot)
    }

    /// Notes a slot's attributes, as its set shows them, at its first use. Returns the limit that they are over, if
    /// one is declared: then what is kept of them is the overflow set.
    #[cold]
    pub(super) fn note(&self, slot: usize, attributes: Vec<KeyValue>) -> Option<Limit> {
        if self.is_used(slot) {
            return None;
        }
        let mut attributes = canonical(attributes);
        let admitted = self.keyed.as_ref().and_then(|keyed| keyed.admitted.as_ref());
        let over = admitted.and_then(|admitted| admitted.admit(&attributes).err());
        if over.is_some() {
            attributes = overflow();
        }
        // A flattened set has its digits in another order than its fields.
        if self.is_keyed() || of_slot(self.fields, slot).as_ref() != Some(&attributes) {
            let kept = self.kept.get_or_init(|| self.used.iter().map(|_| OnceLock::new()).collect());
            kept[slot].get_or_init(|| attributes);
        }
        let mut order = lock(&self.order);
        if !self.used[slot].load(Ordering::Relaxed) {
            order.push(slot as u16);
            // Release: a thread that sees the slot used sees its attributes.
            self.used[slot].store(true, Ordering::Release);
        }
        over
    }

    /// The attributes of a used slot.
    pub(super) fn attributes(&self, slot: usize) -> Cow<'_, [KeyValue]> {
        match self.kept.get().and_then(|kept| kept[slot].get()) {
            Some(attributes) => Cow::Borrowed(attributes),
            None => Cow::Owned(of_slot(self.fields, slot).unwrap_or_default().into_vec()),
        }
    }

    /// The number of used slots.
    pub(super) fn used_slots(&self) -> u64 {
        lock(&self.order).len() as u64
    }

    /// The used slots, in the order of their first values.
    pub(super) fn used(&self) -> Vec<u16> {
        lock(&self.order).clone()
    }
}
