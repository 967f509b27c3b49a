//! The labels that the series of an expression have.

use std::collections::BTreeSet;

use crate::nearest::{nearest, nearest_within};

/// What is known of the labels of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Labels {
    /// Those that there are; `None` if there can be any.
    pub(super) known: Option<BTreeSet<String>>,
    /// Whether those of the scraped target are there, too.
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

    /// All that there can be, if nothing else can be there.
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

/// Labels that Prometheus, its scraping or the resource of what is scraped add, to whatever metric.
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

/// How the names of others start: attributes of resources and of scopes.
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

/// The name that could have been meant: one that is like it, that is a little like it and begins with the same part, or that has
/// more parts or fewer at the end.
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

/// The label that could have been meant, also where parts at its start are missing: `state` of `system_memory_state`.
pub(super) fn meant_label<'a>(label: &str, of: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    nearest(label, of.clone()).or_else(|| {
        let ending: Vec<_> = of.filter(|one| one.strip_suffix(label).is_some_and(|rest| rest.ends_with('_'))).collect();
        if let [only] = ending[..] { Some(only) } else { None }
    })
}
