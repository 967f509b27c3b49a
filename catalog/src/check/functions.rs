//! What is known of PromQL's functions.

/// What a function does to the unit of its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gives {
    /// The same.
    Same,
    /// The same a second.
    PerSecond,
    /// A number of things, or whether there are some.
    Count,
    /// A time.
    Seconds,
    /// Something else.
    Unknown,
}

/// What it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// Counters.
    Counters,
    /// What goes up and down.
    Levels,
    /// Whatever.
    Any,
}

/// What is known of a function: its unit, what it is over, and whether a total that goes in comes out.
pub(super) fn of(name: &str) -> (Gives, Over, bool) {
    match name {
        "rate" | "irate" => (Gives::PerSecond, Over::Counters, false),
        "increase" => (Gives::Same, Over::Counters, false),
        "delta" | "idelta" => (Gives::Same, Over::Levels, false),
        "deriv" => (Gives::PerSecond, Over::Any, false),
        "resets" => (Gives::Count, Over::Counters, false),
        "changes" | "count_over_time" | "present_over_time" | "absent" | "absent_over_time" | "sgn" => {
            (Gives::Count, Over::Any, false)
        }
        "avg_over_time"
        | "min_over_time"
        | "max_over_time"
        | "sum_over_time"
        | "last_over_time"
        | "first_over_time"
        | "quantile_over_time"
        | "stddev_over_time"
        | "mad_over_time"
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

/// Whether it is the name of a function of which something is known.
pub(super) fn is_known(name: &str) -> bool {
    of(name).0 != Gives::Unknown || name.starts_with("histogram_")
}
