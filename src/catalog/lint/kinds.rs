//! Lints of what a name says about the kind and the unit.
// Uses `declare`, `lint`, `lint::rule`, `list`. Used by `lint`.

use super::{Found, Lint, before, last, last_word};
use crate::catalog::list::Catalog;
use crate::declare::{Descriptor, InstrumentKind};

pub(super) fn check(metric: &Descriptor, found: &mut Found) {
    match last_word(metric.name) {
        "utilization" if metric.unit != "1" => {
            found.add(metric, Lint::UtilizationUnit, "declare it with `.unit::<One>()`, as a fraction of its limit");
        }
        "duration" if metric.kind != InstrumentKind::Histogram => {
            found.add(metric, Lint::DurationKind, "declare it with `Meter::histogram`");
        }
        "time" if !matches!(metric.kind, InstrumentKind::Counter | InstrumentKind::ObservableCounter) => {
            found.add(metric, Lint::TimeKind, "declare it with `Meter::counter`, or call it a `duration`");
        }
        // An open set may have a direction.
        "io" if (!metric.attributes.is_empty() || metric.cardinality.is_some())
            && !metric.attributes.iter().any(|field| last(field.key) == "direction") =>
        {
            found.add(metric, Lint::IoDirection, "add an attribute whose key ends in `.direction`");
        }
        _ => {}
    }
}

/// Lints of several metrics with one namespace or one beginning, which must agree.
pub(super) fn check_families(catalog: &Catalog, found: &mut Found) {
    for (usage, _) in catalog.sorted() {
        let Some(of) = before(usage.name, "usage") else { continue };
        let limit = catalog.metrics().iter().find(|metric| before(metric.name, "limit") == Some(of));
        if let Some(limit) = limit.filter(|limit| limit.unit != usage.unit) {
            let fix = format!("`{}` is in `{}`: declare both in one of the two", limit.name, limit.unit);
            found.add(usage, Lint::UsageAndLimitUnits, fix);
        }
    }
}
