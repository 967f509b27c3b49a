//! Queries, rules and objectives from declared metrics.

mod declared;
mod promtool;
mod rules;
mod slo;
mod written;
