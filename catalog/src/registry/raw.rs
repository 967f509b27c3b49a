//! A registry as its files say it, before anything is looked up.

use super::Place;
use super::model::{Attribute, Declared, Deprecated, Instrument, Number, RequirementLevel, SpanKind, Stability};

/// All files of one registry.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// The attributes' definitions.
    pub(super) definitions: Vec<(String, Attribute)>,
    /// Those that a resolved registry has in groups of attributes: what signals say of an attribute is said for them alone.
    pub(super) preferred: Vec<(String, Attribute)>,
    /// The groups: signals, and lists of attributes that they have in common.
    pub(super) groups: Vec<Group>,
    /// What is taken over of dependencies.
    pub(super) imports: Vec<Import>,
}

/// A signal, or a group of attributes.
#[derive(Debug)]
pub(super) struct Group {
    /// What others name it by.
    pub(super) id: String,
    pub(super) place: Place,
    /// The group whose attributes it has as well: `extends` of format 1, or `ref` of a refinement.
    pub(super) extends: Option<(String, Place)>,
    /// Groups whose attributes it has as well: `ref_group` of format 2.
    pub(super) includes: Vec<(String, Place)>,
    pub(super) uses: Vec<RawUse>,
    pub(super) common: Common,
    pub(super) what: What,
}

#[derive(Debug, Default)]
pub(super) struct Common {
    pub(super) brief: Option<String>,
    pub(super) stability: Option<Stability>,
    pub(super) deprecated: Option<Deprecated>,
    /// Whether the registry asks that no code be written for it.
    pub(super) excluded: bool,
}

/// An attribute that a group has.
#[derive(Clone, Debug)]
pub(super) struct RawUse {
    pub(super) key: String,
    pub(super) place: Place,
    pub(super) level: Option<RequirementLevel>,
    pub(super) brief: Option<String>,
    pub(super) sampling_relevant: bool,
}

#[derive(Debug)]
pub(super) enum What {
    /// A list of attributes.
    Attributes,
    Metric {
        name: String,
        /// `None` in a refinement.
        instrument: Option<Instrument>,
        unit: Option<String>,
        number: Option<Number>,
        declared: Declared,
    },
    Span {
        ty: String,
        /// `None` in a refinement.
        kind: Option<SpanKind>,
        name: Option<String>,
    },
    /// A signal that no code is written for: an event, an entity.
    Other,
}

/// A pattern of names to take over of dependencies.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) place: Place,
    /// A name, with `*` for anything.
    pub(super) pattern: String,
    pub(super) of: Imported,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Imported {
    Metrics,
    Spans,
}
