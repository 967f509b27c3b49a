//! The units of a cache's metrics.
//!
//! They are not declared with `unit!`: the implementations carry `do_not_recommend`, so that the compiler does not suggest
//! them to a user who forgot a unit.
// Uses `unit`. Used by `metrics`.

macro_rules! counted {
    ($($(#[$meta:meta])* $unit:ident $code:literal;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $unit {}

        #[diagnostic::do_not_recommend]
        impl $crate::unit::Unit for $unit {
            type Dimension = Self;
            const CODE: &'static str = $crate::unit::Code::new($code).as_str();
            const SCALE: $crate::unit::Scale = $crate::unit::Scale::new(1, 1);
            type Counts = $crate::unit::Is<true>;
            type Adds = $crate::unit::Is<true>;
            type Difference = Self;
            type Origin = $crate::unit::origin::Custom;
            const BOUNDARIES: &'static [f64] = $crate::unit::COUNTS;
        }
    )*};
}

counted! {
    /// Lookups in a cache (`{lookup}`).
    Lookups "{lookup}";
    /// Entries of a cache (`{entry}`).
    Entries "{entry}";
}
