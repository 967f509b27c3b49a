//! How fast an error budget is used, and when that is too fast.
//!
//! The figures are those of Google's *Site Reliability Workbook*, chapter 5, section *6: Multiwindow, Multi-Burn-Rate Alerts*
//! (table 5-8, and the rules above it, which have the window of a day as well):
//! for a period of 30 days, 2% of the budget within an hour or 5% within six call a person, 10% within a day or within three
//! make a ticket. Each is confirmed by a window of a twelfth, so that the alert ends soon after the errors do.

use crate::promql::QueryError;
use crate::rules::Severity;

const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// The period that the figures are for.
pub(super) const PERIOD: u64 = 30 * DAY;

/// An alert's window for a period of 30 days, and the part of the budget that is used within it.
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
    /// The window that the errors are measured over.
    pub(super) fn long(&self, period: u64) -> u64 {
        scaled(self.long, period)
    }

    /// The window that confirms that there still are errors.
    pub(super) fn short(&self, period: u64) -> u64 {
        scaled(self.long / 12, period)
    }

    /// How many times as fast the budget is used as it would last for the period.
    pub(super) fn rate(&self) -> f64 {
        // The part of the period is the same for all periods, as the windows are scaled with them.
        let rate = self.budget * (PERIOD as f64 / self.long as f64);
        (rate * 1e6).round() / 1e6
    }
}

/// A window of the figures for another period.
fn scaled(window: u64, period: u64) -> u64 {
    let window = u128::from(window) * u128::from(period) / u128::from(PERIOD);
    let window = u64::try_from(window).unwrap_or(u64::MAX);
    // Prometheus takes milliseconds; a window of a second or more is one of whole seconds.
    if window >= 1000 { window / 1000 * 1000 } else { window.max(1) }
}

/// That each alert can fire: all events are errors at most.
pub(super) fn check(objective: f64) -> Result<(), QueryError> {
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
    fn an_objective_with_which_an_alert_never_fires_is_refused() {
        assert_eq!(check(0.95), Ok(()));
        assert!(matches!(check(0.9), Err(QueryError::NeverFires { .. })));
        for objective in [0.0, 1.0, 99.9, f64::NAN] {
            assert!(matches!(check(objective), Err(QueryError::Objective(_))), "{objective}");
        }
    }
}
