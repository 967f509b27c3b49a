//! A view that gives the provider what the declarations know.

use std::collections::HashMap;

use opentelemetry_sdk::metrics::{Instrument, InstrumentKind as SdkKind, Stream};

use crate::declare::{Descriptor, Exponential, InstrumentKind};
use crate::record::limit_by_view;

/// A view of the declared metrics: it sizes what the SDK keeps of each by the sets that there can be, and makes those
/// histograms exponential that ask for it.
///
/// The SDK takes the first view that fits. So a custom view, to leave attributes out for example, is registered before this
/// one: else it does nothing to what is declared here. A view that gives all histograms other boundaries is registered after
/// this one: then those that are declared here keep their own.
///
/// Without it, the SDK allocates for 2,000 sets of every instrument. A metric whose sets are not known and which declares
/// no limit keeps that. Name, unit, description and boundaries stay as they are (*Metrics SDK, view; cardinality limits*).
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::One;
/// use opentelemetry_sdk::metrics::SdkMeterProvider;
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Served {
///     ok: bool,
///     cached: bool,
/// }
///
/// static REQUESTS: Counter<u64, One, Served> =
///     Meter::counter::<u64>().unit::<One>().name("requests").attributes::<Served>().global(Scope::new("shop"));
///
/// let provider = SdkMeterProvider::builder().with_view(meterstick::views([REQUESTS.descriptor()])).build();
/// ```
pub fn views<'a>(
    declared: impl IntoIterator<Item = &'a Descriptor>,
) -> impl Fn(&Instrument) -> Option<Stream> + Send + Sync + 'static {
    let mut views = HashMap::<(String, SdkKind, &'static str), View>::new();
    for descriptor in declared {
        let view = View::of(descriptor);
        // Names are case-insensitive. Of two declarations of one name, the larger is what the provider has to hold.
        let key = (descriptor.name.to_ascii_lowercase(), sdk_kind(descriptor.kind), descriptor.unit);
        views.entry(key).and_modify(|known| *known = known.and(view)).or_insert(view);
    }
    // A meter's collection callback is registered under the name of one of its instruments, and observes nothing.
    let silent = View { limit: Some(1), exponential: None, has_buckets: false };
    for (name, _, unit) in views.keys().cloned().collect::<Vec<_>>() {
        views.entry((name, SdkKind::ObservableCounter, unit)).or_insert(silent);
    }
    // A map that is asked by a borrowed unit is asked for any lifetime of it.
    move |instrument| {
        let name = instrument.name().to_ascii_lowercase();
        let views: &HashMap<(String, SdkKind, &str), View> = &views;
        views.get(&(name, instrument.kind(), instrument.unit()))?.stream()
    }
}

#[derive(Clone, Copy)]
struct View {
    limit: Option<usize>,
    exponential: Option<Exponential>,
    has_buckets: bool,
}

impl View {
    fn of(descriptor: &Descriptor) -> Self {
        // A closed set can form no more, whatever its limit allows.
        let limit = descriptor.cardinality.or(descriptor.cardinality_limit);
        let has_buckets = descriptor.kind == InstrumentKind::Histogram;
        Self { limit: limit.map(|sets| sets.max(1)), exponential: descriptor.exponential, has_buckets }
    }

    fn and(self, other: Self) -> Self {
        let limit = self.limit.zip(other.limit).map(|(one, another)| one.max(another));
        let has_buckets = self.has_buckets || other.has_buckets;
        Self { limit, exponential: self.exponential.or(other.exponential), has_buckets }
    }

    fn stream(self) -> Option<Stream> {
        // A histogram's view changes nothing where it says nothing, and keeps the declared boundaries from later views.
        if self.limit.is_none() && self.exponential.is_none() && !self.has_buckets {
            return None;
        }
        let mut stream = Stream::builder();
        if let Some(limit) = self.limit {
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
