// Written by meterstick-catalog. Change the registry, not this file.
// It needs meterstick-semconv with the features "http".
// It needs meterstick with the feature "trace".

/// The units of the counts.
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
pub const CATALOG: ::meterstick::catalog::Catalog = ::meterstick::catalog![
    refined::http::SERVER_REQUEST_DURATION,
    shop::ORDERS,
    refined::shop::PAYMENT_DURATION,
    shop::PLACED
];

/// Attributes as typed keys, and the enumerations of their values: one module per namespace.
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

    /// How long a payment by card took.
    ///
    /// `shop.card.duration`: a refinement of `shop.payment.duration`, a histogram in `s`, stable.
    pub const CARD_DURATION: Metric<Histogram<f64, Seconds, CardDuration<'static>>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("shop.payment.duration")
        .description("How long a payment took.")
        .attributes::<CardDuration>();

    /// How long a request of the checkout took.
    ///
    /// `shop.checkout.duration`: a refinement of `http.server.request.duration`, a histogram in `s`, stable.
    pub const CHECKOUT_DURATION: Metric<Histogram<f64, Seconds, CheckoutDuration<'static>>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("http.server.request.duration")
        .description(::meterstick_semconv::http::SERVER_REQUEST_DURATION.descriptor().description)
        .attributes::<CheckoutDuration>();

    /// The attributes of [`CARD_DURATION`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    #[non_exhaustive]
    pub struct CardDuration<'a> {
        /// How an order reaches the customer.
        ///
        /// `shop.order.kind`, required.
        #[attribute(key = "shop.order.kind")]
        pub kind: super::attribute::shop::OrderKind<'a>,
        /// The shop that the order is for.
        ///
        /// `shop.tenant`, required, in development.
        #[attribute(key = "shop.tenant")]
        pub tenant: &'a str,
        /// `http.request.method`, recommended.
        #[attribute(key = "http.request.method")]
        pub method: Option<::meterstick_semconv::attribute::http::RequestMethod<'a>>,
    }

    impl<'a> CardDuration<'a> {
        /// With the required attributes.
        #[must_use]
        pub const fn new(kind: super::attribute::shop::OrderKind<'a>, tenant: &'a str) -> Self {
            Self { kind, tenant, method: None }
        }

        /// With `http.request.method`.
        #[must_use]
        pub const fn method(mut self, method: ::meterstick_semconv::attribute::http::RequestMethod<'a>) -> Self {
            self.method = Some(method);
            self
        }
    }

    /// The attributes of [`CHECKOUT_DURATION`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    #[non_exhaustive]
    pub struct CheckoutDuration<'a> {
        /// `http.request.method`, required.
        #[attribute(key = "http.request.method")]
        pub method: ::meterstick_semconv::attribute::http::RequestMethod<'a>,
        /// The shop that the order is for.
        ///
        /// `shop.tenant`, required, in development.
        #[attribute(key = "shop.tenant")]
        pub tenant: &'a str,
        /// `url.scheme`, required.
        #[attribute(key = "url.scheme")]
        pub scheme: &'a str,
        /// `error.type`, conditionally required.
        #[attribute(key = "error.type")]
        pub error_type: Option<::meterstick_semconv::attribute::error::Type<'a>>,
        /// `http.response.status_code`, conditionally required.
        #[attribute(key = "http.response.status_code")]
        pub status_code: Option<i64>,
        /// `http.route`, conditionally required.
        #[attribute(key = "http.route")]
        pub route: Option<&'a str>,
        /// `network.protocol.name`, conditionally required.
        #[attribute(key = "network.protocol.name")]
        pub protocol_name: Option<&'a str>,
        /// `network.protocol.version`, recommended.
        #[attribute(key = "network.protocol.version")]
        pub protocol_version: Option<&'a str>,
        /// `server.address`, opt-in.
        #[attribute(key = "server.address")]
        pub server_address: Option<&'a str>,
        /// `server.port`, opt-in.
        #[attribute(key = "server.port")]
        pub server_port: Option<i64>,
        /// `user_agent.synthetic.type`, opt-in, in development.
        #[attribute(key = "user_agent.synthetic.type")]
        pub synthetic_type: Option<::meterstick_semconv::attribute::user_agent::SyntheticType<'a>>,
    }

    impl<'a> CheckoutDuration<'a> {
        /// With the required attributes.
        #[must_use]
        pub const fn new(
            method: ::meterstick_semconv::attribute::http::RequestMethod<'a>,
            tenant: &'a str,
            scheme: &'a str,
        ) -> Self {
            Self {
                method,
                tenant,
                scheme,
                error_type: None,
                status_code: None,
                route: None,
                protocol_name: None,
                protocol_version: None,
                server_address: None,
                server_port: None,
                synthetic_type: None,
            }
        }

        /// With `error.type`.
        #[must_use]
        pub const fn error_type(mut self, error_type: ::meterstick_semconv::attribute::error::Type<'a>) -> Self {
            self.error_type = Some(error_type);
            self
        }

        /// With `http.response.status_code`.
        #[must_use]
        pub const fn status_code(mut self, status_code: i64) -> Self {
            self.status_code = Some(status_code);
            self
        }

        /// With `http.route`.
        #[must_use]
        pub const fn route(mut self, route: &'a str) -> Self {
            self.route = Some(route);
            self
        }

        /// With `network.protocol.name`.
        #[must_use]
        pub const fn protocol_name(mut self, protocol_name: &'a str) -> Self {
            self.protocol_name = Some(protocol_name);
            self
        }

        /// With `network.protocol.version`.
        #[must_use]
        pub const fn protocol_version(mut self, protocol_version: &'a str) -> Self {
            self.protocol_version = Some(protocol_version);
            self
        }

        /// With `server.address`.
        #[must_use]
        pub const fn server_address(mut self, server_address: &'a str) -> Self {
            self.server_address = Some(server_address);
            self
        }

        /// With `server.port`.
        #[must_use]
        pub const fn server_port(mut self, server_port: i64) -> Self {
            self.server_port = Some(server_port);
            self
        }

        /// With `user_agent.synthetic.type`.
        #[must_use]
        pub const fn synthetic_type(
            mut self,
            synthetic_type: ::meterstick_semconv::attribute::user_agent::SyntheticType<'a>,
        ) -> Self {
            self.synthetic_type = Some(synthetic_type);
            self
        }
    }

    /// The attributes of [`ORDERS`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    #[non_exhaustive]
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
        /// With the required attributes.
        #[must_use]
        pub const fn new(kind: super::attribute::shop::OrderKind<'a>) -> Self {
            Self { kind, error_type: None }
        }

        /// With `error.type`.
        #[must_use]
        pub const fn error_type(mut self, error_type: ::meterstick_semconv::attribute::error::Type<'a>) -> Self {
            self.error_type = Some(error_type);
            self
        }
    }

    /// The attributes of [`PAYMENT_DURATION`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    #[non_exhaustive]
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
        /// With the required attributes.
        #[must_use]
        pub const fn new(tenant: &'a str) -> Self {
            Self { tenant, method: None }
        }

        /// With `http.request.method`.
        #[must_use]
        pub const fn method(mut self, method: ::meterstick_semconv::attribute::http::RequestMethod<'a>) -> Self {
            self.method = Some(method);
            self
        }
    }
}

/// Metrics with refinements, for the catalogue: with the attributes of all refinements.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod refined {
    /// The metrics of `http`.
    #[allow(dead_code, deprecated, unused_imports, clippy::all)]
    pub mod http {
        use meterstick::unit::Seconds;
        use meterstick::{Attributes, Histogram, Meter, Metric};

        /// `http.server.request.duration`: a histogram in `s`, stable.
        pub const SERVER_REQUEST_DURATION: Metric<Histogram<f64, Seconds, ServerRequestDuration<'static>>> =
            Meter::histogram::<f64>()
                .unit::<Seconds>()
                .name("http.server.request.duration")
                .description(::meterstick_semconv::http::SERVER_REQUEST_DURATION.descriptor().description)
                .attributes::<ServerRequestDuration>();

        /// The attributes of [`SERVER_REQUEST_DURATION`].
        #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
        #[non_exhaustive]
        pub struct ServerRequestDuration<'a> {
            /// `http.request.method`, required.
            #[attribute(key = "http.request.method")]
            pub method: ::meterstick_semconv::attribute::http::RequestMethod<'a>,
            /// `url.scheme`, required.
            #[attribute(key = "url.scheme")]
            pub scheme: &'a str,
            /// `error.type`, conditionally required.
            #[attribute(key = "error.type")]
            pub error_type: Option<::meterstick_semconv::attribute::error::Type<'a>>,
            /// `http.response.status_code`, conditionally required.
            #[attribute(key = "http.response.status_code")]
            pub status_code: Option<i64>,
            /// `http.route`, conditionally required.
            #[attribute(key = "http.route")]
            pub route: Option<&'a str>,
            /// `network.protocol.name`, conditionally required.
            #[attribute(key = "network.protocol.name")]
            pub protocol_name: Option<&'a str>,
            /// `network.protocol.version`, recommended.
            #[attribute(key = "network.protocol.version")]
            pub protocol_version: Option<&'a str>,
            /// `server.address`, opt-in.
            #[attribute(key = "server.address")]
            pub server_address: Option<&'a str>,
            /// `server.port`, opt-in.
            #[attribute(key = "server.port")]
            pub server_port: Option<i64>,
            /// The shop that the order is for.
            ///
            /// `shop.tenant`, conditionally required, in development.
            #[attribute(key = "shop.tenant")]
            pub tenant: Option<&'a str>,
            /// `user_agent.synthetic.type`, opt-in, in development.
            #[attribute(key = "user_agent.synthetic.type")]
            pub synthetic_type: Option<::meterstick_semconv::attribute::user_agent::SyntheticType<'a>>,
        }

        impl<'a> ServerRequestDuration<'a> {
            /// With the required attributes.
            #[must_use]
            pub const fn new(
                method: ::meterstick_semconv::attribute::http::RequestMethod<'a>,
                scheme: &'a str,
            ) -> Self {
                Self {
                    method,
                    scheme,
                    error_type: None,
                    status_code: None,
                    route: None,
                    protocol_name: None,
                    protocol_version: None,
                    server_address: None,
                    server_port: None,
                    tenant: None,
                    synthetic_type: None,
                }
            }

            /// With `error.type`.
            #[must_use]
            pub const fn error_type(mut self, error_type: ::meterstick_semconv::attribute::error::Type<'a>) -> Self {
                self.error_type = Some(error_type);
                self
            }

            /// With `http.response.status_code`.
            #[must_use]
            pub const fn status_code(mut self, status_code: i64) -> Self {
                self.status_code = Some(status_code);
                self
            }

            /// With `http.route`.
            #[must_use]
            pub const fn route(mut self, route: &'a str) -> Self {
                self.route = Some(route);
                self
            }

            /// With `network.protocol.name`.
            #[must_use]
            pub const fn protocol_name(mut self, protocol_name: &'a str) -> Self {
                self.protocol_name = Some(protocol_name);
                self
            }

            /// With `network.protocol.version`.
            #[must_use]
            pub const fn protocol_version(mut self, protocol_version: &'a str) -> Self {
                self.protocol_version = Some(protocol_version);
                self
            }

            /// With `server.address`.
            #[must_use]
            pub const fn server_address(mut self, server_address: &'a str) -> Self {
                self.server_address = Some(server_address);
                self
            }

            /// With `server.port`.
            #[must_use]
            pub const fn server_port(mut self, server_port: i64) -> Self {
                self.server_port = Some(server_port);
                self
            }

            /// With `shop.tenant`.
            #[must_use]
            pub const fn tenant(mut self, tenant: &'a str) -> Self {
                self.tenant = Some(tenant);
                self
            }

            /// With `user_agent.synthetic.type`.
            #[must_use]
            pub const fn synthetic_type(
                mut self,
                synthetic_type: ::meterstick_semconv::attribute::user_agent::SyntheticType<'a>,
            ) -> Self {
                self.synthetic_type = Some(synthetic_type);
                self
            }
        }
    }

    /// The metrics of `shop`.
    #[allow(dead_code, deprecated, unused_imports, clippy::all)]
    pub mod shop {
        use meterstick::unit::Seconds;
        use meterstick::{Attributes, Histogram, Meter, Metric};

        /// How long a payment took.
        ///
        /// `shop.payment.duration`: a histogram in `s`, stable.
        pub const PAYMENT_DURATION: Metric<Histogram<f64, Seconds, PaymentDuration<'static>>> =
            Meter::histogram::<f64>()
                .unit::<Seconds>()
                .name("shop.payment.duration")
                .description("How long a payment took.")
                .attributes::<PaymentDuration>();

        /// The attributes of [`PAYMENT_DURATION`].
        #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
        #[non_exhaustive]
        pub struct PaymentDuration<'a> {
            /// The shop that the order is for.
            ///
            /// `shop.tenant`, required, in development.
            #[attribute(key = "shop.tenant")]
            pub tenant: &'a str,
            /// `http.request.method`, recommended.
            #[attribute(key = "http.request.method")]
            pub method: Option<::meterstick_semconv::attribute::http::RequestMethod<'a>>,
            /// How an order reaches the customer.
            ///
            /// `shop.order.kind`, conditionally required.
            #[attribute(key = "shop.order.kind")]
            pub kind: Option<super::super::attribute::shop::OrderKind<'a>>,
        }

        impl<'a> PaymentDuration<'a> {
            /// With the required attributes.
            #[must_use]
            pub const fn new(tenant: &'a str) -> Self {
                Self { tenant, method: None, kind: None }
            }

            /// With `http.request.method`.
            #[must_use]
            pub const fn method(mut self, method: ::meterstick_semconv::attribute::http::RequestMethod<'a>) -> Self {
                self.method = Some(method);
                self
            }

            /// With `shop.order.kind`.
            #[must_use]
            pub const fn kind(mut self, kind: super::super::attribute::shop::OrderKind<'a>) -> Self {
                self.kind = Some(kind);
                self
            }
        }
    }
}

/// Declarations of spans: one module per namespace.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod span {
    /// The spans of `shop`.
    pub mod shop {
        use meterstick::Attributes;
        use meterstick::trace::{Client, SpanDeclaration, Tracer};

        /// A payment by card.
        ///
        /// `shop.card`: a refinement of `shop.payment`, a span of the kind `client`, stable.
        pub const CARD: SpanDeclaration<CardAttributes<'static>> =
            Tracer::span::<Client>().name("pay").attributes::<CardAttributes>().sampled_by_attributes();

        /// A call to the payment provider.
        ///
        /// `shop.payment`: a span of the kind `client`, stable.
        pub const PAYMENT: SpanDeclaration<PaymentAttributes<'static>> =
            Tracer::span::<Client>().name("pay").attributes::<PaymentAttributes>().sampled_by_attributes();

        /// The attributes of [`CARD`].
        #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
        #[non_exhaustive]
        pub struct CardAttributes<'a> {
            /// How an order reaches the customer.
            ///
            /// `shop.order.kind`, required.
            #[attribute(key = "shop.order.kind")]
            pub kind: super::super::attribute::shop::OrderKind<'a>,
            /// The shop that the order is for.
            ///
            /// `shop.tenant`, required, in development.
            #[attribute(key = "shop.tenant")]
            pub tenant: &'a str,
            /// `http.request.method`, recommended.
            #[attribute(key = "http.request.method")]
            pub method: Option<::meterstick_semconv::attribute::http::RequestMethod<'a>>,
        }

        impl<'a> CardAttributes<'a> {
            /// With the required attributes.
            #[must_use]
            pub const fn new(kind: super::super::attribute::shop::OrderKind<'a>, tenant: &'a str) -> Self {
                Self { kind, tenant, method: None }
            }

            /// With `http.request.method`.
            #[must_use]
            pub const fn method(mut self, method: ::meterstick_semconv::attribute::http::RequestMethod<'a>) -> Self {
                self.method = Some(method);
                self
            }
        }

        /// The attributes of [`PAYMENT`].
        #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
        #[non_exhaustive]
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
            /// With the required attributes.
            #[must_use]
            pub const fn new(tenant: &'a str) -> Self {
                Self { tenant, method: None }
            }

            /// With `http.request.method`.
            #[must_use]
            pub const fn method(mut self, method: ::meterstick_semconv::attribute::http::RequestMethod<'a>) -> Self {
                self.method = Some(method);
                self
            }
        }
    }
}
