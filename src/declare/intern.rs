//! Names, units and boundaries that come at run time.

use std::sync::Mutex;

/// The text, kept for the life of the program, once.
///
/// The SDK keeps an instrument for as long as its provider lives, so nothing is gained by giving these back; and a
/// declaration that borrows for ever is plain data.
pub(crate) fn intern(text: &str) -> &'static str {
    static KEPT: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    keep(&KEPT, |kept| *kept == text, || Box::leak(Box::from(text)))
}

/// The boundaries, kept for the life of the program, once.
pub(super) fn intern_boundaries(boundaries: &[f64]) -> &'static [f64] {
    static KEPT: Mutex<Vec<&'static [f64]>> = Mutex::new(Vec::new());
    keep(&KEPT, |kept| *kept == boundaries, || Box::leak(Box::from(boundaries)))
}

fn keep<T: Copy>(kept: &Mutex<Vec<T>>, is: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> T {
    let mut kept = kept.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if let Some(found) = kept.iter().find(|one| is(one)) {
        return *found;
    }
    let made = make();
    kept.push(made);
    made
}
