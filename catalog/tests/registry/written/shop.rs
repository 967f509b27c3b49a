// Written by meterstick-catalog. Change the registry, not this file.
// It needs meterstick-semconv with the features "http".
// It needs meterstick with the feature "trace".

/// The units of what the metrics count.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod unit {
    ::meterstick::unit! {
        /// `{order}`.
        pub Orders = "{order}"
    }
}

/// The schema URL of the registry.
#[allow(dead_code)]
pub const SCHEMA_URL: &str = "https://example.com/schemas/shop/1.0.0";

/// All metrics of the registry.
#[allow(dead_code, deprecated)]
pub const CATALOG: ::meterstick::catalog::Catalog =
    ::meterstick::catalog![http::SERVER_REQUEST_DURATION, shop::ORDERS, shop::PAYMENT_DURATION, shop::PLACED];

/// Attributes, as typed keys, and the enumerations of their values: a module a namespace.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod attribute {
    /// The attributes of `shop`.
    pub mod shop {
        use meterstick::{AttributeValue, Key};

        /// How an order reaches the customer.
        ///
        /// `shop.order.kind`.
        pub const ORDER_KIND: Key<OrderKind<'static>> = Key::new("shop.order.kind");

        /// The shop that the order is for.
        ///
        /// `shop.tenant`, in development.
        pub const TENANT: Key<&'static str> = Key::new("shop.tenant");

        /// The values of `shop.order.kind`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
        pub enum OrderKind<'a> {
            /// `delivery`.
            Delivery,
            /// `pickup`.
            Pickup,
            /// A value that the registry does not have.
            #[attribute(other)]
            Custom(&'a str),
        }
    }
}

/// The metrics of `http`.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod http {
    pub use ::meterstick_semconv::http::SERVER_REQUEST_DURATION;
}

/// The metrics of `shop`.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod shop {
    use meterstick::unit::Seconds;
    use meterstick::{Attributes, Counter, Histogram, Meter, Metric};

    /// Orders that were placed.
    ///
    /// `shop.orders`: a counter in `{order}`, stable.
    pub const ORDERS: Metric<Counter<u64, super::unit::Orders, Orders<'static>>> = Meter::counter::<u64>()
        .unit::<super::unit::Orders>()
        .name("shop.orders")
        .description("Orders that were placed.")
        .attributes::<Orders>();

    /// How long a payment took.
    ///
    /// `shop.payment.duration`: a histogram in `s`, stable.
    pub const PAYMENT_DURATION: Metric<Histogram<f64, Seconds, PaymentDuration<'static>>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("shop.payment.duration")
        .description("How long a payment took.")
        .attributes::<PaymentDuration>();

    /// Orders that were placed.
    ///
    /// `shop.placed`: a counter in `{order}`, in development.
    #[deprecated(note = "it is `shop.orders` now: Replaced by `shop.orders`.")]
    pub const PLACED: Metric<Counter<u64, super::unit::Orders>> = Meter::counter::<u64>()
        .unit::<super::unit::Orders>()
        .name("shop.placed")
        .description("Orders that were placed.");

    /// The attributes of [`ORDERS`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    pub struct Orders<'a> {
        /// How an order reaches the customer.
        ///
        /// `shop.order.kind`, required.
        #[attribute(key = "shop.order.kind")]
        pub kind: super::attribute::shop::OrderKind<'a>,
        /// `error.type`, conditionally required.
        #[attribute(key = "error.type")]
        pub error_type: Option<::meterstick_semconv::attribute::error::Type<'a>>,
    }

    impl<'a> Orders<'a> {
        /// Those that are required.
        #[must_use]
        pub const fn new(kind: super::attribute::shop::OrderKind<'a>) -> Self {
            Self { kind, error_type: None }
        }
    }

    /// The attributes of [`PAYMENT_DURATION`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    pub struct PaymentDuration<'a> {
        /// The shop that the order is for.
        ///
        /// `shop.tenant`, required, in development.
        #[attribute(key = "shop.tenant")]
        pub tenant: &'a str,
        /// `http.request.method`, recommended.
        #[attribute(key = "http.request.method")]
        pub method: Option<::meterstick_semconv::attribute::http::RequestMethod<'a>>,
    }

    impl<'a> PaymentDuration<'a> {
        /// Those that are required.
        #[must_use]
        pub const fn new(tenant: &'a str) -> Self {
            Self { tenant, method: None }
        }
    }
}

/// Spans, as declarations: a module a namespace.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod span {
    /// The spans of `shop`.
    pub mod shop {
        use meterstick::Attributes;
        use meterstick::trace::{Client, SpanDeclaration, Tracer};

        /// A payment, as the provider is asked for it.
        ///
        /// `shop.payment`: a span of the kind `client`, stable.
        pub const PAYMENT: SpanDeclaration<PaymentAttributes<'static>> =
            Tracer::span::<Client>().name("pay").attributes::<PaymentAttributes>().sampled_by_attributes();

        /// The attributes of [`PAYMENT`].
        #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
        pub struct PaymentAttributes<'a> {
            /// The shop that the order is for.
            ///
            /// `shop.tenant`, required, in development.
            #[attribute(key = "shop.tenant")]
            pub tenant: &'a str,
            /// `http.request.method`, recommended.
            #[attribute(key = "http.request.method")]
            pub method: Option<::meterstick_semconv::attribute::http::RequestMethod<'a>>,
        }

        impl<'a> PaymentAttributes<'a> {
            /// Those that are required.
            #[must_use]
            pub const fn new(tenant: &'a str) -> Self {
                Self { tenant, method: None }
            }
        }
    }
}
