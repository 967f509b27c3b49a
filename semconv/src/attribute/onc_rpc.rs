// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `onc_rpc`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/onc-rpc/).

use meterstick::Key;

/// `onc_rpc.procedure.name`, in development.
pub const PROCEDURE_NAME: Key<&'static str> = Key::new("onc_rpc.procedure.name");
/// `onc_rpc.version`, in development.
pub const VERSION: Key<i64> = Key::new("onc_rpc.version");
