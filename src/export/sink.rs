//! What every exporter does with its closures: run them, contain their panics, count, report.

use core::fmt::Display;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use opentelemetry::otel_error;
use opentelemetry_sdk::error::{OTelSdkError, OTelSdkResult};

use super::tally::{Batch, Tally};
use crate::attribute::shown;

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
            self.tally.count(&Batch { dropped: items, failure: Some(String::new()), ..Batch::default() });
            return Err(OTelSdkError::AlreadyShutdown);
        };
        let batch = export(closures);
        self.tally.count(&batch);
        match batch.failure {
            None => Ok(()),
            Some(failure) => {
                otel_error!(
                    name: "Meterstick.ExportFailed",
                    dropped = batch.dropped,
                    handed_over = batch.handed_over,
                    reason = failure.as_str(),
                    message = "A batch was not exported as a whole. What was dropped is not exported again."
                );
                Err(OTelSdkError::InternalFailure(failure))
            }
        }
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
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| format!("the exporter's closure panicked: {}", said(&*panic)))
}

/// Hands something over.
pub(super) fn handed<E: Display>(send: impl FnOnce() -> Result<(), E>) -> Result<(), String> {
    contained(|| send().map_err(|error| shown(&error)))?
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it does not say why")
}
