//! The series of a closed set: which slots are used, in which order, and the attributes of each.

use std::borrow::Cow;

use opentelemetry::KeyValue;

use super::set::{canonical, of_slot};
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
}

impl Series {
    pub(super) fn new(sets: usize, fields: &'static [Field]) -> Self {
        let used = (0..sets).map(|_| AtomicBool::new(false)).collect();
        Self { used, order: Mutex::new(Vec::new()), kept: OnceLock::new(), fields }
    }

    pub(super) fn len(&self) -> usize {
        self.used.len()
    }

    /// Whether a slot was used before.
    #[inline]
    pub(super) fn is_used(&self, slot: usize) -> bool {
        self.used[slot].load(Ordering::Acquire)
    }

    /// Notes a slot's attributes, as its set shows them, at its first use.
    #[cold]
    pub(super) fn note(&self, slot: usize, attributes: Vec<KeyValue>) {
        if self.is_used(slot) {
            return;
        }
        let attributes = canonical(attributes);
        // A flattened set has its digits in another order than its fields.
        if of_slot(self.fields, slot).as_ref() != Some(&attributes) {
            let kept = self.kept.get_or_init(|| self.used.iter().map(|_| OnceLock::new()).collect());
            kept[slot].get_or_init(|| attributes);
        }
        let mut order = lock(&self.order);
        if !self.used[slot].load(Ordering::Relaxed) {
            order.push(slot as u16);
            // Release: a thread that sees the slot used sees its attributes.
            self.used[slot].store(true, Ordering::Release);
        }
    }

    /// The attributes of a used slot.
    pub(super) fn attributes(&self, slot: usize) -> Cow<'_, [KeyValue]> {
        match self.kept.get().and_then(|kept| kept[slot].get()) {
            Some(attributes) => Cow::Borrowed(attributes),
            None => Cow::Owned(of_slot(self.fields, slot).unwrap_or_default().into_vec()),
        }
    }

    /// The used slots, in the order of their first values.
    pub(super) fn used(&self) -> Vec<u16> {
        lock(&self.order).clone()
    }
}
