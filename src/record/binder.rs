//! Binds an instrument to the SDK's on a helper thread.
//!
//! To build an instrument, the SDK takes the lock of its pipeline, which it also holds while it runs callbacks. A callback that
//! builds an instrument, or uses a static for the first time, would wait for itself. So a helper thread builds, and the caller
//! waits for it for at most [`PATIENCE`]. After that the caller goes on: the instrument keeps its values, and is bound once the
//! collection is over. The length of the wait affects only when that happens.
// Uses `callback`, `safely`. Used by `cache`, `discovery`, `slot`.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use opentelemetry::otel_error;

use super::callback::is_in_callback;
use crate::safely::{contained, safely};

/// The maximum time that a call waits for its instrument to be bound. So long that on a busy machine the helper thread has run by
/// then, and a value is in the next collection. Miri takes a thousand times as long for the same.
const PATIENCE: Duration = Duration::from_secs(if cfg!(miri) { 200 } else { 2 });

/// What a helper thread and its caller share.
struct Shared {
    job: Mutex<Option<Job>>,
    is_done: Mutex<bool>,
    done: Condvar,
}

type Job = Box<dyn FnOnce() + Send>;

/// Runs a job on a helper thread and waits for it, but not in a callback, whose thread the job may wait for. If no thread can be
/// started, the job runs here.
pub(crate) fn run(job: impl FnOnce() + Send + 'static) {
    // Boxed, and without a channel: both would be compiled for each job.
    run_boxed(Box::new(job));
}

fn run_boxed(job: Job) {
    let shared = Arc::new(Shared { job: Mutex::new(Some(job)), is_done: Mutex::new(false), done: Condvar::new() });
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
        *self.is_done.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.done.notify_one();
    }

    fn wait(&self) {
        let is_done = self.is_done.lock().unwrap_or_else(PoisonError::into_inner);
        // Whether it is done or the time is over, the call goes on.
        drop(self.done.wait_timeout_while(is_done, PATIENCE, |is_done| !*is_done));
    }
}

/// Runs a job and contains its panic: if a provider panics on one instrument, the others are still bound.
pub(super) fn guarded(job: impl FnOnce()) {
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
