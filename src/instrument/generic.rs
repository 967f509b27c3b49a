//! Sealed traits for code that is generic over instruments. Each can be a `dyn` trait.
// Uses `attribute`, `declare`, `given`, `number`, `record`, `synchronous`, `timer`, `track`, `unit`. No other module
// uses it.

use core::fmt::Debug;
use std::time::Duration;

use super::given::Given;
use super::synchronous::Instrument;
use super::timer::TimerRef;
use super::track::TrackedRef;
use crate::attribute::{Attributes, Set};
use crate::declare::kind::{Adds, Records, Subtracts};
use crate::number::Number;
use crate::record::{Synchronous, record};
use crate::unit::{Measurement, Quantity, Unit};

mod sealed {
    pub trait Sealed {}
}

impl<K: Synchronous<N>, N: Number, U: Unit, A> sealed::Sealed for Instrument<K, N, U, A> {}

/// Adds quantities of the unit `U`: implemented by counters and up-down counters without attributes. It is sealed.
///
/// A counter with attributes has none once it is bound, so code that only counts asks for this trait:
///
/// ```
/// use meterstick::{AddTo, prelude::*};
///
/// meterstick::unit! {
///     /// Requests.
///     pub Requests = "{request}"
/// }
///
/// struct Server {
///     requests: Box<dyn AddTo<u64, Requests>>,
/// }
///
/// fn serve(server: &Server, rejected: &impl AddTo<u64, Requests>) {
///     server.requests.add(Requests(1));
///     rejected.add(Requests(0));
/// }
///
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// # let requests = Meter::counter::<u64>().unit::<Requests>().name("requests").build(&meter);
/// # serve(&Server { requests: Box::new(requests.clone()) }, &requests);
/// ```
#[diagnostic::on_unimplemented(
    message = "a counter or an up-down counter of `{N}` in `{U}` without attributes is needed here",
    label = "another instrument",
    note = "for one with attributes, ask for `AddWith<{N}, {U}, Set>`"
)]
pub trait AddTo<N: Number, U: Unit>: Debug + Send + Sync + sealed::Sealed {
    /// Adds to the sum. An invalid increment is refused, [counted](Instrument::refused), and reported once.
    fn add(&self, increment: Quantity<N, U>);
}

#[diagnostic::do_not_recommend]
impl<K: Synchronous<N> + Adds, N: Number, U: Unit> AddTo<N, U> for Instrument<K, N, U> {
    fn add(&self, increment: Quantity<N, U>) {
        record::<K, N, _>(self.slot.live(), (), Ok(increment.value()));
    }
}

/// Adds quantities of the unit `U` with the attribute set `A`: implemented by counters and up-down counters with that set. It is
/// sealed.
///
/// ```
/// use meterstick::{AddWith, prelude::*};
///
/// meterstick::unit! {
///     /// Requests.
///     pub Requests = "{request}"
/// }
///
/// fn hit<A: Attributes>(requests: &Counter<u64, Requests, A>, attributes: A) {
///     requests.add_with(Requests(1), attributes);
/// }
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Peer<'a> {
///     peer: &'a str,
/// }
///
/// /// Any instrument that takes this set, with what it borrows.
/// fn hit_peer<'a>(requests: &dyn AddWith<u64, Requests, Peer<'a>>, peer: &'a str) {
///     requests.add_with(Requests(1), Peer { peer });
/// }
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// # let requests = Meter::counter::<u64>().unit::<Requests>().name("requests").attributes::<Peer>().build(&meter);
/// # hit(&requests, Peer { peer: "a" });
/// # hit_peer(&requests, &String::from("a"));
/// ```
#[diagnostic::on_unimplemented(
    message = "a counter or an up-down counter of `{N}` in `{U}` with the attributes `{A}` is needed here",
    label = "another instrument",
    note = "for one without attributes, ask for `AddTo<{N}, {U}>`"
)]
pub trait AddWith<N: Number, U: Unit, A: Attributes>: Debug + Send + Sync + sealed::Sealed {
    /// Adds to the sum of these attributes. An invalid increment is refused, [counted](Instrument::refused), and reported once.
    fn add_with(&self, increment: Quantity<N, U>, attributes: A);
}

// For the instrument's own set with any lifetimes: `A` and `S` are the same type once both are `'static`.
#[diagnostic::do_not_recommend]
impl<K, N, U, A, S> AddWith<N, U, S> for Instrument<K, N, U, A>
where
    K: Synchronous<N> + Adds,
    N: Number,
    U: Unit,
    A: Attributes,
    S: Attributes<With<'static> = A::With<'static>>,
{
    fn add_with(&self, increment: Quantity<N, U>, attributes: S) {
        record::<K, N, _>(self.slot.live(), attributes, Ok(increment.value()));
    }
}

/// Records quantities of the unit `U`: implemented by histograms and gauges without attributes. It is sealed. See [`AddTo`].
#[diagnostic::on_unimplemented(
    message = "a histogram or a gauge of `{N}` in `{U}` without attributes is needed here",
    label = "another instrument",
    note = "for one with attributes, ask for `RecordWith<{N}, {U}, Set>`"
)]
pub trait RecordTo<N: Number, U: Unit>: Debug + Send + Sync + sealed::Sealed {
    /// Records a value. An invalid value is refused, [counted](Instrument::refused), and reported once.
    fn record(&self, value: Quantity<N, U>);
}

#[diagnostic::do_not_recommend]
impl<K: Synchronous<N> + Records, N: Number, U: Unit> RecordTo<N, U> for Instrument<K, N, U> {
    fn record(&self, value: Quantity<N, U>) {
        record::<K, N, _>(self.slot.live(), (), Ok(value.value()));
    }
}

/// Records quantities of the unit `U` with the attribute set `A`: implemented by histograms and gauges with that set. It is
/// sealed. See [`AddWith`].
#[diagnostic::on_unimplemented(
    message = "a histogram or a gauge of `{N}` in `{U}` with the attributes `{A}` is needed here",
    label = "another instrument",
    note = "for one without attributes, ask for `RecordTo<{N}, {U}>`"
)]
pub trait RecordWith<N: Number, U: Unit, A: Attributes>: Debug + Send + Sync + sealed::Sealed {
    /// Records a value with these attributes. An invalid value is refused, [counted](Instrument::refused), and reported once.
    fn record_with(&self, value: Quantity<N, U>, attributes: A);
}

#[diagnostic::do_not_recommend]
impl<K, N, U, A, S> RecordWith<N, U, S> for Instrument<K, N, U, A>
where
    K: Synchronous<N> + Records,
    N: Number,
    U: Unit,
    A: Attributes,
    S: Attributes<With<'static> = A::With<'static>>,
{
    fn record_with(&self, value: Quantity<N, U>, attributes: S) {
        record::<K, N, _>(self.slot.live(), attributes, Ok(value.value()));
    }
}

/// Starts timers: implemented by histograms and gauges in a unit of time, of any number that a [`Duration`] converts to, with the
/// attributes `A` if they have some. It is sealed.
///
/// ```
/// use meterstick::{StartTimer, prelude::*, unit::Seconds};
///
/// fn work(latency: &dyn StartTimer<Seconds>) {
///     let timer = latency.timer();
///     // .. work ..
///     timer.stop();
/// }
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
/// # work(&Meter::histogram::<f64>().unit::<Seconds>().name("latency").build(&meter));
/// ```
#[diagnostic::on_unimplemented(
    message = "a histogram or a gauge in `{U}`, a unit of time, with the attributes `{A}` is needed here",
    label = "another instrument",
    note = "`()` is for no attributes"
)]
pub trait StartTimer<U: Unit, A: Set = ()>: Debug + Send + Sync + sealed::Sealed {
    /// Starts a timer: see [`Timer`](crate::Timer).
    fn timer(&self) -> TimerRef<'_, U, A>;
}

impl<K: Synchronous<N> + Records, N: Number, U: Unit> StartTimer<U> for Instrument<K, N, U>
where
    Duration: Measurement<N, U>,
{
    fn timer(&self) -> TimerRef<'_, U> {
        self.start_timer(Some(Given::Set(())))
    }
}

impl<K: Synchronous<N> + Records, N: Number, U: Unit, A: Attributes> StartTimer<U, A> for Instrument<K, N, U, A>
where
    Duration: Measurement<N, U>,
{
    fn timer(&self) -> TimerRef<'_, U, A> {
        self.start_timer(None)
    }
}

/// Adds quantities of the unit `U` while a guard lives: implemented by up-down counters without attributes. It is sealed. See
/// [`AddTo`].
#[diagnostic::on_unimplemented(
    message = "an up-down counter of `{N}` in `{U}` without attributes is needed here",
    label = "another instrument",
    note = "declare it with `Meter::up_down_counter`"
)]
pub trait TrackIn<N: Number, U: Unit>: AddTo<N, U> {
    /// Adds an amount now and subtracts it when the guard is dropped: see [`Tracked`](crate::Tracked).
    fn track_amount(&self, amount: Quantity<N, U>) -> TrackedRef<'_, U>;
}

impl<K: Synchronous<N> + Subtracts, N: Number, U: Unit> TrackIn<N, U> for Instrument<K, N, U> {
    fn track_amount(&self, amount: Quantity<N, U>) -> TrackedRef<'_, U> {
        self.track_number(Ok(amount.value()))
    }
}
