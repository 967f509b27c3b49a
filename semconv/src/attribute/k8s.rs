// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `k8s`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/k8s/).

use meterstick::{AttributeValue, Key};

/// `k8s.container.ephemeral_storage.fs_type`, in development.
pub const CONTAINER_EPHEMERAL_STORAGE_FS_TYPE: Key<ContainerEphemeralStorageFsType<'static>> =
    Key::new("k8s.container.ephemeral_storage.fs_type");
/// `k8s.container.name`.
pub const CONTAINER_NAME: Key<&'static str> = Key::new("k8s.container.name");
/// `k8s.container.status.reason`, in development.
pub const CONTAINER_STATUS_REASON: Key<ContainerStatusReason<'static>> = Key::new("k8s.container.status.reason");
/// `k8s.container.status.state`, in development.
pub const CONTAINER_STATUS_STATE: Key<ContainerStatusState<'static>> = Key::new("k8s.container.status.state");
/// `k8s.hpa.metric.type`, in development.
pub const HPA_METRIC_TYPE: Key<&'static str> = Key::new("k8s.hpa.metric.type");
/// `k8s.hugepage.size`, in development.
pub const HUGEPAGE_SIZE: Key<&'static str> = Key::new("k8s.hugepage.size");
/// `k8s.namespace.phase`, in development.
pub const NAMESPACE_PHASE: Key<NamespacePhase<'static>> = Key::new("k8s.namespace.phase");
/// `k8s.node.condition.status`, in development.
pub const NODE_CONDITION_STATUS: Key<NodeConditionStatus<'static>> = Key::new("k8s.node.condition.status");
/// `k8s.node.condition.type`, in development.
pub const NODE_CONDITION_TYPE: Key<NodeConditionType<'static>> = Key::new("k8s.node.condition.type");
/// `k8s.persistentvolume.status.phase`, in development.
pub const PERSISTENTVOLUME_STATUS_PHASE: Key<PersistentvolumeStatusPhase<'static>> =
    Key::new("k8s.persistentvolume.status.phase");
/// `k8s.persistentvolumeclaim.status.phase`, in development.
pub const PERSISTENTVOLUMECLAIM_STATUS_PHASE: Key<PersistentvolumeclaimStatusPhase<'static>> =
    Key::new("k8s.persistentvolumeclaim.status.phase");
/// `k8s.pod.status.phase`, in development.
pub const POD_STATUS_PHASE: Key<PodStatusPhase<'static>> = Key::new("k8s.pod.status.phase");
/// `k8s.pod.status.reason`, in development.
pub const POD_STATUS_REASON: Key<PodStatusReason<'static>> = Key::new("k8s.pod.status.reason");
/// `k8s.resourcequota.resource_name`, in development.
pub const RESOURCEQUOTA_RESOURCE_NAME: Key<&'static str> = Key::new("k8s.resourcequota.resource_name");
/// `k8s.service.endpoint.address_type`, in development.
pub const SERVICE_ENDPOINT_ADDRESS_TYPE: Key<ServiceEndpointAddressType<'static>> =
    Key::new("k8s.service.endpoint.address_type");
/// `k8s.service.endpoint.condition`, in development.
pub const SERVICE_ENDPOINT_CONDITION: Key<ServiceEndpointCondition<'static>> =
    Key::new("k8s.service.endpoint.condition");
/// `k8s.service.endpoint.zone`, in development.
pub const SERVICE_ENDPOINT_ZONE: Key<&'static str> = Key::new("k8s.service.endpoint.zone");
/// `k8s.storageclass.name`, in development.
pub const STORAGECLASS_NAME: Key<&'static str> = Key::new("k8s.storageclass.name");
/// `k8s.volume.name`, in development.
pub const VOLUME_NAME: Key<&'static str> = Key::new("k8s.volume.name");
/// `k8s.volume.type`, in development.
pub const VOLUME_TYPE: Key<VolumeType<'static>> = Key::new("k8s.volume.type");

/// The values of `k8s.container.ephemeral_storage.fs_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ContainerEphemeralStorageFsType<'a> {
    /// `rootfs`.
    Rootfs,
    /// `logs`.
    Logs,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.container.status.reason`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum ContainerStatusReason<'a> {
    /// `ContainerCreating`.
    ContainerCreating,
    /// `CrashLoopBackOff`.
    CrashLoopBackOff,
    /// `CreateContainerConfigError`.
    CreateContainerConfigError,
    /// `ErrImagePull`.
    ErrImagePull,
    /// `ImagePullBackOff`.
    ImagePullBackOff,
    /// `OOMKilled`.
    #[attribute(rename = "OOMKilled")]
    OomKilled,
    /// `Completed`.
    Completed,
    /// `Error`.
    Error,
    /// `ContainerCannotRun`.
    ContainerCannotRun,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.container.status.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ContainerStatusState<'a> {
    /// `terminated`.
    Terminated,
    /// `running`.
    Running,
    /// `waiting`.
    Waiting,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.namespace.phase`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum NamespacePhase<'a> {
    /// `active`.
    Active,
    /// `terminating`.
    Terminating,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.node.condition.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum NodeConditionStatus<'a> {
    /// `true`.
    #[attribute(rename = "true")]
    ConditionTrue,
    /// `false`.
    #[attribute(rename = "false")]
    ConditionFalse,
    /// `unknown`.
    #[attribute(rename = "unknown")]
    ConditionUnknown,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.node.condition.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum NodeConditionType<'a> {
    /// `Ready`.
    Ready,
    /// `DiskPressure`.
    DiskPressure,
    /// `MemoryPressure`.
    MemoryPressure,
    /// `PIDPressure`.
    #[attribute(rename = "PIDPressure")]
    PidPressure,
    /// `NetworkUnavailable`.
    NetworkUnavailable,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.persistentvolume.status.phase`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum PersistentvolumeStatusPhase<'a> {
    /// `Available`.
    Available,
    /// `Bound`.
    Bound,
    /// `Failed`.
    Failed,
    /// `Pending`.
    Pending,
    /// `Released`.
    Released,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.persistentvolumeclaim.status.phase`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum PersistentvolumeclaimStatusPhase<'a> {
    /// `Bound`.
    Bound,
    /// `Lost`.
    Lost,
    /// `Pending`.
    Pending,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.pod.status.phase`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum PodStatusPhase<'a> {
    /// `Pending`.
    Pending,
    /// `Running`.
    Running,
    /// `Succeeded`.
    Succeeded,
    /// `Failed`.
    Failed,
    /// `Unknown`.
    Unknown,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.pod.status.reason`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum PodStatusReason<'a> {
    /// `Evicted`.
    Evicted,
    /// `NodeAffinity`.
    NodeAffinity,
    /// `NodeLost`.
    NodeLost,
    /// `Shutdown`.
    Shutdown,
    /// `UnexpectedAdmissionError`.
    UnexpectedAdmissionError,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.service.endpoint.address_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum ServiceEndpointAddressType<'a> {
    /// `IPv4`.
    #[attribute(rename = "IPv4")]
    Ipv4,
    /// `IPv6`.
    #[attribute(rename = "IPv6")]
    Ipv6,
    /// `FQDN`.
    Fqdn,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.service.endpoint.condition`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ServiceEndpointCondition<'a> {
    /// `ready`.
    Ready,
    /// `serving`.
    Serving,
    /// `terminating`.
    Terminating,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `k8s.volume.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "camelCase")]
#[non_exhaustive]
pub enum VolumeType<'a> {
    /// `persistentVolumeClaim`.
    PersistentVolumeClaim,
    /// `configMap`.
    ConfigMap,
    /// `downwardAPI`.
    #[attribute(rename = "downwardAPI")]
    DownwardApi,
    /// `emptyDir`.
    EmptyDir,
    /// `secret`.
    Secret,
    /// `local`.
    Local,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
