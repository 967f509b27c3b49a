//! The chain of an error's sources.

use std::error::Error;
use std::iter;

use crate::safely::safely;

/// A chain that has no end, as one that leads back to its start, is cut.
const LONGEST: usize = 32;

/// An error and its sources, as far as they can be asked.
pub(super) fn chain<'e>(first: Option<&'e (dyn Error + 'static)>) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    iter::successors(first, source_of).take(LONGEST)
}

fn source_of<'e>(error: &&'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    let error = *error;
    safely(|| error.source()).flatten()
}
