// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `openshift`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/).

use crate::unit;
use meterstick::unit::Bytes;
use meterstick::{Attributes, Meter, Metric, UpDownCounter};

/// [`openshift.clusterquota.cpu.limit.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotacpulimithard): an up-down counter in `{cpu}`, in development.
pub const CLUSTERQUOTA_CPU_LIMIT_HARD: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("openshift.clusterquota.cpu.limit.hard")
    .description("Current number of CPUs (OpenShift clusterquota CPU limit hard).");

/// [`openshift.clusterquota.cpu.limit.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotacpulimitused): an up-down counter in `{cpu}`, in development.
pub const CLUSTERQUOTA_CPU_LIMIT_USED: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("openshift.clusterquota.cpu.limit.used")
    .description("Current number of CPUs (OpenShift clusterquota CPU limit used).");

/// [`openshift.clusterquota.cpu.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotacpurequesthard): an up-down counter in `{cpu}`, in development.
pub const CLUSTERQUOTA_CPU_REQUEST_HARD: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("openshift.clusterquota.cpu.request.hard")
    .description("Current number of CPUs (OpenShift clusterquota CPU request hard).");

/// [`openshift.clusterquota.cpu.request.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotacpurequestused): an up-down counter in `{cpu}`, in development.
pub const CLUSTERQUOTA_CPU_REQUEST_USED: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("openshift.clusterquota.cpu.request.used")
    .description("Current number of CPUs (OpenShift clusterquota CPU request used).");

/// [`openshift.clusterquota.ephemeral_storage.limit.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotaephemeral_storagelimithard): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_EPHEMERAL_STORAGE_LIMIT_HARD: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("openshift.clusterquota.ephemeral_storage.limit.hard")
        .description("Current OpenShift clusterquota ephemeral storage limit hard in bytes.");

/// [`openshift.clusterquota.ephemeral_storage.limit.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotaephemeral_storagelimitused): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_EPHEMERAL_STORAGE_LIMIT_USED: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("openshift.clusterquota.ephemeral_storage.limit.used")
        .description("Current OpenShift clusterquota ephemeral storage limit used in bytes.");

/// [`openshift.clusterquota.ephemeral_storage.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotaephemeral_storagerequesthard): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_EPHEMERAL_STORAGE_REQUEST_HARD: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("openshift.clusterquota.ephemeral_storage.request.hard")
        .description("Current OpenShift clusterquota ephemeral storage request hard in bytes.");

/// [`openshift.clusterquota.ephemeral_storage.request.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotaephemeral_storagerequestused): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_EPHEMERAL_STORAGE_REQUEST_USED: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("openshift.clusterquota.ephemeral_storage.request.used")
        .description("Current OpenShift clusterquota ephemeral storage request used in bytes.");

/// [`openshift.clusterquota.hugepage_count.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotahugepage_countrequesthard): an up-down counter in `{hugepage}`, in development.
pub const CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_HARD: Metric<
    UpDownCounter<i64, unit::Hugepages, ClusterquotaHugepageCountRequestHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Hugepages>()
    .name("openshift.clusterquota.hugepage_count.request.hard")
    .description(
        "Current number of hugepages (OpenShift clusterquota hugepage count request hard), by k8s.hugepage.size.",
    )
    .attributes::<ClusterquotaHugepageCountRequestHard>();

/// [`openshift.clusterquota.hugepage_count.request.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotahugepage_countrequestused): an up-down counter in `{hugepage}`, in development.
pub const CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_USED: Metric<
    UpDownCounter<i64, unit::Hugepages, ClusterquotaHugepageCountRequestUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Hugepages>()
    .name("openshift.clusterquota.hugepage_count.request.used")
    .description(
        "Current number of hugepages (OpenShift clusterquota hugepage count request used), by k8s.hugepage.size.",
    )
    .attributes::<ClusterquotaHugepageCountRequestUsed>();

/// [`openshift.clusterquota.memory.limit.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotamemorylimithard): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_MEMORY_LIMIT_HARD: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("openshift.clusterquota.memory.limit.hard")
    .description("Current OpenShift clusterquota memory limit hard in bytes.");

/// [`openshift.clusterquota.memory.limit.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotamemorylimitused): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_MEMORY_LIMIT_USED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("openshift.clusterquota.memory.limit.used")
    .description("Current OpenShift clusterquota memory limit used in bytes.");

/// [`openshift.clusterquota.memory.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotamemoryrequesthard): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_MEMORY_REQUEST_HARD: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("openshift.clusterquota.memory.request.hard")
    .description("Current OpenShift clusterquota memory request hard in bytes.");

/// [`openshift.clusterquota.memory.request.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotamemoryrequestused): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_MEMORY_REQUEST_USED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("openshift.clusterquota.memory.request.used")
    .description("Current OpenShift clusterquota memory request used in bytes.");

/// [`openshift.clusterquota.object_count.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotaobject_counthard): an up-down counter in `{object}`, in development.
pub const CLUSTERQUOTA_OBJECT_COUNT_HARD: Metric<
    UpDownCounter<i64, unit::Objects, ClusterquotaObjectCountHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Objects>()
    .name("openshift.clusterquota.object_count.hard")
    .description(
        "Current number of objects (OpenShift clusterquota object count hard), by k8s.resourcequota.resource_name.",
    )
    .attributes::<ClusterquotaObjectCountHard>();

/// [`openshift.clusterquota.object_count.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotaobject_countused): an up-down counter in `{object}`, in development.
pub const CLUSTERQUOTA_OBJECT_COUNT_USED: Metric<
    UpDownCounter<i64, unit::Objects, ClusterquotaObjectCountUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Objects>()
    .name("openshift.clusterquota.object_count.used")
    .description(
        "Current number of objects (OpenShift clusterquota object count used), by k8s.resourcequota.resource_name.",
    )
    .attributes::<ClusterquotaObjectCountUsed>();

/// [`openshift.clusterquota.persistentvolumeclaim_count.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotapersistentvolumeclaim_counthard): an up-down counter in `{persistentvolumeclaim}`, in development.
pub const CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD: Metric<
    UpDownCounter<i64, unit::Persistentvolumeclaims, ClusterquotaPersistentvolumeclaimCountHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Persistentvolumeclaims>()
    .name("openshift.clusterquota.persistentvolumeclaim_count.hard")
    .description("Current number of persistentvolumeclaims (OpenShift clusterquota persistentvolumeclaim count hard).")
    .attributes::<ClusterquotaPersistentvolumeclaimCountHard>();

/// [`openshift.clusterquota.persistentvolumeclaim_count.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotapersistentvolumeclaim_countused): an up-down counter in `{persistentvolumeclaim}`, in development.
pub const CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED: Metric<
    UpDownCounter<i64, unit::Persistentvolumeclaims, ClusterquotaPersistentvolumeclaimCountUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Persistentvolumeclaims>()
    .name("openshift.clusterquota.persistentvolumeclaim_count.used")
    .description("Current number of persistentvolumeclaims (OpenShift clusterquota persistentvolumeclaim count used).")
    .attributes::<ClusterquotaPersistentvolumeclaimCountUsed>();

/// [`openshift.clusterquota.storage.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotastoragerequesthard): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_STORAGE_REQUEST_HARD: Metric<
    UpDownCounter<i64, Bytes, ClusterquotaStorageRequestHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("openshift.clusterquota.storage.request.hard")
    .description("Current OpenShift clusterquota storage request hard in bytes.")
    .attributes::<ClusterquotaStorageRequestHard>();

/// [`openshift.clusterquota.storage.request.used`](https://opentelemetry.io/docs/specs/semconv/system/openshift-metrics/#metric-openshiftclusterquotastoragerequestused): an up-down counter in `By`, in development.
pub const CLUSTERQUOTA_STORAGE_REQUEST_USED: Metric<
    UpDownCounter<i64, Bytes, ClusterquotaStorageRequestUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("openshift.clusterquota.storage.request.used")
    .description("Current OpenShift clusterquota storage request used in bytes.")
    .attributes::<ClusterquotaStorageRequestUsed>();

/// The attributes of [`CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_HARD`] and [`CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_USED`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClusterquotaHugepageCountRequestHard<'a> {
    /// `k8s.hugepage.size`, required.
    #[attribute(key = "k8s.hugepage.size")]
    pub hugepage_size: &'a str,
}

impl<'a> ClusterquotaHugepageCountRequestHard<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(hugepage_size: &'a str) -> Self {
        Self { hugepage_size }
    }
}

/// The same attributes as of [`ClusterquotaHugepageCountRequestHard`].
pub type ClusterquotaHugepageCountRequestUsed<'a> = ClusterquotaHugepageCountRequestHard<'a>;

/// The attributes of [`CLUSTERQUOTA_OBJECT_COUNT_HARD`] and [`CLUSTERQUOTA_OBJECT_COUNT_USED`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClusterquotaObjectCountHard<'a> {
    /// `k8s.resourcequota.resource_name`, required.
    #[attribute(key = "k8s.resourcequota.resource_name")]
    pub resource_name: &'a str,
}

impl<'a> ClusterquotaObjectCountHard<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(resource_name: &'a str) -> Self {
        Self { resource_name }
    }
}

/// The same attributes as of [`ClusterquotaObjectCountHard`].
pub type ClusterquotaObjectCountUsed<'a> = ClusterquotaObjectCountHard<'a>;

/// The attributes of [`CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD`], [`CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED`], [`CLUSTERQUOTA_STORAGE_REQUEST_HARD`] and [`CLUSTERQUOTA_STORAGE_REQUEST_USED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ClusterquotaPersistentvolumeclaimCountHard<'a> {
    /// `k8s.storageclass.name`, conditionally required.
    #[attribute(key = "k8s.storageclass.name")]
    pub storageclass_name: Option<&'a str>,
}

impl<'a> ClusterquotaPersistentvolumeclaimCountHard<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { storageclass_name: None }
    }

    /// With `k8s.storageclass.name`.
    #[must_use]
    pub const fn storageclass_name(mut self, storageclass_name: &'a str) -> Self {
        self.storageclass_name = Some(storageclass_name);
        self
    }
}

/// The same attributes as of [`ClusterquotaPersistentvolumeclaimCountHard`].
pub type ClusterquotaPersistentvolumeclaimCountUsed<'a> = ClusterquotaPersistentvolumeclaimCountHard<'a>;

/// The same attributes as of [`ClusterquotaPersistentvolumeclaimCountHard`].
pub type ClusterquotaStorageRequestHard<'a> = ClusterquotaPersistentvolumeclaimCountHard<'a>;

/// The same attributes as of [`ClusterquotaPersistentvolumeclaimCountHard`].
pub type ClusterquotaStorageRequestUsed<'a> = ClusterquotaPersistentvolumeclaimCountHard<'a>;
