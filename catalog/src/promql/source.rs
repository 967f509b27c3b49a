//! `Source`: the metrics that a query can be about.
// Used by `series`.

use meterstick::{Descriptor, Instrument, Kind, Metric, Number, Observable, Unit};

/// A metric that a query can be about: a declared one, or a live instrument.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use meterstick_catalog::promql::Source;
///
/// static SENT: Counter<u64, Bytes> =
///     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
///
/// assert_eq!(Source::descriptor(&SENT).name, "shop.sent");
/// ```
#[diagnostic::on_unimplemented(
    message = "a query is about a declared metric or an instrument, and `{Self}` is neither",
    label = "not a metric",
    note = "write `query(&METRIC)` with a `const METRIC: Metric<..>` or a `static METRIC: Counter<..>`"
)]
pub trait Source {
    /// The metric's kind, as a type.
    type Kind: Kind;
    /// The metric's unit.
    type Unit: Unit;
    /// The type of the typed keys of its attributes.
    type Keys;
    /// The typed keys of its attributes.
    const KEYS: Self::Keys;

    /// Returns the metric's declaration.
    fn descriptor(&self) -> Descriptor;
}

macro_rules! sources {
    ($($instrument:ident by $rule:ident;)*) => {$(
        impl<K, N, U, A> Source for Metric<$instrument<K, N, U, A>>
        where
            K: meterstick::$rule<N>,
            N: Number,
            U: Unit,
            A: meterstick::Set,
        {
            type Kind = K;
            type Unit = U;
            type Keys = A::Keys;
            const KEYS: A::Keys = A::KEYS;

            fn descriptor(&self) -> Descriptor {
                *Metric::descriptor(self)
            }
        }
    )*};
}

sources! {
    Instrument by Synchronous;
    Observable by Asynchronous;
}

impl<K, N, U, A> Source for Instrument<K, N, U, A>
where
    K: meterstick::Synchronous<N>,
    N: Number,
    U: Unit,
    A: meterstick::Set,
{
    type Kind = K;
    type Unit = U;
    type Keys = A::Keys;
    const KEYS: A::Keys = A::KEYS;

    fn descriptor(&self) -> Descriptor {
        *Instrument::descriptor(self)
    }
}
