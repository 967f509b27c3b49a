//! The metrics that the tests are about.

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, Fahrenheit, Kelvin, Millis, Seconds};

meterstick::unit! {
    /// Orders.
    pub Orders = "{order}"
}

#[derive(Clone, Copy, AttributeValue)]
pub enum Outcome {
    Accepted,
    Unknown,
    Refused,
}

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "shop.order")]
pub struct Taken {
    pub outcome: Outcome,
    pub express: bool,
}

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "http")]
pub struct Served<'a> {
    pub route: &'a str,
    #[attribute(key = "response.status_code")]
    pub status: u16,
    #[attribute(key = "error.type")]
    pub error: Option<&'a str>,
}

pub const ORDERS: Metric<Counter<u64, Orders, Taken>> =
    Meter::counter::<u64>().unit::<Orders>().name("shop.orders").attributes::<Taken>();
pub const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
pub const BUSY: Metric<Counter<f64, Millis>> = Meter::counter::<f64>().unit::<Millis>().name("shop.busy");
pub const IDLE: Metric<ObservableCounter<f64, Seconds>> =
    Meter::observable_counter::<f64>().unit::<Seconds>().name("shop.idle");
pub const QUEUED: Metric<UpDownCounter<i64, Orders>> =
    Meter::up_down_counter::<i64>().unit::<Orders>().name("shop.queued");
pub const OVEN: Metric<ObservableGauge<f64, Celsius>> =
    Meter::observable_gauge::<f64>().unit::<Celsius>().name("shop.oven.temperature");
pub const LIMIT: Metric<Gauge<f64, Kelvin>> = Meter::gauge::<f64>().unit::<Kelvin>().name("shop.oven.limit");
pub const OUTSIDE: Metric<Gauge<f64, Fahrenheit>> =
    Meter::gauge::<f64>().unit::<Fahrenheit>().name("shop.oven.outside");
pub const LATENCY: Metric<Histogram<f64, Seconds, Served<'static>>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("http.server.request.duration")
    .attributes::<Served>()
    .boundaries(&[Seconds(0.05), Seconds(0.25), Seconds(0.5), Seconds(1.0), Seconds(2.5)]);
pub const WEIGHT: Metric<Histogram<u64, Bytes>> =
    Meter::histogram::<u64>().unit::<Bytes>().name("shop.body.size").boundaries(&[Bytes(1024.0), Bytes(1_000_000.0)]);
pub const NATIVE: Metric<Histogram<f64, Seconds>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("shop.native").exponential();
pub const ANY: Metric<Counter<u64, Orders, KeyValues>> =
    Meter::counter::<u64>().unit::<Orders>().name("shop.any").attributes::<KeyValues>();
pub const MORE: Metric<Counter<u64, Orders, (Taken, KeyValues)>> =
    Meter::counter::<u64>().unit::<Orders>().name("shop.more").attributes::<(Taken, KeyValues)>();
