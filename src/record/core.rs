//! What a live instrument shares with its clones, its guards and the hook.

use core::ops::Deref;
use std::sync::{Arc, OnceLock};

use opentelemetry::metrics::{Meter, MeterProvider};

use super::global::{self, Waits};
use super::hook;
use super::lower::Synchronous;
use super::open::Open;
use super::series::{Binding, Known};
use crate::attribute::Set;
use crate::declare::{Descriptor, Scope};
use crate::number::{MeasurementError, Number};

/// A live instrument's state.
pub(crate) struct Core<K: Synchronous<N>, N> {
    descriptor: Descriptor,
    scope: Option<Scope>,
    binding: Binding<K::Sdk>,
    /// The store of a known set: without slots if the set is not known.
    known: K::Known,
    /// The store of any other.
    open: Option<Box<Open<K::Wire, K::Sdk, K::Pending>>>,
}

/// The most sets that have a slot each.
const MAX_SLOTS: usize = 2000;

/// Whether the sets have a slot each.
const fn is_known(cardinality: Option<usize>) -> bool {
    matches!(cardinality, Some(sets) if sets <= MAX_SLOTS)
}

impl<K: Synchronous<N>, N: Number> Core<K, N> {
    fn new(descriptor: Descriptor, scope: Option<Scope>) -> Self {
        let sets = descriptor.cardinality.filter(|sets| is_known(Some(*sets)));
        let open = || Box::new(Open::new(descriptor.cardinality_limit));
        Self {
            descriptor,
            scope,
            binding: Binding::new(descriptor.name),
            known: K::Known::new(sets.unwrap_or(0), descriptor.attributes),
            open: if sets.is_none() { Some(open()) } else { None },
        }
    }

    /// Records a number, or says why not.
    #[inline]
    pub(crate) fn try_record<A: Set>(&self, set: &A, number: N) -> Result<(), MeasurementError> {
        let value = K::lower(number)?;
        if self.record_fast(set, value) { Ok(()) } else { self.record_slowly(set, value) }
    }

    #[inline]
    fn record_fast<A: Set>(&self, set: &A, value: K::Wire) -> bool {
        if const { is_known(A::CARDINALITY) } { self.known.record_fast(&self.binding, set, value) } else { false }
    }

    fn record_slowly<A: Set>(&self, set: &A, value: K::Wire) -> Result<(), MeasurementError> {
        match &self.open {
            Some(open) => open.record(&self.binding, set, value),
            None => self.known.record(&self.binding, set, value),
        }
    }

    /// Records a number, or counts and reports why not.
    #[inline]
    pub(crate) fn record<A: Set>(&self, set: A, number: Result<N, MeasurementError>) {
        match number.and_then(K::lower) {
            Ok(value) if self.record_fast(&set, value) => {}
            Ok(value) => self.record_or_refuse(set, value),
            Err(error) => self.refuse(error),
        }
    }

    /// The same. All that is not inlined is in one call, the last one, for which nothing has to be kept in registers and
    /// no set in memory.
    #[inline(never)]
    fn record_or_refuse<A: Set>(&self, set: A, value: K::Wire) {
        if let Err(error) = self.record_slowly(&set, value) {
            self.refuse(error);
        }
    }

    #[cold]
    pub(crate) fn refuse(&self, error: MeasurementError) {
        self.binding.refusals().refuse(error);
    }

    pub(crate) fn refused(&self) -> u64 {
        self.binding.refusals().count()
    }

    /// Returns whether it is hooked: the SDK asks for what waits. If not, who binds it has it [settle](Waits::settle).
    fn bind_to(self: &Arc<Self>, meter: &Meter) -> bool {
        #[cfg(feature = "testing")]
        let _building = super::built::Building::of(&self.descriptor);
        let sdk = K::build(meter, &self.descriptor);
        let weak = Arc::downgrade(self);
        let hooked = hook::install(meter, move || {
            if let Some(core) = weak.upgrade() {
                core.collect();
            }
        });
        self.binding.set(sdk, hooked);
        hooked
    }
}

impl<K: Synchronous<N>, N> Core<K, N> {
    /// Hands what waits to the SDK.
    fn collect(&self) {
        match &self.open {
            Some(open) => open.collect(&self.binding),
            None => self.known.collect(&self.binding),
        }
    }
}

impl<K: Synchronous<N>, N: Number> Waits for Core<K, N> {
    fn bind(self: Arc<Self>, provider: &dyn MeterProvider) -> bool {
        match self.scope {
            Some(scope) => Core::bind_to(&self, &provider.meter_with_scope(scope.to_instrumentation_scope())),
            None => true,
        }
    }

    fn settle(&self) {
        self.collect();
    }
}

/// What an instrument still holds when it is dropped is handed on.
impl<K: Synchronous<N>, N> Drop for Core<K, N> {
    fn drop(&mut self) {
        self.collect();
    }
}

/// A core that is borrowed from its instrument, or kept by whoever outlives that.
pub(crate) enum Held<'a, K: Synchronous<N>, N> {
    Borrowed(&'a Arc<Core<K, N>>),
    Kept(Arc<Core<K, N>>),
}

impl<K: Synchronous<N>, N> Held<'_, K, N> {
    pub(crate) fn keep(&self) -> Held<'static, K, N> {
        Held::Kept(Arc::clone(match self {
            Self::Borrowed(core) => core,
            Self::Kept(core) => core,
        }))
    }
}

impl<K: Synchronous<N>, N> Deref for Held<'_, K, N> {
    type Target = Core<K, N>;

    fn deref(&self) -> &Core<K, N> {
        match self {
            Self::Borrowed(core) => core,
            Self::Kept(core) => core,
        }
    }
}

/// Where an instrument has its core: made at once, or at the first measurement of a `static`.
pub(crate) struct Slot<K: Synchronous<N>, N> {
    descriptor: Descriptor,
    scope: Option<Scope>,
    core: OnceLock<Arc<Core<K, N>>>,
}

impl<K: Synchronous<N>, N: Number> Slot<K, N> {
    pub(crate) const fn global(descriptor: Descriptor, scope: Scope) -> Self {
        Self { descriptor, scope: Some(scope), core: OnceLock::new() }
    }

    pub(crate) fn built(descriptor: Descriptor, meter: &Meter) -> Self {
        let core = Arc::new(Core::new(descriptor, None));
        Core::bind_to(&core, meter);
        Self { descriptor, scope: None, core: OnceLock::from(core) }
    }

    pub(crate) const fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    pub(crate) const fn scope(&self) -> Option<&Scope> {
        self.scope.as_ref()
    }

    #[inline]
    pub(crate) fn core(&self) -> &Arc<Core<K, N>> {
        #[cfg(feature = "testing")]
        if self.scope.is_some()
            && let Some(stand_in) = super::scoped::stand_in(self)
        {
            return stand_in;
        }
        match self.core.get() {
            Some(core) => core,
            None => self.make(),
        }
    }

    /// Records a number, or says why not.
    #[inline]
    pub(crate) fn try_record<A: Set>(&self, set: &A, number: N) -> Result<(), MeasurementError> {
        self.core().try_record(set, number)
    }

    /// Records a number, or counts and reports why not.
    #[inline]
    pub(crate) fn record<A: Set>(&self, set: A, number: Result<N, MeasurementError>) {
        self.core().record(set, number);
    }

    /// A core of the same declaration on another provider.
    #[cfg(feature = "testing")]
    pub(super) fn stand_in(&self, provider: &dyn MeterProvider) -> Arc<Core<K, N>> {
        let core = Arc::new(Core::new(self.descriptor, self.scope));
        Arc::clone(&core).bind(provider);
        core
    }

    #[cold]
    fn make(&self) -> &Arc<Core<K, N>> {
        let mut made = false;
        let core = self.core.get_or_init(|| {
            made = true;
            Arc::new(Core::new(self.descriptor, self.scope))
        });
        if made {
            let weak = Arc::downgrade(core);
            global::wait(weak);
        }
        core
    }
}

impl<K: Synchronous<N>, N: Number> Clone for Slot<K, N> {
    fn clone(&self) -> Self {
        Self { descriptor: self.descriptor, scope: self.scope, core: OnceLock::from(Arc::clone(self.core())) }
    }
}
