//! Converts a declaration of a synchronous instrument to the observable instrument of the same metric, and back.
// Uses `declare`, `number`, `observable`, `record`, `synchronous`. No other module uses it.

use super::observable::Observable;
use super::synchronous::Instrument;
use crate::declare::kind::{HasObservable, HasSynchronous};
use crate::declare::{Kind, Metric};
use crate::number::Number;
use crate::record::Synchronous;

impl<K: Synchronous<N>, N: Number, U, A> Metric<Instrument<K, N, U, A>> {
    /// Declares the same metric as observable: its value is kept elsewhere, and a callback reads it at every collection (*Metrics
    /// API, asynchronous instruments*).
    ///
    /// Counters, up-down counters and gauges have an observable counterpart, which exports the same data. So a metric that is
    /// declared once, in a catalogue or by the semantic conventions, can be used in both ways.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// const MEMORY: Metric<UpDownCounter<i64, Bytes>> =
    ///     Meter::up_down_counter::<i64>().unit::<Bytes>().name("memory.usage");
    /// const OBSERVED: Metric<ObservableUpDownCounter<i64, Bytes>> = MEMORY.observable();
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    ///
    /// let observation = OBSERVED.observe(&meter, |o| o.observe(Bytes(4096)));
    /// # drop(observation);
    /// ```
    ///
    /// A histogram has no counterpart: it consists of single measurements, which are not kept to be read later.
    // `O` follows from `K`. As a projection it would hide the method from a histogram, and the message would not state the rule.
    pub const fn observable<O: Kind>(self) -> Metric<Observable<O, N, U, A>>
    where
        K: HasObservable<Observable = O>,
    {
        self.of_kind::<O, _>()
    }
}

impl<K: HasSynchronous, N: Number, U, A> Metric<Observable<K, N, U, A>> {
    /// Declares the same metric as synchronous: recorded where something happens (*Metrics API, synchronous instruments*).
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Celsius;
    ///
    /// const ATTIC: Metric<ObservableGauge<f64, Celsius>> =
    ///     Meter::observable_gauge::<f64>().unit::<Celsius>().name("attic.temperature");
    /// const RECORDED: Metric<Gauge<f64, Celsius>> = ATTIC.synchronous();
    /// assert_eq!(RECORDED.observable().descriptor(), ATTIC.descriptor());
    /// ```
    pub const fn synchronous(self) -> Metric<Instrument<K::Synchronous, N, U, A>>
    where
        K::Synchronous: Synchronous<N>,
    {
        self.of_kind::<K::Synchronous, _>()
    }
}
