//! Binding on a helper thread.
//!
//! To build an instrument, the SDK takes the lock of its pipeline, which it holds while it runs callbacks. A callback that
//! builds an instrument, or uses a static for the first time, would wait for itself. So a helper thread builds, and the
//! caller waits for it for a while. If it is not done by then, the caller goes on: the instrument keeps its values, and is
//! bound once the collection is over. How long the wait is decides nothing but when that is.

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use opentelemetry::otel_error;

use super::callback::is_in_callback;
use crate::safely::contained;

/// How long a call waits for its instrument to be bound.
const PATIENCE: Duration = Duration::from_millis(200);

/// Runs a job on a thread of its own, and waits for it for a while; not in a callback, whose thread the job may wait for. Where
/// no thread can be had, the job runs here.
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
        // An error in any case: `done` is dropped, or patience is over.
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

/// Runs a job. A provider that panics on one instrument is to have the others.
pub(super) fn guarded(job: impl FnOnce()) {
    if contained(job).is_err() {
        otel_error!(
            name: "Meterstick.BindingPanicked",
            message = "The meter provider panicked on an instrument, which will not be exported."
        );
    }
}
