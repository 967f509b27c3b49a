// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `dns`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/dns/).

use meterstick::Key;

/// `dns.question.name`, in development.
pub const QUESTION_NAME: Key<&'static str> = Key::new("dns.question.name");
