//! A value for each thread that uses an instrument.

use std::sync::OnceLock;

use super::thread_index;

/// Values by thread index, found without a lock or a fence. They are made in buckets, each twice as large as the one before,
/// so that none ever moves.
pub(super) struct PerThread<T> {
    buckets: [OnceLock<Box<[T]>>; BUCKETS],
}

/// Enough for [`thread_index::MOST`] threads.
const BUCKETS: usize = 16;
const _: () = assert!(thread_index::MOST == (1 << BUCKETS) - 1);

/// The bucket of a thread index, and the place in it.
#[inline]
fn place(index: usize) -> (usize, usize) {
    let bucket = (index + 1).ilog2() as usize;
    (bucket, index + 1 - (1 << bucket))
}

impl<T> PerThread<T> {
    pub(super) const fn new() -> Self {
        Self { buckets: [const { OnceLock::new() }; BUCKETS] }
    }

    /// This thread's value, if it was made.
    #[inline]
    pub(super) fn get(&self) -> Option<&T> {
        let (number, at) = place(thread_index::get()?);
        self.buckets.get(number)?.get()?.get(at)
    }

    /// This thread's value, made at its first use together with the others of its bucket; `None` for a thread without an
    /// index.
    pub(super) fn get_or(&self, make: impl Fn() -> T) -> Option<&T> {
        let (number, at) = place(thread_index::get()?);
        self.buckets.get(number)?.get_or_init(|| (0..1 << number).map(|_| make()).collect()).get(at)
    }

    /// All values that were made.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.buckets.iter().filter_map(OnceLock::get).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{BUCKETS, place, thread_index};

    #[test]
    fn each_index_has_a_place_of_its_own() {
        let mut next = (0, 0);
        for index in 0..1000 {
            assert_eq!(place(index), next);
            next = if next.1 + 1 == 1 << next.0 { (next.0 + 1, 0) } else { (next.0, next.1 + 1) };
        }
        assert_eq!(place(thread_index::MOST - 1).0, BUCKETS - 1);
    }
}
