//! `KeyValues`: the open attribute set, which takes any keys and values.
// Uses `keys`, `safely`, `set`, `value`. Used by `convert`, `trace`.

use std::sync::atomic::{AtomicBool, Ordering};

use opentelemetry::{KeyValue, otel_warn};

use super::keys::AnyKeys;
use super::set::{Attributes, Field, KeyRef, Set, Visit};
use super::value::ValueRef;
use crate::safely::safely;

/// The open attribute set: any keys and values, as the OpenTelemetry API takes them (*Metrics API, Counter add: flexible
/// attributes*).
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use opentelemetry::KeyValue;
///
/// const SENT: Metric<Counter<u64, Bytes, KeyValues>> =
///     Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<KeyValues>();
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// SENT.build(&meter).add(Bytes(512), &[KeyValue::new("peer", "a")]);
/// ```
///
/// If a key occurs twice, the last value is taken. An attribute with an empty key is left out (*Common, attribute: the key must
/// be a non-empty string*), and the first of them is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyValues {}

#[diagnostic::do_not_recommend]
impl Attributes for KeyValues {
    type With<'a> = &'a [KeyValue];
    type Keys = AnyKeys;
    const KEYS: AnyKeys = AnyKeys;
    const FIELDS: &'static [Field] = &[];
    const CARDINALITY: Option<usize> = None;
    const ANY_KEYS: bool = true;

    fn slot(&self) -> usize {
        match *self {}
    }

    fn visit<V: Visit>(&self, _: &mut V) {
        match *self {}
    }
}

/// Whether an attribute has a key. The first one without a key is reported.
pub(crate) fn has_key(attribute: &KeyValue) -> bool {
    static IS_REPORTED: AtomicBool = AtomicBool::new(false);

    let has_key = !attribute.key.as_str().is_empty();
    if !has_key && !IS_REPORTED.swap(true, Ordering::Relaxed) {
        safely(|| {
            otel_warn!(
                name: "Meterstick.EmptyAttributeKey",
                message = "An attribute with an empty key is left out. Later ones are left out without a report."
            );
        });
    }
    has_key
}

macro_rules! owned {
    ($([$($generics:tt)*] $list:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Set for $list {
            type Given<'a> = &'a [KeyValue];
            type Keys = AnyKeys;
            const KEYS: AnyKeys = AnyKeys;
            const FIELDS: &'static [Field] = &[];
            const CARDINALITY: Option<usize> = None;
            const ANY_KEYS: bool = true;

            fn slot(&self) -> usize {
                0
            }

            fn visit<V: Visit>(&self, visitor: &mut V) {
                Attributes::visit(&&self[..], visitor);
            }
        }
    )*};
}

owned!([] Vec<KeyValue> [const N: usize] [KeyValue; N]);

#[diagnostic::do_not_recommend]
impl Attributes for &[KeyValue] {
    type With<'a> = &'a [KeyValue];
    type Keys = AnyKeys;
    const KEYS: AnyKeys = AnyKeys;
    const FIELDS: &'static [Field] = &[];
    const CARDINALITY: Option<usize> = None;
    const ANY_KEYS: bool = true;

    fn slot(&self) -> usize {
        0
    }

    fn visit<V: Visit>(&self, visitor: &mut V) {
        for attribute in self.iter().filter(|attribute| has_key(attribute)) {
            visitor.attribute(KeyRef::Key(&attribute.key), ValueRef::Value(&attribute.value));
        }
    }
}
