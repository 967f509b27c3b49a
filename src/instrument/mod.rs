//! Live instruments: one type, [`Instrument`], whose first parameter is the kind; observables, timers and guards.
// Uses `attribute`, `declare`, `message`, `number`, `record`, `safely`, `unit`. Used by `cache`, `catalog`, `group`,
// `testing`, `trace`.

// rustdoc shows the methods of `Metric` and of each instrument in this order.
mod counter;
mod gauge;
mod histogram;
mod up_down_counter;

mod synchronous;

mod observable;

mod declared;

mod as_meter;
mod asynchronous;
mod bind;
mod build_on;
mod counterpart;
mod generic;
mod given;
mod init;
mod no_future;
mod refused;
mod rounds;
mod timed;
mod timer;
mod together;
mod track;

pub use as_meter::AsMeter;
pub use asynchronous::Asynchronous;
pub use bind::TakesAttributes;
pub use build_on::BuildOn;
pub use counter::Counter;
pub use declared::{ComponentField, Makes, Parts, declared, described};
pub use gauge::Gauge;
pub use generic::{AddTo, AddWith, RecordTo, RecordWith, StartTimer, TrackIn};
pub use histogram::Histogram;
pub use no_future::NoFuture;
pub use observable::{Observable, Observation, Observer};
pub use synchronous::Instrument;
pub use timer::{Timer, TimerRef};
pub use together::{Observables, Observed, observe_together};
pub use track::{Tracked, TrackedRef};
pub use up_down_counter::UpDownCounter;

use crate::declare::kind;

/// An observable counter: a sum that only goes up and is kept elsewhere. A callback observes its total.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// const READ: Metric<ObservableCounter<u64, Bytes>> =
///     Meter::observable_counter::<u64>().unit::<Bytes>().name("disk.read");
///
/// # use opentelemetry::metrics::MeterProvider;
/// # let meter = opentelemetry_sdk::metrics::SdkMeterProvider::default().meter("shop");
/// let observation = READ.observe(&meter, |o| o.observe(Bytes(4096))); // the total so far
/// ```
pub type ObservableCounter<N, U, A = ()> = Observable<kind::ObservableCounter, N, U, A>;

/// An observable up-down counter: a sum that goes up and down and is kept elsewhere. A callback observes its total.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// const USED: Metric<ObservableUpDownCounter<i64, Bytes>> =
///     Meter::observable_up_down_counter::<i64>().unit::<Bytes>().name("pool.used");
///
/// # use opentelemetry::metrics::MeterProvider;
/// # let meter = opentelemetry_sdk::metrics::SdkMeterProvider::default().meter("shop");
/// let observation = USED.observe(&meter, |o| o.observe(Bytes(65_536))); // the total at the moment
/// ```
pub type ObservableUpDownCounter<N, U, A = ()> = Observable<kind::ObservableUpDownCounter, N, U, A>;

/// An observable gauge: the current value of something, which a callback observes.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Celsius;
///
/// const ATTIC: Metric<ObservableGauge<f64, Celsius>> =
///     Meter::observable_gauge::<f64>().unit::<Celsius>().name("attic.temperature");
///
/// # use opentelemetry::metrics::MeterProvider;
/// # let meter = opentelemetry_sdk::metrics::SdkMeterProvider::default().meter("house");
/// let observation = ATTIC.observe(&meter, |o| o.observe(Celsius(21.5)));
/// ```
pub type ObservableGauge<N, U, A = ()> = Observable<kind::ObservableGauge, N, U, A>;
