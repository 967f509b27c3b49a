//! The guide: pages to read front to back.
//!
//! 1. [Getting started](getting_started): from an empty crate to metrics that are exported.
//! 2. [Units](units): which there are, how they convert, how to make one's own.
//! 3. [The laws](laws): each with the line that compiles, the line that does not, and the message.
//! 4. Test what you measure, a page that is there with the feature `proptest`.
//! 5. Spans, a page that is there with the feature `trace`.
//! 6. Attributes, a page that is there with the feature `serde`.
//! 7. Exporters, a page that is there with the features `export-spans` and `export-logs`.
//! 8. A cache that measures itself, a page that is there with the feature `cache`.
//! 9. [The catalogue](catalogue): what is declared, as data.
//! 10. [What is guaranteed](guarantees): each rule, how it is held, and the test that shows it.
//! 11. [The messages](errors): what the compiler says of each law that is broken.
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

#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
#[doc = include_str!("../docs/attributes.md")]
pub mod attributes {}

#[cfg(all(feature = "export-spans", feature = "export-logs"))]
#[cfg_attr(docsrs, doc(cfg(all(feature = "export-spans", feature = "export-logs"))))]
#[doc = include_str!("../docs/exporters.md")]
pub mod exporters {}

#[cfg(feature = "cache")]
#[cfg_attr(docsrs, doc(cfg(feature = "cache")))]
#[doc = include_str!("../docs/cache.md")]
pub mod cache {}

#[doc = include_str!("../docs/catalogue.md")]
pub mod catalogue {}

#[doc = include_str!("../docs/guarantees.md")]
pub mod guarantees {}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
