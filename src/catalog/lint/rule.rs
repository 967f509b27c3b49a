//! `Lint`: the conventions that are checked, each with a name, its section and its rule.
// Used by `lint::attributes`, `lint::conventions`, `lint::kinds`, `lint::names`, `lint::plurals`, `lint::prometheus`,
// `lint::report`, `lint::units`.

use core::fmt;

macro_rules! lints {
    ($($(#[$meta:meta])* $lint:ident $name:literal, $section:literal: $rule:literal;)*) => {
        /// A convention that a catalogue is checked against.
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
            /// All lints, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$lint),*];

            /// Returns the lint's name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$lint => $name,)*
                }
            }

            /// Returns the section of the specification that the rule is from.
            #[must_use]
            pub const fn section(self) -> &'static str {
                match self {
                    $(Self::$lint => $section,)*
                }
            }

            /// Returns the rule as a sentence.
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
    /// No delimiter is doubled or at an end of a name.
    Delimiters "delimiters", "Semantic conventions, naming: general": "no delimiter is doubled or at an end";
    /// A key is not another's namespace.
    KeyIsNamespace "key_is_namespace", "Semantic conventions, naming: general":
        "a key is not another's namespace";
    /// A metric's name is not another's namespace. The conventions themselves have exceptions, such as `hw.temperature`
    /// beside `hw.temperature.limit`.
    NameIsNamespace "name_is_namespace", "Semantic conventions, naming: general":
        "a metric's name is not another's namespace";
    /// A name is a convention's, or not nearly one: [`Report::conventions`](super::Report::conventions) checks it.
    NearMiss "near_miss", "Semantic conventions, naming: general": "a name is not nearly a convention's";
    /// Two metrics or two keys have different names in Prometheus, too.
    PrometheusClash "prometheus_clash", "Compatibility, Prometheus: metric metadata":
        "different names are different in Prometheus, too";
    /// An integer in `1` is not a ratio, but Prometheus calls it one.
    PrometheusRatio "prometheus_ratio", "Compatibility, Prometheus: metric metadata":
        "a metric that Prometheus calls a ratio is a fraction";
    /// A name in Prometheus has each suffix only once.
    PrometheusRepeats "prometheus_repeats", "Compatibility, Prometheus: metric metadata":
        "a name in Prometheus has each suffix once";
    /// A key does not become a label that Prometheus sets itself, such as `le`.
    PrometheusLabel "prometheus_label", "Compatibility, Prometheus: metric attributes":
        "a key is not a label that Prometheus sets itself";
    /// A name is not one that exists in Prometheus already, such as `target_info`.
    PrometheusTaken "prometheus_taken", "Compatibility, Prometheus: metric metadata":
        "a name does not exist in Prometheus already";
    /// The unit is not in the name.
    UnitInName "unit_in_name", "Semantic conventions, metrics: units": "no unit is in the name";
    /// A sum's name does not end in `total`.
    TotalInName "total_in_name", "Semantic conventions, metrics: do not use total": "a sum's name does not contain `total`";
    /// An up-down counter's name is in the singular.
    PluralUpDownCounter "plural_up_down_counter", "Semantic conventions, metrics: pluralization":
        "an up-down counter's name is in the singular";
    /// A name is in the plural only if it counts something.
    PluralName "plural_name", "Semantic conventions, metrics: pluralization":
        "a name is in the plural only if its unit is an annotation";
    /// A namespace is in the singular.
    PluralNamespace "plural_namespace", "Semantic conventions, metrics: pluralization": "a namespace is in the singular";
    /// A utilization is a fraction, in the unit `1`.
    UtilizationUnit "utilization_unit", "Semantic conventions, metrics: instrument naming":
        "a utilization has the unit `1`";
    /// A usage and its limit are in the same unit.
    UsageAndLimitUnits "usage_and_limit_units", "Semantic conventions, metrics: instrument naming":
        "a usage and its limit share a unit";
    /// An attribute distinguishes input and output.
    IoDirection "io_direction", "Semantic conventions, metrics: instrument naming":
        "an `io` has its direction as an attribute";
    /// A duration is a histogram.
    DurationKind "duration_kind", "Semantic conventions, metrics: instrument types": "a duration is a histogram";
    /// A time spent is a counter.
    TimeKind "time_kind", "Semantic conventions, metrics: instrument naming": "a time spent is a counter";
    /// Durations are in seconds.
    DurationUnit "duration_unit", "Semantic conventions, metrics: units": "durations are in seconds";
    /// Units have no prefix.
    PrefixedUnit "prefixed_unit", "Semantic conventions, metrics: units": "a unit has no prefix";
    /// A count's unit is an annotation. Information, states and codes have no unit.
    CountUnit "count_unit", "Semantic conventions, metrics: units": "a count's unit is an annotation of what is counted";
    /// An annotation is in the singular.
    PluralAnnotation "plural_annotation", "Semantic conventions, metrics: units": "an annotation is in the singular";
    /// An annotation stands alone.
    AnnotatedOne "annotated_one", "Semantic conventions, metrics: units": "an annotation has no `1` before it";
    /// Names in `otel.` are reserved for OpenTelemetry.
    Reserved "reserved", "Semantic conventions, naming: otel namespace": "`otel.` is reserved for OpenTelemetry";
    /// Each metric has a description.
    NoDescription "no_description", "Registry check: briefs": "a metric has a description";
    /// A description ends with a full stop.
    DescriptionEnd "description_end", "Registry check: briefs": "a description ends with a full stop";
    /// An allowed finding exists.
    NeedlessAllowance "needless_allowance", "this catalogue": "an allowed finding exists";
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
