//! Binds an instrument to the SDK's on a helper thread.
//!
//! To build an instrument, the SDK takes the lock of its pipeline, which it also holds while it runs callbacks. A callback that
//! builds an instrument, or uses a static for the first time, would wait for itself. So a helper thread builds, and the caller
//! waits for it for at most [`PATIENCE`]. After that the caller goes on: the instrument keeps its values, and is bound once the
//! collection is over. The length of the wait affects only when that happens.
// Uses `callback`, `safely`. Used by `cache`, `discovery`, `slot`.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use opentelemetry::otel_error;

use super::callback::is_in_callback;
use crate::safely::{contained, safely};

/// The maximum time that a call waits for its instrument to be bound. So long that on a busy machine the helper thread has run by
/// then, and a value is in the next collection. Miri takes a thousand times as long for the same.
const PATIENCE: Duration = Duration::from_secs(if cfg!(miri) { 200 } else { 2 });

/// The same while another call's helper thread takes longer than that: in a callback that builds several instruments, each would wait.
const LESS_PATIENCE: Duration = Duration::from_millis(if cfg!(miri) { 20_000 } else { 200 });

/// Helper threads that their callers do not wait for any more.
static OVERDUE: AtomicUsize = AtomicUsize::new(0);

/// What a helper thread and its caller share.
struct Shared {
    job: Mutex<Option<Job>>,
    state: Mutex<State>,
    done: Condvar,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Awaited,
    Overdue,
    Done,
}

type Job = Box<dyn FnOnce() + Send>;

/// Runs a job on a helper thread and waits for it, but not in a callback, whose thread the job may wait for. If no thread can be
/// started, the job runs here.
pub(crate) fn run(job: impl FnOnce() + Send + 'static) {
    // Boxed, and without a channel: both would be compiled for each job.
    run_boxed(Box::new(job));
}

fn run_boxed(job: Job) {
    let shared =
        Arc::new(Shared { job: Mutex::new(Some(job)), state: Mutex::new(State::Awaited), done: Condvar::new() });
    let helper = {
        let shared = Arc::clone(&shared);
        move || shared.run()
    };
    match thread::Builder::new().name("meterstick.bind".into()).spawn(helper) {
        Err(_) => shared.run(),
        Ok(_) if !is_in_callback() => shared.wait(),
        Ok(_) => {}
    }
}

impl Shared {
    fn run(&self) {
        let job = self.job.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(job) = job {
            guarded(job);
        }
        let before = std::mem::replace(&mut *self.lock(), State::Done);
        if before == State::Overdue {
            OVERDUE.fetch_sub(1, Ordering::Relaxed);
        }
        self.done.notify_one();
    }

    fn wait(&self) {
        let patience = if OVERDUE.load(Ordering::Relaxed) > 0 { LESS_PATIENCE } else { PATIENCE };
        let waited = self.done.wait_timeout_while(self.lock(), patience, |state| *state == State::Awaited);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if *state == State::Awaited {
            *state = State::Overdue;
            OVERDUE.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs a job and contains its panic: if a provider panics on one instrument, the others are still bound.
pub(crate) fn guarded(job: impl FnOnce()) {
    if contained(job).is_err() {
        // What listens to the log may panic, too.
        safely(|| {
            otel_error!(
                name: "Meterstick.BindingPanicked",
                message = "The meter provider panicked on an instrument, which it does not export."
            );
        });
    }
}
