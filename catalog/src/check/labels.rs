//! The labels of the series of an expression.
// Uses `nearest`. Used by `binary`, `call`, `infer`, `known`, `series`, `value`.

use std::collections::BTreeSet;

use crate::nearest::{nearest, nearest_within};

/// The labels of the series of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Labels {
    /// The labels of the metrics; `None` if any label is possible.
    pub(super) known: Option<BTreeSet<String>>,
    /// Whether the series also have the labels of the scrape target.
    pub(super) target: bool,
}

impl Labels {
    pub(super) fn any() -> Self {
        Self { known: None, target: true }
    }

    pub(super) fn none() -> Self {
        Self { known: Some(BTreeSet::new()), target: false }
    }

    pub(super) fn of(known: impl IntoIterator<Item = String>) -> Self {
        Self { known: Some(known.into_iter().collect()), target: false }
    }

    /// All possible labels, if no others are possible.
    pub(super) fn closed(&self) -> Option<&BTreeSet<String>> {
        self.known.as_ref().filter(|_| !self.target)
    }

    pub(super) fn add(&mut self, label: &str) {
        if let Some(known) = &mut self.known {
            known.insert(label.to_owned());
        }
    }

    pub(super) fn remove(&mut self, label: &str) {
        if let Some(known) = &mut self.known {
            known.remove(label);
        }
    }

    pub(super) fn union(&self, other: &Self) -> Self {
        let known = self.known.as_ref().zip(other.known.as_ref()).map(|(a, b)| a.union(b).cloned().collect());
        Self { known, target: self.target || other.target }
    }
}

/// Labels that Prometheus, its scraping or the resource of the target add to every metric.
const TARGET: &[&str] = &[
    "__name__",
    "job",
    "instance",
    "cluster",
    "namespace",
    "pod",
    "container",
    "node",
    "nodename",
    "service",
    "endpoint",
    "env",
    "environment",
    "region",
    "zone",
    "host",
    "hostname",
    "prometheus",
    "replica",
    "app",
    "team",
    "tenant",
    "exported_job",
    "exported_instance",
    "exported_namespace",
    "exported_pod",
    "alertname",
    "alertstate",
    "severity",
    "datacenter",
    "stage",
    "account",
    "project",
];

/// Prefixes of other such labels: attributes of resources and of scopes.
const TARGET_PREFIXES: &[&str] = &[
    "otel_scope_",
    "service_",
    "k8s_",
    "host_",
    "container_",
    "deployment_",
    "telemetry_",
    "cloud_",
    "process_",
    "os_",
    "faas_",
    "__",
];

pub(super) fn is_of_target(label: &str) -> bool {
    TARGET.contains(&label) || TARGET_PREFIXES.iter().any(|prefix| label.starts_with(prefix))
}

/// The name that may be meant: a similar one; a less similar one with the same beginning; or one with more or fewer parts at the
/// end.
pub(super) fn meant<'a>(name: &str, of: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let start = name.find('_').map_or(name, |at| &name[..=at]);
    let within = of.clone().filter(|one| one.starts_with(start));
    let near = nearest(name, of.clone()).or_else(|| nearest_within(name, within, name.len() / 3));
    near.or_else(|| {
        let longer = |long: &str, short: &str| {
            short.contains('_') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with('_'))
        };
        of.filter(|one| longer(name, one) || longer(one, name)).min_by_key(|one| (one.len().abs_diff(name.len()), *one))
    })
}

/// The label that may be meant, even if parts at its beginning are missing: `state` for `system_memory_state`.
pub(super) fn meant_label<'a>(label: &str, of: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    nearest(label, of.clone()).or_else(|| {
        let ending: Vec<_> = of.filter(|one| one.strip_suffix(label).is_some_and(|rest| rest.ends_with('_'))).collect();
        if let [only] = ending[..] { Some(only) } else { None }
    })
}
