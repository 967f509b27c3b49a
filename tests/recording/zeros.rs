//! Zeros that are added: each makes a data point, as any other value, and changes no sum.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One};

use crate::alone::alone;
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

/// Records when its thread has ended so far that nothing is the thread's own any more.
struct AtExit(RefCell<Option<Box<dyn FnOnce()>>>);

impl Drop for AtExit {
    fn drop(&mut self) {
        self.0.take().expect("it was said what to do")();
    }
}

thread_local! {
    static AT_EXIT: AtExit = const { AtExit(RefCell::new(None)) };
}

#[test]
fn what_a_thread_records_as_it_ends_and_the_next_one_meanwhile_is_added_up() {
    const VALUES: u64 = if cfg!(miri) { 20 } else { 1_000_000 };
    static HAS_ENDED: AtomicBool = AtomicBool::new(false);
    static HAS_BEGUN: AtomicBool = AtomicBool::new(false);
    static GOES_ON: AtomicBool = AtomicBool::new(false);
    let wait = |flag: &AtomicBool| {
        while !flag.load(Ordering::Acquire) {
            std::thread::yield_now();
        }
    };
    alone(|| {
        let wire = Wire::new();
        let count = Meter::counter::<u64>().unit::<One>().name("count").build(&wire.meter());
        let ends = std::thread::spawn({
            let count = count.clone();
            move || {
                AT_EXIT.with(|at_exit| {
                    let count = count.clone();
                    *at_exit.0.borrow_mut() = Some(Box::new(move || {
                        // From now on another thread may have what was this one's.
                        HAS_ENDED.store(true, Ordering::Release);
                        wait(&HAS_BEGUN);
                        GOES_ON.store(true, Ordering::Release);
                        (0..VALUES).for_each(|_| count.inc());
                    }));
                });
                count.inc();
            }
        });
        wait(&HAS_ENDED);
        let begins = std::thread::spawn({
            let count = count.clone();
            move || {
                count.inc();
                HAS_BEGUN.store(true, Ordering::Release);
                wait(&GOES_ON);
                (0..VALUES).for_each(|_| count.inc());
            }
        });
        ends.join().unwrap();
        begins.join().unwrap();
        assert_eq!(wire.collect().number("count"), Some(Value::Int(2 + 2 * VALUES as i64)));
    });
}

#[test]
fn a_zero_of_a_thread_that_ends_makes_a_data_point() {
    let wire = Wire::new();
    let count = Meter::counter::<u64>().unit::<Bytes>().name("count").attributes::<Closed>().build(&wire.meter());
    let paid = Meter::counter::<f64>().unit::<One>().name("paid").attributes::<Closed>().build(&wire.meter());
    std::thread::spawn({
        let (count, paid) = (count.clone(), paid.clone());
        move || {
            // Local values are destroyed in the opposite order: this one after what the first call makes.
            AT_EXIT.with(|at_exit| {
                let (count, paid) = (count.clone(), paid.clone());
                *at_exit.0.borrow_mut() = Some(Box::new(move || {
                    count.add(Bytes(0), Closed { ok: false });
                    paid.add(0.0, Closed { ok: false });
                }));
            });
            count.add(Bytes(1), Closed { ok: true });
            paid.add(1.0, Closed { ok: true });
        }
    })
    .join()
    .unwrap();
    let collection = wire.collect();
    assert_eq!(collection.numbers("count")["ok=false"], Value::Int(0));
    assert_eq!(collection.numbers("count")["ok=true"], Value::Int(1));
    assert_eq!(collection.numbers("paid")["ok=false"], Value::Double(0.0));
}
