//! Instruments that wait for the global meter provider.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use opentelemetry::global;
use opentelemetry::metrics::MeterProvider;

use super::series::Binding;

/// What waits for a provider.
pub(super) trait Waits: Send + Sync {
    /// Binds it. Returns whether the SDK will ask for what waits; if not, [`settle`](Self::settle) has to be called.
    fn bind(self: Arc<Self>, provider: &dyn MeterProvider) -> bool;

    /// Hands on what came while it was bound.
    fn settle(&self);
}

/// Whether one was found.
static FOUND: AtomicBool = AtomicBool::new(false);

static WAITING: Mutex<Vec<Weak<dyn Waits>>> = Mutex::new(Vec::new());

/// How long a thread waits for its instruments to be bound.
const PATIENCE: Duration = Duration::from_millis(200);

/// A thread that measures while its instrument is bound looks again after it has stored the value, without a fence, which
/// would cost more than all the rest. So what it stored may be on its way still, and its look too early. Both take
/// nanoseconds. So who binds an instrument does not collect it at once: the hook does, at the next collection, or else who
/// has bound it, after this time.
const SETTLES: Duration = Duration::from_millis(10);

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
/// before anybody has made as many, it is not exported.
///
/// ```
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// let provider = SdkMeterProvider::builder().build();
/// meterstick::set_meter_provider(provider.clone());
/// provider.shutdown().unwrap();
/// ```
pub fn set_meter_provider<P: MeterProvider + Send + Sync + 'static>(provider: P) {
    global::set_meter_provider(provider);
    bind_waiting(global::meter_provider());
}

/// Has an instrument wait for a provider, or binds it if there is one.
pub(super) fn wait(instrument: Weak<dyn Waits>) {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner).push(instrument);
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
    let provider = global::meter_provider();
    // OpenTelemetry's no-op provider cannot be told from others by its type. But it has no state.
    if size_of_val(&*provider) != 0 {
        FOUND.store(true, Ordering::Relaxed);
        bind_waiting(provider);
    }
}

/// Looks before anything is dropped for want of a provider, so that only what came before there was one is. If one was
/// found, another thread may be about to bind the instrument, and then it is waited for, a little and once. Returns whether
/// it is bound.
#[cold]
pub(super) fn look_before_dropping<S>(binding: &Binding<S>) -> bool {
    let (_, interval) = TICKS.get();
    look_again(interval);
    if FOUND.load(Ordering::Relaxed) && !IN_CALLBACK.get() && binding.is_worth_waiting() {
        let started = Instant::now();
        while binding.sdk().is_none() && started.elapsed() < PATIENCE {
            thread::sleep(Duration::from_micros(50));
        }
        binding.waited();
    }
    binding.sdk().is_some()
}

/// Binds what waits on a thread of its own and waits for it a little.
///
/// To bind takes a lock of the SDK, which it holds while it runs callbacks. In a callback that uses a static for the
/// first time, whoever waited for the lock would wait for itself. The helper is free to wait; it is done when the
/// collection is, and nothing that was measured is lost.
fn bind_waiting(provider: Arc<dyn MeterProvider + Send + Sync>) {
    let waiting = std::mem::take(&mut *WAITING.lock().unwrap_or_else(PoisonError::into_inner));
    if waiting.is_empty() {
        return;
    }
    let waiting: Arc<[_]> = waiting.into();
    let (done, wait) = mpsc::channel::<()>();
    let bind = {
        let waiting = Arc::clone(&waiting);
        move || {
            let mut unhooked = Vec::new();
            for weak in &*waiting {
                if weak.upgrade().is_some_and(|instrument| !instrument.bind(&*provider)) {
                    unhooked.push(weak);
                }
            }
            if !unhooked.is_empty() {
                thread::sleep(SETTLES);
                unhooked.into_iter().filter_map(Weak::upgrade).for_each(|instrument| instrument.settle());
            }
            drop(done);
        }
    };
    match thread::Builder::new().name("meterstick.bind".into()).spawn(bind) {
        // Done or out of patience.
        Ok(_) if !IN_CALLBACK.get() => drop(wait.recv_timeout(PATIENCE)),
        Ok(_) => {}
        Err(_) => WAITING.lock().unwrap_or_else(PoisonError::into_inner).extend(waiting.iter().cloned()),
    }
}

/// Runs a callback of ours: what it uses for the first time is not waited for.
pub(crate) fn in_callback<T>(callback: impl FnOnce() -> T) -> T {
    let before = IN_CALLBACK.replace(true);
    let result = callback();
    IN_CALLBACK.set(before);
    result
}
