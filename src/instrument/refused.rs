//! The methods of other kinds, hidden from the documentation. They are defined so that the compiler's message names the rule.
//!
//! An instrument of one kind has the methods of its own file, `counter` to `gauge`, and refuses the others here. The bound on a
//! method fails for every kind that has it, and its message is the rule.
// Uses `attribute`, `declare`, `number`, `record`, `synchronous`, `unit`. No other module uses it.

use super::synchronous::Instrument;
use crate::attribute::Attributes;
use crate::declare::kind::{self, Adds, HasValue, Kind, Records, StartsAtZero, Subtracts};
use crate::number::Number;
use crate::record::Synchronous;
use crate::unit::Unit;

/// A kind that does not add.
pub trait NeverAdds: Kind {}
impl NeverAdds for kind::Histogram {}
impl NeverAdds for kind::Gauge {}

/// A kind that does not record.
pub trait NeverRecords: Kind {}
impl NeverRecords for kind::Counter {}
impl NeverRecords for kind::UpDownCounter {}

/// A kind that does not subtract.
pub trait NeverSubtracts: Kind {}
impl NeverSubtracts for kind::Counter {}
impl NeverSubtracts for kind::Histogram {}
impl NeverSubtracts for kind::Gauge {}

/// A kind whose points are not one number.
pub trait HasNoValue: Kind {}
impl HasNoValue for kind::Histogram {}

#[doc(hidden)]
impl<K: Synchronous<N> + NeverAdds, N: Number, U: Unit> Instrument<K, N, U> {
    pub fn add<M>(&self, _: M)
    where
        K: Adds,
    {
    }

    pub fn try_add<M>(&self, _: M)
    where
        K: Adds,
    {
    }

    pub fn inc(&self)
    where
        K: Adds,
    {
    }

    pub fn init(&self)
    where
        K: StartsAtZero,
    {
    }
}

#[doc(hidden)]
impl<K: Synchronous<N> + NeverAdds, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    pub fn add<M>(&self, _: M, _: A::With<'_>)
    where
        K: Adds,
    {
    }

    pub fn try_add<M>(&self, _: M, _: A::With<'_>)
    where
        K: Adds,
    {
    }

    pub fn inc(&self, _: A::With<'_>)
    where
        K: Adds,
    {
    }

    pub fn init(&self)
    where
        K: StartsAtZero,
    {
    }
}

#[doc(hidden)]
impl<K: Synchronous<N> + NeverRecords, N: Number, U: Unit> Instrument<K, N, U> {
    pub fn record<M>(&self, _: M)
    where
        K: Records,
    {
    }

    pub fn try_record<M>(&self, _: M)
    where
        K: Records,
    {
    }

    pub fn timer(&self)
    where
        K: Records,
    {
    }

    pub fn time<W>(&self, _: W)
    where
        K: Records,
    {
    }

    pub fn time_async<W>(&self, _: W)
    where
        K: Records,
    {
    }
}

#[doc(hidden)]
impl<K: Synchronous<N> + NeverRecords, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    pub fn record<M>(&self, _: M, _: A::With<'_>)
    where
        K: Records,
    {
    }

    pub fn try_record<M>(&self, _: M, _: A::With<'_>)
    where
        K: Records,
    {
    }

    pub fn timer(&self)
    where
        K: Records,
    {
    }

    pub fn time<W>(&self, _: A::With<'_>, _: W)
    where
        K: Records,
    {
    }

    pub fn try_time<W, F>(&self, _: W, _: F)
    where
        K: Records,
    {
    }

    pub fn time_async<W>(&self, _: A::With<'_>, _: W)
    where
        K: Records,
    {
    }

    pub fn try_time_async<W, F>(&self, _: W, _: F)
    where
        K: Records,
    {
    }
}

#[doc(hidden)]
impl<K: Synchronous<N> + NeverSubtracts, N: Number, U: Unit> Instrument<K, N, U> {
    pub fn track(&self)
    where
        K: Subtracts,
    {
    }

    pub fn track_amount<M>(&self, _: M)
    where
        K: Subtracts,
    {
    }
}

#[doc(hidden)]
impl<K: Synchronous<N> + NeverSubtracts, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    pub fn track(&self, _: A::With<'_>)
    where
        K: Subtracts,
    {
    }

    pub fn track_amount<M>(&self, _: M, _: A::With<'_>)
    where
        K: Subtracts,
    {
    }
}

#[doc(hidden)]
impl<K: Synchronous<N> + HasNoValue, N: Number, U: Unit> Instrument<K, N, U> {
    pub fn value(&self)
    where
        K: HasValue,
    {
    }
}

#[doc(hidden)]
impl<K: Synchronous<N> + HasNoValue, N: Number, U: Unit, A: Attributes> Instrument<K, N, U, A> {
    pub fn value(&self, _: A::With<'_>)
    where
        K: HasValue,
    {
    }
}
