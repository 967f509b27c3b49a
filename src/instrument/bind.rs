//! Attributes that are given beforehand.

use super::synchronous::Instrument;
use crate::attribute::Attributes;
#[cfg(feature = "testing")]
use crate::attribute::Set;
use crate::number::Number;
use crate::record::Synchronous;
#[cfg(feature = "testing")]
use crate::record::canonical_after;
use crate::unit::Unit;

/// An instrument that is given attributes at each call.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "an instrument that takes no attributes has none to bind",
    label = "takes no attributes",
    note = "bind the instrument that was declared with `.attributes::<Set>()`: `JOBS.bind(Job {{ queue }})`"
)]
pub trait TakesAttributes {}

#[doc(hidden)]
impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U, ()> {
    pub fn bind<S>(&self, _: S)
    where
        Self: TakesAttributes,
    {
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    /// Binds the instrument to one set of attributes: what is returned takes none (*Metrics API, bound instruments*).
    ///
    /// It has the type of an instrument that was declared without attributes, so what takes one takes the other. It owns its
    /// attributes, whatever the set borrowed; it can be cloned, stored and sent to another thread. Bind where an attribute is
    /// known, and record where something happens: then a call costs what one without attributes costs, and no attribute is
    /// hashed or compared.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Job<'a> {
    ///     queue: &'a str,
    /// }
    ///
    /// static JOBS: Counter<u64, One, Job<'static>> =
    ///     Meter::counter::<u64>().unit::<One>().name("jobs").attributes::<Job>().global(Scope::new("worker"));
    ///
    /// struct Worker {
    ///     jobs: Counter<u64, One>,
    /// }
    ///
    /// impl Worker {
    ///     fn new(queue: &str) -> Self {
    ///         Self { jobs: JOBS.bind(Job { queue }) }
    ///     }
    /// }
    ///
    /// let worker = Worker::new(&format!("mail-{}", 7));
    /// worker.jobs.inc(); // adds 1 to `jobs` with the attribute queue=mail-7
    /// ```
    ///
    /// It records into the same metric as this one: totals, the limit of sets, and what was [refused](Self::refused) or
    /// [dropped](Self::dropped) are shared. One of a static follows the global meter provider as that does. It exports
    /// nothing before it has recorded. When its last clone is dropped, what it keeps is flushed and its memory is freed.
    #[must_use = "an instrument that is bound to attributes records nothing by itself: keep it, and add or record with it"]
    pub fn bind(&self, attributes: A::With<'_>) -> Instrument<K, N, U, ()> {
        Instrument::new(self.slot.bind(&attributes))
    }
}

#[cfg(feature = "testing")]
impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Instrument<K, N, U, A> {
    /// A set and the attributes that were given beforehand, as they are exported.
    pub(crate) fn with_preset(&self, attributes: &A::Given<'_>) -> Box<[opentelemetry::KeyValue]> {
        canonical_after(self.slot.preset(), attributes)
    }
}
