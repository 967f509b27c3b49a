//! A bare instruction: the least that a shared counter takes.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::shape::{Job, SETS, Shape};

/// On cache lines of its own: no two sets share one.
#[derive(Default)]
#[repr(align(128))]
struct Padded(AtomicU64);

#[inline(never)]
fn called(counters: &[Padded; SETS], slot: usize, amount: u64) {
    counters[slot].0.fetch_add(amount, Ordering::Relaxed);
}

pub fn job(shape: Shape) -> Option<Job> {
    match shape {
        Shape::CounterOfSets | Shape::IdleCounter => {
            let counters: [Padded; SETS] = std::array::from_fn(|_| Padded::default());
            Some(Job::new(move |input| {
                counters[input.slot()].0.fetch_add(1, Ordering::Relaxed);
            }))
        }
        Shape::CounterCalled => {
            let counters: [Padded; SETS] = std::array::from_fn(|_| Padded::default());
            Some(Job::new(move |input| called(&counters, input.slot(), input.amount())))
        }
        Shape::Counter => {
            let counter = Box::new(Padded::default());
            Some(Job::new(move |_| {
                counter.0.fetch_add(1, Ordering::Relaxed);
            }))
        }
        _ => None,
    }
}
