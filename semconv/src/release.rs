// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The release of the conventions.

/// The schema URL of the conventions' release that the constants are of.
pub const SCHEMA_URL: &str = "https://opentelemetry.io/schemas/1.44.0";
