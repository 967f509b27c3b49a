//! Spans whose names are not declared.

use std::borrow::Cow;
use std::fmt::Display;

use opentelemetry::Context;
use opentelemetry::trace::SpanKind;

use super::active::ActiveSpan;
use super::drive;
use super::end::{Fallible, Infallible};
use super::error_type::ByTypeName;
use super::source::{Source, Start};
use super::span::SpanWatch;
use crate::declare::Scope;

/// The global tracer of what is not declared.
static UNDECLARED: Source = Source::global(Scope::new("meterstick").version(env!("CARGO_PKG_VERSION")));

fn watch(name: Cow<'static, str>) -> SpanWatch {
    SpanWatch(UNDECLARED.start(&mut Start {
        name: &name,
        kind: &SpanKind::Internal,
        shown: &|| None,
        fill: &mut |_| {},
    }))
}

/// Runs a function in a span of this name and of the kind `Internal`, on the global tracer.
///
/// What is run in more than one place is better [declared](super::Tracer): then its scope, kind and attributes are too.
///
/// ```
/// let answer = meterstick::trace::run("answer", |span| {
///     span.event("thought", &());
///     6 * 7
/// });
/// assert_eq!(answer, 42);
/// ```
pub fn run<T>(name: impl Into<Cow<'static, str>>, work: impl FnOnce(&ActiveSpan) -> T) -> T {
    drive::run::<Infallible, _, _>(watch(name.into()), work).0
}

/// Runs a function that can fail in a span of this name, and hands on what it gives: see
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
pub fn try_run<T, E: Display>(
    name: impl Into<Cow<'static, str>>,
    work: impl FnOnce(&ActiveSpan) -> Result<T, E>,
) -> Result<T, E> {
    drive::run::<Fallible<ByTypeName>, _, _>(watch(name.into()), work).0
}

/// Runs a future in a span of this name: see [`Span::run_async`](super::Span::run_async).
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let answer = meterstick::trace::run_async("answer", async |_| 6 * 7).await;
/// assert_eq!(answer, 42);
/// # });
/// ```
pub fn run_async<F: Future>(
    name: impl Into<Cow<'static, str>>,
    work: impl FnOnce(ActiveSpan) -> F,
) -> impl Future<Output = F::Output> {
    let (name, parent) = (name.into(), Context::current());
    async move { drive::run_async::<Infallible, _, _>(parent, || watch(name), work).await.0 }
}

/// Runs a future that can fail in a span of this name: see [`Span::try_run_async`](super::Span::try_run_async).
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let parsed = meterstick::trace::try_run_async("parse", async |_| "12".parse::<u64>()).await;
/// assert_eq!(parsed, Ok(12));
/// # });
/// ```
pub fn try_run_async<T, E: Display, F: Future<Output = Result<T, E>>>(
    name: impl Into<Cow<'static, str>>,
    work: impl FnOnce(ActiveSpan) -> F,
) -> impl Future<Output = Result<T, E>> {
    let (name, parent) = (name.into(), Context::current());
    async move { drive::run_async::<Fallible<ByTypeName>, _, _>(parent, || watch(name), work).await.0 }
}
