//! Runs the closures of an exporter: contains their panics, counts and reports failures.
// Uses `attribute`, `safely`, `tally`. Used by `map`, `metrics`.

use core::fmt::Display;
use std::sync::{Mutex, MutexGuard, PoisonError};

use opentelemetry::otel_error;
use opentelemetry_sdk::error::{OTelSdkError, OTelSdkResult};

use super::tally::{Batch, Tally};
use crate::attribute::shown;
use crate::safely;

/// The closures of an exporter, until its shutdown.
pub(super) struct Sink<C> {
    closures: Mutex<Option<C>>,
    /// Drops the closures one by one.
    close: fn(C) -> Result<(), String>,
    tally: Tally,
}

impl<C> Sink<C> {
    pub(super) fn new(closures: C, close: fn(C) -> Result<(), String>) -> Self {
        Self { closures: Mutex::new(Some(closures)), close, tally: Tally::default() }
    }

    pub(super) fn tally(&self) -> Tally {
        self.tally.clone()
    }

    /// Exports a batch of `items`. The SDK calls an exporter from one thread at a time, so the lock is free.
    pub(super) fn export(&self, items: usize, export: impl FnOnce(&mut C) -> Batch) -> OTelSdkResult {
        let batch = self.lock().as_mut().map(export);
        // No lock is taken here: a log subscriber may shut the exporter down.
        let Some(batch) = batch else {
            let failure = Some("the exporter is shut down".to_owned());
            self.report(Batch { dropped: items, failure, ..Batch::default() });
            return Err(OTelSdkError::AlreadyShutdown);
        };
        self.report(batch).map_or(Ok(()), |failure| Err(OTelSdkError::InternalFailure(failure)))
    }

    /// Counts a batch, and logs its failure. Returns the failure.
    fn report(&self, batch: Batch) -> Option<String> {
        self.tally.count(&batch);
        let failure = batch.failure?;
        // A panic of a log subscriber would end the SDK's export thread.
        safely::safely(|| {
            otel_error!(
                name: "Meterstick.ExportFailed",
                dropped = batch.dropped,
                exported = batch.exported,
                reason = failure.as_str(),
                message = "Not all of a batch was exported. Dropped items are not exported again."
            );
        });
        Some(failure)
    }

    fn lock(&self) -> MutexGuard<'_, Option<C>> {
        self.closures.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the closures out and drops them.
    pub(super) fn shut_down(&self) -> OTelSdkResult {
        let closures = self.lock().take();
        match closures {
            None => Err(OTelSdkError::AlreadyShutdown),
            Some(closures) => (self.close)(closures).map_err(OTelSdkError::InternalFailure),
        }
    }
}

/// An exporter may be dropped without a shutdown.
impl<C> Drop for Sink<C> {
    fn drop(&mut self) {
        let _ = self.shut_down();
    }
}

/// Drops a closure, and reports a panic of what it owns: the SDK's batch processors ignore the result of the shutdown. Closures
/// are dropped one by one, because a second panic while the first one unwinds would abort the process.
pub(super) fn closed<C>(closure: C) -> Result<(), String> {
    let closed = contained(|| drop(closure));
    if let Err(failure) = &closed {
        safely::safely(|| {
            otel_error!(
                name: "Meterstick.ExporterCloseFailed",
                reason = failure.as_str(),
                message = "What an exporter's closure owns panicked when it was dropped."
            );
        });
    }
    closed
}

/// Runs a closure of the user. A panic that reached the SDK would end its export thread.
pub(super) fn contained<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    safely::contained(run).map_err(|text| format!("the exporter's closure panicked: {text}"))
}

/// Runs the closure that sends a batch.
pub(super) fn sent<E: Display>(send: impl FnOnce() -> Result<(), E>) -> Result<(), String> {
    let Err(error) = contained(send)? else { return Ok(()) };
    // A panic in `Display` must not drop the error while it unwinds: a second panic in `Drop` would abort the process.
    let failure = contained(|| shown(&error));
    let _ = contained(|| drop(error));
    Err(failure?)
}
