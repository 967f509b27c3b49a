//! Live instruments: one type, [`Instrument`], whose first parameter is the kind; timers and guards.

mod as_meter;
mod asynchronous;
mod bind;
mod build_on;
mod counterpart;
mod declared;
mod generic;
mod given;
mod init;
mod no_future;
mod observable;
mod rounds;
mod synchronous;
mod timer;
mod together;
mod track;
mod value;

pub use as_meter::AsMeter;
pub use asynchronous::Asynchronous;
pub use bind::TakesAttributes;
pub use build_on::BuildOn;
pub use declared::{ComponentField, Makes, Parts, declared};
pub use generic::{AddTo, AddWith, RecordTo, RecordWith, StartTimer, TrackIn};
pub use no_future::NoFuture;
pub use observable::{Observable, Observation, Observer};
pub use synchronous::Instrument;
pub use timer::{Timer, TimerRef};
pub use together::{Observables, Observed, observe_together};
pub use track::{Tracked, TrackedRef};

use crate::declare::kind;

/// A sum that only goes up.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, KiBytes};
///
/// const SHOP: Scope = Scope::new("shop");
/// static SENT: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("http.server.sent").global(SHOP);
///
/// SENT.add(KiBytes(4)); // 4096 By
/// ```
pub type Counter<N, U, A = ()> = Instrument<kind::Counter, N, U, A>;

/// A sum that goes up and down.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::One;
///
/// static IN_FLIGHT: UpDownCounter<i64, One> =
///     Meter::up_down_counter::<i64>().unit::<One>().name("in_flight").global(Scope::new("shop"));
///
/// let guard = IN_FLIGHT.track(); // 1 now, and back when it is dropped
/// drop(guard);
/// ```
pub type UpDownCounter<N, U, A = ()> = Instrument<kind::UpDownCounter, N, U, A>;

/// A distribution of values.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Millis, Seconds};
///
/// static LATENCY: Histogram<f64, Seconds> =
///     Meter::histogram::<f64>().unit::<Seconds>().name("http.server.request.duration").global(Scope::new("shop"));
///
/// LATENCY.record(Millis(12.5)); // 0.0125 s
/// let answer = LATENCY.time(|| 6 * 7);
/// # assert_eq!(answer, 42);
/// ```
pub type Histogram<N, U, A = ()> = Instrument<kind::Histogram, N, U, A>;

/// The current value of something.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Celsius;
///
/// static ATTIC: Gauge<f64, Celsius> = Meter::gauge::<f64>().unit::<Celsius>().name("attic").global(Scope::new("house"));
///
/// ATTIC.record(Celsius(21.5));
/// ```
pub type Gauge<N, U, A = ()> = Instrument<kind::Gauge, N, U, A>;

/// A sum that only goes up and is kept elsewhere: its total is observed.
pub type ObservableCounter<N, U, A = ()> = Observable<kind::ObservableCounter, N, U, A>;

/// A sum that goes up and down and is kept elsewhere: its total is observed.
pub type ObservableUpDownCounter<N, U, A = ()> = Observable<kind::ObservableUpDownCounter, N, U, A>;

/// The current value of something, observed.
pub type ObservableGauge<N, U, A = ()> = Observable<kind::ObservableGauge, N, U, A>;
