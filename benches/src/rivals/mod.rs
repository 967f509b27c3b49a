//! What is measured: a file a rival, each with one function from a shape to a job.
//!
//! To add one, write its file, and name it in [`ALL`], and in [`PEERS`] if it is a library to compare with.

mod atomic;
mod measured;
pub mod meterstick;
mod metrics;
mod prometheus_client;
pub mod sdk;
mod sdk_bound;

use crate::shape::{Job, Shape};

pub const METERSTICK: &str = "meterstick";
pub const ATOMIC: &str = "`fetch_add`";
pub const MEASURED: &str = if cfg!(measured_0_1) { "measured 0.1" } else { "measured" };
pub const PROMETHEUS_CLIENT: &str = "prometheus-client";
pub const METRICS: &str = "metrics";
pub const SDK_BOUND: &str = "SDK, bound";
pub const SDK: &str = "SDK";

/// Gives a rival's job for a shape, if it has such a thing.
pub type Rival = fn(Shape) -> Option<Job>;

/// All, our own first.
pub const ALL: &[(&str, Rival)] = &[
    (METERSTICK, meterstick::job),
    (ATOMIC, atomic::job),
    (SDK_BOUND, sdk_bound::job),
    (SDK, sdk::job),
    (MEASURED, measured::job),
    (PROMETHEUS_CLIENT, prometheus_client::job),
    (METRICS, metrics::job),
];

/// The libraries among them.
pub const PEERS: &[&str] = &[MEASURED, PROMETHEUS_CLIENT, METRICS];
