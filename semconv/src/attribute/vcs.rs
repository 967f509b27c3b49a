// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `vcs`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/vcs/).

use meterstick::{AttributeValue, Key};

/// `vcs.change.id`, release candidate.
pub const CHANGE_ID: Key<&'static str> = Key::new("vcs.change.id");
/// `vcs.change.state`, release candidate.
pub const CHANGE_STATE: Key<ChangeState<'static>> = Key::new("vcs.change.state");
/// `vcs.line_change.type`, release candidate.
pub const LINE_CHANGE_TYPE: Key<LineChangeType<'static>> = Key::new("vcs.line_change.type");
/// `vcs.owner.name`, release candidate.
pub const OWNER_NAME: Key<&'static str> = Key::new("vcs.owner.name");
/// `vcs.provider.name`, release candidate.
pub const PROVIDER_NAME: Key<ProviderName<'static>> = Key::new("vcs.provider.name");
/// `vcs.ref.base.name`, release candidate.
pub const REF_BASE_NAME: Key<&'static str> = Key::new("vcs.ref.base.name");
/// `vcs.ref.base.revision`, release candidate.
pub const REF_BASE_REVISION: Key<&'static str> = Key::new("vcs.ref.base.revision");
/// `vcs.ref.base.type`, release candidate.
pub const REF_BASE_TYPE: Key<RefBaseType<'static>> = Key::new("vcs.ref.base.type");
/// `vcs.ref.head.name`, release candidate.
pub const REF_HEAD_NAME: Key<&'static str> = Key::new("vcs.ref.head.name");
/// `vcs.ref.head.revision`, release candidate.
pub const REF_HEAD_REVISION: Key<&'static str> = Key::new("vcs.ref.head.revision");
/// `vcs.ref.head.type`, release candidate.
pub const REF_HEAD_TYPE: Key<RefHeadType<'static>> = Key::new("vcs.ref.head.type");
/// `vcs.ref.type`, release candidate.
pub const REF_TYPE: Key<RefType<'static>> = Key::new("vcs.ref.type");
/// `vcs.repository.name`, release candidate.
pub const REPOSITORY_NAME: Key<&'static str> = Key::new("vcs.repository.name");
/// `vcs.repository.url.full`, release candidate.
pub const REPOSITORY_URL_FULL: Key<&'static str> = Key::new("vcs.repository.url.full");
/// `vcs.revision_delta.direction`, release candidate.
pub const REVISION_DELTA_DIRECTION: Key<RevisionDeltaDirection<'static>> = Key::new("vcs.revision_delta.direction");

/// The values of `vcs.change.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ChangeState<'a> {
    /// `open`.
    Open,
    /// `wip`.
    Wip,
    /// `closed`.
    Closed,
    /// `merged`.
    Merged,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `vcs.line_change.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum LineChangeType<'a> {
    /// `added`.
    Added,
    /// `removed`.
    Removed,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `vcs.provider.name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ProviderName<'a> {
    /// `github`.
    Github,
    /// `gitlab`.
    Gitlab,
    /// `gitea`.
    Gitea,
    /// `bitbucket`.
    Bitbucket,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `vcs.ref.base.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum RefBaseType<'a> {
    /// `branch`.
    Branch,
    /// `tag`.
    Tag,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `vcs.ref.head.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum RefHeadType<'a> {
    /// `branch`.
    Branch,
    /// `tag`.
    Tag,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `vcs.ref.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum RefType<'a> {
    /// `branch`.
    Branch,
    /// `tag`.
    Tag,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `vcs.revision_delta.direction`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum RevisionDeltaDirection<'a> {
    /// `behind`.
    Behind,
    /// `ahead`.
    Ahead,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
