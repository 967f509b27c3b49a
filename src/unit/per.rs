//! Rates: `Per<Bytes, Seconds>` is the unit `By/s`.
// Uses `code`, `convert`, `ladder`, `origin`, `unit`. Used by `quantity`.

use core::marker::PhantomData;

use super::code::{Code, Joined};
use super::convert::{ConvertsTo, Is, Scale};
use super::origin::{And, Rate, Route};
use super::{Unit, ladder};

/// The rate of one unit per another: `Per<Bytes, Seconds>` is `By/s`.
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
    const JOINED: Joined = {
        let joined = Joined::of(&[N::CODE, "/"]);
        // `By/(m/s)`: without the brackets, UCUM reads `(By/m)/s`.
        if is_compound(D::CODE) { joined.and("(").and(D::CODE).and(")") } else { joined.and(D::CODE) }
    };
}

#[diagnostic::do_not_recommend]
impl<N: Unit, D: Unit> Unit for Per<N, D> {
    type Dimension = Per<N::Dimension, D::Dimension>;
    const CODE: &'static str = Code::new(Self::JOINED.as_str()).as_str();
    const SCALE: Scale = N::SCALE.per(D::SCALE);
    type Counts = Is<false>;
    type Adds = N::Adds;
    type Difference = Self;
    type Origin = Rate;
    const BOUNDARIES: &'static [f64] = ladder::DECADES;
}

#[diagnostic::do_not_recommend]
impl<A, B, C, D> Route<Per<A, B>, Per<C, D>, Rate> for Rate
where
    A: ConvertsTo<C>,
    B: Unit,
    C: Unit,
    D: ConvertsTo<B>,
    A::Ratio: And<D::Ratio>,
{
    type Ratio = <A::Ratio as And<D::Ratio>>::Both;
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
