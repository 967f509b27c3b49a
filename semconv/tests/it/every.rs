// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! Every constant, with one measurement of the attributes that are required.

use meterstick::Quantity;
use meterstick_semconv::*;

use crate::one::One;

pub fn every() -> Vec<One> {
    use crate::one::{observable, one};
    vec![
        one!(aspnetcore::AUTHENTICATION_AUTHENTICATE_DURATION.record(
            Quantity::new(1.0),
            aspnetcore::AuthenticationAuthenticateDuration::new(attribute::aspnetcore::AuthenticationResult::Success)
        )),
        observable!(
            aspnetcore::AUTHENTICATION_CHALLENGES
                .add(Quantity::new(1), aspnetcore::AuthenticationChallenges::default())
        ),
        observable!(
            aspnetcore::AUTHENTICATION_FORBIDS.add(Quantity::new(1), aspnetcore::AuthenticationForbids::default())
        ),
        observable!(
            aspnetcore::AUTHENTICATION_SIGN_INS.add(Quantity::new(1), aspnetcore::AuthenticationSignIns::default())
        ),
        observable!(
            aspnetcore::AUTHENTICATION_SIGN_OUTS.add(Quantity::new(1), aspnetcore::AuthenticationSignOuts::default())
        ),
        observable!(
            aspnetcore::AUTHORIZATION_ATTEMPTS.add(Quantity::new(1), aspnetcore::AuthorizationAttempts::new(true))
        ),
        observable!(aspnetcore::DIAGNOSTICS_EXCEPTIONS.add(
            Quantity::new(1),
            aspnetcore::DiagnosticsExceptions::new(
                attribute::aspnetcore::DiagnosticsExceptionResult::Handled,
                attribute::error::Type::Other
            )
        )),
        one!(aspnetcore::IDENTITY_SIGN_IN_AUTHENTICATE_DURATION.record(
            Quantity::new(1),
            aspnetcore::IdentitySignInAuthenticateDuration::new(
                "aspnetcore.authentication.scheme",
                attribute::aspnetcore::IdentitySignInType::Password,
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_CHECK_PASSWORD_ATTEMPTS.add(
            Quantity::new(1),
            aspnetcore::IdentitySignInCheckPasswordAttempts::new("aspnetcore.identity.user_type")
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_SIGN_INS.add(
            Quantity::new(1),
            aspnetcore::IdentitySignInSignIns::new("aspnetcore.authentication.scheme", "aspnetcore.identity.user_type")
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_SIGN_OUTS.add(
            Quantity::new(1),
            aspnetcore::IdentitySignInSignOuts::new(
                "aspnetcore.authentication.scheme",
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_FORGOTTEN.add(
            Quantity::new(1),
            aspnetcore::IdentitySignInTwoFactorClientsForgotten::new(
                "aspnetcore.authentication.scheme",
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_REMEMBERED.add(
            Quantity::new(1),
            aspnetcore::IdentitySignInTwoFactorClientsRemembered::new(
                "aspnetcore.authentication.scheme",
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_USER_CHECK_PASSWORD_ATTEMPTS.add(
            Quantity::new(1),
            aspnetcore::IdentityUserCheckPasswordAttempts::new("aspnetcore.identity.user_type")
        )),
        one!(
            aspnetcore::IDENTITY_USER_CREATE_DURATION
                .record(Quantity::new(1), aspnetcore::IdentityUserCreateDuration::new("aspnetcore.identity.user_type"))
        ),
        one!(
            aspnetcore::IDENTITY_USER_DELETE_DURATION
                .record(Quantity::new(1), aspnetcore::IdentityUserDeleteDuration::new("aspnetcore.identity.user_type"))
        ),
        observable!(aspnetcore::IDENTITY_USER_GENERATED_TOKENS.add(
            Quantity::new(1),
            aspnetcore::IdentityUserGeneratedTokens::new(
                attribute::aspnetcore::IdentityTokenPurpose::ResetPassword,
                "aspnetcore.identity.user_type"
            )
        )),
        one!(aspnetcore::IDENTITY_USER_UPDATE_DURATION.record(
            Quantity::new(1),
            aspnetcore::IdentityUserUpdateDuration::new(
                attribute::aspnetcore::IdentityUserUpdateType::Update,
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(aspnetcore::IDENTITY_USER_VERIFY_TOKEN_ATTEMPTS.add(
            Quantity::new(1),
            aspnetcore::IdentityUserVerifyTokenAttempts::new(
                attribute::aspnetcore::IdentityTokenPurpose::ResetPassword,
                "aspnetcore.identity.user_type"
            )
        )),
        observable!(
            aspnetcore::MEMORY_POOL_ALLOCATED.add(Quantity::new(1), aspnetcore::MemoryPoolAllocated::default())
        ),
        observable!(aspnetcore::MEMORY_POOL_EVICTED.add(Quantity::new(1), aspnetcore::MemoryPoolEvicted::default())),
        observable!(aspnetcore::MEMORY_POOL_POOLED.add(Quantity::new(1), aspnetcore::MemoryPoolPooled::default())),
        observable!(aspnetcore::MEMORY_POOL_RENTED.add(Quantity::new(1), aspnetcore::MemoryPoolRented::default())),
        observable!(
            aspnetcore::RATE_LIMITING_ACTIVE_REQUEST_LEASES
                .add(Quantity::new(1), aspnetcore::RateLimitingActiveRequestLeases::default())
        ),
        observable!(
            aspnetcore::RATE_LIMITING_QUEUED_REQUESTS
                .add(Quantity::new(1), aspnetcore::RateLimitingQueuedRequests::default())
        ),
        one!(aspnetcore::RATE_LIMITING_REQUEST_TIME_IN_QUEUE.record(
            Quantity::new(1.0),
            aspnetcore::RateLimitingRequestTimeInQueue::new(attribute::aspnetcore::RateLimitingResult::Acquired)
        )),
        one!(
            aspnetcore::RATE_LIMITING_REQUEST_LEASE_DURATION
                .record(Quantity::new(1.0), aspnetcore::RateLimitingRequestLeaseDuration::default())
        ),
        observable!(aspnetcore::RATE_LIMITING_REQUESTS.add(
            Quantity::new(1),
            aspnetcore::RateLimitingRequests::new(attribute::aspnetcore::RateLimitingResult::Acquired)
        )),
        observable!(aspnetcore::ROUTING_MATCH_ATTEMPTS.add(
            Quantity::new(1),
            aspnetcore::RoutingMatchAttempts::new(attribute::aspnetcore::RoutingMatchStatus::Success)
        )),
        observable!(
            azure::COSMOSDB_CLIENT_ACTIVE_INSTANCE_COUNT
                .add(Quantity::new(1), azure::CosmosdbClientActiveInstanceCount::default())
        ),
        one!(
            azure::COSMOSDB_CLIENT_OPERATION_REQUEST_CHARGE
                .record(Quantity::new(1.0), azure::CosmosdbClientOperationRequestCharge::new("db.operation.name"))
        ),
        observable!(cicd::PIPELINE_RUN_ACTIVE.add(
            Quantity::new(1),
            cicd::PipelineRunActive::new("cicd.pipeline.name", attribute::cicd::PipelineRunState::Pending)
        )),
        one!(cicd::PIPELINE_RUN_DURATION.record(
            Quantity::new(1.0),
            cicd::PipelineRunDuration::new("cicd.pipeline.name", attribute::cicd::PipelineRunState::Pending)
        )),
        observable!(
            cicd::PIPELINE_RUN_ERRORS.add(
                Quantity::new(1),
                cicd::PipelineRunErrors::new("cicd.pipeline.name", attribute::error::Type::Other)
            )
        ),
        observable!(
            cicd::SYSTEM_ERRORS
                .add(Quantity::new(1), cicd::SystemErrors::new("cicd.system.component", attribute::error::Type::Other))
        ),
        observable!(
            cicd::WORKER_COUNT.add(Quantity::new(1), cicd::WorkerCount::new(attribute::cicd::WorkerState::Available))
        ),
        observable!(container::CPU_TIME.add(Quantity::new(1.0), container::CpuTime::default())),
        observable!(container::CPU_USAGE.record(Quantity::new(1.0), container::CpuUsage::default())),
        observable!(container::DISK_IO.add(Quantity::new(1), container::DiskIo::default())),
        observable!(container::FILESYSTEM_AVAILABLE.add(Quantity::new(1))),
        observable!(container::FILESYSTEM_CAPACITY.add(Quantity::new(1))),
        observable!(container::FILESYSTEM_USAGE.add(Quantity::new(1))),
        observable!(container::MEMORY_AVAILABLE.add(Quantity::new(1))),
        observable!(container::MEMORY_RSS.add(Quantity::new(1))),
        observable!(container::MEMORY_USAGE.add(Quantity::new(1))),
        observable!(container::MEMORY_WORKING_SET.add(Quantity::new(1))),
        observable!(container::NETWORK_IO.add(Quantity::new(1), container::NetworkIo::default())),
        observable!(container::PAGING_FAULTS.add(Quantity::new(1), container::PagingFaults::default())),
        observable!(container::UPTIME.record(Quantity::new(1.0))),
        observable!(
            cpython::GC_COLLECTED_OBJECTS
                .add(Quantity::new(1), cpython::GcCollectedObjects::new(attribute::cpython::GcGeneration::Generation0))
        ),
        observable!(
            cpython::GC_COLLECTIONS
                .add(Quantity::new(1), cpython::GcCollections::new(attribute::cpython::GcGeneration::Generation0))
        ),
        observable!(cpython::GC_UNCOLLECTABLE_OBJECTS.add(
            Quantity::new(1),
            cpython::GcUncollectableObjects::new(attribute::cpython::GcGeneration::Generation0)
        )),
        observable!(db::CLIENT_CONNECTION_COUNT.add(
            Quantity::new(1),
            db::ClientConnectionCount::new(
                "db.client.connection.pool.name",
                attribute::db::ClientConnectionState::Idle
            )
        )),
        one!(
            db::CLIENT_CONNECTION_CREATE_TIME
                .record(Quantity::new(1.0), db::ClientConnectionCreateTime::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_IDLE_MAX
                .add(Quantity::new(1), db::ClientConnectionIdleMax::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_IDLE_MIN
                .add(Quantity::new(1), db::ClientConnectionIdleMin::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_MAX
                .add(Quantity::new(1), db::ClientConnectionMax::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_PENDING_REQUESTS
                .add(Quantity::new(1), db::ClientConnectionPendingRequests::new("db.client.connection.pool.name"))
        ),
        observable!(
            db::CLIENT_CONNECTION_TIMEOUTS
                .add(Quantity::new(1), db::ClientConnectionTimeouts::new("db.client.connection.pool.name"))
        ),
        one!(
            db::CLIENT_CONNECTION_USE_TIME
                .record(Quantity::new(1.0), db::ClientConnectionUseTime::new("db.client.connection.pool.name"))
        ),
        one!(
            db::CLIENT_CONNECTION_WAIT_TIME
                .record(Quantity::new(1.0), db::ClientConnectionWaitTime::new("db.client.connection.pool.name"))
        ),
        one!(
            db::CLIENT_OPERATION_DURATION
                .record(Quantity::new(1.0), db::ClientOperationDuration::new(attribute::db::SystemName::OtherSql))
        ),
        one!(
            db::CLIENT_RESPONSE_RETURNED_ROWS
                .record(Quantity::new(1), db::ClientResponseReturnedRows::new(attribute::db::SystemName::OtherSql))
        ),
        one!(dns::LOOKUP_DURATION.record(Quantity::new(1.0), dns::LookupDuration::new("dns.question.name"))),
        observable!(dotnet::ASSEMBLY_COUNT.add(Quantity::new(1))),
        observable!(dotnet::EXCEPTIONS.add(Quantity::new(1), dotnet::Exceptions::new(attribute::error::Type::Other))),
        observable!(
            dotnet::GC_COLLECTIONS
                .add(Quantity::new(1), dotnet::GcCollections::new(attribute::dotnet::GcHeapGeneration::Gen0))
        ),
        observable!(dotnet::GC_HEAP_TOTAL_ALLOCATED.add(Quantity::new(1))),
        observable!(dotnet::GC_LAST_COLLECTION_HEAP_FRAGMENTATION_SIZE.add(
            Quantity::new(1),
            dotnet::GcLastCollectionHeapFragmentationSize::new(attribute::dotnet::GcHeapGeneration::Gen0)
        )),
        observable!(
            dotnet::GC_LAST_COLLECTION_HEAP_SIZE.add(
                Quantity::new(1),
                dotnet::GcLastCollectionHeapSize::new(attribute::dotnet::GcHeapGeneration::Gen0)
            )
        ),
        observable!(dotnet::GC_LAST_COLLECTION_MEMORY_COMMITTED_SIZE.add(Quantity::new(1))),
        observable!(dotnet::GC_PAUSE_TIME.add(Quantity::new(1.0))),
        observable!(dotnet::JIT_COMPILATION_TIME.add(Quantity::new(1.0))),
        observable!(dotnet::JIT_COMPILED_IL_SIZE.add(Quantity::new(1))),
        observable!(dotnet::JIT_COMPILED_METHODS.add(Quantity::new(1))),
        observable!(dotnet::MONITOR_LOCK_CONTENTIONS.add(Quantity::new(1))),
        observable!(dotnet::PROCESS_CPU_COUNT.add(Quantity::new(1))),
        observable!(
            dotnet::PROCESS_CPU_TIME.add(Quantity::new(1.0), dotnet::ProcessCpuTime::new(attribute::cpu::Mode::User))
        ),
        observable!(dotnet::PROCESS_MEMORY_WORKING_SET.add(Quantity::new(1))),
        observable!(dotnet::THREAD_POOL_QUEUE_LENGTH.add(Quantity::new(1))),
        observable!(dotnet::THREAD_POOL_THREAD_COUNT.add(Quantity::new(1))),
        observable!(dotnet::THREAD_POOL_WORK_ITEM_COUNT.add(Quantity::new(1))),
        observable!(dotnet::TIMER_COUNT.add(Quantity::new(1))),
        observable!(faas::COLDSTARTS.add(Quantity::new(1), faas::Coldstarts::default())),
        one!(faas::CPU_USAGE.record(Quantity::new(1.0), faas::CpuUsage::default())),
        observable!(faas::ERRORS.add(Quantity::new(1), faas::Errors::default())),
        one!(faas::INIT_DURATION.record(Quantity::new(1.0), faas::InitDuration::default())),
        observable!(faas::INVOCATIONS.add(Quantity::new(1), faas::Invocations::default())),
        one!(faas::INVOKE_DURATION.record(Quantity::new(1.0), faas::InvokeDuration::default())),
        one!(faas::MEM_USAGE.record(Quantity::new(1), faas::MemUsage::default())),
        one!(faas::NET_IO.record(Quantity::new(1), faas::NetIo::default())),
        observable!(faas::TIMEOUTS.add(Quantity::new(1), faas::Timeouts::default())),
        observable!(go::CONFIG_GOGC.add(Quantity::new(1.0))),
        observable!(go::CPU_TIME.add(Quantity::new(1.0), go::CpuTime::new(attribute::go::CpuState::User))),
        observable!(go::GOROUTINE_COUNT.add(Quantity::new(1))),
        observable!(go::MEMORY_ALLOCATED.add(Quantity::new(1))),
        observable!(go::MEMORY_ALLOCATIONS.add(Quantity::new(1))),
        observable!(go::MEMORY_GC_CYCLES.add(Quantity::new(1))),
        observable!(go::MEMORY_GC_GOAL.add(Quantity::new(1))),
        one!(go::MEMORY_GC_PAUSE_DURATION.record(Quantity::new(1.0))),
        observable!(go::MEMORY_LIMIT.add(Quantity::new(1))),
        observable!(go::MEMORY_USED.add(Quantity::new(1), go::MemoryUsed::default())),
        observable!(go::PROCESSOR_LIMIT.add(Quantity::new(1))),
        one!(go::SCHEDULE_DURATION.record(Quantity::new(1.0))),
        observable!(
            http::CLIENT_ACTIVE_REQUESTS.add(Quantity::new(1), http::ClientActiveRequests::new("server.address", 1))
        ),
        one!(
            http::CLIENT_CONNECTION_DURATION
                .record(Quantity::new(1.0), http::ClientConnectionDuration::new("server.address", 1))
        ),
        observable!(http::CLIENT_OPEN_CONNECTIONS.add(
            Quantity::new(1),
            http::ClientOpenConnections::new(attribute::http::ConnectionState::Active, "server.address", 1)
        )),
        one!(http::CLIENT_REQUEST_BODY_SIZE.record(
            Quantity::new(1),
            http::ClientRequestBodySize::new(attribute::http::RequestMethod::Connect, "server.address", 1)
        )),
        one!(http::CLIENT_REQUEST_DURATION.record(
            Quantity::new(1.0),
            http::ClientRequestDuration::new(attribute::http::RequestMethod::Connect, "server.address", 1)
        )),
        one!(http::CLIENT_RESPONSE_BODY_SIZE.record(
            Quantity::new(1),
            http::ClientResponseBodySize::new(attribute::http::RequestMethod::Connect, "server.address", 1)
        )),
        observable!(http::SERVER_ACTIVE_REQUESTS.add(
            Quantity::new(1),
            http::ServerActiveRequests::new(attribute::http::RequestMethod::Connect, "url.scheme")
        )),
        one!(http::SERVER_REQUEST_BODY_SIZE.record(
            Quantity::new(1),
            http::ServerRequestBodySize::new(attribute::http::RequestMethod::Connect, "url.scheme")
        )),
        one!(http::SERVER_REQUEST_DURATION.record(
            Quantity::new(1.0),
            http::ServerRequestDuration::new(attribute::http::RequestMethod::Connect, "url.scheme")
        )),
        one!(http::SERVER_RESPONSE_BODY_SIZE.record(
            Quantity::new(1),
            http::ServerResponseBodySize::new(attribute::http::RequestMethod::Connect, "url.scheme")
        )),
        observable!(hw::BATTERY_CHARGE.record(Quantity::new(1.0), hw::BatteryCharge::new("hw.id"))),
        observable!(hw::BATTERY_CHARGE_LIMIT.record(Quantity::new(1.0), hw::BatteryChargeLimit::new("hw.id"))),
        observable!(
            hw::BATTERY_TIME_LEFT
                .record(Quantity::new(1.0), hw::BatteryTimeLeft::new("hw.id", attribute::hw::State::Degraded))
        ),
        observable!(hw::CPU_SPEED.record(Quantity::new(1), hw::CpuSpeed::new("hw.id"))),
        observable!(hw::CPU_SPEED_LIMIT.record(Quantity::new(1), hw::CpuSpeedLimit::new("hw.id"))),
        observable!(hw::ENERGY.add(Quantity::new(1.0), hw::Energy::new("hw.id", attribute::hw::Type::Battery))),
        observable!(hw::ERRORS.add(Quantity::new(1), hw::Errors::new("hw.id", attribute::hw::Type::Battery))),
        observable!(hw::FAN_SPEED.record(Quantity::new(1), hw::FanSpeed::new("hw.id"))),
        observable!(hw::FAN_SPEED_LIMIT.record(Quantity::new(1), hw::FanSpeedLimit::new("hw.id"))),
        observable!(hw::FAN_SPEED_RATIO.record(Quantity::new(1.0), hw::FanSpeedRatio::new("hw.id"))),
        observable!(
            hw::GPU_IO.add(Quantity::new(1), hw::GpuIo::new("hw.id", attribute::network::IoDirection::Transmit))
        ),
        observable!(hw::GPU_MEMORY_LIMIT.add(Quantity::new(1), hw::GpuMemoryLimit::new("hw.id"))),
        observable!(hw::GPU_MEMORY_USAGE.add(Quantity::new(1), hw::GpuMemoryUsage::new("hw.id"))),
        observable!(hw::GPU_MEMORY_UTILIZATION.record(Quantity::new(1.0), hw::GpuMemoryUtilization::new("hw.id"))),
        observable!(hw::GPU_UTILIZATION.record(Quantity::new(1.0), hw::GpuUtilization::new("hw.id"))),
        observable!(hw::HOST_AMBIENT_TEMPERATURE.record(Quantity::new(1.0), hw::HostAmbientTemperature::new("hw.id"))),
        observable!(hw::HOST_ENERGY.add(Quantity::new(1), hw::HostEnergy::new("hw.id"))),
        observable!(hw::HOST_HEATING_MARGIN.record(Quantity::new(1.0), hw::HostHeatingMargin::new("hw.id"))),
        observable!(hw::HOST_POWER.record(Quantity::new(1.0), hw::HostPower::new("hw.id"))),
        observable!(hw::LOGICAL_DISK_LIMIT.add(Quantity::new(1), hw::LogicalDiskLimit::new("hw.id"))),
        observable!(
            hw::LOGICAL_DISK_USAGE
                .add(Quantity::new(1), hw::LogicalDiskUsage::new("hw.id", attribute::hw::LogicalDiskState::Used))
        ),
        observable!(hw::LOGICAL_DISK_UTILIZATION.record(
            Quantity::new(1.0),
            hw::LogicalDiskUtilization::new("hw.id", attribute::hw::LogicalDiskState::Used)
        )),
        observable!(hw::MEMORY_SIZE.add(Quantity::new(1), hw::MemorySize::new("hw.id"))),
        observable!(hw::NETWORK_BANDWIDTH_LIMIT.add(Quantity::new(1), hw::NetworkBandwidthLimit::new("hw.id"))),
        observable!(
            hw::NETWORK_BANDWIDTH_UTILIZATION.record(Quantity::new(1.0), hw::NetworkBandwidthUtilization::new("hw.id"))
        ),
        observable!(
            hw::NETWORK_IO
                .add(Quantity::new(1), hw::NetworkIo::new("hw.id", attribute::network::IoDirection::Transmit))
        ),
        observable!(
            hw::NETWORK_PACKETS
                .add(Quantity::new(1), hw::NetworkPackets::new("hw.id", attribute::network::IoDirection::Transmit))
        ),
        observable!(hw::NETWORK_UP.add(Quantity::new(1), hw::NetworkUp::new("hw.id"))),
        observable!(hw::PHYSICAL_DISK_ENDURANCE_UTILIZATION.record(
            Quantity::new(1.0),
            hw::PhysicalDiskEnduranceUtilization::new("hw.id", attribute::hw::PhysicalDiskState::Remaining)
        )),
        observable!(hw::PHYSICAL_DISK_SIZE.add(Quantity::new(1), hw::PhysicalDiskSize::new("hw.id"))),
        observable!(hw::PHYSICAL_DISK_SMART.record(Quantity::new(1), hw::PhysicalDiskSmart::new("hw.id"))),
        observable!(hw::POWER.record(Quantity::new(1.0), hw::Power::new("hw.id", attribute::hw::Type::Battery))),
        observable!(hw::POWER_SUPPLY_LIMIT.add(Quantity::new(1), hw::PowerSupplyLimit::new("hw.id"))),
        observable!(hw::POWER_SUPPLY_USAGE.add(Quantity::new(1.0), hw::PowerSupplyUsage::new("hw.id"))),
        observable!(hw::POWER_SUPPLY_UTILIZATION.record(Quantity::new(1.0), hw::PowerSupplyUtilization::new("hw.id"))),
        observable!(hw::STATUS.add(
            Quantity::new(1),
            hw::Status::new("hw.id", attribute::hw::State::Degraded, attribute::hw::Type::Battery)
        )),
        observable!(hw::TAPE_DRIVE_OPERATIONS.add(Quantity::new(1), hw::TapeDriveOperations::new("hw.id"))),
        observable!(hw::TEMPERATURE.record(Quantity::new(1.0), hw::Temperature::new("hw.id"))),
        observable!(hw::TEMPERATURE_LIMIT.record(Quantity::new(1.0), hw::TemperatureLimit::new("hw.id"))),
        observable!(hw::VOLTAGE.record(Quantity::new(1.0), hw::Voltage::new("hw.id"))),
        observable!(hw::VOLTAGE_LIMIT.record(Quantity::new(1.0), hw::VoltageLimit::new("hw.id"))),
        observable!(hw::VOLTAGE_NOMINAL.record(Quantity::new(1.0), hw::VoltageNominal::new("hw.id"))),
        observable!(jvm::BUFFER_COUNT.add(Quantity::new(1), jvm::BufferCount::default())),
        observable!(jvm::BUFFER_MEMORY_LIMIT.add(Quantity::new(1), jvm::BufferMemoryLimit::default())),
        observable!(jvm::BUFFER_MEMORY_USED.add(Quantity::new(1), jvm::BufferMemoryUsed::default())),
        observable!(jvm::CLASS_COUNT.add(Quantity::new(1))),
        observable!(jvm::CLASS_LOADED.add(Quantity::new(1))),
        observable!(jvm::CLASS_UNLOADED.add(Quantity::new(1))),
        observable!(jvm::CPU_COUNT.add(Quantity::new(1))),
        observable!(jvm::CPU_RECENT_UTILIZATION.record(Quantity::new(1.0))),
        observable!(jvm::CPU_TIME.add(Quantity::new(1.0))),
        observable!(jvm::FILE_DESCRIPTOR_COUNT.add(Quantity::new(1))),
        observable!(jvm::FILE_DESCRIPTOR_LIMIT.add(Quantity::new(1))),
        one!(jvm::GC_DURATION.record(Quantity::new(1.0), jvm::GcDuration::default())),
        observable!(jvm::MEMORY_COMMITTED.add(Quantity::new(1), jvm::MemoryCommitted::default())),
        observable!(jvm::MEMORY_INIT.add(Quantity::new(1), jvm::MemoryInit::default())),
        observable!(jvm::MEMORY_LIMIT.add(Quantity::new(1), jvm::MemoryLimit::default())),
        observable!(jvm::MEMORY_USED.add(Quantity::new(1), jvm::MemoryUsed::default())),
        observable!(jvm::MEMORY_USED_AFTER_LAST_GC.add(Quantity::new(1), jvm::MemoryUsedAfterLastGc::default())),
        observable!(jvm::SYSTEM_CPU_LOAD_1M.record(Quantity::new(1.0))),
        observable!(jvm::SYSTEM_CPU_UTILIZATION.record(Quantity::new(1.0))),
        observable!(jvm::THREAD_COUNT.add(Quantity::new(1), jvm::ThreadCount::default())),
        observable!(k8s::CONTAINER_CPU_LIMIT_CURRENT.add(Quantity::new(1.0))),
        observable!(k8s::CONTAINER_CPU_LIMIT_DESIRED.add(Quantity::new(1.0))),
        observable!(k8s::CONTAINER_CPU_LIMIT_UTILIZATION.record(Quantity::new(1.0))),
        observable!(k8s::CONTAINER_CPU_REQUEST_CURRENT.add(Quantity::new(1.0))),
        observable!(k8s::CONTAINER_CPU_REQUEST_DESIRED.add(Quantity::new(1.0))),
        observable!(k8s::CONTAINER_CPU_REQUEST_UTILIZATION.record(Quantity::new(1.0))),
        observable!(k8s::CONTAINER_EPHEMERAL_STORAGE_LIMIT.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_EPHEMERAL_STORAGE_REQUEST.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_EPHEMERAL_STORAGE_USAGE.add(
            Quantity::new(1),
            k8s::ContainerEphemeralStorageUsage::new(attribute::k8s::ContainerEphemeralStorageFsType::Rootfs)
        )),
        observable!(k8s::CONTAINER_MEMORY_LIMIT_CURRENT.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_MEMORY_LIMIT_DESIRED.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_MEMORY_REQUEST_CURRENT.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_MEMORY_REQUEST_DESIRED.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_READY.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_RESTART_COUNT.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_STATUS_REASON.add(
            Quantity::new(1),
            k8s::ContainerStatusReason::new(attribute::k8s::ContainerStatusReason::ContainerCreating)
        )),
        observable!(
            k8s::CONTAINER_STATUS_STATE.add(
                Quantity::new(1),
                k8s::ContainerStatusState::new(attribute::k8s::ContainerStatusState::Terminated)
            )
        ),
        observable!(k8s::CONTAINER_STORAGE_LIMIT.add(Quantity::new(1))),
        observable!(k8s::CONTAINER_STORAGE_REQUEST.add(Quantity::new(1))),
        observable!(k8s::CRONJOB_JOB_ACTIVE.add(Quantity::new(1))),
        observable!(k8s::DAEMONSET_NODE_CURRENT_SCHEDULED.add(Quantity::new(1))),
        observable!(k8s::DAEMONSET_NODE_DESIRED_SCHEDULED.add(Quantity::new(1))),
        observable!(k8s::DAEMONSET_NODE_MISSCHEDULED.add(Quantity::new(1))),
        observable!(k8s::DAEMONSET_NODE_READY.add(Quantity::new(1))),
        observable!(k8s::DEPLOYMENT_POD_AVAILABLE.add(Quantity::new(1))),
        observable!(k8s::DEPLOYMENT_POD_DESIRED.add(Quantity::new(1))),
        observable!(
            k8s::HPA_METRIC_TARGET_CPU_AVERAGE_UTILIZATION
                .record(Quantity::new(1.0), k8s::HpaMetricTargetCpuAverageUtilization::default())
        ),
        observable!(
            k8s::HPA_METRIC_TARGET_CPU_AVERAGE_VALUE
                .record(Quantity::new(1), k8s::HpaMetricTargetCpuAverageValue::default())
        ),
        observable!(k8s::HPA_METRIC_TARGET_CPU_VALUE.record(Quantity::new(1), k8s::HpaMetricTargetCpuValue::default())),
        observable!(k8s::HPA_POD_CURRENT.add(Quantity::new(1))),
        observable!(k8s::HPA_POD_DESIRED.add(Quantity::new(1))),
        observable!(k8s::HPA_POD_MAX.add(Quantity::new(1))),
        observable!(k8s::HPA_POD_MIN.add(Quantity::new(1))),
        observable!(k8s::JOB_POD_ACTIVE.add(Quantity::new(1))),
        observable!(k8s::JOB_POD_DESIRED_SUCCESSFUL.add(Quantity::new(1))),
        observable!(k8s::JOB_POD_FAILED.add(Quantity::new(1))),
        observable!(k8s::JOB_POD_MAX_PARALLEL.add(Quantity::new(1))),
        observable!(k8s::JOB_POD_SUCCESSFUL.add(Quantity::new(1))),
        observable!(
            k8s::NAMESPACE_PHASE
                .add(Quantity::new(1), k8s::NamespacePhase::new(attribute::k8s::NamespacePhase::Active))
        ),
        observable!(k8s::NODE_CONDITION_STATUS.add(
            Quantity::new(1),
            k8s::NodeConditionStatus::new(
                attribute::k8s::NodeConditionStatus::ConditionTrue,
                attribute::k8s::NodeConditionType::Ready
            )
        )),
        observable!(k8s::NODE_CPU_ALLOCATABLE.add(Quantity::new(1.0))),
        observable!(k8s::NODE_CPU_TIME.add(Quantity::new(1.0))),
        observable!(k8s::NODE_CPU_USAGE.record(Quantity::new(1.0))),
        observable!(k8s::NODE_EPHEMERAL_STORAGE_ALLOCATABLE.add(Quantity::new(1))),
        observable!(k8s::NODE_FILESYSTEM_AVAILABLE.add(Quantity::new(1))),
        observable!(k8s::NODE_FILESYSTEM_CAPACITY.add(Quantity::new(1))),
        observable!(k8s::NODE_FILESYSTEM_INODE_COUNT.add(Quantity::new(1))),
        observable!(k8s::NODE_FILESYSTEM_INODE_FREE.add(Quantity::new(1))),
        observable!(k8s::NODE_FILESYSTEM_USAGE.add(Quantity::new(1))),
        observable!(k8s::NODE_MEMORY_ALLOCATABLE.add(Quantity::new(1))),
        observable!(k8s::NODE_MEMORY_AVAILABLE.add(Quantity::new(1))),
        observable!(k8s::NODE_MEMORY_RSS.add(Quantity::new(1))),
        observable!(k8s::NODE_MEMORY_USAGE.add(Quantity::new(1))),
        observable!(k8s::NODE_MEMORY_WORKING_SET.add(Quantity::new(1))),
        observable!(k8s::NODE_NETWORK_ERRORS.add(Quantity::new(1), k8s::NodeNetworkErrors::default())),
        observable!(k8s::NODE_NETWORK_IO.add(Quantity::new(1), k8s::NodeNetworkIo::default())),
        observable!(k8s::NODE_PAGING_FAULTS.add(Quantity::new(1), k8s::NodePagingFaults::default())),
        observable!(k8s::NODE_POD_ALLOCATABLE.add(Quantity::new(1))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_CPU_TIME.add(Quantity::new(1.0))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_CPU_USAGE.record(Quantity::new(1.0))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_MEMORY_USAGE.add(Quantity::new(1))),
        observable!(k8s::NODE_SYSTEM_CONTAINER_MEMORY_WORKING_SET.add(Quantity::new(1))),
        observable!(k8s::NODE_UPTIME.record(Quantity::new(1.0))),
        observable!(k8s::PERSISTENTVOLUME_STATUS_PHASE.add(
            Quantity::new(1),
            k8s::PersistentvolumeStatusPhase::new(attribute::k8s::PersistentvolumeStatusPhase::Available)
        )),
        observable!(k8s::PERSISTENTVOLUME_STORAGE_CAPACITY.add(Quantity::new(1))),
        observable!(k8s::PERSISTENTVOLUMECLAIM_STATUS_PHASE.add(
            Quantity::new(1),
            k8s::PersistentvolumeclaimStatusPhase::new(attribute::k8s::PersistentvolumeclaimStatusPhase::Bound)
        )),
        observable!(k8s::PERSISTENTVOLUMECLAIM_STORAGE_CAPACITY.add(Quantity::new(1))),
        observable!(k8s::PERSISTENTVOLUMECLAIM_STORAGE_REQUEST.add(Quantity::new(1))),
        observable!(k8s::POD_CPU_TIME.add(Quantity::new(1.0))),
        observable!(k8s::POD_CPU_USAGE.record(Quantity::new(1.0))),
        observable!(k8s::POD_FILESYSTEM_AVAILABLE.add(Quantity::new(1))),
        observable!(k8s::POD_FILESYSTEM_CAPACITY.add(Quantity::new(1))),
        observable!(k8s::POD_FILESYSTEM_USAGE.add(Quantity::new(1))),
        observable!(k8s::POD_MEMORY_AVAILABLE.add(Quantity::new(1))),
        observable!(k8s::POD_MEMORY_RSS.add(Quantity::new(1))),
        observable!(k8s::POD_MEMORY_USAGE.add(Quantity::new(1))),
        observable!(k8s::POD_MEMORY_WORKING_SET.add(Quantity::new(1))),
        observable!(k8s::POD_NETWORK_ERRORS.add(Quantity::new(1), k8s::PodNetworkErrors::default())),
        observable!(k8s::POD_NETWORK_IO.add(Quantity::new(1), k8s::PodNetworkIo::default())),
        observable!(k8s::POD_PAGING_FAULTS.add(Quantity::new(1), k8s::PodPagingFaults::default())),
        observable!(
            k8s::POD_STATUS_PHASE
                .add(Quantity::new(1), k8s::PodStatusPhase::new(attribute::k8s::PodStatusPhase::Pending))
        ),
        observable!(
            k8s::POD_STATUS_REASON
                .add(Quantity::new(1), k8s::PodStatusReason::new(attribute::k8s::PodStatusReason::Evicted))
        ),
        observable!(k8s::POD_UPTIME.record(Quantity::new(1.0))),
        observable!(k8s::POD_VOLUME_AVAILABLE.add(Quantity::new(1), k8s::PodVolumeAvailable::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_CAPACITY.add(Quantity::new(1), k8s::PodVolumeCapacity::new("k8s.volume.name"))),
        observable!(
            k8s::POD_VOLUME_INODE_COUNT.add(Quantity::new(1), k8s::PodVolumeInodeCount::new("k8s.volume.name"))
        ),
        observable!(k8s::POD_VOLUME_INODE_FREE.add(Quantity::new(1), k8s::PodVolumeInodeFree::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_INODE_USED.add(Quantity::new(1), k8s::PodVolumeInodeUsed::new("k8s.volume.name"))),
        observable!(k8s::POD_VOLUME_USAGE.add(Quantity::new(1), k8s::PodVolumeUsage::new("k8s.volume.name"))),
        observable!(k8s::REPLICASET_POD_AVAILABLE.add(Quantity::new(1))),
        observable!(k8s::REPLICASET_POD_DESIRED.add(Quantity::new(1))),
        observable!(k8s::REPLICATIONCONTROLLER_POD_AVAILABLE.add(Quantity::new(1))),
        observable!(k8s::REPLICATIONCONTROLLER_POD_DESIRED.add(Quantity::new(1))),
        observable!(k8s::RESOURCEQUOTA_CPU_LIMIT_HARD.add(Quantity::new(1.0))),
        observable!(k8s::RESOURCEQUOTA_CPU_LIMIT_USED.add(Quantity::new(1.0))),
        observable!(k8s::RESOURCEQUOTA_CPU_REQUEST_HARD.add(Quantity::new(1.0))),
        observable!(k8s::RESOURCEQUOTA_CPU_REQUEST_USED.add(Quantity::new(1.0))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_LIMIT_HARD.add(Quantity::new(1))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_LIMIT_USED.add(Quantity::new(1))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_REQUEST_HARD.add(Quantity::new(1))),
        observable!(k8s::RESOURCEQUOTA_EPHEMERAL_STORAGE_REQUEST_USED.add(Quantity::new(1))),
        observable!(
            k8s::RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_HARD
                .add(Quantity::new(1), k8s::ResourcequotaHugepageCountRequestHard::new("k8s.hugepage.size"))
        ),
        observable!(
            k8s::RESOURCEQUOTA_HUGEPAGE_COUNT_REQUEST_USED
                .add(Quantity::new(1), k8s::ResourcequotaHugepageCountRequestUsed::new("k8s.hugepage.size"))
        ),
        observable!(k8s::RESOURCEQUOTA_MEMORY_LIMIT_HARD.add(Quantity::new(1))),
        observable!(k8s::RESOURCEQUOTA_MEMORY_LIMIT_USED.add(Quantity::new(1))),
        observable!(k8s::RESOURCEQUOTA_MEMORY_REQUEST_HARD.add(Quantity::new(1))),
        observable!(k8s::RESOURCEQUOTA_MEMORY_REQUEST_USED.add(Quantity::new(1))),
        observable!(
            k8s::RESOURCEQUOTA_OBJECT_COUNT_HARD
                .add(Quantity::new(1), k8s::ResourcequotaObjectCountHard::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            k8s::RESOURCEQUOTA_OBJECT_COUNT_USED
                .add(Quantity::new(1), k8s::ResourcequotaObjectCountUsed::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            k8s::RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD
                .add(Quantity::new(1), k8s::ResourcequotaPersistentvolumeclaimCountHard::default())
        ),
        observable!(
            k8s::RESOURCEQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED
                .add(Quantity::new(1), k8s::ResourcequotaPersistentvolumeclaimCountUsed::default())
        ),
        observable!(
            k8s::RESOURCEQUOTA_STORAGE_REQUEST_HARD
                .add(Quantity::new(1), k8s::ResourcequotaStorageRequestHard::default())
        ),
        observable!(
            k8s::RESOURCEQUOTA_STORAGE_REQUEST_USED
                .add(Quantity::new(1), k8s::ResourcequotaStorageRequestUsed::default())
        ),
        observable!(k8s::SERVICE_ENDPOINT_COUNT.record(
            Quantity::new(1),
            k8s::ServiceEndpointCount::new(
                attribute::k8s::ServiceEndpointAddressType::Ipv4,
                attribute::k8s::ServiceEndpointCondition::Ready
            )
        )),
        observable!(k8s::SERVICE_LOAD_BALANCER_INGRESS_COUNT.record(Quantity::new(1))),
        observable!(k8s::STATEFULSET_POD_CURRENT.add(Quantity::new(1))),
        observable!(k8s::STATEFULSET_POD_DESIRED.add(Quantity::new(1))),
        observable!(k8s::STATEFULSET_POD_READY.add(Quantity::new(1))),
        observable!(k8s::STATEFULSET_POD_UPDATED.add(Quantity::new(1))),
        observable!(kestrel::ACTIVE_CONNECTIONS.add(Quantity::new(1), kestrel::ActiveConnections::default())),
        observable!(kestrel::ACTIVE_TLS_HANDSHAKES.add(Quantity::new(1), kestrel::ActiveTlsHandshakes::default())),
        one!(kestrel::CONNECTION_DURATION.record(Quantity::new(1.0), kestrel::ConnectionDuration::default())),
        observable!(kestrel::QUEUED_CONNECTIONS.add(Quantity::new(1), kestrel::QueuedConnections::default())),
        observable!(kestrel::QUEUED_REQUESTS.add(Quantity::new(1), kestrel::QueuedRequests::default())),
        observable!(kestrel::REJECTED_CONNECTIONS.add(Quantity::new(1), kestrel::RejectedConnections::default())),
        one!(kestrel::TLS_HANDSHAKE_DURATION.record(Quantity::new(1.0), kestrel::TlsHandshakeDuration::default())),
        observable!(kestrel::UPGRADED_CONNECTIONS.add(Quantity::new(1), kestrel::UpgradedConnections::default())),
        observable!(messaging::CLIENT_CONSUMED_MESSAGES.add(
            Quantity::new(1),
            messaging::ClientConsumedMessages::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        one!(messaging::CLIENT_OPERATION_DURATION.record(
            Quantity::new(1.0),
            messaging::ClientOperationDuration::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        observable!(messaging::CLIENT_SENT_MESSAGES.add(
            Quantity::new(1),
            messaging::ClientSentMessages::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        one!(messaging::PROCESS_DURATION.record(
            Quantity::new(1.0),
            messaging::ProcessDuration::new("messaging.operation.name", attribute::messaging::System::Activemq)
        )),
        observable!(nfs::CLIENT_NET_COUNT.add(Quantity::new(1), nfs::ClientNetCount::default())),
        observable!(nfs::CLIENT_NET_TCP_CONNECTION_ACCEPTED.add(Quantity::new(1))),
        observable!(nfs::CLIENT_OPERATION_COUNT.add(Quantity::new(1), nfs::ClientOperationCount::default())),
        observable!(nfs::CLIENT_PROCEDURE_COUNT.add(Quantity::new(1), nfs::ClientProcedureCount::default())),
        observable!(nfs::CLIENT_RPC_AUTHREFRESH_COUNT.add(Quantity::new(1))),
        observable!(nfs::CLIENT_RPC_COUNT.add(Quantity::new(1))),
        observable!(nfs::CLIENT_RPC_RETRANSMIT_COUNT.add(Quantity::new(1))),
        observable!(nfs::SERVER_FH_STALE_COUNT.add(Quantity::new(1))),
        observable!(nfs::SERVER_IO.add(Quantity::new(1), nfs::ServerIo::default())),
        observable!(nfs::SERVER_NET_COUNT.add(Quantity::new(1), nfs::ServerNetCount::default())),
        observable!(nfs::SERVER_NET_TCP_CONNECTION_ACCEPTED.add(Quantity::new(1))),
        observable!(nfs::SERVER_OPERATION_COUNT.add(Quantity::new(1), nfs::ServerOperationCount::default())),
        observable!(nfs::SERVER_PROCEDURE_COUNT.add(Quantity::new(1), nfs::ServerProcedureCount::default())),
        observable!(nfs::SERVER_REPCACHE_REQUESTS.add(Quantity::new(1), nfs::ServerRepcacheRequests::default())),
        observable!(nfs::SERVER_RPC_COUNT.add(Quantity::new(1), nfs::ServerRpcCount::default())),
        observable!(nfs::SERVER_THREAD_COUNT.add(Quantity::new(1))),
        observable!(nodejs::EVENTLOOP_DELAY_MAX.record(Quantity::new(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_MEAN.record(Quantity::new(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_MIN.record(Quantity::new(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_P50.record(Quantity::new(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_P90.record(Quantity::new(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_P99.record(Quantity::new(1.0))),
        observable!(nodejs::EVENTLOOP_DELAY_STDDEV.record(Quantity::new(1.0))),
        observable!(
            nodejs::EVENTLOOP_TIME
                .add(Quantity::new(1.0), nodejs::EventloopTime::new(attribute::nodejs::EventloopState::Active))
        ),
        observable!(nodejs::EVENTLOOP_UTILIZATION.record(Quantity::new(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_LIMIT_HARD.add(Quantity::new(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_LIMIT_USED.add(Quantity::new(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_REQUEST_HARD.add(Quantity::new(1.0))),
        observable!(openshift::CLUSTERQUOTA_CPU_REQUEST_USED.add(Quantity::new(1.0))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_LIMIT_HARD.add(Quantity::new(1))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_LIMIT_USED.add(Quantity::new(1))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_REQUEST_HARD.add(Quantity::new(1))),
        observable!(openshift::CLUSTERQUOTA_EPHEMERAL_STORAGE_REQUEST_USED.add(Quantity::new(1))),
        observable!(
            openshift::CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_HARD
                .add(Quantity::new(1), openshift::ClusterquotaHugepageCountRequestHard::new("k8s.hugepage.size"))
        ),
        observable!(
            openshift::CLUSTERQUOTA_HUGEPAGE_COUNT_REQUEST_USED
                .add(Quantity::new(1), openshift::ClusterquotaHugepageCountRequestUsed::new("k8s.hugepage.size"))
        ),
        observable!(openshift::CLUSTERQUOTA_MEMORY_LIMIT_HARD.add(Quantity::new(1))),
        observable!(openshift::CLUSTERQUOTA_MEMORY_LIMIT_USED.add(Quantity::new(1))),
        observable!(openshift::CLUSTERQUOTA_MEMORY_REQUEST_HARD.add(Quantity::new(1))),
        observable!(openshift::CLUSTERQUOTA_MEMORY_REQUEST_USED.add(Quantity::new(1))),
        observable!(
            openshift::CLUSTERQUOTA_OBJECT_COUNT_HARD
                .add(Quantity::new(1), openshift::ClusterquotaObjectCountHard::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            openshift::CLUSTERQUOTA_OBJECT_COUNT_USED
                .add(Quantity::new(1), openshift::ClusterquotaObjectCountUsed::new("k8s.resourcequota.resource_name"))
        ),
        observable!(
            openshift::CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_HARD
                .add(Quantity::new(1), openshift::ClusterquotaPersistentvolumeclaimCountHard::default())
        ),
        observable!(
            openshift::CLUSTERQUOTA_PERSISTENTVOLUMECLAIM_COUNT_USED
                .add(Quantity::new(1), openshift::ClusterquotaPersistentvolumeclaimCountUsed::default())
        ),
        observable!(
            openshift::CLUSTERQUOTA_STORAGE_REQUEST_HARD
                .add(Quantity::new(1), openshift::ClusterquotaStorageRequestHard::default())
        ),
        observable!(
            openshift::CLUSTERQUOTA_STORAGE_REQUEST_USED
                .add(Quantity::new(1), openshift::ClusterquotaStorageRequestUsed::default())
        ),
        observable!(otel::SDK_EXPORTER_LOG_EXPORTED.add(Quantity::new(1), otel::SdkExporterLogExported::default())),
        observable!(otel::SDK_EXPORTER_LOG_INFLIGHT.add(Quantity::new(1), otel::SdkExporterLogInflight::default())),
        observable!(
            otel::SDK_EXPORTER_METRIC_DATA_POINT_EXPORTED
                .add(Quantity::new(1), otel::SdkExporterMetricDataPointExported::default())
        ),
        observable!(
            otel::SDK_EXPORTER_METRIC_DATA_POINT_INFLIGHT
                .add(Quantity::new(1), otel::SdkExporterMetricDataPointInflight::default())
        ),
        one!(
            otel::SDK_EXPORTER_OPERATION_DURATION
                .record(Quantity::new(1.0), otel::SdkExporterOperationDuration::default())
        ),
        observable!(otel::SDK_EXPORTER_SPAN_EXPORTED.add(Quantity::new(1), otel::SdkExporterSpanExported::default())),
        observable!(otel::SDK_EXPORTER_SPAN_INFLIGHT.add(Quantity::new(1), otel::SdkExporterSpanInflight::default())),
        observable!(otel::SDK_LOG_CREATED.add(Quantity::new(1))),
        one!(
            otel::SDK_METRIC_READER_COLLECTION_DURATION
                .record(Quantity::new(1.0), otel::SdkMetricReaderCollectionDuration::default())
        ),
        observable!(otel::SDK_PROCESSOR_LOG_PROCESSED.add(Quantity::new(1), otel::SdkProcessorLogProcessed::default())),
        observable!(
            otel::SDK_PROCESSOR_LOG_QUEUE_CAPACITY.add(Quantity::new(1), otel::SdkProcessorLogQueueCapacity::default())
        ),
        observable!(
            otel::SDK_PROCESSOR_LOG_QUEUE_SIZE.add(Quantity::new(1), otel::SdkProcessorLogQueueSize::default())
        ),
        observable!(
            otel::SDK_PROCESSOR_SPAN_PROCESSED.add(Quantity::new(1), otel::SdkProcessorSpanProcessed::default())
        ),
        observable!(
            otel::SDK_PROCESSOR_SPAN_QUEUE_CAPACITY
                .add(Quantity::new(1), otel::SdkProcessorSpanQueueCapacity::default())
        ),
        observable!(
            otel::SDK_PROCESSOR_SPAN_QUEUE_SIZE.add(Quantity::new(1), otel::SdkProcessorSpanQueueSize::default())
        ),
        observable!(otel::SDK_SPAN_LIVE.add(Quantity::new(1), otel::SdkSpanLive::default())),
        observable!(otel::SDK_SPAN_STARTED.add(Quantity::new(1), otel::SdkSpanStarted::default())),
        observable!(
            process::CONTEXT_SWITCHES
                .add(Quantity::new(1), process::ContextSwitches::new(attribute::process::ContextSwitchType::Voluntary))
        ),
        observable!(process::CPU_TIME.add(Quantity::new(1.0), process::CpuTime::new(attribute::cpu::Mode::User))),
        observable!(
            process::CPU_UTILIZATION
                .record(Quantity::new(1.0), process::CpuUtilization::new(attribute::cpu::Mode::User))
        ),
        observable!(process::DISK_IO.add(Quantity::new(1), process::DiskIo::new(attribute::disk::IoDirection::Read))),
        observable!(
            process::DISK_OPERATIONS
                .add(Quantity::new(1), process::DiskOperations::new(attribute::disk::IoDirection::Read))
        ),
        observable!(process::MEMORY_USAGE.add(Quantity::new(1))),
        observable!(process::MEMORY_UTILIZATION.record(Quantity::new(1.0))),
        observable!(process::MEMORY_VIRTUAL.add(Quantity::new(1))),
        observable!(
            process::NETWORK_IO
                .add(Quantity::new(1), process::NetworkIo::new(attribute::network::IoDirection::Transmit))
        ),
        observable!(process::PAGING_FAULTS.add(Quantity::new(1), process::PagingFaults::default())),
        observable!(process::SIGNALS_PENDING.add(Quantity::new(1))),
        observable!(process::THREAD_COUNT.add(Quantity::new(1))),
        observable!(process::UNIX_FILE_DESCRIPTOR_COUNT.add(Quantity::new(1))),
        observable!(process::UPTIME.record(Quantity::new(1.0))),
        observable!(process::WINDOWS_HANDLE_COUNT.add(Quantity::new(1))),
        one!(
            rpc::CLIENT_CALL_DURATION
                .record(Quantity::new(1.0), rpc::ClientCallDuration::new(attribute::rpc::SystemName::Grpc))
        ),
        one!(
            rpc::SERVER_CALL_DURATION
                .record(Quantity::new(1.0), rpc::ServerCallDuration::new(attribute::rpc::SystemName::Grpc))
        ),
        observable!(
            signalr::SERVER_ACTIVE_CONNECTIONS.add(Quantity::new(1), signalr::ServerActiveConnections::default())
        ),
        one!(
            signalr::SERVER_CONNECTION_DURATION
                .record(Quantity::new(1.0), signalr::ServerConnectionDuration::default())
        ),
        observable!(system::CPU_FREQUENCY.record(Quantity::new(1), system::CpuFrequency::default())),
        observable!(system::CPU_LOGICAL_COUNT.add(Quantity::new(1))),
        observable!(system::CPU_PHYSICAL_COUNT.add(Quantity::new(1))),
        observable!(system::CPU_TIME.add(Quantity::new(1.0), system::CpuTime::default())),
        observable!(system::CPU_UTILIZATION.record(Quantity::new(1.0), system::CpuUtilization::default())),
        observable!(system::DISK_IO.add(Quantity::new(1), system::DiskIo::default())),
        observable!(system::DISK_IO_TIME.add(Quantity::new(1.0), system::DiskIoTime::default())),
        observable!(system::DISK_LIMIT.add(Quantity::new(1), system::DiskLimit::default())),
        observable!(system::DISK_MERGED.add(Quantity::new(1), system::DiskMerged::default())),
        observable!(system::DISK_OPERATION_TIME.add(Quantity::new(1.0), system::DiskOperationTime::default())),
        observable!(system::DISK_OPERATIONS.add(Quantity::new(1), system::DiskOperations::default())),
        observable!(system::FILESYSTEM_LIMIT.add(Quantity::new(1), system::FilesystemLimit::default())),
        observable!(system::FILESYSTEM_LOCK_COUNT.add(Quantity::new(1), system::FilesystemLockCount::default())),
        observable!(system::FILESYSTEM_USAGE.add(Quantity::new(1), system::FilesystemUsage::default())),
        observable!(
            system::FILESYSTEM_UTILIZATION.record(Quantity::new(1.0), system::FilesystemUtilization::default())
        ),
        observable!(system::MEMORY_LIMIT.add(Quantity::new(1))),
        observable!(system::MEMORY_LINUX_AVAILABLE.add(Quantity::new(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_LIMIT.add(Quantity::new(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_PAGE_SIZE.add(Quantity::new(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_RESERVED.add(Quantity::new(1))),
        observable!(system::MEMORY_LINUX_HUGEPAGES_SURPLUS.add(Quantity::new(1))),
        observable!(
            system::MEMORY_LINUX_HUGEPAGES_USAGE.add(Quantity::new(1), system::MemoryLinuxHugepagesUsage::default())
        ),
        observable!(
            system::MEMORY_LINUX_HUGEPAGES_UTILIZATION
                .record(Quantity::new(1.0), system::MemoryLinuxHugepagesUtilization::default())
        ),
        observable!(system::MEMORY_LINUX_SHARED.add(Quantity::new(1))),
        observable!(system::MEMORY_LINUX_SLAB_USAGE.add(Quantity::new(1), system::MemoryLinuxSlabUsage::default())),
        observable!(system::MEMORY_USAGE.add(Quantity::new(1), system::MemoryUsage::default())),
        observable!(system::MEMORY_UTILIZATION.record(Quantity::new(1.0), system::MemoryUtilization::default())),
        observable!(system::NETWORK_CONNECTION_COUNT.add(Quantity::new(1), system::NetworkConnectionCount::default())),
        observable!(system::NETWORK_ERRORS.add(Quantity::new(1), system::NetworkErrors::default())),
        observable!(system::NETWORK_IO.add(Quantity::new(1), system::NetworkIo::default())),
        observable!(system::NETWORK_PACKET_COUNT.add(Quantity::new(1), system::NetworkPacketCount::default())),
        observable!(system::NETWORK_PACKET_DROPPED.add(Quantity::new(1), system::NetworkPacketDropped::default())),
        observable!(system::PAGING_FAULTS.add(Quantity::new(1), system::PagingFaults::default())),
        observable!(system::PAGING_OPERATIONS.add(Quantity::new(1), system::PagingOperations::default())),
        observable!(system::PAGING_USAGE.add(Quantity::new(1), system::PagingUsage::default())),
        observable!(system::PAGING_UTILIZATION.record(Quantity::new(1.0), system::PagingUtilization::default())),
        observable!(system::PROCESS_COUNT.add(Quantity::new(1), system::ProcessCount::default())),
        observable!(system::PROCESS_CREATED.add(Quantity::new(1))),
        observable!(system::PROCESS_LIMIT.add(Quantity::new(1))),
        observable!(system::UPTIME.record(Quantity::new(1.0))),
        one!(v8js::GC_DURATION.record(Quantity::new(1.0), v8js::GcDuration::new(attribute::v8js::GcType::Major))),
        observable!(
            v8js::MEMORY_HEAP_SPACE_AVAILABLE_SIZE.add(
                Quantity::new(1),
                v8js::MemoryHeapSpaceAvailableSize::new(attribute::v8js::HeapSpaceName::NewSpace)
            )
        ),
        observable!(
            v8js::MEMORY_HEAP_SPACE_PHYSICAL_SIZE.add(
                Quantity::new(1),
                v8js::MemoryHeapSpacePhysicalSize::new(attribute::v8js::HeapSpaceName::NewSpace)
            )
        ),
        observable!(
            v8js::MEMORY_HEAP_SPACE_SIZE
                .add(Quantity::new(1), v8js::MemoryHeapSpaceSize::new(attribute::v8js::HeapSpaceName::NewSpace))
        ),
        observable!(
            v8js::MEMORY_HEAP_USED
                .add(Quantity::new(1), v8js::MemoryHeapUsed::new(attribute::v8js::HeapSpaceName::NewSpace))
        ),
        observable!(
            v8js::RESOURCE_ACTIVE
                .record(Quantity::new(1), v8js::ResourceActive::new(attribute::v8js::ResourceType::Immediate))
        ),
        observable!(vcs::CHANGE_COUNT.add(
            Quantity::new(1),
            vcs::ChangeCount::new(attribute::vcs::ChangeState::Open, "vcs.repository.url.full")
        )),
        observable!(vcs::CHANGE_DURATION.record(
            Quantity::new(1.0),
            vcs::ChangeDuration::new(attribute::vcs::ChangeState::Open, "vcs.ref.head.name", "vcs.repository.url.full")
        )),
        observable!(vcs::CHANGE_TIME_TO_APPROVAL.record(
            Quantity::new(1.0),
            vcs::ChangeTimeToApproval::new("vcs.ref.head.name", "vcs.repository.url.full")
        )),
        observable!(
            vcs::CHANGE_TIME_TO_MERGE.record(
                Quantity::new(1.0),
                vcs::ChangeTimeToMerge::new("vcs.ref.head.name", "vcs.repository.url.full")
            )
        ),
        observable!(
            vcs::CONTRIBUTOR_COUNT.record(Quantity::new(1), vcs::ContributorCount::new("vcs.repository.url.full"))
        ),
        observable!(
            vcs::REF_COUNT
                .add(Quantity::new(1), vcs::RefCount::new(attribute::vcs::RefType::Branch, "vcs.repository.url.full"))
        ),
        observable!(vcs::REF_LINES_DELTA.record(
            Quantity::new(1),
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
            Quantity::new(1),
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
            Quantity::new(1.0),
            vcs::RefTime::new("vcs.ref.head.name", attribute::vcs::RefHeadType::Branch, "vcs.repository.url.full")
        )),
        observable!(vcs::REPOSITORY_COUNT.add(Quantity::new(1), vcs::RepositoryCount::default())),
    ]
}
