//! `Window`: durations in a query.
// Uses `error`. Used by `rules`, `series`, `slo`, `text`.

use meterstick::Measurement;
use meterstick::unit::Seconds;

use super::error::{LONGEST, QueryError};

/// A duration in a query: a quantity in any unit of time, or a `std::time::Duration`.
///
/// ```
/// use meterstick::unit::{Hours, Minutes};
/// use meterstick_catalog::promql::Window;
///
/// assert_eq!(Minutes(90).millis()?, 5_400_000);
/// assert!(Hours(0).millis().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a window is a time, and `{Self}` is not one",
    label = "not a time",
    note = "write a quantity, `Minutes(5)`, or a `std::time::Duration`"
)]
pub trait Window {
    /// Returns the duration in milliseconds.
    ///
    /// # Errors
    ///
    /// [`QueryError::Window`] if it is not a positive number of whole milliseconds, or is more than 285 years.
    fn millis(self) -> Result<u64, QueryError>;
}

#[diagnostic::do_not_recommend]
impl<M: Measurement<f64, Seconds>> Window for M {
    fn millis(self) -> Result<u64, QueryError> {
        let seconds = self.measure().map_err(|_| QueryError::Window(f64::NAN))?;
        let millis = (seconds * 1000.0).round();
        let exact = (seconds * 1000.0 - millis).abs() < 1e-6;
        if exact && (1.0..LONGEST * 1000.0).contains(&millis) {
            Ok(millis as u64)
        } else {
            Err(QueryError::Window(seconds))
        }
    }
}

/// A valid number of milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Millis(pub u64);

impl Measurement<f64, Seconds> for Millis {
    fn measure(self) -> Result<f64, meterstick::MeasurementError> {
        Ok(self.0 as f64 / 1000.0)
    }
}

/// Prometheus' notation of a duration: `1h30m`.
pub(crate) fn duration(millis: u64) -> String {
    const UNITS: [(u64, &str); 6] =
        [(604_800_000, "w"), (86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s"), (1, "ms")];
    // Weeks are written only if nothing remains, as Prometheus does.
    let mut left = millis;
    let mut text = String::new();
    for (size, unit) in UNITS {
        if left >= size && (unit != "w" && unit != "d" || left.is_multiple_of(size)) {
            text.push_str(&format!("{}{unit}", left / size));
            left %= size;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_are_written_as_prometheus_does() {
        let written = [1, 1500, 60_000, 5_400_000, 259_200_000, 2_592_000_000, 604_800_000, 90_000_000].map(duration);
        assert_eq!(written, ["1ms", "1s500ms", "1m", "1h30m", "3d", "30d", "1w", "25h"]);
    }
}
