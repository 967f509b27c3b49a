//! Statics, and how they find the global meter provider.
//!
//! All statics of one declaration and scope share one live instrument, which is kept for the life of the program. So a
//! declaration that is a `const` where a `static` was meant records as the static would.

use std::any::{Any, TypeId};
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use opentelemetry::global;
use opentelemetry::metrics::MeterProvider;
use opentelemetry::metrics::noop::NoopMeterProvider;
use opentelemetry::otel_warn;

use super::binder;
use super::collect::Member;
use super::recorder::Recorder;
use super::sdk::is_noop_provider;
use super::section::Section;
use crate::declare::{Descriptor, Scope};

type Provider = Arc<dyn MeterProvider + Send + Sync>;

/// The live instruments of statics.
static STATICS: Mutex<Statics> = Mutex::new(Statics { all: Vec::new(), by_name: None, unbound: 0 });

struct Statics {
    all: Vec<Static>,
    /// Where in `all` those of a name are.
    by_name: Option<HashMap<&'static str, Vec<usize>>>,
    /// The first that may not be bound: those before it are.
    unbound: usize,
}

struct Static {
    descriptor: Descriptor,
    scope: Scope,
    /// An `Arc<dyn Recorder<W>>`.
    recorder: Box<dyn Any + Send>,
    member: Arc<dyn Member>,
    /// How many values of the declaration have asked for it.
    uses: u64,
}

/// A declaration in a `static` asks once. One that is a `const` asks at each use, and this number is reported.
const MANY_USES: u64 = 1000;

/// Whether a provider was set by [`set_meter_provider`], and so is one whatever it looks like.
static IS_GIVEN: AtomicBool = AtomicBool::new(false);

/// The number of providers that were set by [`set_meter_provider`]. A helper thread that binds to an earlier one loses.
static EPOCH: AtomicU64 = AtomicU64::new(0);

/// Number of threads inside [`set_meter_provider`]. While it is not 0, lookups are skipped: OpenTelemetry logs while it holds
/// the lock that a lookup takes, so a log subscriber that records a metric would deadlock.
static SETTING: AtomicUsize = AtomicUsize::new(0);

/// Whether a helper thread binds. What it misses is found by the next lookup.
static IS_BINDING: AtomicBool = AtomicBool::new(false);

/// A thread looks for a provider after 1, 2, 4, … of its values, and then after each 512: a lookup costs as much as a hundred
/// of them where threads contend for it.
const MAX_INTERVAL: u32 = 512;

thread_local! {
    /// The values to come before the next lookup, and the interval.
    static TICKS: Cell<(u32, u32)> = const { Cell::new((1, 0)) };
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sets the global meter provider, as [`opentelemetry::global::set_meter_provider`] does, and binds every static instrument
/// to it. When it returns, all that were used before are bound, and what they kept has reached the provider.
///
/// A provider may replace another one: what statics keep goes to the old one, later values go to the new one, and sums start
/// anew there.
///
/// It waits until no collection of the provider is under way. So it is not for callbacks of observable instruments, where it
/// would wait for itself.
///
/// With OpenTelemetry's own function statics are bound, too, at one of the next values: a thread that recorded some before
/// looks after as many again, at most 512. If the provider is shut down before that, what they kept is not exported. Nor do
/// they notice that a later call of that function replaces the provider.
///
/// ```
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// let provider = SdkMeterProvider::builder().build();
/// meterstick::set_meter_provider(provider.clone());
/// provider.shutdown().unwrap();
/// ```
pub fn set_meter_provider<P: MeterProvider + Send + Sync + 'static>(provider: P) {
    SETTING.fetch_add(1, Ordering::Relaxed);
    // Kept until statics are bound to the new one: they flush into it.
    let _old = global::meter_provider();
    global::set_meter_provider(provider);
    // In this order: whoever has the later number has the later provider, or the same.
    let epoch = EPOCH.fetch_add(1, Ordering::AcqRel) + 1;
    let new = global::meter_provider();
    SETTING.fetch_sub(1, Ordering::Relaxed);
    if TypeId::of::<P>() == TypeId::of::<NoopMeterProvider>() {
        return;
    }
    IS_GIVEN.store(true, Ordering::Release);
    bind_from(0, &new, epoch);
}

/// The live instrument of a declaration and scope.
pub(super) fn live<W: 'static>(
    descriptor: &Descriptor,
    scope: Scope,
    make: impl FnOnce() -> Arc<dyn Recorder<W>>,
) -> Arc<dyn Recorder<W>> {
    let mut uses = 0;
    let recorder = {
        let _section = Section::enter();
        let mut statics = lock(&STATICS);
        let found = statics.find(descriptor, &scope);
        let known = found.and_then(|at| {
            let known = &mut statics.all[at];
            known.uses += 1;
            uses = known.uses;
            known.recorder.downcast_ref::<Arc<dyn Recorder<W>>>().cloned()
        });
        known.unwrap_or_else(|| {
            let recorder = make();
            statics.add(Static {
                descriptor: *descriptor,
                scope,
                member: Arc::clone(&recorder).member(),
                recorder: Box::new(Arc::clone(&recorder)),
                uses: 1,
            });
            recorder
        })
    };
    if uses == MANY_USES {
        otel_warn!(
            name: "Meterstick.StaticMadeOften",
            instrument_name = descriptor.name,
            message = "This declaration was made into an instrument a thousand times. Is it a `const`, or in a function? Make it a `static`: each use looks for its instrument now."
        );
    }
    look();
    recorder
}

impl Statics {
    fn find(&self, descriptor: &Descriptor, scope: &Scope) -> Option<usize> {
        let named = self.by_name.as_ref()?.get(descriptor.name)?;
        named.iter().copied().find(|at| self.all[*at].descriptor == *descriptor && self.all[*at].scope == *scope)
    }

    fn add(&mut self, one: Static) {
        self.by_name.get_or_insert_default().entry(one.descriptor.name).or_default().push(self.all.len());
        self.all.push(one);
    }
}

/// A value was kept by a static that is not bound.
#[inline]
pub(super) fn tick() {
    let (left, interval) = TICKS.get();
    if left > 1 {
        TICKS.set((left - 1, interval));
    } else {
        look_again(interval);
    }
}

#[cold]
fn look_again(interval: u32) {
    let interval = (2 * interval).clamp(1, MAX_INTERVAL);
    TICKS.set((interval, interval));
    look();
}

/// Whether a helper thread binds statics, so that what they keep is passed on soon.
pub(super) fn is_binding() -> bool {
    IS_BINDING.load(Ordering::Relaxed)
}

/// Binds statics that are not bound, if there is a provider.
fn look() {
    if SETTING.load(Ordering::Relaxed) > 0 || super::section::is_inside() {
        return;
    }
    // Before the provider is asked for: else this could be the one from before.
    let was_given = IS_GIVEN.load(Ordering::Acquire);
    let epoch = EPOCH.load(Ordering::Acquire);
    let provider = global::meter_provider();
    if is_noop_provider(&*provider) && !was_given {
        return;
    }
    let from = lock_statics(|statics| (statics.unbound < statics.all.len()).then_some(statics.unbound));
    match from {
        Some(from) if !IS_BINDING.swap(true, Ordering::Acquire) => binder::run(move || {
            bind_from(from, &provider, epoch);
            IS_BINDING.store(false, Ordering::Release);
        }),
        _ => {}
    }
}

fn lock_statics<T>(read: impl FnOnce(&mut Statics) -> T) -> T {
    let _section = Section::enter();
    read(&mut lock(&STATICS))
}

/// Binds all statics from a number on.
fn bind_from(mut next: usize, provider: &Provider, epoch: u64) {
    // Once there is a later provider, statics are left to it.
    while let Some((member, scope)) = (EPOCH.load(Ordering::Acquire) == epoch)
        .then(|| lock_statics(|statics| statics.all.get(next).map(|one| (Arc::clone(&one.member), one.scope))))
        .flatten()
    {
        // No lock is held: this waits for the lock of the SDK's pipeline.
        binder::guarded(|| {
            member.bind(&provider.meter_with_scope(scope.to_instrumentation_scope()), epoch);
        });
        next += 1;
        lock_statics(|statics| statics.unbound = statics.unbound.max(next));
    }
}
