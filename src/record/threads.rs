//! A value of one's own for each thread.

use std::cell::Cell;
use std::sync::{Mutex, OnceLock, PoisonError};

/// A value a thread, which others can look at, found without a lock, a fence or a call.
///
/// A thread has a place, the same in each of these, which is another thread's once it has ended. Whoever has no place
/// (a thread that is about to end, or one of too many) has [`shared`](Self::shared) with others of its sort.
pub(super) struct PerThread<T> {
    /// Each with twice as many places as the one before: none ever moves.
    buckets: [OnceLock<Box<[T]>>; BUCKETS],
}

/// Enough for 65,535 threads at a time.
const BUCKETS: usize = 17;

#[derive(Clone, Copy)]
struct Place {
    bucket: u32,
    index: u32,
}

/// Where nothing is.
const NOWHERE: Place = Place { bucket: u32::MAX >> 1, index: 0 };

/// The number of this thread's place, below 2<sup>63</sup>; it is no place's if it has none.
#[inline]
pub(super) fn here() -> u64 {
    let place = PLACE.get();
    u64::from(place.bucket) << 32 | u64::from(place.index)
}

/// The bucket for those who have no place.
const SHARED: usize = BUCKETS - 1;

impl Place {
    fn new(number: usize) -> Self {
        let bucket = (number + 1).ilog2();
        Self { bucket, index: (number + 1 - (1 << bucket)) as u32 }
    }
}

/// The places that nobody has: those that were given back, and all from a number on.
static FREE: Mutex<(Vec<usize>, usize)> = Mutex::new((Vec::new(), 0));

/// How many places there are.
const PLACES: usize = (1 << SHARED) - 1;

/// A thread's place, which it gives back when it ends. Who takes it up comes after it by the lock, and so sees what it
/// left there.
struct Taken(Option<usize>);

impl Taken {
    fn take() -> Self {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        let number = free.0.pop().or_else(|| {
            let next = free.1;
            free.1 = (next + 1).min(PLACES);
            (next < PLACES).then_some(next)
        });
        PLACE.set(number.map_or(NOWHERE, Place::new));
        Self(number)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        PLACE.set(NOWHERE);
        FREE.lock().unwrap_or_else(PoisonError::into_inner).0.extend(self.0);
    }
}

thread_local! {
    static PLACE: Cell<Place> = const { Cell::new(NOWHERE) };
    static TAKEN: Taken = Taken::take();
}

/// Whose value it is.
pub(super) enum Owner<'a, T> {
    /// This thread's alone.
    This(&'a T),
    /// That of all who have no place. They have to take turns.
    Any(&'a T),
}

impl<T> PerThread<T> {
    pub(super) const fn new() -> Self {
        Self { buckets: [const { OnceLock::new() }; BUCKETS] }
    }

    /// This thread's value, if it was here before.
    #[inline]
    pub(super) fn get(&self) -> Option<&T> {
        let place = PLACE.get();
        self.buckets.get(place.bucket as usize)?.get()?.get(place.index as usize)
    }

    /// This thread's value, or that of all who have no place. It is made with others of its bucket.
    pub(super) fn get_or(&self, make: impl Fn() -> T) -> Owner<'_, T> {
        let mut place = PLACE.get();
        if place.bucket == NOWHERE.bucket {
            // A thread that is about to end has given its place back.
            let _ = TAKEN.try_with(|_| ());
            place = PLACE.get();
        }
        let (bucket, index) = (place.bucket as usize, place.index as usize);
        if bucket == NOWHERE.bucket as usize {
            return Owner::Any(&self.buckets[SHARED].get_or_init(|| Box::new([make()]))[0]);
        }
        let values = self.buckets[bucket].get_or_init(|| (0..1 << bucket).map(|_| make()).collect());
        Owner::This(&values[index])
    }

    /// All that were made.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.buckets.iter().filter_map(OnceLock::get).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{Owner, PLACES, PerThread, Place, SHARED};

    #[test]
    fn each_place_is_in_its_bucket() {
        let mut next = (0, 0);
        for number in 0..1000 {
            let place = Place::new(number);
            assert_eq!((place.bucket, place.index), next);
            next = if place.index + 1 == 1 << place.bucket {
                (place.bucket + 1, 0)
            } else {
                (place.bucket, place.index + 1)
            };
        }
        assert_eq!(Place::new(PLACES - 1).bucket as usize, SHARED - 1);
    }

    #[test]
    fn threads_at_the_same_time_have_different_values() {
        let values = PerThread::<()>::new();
        let all = std::sync::Barrier::new(9);
        std::thread::scope(|scope| {
            let address = || match values.get_or(|| ()) {
                Owner::This(_) => {
                    all.wait();
                    let place = super::PLACE.get();
                    (place.bucket, place.index)
                }
                Owner::Any(()) => panic!("there are places"),
            };
            let threads: Vec<_> = (0..9).map(|_| scope.spawn(address)).collect();
            let mut places: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), 9);
        });
    }
}
