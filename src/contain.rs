//! Panics of the program's code, where they must not reach a thread of the SDK: it would end.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs code of the program. A panic comes back as the text that it carries.
pub(crate) fn contained<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|payload| {
        let text = text(&*payload).to_owned();
        discard(payload);
        text
    })
}

/// Drops what a panic carries. A destructor that panics carries something again, which is leaked: its destructor might
/// panic, too, and so on.
fn discard(payload: Box<dyn Any + Send>) {
    if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(again);
    }
}

fn text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("it does not say why")
}

#[cfg(test)]
mod tests {
    use super::contained;

    /// Panics each time that it is dropped, with another one of its kind.
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
            Err("it does not say why".into())
        );
        assert_eq!(contained(|| -> u8 { std::panic::resume_unwind(Box::new("text")) }), Err("text".into()));
        assert_eq!(contained(|| 1), Ok(1));
    }
}
