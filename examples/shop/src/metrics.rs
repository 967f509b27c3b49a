//! All that the shop measures: one module, one look. What is its own is declared in its registry, `model`; what HTTP servers and
//! caches measure is declared where they are.

use meterstick::cache::declared as cache;
use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::trace::{Consumer, Operation, Span, Tracer};
use meterstick::unit::{Bytes, Grams, Seconds};
use meterstick_semconv::process::CpuTime;
use meterstick_semconv::{process, tower};

use crate::declared::{SCHEMA_URL, shop, span};

pub use crate::declared::attribute::shop::OrderOutcome as Outcome;
pub use crate::declared::shop::Orders as Taken;
pub use crate::declared::span::shop::LookAttributes as Looked;
pub use crate::declared::unit::{Items, Orders};

pub const SHOP: Scope = Scope::new("shop").version(env!("CARGO_PKG_VERSION")).schema_url(SCHEMA_URL);

pub static ORDERS: Counter<u64, Orders, Taken> = shop::ORDERS.global(SHOP);
pub static QUEUED: UpDownCounter<i64, Orders> = shop::ORDER_QUEUED.global(SHOP);
pub static SOLD: Counter<u64, Items> = shop::ITEMS.global(SHOP);
pub static WEIGHT: Histogram<u64, Grams> = shop::PARCEL_WEIGHT.global(SHOP);
pub static WAIT: Histogram<f64, Seconds> = shop::ORDER_WAIT.global(SHOP);
pub static LOOK: Span<Looked> = span::shop::LOOK.global(SHOP);

/// A span and a histogram of its duration, in one.
pub static PACK: Operation = Tracer::operation::<Consumer>()
    .name("pack")
    .duration("shop.pack.duration")
    .description("How long it took to pack an order.")
    .global(SHOP);

/// Read from `/proc`; the names are those of the semantic conventions.
pub const MEMORY: Metric<ObservableUpDownCounter<i64, Bytes>> =
    process::MEMORY_USAGE.description("Physical memory in use.").observable();

pub const CPU_TIME: Metric<ObservableCounter<f64, Seconds, CpuTime<'static>>> =
    process::CPU_TIME.description("CPU time that was used.").observable();

/// What the provider is to expect, and the shop's documentation.
pub const CATALOG: Catalog = meterstick::catalog![
    ORDERS,
    QUEUED,
    SOLD,
    WEIGHT,
    WAIT,
    MEMORY,
    CPU_TIME,
    PACK.duration(),
    cache::LOOKUPS,
    cache::EVICTIONS,
    cache::LOAD_DURATION,
    cache::SIZE,
    tower::REQUEST_DURATION,
    tower::ACTIVE_REQUESTS,
    tower::REQUEST_BODY_SIZE,
    tower::RESPONSE_BODY_SIZE,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declared;

    /// `PACK` declares its histogram itself, as an operation does.
    #[test]
    fn the_catalogue_has_all_of_the_registry() {
        for declared in declared::CATALOG.metrics().iter() {
            let metric = CATALOG.metrics().iter().find(|metric| metric.name == declared.name);
            let metric = metric.unwrap_or_else(|| panic!("`{}` is in the registry only", declared.name));
            assert_eq!((metric.kind, metric.unit), (declared.kind, declared.unit), "{}", metric.name);
            assert_eq!((metric.form, metric.boundaries), (declared.form, declared.boundaries), "{}", metric.name);
            assert_eq!(metric.description, declared.description, "{}", metric.name);
            let keys = |of: &meterstick::Descriptor| of.attributes.iter().map(|field| field.key).collect::<Vec<_>>();
            assert_eq!(keys(metric), keys(declared), "{}", metric.name);
        }
        let own = CATALOG.metrics().iter().filter(|metric| metric.name.starts_with("shop.")).count();
        assert_eq!(own, declared::CATALOG.metrics().len(), "the registry does not have all that is the shop's own");
    }
}
