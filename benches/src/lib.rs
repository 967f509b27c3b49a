//! The page of the guide that shows other libraries: it is compiled here, where they are.

#[cfg(doctest)]
#[doc = include_str!("../../docs/moving.md")]
mod moving {}
