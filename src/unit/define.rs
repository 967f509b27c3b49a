//! The macros that declare units: `unit!` for custom ones, `dimension!` for those of this crate.
// Uses `code`, `convert`, `count`, `ladder`, `number`, `origin`, `quantity`, `temperature`, `unit`. No other module
// uses it.

/// Declares custom units: each is a type, and a function of the same name that makes its quantities.
///
/// | written | what it declares |
/// | --- | --- |
/// | `pub Requests = "{request}"` | a count, by a UCUM annotation: it takes bare numbers |
/// | `pub Farads = "F"` | a unit of its own dimension, by its UCUM code: it takes quantities |
/// | `pub UsdMicros = Usd / 1_000_000` | a part of a unit, to which it converts exactly; its code is `{USD}/1000000` |
/// | `pub Terahertz = "THz" = Hertz * 1_000_000_000_000` | a multiple of a unit, with a code |
/// | `pub CpuMegahertz = Megahertz, adds up` | the same unit, with another rule |
///
/// The base unit is any unit in scope: one of [`meterstick::unit`](mod@crate::unit), another custom unit, or a type alias of a
/// rate. The factor is an integer or a fraction, `Base * 5 / 9`. A part or a multiple has the dimension of its base and converts
/// to every unit of it, custom ones included.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Hertz, Megahertz};
///
/// meterstick::unit! {
///     /// Requests served.
///     pub Requests = "{request}";
///     /// US dollars.
///     pub Usd = "{USD}", no bare numbers;
///     /// Millionths of them, in which prices come.
///     pub UsdMicros = Usd / 1_000_000;
///     pub Terahertz = "THz" = Hertz * 1_000_000_000_000;
///     /// The capacity of CPUs, which adds up.
///     pub CpuMegahertz = Megahertz, adds up;
/// }
///
/// const REQUESTS: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("http.server.requests");
/// assert_eq!(REQUESTS.descriptor().unit, "{request}");
///
/// const COST: Metric<Counter<u64, UsdMicros>> = Meter::counter::<u64>().unit::<UsdMicros>().name("llm.cost");
/// assert_eq!(Usd(3).to::<UsdMicros>(), UsdMicros(3_000_000));
///
/// assert_eq!(Terahertz(2).to::<Megahertz>(), Megahertz(2_000_000));
/// const CAPACITY: Metric<UpDownCounter<i64, CpuMegahertz>> =
///     Meter::up_down_counter::<i64>().unit::<CpuMegahertz>().name("host.cpu.capacity");
/// assert_eq!(CAPACITY.descriptor().unit, "MHz");
/// ```
///
/// # Rules
///
/// | words after a comma | |
/// | --- | --- |
/// | `adds up`, `does not add up` | whether counters take the unit. By default, a count and a unit of a new dimension add up; a part or a multiple adds up if its base does |
/// | `bare numbers`, `no bare numbers` | whether `REQUESTS.add(1)` compiles. By default, a count takes bare numbers, and a unit with a dimension takes quantities |
///
/// A code that is not in UCUM does not compile:
///
/// ```compile_fail
/// meterstick::unit! { Requests = "requests" }
/// ```
///
/// An integer conversion that would round does not compile; const evaluation reports it when the program is built:
///
/// ```compile_fail
/// meterstick::unit! { Usd = "{USD}"; UsdMicros = Usd / 1_000_000 }
/// let dollars = UsdMicros(1_500_000).to::<Usd>();
/// ```
#[macro_export]
macro_rules! unit {
    ($(
        $(#[$meta:meta])* $vis:vis $unit:ident
            = $($code:literal)? $(=)? $($base:ident)::* $(* $times:literal)? $(/ $parts:literal)?
            $(, $($word:ident)+)*
    );+ $(;)?) => {$(
        $crate::__unit! {
            @type [$(#[$meta])* $vis $unit] [$($code)?] [$($base)::*] [$($times)?] [$($parts)?] [$(, $($word)+)*]
        }
    )+};
}

/// Declares one unit: its type, its constructor and its implementation of `Unit`.
#[doc(hidden)]
#[macro_export]
macro_rules! __unit {
    // A custom unit. All names but the unit's own are absolute, because the unit can be called `str`, `Clone` or `N`.
    (@type [$(#[$meta:meta])* $vis:vis $unit:ident] [$code:literal] [] [] [] [$(, $($word:ident)+)*]) => {
        $crate::__unit! { @items [$(#[$meta])*] [$(#[$meta])*] $vis $unit }

        #[diagnostic::do_not_recommend]
        impl $crate::unit::Unit for $unit {
            type Dimension = $unit;
            const CODE: &'static ::core::primitive::str = $crate::unit::Code::new($code).as_str();
            const SCALE: $crate::unit::Scale = $crate::unit::Scale::new(1, 1);
            type Counts = $crate::unit::Is<{
                $crate::unit::bare_numbers(&[$(&[$(::core::stringify!($word)),+]),*], $crate::unit::is_count($code))
            }>;
            type Adds = $crate::unit::Is<{ $crate::unit::adds_up(&[$(&[$(::core::stringify!($word)),+]),*], true) }>;
            type Difference = $unit;
            type Origin = $crate::unit::origin::Custom;
            const BOUNDARIES: &'static [::core::primitive::f64] = $crate::unit::boundaries_of($code);
        }

        $crate::__unit! { @check $unit }
    };
    (
        @type [$(#[$meta:meta])* $vis:vis $unit:ident]
        [$($code:literal)?] [$($base:ident)::+] [$($times:literal)?] [$($parts:literal)?] [$(, $($word:ident)+)*]
    ) => {
        $crate::__unit! { @items [$(#[$meta])*] [$(#[$meta])*] $vis $unit }

        #[diagnostic::do_not_recommend]
        impl $crate::unit::Unit for $unit {
            type Dimension = <$($base)::+ as $crate::unit::Unit>::Dimension;
            const CODE: &'static ::core::primitive::str = {
                const JOINED: $crate::unit::Joined = $crate::__unit! {
                    @code [$($code)?]
                    <$($base)::+ as $crate::unit::Unit>::CODE, $crate::__unit!(@or [$($times)?]), $crate::__unit!(@or [$($parts)?])
                };
                $crate::unit::Code::new(JOINED.as_str()).as_str()
            };
            const SCALE: $crate::unit::Scale = <$($base)::+ as $crate::unit::Unit>::SCALE
                .scaled($crate::__unit!(@or [$($times)?]), $crate::__unit!(@or [$($parts)?]));
            type Counts = $crate::unit::Is<{
                $crate::unit::bare_numbers(&[$(&[$(::core::stringify!($word)),+]),*], false)
            }>;
            type Adds = $crate::unit::Is<{
                $crate::unit::adds_up(
                    &[$(&[$(::core::stringify!($word)),+]),*],
                    <<$($base)::+ as $crate::unit::Unit>::Adds as $crate::unit::Known>::YES,
                )
            }>;
            type Difference = $unit;
            type Origin = $crate::unit::origin::Custom;
            const BOUNDARIES: &'static [::core::primitive::f64] = {
                const SCALED: $crate::unit::ScaledBoundaries = $crate::unit::ScaledBoundaries::of(
                    <$($base)::+ as $crate::unit::Unit>::BOUNDARIES,
                    $crate::__unit!(@or [$($times)?]),
                    $crate::__unit!(@or [$($parts)?]),
                );
                SCALED.as_slice()
            };
        }

        $crate::__unit! { @check $unit }
    };
    (@type $($other:tt)*) => {
        ::core::compile_error!(
            "a unit is its code, a part of another unit or a multiple of one: write `pub Requests = \"{request}\"`, `pub UsdMicros = Usd / 1_000_000` or `pub Terahertz = \"THz\" = Hertz * 1_000_000_000_000`"
        );
    };
    (@code [] $base:expr, $times:expr, $parts:expr) => { $crate::unit::Joined::scaled($times, $base, $parts) };
    (@code [$code:literal] $base:expr, $times:expr, $parts:expr) => { $crate::unit::Joined::of(&[$code]) };
    (@or []) => { 1 };
    (@or [$factor:literal]) => { $factor };

    // Checks units that nothing uses, too.
    (@check $unit:ident) => {
        const _: () = {
            let _ = <$unit as $crate::unit::Unit>::CODE;
            let _ = <$unit as $crate::unit::Unit>::SCALE;
        };
    };

    // First the attributes of the type only, then those that its constructor has as well.
    (@items [$(#[$meta:meta])*] [$(#[$shared:meta])*] $vis:vis $unit:ident) => {
        $(#[$meta])*
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash
        )]
        #[allow(non_camel_case_types)]
        $vis enum $unit {}

        $crate::__unit! { @constructor [$(#[$shared])*] [$vis] $unit $unit }
    };
    // The type parameter of the constructor must not have the unit's name.
    (@constructor $meta:tt $vis:tt $unit:ident __Number) => { $crate::__unit! { @fn $meta $vis $unit __OtherNumber } };
    (@constructor $meta:tt $vis:tt $unit:ident $other:ident) => { $crate::__unit! { @fn $meta $vis $unit __Number } };
    (@fn [$($meta:tt)*] [$vis:vis] $unit:ident $number:ident) => {
        #[doc = ::core::concat!("Makes a quantity in [`", ::core::stringify!($unit), "`](enum@", ::core::stringify!($unit), ").")]
        ///
        $($meta)*
        #[allow(non_snake_case, dead_code)]
        $vis const fn $unit<$number: $crate::Number>(__number: $number) -> $crate::unit::Quantity<$number, $unit> {
            $crate::unit::Quantity::new(__number)
        }
    };
}

/// Declares the units of one dimension.
macro_rules! dimension {
    (
        $(#[$dmeta:meta])* $dimension:ident, adds $adds:literal;
        $($(#[$meta:meta])* $unit:ident $code:literal = $num:literal / $den:literal $(+ $offset:literal / $part:literal)?, $boundaries:expr;)+
    ) => {
        $(#[$dmeta])*
        ///
        /// | unit | UCUM code | size, in the base unit |
        /// | --- | --- | --- |
        $(#[doc = concat!(
            "| [`", stringify!($unit), "`](enum@", stringify!($unit), ") | `", $code, "` | ", stringify!($num), " / ", stringify!($den), " |"
        )])+
        ///
        /// Each converts to each of the others, floats always, integers where no value is rounded.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $dimension {}

        $(
            dimension! {
                @unit $(#[$meta])* $unit $code = $num / $den, [$($offset / $part)?];
                $dimension, counts false, adds $adds, $boundaries
            }
        )+

        dimension! { @convert ($($unit)+) }
    };
    (
        @unit $(#[$meta:meta])* $unit:ident $code:literal = $num:literal / $den:literal, [$($offset:literal / $part:literal)?];
        $dimension:ty, counts $counts:literal, adds $adds:literal, $boundaries:expr
    ) => {
        $crate::__unit! {
            @items [
                $(#[$meta])*
                ///
                #[doc = concat!(
                    "The UCUM code, which is exported, is `", $code, "`. It converts to the other units of [`", stringify!($dimension),
                    "`]."
                )]
                ///
                /// ```
                /// use meterstick::prelude::*;
                #[doc = concat!("use meterstick::unit::", stringify!($unit), ";")]
                ///
                #[doc = concat!("const EXAMPLE: Metric<Gauge<f64, ", stringify!($unit), ">> =")]
                #[doc = concat!("    Meter::gauge::<f64>().unit::<", stringify!($unit), ">().name(\"example\");")]
                #[doc = concat!("assert_eq!(EXAMPLE.descriptor().unit, \"", $code, "\");")]
                #[doc = concat!("assert_eq!(", stringify!($unit), "(2.5).value(), 2.5);")]
                /// ```
            ] [
                /// ```
                #[doc = concat!("use meterstick::unit::", stringify!($unit), ";")]
                ///
                #[doc = concat!("assert_eq!(", stringify!($unit), "(2.5).value(), 2.5);")]
                /// ```
            ] pub $unit
        }

        #[diagnostic::do_not_recommend]
        impl $crate::unit::Unit for $unit {
            type Dimension = $dimension;
            const CODE: &'static str = $crate::unit::Code::new($code).as_str();
            const SCALE: $crate::unit::Scale =
                dimension! { @scale $num / $den, [$($offset / $part)?] };
            type Counts = $crate::unit::Is<$counts>;
            type Adds = $crate::unit::Is<$adds>;
            type Difference = dimension! { @difference $unit [$($offset)?] };
            type Origin = $crate::unit::origin::BuiltIn;
            const BOUNDARIES: &'static [f64] = $boundaries;
        }
    };
    (@scale $num:literal / $den:literal, []) => { $crate::unit::Scale::new($num, $den) };
    (@scale $num:literal / $den:literal, [$offset:literal / $part:literal]) => {
        $crate::unit::Scale::new($num, $den).offset($offset, $part)
    };
    (@difference $unit:ident []) => { $unit };
    (@difference $unit:ident [$offset:literal]) => { $crate::unit::Difference<$unit> };

    (@convert $all:tt) => { dimension! { @each $all $all } };
    (@each ($($from:ident)*) $all:tt) => {$( dimension! { @from $from $all } )*};
    (@from $from:ident ($($to:ident)*)) => {$(
        impl $crate::unit::origin::Listed<$to> for $from {
            type Ratio = $crate::number::Ratio<{
                $crate::unit::Scale::is_whole(<$from as $crate::unit::Unit>::SCALE, <$to as $crate::unit::Unit>::SCALE)
            }>;
        }
    )*};
}
