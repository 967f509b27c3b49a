//! Which numbers go through which conversions without being rounded.

/// Whether a conversion turns whole numbers into whole numbers.
#[derive(Clone, Copy, Debug)]
pub struct Ratio<const WHOLE: bool>;

/// The ratio of a custom unit: whether it turns whole numbers into whole numbers is checked when the program is built.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct WhenBuilt;

/// A number that goes through a conversion without being rounded: a float always, an integer if it stays whole.
#[diagnostic::on_unimplemented(
    message = "an integer conversion must not round, and this one would round a `{Self}`",
    label = "would be rounded",
    note = "use an instrument of a float or in a finer unit, or round by name: `.round_to::<Unit>()`, `.floor_to`, `.ceil_to`; a `Duration` with `Millis::floor(duration)`, `::round`, `::ceil`"
)]
pub trait Carries<R>: Sized {}

macro_rules! floats {
    ($($n:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<R> Carries<R> for $n {}
    )*};
}

floats!(f32 f64);

macro_rules! integers {
    ($($n:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Carries<Ratio<true>> for $n {}

        #[diagnostic::do_not_recommend]
        impl Carries<WhenBuilt> for $n {}
    )*};
}

integers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
