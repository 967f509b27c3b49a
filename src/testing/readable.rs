//! What a test reads values by: an instrument, or its declaration.

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

/// What a [`TestMeter`](super::TestMeter) reads the values of: an instrument, live or declared, or a declared observable. It is sealed.
///
/// By its declaration an instrument is read that the tested code owns, and one that is observed.
#[diagnostic::on_unimplemented(
    message = "a test reads an instrument or the declaration of one, and `{Self}` is neither",
    label = "no instrument",
    note = "give a static, what was built, or the constant that it was built from: `meter.value(&JOBS, Done {{ ok: true }})`; that of a component's field is `Pool::DECLARED.jobs`"
)]
pub trait Readable: sealed::Sealed {
    /// Its kind.
    type Kind: Kind;
    /// Its number.
    type Number: Number;
    /// Its unit.
    type Unit: Unit;
    /// Its attributes; `()` if it has none.
    type Attributes: Set;

    /// What is declared.
    fn declared(&self) -> &Descriptor;

    /// The scope of a static; `None` if it is not known.
    fn scope(&self) -> Option<&Scope>;

    /// The attributes that a set is exported with: those that were given beforehand are among them.
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
