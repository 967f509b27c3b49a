//! Reports that are made once per instrument.
// Uses `map`, `section`. Used by `instrument`, `slot`.

use std::sync::{Mutex, PoisonError};

use super::map::{self, Map};
use super::section::Section;

/// Reports that were made, and of which instruments. Names are those of declarations, so there is an end to them.
static MADE: Mutex<Map<(&str, &str), ()>> = Mutex::new(map::new());

/// Whether a report on an instrument is the first of its kind.
pub(crate) fn is_first(report: &'static str, instrument: &'static str) -> bool {
    // In a section already, this thread may hold the lock: the report is made once more.
    let Some(_section) = Section::enter() else { return true };
    MADE.lock().unwrap_or_else(PoisonError::into_inner).insert((report, instrument), ()).is_none()
}
