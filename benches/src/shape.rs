//! What is recorded: the shapes of `measured`'s own benchmark, two labels and 18 sets.

use std::hint::black_box;

use measured::FixedCardinalityLabel;
use meterstick::AttributeValue;
use prometheus_client::encoding::EncodeLabelValue;

/// A workload's shape, as a rival sees it: a job records one measurement a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A counter with the 18 sets.
    CounterOfSets,
    /// The same from a function of another crate that is not inlined, as programs call it: amount and set are arguments.
    CounterCalled,
    /// A counter without attributes.
    Counter,
    /// A counter with two strings that are borrowed, not `'static`, and known at run time only.
    CounterOfStrings,
    /// A histogram with the 18 sets.
    HistogramOfSets,
    /// A histogram without attributes.
    Histogram,
    /// A gauge with the 18 sets.
    GaugeOfSets,
    /// A `static` counter with the 18 sets, and no provider is installed.
    IdleCounter,
    /// A `static` histogram with the 18 sets, and no provider is installed.
    IdleHistogram,
    /// A `static` gauge with the 18 sets, and no provider is installed.
    IdleGauge,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue, FixedCardinalityLabel, EncodeLabelValue)]
pub enum Kind {
    User,
    Internal,
    Network,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue, FixedCardinalityLabel, EncodeLabelValue)]
pub enum Route {
    Users,
    User,
    Products,
    Product,
    Owner,
    Purchase,
}

pub const KINDS: [(Kind, &str); 3] = [(Kind::User, "user"), (Kind::Internal, "internal"), (Kind::Network, "network")];

pub const ROUTES: [(Route, &str); 6] = [
    (Route::Users, "/api/v1/users"),
    (Route::User, "/api/v1/users/:id"),
    (Route::Products, "/api/v1/products"),
    (Route::Product, "/api/v1/products/:id"),
    (Route::Owner, "/api/v1/products/:id/owner"),
    (Route::Purchase, "/api/v1/products/:id/purchase"),
];

pub const SETS: usize = KINDS.len() * ROUTES.len();

/// The upper boundaries of the buckets, as in `measured`'s benchmark: 8, from 0.001, each twice the one before.
pub const BOUNDARIES: [f64; 8] = [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128];

/// One measurement's input. 32 bytes beside its strings.
pub struct Input {
    pub kind: Kind,
    pub route: Route,
    pub kind_name: &'static str,
    pub route_name: &'static str,
    /// From 0 to 1.
    pub value: f64,
    /// The same two strings, each on the heap.
    pub owned: Box<(String, String)>,
}

impl Input {
    /// Which of the 18 sets it is, for those whose handles are kept in an array by hand.
    #[inline]
    pub fn slot(&self) -> usize {
        self.kind as usize * ROUTES.len() + self.route as usize
    }

    /// What is added where it is not 1.
    #[inline]
    pub fn amount(&self) -> u64 {
        1 + self.kind as u64
    }
}

/// Inputs to cycle through: few enough to stay in the nearest cache.
pub struct Inputs(Box<[Input; Self::COUNT]>);

impl Inputs {
    pub const COUNT: usize = 128;

    /// Random ones, the same for the same seed.
    pub fn random(seed: u64) -> Self {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut random = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut input = || {
            let (kind, kind_name) = KINDS[(random() >> 33) as usize % KINDS.len()];
            let (route, route_name) = ROUTES[(random() >> 33) as usize % ROUTES.len()];
            let value = (random() >> 11) as f64 / (1_u64 << 53) as f64;
            let owned = Box::new((kind_name.to_owned(), route_name.to_owned()));
            Input { kind, route, kind_name, route_name, value, owned }
        };
        let inputs: Vec<_> = (0..Self::COUNT).map(|_| input()).collect();
        Self(inputs.try_into().unwrap_or_else(|_| unreachable!("as many as there are to be")))
    }
}

type Run = dyn Fn(&Inputs, u64) + Send + Sync;

/// What one rival does for one shape.
pub struct Job {
    run: Box<Run>,
    rest: Box<dyn Fn() + Send + Sync>,
}

impl Job {
    /// Makes one call for each input, all of them some times. The loop is compiled around the call, and there is as good
    /// as nothing else in it.
    pub fn new(call: impl Fn(&Input) + Send + Sync + 'static) -> Self {
        let run = move |inputs: &Inputs, calls: u64| {
            for _ in 0..calls.div_ceil(Inputs::COUNT as u64) {
                for input in inputs.0.iter() {
                    call(black_box(input));
                }
            }
        };
        Self { run: Box::new(run), rest: Box::new(|| ()) }
    }

    /// What is to be done between the samples, outside of the time that is taken.
    pub fn between_samples(self, rest: impl Fn() + Send + Sync + 'static) -> Self {
        Self { rest: Box::new(rest), ..self }
    }

    pub fn run(&self, inputs: &Inputs, calls: u64) {
        (self.run)(inputs, calls);
    }

    pub fn rest(&self) {
        (self.rest)();
    }
}
