//! Typed OpenTelemetry metrics.
