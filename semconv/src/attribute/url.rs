// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `url`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/).

use meterstick::Key;

/// `url.scheme`.
pub const SCHEME: Key<&'static str> = Key::new("url.scheme");
/// `url.template`, in development.
pub const TEMPLATE: Key<&'static str> = Key::new("url.template");
