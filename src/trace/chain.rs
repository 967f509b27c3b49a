//! The chain of an error's sources.
// Uses `safely`. Used by `end`, `sources`.

use std::error::Error;
use std::iter;

use crate::safely::safely;

/// Longer chains are cut. A chain that leads back to its start has no end.
const LONGEST: usize = 32;

/// Iterates over an error and its sources. It ends early if one of them panics.
pub(super) fn chain<'e>(first: Option<&'e (dyn Error + 'static)>) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    iter::successors(first, source_of).take(LONGEST)
}

fn source_of<'e>(error: &&'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    let error = *error;
    safely(|| error.source()).flatten()
}
