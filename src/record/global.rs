//! Instruments that wait for the global meter provider.

use std::any::TypeId;
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use opentelemetry::metrics::MeterProvider;
use opentelemetry::metrics::noop::NoopMeterProvider;
use opentelemetry::{global, otel_error};

use super::series::{Binding, SETTLES};
use crate::safely::contained;

/// What waits for a provider.
pub(super) trait Waits: Send + Sync {
    /// Binds it. Returns whether the SDK will ask for what waits; if not, [`settle`](Self::settle) has to be called.
    fn bind(self: Arc<Self>, provider: &dyn MeterProvider) -> bool;

    /// Hands on what came while it was bound.
    fn settle(&self);
}

/// Whether one was found.
static FOUND: AtomicBool = AtomicBool::new(false);

/// Whether one was set by our own function, and so is one whatever it looks like.
static GIVEN: AtomicBool = AtomicBool::new(false);

/// How many threads set one. Looks are left out then: OpenTelemetry logs while it holds the lock that a look needs, and who
/// listens to that log may measure.
static SETTING: AtomicUsize = AtomicUsize::new(0);

static WAITING: Mutex<Vec<Weak<dyn Waits>>> = Mutex::new(Vec::new());

/// How many threads bind, and that one of them is done.
static BINDERS: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());

/// How long a thread waits for its instruments to be bound.
const PATIENCE: Duration = Duration::from_millis(200);

/// Looks for a provider come at growing intervals, up to so many measurements of a thread: a look costs as much as a hundred
/// of them where threads contend for it. What keeps the last values only has one made before it drops any.
const MAX_INTERVAL: u32 = 512;

thread_local! {
    /// How many measurements there are to come before the next look, and how many there were before the last one.
    static TICKS: Cell<(u32, u32)> = const { Cell::new((1, 0)) };
    static IN_CALLBACK: Cell<bool> = const { Cell::new(false) };
}

/// Sets the global meter provider, as [`opentelemetry::global::set_meter_provider`] does, and binds every static
/// instrument that was used before.
///
/// With OpenTelemetry's own function they are bound too, at one of the next measurements: a thread that made some before
/// makes at most as many again, and never more than 512. What was measured until then waits; if the provider is shut down
/// before anybody has made as many, it is not exported. Nor may whoever listens to OpenTelemetry's internal log measure with
/// a static while that function sets the provider: it holds a lock then, which a static that looks for a provider waits for.
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
    global::set_meter_provider(provider);
    SETTING.fetch_sub(1, Ordering::Relaxed);
    if TypeId::of::<P>() == TypeId::of::<NoopMeterProvider>() {
        return;
    }
    GIVEN.store(true, Ordering::Release);
    FOUND.store(true, Ordering::Relaxed);
    bind_waiting(global::meter_provider());
    // Another thread may have been faster.
    wait_for_binders();
}

/// Has an instrument wait for a provider, or binds it if there is one.
pub(super) fn wait(instrument: Weak<dyn Waits>) {
    lock(&WAITING).push(instrument);
    look();
}

/// A measurement came that still waits.
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

/// Binds what waits, if there is a provider.
#[cold]
pub(super) fn look() {
    if SETTING.load(Ordering::Relaxed) > 0 {
        return;
    }
    // Before the provider is asked for: else this could be the one from before.
    let was_given = GIVEN.load(Ordering::Acquire);
    let provider = global::meter_provider();
    // OpenTelemetry's no-op provider cannot be told from others by its type. But it has no state.
    if size_of_val(&*provider) != 0 || was_given {
        FOUND.store(true, Ordering::Relaxed);
        bind_waiting(provider);
    }
}

/// Whether a provider was found, so that what is not bound yet is being bound.
pub(super) fn was_found() -> bool {
    FOUND.load(Ordering::Relaxed)
}

/// Looks before anything is dropped for want of a provider, so that only what came before there was one is.
#[cold]
pub(super) fn look_before_dropping() {
    let (_, interval) = TICKS.get();
    look_again(interval);
}

/// Before anything is dropped though a provider was found: the instrument is being bound, and is waited for, a little and
/// once.
#[cold]
pub(super) fn wait_before_dropping<S>(binding: &Binding<S>) {
    if !IN_CALLBACK.get() && binding.is_worth_waiting() {
        let started = Instant::now();
        while binding.sdk().is_none() && started.elapsed() < PATIENCE {
            thread::sleep(Duration::from_micros(50));
        }
        binding.waited();
    }
}

/// Binds what waits on a thread of its own and waits for it a little.
///
/// To bind takes a lock of the SDK, which it holds while it runs callbacks. In a callback that uses a static for the
/// first time, whoever waited for the lock would wait for itself. The helper is free to wait; it is done when the
/// collection is, and nothing that was measured is lost.
fn bind_waiting(provider: Arc<dyn MeterProvider + Send + Sync>) {
    let (waiting, binds) = {
        let mut waiting = lock(&WAITING);
        if waiting.is_empty() {
            return;
        }
        // Before anybody else finds that nothing waits.
        (Arc::<[_]>::from(std::mem::take(&mut *waiting)), Binds::begin())
    };
    let (done, wait) = mpsc::channel::<()>();
    let bind = {
        let waiting = Arc::clone(&waiting);
        move || {
            let unhooked: Vec<_> = waiting.iter().filter(|weak| bind_one(weak, &*provider) == Some(false)).collect();
            if !unhooked.is_empty() {
                thread::sleep(SETTLES);
                unhooked.into_iter().filter_map(Weak::upgrade).for_each(|instrument| instrument.settle());
            }
            drop((binds, done));
        }
    };
    match thread::Builder::new().name("meterstick.bind".into()).spawn(bind) {
        // Done or out of patience.
        Ok(_) if !IN_CALLBACK.get() => drop(wait.recv_timeout(PATIENCE)),
        Ok(_) => {}
        Err(_) => lock(&WAITING).extend(waiting.iter().cloned()),
    }
}

/// Binds an instrument that is still there. Returns whether it is hooked. A provider that panics on one is to have the
/// others.
fn bind_one(instrument: &Weak<dyn Waits>, provider: &dyn MeterProvider) -> Option<bool> {
    let instrument = instrument.upgrade()?;
    let bound = contained(|| instrument.bind(provider));
    if bound.is_err() {
        otel_error!(
            name: "Meterstick.BindingPanicked",
            message = "The meter provider panicked on a static instrument, which will not be exported."
        );
    }
    bound.ok()
}

/// That a thread binds.
struct Binds;

impl Binds {
    fn begin() -> Self {
        *lock(&BINDERS.0) += 1;
        Self
    }
}

impl Drop for Binds {
    fn drop(&mut self) {
        *lock(&BINDERS.0) -= 1;
        BINDERS.1.notify_all();
    }
}

/// Waits until all that was found waiting is bound, or is out of patience.
fn wait_for_binders() {
    if !IN_CALLBACK.get() {
        let _ = BINDERS.1.wait_timeout_while(lock(&BINDERS.0), PATIENCE, |binders| *binders > 0);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a callback of ours: what it uses for the first time is not waited for.
pub(crate) fn in_callback<T>(callback: impl FnOnce() -> T) -> T {
    let before = IN_CALLBACK.replace(true);
    let result = callback();
    IN_CALLBACK.set(before);
    result
}
