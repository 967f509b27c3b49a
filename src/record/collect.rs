//! Collectors: one for each meter, with one collection callback for all instruments of the meter.
//!
//! The SDK never unregisters a callback. So a collector has one, however many instruments are built and dropped; its members
//! leave it when they are dropped. A collector lives as long as one of its members or a [group](crate::Group) on its meter. After
//! that its callback is left in the SDK, empty.
// Uses `built`, `callback`, `declare`, `limit`, `map`, `number`, `record`, `safely`, `sdk`, `section`, `stream`,
// `sync`, `unit`. Used by `core`, `discovery`, `models`, `models::tests`, `preset`, `recorder`, `sink`, `slot`.

use std::hash::{Hash, Hasher};
// Not those of loom: they order nothing.
use std::sync::atomic::{self, AtomicUsize};
use std::sync::{Arc, Weak};

use opentelemetry::metrics::Meter;
use opentelemetry::otel_warn;

use super::callback::in_callback;
use super::limit::built_while;
use super::map::{self, Map};
use super::sdk::{self, Instrument, Sdk};
use super::section::Section;
use super::stream::Stream;
use super::sync::{AtomicBool, Mutex, Ordering, lock, reference_dropped, statics};
use crate::declare::{Descriptor, InstrumentKind};
use crate::number::Form;
use crate::safely::safely;

/// An instrument, as its collector sees it.
pub trait Member: Send + Sync {
    /// Binds it to its instrument of a meter, unless it is bound to one of a later epoch. Waits for the lock of the SDK's
    /// pipeline, which is held while callbacks run.
    fn bind(self: Arc<Self>, meter: &Meter, epoch: u64);

    /// Flushes it: the SDK collects right after.
    fn collect(&self, collector: &Arc<Collector>);

    /// Whether it keeps values, and the number of those that it dropped.
    fn kept(&self) -> (bool, u64);
}

/// What the instruments of one meter share.
pub struct Collector {
    /// Keeps the meter alive, so that no other meter gets its identity.
    meter: Meter,
    identity: usize,
    /// Whether the provider keeps the callback.
    is_kept: AtomicBool,
    /// Whether the callback was called.
    was_called: AtomicBool,
    has_handles: bool,
    link: Arc<Link>,
    shared: Mutex<Shared>,
}

/// What the callback holds. When the collector is gone it is empty, and 16 bytes.
#[derive(Default)]
struct Link(Mutex<Weak<Collector>>);

#[derive(Default)]
struct Shared {
    /// By what tells them apart, each with the number at which it joined.
    members: Map<usize, (u64, Weak<dyn Member>)>,
    joined: u64,
    streams: Map<StreamKey, Arc<Stream>>,
    instruments: Map<StreamKey, Arc<dyn Sdk>>,
}

/// What tells a metric stream of a meter: the SDK's identity of an instrument. Boundaries are no part of it (the SDK gives a second
/// histogram those of the first).
#[derive(Clone, PartialEq, Eq)]
struct StreamKey {
    form: Form,
    kind: InstrumentKind,
    /// Names are case-insensitive.
    name: String,
    unit: &'static str,
    description: &'static str,
}

impl Hash for StreamKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.form, &self.name, self.unit).hash(state);
    }
}

impl StreamKey {
    fn of(descriptor: &Descriptor) -> Self {
        let Descriptor { form, kind, name, unit, description, .. } = *descriptor;
        Self { form, kind, name: name.to_ascii_lowercase(), unit, description }
    }
}

/// Number of callbacks that were left in the SDK, as all instruments of their meter were dropped.
static LEFT: AtomicUsize = AtomicUsize::new(0);

/// Whether that has been reported.
static IS_REPORTED: atomic::AtomicBool = atomic::AtomicBool::new(false);

/// That this number of callbacks is left in the SDK is not by accident.
const MANY_LEFT: usize = 1000;

statics! {
    /// The live collectors, by the identity of their meter.
    static COLLECTORS: Mutex<Map<usize, Weak<Collector>>> = Mutex::new(map::new());
}

impl Collector {
    /// The collector of a meter.
    pub(crate) fn of(meter: &Meter) -> Arc<Self> {
        let identity = sdk::identity(meter);
        let has_handles = sdk::has_handles(meter);
        let _section = Section::enter();
        let mut collectors = lock(&COLLECTORS);
        if let Some(collector) = collectors.get(&identity).and_then(Weak::upgrade) {
            return collector;
        }
        let collector = Arc::new(Self {
            meter: meter.clone(),
            identity,
            is_kept: AtomicBool::new(false),
            was_called: AtomicBool::new(false),
            has_handles,
            link: Arc::default(),
            shared: Mutex::default(),
        });
        *lock(&collector.link.0) = Arc::downgrade(&collector);
        collectors.insert(identity, Arc::downgrade(&collector));
        collector
    }

    /// Whether a collection calls the callback, so that a value may wait for it: it was called before, or the SDK keeps it, which
    /// calls all that it keeps. A provider of another make may keep it and never call.
    pub(super) fn calls(&self) -> bool {
        self.was_called.load(Ordering::Acquire) || (self.has_handles && self.is_kept.load(Ordering::Acquire))
    }

    pub(super) fn has_handles(&self) -> bool {
        self.has_handles
    }

    /// Whether an instrument is there already, so that binding to it waits for nothing.
    pub(crate) fn has(&self, descriptor: &Descriptor) -> bool {
        let _section = Section::enter();
        let key = StreamKey::of(descriptor);
        self.is_kept.load(Ordering::Acquire) && lock(&self.shared).instruments.contains_key(&key)
    }

    /// The SDK's instrument. Waits for the lock of the pipeline if it is the first of its stream.
    pub(super) fn instrument(&self, instrument: &Instrument, descriptor: &Descriptor) -> Arc<dyn Sdk> {
        let key = StreamKey::of(descriptor);
        if let Some(known) = self.known(&key) {
            return known;
        }
        #[cfg(feature = "testing")]
        let _building = super::built::Building::of(descriptor);
        let mut built = None;
        let limit =
            built_while(&self.meter, descriptor, &mut || built = Some((instrument.build)(&self.meter, descriptor)));
        let built = built.expect("it was built");
        let _section = Section::enter();
        self.stream(instrument, descriptor).keep_at_most(limit);
        // Another thread may have built it at the same time: what is dropped then is the provider's, and dropped without the lock.
        let _other = lock(&self.shared).instruments.insert(key, Arc::clone(&built));
        built
    }

    /// An instrument, if it is there already.
    fn known(&self, key: &StreamKey) -> Option<Arc<dyn Sdk>> {
        let _section = Section::enter();
        lock(&self.shared).instruments.get(key).cloned()
    }

    /// The totals of a stream.
    pub(super) fn stream(&self, instrument: &Instrument, descriptor: &Descriptor) -> Arc<Stream> {
        let key = StreamKey::of(descriptor);
        let mut shared = lock(&self.shared);
        let known = shared.streams.get(&key).cloned();
        known.unwrap_or_else(|| {
            let stream = Arc::new(Stream::new(instrument.wire));
            shared.streams.insert(key, Arc::clone(&stream));
            stream
        })
    }

    /// Registers the callback, unless the provider has it. It is registered under the name of an instrument of the user; if a
    /// view drops that instrument, under the next one. Waits for the lock of the pipeline.
    pub(super) fn register(&self, descriptor: &Descriptor) {
        if self.is_kept.load(Ordering::Acquire) {
            return;
        }
        let link = Arc::clone(&self.link);
        let is_kept = sdk::at_collection(&self.meter, descriptor, move || {
            let collector = lock(&link.0).upgrade();
            if let Some(collector) = collector {
                collector.collect();
            }
        });
        self.is_kept.fetch_or(is_kept, Ordering::Release);
        // No lock is held here, so it may be logged.
        if LEFT.load(atomic::Ordering::Relaxed) >= MANY_LEFT && !IS_REPORTED.swap(true, atomic::Ordering::Relaxed) {
            // What listens to the log may panic.
            safely(|| {
                otel_warn!(
                    name: "Meterstick.CallbacksLeft",
                    instrument_name = descriptor.name,
                    callbacks = MANY_LEFT as u64,
                    message = "A thousand times all instruments of a meter were dropped and others built, and each time the SDK keeps a callback. Where components come and go, keep a `meterstick::Group` of the meter, and build their instruments on it."
                );
            });
        }
    }

    /// Adds a member, which is called at each collection until it [leaves](Self::leave).
    pub(super) fn join(&self, id: usize, member: Weak<dyn Member>) {
        let _section = Section::enter();
        let mut shared = lock(&self.shared);
        let number = shared.joined;
        shared.joined += 1;
        shared.members.entry(id).or_insert((number, member));
    }

    /// Removes a member.
    pub(super) fn leave(&self, id: usize) {
        let _section = Section::enter();
        map::remove(&mut lock(&self.shared).members, &id);
    }

    fn collect(self: &Arc<Self>) {
        self.was_called.store(true, Ordering::Release);
        let mut members: Vec<_> = {
            let _section = Section::enter();
            lock(&self.shared).members.values().cloned().collect()
        };
        members.sort_unstable_by_key(|(number, _)| *number);
        in_callback(|| {
            members.iter().filter_map(|(_, member)| member.upgrade()).for_each(|member| {
                member.collect(self);
                reference_dropped();
            });
        });
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        // The memory of a weak reference's target is kept: so the callback is left with none.
        *lock(&self.link.0) = Weak::new();
        if self.is_kept.load(Ordering::Acquire) {
            LEFT.fetch_add(1, atomic::Ordering::Relaxed);
        }
        let _section = Section::enter();
        let mut collectors = lock(&COLLECTORS);
        if collectors.get(&self.identity).is_some_and(|collector| collector.strong_count() == 0) {
            map::remove(&mut collectors, &self.identity);
        }
    }
}

#[cfg(all(test, not(meterstick_loom)))]
mod tests {
    use std::sync::Arc;

    use opentelemetry::metrics::{
        AsyncInstrumentBuilder, Callback, InstrumentProvider, Meter, MeterProvider, ObservableCounter,
    };
    use opentelemetry_sdk::metrics::{ManualReader, SdkMeterProvider};

    use super::Collector;
    use crate::declare::Descriptor;
    use crate::prelude;
    use crate::unit::One;

    const COUNT: &Descriptor = prelude::Meter::counter::<u64>().unit::<One>().name("count").descriptor();

    fn calls(meter: &Meter) -> bool {
        let collector = Collector::of(meter);
        collector.register(COUNT);
        collector.calls()
    }

    /// A provider that keeps callbacks, and may never call one.
    #[derive(Default)]
    struct Keeps(std::sync::Mutex<Vec<Callback<u64>>>);

    impl InstrumentProvider for Keeps {
        fn u64_observable_counter(
            &self,
            builder: AsyncInstrumentBuilder<'_, ObservableCounter<u64>, u64>,
        ) -> ObservableCounter<u64> {
            self.0.lock().unwrap().extend(builder.callbacks);
            ObservableCounter::new()
        }
    }

    #[test]
    fn only_the_sdk_is_trusted_to_call_what_it_keeps() {
        let read = SdkMeterProvider::builder().with_reader(ManualReader::builder().build()).build();
        assert!(calls(&read.meter("a")));
        assert!(!calls(&SdkMeterProvider::default().meter("a")), "without a reader it keeps nothing");
        assert!(!calls(&Meter::new(Arc::new(Keeps::default()))));
    }
}
