//! A program's own figures, read back.

use super::synchronous::Instrument;
use crate::attribute::Attributes;
use crate::declare::kind::HasValue;
use crate::number::Number;
use crate::record::Synchronous;
use crate::unit::Unit;

impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U, ()> {
    /// The total of a sum, or the last value of a gauge, in the instrument's unit; `None` if nothing was recorded.
    ///
    /// It is exact for what this thread recorded, and what other threads recorded before what they told this one. It needs no
    /// provider and no reader. A total is that of the metric: all instruments of one name on one meter share it, and it starts anew
    /// when another meter provider is set. Integers are read as `u64` or `i64`, floats as `f64`.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Bytes, KiBytes};
    ///
    /// static SENT: Counter<u64, Bytes> =
    ///     Meter::counter::<u64>().unit::<Bytes>().name("sent").global(Scope::new("shop"));
    ///
    /// assert_eq!(SENT.value(), None);
    /// SENT.add(KiBytes(4));
    /// assert_eq!(SENT.value(), Some(4096));
    /// ```
    ///
    /// It takes the instrument's lock, and passes what is kept to the SDK: call it once a second, not once a request. In code that
    /// OpenTelemetry calls while it records, such as a subscriber of its log, it gives `None`.
    #[must_use]
    pub fn value(&self) -> Option<K::Wire>
    where
        K: HasValue,
    {
        self.slot.live().value(&())
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    /// The total of a sum, or the last value of a gauge, of these attributes, in the instrument's unit; `None` if nothing was
    /// recorded.
    ///
    /// It is exact for what this thread recorded, and what other threads recorded before what they told this one. It needs no
    /// provider and no reader. A total is that of the metric: all instruments of one name on one meter share it, and it starts anew
    /// when another meter provider is set. Integers are read as `u64` or `i64`, floats as `f64`.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Of<'a> {
    ///     pool: &'a str,
    /// }
    ///
    /// static IDLE: Gauge<i64, One, Of<'static>> =
    ///     Meter::gauge::<i64>().unit::<One>().name("idle").attributes::<Of>().global(Scope::new("pool"));
    ///
    /// IDLE.record(7, Of { pool: "a" });
    /// assert_eq!(IDLE.value(Of { pool: "a" }), Some(7));
    /// assert_eq!(IDLE.value(Of { pool: "b" }), None);
    /// ```
    ///
    /// Sets that went to the overflow set, and those of an open set after the first 10,000, have no value of their own. It takes the
    /// instrument's lock, and passes what is kept to the SDK: call it once a second, not once a request. In code that OpenTelemetry
    /// calls while it records, such as a subscriber of its log, it gives `None`.
    #[must_use]
    pub fn value(&self, attributes: A::With<'_>) -> Option<K::Wire>
    where
        K: HasValue,
    {
        self.slot.live().value(&attributes)
    }
}
