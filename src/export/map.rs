//! `Map`: the exporter of spans and logs, which converts each item and sends the results in batches.
// Uses `sink`, `tally`. Used by `logs`, `spans`.

use core::fmt::{self, Display};

use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;

use super::sink::{Sink, closed, contained, sent};
use super::tally::{Batch, Tally};

/// An exporter that converts each span or log and sends the results in batches.
///
#[cfg_attr(feature = "export-spans", doc = "[`map`](super::map) makes one of spans.")]
#[cfg_attr(feature = "export-logs", doc = "[`map_logs`](super::map_logs) makes one of logs.")]
pub struct Map<M, S> {
    sink: Sink<(M, S)>,
    resource: Resource,
}

impl<M, S> Map<M, S> {
    pub(super) fn new(map: M, send: S) -> Self {
        Self {
            sink: Sink::new((map, send), |(map, send)| closed(map).and(closed(send))),
            resource: Resource::builder_empty().build(),
        }
    }

    /// Returns the numbers of exported, left out and dropped items.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.sink.tally()
    }

    /// Converts the items and sends the results. A panic on one item drops that item only.
    pub(super) fn export<I, T, E: Display>(
        &self,
        len: usize,
        items: impl Iterator<Item = I>,
        call: impl Fn(&mut M, I) -> Option<T>,
        send: impl FnOnce(&mut S, Vec<T>) -> Result<(), E>,
    ) -> OTelSdkResult {
        self.sink.export(len, |(map, state)| {
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
            match sent(|| send(state, mapped)) {
                Ok(()) => batch.exported = count,
                Err(failure) => {
                    batch.dropped += count;
                    batch.failure = Some(failure);
                }
            }
            batch
        })
    }

    /// Keeps the resource: the provider sets it before the first export.
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
