//! The labels that the series of an expression have.

use std::collections::BTreeSet;

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

/// The name that is most like another, if there is one that could have been meant.
pub(super) fn nearest<'a>(name: &str, of: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored: Vec<_> = of.into_iter().map(|one| (strsim::damerau_levenshtein(name, one), one)).collect();
    // A third of the letters may be others.
    let (distance, nearest) = *scored.iter().min()?;
    if distance * 3 <= name.len().max(nearest.len()) {
        return Some(nearest);
    }
    // Or one has suffixes that the other has not.
    let longer = |long: &str, short: &str| {
        short.contains('_') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with('_'))
    };
    let suffixed = scored.iter().filter(|(_, one)| longer(name, one) || longer(one, name));
    suffixed.min().map(|(_, one)| *one)
}
