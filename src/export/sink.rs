//! What every exporter does with its closures: run them, contain their panics, count, report.

use core::fmt::Display;
use std::sync::{Mutex, PoisonError};

use opentelemetry::otel_error;
use opentelemetry_sdk::error::{OTelSdkError, OTelSdkResult};

use super::tally::{Batch, Tally};
use crate::attribute::shown;
use crate::contain;

/// The closures of an exporter, until it is shut down.
pub(super) struct Sink<C> {
    closures: Mutex<Option<C>>,
    tally: Tally,
}

impl<C> Sink<C> {
    pub(super) fn new(closures: C) -> Self {
        Self { closures: Mutex::new(Some(closures)), tally: Tally::default() }
    }

    pub(super) fn tally(&self) -> Tally {
        self.tally.clone()
    }

    /// Exports so many items. An exporter is not called twice at once, so the lock is always free.
    pub(super) fn export(&self, items: usize, export: impl FnOnce(&mut C) -> Batch) -> OTelSdkResult {
        let mut closures = self.closures.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(closures) = closures.as_mut() else {
            let failure = Some("the exporter is shut down".to_owned());
            self.tell(Batch { dropped: items, failure, ..Batch::default() });
            return Err(OTelSdkError::AlreadyShutdown);
        };
        let batch = export(closures);
        self.tell(batch).map_or(Ok(()), |failure| Err(OTelSdkError::InternalFailure(failure)))
    }

    /// Counts what became of a batch, and reports why something of it was dropped.
    fn tell(&self, batch: Batch) -> Option<String> {
        self.tally.count(&batch);
        let failure = batch.failure?;
        otel_error!(
            name: "Meterstick.ExportFailed",
            dropped = batch.dropped,
            handed_over = batch.handed_over,
            reason = failure.as_str(),
            message = "A batch was not exported as a whole. What was dropped is not exported again."
        );
        Some(failure)
    }

    pub(super) fn shut_down(&self) -> OTelSdkResult {
        let closures = self.closures.lock().unwrap_or_else(PoisonError::into_inner).take();
        match closures {
            None => Err(OTelSdkError::AlreadyShutdown),
            Some(closures) => contained(|| drop(closures)).map_err(OTelSdkError::InternalFailure),
        }
    }
}

/// Runs a closure of the user. A panic that reached the SDK would end its thread, and all exports with it.
pub(super) fn contained<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    contain::contained(run).map_err(|text| format!("the exporter's closure panicked: {text}"))
}

/// Hands something over.
pub(super) fn handed<E: Display>(send: impl FnOnce() -> Result<(), E>) -> Result<(), String> {
    let Err(error) = contained(send)? else { return Ok(()) };
    // Shown where a panic does not drop it: one whose `Drop` panics, too, would abort the process.
    let failure = contained(|| shown(&error));
    let _ = contained(|| drop(error));
    Err(failure?)
}
