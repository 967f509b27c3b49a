//! Attribute sets encoded as words, so that two sets are compared without running user code.
//!
//! A set is visited once per value, before any lock is taken: an attribute's `value()` and `Display` are the user's code, which
//! can take locks and record. The words are what is looked up under the lock of a map. No two different sets have the same words.
//! One set can have two encodings (its attributes in another order, a key once as a literal and once as text); then it has two
//! entries in a map, and is exported with the same attributes.
// Uses `attribute`, `set`. Used by `core`, `store`, `store::gauges`, `store::histograms`, `store::open`, `store::sums`.

use core::fmt::{self, Write};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::OnceLock;

use opentelemetry::{Array, KeyValue, Value};

use super::set::AnySet;
use crate::attribute::{KeyRef, ValueRef, Visit};

/// A set, written down.
pub(super) struct Encoded {
    len: usize,
    words: [u64; INLINE],
    /// What does not fit into `words`.
    more: Vec<u64>,
}

/// Enough for four strings of 16 bytes with literals as keys, without an allocation.
const INLINE: usize = 20;

/// A set as it was given, and written down as it is in one visit: code of the user's may give something else the next time.
pub struct Given {
    pub(super) attributes: Vec<KeyValue>,
    pub(super) encoded: Encoded,
}

/// What stands before a key, in a word with the key's length.
mod tag {
    pub(super) const BOOL: u64 = 1;
    pub(super) const INT: u64 = 2;
    pub(super) const DOUBLE: u64 = 3;
    pub(super) const TEXT: u64 = 4;
    pub(super) const BOOLS: u64 = 5;
    pub(super) const INTS: u64 = 6;
    pub(super) const DOUBLES: u64 = 7;
    pub(super) const TEXTS: u64 = 8;
    pub(super) const OTHER: u64 = 9;
    /// The key is no literal, so its text follows and not its address.
    pub(super) const KEY_AS_TEXT: u64 = 1 << 7;
}

/// Two empty lists are not compared: they have dangling pointers, and where glibc's comparison reads those by AVX-512, under a mask,
/// that took half of the time of a call.
#[inline]
fn are_equal(one: &[u64], other: &[u64]) -> bool {
    one.len() == other.len() && (one.is_empty() || one == other)
}

impl Encoded {
    #[inline(always)]
    pub(super) const fn new() -> Self {
        Self { len: 0, words: [0; INLINE], more: Vec::new() }
    }

    /// Multiplies and folds two words at a time. Sets come from the program, the seed from the process, and the maps are bounded; so
    /// speed is what matters.
    #[inline]
    pub(super) fn hash(&self) -> u64 {
        static SEED: OnceLock<u64> = OnceLock::new();
        let seed = *SEED.get_or_init(|| RandomState::new().hash_one(0));
        let fold = |hash: u64, a: u64, b: u64| {
            let product = u128::from(a ^ seed) * u128::from(b ^ hash);
            (product as u64) ^ ((product >> 64) as u64)
        };
        // What is over is zero.
        let pairs = self.words.chunks_exact(2).take(self.len.div_ceil(2));
        let hash = pairs.fold(!seed, |hash, pair| fold(hash, pair[0], pair[1]));
        self.more.iter().fold(hash, |hash, word| fold(hash, *word, 0))
    }

    #[inline]
    pub(super) fn equals(&self, words: &[u64]) -> bool {
        match words.split_at_checked(self.len) {
            Some((first, more)) => are_equal(first, &self.words[..self.len]) && are_equal(more, &self.more),
            None => false,
        }
    }

    pub(super) fn into_words(self) -> Box<[u64]> {
        self.words[..self.len].iter().copied().chain(self.more).collect()
    }

    /// Each word by itself, from a register: an array that is copied is stored as words and loaded as more than one, which waits for
    /// those stores.
    #[inline(always)]
    fn push<const N: usize>(&mut self, words: [u64; N]) {
        match self.words.get_mut(self.len..self.len + N) {
            Some(free) => {
                free.iter_mut().zip(words).for_each(|(at, word)| *at = word);
                self.len += N;
            }
            None => words.into_iter().for_each(|word| self.spill(word)),
        }
    }

    #[cold]
    #[inline(never)]
    fn spill(&mut self, word: u64) {
        match self.words.get_mut(self.len) {
            Some(place) => {
                *place = word;
                self.len += 1;
            }
            None => self.more.push(word),
        }
    }

    /// The bytes of a text, whose length is known from before.
    #[inline(always)]
    fn bytes(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
        // The last word overlaps with the one before it.
        if let Some(last) = bytes.last_chunk() {
            for chunk in bytes[..bytes.len() - 1].chunks_exact(8) {
                self.push([u64::from_le_bytes(chunk.try_into().expect("eight bytes"))]);
            }
            self.push([word(last)]);
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            self.push([half(first) | (half(last) << 32)]);
        } else if let [first, .., last] | [first @ last] = bytes {
            let middle = bytes[bytes.len() / 2];
            self.push([u64::from_le_bytes([*first, middle, *last, 0, 0, 0, 0, 0])]);
        }
    }

    #[inline]
    fn text(&mut self, text: &str) {
        self.push([text.len() as u64]);
        self.bytes(text);
    }

    /// The key, a tag and a word.
    #[inline(always)]
    fn head(&mut self, key: KeyRef<'_>, tag: u64, word: u64) {
        match key {
            KeyRef::Static(key) => self.push([((key.len() as u64) << 8) | tag, key.as_ptr().addr() as u64, word]),
            KeyRef::Key(key) => self.head_as_text(key.as_str(), tag, word),
        }
    }

    #[inline(never)]
    fn head_as_text(&mut self, key: &str, tag: u64, word: u64) {
        self.push([((key.len() as u64) << 8) | tag | tag::KEY_AS_TEXT, word]);
        self.bytes(key);
    }

    fn value(&mut self, key: KeyRef<'_>, value: &Value) {
        match value {
            Value::Bool(value) => self.attribute(key, ValueRef::Bool(*value)),
            Value::I64(value) => self.attribute(key, ValueRef::Int(*value)),
            Value::F64(value) => self.attribute(key, ValueRef::Double(*value)),
            Value::String(text) => self.attribute(key, ValueRef::Str(text.as_str())),
            Value::Array(Array::Bool(values)) => {
                self.array(key, tag::BOOLS, values, |this, value| this.push([u64::from(*value)]));
            }
            Value::Array(Array::I64(values)) => {
                self.array(key, tag::INTS, values, |this, value| this.push([*value as u64]));
            }
            Value::Array(Array::F64(values)) => {
                self.array(key, tag::DOUBLES, values, |this, value| this.push([value.to_bits()]));
            }
            Value::Array(Array::String(values)) => {
                self.array(key, tag::TEXTS, values, |this, value| this.text(value.as_str()));
            }
            other => {
                self.head(key, tag::OTHER, 0);
                self.text(&other.as_str());
            }
        }
    }

    fn array<T>(&mut self, key: KeyRef<'_>, tag: u64, values: &[T], each: impl Fn(&mut Self, &T)) {
        self.head(key, tag, values.len() as u64);
        values.iter().for_each(|value| each(self, value));
    }
}

impl Visit for Encoded {
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        match value {
            ValueRef::Absent => {}
            ValueRef::Bool(value) => self.head(key, tag::BOOL, value.into()),
            ValueRef::Int(value) => self.head(key, tag::INT, value as u64),
            // As an attribute, too, -0.0 is 0.0.
            ValueRef::Double(value) if !value.is_nan() => self.head(key, tag::DOUBLE, (value + 0.0).to_bits()),
            ValueRef::Static(text) | ValueRef::Str(text) => {
                self.head(key, tag::TEXT, text.len() as u64);
                self.bytes(text);
            }
            ValueRef::Shared(text) => self.attribute(key, ValueRef::Str(text)),
            ValueRef::Plain(value) => {
                let mut text = Short { text: [0; 64], len: 0 };
                match write!(text, "{value}") {
                    Ok(()) => self.attribute(key, ValueRef::Str(text.as_str())),
                    Err(_) => self.attribute(key, ValueRef::Display(value)),
                }
            }
            other => {
                if let Some(value) = other.to_value() {
                    self.value(key, &value);
                }
            }
        }
    }
}

/// Room for the text of a number or an address, without an allocation.
struct Short {
    text: [u8; 64],
    len: usize,
}

impl Short {
    fn as_str(&self) -> &str {
        core::str::from_utf8(&self.text[..self.len]).unwrap_or_default()
    }
}

impl Write for Short {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let room = self.text.get_mut(self.len..self.len + part.len()).ok_or(fmt::Error)?;
        room.copy_from_slice(part.as_bytes());
        self.len += part.len();
        Ok(())
    }
}

impl Given {
    /// Runs the user's code.
    pub(super) fn of(set: &dyn AnySet) -> Self {
        let mut given = Self { attributes: Vec::new(), encoded: Encoded::new() };
        set.visit_any(&mut given);
        given
    }
}

impl Visit for Given {
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if let Some(value) = value.to_value() {
            self.encoded.value(key, &value);
            self.attributes.push(KeyValue::new(key.to_key(), value));
        }
    }
}

#[cfg(test)]
mod tests {
    use opentelemetry::{KeyValue, StringValue, Value};

    use super::{AnySet, Encoded, Given};
    use crate::attribute::{KeyRef, ValueRef, Visit};

    fn encoded(set: &[KeyValue]) -> Encoded {
        let mut encoded = Encoded::new();
        (&set as &dyn AnySet).visit_any(&mut encoded);
        encoded
    }

    fn words(set: &[KeyValue]) -> Box<[u64]> {
        encoded(set).into_words()
    }

    #[test]
    fn sets_are_written_alike_only_if_they_are_the_same() {
        let values = || {
            [
                Value::Bool(false),
                Value::Bool(true),
                Value::I64(0),
                Value::I64(1),
                Value::I64(7),
                Value::F64(0.0),
                Value::F64(f64::from_bits(7)),
                Value::String("".into()),
                Value::String("a".into()),
                Value::String("\0".into()),
                Value::String("a\0".into()),
                Value::String("\0a".into()),
                // Of these, only the length tells which it is.
                Value::String("aa".into()),
                Value::String("1234".into()),
                Value::String("12341234".into()),
                Value::String("12345678".into()),
                Value::String("12345678\0".into()),
                Value::Array(vec![true].into()),
                Value::Array(vec![1_i64].into()),
                Value::Array(vec![1_i64, 1].into()),
                Value::Array(vec![1.0].into()),
                Value::Array(Vec::<i64>::new().into()),
                Value::Array(Vec::<f64>::new().into()),
                Value::Array(vec![StringValue::from("a"), "b".into()].into()),
                Value::Array(vec![StringValue::from("ab")].into()),
            ]
        };
        let mut sets = vec![Vec::new()];
        for key in ["b", "a", "ab", "a\0"] {
            sets.extend(values().map(|value| vec![KeyValue::new(key, value)]));
            sets.extend(values().map(|value| vec![KeyValue::new(key, value), KeyValue::new("a", 1)]));
        }
        for (at, one) in sets.iter().enumerate() {
            assert!(encoded(one).equals(&words(one)));
            for other in &sets[at + 1..] {
                assert!(!encoded(one).equals(&words(other)), "{one:?} and {other:?}");
                assert_ne!(words(one), words(other), "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn a_set_beyond_what_has_room_is_compared_to_its_end() {
        let long =
            |last: &str| (0..30).map(|n| KeyValue::new("key", n)).chain([KeyValue::new("last", last.to_owned())]);
        let (one, other): (Vec<_>, Vec<_>) = (long("a").collect(), long("b").collect());
        assert!(encoded(&one).equals(&words(&one)));
        assert!(!encoded(&one).equals(&words(&other)));
        assert!(!encoded(&one).equals(&words(&one)[..25]));
    }

    #[test]
    fn what_displays_is_written_as_its_text() {
        let written = |value: ValueRef<'_>| {
            let (mut encoded, mut given) = (Encoded::new(), Given::of(&()));
            encoded.attribute(KeyRef::Static("k"), value);
            given.attribute(KeyRef::Static("k"), value);
            let words = encoded.into_words();
            assert_eq!(words, given.encoded.into_words());
            words
        };
        let long = "x".repeat(100);
        for text in ["", "a", &long] {
            assert_eq!(written(ValueRef::Plain(&text)), written(ValueRef::Str(text)));
            assert_eq!(written(ValueRef::Display(&text)), written(ValueRef::Str(text)));
        }
        assert_eq!(written(ValueRef::Double(f64::NAN)), written(ValueRef::Str("NaN")));
        assert_eq!(written(ValueRef::Double(-0.0)), written(ValueRef::Double(0.0)));
        assert_eq!(written(ValueRef::Absent).len(), 0);
    }
}
