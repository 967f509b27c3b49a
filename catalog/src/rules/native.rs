//! Samples of native histograms, for unit tests.
// Uses `promql`. Used by `input`, `slo`.

use std::collections::BTreeMap;

use meterstick::InstrumentKind;

use crate::promql::{Names, Select};

/// The buckets of a native histogram.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Buckets {
    /// With the declared boundaries of the metric.
    Custom(Vec<f64>),
    /// Each is twice as wide as the one before: bucket `n` ends at 2 to the power of `n`.
    Exponential,
}

/// Recorded values, and the number of each per second.
pub(crate) type Values = Vec<(f64, f64)>;

/// How the samples of a native histogram continue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Native {
    pub(crate) buckets: Buckets,
    /// The recorded values, for some milliseconds each, or to the end.
    pub(crate) phases: Vec<(Values, Option<u64>)>,
}

impl Buckets {
    /// The buckets that Prometheus stores for a metric; `None` if it has a series for each bucket instead.
    pub(crate) fn of(select: &Select, names: &Names) -> Option<Self> {
        let is_histogram = select.metric.kind == InstrumentKind::Histogram;
        let exponential = select.metric.exponential.is_some();
        let custom = Self::Custom(select.metric.boundaries.to_vec());
        (is_histogram && names.is_native(&select.metric)).then_some(if exponential {
            Self::Exponential
        } else {
            custom
        })
    }

    /// A value whose bucket ends at or below a boundary; `None` if there is no such bucket.
    pub(crate) fn within(&self, boundary: f64) -> Option<f64> {
        match self {
            Self::Custom(boundaries) => boundaries.iter().copied().rfind(|one| *one <= boundary),
            Self::Exponential => (boundary > 0.0).then_some(boundary / 4.0),
        }
    }

    /// A value whose bucket starts at or above a boundary; `None` if there is no such bucket.
    pub(crate) fn beyond(&self, boundary: f64) -> Option<f64> {
        match self {
            Self::Custom(boundaries) => {
                boundaries.iter().find(|one| **one >= boundary).map(|end| end + end.abs() + 1.0)
            }
            Self::Exponential => Some(if boundary > 0.0 { boundary * 4.0 } else { 1.0 }),
        }
    }
}

impl Native {
    /// One phase to the end.
    pub(crate) fn steady(buckets: Buckets, values: Values) -> Self {
        Self { buckets, phases: vec![(values, None)] }
    }

    /// In `promtool`'s notation, for samples with a step of milliseconds between them.
    pub(crate) fn notation(&self, step: u64, until: u64) -> String {
        let seconds = step as f64 / 1000.0;
        let (mut total, mut parts) = (Values::new(), Vec::new());
        for (values, millis) in &self.phases {
            let by: Values = values.iter().map(|(value, rate)| (*value, rate * seconds)).collect();
            let (samples, steps) = match millis {
                // A part with `n` steps has `n + 1` samples; the first is its start.
                Some(millis) => (millis / step, (millis / step).saturating_sub(1)),
                None => (until / step + 2, until / step + 2),
            };
            parts.push(format!("{}+{}x{steps}", self.sample(&total), self.sample(&by)));
            total.extend(by.iter().map(|(value, count)| (*value, count * samples as f64)));
        }
        parts.join(" ")
    }

    fn sample(&self, counts: &[(f64, f64)]) -> String {
        // The sum of no values is a negative zero.
        let count = counts.iter().fold(0.0, |sum, (_, count)| sum + count);
        let sum = counts.iter().fold(0.0, |sum, (value, count)| sum + value * count);
        let list = |numbers: &[f64]| numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(" ");
        match &self.buckets {
            Buckets::Custom(boundaries) => {
                let mut buckets = vec![0.0; boundaries.len() + 1];
                for (value, count) in counts {
                    buckets[boundaries.iter().filter(|end| **end < *value).count()] += count;
                }
                let (ends, buckets) = (list(boundaries), list(&buckets));
                format!("{{{{schema:-53 count:{count} sum:{sum} custom_values:[{ends}] buckets:[{buckets}]}}}}")
            }
            Buckets::Exponential => {
                let mut buckets: BTreeMap<i32, f64> = BTreeMap::new();
                for (value, count) in counts {
                    *buckets.entry(value.log2().ceil() as i32).or_default() += count;
                }
                let first = buckets.keys().next().copied().unwrap_or(0);
                let last = buckets.keys().next_back().copied().unwrap_or(0);
                let buckets: Vec<_> = (first..=last).map(|at| buckets.get(&at).copied().unwrap_or_default()).collect();
                let buckets = list(&buckets);
                format!("{{{{schema:0 count:{count} sum:{sum} offset:{first} buckets:[{buckets}]}}}}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_in_the_bucket_that_ends_at_it() {
        let custom = Native::steady(Buckets::Custom(vec![0.5, 1.0]), vec![(0.5, 1.0), (3.0, 2.0)]);
        assert_eq!(
            custom.notation(1000, 1000),
            "{{schema:-53 count:0 sum:0 custom_values:[0.5 1] buckets:[0 0 0]}}\
             +{{schema:-53 count:3 sum:6.5 custom_values:[0.5 1] buckets:[1 0 2]}}x3"
        );
        let exponential = Native::steady(Buckets::Exponential, vec![(0.5, 1.0), (3.0, 2.0)]);
        assert_eq!(
            exponential.notation(1000, 1000),
            "{{schema:0 count:0 sum:0 offset:0 buckets:[0]}}+{{schema:0 count:3 sum:6.5 offset:-1 buckets:[1 0 0 2]}}x3"
        );
    }

    #[test]
    fn phases_go_on_from_where_the_last_one_ended() {
        let phases = vec![(vec![(1.0, 1.0)], Some(2000)), (vec![(4.0, 1.0)], Some(2000))];
        assert_eq!(
            Native { buckets: Buckets::Exponential, phases }.notation(1000, 4000),
            "{{schema:0 count:0 sum:0 offset:0 buckets:[0]}}+{{schema:0 count:1 sum:1 offset:0 buckets:[1]}}x1 \
             {{schema:0 count:2 sum:2 offset:0 buckets:[2]}}+{{schema:0 count:1 sum:4 offset:2 buckets:[1]}}x1"
        );
    }

    #[test]
    fn a_boundary_parts_what_is_within_from_what_is_beyond() {
        let custom = Buckets::Custom(vec![1.0, 100.0]);
        assert_eq!((custom.within(1.0), custom.beyond(1.0)), (Some(1.0), Some(3.0)));
        // The bucket that contains 2 has values on both sides.
        assert_eq!((custom.within(2.0), custom.beyond(2.0)), (Some(1.0), Some(201.0)));
        assert_eq!((custom.within(0.5), custom.beyond(200.0)), (None, None));
        assert_eq!((Buckets::Exponential.within(2.0), Buckets::Exponential.beyond(2.0)), (Some(0.5), Some(8.0)));
    }
}
