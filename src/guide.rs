//! The guide: pages to read front to back, in an hour.
//!
//! 1. [Why](why): what goes wrong without types, in lines that run.
//! 2. [Getting started](getting_started): from an empty crate to metrics that are exported.
//! 3. [Units](units): which there are, how they convert, how to make one's own.
//! 4. Attributes: typed sets, how many there can be, and any value. It is there with the feature `serde`.
//! 5. [Timers and guards](timers): how long something took and how it ended, and what is there for a while.
//! 6. [Statics or injection](statics): where an instrument lives, and whose it is.
//! 7. [Observables](observables): what is kept elsewhere, and asked for.
//! 8. [Components](components): a struct that declares its instruments, built, injected or as a static.
//! 9. [Groups and bound attributes](bind): components that come and go, and attributes that are known beforehand.
//! 10. [Generic code](generic_code): over any number, any set, any instrument that adds or records.
//! 11. [Less code](less_code): eight metrics by hand and here, and the characters that each takes.
//! 12. Spans, with the feature `trace`.
//! 13. Exporters, with the features `export-spans` and `export-logs`.
//! 14. A cache that measures itself, with the feature `cache`.
//! 15. Test what you measure, with the feature `proptest`.
//! 16. [The catalogue](catalogue): what is declared, as data.
//! 17. [Speed](speed): what was measured, and how to measure it.
//! 18. [The laws](laws): each with the line that compiles, the line that does not, and the message.
//! 19. [Versus](versus): what other libraries check, and when.
//! 20. [What is guaranteed](guarantees): each rule, how it is held, and the test that shows it.
//! 21. [The messages](errors): what the compiler says of each law that is broken.
//! 22. [The API guidelines](api_guidelines): Rust's, point by point.
//! 23. [OpenTelemetry's versions](opentelemetry): which one fits, what its experimental feature changes, and two in one program.
//! 24. [My metrics do not arrive](missing_metrics): each cause, and how to rule it out.
//!
//! The pages on the semantic conventions, on the layer for HTTP servers and on moving from other libraries are in the
//! repository's `docs`, as they need packages that this one does not.
//!
//! Every example is compiled and run as a test.

#[doc = include_str!("../docs/why.md")]
pub mod why {}

#[doc = include_str!("../docs/getting-started.md")]
pub mod getting_started {}

#[doc = include_str!("../docs/units.md")]
pub mod units {}

#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
#[doc = include_str!("../docs/attributes.md")]
pub mod attributes {}

#[doc = include_str!("../docs/timers.md")]
pub mod timers {}

#[doc = include_str!("../docs/generic-code.md")]
pub mod generic_code {}

#[doc = include_str!("../docs/components.md")]
pub mod components {}

#[doc = include_str!("../docs/bind.md")]
pub mod bind {}

#[doc = include_str!("../docs/less-code.md")]
pub mod less_code {}

#[doc = include_str!("../docs/statics.md")]
pub mod statics {}

#[doc = include_str!("../docs/observables.md")]
pub mod observables {}

#[cfg(feature = "trace")]
#[cfg_attr(docsrs, doc(cfg(feature = "trace")))]
#[doc = include_str!("../docs/spans.md")]
pub mod spans {}

#[cfg(all(feature = "export-spans", feature = "export-logs"))]
#[cfg_attr(docsrs, doc(cfg(all(feature = "export-spans", feature = "export-logs"))))]
#[doc = include_str!("../docs/exporters.md")]
pub mod exporters {}

#[cfg(feature = "cache")]
#[cfg_attr(docsrs, doc(cfg(feature = "cache")))]
#[doc = include_str!("../docs/cache.md")]
pub mod cache {}

#[cfg(feature = "proptest")]
#[cfg_attr(docsrs, doc(cfg(feature = "proptest")))]
#[doc = include_str!("../docs/testing.md")]
pub mod testing {}

#[doc = include_str!("../docs/catalogue.md")]
pub mod catalogue {}

#[doc = include_str!("../docs/speed.md")]
pub mod speed {}

#[doc = include_str!("../docs/laws.md")]
pub mod laws {}

#[doc = include_str!("../docs/versus.md")]
pub mod versus {}

#[doc = include_str!("../docs/guarantees.md")]
pub mod guarantees {}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/api-guidelines.md")]
pub mod api_guidelines {}

#[doc = include_str!("../docs/opentelemetry.md")]
pub mod opentelemetry {}

#[doc = include_str!("../docs/missing-metrics.md")]
pub mod missing_metrics {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
