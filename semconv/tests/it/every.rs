// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! Every constant, with one measurement of the attributes that are required.

use meterstick::unit::*;
use meterstick_semconv::*;

use crate::one::One;

pub fn every() -> Vec<One> {
    use crate::one::{observable, one};
    vec![
        one!(aspnetcore::AUTHENTICATION_AUTHENTICATE_DURATION.record(
            Seconds(1.0),
            aspnetcore::AuthenticationAuthenticateDuration::new(attribute::aspnetcore::AuthenticationResult::Success)
        )),
        observable!(
            aspnetcore::AUTHENTICATION_CHALLENGES.add(unit::Challenges(1), aspnetcore::AuthenticationChallenges::new())
        ),
        observable!(aspnetcore::AUTHENTICATION_FORBIDS.add(unit::Forbids(1), aspnetcore::AuthenticationForbids::new())),
        observable!(
            aspnetcore::AUTHENTICATION_SIGN_INS.add(unit::SignIns(1), aspnetcore::AuthenticationSignIns::new())
        ),
        observable!(
            aspnetcore::AUTHENTICATION_SIGN_OUTS.add(unit::SignOuts(1), aspnetcore::AuthenticationSignOuts::new())
        ),
        observable!(
            aspnetcore::AUTHORIZATION_ATTEMPTS.add(unit::Attempts(1), aspnetcore::AuthorizationAttempts::new(true))
        ),
        observable!(aspnetcore::DIAGNOSTICS_EXCEPTIONS.add(
            unit::Exceptions(1),
            aspnetcore::DiagnosticsExceptions::new(
                attribute::aspnetcore::DiagnosticsExceptionResult::Handled,
                attribute::error::Type::Other
            )
        )),
        one!(aspnetcore::IDENTITY_SIGN_IN_AUTHENTICATE_DURATION.record(
            Seconds(1),
            aspnetcore::IdentitySignInAuthenticateDuration::new(
                "aspnetcore.authentication.scheme",
                attribute::aspnetcore::IdentitySignInType::Password,
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_CHECK_PASSWORD_ATTEMPTS.add(
            unit::Attempts(1),
            aspnetcore::IdentitySignInCheckPasswordAttempts::new("aspnetcore.identity.user_type")
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_SIGN_INS.add(
            unit::SignIns(1),
            aspnetcore::IdentitySignInSignIns::new("aspnetcore.authentication.scheme", "aspnetcore.identity.user_type")
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_SIGN_OUTS.add(
            unit::SignOuts(1),
            aspnetcore::IdentitySignInSignOuts::new(
                "aspnetcore.authentication.scheme",
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_FORGOTTEN.add(
            unit::Clients(1),
            aspnetcore::IdentitySignInTwoFactorClientsForgotten::new(
                "aspnetcore.authentication.scheme",
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_REMEMBERED.add(
            unit::Clients(1),
            aspnetcore::IdentitySignInTwoFactorClientsRemembered::new(
                "aspnetcore.authentication.scheme",
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_USER_CHECK_PASSWORD_ATTEMPTS.add(
            unit::Attempts(1),
            aspnetcore::IdentityUserCheckPasswordAttempts::new("aspnetcore.identity.user_type")
        )),
        one!(
            aspnetcore::IDENTITY_USER_CREATE_DURATION
                .record(Seconds(1), aspnetcore::IdentityUserCreateDuration::new("aspnetcore.identity.user_type"))
        ),
        one!(
            aspnetcore::IDENTITY_USER_DELETE_DURATION
                .record(Seconds(1), aspnetcore::IdentityUserDeleteDuration::new("aspnetcore.identity.user_type"))
        ),
        observable!(aspnetcore::IDENTITY_USER_GENERATED_TOKENS.add(
            unit::Counts(1),
            aspnetcore::IdentityUserGeneratedTokens::new(
                attribute::aspnetcore::IdentityTokenPurpose::ResetPassword,
                "aspnetcore.identity.user_type"
            )
        )),
        one!(aspnetcore::IDENTITY_USER_UPDATE_DURATION.record(
            Seconds(1),
            aspnetcore::IdentityUserUpdateDuration::new(
                attribute::aspnetcore::IdentityUserUpdateType::Update,
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_USER_VERIFY_TOKEN_ATTEMPTS.add(
            unit::Attempts(1),
            aspnetcore::IdentityUserVerifyTokenAttempts::new(
                attribute::aspnetcore::IdentityTokenPurpose::ResetPassword,
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::MEMORY_POOL_ALLOCATED.add(Bytes(1), aspnetcore::MemoryPoolAllocated::new())),
        observable!(aspnetcore::MEMORY_POOL_EVICTED.add(Bytes(1), aspnetcore::MemoryPoolEvicted::new())),
        observable!(aspnetcore::MEMORY_POOL_POOLED.add(Bytes(1), aspnetcore::MemoryPoolPooled::new())),
        observable!(aspnetcore::MEMORY_POOL_RENTED.add(Bytes(1), aspnetcore::MemoryPoolRented::new())),
        observable!(
            aspnetcore::RATE_LIMITING_ACTIVE_REQUEST_LEASES
                .add(unit::Requests(1), aspnetcore::RateLimitingActiveRequestLeases::new())
        ),
        observable!(
            aspnetcore::RATE_LIMITING_QUEUED_REQUESTS
                .add(unit::Requests(1), aspnetcore::RateLimitingQueuedRequests::new())
        ),
        one!(aspnetcore::RATE_LIMITING_REQUEST_TIME_IN_QUEUE.record(
            Seconds(1.0),
            aspnetcore::RateLimitingRequestTimeInQueue::new(attribute::aspnetcore::RateLimitingResult::Acquired)
        )),
        one!(
            aspnetcore::RATE_LIMITING_REQUEST_LEASE_DURATION
                .record(Seconds(1.0), aspnetcore::RateLimitingRequestLeaseDuration::new())
        ),
        observable!(aspnetcore::RATE_LIMITING_REQUESTS.add(
            unit::Requests(1),
            aspnetcore::RateLimitingRequests::new(attribute::aspnetcore::RateLimitingResult::Acquired)
        )),
        observable!(aspnetcore::ROUTING_MATCH_ATTEMPTS.add(
            unit::MatchAttempts(1),
            aspnetcore::RoutingMatchAttempts::new(attribute::aspnetcore::RoutingMatchStatus::Success)
        )),
        observable!(
            azure::COSMOSDB_CLIENT_ACTIVE_INSTANCE_COUNT
                .add(unit::Instances(1), azure::CosmosdbClientActiveInstanceCount::new())
        ),
        one!(
            azure::COSMOSDB_CLIENT_OPERATION_REQUEST_CHARGE
                .record(unit::RequestUnits(1.0), azure::CosmosdbClientOperationRequestCharge::new("db.operation.name"))
        ),
        observable!(cicd::PIPELINE_RUN_ACTIVE.add(
            unit::Runs(1),
            cicd::PipelineRunActive::new("cicd.pipeline.name", attribute::cicd::PipelineRunState::Pending)
        )),
        one!(cicd::PIPELINE_RUN_DURATION.record(
            Seconds(1.0),
            cicd::PipelineRunDuration::new("cicd.pipeline.name", attribute::cicd::PipelineRunState::Pending)
        )),
        observable!(
            cicd::PIPELINE_RUN_ERRORS.add(
                unit::Errors(1),
                cicd::PipelineRunErrors::new("cicd.pipeline.name", attribute::error::Type::Other)
            )
        ),
        observable!(
            cicd::SYSTEM_ERRORS
                .add(unit::Errors(1), cicd::SystemErrors::new("cicd.system.component", attribute::error::Type::Other))
        ),
        observable!(
            cicd::WORKER_COUNT.add(unit::Workers(1), cicd::WorkerCount::new(attribute::cicd::WorkerState::Available))
        ),
        observable!(container::CPU_TIME.add(Seconds(1.0), container::CpuTime::new())),
        observable!(container::CPU_USAGE.record(unit::Cpus(1.0), container::CpuUsage::new())),
        observable!(container::DISK_IO.add(Bytes(1), container::DiskIo::new())),
        observable!(container::FILESYSTEM_AVAILABLE.add(Bytes(1))),
        observable!(container::FILESYSTEM_CAPACITY.add(Bytes(1))),
        observable!(container::FILESYSTEM_USAGE.add(Bytes(1))),
        observable!(container::MEMORY_AVAILABLE.add(Bytes(1))),
        observable!(container::MEMORY_RSS.add(Bytes(1))),
        observable!(container::MEMORY_USAGE.add(Bytes(1))),
        observable!(container::MEMORY_WORKING_SET.add(Bytes(1))),
        observable!(container::NETWORK_IO.add(Bytes(1), container::NetworkIo::new())),
        observable!(container::PAGING_FAULTS.add(unit::Faults(1), container::PagingFaults::new())),
        observable!(container::UPTIME.record(Seconds(1.0))),
        observable!(
            cpython::GC_COLLECTED_OBJECTS
                .add(unit::Objects(1), cpython::GcCollectedObjects::new(attribute::cpython::GcGeneration::Generation0))
        ),
        observable!(
            cpython::GC_COLLECTIONS
                .add(unit::Collections(1), cpython::GcCollections::new(attribute::cpython::GcGeneration::Generation0))
        ),
        observable!(cpython::GC_UNCOLLECTABLE_OBJECTS.add(
            unit::Objects(1),
            cpython::GcUncollectableObjects::new(attribute::cpython::GcGeneration::Generation0)
        )),
        observable!(db::CLIENT_CONNECTION_COUNT.add(
            unit::Connections(1),
            db::ClientConnectionCount::new(
                "db.client.connection.pool.name",
                attribute::db::ClientConnectionState::Idle
            )
        )),
        one!(
            db::CLIENT_CONNECTION_CREATE_TIME
                .record(Seconds(1.0), db::ClientConnectionCreateTime::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_IDLE_MAX
                .add(unit::Connections(1), db::ClientConnectionIdleMax::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_IDLE_MIN
                .add(unit::Connections(1), db::ClientConnectionIdleMin::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_MAX
                .add(unit::Connections(1), db::ClientConnectionMax::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_PENDING_REQUESTS
                .add(unit::Requests(1), db::ClientConnectionPendingRequests::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_TIMEOUTS
                .add(unit::Timeouts(1), db::ClientConnectionTimeouts::new("db.client.connection.pool.name"))
        ),
        one!(
            db::CLIENT_CONNECTION_USE_TIME
                .record(Seconds(1.0), db::ClientConnectionUseTime::new("db.client.connection.pool.name"))
        ),
        one!(
            db::CLIENT_CONNECTION_WAIT_TIME
                .record(Seconds(1.0), db::ClientConnectionWaitTime::new("db.client.connection.pool.name"))
        ),
        one!(
            db::CLIENT_OPERATION_DURATION
                .record(Seconds(1.0), db::ClientOperationDuration::new(attribute::db::SystemName::OtherSql))
        ),
        one!(
            db::CLIENT_RESPONSE_RETURNED_ROWS
                .record(unit::Rows(1), db::ClientResponseReturnedRows::new(attribute::db::SystemName::OtherSql))
        ),
        one!(dns::LOOKUP_DURATION.record(Seconds(1.0), dns::LookupDuration::new("dns.question.name"))),
        observable!(dotnet::ASSEMBLY_COUNT.add(unit::Assemblies(1))),
        observable!(
            dotnet::EXCEPTIONS.add(unit::Exceptions(1), dotnet::Exceptions::new(attribute::error::Type::Other))
        ),
        observable!(
            dotnet::GC_COLLECTIONS
                .add(unit::Collections(1), dotnet::GcCollections::new(attribute::dotnet::GcHeapGeneration::Gen0))
        ),
        observable!(dotnet::GC_HEAP_TOTAL_ALLOCATED.add(Bytes(1))),
        observable!(dotnet::GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE.add(
            Bytes(1),
            dotnet::GcLastCollectionHeapFragmentationSize::new(attribute::dotnet::GcHeapGeneration::Gen0)
        )),
        observable!(
            dotnet::GC_LAST_COLLECTION_HEAP_SIZE
                .add(Bytes(1), dotnet::GcLastCollectionHeapSize::new(attribute::dotnet::GcHeapGeneration::Gen0))
        ),
        observable!(dotnet::GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE.add(Bytes(1))),
        observable!(dotnet::GC_PAUSE_TIME.add(Seconds(1.0))),
        observable!(dotnet::JIT_COMPILATION_TIME.add(Seconds(1.0))),
        observable!(dotnet::JIT_COMPILED_IL_SIZE.add(Bytes(1))),
        observable!(dotnet::JIT_COMPILED_METHODS.add(unit::Methods(1))),
        observable!(dotnet::MONITOR_LOCK_CONTENTIONS.add(unit::Contentions(1))),
        observable!(dotnet::PROCESS_CPU_COUNT.add(unit::Cpus(1))),
        observable!(
            dotnet::PROCESS_CPU_TIME.add(Seconds(1.0), dotnet::ProcessCpuTime::new(attribute::cpu::Mode::User))
        ),
        observable!(dotnet::PROCESS_MEMORY_WORKING_SET.add(Bytes(1))),
        observable!(dotnet::THREAD_POOL_QUEUE_LENGTH.add(unit::WorkItems(1))),
        observable!(dotnet::THREAD_POOL_THREAD_COUNT.add(unit::Threads(1))),
        observable!(dotnet::THREAD_POOL_WORK_ITEM_COUNT.add(unit::WorkItems(1))),
        observable!(dotnet::TIMER_COUNT.add(unit::Timers(1))),
        observable!(faas::COLDSTARTS.add(unit::Coldstarts(1), faas::Coldstarts::new())),
        one!(faas::CPU_USAGE.record(Seconds(1.0), faas::CpuUsage::new())),
        observable!(faas::ERRORS.add(unit::Errors(1), faas::Errors::new())),
        one!(faas::INIT_DURATION.record(Seconds(1.0), faas::InitDuration::new())),
        observable!(faas::INVOCATIONS.add(unit::Invocations(1), faas::Invocations::new())),
        one!(faas::INVOKE_DURATION.record(Seconds(1.0), faas::InvokeDuration::new())),
        one!(faas::MEM_USAGE.record(Bytes(1), faas::MemUsage::new())),
        one!(faas::NET_IO.record(Bytes(1), faas::NetIo::new())),
        observable!(faas::TIMEOUTS.add(unit::Timeouts(1), faas::Timeouts::new())),
        observable!(go::CONFIG_GOGC.add(unit::PercentagePoints(1.0))),
        observable!(go::CPU_TIME.add(Seconds(1.0), go::CpuTime::new(attribute::go::CpuState::User))),
        observable!(go::GOROUTINE_COUNT.add(unit::Goroutines(1))),
        observable!(go::MEMORY_ALLOCATED.add(Bytes(1))),
        observable!(go::MEMORY_ALLOCATIONS.add(unit::Allocations(1))),
        observable!(go::MEMORY_GC_CYCLES.add(unit::GcCycles(1))),
        observable!(go::MEMORY_GC_GOAL.add(Bytes(1))),
        one!(go::MEMORY_GC_PAUSE_DURATION.record(Seconds(1.0))),
        observable!(go::MEMORY_LIMIT.add(Bytes(1))),
        observable!(go::MEMORY_USED.add(Bytes(1), go::MemoryUsed::new())),
        observable!(go::PROCESSOR_LIMIT.add(unit::Threads(1))),
        one!(go::SCHEDULE_DURATION.record(Seconds(1.0))),
        observable!(
            http::CLIENT_ACTIVE_REQUESTS.add(unit::Requests(1), http::ClientActiveRequests::new("server.address", 1))
        ),
        one!(
            http::CLIENT_CONNECTION_DURATION
                .record(Seconds(1.0), http::ClientConnectionDuration::new("server.address", 1))
        ),
        observable!(http::CLIENT_OPEN_CONNECTIONS.add(
            unit::Connections(1),
            http::ClientOpenConnections::new(attribute::http::ConnectionState::Active, "server.address", 1)
        )),
        one!(http::CLIENT_REQUEST_BODY_SIZE.record(
            Bytes(1),
            http::ClientRequestBodySize::new(attribute::http::RequestMethod::Connect, "server.address", 1)
        )),
        one!(http::CLIENT_REQUEST_DURATION.record(
            Seconds(1.0),
            http::ClientRequestDuration::new(attribute::http::RequestMethod::Connect, "server.address", 1)
        )),
        one!(http::CLIENT_RESPONSE_BODY_SIZE.record(
            Bytes(1),
            http::ClientResponseBodySize::new(attribute::http::RequestMethod::Connect, "server.address", 1)
        )),
        observable!(http::SERVER_ACTIVE_REQUESTS.add(
            unit::Requests(1),
            http::ServerActiveRequests::new(attribute::http::RequestMethod::Connect, "url.scheme")
        )),
        one!(
            http::SERVER_REQUEST_BODY_SIZE.record(
                Bytes(1),
                http::ServerRequestBodySize::new(attribute::http::RequestMethod::Connect, "url.scheme")
            )
        ),
        one!(http::SERVER_REQUEST_DURATION.record(
            Seconds(1.0),
            http::ServerRequestDuration::new(attribute::http::RequestMethod::Connect, "url.scheme")
        )),
        one!(http::SERVER_RESPONSE_BODY_SIZE.record(
            Bytes(1),
            http::ServerResponseBodySize::new(attribute::http::RequestMethod::Connect, "url.scheme")
        )),
        observable!(hw::BATTERY_CHARGE.record(One(1.0), hw::BatteryCharge::new("hw.id"))),
        observable!(hw::BATTERY_CHARGE_LIMIT.record(One(1.0), hw::BatteryChargeLimit::new("hw.id"))),
        observable!(
            hw::BATTERY_TIME_LEFT
                .record(Seconds(1.0), hw::BatteryTimeLeft::new("hw.id", attribute::hw::State::Degraded))
        ),
        observable!(hw::CPU_SPEED.record(Hertz(1), hw::CpuSpeed::new("hw.id"))),
        observable!(hw::CPU_SPEED_LIMIT.record(Hertz(1), hw::CpuSpeedLimit::new("hw.id"))),
        observable!(hw::ENERGY.add(Joules(1.0), hw::Energy::new("hw.id", attribute::hw::Type::Battery))),
        observable!(hw::ERRORS.add(unit::Errors(1), hw::Errors::new("hw.id", attribute::hw::Type::Battery))),
        observable!(hw::FAN_SPEED.record(unit::RevolutionsPerMinute(1), hw::FanSpeed::new("hw.id"))),
        observable!(hw::FAN_SPEED_LIMIT.record(unit::RevolutionsPerMinute(1), hw::FanSpeedLimit::new("hw.id"))),
        observable!(hw::FAN_SPEED_RATIO.record(One(1.0), hw::FanSpeedRatio::new("hw.id"))),
        observable!(hw::GPU_IO.add(Bytes(1), hw::GpuIo::new("hw.id", attribute::network::IoDirection::Transmit))),
        observable!(hw::GPU_MEMORY_LIMIT.add(Bytes(1), hw::GpuMemoryLimit::new("hw.id"))),
        observable!(hw::GPU_MEMORY_USAGE.add(Bytes(1), hw::GpuMemoryUsage::new("hw.id"))),
        observable!(hw::GPU_MEMORY_UTILIZATION.record(One(1.0), hw::GpuMemoryUtilization::new("hw.id"))),
        observable!(hw::GPU_UTILIZATION.record(One(1.0), hw::GpuUtilization::new("hw.id"))),
        observable!(hw::HOST_AMBIENT_TEMPERATURE.record(Celsius(1.0), hw::HostAmbientTemperature::new("hw.id"))),
        observable!(hw::HOST_ENERGY.add(Joules(1), hw::HostEnergy::new("hw.id"))),
        observable!(hw::HOST_HEATING_MARGIN.record(Celsius(1.0), hw::HostHeatingMargin::new("hw.id"))),
        observable!(hw::HOST_POWER.record(Watts(1.0), hw::HostPower::new("hw.id"))),
        observable!(hw::LOGICAL_DISK_LIMIT.add(Bytes(1), hw::LogicalDiskLimit::new("hw.id"))),
        observable!(
            hw::LOGICAL_DISK_USAGE
                .add(Bytes(1), hw::LogicalDiskUsage::new("hw.id", attribute::hw::LogicalDiskState::Used))
        ),
        observable!(
            hw::LOGICAL_DISK_UTILIZATION
                .record(One(1.0), hw::LogicalDiskUtilization::new("hw.id", attribute::hw::LogicalDiskState::Used))
        ),
        observable!(hw::MEMORY_SIZE.add(Bytes(1), hw::MemorySize::new("hw.id"))),
        observable!(
            hw::NETWORK_BANDWIDTH_LIMIT
                .add(Quantity::<_, Per<Bytes, Seconds>>::new(1), hw::NetworkBandwidthLimit::new("hw.id"))
        ),
        observable!(hw::NETWORK_BANDWIDTH_UTILIZATION.record(One(1.0), hw::NetworkBandwidthUtilization::new("hw.id"))),
        observable!(
            hw::NETWORK_IO.add(Bytes(1), hw::NetworkIo::new("hw.id", attribute::network::IoDirection::Transmit))
        ),
        observable!(
            hw::NETWORK_PACKETS
                .add(unit::Packets(1), hw::NetworkPackets::new("hw.id", attribute::network::IoDirection::Transmit))
        ),
        observable!(hw::NETWORK_UP.add(One(1), hw::NetworkUp::new("hw.id"))),
        observable!(hw::PHYSICAL_DISK_ENDURANCE_UTILIZATION.record(
            One(1.0),
            hw::PhysicalDiskEnduranceUtilization::new("hw.id", attribute::hw::PhysicalDiskState::Remaining)
        )),
        observable!(hw::PHYSICAL_DISK_SIZE.add(Bytes(1), hw::PhysicalDiskSize::new("hw.id"))),
        observable!(hw::PHYSICAL_DISK_SMART.record(One(1), hw::PhysicalDiskSmart::new("hw.id"))),
        observable!(hw::POWER.record(Watts(1.0), hw::Power::new("hw.id", attribute::hw::Type::Battery))),
        observable!(hw::POWER_SUPPLY_LIMIT.add(Watts(1), hw::PowerSupplyLimit::new("hw.id"))),
        observable!(hw::POWER_SUPPLY_USAGE.add(Watts(1.0), hw::PowerSupplyUsage::new("hw.id"))),
        observable!(hw::POWER_SUPPLY_UTILIZATION.record(One(1.0), hw::PowerSupplyUtilization::new("hw.id"))),
        observable!(
            hw::STATUS
                .add(One(1), hw::Status::new("hw.id", attribute::hw::State::Degraded, attribute::hw::Type::Battery))
        ),
        observable!(hw::TAPE_DRIVE_OPERATIONS.add(unit::Operations(1), hw::TapeDriveOperations::new("hw.id"))),
        observable!(hw::TEMPERATURE.record(Celsius(1.0), hw::Temperature::new("hw.id"))),
        observable!(hw::TEMPERATURE_LIMIT.record(Celsius(1.0), hw::TemperatureLimit::new("hw.id"))),
        observable!(hw::VOLTAGE.record(Volts(1.0), hw::Voltage::new("hw.id"))),
        observable!(hw::VOLTAGE_LIMIT.record(Volts(1.0), hw::VoltageLimit::new("hw.id"))),
        observable!(hw::VOLTAGE_NOMINAL.record(Volts(1.0), hw::VoltageNominal::new("hw.id"))),
        observable!(jvm::BUFFER_COUNT.add(unit::Buffers(1), jvm::BufferCount::new())),
        observable!(jvm::BUFFER_MEMORY_LIMIT.add(Bytes(1), jvm::BufferMemoryLimit::new())),
        observable!(jvm::BUFFER_MEMORY_USED.add(Bytes(1), jvm::BufferMemoryUsed::new())),
        observable!(jvm::CLASS_COUNT.add(unit::Classes(1))),
        observable!(jvm::CLASS_LOADED.add(unit::Classes(1))),
        observable!(jvm::CLASS_UNLOADED.add(unit::Classes(1))),
        observable!(jvm::CPU_COUNT.add(unit::Cpus(1))),
        observable!(jvm::CPU_RECENT_UTILIZATION.record(One(1.0))),
        observable!(jvm::CPU_TIME.add(Seconds(1.0))),
        observable!(jvm::FILE_DESCRIPTOR_COUNT.add(unit::FileDescriptors(1))),
        observable!(jvm::FILE_DESCRIPTOR_LIMIT.add(unit::FileDescriptors(1))),
        one!(jvm::GC_DURATION.record(Seconds(1.0), jvm::GcDuration::new())),
        observable!(jvm::MEMORY_COMMITTED.add(Bytes(1), jvm::MemoryCommitted::new())),
        observable!(jvm::MEMORY_INIT.add(Bytes(1), jvm::MemoryInit::new())),
        observable!(jvm::MEMORY_LIMIT.add(Bytes(1), jvm::MemoryLimit::new())),
        observable!(jvm::MEMORY_USED.add(Bytes(1), jvm::MemoryUsed::new())),
        observable!(jvm::MEMORY_USED_AFTER_LAST_GC.add(Bytes(1), jvm::MemoryUsedAfterLastGc::new())),
        observable!(jvm::SYSTEM_CPU_LOAD_1M.record(unit::RunQueueItems(1.0))),
        observable!(jvm::SYSTEM_CPU_UTILIZATION.record(One(1.0))),
        observable!(jvm::THREAD_COUNT.add(unit::Threads(1), jvm::ThreadCount::new())),
        observable!(k8s::CONTAINER_CPU_LIMIT_CURRENT.add(unit::Cpus(1.0))),
        observable!(k8s::CONTAINER_CPU_LIMIT_DESIRED.add(unit::Cpus(1.0))),
        observable!(k8s::CONTAINER_CPU_LIMIT_UTILIZATION.record(One(1.0))),
        observable!(k8s::CONTAINER_CPU_REQUEST_CURRENT.add(unit::Cpus(1.0))),
        observable!(k8s::CONTAINER_CPU_REQUEST_DESIRED.add(unit::Cpus(1.0))),
        observable!(k8s::CONTAINER_CPU_REQUEST_UTILIZATION.record(One(1.0))),
        observable!(k8s::CONTAINER_EPHEMERAL_STORAGE_LIMIT.add(Bytes(1))),
        observable!(k8s::CONTAINER_EPHEMERAL_STORAGE_REQUEST.add(Bytes(1))),
        observable!(k8s::CONTAINER_EPHEMERAL_STORAGE_USAGE.add(
            Bytes(1),
            k8s::ContainerEphemeralStorageUsage::new(attribute::k8s::ContainerEphemeralStorageFsType::Rootfs)
        )),
        observable!(k8s::CONTAINER_MEMORY_LIMIT_CURRENT.add(Bytes(1))),
        observable!(k8s::CONTAINER_MEMORY_LIMIT_DESIRED.add(Bytes(1))),
        observable!(k8s::CONTAINER_MEMORY_REQUEST_CURRENT.add(Bytes(1))),
        observable!(k8s::CONTAINER_MEMORY_REQUEST_DESIRED.add(Bytes(1))),
        observable!(k8s::CONTAINER_READY.add(unit::Containers(1))),
        observable!(k8s::CONTAINER_RESTART_COUNT.add(unit::Restarts(1))),
        observable!(k8s::CONTAINER_STATUS_REASON.add(
            unit::Containers(1),
            k8s::ContainerStatusReason::new(attribute::k8s::ContainerStatusReason::ContainerCreating)
        )),
        observable!(k8s::CONTAINER_STATUS_STATE.add(
            unit::Containers(1),
            k8s::ContainerStatusState::new(attribute::k8s::ContainerStatusState::Terminated)
        )),
        observable!(k8s::CONTAINER_STORAGE_LIMIT.add(Bytes(1))),
        observable!(k8s::CONTAINER_STORAGE_REQUEST.add(Bytes(1))),
        observable!(k8s::CRONJOB_JOB_ACTIVE.add(unit::Jobs(1))),
        observable!(k8s::DAEMONSET_NODE_CURRENT_SCHEDULED.add(unit::Nodes(1))),
        observable!(k8s::DAEMONSET_NODE_DESIRED_SCHEDULED.add(unit::Nodes(1))),
        observable!(k8s::DAEMONSET_NODE_MISSCHEDULED.add(unit::Nodes(1))),
        observable!(k8s::DAEMONSET_NODE_READY.add(unit::Nodes(1))),
        observable!(k8s::DEPLOYMENT_POD_AVAILABLE.add(unit::Pods(1))),
        observable!(k8s::DEPLOYMENT_POD_DESIRED.add(unit::Pods(1))),
        observable!(
            k8s::HPA_METRIC_TARGET_CPU_AVERAGE_UTILIZATION
                .record(One(1.0), k8s::HpaMetricTargetCpuAverageUtilization::new())
        ),
        observable!(
            k8s::HPA_METRIC_TARGET_CPU_AVERAGE_VALUE.record(unit::Cpus(1), k8s::HpaMetricTargetCpuAverageValue::new())
        ),
        observable!(k8s::HPA_METRIC_TARGET_CPU_VALUE.record(unit::Cpus(1), k8s::HpaMetricTargetCpuValue::new())),
        observable!(k8s::HPA_POD_CURRENT.add(unit::Pods(1))),
        observable!(k8s::HPA_POD_DESIRED.add(unit::Pods(1))),
        observable!(k8s::HPA_POD_MAX.add(unit::Pods(1))),
        observable!(k8s::HPA_POD_MIN.add(unit::Pods(1))),
        observable!(k8s::JOB_POD_ACTIVE.add(unit::Pods(1))),
        observable!(k8s::JOB_POD_DESIRED_SUCCESSFUL.add(unit::Pods(1))),
        observable!(k8s::JOB_POD_FAILED.add(unit::Pods(1))),
        observable!(k8s::JOB_POD_MAX_PARALLEL.add(unit::Pods(1))),
        observable!(k8s::JOB_POD_SUCCESSFUL.add(unit::Pods(1))),
        observable!(
            k8s::NAMESPACE_PHASE
                .add(unit::Namespaces(1), k8s::NamespacePhase::new(attribute::k8s::NamespacePhase::Active))
        ),
        observable!(k8s::NODE_CONDITION_STATUS.add(
            unit::Nodes(1),
            k8s::NodeConditionStatus::new(
                attribute::k8s::NodeConditionStatus::ConditionTrue,
                attribute::k8s::NodeConditionType::Ready
            )
        )),
        observable!(k8s::NODE_CPU_ALLOCATABLE.add(unit::Cpus(1.0))),
        observable!(k8s::NODE_CPU_TIME.add(Seconds(1.0))),
        observable!(k8s::NODE_CPU_USAGE.record(unit::Cpus(1.0))),
        observable!(k8s::NODE_EPHEMERAL_STORAGE_ALLOCATABLE.add(Bytes(1))),
        observable!(k8s::NODE_FILESYSTEM_AVAILABLE.add(Bytes(1))),
        observable!(k8s::NODE_FILESYSTEM_CAPACITY.add(Bytes(1))),
        observable!(k8s::NODE_FILESYSTEM_INODE_COUNT.add(unit::Inodes(1))),
        observable!(k8s::NODE_FILESYSTEM_INODE_FREE.add(unit::Inodes(1))),
        observable!(k8s::NODE_FILESYSTEM_USAGE.add(Bytes(1))),
        observable!(k8s::NODE_MEMORY_ALLOCATABLE.add(Bytes(1))),
        observable!(k8s::NODE_MEMORY_AVAILABLE.add(Bytes(1))),
        observable!(k8s::NODE_MEMORY_RSS.add(Bytes(1))),
        observable!(k8s::NODE_MEMORY_USAGE.add(Bytes(1))),
        observable!(k8s::NODE_MEMORY_WORKING_SET.add(Bytes(1))),
        observable!(k8s::NODE_NETWORK_ERRORS.add(unit::Errors(1), k8s::NodeNetworkErrors::new())),
        observable!(k8s::NODE_NETWORK_IO.add(Bytes(1), k8s::NodeNetworkIo::new())),
        observable!(k8s::NODE_PAGING_FAULTS.add(unit::Faults(1), k8s::NodePagingFaults::new())),
        observable!(k8s::NODE_POD_ALLOCATABLE.add(unit::Pods(1))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_CPU_TIME.add(Seconds(1.0))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_CPU_USAGE.record(unit::Cpus(1.0))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_MEMORY_USAGE.add(Bytes(1))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_MEMORY_WORKING_SET.add(Bytes(1))),
        observable!(k8s::NODE_UPTIME.record(Seconds(1.0))),
        observable!(k8s::PERSISTENTVOLUME_STATUS_PHASE.add(
            unit::Persistentvolumes(1),
            k8s::PersistentvolumeStatusPhase::new(attribute::k8s::PersistentvolumeStatusPhase::Available)
        )),
        observable!(k8s::PERSISTENTVOLUME_STORAGE_CAPACITY.add(Bytes(1))),
        observable!(k8s::PERSISTENTVOLUMECLAIM_STATUS_PHASE.add(
            unit::Persistentvolumeclaims(1),
            k8s::PersistentvolumeclaimStatusPhase::new(attribute::k8s::PersistentvolumeclaimStatusPhase::Bound)
        )),
        observable!(k8s::PERSISTENTVOLUMECLAIM_STORAGE_CAPACITY.add(Bytes(1))),
        observable!(k8s::PERSISTENTVOLUMECLAIM_STORAGE_REQUEST.add(Bytes(1))),
        observable!(k8s::POD_CPU_TIME.add(Seconds(1.0))),
        observable!(k8s::POD_CPU_USAGE.record(unit::Cpus(1.0))),
        observable!(k8s::POD_FILESYSTEM_AVAILABLE.add(Bytes(1))),
        observable!(k8s::POD_FILESYSTEM_CAPACITY.add(Bytes(1))),
        observable!(k8s::POD_FILESYSTEM_USAGE.add(Bytes(1))),
        observable!(k8s::POD_MEMORY_AVAILABLE.add(Bytes(1))),
        observable!(k8s::POD_MEMORY_RSS.add(Bytes(1))),
        observable!(k8s::POD_MEMORY_USAGE.add(Bytes(1))),
        observable!(k8s::POD_MEMORY_WORKING_SET.add(Bytes(1))),
        observable!(k8s::POD_NETWORK_ERRORS.add(unit::Errors(1), k8s::PodNetworkErrors::new())),
        observable!(k8s::POD_NETWORK_IO.add(Bytes(1), k8s::PodNetworkIo::new())),
        observable!(k8s::POD_PAGING_FAULTS.add(unit::Faults(1), k8s::PodPagingFaults::new())),
        observable!(
            k8s::POD_STATUS_PHASE.add(unit::Pods(1), k8s::PodStatusPhase::new(attribute::k8s::PodStatusPhase::Pending))
        ),
        observable!(
            k8s::POD_STATUS_REASON
                .add(unit::Pods(1), k8s::PodStatusReason::new(attribute::k8s::PodStatusReason::Evicted))
        ),
        observable!(k8s::POD_UPTIME.record(Seconds(1.0))),
        observable!(k8s::POD_VOLUME_AVAILABLE.add(Bytes(1), k8s::PodVolumeAvailable::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_CAPACITY.add(Bytes(1), k8s::PodVolumeCapacity::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_INODE_COUNT.add(unit::Inodes(1), k8s::PodVolumeInodeCount::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_INODE_FREE.add(unit::Inodes(1), k8s::PodVolumeInodeFree::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_INODE_USED.add(unit::Inodes(1), k8s::PodVolumeInodeUsed::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_USAGE.add(Bytes(1), k8s::PodVolumeUsage::new("k8s.volume.name"))),
        observable!(k8s::REPLICASET_POD_AVAILABLE.add(unit::Pods(1))),
        observable!(k8s::REPLICASET_POD_DESIRED.add(unit::Pods(1))),
        observable!(k8s::REPLICATIONCONTROLLER_POD_AVAILABLE.add(unit::Pods(1))),
        observable!(k8s::REPLICATIONCONTROLLER_POD_DESIRED.add(unit::Pods(1))),
        observable!(k8s::RESOURCEQUOTA_CPU_LIMIT_HARD.add(unit::Cpus(1.0))),
        observable!(k8s::RESOURCEQUOTA_CPU_LIMIT_USED.add(unit::Cpus(1.0))),
        observable!(k8s::RESOURCEQUOTA_CPU_REQUEST_HARD.add(unit::Cpus(1.0))),
        observable!(k8s::RESOURCEQUOTA_CPU_REQUEST_USED.add(unit::Cpus(1.0))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_LIMIT_HARD.add(Bytes(1))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_LIMIT_USED.add(Bytes(1))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_REQUEST_HARD.add(Bytes(1))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_REQUEST_USED.add(Bytes(1))),
        observable!(
            k8s::RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_HARD
                .add(unit::Hugepages(1), k8s::ResourcequotaHugepageCountRequestHard::new("k8s.hugepage.size"))
        ),
        observable!(
            k8s::RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_USED
                .add(unit::Hugepages(1), k8s::ResourcequotaHugepageCountRequestUsed::new("k8s.hugepage.size"))
        ),
        observable!(k8s::RESOURCEQUOTA_MEMORY_LIMIT_HARD.add(Bytes(1))),
        observable!(k8s::RESOURCEQUOTA_MEMORY_LIMIT_USED.add(Bytes(1))),
        observable!(k8s::RESOURCEQUOTA_MEMORY_REQUEST_HARD.add(Bytes(1))),
        observable!(k8s::RESOURCEQUOTA_MEMORY_REQUEST_USED.add(Bytes(1))),
        observable!(
            k8s::RESOURCEQUOTA_OBJECT_COUNT_HARD
                .add(unit::Objects(1), k8s::ResourcequotaObjectCountHard::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            k8s::RESOURCEQUOTA_OBJECT_COUNT_USED
                .add(unit::Objects(1), k8s::ResourcequotaObjectCountUsed::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            k8s::RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD
                .add(unit::Persistentvolumeclaims(1), k8s::ResourcequotaPersistentvolumeclaimCountHard::new())
        ),
        observable!(
            k8s::RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED
                .add(unit::Persistentvolumeclaims(1), k8s::ResourcequotaPersistentvolumeclaimCountUsed::new())
        ),
        observable!(k8s::RESOURCEQUOTA_STORAGE_REQUEST_HARD.add(Bytes(1), k8s::ResourcequotaStorageRequestHard::new())),
        observable!(k8s::RESOURCEQUOTA_STORAGE_REQUEST_USED.add(Bytes(1), k8s::ResourcequotaStorageRequestUsed::new())),
        observable!(k8s::SERVICE_ENDPOINT_COUNT.record(
            unit::Endpoints(1),
            k8s::ServiceEndpointCount::new(
                attribute::k8s::ServiceEndpointAddressType::Ipv4,
                attribute::k8s::ServiceEndpointCondition::Ready
            )
        )),
        observable!(k8s::SERVICE_LOAD_BALANCER_INGRESS_COUNT.record(unit::Ingresses(1))),
        observable!(k8s::STATEFULSET_POD_CURRENT.add(unit::Pods(1))),
        observable!(k8s::STATEFULSET_POD_DESIRED.add(unit::Pods(1))),
        observable!(k8s::STATEFULSET_POD_READY.add(unit::Pods(1))),
        observable!(k8s::STATEFULSET_POD_UPDATED.add(unit::Pods(1))),
        observable!(kestrel::ACTIVE_CONNECTIONS.add(unit::Connections(1), kestrel::ActiveConnections::new())),
        observable!(kestrel::ACTIVE_TLS_HANDSHAKES.add(unit::Handshakes(1), kestrel::ActiveTlsHandshakes::new())),
        one!(kestrel::CONNECTION_DURATION.record(Seconds(1.0), kestrel::ConnectionDuration::new())),
        observable!(kestrel::QUEUED_CONNECTIONS.add(unit::Connections(1), kestrel::QueuedConnections::new())),
        observable!(kestrel::QUEUED_REQUESTS.add(unit::Requests(1), kestrel::QueuedRequests::new())),
        observable!(kestrel::REJECTED_CONNECTIONS.add(unit::Connections(1), kestrel::RejectedConnections::new())),
        one!(kestrel::TLS_HANDSHAKE_DURATION.record(Seconds(1.0), kestrel::TlsHandshakeDuration::new())),
        observable!(kestrel::UPGRADED_CONNECTIONS.add(unit::Connections(1), kestrel::UpgradedConnections::new())),
        observable!(messaging::CLIENT_CONSUMED_MESSAGES.add(
            unit::Messages(1),
            messaging::ClientConsumedMessages::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        one!(messaging::CLIENT_OPERATION_DURATION.record(
            Seconds(1.0),
            messaging::ClientOperationDuration::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        observable!(messaging::CLIENT_SENT_MESSAGES.add(
            unit::Messages(1),
            messaging::ClientSentMessages::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        one!(messaging::PROCESS_DURATION.record(
            Seconds(1.0),
            messaging::ProcessDuration::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        observable!(nfs::CLIENT_NET_COUNT.add(unit::Records(1), nfs::ClientNetCount::new())),
        observable!(nfs::CLIENT_NET_TCP_CONNECTION_ACCEPTED.add(unit::Connections(1))),
        observable!(nfs::CLIENT_OPERATION_COUNT.add(unit::Operations(1), nfs::ClientOperationCount::new())),
        observable!(nfs::CLIENT_PROCEDURE_COUNT.add(unit::Procedures(1), nfs::ClientProcedureCount::new())),
        observable!(nfs::CLIENT_RPC_AUTHREFRESH_COUNT.add(unit::Authrefreshes(1))),
        observable!(nfs::CLIENT_RPC_COUNT.add(unit::Requests(1))),
        observable!(nfs::CLIENT_RPC_RETRANSMIT_COUNT.add(unit::Retransmits(1))),
        observable!(nfs::SERVER_FH_STALE_COUNT.add(unit::Fhs(1))),
        observable!(nfs::SERVER_IO.add(Bytes(1), nfs::ServerIo::new())),
        observable!(nfs::SERVER_NET_COUNT.add(unit::Records(1), nfs::ServerNetCount::new())),
        observable!(nfs::SERVER_NET_TCP_CONNECTION_ACCEPTED.add(unit::Connections(1))),
        observable!(nfs::SERVER_OPERATION_COUNT.add(unit::Operations(1), nfs::ServerOperationCount::new())),
        observable!(nfs::SERVER_PROCEDURE_COUNT.add(unit::Procedures(1), nfs::ServerProcedureCount::new())),
        observable!(nfs::SERVER_REPCACHE_REQUESTS.add(unit::Requests(1), nfs::ServerRepcacheRequests::new())),
        observable!(nfs::SERVER_RPC_COUNT.add(unit::Requests(1), nfs::ServerRpcCount::new())),
        observable!(nfs::SERVER_THREAD_COUNT.add(unit::Threads(1))),
        observable!(nodejs::EVENTLOOP_DELAY_MAX.record(Seconds(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_MEAN.record(Seconds(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_MIN.record(Seconds(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_P50.record(Seconds(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_P90.record(Seconds(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_P99.record(Seconds(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_STDDEV.record(Seconds(1.0))),
        observable!(
            nodejs::EVENTLOOP_TIME
                .add(Seconds(1.0), nodejs::EventloopTime::new(attribute::nodejs::EventloopState::Active))
        ),
        observable!(nodejs::EVENTLOOP_UTILIZATION.record(One(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_LIMIT_HARD.add(unit::Cpus(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_LIMIT_USED.add(unit::Cpus(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_REQUEST_HARD.add(unit::Cpus(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_REQUEST_USED.add(unit::Cpus(1.0))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_LIMIT_HARD.add(Bytes(1))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_LIMIT_USED.add(Bytes(1))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_REQUEST_HARD.add(Bytes(1))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_REQUEST_USED.add(Bytes(1))),
        observable!(
            openshift::CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_HARD
                .add(unit::Hugepages(1), openshift::ClusterquotaHugepageCountRequestHard::new("k8s.hugepage.size"))
        ),
        observable!(
            openshift::CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_USED
                .add(unit::Hugepages(1), openshift::ClusterquotaHugepageCountRequestUsed::new("k8s.hugepage.size"))
        ),
        observable!(openshift::CLUSTERQUOTA_MEMORY_LIMIT_HARD.add(Bytes(1))),
        observable!(openshift::CLUSTERQUOTA_MEMORY_LIMIT_USED.add(Bytes(1))),
        observable!(openshift::CLUSTERQUOTA_MEMORY_REQUEST_HARD.add(Bytes(1))),
        observable!(openshift::CLUSTERQUOTA_MEMORY_REQUEST_USED.add(Bytes(1))),
        observable!(
            openshift::CLUSTERQUOTA_OBJECT_COUNT_HARD
                .add(unit::Objects(1), openshift::ClusterquotaObjectCountHard::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            openshift::CLUSTERQUOTA_OBJECT_COUNT_USED
                .add(unit::Objects(1), openshift::ClusterquotaObjectCountUsed::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            openshift::CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD
                .add(unit::Persistentvolumeclaims(1), openshift::ClusterquotaPersistentvolumeclaimCountHard::new())
        ),
        observable!(
            openshift::CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED
                .add(unit::Persistentvolumeclaims(1), openshift::ClusterquotaPersistentvolumeclaimCountUsed::new())
        ),
        observable!(
            openshift::CLUSTERQUOTA_STORAGE_REQUEST_HARD
                .add(Bytes(1), openshift::ClusterquotaStorageRequestHard::new())
        ),
        observable!(
            openshift::CLUSTERQUOTA_STORAGE_REQUEST_USED
                .add(Bytes(1), openshift::ClusterquotaStorageRequestUsed::new())
        ),
        observable!(otel::SDK_EXPORTER_LOG_EXPORTED.add(unit::LogRecords(1), otel::SdkExporterLogExported::new())),
        observable!(otel::SDK_EXPORTER_LOG_INFLIGHT.add(unit::LogRecords(1), otel::SdkExporterLogInflight::new())),
        observable!(
            otel::SDK_EXPORTER_METRIC_DATA_POINT_EXPORTED
                .add(unit::DataPoints(1), otel::SdkExporterMetricDataPointExported::new())
        ),
        observable!(
            otel::SDK_EXPORTER_METRIC_DATA_POINT_INFLIGHT
                .add(unit::DataPoints(1), otel::SdkExporterMetricDataPointInflight::new())
        ),
        one!(otel::SDK_EXPORTER_OPERATION_DURATION.record(Seconds(1.0), otel::SdkExporterOperationDuration::new())),
        observable!(otel::SDK_EXPORTER_SPAN_EXPORTED.add(unit::Spans(1), otel::SdkExporterSpanExported::new())),
        observable!(otel::SDK_EXPORTER_SPAN_INFLIGHT.add(unit::Spans(1), otel::SdkExporterSpanInflight::new())),
        observable!(otel::SDK_LOG_CREATED.add(unit::LogRecords(1))),
        one!(
            otel::SDK_METRIC_READER_COLLECTION_DURATION
                .record(Seconds(1.0), otel::SdkMetricReaderCollectionDuration::new())
        ),
        observable!(otel::SDK_PROCESSOR_LOG_PROCESSED.add(unit::LogRecords(1), otel::SdkProcessorLogProcessed::new())),
        observable!(
            otel::SDK_PROCESSOR_LOG_QUEUE_CAPACITY.add(unit::LogRecords(1), otel::SdkProcessorLogQueueCapacity::new())
        ),
        observable!(otel::SDK_PROCESSOR_LOG_QUEUE_SIZE.add(unit::LogRecords(1), otel::SdkProcessorLogQueueSize::new())),
        observable!(otel::SDK_PROCESSOR_SPAN_PROCESSED.add(unit::Spans(1), otel::SdkProcessorSpanProcessed::new())),
        observable!(
            otel::SDK_PROCESSOR_SPAN_QUEUE_CAPACITY.add(unit::Spans(1), otel::SdkProcessorSpanQueueCapacity::new())
        ),
        observable!(otel::SDK_PROCESSOR_SPAN_QUEUE_SIZE.add(unit::Spans(1), otel::SdkProcessorSpanQueueSize::new())),
        observable!(otel::SDK_SPAN_LIVE.add(unit::Spans(1), otel::SdkSpanLive::new())),
        observable!(otel::SDK_SPAN_STARTED.add(unit::Spans(1), otel::SdkSpanStarted::new())),
        observable!(process::CONTEXT_SWITCHES.add(
            unit::ContextSwitches(1),
            process::ContextSwitches::new(attribute::process::ContextSwitchType::Voluntary)
        )),
        observable!(process::CPU_TIME.add(Seconds(1.0), process::CpuTime::new(attribute::cpu::Mode::User))),
        observable!(
            process::CPU_UTILIZATION.record(One(1.0), process::CpuUtilization::new(attribute::cpu::Mode::User))
        ),
        observable!(process::DISK_IO.add(Bytes(1), process::DiskIo::new(attribute::disk::IoDirection::Read))),
        observable!(
            process::DISK_OPERATIONS
                .add(unit::Operations(1), process::DiskOperations::new(attribute::disk::IoDirection::Read))
        ),
        observable!(process::MEMORY_USAGE.add(Bytes(1))),
        observable!(process::MEMORY_UTILIZATION.record(One(1.0))),
        observable!(process::MEMORY_VIRTUAL.add(Bytes(1))),
        observable!(
            process::NETWORK_IO.add(Bytes(1), process::NetworkIo::new(attribute::network::IoDirection::Transmit))
        ),
        observable!(process::PAGING_FAULTS.add(unit::Faults(1), process::PagingFaults::new())),
        observable!(process::SIGNALS_PENDING.add(unit::Signals(1))),
        observable!(process::THREAD_COUNT.add(unit::Threads(1))),
        observable!(process::UNIX_FILE_DESCRIPTOR_COUNT.add(unit::FileDescriptors(1))),
        observable!(process::UPTIME.record(Seconds(1.0))),
        observable!(process::WINDOWS_HANDLE_COUNT.add(unit::Handles(1))),
        one!(
            rpc::CLIENT_CALL_DURATION
                .record(Seconds(1.0), rpc::ClientCallDuration::new(attribute::rpc::SystemName::Grpc))
        ),
        one!(
            rpc::SERVER_CALL_DURATION
                .record(Seconds(1.0), rpc::ServerCallDuration::new(attribute::rpc::SystemName::Grpc))
        ),
        observable!(
            signalr::SERVER_ACTIVE_CONNECTIONS.add(unit::Connections(1), signalr::ServerActiveConnections::new())
        ),
        one!(signalr::SERVER_CONNECTION_DURATION.record(Seconds(1.0), signalr::ServerConnectionDuration::new())),
        observable!(system::CPU_FREQUENCY.record(Hertz(1), system::CpuFrequency::new())),
        observable!(system::CPU_LOGICAL_COUNT.add(unit::Cpus(1))),
        observable!(system::CPU_PHYSICAL_COUNT.add(unit::Cpus(1))),
        observable!(system::CPU_TIME.add(Seconds(1.0), system::CpuTime::new())),
        observable!(system::CPU_UTILIZATION.record(One(1.0), system::CpuUtilization::new())),
        observable!(system::DISK_IO.add(Bytes(1), system::DiskIo::new())),
        observable!(system::DISK_IO_TIME.add(Seconds(1.0), system::DiskIoTime::new())),
        observable!(system::DISK_LIMIT.add(Bytes(1), system::DiskLimit::new())),
        observable!(system::DISK_MERGED.add(unit::Operations(1), system::DiskMerged::new())),
        observable!(system::DISK_OPERATION_TIME.add(Seconds(1.0), system::DiskOperationTime::new())),
        observable!(system::DISK_OPERATIONS.add(unit::Operations(1), system::DiskOperations::new())),
        observable!(system::FILESYSTEM_LIMIT.add(Bytes(1), system::FilesystemLimit::new())),
        observable!(system::FILESYSTEM_LOCK_COUNT.add(unit::Locks(1), system::FilesystemLockCount::new())),
        observable!(system::FILESYSTEM_USAGE.add(Bytes(1), system::FilesystemUsage::new())),
        observable!(system::FILESYSTEM_UTILIZATION.record(One(1.0), system::FilesystemUtilization::new())),
        observable!(system::MEMORY_LIMIT.add(Bytes(1))),
        observable!(system::MEMORY_LINUX_AVAILABLE.add(Bytes(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_LIMIT.add(unit::Pages(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_PAGE_SIZE.add(Bytes(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_RESERVED.add(unit::Pages(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_SURPLUS.add(unit::Pages(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_USAGE.add(unit::Pages(1), system::MemoryLinuxHugepagesUsage::new())),
        observable!(
            system::MEMORY_LINUX_HUGEPAGES_UTILIZATION.record(One(1.0), system::MemoryLinuxHugepagesUtilization::new())
        ),
        observable!(system::MEMORY_LINUX_SHARED.add(Bytes(1))),
        observable!(system::MEMORY_LINUX_SLAB_USAGE.add(Bytes(1), system::MemoryLinuxSlabUsage::new())),
        observable!(system::MEMORY_USAGE.add(Bytes(1), system::MemoryUsage::new())),
        observable!(system::MEMORY_UTILIZATION.record(One(1.0), system::MemoryUtilization::new())),
        observable!(system::NETWORK_CONNECTION_COUNT.add(unit::Connections(1), system::NetworkConnectionCount::new())),
        observable!(system::NETWORK_ERRORS.add(unit::Errors(1), system::NetworkErrors::new())),
        observable!(system::NETWORK_IO.add(Bytes(1), system::NetworkIo::new())),
        observable!(system::NETWORK_PACKET_COUNT.add(unit::Packets(1), system::NetworkPacketCount::new())),
        observable!(system::NETWORK_PACKET_DROPPED.add(unit::Packets(1), system::NetworkPacketDropped::new())),
        observable!(system::PAGING_FAULTS.add(unit::Faults(1), system::PagingFaults::new())),
        observable!(system::PAGING_OPERATIONS.add(unit::Operations(1), system::PagingOperations::new())),
        observable!(system::PAGING_USAGE.add(Bytes(1), system::PagingUsage::new())),
        observable!(system::PAGING_UTILIZATION.record(One(1.0), system::PagingUtilization::new())),
        observable!(system::PROCESS_COUNT.add(unit::Processes(1), system::ProcessCount::new())),
        observable!(system::PROCESS_CREATED.add(unit::Processes(1))),
        observable!(system::PROCESS_LIMIT.add(unit::Threads(1))),
        observable!(system::UPTIME.record(Seconds(1.0))),
        one!(v8js::GC_DURATION.record(Seconds(1.0), v8js::GcDuration::new(attribute::v8js::GcType::Major))),
        observable!(
            v8js::MEMORY_HEAP_SPACE_AVAILABLE_SIZE
                .add(Bytes(1), v8js::MemoryHeapSpaceAvailableSize::new(attribute::v8js::HeapSpaceName::NewSpace))
        ),
        observable!(
            v8js::MEMORY_HEAP_SPACE_PHYSICAL_SIZE
                .add(Bytes(1), v8js::MemoryHeapSpacePhysicalSize::new(attribute::v8js::HeapSpaceName::NewSpace))
        ),
        observable!(
            v8js::MEMORY_HEAP_SPACE_SIZE
                .add(Bytes(1), v8js::MemoryHeapSpaceSize::new(attribute::v8js::HeapSpaceName::NewSpace))
        ),
        observable!(
            v8js::MEMORY_HEAP_USED.add(Bytes(1), v8js::MemoryHeapUsed::new(attribute::v8js::HeapSpaceName::NewSpace))
        ),
        observable!(
            v8js::RESOURCE_ACTIVE
                .record(unit::Resources(1), v8js::ResourceActive::new(attribute::v8js::ResourceType::Immediate))
        ),
        observable!(vcs::CHANGE_COUNT.add(
            unit::Changes(1),
            vcs::ChangeCount::new(attribute::vcs::ChangeState::Open, "vcs.repository.url.full")
        )),
        observable!(vcs::CHANGE_DURATION.record(
            Seconds(1.0),
            vcs::ChangeDuration::new(attribute::vcs::ChangeState::Open, "vcs.ref.head.name", "vcs.repository.url.full")
        )),
        observable!(
            vcs::CHANGE_TIME_TO_APPROVAL
                .record(Seconds(1.0), vcs::ChangeTimeToApproval::new("vcs.ref.head.name", "vcs.repository.url.full"))
        ),
        observable!(
            vcs::CHANGE_TIME_TO_MERGE
                .record(Seconds(1.0), vcs::ChangeTimeToMerge::new("vcs.ref.head.name", "vcs.repository.url.full"))
        ),
        observable!(
            vcs::CONTRIBUTOR_COUNT.record(unit::Contributors(1), vcs::ContributorCount::new("vcs.repository.url.full"))
        ),
        observable!(
            vcs::REF_COUNT
                .add(unit::Refs(1), vcs::RefCount::new(attribute::vcs::RefType::Branch, "vcs.repository.url.full"))
        ),
        observable!(vcs::REF_LINES_DELTA.record(
            unit::Lines(1),
            vcs::RefLinesDelta::new(
                attribute::vcs::LineChangeType::Added,
                "vcs.ref.base.name",
                attribute::vcs::RefBaseType::Branch,
                "vcs.ref.head.name",
                attribute::vcs::RefHeadType::Branch,
                "vcs.repository.url.full"
            )
        )),
        observable!(vcs::REF_REVISIONS_DELTA.record(
            unit::Revisions(1),
            vcs::RefRevisionsDelta::new(
                "vcs.ref.base.name",
                attribute::vcs::RefBaseType::Branch,
                "vcs.ref.head.name",
                attribute::vcs::RefHeadType::Branch,
                "vcs.repository.url.full",
                attribute::vcs::RevisionDeltaDirection::Behind
            )
        )),
        observable!(vcs::REF_TIME.record(
            Seconds(1.0),
            vcs::RefTime::new("vcs.ref.head.name", attribute::vcs::RefHeadType::Branch, "vcs.repository.url.full")
        )),
        observable!(vcs::REPOSITORY_COUNT.add(unit::Repositories(1), vcs::RepositoryCount::new())),
    ]
}
