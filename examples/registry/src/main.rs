//! A shop whose metrics are declared in a registry, `model`, and nowhere else.

use meterstick::prelude::*;
use meterstick::trace::Span;
use meterstick::unit::{Millis, Seconds};
use opentelemetry_sdk::metrics::SdkMeterProvider;

mod metrics {
    include!(concat!(env!("OUT_DIR"), "/metrics.rs"));
}

use metrics::attribute::shop::OrderKind;
use metrics::shop::{self, Orders, PaymentDuration};
use metrics::span::shop::PaymentAttributes;
use metrics::unit;

const SHOP: Scope = Scope::new("shop").schema_url(metrics::SCHEMA_URL);

static ORDERS: Counter<u64, unit::Orders, Orders<'static>> = shop::ORDERS.global(SHOP);
static PAID: Histogram<f64, Seconds, PaymentDuration<'static>> = shop::PAYMENT_DURATION.global(SHOP);
static PAYMENT: Span<PaymentAttributes<'static>> = metrics::span::shop::PAYMENT.global(SHOP);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let provider = SdkMeterProvider::builder()
        .with_periodic_exporter(opentelemetry_stdout::MetricExporter::default())
        .with_view(metrics::CATALOG.views())
        .build();
    meterstick::set_meter_provider(provider.clone());

    // `new` takes the required attributes. The others can be set: `Orders { error_type: .., ..Orders::new(..) }`.
    ORDERS.add(1, Orders::new(OrderKind::Delivery));
    PAYMENT.run(PaymentAttributes::new("books"), |_| {
        PAID.record(Millis(12.5), PaymentDuration::new("books"));
    });

    Ok(provider.shutdown()?)
}
