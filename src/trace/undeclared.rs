//! Functions that run something in a span whose name is not declared.
// Uses `active`, `declare`, `distinct`, `drive`, `end`, `error_type`, `failure`, `future`, `name`, `source`, `span`,
// `started`, `traced`. No other module uses it.

use opentelemetry::trace::SpanKind;

use super::active::ActiveSpan;
use super::distinct::Distinct;
use super::end::{Fallible, Infallible};
use super::error_type::ByTypeName;
use super::failure::Finished;
use super::name::{IntoSpanName, SpanName};
use super::source::{Beginning, Source, Start};
use super::span::SpanWatch;
use super::started::StartedSpan;
use super::traced::Alone;
use super::{drive, future};
use crate::declare::Scope;
use crate::failure::Failure;

/// The global tracer of undeclared spans.
static UNDECLARED: Source = Source::global(Scope::new("meterstick").version(env!("CARGO_PKG_VERSION")));

fn watch(name: &SpanName) -> SpanWatch {
    let active = UNDECLARED.start(&Start {
        name: name.text(),
        kind: &SpanKind::Internal,
        beginning: Beginning::NONE,
        shown: false,
        exceptions: false,
        attributes: &Distinct::default,
        outcome: None,
    });
    SpanWatch { active, started: None }
}

/// Starts a span of this name and of the kind `Internal`, on the global tracer, without a function to run: see [`StartedSpan`].
///
/// ```
/// let span = meterstick::trace::start("answer");
/// span.event("thought", &());
/// span.end();
/// ```
///
/// # Panics
///
/// If the name is an empty literal. For a name that is known at run time only, use a [`SpanName`].
#[track_caller]
pub fn start(name: impl IntoSpanName) -> StartedSpan {
    StartedSpan::new(watch(&name.into_span_name()))
}

/// Runs a function in a span of this name and of the kind `Internal`, on the global tracer.
///
/// If it runs in more than one place, [declare](super::Tracer) the span instead: then its scope, kind and attributes are
/// declared, too.
///
/// ```
/// let answer = meterstick::trace::run("answer", |span| {
///     span.event("thought", &());
///     6 * 7
/// });
/// assert_eq!(answer, 42);
/// ```
///
/// # Panics
///
/// If the name is an empty literal. For a name that is known at run time only, use a [`SpanName`].
#[track_caller]
#[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
pub fn run<T, A_FUTURE_IS_RUN_BY_run_async>(name: impl IntoSpanName, work: impl FnOnce(&ActiveSpan) -> T) -> T
where
    T: Finished<A_FUTURE_IS_RUN_BY_run_async>,
{
    drive::run::<Infallible, _, _>(watch(&name.into_span_name()), work).0
}

/// Runs a function that can fail in a span of this name, and returns its result: see
/// [`Span::try_run`](super::Span::try_run).
///
/// ```
/// let parsed = meterstick::trace::try_run("parse", |_| "12".parse::<u64>());
/// assert_eq!(parsed, Ok(12));
/// ```
///
/// # Errors
///
/// Those of the function.
///
/// # Panics
///
/// If the name is an empty literal. For a name that is known at run time only, use a [`SpanName`].
#[track_caller]
#[allow(non_camel_case_types, reason = "the name is the message: see `Finished`")]
pub fn try_run<T, E: Failure, A_FUTURE_IS_RUN_BY_try_run_async>(
    name: impl IntoSpanName,
    work: impl FnOnce(&ActiveSpan) -> Result<T, E>,
) -> Result<T, E>
where
    T: Finished<A_FUTURE_IS_RUN_BY_try_run_async>,
{
    drive::run::<Fallible<ByTypeName>, _, _>(watch(&name.into_span_name()), work).0
}

/// Runs a future in a span of this name: see [`Span::run_async`](super::Span::run_async).
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let answer = meterstick::trace::run_async("answer", async |_| 6 * 7).await;
/// assert_eq!(answer, 42);
/// # });
/// ```
///
/// # Panics
///
/// If the name is an empty literal. For a name that is known at run time only, use a [`SpanName`].
#[track_caller]
pub fn run_async<F: Future>(
    name: impl IntoSpanName,
    work: impl FnOnce(ActiveSpan) -> F,
) -> impl Future<Output = F::Output> {
    let name = name.into_span_name();
    future::run::<Infallible, Alone, _, _, _, _>(move || watch(&name), work)
}

/// Runs a future that can fail in a span of this name: see [`Span::try_run_async`](super::Span::try_run_async).
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let parsed = meterstick::trace::try_run_async("parse", async |_| "12".parse::<u64>()).await;
/// assert_eq!(parsed, Ok(12));
/// # });
/// ```
///
/// # Panics
///
/// If the name is an empty literal. For a name that is known at run time only, use a [`SpanName`].
#[track_caller]
pub fn try_run_async<T, E: Failure, F: Future<Output = Result<T, E>>>(
    name: impl IntoSpanName,
    work: impl FnOnce(ActiveSpan) -> F,
) -> impl Future<Output = Result<T, E>> {
    let name = name.into_span_name();
    future::run::<Fallible<ByTypeName>, Alone, _, _, _, _>(move || watch(&name), work)
}
