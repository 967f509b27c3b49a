//! The conventions, each with a name.

use core::fmt;

macro_rules! lints {
    ($($(#[$meta:meta])* $lint:ident $name:literal, $section:literal: $rule:literal;)*) => {
        /// A convention that a catalogue can be held to.
        ///
        /// ```
        /// use meterstick::catalog::Lint;
        ///
        /// assert_eq!(Lint::UnitInName.name(), "unit_in_name");
        /// assert_eq!(Lint::UnitInName.rule(), "no unit is in the name");
        /// assert_eq!(Lint::UnitInName.section(), "Semantic conventions, metrics: units");
        /// assert!(Lint::ALL.contains(&Lint::UnitInName));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Lint {
            $($(#[$meta])* $lint,)*
        }

        impl Lint {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$lint),*];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$lint => $name,)*
                }
            }

            /// The part of the specification that it is from.
            #[must_use]
            pub const fn section(self) -> &'static str {
                match self {
                    $(Self::$lint => $section,)*
                }
            }

            /// What it asks for.
            #[must_use]
            pub const fn rule(self) -> &'static str {
                match self {
                    $(Self::$lint => $rule,)*
                }
            }
        }
    };
}

lints! {
    /// Names and keys are lowercase.
    UpperCase "upper_case", "Semantic conventions, naming: general": "a name is lowercase";
    /// A name is in a namespace.
    NoNamespace "no_namespace", "Semantic conventions, naming: general": "a name is in a namespace";
    /// The parts of names and keys are in snake case.
    NotSnakeCase "not_snake_case", "Semantic conventions, naming: general": "the parts of a name are in snake case";
    /// No delimiter stands next to another or at an end.
    Delimiters "delimiters", "Semantic conventions, naming: general": "no delimiter is doubled or at an end";
    /// A key is not another's namespace.
    KeyIsNamespace "key_is_namespace", "Semantic conventions, naming: general":
        "a key is not another's namespace";
    /// A metric's name is not another's namespace. The conventions themselves have exceptions, such as `hw.temperature`
    /// beside `hw.temperature.limit`.
    NameIsNamespace "name_is_namespace", "Semantic conventions, naming: general":
        "a metric's name is not another's namespace";
    /// A name is a convention's, or not nearly one: found by [`Report::conventions`](super::Report::conventions).
    NearMiss "near_miss", "Semantic conventions, naming: general": "a name is not nearly a convention's";
    /// Two metrics or keys have two names in Prometheus, too.
    PrometheusClash "prometheus_clash", "Compatibility, Prometheus: metric metadata":
        "two names are two in Prometheus, too";
    /// An integer in `1` is no ratio, and is called one in Prometheus.
    PrometheusRatio "prometheus_ratio", "Compatibility, Prometheus: metric metadata":
        "what is called a ratio in Prometheus is a fraction";
    /// A name in Prometheus has each suffix once.
    PrometheusRepeats "prometheus_repeats", "Compatibility, Prometheus: metric metadata":
        "a name in Prometheus has each suffix once";
    /// A key does not become a label that Prometheus sets by itself, as `le`.
    PrometheusLabel "prometheus_label", "Compatibility, Prometheus: metric attributes":
        "a key is no label that Prometheus sets by itself";
    /// A name is none that exists in Prometheus already, as `target_info`.
    PrometheusTaken "prometheus_taken", "Compatibility, Prometheus: metric metadata":
        "a name does not exist in Prometheus already";
    /// The unit is not in the name.
    UnitInName "unit_in_name", "Semantic conventions, metrics: units": "no unit is in the name";
    /// A sum's name does not end in `total`.
    TotalInName "total_in_name", "Semantic conventions, metrics: do not use total": "a sum's name does not say `total`";
    /// An up-down counter's name is in the singular.
    PluralUpDownCounter "plural_up_down_counter", "Semantic conventions, metrics: pluralization":
        "an up-down counter's name is in the singular";
    /// A name is in the plural only if it counts something.
    PluralName "plural_name", "Semantic conventions, metrics: pluralization":
        "a name is in the plural only if its unit is an annotation";
    /// A namespace is in the singular.
    PluralNamespace "plural_namespace", "Semantic conventions, metrics: pluralization": "a namespace is in the singular";
    /// A utilization is a fraction.
    UtilizationUnit "utilization_unit", "Semantic conventions, metrics: instrument naming":
        "a utilization has the unit `1`";
    /// What is used and how much there may be are in one unit.
    UsageAndLimitUnits "usage_and_limit_units", "Semantic conventions, metrics: instrument naming":
        "a usage and its limit share a unit";
    /// Input and output are told apart by an attribute.
    IoDirection "io_direction", "Semantic conventions, metrics: instrument naming":
        "an `io` has its direction as an attribute";
    /// A duration is a histogram.
    DurationKind "duration_kind", "Semantic conventions, metrics: instrument types": "a duration is a histogram";
    /// A time that was spent is a sum.
    TimeKind "time_kind", "Semantic conventions, metrics: instrument naming": "a time that was spent is a counter";
    /// Durations are in seconds.
    DurationUnit "duration_unit", "Semantic conventions, metrics: units": "durations are in seconds";
    /// Units have no prefix.
    PrefixedUnit "prefixed_unit", "Semantic conventions, metrics: units": "a unit has no prefix";
    /// A count's unit is what is counted. No unit at all is right for information, states and codes.
    CountUnit "count_unit", "Semantic conventions, metrics: units": "a count's unit is an annotation of what is counted";
    /// An annotation is in the singular.
    PluralAnnotation "plural_annotation", "Semantic conventions, metrics: units": "an annotation is in the singular";
    /// An annotation stands alone.
    AnnotatedOne "annotated_one", "Semantic conventions, metrics: units": "an annotation has no `1` before it";
    /// `otel.` is not for programs.
    Reserved "reserved", "Semantic conventions, naming: otel namespace": "`otel.` is reserved for OpenTelemetry";
    /// Each metric is described.
    NoDescription "no_description", "Registry check: briefs": "a metric has a description";
    /// A description is a sentence.
    DescriptionEnd "description_end", "Registry check: briefs": "a description ends with a full stop";
    /// A lint is allowed only where it was found.
    NeedlessAllowance "needless_allowance", "this catalogue": "what is allowed is there";
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
