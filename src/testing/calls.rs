//! `calls`: strategies for series of measurements.
// Uses `attribute`, `declare`, `instrument`, `number`, `record`, `sample`, `unit`. Used by `model`.

use proptest::collection::vec;
use proptest::prelude::*;

use super::sample::{Sample, Samples};
use crate::attribute::Set;
use crate::declare::{InstrumentKind, Metric};
use crate::instrument::Instrument;
use crate::number::{Form, Number};
use crate::record::Synchronous;
use crate::unit::Unit;

/// One measurement of a series that [`calls`] generates.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Call<N, S> {
    /// The number, in the instrument's unit. A float may be invalid: negative, NaN or infinite.
    pub number: N,
    /// The attributes; `()` if the instrument has none.
    pub attributes: S,
}

impl<N: Number, S: Clone> Call<N, S> {
    /// Adds or records the measurement with an instrument.
    pub fn apply<K, U, A>(&self, instrument: &Instrument<K, N, U, A>)
    where
        K: Synchronous<N>,
        U: Unit,
        A: Set<Given<'static> = S>,
    {
        instrument.take(self.attributes.clone(), self.number);
    }
}

/// Generates series of up to `at_most` measurements for a declared metric.
///
/// The sums of the numbers are exact. Some numbers are invalid. The attribute sets come from a small domain, so that they
/// repeat.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::testing::{TestMeter, calls};
/// use meterstick::unit::Bytes;
/// use proptest::prelude::*;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
///
/// proptest!(|(series in calls(SENT, 20))| {
///     let meter = TestMeter::new();
///     let sent = SENT.build(&meter);
///     series.iter().for_each(|call| call.apply(&sent));
///     let sum: u64 = series.iter().map(|call| call.number).sum();
///     prop_assert_eq!(meter.try_value(&sent, ()).unwrap_or(0), sum);
/// });
/// ```
pub fn calls<K, N, U, A>(_: Metric<Instrument<K, N, U, A>>, at_most: usize) -> Samples<Vec<Call<N, A::Given<'static>>>>
where
    K: Synchronous<N>,
    N: Number,
    U: Unit,
    A: Set,
    A::Given<'static>: Sample + Clone,
{
    let number = numbers::<N>(matches!(K::KIND, InstrumentKind::UpDownCounter | InstrumentKind::Gauge));
    let call = (number, A::Given::<'static>::sample()).prop_map(|(number, attributes)| Call { number, attributes });
    vec(call, 0..=at_most).boxed()
}

/// Numbers whose sums are exact in a double, some of them invalid.
fn numbers<N: Number>(signed: bool) -> BoxedStrategy<N> {
    let low = if signed { -100 } else { 0 };
    let number = |value: f64| <N as num_traits::NumCast>::from(value);
    let whole = (low..100_i8).prop_filter_map("it is one of the type", move |value| number(f64::from(value)));
    match N::FORM {
        Form::Integer => whole.boxed(),
        Form::Float => prop_oneof![
            6 => whole,
            2 => (-400..400_i16).prop_filter_map("it is one of the type", move |value| number(f64::from(value) / 4.0)),
            1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(-1.0)]
                .prop_filter_map("it is one of the type", number),
        ]
        .boxed(),
    }
}
