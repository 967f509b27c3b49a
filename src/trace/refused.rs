//! Steps of a declaration that come too early. They are defined so that the compiler's message is the rule they break.
// Uses `declare`. Used by `declare`, `declare_operation`.

/// Implemented by no declaration: only a live span or operation can run.
#[diagnostic::on_unimplemented(
    message = "a declaration cannot run: it needs a tracer",
    label = "not a live span yet",
    note = "finish it with `.global(SCOPE)`, as a `static`, or with `.build(&tracer)`; an operation with `.build(&tracer, &meter)`"
)]
pub trait Running {}

/// Implemented by no operation whose histogram has no name.
#[diagnostic::on_unimplemented(
    message = "an operation records its duration: its histogram needs a name",
    label = "no histogram yet",
    note = "write it before the optional steps: `.duration(\"shop.charge.duration\")`; a span without a duration is declared with `Tracer::span`"
)]
pub trait WithDuration {}

/// Implemented by no declaration of a span without a name.
#[diagnostic::on_unimplemented(
    message = "a span's declaration needs its name before any other step",
    label = "no name yet",
    note = "write it in this order: `Tracer::span::<Internal>().name(\"..\")`, then the optional steps, then `.global(SCOPE)` or `.build(&tracer)`; an operation has `.name(\"..\").duration(\"..\")`"
)]
pub trait WithName {}

/// Defines the steps that come after the name, each with a bound that does not hold.
macro_rules! refuse_before_name {
    ($state:ident) => {
        #[doc(hidden)]
        impl<K> $state<K> {
            pub const fn attributes<A>(self) -> Self
            where
                Self: Copy + $crate::trace::WithName,
            {
                self
            }

            pub const fn error_type<D>(self) -> Self
            where
                Self: Copy + $crate::trace::WithName,
            {
                self
            }

            pub const fn sampled_by_attributes(self) -> Self
            where
                Self: Copy + $crate::trace::WithName,
            {
                self
            }

            pub const fn exception_events(self) -> Self
            where
                Self: Copy + $crate::trace::WithName,
            {
                self
            }

            // Returns any type, so that the compiler does not also report a mismatch with the type of the static.
            pub const fn global<S>(self, _: $crate::declare::Scope) -> S
            where
                Self: Copy + $crate::trace::WithName,
            {
                panic!("it has no name")
            }
        }
    };
}
pub(super) use refuse_before_name;

/// Defines the methods of a live span, each with a bound that does not hold, so that the message is a rule instead of "no method
/// found".
macro_rules! refuse_to_run {
    ([$($generics:tt)*] $state:ty) => {
        #[doc(hidden)]
        impl<$($generics)*> $state {
            pub fn run<S, W>(&self, _: S, _: W)
            where
                Self: $crate::trace::Running,
            {
            }

            pub fn try_run<S, W>(&self, _: S, _: W)
            where
                Self: $crate::trace::Running,
            {
            }

            pub fn run_async<S, W>(&self, _: S, _: W)
            where
                Self: $crate::trace::Running,
            {
            }

            pub fn try_run_async<S, W>(&self, _: S, _: W)
            where
                Self: $crate::trace::Running,
            {
            }
        }
    };
}
pub(super) use refuse_to_run;
