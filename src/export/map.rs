//! An exporter that maps each item and hands the batch over.

use core::fmt::{self, Display};

use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;

use super::sink::{Sink, contained, handed};
use super::tally::{Batch, Tally};

/// An exporter that maps what it is given and hands it over in batches.
///
#[cfg_attr(feature = "export-spans", doc = "[`map`](super::map) makes one of spans.")]
#[cfg_attr(feature = "export-logs", doc = "[`map_logs`](super::map_logs) makes one of logs.")]
pub struct Map<M, S> {
    sink: Sink<(M, S)>,
    resource: Resource,
}

impl<M, S> Map<M, S> {
    pub(super) fn new(map: M, send: S) -> Self {
        Self { sink: Sink::new((map, send)), resource: Resource::builder_empty().build() }
    }

    /// The counts of what becomes of what is exported.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.sink.tally()
    }

    /// Maps what there is and hands over what that gives. What one item does by a panic does not touch the others.
    pub(super) fn export<I, T, E: Display>(
        &self,
        len: usize,
        items: impl Iterator<Item = I>,
        call: impl Fn(&mut M, I) -> Option<T>,
        hand: impl FnOnce(&mut S, Vec<T>) -> Result<(), E>,
    ) -> OTelSdkResult {
        self.sink.export(len, |(map, send)| {
            let mut batch = Batch::default();
            let mut mapped = Vec::with_capacity(len);
            for item in items {
                match contained(|| call(map, item)) {
                    Ok(Some(item)) => mapped.push(item),
                    Ok(None) => batch.left_out += 1,
                    Err(panic) => {
                        batch.dropped += 1;
                        batch.failure = Some(panic);
                    }
                }
            }
            let count = mapped.len();
            if count == 0 {
                return batch;
            }
            match handed(|| hand(send, mapped)) {
                Ok(()) => batch.handed_over = count,
                Err(failure) => {
                    batch.dropped += count;
                    batch.failure = Some(failure);
                }
            }
            batch
        })
    }

    /// What the telemetry is about: the provider says it before the first export.
    pub(super) fn set_resource(&mut self, resource: &Resource) {
        self.resource = resource.clone();
    }

    pub(super) fn resource(&self) -> &Resource {
        &self.resource
    }

    pub(super) fn shut_down(&self) -> OTelSdkResult {
        self.sink.shut_down()
    }
}

impl<M, S> fmt::Debug for Map<M, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Map").field("tally", &self.tally()).finish_non_exhaustive()
    }
}
