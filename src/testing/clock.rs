//! `ManualClock`: a clock that a test controls.
// Uses `record`. No other module uses it.

use core::marker::PhantomData;
use std::cell::RefCell;
use std::time::Duration;

use crate::record::Hands;

thread_local! {
    /// The clocks of this thread, in creation order. Timers use the last one.
    static CLOCKS: RefCell<Vec<Hands>> = const { RefCell::new(Vec::new()) };
}

/// A clock for tests, which this thread's timers use until it is dropped. It stands still unless it is advanced.
///
/// If a thread has several clocks, its timers use the one that was created last. Clocks may be dropped in any order.
///
/// ```
/// use std::time::Duration;
///
/// use meterstick::prelude::*;
/// use meterstick::testing::{ManualClock, TestMeter};
/// use meterstick::unit::Seconds;
///
/// const WORK: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("work.duration");
///
/// let (meter, clock) = (TestMeter::new(), ManualClock::new());
/// let work = WORK.build(&meter);
/// work.time(|| clock.advance(Duration::from_millis(1500)));
/// assert_eq!(meter.distribution(&work, ()).sum(), Seconds(1.5));
/// ```
#[derive(Debug)]
#[must_use = "timers use the clock until it is dropped: bind it to a name, not to `_`"]
pub struct ManualClock {
    hands: Hands,
    /// Not `Send`: a clock belongs to its thread.
    thread: PhantomData<*const ()>,
}

impl ManualClock {
    /// Creates a clock that stands still.
    #[expect(clippy::new_without_default, reason = "it changes the clock of the thread's timers")]
    pub fn new() -> Self {
        let hands = Hands::new();
        CLOCKS.with_borrow_mut(|clocks| clocks.push(hands.clone()));
        Hands::enter(Some(hands.clone()));
        Self { hands, thread: PhantomData }
    }

    /// Advances the clock by a duration.
    ///
    /// # Panics
    ///
    /// If the platform's clock cannot represent the time.
    pub fn advance(&self, by: Duration) {
        self.hands.advance(by);
    }
}

impl Drop for ManualClock {
    fn drop(&mut self) {
        // A clock in a thread-local value can outlive the list.
        let _ = CLOCKS.try_with(|clocks| {
            let mut clocks = clocks.borrow_mut();
            if let Some(at) = clocks.iter().rposition(|one| one.is(&self.hands)) {
                clocks.remove(at);
            }
            Hands::enter(clocks.last().cloned());
        });
    }
}
