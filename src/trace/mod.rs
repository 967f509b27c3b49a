//! Typed spans: declared once, run around any function or future.
//!
//! [`Tracer`] starts a declaration. [`Span`] is a live span; [`Operation`] is a span and a duration histogram together. The work
//! is passed its [`ActiveSpan`]. For names that are not declared there are [`run`] and similar functions.
//!
//! ```
//! use meterstick::prelude::*;
//! use meterstick::trace::{Internal, Span, Tracer};
//!
//! #[derive(Clone, Copy, Attributes)]
//! #[attributes(prefix = "user")]
//! struct UserAttributes {
//!     id: i64,
//! }
//!
//! const SHOP: Scope = Scope::new("shop");
//! static GET_USER: Span<UserAttributes> =
//!     Tracer::span::<Internal>().name("get-user").attributes::<UserAttributes>().global(SHOP);
//!
//! let name = GET_USER.run(UserAttributes { id: 7 }, |span| {
//!     span.event("found", &());
//!     "Ada"
//! });
//! assert_eq!(name, "Ada");
//! ```
// Uses `attribute`, `declare`, `failure`, `instrument`, `record`, `redirect`, `safely`, `unit`. Used by `cache`,
// `testing`.

mod active;
mod chain;
mod current;
mod declare;
mod declare_operation;
mod distinct;
mod drive;
mod end;
mod error_type;
mod failure;
mod future;
mod given;
mod kept;
mod kind;
mod name;
mod operation;
mod outcome;
mod prepared;
mod refused;
mod runs;
mod said;
#[cfg(feature = "testing")]
mod scoped;
mod shared;
mod source;
mod sources;
mod span;
mod started;
mod traced;
mod undeclared;
mod verdict;

pub use active::ActiveSpan;
pub use declare::{SpanDeclaration, SpanDescriptor, Tracer, WantsSpanName};
pub use declare_operation::{OperationDeclaration, WantsOperationDuration, WantsOperationName};
pub use error_type::{ByTypeName, ByValue, ErrorType};
pub use given::IntoTracer;
pub use kind::{Client, Consumer, Internal, KindOfSpan, Producer, Server};
pub use name::{EventName, EventNameError, IntoEventName, IntoSpanName, SpanName, SpanNameError};
pub use operation::Operation;
pub use outcome::{Outcome, OutcomeKeys};
pub use prepared::Prepared;
pub use sources::{OneOf, WithSources};
pub use span::Span;
pub use started::{Entered, StartedOperation, StartedSpan};
pub use traced::Traced;
pub use undeclared::{run, run_async, start, try_run, try_run_async};

#[cfg(any(feature = "cache", feature = "cache-async"))]
pub(crate) use end::{Fallible, Infallible};
#[cfg(feature = "testing")]
pub(crate) use given::GivenTracer;
#[cfg(feature = "testing")]
pub(crate) use scoped::ScopedTracers;

#[doc(hidden)]
pub use failure::Finished;
#[doc(hidden)]
pub use outcome::Carried;
#[doc(hidden)]
pub use refused::{Running, WithDuration, WithName};
