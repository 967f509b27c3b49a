//! `run`: a function in a span. `Watch` and `finish`: the end of a span, for functions, futures and started spans.
// Uses `active`, `current`, `end`, `safely`. Used by `future`, `operation`, `runs`, `span`, `started`, `undeclared`.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::active::ActiveSpan;
use super::current::{Attached, attach};
use super::end::{End, Judge};
use crate::safely::safely;

/// Receives how a run ended: a span, or a span and a clock.
pub(super) trait Watch {
    fn active(&self) -> &ActiveSpan;
    /// Receives how it ended, while the span is still the current one. Called once.
    fn tell(&mut self, end: End);
    /// Ends the span after it is no longer the current one. Called once.
    fn end(&self);
}

/// Ends what is watched. Exporters, processors and the `Display` of errors and attributes are not our code: if they panic, the
/// work still returns its value.
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

/// Runs a function in a span.
///
/// A panic is caught for its message and resumed unchanged. A span that starts and ends in a destructor while its thread already
/// unwinds is not affected by that panic and does not report it.
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
