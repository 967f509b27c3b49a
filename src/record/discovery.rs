//! Statics, and how they find the global meter provider.
//!
//! The statics of one declaration and scope share one live instrument, which is kept for the life of the program. So a
//! declaration that is a `const` by mistake records as the `static` would.
// Uses `binder`, `clock`, `collect`, `declare`, `map`, `record`, `recorder`, `safely`, `sdk`, `section`. Used by
// `core`, `slot`, `waiting`.

use std::any::TypeId;
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::time::{Duration, Instant};

use opentelemetry::global;
use opentelemetry::metrics::noop::NoopMeterProvider;
use opentelemetry::metrics::{Meter, MeterProvider};
use opentelemetry::otel_warn;

use super::binder;
use super::clock::now;
use super::collect::Member;
use super::map::{self, Map};
use super::recorder::Recorder;
use super::sdk::{is_noop_provider, is_shut_down};
use super::section::Section;
use crate::declare::{Descriptor, Scope};
use crate::safely::safely;

pub(super) type Provider = Arc<dyn MeterProvider + Send + Sync>;

/// A provider that is not kept alive. The address of what it refers to is not used again while it exists.
type WeakProvider = Weak<dyn MeterProvider + Send + Sync>;

/// The live instruments of statics.
static STATICS: Mutex<Statics> =
    Mutex::new(Statics { all: Vec::new(), by_name: map::new(), unbound: 0, shut_down: None, given: None });

struct Statics {
    all: Vec<Static>,
    /// Where in `all` those of a name are.
    by_name: Map<&'static str, Vec<usize>>,
    /// The first that may not be bound: those before it are.
    unbound: usize,
    /// The provider that was found and is shut down.
    shut_down: Option<WeakProvider>,
    /// The provider that was set by [`set_meter_provider`], which is one whatever it looks like.
    given: Option<WeakProvider>,
}

struct Static {
    descriptor: Descriptor,
    scope: Scope,
    recorder: Arc<dyn Recorder>,
    member: Arc<dyn Member>,
    /// How many values of the declaration have asked for it.
    uses: u64,
    /// When it was first used.
    since: Instant,
    /// The provider that it is bound to, and the meter.
    bound_to: Option<(WeakProvider, Meter)>,
}

/// A declaration in a `static` asks once. One that is a `const` asks at each use, and this number is reported.
const MANY_USES: u64 = 1000;

/// Statics that wait for a provider for so long are reported.
const LONG: Duration = Duration::from_secs(60);

/// When the first static was used.
static FIRST_USE: OnceLock<Instant> = OnceLock::new();

/// Whether it was reported that statics wait. That is done once.
static IS_REPORTED: AtomicBool = AtomicBool::new(false);

/// The number of providers that were set by [`set_meter_provider`]. A helper thread that binds to an earlier one loses.
static EPOCH: AtomicU64 = AtomicU64::new(0);

/// Number of threads inside [`set_meter_provider`]. While it is not 0, lookups are skipped: OpenTelemetry logs while it holds
/// the lock that a lookup takes, so a log subscriber that records a metric would deadlock.
static SETTING: AtomicUsize = AtomicUsize::new(0);

/// Whether a helper thread binds.
static IS_BINDING: AtomicBool = AtomicBool::new(false);

/// A thread looks for a provider after 1, 2, 4, … of its values, and then after each 512: a lookup costs as much as a hundred
/// of them where threads contend for it.
const MAX_INTERVAL: u32 = 512;

/// The most names of instruments in a report.
const MOST_NAMED: usize = 10;

thread_local! {
    /// The values to come before the next lookup, and the interval.
    static TICKS: Cell<(u32, u32)> = const { Cell::new((1, 0)) };
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sets the global meter provider, as [`opentelemetry::global::set_meter_provider`] does, and binds every static instrument to
/// it. When it returns, the statics that were used before are bound, and the values that they kept have reached the provider.
///
/// A provider can replace another one: the kept values of statics go to the old one, later values to the new one, where sums
/// start again.
///
/// It waits until no collection of the provider is running. So do not call it in a callback of an observable instrument, where it
/// would wait for itself.
///
/// OpenTelemetry's no-op provider is none: statics stay with the provider that they have, and the others wait for one.
///
/// With OpenTelemetry's own function, statics are bound later, at one of their next values: a thread looks for the provider after
/// 1, 2, 4, … and at most 512 further values. If the provider is shut down before that, the kept values are not exported. If a
/// later call of that function replaces the provider, statics do not notice. [`statics_without_provider`] lists both cases.
///
/// [`statics_without_provider`]: crate::statics_without_provider
///
/// ```
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// let provider = SdkMeterProvider::builder().build();
/// meterstick::set_meter_provider(provider.clone());
/// provider.shutdown()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn set_meter_provider<P: MeterProvider + Send + Sync + 'static>(provider: P) {
    SETTING.fetch_add(1, Ordering::Relaxed);
    // Kept until statics are bound to the new one: they flush into it.
    let _old = global::meter_provider();
    global::set_meter_provider(provider);
    if TypeId::of::<P>() == TypeId::of::<NoopMeterProvider>() {
        SETTING.fetch_sub(1, Ordering::Relaxed);
        return;
    }
    // In this order: a thread with the later number has the later provider, or the same.
    let epoch = EPOCH.fetch_add(1, Ordering::AcqRel) + 1;
    let new = global::meter_provider();
    SETTING.fetch_sub(1, Ordering::Relaxed);
    if size_of::<P>() > 0 && is_noop_provider(&*new) {
        // Another thread has set the no-op provider since, or what listens to the log has panicked: then OpenTelemetry has none.
        return;
    }
    lock_statics(|statics| {
        if EPOCH.load(Ordering::Acquire) == epoch {
            statics.given = Some(Arc::downgrade(&new));
        }
    });
    bind_from(0, &new, epoch);
}

/// The live instrument of a declaration and scope.
pub(super) fn live(descriptor: &Descriptor, scope: Scope, make: &dyn Fn() -> Arc<dyn Recorder>) -> Arc<dyn Recorder> {
    let mut uses = 0;
    let recorder = {
        let _section = Section::enter();
        let mut statics = lock(&STATICS);
        let found = statics.find(descriptor, &scope);
        let known = found.map(|at| {
            let known = &mut statics.all[at];
            known.uses += 1;
            uses = known.uses;
            Arc::clone(&known.recorder)
        });
        known.unwrap_or_else(|| {
            let recorder = make();
            let since = now();
            FIRST_USE.get_or_init(|| since);
            statics.add(Static {
                descriptor: *descriptor,
                scope,
                member: Arc::clone(&recorder).member(),
                recorder: Arc::clone(&recorder),
                uses: 1,
                since,
                bound_to: None,
            });
            recorder
        })
    };
    if uses == MANY_USES {
        // What listens to the log may panic.
        safely(|| {
            otel_warn!(
                name: "Meterstick.StaticMadeOften",
                instrument_name = descriptor.name,
                message = "This declaration was made into an instrument a thousand times. Is it a `const`, or in a function? Make it a `static`: each use looks for its instrument now."
            );
        });
    }
    look();
    recorder
}

impl Statics {
    fn find(&self, descriptor: &Descriptor, scope: &Scope) -> Option<usize> {
        let named = self.by_name.get(descriptor.name)?;
        named.iter().copied().find(|at| self.all[*at].descriptor == *descriptor && self.all[*at].scope == *scope)
    }

    fn add(&mut self, one: Static) {
        self.by_name.entry(one.descriptor.name).or_default().push(self.all.len());
        self.all.push(one);
    }

    /// The first that may not be bound, unless the provider is known to be shut down.
    fn first_unbound(&self, provider: &Provider) -> Option<usize> {
        let is_shut_down = self.shut_down.as_ref().is_some_and(|shut_down| is_same(shut_down, provider));
        (self.unbound < self.all.len() && !is_shut_down).then_some(self.unbound)
    }
}

pub(super) fn is_same(one: &WeakProvider, provider: &Provider) -> bool {
    std::ptr::addr_eq(one.as_ptr(), Arc::as_ptr(provider))
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

/// The global provider, its number, and whether [`set_meter_provider`] set it; if there is one.
fn find() -> Option<(Provider, u64, bool)> {
    if SETTING.load(Ordering::Relaxed) > 0 || super::section::is_inside() {
        return None;
    }
    // Before the provider is asked for: else this could be the one from before.
    let epoch = EPOCH.load(Ordering::Acquire);
    let provider = global::meter_provider();
    let is_given = lock_statics(|statics| statics.given.as_ref().is_some_and(|given| is_same(given, &provider)));
    (is_given || !is_noop_provider(&*provider)).then_some((provider, epoch, is_given))
}

/// Binds statics that are not bound, if there is a provider.
fn look() {
    match begin_binding() {
        Some(unbound) => binder::run(move || bind_all(unbound)),
        None => report_waiting(),
    }
}

/// The first static that may not be bound, and the provider with its number; if there are both and nobody binds. From then on the
/// caller does.
fn begin_binding() -> Option<(usize, Provider, u64)> {
    let (provider, epoch, _) = find()?;
    let from = lock_statics(|statics| statics.first_unbound(&provider))?;
    (!IS_BINDING.swap(true, Ordering::Acquire)).then_some((from, provider, epoch))
}

fn bind_all(mut unbound: (usize, Provider, u64)) {
    /// Ends with what it does, also if what listens to the log panics.
    struct Binding;
    impl Drop for Binding {
        fn drop(&mut self) {
            IS_BINDING.store(false, Ordering::Release);
        }
    }
    loop {
        let binding = Binding;
        let (from, provider, epoch) = unbound;
        bind_from(from, &provider, epoch);
        drop(binding);
        // One that was used meanwhile has found that somebody binds, and may not look again.
        unbound = match begin_binding() {
            Some(unbound) => unbound,
            None => return,
        };
    }
}

/// Reports once that statics wait. It is called by lookups only, which are few.
fn report_waiting() {
    let now = now();
    let is_long = |since: Instant| now.saturating_duration_since(since) >= LONG;
    if IS_REPORTED.load(Ordering::Relaxed)
        || super::section::is_inside()
        || !FIRST_USE.get().is_some_and(|first| is_long(*first))
    {
        return;
    }
    let waiting: Vec<_> = lock_statics(|statics| {
        let waiting = statics.all.iter().filter(|one| one.bound_to.is_none() && is_long(one.since));
        waiting.map(|one| one.descriptor.name).collect()
    });
    if !waiting.is_empty() && !IS_REPORTED.swap(true, Ordering::Relaxed) {
        let more = if waiting.len() > MOST_NAMED { ", .." } else { "" };
        // What listens to the log may panic.
        safely(|| {
            otel_warn!(
                name: "Meterstick.StaticsWithoutProvider",
                statics = waiting.len() as u64,
                instrument_names = format!("{}{more}", waiting[..waiting.len().min(MOST_NAMED)].join(", ")),
                message = "These statics have waited for a meter provider for more than a minute, and export nothing. Set it with `meterstick::set_meter_provider`. `meterstick::statics_without_provider` lists all and why. The page `docs/troubleshooting.md` has the causes."
            );
        });
    }
}

/// What a look at all statics needs.
pub(super) struct Seen {
    pub(super) descriptor: Descriptor,
    pub(super) scope: Scope,
    pub(super) member: Arc<dyn Member>,
    pub(super) since: Instant,
    pub(super) bound_to: Option<(WeakProvider, Meter)>,
}

/// All statics that were used, after a lookup, and the global provider with whether [`set_meter_provider`] set it.
pub(super) fn seen() -> (Vec<Seen>, Option<(Provider, bool)>) {
    if super::section::is_inside() {
        return (Vec::new(), None);
    }
    look();
    let provider = find().map(|(provider, _, is_given)| (provider, is_given));
    let seen = |one: &Static| Seen {
        descriptor: one.descriptor,
        scope: one.scope,
        member: Arc::clone(&one.member),
        since: one.since,
        bound_to: one.bound_to.clone(),
    };
    (lock_statics(|statics| statics.all.iter().map(seen).collect()), provider)
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
        let mut shut_down = false;
        // No lock is held: this waits for the lock of the SDK's pipeline.
        binder::guarded(|| {
            let meter = provider.meter_with_scope(scope.to_instrumentation_scope());
            shut_down = is_shut_down(&meter);
            if !shut_down {
                member.bind(&meter, epoch);
                let mut bound_to = Some((Arc::downgrade(provider), meter));
                // A later provider may have it meanwhile. Whichever is left is dropped after the lock: it is the provider's code.
                lock_statics(|statics| {
                    if EPOCH.load(Ordering::Acquire) == epoch {
                        std::mem::swap(&mut statics.all[next].bound_to, &mut bound_to);
                    }
                });
            }
        });
        if shut_down {
            // What statics keep is for a provider that may come.
            lock_statics(|statics| statics.shut_down = Some(Arc::downgrade(provider)));
            // What listens to the log may panic.
            safely(|| {
                otel_warn!(
                    name: "Meterstick.ProviderIsShutDown",
                    message = "Statics were used whose meter provider is shut down: what they keep is not exported. Set the provider with `meterstick::set_meter_provider`, which binds all statics at once, and shut it down last."
                );
            });
            return;
        }
        next += 1;
        lock_statics(|statics| statics.unbound = statics.unbound.max(next));
    }
}
