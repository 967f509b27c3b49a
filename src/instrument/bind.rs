//! Attributes that are given beforehand.

use super::synchronous::Instrument;
#[cfg(feature = "testing")]
use crate::attribute::Set;
use crate::attribute::{Attributes, HasPart};
use crate::number::Number;
#[cfg(feature = "testing")]
use crate::record::canonical_after;
use crate::record::{Synchronous, slot_of};
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

    /// Gives one part of a pair of sets beforehand: what is returned takes the other one.
    ///
    /// So a component keeps what is known of it, and gives the outcome at each call. It owns what was given, whatever that borrowed.
    /// All that [`bind`](Self::bind) says holds here, too: to bind all parts one by one is to bind the pair.
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
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Done {
    ///     ok: bool,
    /// }
    ///
    /// static JOBS: Counter<u64, One, (Of<'static>, Done)> =
    ///     Meter::counter::<u64>().unit::<One>().name("jobs").attributes::<(Of, Done)>().global(Scope::new("worker"));
    ///
    /// let pool = String::from("a");
    /// let jobs: Counter<u64, One, Done> = JOBS.with(Of { pool: &pool });
    /// jobs.inc(Done { ok: true }); // pool=a, ok=true
    /// JOBS.inc((Of { pool: "b" }, Done { ok: true }));
    /// let failed: Counter<u64, One> = jobs.bind(Done { ok: false });
    /// # failed.inc();
    /// ```
    ///
    /// Where all sets of the pair, or all of what is left, are known when the program is compiled, a call has its slot without
    /// hashing or comparing anything.
    #[must_use = "an instrument whose attributes are given in part records nothing by itself: keep it, and add or record with it"]
    // `R` follows from `A` and `P`. Were it written as a projection, other instruments would have no such method, and the message would not state the rule.
    pub fn with<P, W, R>(&self, part: P) -> Instrument<K, N, U, R>
    where
        P: Attributes,
        A: HasPart<P::With<'static>, W, Rest = R>,
        R: Attributes,
    {
        let (offset, stride) = A::slots(slot_of(&part));
        Instrument::new(self.slot.with::<R>(&part, offset, stride))
    }
}

#[cfg(feature = "testing")]
impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Instrument<K, N, U, A> {
    /// A set and the attributes that were given beforehand, as they are exported.
    pub(crate) fn with_preset(&self, attributes: &A::Given<'_>) -> Box<[opentelemetry::KeyValue]> {
        canonical_after(self.slot.preset(), attributes)
    }
}
