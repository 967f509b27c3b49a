//! `Distinct`: a list of attributes in which each key occurs once.
// Uses `attribute`, `error_type`, `safely`. Used by `active`, `shared`, `source`, `span`, `undeclared`.

use std::collections::HashMap;
use std::mem;

use opentelemetry::{Key, KeyValue, otel_warn};

use super::error_type::ERROR_TYPE;
use crate::attribute::{KeyRef, Set, ValueRef, Visit, has_key};
use crate::safely::safely;

/// A list of attributes in which each key occurs once: with its last value, at its first position (*Common, attribute
/// collections*; *Trace API, set attributes*). The SDK would keep every value.
///
/// It is bounded, because keys made from input have no bound: further keys are dropped. An `error.type` never is, because a duration
/// has it also where no list is made.
#[derive(Debug, Default)]
pub(super) struct Distinct {
    list: Vec<KeyValue>,
    /// The position of each key, once there are too many to search.
    index: Option<HashMap<Key, usize>>,
    /// The number of dropped attributes.
    dropped: u64,
}

impl Distinct {
    /// Up to this number, comparing keys one by one takes less time than hashing one.
    const LOOKED_THROUGH: usize = 32;
    /// The maximum number of keys. The SDK keeps 128, unless its limit is raised.
    pub(super) const KEPT: usize = 4_096;

    /// The attributes of a set. If one of them panics, those before it.
    pub(super) fn of<S: Set>(set: &S) -> Self {
        Self::after(&[], set)
    }

    /// The attributes of a set, after `common`.
    pub(super) fn after<S: Set>(common: &[KeyValue], set: &S) -> Self {
        let mut distinct = Self { list: Vec::with_capacity(common.len() + S::FIELDS.len()), ..Self::default() };
        common.iter().for_each(|attribute| distinct.set(attribute.clone()));
        safely(|| set.visit(&mut distinct));
        distinct
    }

    pub(super) fn set(&mut self, attribute: KeyValue) {
        // Attributes that are set through OpenTelemetry's API can have an empty key.
        if !has_key(&attribute) {
            return;
        }
        match self.position(&attribute.key) {
            Some(position) => self.list[position] = attribute,
            None => self.push(attribute),
        }
    }

    /// Removes an attribute and returns it.
    pub(super) fn remove(&mut self, key: &str) -> Option<KeyValue> {
        let position = self.list.iter().position(|attribute| attribute.key.as_str() == key)?;
        let removed = self.list.remove(position);
        self.index = None;
        Some(removed)
    }

    /// The list, for an event or a link. Dropped attributes are reported.
    pub(super) fn into_list(self) -> Vec<KeyValue> {
        Self::report(self.dropped);
        self.list
    }

    /// Reports the number of dropped attributes.
    pub(super) fn report(dropped: u64) {
        if dropped > 0 {
            // What listens to the log may panic.
            safely(|| {
                otel_warn!(
                    name: "Meterstick.SpanAttributesDropped",
                    dropped = dropped,
                    kept = Self::KEPT,
                    message = "A span, an event or a link was given attributes with more keys than are kept. What came later was dropped."
                );
            });
        }
    }

    /// Takes all attributes out.
    pub(super) fn take(&mut self) -> Vec<KeyValue> {
        self.index = None;
        mem::take(&mut self.list)
    }

    /// Sets all attributes of another list, and adds its number of dropped ones.
    pub(super) fn merge(&mut self, other: Self) {
        self.dropped += other.dropped;
        for attribute in other.list {
            self.set(attribute);
        }
    }

    /// The number of dropped attributes.
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
        if self.list.len() >= Self::KEPT && attribute.key.as_str() != ERROR_TYPE {
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

    /// The rule, written as plainly as possible.
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
    fn the_class_of_an_error_is_never_dropped() {
        let class = KeyValue::new(ERROR_TYPE, "late");
        let given = (0..10_000_i64).map(|n| KeyValue::new(format!("k{n}"), n));
        let given: Vec<_> = given.chain([class.clone(), KeyValue::new("last", 1)]).collect();
        let mut distinct = Distinct::of(&given);
        assert_eq!((distinct.list.len(), distinct.dropped()), (Distinct::KEPT + 1, 5_905));
        assert_eq!(distinct.remove(ERROR_TYPE), Some(class));
        assert_eq!(distinct.list.len(), Distinct::KEPT);
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
