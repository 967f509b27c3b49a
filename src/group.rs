//! `Group` and `GroupOf`: meters for components that are created and dropped while the program runs.
// Uses `attribute`, `instrument`, `message`, `record`. Used by `testing`.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use std::sync::Arc;

use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use crate::attribute::{Attributes, assert_distinct, repeated};
use crate::instrument::{AsMeter, BuildOn};
use crate::message::Message;
use crate::record::{Collector, as_given};

/// A meter for components that are created and dropped at run time, such as connections, tenants and pools.
///
/// Pass a group wherever a meter is taken: `SENT.build(&group)`, `SENT.observe(&group, ..)`. A group has one collection callback,
/// however many instruments are built and dropped; a dropped instrument leaves only its series in the SDK. On a plain
/// OpenTelemetry meter, a callback cannot be unregistered: each dropped instrument that was the only one on its meter leaves up
/// to 256 bytes and one call per collection. A warning is logged after 1,000 of them.
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
/// A clone is the same group, and so is another group of the same meter. Dropping a group leaves its instruments alive.
#[derive(Clone)]
pub struct Group {
    meter: Meter,
    /// Kept as long as the group, so that the instruments of its meter share one callback.
    _collector: Arc<Collector>,
}

impl Group {
    /// Makes the group of a meter.
    #[must_use]
    pub fn new<M: AsMeter + ?Sized>(meter: &M) -> Self {
        let meter = meter.as_meter();
        Self { meter: meter.clone(), _collector: Collector::of(meter) }
    }

    /// Returns the same group, whose instruments all have attributes of the component: its pool, its tenant.
    ///
    /// ```
    /// use meterstick::Group;
    /// use meterstick::prelude::*;
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Of<'a> {
    ///     pool: &'a str,
    /// }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Done {
    ///     ok: bool,
    /// }
    ///
    /// #[derive(Instruments)]
    /// struct PoolMetrics {
    ///     jobs: Counter<u64, Jobs, Done>,
    ///     active: UpDownCounter<i64, Jobs>,
    /// }
    ///
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let group = Group::new(&meter);
    /// let name = String::from("a");
    /// let pool = PoolMetrics::build(&group.with(Of { pool: &name }));
    /// pool.jobs.inc(Done { ok: true }); // pool=a, ok=true
    /// pool.active.add(1); // pool=a
    /// ```
    ///
    /// A key that an instrument already has does not compile:
    ///
    /// ```compile_fail
    /// # use meterstick::{Group, prelude::*};
    /// # meterstick::unit! { pub Jobs = "{job}" }
    /// # #[derive(Clone, Copy, Attributes)]
    /// # struct Of<'a> { pool: &'a str }
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let jobs = Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<Of>();
    /// jobs.build(&Group::new(&meter).with(Of { pool: "a" }));
    /// ```
    ///
    /// Neither does a pair of sets that share a key:
    ///
    /// ```compile_fail
    /// # use meterstick::{Group, prelude::*};
    /// # #[derive(Clone, Copy, Attributes)]
    /// # struct Of<'a> { pool: &'a str }
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let _ = Group::new(&meter).with((Of { pool: "a" }, Of { pool: "b" }));
    /// ```
    ///
    /// Neither does an instrument of [`KeyValues`](crate::KeyValues), alone or in a pair, because it can be given any key:
    ///
    /// ```compile_fail
    /// # use meterstick::{Group, prelude::*};
    /// # meterstick::unit! { pub Jobs = "{job}" }
    /// # #[derive(Clone, Copy, Attributes)]
    /// # struct Of<'a> { pool: &'a str }
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let jobs = Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<KeyValues>();
    /// jobs.build(&Group::new(&meter).with(Of { pool: "a" }));
    /// ```
    ///
    /// ```compile_fail
    /// # use meterstick::{Group, prelude::*};
    /// # meterstick::unit! { pub Jobs = "{job}" }
    /// # #[derive(Clone, Copy, Attributes)]
    /// # struct Of<'a> { pool: &'a str }
    /// # #[derive(Clone, Copy, Attributes)]
    /// # struct Done { ok: bool }
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let jobs = Meter::counter::<u64>().unit::<Jobs>().name("jobs").attributes::<(Done, KeyValues)>();
    /// jobs.build(&Group::new(&meter).with(Of { pool: "a" }));
    /// ```
    #[must_use]
    pub fn with<A: Attributes>(&self, attributes: A) -> GroupOf<A::With<'static>> {
        const { assert_known::<A>() };
        GroupOf { group: self.clone(), attributes: as_given(&attributes).into(), set: PhantomData }
    }
}

/// A group whose instruments all have the attributes `A` beside the ones they declare. [`Group::with`] makes it.
///
/// Counters, histograms, gauges, observables, operations and structs of instruments are built on it as on a meter. It is not a
/// meter itself: a cache would drop the attributes, so a cache is built on the [`Group`].
///
/// A clone is the same group. A struct keeps it by its type:
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::{Group, GroupOf};
/// use opentelemetry::metrics::Meter as OtelMeter;
///
/// #[derive(Clone, Copy, Attributes)]
/// struct Of<'a> {
///     pool: &'a str,
/// }
///
/// struct Pool {
///     group: GroupOf<Of<'static>>,
/// }
///
/// impl Pool {
///     fn new(meter: &OtelMeter, name: &str) -> Self {
///         Self { group: Group::new(meter).with(Of { pool: name }) }
///     }
/// }
/// ```
pub struct GroupOf<A> {
    group: Group,
    attributes: Arc<[KeyValue]>,
    set: PhantomData<fn() -> A>,
}

/// Panics unless the keys of a set are known at compile time.
#[track_caller]
const fn assert_known<A: Attributes>() {
    assert!(
        !A::ANY_KEYS,
        "the attributes of a group are a declared set, so that each key is given once: derive `Attributes` on a struct"
    );
    assert_distinct(A::FIELDS);
}

/// Panics if a group's further attributes repeat one of its keys.
#[track_caller]
const fn assert_apart<A: Attributes, B: Attributes>() {
    assert_known::<B>();
    if let Some(key) = repeated(A::FIELDS, B::FIELDS) {
        let rule = Message::of(&[
            "each attribute is given once, and the group has `",
            key,
            "` already: leave it out of the further attributes",
        ]);
        panic!("{}", rule.as_str());
    }
}

impl<A: Attributes> GroupOf<A> {
    /// Returns the same group with further attributes.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::{Group, GroupOf};
    ///
    /// meterstick::unit! { pub Jobs = "{job}" }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Tenant<'a> {
    ///     tenant: &'a str,
    /// }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Pool {
    ///     pool: i64,
    /// }
    ///
    /// fn jobs(tenant: &GroupOf<Tenant<'static>>, pool: i64) -> Counter<u64, Jobs> {
    ///     Meter::counter::<u64>().unit::<Jobs>().name("jobs").build(&tenant.with(Pool { pool }))
    /// }
    ///
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let tenant = Group::new(&meter).with(Tenant { tenant: "acme" });
    /// jobs(&tenant, 7).inc(); // tenant=acme, pool=7
    /// ```
    ///
    /// A key that the group already has does not compile:
    ///
    /// ```compile_fail
    /// # use meterstick::{Group, prelude::*};
    /// # #[derive(Clone, Copy, Attributes)]
    /// # struct Tenant<'a> { tenant: &'a str }
    /// # let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();
    /// # let meter = opentelemetry::metrics::MeterProvider::meter(&provider, "doc");
    /// let acme = Tenant { tenant: "acme" };
    /// let _ = Group::new(&meter).with(acme).with(acme);
    /// ```
    #[must_use]
    pub fn with<B: Attributes>(&self, attributes: B) -> GroupOf<(A, B::With<'static>)> {
        const { assert_apart::<A, B>() };
        let attributes = [&*self.attributes, &as_given(&attributes)].concat();
        GroupOf { group: self.group.clone(), attributes: attributes.into(), set: PhantomData }
    }

    /// Returns the group without these attributes.
    #[must_use]
    pub fn group(&self) -> &Group {
        &self.group
    }
}

macro_rules! build_on {
    ($($group:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<A: Attributes> BuildOn for $group {
            type Common = A;

            fn meter(&self) -> &Meter {
                &self.group.meter
            }

            fn common(&self) -> &[KeyValue] {
                &self.attributes
            }
        }
    )*};
}

build_on!(GroupOf<A>, &GroupOf<A>, Arc<GroupOf<A>>);

impl<A> Clone for GroupOf<A> {
    fn clone(&self) -> Self {
        Self { group: self.group.clone(), attributes: Arc::clone(&self.attributes), set: PhantomData }
    }
}

impl<A> fmt::Debug for GroupOf<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("GroupOf").field(&self.attributes).finish()
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
