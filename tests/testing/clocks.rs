//! A clock that is set by hand.

use std::time::Duration;

use meterstick::testing::{ManualClock, TestMeter};
use meterstick::unit::Seconds;

use super::LATENCY;

#[test]
fn timers_go_by_a_clock_that_is_set_by_hand() {
    let (meter, clock) = (TestMeter::new(), ManualClock::new());
    let _entered = meter.enter();
    let timer = LATENCY.timer();
    clock.advance(Duration::from_millis(1250));
    assert_eq!(timer.stop(), Duration::from_millis(1250));
    assert_eq!(meter.distribution(&LATENCY, ()).sum(), Seconds(1.25));
}

#[test]
fn a_clock_that_jumps_makes_no_negative_time() {
    let (meter, clock) = (TestMeter::new(), ManualClock::new());
    let _entered = meter.enter();
    clock.advance(Duration::from_secs(3600));
    let timer = LATENCY.timer();
    // The hand-set clock is gone before the timer: time seems to go back by an hour.
    drop(clock);
    assert_eq!(timer.stop(), Duration::ZERO);
    let _far = ManualClock::new();
    let timer = LATENCY.timer();
    _far.advance(Duration::from_secs(100 * 365 * 86_400));
    timer.stop();
    assert_eq!(meter.distribution(&LATENCY, ()).count(), 2);
}

#[test]
fn clocks_may_be_dropped_in_any_order() {
    let (first, second) = (ManualClock::new(), ManualClock::new());
    let meter = TestMeter::new();
    let _entered = meter.enter();
    let timer = LATENCY.timer();
    drop(first);
    second.advance(Duration::from_millis(10));
    assert_eq!(timer.stop(), Duration::from_millis(10));
    drop(second);
    // No clock is left: the time is the real one again.
    let timer = LATENCY.timer();
    std::thread::sleep(Duration::from_millis(2));
    assert!(timer.stop() >= Duration::from_millis(2));

    let (first, second) = (ManualClock::new(), ManualClock::new());
    let timer = LATENCY.timer();
    drop(second);
    drop(timer);
    let timer = LATENCY.timer();
    first.advance(Duration::from_millis(20));
    assert_eq!(timer.stop(), Duration::from_millis(20));
}

#[test]
fn a_clock_may_be_kept_until_its_thread_ends() {
    thread_local! {
        static KEPT: std::cell::RefCell<Option<ManualClock>> = const { std::cell::RefCell::new(None) };
    }
    let thread = std::thread::spawn(|| {
        // The list of clocks is made after the value that keeps one, and so may be gone before it.
        KEPT.with_borrow_mut(|kept| *kept = Some(ManualClock::new()));
    });
    thread.join().unwrap();
}
