//! `Readable`: the instruments and declarations by which a test reads values.
// Uses `attribute`, `declare`, `instrument`, `number`, `record`, `unit`. Used by `meter`.

use opentelemetry::KeyValue;

use crate::attribute::Set;
use crate::declare::{Descriptor, Kind, Metric, Scope};
use crate::instrument::{Instrument, Observable};
use crate::number::Number;
use crate::record::{Synchronous, canonical_set};
use crate::unit::Unit;

mod sealed {
    pub trait Sealed {}
}

/// An instrument, live or declared, by which a [`TestMeter`](super::TestMeter) reads values. It is sealed.
///
/// With a declaration, a test reads an instrument that the tested code owns, or one that is observed.
#[diagnostic::on_unimplemented(
    message = "a test reads an instrument or the declaration of one, and `{Self}` is neither",
    label = "not an instrument",
    note = "pass a static, a built instrument, or its declaration: `meter.value(&JOBS, Done {{ ok: true }})`; the declaration of a component's field is `Pool::DECLARED.jobs`, and the histogram of an operation `SERVE.duration()`"
)]
pub trait Readable: sealed::Sealed {
    /// The instrument's kind.
    type Kind: Kind;
    /// The instrument's number.
    type Number: Number;
    /// The instrument's unit.
    type Unit: Unit;
    /// The instrument's attributes; `()` if it has none.
    type Attributes: Set;

    /// Returns the declaration.
    fn declared(&self) -> &Descriptor;

    /// Returns the scope of a static; `None` if it is not known.
    fn scope(&self) -> Option<&Scope>;

    /// Returns the attributes with which a set is exported, including those that were given beforehand.
    fn exported(&self, attributes: &<Self::Attributes as Set>::Given<'_>) -> Box<[KeyValue]>;
}

impl<K: Synchronous<N>, N, U, A> sealed::Sealed for Instrument<K, N, U, A> {}

#[diagnostic::do_not_recommend]
impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Readable for Instrument<K, N, U, A> {
    type Kind = K;
    type Number = N;
    type Unit = U;
    type Attributes = A;

    fn declared(&self) -> &Descriptor {
        self.descriptor()
    }

    fn scope(&self) -> Option<&Scope> {
        self.scope()
    }

    fn exported(&self, attributes: &A::Given<'_>) -> Box<[KeyValue]> {
        self.with_preset(attributes)
    }
}

impl<I> sealed::Sealed for Metric<I> {}

macro_rules! declared {
    ($([$($bound:tt)*] $instrument:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<K: $($bound)*, N: Number, U: Unit, A: Set> Readable for Metric<$instrument<K, N, U, A>> {
            type Kind = K;
            type Number = N;
            type Unit = U;
            type Attributes = A;

            fn declared(&self) -> &Descriptor {
                self.descriptor()
            }

            fn scope(&self) -> Option<&Scope> {
                None
            }

            fn exported(&self, attributes: &A::Given<'_>) -> Box<[KeyValue]> {
                canonical_set(attributes)
            }
        }
    )*};
}

declared! {
    [Synchronous<N>] Instrument;
    [Kind] Observable;
}
