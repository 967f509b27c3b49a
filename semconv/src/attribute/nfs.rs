// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `nfs`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/nfs/).

use meterstick::Key;

/// `nfs.operation.name`, in development.
pub const OPERATION_NAME: Key<&'static str> = Key::new("nfs.operation.name");
/// `nfs.server.repcache.status`, in development.
pub const SERVER_REPCACHE_STATUS: Key<&'static str> = Key::new("nfs.server.repcache.status");
