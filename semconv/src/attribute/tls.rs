// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `tls`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/tls/).

use meterstick::Key;

/// `tls.protocol.version`, in development.
pub const PROTOCOL_VERSION: Key<&'static str> = Key::new("tls.protocol.version");
