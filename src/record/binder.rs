//! Binds an instrument to the SDK's on a helper thread.
//!
//! To build an instrument, the SDK takes the lock of its pipeline, which it also holds while it runs callbacks. A callback that
//! builds an instrument, or uses a static for the first time, would wait for itself. So a helper thread builds, and the caller
//! waits for it for at most [`PATIENCE`]. After that the caller goes on: the instrument keeps its values, and is bound once the
//! collection is over. The length of the wait affects only when that happens.
// Uses `callback`, `safely`. Used by `cache`, `discovery`, `slot`.

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use opentelemetry::otel_error;

use super::callback::is_in_callback;
use crate::safely::{contained, safely};

/// The maximum time that a call waits for its instrument to be bound. So long that on a busy machine the helper thread has run by
/// then, and a value is in the next collection. Miri takes a thousand times as long for the same.
const PATIENCE: Duration = Duration::from_secs(if cfg!(miri) { 200 } else { 2 });

/// Runs a job on a helper thread and waits for it, but not in a callback, whose thread the job may wait for. If no thread can be
/// started, the job runs here.
pub(crate) fn run(job: impl FnOnce() + Send + 'static) {
    let (done, wait) = mpsc::channel::<()>();
    let job = Arc::new(Mutex::new(Some(job)));
    let run = {
        let job = Arc::clone(&job);
        move || {
            let _done = done;
            run_once(&job);
        }
    };
    match thread::Builder::new().name("meterstick.bind".into()).spawn(run) {
        Err(_) => run_once(&job),
        // An error in both cases: `done` was dropped, or the time is over.
        Ok(_) if !is_in_callback() => drop(wait.recv_timeout(PATIENCE)),
        Ok(_) => {}
    }
}

fn run_once(job: &Mutex<Option<impl FnOnce()>>) {
    let job = job.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(job) = job {
        guarded(job);
    }
}

/// Runs a job and contains its panic: if a provider panics on one instrument, the others are still bound.
pub(super) fn guarded(job: impl FnOnce()) {
    if contained(job).is_err() {
        // What listens to the log may panic, too.
        safely(|| {
            otel_error!(
                name: "Meterstick.BindingPanicked",
                message = "The meter provider panicked on an instrument, which will not be exported."
            );
        });
    }
}
