//! What breaks a reader, and what does not.

use meterstick::Descriptor;
use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, KiBytes, One, Seconds};
use meterstick_catalog::compare;
use meterstick_catalog::document::Document;

#[derive(Clone, Copy, AttributeValue)]
enum Method {
    Get,
    Post,
}

#[derive(Clone, Copy, AttributeValue)]
enum Fewer {
    Get,
    Put,
}

#[derive(Clone, Copy, Attributes)]
struct Served {
    method: Method,
    ok: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Loosened {
    method: Option<Fewer>,
    ok: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Retyped<'a> {
    method: &'a str,
    ok: Option<u16>,
    route: &'a str,
}

#[derive(Clone, Copy, Attributes)]
struct Bare {
    ok: Option<bool>,
}

fn document(metrics: &[&Descriptor]) -> Document {
    let metrics: Vec<_> = metrics.iter().map(|metric| **metric).collect();
    Document::of(&Catalog::new(metrics.leak()))
}

/// What is different, one line each.
fn changes(old: &Descriptor, new: &Descriptor) -> Vec<String> {
    let all = compare(&document(&[old]), &document(&[new]));
    all.iter().map(|change| change.to_string().replace("`shop.x`: ", "")).collect()
}

macro_rules! counter {
    ($number:ident, $unit:ident) => {
        Meter::counter::<$number>().unit::<$unit>().name("shop.x")
    };
    ($set:ty) => {
        counter!(u64, One).attributes::<$set>()
    };
}

macro_rules! histogram {
    () => {
        Meter::histogram::<f64>().unit::<Seconds>().name("shop.x")
    };
}

#[test]
fn what_is_as_it_was_is_no_change() {
    let x = counter!(Served);
    assert!(changes(x.descriptor(), x.descriptor()).is_empty());
}

#[test]
fn a_removed_metric_breaks_and_a_new_one_does_not() {
    let x = counter!(u64, One);
    let all = document(&[x.descriptor()]);
    let line = |changes: Vec<meterstick_catalog::Change>| changes.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(line(compare(&all, &document(&[]))), ["breaking: `shop.x`: it was removed"]);
    assert_eq!(line(compare(&document(&[]), &all)), ["compatible: `shop.x`: it is new"]);
}

#[test]
fn the_replacement_of_a_removed_metric_is_named() {
    let of = |name: &'static str| Meter::counter::<u64>().unit::<Bytes>().name(name);
    let (sent, written, read) = (of("shop.sent"), of("shop.written"), of("shop.read"));
    let line = |old: &[&Descriptor], new: &[&Descriptor]| {
        let changes = compare(&document(old), &document(new));
        changes.iter().map(ToString::to_string).filter(|change| change.contains("removed")).collect::<Vec<_>>()
    };
    let (sent, written, read) = (sent.descriptor(), written.descriptor(), read.descriptor());
    let renamed = line(&[sent], &[written]);
    assert_eq!(renamed, ["breaking: `shop.sent`: it was removed: `shop.written` is new and similar"]);
    // Of two that could have, none has a name that is like it.
    assert_eq!(line(&[sent], &[written, read]), ["breaking: `shop.sent`: it was removed"]);
    assert_eq!(line(&[sent, written], &[written]), ["breaking: `shop.sent`: it was removed"]);
}

#[test]
fn another_kind_or_unit_breaks_and_another_number_does_not() {
    let x = counter!(u64, Bytes);
    let gauge = Meter::gauge::<u64>().unit::<Bytes>().name("shop.x");
    assert_eq!(changes(x.descriptor(), gauge.descriptor()), ["breaking: it was a counter and is a gauge"]);
    let other_unit = counter!(u64, KiBytes);
    assert_eq!(changes(x.descriptor(), other_unit.descriptor()), ["breaking: its unit was `By` and is `KiBy`"]);
    let other_number = counter!(f64, Bytes);
    assert_eq!(
        changes(x.descriptor(), other_number.descriptor()),
        ["compatible: its numbers were integers and are doubles"]
    );
    // Who reads it does not see who calls whom.
    let observed = Meter::observable_counter::<u64>().unit::<Bytes>().name("shop.x");
    assert_eq!(
        changes(x.descriptor(), observed.descriptor()),
        ["compatible: it was a counter and is an observable counter"]
    );
    // Integers of another size are integers.
    assert!(changes(x.descriptor(), counter!(u32, Bytes).descriptor()).is_empty());
}

#[test]
fn a_removed_or_no_longer_required_attribute_breaks() {
    let x = counter!(Served);
    assert_eq!(changes(x.descriptor(), counter!(Bare).descriptor()), ["breaking: its attribute `method` was removed"]);
    // What was one series is several.
    assert_eq!(
        changes(counter!(Bare).descriptor(), x.descriptor()),
        ["breaking: its attribute `method` is new and always present"]
    );
    let without = counter!(u64, One);
    assert_eq!(changes(without.descriptor(), counter!(Bare).descriptor()), ["compatible: its attribute `ok` is new"]);
    assert_eq!(
        changes(x.descriptor(), counter!(Loosened).descriptor()),
        [
            "breaking: its attribute `method` is no longer always present",
            "breaking: its attribute `method` no longer has the value `post`",
            "compatible: its attribute `method` has a new value, `put`",
            "compatible: its attribute `ok` is always present now",
        ]
    );
    assert_eq!(
        changes(x.descriptor(), counter!(Retyped<'static>).descriptor()),
        [
            "breaking: its attribute `ok` is of another type: Int, not Bool",
            "breaking: its attribute `route` is new and always present",
            "compatible: its attribute `method` can have other values now",
            "compatible: its attribute `method` no longer names the value `get`",
            "compatible: its attribute `method` no longer names the value `post`",
        ]
    );
}

#[derive(Clone, Copy, AttributeValue)]
enum Open<'a> {
    Get,
    Post,
    #[attribute(other)]
    Other(&'a str),
}

#[derive(Clone, Copy, Attributes)]
struct Opened<'a> {
    method: Open<'a>,
    ok: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Free<'a> {
    method: &'a str,
    ok: Option<bool>,
}

#[test]
fn values_that_are_no_longer_possible_break() {
    let (closed, open, free) = (counter!(Served), counter!(Opened<'static>), counter!(Free<'static>));
    let (closed, open, free) = (closed.descriptor(), open.descriptor(), free.descriptor());
    let closes = "breaking: its attribute `method` can have no other values than `get` and `post` now";
    assert_eq!(changes(free, closed), [closes]);
    assert_eq!(changes(open, closed), [closes]);
    assert_eq!(changes(closed, open), ["compatible: its attribute `method` can have other values now"]);
    let names = |value| format!("compatible: its attribute `method` names the value `{value}` now");
    assert_eq!(changes(free, open), [names("get"), names("post")]);
    let _ = Open::Other("") as Open<'_>;
}

/// A catalogue in JSON can leave `open` out, which is true then.
#[test]
fn a_bool_has_no_other_values() {
    let of = |open: &str| {
        let attribute = format!(r#"{{"key": "ok", "type": "bool", "required": true{open}}}"#);
        let metric = format!(
            r#"{{"name": "x", "kind": "counter", "number": "integer", "unit": "By", "attributes": [{attribute}]}}"#
        );
        Document::from_json(&format!(r#"{{"format": "meterstick.catalog/1", "metrics": [{metric}]}}"#)).unwrap()
    };
    let (default, open, closed) = (of(""), of(r#", "open": true"#), of(r#", "open": false"#));
    assert_eq!((&default, &open), (&closed, &closed));
    assert!(compare(&default, &closed).is_empty() && compare(&closed, &open).is_empty());
}

/// The sets of an optional set are fewer than those of its attributes, and a catalogue has only their number.
#[test]
fn another_number_of_sets_is_a_change() {
    let x = *counter!(Served).descriptor();
    let mut fewer = x;
    fewer.cardinality = Some(5);
    assert_eq!(changes(&x, &fewer), ["compatible: it had at most 6 attribute sets and has at most 5"]);
}

#[derive(Clone, Attributes)]
struct Further {
    ok: Option<bool>,
    #[attribute(flatten)]
    further: KeyValues,
}

#[test]
fn any_keys_that_are_no_longer_possible_break() {
    let (none, any) = (counter!(u64, One), counter!(KeyValues));
    let (declared, pair) = (counter!(Bare), counter!((Bare, KeyValues)));
    for (fewer, more) in [(none.descriptor(), any.descriptor()), (declared.descriptor(), pair.descriptor())] {
        assert_eq!(changes(fewer, more), ["compatible: it can have attributes with any keys now"]);
        assert_eq!(changes(more, fewer), ["breaking: it can no longer have attributes with any keys"]);
        assert!(changes(more, more).is_empty());
    }
    let flattened = counter!(Further);
    assert!(changes(pair.descriptor(), flattened.descriptor()).is_empty());
    // An open set that is declared has no other keys.
    let free = counter!(Free<'static>);
    assert_eq!(
        changes(counter!((Free<'static>, KeyValues)).descriptor(), free.descriptor()),
        ["breaking: it can no longer have attributes with any keys"]
    );
}

#[test]
fn a_lower_limit_breaks() {
    let at_most = |most: Option<usize>| {
        let mut metric = *counter!(Free<'static>).descriptor();
        metric.cardinality_limit = most;
        metric
    };
    let (none, ten, twenty) = (at_most(None), at_most(Some(10)), at_most(Some(20)));
    assert_eq!(changes(&twenty, &ten), ["breaking: its limit was 20 attribute sets and is 10"]);
    assert_eq!(changes(&ten, &twenty), ["compatible: its limit was 10 attribute sets and is 20"]);
    assert_eq!(changes(&none, &ten), ["breaking: it has a limit now: 10 attribute sets"]);
    assert_eq!(changes(&ten, &none), ["compatible: it no longer has a limit of 10 attribute sets"]);
    // The SDK has one of its own.
    let many = at_most(Some(10_000));
    let gone = "it no longer has a limit of 10000 attribute sets: that of the SDK is 2000";
    assert_eq!(changes(&many, &none), [format!("breaking: {gone}")]);
    assert_eq!(changes(&none, &many), ["compatible: it has a limit now: 10000 attribute sets"]);
    // A closed set never comes to a limit above its size.
    let closed = *counter!(Served).descriptor();
    let mut limited = closed;
    limited.cardinality_limit = closed.cardinality;
    assert_eq!(changes(&closed, &limited), ["compatible: it has a limit now: 6 attribute sets"]);
    let mut wide = closed;
    wide.cardinality_limit = Some(100);
    assert_eq!(changes(&wide, &limited), ["compatible: its limit was 100 attribute sets and is 6"]);
}

#[test]
fn a_removed_boundary_breaks() {
    let x = histogram!().boundaries(&[Seconds(0.1), Seconds(1.0)]);
    assert_eq!(
        changes(x.descriptor(), histogram!().boundaries(&[Seconds(0.1), Seconds(0.5)]).descriptor()),
        ["breaking: its buckets no longer have the boundary 1", "compatible: its buckets have a new boundary, 0.5",]
    );
    let exponential = histogram!().boundaries(&[Seconds(0.1), Seconds(1.0)]).exponential();
    assert_eq!(changes(x.descriptor(), exponential.descriptor()), ["breaking: its buckets are exponential now"]);
    assert_eq!(
        changes(exponential.descriptor(), histogram!().exponential_at_most(20, 2).descriptor()),
        [
            "compatible: its boundaries, which it has without a view, are others",
            "compatible: its exponential buckets are of another size",
        ]
    );
}

#[test]
fn words_and_scopes_break_nothing() {
    let x = counter!(u64, One);
    let described = counter!(u64, One).description("What it counts.");
    assert_eq!(changes(x.descriptor(), described.descriptor()), ["compatible: its description is another"]);
    let scoped = counter!(u64, One).global(Scope::new("shop"));
    assert_eq!(changes(x.descriptor(), scoped.descriptor()), ["compatible: it is in another scope"]);
    let newer = counter!(u64, One).global(Scope::new("shop").version("2").schema_url("https://example.com/2"));
    assert_eq!(
        changes(scoped.descriptor(), newer.descriptor()),
        [
            "compatible: its scope's schema URL was none and is `https://example.com/2`",
            "compatible: its scope's version was none and is `2`",
        ]
    );
}

#[test]
fn the_values_of_the_samples_are_there() {
    let _ = (Open::Get, Open::Post);
    let _ = [Method::Get as u8, Method::Post as u8, Fewer::Get as u8, Fewer::Put as u8];
}
