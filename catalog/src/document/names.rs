//! The names of the core's enumerations in a document.
// No other module uses it.

/// Defines a module for `#[serde(with = "..")]`: a table of values and names.
macro_rules! names {
    ($module:ident: $ty:ty { $($variant:ident = $name:literal),* $(,)? }) => {
        pub mod $module {
            use serde::de::Error as _;
            use serde::{Deserialize, Deserializer, Serializer};

            const NAMES: &[&str] = &[$($name),*];
            const VALUES: &[$ty] = &[$(<$ty>::$variant),*];

            pub fn serialize<S: Serializer>(value: &$ty, serializer: S) -> Result<S::Ok, S::Error> {
                let at = VALUES.iter().position(|one| one == value);
                let name = at.map(|at| NAMES[at]);
                name.map_or_else(
                    || Err(serde::ser::Error::custom(format!("`{value:?}` has no name"))),
                    |name| serializer.serialize_str(name),
                )
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$ty, D::Error> {
                let name = String::deserialize(deserializer)?;
                let at = NAMES.iter().position(|one| *one == name);
                at.map(|at| VALUES[at]).ok_or_else(|| D::Error::unknown_variant(&name, NAMES))
            }
        }
    };
}

names!(kind: meterstick::InstrumentKind {
    Counter = "counter",
    UpDownCounter = "up_down_counter",
    Histogram = "histogram",
    Gauge = "gauge",
    ObservableCounter = "observable_counter",
    ObservableUpDownCounter = "observable_up_down_counter",
    ObservableGauge = "observable_gauge",
});

names!(form: meterstick::Form {
    Integer = "integer",
    Float = "float",
});

names!(value_type: meterstick::ValueType {
    Bool = "bool",
    Int = "int",
    Double = "double",
    String = "string",
    Bools = "bools",
    Ints = "ints",
    Doubles = "doubles",
    Strings = "strings",
    Any = "any",
});
