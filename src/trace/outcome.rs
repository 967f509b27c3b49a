//! `Outcome`: the attributes of an operation's duration.
// Uses `attribute`, `error_type`, `safely`. Used by `active`, `cache`, `declare`, `declare_operation`, `operation`,
// `prepared`, `span`, `started`, `testing`.

use std::borrow::Cow;

use opentelemetry::KeyValue;

use super::error_type::{ERROR_TYPE, or_other};
use crate::attribute::derived::{Joined, join, slice};
use crate::attribute::{Attributes, Field, FieldKey, KeyRef, Set, ValueRef, ValueType, Visit};
use crate::safely::safely;

/// The attributes of an operation's duration: the operation's own set and, if it failed, `error.type` (*Recording errors on
/// metrics*).
///
/// ```
/// use meterstick::trace::{Client, OperationDeclaration, Outcome, Tracer};
/// use meterstick::unit::Seconds;
/// use meterstick::{Histogram, Metric};
///
/// const CHARGE: OperationDeclaration = Tracer::operation::<Client>().name("charge").duration("shop.charge.duration");
/// const DURATION: Metric<Histogram<f64, Seconds, Outcome<()>>> = CHARGE.metric();
/// assert_eq!(DURATION.descriptor().attributes[0].key, "error.type");
/// ```
#[derive(Clone, Debug)]
pub struct Outcome<S> {
    pub(super) set: S,
    pub(super) error_type: Option<Cow<'static, str>>,
}

impl<S> Outcome<S> {
    /// Makes the outcome of a success, to read an operation's durations in a test.
    ///
    /// ```
    /// # #[cfg(feature = "testing")] {
    /// use meterstick::Scope;
    /// use meterstick::testing::TestMeter;
    /// use meterstick::trace::{Client, Operation, Outcome, Tracer};
    ///
    /// static CHARGE: Operation =
    ///     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    ///
    /// let meter = TestMeter::new();
    /// let _entered = meter.enter();
    /// CHARGE.run(|_| ());
    /// assert_eq!(meter.distribution(CHARGE.duration(), Outcome::done(())).count(), 1);
    /// # }
    /// ```
    pub const fn done(set: S) -> Self {
        Self { set, error_type: None }
    }

    /// Makes the outcome of a failure with an error of this class; an empty one is `_OTHER`.
    ///
    /// ```
    /// # #[cfg(feature = "testing")] {
    /// # use meterstick::Scope;
    /// # use meterstick::testing::TestMeter;
    /// # use meterstick::trace::{Client, Operation, Outcome, Tracer};
    /// # static CHARGE: Operation =
    /// #     Tracer::operation::<Client>().name("charge").duration("shop.charge.duration").global(Scope::new("shop"));
    /// # let meter = TestMeter::new();
    /// # let _entered = meter.enter();
    /// let parsed = CHARGE.try_run(|_| "twelve".parse::<u64>());
    /// assert!(parsed.is_err());
    /// let failed = Outcome::failed((), "core::num::error::ParseIntError");
    /// assert_eq!(meter.distribution(CHARGE.duration(), failed).count(), 1);
    /// # }
    /// ```
    pub fn failed(set: S, error_type: impl Into<Cow<'static, str>>) -> Self {
        Self { set, error_type: Some(or_other(error_type.into())) }
    }
}

/// The typed keys of the attributes of an operation's duration.
///
/// ```
/// use meterstick::Attributes;
/// use meterstick::trace::Outcome;
///
/// assert_eq!(Outcome::<()>::KEYS.error_type.as_str(), "error.type");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct OutcomeKeys<S> {
    /// The keys of the operation's own set.
    pub set: S,
    /// The key `error.type`; the attribute is absent if the operation succeeded.
    pub error_type: FieldKey<Option<&'static str>>,
}

/// Attributes that a span and its duration start with: [`Attributes`], or `()` for none.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an attribute set",
    note = "derive it on the struct: `#[derive(Clone, Copy, Attributes)]`; `KeyValues` work, too, and `&()` for none"
)]
pub trait Carried: Set {
    type With<'a>: Carried;
}

impl Carried for () {
    type With<'a> = ();
}

#[diagnostic::do_not_recommend]
impl<A: Attributes> Carried for A {
    type With<'a> = A::With<'a>;
}

#[diagnostic::do_not_recommend]
impl Carried for Vec<KeyValue> {
    type With<'a> = &'a [KeyValue];
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Carried for [KeyValue; N] {
    type With<'a> = &'a [KeyValue];
}

impl<S: Carried> Outcome<S> {
    const JOINED: Joined = join(&[S::FIELDS, &[OWN]]);
}

/// The added field.
const OWN: Field = Field::new(ERROR_TYPE, ValueType::String);

/// Panics if a set has an `error.type`, which the operation adds itself.
#[track_caller]
pub(super) const fn without_error_type(fields: &'static [Field]) -> &'static [Field] {
    let mut i = 0;
    while i < fields.len() {
        if let b"error.type" = fields[i].key.as_bytes() {
            panic!(
                "a span sets its `error.type` itself: leave it out of the set, and declare how with `.error_type::<..>()`"
            );
        }
        i += 1;
    }
    fields
}

#[diagnostic::do_not_recommend]
impl<S: Carried> Attributes for Outcome<S> {
    type With<'a> = Outcome<S::With<'a>>;
    type Keys = OutcomeKeys<S::Keys>;
    const KEYS: Self::Keys = OutcomeKeys { set: S::KEYS, error_type: FieldKey::new(ERROR_TYPE) };
    const FIELDS: &'static [Field] = slice(&Self::JOINED);
    const CARDINALITY: Option<usize> = None;
    const ANY_KEYS: bool = S::ANY_KEYS;

    fn slot(&self) -> usize {
        0
    }

    fn visit<V: Visit>(&self, visitor: &mut V) {
        // If it panics, the span has the attributes before that, too.
        safely(|| self.set.visit(&mut Given(visitor)));
        let value = match &self.error_type {
            None => return,
            Some(Cow::Borrowed(class)) => ValueRef::Static(class),
            Some(Cow::Owned(class)) => ValueRef::Str(class),
        };
        visitor.attribute(KeyRef::Static(ERROR_TYPE), value);
    }
}

/// Passes the operation's attributes on, but not an `error.type`: the end of the operation determines that.
struct Given<'v, V>(&'v mut V);

impl<V: Visit> Visit for Given<'_, V> {
    #[inline]
    fn attribute(&mut self, key: KeyRef<'_>, value: ValueRef<'_>) {
        if key.as_str() != ERROR_TYPE {
            self.0.attribute(key, value);
        }
    }
}
