//! Steps that come too early or twice, so that the compiler can say which law forbids them.

use super::metric::Metric;
use super::state::WantsName;

/// What is live: built on a meter, or bound to the global one.
#[diagnostic::on_unimplemented(
    message = "what is only declared cannot record: a declaration wants a name and then a meter",
    label = "not an instrument yet",
    note = "finish it with `.name(\"..\")` and then `.global(SCOPE)`, as a `static`, or `.build(&meter)`"
)]
pub trait Live {}

/// A step that the declaration has not taken.
#[diagnostic::on_unimplemented(
    message = "an instrument has one unit, and this one has it already",
    label = "a second unit",
    note = "remove one of the two `.unit::<..>()`"
)]
pub trait Step {}

macro_rules! refuse {
    ($([$($generics:tt)*] $state:ty;)*) => {$(
        #[doc(hidden)]
        impl<$($generics)*> $state {
            pub fn add<M>(&self, _: M)
            where
                Self: Live,
            {
            }

            pub fn record<M>(&self, _: M)
            where
                Self: Live,
            {
            }

            pub const fn unit<V>(self) -> Self
            where
                Self: Step,
            {
                self
            }
        }
    )*};
}

refuse! {
    [K, N, U] WantsName<K, N, U>;
    [I] Metric<I>;
}
