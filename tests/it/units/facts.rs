//! What the units are, written down once more: each one's size in one unit of its dimension, and where its zero is.

use meterstick::unit::*;
use proptest::test_runner::TestCaseError;

use crate::exact::Exact;

pub trait Fact: Unit {
    /// The number of the dimension's reference units that this many are.
    fn reference(number: Exact) -> Exact;
    fn size() -> Exact;
    fn code() -> String;
    /// Whether its zero is another than that of the other units of its dimension.
    const SHIFTED: bool = false;
    /// Whether it is a rate, whose conversion may need two factors.
    const RATE: bool = false;
}

/// The number of `B` that so many `A` are.
pub fn converted<A: Fact, B: Fact>(number: Exact) -> Exact {
    let zero = B::reference(Exact::from(0));
    (A::reference(number) - zero) * B::size().inverse()
}

macro_rules! facts {
    ($($unit:ident, $code:literal, $num:literal / $den:literal $(, from $zero:literal / $part:literal)?;)*) => {$(
        impl Fact for $unit {
            fn reference(number: Exact) -> Exact {
                let amount = number * Self::size();
                $( let amount = amount + Exact::ratio($zero, $part); )?
                amount
            }
            fn size() -> Exact {
                Exact::ratio($num, $den)
            }
            fn code() -> String {
                $code.to_owned()
            }
            $( const SHIFTED: bool = $zero != 0; )?
        }
    )*};
}

facts! {
    Nanos, "ns", 1 / 86_400_000_000_000;
    Micros, "us", 1 / 86_400_000_000;
    Millis, "ms", 1 / 86_400_000;
    Seconds, "s", 1 / 86_400;
    Minutes, "min", 1 / 1_440;
    Hours, "h", 1 / 24;
    Days, "d", 1 / 1;
    Bits, "bit", 1 / 1;
    Bytes, "By", 8 / 1;
    KBytes, "kBy", 8_000 / 1;
    MBytes, "MBy", 8_000_000 / 1;
    GBytes, "GBy", 8_000_000_000 / 1;
    TBytes, "TBy", 8_000_000_000_000 / 1;
    KiBytes, "KiBy", 8_192 / 1;
    MiBytes, "MiBy", 8_388_608 / 1;
    GiBytes, "GiBy", 8_589_934_592 / 1;
    TiBytes, "TiBy", 8_796_093_022_208 / 1;
    One, "1", 100 / 1;
    Percent, "%", 1 / 1;
    Celsius, "Cel", 1 / 1, from 0 / 1;
    Kelvin, "K", 1 / 1, from -27_315 / 100;
    Fahrenheit, "[degF]", 5 / 9, from -160 / 9;
    Hertz, "Hz", 1 / 1_000_000_000;
    Kilohertz, "kHz", 1 / 1_000_000;
    Megahertz, "MHz", 1 / 1_000;
    Gigahertz, "GHz", 1 / 1;
    Millimeters, "mm", 1 / 1_000_000;
    Meters, "m", 1 / 1_000;
    Kilometers, "km", 1 / 1;
    Grams, "g", 1 / 1_000;
    Kilograms, "kg", 1 / 1;
    Joules, "J", 1 / 3_600_000;
    KilowattHours, "kW.h", 1 / 1;
    Watts, "W", 1 / 1_000;
    Kilowatts, "kW", 1 / 1;
    Volts, "V", 1 / 1;
    Amperes, "A", 1 / 1;
}

impl<N: Fact, D: Fact> Fact for Per<N, D> {
    fn reference(number: Exact) -> Exact {
        number * Self::size()
    }
    fn size() -> Exact {
        N::size() * D::size().inverse()
    }
    fn code() -> String {
        let below = D::code();
        if below.contains(['/', '.']) { format!("{}/({below})", N::code()) } else { format!("{}/{below}", N::code()) }
    }
    const RATE: bool = true;
}

/// What is known at compile time of a conversion.
pub trait Whole {
    const WHOLE: bool;
}

impl<const WHOLE: bool> Whole for Ratio<WHOLE> {
    const WHOLE: bool = WHOLE;
}

pub type Checked = Result<(), TestCaseError>;

/// What holds for two units of a dimension, or one twice.
pub trait PairLaw {
    fn check<A, B>(&self) -> Checked
    where
        A: Fact + ConvertsTo<B, Ratio: Whole>,
        B: Fact + ConvertsTo<A>;
}

/// What holds for three units of a dimension.
pub trait TripleLaw {
    fn check<A, B, C>(&self) -> Checked
    where
        A: Fact + ConvertsTo<B> + ConvertsTo<C>,
        B: Fact + ConvertsTo<C>,
        C: Fact;
}

macro_rules! pairs {
    ($law:ident: $([$($unit:ty),*])*) => {$( pairs! { @each $law [$($unit),*] [$($unit),*] } )*};
    (@each $law:ident [$($from:ty),*] $all:tt) => {$( pairs! { @from $law $from, $all } )*};
    (@from $law:ident $from:ty, [$($to:ty),*]) => {$( $law.check::<$from, $to>()?; )*};
}

macro_rules! triples {
    ($law:ident: $([$($unit:ty),*])*) => {$( triples! { @each $law [$($unit),*] [$($unit),*] } )*};
    (@each $law:ident [$($from:ty),*] $all:tt) => {$( triples! { @from $law $from, $all $all } )*};
    (@from $law:ident $from:ty, [$($by:ty),*] $all:tt) => {$( triples! { @by $law $from, $by, $all } )*};
    (@by $law:ident $from:ty, $by:ty, [$($to:ty),*]) => {$( $law.check::<$from, $by, $to>()?; )*};
}

/// Checks every pair of units of every dimension, and rates.
pub fn every_pair(law: &impl PairLaw) -> Checked {
    pairs! { law:
        [Nanos, Micros, Millis, Seconds, Minutes, Hours, Days]
        [Bits, Bytes, KBytes, MBytes, GBytes, TBytes, KiBytes, MiBytes, GiBytes, TiBytes]
        [One, Percent]
        [Kelvin, Celsius, Fahrenheit]
        [Hertz, Kilohertz, Megahertz, Gigahertz]
        [Millimeters, Meters, Kilometers]
        [Grams, Kilograms]
        [Joules, KilowattHours]
        [Watts, Kilowatts]
        [Volts]
        [Amperes]
        [Per<Bytes, Seconds>, Per<Bits, Seconds>, Per<KiBytes, Minutes>, Per<MBytes, Hours>, Per<TiBytes, Millis>]
        [Per<Meters, Seconds>, Per<Kilometers, Hours>, Per<Millimeters, Micros>]
        [Per<Joules, Per<Bytes, Seconds>>, Per<KilowattHours, Per<KiBytes, Minutes>>]
        [Per<One, Minutes>, Per<Percent, Hours>]
    }
    Ok(())
}

pub fn some_triples(law: &impl TripleLaw) -> Checked {
    triples! { law:
        [Nanos, Seconds, Minutes, Days]
        [Bits, KBytes, KiBytes, TiBytes]
        [Kelvin, Celsius, Fahrenheit]
        [Per<Bytes, Seconds>, Per<KiBytes, Minutes>, Per<MBytes, Hours>]
    }
    Ok(())
}
