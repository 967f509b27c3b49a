//! `name`, which ends a declaration, and the optional steps after it: attributes, boundaries, the cardinality limit.
// Uses `attribute`, `build_on`, `declare`, `number`, `observable`, `record`, `synchronous`, `unit`. No other module
// uses it.

use super::build_on::BuildOn;
use super::observable::Observable;
use super::synchronous::Instrument;
use crate::attribute::{Attributes, Set, assert_distinct, assert_narrower};
use crate::declare::kind::{self, HasBuckets};
use crate::declare::{
    BoundariesError, Boundary, Kind, Measures, Metric, Name, NameError, NeedsName, StaticText, intern,
};
use crate::number::Number;
use crate::record::Synchronous;
use crate::unit::Unit;

/// The instrument type that a kind makes of a number, a unit and attributes.
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

impl<K: Kind, N: Number, U: Unit> NeedsName<K, N, U> {
    /// Sets the instrument's name: a letter, then letters, digits, `_`, `.`, `-` and `/`; 1 to 255 characters (*Metrics API,
    /// instrument name syntax*).
    ///
    /// # Panics
    ///
    /// If the name is not valid; in a `const` or `static`, that is a compile error.
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
    /// [`NameError`] if the name is not valid.
    pub fn try_name(self, name: &str) -> Result<Metric<K::Instrument>, NameError>
    where
        K: Makes<N, U, ()>,
    {
        let name = Name::try_new(name)?;
        Ok(Metric::new::<K, N, U, ()>(intern(name.as_str()), self.code()))
    }
}

/// Fails in const evaluation unless the set `B` can replace the set `A`.
const fn assert_replaces<A: Set, B: Set>() {
    const {
        assert_narrower((A::FIELDS, A::ANY_KEYS), (B::FIELDS, B::ANY_KEYS));
        assert_distinct(B::FIELDS);
    }
}

/// The parts of an instrument's type, so that the optional steps are written once for synchronous and observable instruments.
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

/// An instrument in the field of a component.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a field of a component is a counter, an up-down counter, a histogram or a gauge, and `{Self}` is not one of these",
    label = "not such an instrument",
    note = "mark a component within it `#[metric(flatten)]`; declare an observable outside of it, because it needs a callback: `METRIC.observe(&meter, |o| ..)`"
)]
pub trait ComponentField: Sized {
    type Kind: Kind;
    type Number: Number;
    type Unit: Unit;
    type Attributes: Set;

    fn build(metric: Metric<Self>, meter: &(impl BuildOn + ?Sized)) -> Self;
}

// Recommended by the compiler: so an attribute set without its derive is reported as that.
impl<K: Synchronous<N>, N: Number, U: Unit, A: Set> ComponentField for Instrument<K, N, U, A> {
    type Kind = K;
    type Number = N;
    type Unit = U;
    type Attributes = A;

    fn build(metric: Metric<Self>, meter: &(impl BuildOn + ?Sized)) -> Self {
        metric.build(meter)
    }
}

/// The declaration of a component's field, by its type. The options of the field are added to it.
#[doc(hidden)]
#[track_caller]
pub const fn declared<I: ComponentField>(name: &'static str, limit: Option<usize>) -> Metric<I>
where
    I::Kind: Measures<I::Unit>,
{
    Metric::of_type::<I::Kind, I::Number, I::Unit, I::Attributes>(name, limit)
}

/// The description of a component's field whose documentation is an expression.
#[doc(hidden)]
#[track_caller]
#[must_use]
pub const fn described(text: &'static str) -> &'static str {
    let text = text.trim_ascii();
    let mut at = 0;
    while at < text.len() {
        assert!(
            text.as_bytes()[at] != b'\n',
            "a description from an expression is one line: give the metric a `description`"
        );
        at += 1;
    }
    text
}

impl<I: Parts> Metric<I> {
    /// Sets the attributes of the instrument's measurements: a set with `#[derive(Attributes)]`, or
    /// [`KeyValues`](crate::KeyValues) for any.
    ///
    /// If a set is declared already, only a narrower one replaces it: it keeps the required attributes, and each of its
    /// attributes is in the declared set with the same type. A metric that another crate declares can so be recorded with those
    /// attributes that you have values for, and with custom enums.
    ///
    /// # Panics
    ///
    /// If the set is not narrower than the declared one, or is a pair with a key twice. If it is closed and has more possible sets than the SDK keeps by
    /// default, 2,000, or than [`cardinality_at_most`](Self::cardinality_at_most) allows. In a `const` or `static`, that is a
    /// compile error.
    #[track_caller]
    pub const fn attributes<B: Attributes>(self) -> Metric<I::With<B>> {
        let metric = self.with_attributes::<_, B>();
        // Outside of a constant, this reports the rule at compile time.
        assert_replaces::<I::Attributes, B>();
        metric
    }

    /// Sets the maximum number of attribute sets. Further sets are recorded in the set `otel.metric.overflow` (*Metrics SDK,
    /// cardinality limits*).
    ///
    /// The SDK's own limit is 2,000. It keeps more where the provider has [`views`](crate::views).
    ///
    /// # Panics
    ///
    /// If the limit is 0, or if a closed set has more possible sets; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn cardinality_at_most<const SETS: usize>(self) -> Self {
        self.with_limit(SETS)
    }

    /// Sets the bucket boundaries of a histogram. Each is the largest value of its bucket. They are finite and strictly
    /// increasing (*Metrics SDK, explicit bucket histogram aggregation*).
    ///
    /// They are quantities in any unit of the dimension, converted in const evaluation, or bare numbers for a count. The defaults
    /// depend on the unit: [`Unit::BOUNDARIES`]. [`Quantity::linear`](crate::Quantity::linear) and
    /// [`Quantity::exponential`](crate::Quantity::exponential) make long lists.
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
    /// If they are not finite or not strictly increasing, or if there are more than [`Boundaries::MAX`](crate::Boundaries::MAX);
    /// in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn boundaries<B: Boundary<I::Unit>>(self, boundaries: &[B]) -> Self
    where
        I::Kind: HasBuckets,
    {
        self.set_boundaries::<I::Unit, B>(boundaries)
    }

    /// Sets bucket boundaries that are known at run time only, any number of them. They are kept for the life of the program.
    ///
    /// # Errors
    ///
    /// [`BoundariesError`] if they are not finite or not strictly increasing.
    pub fn try_boundaries<B: Boundary<I::Unit>>(self, boundaries: &[B]) -> Result<Self, BoundariesError>
    where
        I::Kind: HasBuckets,
    {
        self.try_set_boundaries::<I::Unit, B>(boundaries)
    }

    /// Asks for exponential buckets, which need no boundaries (*Metrics SDK, base2 exponential bucket histogram aggregation*).
    ///
    /// The SDK uses them if the provider has [`views`](crate::views) for the metric; otherwise it uses the boundaries.
    pub const fn exponential(self) -> Self
    where
        I::Kind: HasBuckets,
    {
        let crate::Exponential { max_size, max_scale } = crate::Exponential::DEFAULT;
        self.with_exponential(max_size, max_scale)
    }

    /// Asks for exponential buckets, at most `max_size` of them and with a scale of at most `max_scale`.
    ///
    /// # Panics
    ///
    /// If `max_size` is less than 2 or `max_scale` is not between -10 and 20; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn exponential_at_most(self, max_size: u32, max_scale: i8) -> Self
    where
        I::Kind: HasBuckets,
    {
        self.with_exponential(max_size, max_scale)
    }
}
