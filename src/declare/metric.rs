//! `Metric`: a declared metric, and the optional steps of its declaration.
// Uses `attribute`, `boundaries`, `descriptor`, `exponential`, `intern`, `kind`, `limit`, `name`, `number`, `refused`,
// `scope`, `text`, `unit`. Used by `cache`, `instrument`, `spelled`, `testing`, `trace`.

use core::fmt;
use core::marker::PhantomData;

use super::boundaries::{self, Boundaries, BoundariesError, Boundary};
use super::descriptor::Descriptor;
use super::exponential::{Exponential, check_exponential};
use super::intern::{intern, intern_boundaries};
use super::kind::Kind;
use super::limit::check_limit;
use super::name::{DescriptionError, Name, NameError, check_description, prefixed};
use super::refused::refuse;
use super::scope::Scope;
use super::text::StaticText;
use crate::attribute::{Set, assert_distinct, assert_narrower};
use crate::number::Number;
use crate::unit::Unit;

/// A declared metric: plain data without state, usually a `const`. `I` is the instrument that it declares.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, KiBytes};
///
/// const SIZE: Metric<Histogram<u64, Bytes>> = Meter::histogram::<u64>()
///     .unit::<Bytes>()
///     .name("http.server.response.body.size")
///     .description("How large a response's body was.")
///     .boundaries(&[KiBytes(1), KiBytes(64), KiBytes(1024)]);
/// assert_eq!(SIZE.descriptor().unit, "By");
/// ```
#[must_use = "a declaration records nothing: build it on a meter, or make it a static with `.global(SCOPE)`"]
pub struct Metric<I> {
    descriptor: Descriptor,
    instrument: PhantomData<fn() -> I>,
}

impl<I> Metric<I> {
    pub(crate) const fn new<K: Kind, N: Number, U: Unit, A: Set>(name: &'static str, unit: &'static str) -> Self {
        use super::kind::InstrumentKind;
        Self {
            descriptor: Descriptor {
                name,
                description: "",
                unit,
                kind: K::KIND,
                form: N::FORM,
                boundaries: Boundaries::of_static(if matches!(K::KIND, InstrumentKind::Histogram) {
                    U::BOUNDARIES
                } else {
                    &[]
                }),
                attributes: A::FIELDS,
                any_keys: A::ANY_KEYS,
                cardinality: A::CARDINALITY,
                cardinality_limit: None,
                exponential: None,
                scope: None,
                in_group: false,
            },
            instrument: PhantomData,
        }
    }

    /// Declares a metric by its instrument's type and a name.
    #[track_caller]
    pub(crate) const fn of_type<K: Kind, N: Number, U: Unit, A: Set>(name: &'static str, limit: Option<usize>) -> Self {
        let metric = Self::new::<K, N, U, A>(Name::new(name).as_str(), U::CODE);
        match limit {
            Some(limit) => metric.with_limit(limit),
            None => {
                check_cardinality(&metric.descriptor);
                metric
            }
        }
    }

    /// Describes what the metric measures in a sentence of at most 1,023 characters (*Metrics API, instrument description*).
    ///
    /// # Panics
    ///
    /// If the text is longer; in a `const` or `static`, that is a compile error.
    #[track_caller]
    pub const fn description<T: StaticText>(mut self, description: T) -> Self {
        let description = T::IS.to_right(description);
        if let Err(rule) = check_description(description) {
            panic!("{}", rule);
        }
        self.descriptor.description = description;
        self
    }

    /// Describes the metric with a text that is known at run time only. The text is kept for the life of the program.
    ///
    /// # Errors
    ///
    /// [`DescriptionError`] if the text is too long.
    pub fn try_description(mut self, description: &str) -> Result<Self, DescriptionError> {
        check_description(description).map_err(DescriptionError)?;
        self.descriptor.description = intern(description);
        Ok(self)
    }

    /// Returns the declaration as plain data.
    #[must_use]
    pub const fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    /// What [`catalog!`](crate::catalog!) lists: a copy, because a constant cannot refer to a live instrument.
    #[doc(hidden)]
    #[must_use]
    pub const fn listed(&self) -> [Descriptor; 1] {
        [self.descriptor]
    }

    /// Returns the metric with a prefix and a dot before its name, for one of several components of the same type. The prefix is
    /// known at run time only; the name is kept for the life of the program.
    ///
    /// ```
    /// use meterstick::{prelude::*, unit::Bytes};
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("sent");
    ///
    /// assert_eq!(SENT.try_prefix("mail")?.descriptor().name, "mail.sent");
    /// assert!(SENT.try_prefix("2nd").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NameError`] if the result is not a valid name.
    pub fn try_prefix(mut self, prefix: &str) -> Result<Self, NameError> {
        self.descriptor.name = intern(&prefixed(prefix, self.descriptor.name)?);
        Ok(self)
    }

    #[track_caller]
    pub(crate) const fn set_boundaries<U: Unit, B: Boundary<U>>(mut self, boundaries: &[B]) -> Self {
        let boundaries = Boundaries::of::<U, B>(boundaries);
        if let Err(rule) = boundaries::check(boundaries.as_slice()) {
            panic!("{}", rule);
        }
        self.descriptor.boundaries = boundaries;
        self
    }

    pub(crate) fn try_set_boundaries<U: Unit, B: Boundary<U>>(
        mut self,
        boundaries: &[B],
    ) -> Result<Self, BoundariesError> {
        let boundaries: Vec<f64> = boundaries.iter().map(|boundary| boundaries::read::<U, B>(*boundary)).collect();
        boundaries::check(&boundaries).map_err(BoundariesError)?;
        self.descriptor.boundaries = Boundaries::of_static(intern_boundaries(&boundaries));
        Ok(self)
    }

    #[track_caller]
    pub(crate) const fn with_exponential(mut self, max_size: u32, max_scale: i8) -> Self {
        if let Err(rule) = check_exponential(max_size, max_scale) {
            panic!("{}", rule);
        }
        self.descriptor.exponential = Some(Exponential { max_size, max_scale });
        self
    }

    /// The declaration of an instrument that is live in a scope.
    pub(crate) const fn in_scope(mut self, scope: Scope) -> Descriptor {
        self.descriptor.scope = Some(scope);
        self.descriptor
    }

    #[track_caller]
    pub(crate) const fn with_limit(mut self, limit: usize) -> Self {
        self.descriptor.cardinality_limit = Some(limit);
        check_cardinality(&self.descriptor);
        self
    }

    /// The same declaration with other attributes, which must be a narrower set.
    #[track_caller]
    pub(crate) const fn with_attributes<J, A: Set>(self) -> Metric<J> {
        assert_narrower((self.descriptor.attributes, self.descriptor.any_keys), (A::FIELDS, A::ANY_KEYS));
        assert_distinct(A::FIELDS);
        self.with_other_attributes::<J, A>()
    }

    /// The same declaration with other attributes, whatever was declared before.
    #[track_caller]
    pub(crate) const fn with_other_attributes<J, A: Set>(self) -> Metric<J> {
        let mut descriptor = self.descriptor;
        descriptor.attributes = A::FIELDS;
        descriptor.any_keys = A::ANY_KEYS;
        descriptor.cardinality = A::CARDINALITY;
        check_cardinality(&descriptor);
        Metric { descriptor, instrument: PhantomData }
    }

    /// The same declaration of an instrument of another kind.
    pub(crate) const fn of_kind<K: Kind, J>(self) -> Metric<J> {
        Metric { descriptor: Descriptor { kind: K::KIND, ..self.descriptor }, instrument: PhantomData }
    }
}

refuse!(Metric<I>);

#[track_caller]
const fn check_cardinality(descriptor: &Descriptor) {
    if let Err(rule) = check_limit(descriptor.cardinality, descriptor.cardinality_limit) {
        panic!("{}", rule);
    }
}

impl<I> Clone for Metric<I> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I> Copy for Metric<I> {}

impl<I> fmt::Debug for Metric<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Metric").field(&self.descriptor).finish()
    }
}
