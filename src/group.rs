//! The meter of a component that comes and goes.

use core::fmt;
use core::ops::Deref;
use std::sync::Arc;

use opentelemetry::metrics::Meter;

use crate::instrument::AsMeter;
use crate::record::Collector;

/// A meter for components that come and go: connections, tenants, pools.
///
/// Whatever takes a meter takes a group: `SENT.build(&group)`, `SENT.observe(&group, ..)`. However many instruments are built and
/// dropped, a group has one collection callback, and of an instrument that was dropped nothing is kept but what the SDK keeps of
/// its series. On a plain OpenTelemetry meter, whose callbacks cannot be unregistered, the SDK keeps up to 256 bytes and a call at
/// each collection of each instrument that was the only one on its meter; after a thousand that is reported.
///
/// ```
/// use meterstick::Group;
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use opentelemetry::metrics::MeterProvider;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("connection.sent");
///
/// struct Connection {
///     sent: Counter<u64, Bytes>,
/// }
///
/// impl Connection {
///     fn new(group: &Group) -> Self {
///         Self { sent: SENT.build(group) }
///     }
/// }
///
/// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
/// let group = Group::new(&provider.meter("server")); // once, where the program starts
/// for _ in 0..3 {
///     Connection::new(&group).sent.add(Bytes(512)); // each connection is dropped here
/// }
/// ```
///
/// A clone is the same group, and so is another group of the same meter. Dropped, it leaves its instruments as they are.
#[derive(Clone)]
pub struct Group {
    meter: Meter,
    /// Kept for as long as the group, so that instruments of the meter share its callback.
    _collector: Arc<Collector>,
}

impl Group {
    /// The group of a meter.
    #[must_use]
    pub fn new<M: AsMeter + ?Sized>(meter: &M) -> Self {
        let meter = meter.as_meter();
        Self { meter: meter.clone(), _collector: Collector::of(meter) }
    }
}

#[diagnostic::do_not_recommend]
impl AsMeter for Group {
    fn as_meter(&self) -> &Meter {
        &self.meter
    }
}

impl Deref for Group {
    type Target = Meter;

    fn deref(&self) -> &Meter {
        &self.meter
    }
}

impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Group")
    }
}
