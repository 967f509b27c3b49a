//! `Tracked`: a guard that subtracts what was added: requests in flight, bytes in a queue.
// Uses `attribute`, `given`, `number`, `record`, `safely`, `synchronous`, `unit`. Used by `generic`, `up_down_counter`.

use core::fmt;
use core::marker::PhantomData;

use super::given::Given;
use super::synchronous::Instrument;
use crate::attribute::Set;
use crate::number::{Bits, MeasurementError, Number};
use crate::record::{Held, Live, Synchronous, lower_to_bits, try_record};
use crate::safely::{drop_safely, safely};
use crate::unit::Unit;

/// A [`Tracked`] that borrows its instrument or its attributes.
///
/// If the meter provider of a static was replaced since, its sums have started again, and nothing is subtracted.
///
/// [`track`](Instrument::track) makes one. The guard of a `static` is a [`Tracked`] already if its attributes are `'static`;
/// [`into_owned`](Self::into_owned) makes one of any other.
#[must_use = "the amount is subtracted when this is dropped: bind it to a name, not to `_`"]
pub struct TrackedRef<'a, U, A: Set = ()> {
    /// The amount to subtract, and from where.
    added: Option<Added<'a, A>>,
    unit: PhantomData<fn() -> U>,
}

struct Added<'a, A: Set> {
    live: Held<'a>,
    given: Given<'a, A>,
    /// The opposite amount, as the bits of the SDK's number.
    opposite: Bits,
    /// The number of replacements of the provider when it was added.
    replaced: u32,
}

/// A guard that subtracts the added amount when it is dropped, with the same attributes (*Semantic conventions, up-down
/// counters*): requests in flight, bytes in a queue. `U` is the unit of its instrument, `A` are the attributes.
///
/// As a struct's field its type is `Tracked<Requests>` or `Tracked<Requests, Peer>`:
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::Tracked;
///
/// meterstick::unit! { pub Connections = "{connection}" }
///
/// struct Connection {
///     open: Tracked<Connections>,
/// }
///
/// fn accept(open: &UpDownCounter<i64, Connections>) -> Connection {
///     Connection { open: open.track().into_owned() }
/// }
/// ```
pub type Tracked<U, A = ()> = TrackedRef<'static, U, A>;

impl<'a, U, A: Set> TrackedRef<'a, U, A> {
    pub(super) fn new<K: Synchronous<N>, N: Number>(
        live: &'a Live<K::Wire>,
        set: A::Given<'a>,
        amount: Result<N, MeasurementError>,
    ) -> Self {
        let replaced = live.replaced();
        let added = amount.and_then(|amount| {
            let opposite = lower_to_bits::<K, N>(opposite(amount)?)?;
            try_record::<K, N, _>(live, &set, amount)?;
            Ok(Added { live: Held::Borrowed(live), given: Given::Set(set), opposite, replaced })
        });
        // A refused amount is not subtracted.
        Self { added: added.map_err(|error| live.refuse(error)).ok(), unit: PhantomData }
    }

    /// Returns the same guard without its borrows: it no longer borrows its instrument, and its attributes are cloned. It can be
    /// kept in a struct or sent to a task.
    ///
    /// ```
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Connections = "{connection}" }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Peer<'a> {
    ///     peer: &'a str,
    /// }
    ///
    /// fn accept(open: &UpDownCounter<i64, Connections, Peer<'static>>, peer: &str) {
    ///     let open = open.track(Peer { peer }).into_owned();
    ///     std::thread::spawn(move || drop(open));
    /// }
    /// ```
    pub fn into_owned(mut self) -> Tracked<U, A> {
        // First, because it runs the user's code: if that panics, this guard is dropped as any other.
        let given = self.added.as_ref().map(|added| added.given.to_owned());
        let added = self.added.take().zip(given);
        let added = added.map(|(added, given)| {
            let Added { live, opposite, replaced, .. } = added;
            Added { live: live.keep(), given, opposite, replaced }
        });
        TrackedRef { added, unit: PhantomData }
    }
}

/// The least integer has no opposite.
fn opposite<N: Number>(amount: N) -> Result<N, MeasurementError> {
    let opposite = amount.to_integer().map(|integer| <N as num_traits::NumCast>::from(-integer));
    if opposite == Some(None) { Err(MeasurementError::OutOfRange) } else { Ok(N::zero() - amount) }
}

impl<U, A: Set> Drop for TrackedRef<'_, U, A> {
    fn drop(&mut self) {
        if let Some(Added { live, given, opposite, replaced }) = self.added.take() {
            if live.replaced() != replaced {
                return drop_safely(given);
            }
            // The `Display` of an attribute can panic, and this can run while a panic unwinds.
            if safely(|| live.take_bits(given.slot(), given.as_any(), opposite)).is_none() {
                live.abandon();
            }
            drop_safely(given);
        }
    }
}

impl<U, A: Set> fmt::Debug for TrackedRef<'_, U, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tracked").field("added", &self.added.is_some()).finish_non_exhaustive()
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U> {
    pub(super) fn track_number(&self, amount: Result<N, MeasurementError>) -> TrackedRef<'_, U> {
        TrackedRef::new::<K, N>(self.slot.live(), (), amount)
    }
}
