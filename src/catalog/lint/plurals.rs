//! The singular and the plural.

use super::{Found, Lint, last, words};
use crate::declare::{Descriptor, InstrumentKind};

pub(super) fn check(metric: &Descriptor, found: &mut Found) {
    let (namespaces, name) = metric.name.rsplit_once('.').unwrap_or(("", metric.name));
    if let Some(plural) = namespaces.split('.').find(|part| is_plural(part)) {
        let fix = format!("write `{}` for `{plural}`", singular(plural));
        found.add(metric, Lint::PluralNamespace, fix);
    }
    if !is_plural(name) {
        return;
    }
    let up_down = matches!(metric.kind, InstrumentKind::UpDownCounter | InstrumentKind::ObservableUpDownCounter);
    if up_down {
        let namespace = singular(last(metric.name));
        let fix = format!("name it for what it is the number of: `{namespace}.count`, or `{namespace}.active`");
        found.add(metric, Lint::PluralUpDownCounter, fix);
    } else if !metric.unit.starts_with('{') {
        found.add(metric, Lint::PluralName, format!("write `{}`, or count: `{{{}}}`", singular(name), singular(name)));
    }
}

/// Whether the last word of a part of a name is in the plural. English does not say it for sure.
pub(super) fn is_plural(part: &str) -> bool {
    let Some(word) = words(part).next_back() else { return false };
    word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "ics", "ios", "aws"].iter().any(|end| word.ends_with(end))
        && word.as_bytes()[word.len() - 2].is_ascii_alphabetic()
        && !SINGULAR.contains(&word)
}

/// Words that end like a plural and are none.
const SINGULAR: [&str; 20] = [
    "faas",
    "alias",
    "bias",
    "canvas",
    "celsius",
    "dns",
    "gas",
    "https",
    "kubernetes",
    "lens",
    "mas",
    "news",
    "nodejs",
    "postgres",
    "rails",
    "sas",
    "series",
    "tls",
    "windows",
    "always",
];

/// The part with its last word in the singular.
pub(super) fn singular(part: &str) -> String {
    if !is_plural(part) {
        return part.to_owned();
    }
    let rules = [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")];
    rules
        .iter()
        .find_map(|(plural, singular)| Some(format!("{}{singular}", part.strip_suffix(plural)?)))
        .unwrap_or_else(|| part.to_owned())
}
