//! `bind` and `with`: instruments whose attributes, or some of them, are given beforehand.
// Uses `attribute`, `number`, `record`, `synchronous`, `unit`. No other module uses it.

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
    message = "an instrument without attributes cannot be bound",
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

// The kind is `X`: rustdoc orders the impls on an instrument's page by this name, and those of each kind come before it.
impl<X: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<X, N, U, A> {
    /// Binds the instrument to one attribute set and returns an instrument without attributes (*Metrics API, bound instruments*).
    ///
    /// The result has the type of an instrument that was declared without attributes, and can be passed wherever one is taken. It
    /// owns its attributes, even if the set borrowed them, and can be cloned, stored and sent to another thread. Bind where an
    /// attribute becomes known, and record where something happens: then a call costs as much as one without attributes, and no
    /// attribute is hashed or compared.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Job<'a> {
    ///     queue: &'a str,
    /// }
    ///
    /// static JOBS: Counter<u64, Jobs, Job<'static>> =
    ///     Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<Job>().global(Scope::new("worker"));
    ///
    /// struct Worker {
    ///     jobs: Counter<u64, Jobs>,
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
    /// It records into the same metric as this instrument: totals, the limit of attribute sets, and the numbers of
    /// [refused](Self::refused) and [dropped](Self::dropped) measurements are shared. If this instrument is a static, the bound
    /// one follows the global meter provider, too. It exports nothing before its first value. When its last clone is dropped, its
    /// pending values are flushed and its memory is freed.
    #[must_use = "a bound instrument does not record by itself: keep it, and add or record with it"]
    pub fn bind(&self, attributes: A::With<'_>) -> Instrument<X, N, U, ()> {
        Instrument::new(self.slot.bind(&attributes))
    }

    /// Gives one part of a pair of sets beforehand and returns an instrument that takes the other part.
    ///
    /// A component can so keep the attributes that it knows, and give the outcome at each call. The result owns the given part,
    /// even if the set borrowed it. Everything that [`bind`](Self::bind) promises holds here, too: giving all parts one by one is
    /// the same as binding the pair.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
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
    /// static JOBS: Counter<u64, Jobs, (Of<'static>, Done)> =
    ///     Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<(Of, Done)>().global(Scope::new("worker"));
    ///
    /// let pool = String::from("a");
    /// let jobs: Counter<u64, Jobs, Done> = JOBS.with(Of { pool: &pool });
    /// jobs.inc(Done { ok: true }); // pool=a, ok=true
    /// JOBS.inc((Of { pool: "b" }, Done { ok: true }));
    /// let failed: Counter<u64, Jobs> = jobs.bind(Done { ok: false });
    /// # failed.inc();
    /// ```
    ///
    /// If every set of the pair, or every set of the remaining part, is known at compile time, a call finds its slot without
    /// hashing or comparing attributes.
    #[must_use = "an instrument with some attributes does not record by itself: keep it, and add or record with it"]
    // `R` follows from `A` and `P`. As a projection it would hide the method from other instruments, and the message would not
    // state the rule.
    pub fn with<P, W, R>(&self, part: P) -> Instrument<X, N, U, R>
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
