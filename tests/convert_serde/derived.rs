//! A set of attributes has the same attributes by its derive and by `serde`.

use std::collections::BTreeMap;

use meterstick::{AttributeValue, Attributes};
use proptest::prelude::*;
use serde::ser::Serialize;

use super::{on_the_wire, wire_attributes};

// What both a derive and `serde` accept.

#[derive(Clone, Debug, AttributeValue, serde::Serialize)]
#[attribute(rename_all = "SCREAMING-KEBAB-CASE")]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
enum Method {
    Get,
    PostAll,
}

#[derive(Clone, Debug, AttributeValue, serde::Serialize)]
struct Status(u16);

#[derive(Clone, Debug, Attributes, serde::Serialize)]
#[attributes(prefix = "http")]
struct Served {
    #[attribute(key = "request.method")]
    #[serde(rename = "request.method")]
    method: Method,
    status: Option<Status>,
    body: u64,
    wide: i128,
    share: f32,
    seconds: f64,
    ok: bool,
    mark: char,
    route: String,
    peer: std::net::Ipv4Addr,
    #[attribute(skip)]
    #[serde(skip)]
    _secret: u8,
}

#[derive(Clone, Debug, Attributes, serde::Serialize)]
#[attributes(prefix = "http")]
struct Arrays {
    methods: Vec<Method>,
    codes: Vec<Status>,
    wide: Vec<u64>,
    floats: [f64; 2],
    texts: Vec<String>,
    flags: Option<Vec<bool>>,
}

#[derive(Clone, Debug, Attributes, serde::Serialize)]
#[attributes(prefix = "http")]
struct Flattened {
    #[attribute(flatten)]
    #[serde(flatten)]
    inner: Inner,
    z: i8,
}

#[derive(Clone, Debug, Attributes, serde::Serialize)]
struct Inner {
    #[attribute(key = "http.a")]
    a: u64,
    #[attribute(key = "http.b")]
    b: Option<bool>,
}

fn agree<T: Attributes + Serialize>(set: &T) -> Result<(), TestCaseError> {
    let derived: BTreeMap<_, _> =
        set.key_values().into_iter().map(|one| (one.key.to_string(), on_the_wire(one.value))).collect();
    prop_assert_eq!(derived, wire_attributes("http", set));
    Ok(())
}

prop_compose! {
    fn served()(
        method in prop_oneof![Just(Method::Get), Just(Method::PostAll)],
        status in any::<Option<u16>>(), body in any::<u64>(), wide in any::<i128>(),
        share in any::<f32>(), bits in any::<u64>(), ok in any::<bool>(), mark in any::<char>(),
        route in ".{0,4}", peer in any::<[u8; 4]>(),
    ) -> Served {
        Served {
            method, status: status.map(Status), body, wide, share, seconds: f64::from_bits(bits), ok, mark, route,
            peer: peer.into(), _secret: 0,
        }
    }
}

proptest! {
    #[test]
    fn derive_and_serde_agree_on_primitives(set in served()) {
        agree(&set)?;
    }

    #[test]
    fn derive_and_serde_agree_on_arrays(
        codes in prop::collection::vec(any::<u16>(), 0..3),
        wide in prop::collection::vec(any::<u64>(), 0..3),
        floats in prop_oneof![any::<[f64; 2]>(), Just([f64::NAN, f64::INFINITY]), Just([-0.0, 1.0])],
        texts in prop::collection::vec(".{0,3}", 0..3),
        flags in prop::option::of(prop::collection::vec(any::<bool>(), 0..3)),
        posts in 0..3_usize,
    ) {
        let codes = codes.into_iter().map(Status).collect();
        agree(&Arrays { methods: vec![Method::PostAll; posts], codes, wide, floats, texts, flags })?;
    }

    #[test]
    fn derive_and_serde_agree_on_flattened_sets(a in any::<u64>(), b in any::<Option<bool>>(), z in any::<i8>()) {
        agree(&Flattened { inner: Inner { a, b }, z })?;
    }
}
