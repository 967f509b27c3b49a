//! The last mandatory step and the optional ones, which give an instrument's declaration.

use super::build_on::BuildOn;
use super::observable::Observable;
use super::synchronous::Instrument;
use crate::attribute::{Attributes, Set, assert_distinct, assert_narrower};
use crate::declare::kind::{self, HasBuckets};
use crate::declare::{
    BoundariesError, Boundary, Kind, Measures, Metric, Name, NameError, StaticText, WantsName, intern,
};
use crate::number::Number;
use crate::record::Synchronous;
use crate::unit::Unit;

/// Which instrument a kind makes of a number, a unit and attributes.
#[doc(hidden)]
pub trait Makes<N, U, A>: Kind {
    type Instrument;
}

macro_rules! makes {
    ($($kind:ident)* => $instrument:ident where Self: $rule:path) => {$(
        impl<N: Number, U: Unit, A> Makes<N, U, A> for kind::$kind
        where
            Self: $rule,
        {
            type Instrument = $instrument<Self, N, U, A>;
        }
    )*};
}

makes!(Counter UpDownCounter Histogram Gauge => Instrument where Self: Synchronous<N>);
makes!(ObservableCounter ObservableUpDownCounter ObservableGauge => Observable where Self: Kind);

impl<K: Kind, N: Number, U: Unit> WantsName<K, N, U> {
    /// Sets the instrument's name: a letter, then letters, digits, `_`, `.`, `-` and `/`; 1 to 255 characters (*Metrics API,
    /// instrument name syntax*).
    ///
    /// # Panics
    ///
    /// If it is not such a name; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn name<T: StaticText>(self, name: T) -> Metric<K::Instrument>
    where
        K: Makes<N, U, ()>,
    {
        Metric::new::<K, N, U, ()>(Name::new(T::IS.to_right(name)).as_str(), self.code())
    }

    /// Sets a name that is known at run time only. It is kept for the life of the program.
    ///
    /// # Errors
    ///
    /// [`NameError`] if it is not a name of an instrument.
    pub fn try_name(self, name: &str) -> Result<Metric<K::Instrument>, NameError>
    where
        K: Makes<N, U, ()>,
    {
        let name = Name::try_new(name)?;
        Ok(Metric::new::<K, N, U, ()>(intern(name.as_str()), self.code()))
    }
}

/// That the set `B` can take the place of the set `A`.
const fn held<A: Set, B: Set>() {
    const {
        assert_narrower(A::FIELDS, B::FIELDS, B::ANY_KEYS);
        assert_distinct(B::FIELDS);
    }
}

/// What an instrument is made of: so the optional steps are written once for those that are called and those that observe.
#[doc(hidden)]
pub trait Parts {
    type Kind: Kind;
    type Unit: Unit;
    type Attributes: Set;
    /// The same instrument with other attributes.
    type With<B>;
}

impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> Parts for Instrument<K, N, U, A> {
    type Kind = K;
    type Unit = U;
    type Attributes = A;
    type With<B> = Instrument<K, N, U, B>;
}

impl<K: Kind, N: Number, U: Unit, A: Set> Parts for Observable<K, N, U, A> {
    type Kind = K;
    type Unit = U;
    type Attributes = A;
    type With<B> = Observable<K, N, U, B>;
}

/// What is live in a field of a component.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a field of a component is a counter, an up-down counter, a histogram or a gauge, and `{Self}` is none",
    label = "no such instrument",
    note = "a component within a component is marked `#[metric(flatten)]`; what is observed has a callback and a guard: `METRIC.observe(&meter, |o| ..)`"
)]
pub trait ComponentField: Sized {
    type Kind: Kind;
    type Number: Number;
    type Unit: Unit;
    type Attributes: Set;

    fn build(metric: Metric<Self>, meter: &(impl BuildOn + ?Sized)) -> Self;
}

#[diagnostic::do_not_recommend]
impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> ComponentField for Instrument<K, N, U, A> {
    type Kind = K;
    type Number = N;
    type Unit = U;
    type Attributes = A;

    fn build(metric: Metric<Self>, meter: &(impl BuildOn + ?Sized)) -> Self {
        metric.build(meter)
    }
}

/// What the type of a component's field declares: all but what its options say.
#[doc(hidden)]
#[track_caller]
pub const fn declared<I: ComponentField>(name: &'static str, limit: Option<usize>) -> Metric<I>
where
    I::Kind: Measures<I::Unit>,
{
    Metric::of_type::<I::Kind, I::Number, I::Unit, I::Attributes>(name, limit)
}

impl<I: Parts> Metric<I> {
    /// Sets the attributes of the instrument's measurements: a set with `#[derive(Attributes)]`, or
    /// [`KeyValues`](crate::KeyValues) for any.
    ///
    /// A set that is declared already is replaced by a narrower one only: it keeps the required attributes, and
    /// has no others than the declared set, each of the same type. So a metric that another crate declares can be
    /// recorded with those of its attributes that you have values for, and with custom enums.
    ///
    /// # Panics
    ///
    /// If it is not narrower than the set that is declared; if the set is closed and can form more sets than the SDK keeps by default, 2,000, or than
    /// [`cardinality_at_most`](Self::cardinality_at_most) allows; in a `const` or `static`, that is a compile
    /// error.
    #[track_caller]
    pub const fn attributes<B: Attributes>(self) -> Metric<I::With<B>> {
        let metric = self.with_attributes::<_, B>();
        // Outside of a constant, this reports the rule at compile time.
        held::<I::Attributes, B>();
        metric
    }

    /// Sets the maximum number of attribute sets. Further sets are recorded in the set
    /// `otel.metric.overflow` (*Metrics SDK, cardinality limits*).
    ///
    /// The SDK has a limit of its own, 2,000. More are kept where the provider has [`views`](crate::views).
    ///
    /// # Panics
    ///
    /// If it is 0, or if a closed set can form more; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn cardinality_at_most<const SETS: usize>(self) -> Self {
        self.with_limit(SETS)
    }

    /// Sets the boundaries of a histogram's buckets. Each is the last value of its bucket. They are finite and increase
    /// strictly (*Metrics SDK, explicit bucket histogram aggregation*).
    ///
    /// They are quantities in any unit of the dimension, converted in const evaluation; bare numbers for a
    /// count. By default they fit the unit: [`Unit::BOUNDARIES`]. [`Quantity::linear`](crate::Quantity::linear) and
    /// [`Quantity::exponential`](crate::Quantity::exponential) make many.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Millis, Seconds};
    ///
    /// const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
    ///     .unit::<Seconds>()
    ///     .name("wait.duration")
    ///     .boundaries(&[Millis(5.0), Millis(100.0), Millis(1_000.0)]);
    /// assert_eq!(WAIT.descriptor().boundaries, [0.005, 0.1, 1.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// If they are not, or if there are more than [`Boundaries::MAX`](crate::Boundaries::MAX); in a `const` or
    /// `static`, that is a compile error.
    #[track_caller]
    pub const fn boundaries<B: Boundary<I::Unit>>(self, boundaries: &[B]) -> Self
    where
        I::Kind: HasBuckets,
    {
        self.set_boundaries::<I::Unit, B>(boundaries)
    }

    /// Sets boundaries that are known at run time only, any number of them. They are kept for the life of the program.
    ///
    /// # Errors
    ///
    /// [`BoundariesError`] if they are not finite or do not increase strictly.
    pub fn try_boundaries<B: Boundary<I::Unit>>(self, boundaries: &[B]) -> Result<Self, BoundariesError>
    where
        I::Kind: HasBuckets,
    {
        self.try_set_boundaries::<I::Unit, B>(boundaries)
    }

    /// Makes a histogram's buckets grow exponentially, so that no boundaries have to be chosen (*Metrics SDK, base2 exponential
    /// bucket histogram aggregation*).
    ///
    /// The provider does that where [`views`](crate::views) are set up for the metric; elsewhere the boundaries
    /// count.
    pub const fn exponential(self) -> Self
    where
        I::Kind: HasBuckets,
    {
        let crate::Exponential { max_size, max_scale } = crate::Exponential::DEFAULT;
        self.with_exponential(max_size, max_scale)
    }

    /// Makes a histogram's buckets grow exponentially, with at most `max_size` buckets and a scale of at most `max_scale`.
    ///
    /// # Panics
    ///
    /// If there are fewer than 2 buckets or the scale is not between -10 and 20; in a `const` or `static`, that
    /// is a compile error.
    #[track_caller]
    pub const fn exponential_at_most(self, max_size: u32, max_scale: i8) -> Self
    where
        I::Kind: HasBuckets,
    {
        self.with_exponential(max_size, max_scale)
    }
}
