//! A clock that is set by hand.

use core::marker::PhantomData;
use std::cell::RefCell;
use std::time::Duration;

use crate::record::Hands;

thread_local! {
    /// The hands of this thread's clocks, in the order in which they were made. Its timers go by the last one.
    static CLOCKS: RefCell<Vec<Hands>> = const { RefCell::new(Vec::new()) };
}

/// A clock that this thread's timers go by until it is dropped. It stands still unless it is advanced.
///
/// Of several clocks of a thread, timers go by the one that was made last; they may be dropped in any order.
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
#[must_use = "timers go by the clock until it is dropped: bind it to a name, not to `_`"]
pub struct ManualClock {
    hands: Hands,
    /// The clock is one of a thread.
    thread: PhantomData<*const ()>,
}

impl ManualClock {
    /// A clock that stands still.
    #[expect(clippy::new_without_default, reason = "it changes what the thread's timers go by")]
    pub fn new() -> Self {
        let hands = Hands::new();
        CLOCKS.with_borrow_mut(|clocks| clocks.push(hands.clone()));
        Hands::enter(Some(hands.clone()));
        Self { hands, thread: PhantomData }
    }

    /// Advances the clock.
    pub fn advance(&self, by: Duration) {
        self.hands.advance(by);
    }
}

impl Drop for ManualClock {
    fn drop(&mut self) {
        // A clock that is kept in a thread-local value may outlive the list, and with it what timers go by.
        let _ = CLOCKS.try_with(|clocks| {
            let mut clocks = clocks.borrow_mut();
            if let Some(at) = clocks.iter().rposition(|one| one.is(&self.hands)) {
                clocks.remove(at);
            }
            Hands::enter(clocks.last().cloned());
        });
    }
}
