//! All that the shop measures: one module, one look. What HTTP servers and caches measure is declared where they are.

use meterstick::cache::declared as cache;
use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::trace::{Consumer, Internal, Operation, Span, Tracer};
use meterstick::unit::{Bytes, Grams, Seconds};
use meterstick_semconv::process::CpuTime;
use meterstick_semconv::{process, tower};

meterstick::unit! {
    /// Orders.
    pub Orders = "{order}";
    /// Items.
    pub Items = "{item}";
}

pub const SHOP: Scope = Scope::new("shop").version(env!("CARGO_PKG_VERSION"));

/// What becomes of an order.
#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "shop.order")]
pub struct Taken {
    pub outcome: Outcome,
}

#[derive(Clone, Copy, AttributeValue)]
pub enum Outcome {
    Accepted,
    /// There is no such item.
    Unknown,
    /// It is for more items than the shop sells at once.
    TooLarge,
    /// The queue is full.
    Refused,
}

pub static ORDERS: Counter<u64, Orders, Taken> = Meter::counter::<u64>()
    .unit::<Orders>()
    .name("shop.orders")
    .description("Orders that came.")
    .attributes::<Taken>()
    .global(SHOP);

pub static QUEUED: UpDownCounter<i64, Orders> = Meter::up_down_counter::<i64>()
    .unit::<Orders>()
    .name("shop.order.queued")
    .description("Orders that wait to be packed.")
    .global(SHOP);

pub static SOLD: Counter<u32, Items> =
    Meter::counter::<u32>().unit::<Items>().name("shop.items").description("Items that were packed.").global(SHOP);

pub static WEIGHT: Histogram<u64, Grams> = Meter::histogram::<u64>()
    .unit::<Grams>()
    .name("shop.parcel.weight")
    .description("What a parcel weighs.")
    .boundaries(&[Grams(100.0), Grams(250.0), Grams(500.0), Grams(1000.0), Grams(2000.0), Grams(5000.0)])
    .global(SHOP);

pub static WAIT: Histogram<f64, Seconds> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("shop.order.wait")
    .description("How long an order waited to be packed.")
    .global(SHOP);

/// A span and a histogram of its duration, in one.
pub static PACK: Operation = Tracer::operation::<Consumer>()
    .name("pack")
    .duration("shop.pack.duration")
    .description("How long it took to pack an order.")
    .global(SHOP);

/// A look at an item.
#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "shop.item")]
pub struct Looked {
    /// Of an item there are many: so it is on the span, and on no metric.
    pub id: u32,
}

pub static LOOK: Span<Looked> = Tracer::span::<Internal>().name("look").attributes::<Looked>().global(SHOP);

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
