//! A view that gives the provider what the declarations know.

use std::collections::HashMap;

use opentelemetry_sdk::metrics::{Instrument, InstrumentKind as SdkKind, Stream};

use crate::declare::{Descriptor, InstrumentKind};
use crate::record::HOOK;

/// A view of the declared metrics: it sizes what the SDK keeps of each by the sets that there can be.
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
    // Names are case-insensitive. Of two declarations of one name, the larger is what the provider has to hold.
    let mut limits = HashMap::<(String, SdkKind), usize>::new();
    for descriptor in declared {
        if let Some(limit) = descriptor.cardinality_limit.or(descriptor.cardinality) {
            let known = limits.entry((descriptor.name.to_ascii_lowercase(), sdk_kind(descriptor.kind))).or_default();
            *known = limit.max(*known);
        }
    }
    limits.insert((HOOK.to_owned(), SdkKind::ObservableCounter), 1);
    move |instrument| {
        let limit = *limits.get(&(instrument.name().to_ascii_lowercase(), instrument.kind()))?;
        Stream::builder().with_cardinality_limit(limit).build().ok()
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
