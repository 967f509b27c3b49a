//! The catalogue of a program that records a metric with narrower sets. A process of its own, as the list is the program's.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::Bytes;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::SdkMeterProvider;

#[derive(Clone, Copy, Attributes)]
struct Declared<'a> {
    peer: &'a str,
    route: Option<&'a str>,
    ok: Option<bool>,
}

#[derive(Clone, Copy, AttributeValue)]
enum Peer {
    Here,
    There,
}

#[derive(Clone, Copy, Attributes)]
struct Narrower {
    peer: Peer,
    ok: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Narrowest {
    peer: Peer,
}

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a catalogue lists its values")]
enum Outcome {
    A,
    B,
    X,
}

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a catalogue lists its values")]
enum Fewer {
    A,
    B,
}

#[derive(Clone, Copy, AttributeValue)]
#[allow(dead_code, reason = "a catalogue lists its values")]
enum Others {
    C,
    D,
}

#[derive(Clone, Copy, Attributes)]
struct Ended {
    outcome: Outcome,
}

#[derive(Clone, Copy, Attributes)]
struct EndedFewer {
    outcome: Fewer,
}

#[derive(Clone, Copy, Attributes)]
struct EndedOthers {
    outcome: Others,
}

#[derive(Clone, Copy, Attributes)]
struct Other {
    peer: Peer,
    tenant: bool,
}

const SENT: Metric<Counter<u64, Bytes, Declared<'static>>> =
    Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<Declared>();
const ENDED: Metric<Counter<u64, Bytes, Ended>> =
    Meter::counter::<u64>().unit::<Bytes>().name("ended").attributes::<Ended>();

#[test]
fn a_metric_is_listed_with_its_widest_set() {
    let provider = SdkMeterProvider::builder().build();
    let meter = provider.meter("test");
    let _ = (Peer::There, SENT.attributes::<Narrowest>().build(&meter));
    let _ = SENT.attributes::<Narrower>().build(&meter);
    let built = Catalog::built().unwrap();
    assert_eq!(built.metrics(), [*SENT.attributes::<Narrower>().descriptor()]);
    SENT.build(&meter).add(Bytes(1), Declared { peer: "a", route: None, ok: None });
    SENT.attributes::<Narrower>().build(&meter).add(Bytes(1), Narrower { peer: Peer::Here, ok: Some(true) });
    assert_eq!(Catalog::built().unwrap().metrics(), [*SENT.descriptor()]);
    // The limit is that of the set.
    let _ = ENDED.attributes::<EndedFewer>().cardinality_at_most::<2>().build(&meter);
    let _ = ENDED.build(&meter);
    assert_eq!(Catalog::built().unwrap().metrics(), [*ENDED.descriptor(), *SENT.descriptor()]);
    // Neither of these is wider than the other.
    let other = Meter::counter::<u64>().unit::<Bytes>().name("sent").attributes::<Other>();
    let _ = other.build(&meter);
    assert!(Catalog::built().unwrap_err().to_string().contains("`sent` is declared with two sets of attributes"));
    // Nor of these, which have the same key with other values.
    let _ = ENDED.attributes::<EndedOthers>().build(&meter);
    assert!(Catalog::built().unwrap_err().to_string().contains("`ended` is declared with two sets of attributes"));
}
