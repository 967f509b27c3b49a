// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `cicd`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/cicd/).

use meterstick::{AttributeValue, Key};

/// `cicd.pipeline.name`, release candidate.
pub const PIPELINE_NAME: Key<&'static str> = Key::new("cicd.pipeline.name");
/// `cicd.pipeline.result`, release candidate.
pub const PIPELINE_RESULT: Key<PipelineResult<'static>> = Key::new("cicd.pipeline.result");
/// `cicd.pipeline.run.state`, release candidate.
pub const PIPELINE_RUN_STATE: Key<PipelineRunState<'static>> = Key::new("cicd.pipeline.run.state");
/// `cicd.system.component`, release candidate.
pub const SYSTEM_COMPONENT: Key<&'static str> = Key::new("cicd.system.component");
/// `cicd.worker.state`, release candidate.
pub const WORKER_STATE: Key<WorkerState<'static>> = Key::new("cicd.worker.state");

/// The values of `cicd.pipeline.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum PipelineResult<'a> {
    /// `success`.
    Success,
    /// `failure`.
    Failure,
    /// `error`.
    Error,
    /// `timeout`.
    Timeout,
    /// `cancellation`.
    Cancellation,
    /// `skip`.
    Skip,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `cicd.pipeline.run.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum PipelineRunState<'a> {
    /// `pending`.
    Pending,
    /// `executing`.
    Executing,
    /// `finalizing`.
    Finalizing,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `cicd.worker.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum WorkerState<'a> {
    /// `available`.
    Available,
    /// `busy`.
    Busy,
    /// `offline`.
    Offline,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
