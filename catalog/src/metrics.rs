//! `compare`: compares the metrics of two catalogues.
// Uses `attributes`, `buckets`, `change`, `document`, `renamed`. Used by `command`.

use meterstick::{Form, InstrumentKind};

use crate::change::{Change, Changes};
use crate::document::{Document, MetricEntry, ScopeEntry};
use crate::{attributes, buckets, renamed};

/// Compares two catalogues and returns the differences: breaking changes first, then by the metrics' names.
///
/// ```
/// use meterstick_catalog::compare;
/// use meterstick_catalog::document::Document;
///
/// let empty = Document::of(&meterstick::catalog![]);
/// assert!(compare(&empty, &empty).is_empty());
/// ```
#[must_use]
pub fn compare(old: &Document, new: &Document) -> Vec<Change> {
    let (olds, news): (Vec<_>, Vec<_>) = (old.metrics.iter().collect(), new.metrics.iter().collect());
    let find = |document: &Document, name: &str| document.metrics.iter().position(|metric| metric.name == name);
    let mut all = Vec::new();
    for before in &old.metrics {
        let mut changes = Changes { metric: &before.name, all: &mut all };
        match find(new, &before.name) {
            Some(after) => metric(before, &new.metrics[after], &mut changes),
            None => match renamed::metric(before, &olds, &news) {
                Some(after) => changes.breaking(format!("it was removed: `{}` is new and similar", after.name)),
                None => changes.breaking("it was removed"),
            },
        }
    }
    for after in new.metrics.iter().filter(|after| find(old, &after.name).is_none()) {
        Changes { metric: &after.name, all: &mut all }.compatible("it is new");
    }
    all.sort();
    all
}

fn metric(before: &MetricEntry, after: &MetricEntry, changes: &mut Changes<'_>) {
    if before.kind != after.kind {
        let what = format!("it was {} and is {}", with_article(before.kind), with_article(after.kind));
        if on_the_wire(before.kind) == on_the_wire(after.kind) {
            changes.compatible(what);
        } else {
            changes.breaking(what);
        }
    }
    if before.number != after.number {
        // Backends take both (*Versioning and stability of semantic conventions: the value's type is not enforced*).
        changes.compatible(format!("its numbers were {} and are {}", numbers(before.number), numbers(after.number)));
    }
    if before.unit != after.unit {
        changes.breaking(format!("its unit was `{}` and is `{}`", before.unit, after.unit));
    }
    if before.description != after.description {
        changes.compatible("its description is another");
    }
    scopes(&before.scopes, &after.scopes, changes);
    let others = changes.all.len();
    attributes::compare(&before.attributes, &after.attributes, changes);
    match (before.any_keys, after.any_keys) {
        (true, false) => changes.breaking("it can no longer have attributes with any keys"),
        (false, true) => changes.compatible("it can have attributes with any keys now"),
        _ => {}
    }
    // Otherwise it follows from a change of an attribute.
    if changes.all.len() == others
        && let (Some(old), Some(new)) = (before.cardinality, after.cardinality)
        && old != new
    {
        changes.compatible(format!("it had at most {old} attribute sets and has at most {new}"));
    }
    limit(before, after, changes);
    buckets::compare(before, after, changes);
}

fn scopes(before: &[ScopeEntry], after: &[ScopeEntry], changes: &mut Changes<'_>) {
    if before.iter().map(|scope| &scope.name).ne(after.iter().map(|scope| &scope.name)) {
        changes.compatible("it is in another scope");
        return;
    }
    for (old, new) in before.iter().zip(after) {
        let mut option = |what: &str, old: &Option<String>, new: &Option<String>| {
            let quoted = |text: &Option<String>| text.as_ref().map_or("none".to_owned(), |text| format!("`{text}`"));
            if old != new {
                let (old, new) = (quoted(old), quoted(new));
                changes.compatible(format!("its scope's {what} was {old} and is {new}"));
            }
        };
        option("version", &old.version, &new.version);
        option("schema URL", &old.schema_url, &new.schema_url);
    }
}

/// The limit of a metric that declares none (*Metrics SDK, cardinality limits*).
const LIMIT_OF_THE_SDK: usize = 2_000;

/// Attribute sets above the limit become one series, so a lower limit removes series.
fn limit(before: &MetricEntry, after: &MetricEntry, changes: &mut Changes<'_>) {
    let exceeds = |limit| after.cardinality.is_none_or(|sets| sets > limit);
    match (before.cardinality_limit, after.cardinality_limit) {
        (Some(old), Some(new)) if new < old && exceeds(new) => {
            changes.breaking(format!("its limit was {old} attribute sets and is {new}"));
        }
        (Some(old), Some(new)) if new != old => {
            changes.compatible(format!("its limit was {old} attribute sets and is {new}"));
        }
        // Without a view, that of the SDK was the limit before.
        (None, Some(new)) if new < LIMIT_OF_THE_SDK && exceeds(new) => {
            changes.breaking(format!("it has a limit now: {new} attribute sets"));
        }
        (None, Some(new)) => changes.compatible(format!("it has a limit now: {new} attribute sets")),
        (Some(old), None) => {
            let what = format!("it no longer has a limit of {old} attribute sets");
            if old > LIMIT_OF_THE_SDK && exceeds(LIMIT_OF_THE_SDK) {
                changes.breaking(format!("{what}: that of the SDK is {LIMIT_OF_THE_SDK}"));
            } else {
                changes.compatible(what);
            }
        }
        _ => {}
    }
}

/// The kind that readers see: observable or not makes no difference.
fn on_the_wire(kind: InstrumentKind) -> InstrumentKind {
    match kind {
        InstrumentKind::ObservableCounter => InstrumentKind::Counter,
        InstrumentKind::ObservableUpDownCounter => InstrumentKind::UpDownCounter,
        InstrumentKind::ObservableGauge => InstrumentKind::Gauge,
        other => other,
    }
}

fn with_article(kind: InstrumentKind) -> String {
    let kind = kind.to_string();
    let article = if kind.starts_with(['o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}

fn numbers(form: Form) -> &'static str {
    match form {
        Form::Integer => "integers",
        _ => "doubles",
    }
}
