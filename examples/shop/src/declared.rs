// Written by meterstick-catalog. Change the registry, not this file.
// It needs meterstick-semconv with the features "http".
// It needs meterstick with the feature "trace".

/// The units of the counts.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod unit {
    ::meterstick::unit! {
        /// `{item}`.
        pub Items = "{item}";
        /// `{order}`.
        pub Orders = "{order}"
    }
}

/// The schema URL of the registry.
#[allow(dead_code)]
pub const SCHEMA_URL: &str = "https://shop.example/schemas/1.0.0";

/// All metrics of the registry.
#[allow(dead_code, deprecated)]
pub const CATALOG: ::meterstick::catalog::Catalog = ::meterstick::catalog![
    shop::ITEMS,
    shop::ORDER_QUEUED,
    shop::ORDER_WAIT,
    shop::ORDERS,
    shop::PACK_DURATION,
    shop::PARCEL_WEIGHT
];

/// Attributes as typed keys, and the enumerations of their values: one module per namespace.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod attribute {
    /// The attributes of `shop`.
    pub mod shop {
        use meterstick::{AttributeValue, Key};

        /// An item. There are many: so it is on the span, and on no metric.
        ///
        /// `shop.item.id`.
        pub const ITEM_ID: Key<i64> = Key::new("shop.item.id");

        /// What becomes of an order.
        ///
        /// `shop.order.outcome`.
        pub const ORDER_OUTCOME: Key<OrderOutcome> = Key::new("shop.order.outcome");

        /// The values of `shop.order.outcome`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
        pub enum OrderOutcome {
            /// The order is taken.
            ///
            /// `accepted`.
            Accepted,
            /// There is no such item.
            ///
            /// `unknown`.
            Unknown,
            /// It is for more items than the shop sells at once.
            ///
            /// `too_large`.
            TooLarge,
            /// The queue is full.
            ///
            /// `refused`.
            Refused,
        }
    }
}

/// The metrics of `shop`.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod shop {
    use meterstick::unit::{Grams, Seconds};
    use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

    /// Items that were packed.
    ///
    /// `shop.items`: a counter in `{item}`, stable.
    pub const ITEMS: Metric<Counter<u64, super::unit::Items>> =
        Meter::counter::<u64>().unit::<super::unit::Items>().name("shop.items").description("Items that were packed.");

    /// Orders that wait to be packed.
    ///
    /// `shop.order.queued`: an up-down counter in `{order}`, stable.
    pub const ORDER_QUEUED: Metric<UpDownCounter<i64, super::unit::Orders>> = Meter::up_down_counter::<i64>()
        .unit::<super::unit::Orders>()
        .name("shop.order.queued")
        .description("Orders that wait to be packed.");

    /// How long an order waited to be packed.
    ///
    /// `shop.order.wait`: a histogram in `s`, stable.
    pub const ORDER_WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("shop.order.wait")
        .description("How long an order waited to be packed.");

    /// Orders that came.
    ///
    /// `shop.orders`: a counter in `{order}`, stable.
    pub const ORDERS: Metric<Counter<u64, super::unit::Orders, Orders>> = Meter::counter::<u64>()
        .unit::<super::unit::Orders>()
        .name("shop.orders")
        .description("Orders that came.")
        .attributes::<Orders>();

    /// How long it took to pack an order.
    ///
    /// `shop.pack.duration`: a histogram in `s`, stable.
    pub const PACK_DURATION: Metric<Histogram<f64, Seconds, PackDuration<'static>>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("shop.pack.duration")
        .description("How long it took to pack an order.")
        .attributes::<PackDuration>();

    /// What a parcel weighs.
    ///
    /// `shop.parcel.weight`: a histogram in `g`, stable.
    pub const PARCEL_WEIGHT: Metric<Histogram<u64, Grams>> = Meter::histogram::<u64>()
        .unit::<Grams>()
        .name("shop.parcel.weight")
        .description("What a parcel weighs.")
        .boundaries(&[Grams(100.0), Grams(250.0), Grams(500.0), Grams(1000.0), Grams(2000.0), Grams(5000.0)]);

    /// The attributes of [`ORDERS`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    #[non_exhaustive]
    pub struct Orders {
        /// What becomes of an order.
        ///
        /// `shop.order.outcome`, required.
        #[attribute(key = "shop.order.outcome")]
        pub outcome: super::attribute::shop::OrderOutcome,
    }

    impl Orders {
        /// With the required attributes.
        #[must_use]
        pub const fn new(outcome: super::attribute::shop::OrderOutcome) -> Self {
            Self { outcome }
        }
    }

    /// The attributes of [`PACK_DURATION`].
    #[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
    #[non_exhaustive]
    pub struct PackDuration<'a> {
        /// `error.type`, conditionally required.
        #[attribute(key = "error.type")]
        pub error_type: Option<::meterstick_semconv::attribute::error::Type<'a>>,
    }

    impl<'a> PackDuration<'a> {
        /// Without any attribute.
        #[must_use]
        pub const fn new() -> Self {
            Self { error_type: None }
        }

        /// With `error.type`.
        #[must_use]
        pub const fn error_type(mut self, error_type: ::meterstick_semconv::attribute::error::Type<'a>) -> Self {
            self.error_type = Some(error_type);
            self
        }
    }
}

/// Declarations of spans: one module per namespace.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod span {
    /// The spans of `shop`.
    pub mod shop {
        use meterstick::Attributes;
        use meterstick::trace::{Internal, SpanDeclaration, Tracer};

        /// A look at an item.
        ///
        /// `shop.look`: a span of the kind `internal`, stable.
        pub const LOOK: SpanDeclaration<LookAttributes> =
            Tracer::span::<Internal>().name("look").attributes::<LookAttributes>();

        /// The attributes of [`LOOK`].
        #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
        #[non_exhaustive]
        pub struct LookAttributes {
            /// An item. There are many: so it is on the span, and on no metric.
            ///
            /// `shop.item.id`, required.
            #[attribute(key = "shop.item.id")]
            pub item_id: i64,
        }

        impl LookAttributes {
            /// With the required attributes.
            #[must_use]
            pub const fn new(item_id: i64) -> Self {
                Self { item_id }
            }
        }
    }
}
