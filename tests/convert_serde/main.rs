//! What `serde` can show, as attributes and as a log's values: on the wire, by the specification's mapping.

mod any;
mod derived;
mod examples;

use std::collections::BTreeMap;

use meterstick::convert::serde::{Reason, attributes};
use opentelemetry_proto::tonic::common::v1::AnyValue;
use opentelemetry_proto::tonic::common::v1::any_value::Value as Wire;
use prost::Message;
use serde::ser::Serialize;

/// Encoded and decoded again.
fn on_the_wire(value: impl Into<AnyValue>) -> Wire {
    let bytes = value.into().encode_to_vec();
    AnyValue::decode(&*bytes).expect("what was encoded can be decoded").value.expect("a value is there")
}

fn wire_attributes<T: Serialize>(prefix: &str, of: &T) -> BTreeMap<String, Wire> {
    let list = attributes(prefix, of).unwrap();
    let len = list.len();
    let map: BTreeMap<_, _> = list.into_iter().map(|one| (one.key.to_string(), on_the_wire(one.value))).collect();
    assert_eq!(map.len(), len, "each key is there once");
    map
}

fn refused<T: Serialize>(prefix: &str, of: &T) -> (Reason, String) {
    let error = attributes(prefix, of).unwrap_err();
    (error.reason().clone(), error.to_string())
}
