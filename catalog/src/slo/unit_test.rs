//! Unit tests of an objective's alerts, with the figures of the burn rates.
// Uses `burn`, `declare`, `promql`, `record`, `rules`. No other module uses it.

use super::burn::{self, BURNS};
use super::declare::{Kind, Slo};
use super::record::budget;
use crate::promql::{Filter, Names, Part, QueryError, Select, series_with};
use crate::rules::{Buckets, Case, Native, Severity, Steps, UnitTests, labels, opposite, write_tests};

impl Slo {
    /// Writes unit tests of the alerts for `promtool test rules`: they fire immediately if everything fails, and at their burn
    /// rates but not below; they do not fire if nothing or little fails; and they end after the errors. `file` is the path of the
    /// file of rules, relative to the file of tests.
    ///
    /// # Errors
    ///
    /// The errors of [`rules`](Self::rules) and of [`to_yaml`](crate::rules::to_yaml).
    pub fn unit_tests(&self, file: &str, names: &Names) -> Result<UnitTests, QueryError> {
        let (objective, period) = (self.objective.clone()?, self.period.clone()?);
        burn::check(objective, period)?;
        self.check_declared()?;
        self.check_query(names)?;
        let Some((good, bad)) = self.series(names)? else {
            return Ok(UnitTests { yaml: write_tests(file, &[]), untested: vec![self.name.clone()] });
        };
        let budget = budget(objective);
        let step = (BURNS[0].short(period) / 5).clamp(1000, 60_000) / 1000 * 1000;
        let (hour, six_hours) = (BURNS[0].long(period), BURNS[1].long(period));
        let values = match Buckets::of(&self.all, names).map(|buckets| (self.values(&buckets), buckets)) {
            None => None,
            Some((Some(values), buckets)) => Some((buckets, values)),
            Some((None, _)) => {
                return Ok(UnitTests { yaml: write_tests(file, &[]), untested: vec![self.name.clone()] });
            }
        };
        // A thousand events per second, some of them errors.
        let input = |phases: &[(f64, u64)]| match &values {
            None => {
                let of = |part: fn(f64) -> f64| {
                    Steps::Phases(phases.iter().map(|(errors, millis)| (1000.0 * part(*errors), *millis)).collect())
                };
                self.input(&good, &bad, &of, names)
            }
            Some((buckets, [fine, wrong])) => {
                let of = |share: &dyn Fn(f64) -> [f64; 2]| {
                    let phase = |(errors, millis): &(f64, u64)| {
                        let [fine_share, wrong_share] = share(*errors);
                        (vec![(*fine, 1000.0 * fine_share), (*wrong, 1000.0 * wrong_share)], Some(*millis))
                    };
                    Steps::Native(Native { buckets: buckets.clone(), phases: phases.iter().map(phase).collect() })
                };
                self.native_input(&good, &bad, &of, names)
            }
        };
        let expect = |at: u64, page, ticket| {
            [(Severity::Page, page), (Severity::Ticket, ticket)].map(|(severity, fires)| {
                (at.next_multiple_of(step), "ErrorBudgetBurn".to_owned(), self.alert_labels(severity), fires)
            })
        };
        let steady = |what: &str, errors: f64, at: u64, page, ticket| Case {
            name: format!("{}: {what}", self.name),
            step,
            input: input(&[(errors, at + 10 * step)]),
            expected: expect(at, page, ticket).to_vec(),
        };
        let soon = 5 * step;
        let mut cases = vec![
            steady("nothing fails", 0.0, hour, false, false),
            steady("everything fails", 1.0, soon, true, true),
            steady("half of the budget is used", budget * 0.5, hour, false, false),
            steady("twice the budget is used", budget * 2.0, hour, false, true),
            steady("five times the budget is used", budget * 5.0, hour, false, true),
            steady("seven times the budget is used", budget * 7.0, hour, true, true),
        ];
        let ended = hour + BURNS[1].short(period) + 2 * step;
        cases.push(Case {
            name: format!("{}: everything failed for a while, and then nothing", self.name),
            step,
            input: input(&[(1.0, hour.next_multiple_of(step)), (0.0, six_hours)]),
            expected: [expect(hour - step, true, true), expect(ended, false, true)].concat(),
        });
        Ok(UnitTests { yaml: write_tests(file, &cases), untested: Vec::new() })
    }

    /// The labels of good and of bad events; `None` if there are none for a regular expression.
    #[allow(clippy::type_complexity)]
    fn series(&self, names: &Names) -> Result<Option<(Vec<(String, String)>, Vec<(String, String)>)>, QueryError> {
        let mut bad: Select = self.good.clone();
        if self.kind == Kind::Availability {
            let last: Option<Filter> = bad.filters.pop();
            bad.filters.extend(last.as_ref().map(opposite));
        }
        Ok(labels(&self.good, names)?.zip(labels(&bad, names)?))
    }

    /// The value of a good and of a bad event in a native histogram.
    fn values(&self, buckets: &Buckets) -> Option<[f64; 2]> {
        match (&self.good.part, self.kind) {
            (Part::Within(boundary), Kind::Latency) => Some([buckets.within(*boundary)?, buckets.beyond(*boundary)?]),
            (Part::Within(boundary), Kind::Availability) => Some([buckets.within(*boundary)?; 2]),
            // Each contributes the same to the count and to the sum.
            _ => Some([1.0, 1.0]),
        }
    }

    /// The native histograms, with the shares of good and of bad events in each.
    fn native_input(
        &self,
        good: &[(String, String)],
        bad: &[(String, String)],
        of: &dyn Fn(&dyn Fn(f64) -> [f64; 2]) -> Steps,
        names: &Names,
    ) -> Vec<(String, Steps)> {
        let name = names.of(&self.all.metric).name;
        match self.kind {
            Kind::Latency => vec![(series_with(&name, good), of(&|errors| [1.0 - errors, errors]))],
            Kind::Availability => present([
                (series_with(&name, good), of(&|errors| [1.0 - errors, 0.0])),
                (series_with(&name, bad), of(&|errors| [0.0, errors])),
            ]),
        }
    }

    /// The series, with a share of errors.
    fn input(
        &self,
        good: &[(String, String)],
        bad: &[(String, String)],
        of: &dyn Fn(fn(f64) -> f64) -> Steps,
        names: &Names,
    ) -> Vec<(String, Steps)> {
        let name = names.of(&self.all.metric).name;
        let series = |suffix: &str, labels: &[(String, String)], le: Option<String>| {
            let labels: Vec<_> = labels.iter().cloned().chain(le.map(|le| ("le".to_owned(), le))).collect();
            series_with(&format!("{name}{suffix}"), &labels)
        };
        let (suffix, le) = match &self.good.part {
            Part::Within(boundary) => ("_bucket", Some(boundary.to_string())),
            Part::Count => ("_count", None),
            Part::Sum => ("_sum", None),
            Part::Value | Part::Failed(_) => ("", None),
        };
        match self.kind {
            Kind::Latency => {
                vec![(series(suffix, good, le), of(|errors| 1.0 - errors)), (series("_count", good, None), of(|_| 1.0))]
            }
            Kind::Availability => present([
                (series(suffix, good, le.clone()), of(|errors| 1.0 - errors)),
                (series(suffix, bad, le), of(|errors| errors)),
            ]),
        }
    }
}

/// The series that there are: one appears with its first event.
fn present(series: [(String, Steps); 2]) -> Vec<(String, Steps)> {
    let has_events = |steps: &Steps| match steps {
        Steps::Phases(phases) => phases.iter().any(|(rate, _)| *rate > 0.0),
        Steps::Native(native) => native.phases.iter().any(|(values, _)| values.iter().any(|(_, rate)| *rate > 0.0)),
        Steps::Constant(_) | Steps::Growing(_) => true,
    };
    series.into_iter().filter(|(_, steps)| has_events(steps)).collect()
}
