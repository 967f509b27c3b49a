//! `Carries`: which numbers go through which unit conversions without being rounded.
// Used by `unit`.

/// Whether a conversion turns every whole number into a whole number.
#[derive(Clone, Copy, Debug)]
pub struct Ratio<const WHOLE: bool>;

/// The ratio of a custom unit: const evaluation checks whether whole numbers stay whole.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct WhenBuilt;

/// A number that a conversion does not round: a float, or an integer if whole numbers stay whole.
#[diagnostic::on_unimplemented(
    message = "an integer conversion must not round, and this one would round a `{Self}`",
    label = "would be rounded",
    note = "declare the instrument with a float or a finer unit, or round the value: `.round_to::<Unit>()`, `.floor_to`, `.ceil_to` for a quantity, `Millis::floor(duration)`, `::round`, `::ceil` for a `Duration`"
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
