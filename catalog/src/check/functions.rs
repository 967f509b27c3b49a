//! What the check knows about PromQL's functions.
// Used by `call`, `known`.

/// The unit of a function's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gives {
    /// The unit of the series.
    Same,
    /// The unit of a difference between values of the series.
    Difference,
    /// The unit of the series per second.
    PerSecond,
    /// A count, or whether there are any.
    Count,
    /// A time.
    Seconds,
    /// Any other unit.
    Unknown,
}

/// The kind of series that a function takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// Counters.
    Counters,
    /// Gauges: values that go up and down.
    Levels,
    /// Any series.
    Any,
}

/// The facts about a function: the unit of its result, its series, and whether the total of a counter remains a total.
pub(super) fn of(name: &str) -> (Gives, Over, bool) {
    match name {
        "rate" | "irate" => (Gives::PerSecond, Over::Counters, false),
        "increase" => (Gives::Difference, Over::Counters, false),
        "delta" | "idelta" => (Gives::Difference, Over::Levels, false),
        "deriv" => (Gives::PerSecond, Over::Any, false),
        "resets" => (Gives::Count, Over::Counters, false),
        "changes" | "count_over_time" | "present_over_time" | "absent" | "absent_over_time" | "sgn" => {
            (Gives::Count, Over::Any, false)
        }
        "stddev_over_time" | "mad_over_time" => (Gives::Difference, Over::Any, true),
        "avg_over_time"
        | "min_over_time"
        | "max_over_time"
        | "sum_over_time"
        | "last_over_time"
        | "first_over_time"
        | "quantile_over_time"
        | "predict_linear"
        | "double_exponential_smoothing"
        | "holt_winters"
        | "abs"
        | "ceil"
        | "floor"
        | "round"
        | "clamp"
        | "clamp_min"
        | "clamp_max"
        | "sort"
        | "sort_desc"
        | "sort_by_label"
        | "sort_by_label_desc"
        | "scalar"
        | "vector"
        | "label_replace"
        | "label_join" => (Gives::Same, Over::Any, true),
        "time"
        | "timestamp"
        | "ts_of_max_over_time"
        | "ts_of_min_over_time"
        | "ts_of_last_over_time"
        | "ts_of_first_over_time" => (Gives::Seconds, Over::Any, false),
        _ => (Gives::Unknown, Over::Any, false),
    }
}

/// Whether the function is known.
pub(super) fn is_known(name: &str) -> bool {
    of(name).0 != Gives::Unknown || name.starts_with("histogram_")
}
