//! Functions that run in a span, and how whatever runs in one ends.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::active::ActiveSpan;
use super::current::{Attached, attach};
use super::end::{End, Judge};
use crate::safely::safely;

/// What watches something run: a span, or a span and a clock.
pub(super) trait Watch {
    fn active(&self) -> &ActiveSpan;
    /// Tells how it ended, while the span is still the current one. Called once.
    fn tell(&mut self, end: End);
    /// Ends it, when it is the current one no more. Called once, after that.
    fn end(&self);
}

/// Ends what is watched. Exporters, processors and what errors and attributes display are not ours: where they panic, what
/// has run still gives what it gave.
#[inline]
pub(super) fn finish<W: Watch>(watch: &mut W, attached: Attached, how: impl FnOnce(bool) -> End) {
    if !watch.active().is_kept() {
        return drop(attached);
    }
    safely(|| {
        let end = how(watch.active().was_recording());
        watch.tell(end);
    });
    safely(|| {
        drop(attached);
        watch.end();
    });
}

/// Runs a function.
///
/// A panic is caught to learn what it says, and goes on as it was. A span that starts and ends in a destructor while
/// its thread already unwinds is not affected by that panic, and is not notified of it.
#[inline]
pub(super) fn run<J: Judge<T>, W: Watch, T>(mut watch: W, work: impl FnOnce(&ActiveSpan) -> T) -> (T, W) {
    let attached = attach(watch.active().context().clone());
    let result = catch_unwind(AssertUnwindSafe(|| work(watch.active())));
    finish(&mut watch, attached, |detailed| match &result {
        Ok(value) => J::judge(value, detailed),
        Err(payload) => End::panicked(&**payload, detailed),
    });
    match result {
        Ok(value) => (value, watch),
        Err(payload) => resume_unwind(payload),
    }
}
