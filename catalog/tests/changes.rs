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
fn what_is_gone_breaks_and_what_is_new_does_not() {
    let x = counter!(u64, One);
    let all = document(&[x.descriptor()]);
    let line = |changes: Vec<meterstick_catalog::Change>| changes.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(line(compare(&all, &document(&[]))), ["breaking: `shop.x`: it is gone"]);
    assert_eq!(line(compare(&document(&[]), &all)), ["compatible: `shop.x`: it is new"]);
}

#[test]
fn another_kind_unit_or_number_breaks() {
    let x = counter!(u64, Bytes);
    let gauge = Meter::gauge::<u64>().unit::<Bytes>().name("shop.x");
    assert_eq!(changes(x.descriptor(), gauge.descriptor()), ["breaking: it was a counter and is a gauge"]);
    let other_unit = counter!(u64, KiBytes);
    assert_eq!(changes(x.descriptor(), other_unit.descriptor()), ["breaking: its unit was `By` and is `KiBy`"]);
    let other_number = counter!(f64, Bytes);
    assert_eq!(
        changes(x.descriptor(), other_number.descriptor()),
        ["breaking: its numbers were integers and are doubles"]
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
fn an_attribute_that_is_gone_or_not_always_there_breaks() {
    let x = counter!(Served);
    assert_eq!(changes(x.descriptor(), counter!(Bare).descriptor()), ["breaking: its attribute `method` is gone"]);
    assert_eq!(changes(counter!(Bare).descriptor(), x.descriptor()), ["compatible: its attribute `method` is new"]);
    assert_eq!(
        changes(x.descriptor(), counter!(Loosened).descriptor()),
        [
            "breaking: its attribute `method` has no value `post` any more",
            "breaking: its attribute `method` is no longer always there",
            "compatible: its attribute `method` has a new value, `put`",
            "compatible: its attribute `ok` is always there now",
        ]
    );
    assert_eq!(
        changes(x.descriptor(), counter!(Retyped<'static>).descriptor()),
        [
            "breaking: its attribute `ok` is of another type: Int, not Bool",
            "compatible: its attribute `method` can have any value now",
            "compatible: its attribute `route` is new",
        ]
    );
}

#[test]
fn a_boundary_that_is_gone_breaks() {
    let x = histogram!().boundaries(&[Seconds(0.1), Seconds(1.0)]);
    assert_eq!(
        changes(x.descriptor(), histogram!().boundaries(&[Seconds(0.1), Seconds(0.5)]).descriptor()),
        ["breaking: its buckets have no boundary 1 any more", "compatible: its buckets have a new boundary, 0.5",]
    );
    let exponential = histogram!().boundaries(&[Seconds(0.1), Seconds(1.0)]).exponential();
    assert_eq!(changes(x.descriptor(), exponential.descriptor()), ["breaking: its buckets are exponential now"]);
    assert_eq!(
        changes(exponential.descriptor(), histogram!().exponential_at_most(20, 2).descriptor()),
        ["compatible: its exponential buckets are of another size"]
    );
}

#[test]
fn words_and_scopes_break_nothing() {
    let x = counter!(u64, One);
    let described = counter!(u64, One).description("What it counts.");
    assert_eq!(changes(x.descriptor(), described.descriptor()), ["compatible: its description is another"]);
    let scoped = counter!(u64, One).global(Scope::new("shop"));
    assert_eq!(changes(x.descriptor(), scoped.descriptor()), ["compatible: it is in another scope"]);
}

#[test]
fn the_values_of_the_samples_are_there() {
    let _ = [Method::Get as u8, Method::Post as u8, Fewer::Get as u8, Fewer::Put as u8];
}
