//! Loom's replacements for the standard library, and what loom lacks.
// Uses `record`, `sync`. No other module uses it.

use std::cell::Cell;

pub(in super::super) use loom::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering, fence};
pub(in super::super) use loom::sync::{Mutex, MutexGuard};

/// Takes initial values that are constants, too.
macro_rules! thread_local_of_loom {
    ($($(#[$attribute:meta])* static $name:ident: $type:ty = $init:expr;)*) => {
        loom::thread_local! { $($(#[$attribute])* static $name: $type = $init;)* }
    };
}
pub(in super::super) use thread_local_of_loom as thread_local;

macro_rules! statics {
    ($($(#[$attribute:meta])* static $name:ident: $type:ty = $init:expr;)*) => {
        $(loom::lazy_static! { $(#[$attribute])* static ref $name: $type = $init; })*
    };
}
pub(in super::super) use statics;

/// A flag that one thread stores and another one exchanges. Loom orders a store and an exchange of another thread in either
/// way, also where the exchange has read what came before the store, which C++'s memory model does not have. So a store is an
/// exchange here.
#[derive(Default)]
pub(in super::super) struct AtomicBool(loom::sync::atomic::AtomicBool);

impl AtomicBool {
    pub(in super::super) fn new(value: bool) -> Self {
        Self(loom::sync::atomic::AtomicBool::new(value))
    }
    pub(in super::super) fn load(&self, order: Ordering) -> bool {
        self.0.load(order)
    }
    pub(in super::super) fn store(&self, value: bool, order: Ordering) {
        self.0.swap(value, order);
    }
    pub(in super::super) fn swap(&self, value: bool, order: Ordering) -> bool {
        self.0.swap(value, order)
    }
    pub(in super::super) fn fetch_or(&self, value: bool, order: Ordering) -> bool {
        self.0.fetch_or(value, order)
    }
}

/// The methods that the standard library has on cells in thread-local values. As there, a cell without a destructor can be
/// used until the thread is gone: then it is as new.
pub(in super::super) trait LocalCell<T> {
    fn get(&'static self) -> T
    where
        T: Copy;
    fn set(&'static self, value: T);
    fn replace(&'static self, value: T) -> T;
}

impl<T: 'static> LocalCell<T> for loom::thread::LocalKey<Cell<T>> {
    fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.try_with(Cell::get).unwrap_or_else(|_| (self.init)().get())
    }
    fn set(&'static self, value: T) {
        let _ = self.try_with(|cell| cell.set(value));
    }
    fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

/// A cell that is written once. As the standard library's: who sees the value sees what was done before it was written.
pub(in super::super) struct OnceLock<T> {
    is_set: AtomicBool,
    lock: Mutex<()>,
    value: std::sync::OnceLock<T>,
}

impl<T> OnceLock<T> {
    pub(in super::super) fn new() -> Self {
        Self { is_set: AtomicBool::new(false), lock: Mutex::new(()), value: std::sync::OnceLock::new() }
    }

    pub(in super::super) fn get(&self) -> Option<&T> {
        if self.is_set.load(Ordering::Acquire) { self.value.get() } else { None }
    }

    pub(in super::super) fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
        if let Some(value) = self.get() {
            return value;
        }
        let _lock = super::lock(&self.lock);
        if self.value.get().is_none() {
            // Made first: another thread may run meanwhile, and would find a lock that loom does not know.
            let value = make();
            let _ = self.value.set(value);
            self.is_set.store(true, Ordering::Release);
        }
        self.value.get().expect("it was set")
    }
}

loom::lazy_static! {
    static ref REFERENCES: AtomicU64 = AtomicU64::new(0);
}

/// What was done before a reference was dropped happens before what is done after the last one was.
pub(in super::super) fn reference_dropped() {
    REFERENCES.fetch_add(1, Ordering::AcqRel);
}

/// A place that is written and read in turns. A count of each shows whether the other turn is over for sure: one that nothing
/// orders is one that loom may leave out.
pub(in super::super) struct Turns {
    writes: AtomicU64,
    reads: AtomicU64,
}

impl Turns {
    pub(in super::super) fn new() -> Self {
        Self { writes: AtomicU64::new(0), reads: AtomicU64::new(0) }
    }
    pub(in super::super) fn write(&self) {
        let writes = self.writes.load(Ordering::Relaxed);
        assert_eq!(self.reads.load(Ordering::Relaxed), writes, "it may be read at this time");
        self.writes.store(writes + 1, Ordering::Relaxed);
    }
    pub(in super::super) fn read(&self) {
        let reads = self.reads.load(Ordering::Relaxed);
        assert_eq!(self.writes.load(Ordering::Relaxed), reads + 1, "it may be written at this time");
        self.reads.store(reads + 1, Ordering::Relaxed);
    }
}
