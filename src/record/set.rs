//! Attribute sets as the SDK takes them: sorted, each key once.
// Uses `attribute`. Used by `core`, `encoded`, `erased`, `group`, `instrument`, `preset`, `recorder`, `series`, `slot`,
// `store`, `store::gauges`, `store::histograms`, `store::open`, `store::sums`, `testing`.

use opentelemetry::{KeyValue, Value};

use crate::attribute::{Field, KeyRef, Set, ValueRef, ValueType, Visit};

/// An attribute set behind a pointer, so that code that takes it is compiled once for all sets.
pub trait AnySet {
    /// Passes each attribute that is present to a visitor.
    fn visit_any(&self, visitor: &mut dyn Visit);
}

impl<A: Set> AnySet for A {
    fn visit_any(&self, mut visitor: &mut dyn Visit) {
        self.visit(&mut visitor);
    }
}

/// A set, and attributes before it.
pub(super) struct Preceded<'a> {
    pub(super) by: &'a [KeyValue],
    pub(super) set: &'a dyn AnySet,
}

impl AnySet for Preceded<'_> {
    fn visit_any(&self, visitor: &mut dyn Visit) {
        self.by.visit_any(visitor);
        self.set.visit_any(visitor);
    }
}

impl Visit for &mut (dyn Visit + '_) {
    #[inline]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        (**self).attribute(key, value);
    }
}

/// The attributes of a set, in the order of the visit. This runs the user's code.
pub(crate) fn as_given(set: &dyn AnySet) -> Vec<KeyValue> {
    let mut list = Vec::new();
    set.visit_any(&mut list);
    list
}

/// The attributes sorted, each key once with its last value. In any other order, the SDK would keep the set twice.
pub(super) fn canonical(mut list: Vec<KeyValue>) -> Box<[KeyValue]> {
    list.reverse();
    list.sort_by(|a, b| a.key.cmp(&b.key));
    list.dedup_by(|later, earlier| later.key == earlier.key);
    list.into_boxed_slice()
}

/// The attributes of a set, sorted.
pub(crate) fn canonical_set(set: &dyn AnySet) -> Box<[KeyValue]> {
    canonical(as_given(set))
}

/// The attributes of a set after those of `by`, sorted.
pub(crate) fn canonical_after(by: &[KeyValue], set: &dyn AnySet) -> Box<[KeyValue]> {
    canonical_set(&Preceded { by, set })
}

/// The attributes of a slot, where they follow from the fields alone: a slot is a number whose digits are the fields'
/// indices, and what is left out has the index 0.
pub(super) fn of_slot(fields: &[Field], mut slot: usize) -> Option<Box<[KeyValue]>> {
    let mut list = Vec::with_capacity(fields.len());
    for field in fields.iter().rev() {
        let values = match field.ty {
            ValueType::Bool => 2,
            _ if field.members.is_empty() => return None,
            _ => field.members.len(),
        };
        let base = values + usize::from(!field.required);
        let digit = slot % base;
        slot /= base;
        let Some(index) = (digit + usize::from(field.required)).checked_sub(1) else { continue };
        let value = if field.ty == ValueType::Bool { Value::Bool(index == 1) } else { field.members[index].into() };
        list.push(KeyValue::new(field.key, value));
    }
    Some(canonical(list))
}

/// The set in which the SDK records everything over the limit (*Metrics SDK, overflow attribute*).
pub(super) fn overflow() -> Box<[KeyValue]> {
    Box::new([KeyValue::new("otel.metric.overflow", true)])
}
