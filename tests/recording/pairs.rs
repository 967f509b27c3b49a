//! Attributes that are given in two parts record what those that are given at once record.

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};

use crate::wire::{Collection, Value, Wire};

#[derive(Clone, Copy, AttributeValue)]
enum Outcome {
    Done,
    Failed,
    Aborted,
}

#[derive(Clone, Copy, Attributes)]
struct Ended {
    outcome: Outcome,
}

#[derive(Clone, Copy, Attributes)]
struct Again {
    again: bool,
    late: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

const OUTCOMES: [Outcome; 3] = [Outcome::Done, Outcome::Failed, Outcome::Aborted];
const AGAIN: [Again; 3] = [
    Again { again: false, late: None },
    Again { again: true, late: Some(false) },
    Again { again: true, late: Some(true) },
];

/// Both parts, given in each way: at once, the first before, the second before, both before.
macro_rules! ways {
    ($wire:ident, $a:ty, $b:ty: $pairs:expr) => {{
        let meter = $wire.meter();
        let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<($a, $b)>().build(&meter);
        let paid = Meter::up_down_counter::<f64>().unit::<One>().name("paid").attributes::<($a, $b)>().build(&meter);
        let size = Meter::histogram::<u64>().unit::<Bytes>().name("size").attributes::<($a, $b)>().build(&meter);
        let level = Meter::gauge::<i64>().unit::<One>().name("level").attributes::<($a, $b)>().build(&meter);
        let mut kept = Vec::new();
        for round in 0..3 {
            for (n, (a, b)) in $pairs.into_iter().enumerate() {
                let n = n as u64 + 1;
                count.add(n, (a, b));
                count.with(a).add(n, b);
                count.with(b).add(n, a);
                count.with(a).bind(b).add(n);
                count.with(b).bind(a).add(n);
                paid.with(a).add(n as f64, b);
                paid.with(b).add(-(n as f64) / 2.0, a);
                size.with(a).record(Bytes(n), b);
                size.with(b).record(Bytes(n), a);
                size.bind((a, b)).record(Bytes(n));
                level.record(-1, (a, b));
                level.with(b).record(-2, a);
                level.with(a).record(n as i64 + round, b);
                kept.push((count.with(a), count.with(b)));
                let (first, second) = &kept[0];
                first.add(0, b);
                second.add(0, a);
            }
            $wire.collect();
        }
        $wire.collect()
    }};
}

#[track_caller]
fn has(collection: &Collection, sets: &[&str]) {
    let (count, paid, level) = (collection.numbers("count"), collection.numbers("paid"), collection.numbers("level"));
    let size = collection.distributions("size");
    for (n, set) in sets.iter().enumerate() {
        let n = n as i64 + 1;
        assert_eq!(count[*set], Value::Int(15 * n), "{set}");
        assert_eq!(paid[*set], Value::Double(1.5 * n as f64), "{set}");
        assert_eq!((size[*set].count, size[*set].sum), (9, 9.0 * n as f64), "{set}");
        assert_eq!(level[*set], Value::Int(n + 2), "{set}");
    }
    assert_eq!((paid.len(), size.len(), level.len()), (sets.len(), sets.len(), sets.len()));
}

#[test]
fn parts_of_closed_sets_are_given_in_any_order() {
    let wire = Wire::new();
    let ended = |n: usize| Ended { outcome: OUTCOMES[n] };
    let collection = ways!(wire, Ended, Again: [(ended(0), AGAIN[0]), (ended(1), AGAIN[2]), (ended(2), AGAIN[1])]);
    has(
        &collection,
        &["again=false,outcome=done", "again=true,late=true,outcome=failed", "again=true,late=false,outcome=aborted"],
    );
}

#[test]
fn parts_of_an_open_and_a_closed_set_are_given_in_any_order() {
    let wire = Wire::new();
    let ended = |n: usize| Ended { outcome: OUTCOMES[n] };
    let (a, b) = (String::from("a"), String::from("b"));
    let collection = ways!(wire, Of, Ended: [(Of { pool: &a }, ended(0)), (Of { pool: &b }, ended(2))]);
    has(&collection, &["outcome=done,pool=a", "outcome=aborted,pool=b"]);
}

#[test]
fn a_pair_of_pairs_is_given_part_by_part() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<One>().name("count").attributes::<(Of, (Ended, Again))>();
    let count = count.build(&wire.meter());
    let (of, ended) = (Of { pool: "a" }, Ended { outcome: Outcome::Failed });
    for _ in 0..2 {
        count.with(of).with(ended).inc(AGAIN[1]);
        count.with(of).with(AGAIN[1]).inc(ended);
        count.with((ended, AGAIN[1])).inc(of);
        count.inc((of, (ended, AGAIN[1])));
        wire.collect();
    }
    assert_eq!(wire.collect().numbers("count")["again=true,late=false,outcome=failed,pool=a"], Value::Int(8));
}
