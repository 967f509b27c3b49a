//! Steps of a declaration that come too early: each is there so that the compiler's message is the rule that it breaks.

/// What can be run.
#[diagnostic::on_unimplemented(
    message = "what is only declared cannot run: a declaration wants a tracer",
    label = "not a live span yet",
    note = "finish it with `.global(SCOPE)`, as a `static`, or with `.build(&tracer)`; an operation with `.build(&tracer, &meter)`"
)]
pub trait Running {}

/// An operation whose histogram has a name.
#[diagnostic::on_unimplemented(
    message = "an operation measures how long it takes: its histogram wants a name",
    label = "no histogram yet",
    note = "say it before the optional steps: `.duration(\"shop.charge.duration\")`; what only wants a span is declared with `Tracer::span`"
)]
pub trait WithDuration {}

/// A declaration of a span that has its name.
#[diagnostic::on_unimplemented(
    message = "a span's declaration wants its name before any other step",
    label = "no name yet",
    note = "say it in this order: `Tracer::span::<Internal>().name(\"..\")`, then what is optional, then `.global(SCOPE)` or `.build(&tracer)`; an operation has `.name(\"..\").duration(\"..\")`"
)]
pub trait WithName {}

/// Refuses the steps that come after the name.
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

            // It returns any type, so that the compiler does not also report the type of the static as a mismatch.
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

/// Refuses the methods of a live span, with a rule in place of a method that is not found.
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
