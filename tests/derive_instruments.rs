//! Components: structs that declare their instruments.

use std::collections::BTreeMap;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, KiBytes, Millis, Seconds};
use meterstick::{Exponential, InstrumentKind};
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};

mod unit {
    meterstick::unit! {
        /// Jobs.
        pub Jobs = "{job}"
    }
}
use unit::Jobs;

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
}

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    queue: &'a str,
}

/// What is within.
#[derive(Clone, Debug, Instruments)]
#[instruments(prefix = "cache")]
struct Cache {
    /// How much
    /// is in it.
    ///
    /// And more, which is no part of the description.
    size: UpDownCounter<i64, Bytes>,
}

/// An alias is a type as any other.
type Took<A> = Histogram<f64, Seconds, A>;

#[derive(Clone, Debug, Instruments)]
#[instruments(prefix = "pool")]
struct Pool {
    /// Jobs that were done.
    jobs: Counter<u64, Jobs, Done>,
    #[metric(name = "job.duration", description = "How long it took.", boundaries = [Millis(5.0), Millis(100.0)])]
    duration: Took<Of<'static>>,
    #[metric(exponential_at_most = (80, 10), cardinality_at_most = 500)]
    sizes: Histogram<u64, Bytes, Of<'static>>,
    #[metric(exponential)]
    r#type: Histogram<f32, Bytes>,
    #[metric(flatten)]
    cache: Cache,
    #[doc = "The temperature."]
    room: Gauge<f64, Celsius>,
}

fn exported(provider: &SdkMeterProvider, exporter: &InMemoryMetricExporter) -> BTreeMap<String, String> {
    provider.force_flush().unwrap();
    let batches = exporter.get_finished_metrics().unwrap();
    let metrics = batches.last().into_iter().flat_map(|batch| batch.scope_metrics()).flat_map(|scope| scope.metrics());
    metrics.map(|metric| (metric.name().to_owned(), metric.description().to_owned())).collect()
}

fn provider() -> (SdkMeterProvider, InMemoryMetricExporter) {
    let exporter = InMemoryMetricExporter::default();
    (SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build(), exporter)
}

fn use_all(pool: &Pool) {
    let queue = String::from("mail");
    pool.jobs.inc(Done { ok: true });
    pool.duration.timer().stop(Of { queue: &queue });
    pool.sizes.record(KiBytes(1), Of { queue: "mail" });
    pool.r#type.record(Bytes(0.5));
    pool.cache.size.add(Bytes(-5));
    pool.room.record(Celsius(20.0));
}

const NAMES: [&str; 6] = ["pool.jobs", "pool.job.duration", "pool.sizes", "pool.type", "cache.size", "pool.room"];

#[test]
fn a_component_declares_what_its_fields_say() {
    let metrics = Pool::CATALOG.metrics();
    assert_eq!(metrics.iter().map(|metric| metric.name).collect::<Vec<_>>(), NAMES);
    let descriptions: Vec<_> = metrics.iter().map(|metric| metric.description).collect();
    let expected = ["Jobs that were done.", "How long it took.", "", "", "How much is in it.", "The temperature."];
    assert_eq!(descriptions, expected);
    let [jobs, duration, sizes, kinds, ..] = metrics else { panic!("there are six") };
    // The same as a declaration of its own.
    let by_hand = Meter::counter::<u64>().unit::<Jobs>().name("pool.jobs").description("Jobs that were done.");
    assert_eq!(jobs, by_hand.attributes::<Done>().descriptor());
    assert_eq!((jobs.kind, jobs.unit, jobs.cardinality), (InstrumentKind::Counter, "{job}", Some(2)));
    assert_eq!(duration.boundaries, [0.005, 0.1]);
    assert_eq!(sizes.exponential.map(|one| (one.max_size, one.max_scale)), Some((80, 10)));
    assert_eq!(sizes.cardinality_limit, Some(500));
    assert_eq!(kinds.exponential, Some(Exponential::DEFAULT));
    assert_eq!(metrics.len(), 6);
}

#[test]
fn a_component_is_built_on_a_meter() {
    let (provider, exporter) = provider();
    // On whatever refers to a meter.
    let pool = Pool::build(&std::sync::Arc::new(provider.meter("test")));
    use_all(&pool);
    let exported = exported(&provider, &exporter);
    assert!(NAMES.iter().all(|name| exported.contains_key(*name)), "{exported:?}");
    assert_eq!(exported["cache.size"], "How much is in it.");
}

#[test]
fn a_component_is_built_on_a_group() {
    let (provider, exporter) = provider();
    let group = meterstick::Group::new(&provider.meter("test"));
    let pool = Pool::build(&group);
    let mail = Pool::try_build_with_prefix(&group, "mail").unwrap();
    use_all(&pool);
    use_all(&mail);
    drop((pool, mail, group));
    assert_eq!(exported(&provider, &exporter).len(), 2 * NAMES.len());
}

#[test]
fn a_prefix_that_comes_at_run_time_is_checked_before_anything_is_built() {
    let (provider, exporter) = provider();
    let meter = provider.meter("test");
    let mail = Pool::try_build_with_prefix(&meter, "mail").unwrap();
    use_all(&mail);
    let names = exported(&provider, &exporter);
    assert_eq!(names.len(), 6);
    assert!(NAMES.iter().all(|name| names.contains_key(&format!("mail.{name}"))), "{names:?}");
    for wrong in ["", "2nd", "ma il", ".", &"a".repeat(250)] {
        assert!(Pool::try_build_with_prefix(&meter, wrong).is_err(), "{wrong}");
    }
    // The longest of the names decides: 255 characters with the prefix.
    let longest = "a".repeat(255 - ".pool.job.duration".len());
    assert!(Pool::try_build_with_prefix(&meter, &longest).is_ok());
    assert!(Pool::try_build_with_prefix(&meter, &format!("{longest}a")).is_err());
}

#[test]
fn a_component_is_a_static() {
    static POOL: Pool = Pool::global(Scope::new("pools").version("1.0.0"));
    let (provider, exporter) = provider();
    meterstick::set_meter_provider(provider.clone());
    use_all(&POOL);
    assert_eq!(exported(&provider, &exporter).len(), 6);
    assert_eq!(POOL.jobs.scope().map(Scope::name), Some("pools"));
    assert_eq!(POOL.cache.size.scope().map(Scope::name), Some("pools"));
}

/// The names of the generated code meet none of the user's.
#[allow(non_camel_case_types, non_upper_case_globals, dead_code)]
mod hygiene {
    struct Result;
    struct Ok;
    struct Some;
    struct Option;
    struct Descriptor;
    struct Catalog;
    const METRIC_0: u8 = 0;
    const METRICS: u8 = 0;
    const LISTS: u8 = 0;
    const DECLARED: u8 = 0;

    #[derive(meterstick::Instruments)]
    pub struct Scope {
        meter: meterstick::Counter<u64, meterstick::unit::One>,
        prefix: meterstick::Counter<u64, meterstick::unit::One>,
        scope: meterstick::Gauge<i8, meterstick::unit::NoUnit>,
    }

    macro_rules! component {
        ($name:ident, $field:ident: $ty:ty, $text:literal) => {
            #[derive(meterstick::Instruments)]
            pub struct $name {
                #[metric(name = $text, cardinality_at_most = METRICS_AT_MOST)]
                $field: $ty,
            }
        };
    }
    const METRICS_AT_MOST: usize = 7;
    component!(ByMacro, one: meterstick::Counter<u64, meterstick::unit::One>, "of.a.macro");

    #[test]
    fn a_component_has_any_names() {
        use meterstick::Instruments;
        let names: Vec<_> = Scope::CATALOG.metrics().iter().map(|metric| metric.name).collect();
        assert_eq!(names, ["meter", "prefix", "scope"]);
        assert_eq!(ByMacro::CATALOG.metrics()[0].name, "of.a.macro");
        assert_eq!(ByMacro::CATALOG.metrics()[0].cardinality_limit, std::option::Option::Some(7));
    }
}

/// A component whose documentation a macro writes.
macro_rules! documented {
    ($name:ident, $what:literal, $text:expr) => {
        #[derive(Instruments)]
        struct $name {
            #[doc = concat!(" How many ", $what, " there are. ")]
            expression: Counter<u64, Jobs>,
            #[doc = $text]
            #[doc = ""]
            #[doc = concat!("Not of ", "the description.")]
            passed: Counter<u64, Jobs>,
            #[doc(alias = "many")]
            #[doc = $what]
            /// of them.
            literal: Counter<u64, Jobs>,
            #[doc = concat!("Hidden ", "by the option.")]
            /// In the documentation only.
            #[metric(description = "The option.")]
            option: Counter<u64, Jobs>,
        }
    };
}

documented!(Written, "jobs", "Passed.");

#[test]
fn documentation_that_a_macro_writes_is_a_description() {
    let descriptions: Vec<_> = Written::CATALOG.metrics().iter().map(|metric| metric.description).collect();
    assert_eq!(descriptions, ["How many jobs there are.", "Passed.", "jobs of them.", "The option."]);
    let _ = |written: Written| (written.expression, written.passed, written.literal, written.option);
}

#[test]
fn a_prefix_that_is_known_at_run_time_only_is_a_name_without_its_dot() {
    const JOBS: Metric<Counter<u64, Jobs>> = Meter::counter::<u64>().unit::<Jobs>().name("jobs");
    let provider = SdkMeterProvider::default();
    assert_eq!(JOBS.try_prefix("pool").map(|jobs| jobs.descriptor().name), Ok("pool.jobs"));
    for prefix in ["", "pool.", ".pool"] {
        let error = JOBS.try_prefix(prefix).unwrap_err();
        assert_eq!(error.to_string(), "a prefix is a name, to which the dot is added: write `shop`, not `shop.`");
        assert!(Pool::try_build_with_prefix(&provider.meter("prefix"), prefix).is_err());
    }
}
