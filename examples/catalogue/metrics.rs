//! What a shop measures.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};

meterstick::unit! {
    /// Requests.
    pub Requests = "{request}";
    /// Orders that wait.
    pub Orders = "{order}";
}

const SHOP: Scope = Scope::new("shop").version("1.2.0");

/// Where the registry is, and its version.
pub const SCHEMA: &str = "https://example.com/schemas/shop/1.2.0";

#[derive(Clone, Copy, AttributeValue)]
#[attribute(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Method {
    Get,
    Post,
}

#[derive(Clone, Copy, AttributeValue)]
pub enum Failure {
    Refused,
    TimedOut,
}

#[derive(Clone, Copy, Attributes)]
pub struct Served {
    #[attribute(key = "http.request.method")]
    pub method: Method,
    #[attribute(key = "error.type")]
    pub error: Option<Failure>,
}

pub static REQUESTS: Counter<u64, Requests, Served> = Meter::counter::<u64>()
    .unit::<Requests>()
    .name("shop.requests")
    .description("Requests that were answered.")
    .attributes::<Served>()
    .global(SHOP);

pub static DURATION: Histogram<f64, Seconds, Served> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("shop.request.duration")
    .description("How long it took to answer a request.")
    .boundaries(&[Seconds(0.005), Seconds(0.01), Seconds(0.05), Seconds(0.1), Seconds(0.5), Seconds(1.0), Seconds(5.0)])
    .attributes::<Served>()
    .global(SHOP);

pub static BODY: Histogram<u64, Bytes> = Meter::histogram::<u64>()
    .unit::<Bytes>()
    .name("shop.response.body.size")
    .description("How large an answer's body was.")
    .exponential()
    .global(SHOP);

pub static WAITING: UpDownCounter<i64, Orders> = Meter::up_down_counter::<i64>()
    .unit::<Orders>()
    .name("shop.order.waiting")
    .description("Orders that wait to be packed.")
    .global(SHOP);

pub const CACHE: Metric<ObservableGauge<f64, One>> = Meter::observable_gauge::<f64>()
    .unit::<One>()
    .name("shop.cache.utilization")
    .description("The share of the cache that is in use.");

/// All of it, checked when it is compiled.
pub const CATALOG: Catalog = meterstick::catalog![REQUESTS, DURATION, BODY, WAITING, CACHE];
