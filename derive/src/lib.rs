//! The derive macros of `meterstick`. Use them through that crate.
