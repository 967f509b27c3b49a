// Written by meterstick-catalog. Change the registry, not this file.

/// The units of the counts.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod unit {
    ::meterstick::unit! {
        /// `F`.
        pub F = "F";
        /// `{order}`.
        pub Orders = "{order}"
    }
}

/// The schema URL of the registry.
#[allow(dead_code)]
pub const SCHEMA_URL: &str = "https://example.com/schemas/1.0.0";

/// All metrics of the registry.
#[allow(dead_code, deprecated)]
pub const CATALOG: ::meterstick::catalog::Catalog = ::meterstick::catalog![
    shop::BUSY_TIME,
    shop::CAPACITY,
    shop::CLOSED_DURATION,
    shop::FILL,
    shop::FREQUENCY,
    shop::LEVELLED,
    shop::LIMITED,
    shop::LOAD,
    shop::MEMORY_USAGE,
    shop::ORDER_BATCH,
    shop::ORDER_COUNT,
    shop::ORDER_OPEN,
    shop::PACE,
    shop::PICK_DURATION,
    shop::RATE,
    shop::SENT,
    shop::SIZE,
    shop::SPEED,
    shop::STATE,
    shop::TEMPERATURE,
    shop::UNBUCKETED,
    shop::UNBUCKETED_DURATION,
    shop::UNDECLARED,
    shop::UP,
    shop::WAIT_DURATION
];

/// Attributes as typed keys, and the enumerations of their values: one module per namespace.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod attribute {
    /// The attributes of `shop`.
    pub mod shop {
        use meterstick::{AttributeValue, Key, ValueRef, ValueType};

        /// An attribute of `shop.limited`.
        ///
        /// `shop.any`, in development.
        pub const ANY: Key<&'static ::meterstick::opentelemetry::Value> = Key::new("shop.any");

        /// An attribute of `shop.limited`.
        ///
        /// `shop.cache`, in development.
        pub const CACHE: Key<Cache<'static>> = Key::new("shop.cache");

        /// An attribute of `shop.levelled`.
        ///
        /// `shop.level`, in development.
        pub const LEVEL: Key<Level> = Key::new("shop.level");

        /// An attribute of `shop.closed.duration`, `shop.limited`.
        ///
        /// `shop.outcome`, in development.
        pub const OUTCOME: Key<Outcome> = Key::new("shop.outcome");

        /// An attribute of `shop.closed.duration`.
        ///
        /// `shop.retried`, in development.
        pub const RETRIED: Key<bool> = Key::new("shop.retried");

        /// An attribute of `shop.limited`.
        ///
        /// `shop.route`, in development.
        pub const ROUTE: Key<&'static str> = Key::new("shop.route");

        /// An attribute of `shop.limited`.
        ///
        /// `shop.sizes`, in development.
        pub const SIZES: Key<&'static [i64]> = Key::new("shop.sizes");

        /// An attribute of `shop.limited`.
        ///
        /// `shop.weight`, in development.
        pub const WEIGHT: Key<f64> = Key::new("shop.weight");

        /// The values of `shop.cache`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
        pub enum Cache<'a> {
            /// `hit`.
            Hit,
            /// `miss`.
            Miss,
            /// A value that the registry does not have.
            #[attribute(other)]
            Custom(&'a str),
        }

        /// The values of `shop.level`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Level {
            /// `-1`.
            N1,
            /// `5`.
            N5,
        }

        impl AttributeValue for Level {
            const TYPE: ValueType = ValueType::Int;
            const CARDINALITY: Option<usize> = Some(2);
            const MEMBERS: &'static [&'static str] = &["-1", "5"];
            fn value(&self) -> ValueRef<'_> {
                ValueRef::Int(match self {
                    Self::N1 => -1,
                    Self::N5 => 5,
                })
            }
            fn index(&self) -> usize {
                match self {
                    Self::N1 => 0,
                    Self::N5 => 1,
                }
            }
        }

        /// The values of `shop.outcome`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
        pub enum Outcome {
            /// `ok`.
            Ok,
            /// `timed_out`.
            TimedOut,
            /// `say "no"`.
            #[attribute(rename = "say \"no\"")]
            SayNo,
        }
    }
}

/// The metrics of `shop`.
#[allow(dead_code, deprecated, unused_imports, clippy::all)]
pub mod shop {
    use meterstick::unit::{Bytes, Celsius, Millis, NoUnit, One, Per, Percent, Seconds};
    use meterstick::{
        Attributes, Counter, Gauge, Histogram, Meter, Metric, ObservableCounter, ObservableGauge,
        ObservableUpDownCounter, UpDownCounter,
    };

    /// `shop.busy.time`: a counter in `s`, in development.
    pub const BUSY_TIME: Metric<Counter<f64, Seconds>> =
        Meter::counter::<f64>().unit::<Seconds>().name("shop.busy.time");

    /// `shop.capacity`: a histogram in `F`, in development.
    pub const CAPACITY: Metric<Histogram<f64, super::unit::F>> =
        Meter::histogram::<f64>().unit::<super::unit::F>().name("shop.capacity").boundaries(&[super::unit::F(0.5)]);

    /// Two lines, and `code`.
    ///
    /// `shop.closed.duration`: a histogram in `s`, in development.
    pub const CLOSED_DURATION: Metric<Histogram<f64, Seconds, ClosedDuration>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("shop.closed.duration")
        .description("Two\nlines, and `code`.")
        .attributes::<ClosedDuration>();

    /// `shop.fill`: a histogram in `%`, in development.
    pub const FILL: Metric<Histogram<f64, Percent>> =
        Meter::histogram::<f64>().unit::<Percent>().name("shop.fill").exponential_at_most(20, 2);

    /// `shop.frequency`: a histogram in `1/s`, in development.
    pub const FREQUENCY: Metric<Histogram<f64, Per<One, Seconds>>> = Meter::histogram::<f64>()
        .unit::<Per<One, Seconds>>()
        .name("shop.frequency")
        .boundaries(&[::meterstick::Quantity::<f64, Per<One, Seconds>>::new(0.5)]);

    /// `shop.levelled`: a counter in `{order}`, in development.
    pub const LEVELLED: Metric<Counter<u64, super::unit::Orders, Levelled>> =
        Meter::counter::<u64>().unit::<super::unit::Orders>().name("shop.levelled").attributes::<Levelled>();

    /// `shop.limited`: a counter in `{order}`, in development.
    pub const LIMITED: Metric<Counter<u64, super::unit::Orders, Limited<'static>>> = Meter::counter::<u64>()
        .unit::<super::unit::Orders>()
        .name("shop.limited")
        .cardinality_at_most::<100>()
        .attributes::<Limited>();

    /// `shop.load`: an observable gauge in `1`, in development.
    pub const LOAD: Metric<ObservableGauge<f64, One>> =
        Meter::observable_gauge::<f64>().unit::<One>().name("shop.load");

    /// `shop.memory.usage`: an observable up-down counter in `By`, in development.
    pub const MEMORY_USAGE: Metric<ObservableUpDownCounter<f64, Bytes>> =
        Meter::observable_up_down_counter::<f64>().unit::<Bytes>().name("shop.memory.usage");

    /// `shop.order.batch`: a histogram in `{order}`, in development.
    pub const ORDER_BATCH: Metric<Histogram<u64, super::unit::Orders>> =
        Meter::histogram::<u64>().unit::<super::unit::Orders>().name("shop.order.batch").boundaries(&[1.0, 10.0]);

    /// `shop.order.count`: an observable counter in `{order}`, in development.
    pub const ORDER_COUNT: Metric<ObservableCounter<u64, super::unit::Orders>> =
        Meter::observable_counter::<u64>().unit::<super::unit::Orders>().name("shop.order.count");

    /// `shop.order.open`: an up-down counter in `{order}`, in development.
    pub const ORDER_OPEN: Metric<UpDownCounter<i64, super::unit::Orders>> =
        Meter::up_down_counter::<i64>().unit::<super::unit::Orders>().name("shop.order.open");

    /// `shop.pace`: a histogram in `{order}/s`, in development.
    pub const PACE: Metric<Histogram<f64, Per<super::unit::Orders, Seconds>>> = Meter::histogram::<f64>()
        .unit::<Per<super::unit::Orders, Seconds>>()
        .name("shop.pace")
        .boundaries(&[::meterstick::Quantity::<f64, Per<super::unit::Orders, Seconds>>::new(0.5)]);

    /// `shop.pick.duration`: a histogram in `s`, in development.
    pub const PICK_DURATION: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("shop.pick.duration")
        .boundaries(&[Seconds(0.005), Seconds(0.1)]);

    /// `shop.rate`: a histogram in `By/s`, in development.
    pub const RATE: Metric<Histogram<f64, Per<Bytes, Seconds>>> =
        Meter::histogram::<f64>().unit::<Per<Bytes, Seconds>>().name("shop.rate").boundaries(&[
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(64.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(256.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(1024.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(4096.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(16384.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(65536.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(262144.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(1048576.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(4194304.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(16777216.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(67108864.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(268435456.0),
            ::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(1073741824.0),
        ]);

    /// What was sent.
    ///
    /// `shop.sent`: a counter in `By`, in development.
    pub const SENT: Metric<Counter<u64, Bytes>> =
        Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").description("What was sent.");

    /// `shop.size`: a histogram in `By`, in development.
    pub const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>().unit::<Bytes>().name("shop.size");

    /// `shop.speed`: a histogram in `By/s`, in development.
    pub const SPEED: Metric<Histogram<f64, Per<Bytes, Seconds>>> = Meter::histogram::<f64>()
        .unit::<Per<Bytes, Seconds>>()
        .name("shop.speed")
        .boundaries(&[::meterstick::Quantity::<f64, Per<Bytes, Seconds>>::new(0.5)]);

    /// `shop.state`: a gauge in `1`, in development.
    pub const STATE: Metric<Gauge<i64, One>> = Meter::gauge::<i64>().unit::<One>().name("shop.state");

    /// `shop.temperature`: a gauge in `Cel`, in development.
    pub const TEMPERATURE: Metric<Gauge<f64, Celsius>> =
        Meter::gauge::<f64>().unit::<Celsius>().name("shop.temperature");

    /// `shop.unbucketed`: a histogram in `{order}`, in development.
    pub const UNBUCKETED: Metric<Histogram<u64, super::unit::Orders>> =
        Meter::histogram::<u64>().unit::<super::unit::Orders>().name("shop.unbucketed").boundaries::<f64>(&[]);

    /// `shop.unbucketed.duration`: a histogram in `s`, in development.
    pub const UNBUCKETED_DURATION: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
        .unit::<Seconds>()
        .name("shop.unbucketed.duration")
        .boundaries::<::meterstick::Quantity<f64, Seconds>>(&[]);

    /// `shop.undeclared`: a counter in `{order}`, in development.
    pub const UNDECLARED: Metric<Counter<u64, super::unit::Orders, ::meterstick::KeyValues>> = Meter::counter::<u64>()
        .unit::<super::unit::Orders>()
        .name("shop.undeclared")
        .attributes::<::meterstick::KeyValues>();

    /// `shop.up`: a gauge in ``, in development.
    pub const UP: Metric<Gauge<i64, NoUnit>> = Meter::gauge::<i64>().unit::<NoUnit>().name("shop.up");

    /// `shop.wait.duration`: a histogram in `ms`, in development.
    pub const WAIT_DURATION: Metric<Histogram<f64, Millis>> =
        Meter::histogram::<f64>().unit::<Millis>().name("shop.wait.duration").exponential_at_most(160, 20);

    /// The attributes of [`CLOSED_DURATION`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    #[attributes(prefix = "shop")]
    #[non_exhaustive]
    pub struct ClosedDuration {
        /// An attribute of `shop.closed.duration`, `shop.limited`.
        ///
        /// `shop.outcome`, required, in development.
        pub outcome: super::attribute::shop::Outcome,
        /// An attribute of `shop.closed.duration`.
        ///
        /// `shop.retried`, recommended, in development.
        pub retried: Option<bool>,
    }

    impl ClosedDuration {
        /// With the required attributes.
        #[must_use]
        pub const fn new(outcome: super::attribute::shop::Outcome) -> Self {
            Self { outcome, retried: None }
        }

        /// With `shop.retried`.
        #[must_use]
        pub const fn retried(mut self, retried: bool) -> Self {
            self.retried = Some(retried);
            self
        }
    }

    /// The attributes of [`LEVELLED`].
    #[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
    #[non_exhaustive]
    pub struct Levelled {
        /// An attribute of `shop.levelled`.
        ///
        /// `shop.level`, recommended, in development.
        #[attribute(key = "shop.level")]
        pub level: Option<super::attribute::shop::Level>,
    }

    impl Levelled {
        /// Without any attribute.
        #[must_use]
        pub const fn new() -> Self {
            Self { level: None }
        }

        /// With `shop.level`.
        #[must_use]
        pub const fn level(mut self, level: super::attribute::shop::Level) -> Self {
            self.level = Some(level);
            self
        }
    }

    /// The attributes of [`LIMITED`].
    #[derive(Clone, Copy, Debug, PartialEq, Attributes)]
    #[attributes(prefix = "shop")]
    #[non_exhaustive]
    pub struct Limited<'a> {
        /// An attribute of `shop.limited`.
        ///
        /// `shop.cache`, required, in development.
        pub cache: super::attribute::shop::Cache<'a>,
        /// An attribute of `shop.limited`.
        ///
        /// `shop.route`, required, in development.
        pub route: &'a str,
        /// An attribute of `shop.limited`.
        ///
        /// `shop.sizes`, required, in development.
        pub sizes: &'a [i64],
        /// An attribute of `shop.limited`.
        ///
        /// `shop.weight`, required, in development.
        pub weight: f64,
        /// An attribute of `shop.limited`.
        ///
        /// `shop.any`, recommended, in development.
        pub any: Option<&'a ::meterstick::opentelemetry::Value>,
        /// An attribute of `shop.closed.duration`, `shop.limited`.
        ///
        /// `shop.outcome`, recommended, in development.
        pub outcome: Option<super::attribute::shop::Outcome>,
    }

    impl<'a> Limited<'a> {
        /// With the required attributes.
        #[must_use]
        pub const fn new(
            cache: super::attribute::shop::Cache<'a>,
            route: &'a str,
            sizes: &'a [i64],
            weight: f64,
        ) -> Self {
            Self { cache, route, sizes, weight, any: None, outcome: None }
        }

        /// With `shop.any`.
        #[must_use]
        pub const fn any(mut self, any: &'a ::meterstick::opentelemetry::Value) -> Self {
            self.any = Some(any);
            self
        }

        /// With `shop.outcome`.
        #[must_use]
        pub const fn outcome(mut self, outcome: super::attribute::shop::Outcome) -> Self {
            self.outcome = Some(outcome);
            self
        }
    }
}
