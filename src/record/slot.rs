//! `Slot`: finds the live instrument of an instrument: at the first use of a `static`, at once where it is built.
// Uses `attribute`, `binder`, `built_metrics`, `collect`, `declare`, `discovery`, `lower`, `number`, `record`,
// `recorder`, `reports`, `safely`, `scoped`, `sdk`, `set`, `thread_counters`. Used by `erased`, `instrument`, `models`,
// `scoped`.

use core::marker::PhantomData;
use std::sync::{Arc, OnceLock};

use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use super::binder;
use super::built_metrics::was_built;
use super::collect::{Collector, Member};
use super::discovery;
use super::lower::Synchronous;
use super::recorder::{Preset, Recorder};
use super::reports::is_first;
use super::sdk;
use super::set::{AnySet, as_given, canonical};
use super::stream::WireSum;
use super::thread_counters::Fast;
use crate::attribute::Set;
use crate::declare::{Descriptor, Scope};
use crate::number::{Bits, MeasurementError, Number};
use crate::safely::safely;

/// A live instrument, shared with clones, guards and the collector. From here on, a value is the bits of its number.
pub(crate) struct Live<W> {
    fast: Arc<Fast>,
    recorder: Arc<dyn Recorder>,
    wire: PhantomData<fn(W) -> W>,
}

impl<W> Clone for Live<W> {
    fn clone(&self) -> Self {
        Self { fast: Arc::clone(&self.fast), recorder: Arc::clone(&self.recorder), wire: PhantomData }
    }
}

impl<W: WireSum> Live<W> {
    /// Of a recorder of this number.
    pub(super) fn new(recorder: Arc<dyn Recorder>) -> Self {
        Self { fast: recorder.fast(), recorder, wire: PhantomData }
    }

    #[cold]
    pub(crate) fn refuse(&self, error: MeasurementError) {
        self.recorder.counts().refusals.refuse(error);
    }

    #[cold]
    pub(crate) fn abandon(&self) {
        self.recorder.counts().refusals.abandon();
    }

    #[inline]
    pub(super) fn take_fast(&self, slot: usize, value: W) -> bool {
        self.fast.add(slot, value)
    }

    pub(super) fn take_slowly(&self, slot: usize, set: &dyn AnySet, value: W) {
        self.recorder.record_or_refuse(slot, set, Bits::of(value));
    }

    /// How many times the provider was replaced.
    pub(crate) fn replaced(&self) -> u32 {
        self.recorder.counts().replaced()
    }

    pub(crate) fn refused(&self) -> u64 {
        self.recorder.counts().refusals.count()
    }

    pub(crate) fn dropped(&self) -> u64 {
        self.recorder.counts().dropped()
    }

    pub(crate) fn value<A: Set>(&self, set: &A) -> Option<W> {
        self.recorder.value(slot_of(set), set).map(Bits::to)
    }

    pub(crate) fn init<A: Set>(&self, sets: impl Iterator<Item = A>) {
        self.recorder.init(sets.map(|set| (slot_of(&set), as_given(&set))).collect());
    }

    fn member(&self) -> Arc<dyn Member> {
        Arc::clone(&self.recorder).member()
    }
}

/// The slot of a set, if such sets have one each.
#[inline]
pub(crate) fn slot_of<A: Set>(set: &A) -> usize {
    if const { super::closed_sets(A::CARDINALITY).is_some() } { set.slot() } else { 0 }
}

/// Whether each of these sets has a slot.
pub(crate) const fn have_slots(cardinality: Option<usize>) -> bool {
    super::closed_sets(cardinality).is_some()
}

/// Records a number, or says why not.
#[inline]
pub(crate) fn try_record<K: Synchronous<N>, N, A: Set>(
    live: &Live<K::Wire>,
    set: &A,
    number: N,
) -> Result<(), MeasurementError> {
    let value = K::lower(number)?;
    let slot = slot_of(set);
    if record_fast::<K, N, A>(live, slot, value) { Ok(()) } else { live.recorder.record(slot, set, Bits::of(value)) }
}

/// Records a number, or counts and reports why not.
#[inline]
pub(crate) fn record<K: Synchronous<N>, N, A: Set>(live: &Live<K::Wire>, set: A, number: Result<N, MeasurementError>) {
    match number.and_then(K::lower) {
        Ok(value) => {
            let slot = slot_of(&set);
            if !K::ADDS {
                live.recorder.record_or_refuse(slot, &set, Bits::of(value));
            } else if !record_fast::<K, N, A>(live, slot, value) {
                record_slowly(live, slot, set, value);
            }
        }
        Err(error) => live.refuse(error),
    }
}

/// A call of its own, for which nothing has to be kept in registers and no set in memory.
#[inline(never)]
fn record_slowly<W: WireSum, A: Set>(live: &Live<W>, slot: usize, set: A, value: W) {
    live.recorder.record_or_refuse(slot, &set, Bits::of(value));
}

#[inline]
fn record_fast<K: Synchronous<N>, N, A: Set>(live: &Live<K::Wire>, slot: usize, value: K::Wire) -> bool {
    K::ADDS && const { super::closed_sets(A::CARDINALITY).is_some() } && live.fast.add(slot, value)
}

/// A declaration with a place for its live instrument.
pub(crate) struct Slot<K: Synchronous<N>, N> {
    descriptor: Descriptor,
    scope: Option<Scope>,
    live: OnceLock<Live<K::Wire>>,
    /// The attributes that were given beforehand.
    preset: Option<Arc<[KeyValue]>>,
    /// Binds the instrument that stands in for its static in a test to these attributes.
    #[cfg(feature = "testing")]
    bind_again: Option<BindAgain<K::Wire>>,
    /// Which slots are left, if attributes were given beforehand.
    #[cfg(feature = "testing")]
    left: Option<Left>,
}

#[cfg(feature = "testing")]
type BindAgain<W> = Arc<dyn Fn() -> Live<W> + Send + Sync>;

/// The sets that are left to be given, and their slots among those of the static. The attributes that were given do not say
/// it: an optional one that is `None` leaves no attribute.
#[cfg(feature = "testing")]
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Left {
    offset: usize,
    stride: usize,
    rest: Option<usize>,
    fields: &'static [crate::attribute::Field],
}

#[cfg(feature = "testing")]
impl Left {
    /// The slots within those that `before` left.
    fn after(self, before: Option<Self>) -> Self {
        let Some(before) = before else { return self };
        Self {
            offset: before.stride.wrapping_mul(self.offset).wrapping_add(before.offset),
            stride: before.stride.wrapping_mul(self.stride),
            ..self
        }
    }
}

impl<K: Synchronous<N>, N: Number> Slot<K, N> {
    pub(crate) const fn global(descriptor: Descriptor, scope: Scope) -> Self {
        Self {
            descriptor,
            scope: Some(scope),
            live: OnceLock::new(),
            preset: None,
            #[cfg(feature = "testing")]
            bind_again: None,
            #[cfg(feature = "testing")]
            left: None,
        }
    }

    /// Builds the instrument on a meter. `in_group` says whether a group gives it attributes that are not declared.
    pub(crate) fn built(descriptor: Descriptor, meter: &Meter, in_group: bool) -> Self {
        was_built(&descriptor);
        let live = Live::new(K::live(Descriptor { in_group, ..descriptor }, None));
        build(&descriptor, live.member(), meter);
        Self {
            descriptor,
            scope: None,
            live: OnceLock::from(live),
            preset: None,
            #[cfg(feature = "testing")]
            bind_again: None,
            #[cfg(feature = "testing")]
            left: None,
        }
    }

    pub(crate) const fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    pub(crate) const fn scope(&self) -> Option<&Scope> {
        self.scope.as_ref()
    }

    /// The attributes that were given beforehand, sorted.
    pub(crate) fn preset(&self) -> &[KeyValue] {
        self.preset.as_deref().unwrap_or_default()
    }

    /// Which slots are left, if attributes were given beforehand.
    #[cfg(feature = "testing")]
    pub(super) const fn left(&self) -> Option<Left> {
        self.left
    }

    /// The same instrument for the sets that have these attributes. `R` are those that are left to be given; their slots
    /// begin at `offset`, and are `stride` apart.
    pub(crate) fn with<R: Set>(&self, given: &dyn AnySet, offset: usize, stride: usize) -> Self {
        let attributes = as_given(given);
        let preset = [self.preset(), &attributes].concat();
        let rest = super::closed_sets(R::CARDINALITY);
        let of = self.clone();
        let bind = move || {
            let recorder = Arc::clone(&of.live().recorder);
            let attributes = attributes.clone();
            Live::new(recorder.with(Preset { attributes, offset, stride, rest, fields: R::FIELDS }))
        };
        Self {
            descriptor: self.descriptor,
            scope: self.scope,
            // Not the one that stands in, as in `clone`.
            live: if self.has_stand_in() { OnceLock::new() } else { OnceLock::from(bind()) },
            preset: Some(canonical(preset).into()),
            #[cfg(feature = "testing")]
            bind_again: Some(Arc::new(bind)),
            #[cfg(feature = "testing")]
            left: Some(Left { offset, stride, rest, fields: R::FIELDS }.after(self.left)),
        }
    }

    /// The same instrument for one set.
    pub(crate) fn bind<A: Set>(&self, set: &A) -> Self {
        self.with::<()>(set, slot_of(set), 1)
    }

    #[inline]
    pub(crate) fn live(&self) -> &Live<K::Wire> {
        #[cfg(feature = "testing")]
        if let Some(stand_in) = self.scope.and_then(|_| super::scoped::stand_in(self)) {
            return stand_in;
        }
        self.own()
    }

    /// The same outside of a test.
    #[inline(always)]
    fn own(&self) -> &Live<K::Wire> {
        match self.live.get() {
            Some(live) => live,
            None => self.find(),
        }
    }

    /// Whether another instrument stands in for it: it is a static, or bound from one, and a test is under way.
    fn has_stand_in(&self) -> bool {
        #[cfg(feature = "testing")]
        return self.scope.is_some() && super::scoped::is_entered();
        #[cfg(not(feature = "testing"))]
        return false;
    }

    #[cold]
    fn find(&self) -> &Live<K::Wire> {
        #[cfg(feature = "testing")]
        if let Some(bind) = &self.bind_again {
            return self.live.get_or_init(|| bind());
        }
        was_built(&self.descriptor);
        let live = match self.scope {
            Some(scope) => discovery::live(&self.descriptor, scope, &|| K::live(self.descriptor, Some(scope))),
            None => K::live(self.descriptor, None),
        };
        self.live.get_or_init(|| Live::new(live))
    }

    /// A live instrument of the same declaration on another provider.
    #[cfg(feature = "testing")]
    pub(super) fn stand_in(&self, provider: &dyn opentelemetry::metrics::MeterProvider) -> Live<K::Wire> {
        if let Some(bind) = &self.bind_again {
            return bind();
        }
        let live = Live::new(K::live(self.descriptor, self.scope));
        let scope = self.scope.map_or_else(Default::default, Scope::to_instrumentation_scope);
        live.member().bind(&provider.meter_with_scope(scope), 0);
        live
    }
}

impl<K: Synchronous<N>, N: Number> Clone for Slot<K, N> {
    fn clone(&self) -> Self {
        Self {
            descriptor: self.descriptor,
            scope: self.scope,
            // Not the one that stands in: a clone may outlive the test. What a test alone uses is not looked for.
            live: if self.has_stand_in() && self.live.get().is_none() {
                OnceLock::new()
            } else {
                OnceLock::from(self.own().clone())
            },
            preset: self.preset.clone(),
            #[cfg(feature = "testing")]
            bind_again: self.bind_again.clone(),
            #[cfg(feature = "testing")]
            left: self.left,
        }
    }
}

/// Binds an instrument to a meter.
fn build(descriptor: &Descriptor, member: Arc<dyn Member>, meter: &Meter) {
    const REPORT: &str = "Meterstick.BuiltOnNoopMeter";
    if sdk::is_noop(meter) && is_first(REPORT, descriptor.name) {
        // What listens to the log may panic.
        safely(|| {
            opentelemetry::otel_warn!(
                name: REPORT,
                instrument_name = descriptor.name,
                message = "The instrument is built on a meter that does nothing: there was no meter provider yet, or it is shut down. Nothing that it records is exported. Set the meter provider first, or clone the instrument of a `static`, which finds it later."
            );
        });
    }
    if sdk::is_noop(meter) || Collector::of(meter).has(descriptor) {
        // Nothing to wait for.
        binder::guarded(|| member.bind(meter, 0));
    } else {
        let meter = meter.clone();
        binder::run(move || member.bind(&meter, 0));
    }
}
