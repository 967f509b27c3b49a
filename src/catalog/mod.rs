//! What is declared, as data: for the provider, and for the people around the code.
//!
//! [`catalog!`](crate::catalog!) makes a [`Catalog`] of declared metrics. Its laws are checked when it is compiled.

mod identity;
mod law;
mod lint;
mod list;
mod message;
mod prometheus;
mod text;
mod views;

pub use law::CatalogError;
pub use lint::{Finding, Lint, Report};
pub use list::Catalog;
pub use prometheus::Prometheus;
#[doc(hidden)]
pub use views::views;
