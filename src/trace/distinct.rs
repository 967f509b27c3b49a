//! Attributes of which each key is there once.

use std::collections::HashMap;
use std::mem;

use opentelemetry::{Key, KeyValue, otel_warn};

use crate::attribute::{KeyRef, Set, ValueRef, Visit, has_key};
use crate::safely::safely;

/// A collection of attributes in which each key is there once: its last value counts, at its first place (*Common,
/// attribute collections*; *Trace API, set attributes*). The SDK would keep both.
///
/// It is bounded, as keys that are made from input have no end: of what comes later, nothing is kept.
#[derive(Debug, Default)]
pub(super) struct Distinct {
    list: Vec<KeyValue>,
    /// Where each key is, once there are too many to look through.
    index: Option<HashMap<Key, usize>>,
    /// How often a key came that was one too many.
    dropped: u64,
}

impl Distinct {
    /// Up to this number, keys are compared one by one, which takes less time than hashing one.
    const LOOKED_THROUGH: usize = 32;
    /// The maximum number of keys that are kept. The SDK keeps 128, unless its limit is raised.
    pub(super) const KEPT: usize = 4_096;

    /// The attributes of a set; if one of them panics, those before it.
    pub(super) fn of<S: Set>(set: &S) -> Self {
        Self::after(&[], set)
    }

    /// The same, and attributes before them.
    pub(super) fn after<S: Set>(common: &[KeyValue], set: &S) -> Self {
        let mut distinct = Self { list: Vec::with_capacity(common.len() + S::FIELDS.len()), ..Self::default() };
        common.iter().for_each(|attribute| distinct.set(attribute.clone()));
        safely(|| set.visit(&mut distinct));
        distinct
    }

    pub(super) fn set(&mut self, attribute: KeyValue) {
        // By way of OpenTelemetry's API, it may have none.
        if !has_key(&attribute) {
            return;
        }
        match self.position(&attribute.key) {
            Some(position) => self.list[position] = attribute,
            None => self.push(attribute),
        }
    }

    /// Takes an attribute out.
    pub(super) fn remove(&mut self, key: &str) -> Option<KeyValue> {
        let position = self.list.iter().position(|attribute| attribute.key.as_str() == key)?;
        let removed = self.list.remove(position);
        self.index = None;
        Some(removed)
    }

    /// The list, of an event or a link. What was one too many is reported.
    pub(super) fn into_list(self) -> Vec<KeyValue> {
        safely(|| Self::report(self.dropped));
        self.list
    }

    /// Reports how often a key came that was one too many.
    pub(super) fn report(dropped: u64) {
        if dropped > 0 {
            otel_warn!(
                name: "Meterstick.SpanAttributesDropped",
                dropped = dropped,
                kept = Self::KEPT,
                message = "A span, an event or a link was given attributes with more keys than are kept. What came later was dropped."
            );
        }
    }

    /// Takes the attributes out.
    pub(super) fn take(&mut self) -> Vec<KeyValue> {
        self.index = None;
        mem::take(&mut self.list)
    }

    /// Sets all of another's, which leaves the same out as that did.
    pub(super) fn merge(&mut self, other: Self) {
        self.dropped += other.dropped;
        for attribute in other.list {
            self.set(attribute);
        }
    }

    /// How often a key came that was one too many.
    pub(super) fn dropped(&self) -> u64 {
        self.dropped
    }

    fn position(&mut self, key: &Key) -> Option<usize> {
        if self.list.len() <= Self::LOOKED_THROUGH {
            return self.list.iter().position(|attribute| attribute.key == *key);
        }
        let all = || self.list.iter().enumerate().map(|(position, one)| (one.key.clone(), position));
        self.index.get_or_insert_with(|| all().collect()).get(key).copied()
    }

    fn push(&mut self, attribute: KeyValue) {
        if self.list.len() == Self::KEPT {
            self.dropped += 1;
            return;
        }
        if let Some(index) = &mut self.index {
            index.insert(attribute.key.clone(), self.list.len());
        }
        self.list.push(attribute);
    }
}

impl Visit for Distinct {
    #[inline]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if let Some(value) = value.to_value() {
            self.set(KeyValue::new(key.to_key(), value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule, written as plainly as can be.
    fn model(given: &[KeyValue]) -> Vec<KeyValue> {
        let mut list: Vec<KeyValue> = Vec::new();
        for attribute in given {
            match list.iter_mut().find(|one| one.key == attribute.key) {
                Some(one) => *one = attribute.clone(),
                None => list.push(attribute.clone()),
            }
        }
        list
    }

    #[test]
    fn no_more_than_a_bound_is_kept() {
        let given: Vec<_> = (0..10_000_i64).map(|n| KeyValue::new(format!("k{n}"), n)).collect();
        let mut distinct = Distinct::of(&given);
        distinct.set(KeyValue::new("k4095", -1));
        assert_eq!((distinct.list.len(), distinct.dropped()), (Distinct::KEPT, 5_904));
        distinct.merge(Distinct::of(&[KeyValue::new("other", 1)]));
        distinct.merge(Distinct::of(&given));
        distinct.set(KeyValue::new("k4095", -1));
        assert_eq!((distinct.list.len(), distinct.dropped()), (Distinct::KEPT, 2 * 5_904 + 1));
        assert_eq!(distinct.list.last(), Some(&KeyValue::new("k4095", -1)));
    }

    #[test]
    fn the_last_value_of_a_key_counts_at_its_first_place() {
        for keys in [1, 2, 31, 32, 33, 34, 100] {
            let given: Vec<_> = (0..300_i64).map(|n| KeyValue::new(format!("k{}", n * 7 % keys), n)).collect();
            let mut distinct = Distinct::of(&given);
            assert_eq!(distinct.list, model(&given), "{keys} keys");
            assert!(distinct.remove("k0").is_some() && distinct.remove("k0").is_none());
            distinct.set(KeyValue::new("k0", -1));
            distinct.set(KeyValue::new("k0", -2));
            let mut expected = model(&given);
            expected.retain(|one| one.key.as_str() != "k0");
            expected.push(KeyValue::new("k0", -2));
            assert_eq!(distinct.into_list(), expected, "{keys} keys");
        }
    }
}
