// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `server`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/server/).

use meterstick::Key;

/// `server.address`.
pub const ADDRESS: Key<&'static str> = Key::new("server.address");
/// `server.port`.
pub const PORT: Key<i64> = Key::new("server.port");
