// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `k8s`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/).

use crate::attribute::{k8s, network, system};
use crate::unit;
use meterstick::unit::{Bytes, One, Seconds};
use meterstick::{Attributes, Counter, Gauge, Meter, Metric, UpDownCounter};

/// [`k8s.container.cpu.limit.current`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainercpulimitcurrent): an up-down counter in `{cpu}`, in development.
pub const CONTAINER_CPU_LIMIT_CURRENT: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.container.cpu.limit.current")
    .description("Current number of CPUs (Kubernetes container CPU limit current).");

/// [`k8s.container.cpu.limit.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainercpulimitdesired): an up-down counter in `{cpu}`, in development.
pub const CONTAINER_CPU_LIMIT_DESIRED: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.container.cpu.limit.desired")
    .description("Current number of CPUs (Kubernetes container CPU limit desired).");

/// [`k8s.container.cpu.limit.utilization`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainercpulimitutilization): a gauge in `1`, in development.
pub const CONTAINER_CPU_LIMIT_UTILIZATION: Metric<Gauge<f64, One>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("k8s.container.cpu.limit.utilization")
    .description("Current Kubernetes container CPU limit utilization.");

/// [`k8s.container.cpu.request.current`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainercpurequestcurrent): an up-down counter in `{cpu}`, in development.
pub const CONTAINER_CPU_REQUEST_CURRENT: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.container.cpu.request.current")
    .description("Current number of CPUs (Kubernetes container CPU request current).");

/// [`k8s.container.cpu.request.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainercpurequestdesired): an up-down counter in `{cpu}`, in development.
pub const CONTAINER_CPU_REQUEST_DESIRED: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.container.cpu.request.desired")
    .description("Current number of CPUs (Kubernetes container CPU request desired).");

/// [`k8s.container.cpu.request.utilization`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainercpurequestutilization): a gauge in `1`, in development.
pub const CONTAINER_CPU_REQUEST_UTILIZATION: Metric<Gauge<f64, One>> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("k8s.container.cpu.request.utilization")
    .description("Current Kubernetes container CPU request utilization.");

/// [`k8s.container.ephemeral_storage.limit`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerephemeral_storagelimit): an up-down counter in `By`, in development.
pub const CONTAINER_EPHEMERAL_STORAGE_LIMIT: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.ephemeral_storage.limit")
    .description("Current Kubernetes container ephemeral storage limit in bytes.");

/// [`k8s.container.ephemeral_storage.request`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerephemeral_storagerequest): an up-down counter in `By`, in development.
pub const CONTAINER_EPHEMERAL_STORAGE_REQUEST: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.ephemeral_storage.request")
    .description("Current Kubernetes container ephemeral storage request in bytes.");

/// [`k8s.container.ephemeral_storage.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerephemeral_storageusage): an up-down counter in `By`, in development.
pub const CONTAINER_EPHEMERAL_STORAGE_USAGE: Metric<
    UpDownCounter<i64, Bytes, ContainerEphemeralStorageUsage<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.ephemeral_storage.usage")
    .description(
        "Current Kubernetes container ephemeral storage usage in bytes, by k8s.container.ephemeral_storage.fs_type.",
    )
    .attributes::<ContainerEphemeralStorageUsage>();

/// [`k8s.container.memory.limit.current`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainermemorylimitcurrent): an up-down counter in `By`, in development.
pub const CONTAINER_MEMORY_LIMIT_CURRENT: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.memory.limit.current")
    .description("Current Kubernetes container memory limit current in bytes.");

/// [`k8s.container.memory.limit.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainermemorylimitdesired): an up-down counter in `By`, in development.
pub const CONTAINER_MEMORY_LIMIT_DESIRED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.memory.limit.desired")
    .description("Current Kubernetes container memory limit desired in bytes.");

/// [`k8s.container.memory.request.current`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainermemoryrequestcurrent): an up-down counter in `By`, in development.
pub const CONTAINER_MEMORY_REQUEST_CURRENT: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.memory.request.current")
    .description("Current Kubernetes container memory request current in bytes.");

/// [`k8s.container.memory.request.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainermemoryrequestdesired): an up-down counter in `By`, in development.
pub const CONTAINER_MEMORY_REQUEST_DESIRED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.memory.request.desired")
    .description("Current Kubernetes container memory request desired in bytes.");

/// [`k8s.container.ready`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerready): an up-down counter in `{container}`, in development.
pub const CONTAINER_READY: Metric<UpDownCounter<i64, unit::Containers>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Containers>()
    .name("k8s.container.ready")
    .description("Current number of containers (Kubernetes container ready).");

/// [`k8s.container.restart.count`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerrestartcount): an up-down counter in `{restart}`, in development.
pub const CONTAINER_RESTART_COUNT: Metric<UpDownCounter<i64, unit::Restarts>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Restarts>()
    .name("k8s.container.restart.count")
    .description("Current number of Kubernetes container restarts.");

/// [`k8s.container.status.reason`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerstatusreason): an up-down counter in `{container}`, in development.
pub const CONTAINER_STATUS_REASON: Metric<UpDownCounter<i64, unit::Containers, ContainerStatusReason<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Containers>()
        .name("k8s.container.status.reason")
        .description(
            "Current number of containers (Kubernetes container status reason), by k8s.container.status.reason.",
        )
        .attributes::<ContainerStatusReason>();

/// [`k8s.container.status.state`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerstatusstate): an up-down counter in `{container}`, in development.
pub const CONTAINER_STATUS_STATE: Metric<UpDownCounter<i64, unit::Containers, ContainerStatusState<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Containers>()
        .name("k8s.container.status.state")
        .description("Current number of containers (Kubernetes container status state), by k8s.container.status.state.")
        .attributes::<ContainerStatusState>();

/// [`k8s.container.storage.limit`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerstoragelimit): an up-down counter in `By`, in development.
pub const CONTAINER_STORAGE_LIMIT: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.storage.limit")
    .description("Current Kubernetes container storage limit in bytes.");

/// [`k8s.container.storage.request`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scontainerstoragerequest): an up-down counter in `By`, in development.
pub const CONTAINER_STORAGE_REQUEST: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.container.storage.request")
    .description("Current Kubernetes container storage request in bytes.");

/// [`k8s.cronjob.job.active`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8scronjobjobactive): an up-down counter in `{job}`, in development.
pub const CRONJOB_JOB_ACTIVE: Metric<UpDownCounter<i64, unit::Jobs>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Jobs>()
    .name("k8s.cronjob.job.active")
    .description("Current number of jobs (Kubernetes cronjob job active).");

/// [`k8s.daemonset.node.current_scheduled`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sdaemonsetnodecurrent_scheduled): an up-down counter in `{node}`, in development.
pub const DAEMONSET_NODE_CURRENT_SCHEDULED: Metric<UpDownCounter<i64, unit::Nodes>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Nodes>()
    .name("k8s.daemonset.node.current_scheduled")
    .description("Current number of nodes (Kubernetes daemonset node current scheduled).");

/// [`k8s.daemonset.node.desired_scheduled`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sdaemonsetnodedesired_scheduled): an up-down counter in `{node}`, in development.
pub const DAEMONSET_NODE_DESIRED_SCHEDULED: Metric<UpDownCounter<i64, unit::Nodes>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Nodes>()
    .name("k8s.daemonset.node.desired_scheduled")
    .description("Current number of nodes (Kubernetes daemonset node desired scheduled).");

/// [`k8s.daemonset.node.misscheduled`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sdaemonsetnodemisscheduled): an up-down counter in `{node}`, in development.
pub const DAEMONSET_NODE_MISSCHEDULED: Metric<UpDownCounter<i64, unit::Nodes>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Nodes>()
    .name("k8s.daemonset.node.misscheduled")
    .description("Current number of nodes (Kubernetes daemonset node misscheduled).");

/// [`k8s.daemonset.node.ready`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sdaemonsetnodeready): an up-down counter in `{node}`, in development.
pub const DAEMONSET_NODE_READY: Metric<UpDownCounter<i64, unit::Nodes>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Nodes>()
    .name("k8s.daemonset.node.ready")
    .description("Current number of nodes (Kubernetes daemonset node ready).");

/// [`k8s.deployment.pod.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sdeploymentpodavailable): an up-down counter in `{pod}`, in development.
pub const DEPLOYMENT_POD_AVAILABLE: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.deployment.pod.available")
    .description("Current number of pods (Kubernetes deployment pod available).");

/// [`k8s.deployment.pod.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sdeploymentpoddesired): an up-down counter in `{pod}`, in development.
pub const DEPLOYMENT_POD_DESIRED: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.deployment.pod.desired")
    .description("Current number of pods (Kubernetes deployment pod desired).");

/// [`k8s.hpa.metric.target.cpu.average_utilization`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8shpametrictargetcpuaverage_utilization): a gauge in `1`, in development.
pub const HPA_METRIC_TARGET_CPU_AVERAGE_UTILIZATION: Metric<
    Gauge<f64, One, HpaMetricTargetCpuAverageUtilization<'static>>,
> = Meter::gauge::<f64>()
    .unit::<One>()
    .name("k8s.hpa.metric.target.cpu.average_utilization")
    .description("Current Kubernetes hpa metric target CPU average utilization.")
    .attributes::<HpaMetricTargetCpuAverageUtilization>();

/// [`k8s.hpa.metric.target.cpu.average_value`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8shpametrictargetcpuaverage_value): a gauge in `{cpu}`, in development.
pub const HPA_METRIC_TARGET_CPU_AVERAGE_VALUE: Metric<Gauge<i64, unit::Cpus, HpaMetricTargetCpuAverageValue<'static>>> =
    Meter::gauge::<i64>()
        .unit::<unit::Cpus>()
        .name("k8s.hpa.metric.target.cpu.average_value")
        .description("Last known number of CPUs (Kubernetes hpa metric target CPU average value).")
        .attributes::<HpaMetricTargetCpuAverageValue>();

/// [`k8s.hpa.metric.target.cpu.value`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8shpametrictargetcpuvalue): a gauge in `{cpu}`, in development.
pub const HPA_METRIC_TARGET_CPU_VALUE: Metric<Gauge<i64, unit::Cpus, HpaMetricTargetCpuValue<'static>>> =
    Meter::gauge::<i64>()
        .unit::<unit::Cpus>()
        .name("k8s.hpa.metric.target.cpu.value")
        .description("Last known number of CPUs (Kubernetes hpa metric target CPU value).")
        .attributes::<HpaMetricTargetCpuValue>();

/// [`k8s.hpa.pod.current`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8shpapodcurrent): an up-down counter in `{pod}`, in development.
pub const HPA_POD_CURRENT: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.hpa.pod.current")
    .description("Current number of pods (Kubernetes hpa pod current).");

/// [`k8s.hpa.pod.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8shpapoddesired): an up-down counter in `{pod}`, in development.
pub const HPA_POD_DESIRED: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.hpa.pod.desired")
    .description("Current number of pods (Kubernetes hpa pod desired).");

/// [`k8s.hpa.pod.max`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8shpapodmax): an up-down counter in `{pod}`, in development.
pub const HPA_POD_MAX: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.hpa.pod.max")
    .description("Current number of pods (Kubernetes hpa pod max).");

/// [`k8s.hpa.pod.min`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8shpapodmin): an up-down counter in `{pod}`, in development.
pub const HPA_POD_MIN: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.hpa.pod.min")
    .description("Current number of pods (Kubernetes hpa pod min).");

/// [`k8s.job.pod.active`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sjobpodactive): an up-down counter in `{pod}`, in development.
pub const JOB_POD_ACTIVE: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.job.pod.active")
    .description("Current number of pods (Kubernetes job pod active).");

/// [`k8s.job.pod.desired_successful`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sjobpoddesired_successful): an up-down counter in `{pod}`, in development.
pub const JOB_POD_DESIRED_SUCCESSFUL: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.job.pod.desired_successful")
    .description("Current number of pods (Kubernetes job pod desired successful).");

/// [`k8s.job.pod.failed`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sjobpodfailed): an up-down counter in `{pod}`, in development.
pub const JOB_POD_FAILED: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.job.pod.failed")
    .description("Current number of pods (Kubernetes job pod failed).");

/// [`k8s.job.pod.max_parallel`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sjobpodmax_parallel): an up-down counter in `{pod}`, in development.
pub const JOB_POD_MAX_PARALLEL: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.job.pod.max_parallel")
    .description("Current number of pods (Kubernetes job pod max parallel).");

/// [`k8s.job.pod.successful`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sjobpodsuccessful): an up-down counter in `{pod}`, in development.
pub const JOB_POD_SUCCESSFUL: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.job.pod.successful")
    .description("Current number of pods (Kubernetes job pod successful).");

/// [`k8s.namespace.phase`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snamespacephase): an up-down counter in `{namespace}`, in development.
pub const NAMESPACE_PHASE: Metric<UpDownCounter<i64, unit::Namespaces, NamespacePhase<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Namespaces>()
        .name("k8s.namespace.phase")
        .description("Current number of namespaces (Kubernetes namespace phase), by k8s.namespace.phase.")
        .attributes::<NamespacePhase>();

/// [`k8s.node.condition.status`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodeconditionstatus): an up-down counter in `{node}`, in development.
pub const NODE_CONDITION_STATUS: Metric<UpDownCounter<i64, unit::Nodes, NodeConditionStatus<'static>>> =
Meter::up_down_counter::<i64>().unit::<unit::Nodes>().name("k8s.node.condition.status").description("Current number of nodes (Kubernetes node condition status), by k8s.node.condition.status and k8s.node.condition.type.").attributes::<NodeConditionStatus>();

/// [`k8s.node.cpu.allocatable`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodecpuallocatable): an up-down counter in `{cpu}`, in development.
pub const NODE_CPU_ALLOCATABLE: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.node.cpu.allocatable")
    .description("Current number of CPUs (Kubernetes node CPU allocatable).");

/// [`k8s.node.cpu.time`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodecputime): a counter in `s`, release candidate.
pub const NODE_CPU_TIME: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("k8s.node.cpu.time")
    .description("Total Kubernetes node CPU time in seconds.");

/// [`k8s.node.cpu.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodecpuusage): a gauge in `{cpu}`, in development.
pub const NODE_CPU_USAGE: Metric<Gauge<f64, unit::Cpus>> = Meter::gauge::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.node.cpu.usage")
    .description("Last known number of CPUs (Kubernetes node CPU usage).");

/// [`k8s.node.ephemeral_storage.allocatable`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodeephemeral_storageallocatable): an up-down counter in `By`, in development.
pub const NODE_EPHEMERAL_STORAGE_ALLOCATABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.ephemeral_storage.allocatable")
    .description("Current Kubernetes node ephemeral storage allocatable in bytes.");

/// [`k8s.node.filesystem.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodefilesystemavailable): an up-down counter in `By`, in development.
pub const NODE_FILESYSTEM_AVAILABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.filesystem.available")
    .description("Current Kubernetes node filesystem available in bytes.");

/// [`k8s.node.filesystem.capacity`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodefilesystemcapacity): an up-down counter in `By`, in development.
pub const NODE_FILESYSTEM_CAPACITY: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.filesystem.capacity")
    .description("Current Kubernetes node filesystem capacity in bytes.");

/// [`k8s.node.filesystem.inode.count`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodefilesysteminodecount): an up-down counter in `{inode}`, in development.
pub const NODE_FILESYSTEM_INODE_COUNT: Metric<UpDownCounter<i64, unit::Inodes>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Inodes>()
    .name("k8s.node.filesystem.inode.count")
    .description("Current number of Kubernetes node filesystem inodes.");

/// [`k8s.node.filesystem.inode.free`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodefilesysteminodefree): an up-down counter in `{inode}`, in development.
pub const NODE_FILESYSTEM_INODE_FREE: Metric<UpDownCounter<i64, unit::Inodes>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Inodes>()
    .name("k8s.node.filesystem.inode.free")
    .description("Current number of inodes (Kubernetes node filesystem inode free).");

/// [`k8s.node.filesystem.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodefilesystemusage): an up-down counter in `By`, in development.
pub const NODE_FILESYSTEM_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.filesystem.usage")
    .description("Current Kubernetes node filesystem usage in bytes.");

/// [`k8s.node.memory.allocatable`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodememoryallocatable): an up-down counter in `By`, in development.
pub const NODE_MEMORY_ALLOCATABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.memory.allocatable")
    .description("Current Kubernetes node memory allocatable in bytes.");

/// [`k8s.node.memory.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodememoryavailable): an up-down counter in `By`, release candidate.
pub const NODE_MEMORY_AVAILABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.memory.available")
    .description("Current Kubernetes node memory available in bytes.");

/// [`k8s.node.memory.rss`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodememoryrss): an up-down counter in `By`, release candidate.
pub const NODE_MEMORY_RSS: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.memory.rss")
    .description("Current Kubernetes node memory rss in bytes.");

/// [`k8s.node.memory.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodememoryusage): an up-down counter in `By`, release candidate.
pub const NODE_MEMORY_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.memory.usage")
    .description("Current Kubernetes node memory usage in bytes.");

/// [`k8s.node.memory.working_set`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodememoryworking_set): an up-down counter in `By`, release candidate.
pub const NODE_MEMORY_WORKING_SET: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.memory.working_set")
    .description("Current Kubernetes node memory working set in bytes.");

/// [`k8s.node.network.errors`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodenetworkerrors): a counter in `{error}`, in development.
pub const NODE_NETWORK_ERRORS: Metric<Counter<u64, unit::Errors, NodeNetworkErrors<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Errors>()
    .name("k8s.node.network.errors")
    .description("Number of Kubernetes node network errors.")
    .attributes::<NodeNetworkErrors>();

/// [`k8s.node.network.io`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodenetworkio): a counter in `By`, in development.
pub const NODE_NETWORK_IO: Metric<Counter<u64, Bytes, NodeNetworkIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("k8s.node.network.io")
    .description("Total Kubernetes node network I/O in bytes.")
    .attributes::<NodeNetworkIo>();

/// [`k8s.node.paging.faults`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodepagingfaults): a counter in `{fault}`, in development.
pub const NODE_PAGING_FAULTS: Metric<Counter<u64, unit::Faults, NodePagingFaults<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Faults>()
    .name("k8s.node.paging.faults")
    .description("Number of Kubernetes node paging faults.")
    .attributes::<NodePagingFaults>();

/// [`k8s.node.pod.allocatable`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodepodallocatable): an up-down counter in `{pod}`, in development.
pub const NODE_POD_ALLOCATABLE: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.node.pod.allocatable")
    .description("Current number of pods (Kubernetes node pod allocatable).");

/// [`k8s.node.system_container.cpu.time`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodesystem_containercputime): a counter in `s`, in development.
pub const NODE_SYSTEM_CONTAINER_CPU_TIME: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("k8s.node.system_container.cpu.time")
    .description("Total Kubernetes node system container CPU time in seconds.");

/// [`k8s.node.system_container.cpu.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodesystem_containercpuusage): a gauge in `{cpu}`, in development.
pub const NODE_SYSTEM_CONTAINER_CPU_USAGE: Metric<Gauge<f64, unit::Cpus>> = Meter::gauge::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.node.system_container.cpu.usage")
    .description("Last known number of CPUs (Kubernetes node system container CPU usage).");

/// [`k8s.node.system_container.memory.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodesystem_containermemoryusage): an up-down counter in `By`, in development.
pub const NODE_SYSTEM_CONTAINER_MEMORY_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.system_container.memory.usage")
    .description("Current Kubernetes node system container memory usage in bytes.");

/// [`k8s.node.system_container.memory.working_set`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodesystem_containermemoryworking_set): an up-down counter in `By`, in development.
pub const NODE_SYSTEM_CONTAINER_MEMORY_WORKING_SET: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.node.system_container.memory.working_set")
    .description("Current Kubernetes node system container memory working set in bytes.");

/// [`k8s.node.uptime`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8snodeuptime): a gauge in `s`, in development.
pub const NODE_UPTIME: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("k8s.node.uptime")
    .description("Current Kubernetes node uptime in seconds.");

/// [`k8s.persistentvolume.status.phase`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spersistentvolumestatusphase): an up-down counter in `{persistentvolume}`, in development.
pub const PERSISTENTVOLUME_STATUS_PHASE: Metric<UpDownCounter<i64, unit::Persistentvolumes, PersistentvolumeStatusPhase<'static>>> =
Meter::up_down_counter::<i64>().unit::<unit::Persistentvolumes>().name("k8s.persistentvolume.status.phase").description("Current number of persistentvolumes (Kubernetes persistentvolume status phase), by k8s.persistentvolume.status.phase.").attributes::<PersistentvolumeStatusPhase>();

/// [`k8s.persistentvolume.storage.capacity`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spersistentvolumestoragecapacity): an up-down counter in `By`, in development.
pub const PERSISTENTVOLUME_STORAGE_CAPACITY: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.persistentvolume.storage.capacity")
    .description("Current Kubernetes persistentvolume storage capacity in bytes.");

/// [`k8s.persistentvolumeclaim.status.phase`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spersistentvolumeclaimstatusphase): an up-down counter in `{persistentvolumeclaim}`, in development.
pub const PERSISTENTVOLUMECLAIM_STATUS_PHASE: Metric<UpDownCounter<i64, unit::Persistentvolumeclaims, PersistentvolumeclaimStatusPhase<'static>>> =
Meter::up_down_counter::<i64>().unit::<unit::Persistentvolumeclaims>().name("k8s.persistentvolumeclaim.status.phase").description("Current number of persistentvolumeclaims (Kubernetes persistentvolumeclaim status phase), by k8s.persistentvolumeclaim.status.phase.").attributes::<PersistentvolumeclaimStatusPhase>();

/// [`k8s.persistentvolumeclaim.storage.capacity`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spersistentvolumeclaimstoragecapacity): an up-down counter in `By`, in development.
pub const PERSISTENTVOLUMECLAIM_STORAGE_CAPACITY: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.persistentvolumeclaim.storage.capacity")
    .description("Current Kubernetes persistentvolumeclaim storage capacity in bytes.");

/// [`k8s.persistentvolumeclaim.storage.request`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spersistentvolumeclaimstoragerequest): an up-down counter in `By`, in development.
pub const PERSISTENTVOLUMECLAIM_STORAGE_REQUEST: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.persistentvolumeclaim.storage.request")
    .description("Current Kubernetes persistentvolumeclaim storage request in bytes.");

/// [`k8s.pod.cpu.time`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodcputime): a counter in `s`, release candidate.
pub const POD_CPU_TIME: Metric<Counter<f64, Seconds>> = Meter::counter::<f64>()
    .unit::<Seconds>()
    .name("k8s.pod.cpu.time")
    .description("Total Kubernetes pod CPU time in seconds.");

/// [`k8s.pod.cpu.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodcpuusage): a gauge in `{cpu}`, in development.
pub const POD_CPU_USAGE: Metric<Gauge<f64, unit::Cpus>> = Meter::gauge::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.pod.cpu.usage")
    .description("Last known number of CPUs (Kubernetes pod CPU usage).");

/// [`k8s.pod.filesystem.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodfilesystemavailable): an up-down counter in `By`, in development.
pub const POD_FILESYSTEM_AVAILABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.pod.filesystem.available")
    .description("Current Kubernetes pod filesystem available in bytes.");

/// [`k8s.pod.filesystem.capacity`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodfilesystemcapacity): an up-down counter in `By`, in development.
pub const POD_FILESYSTEM_CAPACITY: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.pod.filesystem.capacity")
    .description("Current Kubernetes pod filesystem capacity in bytes.");

/// [`k8s.pod.filesystem.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodfilesystemusage): an up-down counter in `By`, in development.
pub const POD_FILESYSTEM_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.pod.filesystem.usage")
    .description("Current Kubernetes pod filesystem usage in bytes.");

/// [`k8s.pod.memory.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodmemoryavailable): an up-down counter in `By`, release candidate.
pub const POD_MEMORY_AVAILABLE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.pod.memory.available")
    .description("Current Kubernetes pod memory available in bytes.");

/// [`k8s.pod.memory.rss`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodmemoryrss): an up-down counter in `By`, release candidate.
pub const POD_MEMORY_RSS: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.pod.memory.rss")
    .description("Current Kubernetes pod memory rss in bytes.");

/// [`k8s.pod.memory.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodmemoryusage): an up-down counter in `By`, release candidate.
pub const POD_MEMORY_USAGE: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.pod.memory.usage")
    .description("Current Kubernetes pod memory usage in bytes.");

/// [`k8s.pod.memory.working_set`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodmemoryworking_set): an up-down counter in `By`, release candidate.
pub const POD_MEMORY_WORKING_SET: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.pod.memory.working_set")
    .description("Current Kubernetes pod memory working set in bytes.");

/// [`k8s.pod.network.errors`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodnetworkerrors): a counter in `{error}`, in development.
pub const POD_NETWORK_ERRORS: Metric<Counter<u64, unit::Errors, PodNetworkErrors<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Errors>()
    .name("k8s.pod.network.errors")
    .description("Number of Kubernetes pod network errors.")
    .attributes::<PodNetworkErrors>();

/// [`k8s.pod.network.io`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodnetworkio): a counter in `By`, in development.
pub const POD_NETWORK_IO: Metric<Counter<u64, Bytes, PodNetworkIo<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("k8s.pod.network.io")
    .description("Total Kubernetes pod network I/O in bytes.")
    .attributes::<PodNetworkIo>();

/// [`k8s.pod.paging.faults`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodpagingfaults): a counter in `{fault}`, in development.
pub const POD_PAGING_FAULTS: Metric<Counter<u64, unit::Faults, PodPagingFaults<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Faults>()
    .name("k8s.pod.paging.faults")
    .description("Number of Kubernetes pod paging faults.")
    .attributes::<PodPagingFaults>();

/// [`k8s.pod.status.phase`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodstatusphase): an up-down counter in `{pod}`, in development.
pub const POD_STATUS_PHASE: Metric<UpDownCounter<i64, unit::Pods, PodStatusPhase<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Pods>()
        .name("k8s.pod.status.phase")
        .description("Current number of pods (Kubernetes pod status phase), by k8s.pod.status.phase.")
        .attributes::<PodStatusPhase>();

/// [`k8s.pod.status.reason`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodstatusreason): an up-down counter in `{pod}`, in development.
pub const POD_STATUS_REASON: Metric<UpDownCounter<i64, unit::Pods, PodStatusReason<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Pods>()
        .name("k8s.pod.status.reason")
        .description("Current number of pods (Kubernetes pod status reason), by k8s.pod.status.reason.")
        .attributes::<PodStatusReason>();

/// [`k8s.pod.uptime`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spoduptime): a gauge in `s`, in development.
pub const POD_UPTIME: Metric<Gauge<f64, Seconds>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("k8s.pod.uptime")
    .description("Current Kubernetes pod uptime in seconds.");

/// [`k8s.pod.volume.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodvolumeavailable): an up-down counter in `By`, in development.
pub const POD_VOLUME_AVAILABLE: Metric<UpDownCounter<i64, Bytes, PodVolumeAvailable<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("k8s.pod.volume.available")
        .description("Current Kubernetes pod volume available in bytes, by k8s.volume.name.")
        .attributes::<PodVolumeAvailable>();

/// [`k8s.pod.volume.capacity`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodvolumecapacity): an up-down counter in `By`, in development.
pub const POD_VOLUME_CAPACITY: Metric<UpDownCounter<i64, Bytes, PodVolumeCapacity<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("k8s.pod.volume.capacity")
        .description("Current Kubernetes pod volume capacity in bytes, by k8s.volume.name.")
        .attributes::<PodVolumeCapacity>();

/// [`k8s.pod.volume.inode.count`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodvolumeinodecount): an up-down counter in `{inode}`, in development.
pub const POD_VOLUME_INODE_COUNT: Metric<UpDownCounter<i64, unit::Inodes, PodVolumeInodeCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Inodes>()
        .name("k8s.pod.volume.inode.count")
        .description("Current number of Kubernetes pod volume inodes, by k8s.volume.name.")
        .attributes::<PodVolumeInodeCount>();

/// [`k8s.pod.volume.inode.free`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodvolumeinodefree): an up-down counter in `{inode}`, in development.
pub const POD_VOLUME_INODE_FREE: Metric<UpDownCounter<i64, unit::Inodes, PodVolumeInodeFree<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Inodes>()
        .name("k8s.pod.volume.inode.free")
        .description("Current number of inodes (Kubernetes pod volume inode free), by k8s.volume.name.")
        .attributes::<PodVolumeInodeFree>();

/// [`k8s.pod.volume.inode.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodvolumeinodeused): an up-down counter in `{inode}`, in development.
pub const POD_VOLUME_INODE_USED: Metric<UpDownCounter<i64, unit::Inodes, PodVolumeInodeUsed<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Inodes>()
        .name("k8s.pod.volume.inode.used")
        .description("Current number of inodes (Kubernetes pod volume inode used), by k8s.volume.name.")
        .attributes::<PodVolumeInodeUsed>();

/// [`k8s.pod.volume.usage`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8spodvolumeusage): an up-down counter in `By`, in development.
pub const POD_VOLUME_USAGE: Metric<UpDownCounter<i64, Bytes, PodVolumeUsage<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("k8s.pod.volume.usage")
        .description("Current Kubernetes pod volume usage in bytes, by k8s.volume.name.")
        .attributes::<PodVolumeUsage>();

/// [`k8s.replicaset.pod.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sreplicasetpodavailable): an up-down counter in `{pod}`, in development.
pub const REPLICASET_POD_AVAILABLE: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.replicaset.pod.available")
    .description("Current number of pods (Kubernetes replicaset pod available).");

/// [`k8s.replicaset.pod.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sreplicasetpoddesired): an up-down counter in `{pod}`, in development.
pub const REPLICASET_POD_DESIRED: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.replicaset.pod.desired")
    .description("Current number of pods (Kubernetes replicaset pod desired).");

/// [`k8s.replicationcontroller.pod.available`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sreplicationcontrollerpodavailable): an up-down counter in `{pod}`, in development.
pub const REPLICATIONCONTROLLER_POD_AVAILABLE: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.replicationcontroller.pod.available")
    .description("Current number of pods (Kubernetes replicationcontroller pod available).");

/// [`k8s.replicationcontroller.pod.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sreplicationcontrollerpoddesired): an up-down counter in `{pod}`, in development.
pub const REPLICATIONCONTROLLER_POD_DESIRED: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.replicationcontroller.pod.desired")
    .description("Current number of pods (Kubernetes replicationcontroller pod desired).");

/// [`k8s.resourcequota.cpu.limit.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotacpulimithard): an up-down counter in `{cpu}`, in development.
pub const RESOURCEQUOTA_CPU_LIMIT_HARD: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.resourcequota.cpu.limit.hard")
    .description("Current number of CPUs (Kubernetes resourcequota CPU limit hard).");

/// [`k8s.resourcequota.cpu.limit.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotacpulimitused): an up-down counter in `{cpu}`, in development.
pub const RESOURCEQUOTA_CPU_LIMIT_USED: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.resourcequota.cpu.limit.used")
    .description("Current number of CPUs (Kubernetes resourcequota CPU limit used).");

/// [`k8s.resourcequota.cpu.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotacpurequesthard): an up-down counter in `{cpu}`, in development.
pub const RESOURCEQUOTA_CPU_REQUEST_HARD: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.resourcequota.cpu.request.hard")
    .description("Current number of CPUs (Kubernetes resourcequota CPU request hard).");

/// [`k8s.resourcequota.cpu.request.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotacpurequestused): an up-down counter in `{cpu}`, in development.
pub const RESOURCEQUOTA_CPU_REQUEST_USED: Metric<UpDownCounter<f64, unit::Cpus>> = Meter::up_down_counter::<f64>()
    .unit::<unit::Cpus>()
    .name("k8s.resourcequota.cpu.request.used")
    .description("Current number of CPUs (Kubernetes resourcequota CPU request used).");

/// [`k8s.resourcequota.ephemeral_storage.limit.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotaephemeral_storagelimithard): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_EPHEMERAL_STORAGE_LIMIT_HARD: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("k8s.resourcequota.ephemeral_storage.limit.hard")
        .description("Current Kubernetes resourcequota ephemeral storage limit hard in bytes.");

/// [`k8s.resourcequota.ephemeral_storage.limit.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotaephemeral_storagelimitused): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_EPHEMERAL_STORAGE_LIMIT_USED: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("k8s.resourcequota.ephemeral_storage.limit.used")
        .description("Current Kubernetes resourcequota ephemeral storage limit used in bytes.");

/// [`k8s.resourcequota.ephemeral_storage.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotaephemeral_storagerequesthard): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_EPHEMERAL_STORAGE_REQUEST_HARD: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("k8s.resourcequota.ephemeral_storage.request.hard")
        .description("Current Kubernetes resourcequota ephemeral storage request hard in bytes.");

/// [`k8s.resourcequota.ephemeral_storage.request.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotaephemeral_storagerequestused): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_EPHEMERAL_STORAGE_REQUEST_USED: Metric<UpDownCounter<i64, Bytes>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("k8s.resourcequota.ephemeral_storage.request.used")
        .description("Current Kubernetes resourcequota ephemeral storage request used in bytes.");

/// [`k8s.resourcequota.hugepage_count.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotahugepage_countrequesthard): an up-down counter in `{hugepage}`, in development.
pub const RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_HARD: Metric<
    UpDownCounter<i64, unit::Hugepages, ResourcequotaHugepageCountRequestHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Hugepages>()
    .name("k8s.resourcequota.hugepage_count.request.hard")
    .description(
        "Current number of hugepages (Kubernetes resourcequota hugepage count request hard), by k8s.hugepage.size.",
    )
    .attributes::<ResourcequotaHugepageCountRequestHard>();

/// [`k8s.resourcequota.hugepage_count.request.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotahugepage_countrequestused): an up-down counter in `{hugepage}`, in development.
pub const RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_USED: Metric<
    UpDownCounter<i64, unit::Hugepages, ResourcequotaHugepageCountRequestUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Hugepages>()
    .name("k8s.resourcequota.hugepage_count.request.used")
    .description(
        "Current number of hugepages (Kubernetes resourcequota hugepage count request used), by k8s.hugepage.size.",
    )
    .attributes::<ResourcequotaHugepageCountRequestUsed>();

/// [`k8s.resourcequota.memory.limit.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotamemorylimithard): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_MEMORY_LIMIT_HARD: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.resourcequota.memory.limit.hard")
    .description("Current Kubernetes resourcequota memory limit hard in bytes.");

/// [`k8s.resourcequota.memory.limit.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotamemorylimitused): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_MEMORY_LIMIT_USED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.resourcequota.memory.limit.used")
    .description("Current Kubernetes resourcequota memory limit used in bytes.");

/// [`k8s.resourcequota.memory.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotamemoryrequesthard): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_MEMORY_REQUEST_HARD: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.resourcequota.memory.request.hard")
    .description("Current Kubernetes resourcequota memory request hard in bytes.");

/// [`k8s.resourcequota.memory.request.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotamemoryrequestused): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_MEMORY_REQUEST_USED: Metric<UpDownCounter<i64, Bytes>> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.resourcequota.memory.request.used")
    .description("Current Kubernetes resourcequota memory request used in bytes.");

/// [`k8s.resourcequota.object_count.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotaobject_counthard): an up-down counter in `{object}`, in development.
pub const RESOURCEQUOTA_OBJECT_COUNT_HARD: Metric<
    UpDownCounter<i64, unit::Objects, ResourcequotaObjectCountHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Objects>()
    .name("k8s.resourcequota.object_count.hard")
    .description(
        "Current number of objects (Kubernetes resourcequota object count hard), by k8s.resourcequota.resource_name.",
    )
    .attributes::<ResourcequotaObjectCountHard>();

/// [`k8s.resourcequota.object_count.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotaobject_countused): an up-down counter in `{object}`, in development.
pub const RESOURCEQUOTA_OBJECT_COUNT_USED: Metric<
    UpDownCounter<i64, unit::Objects, ResourcequotaObjectCountUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Objects>()
    .name("k8s.resourcequota.object_count.used")
    .description(
        "Current number of objects (Kubernetes resourcequota object count used), by k8s.resourcequota.resource_name.",
    )
    .attributes::<ResourcequotaObjectCountUsed>();

/// [`k8s.resourcequota.persistentvolumeclaim_count.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotapersistentvolumeclaim_counthard): an up-down counter in `{persistentvolumeclaim}`, in development.
pub const RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD: Metric<
    UpDownCounter<i64, unit::Persistentvolumeclaims, ResourcequotaPersistentvolumeclaimCountHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Persistentvolumeclaims>()
    .name("k8s.resourcequota.persistentvolumeclaim_count.hard")
    .description(
        "Current number of persistentvolumeclaims (Kubernetes resourcequota persistentvolumeclaim count hard).",
    )
    .attributes::<ResourcequotaPersistentvolumeclaimCountHard>();

/// [`k8s.resourcequota.persistentvolumeclaim_count.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotapersistentvolumeclaim_countused): an up-down counter in `{persistentvolumeclaim}`, in development.
pub const RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED: Metric<
    UpDownCounter<i64, unit::Persistentvolumeclaims, ResourcequotaPersistentvolumeclaimCountUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<unit::Persistentvolumeclaims>()
    .name("k8s.resourcequota.persistentvolumeclaim_count.used")
    .description(
        "Current number of persistentvolumeclaims (Kubernetes resourcequota persistentvolumeclaim count used).",
    )
    .attributes::<ResourcequotaPersistentvolumeclaimCountUsed>();

/// [`k8s.resourcequota.storage.request.hard`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotastoragerequesthard): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_STORAGE_REQUEST_HARD: Metric<
    UpDownCounter<i64, Bytes, ResourcequotaStorageRequestHard<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.resourcequota.storage.request.hard")
    .description("Current Kubernetes resourcequota storage request hard in bytes.")
    .attributes::<ResourcequotaStorageRequestHard>();

/// [`k8s.resourcequota.storage.request.used`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sresourcequotastoragerequestused): an up-down counter in `By`, in development.
pub const RESOURCEQUOTA_STORAGE_REQUEST_USED: Metric<
    UpDownCounter<i64, Bytes, ResourcequotaStorageRequestUsed<'static>>,
> = Meter::up_down_counter::<i64>()
    .unit::<Bytes>()
    .name("k8s.resourcequota.storage.request.used")
    .description("Current Kubernetes resourcequota storage request used in bytes.")
    .attributes::<ResourcequotaStorageRequestUsed>();

/// [`k8s.service.endpoint.count`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sserviceendpointcount): a gauge in `{endpoint}`, in development.
pub const SERVICE_ENDPOINT_COUNT: Metric<Gauge<i64, unit::Endpoints, ServiceEndpointCount<'static>>> =
Meter::gauge::<i64>().unit::<unit::Endpoints>().name("k8s.service.endpoint.count").description("Last known number of Kubernetes service endpoints, by k8s.service.endpoint.address_type and k8s.service.endpoint.condition.").attributes::<ServiceEndpointCount>();

/// [`k8s.service.load_balancer.ingress.count`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sserviceload_balanceringresscount): a gauge in `{ingress}`, in development.
pub const SERVICE_LOAD_BALANCER_INGRESS_COUNT: Metric<Gauge<i64, unit::Ingresses>> = Meter::gauge::<i64>()
    .unit::<unit::Ingresses>()
    .name("k8s.service.load_balancer.ingress.count")
    .description("Last known number of Kubernetes service load balancer ingresses.");

/// [`k8s.statefulset.pod.current`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sstatefulsetpodcurrent): an up-down counter in `{pod}`, in development.
pub const STATEFULSET_POD_CURRENT: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.statefulset.pod.current")
    .description("Current number of pods (Kubernetes statefulset pod current).");

/// [`k8s.statefulset.pod.desired`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sstatefulsetpoddesired): an up-down counter in `{pod}`, in development.
pub const STATEFULSET_POD_DESIRED: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.statefulset.pod.desired")
    .description("Current number of pods (Kubernetes statefulset pod desired).");

/// [`k8s.statefulset.pod.ready`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sstatefulsetpodready): an up-down counter in `{pod}`, in development.
pub const STATEFULSET_POD_READY: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.statefulset.pod.ready")
    .description("Current number of pods (Kubernetes statefulset pod ready).");

/// [`k8s.statefulset.pod.updated`](https://opentelemetry.io/docs/specs/semconv/system/k8s-metrics/#metric-k8sstatefulsetpodupdated): an up-down counter in `{pod}`, in development.
pub const STATEFULSET_POD_UPDATED: Metric<UpDownCounter<i64, unit::Pods>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Pods>()
    .name("k8s.statefulset.pod.updated")
    .description("Current number of pods (Kubernetes statefulset pod updated).");

/// The attributes of [`CONTAINER_EPHEMERAL_STORAGE_USAGE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ContainerEphemeralStorageUsage<'a> {
    /// `k8s.container.ephemeral_storage.fs_type`, required.
    #[attribute(key = "k8s.container.ephemeral_storage.fs_type")]
    pub fs_type: k8s::ContainerEphemeralStorageFsType<'a>,
}

impl<'a> ContainerEphemeralStorageUsage<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(fs_type: k8s::ContainerEphemeralStorageFsType<'a>) -> Self {
        Self { fs_type }
    }
}

/// The attributes of [`CONTAINER_STATUS_REASON`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ContainerStatusReason<'a> {
    /// `k8s.container.status.reason`, required.
    #[attribute(key = "k8s.container.status.reason")]
    pub status_reason: k8s::ContainerStatusReason<'a>,
}

impl<'a> ContainerStatusReason<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(status_reason: k8s::ContainerStatusReason<'a>) -> Self {
        Self { status_reason }
    }
}

/// The attributes of [`CONTAINER_STATUS_STATE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ContainerStatusState<'a> {
    /// `k8s.container.status.state`, required.
    #[attribute(key = "k8s.container.status.state")]
    pub status_state: k8s::ContainerStatusState<'a>,
}

impl<'a> ContainerStatusState<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(status_state: k8s::ContainerStatusState<'a>) -> Self {
        Self { status_state }
    }
}

/// The attributes of [`HPA_METRIC_TARGET_CPU_AVERAGE_UTILIZATION`], [`HPA_METRIC_TARGET_CPU_AVERAGE_VALUE`] and [`HPA_METRIC_TARGET_CPU_VALUE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "k8s")]
#[non_exhaustive]
pub struct HpaMetricTargetCpuAverageUtilization<'a> {
    /// `k8s.container.name`, conditionally required.
    #[attribute(key = "container.name")]
    pub container_name: Option<&'a str>,
    /// `k8s.hpa.metric.type`, recommended.
    #[attribute(key = "hpa.metric.type")]
    pub metric_type: Option<&'a str>,
}

impl<'a> HpaMetricTargetCpuAverageUtilization<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { container_name: None, metric_type: None }
    }

    /// With `k8s.container.name`.
    #[must_use]
    pub const fn container_name(mut self, container_name: &'a str) -> Self {
        self.container_name = Some(container_name);
        self
    }

    /// With `k8s.hpa.metric.type`.
    #[must_use]
    pub const fn metric_type(mut self, metric_type: &'a str) -> Self {
        self.metric_type = Some(metric_type);
        self
    }
}

/// The same attributes as of [`HpaMetricTargetCpuAverageUtilization`].
pub type HpaMetricTargetCpuAverageValue<'a> = HpaMetricTargetCpuAverageUtilization<'a>;

/// The same attributes as of [`HpaMetricTargetCpuAverageUtilization`].
pub type HpaMetricTargetCpuValue<'a> = HpaMetricTargetCpuAverageUtilization<'a>;

/// The attributes of [`NAMESPACE_PHASE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct NamespacePhase<'a> {
    /// `k8s.namespace.phase`, required.
    #[attribute(key = "k8s.namespace.phase")]
    pub phase: k8s::NamespacePhase<'a>,
}

impl<'a> NamespacePhase<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(phase: k8s::NamespacePhase<'a>) -> Self {
        Self { phase }
    }
}

/// The attributes of [`NODE_CONDITION_STATUS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "k8s.node.condition")]
#[non_exhaustive]
pub struct NodeConditionStatus<'a> {
    /// `k8s.node.condition.status`, required.
    #[attribute(key = "status")]
    pub condition_status: k8s::NodeConditionStatus<'a>,
    /// `k8s.node.condition.type`, required.
    #[attribute(key = "type")]
    pub condition_type: k8s::NodeConditionType<'a>,
}

impl<'a> NodeConditionStatus<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(
        condition_status: k8s::NodeConditionStatus<'a>,
        condition_type: k8s::NodeConditionType<'a>,
    ) -> Self {
        Self { condition_status, condition_type }
    }
}

/// The attributes of [`NODE_NETWORK_ERRORS`], [`NODE_NETWORK_IO`], [`POD_NETWORK_ERRORS`] and [`POD_NETWORK_IO`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "network")]
#[non_exhaustive]
pub struct NodeNetworkErrors<'a> {
    /// `network.interface.name`, recommended.
    #[attribute(key = "interface.name")]
    pub interface_name: Option<&'a str>,
    /// `network.io.direction`, recommended.
    #[attribute(key = "io.direction")]
    pub direction: Option<network::IoDirection<'a>>,
}

impl<'a> NodeNetworkErrors<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { interface_name: None, direction: None }
    }

    /// With `network.interface.name`.
    #[must_use]
    pub const fn interface_name(mut self, interface_name: &'a str) -> Self {
        self.interface_name = Some(interface_name);
        self
    }

    /// With `network.io.direction`.
    #[must_use]
    pub const fn direction(mut self, direction: network::IoDirection<'a>) -> Self {
        self.direction = Some(direction);
        self
    }
}

/// The same attributes as of [`NodeNetworkErrors`].
pub type NodeNetworkIo<'a> = NodeNetworkErrors<'a>;

/// The same attributes as of [`NodeNetworkErrors`].
pub type PodNetworkErrors<'a> = NodeNetworkErrors<'a>;

/// The same attributes as of [`NodeNetworkErrors`].
pub type PodNetworkIo<'a> = NodeNetworkErrors<'a>;

/// The attributes of [`NODE_PAGING_FAULTS`] and [`POD_PAGING_FAULTS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct NodePagingFaults<'a> {
    /// `system.paging.fault.type`, recommended.
    #[attribute(key = "system.paging.fault.type")]
    pub fault_type: Option<system::PagingFaultType<'a>>,
}

impl<'a> NodePagingFaults<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { fault_type: None }
    }

    /// With `system.paging.fault.type`.
    #[must_use]
    pub const fn fault_type(mut self, fault_type: system::PagingFaultType<'a>) -> Self {
        self.fault_type = Some(fault_type);
        self
    }
}

/// The same attributes as of [`NodePagingFaults`].
pub type PodPagingFaults<'a> = NodePagingFaults<'a>;

/// The attributes of [`PERSISTENTVOLUME_STATUS_PHASE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct PersistentvolumeStatusPhase<'a> {
    /// `k8s.persistentvolume.status.phase`, required.
    #[attribute(key = "k8s.persistentvolume.status.phase")]
    pub phase: k8s::PersistentvolumeStatusPhase<'a>,
}

impl<'a> PersistentvolumeStatusPhase<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(phase: k8s::PersistentvolumeStatusPhase<'a>) -> Self {
        Self { phase }
    }
}

/// The attributes of [`PERSISTENTVOLUMECLAIM_STATUS_PHASE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct PersistentvolumeclaimStatusPhase<'a> {
    /// `k8s.persistentvolumeclaim.status.phase`, required.
    #[attribute(key = "k8s.persistentvolumeclaim.status.phase")]
    pub phase: k8s::PersistentvolumeclaimStatusPhase<'a>,
}

impl<'a> PersistentvolumeclaimStatusPhase<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(phase: k8s::PersistentvolumeclaimStatusPhase<'a>) -> Self {
        Self { phase }
    }
}

/// The attributes of [`POD_STATUS_PHASE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct PodStatusPhase<'a> {
    /// `k8s.pod.status.phase`, required.
    #[attribute(key = "k8s.pod.status.phase")]
    pub phase: k8s::PodStatusPhase<'a>,
}

impl<'a> PodStatusPhase<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(phase: k8s::PodStatusPhase<'a>) -> Self {
        Self { phase }
    }
}

/// The attributes of [`POD_STATUS_REASON`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct PodStatusReason<'a> {
    /// `k8s.pod.status.reason`, required.
    #[attribute(key = "k8s.pod.status.reason")]
    pub status_reason: k8s::PodStatusReason<'a>,
}

impl<'a> PodStatusReason<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(status_reason: k8s::PodStatusReason<'a>) -> Self {
        Self { status_reason }
    }
}

/// The attributes of [`POD_VOLUME_AVAILABLE`], [`POD_VOLUME_CAPACITY`], [`POD_VOLUME_INODE_COUNT`], [`POD_VOLUME_INODE_FREE`], [`POD_VOLUME_INODE_USED`] and [`POD_VOLUME_USAGE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "k8s.volume")]
#[non_exhaustive]
pub struct PodVolumeAvailable<'a> {
    /// `k8s.volume.name`, required.
    #[attribute(key = "name")]
    pub volume_name: &'a str,
    /// `k8s.volume.type`, recommended.
    #[attribute(key = "type")]
    pub volume_type: Option<k8s::VolumeType<'a>>,
}

impl<'a> PodVolumeAvailable<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(volume_name: &'a str) -> Self {
        Self { volume_name, volume_type: None }
    }

    /// With `k8s.volume.type`.
    #[must_use]
    pub const fn volume_type(mut self, volume_type: k8s::VolumeType<'a>) -> Self {
        self.volume_type = Some(volume_type);
        self
    }
}

/// The same attributes as of [`PodVolumeAvailable`].
pub type PodVolumeCapacity<'a> = PodVolumeAvailable<'a>;

/// The same attributes as of [`PodVolumeAvailable`].
pub type PodVolumeInodeCount<'a> = PodVolumeAvailable<'a>;

/// The same attributes as of [`PodVolumeAvailable`].
pub type PodVolumeInodeFree<'a> = PodVolumeAvailable<'a>;

/// The same attributes as of [`PodVolumeAvailable`].
pub type PodVolumeInodeUsed<'a> = PodVolumeAvailable<'a>;

/// The same attributes as of [`PodVolumeAvailable`].
pub type PodVolumeUsage<'a> = PodVolumeAvailable<'a>;

/// The attributes of [`RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_HARD`] and [`RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_USED`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ResourcequotaHugepageCountRequestHard<'a> {
    /// `k8s.hugepage.size`, required.
    #[attribute(key = "k8s.hugepage.size")]
    pub hugepage_size: &'a str,
}

impl<'a> ResourcequotaHugepageCountRequestHard<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(hugepage_size: &'a str) -> Self {
        Self { hugepage_size }
    }
}

/// The same attributes as of [`ResourcequotaHugepageCountRequestHard`].
pub type ResourcequotaHugepageCountRequestUsed<'a> = ResourcequotaHugepageCountRequestHard<'a>;

/// The attributes of [`RESOURCEQUOTA_OBJECT_COUNT_HARD`] and [`RESOURCEQUOTA_OBJECT_COUNT_USED`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ResourcequotaObjectCountHard<'a> {
    /// `k8s.resourcequota.resource_name`, required.
    #[attribute(key = "k8s.resourcequota.resource_name")]
    pub resource_name: &'a str,
}

impl<'a> ResourcequotaObjectCountHard<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(resource_name: &'a str) -> Self {
        Self { resource_name }
    }
}

/// The same attributes as of [`ResourcequotaObjectCountHard`].
pub type ResourcequotaObjectCountUsed<'a> = ResourcequotaObjectCountHard<'a>;

/// The attributes of [`RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD`], [`RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED`], [`RESOURCEQUOTA_STORAGE_REQUEST_HARD`] and [`RESOURCEQUOTA_STORAGE_REQUEST_USED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct ResourcequotaPersistentvolumeclaimCountHard<'a> {
    /// `k8s.storageclass.name`, conditionally required.
    #[attribute(key = "k8s.storageclass.name")]
    pub storageclass_name: Option<&'a str>,
}

impl<'a> ResourcequotaPersistentvolumeclaimCountHard<'a> {
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

/// The same attributes as of [`ResourcequotaPersistentvolumeclaimCountHard`].
pub type ResourcequotaPersistentvolumeclaimCountUsed<'a> = ResourcequotaPersistentvolumeclaimCountHard<'a>;

/// The same attributes as of [`ResourcequotaPersistentvolumeclaimCountHard`].
pub type ResourcequotaStorageRequestHard<'a> = ResourcequotaPersistentvolumeclaimCountHard<'a>;

/// The same attributes as of [`ResourcequotaPersistentvolumeclaimCountHard`].
pub type ResourcequotaStorageRequestUsed<'a> = ResourcequotaPersistentvolumeclaimCountHard<'a>;

/// The attributes of [`SERVICE_ENDPOINT_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "k8s.service.endpoint")]
#[non_exhaustive]
pub struct ServiceEndpointCount<'a> {
    /// `k8s.service.endpoint.address_type`, required.
    pub address_type: k8s::ServiceEndpointAddressType<'a>,
    /// `k8s.service.endpoint.condition`, required.
    pub condition: k8s::ServiceEndpointCondition<'a>,
    /// `k8s.service.endpoint.zone`, recommended.
    pub zone: Option<&'a str>,
}

impl<'a> ServiceEndpointCount<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(
        address_type: k8s::ServiceEndpointAddressType<'a>,
        condition: k8s::ServiceEndpointCondition<'a>,
    ) -> Self {
        Self { address_type, condition, zone: None }
    }

    /// With `k8s.service.endpoint.zone`.
    #[must_use]
    pub const fn zone(mut self, zone: &'a str) -> Self {
        self.zone = Some(zone);
        self
    }
}
