// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `cicd`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/).

use crate::attribute::{cicd, error};
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

/// [`cicd.pipeline.run.active`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-cicdpipelinerunactive): an up-down counter in `{run}`, release candidate.
pub const PIPELINE_RUN_ACTIVE: Metric<UpDownCounter<i64, unit::Runs, PipelineRunActive<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Runs>()
        .name("cicd.pipeline.run.active")
        .description(
            "Current number of runs (CI/CD pipeline run active), by cicd.pipeline.name and cicd.pipeline.run.state.",
        )
        .attributes::<PipelineRunActive>();

/// [`cicd.pipeline.run.duration`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-cicdpipelinerunduration): a histogram in `s`, release candidate.
pub const PIPELINE_RUN_DURATION: Metric<Histogram<f64, Seconds, PipelineRunDuration<'static>>> =
Meter::histogram::<f64>().unit::<Seconds>().name("cicd.pipeline.run.duration").description("Distribution of CI/CD pipeline run duration in seconds, by cicd.pipeline.name and cicd.pipeline.run.state.").attributes::<PipelineRunDuration>();

/// [`cicd.pipeline.run.errors`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-cicdpipelinerunerrors): a counter in `{error}`, release candidate.
pub const PIPELINE_RUN_ERRORS: Metric<Counter<u64, unit::Errors, PipelineRunErrors<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Errors>()
    .name("cicd.pipeline.run.errors")
    .description("Number of CI/CD pipeline run errors, by cicd.pipeline.name and error.type.")
    .attributes::<PipelineRunErrors>();

/// [`cicd.system.errors`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-cicdsystemerrors): a counter in `{error}`, release candidate.
pub const SYSTEM_ERRORS: Metric<Counter<u64, unit::Errors, SystemErrors<'static>>> = Meter::counter::<u64>()
    .unit::<unit::Errors>()
    .name("cicd.system.errors")
    .description("Number of CI/CD system errors, by cicd.system.component and error.type.")
    .attributes::<SystemErrors>();

/// [`cicd.worker.count`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-cicdworkercount): an up-down counter in `{worker}`, release candidate.
pub const WORKER_COUNT: Metric<UpDownCounter<i64, unit::Workers, WorkerCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Workers>()
        .name("cicd.worker.count")
        .description("Current number of CI/CD workers, by cicd.worker.state.")
        .attributes::<WorkerCount>();

/// The attributes of [`PIPELINE_RUN_ACTIVE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "cicd.pipeline")]
#[non_exhaustive]
pub struct PipelineRunActive<'a> {
    /// `cicd.pipeline.name`, required.
    #[attribute(key = "name")]
    pub pipeline_name: &'a str,
    /// `cicd.pipeline.run.state`, required.
    #[attribute(key = "run.state")]
    pub run_state: cicd::PipelineRunState<'a>,
}

impl<'a> PipelineRunActive<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(pipeline_name: &'a str, run_state: cicd::PipelineRunState<'a>) -> Self {
        Self { pipeline_name, run_state }
    }
}

/// The attributes of [`PIPELINE_RUN_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct PipelineRunDuration<'a> {
    /// `cicd.pipeline.name`, required.
    #[attribute(key = "cicd.pipeline.name")]
    pub pipeline_name: &'a str,
    /// `cicd.pipeline.run.state`, required.
    #[attribute(key = "cicd.pipeline.run.state")]
    pub run_state: cicd::PipelineRunState<'a>,
    /// `cicd.pipeline.result`, conditionally required.
    #[attribute(key = "cicd.pipeline.result")]
    pub pipeline_result: Option<cicd::PipelineResult<'a>>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> PipelineRunDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(pipeline_name: &'a str, run_state: cicd::PipelineRunState<'a>) -> Self {
        Self { pipeline_name, run_state, pipeline_result: None, error_type: None }
    }

    /// With `cicd.pipeline.result`.
    #[must_use]
    pub const fn pipeline_result(mut self, pipeline_result: cicd::PipelineResult<'a>) -> Self {
        self.pipeline_result = Some(pipeline_result);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`PIPELINE_RUN_ERRORS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct PipelineRunErrors<'a> {
    /// `cicd.pipeline.name`, required.
    #[attribute(key = "cicd.pipeline.name")]
    pub pipeline_name: &'a str,
    /// `error.type`, required.
    #[attribute(key = "error.type")]
    pub error_type: error::Type<'a>,
}

impl<'a> PipelineRunErrors<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(pipeline_name: &'a str, error_type: error::Type<'a>) -> Self {
        Self { pipeline_name, error_type }
    }
}

/// The attributes of [`SYSTEM_ERRORS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct SystemErrors<'a> {
    /// `cicd.system.component`, required.
    #[attribute(key = "cicd.system.component")]
    pub component: &'a str,
    /// `error.type`, required.
    #[attribute(key = "error.type")]
    pub error_type: error::Type<'a>,
}

impl<'a> SystemErrors<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(component: &'a str, error_type: error::Type<'a>) -> Self {
        Self { component, error_type }
    }
}

/// The attributes of [`WORKER_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct WorkerCount<'a> {
    /// `cicd.worker.state`, required.
    #[attribute(key = "cicd.worker.state")]
    pub worker_state: cicd::WorkerState<'a>,
}

impl<'a> WorkerCount<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(worker_state: cicd::WorkerState<'a>) -> Self {
        Self { worker_state }
    }
}
