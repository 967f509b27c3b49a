//! `views`: passes the cardinality and the exponential buckets of declarations to the provider.
// Uses `declare`, `record`. Used by `list`.

use std::collections::HashMap;

use opentelemetry_sdk::metrics::{Instrument, InstrumentKind as SdkKind, Stream};

use crate::declare::{Descriptor, Exponential, InstrumentKind};
use crate::record::{is_built_in_group, limit_by_view};

/// Makes a view of the declared metrics, which sets the cardinality limit of each and the exponential buckets of histograms that
/// ask for them.
///
/// The SDK takes the first view that fits. So register a custom view, for example to leave attributes out, before this one:
/// otherwise it has no effect on these metrics. Register a view that gives all histograms other boundaries after this one: then
/// these metrics keep their own.
///
/// The limit is the number of sets of a closed attribute set, or the declared [`cardinality_at_most`](crate::Metric). An instrument
/// that is built on a [group with attributes](crate::GroupOf) has more sets than it declares, so only a declared limit counts there.
/// If the same metric is also built on the meter without the group, before that, declare its limit.
///
/// Without a limit, the SDK keeps 2,000 attribute sets per instrument, and allocates for all of them. Name, unit, description and
/// boundaries do not change (*Metrics SDK, view; cardinality limits*).
///
/// ```
/// use meterstick::prelude::*;
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// meterstick::unit! { pub Requests = "{request}" }
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Served {
///     ok: bool,
///     cached: bool,
/// }
///
/// static REQUESTS: Counter<u64, Requests, Served> =
///     Meter::counter::<u64>().unit::<Requests>().name("requests").attributes::<Served>().global(Scope::new("shop"));
///
/// let provider = SdkMeterProvider::builder().with_view(meterstick::views([REQUESTS.descriptor()])).build();
/// ```
pub fn views<'a>(
    declared: impl IntoIterator<Item = &'a Descriptor>,
) -> impl Fn(&Instrument) -> Option<Stream> + Send + Sync + 'static {
    let mut views = HashMap::<(String, SdkKind, &'static str), View>::new();
    for descriptor in declared {
        let view = View::of(descriptor);
        // Names are case-insensitive. The larger of two declarations of one name determines the limit.
        let key = (descriptor.name.to_ascii_lowercase(), sdk_kind(descriptor.kind), descriptor.unit);
        views.entry(key).and_modify(|known| *known = known.and(view)).or_insert(view);
    }
    // A meter's collection callback is registered under the name of one of its instruments, and observes nothing.
    let silent = View { limit: Some(1), limit_in_group: None, exponential: None, has_buckets: false };
    for (name, _, unit) in views.keys().cloned().collect::<Vec<_>>() {
        views.entry((name, SdkKind::ObservableCounter, unit)).or_insert(silent);
    }
    // A lookup by a borrowed unit needs a map whose keys can have any lifetime.
    move |instrument| {
        let name = instrument.name().to_ascii_lowercase();
        let views: &HashMap<(String, SdkKind, &str), View> = &views;
        views.get(&(name, instrument.kind(), instrument.unit()))?.stream()
    }
}

#[derive(Clone, Copy)]
struct View {
    /// The maximum number of sets, if a group adds no attributes.
    limit: Option<usize>,
    /// The same if a group adds some: what is declared.
    limit_in_group: Option<usize>,
    exponential: Option<Exponential>,
    has_buckets: bool,
}

impl View {
    fn of(descriptor: &Descriptor) -> Self {
        Self {
            // A closed set can have no more, whatever its limit allows.
            limit: descriptor.cardinality.map(|sets| sets.max(1)).or(descriptor.cardinality_limit),
            limit_in_group: descriptor.cardinality_limit,
            exponential: descriptor.exponential,
            has_buckets: descriptor.kind == InstrumentKind::Histogram,
        }
    }

    fn and(self, other: Self) -> Self {
        let larger = |one: Option<usize>, other: Option<usize>| one.zip(other).map(|(one, other)| one.max(other));
        Self {
            limit: larger(self.limit, other.limit),
            limit_in_group: larger(self.limit_in_group, other.limit_in_group),
            exponential: self.exponential.or(other.exponential),
            has_buckets: self.has_buckets || other.has_buckets,
        }
    }

    fn stream(self) -> Option<Stream> {
        // A histogram's view without settings still keeps the declared boundaries from being changed by later views.
        let limit = if is_built_in_group() { self.limit_in_group } else { self.limit };
        if limit.is_none() && self.exponential.is_none() && !self.has_buckets {
            return None;
        }
        let mut stream = Stream::builder();
        if let Some(limit) = limit {
            limit_by_view(limit);
            stream = stream.with_cardinality_limit(limit);
        }
        if let Some(exponential) = self.exponential {
            stream = stream.with_aggregation(exponential.to_aggregation());
        }
        stream.build().ok()
    }
}

fn sdk_kind(kind: InstrumentKind) -> SdkKind {
    match kind {
        InstrumentKind::Counter => SdkKind::Counter,
        InstrumentKind::UpDownCounter => SdkKind::UpDownCounter,
        InstrumentKind::Histogram => SdkKind::Histogram,
        InstrumentKind::Gauge => SdkKind::Gauge,
        InstrumentKind::ObservableCounter => SdkKind::ObservableCounter,
        InstrumentKind::ObservableUpDownCounter => SdkKind::ObservableUpDownCounter,
        InstrumentKind::ObservableGauge => SdkKind::ObservableGauge,
    }
}
