// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! The metrics of `vcs`: [the conventions' page](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/).

use crate::attribute::vcs;
use crate::unit;
use meterstick::unit::Seconds;
use meterstick::{Attributes, Gauge, Meter, Metric, UpDownCounter};

/// [`vcs.change.count`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcschangecount): an up-down counter in `{change}`, release candidate.
pub const CHANGE_COUNT: Metric<UpDownCounter<i64, unit::Changes, ChangeCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Changes>()
        .name("vcs.change.count")
        .description("Current number of VCS changes, by vcs.change.state and vcs.repository.url.full.")
        .attributes::<ChangeCount>();

/// [`vcs.change.duration`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcschangeduration): a gauge in `s`, release candidate.
pub const CHANGE_DURATION: Metric<Gauge<f64, Seconds, ChangeDuration<'static>>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("vcs.change.duration")
    .description(
        "Current VCS change duration in seconds, by vcs.change.state, vcs.ref.head.name and vcs.repository.url.full.",
    )
    .attributes::<ChangeDuration>();

/// [`vcs.change.time_to_approval`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcschangetime_to_approval): a gauge in `s`, in development.
pub const CHANGE_TIME_TO_APPROVAL: Metric<Gauge<f64, Seconds, ChangeTimeToApproval<'static>>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("vcs.change.time_to_approval")
    .description("Current VCS change time to approval in seconds, by vcs.ref.head.name and vcs.repository.url.full.")
    .attributes::<ChangeTimeToApproval>();

/// [`vcs.change.time_to_merge`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcschangetime_to_merge): a gauge in `s`, in development.
pub const CHANGE_TIME_TO_MERGE: Metric<Gauge<f64, Seconds, ChangeTimeToMerge<'static>>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("vcs.change.time_to_merge")
    .description("Current VCS change time to merge in seconds, by vcs.ref.head.name and vcs.repository.url.full.")
    .attributes::<ChangeTimeToMerge>();

/// [`vcs.contributor.count`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcscontributorcount): a gauge in `{contributor}`, release candidate.
pub const CONTRIBUTOR_COUNT: Metric<Gauge<i64, unit::Contributors, ContributorCount<'static>>> = Meter::gauge::<i64>()
    .unit::<unit::Contributors>()
    .name("vcs.contributor.count")
    .description("Last known number of VCS contributors, by vcs.repository.url.full.")
    .attributes::<ContributorCount>();

/// [`vcs.ref.count`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcsrefcount): an up-down counter in `{ref}`, release candidate.
pub const REF_COUNT: Metric<UpDownCounter<i64, unit::Refs, RefCount<'static>>> = Meter::up_down_counter::<i64>()
    .unit::<unit::Refs>()
    .name("vcs.ref.count")
    .description("Current number of VCS refs, by vcs.ref.type and vcs.repository.url.full.")
    .attributes::<RefCount>();

/// [`vcs.ref.lines_delta`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcsreflines_delta): a gauge in `{line}`, release candidate.
pub const REF_LINES_DELTA: Metric<Gauge<i64, unit::Lines, RefLinesDelta<'static>>> =
Meter::gauge::<i64>().unit::<unit::Lines>().name("vcs.ref.lines_delta").description("Last known number of lines (VCS ref lines delta), by vcs.line_change.type, vcs.ref.base.name, vcs.ref.base.type, vcs.ref.head.name, vcs.ref.head.type and vcs.repository.url.full.").attributes::<RefLinesDelta>();

/// [`vcs.ref.revisions_delta`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcsrefrevisions_delta): a gauge in `{revision}`, release candidate.
pub const REF_REVISIONS_DELTA: Metric<Gauge<i64, unit::Revisions, RefRevisionsDelta<'static>>> =
Meter::gauge::<i64>().unit::<unit::Revisions>().name("vcs.ref.revisions_delta").description("Last known number of revisions (VCS ref revisions delta), by vcs.ref.base.name, vcs.ref.base.type, vcs.ref.head.name, vcs.ref.head.type, vcs.repository.url.full and vcs.revision_delta.direction.").attributes::<RefRevisionsDelta>();

/// [`vcs.ref.time`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcsreftime): a gauge in `s`, release candidate.
pub const REF_TIME: Metric<Gauge<f64, Seconds, RefTime<'static>>> = Meter::gauge::<f64>()
    .unit::<Seconds>()
    .name("vcs.ref.time")
    .description(
        "Current VCS ref time in seconds, by vcs.ref.head.name, vcs.ref.head.type and vcs.repository.url.full.",
    )
    .attributes::<RefTime>();

/// [`vcs.repository.count`](https://opentelemetry.io/docs/specs/semconv/cicd/cicd-metrics/#metric-vcsrepositorycount): an up-down counter in `{repository}`, release candidate.
pub const REPOSITORY_COUNT: Metric<UpDownCounter<i64, unit::Repositories, RepositoryCount<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<unit::Repositories>()
        .name("vcs.repository.count")
        .description("Current number of VCS repositories.")
        .attributes::<RepositoryCount>();

/// The attributes of [`CHANGE_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct ChangeCount<'a> {
    /// `vcs.change.state`, required.
    #[attribute(key = "change.state")]
    pub change_state: vcs::ChangeState<'a>,
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> ChangeCount<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(change_state: vcs::ChangeState<'a>, url_full: &'a str) -> Self {
        Self { change_state, url_full, owner_name: None, provider_name: None, repository_name: None }
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The attributes of [`CHANGE_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct ChangeDuration<'a> {
    /// `vcs.change.state`, required.
    #[attribute(key = "change.state")]
    pub change_state: vcs::ChangeState<'a>,
    /// `vcs.ref.head.name`, required.
    #[attribute(key = "ref.head.name")]
    pub head_name: &'a str,
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> ChangeDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(change_state: vcs::ChangeState<'a>, head_name: &'a str, url_full: &'a str) -> Self {
        Self { change_state, head_name, url_full, owner_name: None, provider_name: None, repository_name: None }
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The attributes of [`CHANGE_TIME_TO_APPROVAL`] and [`CHANGE_TIME_TO_MERGE`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct ChangeTimeToApproval<'a> {
    /// `vcs.ref.head.name`, required.
    #[attribute(key = "ref.head.name")]
    pub head_name: &'a str,
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.ref.base.name`, recommended.
    #[attribute(key = "ref.base.name")]
    pub base_name: Option<&'a str>,
    /// `vcs.ref.base.revision`, opt-in.
    #[attribute(key = "ref.base.revision")]
    pub base_revision: Option<&'a str>,
    /// `vcs.ref.head.revision`, opt-in.
    #[attribute(key = "ref.head.revision")]
    pub head_revision: Option<&'a str>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> ChangeTimeToApproval<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(head_name: &'a str, url_full: &'a str) -> Self {
        Self {
            head_name,
            url_full,
            owner_name: None,
            provider_name: None,
            base_name: None,
            base_revision: None,
            head_revision: None,
            repository_name: None,
        }
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.ref.base.name`.
    #[must_use]
    pub const fn base_name(mut self, base_name: &'a str) -> Self {
        self.base_name = Some(base_name);
        self
    }

    /// With `vcs.ref.base.revision`.
    #[must_use]
    pub const fn base_revision(mut self, base_revision: &'a str) -> Self {
        self.base_revision = Some(base_revision);
        self
    }

    /// With `vcs.ref.head.revision`.
    #[must_use]
    pub const fn head_revision(mut self, head_revision: &'a str) -> Self {
        self.head_revision = Some(head_revision);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The same attributes as of [`ChangeTimeToApproval`].
pub type ChangeTimeToMerge<'a> = ChangeTimeToApproval<'a>;

/// The attributes of [`CONTRIBUTOR_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct ContributorCount<'a> {
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> ContributorCount<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(url_full: &'a str) -> Self {
        Self { url_full, owner_name: None, provider_name: None, repository_name: None }
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The attributes of [`REF_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct RefCount<'a> {
    /// `vcs.ref.type`, required.
    #[attribute(key = "ref.type")]
    pub ref_type: vcs::RefType<'a>,
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> RefCount<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(ref_type: vcs::RefType<'a>, url_full: &'a str) -> Self {
        Self { ref_type, url_full, owner_name: None, provider_name: None, repository_name: None }
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The attributes of [`REF_LINES_DELTA`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct RefLinesDelta<'a> {
    /// `vcs.line_change.type`, required.
    #[attribute(key = "line_change.type")]
    pub line_change_type: vcs::LineChangeType<'a>,
    /// `vcs.ref.base.name`, required.
    #[attribute(key = "ref.base.name")]
    pub base_name: &'a str,
    /// `vcs.ref.base.type`, required.
    #[attribute(key = "ref.base.type")]
    pub base_type: vcs::RefBaseType<'a>,
    /// `vcs.ref.head.name`, required.
    #[attribute(key = "ref.head.name")]
    pub head_name: &'a str,
    /// `vcs.ref.head.type`, required.
    #[attribute(key = "ref.head.type")]
    pub head_type: vcs::RefHeadType<'a>,
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.change.id`, conditionally required.
    #[attribute(key = "change.id")]
    pub change_id: Option<&'a str>,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> RefLinesDelta<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(
        line_change_type: vcs::LineChangeType<'a>,
        base_name: &'a str,
        base_type: vcs::RefBaseType<'a>,
        head_name: &'a str,
        head_type: vcs::RefHeadType<'a>,
        url_full: &'a str,
    ) -> Self {
        Self {
            line_change_type,
            base_name,
            base_type,
            head_name,
            head_type,
            url_full,
            change_id: None,
            owner_name: None,
            provider_name: None,
            repository_name: None,
        }
    }

    /// With `vcs.change.id`.
    #[must_use]
    pub const fn change_id(mut self, change_id: &'a str) -> Self {
        self.change_id = Some(change_id);
        self
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The attributes of [`REF_REVISIONS_DELTA`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct RefRevisionsDelta<'a> {
    /// `vcs.ref.base.name`, required.
    #[attribute(key = "ref.base.name")]
    pub base_name: &'a str,
    /// `vcs.ref.base.type`, required.
    #[attribute(key = "ref.base.type")]
    pub base_type: vcs::RefBaseType<'a>,
    /// `vcs.ref.head.name`, required.
    #[attribute(key = "ref.head.name")]
    pub head_name: &'a str,
    /// `vcs.ref.head.type`, required.
    #[attribute(key = "ref.head.type")]
    pub head_type: vcs::RefHeadType<'a>,
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.revision_delta.direction`, required.
    #[attribute(key = "revision_delta.direction")]
    pub direction: vcs::RevisionDeltaDirection<'a>,
    /// `vcs.change.id`, conditionally required.
    #[attribute(key = "change.id")]
    pub change_id: Option<&'a str>,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> RefRevisionsDelta<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(
        base_name: &'a str,
        base_type: vcs::RefBaseType<'a>,
        head_name: &'a str,
        head_type: vcs::RefHeadType<'a>,
        url_full: &'a str,
        direction: vcs::RevisionDeltaDirection<'a>,
    ) -> Self {
        Self {
            base_name,
            base_type,
            head_name,
            head_type,
            url_full,
            direction,
            change_id: None,
            owner_name: None,
            provider_name: None,
            repository_name: None,
        }
    }

    /// With `vcs.change.id`.
    #[must_use]
    pub const fn change_id(mut self, change_id: &'a str) -> Self {
        self.change_id = Some(change_id);
        self
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The attributes of [`REF_TIME`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct RefTime<'a> {
    /// `vcs.ref.head.name`, required.
    #[attribute(key = "ref.head.name")]
    pub head_name: &'a str,
    /// `vcs.ref.head.type`, required.
    #[attribute(key = "ref.head.type")]
    pub head_type: vcs::RefHeadType<'a>,
    /// `vcs.repository.url.full`, required.
    #[attribute(key = "repository.url.full")]
    pub url_full: &'a str,
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
    /// `vcs.repository.name`, recommended.
    #[attribute(key = "repository.name")]
    pub repository_name: Option<&'a str>,
}

impl<'a> RefTime<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(head_name: &'a str, head_type: vcs::RefHeadType<'a>, url_full: &'a str) -> Self {
        Self { head_name, head_type, url_full, owner_name: None, provider_name: None, repository_name: None }
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }

    /// With `vcs.repository.name`.
    #[must_use]
    pub const fn repository_name(mut self, repository_name: &'a str) -> Self {
        self.repository_name = Some(repository_name);
        self
    }
}

/// The attributes of [`REPOSITORY_COUNT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[attributes(prefix = "vcs")]
#[non_exhaustive]
pub struct RepositoryCount<'a> {
    /// `vcs.owner.name`, recommended.
    #[attribute(key = "owner.name")]
    pub owner_name: Option<&'a str>,
    /// `vcs.provider.name`, opt-in.
    #[attribute(key = "provider.name")]
    pub provider_name: Option<vcs::ProviderName<'a>>,
}

impl<'a> RepositoryCount<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { owner_name: None, provider_name: None }
    }

    /// With `vcs.owner.name`.
    #[must_use]
    pub const fn owner_name(mut self, owner_name: &'a str) -> Self {
        self.owner_name = Some(owner_name);
        self
    }

    /// With `vcs.provider.name`.
    #[must_use]
    pub const fn provider_name(mut self, provider_name: vcs::ProviderName<'a>) -> Self {
        self.provider_name = Some(provider_name);
        self
    }
}
