// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! What the metrics count.

meterstick::unit! {
    /// `{allocation}`.
    pub Allocations = "{allocation}";
    /// `{assembly}`.
    pub Assemblies = "{assembly}";
    /// `{attempt}`.
    pub Attempts = "{attempt}";
    /// `{authrefresh}`.
    pub Authrefreshes = "{authrefresh}";
    /// `{buffer}`.
    pub Buffers = "{buffer}";
    /// `{challenge}`.
    pub Challenges = "{challenge}";
    /// `{change}`.
    pub Changes = "{change}";
    /// `{class}`.
    pub Classes = "{class}";
    /// `{client}`.
    pub Clients = "{client}";
    /// `{coldstart}`.
    pub Coldstarts = "{coldstart}";
    /// `{collection}`.
    pub Collections = "{collection}";
    /// `{connection}`.
    pub Connections = "{connection}";
    /// `{container}`.
    pub Containers = "{container}";
    /// `{contention}`.
    pub Contentions = "{contention}";
    /// `{context_switch}`.
    pub ContextSwitches = "{context_switch}";
    /// `{contributor}`.
    pub Contributors = "{contributor}";
    /// `{count}`.
    pub Counts = "{count}";
    /// `{cpu}`.
    pub Cpus = "{cpu}";
    /// `{data_point}`.
    pub DataPoints = "{data_point}";
    /// `{endpoint}`.
    pub Endpoints = "{endpoint}";
    /// `{error}`.
    pub Errors = "{error}";
    /// `{exception}`.
    pub Exceptions = "{exception}";
    /// `{fault}`.
    pub Faults = "{fault}";
    /// `{fh}`.
    pub Fhs = "{fh}";
    /// `{file_descriptor}`.
    pub FileDescriptors = "{file_descriptor}";
    /// `{forbid}`.
    pub Forbids = "{forbid}";
    /// `{gc_cycle}`.
    pub GcCycles = "{gc_cycle}";
    /// `{goroutine}`.
    pub Goroutines = "{goroutine}";
    /// `{handle}`.
    pub Handles = "{handle}";
    /// `{handshake}`.
    pub Handshakes = "{handshake}";
    /// `{hugepage}`.
    pub Hugepages = "{hugepage}";
    /// `{ingress}`.
    pub Ingresses = "{ingress}";
    /// `{inode}`.
    pub Inodes = "{inode}";
    /// `{instance}`.
    pub Instances = "{instance}";
    /// `{invocation}`.
    pub Invocations = "{invocation}";
    /// `{job}`.
    pub Jobs = "{job}";
    /// `{line}`.
    pub Lines = "{line}";
    /// `{lock}`.
    pub Locks = "{lock}";
    /// `{log_record}`.
    pub LogRecords = "{log_record}";
    /// `{match_attempt}`.
    pub MatchAttempts = "{match_attempt}";
    /// `{message}`.
    pub Messages = "{message}";
    /// `{method}`.
    pub Methods = "{method}";
    /// `{namespace}`.
    pub Namespaces = "{namespace}";
    /// `{node}`.
    pub Nodes = "{node}";
    /// `{object}`.
    pub Objects = "{object}";
    /// `{operation}`.
    pub Operations = "{operation}";
    /// `{packet}`.
    pub Packets = "{packet}";
    /// `{page}`.
    pub Pages = "{page}";
    /// `{persistentvolumeclaim}`.
    pub Persistentvolumeclaims = "{persistentvolumeclaim}";
    /// `{persistentvolume}`.
    pub Persistentvolumes = "{persistentvolume}";
    /// `{pod}`.
    pub Pods = "{pod}";
    /// `{procedure}`.
    pub Procedures = "{procedure}";
    /// `{process}`.
    pub Processes = "{process}";
    /// `{record}`.
    pub Records = "{record}";
    /// `{ref}`.
    pub Refs = "{ref}";
    /// `{repository}`.
    pub Repositories = "{repository}";
    /// `{request_unit}`.
    pub RequestUnits = "{request_unit}";
    /// `{request}`.
    pub Requests = "{request}";
    /// `{resource}`.
    pub Resources = "{resource}";
    /// `{restart}`.
    pub Restarts = "{restart}";
    /// `{retransmit}`.
    pub Retransmits = "{retransmit}";
    /// `{revision}`.
    pub Revisions = "{revision}";
    /// `{row}`.
    pub Rows = "{row}";
    /// `{run_queue_item}`.
    pub RunQueueItems = "{run_queue_item}";
    /// `{run}`.
    pub Runs = "{run}";
    /// `{sign_in}`.
    pub SignIns = "{sign_in}";
    /// `{sign_out}`.
    pub SignOuts = "{sign_out}";
    /// `{signal}`.
    pub Signals = "{signal}";
    /// `{span}`.
    pub Spans = "{span}";
    /// `{thread}`.
    pub Threads = "{thread}";
    /// `{timeout}`.
    pub Timeouts = "{timeout}";
    /// `{timer}`.
    pub Timers = "{timer}";
    /// `{work_item}`.
    pub WorkItems = "{work_item}";
    /// `{worker}`.
    pub Workers = "{worker}"
}
