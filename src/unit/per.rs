//! Rates.

use core::marker::PhantomData;

use super::code::Code;
use super::convert::{ConvertsTo, Is, Ratio, Scale};
use super::{Unit, ladder};

/// The rate of one unit to another: `Per<Bytes, Seconds>` is `By/s`.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, KiBytes, Minutes, Per, Seconds};
///
/// const THROUGHPUT: Metric<Gauge<f64, Per<Bytes, Seconds>>> =
///     Meter::gauge::<f64>().unit::<Per<Bytes, Seconds>>().name("disk.throughput");
/// assert_eq!(THROUGHPUT.descriptor().unit, "By/s");
///
/// let rate = KiBytes(60.0).per(Minutes(1.0)).to::<Per<Bytes, Seconds>>();
/// assert_eq!(rate.value(), 1024.0);
/// ```
pub struct Per<N, D>(PhantomData<fn() -> (N, D)>);

impl<N, D> core::fmt::Debug for Per<N, D> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Per")
    }
}

impl<N: Unit, D: Unit> Per<N, D> {
    const JOINED: ([u8; Code::MAX], usize) = {
        let mut code = [0; Code::MAX];
        let mut at = push(&mut code, 0, N::CODE);
        at = push(&mut code, at, "/");
        // `By/(m/s)`: without the brackets a rate below the line would be read as `(By/m)/s`.
        let nested = is_compound(D::CODE);
        if nested {
            at = push(&mut code, at, "(");
        }
        at = push(&mut code, at, D::CODE);
        if nested {
            at = push(&mut code, at, ")");
        }
        (code, at)
    };
}

impl<N: Unit, D: Unit> Unit for Per<N, D> {
    type Dimension = Per<N::Dimension, D::Dimension>;
    const CODE: &'static str = match core::str::from_utf8(Self::JOINED.0.split_at(Self::JOINED.1).0) {
        Ok(code) => Code::new(code).as_str(),
        Err(_) => unreachable!(),
    };
    const SCALE: Scale = N::SCALE.per(D::SCALE);
    type Counts = Is<false>;
    type Adds = N::Adds;
    const BOUNDARIES: &'static [f64] = ladder::DECADES;
}

impl<A, B, C, D> ConvertsTo<Per<C, D>> for Per<A, B>
where
    A: ConvertsTo<C>,
    B: Unit,
    C: Unit,
    D: ConvertsTo<B>,
    A::Ratio: And<D::Ratio>,
{
    type Ratio = <A::Ratio as And<D::Ratio>>::Both;
}

/// Whether both of two conversions keep whole numbers whole.
#[doc(hidden)]
pub trait And<Other> {
    type Both;
}

impl<const WHOLE: bool> And<Ratio<WHOLE>> for Ratio<true> {
    type Both = Ratio<WHOLE>;
}

impl<const WHOLE: bool> And<Ratio<WHOLE>> for Ratio<false> {
    type Both = Self;
}

const fn push(code: &mut [u8; Code::MAX], mut at: usize, part: &str) -> usize {
    let mut i = 0;
    while i < part.len() {
        assert!(at < Code::MAX, "a unit's code has at most 63 characters: this rate's is longer");
        code[at] = part.as_bytes()[i];
        at += 1;
        i += 1;
    }
    at
}

const fn is_compound(code: &str) -> bool {
    let mut i = 0;
    while i < code.len() {
        if matches!(code.as_bytes()[i], b'/' | b'.') {
            return true;
        }
        i += 1;
    }
    false
}
