//! Runs user code whose panics must not reach the SDK: they would end its thread.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs user code. Returns the text of a panic.
pub(crate) fn contained<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|payload| {
        let text = text(&*payload).to_owned();
        discard(payload);
        text
    })
}

/// Drops the payload of a panic. If its destructor panics, the second payload is leaked, because its destructor might panic
/// too.
fn discard(payload: Box<dyn Any + Send>) {
    if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(again);
    }
}

fn text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("the payload is no text")
}

#[cfg(test)]
mod tests {
    use super::contained;

    /// Panics when it is dropped, with another `Hydra` as payload.
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
    }
}
