//! What is there for a while: requests in flight, bytes in a queue.

use core::fmt;

use super::synchronous::Instrument;
use crate::attribute::{Attributes, Set};
use crate::declare::kind::TakesBack;
use crate::number::{MeasurementError, Number};
use crate::record::{Held, Live, Synchronous, record, try_record};
use crate::unit::{BareNumbers, Measurement, Unit};

/// Takes back what was added when it is dropped, with the same attributes (*Semantic conventions, up-down counters*).
///
/// Made by [`track`](Instrument::track).
#[must_use = "what is tracked is over when this is dropped: bind it to a name, not to `_`"]
pub struct Tracked<'a, K: Synchronous<N>, N: Number, S: Set> {
    live: Held<'a, K::Wire>,
    /// What is to be taken back.
    added: Option<(S, N)>,
}

impl<'a, K: Synchronous<N>, N: Number, S: Set> Tracked<'a, K, N, S> {
    fn new(live: &'a Live<K::Wire>, set: S, amount: Result<N, MeasurementError>) -> Self {
        let added = amount
            .and_then(can_be_taken_back)
            .and_then(|amount| try_record::<K, N, S>(live, &set, amount).map(|()| (set, amount)));
        // What was refused is not taken back.
        Self { added: added.map_err(|error| live.refuse(error)).ok(), live: Held::Borrowed(live) }
    }

    /// The same guard without a borrow of its instrument: to be kept in a struct, or sent to a task.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    /// use meterstick::{Tracked, kind};
    ///
    /// struct Connection {
    ///     open: Tracked<'static, kind::UpDownCounter, i64, ()>,
    /// }
    ///
    /// fn accept(open: &UpDownCounter<i64, One>) -> Connection {
    ///     Connection { open: open.track().into_owned() }
    /// }
    /// ```
    pub fn into_owned(mut self) -> Tracked<'static, K, N, S> {
        Tracked { live: self.live.keep(), added: self.added.take() }
    }
}

/// The least integer has no opposite.
fn can_be_taken_back<N: Number>(amount: N) -> Result<N, MeasurementError> {
    let opposite = amount.to_integer().map(|integer| <N as num_traits::NumCast>::from(-integer));
    if opposite == Some(None) { Err(MeasurementError::OutOfRange) } else { Ok(amount) }
}

impl<K: Synchronous<N>, N: Number, S: Set> Drop for Tracked<'_, K, N, S> {
    fn drop(&mut self) {
        if let Some((set, amount)) = self.added.take() {
            record::<K, N, S>(&self.live, set, Ok(N::zero() - amount));
        }
    }
}

impl<K: Synchronous<N>, N: Number, S: Set> fmt::Debug for Tracked<'_, K, N, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tracked")
            .field("amount", &self.added.as_ref().map(|(_, amount)| amount))
            .finish_non_exhaustive()
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U, ()> {
    /// Adds one now and takes it back when the guard is dropped.
    pub fn track(&self) -> Tracked<'_, K, N, ()>
    where
        K: TakesBack,
        U: BareNumbers,
    {
        self.track_amount(N::one())
    }

    /// Adds an amount now and takes it back when the guard is dropped. The least integer, which has no opposite, is
    /// refused.
    pub fn track_amount<M: Measurement<N, U>>(&self, amount: M) -> Tracked<'_, K, N, ()>
    where
        K: TakesBack,
    {
        Tracked::new(self.slot.live(), (), amount.measure())
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    /// Adds one now and takes it back, with the same attributes, when the guard is dropped.
    pub fn track<'s>(&self, attributes: A::With<'s>) -> Tracked<'_, K, N, A::With<'s>>
    where
        K: TakesBack,
        U: BareNumbers,
    {
        self.track_amount(N::one(), attributes)
    }

    /// Adds an amount now and takes it back, with the same attributes, when the guard is dropped.
    pub fn track_amount<'s, M: Measurement<N, U>>(
        &self,
        amount: M,
        attributes: A::With<'s>,
    ) -> Tracked<'_, K, N, A::With<'s>>
    where
        K: TakesBack,
    {
        Tracked::new(self.slot.live(), attributes, amount.measure())
    }
}
