//! How units are written down.

/// Declares one's own units: what is counted, as a UCUM annotation.
///
/// The unit is a type and, in the same name, the constructor of its quantities. It takes bare numbers, adds up and
/// converts to no other.
///
/// ```
/// use meterstick::prelude::*;
///
/// meterstick::unit! {
///     /// Requests served.
///     pub Requests = "{request}"
/// }
///
/// const REQUESTS: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("http.server.requests");
/// assert_eq!(REQUESTS.descriptor().unit, "{request}");
/// assert_eq!(Requests(3) + Requests(4), Requests(7));
/// ```
///
/// A code that UCUM does not know does not compile:
///
/// ```compile_fail
/// meterstick::unit! { Requests = "requests" }
/// ```
#[macro_export]
macro_rules! unit {
    ($($(#[$meta:meta])* $vis:vis $unit:ident = $code:literal);+ $(;)?) => {$(
        $crate::__unit! {
            $(#[$meta])* $vis $unit = $code, 1 / 1, 0 / 1; $unit, counts true, adds true, $crate::unit::COUNTS
        }
        $crate::__converts! { ($unit) }
    )+};
}

/// One unit: its type, its constructor, its facts.
#[doc(hidden)]
#[macro_export]
macro_rules! __unit {
    (
        $(#[$meta:meta])* $vis:vis $unit:ident = $code:literal, $num:literal / $den:literal, $offset:literal / $part:literal;
        $dimension:ty, counts $counts:literal, adds $adds:literal, $boundaries:expr
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $unit {}

        $(#[$meta])*
        #[allow(non_snake_case, dead_code)]
        $vis const fn $unit<N: $crate::Number>(number: N) -> $crate::unit::Quantity<N, $unit> {
            $crate::unit::Quantity::new(number)
        }

        impl $crate::unit::Unit for $unit {
            type Dimension = $dimension;
            const CODE: &'static str = $crate::unit::Code::new($code).as_str();
            const SCALE: $crate::unit::Scale = $crate::unit::Scale { num: $num, den: $den, offset: $offset, part: $part };
            type Counts = $crate::unit::Is<$counts>;
            type Adds = $crate::unit::Is<$adds>;
            const BOUNDARIES: &'static [f64] = $boundaries;
        }

        // A unit that nothing uses is checked too.
        const _: () = {
            let _ = <$unit as $crate::unit::Unit>::CODE;
        };
    };
}

/// That each unit of a dimension converts to each.
#[doc(hidden)]
#[macro_export]
macro_rules! __converts {
    ($all:tt) => { $crate::__converts! { @each $all $all } };
    (@each ($($from:ident)*) $all:tt) => {$( $crate::__converts! { @from $from $all } )*};
    (@from $from:ident ($($to:ident)*)) => {$(
        impl $crate::unit::ConvertsTo<$to> for $from {
            type Ratio = $crate::unit::Ratio<{
                $crate::unit::Scale::is_whole(<$from as $crate::unit::Unit>::SCALE, <$to as $crate::unit::Unit>::SCALE)
            }>;
        }
    )*};
}

/// The units of one dimension.
macro_rules! dimension {
    (
        $(#[$dmeta:meta])* $dimension:ident, adds $adds:literal;
        $($(#[$meta:meta])* $unit:ident $code:literal = $num:literal / $den:literal $(+ $offset:literal / $part:literal)?, $boundaries:expr;)+
    ) => {
        $(#[$dmeta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $dimension {}

        $(dimension! { @unit $(#[$meta])* $unit $code = $num / $den $(+ $offset / $part)?; $dimension, $adds, $boundaries })+

        $crate::__converts! { ($($unit)+) }
    };
    (@unit $(#[$meta:meta])* $unit:ident $code:literal = $num:literal / $den:literal; $dimension:ident, $adds:literal, $boundaries:expr) => {
        dimension! { @unit $(#[$meta])* $unit $code = $num / $den + 0 / 1; $dimension, $adds, $boundaries }
    };
    (@unit $(#[$meta:meta])* $unit:ident $code:literal = $num:literal / $den:literal + $offset:literal / $part:literal; $dimension:ident, $adds:literal, $boundaries:expr) => {
        $crate::__unit! {
            $(#[$meta])* pub $unit = $code, $num / $den, $offset / $part; $dimension, counts false, adds $adds, $boundaries
        }
    };
}
