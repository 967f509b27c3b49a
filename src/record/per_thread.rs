//! `PerThread`: a value for each thread that uses an instrument.
// Uses `sync`, `thread_index`. Used by `store::histograms`, `store::open`.

use super::sync::OnceLock;
use super::thread_index;

/// Values by thread index, found without a lock or a fence. They are made in buckets, each twice as large as the one before,
/// so that none ever moves.
pub(super) struct PerThread<T> {
    buckets: [OnceLock<Box<[T]>>; BUCKETS],
}

/// Enough for [`thread_index::MOST`] threads.
const BUCKETS: usize = thread_index::MOST.count_ones() as usize;
const _: () = assert!(thread_index::MOST == (1 << BUCKETS) - 1);

impl<T> PerThread<T> {
    pub(super) fn new() -> Self {
        Self { buckets: std::array::from_fn(|_| OnceLock::new()) }
    }

    /// This thread's value, if it was made.
    #[inline]
    pub(super) fn get(&self) -> Option<&T> {
        let place = thread_index::place();
        self.buckets.get(place.bucket as usize)?.get()?.get(place.at as usize)
    }

    /// This thread's value, made at its first use together with the others of its bucket; `None` for a thread without an
    /// index.
    pub(super) fn get_or(&self, make: impl Fn() -> T) -> Option<&T> {
        thread_index::get()?;
        let place = thread_index::place();
        let bucket = self.buckets.get(place.bucket as usize)?;
        bucket.get_or_init(|| (0..1 << place.bucket).map(|_| make()).collect()).get(place.at as usize)
    }

    /// Goes through all values that were made.
    pub(super) fn each(&self, visit: &mut dyn FnMut(&T)) {
        for bucket in &self.buckets {
            for value in bucket.get().into_iter().flatten() {
                visit(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BUCKETS, thread_index};
    use crate::record::thread_index::Place;

    #[test]
    fn each_index_has_a_place_of_its_own() {
        let (mut bucket, mut at) = (0, 0);
        for index in 0..1000 {
            assert_eq!(Place::new(index), Place { bucket, at });
            (bucket, at) = if at + 1 == 1 << bucket { (bucket + 1, 0) } else { (bucket, at + 1) };
        }
        assert_eq!(Place::new(thread_index::MOST - 1).bucket as usize, BUCKETS - 1);
    }
}
