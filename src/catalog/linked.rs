//! `Catalog::linked` and `linked!`: all metrics of a program, collected by the linker.
// Uses `declare`, `list`, `rule`, `wider`. No other module uses it.

use std::sync::OnceLock;

#[doc(hidden)]
pub use inventory;

use super::list::Catalog;
use super::rule::CatalogError;
use super::wider::widest;
use crate::declare::Descriptor;

/// Metrics that [`linked!`](crate::linked!) or a component declares.
#[doc(hidden)]
#[derive(Debug)]
pub struct Linked(pub &'static [Descriptor]);

inventory::collect!(Linked);

impl Catalog {
    /// Returns all metrics that [`linked!`](crate::linked!) and [components](crate::Instruments) declare, in all crates of the
    /// program, in the order of their names. A component that is flattened into others is listed once. A metric
    /// that is also declared with a narrower attribute set has the wider one.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] if the names break a rule, which is checked at run time here.
    ///
    /// ```standalone_crate
    /// use meterstick::catalog::Catalog;
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// meterstick::linked! {
    ///     /// How much was sent.
    ///     static SENT: Counter<u64, Bytes> =
    ///         Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
    /// }
    ///
    /// SENT.add(Bytes(512));
    /// assert!(Catalog::linked()?.metrics().iter().any(|metric| metric.name == "shop.sent"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn linked() -> Result<Self, CatalogError> {
        static ALL: OnceLock<Vec<Descriptor>> = OnceLock::new();
        Self::try_new(ALL.get_or_init(|| {
            let mut all: Vec<_> = inventory::iter::<Linked>().flat_map(|linked| linked.0).copied().collect();
            // The linker's order is arbitrary.
            all.sort_by_key(|metric| (metric.name, metric.scope.map(|scope| scope.name())));
            widest(all)
        }))
    }
}

/// Declares metrics that are also in [`Catalog::linked`](crate::catalog::Catalog::linked). Its content is that of a module:
/// constants of declared metrics, and statics of live ones. An item that `#[cfg(..)]` leaves out is not listed.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, Seconds};
///
/// meterstick::linked! {
///     /// How much was sent.
///     pub static SENT: Counter<u64, Bytes> =
///         Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
///
///     /// How long a request took.
///     const LATENCY: Metric<Histogram<f64, Seconds>> =
///         Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration");
/// }
///
/// SENT.add(Bytes(512));
/// # let _ = LATENCY;
/// ```
#[macro_export]
macro_rules! linked {
    ($($(#[$($meta:tt)*])* $vis:vis $item:ident $name:ident: $ty:ty = $value:expr;)*) => {$(
        $(#[$($meta)*])*
        $vis $item $name: $ty = $value;

        $crate::__linked! { $name [] $([$($meta)*])* }
    )*};
}

/// Puts an item into the list, under the same `cfg` as the item.
#[doc(hidden)]
#[macro_export]
macro_rules! __linked {
    ($name:ident [$($cfg:tt)*] [cfg $($when:tt)*] $($meta:tt)*) => {
        $crate::__linked! { $name [$($cfg)* #[cfg $($when)*]] $($meta)* }
    };
    ($name:ident [$($cfg:tt)*] [$($other:tt)*] $($meta:tt)*) => {
        $crate::__linked! { $name [$($cfg)*] $($meta)* }
    };
    ($name:ident [$($cfg:tt)*]) => {
        $($cfg)*
        $crate::catalog::inventory::submit! {
            $crate::catalog::Linked({
                #[allow(deprecated)]
                static __LIST: &[$crate::Descriptor] = &[*$name.descriptor()];
                __LIST
            })
        }
    };
}
