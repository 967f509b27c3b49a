//! Sets of attributes: as the SDK takes them, hashed, compared.

use core::fmt::{self, Write};

use opentelemetry::{Array, KeyValue, Value};

use crate::attribute::{Field, KeyRef, Set, ValueRef, ValueType, Visit};

/// A set of attributes behind a pointer, so that what takes it is compiled once for all sets.
pub trait AnySet {
    /// Shows each attribute that is there.
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

/// The attributes of a set in the order in which they are shown. This runs the user's code.
pub(crate) fn as_given(set: &dyn AnySet) -> Vec<KeyValue> {
    let mut list = Vec::new();
    set.visit_any(&mut list);
    list
}

/// The attributes sorted, each key once: the last one given counts. In any other order the SDK would keep the set twice.
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

/// The same, and attributes before them.
#[cfg(feature = "testing")]
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

/// The set that the SDK keeps for all that is over the limit (*Metrics SDK, overflow attribute*).
pub(super) fn overflow() -> Box<[KeyValue]> {
    Box::new([KeyValue::new("otel.metric.overflow", true)])
}

/// Hashes a set without making anything of it. Also tells whether a value has to be displayed by code of the user: then the
/// hash has not seen it.
pub(super) fn hash(set: &dyn AnySet, seed: u64) -> (u64, bool) {
    let mut hasher = Hash { hash: seed, is_displayed: false };
    set.visit_any(&mut hasher);
    (hasher.hash, hasher.is_displayed)
}

/// Multiplies and folds eight bytes at a time. Sets come from the program, the seed from the process, and the maps are
/// bounded; so speed is what matters.
struct Hash {
    hash: u64,
    is_displayed: bool,
}

impl Hash {
    #[inline]
    fn word(&mut self, word: u64) {
        let product = u128::from(self.hash ^ word) * 0x9E37_79B9_7F4A_7C15;
        self.hash = (product as u64) ^ ((product >> 64) as u64);
    }

    #[inline]
    fn text(&mut self, text: &str) {
        let mut chunks = text.as_bytes().chunks_exact(8);
        for chunk in &mut chunks {
            self.word(u64::from_le_bytes(chunk.try_into().expect("eight bytes")));
        }
        let mut last = text.len() as u64;
        for &byte in chunks.remainder() {
            last = (last << 8) | u64::from(byte);
        }
        self.word(last);
    }

    fn value(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Absent => {}
            ValueRef::Bool(value) => self.word(u64::from(value)),
            ValueRef::Int(value) => self.word(value as u64),
            ValueRef::Double(value) if value.is_nan() => self.text("NaN"),
            ValueRef::Double(value) => self.word((value + 0.0).to_bits()),
            ValueRef::Static(text) | ValueRef::Str(text) => self.text(text),
            ValueRef::Shared(text) => self.text(text),
            ValueRef::Display(_) => self.is_displayed = true,
            // Its text comes in pieces of any length, so each byte counts alone.
            ValueRef::Plain(value) => {
                let _ = write!(self, "{value}");
            }
            ValueRef::Sequence(sequence) => sequence.each(&mut |element| self.value(element)),
            ValueRef::Value(Value::Bool(value)) => self.value(ValueRef::Bool(*value)),
            ValueRef::Value(Value::I64(value)) => self.value(ValueRef::Int(*value)),
            ValueRef::Value(Value::F64(value)) => self.value(ValueRef::Double(*value)),
            ValueRef::Value(Value::String(text)) => self.text(text.as_str()),
            ValueRef::Value(other) => self.text(&other.as_str()),
        }
    }
}

impl Write for Hash {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        part.bytes().for_each(|byte| self.word(u64::from(byte)));
        Ok(())
    }
}

impl Visit for Hash {
    #[inline]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if let ValueRef::Absent = value {
            return;
        }
        // Keys of one declared set differ in their length often enough; all others are compared in any case.
        match key {
            KeyRef::Static(key) => self.hash = self.hash.wrapping_add(key.len() as u64),
            KeyRef::Key(key) => self.text(key.as_str()),
        }
        self.value(value);
    }
}

/// Whether a set is the one that was stored as it was given.
pub(super) fn matches(set: &dyn AnySet, stored: &[KeyValue]) -> bool {
    let mut compare = Compare { stored, equal: true };
    set.visit_any(&mut compare);
    compare.equal && compare.stored.is_empty()
}

struct Compare<'a> {
    stored: &'a [KeyValue],
    equal: bool,
}

impl Visit for Compare<'_> {
    #[inline]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if let ValueRef::Absent = value {
            return;
        }
        self.equal = self.equal
            && match self.stored.split_first() {
                Some((stored, rest)) => {
                    self.stored = rest;
                    same_key(key.as_str(), stored.key.as_str()) && same_value(value, &stored.value)
                }
                None => false,
            };
    }
}

#[inline]
fn same_key(given: &str, stored: &str) -> bool {
    // Most keys are literals, and then they are one and the same.
    (given.as_ptr() == stored.as_ptr() && given.len() == stored.len()) || given == stored
}

#[inline]
fn same_value(given: ValueRef<'_>, stored: &Value) -> bool {
    match (given, stored) {
        (ValueRef::Static(given) | ValueRef::Str(given), Value::String(stored)) => given == stored.as_str(),
        (ValueRef::Shared(given), Value::String(stored)) => **given == *stored.as_str(),
        (ValueRef::Bool(given), Value::Bool(stored)) => given == *stored,
        (ValueRef::Int(given), Value::I64(stored)) => given == *stored,
        (ValueRef::Double(given), Value::F64(stored)) => given == *stored,
        (ValueRef::Double(given), Value::String(stored)) => given.is_nan() && stored.as_str() == "NaN",
        (ValueRef::Display(given) | ValueRef::Plain(given), Value::String(stored)) => displays(given, stored.as_str()),
        (ValueRef::Value(Value::F64(given)), stored) => same_value(ValueRef::Double(*given), stored),
        // An array may be stored as another value than an array: one with NaN is its JSON.
        (ValueRef::Sequence(_) | ValueRef::Value(Value::Array(Array::F64(_))), stored) => {
            given.to_value().as_ref() == Some(stored)
        }
        (ValueRef::Value(given), stored) => given == stored,
        _ => false,
    }
}

/// Whether a value displays as just this text.
fn displays(value: &dyn fmt::Display, text: &str) -> bool {
    struct Rest<'a>(Option<&'a str>);
    impl Write for Rest<'_> {
        fn write_str(&mut self, part: &str) -> fmt::Result {
            self.0 = self.0.and_then(|rest| rest.strip_prefix(part));
            self.0.map(|_| ()).ok_or(fmt::Error)
        }
    }
    let mut rest = Rest(Some(text));
    // One that fails to display has displayed the text if it failed at its end.
    let _ = write!(rest, "{value}");
    rest.0 == Some("")
}
