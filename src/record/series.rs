//! What is common to the stores of known sets: the series, one a slot.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering, fence};
use std::thread;
use std::time::{Duration, Instant};

use opentelemetry::KeyValue;

use super::lower::Sdk;
use super::refusals::Refusals;
use super::set::canonical_set;
use crate::attribute::{Field, Set};
use crate::number::{MeasurementError, Wire};

/// A store for the measurements of a known set.
#[doc(hidden)]
pub trait Known<W: Wire, S: Sdk<W>>: Send + Sync {
    fn new(sets: usize, fields: &'static [Field]) -> Self;

    /// Takes a measurement if that is the usual case: bound, hooked, and the set is not new. Small enough to be inlined
    /// where the call is; all else is [`record`](Self::record)'s.
    fn record_fast<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> bool;

    /// Takes a measurement in any case.
    fn record<A: Set>(&self, binding: &Binding<S>, set: &A, value: W) -> Result<(), MeasurementError>;

    /// Hands what waits to the SDK, if it is bound. What cannot be handed on is counted as refused.
    fn collect(&self, binding: &Binding<S>);
}

/// A thread that measures while its instrument is bound looks again after it has stored the value, without a fence, which
/// would cost more than all the rest. So what it stored may be on its way still, and its look too early. Both take
/// nanoseconds. So what can be handed on only once is not until this time has passed: a value that waits of a gauge, and all
/// where no hook comes again.
pub(super) const SETTLES: Duration = Duration::from_millis(10);

/// The SDK's instrument, once there is one.
#[doc(hidden)]
#[derive(Debug)]
pub struct Binding<S> {
    sdk: OnceLock<S>,
    state: AtomicU8,
    since: OnceLock<Instant>,
    /// Whether it was waited for in vain.
    waited: AtomicBool,
    refusals: Refusals,
}

/// How an instrument stands to the SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(hidden)]
pub enum State {
    /// There is no provider yet.
    Waiting,
    /// The SDK calls a hook at collection; measurements may wait for it.
    Hooked,
    /// The SDK took no hook; measurements go to it at once.
    Direct,
}

impl<S> Binding<S> {
    pub(super) const fn new(instrument: &'static str) -> Self {
        let refusals = Refusals::new(instrument);
        Self {
            sdk: OnceLock::new(),
            state: AtomicU8::new(State::Waiting as u8),
            since: OnceLock::new(),
            waited: AtomicBool::new(false),
            refusals,
        }
    }

    #[inline]
    pub(super) fn state(&self) -> State {
        match self.state.load(Ordering::Acquire) {
            0 => State::Waiting,
            1 => State::Hooked,
            _ => State::Direct,
        }
    }

    #[inline]
    pub(super) fn sdk(&self) -> Option<&S> {
        if self.state() == State::Waiting { None } else { self.sdk.get() }
    }

    /// Whether nobody has come to what [`sdk`](Self::sdk) gives, nor will without having seen all that this thread did
    /// before its last fence.
    pub(super) fn is_out_of_reach(&self) -> bool {
        self.sdk.get().is_none()
    }

    /// Waits until all is there that was measured before its thread could know of the SDK's instrument.
    pub(super) fn settle(&self) {
        let left = self.since.get().map(|since| SETTLES.saturating_sub(since.elapsed()));
        if let Some(left) = left.filter(|left| !left.is_zero()) {
            thread::sleep(left);
        }
    }

    pub(super) fn is_worth_waiting(&self) -> bool {
        !self.waited.load(Ordering::Relaxed)
    }

    pub(super) fn waited(&self) {
        self.waited.store(self.sdk().is_none(), Ordering::Relaxed);
    }

    pub(super) const fn refusals(&self) -> &Refusals {
        &self.refusals
    }

    /// Sets the SDK's instrument, if there is none yet.
    pub(super) fn set(&self, sdk: S, hooked: bool) {
        if self.sdk.set(sdk).is_ok() {
            self.since.get_or_init(Instant::now);
            fence(Ordering::SeqCst);
            self.state.store(if hooked { State::Hooked } else { State::Direct } as u8, Ordering::Release);
        }
    }
}

/// One slot's series: its attributes, once it is used, and its handle, once it is bound.
pub(super) struct Series<W, S: Sdk<W>> {
    attributes: OnceLock<Box<[KeyValue]>>,
    bound: OnceLock<S::Bound>,
}

impl<W: Wire, S: Sdk<W>> Series<W, S> {
    pub(super) fn many(sets: usize) -> Box<[Self]> {
        (0..sets).map(|_| Self { attributes: OnceLock::new(), bound: OnceLock::new() }).collect()
    }

    /// Whether its attributes are noted.
    #[inline]
    pub(super) fn is_touched(&self) -> bool {
        self.attributes.get().is_some()
    }

    /// Notes the series' attributes at its first measurement.
    #[inline]
    pub(super) fn touch<A: Set>(&self, set: &A) {
        if self.attributes.get().is_none() {
            self.note(set);
        }
    }

    #[cold]
    fn note<A: Set>(&self, set: &A) {
        self.attributes.get_or_init(|| canonical_set(set));
    }

    /// The handle, if the series is bound.
    #[inline]
    pub(super) fn bound(&self) -> Option<&S::Bound> {
        self.bound.get()
    }

    /// Measures a value, and binds the handle if this is the first. The series must be touched.
    ///
    /// Without a hook the provider may be another one than the SDK's, whose handles the API makes, and they drop all.
    pub(super) fn measure(&self, sdk: &S, state: State, value: W) {
        match (self.bound.get(), self.attributes.get()) {
            (Some(bound), _) => S::measure_bound(bound, value),
            (None, Some(attributes)) if state == State::Direct => sdk.measure(value, attributes),
            (None, Some(attributes)) => {
                let bound = sdk.measure_and_bind(value, attributes);
                self.bound.get_or_init(|| bound);
            }
            (None, None) => {}
        }
    }
}
