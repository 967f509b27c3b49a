//! The SDK's instruments behind one trait. This is the only module that uses bound handles, which are experimental in
//! OpenTelemetry: without the feature `bound-instruments`, a handle is the instrument with its attributes.
// Uses `declare`, `number`, `quiet`, `safely`. Used by `cache`, `collect`, `core`, `discovery`, `instrument`, `limit`,
// `lower`, `sink`, `slot`, `store::pending`, `waiting`.

use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use opentelemetry::KeyValue;
use opentelemetry::metrics as otel;
use opentelemetry_sdk::metrics::SdkMeterProvider;

use super::quiet::quietly;
use crate::declare::Descriptor;
use crate::number::{AnyWire, Bits, Known};
use crate::safely::safely;

/// A synchronous instrument of the SDK. What it is given are the bits of its number.
pub(super) trait Sdk: Send + Sync {
    fn measure(&self, value: Bits, attributes: &[KeyValue]);
    /// Its handle for one set of attributes.
    fn bind(&self, attributes: &[KeyValue]) -> Box<dyn Handle>;
}

/// An instrument of the SDK with one set of attributes.
pub(super) trait Handle: Send + Sync {
    fn measure(&self, value: Bits);
}

/// What a meter builds.
pub(super) struct Instrument {
    pub(super) wire: AnyWire,
    pub(super) build: fn(&otel::Meter, &Descriptor) -> Arc<dyn Sdk>,
}

/// A handle of the stable API: the SDK looks its series up at each call.
#[cfg(not(feature = "bound-instruments"))]
struct WithAttributes<S> {
    instrument: S,
    attributes: Box<[KeyValue]>,
}

#[cfg(not(feature = "bound-instruments"))]
impl<S: Sdk> Handle for WithAttributes<S> {
    fn measure(&self, value: Bits) {
        self.instrument.measure(value, &self.attributes);
    }
}

macro_rules! sdk {
    ($($name:ident: $instrument:ident<$wire:ident>, $bound:ident, $build:ident, $measure:ident;)*) => {$(
        pub(super) static $name: Instrument = Instrument {
            wire: <$wire>::ANY,
            build: |meter, descriptor| {
                let builder =
                    meter.$build(descriptor.name).with_unit(descriptor.unit).with_description(descriptor.description);
                Arc::new(sdk!(@boundaries $instrument builder descriptor).build())
            },
        };

        impl Sdk for otel::$instrument<$wire> {
            fn measure(&self, value: Bits, attributes: &[KeyValue]) {
                self.$measure(value.to(), attributes);
            }

            #[cfg(feature = "bound-instruments")]
            fn bind(&self, attributes: &[KeyValue]) -> Box<dyn Handle> {
                Box::new(self.bind(attributes))
            }

            #[cfg(not(feature = "bound-instruments"))]
            fn bind(&self, attributes: &[KeyValue]) -> Box<dyn Handle> {
                Box::new(WithAttributes { instrument: self.clone(), attributes: attributes.into() })
            }
        }

        #[cfg(feature = "bound-instruments")]
        impl Handle for otel::$bound<$wire> {
            fn measure(&self, value: Bits) {
                self.$measure(value.to());
            }
        }
    )*};
    (@boundaries Histogram $builder:ident $descriptor:ident) => {
        $builder.with_boundaries($descriptor.boundaries.to_vec())
    };
    (@boundaries $kind:ident $builder:ident $descriptor:ident) => { $builder };
}

sdk! {
    U64_COUNTER: Counter<u64>, BoundCounter, u64_counter, add;
    F64_COUNTER: Counter<f64>, BoundCounter, f64_counter, add;
    I64_UP_DOWN_COUNTER: UpDownCounter<i64>, BoundUpDownCounter, i64_up_down_counter, add;
    F64_UP_DOWN_COUNTER: UpDownCounter<f64>, BoundUpDownCounter, f64_up_down_counter, add;
    U64_HISTOGRAM: Histogram<u64>, BoundHistogram, u64_histogram, record;
    F64_HISTOGRAM: Histogram<f64>, BoundHistogram, f64_histogram, record;
    I64_GAUGE: Gauge<i64>, BoundGauge, i64_gauge, record;
    F64_GAUGE: Gauge<f64>, BoundGauge, f64_gauge, record;
}

/// Has a callback called at every collection of a meter's provider, before the data points are made. Returns whether the
/// provider keeps it; one without a reader does not, nor one whose view drops the instrument.
///
/// The SDK calls callbacks of asynchronous instruments only. This one is an observable counter with the name and unit of an
/// instrument of the user's, which observes nothing, and so is never exported.
pub(crate) fn at_collection(
    meter: &otel::Meter,
    descriptor: &Descriptor,
    callback: impl Fn() + Send + Sync + 'static,
) -> bool {
    let kept = Arc::new(());
    let token = Arc::clone(&kept);
    let builder = meter.u64_observable_counter(descriptor.name).with_unit(descriptor.unit);
    let builder = builder.with_description(descriptor.description).with_callback(move |_| {
        let _ = &token;
        callback();
    });
    // The SDK reports as an error that it does not keep the callback. To the user it is none. A provider that panics, as it has no
    // observable instruments, keeps none.
    let _ = safely(|| quietly(|| builder.build()));
    Arc::strong_count(&kept) > 1
}

/// The identity of a meter: two of the same SDK meter are the same. It holds for as long as one of them is kept.
pub(crate) fn identity(meter: &otel::Meter) -> usize {
    std::ptr::from_ref(meter.u64_counter("").instrument_provider).addr()
}

/// A meter of the SDK's that nothing is recorded with. Its provider is kept for ever: the SDK logs that one is dropped.
static SDK: LazyLock<otel::Meter> = LazyLock::new(|| {
    quietly(|| otel::MeterProvider::meter(ManuallyDrop::new(SdkMeterProvider::default()).deref(), "sdk"))
});

/// Whether handles of a meter's instruments record. A provider of another make that does not know handles gives such as drop
/// all; so only those of the SDK are used.
#[allow(ambiguous_wide_pointer_comparisons, reason = "a second table of the SDK's would only cost speed")]
pub(super) fn has_handles(meter: &otel::Meter) -> bool {
    let (one, sdk) = (meter.u64_counter(""), SDK.u64_counter(""));
    // The same methods, at whatever address.
    let one = std::ptr::from_ref(one.instrument_provider).with_addr(1);
    std::ptr::eq(one, std::ptr::from_ref(sdk.instrument_provider).with_addr(1))
}

/// Whether a meter is of an SDK's provider that is shut down: it then gives meters that drop all that is recorded.
#[allow(
    ambiguous_wide_pointer_comparisons,
    reason = "a second table of the SDK's would only let values be dropped there"
)]
pub(super) fn is_shut_down(meter: &otel::Meter) -> bool {
    static SHUT_DOWN: LazyLock<otel::Meter> = LazyLock::new(|| {
        quietly(|| {
            let provider = SdkMeterProvider::default();
            let _ = provider.shutdown();
            otel::MeterProvider::meter(&provider, "sdk")
        })
    });
    let (one, shut_down) = (meter.u64_counter(""), SHUT_DOWN.u64_counter(""));
    let one = std::ptr::from_ref(one.instrument_provider).with_addr(1);
    std::ptr::eq(one, std::ptr::from_ref(shut_down.instrument_provider).with_addr(1))
}

/// Whether a provider that does not keep a callback has a reason that its user knows: it does nothing, or it is the SDK's and
/// has no reader, or a view that drops the instrument.
#[cfg(any(feature = "cache", feature = "cache-async"))]
pub(crate) fn drops_by_choice(meter: &otel::Meter) -> bool {
    is_noop(meter) || has_handles(meter)
}

/// Whether a meter drops all that is recorded: OpenTelemetry's own no-op meter has no state.
pub(super) fn is_noop(meter: &otel::Meter) -> bool {
    size_of_val(meter.u64_counter("").instrument_provider) == 0
}

/// Whether a provider is OpenTelemetry's own no-op one, which has no state.
pub(super) fn is_noop_provider(provider: &dyn otel::MeterProvider) -> bool {
    size_of_val(provider) == 0
}
