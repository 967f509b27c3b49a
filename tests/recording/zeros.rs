//! Zeros that are added: each makes a data point, as any other value, and changes no sum.

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};

use crate::wire::{Value, Wire};

#[derive(Clone, Copy, Attributes)]
struct Closed {
    ok: bool,
}

#[test]
fn a_zero_makes_a_data_point_and_changes_no_sum() {
    for (wire, is_delta) in [(Wire::new(), false), (Wire::delta(), true)] {
        let meter = wire.meter();
        let count = Meter::counter::<u64>().unit::<Bytes>().name("count").attributes::<Closed>().build(&meter);
        let level = Meter::up_down_counter::<i64>().unit::<One>().name("level").build(&meter);
        let paid = Meter::counter::<f64>().unit::<One>().name("paid").build(&meter);
        let open = Meter::counter::<u64>().unit::<One>().name("open").attributes::<KeyValues>().build(&meter);
        let zeros = || {
            (0..3).for_each(|_| count.add(Bytes(0), Closed { ok: true }));
            level.add(0);
            paid.add(0.0);
            open.add(0, &[]);
        };
        for round in 0..3 {
            if round == 1 {
                zeros();
                count.add(Bytes(5), Closed { ok: true });
                level.add(5);
                paid.add(5.0);
                open.add(5, &[]);
            }
            zeros();
            let collection = wire.collect();
            let expected = if round == 0 || (is_delta && round == 2) { 0 } else { 5 };
            assert_eq!(collection.numbers("count")["ok=true"], Value::Int(expected));
            assert_eq!(collection.numbers("count").len(), 1);
            // The SDK's deltas are of counters and histograms.
            assert_eq!(collection.number("level"), Some(Value::Int(if round == 0 { 0 } else { 5 })));
            assert_eq!(collection.number("paid"), Some(Value::Double(expected as f64)));
            assert_eq!(collection.number("open"), Some(Value::Int(expected)));
        }
        // Without one there is no point under delta temporality.
        assert_eq!(wire.collect().metric("count").is_some(), !is_delta);
    }
}
