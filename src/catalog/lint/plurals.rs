//! Singular and plural of known words.
//!
//! The letters of an English word do not say whether it is a plural (`nats`, `jenkins`, `status`). So a word counts as a plural
//! only if it is the regular plural of a known noun: one that metrics often count, or one that a unit of the catalogue counts.
//! Other plurals are not found, and no other word is mistaken for one.
// Uses `declare`, `lint`, `lint::rule`, `list`. Used by `lint`, `lint::units`.

use std::collections::BTreeMap;

use super::{Found, Lint, annotation, last, last_word};
use crate::catalog::list::Catalog;
use crate::declare::{Descriptor, InstrumentKind};

/// Known plurals, each with its singular.
pub(super) struct Nouns(BTreeMap<String, String>);

impl Nouns {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let counted = catalog.metrics().iter().filter_map(|metric| annotation(metric.unit)).map(last_word);
        let all = COMMON.iter().copied().chain(counted).filter(|noun| !noun.is_empty());
        Self(all.map(|noun| (plural(noun), noun.to_owned())).collect())
    }

    /// If the last word of a text is a plural, the text with that word in the singular.
    pub(super) fn singular(&self, text: &str) -> Option<String> {
        let word = last_word(text);
        let singular = self.0.get(word)?;
        Some(format!("{}{singular}", &text[..text.len() - word.len()]))
    }
}

fn plural(noun: &str) -> String {
    let vowel = |stem: &str| stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    if let Some(stem) = noun.strip_suffix('y').filter(|stem| !vowel(stem)) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| noun.ends_with(end));
    format!("{noun}{}", if hisses { "es" } else { "s" })
}

pub(super) fn check(metric: &Descriptor, nouns: &Nouns, found: &mut Found) {
    let namespaces = metric.name.rsplit_once('.').map_or("", |(namespaces, _)| namespaces);
    if let Some((plural, singular)) = namespaces.split('.').find_map(|part| Some((part, nouns.singular(part)?))) {
        found.add(metric, Lint::PluralNamespace, format!("write `{singular}` for `{plural}`"));
    }
    let Some(singular) = nouns.singular(metric.name) else { return };
    if matches!(metric.kind, InstrumentKind::UpDownCounter | InstrumentKind::ObservableUpDownCounter) {
        let fix = format!("name it for what it is the number of: `{singular}.count`");
        found.add(metric, Lint::PluralUpDownCounter, fix);
    } else if annotation(metric.unit).is_none() {
        found.add(
            metric,
            Lint::PluralName,
            format!("write `{singular}`, or count with the unit `{{{}}}`", last(&singular)),
        );
    }
}

/// Nouns that are frequent in the names of metrics.
const COMMON: &[&str] = &[
    "account",
    "alert",
    "allocation",
    "application",
    "attempt",
    "batch",
    "block",
    "branch",
    "buffer",
    "call",
    "cart",
    "certificate",
    "change",
    "channel",
    "chunk",
    "class",
    "client",
    "cluster",
    "collection",
    "column",
    "commit",
    "component",
    "connection",
    "consumer",
    "container",
    "core",
    "count",
    "crash",
    "customer",
    "descriptor",
    "device",
    "disk",
    "document",
    "domain",
    "download",
    "duration",
    "email",
    "endpoint",
    "entry",
    "error",
    "event",
    "eviction",
    "exception",
    "failure",
    "fault",
    "field",
    "file",
    "frame",
    "function",
    "gateway",
    "handle",
    "hit",
    "host",
    "image",
    "index",
    "instance",
    "interface",
    "invocation",
    "item",
    "iteration",
    "job",
    "key",
    "length",
    "limit",
    "lock",
    "log",
    "lookup",
    "member",
    "message",
    "method",
    "metric",
    "module",
    "network",
    "node",
    "notification",
    "object",
    "operation",
    "order",
    "packet",
    "page",
    "parcel",
    "partition",
    "payment",
    "plugin",
    "pod",
    "point",
    "policy",
    "process",
    "producer",
    "product",
    "query",
    "queue",
    "rate",
    "read",
    "record",
    "region",
    "replica",
    "repository",
    "request",
    "resource",
    "response",
    "restart",
    "retry",
    "route",
    "row",
    "rule",
    "sample",
    "schema",
    "segment",
    "server",
    "service",
    "session",
    "shard",
    "size",
    "socket",
    "span",
    "statement",
    "stream",
    "subscriber",
    "table",
    "task",
    "temperature",
    "tenant",
    "thread",
    "ticket",
    "time",
    "timeout",
    "token",
    "topic",
    "trace",
    "transaction",
    "upload",
    "user",
    "value",
    "volume",
    "worker",
    "write",
    "zone",
];

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn nouns_have_plurals() {
        let plurals = ["request", "class", "index", "batch", "query", "key", "crash"].map(plural);
        assert_eq!(plurals, ["requests", "classes", "indexes", "batches", "queries", "keys", "crashes"]);
    }
}
