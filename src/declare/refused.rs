//! Steps of a declaration that come too early or twice. They are defined so that the compiler's message is the rule they break.
// Uses `scope`. Used by `metric`, `state`.

/// Implemented by nothing that is only declared: a live instrument is built on a meter or bound to the global provider.
#[diagnostic::on_unimplemented(
    message = "a declaration does not record: only an instrument that is made from it does",
    label = "not an instrument yet",
    note = "finish it with `.name(\"..\")` and then `.global(SCOPE)`, as a `static`, or `.build(&meter)`; an observable one with `.observe(&meter, ..)`"
)]
pub trait Live {}

/// Implemented by no declaration that has its unit.
#[diagnostic::on_unimplemented(
    message = "an instrument has one unit, and this one has it already",
    label = "a second unit",
    note = "remove one of the two `.unit::<..>()`"
)]
pub trait WithoutUnit {}

/// Implemented by no declaration without a unit.
#[diagnostic::on_unimplemented(
    message = "a declaration needs its unit before its name",
    label = "no unit yet",
    note = "write the unit first: `.unit::<Seconds>().name(\"..\")`",
    note = "for a count, declare a custom unit: `meterstick::unit! {{ pub Requests = \"{{request}}\" }}`"
)]
pub trait WithUnit {}

/// Implemented by no declaration without a name.
#[diagnostic::on_unimplemented(
    message = "a declaration needs its unit and its name before any other step",
    label = "no name yet",
    note = "write it in this order: `Meter::counter::<u64>().unit::<Bytes>().name(\"..\")`, then the optional steps, then `.global(SCOPE)` or `.build(&meter)`"
)]
pub trait Named {}

/// Defines the steps that come after the name, each with a bound that does not hold.
macro_rules! refuse_before_name {
    ($state:ident<$($parameter:ident),*>) => {
        #[doc(hidden)]
        impl<$($parameter),*> $state<$($parameter),*> {
            pub const fn description<T>(self, text: T) -> Self
            where
                Self: Copy + $crate::declare::Named,
            {
                core::mem::forget(text);
                self
            }

            pub const fn attributes<A>(self) -> Self
            where
                Self: Copy + $crate::declare::Named,
            {
                self
            }

            pub const fn cardinality_at_most<const SETS: usize>(self) -> Self
            where
                Self: Copy + $crate::declare::Named,
            {
                self
            }

            pub const fn boundaries<B>(self, _: &[B]) -> Self
            where
                Self: Copy + $crate::declare::Named,
            {
                self
            }

            // Returns any type, so that the compiler does not also report a mismatch with the type of the static.
            pub const fn global<I>(self, _: $crate::declare::Scope) -> I
            where
                Self: Copy + $crate::declare::Named,
            {
                panic!("it has no name")
            }

            pub fn build<M>(self, _: M) -> Self
            where
                Self: $crate::declare::Named,
            {
                self
            }
        }
    };
}
pub(super) use refuse_before_name;

/// Defines the methods of a live instrument and a second unit, each with a bound that does not hold.
macro_rules! refuse {
    ($state:ident<$($parameter:ident),*>) => {
        #[doc(hidden)]
        impl<$($parameter),*> $state<$($parameter),*> {
            pub fn add<M>(&self, _: M)
            where
                Self: $crate::declare::Live,
            {
            }

            pub fn inc(&self)
            where
                Self: $crate::declare::Live,
            {
            }

            pub fn record<M>(&self, _: M)
            where
                Self: $crate::declare::Live,
            {
            }

            pub const fn unit<V>(self) -> Self
            where
                Self: Copy + $crate::declare::WithoutUnit,
            {
                self
            }
        }
    };
}
pub(super) use refuse;
