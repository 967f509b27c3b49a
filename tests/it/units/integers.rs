use core::fmt::Debug;

use meterstick::Number;
use meterstick::unit::{Bits, Bytes, ConvertsTo, Days, KiBytes, Millis, Nanos, Quantity, Seconds, TiBytes};
use proptest::prelude::*;

use super::bits;
use super::facts::{Checked, Fact, PairLaw, TripleLaw, Whole, converted, every_pair, some_triples};
use crate::exact::Exact;

/// An integer type of Rust.
pub trait Integer: Number + Into<i128> + TryFrom<i128, Error: Debug> {}
impl<N: Number + Into<i128> + TryFrom<i128, Error: Debug>> Integer for N {}

fn fits<N: Integer>(integer: i128) -> Option<N> {
    N::try_from(integer).ok()
}

struct Conversions<N>(N);

impl<N: Integer> PairLaw for Conversions<N> {
    fn check<A, B>(&self) -> Checked
    where
        A: Fact + ConvertsTo<B, Ratio: Whole>,
        B: Fact + ConvertsTo<A>,
    {
        let Self(number) = *self;
        let quantity = Quantity::<N, A>::new(number);
        let exact = converted::<A, B>(Exact::from(number.into()));
        let case = || format!("{quantity:?} to {}", B::CODE);
        let expected = exact.whole().and_then(fits);
        let there = quantity.try_to::<B>().map(Quantity::value);
        prop_assert_eq!(there, expected, "{}", case());
        if let Some(there) = there {
            prop_assert_eq!(
                Quantity::<N, B>::new(there).try_to::<A>().map(Quantity::value),
                Some(number),
                "{}",
                case()
            );
        }
        prop_assert_eq!(quantity.floor_to::<B>().map(Quantity::value), fits(exact.floor()), "floor {}", case());
        prop_assert_eq!(quantity.ceil_to::<B>().map(Quantity::value), fits(exact.ceil()), "ceil {}", case());
        prop_assert_eq!(quantity.round_to::<B>().map(Quantity::value), fits(exact.round()), "round {}", case());
        if <A as ConvertsTo<B>>::Ratio::WHOLE {
            prop_assert!(exact.whole().is_some(), "{}", case());
        }
        Ok(())
    }
}

struct Sums<N>(N, N);

impl<N: Integer> PairLaw for Sums<N> {
    fn check<A: Fact + ConvertsTo<B>, B: Fact>(&self) -> Checked {
        let (one, other): (i128, i128) = (self.0.into(), self.1.into());
        let Some(sum) = fits::<N>(one + other) else { return Ok(()) };
        if A::SHIFTED || B::SHIFTED {
            return Ok(());
        }
        let to = |number: N| Quantity::<N, A>::new(number).try_to::<B>().map(|there| there.value().into());
        if let (Some(one), Some(other), Some(sum)) = (to(self.0), to(self.1), to(sum)) {
            prop_assert_eq!(one + other, sum);
        }
        Ok(())
    }
}

struct Steps<N>(N);

impl<N: Integer> TripleLaw for Steps<N> {
    fn check<A: Fact + ConvertsTo<B> + ConvertsTo<C>, B: Fact + ConvertsTo<C>, C: Fact>(&self) -> Checked {
        let start = Quantity::<N, A>::new(self.0);
        if let Some(end) = start.try_to::<B>().and_then(Quantity::try_to::<C>) {
            let direct = start.try_to::<C>().map(Quantity::value);
            prop_assert_eq!(direct, Some(end.value()), "{:?} over {} to {}", start, B::CODE, C::CODE);
        }
        Ok(())
    }
}

fn whole_conversions_give_what_try_to_gives(number: u64) -> Checked {
    macro_rules! same {
        ($($from:ident to $to:ident as $integer:ident),*) => {$(
            let quantity = $from(number as $integer);
            let to = std::panic::catch_unwind(|| quantity.to::<$to>());
            prop_assert_eq!(to.ok(), quantity.try_to::<$to>());
        )*};
    }
    same!(Seconds to Millis as u64, Days to Nanos as i64, TiBytes to Bits as u64, KiBytes to Bytes as u32, Bytes to Bytes as u8);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn an_integer_converts_exactly_or_not_at_all_and_rounds_by_name(bits in bits()) {
        every_pair(&Conversions(bits))?;
        every_pair(&Conversions(bits as i64))?;
        every_pair(&Conversions(bits as u32))?;
        every_pair(&Conversions(bits as i16))?;
    }

    #[test]
    fn an_integer_of_any_width_converts_exactly_or_not_at_all(bits in bits()) {
        some_pairs_of_any_width(bits)?;
        whole_conversions_give_what_try_to_gives(bits)?;
    }

    #[test]
    fn the_sum_of_conversions_is_the_conversion_of_the_sum(one in bits(), other in bits()) {
        every_pair(&Sums(one, other))?;
        every_pair(&Sums(one as i64, other as i64))?;
    }

    #[test]
    fn two_conversions_are_one(bits in bits()) {
        some_triples(&Steps(bits))?;
        some_triples(&Steps(bits as i64))?;
    }
}

fn some_pairs_of_any_width(bits: u64) -> Checked {
    macro_rules! each {
        ($($integer:ident)*) => {$(
            let law = Conversions(bits as $integer);
            law.check::<Millis, Seconds>()?;
            law.check::<Seconds, Millis>()?;
            law.check::<KiBytes, Bits>()?;
            law.check::<Bits, Bytes>()?;
        )*};
    }
    each!(u8 u16 u32 u64 i8 i16 i32 i64);
    Ok(())
}
