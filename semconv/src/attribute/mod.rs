// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! Attributes, as typed keys, and the enumerations of their values: a module a namespace.
//!
//! A namespace is there when a namespace of metrics is that uses its attributes.

#[cfg(feature = "aspnetcore")]
pub mod aspnetcore;
#[cfg(feature = "azure")]
pub mod azure;
#[cfg(feature = "cicd")]
pub mod cicd;
#[cfg(any(feature = "container", feature = "dotnet", feature = "process", feature = "system"))]
pub mod cpu;
#[cfg(feature = "cpython")]
pub mod cpython;
#[cfg(any(feature = "azure", feature = "db"))]
pub mod db;
#[cfg(any(feature = "container", feature = "process", feature = "system"))]
pub mod disk;
#[cfg(feature = "dns")]
pub mod dns;
#[cfg(feature = "dotnet")]
pub mod dotnet;
#[cfg(any(
    feature = "aspnetcore",
    feature = "azure",
    feature = "cicd",
    feature = "db",
    feature = "dns",
    feature = "dotnet",
    feature = "http",
    feature = "hw",
    feature = "kestrel",
    feature = "messaging",
    feature = "nfs",
    feature = "otel",
    feature = "rpc"
))]
pub mod error;
#[cfg(feature = "faas")]
pub mod faas;
#[cfg(feature = "system")]
pub mod file;
#[cfg(feature = "go")]
pub mod go;
#[cfg(any(feature = "aspnetcore", feature = "http", feature = "otel"))]
pub mod http;
#[cfg(feature = "hw")]
pub mod hw;
#[cfg(feature = "jvm")]
pub mod jvm;
#[cfg(any(feature = "k8s", feature = "openshift"))]
pub mod k8s;
#[cfg(feature = "messaging")]
pub mod messaging;
#[cfg(any(
    feature = "container",
    feature = "db",
    feature = "http",
    feature = "hw",
    feature = "k8s",
    feature = "kestrel",
    feature = "nfs",
    feature = "process",
    feature = "system"
))]
pub mod network;
#[cfg(feature = "nfs")]
pub mod nfs;
#[cfg(feature = "nodejs")]
pub mod nodejs;
#[cfg(feature = "nfs")]
pub mod onc_rpc;
#[cfg(feature = "otel")]
pub mod otel;
#[cfg(any(feature = "process", feature = "system"))]
pub mod process;
#[cfg(any(feature = "otel", feature = "rpc"))]
pub mod rpc;
#[cfg(any(
    feature = "azure",
    feature = "db",
    feature = "http",
    feature = "kestrel",
    feature = "messaging",
    feature = "otel",
    feature = "rpc"
))]
pub mod server;
#[cfg(feature = "signalr")]
pub mod signalr;
#[cfg(any(feature = "container", feature = "k8s", feature = "process", feature = "system"))]
pub mod system;
#[cfg(feature = "kestrel")]
pub mod tls;
#[cfg(feature = "http")]
pub mod url;
#[cfg(feature = "http")]
pub mod user_agent;
#[cfg(feature = "v8js")]
pub mod v8js;
#[cfg(feature = "vcs")]
pub mod vcs;
