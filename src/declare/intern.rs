//! Keeps names, units and boundaries that are known at run time only.
// Used by `instrument`, `metric`, `state`, `trace`.

use std::sync::Mutex;

/// Returns the text, kept once for the life of the program.
///
/// The SDK keeps an instrument as long as its provider, so freeing these would save nothing; and a declaration that borrows for
/// `'static` is plain data.
pub(crate) fn intern(text: &str) -> &'static str {
    static KEPT: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    keep(&KEPT, |kept| *kept == text, || Box::leak(Box::from(text)))
}

/// Returns the boundaries, kept once for the life of the program.
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
