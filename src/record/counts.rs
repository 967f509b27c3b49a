//! What is counted of an instrument, whatever its kind, number and store.
// Uses `refusals`, `section`, `sync`, `thread_counters`. Used by `core`, `preset`, `recorder`.

use super::refusals::Refusals;
use super::section::Section;
use super::sync::{AtomicU32, OnceLock, Ordering};
use super::thread_counters::Range;

pub struct Counts {
    pub(super) refusals: Refusals,
    /// How many times the provider was replaced: what was added before is not in the sums of the new one.
    replaced: AtomicU32,
    /// A counter for what each thread dropped.
    drops: OnceLock<Option<Range>>,
}

impl Counts {
    pub(super) fn new(instrument: &'static str) -> Self {
        Self { refusals: Refusals::new(instrument), replaced: AtomicU32::new(0), drops: OnceLock::new() }
    }

    pub(super) fn replaced(&self) -> u32 {
        self.replaced.load(Ordering::Relaxed)
    }

    /// The provider was replaced. The sink is locked.
    pub(super) fn replace(&self) {
        self.replaced.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a value that is dropped: too many are kept, and there is no provider.
    pub(super) fn drop_one(&self) {
        match self.drops.get().and_then(Option::as_ref).and_then(|range| range.own_if_there(0)) {
            Some(counter) => counter.store(counter.load(Ordering::Relaxed) + 1, Ordering::Relaxed),
            None => self.drop_first(),
        }
    }

    /// The same, for the first value of a thread.
    #[cold]
    fn drop_first(&self) {
        if let Some(_section) = Section::enter() {
            let range = self.drops.get_or_init(|| Range::take(1));
            // From the next value on, it is counted there.
            let _ = range.as_ref().and_then(|range| range.own(0));
        }
        self.refusals.drop_many(1);
    }

    pub(super) fn dropped(&self) -> u64 {
        let mut drops = 0;
        if let Some(range) = self.drops.get().and_then(Option::as_ref) {
            range.each(0, &mut |counter, _| drops += counter.load(Ordering::Relaxed));
        }
        self.refusals.dropped() + drops
    }
}
