//! `log_attributes`: typed attribute sets as the attributes of a log record.
// Uses `set`. No other module uses it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use opentelemetry::logs::AnyValue;
use opentelemetry::{Array, Key, KeyValue, Value};

use crate::attribute::Attributes;

/// Converts a typed attribute set to the attributes of a log record.
///
/// The values are the same as on a metric or a span: an integer outside the range of `i64` becomes its decimal string, and an
/// absent value is left out (*Common, mapping to `AnyValue`*). If a key occurs twice in [`KeyValues`](crate::KeyValues), the last
/// value is taken.
///
/// ```
/// use meterstick::Attributes;
/// use meterstick::convert::log_attributes;
/// use opentelemetry::logs::{LogRecord, Logger, LoggerProvider};
/// use opentelemetry_sdk::logs::SdkLoggerProvider;
///
/// #[derive(Clone, Copy, Attributes)]
/// #[attributes(prefix = "shop")]
/// struct Order<'a> {
///     id: u64,
///     currency: &'a str,
///     coupon: Option<&'a str>,
/// }
///
/// let provider = SdkLoggerProvider::builder().build();
/// let logger = provider.logger("shop");
/// let mut record = logger.create_log_record();
/// record.set_body("order placed".into());
/// record.add_attributes(log_attributes(&Order { id: 7, currency: "NZD", coupon: None }));
/// logger.emit(record);
/// ```
#[must_use]
pub fn log_attributes<A: Attributes>(set: &A) -> Vec<(Key, AnyValue)> {
    let mut list: Vec<(Key, AnyValue)> = Vec::with_capacity(A::FIELDS.len());
    let mut places = HashMap::new();
    for KeyValue { key, value, .. } in set.key_values() {
        match places.entry(key.clone()) {
            Entry::Vacant(place) => {
                place.insert(list.len());
                list.push((key, any(value)));
            }
            Entry::Occupied(place) => list[*place.get()].1 = any(value),
        }
    }
    list
}

fn any(value: Value) -> AnyValue {
    fn list<T: Into<AnyValue>>(values: Vec<T>) -> AnyValue {
        AnyValue::ListAny(Box::new(values.into_iter().map(Into::into).collect()))
    }
    match value {
        Value::Bool(value) => AnyValue::Boolean(value),
        Value::I64(value) => AnyValue::Int(value),
        Value::F64(value) => AnyValue::Double(value),
        Value::String(value) => AnyValue::String(value),
        Value::Array(Array::Bool(values)) => list(values),
        Value::Array(Array::I64(values)) => list(values),
        Value::Array(Array::F64(values)) => list(values),
        Value::Array(Array::String(values)) => list(values),
        // `Value` is non-exhaustive; today it has no other variants.
        other => AnyValue::String(other.as_str().into_owned().into()),
    }
}
