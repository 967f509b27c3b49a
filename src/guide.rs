//! The guide: pages to read front to back.
//!
//! 1. [Getting started](getting_started): from an empty crate to metrics that are exported.
//! 2. [Units](units): which there are, how they convert, how to make one's own.
//! 3. [The laws](laws): each with the line that compiles, the line that does not, and the message.
//! 4. Test what you measure, a page that is there with the feature `proptest`.
//! 5. Spans, a page that is there with the feature `trace`.
//! 6. [What is guaranteed](guarantees): each rule, how it is held, and the test that shows it.
//! 7. [The messages](errors): what the compiler says of each law that is broken.
//!
//! Every example is compiled and run as a test.

#[doc = include_str!("../docs/getting-started.md")]
pub mod getting_started {}

#[doc = include_str!("../docs/units.md")]
pub mod units {}

#[doc = include_str!("../docs/laws.md")]
pub mod laws {}

#[cfg(feature = "proptest")]
#[cfg_attr(docsrs, doc(cfg(feature = "proptest")))]
#[doc = include_str!("../docs/testing.md")]
pub mod testing {}

#[cfg(feature = "trace")]
#[cfg_attr(docsrs, doc(cfg(feature = "trace")))]
#[doc = include_str!("../docs/spans.md")]
pub mod spans {}

#[doc = include_str!("../docs/guarantees.md")]
pub mod guarantees {}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
