//! Runs the user's code and contains its panics.
// Used by `attribute`, `cache`, `export`, `instrument`, `record`, `trace`.

use std::any::Any;
use std::fmt::{self, Display};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

/// Runs the user's code. `None` if it panics; the panic hook has reported that already.
pub(crate) fn safely<T>(work: impl FnOnce() -> T) -> Option<T> {
    contained(work).ok()
}

/// Drops a value of the user, whose destructor can panic.
#[inline]
pub(crate) fn drop_safely<T>(value: T) {
    if mem::needs_drop::<T>() {
        safely(|| drop(value));
    }
}

/// Drops a reference in a collection callback. The last one runs the destructors of the user's values. The SDK holds the lock of
/// its pipeline in a callback, so a destructor that builds an instrument would wait for itself: another thread runs them.
pub(crate) fn release<T: Send + Sync + 'static>(reference: Arc<T>) {
    if let Some(last) = Arc::into_inner(reference) {
        // If no thread can be started, it is dropped here.
        safely(|| thread::Builder::new().name("meterstick.drop".into()).spawn(move || drop_safely(last)));
    }
}

/// Runs the user's code. On a panic, returns its text.
pub(crate) fn contained<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(text_of)
}

fn text_of(payload: Box<dyn Any + Send>) -> String {
    let text = text(&*payload).to_owned();
    // The payload's destructor is the user's code, too. If that panics, its payload is leaked: dropping it could panic again.
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        mem::forget(second);
    }
    text
}

fn text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("the payload is no text")
}

/// Displays a value. If its `Display` panics, the text that it wrote before the panic is kept.
pub(crate) struct Safe<'a, T: ?Sized>(pub(crate) &'a T);

impl<T: Display + ?Sized> Display for Safe<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        safely(|| self.0.fmt(f)).unwrap_or(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::{contained, safely};

    /// Panics when it is dropped, with another `Hydra` as its payload.
    struct Hydra;

    impl Drop for Hydra {
        fn drop(&mut self) {
            std::panic::resume_unwind(Box::new(Hydra));
        }
    }

    #[test]
    fn a_payload_whose_drop_panics_is_contained() {
        assert_eq!(
            contained(|| -> u8 { std::panic::resume_unwind(Box::new(Hydra)) }),
            Err("the payload is no text".into())
        );
        assert_eq!(contained(|| -> u8 { std::panic::resume_unwind(Box::new("text")) }), Err("text".into()));
        assert_eq!(contained(|| 1), Ok(1));
        assert_eq!(safely(|| -> u8 { std::panic::resume_unwind(Box::new(Hydra)) }), None);
    }
}
