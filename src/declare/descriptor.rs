//! `Descriptor`: the declaration of a metric as plain data.
// Uses `attribute`, `boundaries`, `exponential`, `kind`, `number`, `scope`. Used by `cache`, `catalog`, `instrument`,
// `metric`, `record`, `testing`, `trace`.

use super::boundaries::Boundaries;
use super::exponential::Exponential;
use super::kind::InstrumentKind;
use super::scope::Scope;
use crate::attribute::Field;
use crate::number::Form;

/// The declaration of a metric as plain data: name, unit, kind, attributes and advice.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::InstrumentKind;
/// use meterstick::unit::Bytes;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// let descriptor = SENT.descriptor();
/// assert_eq!((descriptor.name, descriptor.unit), ("shop.sent", "By"));
/// assert_eq!(descriptor.kind, InstrumentKind::Counter);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Descriptor {
    /// The name of the metric.
    pub name: &'static str,
    /// What the metric measures, in a sentence.
    pub description: &'static str,
    /// The UCUM code of the unit.
    pub unit: &'static str,
    /// The kind of the instrument.
    pub kind: InstrumentKind,
    /// Whether it is exported as integers or as doubles.
    pub form: Form,
    /// The bucket boundaries of a histogram, in its unit; empty for other kinds.
    pub boundaries: Boundaries,
    /// The size of a histogram's exponential buckets, if it asks for them.
    pub exponential: Option<Exponential>,
    /// The declared attributes; empty if none are declared.
    pub attributes: &'static [Field],
    /// Whether it can have attributes with any other keys, too, as with `KeyValues`.
    pub any_keys: bool,
    /// The number of possible attribute sets, if all are known.
    pub cardinality: Option<usize>,
    /// The maximum number of attribute sets, if one is declared.
    pub cardinality_limit: Option<usize>,
    /// The scope of a `static`. A declaration that is built on a meter has the meter's scope instead.
    pub scope: Option<Scope>,
    /// Whether a group gives the instrument attributes that are not declared. Then it has more sets than its declaration.
    pub(crate) in_group: bool,
}
