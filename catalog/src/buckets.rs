//! Compares the buckets of a metric in two catalogues.
// Uses `change`, `document`. Used by `metrics`.

use crate::document::MetricEntry;

use crate::change::Changes;

pub(crate) fn compare(before: &MetricEntry, after: &MetricEntry, changes: &mut Changes<'_>) {
    match (before.exponential, after.exponential) {
        (None, Some(_)) => changes.breaking("its buckets are exponential now"),
        (Some(_), None) => changes.breaking("its buckets are no longer exponential"),
        (Some(old), Some(new)) => {
            if old != new {
                changes.compatible("its exponential buckets are of another size");
            }
            // They count only where the provider has no view for exponential buckets.
            if before.boundaries != after.boundaries {
                changes.compatible("its boundaries, which it has without a view, are others");
            }
        }
        (None, None) => {
            for boundary in before.boundaries.iter().filter(|boundary| !after.boundaries.contains(boundary)) {
                changes.breaking(format!("its buckets no longer have the boundary {boundary}"));
            }
            for boundary in after.boundaries.iter().filter(|boundary| !before.boundaries.contains(boundary)) {
                changes.compatible(format!("its buckets have a new boundary, {boundary}"));
            }
        }
    }
}
