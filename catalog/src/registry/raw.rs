//! `Raw`: a registry as its files are written, before references are resolved.
// Uses `model`, `problem`. Used by `fields`, `formats`, `read`, `resolve`.

use super::Place;
use super::model::{
    Attribute, Declared, DefinedInstrument, DefinedNumber, Deprecated, RequirementLevel, SpanKind, Stability,
};

/// The content of all files of a registry.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// The definitions of attributes.
    pub(super) definitions: Vec<(String, Attribute)>,
    /// The definitions in the attribute groups of a resolved registry. Those in signals apply to that signal only.
    pub(super) preferred: Vec<(String, Attribute)>,
    /// The groups: signals, and lists of common attributes.
    pub(super) groups: Vec<Group>,
    /// The imports from dependencies.
    pub(super) imports: Vec<Import>,
}

/// A signal, or a group of attributes.
#[derive(Debug)]
pub(super) struct Group {
    /// The name that references use.
    pub(super) id: String,
    pub(super) place: Place,
    /// The group that it extends: `extends` of format 1, or `ref` of a refinement.
    pub(super) extends: Option<(String, Place)>,
    /// The groups that it includes: `ref_group` of format 2.
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
    /// Whether the registry excludes it from generated code.
    pub(super) excluded: bool,
}

/// An attribute of a group.
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
        instrument: Option<DefinedInstrument>,
        unit: Option<String>,
        number: Option<DefinedNumber>,
        declared: Declared,
    },
    Span {
        ty: String,
        /// `None` in a refinement.
        kind: Option<SpanKind>,
        name: Option<String>,
    },
    /// A signal without generated code: an event or an entity.
    Other,
}

/// A pattern of names that are imported from dependencies.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) place: Place,
    /// A name, in which `*` stands for any text.
    pub(super) pattern: String,
    pub(super) of: Imported,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Imported {
    Metrics,
    Spans,
}
