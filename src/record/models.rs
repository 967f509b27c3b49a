//! Tests of the core under loom: concurrent threads, in every order that the memory model allows.
//!
//! `.ci/loom` runs them. They run the shipped code, with a provider that calls back as the SDK does. `DESIGN.md` says what they
//! cover and what they do not.
// Uses `attribute`, `collect`, `declare`, `lower`, `slot`, `sync`, `thread_index`, `unit`. Used by `store::ring`.

mod provider;
mod tests;

use std::sync::Arc;

use loom::thread::JoinHandle;

use super::collect::Member;
use super::lower::Synchronous;
use super::slot::{Live, record};
use super::sync::reference_dropped;
use super::thread_index;
use crate::attribute::Set;
use crate::declare::Descriptor;

/// Runs a body in all orders, with as many preemptions as `LOOM_MAX_PREEMPTIONS` says.
pub(super) fn explore(body: impl Fn() + Send + Sync + Clone + 'static) {
    let mut model = loom::model::Builder::new();
    model.preemption_bound = model.preemption_bound.or(Some(3));
    model.max_branches = 100_000;
    let orders = Arc::new(std::sync::atomic::AtomicU64::new(0));
    let counted = Arc::clone(&orders);
    model.check(move || {
        counted.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        // The main thread outlives loom's statics, so it takes no index.
        spawn(body.clone()).join().unwrap();
    });
    let name = std::thread::current().name().unwrap_or_default().to_owned();
    println!("{name}: {} orders", orders.load(std::sync::atomic::Ordering::Relaxed));
}

/// Starts a thread. When it can be joined, its index is free.
fn spawn(body: impl FnOnce() + 'static) -> JoinHandle<()> {
    loom::thread::spawn(|| {
        body();
        thread_index::give_back();
    })
}

/// An instrument of some kind and number. A clone is the same one.
struct Instrument<K: Synchronous<N>, N> {
    live: Live<K::Wire>,
    member: Arc<dyn Member>,
}

impl<K: Synchronous<N>, N> Clone for Instrument<K, N> {
    fn clone(&self) -> Self {
        Self { live: self.live.clone(), member: Arc::clone(&self.member) }
    }
}

impl<K: Synchronous<N> + 'static, N: Send + 'static> Instrument<K, N>
where
    K::Wire: Send + Sync,
{
    fn new(descriptor: &Descriptor) -> Self {
        let recorder = K::live(*descriptor, None);
        Self { member: Arc::clone(&recorder).member(), live: Live::new(recorder) }
    }

    fn bind(&self, provider: &provider::Provider, epoch: u64) {
        Arc::clone(&self.member).bind(&provider.meter(), epoch);
    }

    fn record(&self, set: impl Set, number: N) {
        record::<K, N, _>(&self.live, set, Ok(number));
    }

    /// Records numbers on a thread of their own.
    fn spawn<S: Set + Copy + Send + 'static>(&self, set: S, numbers: impl IntoIterator<Item = N>) -> JoinHandle<()> {
        let (instrument, numbers) = (self.clone(), numbers.into_iter().collect::<Vec<_>>());
        spawn(move || numbers.into_iter().for_each(|number| instrument.record(set, number)))
    }
}

impl<K: Synchronous<N>, N> Drop for Instrument<K, N> {
    fn drop(&mut self) {
        reference_dropped();
    }
}
