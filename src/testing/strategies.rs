//! Strategies for property tests: quantities, attribute sets, names, units, boundaries.
// Uses `number`, `sample`, `unit`. No other module uses it.

use proptest::prelude::*;

use super::sample::{Sample, Samples};
use crate::number::Number;
use crate::unit::{Quantity, Unit};

/// Generates quantities of a unit.
///
/// ```
/// use meterstick::testing::quantities;
/// use meterstick::unit::{Micros, Millis};
/// use proptest::prelude::*;
///
/// proptest!(|(took in quantities::<u32, Millis>(0..1000_u32))| {
///     prop_assert_eq!(took.to::<Micros>().value(), took.value() * 1000);
/// });
/// ```
pub fn quantities<N: Number, U: Unit>(numbers: impl Strategy<Value = N> + 'static) -> Samples<Quantity<N, U>> {
    numbers.prop_map(Quantity::new).boxed()
}

/// Generates attribute sets whose fields have [samples](Sample).
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::testing::sets;
/// use proptest::prelude::*;
///
/// #[derive(Clone, Copy, Debug, Attributes)]
/// struct Served<'a> {
///     route: &'a str,
///     ok: bool,
/// }
///
/// proptest!(|(served in sets::<Served<'static>>())| {
///     prop_assert_eq!(served.key_values().len(), 2);
/// });
/// ```
pub fn sets<A: Sample>() -> Samples<A> {
    A::sample()
}

/// Generates instrument names.
pub fn names() -> Samples<String> {
    "[a-zA-Z][a-zA-Z0-9_./-]{0,60}".boxed()
}

/// Generates texts of which about half are instrument names. The others differ from one by little.
pub fn nearly_names() -> Samples<String> {
    prop_oneof![
        4 => names(),
        1 => Just(String::new()),
        1 => "[0-9_./-][a-z.]{0,9}",
        1 => "[a-z][a-z. äé{}%]{0,9}",
        1 => "[a-z]{250,260}",
    ]
    .boxed()
}

/// Generates unit codes.
pub fn units() -> Samples<String> {
    let unit = prop_oneof![
        Just("1"),
        Just("s"),
        Just("ms"),
        Just("us"),
        Just("By"),
        Just("KiBy"),
        Just("%"),
        Just("Cel"),
        Just("[degF]"),
        Just("{request}"),
        Just("kW"),
        Just("h"),
        Just("m2"),
        Just("10*3"),
    ];
    prop_oneof![
        3 => unit.clone().prop_map(String::from),
        1 => (unit.clone(), unit).prop_map(|(n, d)| format!("{n}/{d}")),
    ]
    .boxed()
}

/// Generates texts of which about half are unit codes. The others differ from one by little.
pub fn nearly_units() -> Samples<String> {
    const WRONG: [&str; 10] = ["", "µs", "requests", "{request", "request}", "s//By", "(s", "1s", "m 2", "{a}{b}"];
    prop_oneof![
        units(),
        proptest::sample::select(&WRONG[..]).prop_map(String::from).boxed(),
        "[smBy/.{}()12-]{0,8}".boxed()
    ]
    .boxed()
}

/// Generates bucket boundaries of a histogram: finite, strictly increasing, some of them close.
pub fn boundaries() -> Samples<Vec<f64>> {
    let step = prop_oneof![4 => (1..100_u16).prop_map(f64::from), 1 => Just(0.125), 1 => Just(1e6)];
    (-1000..1000_i16, proptest::collection::vec(step, 0..20))
        .prop_map(|(first, steps)| {
            let mut boundaries = vec![f64::from(first)];
            for step in steps {
                boundaries.push(boundaries.last().copied().unwrap_or_default() + step);
            }
            boundaries
        })
        .boxed()
}
