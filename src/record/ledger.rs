//! Totals, so that none passes what the wire can carry.

use std::sync::{Mutex, MutexGuard, TryLockError};

use crate::number::{MeasurementError, Wire};

/// What was handed to the SDK so far.
///
/// The SDK's integers wrap, and OTLP has no unsigned ones (*Data Model, `NumberDataPoint`*). What only goes up is
/// bounded over all its sets, so that the bound holds under a view that merges them, too.
#[derive(Debug)]
pub(super) struct Ledger<W>(Mutex<W>);

impl<W: Wire> Ledger<W> {
    pub(super) fn new() -> Self {
        Self(Mutex::new(W::default()))
    }

    /// Opens the ledger if nobody else has.
    pub(super) fn try_open(&self) -> Option<Entry<'_, W>> {
        match self.0.try_lock() {
            Ok(guard) => Some(Entry(guard)),
            Err(TryLockError::Poisoned(poisoned)) => Some(Entry(poisoned.into_inner())),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Opens the ledger. As long as it is open, nobody else hands anything to the SDK.
    pub(super) fn open(&self) -> Entry<'_, W> {
        Entry(self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}

/// An open ledger.
pub(super) struct Entry<'a, W>(MutexGuard<'a, W>);

impl<W: Wire> Entry<'_, W> {
    /// Enters an amount, if the total can take it.
    pub(super) fn enter(&mut self, amount: W) -> Result<W, MeasurementError> {
        *self.0 = self.0.plus(amount).ok_or(MeasurementError::TotalOutOfRange)?;
        Ok(amount)
    }

    /// Takes back an amount that was entered.
    pub(super) fn cancel(&mut self, amount: W) {
        *self.0 = self.0.since(amount);
    }
}
