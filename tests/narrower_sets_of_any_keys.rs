//! The catalogue of a program that replaces sets that take any keys. A process of its own, as the list is the program's.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::Bytes;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::SdkMeterProvider;

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

#[derive(Clone, Copy, Attributes)]
struct Both<'a> {
    pool: &'a str,
    region: &'a str,
}

#[test]
fn whatever_replaces_a_set_with_any_keys_is_listed_with_it() {
    const ANY: Metric<Counter<u64, Bytes, KeyValues>> =
        Meter::counter::<u64>().unit::<Bytes>().name("any").attributes::<KeyValues>();
    const PAIR: Metric<Counter<u64, Bytes, (Of<'static>, KeyValues)>> =
        Meter::counter::<u64>().unit::<Bytes>().name("pair").attributes::<(Of, KeyValues)>();
    let provider = SdkMeterProvider::builder().build();
    let meter = provider.meter("test");
    let listed = |name: &str| {
        let built = Catalog::built().unwrap();
        let listed: Vec<_> = built.metrics().iter().filter(|metric| metric.name == name).copied().collect();
        let [one] = &listed[..] else { panic!("{listed:?}") };
        *one
    };
    let _ = ANY.attributes::<(Of, KeyValues)>().build(&meter);
    let _ = ANY.attributes::<Both>().build(&meter);
    let _ = ANY.build(&meter);
    assert_eq!(listed("any"), *ANY.descriptor());
    // With any keys, a set may have more; it keeps those that are required.
    let _ = PAIR.attributes::<Both>().build(&meter);
    let _ = PAIR.attributes::<(Of, KeyValues)>().build(&meter);
    assert_eq!(listed("pair"), *PAIR.descriptor());
}
