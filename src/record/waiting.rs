//! Lists the statics whose values no meter provider exports, for health checks and tests.
// Uses `clock`, `declare`, `discovery`, `safely`, `sdk`. No other module uses it.

use core::fmt;
use std::time::Duration;

use super::clock::now;
use super::discovery::{Provider, Seen, is_same, seen};
use super::sdk::{identity, is_shut_down};
use crate::declare::{Descriptor, Scope};
use crate::safely::safely;

/// A static instrument whose values no meter provider exports, as [`statics_without_provider`] lists it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct WaitingStatic {
    /// The instrument's declaration.
    pub descriptor: Descriptor,
    /// The scope of the static.
    pub scope: Scope,
    /// The time since its first use.
    pub used_for: Duration,
    /// Why its values are not exported.
    pub reason: WaitingReason,
    /// Whether it keeps values that are exported once it is bound. A bound static keeps none.
    pub has_values: bool,
    /// The number of values that it dropped, as its buffer was full or a provider panicked on them.
    pub dropped: u64,
}

/// Why the values of a static instrument are not exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WaitingReason {
    /// There is no global meter provider, or only OpenTelemetry's no-op one, or one of another version of `opentelemetry` than this
    /// crate uses. A static that had a provider before stays with it.
    NoProvider,
    /// There is a global provider, but the static could not be bound to it: a callback blocks a collection, or the provider
    /// panicked. If it had a provider before, it stays with that.
    NotBound,
    /// The global provider is shut down.
    ShutDown,
    /// The static is bound to an earlier provider: OpenTelemetry's own `set_meter_provider` replaced it.
    Replaced,
}

impl WaitingReason {
    fn of(one: &Seen, provider: Option<&(Provider, bool)>) -> Option<Self> {
        let Some((provider, is_given)) = provider else { return Some(Self::NoProvider) };
        let Some(meter) = safely(|| provider.meter_with_scope(one.scope.to_instrumentation_scope())) else {
            return Some(Self::NotBound);
        };
        match &one.bound_to {
            _ if is_shut_down(&meter) => Some(Self::ShutDown),
            None => Some(Self::NotBound),
            // A clone of the SDK's provider has the same meters.
            Some((bound_to, known)) if is_same(bound_to, provider) || identity(known) == identity(&meter) => None,
            // It was set by our function, which binds all that it can.
            Some(_) if *is_given => Some(Self::NotBound),
            Some(_) => Some(Self::Replaced),
        }
    }
}

impl fmt::Display for WaitingReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoProvider => "there is no global meter provider of this version of `opentelemetry`",
            Self::NotBound => "the global meter provider is blocked: a callback takes long, or it panicked",
            Self::ShutDown => "the global meter provider is shut down",
            Self::Replaced => "the global meter provider was replaced by OpenTelemetry's `set_meter_provider`; use `meterstick::set_meter_provider`",
        })
    }
}

impl fmt::Display for WaitingStatic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { descriptor, scope, used_for, reason, has_values, dropped } = self;
        write!(f, "`{}` of `{}`, used for {} s: {reason}", descriptor.name, scope.name(), used_for.as_secs())?;
        if *has_values {
            f.write_str("; it keeps values")?;
        }
        if *dropped > 0 { write!(f, "; it dropped {dropped}") } else { Ok(()) }
    }
}

/// Lists the static instruments that were used and whose values the global meter provider does not export. It first looks for the
/// provider, and binds them if it can.
///
/// Use it in a health check, or to find out why metrics do not arrive. It does not list statics that were never used, or
/// instruments that were [built](crate::Metric::build) on a meter.
///
/// ```
/// use meterstick::WaitingReason;
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// static SENT: Counter<u64, Bytes> =
///     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
///
/// SENT.add(Bytes(512));
/// let waiting = meterstick::statics_without_provider();
/// assert_eq!((waiting[0].descriptor.name, waiting[0].reason), ("shop.sent", WaitingReason::NoProvider));
///
/// meterstick::set_meter_provider(SdkMeterProvider::default()); // with a reader, in a program
/// assert!(meterstick::statics_without_provider().is_empty());
/// ```
#[must_use]
pub fn statics_without_provider() -> Vec<WaitingStatic> {
    let (all, provider) = seen();
    let now = now();
    let waiting = all.into_iter().filter_map(|one| {
        let reason = WaitingReason::of(&one, provider.as_ref())?;
        let (is_kept, dropped) = one.member.kept();
        let has_values = is_kept && one.bound_to.is_none();
        let used_for = now.saturating_duration_since(one.since);
        Some(WaitingStatic { descriptor: one.descriptor, scope: one.scope, used_for, reason, has_values, dropped })
    });
    waiting.collect()
}

/// Panics unless the global meter provider exports the values of all static instruments that were used. Call it in a test of a
/// program's set-up.
///
/// ```
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// meterstick::set_meter_provider(SdkMeterProvider::default()); // the program's set-up
/// meterstick::assert_statics_have_provider();
/// ```
///
/// # Panics
///
/// If there are [such statics](statics_without_provider); the message has a line for each.
#[track_caller]
pub fn assert_statics_have_provider() {
    let waiting = statics_without_provider();
    let lines: String = waiting.iter().map(|one| format!("\n- {one}")).collect();
    assert!(waiting.is_empty(), "static instruments without a meter provider:{lines}");
}
