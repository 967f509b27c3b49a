//! A declaration as plain data.

use super::boundaries::Boundaries;
use super::exponential::Exponential;
use super::kind::InstrumentKind;
use super::scope::Scope;
use crate::attribute::Field;
use crate::number::Form;

/// What is declared of a metric, as plain data.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Descriptor {
    /// Its name.
    pub name: &'static str,
    /// What it measures, in a sentence.
    pub description: &'static str,
    /// Its unit's UCUM code.
    pub unit: &'static str,
    /// Its kind.
    pub kind: InstrumentKind,
    /// Whether it leaves as integers or as doubles.
    pub form: Form,
    /// A histogram's bucket boundaries, in its unit; empty for other kinds.
    pub boundaries: Boundaries,
    /// How large a histogram's exponential buckets are, if it asks for them.
    pub exponential: Option<Exponential>,
    /// The attributes that it has, if they are declared.
    pub attributes: &'static [Field],
    /// How many sets of attributes it can have, if that is known.
    pub cardinality: Option<usize>,
    /// The maximum number of attribute sets, if one is declared.
    pub cardinality_limit: Option<usize>,
    /// The scope that it is live in, if it is a `static`: a declaration that is built on a meter has the meter's.
    pub scope: Option<Scope>,
}
