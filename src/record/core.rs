//! A live instrument: its store, its sink, and the state between the two.
//!
//! The states, and what a call does after its value is kept in the store:
//!
//! - *unbound*: a fence, then a second look at the state; if it is bound since, flush.
//! - *direct*: flush at once. The instrument is there, but nothing proves yet that collections call the collector; a provider
//!   that never calls it loses nothing.
//! - *collected*: nothing. The next collection flushes.
//!
//! Binding stores the state, then a fence, then flushes. So of a call and a binding at the same time, one sees the other:
//! if the flush did not see the value, the call's second look sees the state (both fences are sequentially consistent).
// Uses `collect`, `counts`, `declare`, `discovery`, `encoded`, `number`, `recorder`, `refusals`, `safely`, `sdk`,
// `section`, `set`, `sink`, `store`, `sync`, `thread_counters`. Used by `lower`, `preset`.

use std::sync::{Arc, Weak};

use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use super::collect::{Collector, Member};
use super::counts::Counts;
use super::discovery;
use super::encoded::Given;
use super::recorder::{Recorder, Sets};
use super::refusals::Refusals;
use super::sdk::{Instrument, Sdk};
use super::section::{self, Section};
use super::set::{AnySet, as_given, canonical};
use super::sink::{Bound, MOST_AWAITED, MOST_KEPT, Sink};
use super::store::{Kept, Local, Part, Store};
use super::sync::{AtomicBool, AtomicU8, Mutex, MutexGuard, Ordering, fence, lock, reference_dropped, try_lock};
use super::thread_counters::Fast;
use crate::declare::{Descriptor, Scope};
use crate::number::{Bits, MeasurementError};
use crate::safely::drop_safely;

pub(super) struct Core<L: Local + ?Sized> {
    me: Weak<AnyCore>,
    member: Weak<dyn Member>,
    /// The SDK's.
    instrument: &'static Instrument,
    descriptor: Descriptor,
    /// The scope of a static, which finds the global provider.
    scope: Option<Scope>,
    phase: AtomicU8,
    /// Whether values are dropped, as too many are kept and there is no provider. Read by each call, so stored once.
    is_overfull: AtomicBool,
    pub(super) sink: Mutex<Sink>,
    pub(super) fast: Arc<Fast>,
    pub(super) counts: Counts,
    pub(super) store: L,
}

/// The same, whatever its store. All that is not done at each call is written for this one, so that it is compiled once, and not
/// for each store.
pub(super) type AnyCore = Core<dyn Local>;

/// What became of a value that was taken.
#[derive(Clone, Copy)]
enum Keeping {
    /// It is in this part of the store.
    In(usize),
    /// The same, and the part is full.
    Full(usize),
    /// It is recorded when this thread's section ends.
    Later,
}

const UNBOUND: u8 = 0;
const DIRECT: u8 = 1;
const COLLECTED: u8 = 2;

impl<L: Store> Core<L> {
    pub(super) fn live(
        instrument: &'static Instrument,
        descriptor: Descriptor,
        scope: Option<Scope>,
        store: L,
    ) -> Arc<dyn Recorder> {
        let (fast, mut sink) = (Arc::default(), Sink::new());
        if let Some(start) = store.first_counter() {
            sink.fasts.add(&fast, start);
        }
        Arc::new_cyclic(|me: &Weak<Self>| Self {
            me: me.clone(),
            member: me.clone(),
            instrument,
            descriptor,
            scope,
            phase: AtomicU8::new(UNBOUND),
            is_overfull: AtomicBool::new(false),
            sink: Mutex::new(sink),
            fast,
            counts: Counts::new(descriptor.name),
            store,
        })
    }

    /// As what is written for any store.
    pub(super) fn any(&self) -> &AnyCore {
        self
    }

    /// Keeps a value in a store, if that is all there is to do: the next collection flushes it. If not, gives what the store did
    /// with it, if it was asked.
    #[inline(always)]
    pub(super) fn keep_first<T: Local>(
        &self,
        store: &T,
        slot: usize,
        set: &dyn AnySet,
        value: Bits,
    ) -> Result<(), Option<Kept>> {
        // Relaxed: a call that does not see the state yet takes the slow path.
        if self.phase.load(Ordering::Relaxed) != COLLECTED {
            return Err(None);
        }
        match store.keep_fast(slot, set, value) {
            Some(Kept::Yes(_)) => Ok(()),
            other => Err(other),
        }
    }

    /// The same with its own store, and before there is a provider.
    #[inline(always)]
    pub(super) fn keep_first_own(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Result<(), Option<Kept>> {
        match self.keep_first(&self.store, slot, set, value) {
            Err(None) if self.is_unbound() => self.any().keep_unbound(slot, set, value),
            kept => kept,
        }
    }

    /// Records a value that its store was not asked to keep, or counts and reports why not. As a call of its own with so few
    /// arguments, it leaves the one before it without a stack.
    #[inline(never)]
    pub(super) fn record_otherwise(&self, slot: usize, set: &dyn AnySet, value: Bits) {
        self.any().record_or_refuse(slot, set, value);
    }
}

impl<L: Local + ?Sized> Core<L> {
    /// What tells the instrument from others, as long as it lives.
    fn id(&self) -> usize {
        self.me.as_ptr().addr()
    }

    /// Whether no provider was there yet. Once one was, there always is.
    pub(super) fn is_unbound(&self) -> bool {
        self.phase.load(Ordering::Relaxed) == UNBOUND
    }

    /// Whether the instrument is being bound: it was built, or a provider was found.
    fn is_awaited(&self) -> bool {
        self.scope.is_none() || discovery::is_binding()
    }
}

impl AnyCore {
    #[inline(never)]
    fn keep_unbound(&self, slot: usize, set: &dyn AnySet, value: Bits) -> Result<(), Option<Kept>> {
        if self.is_overfull.load(Ordering::Relaxed) {
            if self.is_awaited() {
                return Err(None);
            }
            self.drop_one();
            return Ok(());
        }
        match self.store.keep_fast(slot, set, value) {
            Some(Kept::Yes(part)) => {
                self.after_unbound(Keeping::In(part));
                Ok(())
            }
            other => Err(other),
        }
    }

    /// Records a value, or counts and reports why not.
    fn record_or_refuse(&self, slot: usize, set: &dyn AnySet, value: Bits) {
        let kept = if self.is_unbound() { self.keep_unbound(slot, set, value) } else { Err(None) };
        if let Err(first) = kept {
            self.record_slowly_or_refuse(first, slot, set, value);
        }
    }

    /// Keeps a value in a store, its own or one in that, which did this with it at the first try.
    fn keep(
        &self,
        store: &dyn Local,
        mut kept: Kept,
        slot: usize,
        set: &dyn AnySet,
        value: Bits,
    ) -> Result<Keeping, MeasurementError> {
        loop {
            match kept {
                Kept::Yes(part) => return Ok(Keeping::In(part)),
                Kept::Full(part) => return Ok(Keeping::Full(part)),
                Kept::Refused(error) => return Err(error),
                Kept::Busy => {
                    self.record_later(slot, as_given(set), value);
                    return Ok(Keeping::Later);
                }
                Kept::NoRoom => {
                    let Some(section) = Section::enter() else {
                        kept = Kept::Busy;
                        continue;
                    };
                    self.flush_locked(section, lock(&self.sink), store, Part::Own(slot));
                    kept = store.keep(slot, set, value);
                }
                Kept::New => {
                    // The user's code, before there is a lock.
                    let given = Given::of(set);
                    let Some(section) = Section::enter() else {
                        self.record_later(slot, given.attributes, value);
                        return Ok(Keeping::Later);
                    };
                    let mut sink = lock(&self.sink);
                    kept = store.keep_new(slot, given, value, &mut sink);
                    self.leave(section, sink);
                }
            }
        }
    }

    /// Makes a call when this thread's section ends, if the instrument still lives then. Returns whether the call is kept: a thread
    /// that ends keeps none.
    fn later(&self, call: Box<dyn FnOnce(&Self)>) -> bool {
        let me = self.me.clone();
        let call = Box::new(move || {
            if let Some(me) = me.upgrade() {
                call(&me);
            }
        });
        section::later(call).is_ok()
    }

    /// Records a value when this thread's section ends.
    #[cold]
    fn record_later(&self, slot: usize, attributes: Vec<KeyValue>, value: Bits) {
        // Not a weak reference: the instrument may be dropped before the section ends.
        let kept = self
            .me
            .upgrade()
            .map(|me| section::later(Box::new(move || me.record_or_refuse(slot, &&*attributes, value))));
        if kept.is_none_or(|kept| kept.is_err()) {
            self.counts.refusals.drop_many(1);
        }
    }

    fn flush(&self, store: &dyn Local, part: Part) {
        match Section::enter() {
            Some(section) => self.flush_locked(section, lock(&self.sink), store, part),
            None => {
                // Inside a section only the instrument's own store is recorded into. A thread that ends keeps no calls; the next
                // collection flushes.
                self.later(Box::new(move |me| me.flush(&me.store, part)));
            }
        }
    }

    fn flush_locked(&self, section: Section, mut sink: MutexGuard<'_, Sink>, store: &dyn Local, part: Part) {
        if sink.bound.is_none() {
            sink.most_kept = if self.is_awaited() { MOST_AWAITED } else { MOST_KEPT };
        }
        store.flush(part, &mut sink);
        if sink.bound.is_none() && sink.backlog.len() + sink.kept >= sink.most_kept {
            self.is_overfull.store(true, Ordering::Relaxed);
        }
        self.leave(section, sink);
    }

    /// Unlocks the sink and ends the section, and then reports what happened: nothing is logged under a lock.
    pub(super) fn leave(&self, section: Section, mut sink: MutexGuard<'_, Sink>) {
        let report = sink.take_report();
        drop(sink);
        drop(section);
        report.make(&self.counts.refusals);
    }

    /// After a value was kept by an instrument that was not bound when it was looked at.
    fn after_unbound(&self, kept: Keeping) {
        // Pairs with the fence of `attach`.
        fence(Ordering::SeqCst);
        if self.phase.load(Ordering::Relaxed) != UNBOUND {
            self.flush(&self.store, Part::All);
            return;
        }
        if let Keeping::Full(part) = kept {
            self.flush(&self.store, Part::Own(part));
        }
        if self.scope.is_some() {
            discovery::tick();
        }
    }

    /// Has sums of its store exported at zero.
    pub(super) fn init(&self, sets: Sets) {
        if let Err(sets) = self.init_in(&self.store, sets) {
            // A thread that ends keeps no calls.
            self.later(Box::new(move |me| me.init(sets)));
        }
    }

    /// Has sums of a store, its own or one in that, exported at zero. Gives them back inside a section.
    pub(super) fn init_in(&self, store: &dyn Local, sets: Sets) -> Result<(), Sets> {
        let Some(section) = Section::enter() else { return Err(sets) };
        let mut sink = lock(&self.sink);
        // An instrument that is not bound flushes all when it is, under this lock.
        sets.into_iter().for_each(|(slot, attributes)| store.init(slot, attributes, &mut sink));
        self.flush_locked(section, sink, store, Part::All);
        if self.scope.is_some() && self.is_unbound() {
            discovery::tick();
        }
        Ok(())
    }

    /// Records a value into its store, or into one in that, if it is not unbound.
    #[inline(never)]
    pub(super) fn record_slowly(
        &self,
        store: &dyn Local,
        first: Option<Kept>,
        slot: usize,
        set: &dyn AnySet,
        value: Bits,
    ) -> Result<(), MeasurementError> {
        // Acquire: what the binding did before it stored the state.
        let phase = self.phase.load(Ordering::Acquire);
        let kept = first.unwrap_or_else(|| store.keep(slot, set, value));
        match (phase, self.keep(store, kept, slot, set, value)?) {
            (_, Keeping::Later) | (COLLECTED, Keeping::In(_)) => {}
            (COLLECTED, Keeping::Full(part)) => self.relieve(store, part),
            (DIRECT, Keeping::In(part) | Keeping::Full(part)) => self.flush(store, Part::Own(part)),
            (_, kept) => self.after_unbound(kept),
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn record_slowly_or_refuse(&self, first: Option<Kept>, slot: usize, set: &dyn AnySet, value: Bits) {
        if let Err(error) = self.record_slowly(&self.store, first, slot, set, value) {
            self.counts.refusals.refuse(error);
        }
    }

    /// A part is full, and the next collection is not waited for.
    fn relieve(&self, store: &dyn Local, part: usize) {
        let Some(section) = Section::enter() else {
            // There is room for a while; if there is none, the value is kept until the section ends.
            return;
        };
        // Threads that record without a pause come here at the same time. One flushes; the others have room for two more
        // bursts each, and go on.
        if let Some(sink) = try_lock(&self.sink) {
            self.flush_locked(section, sink, store, Part::Own(part));
        }
    }

    /// Binds the instrument to the SDK's, and joins the collector; unless it is bound there already, or to a later provider.
    fn attach(&self, sdk: Arc<dyn Sdk>, collector: &Arc<Collector>, epoch: u64) {
        let Some(section) = Section::enter() else {
            let collector = Arc::clone(collector);
            // A thread that ends leaves the instrument unbound, to the next lookup.
            self.later(Box::new(move |me| me.attach(sdk, &collector, epoch)));
            return;
        };
        let stream = collector.stream(self.instrument, &self.descriptor);
        let mut bound = Bound::new(sdk, Arc::clone(collector), stream, collector.has_handles());
        bound.is_collected = collector.calls();
        let phase = if bound.is_collected { COLLECTED } else { DIRECT };
        let mut sink = lock(&self.sink);
        // A lookup and `set_meter_provider` may both bind it, and a provider may be set twice: its sums are one stream.
        let is_bound = |old: &Bound| epoch == sink.epoch || Arc::ptr_eq(&old.collector, collector);
        if epoch < sink.epoch || sink.bound.as_ref().is_some_and(is_bound) {
            sink.epoch = sink.epoch.max(epoch);
            return;
        }
        sink.epoch = epoch;
        // Members change under the lock, so that an instrument is one of the collector that it is bound to and of no other. Before
        // the state is stored: a collection from now on reaches it.
        collector.join(self.id(), self.member.clone());
        if let Some(old) = &sink.bound {
            old.collector.leave(self.id());
        }
        if sink.bound.is_some() {
            self.counts.replace();
        }
        // What the old provider can still have.
        sink.fasts.switch(false);
        self.store.flush(Part::All, &mut sink);
        sink.note_panics();
        let old = sink.bound.replace(bound);
        self.phase.store(phase, Ordering::Relaxed);
        // Pairs with the fence of `after_unbound`.
        fence(Ordering::SeqCst);
        self.store.flush(Part::All, &mut sink);
        sink.fasts.switch(phase == COLLECTED);
        self.leave(section, sink);
        // Outside of the locks, and contained: the old provider's instrument is dropped with it.
        drop_safely(old);
    }

    /// Drops a value: too many are kept, and there is no provider.
    fn drop_one(&self) {
        self.counts.drop_one();
        if self.scope.is_some() {
            discovery::tick();
        }
    }

    pub(super) fn value(&self, slot: usize, set: &dyn AnySet) -> Option<Bits> {
        // The user's code, before there is a lock.
        let attributes = canonical(as_given(set));
        let section = Section::enter()?;
        let mut sink = lock(&self.sink);
        let value = self.store.value(slot, &attributes, &mut sink);
        self.leave(section, sink);
        value
    }

    pub(super) fn bind(&self, meter: &Meter, epoch: u64) {
        let collector = Collector::of(meter);
        // Both may wait for the lock of the SDK's pipeline, so no lock is held here.
        let sdk = collector.instrument(self.instrument, &self.descriptor);
        collector.register(&self.descriptor);
        self.attach(sdk, &collector, epoch);
    }

    pub(super) fn collect(&self, collector: &Arc<Collector>) {
        let Some(section) = Section::enter() else { return };
        let mut sink = lock(&self.sink);
        let Some(bound) = sink.bound.as_mut().filter(|bound| Arc::ptr_eq(&bound.collector, collector)) else { return };
        if !bound.is_collected {
            bound.is_collected = true;
            self.phase.store(COLLECTED, Ordering::Release);
            sink.fasts.switch(true);
        }
        self.flush_locked(section, sink, &self.store, Part::Collection);
    }

    pub(super) fn kept(&self) -> (bool, u64) {
        let _section = Section::enter();
        let has_backlog = !lock(&self.sink).backlog.is_empty();
        (has_backlog || self.store.pending() > 0, self.counts.dropped())
    }
}

impl<L: Store> Member for Core<L> {
    fn bind(self: Arc<Self>, meter: &Meter, epoch: u64) {
        self.any().bind(meter, epoch);
    }

    fn collect(&self, collector: &Arc<Collector>) {
        self.any().collect(collector);
    }

    fn kept(&self) -> (bool, u64) {
        self.any().kept()
    }
}

/// What an instrument keeps when it is dropped is flushed, or counted as dropped.
impl<L: Local + ?Sized> Drop for Core<L> {
    fn drop(&mut self) {
        reference_dropped();
        let id = self.id();
        let sink = self.sink.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner());
        let (flush, pending) = (|sink: &mut _| self.store.flush(Part::All, sink), || self.store.pending());
        end(sink, id, &flush, &pending, &self.counts.refusals);
    }
}

/// Flushes an instrument for the last time. It is compiled once for all stores.
fn end(sink: &mut Sink, id: usize, flush: &dyn Fn(&mut Sink), pending: &dyn Fn() -> u64, refusals: &Refusals) {
    let section = Section::enter();
    if let (None, Some(bound)) = (&section, &mut sink.bound) {
        // A provider that is given a value drops the instrument: this thread may hold the lock of the stream's totals.
        bound.use_own_totals();
    }
    flush(sink);
    let mut dropped = 0;
    if let Some(bound) = &sink.bound {
        bound.collector.leave(id);
    } else {
        dropped = pending() + sink.backlog.len() as u64;
    }
    let report = sink.take_report();
    drop(section);
    report.make(refusals);
    refusals.drop_many(dropped);
}
