//! Burn rates: how fast an error budget may be used before an alert fires.
//!
//! The figures are those of Google's *Site Reliability Workbook*, chapter 5, section *6: Multiwindow, Multi-Burn-Rate Alerts*
//! (table 5-8, and the rules above it, which also have the window of a day): for a period of 30 days, 2% of the budget within an
//! hour or 5% within six hours call a person, 10% within a day or within three days open a ticket. Each is confirmed by a window
//! of a twelfth, so that the alert ends soon after the errors do.
// Uses `promql`, `rules`. Used by `declare`, `panels`, `record`, `unit_test`.

use crate::promql::QueryError;
use crate::rules::Severity;

const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// The period of the figures.
pub(super) const PERIOD: u64 = 30 * DAY;

/// The shortest period: its shortest window is 5 seconds.
const LEAST: u64 = DAY / 2;

/// The window of an alert for a period of 30 days, and the part of the budget that is used within it.
pub(super) struct Burn {
    pub(super) severity: Severity,
    long: u64,
    budget: f64,
}

pub(super) const BURNS: [Burn; 4] = [
    Burn { severity: Severity::Page, long: HOUR, budget: 0.02 },
    Burn { severity: Severity::Page, long: 6 * HOUR, budget: 0.05 },
    Burn { severity: Severity::Ticket, long: DAY, budget: 0.1 },
    Burn { severity: Severity::Ticket, long: 3 * DAY, budget: 0.1 },
];

impl Burn {
    /// The window over which the errors are measured.
    pub(super) fn long(&self, period: u64) -> u64 {
        scaled(self.long, period)
    }

    /// The window that confirms that errors still occur.
    pub(super) fn short(&self, period: u64) -> u64 {
        scaled(self.long / 12, period)
    }

    /// The burn rate: how many times faster than sustainable the budget is used.
    pub(super) fn rate(&self) -> f64 {
        // The windows are scaled with the period, so the rate is the same for all periods.
        let rate = self.budget * (PERIOD as f64 / self.long as f64);
        (rate * 1e6).round() / 1e6
    }
}

/// A window, scaled to another period.
fn scaled(window: u64, period: u64) -> u64 {
    let window = u128::from(window) * u128::from(period) / u128::from(PERIOD);
    let window = u64::try_from(window).unwrap_or(u64::MAX);
    // Prometheus takes milliseconds; windows of a second or more are whole seconds.
    if window >= 1000 { window / 1000 * 1000 } else { window.max(1) }
}

/// Checks that each alert can fire: at most all events are errors, and each window can contain samples.
pub(super) fn check(objective: f64, period: u64) -> Result<(), QueryError> {
    if period < LEAST {
        let seconds = |millis: u64| millis as f64 / 1000.0;
        return Err(QueryError::Period { period: seconds(period), at_least: seconds(LEAST) });
    }
    if !(objective > 0.0 && objective < 1.0) {
        return Err(QueryError::Objective(objective));
    }
    let fastest = BURNS.iter().map(Burn::rate).fold(0.0, f64::max);
    if fastest * (1.0 - objective) >= 1.0 {
        return Err(QueryError::NeverFires { objective, burn_rate: fastest, at_least: 1.0 - 1.0 / fastest });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_those_of_the_workbook() {
        let figures = BURNS.map(|burn| (burn.long(PERIOD) / 60_000, burn.short(PERIOD) / 60_000, burn.rate()));
        assert_eq!(figures, [(60, 5, 14.4), (360, 30, 6.0), (1440, 120, 3.0), (4320, 360, 1.0)]);
    }

    #[test]
    fn windows_are_scaled_with_the_period() {
        let windows = BURNS.map(|burn| (burn.long(PERIOD / 60) / 1000, burn.short(PERIOD / 60) / 1000, burn.rate()));
        assert_eq!(windows, [(60, 5, 14.4), (360, 30, 6.0), (1440, 120, 3.0), (4320, 360, 1.0)]);
    }

    #[test]
    fn a_period_whose_windows_contain_no_samples_is_refused() {
        assert_eq!(check(0.99, LEAST), Ok(()));
        assert_eq!(BURNS[0].short(LEAST), 5000);
        for period in [1, 60_000, 720_000, LEAST - 1] {
            assert!(matches!(check(0.99, period), Err(QueryError::Period { at_least: 43_200.0, .. })), "{period}");
        }
    }

    #[test]
    fn an_objective_with_which_an_alert_never_fires_is_refused() {
        assert_eq!(check(0.95, PERIOD), Ok(()));
        assert!(matches!(check(0.9, PERIOD), Err(QueryError::NeverFires { .. })));
        for objective in [0.0, 1.0, 99.9, f64::NAN] {
            assert!(matches!(check(objective, PERIOD), Err(QueryError::Objective(_))), "{objective}");
        }
    }
}
