//! Sums that are exported at zero before their first event.

use super::synchronous::Instrument;
use crate::attribute::{Attributes, ClosedAttributes};
use crate::declare::kind::StartsAtZero;
use crate::number::Number;
use crate::record::{Synchronous, have_slots};
use crate::unit::Unit;

impl<K: Synchronous<N>, N: Number, U: Unit> Instrument<K, N, U, ()> {
    /// Has the sum exported at zero before anything is added, so that a rate sees the first event and an alert tells "nothing
    /// happened" from "nothing is exported".
    ///
    /// It is one of a counter or an up-down counter without attributes, or [bound](Self::bind) to some. What was added is not changed,
    /// before or after. It holds for each meter provider: the one that is there, one that is set later, one that replaces another.
    /// Under delta temporality the zero is in the first collection only. What is bound holds it for as long as it is kept; dropped
    /// before there is a provider, it is still exported once.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    ///
    /// static PANICS: Counter<u64, One> =
    ///     Meter::counter::<u64>().unit::<One>().name("panics").global(Scope::new("shop"));
    ///
    /// PANICS.init(); // exports `panics` at 0
    /// PANICS.inc(); // and then at 1
    /// ```
    pub fn init(&self)
    where
        K: StartsAtZero,
    {
        self.slot.live().init(core::iter::once(()));
    }
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    /// Has the sums of all sets of attributes exported at zero before anything is added, so that a rate sees the first event of each,
    /// and an alert tells "nothing happened" from "nothing is exported".
    ///
    /// It is for counters and up-down counters whose set is [closed](ClosedAttributes), with the attributes that they are
    /// counted with. Of an open set, [bind](Self::bind) the sets that are known. What was added is not changed, before or after. It
    /// holds for each meter provider: the one that is there, one that is set later, one that replaces another. Under delta temporality
    /// the zeros are in the first collection only.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::One;
    ///
    /// #[derive(Clone, Copy, AttributeValue)]
    /// enum Outcome {
    ///     Done,
    ///     Failed,
    /// }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Ended {
    ///     outcome: Outcome,
    /// }
    ///
    /// static JOBS: Counter<u64, One, Ended> =
    ///     Meter::counter::<u64>().unit::<One>().name("jobs").attributes::<Ended>().global(Scope::new("worker"));
    ///
    /// JOBS.init(); // outcome=done 0, outcome=failed 0
    /// JOBS.inc(Ended { outcome: Outcome::Done }); // outcome=done 1
    /// # let _ = Outcome::Failed;
    /// ```
    ///
    /// More than 2,000 sets do not compile: the SDK keeps no more by default.
    ///
    /// ```compile_fail
    /// # use meterstick::{prelude::*, unit::One};
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Flags { a: bool, b: bool, c: bool, d: bool, e: bool, f: bool, g: bool, h: bool, i: bool, j: bool, k: bool }
    ///
    /// static SEEN: Counter<u64, One, Flags> = Meter::counter::<u64>()
    ///     .unit::<One>()
    ///     .name("seen")
    ///     .cardinality_at_most::<2048>()
    ///     .attributes::<Flags>()
    ///     .global(Scope::new("shop"));
    ///
    /// SEEN.init();
    /// ```
    pub fn init(&self)
    where
        K: StartsAtZero,
        A: ClosedAttributes,
    {
        const {
            assert!(
                have_slots(A::CARDINALITY),
                "what is exported from the start are at most 2,000 sets of attributes: bind the instrument to those that matter, and call `init` of these"
            );
        }
        self.slot.live().init(A::all());
    }
}
