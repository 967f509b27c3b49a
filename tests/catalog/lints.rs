//! Each lint, with a metric that it finds and one that it leaves alone.

use meterstick::InstrumentKind::{self, Counter, Gauge, Histogram, ObservableCounter, UpDownCounter};
use meterstick::catalog::{Catalog, Lint};
use meterstick::{Descriptor, Field, Form, ValueType};

use crate::samples::{descriptor, kept};

fn metric(kind: InstrumentKind, name: &'static str, unit: &'static str) -> Descriptor {
    let mut metric = descriptor(kind);
    (metric.name, metric.unit, metric.description) = (name, unit, "What it measures.");
    metric
}

fn but(mut metric: Descriptor, change: impl FnOnce(&mut Descriptor)) -> Descriptor {
    change(&mut metric);
    metric
}

fn described(description: &'static str) -> Descriptor {
    but(metric(Gauge, "shop.load", "1"), |metric| metric.description = description)
}

fn with_keys(mut metric: Descriptor, keys: &[&'static str]) -> Descriptor {
    let field = |key: &&'static str| Field::new(key, ValueType::Bool).required(true).open(false);
    metric.attributes = kept(keys.iter().map(field).collect());
    metric
}

fn found(metrics: &[Descriptor]) -> Vec<Lint> {
    let report = Catalog::new(kept(metrics.into())).lint();
    report.findings().iter().map(|finding| finding.lint).collect()
}

/// What a lint finds, and what it leaves alone.
fn cases(lint: Lint) -> (Vec<Vec<Descriptor>>, Vec<Vec<Descriptor>>) {
    let one = |metric: Descriptor| vec![metric];
    let gauge = |name| one(metric(Gauge, name, "1"));
    let keys = |keys: &[&'static str]| one(with_keys(metric(Gauge, "shop.load", "1"), keys));
    match lint {
        Lint::UpperCase => {
            (vec![gauge("shop.Load"), keys(&["Shop.id"])], vec![gauge("shop.load2"), keys(&["shop.id"])])
        }
        Lint::NoNamespace => (vec![gauge("load")], vec![gauge("shop.load")]),
        Lint::NotSnakeCase => (
            vec![gauge("shop.cart-load"), gauge("shop/load.x"), keys(&["shop.cart-id"])],
            vec![gauge("shop.cart_load")],
        ),
        Lint::Delimiters => (
            vec![gauge("shop..load"), gauge("shop.load_"), gauge("shop._load"), gauge("shop.a__b"), keys(&["shop."])],
            vec![gauge("shop.a_b.c_d")],
        ),
        Lint::KeyIsNamespace => (vec![keys(&["shop", "shop.id"])], vec![keys(&["shop.id", "shop.ids"])]),
        Lint::NameIsNamespace => (
            vec![
                vec![metric(Gauge, "shop.cache", "{x}"), metric(Gauge, "shop.cache.size", "{x}")],
                vec![metric(Gauge, "shop.Cache", "{x}"), metric(Gauge, "shop.cache.hit.time", "{x}")],
            ],
            vec![
                vec![metric(Gauge, "shop.cache", "{x}"), metric(Gauge, "shop.caches.size", "{x}")],
                vec![metric(Gauge, "shop.cache", "{x}"), metric(Gauge, "shop.cache_size", "{x}")],
            ],
        ),
        Lint::PrometheusRatio => (
            vec![
                one(but(metric(Gauge, "shop.load", "1"), |metric| metric.form = Form::Integer)),
                one(metric(UpDownCounter, "shop.load", "1")),
            ],
            vec![
                gauge("shop.load"),
                one(metric(UpDownCounter, "shop.load", "{x}")),
                one(metric(UpDownCounter, "shop.retry.ratio", "1")),
            ],
        ),
        Lint::PrometheusRepeats => (
            vec![
                gauge("shop.retry.ratio"),
                one(metric(Counter, "shop_sent_bytes", "By")),
                one(metric(Counter, "shop_orders_total", "{order}")),
            ],
            vec![gauge("shop.retry"), one(metric(Counter, "shop.sent", "By"))],
        ),
        Lint::PrometheusLabel => (
            vec![keys(&["le"]), keys(&["job"]), keys(&["otel.scope.name"]), keys(&["__name__"])],
            vec![keys(&["shop.le"]), keys(&["shop.job"])],
        ),
        Lint::PrometheusTaken => (
            vec![
                one(metric(Gauge, "target.info", "{x}")),
                one(metric(Gauge, "up", "{x}")),
                one(metric(Histogram, "up", "{x}")),
                one(metric(Counter, "process.cpu", "s")),
            ],
            vec![one(metric(Gauge, "shop.up", "{x}")), one(metric(Counter, "process.cpu.time", "s"))],
        ),
        Lint::PrometheusClash => (
            vec![
                vec![metric(Gauge, "shop.load-x", "1"), metric(Gauge, "shop.load_x", "1")],
                vec![metric(Histogram, "shop.load-x", "{x}"), metric(Gauge, "shop.load_x", "{x}")],
                vec![
                    metric(Gauge, "shop.size_bytes", "1"),
                    metric(Histogram, "shop.size", "{x}"),
                    metric(UpDownCounter, "shop.size_count", "{x}"),
                ],
                keys(&["shop.id", "shop_id"]),
            ],
            vec![vec![metric(Gauge, "shop.load_x", "1"), metric(Gauge, "shop.load_y", "1")]],
        ),
        Lint::UnitInName => (
            vec![one(metric(Histogram, "shop.wait_seconds", "s")), one(metric(Counter, "shop.bytes", "By"))],
            vec![one(metric(Histogram, "shop.wait", "s")), one(metric(Counter, "shop.byte_order", "{x}"))],
        ),
        Lint::TotalInName => (
            vec![
                one(metric(Counter, "shop.orders_total", "{order}")),
                one(metric(ObservableCounter, "shop.total", "{x}")),
            ],
            vec![gauge("shop.total"), one(metric(Counter, "shop.total_order", "{order}"))],
        ),
        Lint::PluralUpDownCounter => (
            vec![
                one(metric(UpDownCounter, "shop.carts", "{cart}")),
                one(metric(UpDownCounter, "shop.doohickeys", "{doohickey}")),
            ],
            vec![one(metric(UpDownCounter, "shop.cart.count", "{cart}")), one(metric(Counter, "shop.carts", "{cart}"))],
        ),
        Lint::PluralName => (
            vec![one(metric(Gauge, "shop.temperatures", "Cel")), one(metric(Counter, "shop.reads", "By"))],
            vec![
                one(metric(Counter, "shop.reads", "{read}")),
                one(metric(Gauge, "shop.status", "1")),
                one(metric(Gauge, "shop.process", "1")),
                one(metric(Gauge, "shop.cors", "1")),
            ],
        ),
        Lint::PluralNamespace => (
            vec![gauge("shop.carts.load")],
            ["dns", "kubernetes", "nats", "jenkins", "macos", "cors", "canvas", "v8js"]
                .map(|name| gauge(kept(format!("{name}.load").into_boxed_str())))
                .into(),
        ),
        Lint::UtilizationUnit => (
            vec![one(metric(Gauge, "shop.utilization", "%")), one(metric(Gauge, "shop_utilization", "%"))],
            vec![gauge("shop.utilization")],
        ),
        Lint::UsageAndLimitUnits => (
            vec![
                vec![metric(UpDownCounter, "shop.usage", "By"), metric(UpDownCounter, "shop.limit", "{x}")],
                vec![metric(UpDownCounter, "shop_usage", "By"), metric(UpDownCounter, "shop_limit", "{x}")],
            ],
            vec![
                vec![metric(UpDownCounter, "shop.usage", "By"), metric(UpDownCounter, "shop.limit", "By")],
                vec![metric(UpDownCounter, "shop.usage", "By"), metric(UpDownCounter, "disk.limit", "{x}")],
            ],
        ),
        Lint::IoDirection => {
            let open = but(metric(Counter, "disk.io", "By"), |metric| metric.cardinality = None);
            (
                vec![
                    one(metric(Counter, "disk.io", "By")),
                    one(metric(Counter, "disk_io", "By")),
                    one(with_keys(metric(Counter, "disk.io", "By"), &["disk.id"])),
                ],
                vec![one(with_keys(metric(Counter, "disk.io", "By"), &["disk.io.direction"])), one(open)],
            )
        }
        Lint::DurationKind => (
            vec![one(metric(Gauge, "shop.duration", "s")), one(metric(Gauge, "shop_wait_duration", "s"))],
            vec![one(metric(Histogram, "shop.duration", "s"))],
        ),
        Lint::TimeKind => (
            vec![one(metric(Gauge, "shop.time", "s")), one(metric(Gauge, "shop_wait_time", "s"))],
            vec![one(metric(Counter, "shop.time", "s")), one(metric(Gauge, "shop.uptime", "s"))],
        ),
        Lint::DurationUnit => (
            vec![one(metric(Histogram, "shop.wait", "ms")), one(metric(Histogram, "shop.wait", "min"))],
            vec![one(metric(Histogram, "shop.wait", "s")), one(metric(Gauge, "shop.rate", "{order}/h"))],
        ),
        Lint::PrefixedUnit => (
            ["MiBy", "kBy", "kW", "kW.h", "km/h", "MBy/s", "{of}kBy"]
                .map(|unit| one(metric(Gauge, "shop.load", unit)))
                .into(),
            ["By", "m", "Cel", "{Mibit}", "{per/kBy/s}", "{a.kBy}/s", "%", "[degF]", "cd", "By/s", "W.h"]
                .map(|unit| one(metric(Gauge, "shop.load", unit)))
                .into(),
        ),
        Lint::CountUnit => (
            vec![
                one(metric(Counter, "shop.orders", "1")),
                one(metric(Counter, "shop.orders", "")),
                one(metric(UpDownCounter, "shop.cart.count", "")),
                one(metric(Histogram, "shop.cart.items", "")),
            ],
            vec![
                one(metric(Gauge, "shop.open", "")),
                one(metric(UpDownCounter, "shop.info", "")),
                one(metric(Counter, "shop.orders", "{order}")),
                one(but(metric(Counter, "shop.share", "1"), |metric| metric.form = Form::Float)),
            ],
        ),
        Lint::PluralAnnotation => (
            vec![
                one(metric(Counter, "shop.orders", "{orders}")),
                one(metric(Gauge, "shop.failed", "{error}/{orders}")),
            ],
            vec![one(metric(Counter, "shop.orders", "{order}")), one(metric(Counter, "shop.changes", "{status}"))],
        ),
        Lint::AnnotatedOne => (
            vec![
                one(metric(Counter, "shop.orders", "1{order}")),
                one(metric(Gauge, "shop.failed", "{error}/1{order}")),
            ],
            vec![
                one(metric(Counter, "shop.orders", "{order}")),
                one(metric(Gauge, "shop.area", "m2{floor}/s-1{order}")),
            ],
        ),
        Lint::Reserved => {
            (vec![gauge("otel.load"), keys(&["otel.id"])], vec![gauge("otelier.load"), keys(&["shop.otel.id"])])
        }
        Lint::NoDescription => (vec![one(described("")), one(described(" "))], vec![one(described("It."))]),
        Lint::DescriptionEnd => (vec![one(described("It"))], vec![one(described("It.")), one(described(""))]),
        other => panic!("{other} has no case"),
    }
}

#[test]
fn each_lint_finds_what_it_is_for_and_nothing_else() {
    let elsewhere = [Lint::NeedlessAllowance, Lint::NearMiss];
    for lint in Lint::ALL.iter().copied().filter(|lint| !elsewhere.contains(lint)) {
        let (violating, fine) = cases(lint);
        assert!(!violating.is_empty() && !fine.is_empty());
        for metrics in violating {
            assert!(found(&metrics).contains(&lint), "{lint} does not find {:?}", metrics[0].name);
        }
        for metrics in fine {
            assert!(!found(&metrics).contains(&lint), "{lint} finds {:?} in {}", metrics[0].name, metrics[0].unit);
        }
    }
}

#[test]
fn a_message_names_the_metric_the_rule_the_section_and_the_fix() {
    let wait = but(metric(Histogram, "shop.wait_seconds", "ms"), |metric| metric.description = "");
    let report = Catalog::new(kept(Box::new([with_keys(wait, &["Shop.id"])]))).lint();
    let lines = [
        "`shop.wait_seconds`, attribute `Shop.id`: a name is lowercase (upper_case; Semantic conventions, naming: \
         general): write `shop.id`",
        "`shop.wait_seconds`: no unit is in the name (unit_in_name; Semantic conventions, metrics: units): remove \
         `seconds`: the unit is `ms` already",
        "`shop.wait_seconds`: durations are in seconds (duration_unit; Semantic conventions, metrics: units): declare it \
         with `.unit::<Seconds>()`: other units of time convert to it",
        "`shop.wait_seconds`: a metric has a description (no_description; Registry check: briefs): say what it measures \
         with `.description(\"..\")`",
    ];
    assert_eq!(report.to_string().lines().collect::<Vec<_>>(), lines);
}

#[test]
fn a_name_in_the_singular_keeps_its_namespace() {
    let fixes = |metric: Descriptor| {
        let report = Catalog::new(kept(Box::new([metric]))).lint();
        report.findings().iter().map(|finding| finding.fix.clone()).collect::<Vec<_>>()
    };
    let number = "name it for what it is the number of: `shop.order.count`";
    for kind in [UpDownCounter, InstrumentKind::ObservableUpDownCounter] {
        assert_eq!(fixes(metric(kind, "shop.orders", "{order}")), [number]);
        assert!(fixes(metric(kind, "shop.order.count", "{order}")).is_empty());
    }
    assert_eq!(
        fixes(metric(UpDownCounter, "shop.cart.open_orders", "{order}")),
        ["name it for what it is the number of: `shop.cart.open_order.count`"]
    );
    let read = "write `shop.disk_read`, or count with the unit `{disk_read}`";
    assert_eq!(fixes(metric(Counter, "shop.disk_reads", "By")), [read]);
}

#[test]
fn a_lint_is_switched_off_for_one_metric_or_for_all() {
    let metrics = [metric(Gauge, "one", "1"), metric(Gauge, "two", "1")];
    let catalog = Catalog::new(kept(Box::new(metrics)));
    let left = catalog.lint().allow(Lint::NoNamespace, "one");
    let names = |finding: &meterstick::catalog::Finding| (finding.metric, finding.others.clone());
    assert_eq!(left.findings().iter().map(names).collect::<Vec<_>>(), [("two", vec![])]);
    left.allow(Lint::NoNamespace, "two").assert_clean();
    catalog.lint().allow_everywhere(Lint::NoNamespace).assert_clean();

    // What is no longer there need not be allowed.
    let report = catalog.lint().allow_everywhere(Lint::NoNamespace).allow(Lint::UpperCase, "one");
    assert_eq!(report.findings()[0].lint, Lint::NeedlessAllowance);
    assert!(report.to_string().contains("remove `.allow(Lint::UpperCase, \"one\")`"));
}

#[test]
#[should_panic(expected = "the catalogue breaks conventions:\n`one`: a name is in a namespace (no_namespace;")]
fn a_test_ends_with_all_that_was_found() {
    Catalog::new(kept(Box::new([metric(Gauge, "one", "1")]))).lint().assert_clean();
}

#[test]
fn names_in_the_style_of_another_system_are_one_finding() {
    let names: Vec<_> = (0..77).map(|n| kept(format!("quickwit_{n:02}_queries").into_boxed_str())).collect();
    let metrics: Vec<_> = names.iter().map(|name| metric(Counter, name, "{query}")).collect();
    let catalog = Catalog::new(kept(metrics.into_boxed_slice()));
    let report = catalog.lint();
    assert_eq!(report.findings().len(), 1, "{report}");
    assert_eq!(report.findings()[0].others.len(), 76);
    assert_eq!(
        report.to_string(),
        "`quickwit_00_queries`, `quickwit_01_queries`, `quickwit_02_queries` and 74 others: a name is in a namespace \
         (no_namespace; Semantic conventions, naming: general): say what they belong to, as in `<application>.<name>`; \
         where the names have to stay, `.allow_everywhere(Lint::NoNamespace)`\n"
    );
    // One after the other.
    names.iter().fold(report, |report, name| report.allow(Lint::NoNamespace, name)).assert_clean();
    let allowed = catalog.lint().allow(Lint::NoNamespace, names[3]);
    assert_eq!((allowed.findings().len(), allowed.findings()[0].others.len()), (1, 75), "{allowed}");
    let needless = allowed.allow(Lint::NoNamespace, names[3]);
    assert_eq!(needless.findings().last().map(|finding| finding.lint), Some(Lint::NeedlessAllowance));
}

#[test]
fn of_a_finding_about_several_names_the_conventions_answer_for_theirs() {
    let names = ["alpha", "beta", "gamma"];
    let catalog = Catalog::new(kept(names.map(|name| metric(Gauge, name, "{x}")).to_vec().into_boxed_slice()));
    let left = |names: &[&'static str]| -> Vec<_> {
        let report = catalog.lint().conventions(names.iter().copied());
        let of = |finding: &meterstick::catalog::Finding| [&[finding.metric], &finding.others[..]].concat();
        report.findings().iter().filter(|finding| finding.lint == Lint::NoNamespace).flat_map(of).collect()
    };
    assert_eq!(left(&[]), names);
    assert_eq!(left(&["alpha"]), ["beta", "gamma"]);
    assert_eq!(left(&["beta"]), ["alpha", "gamma"]);
    assert_eq!(left(&["gamma", "alpha"]), ["beta"]);
    assert!(left(&names).is_empty());
}

#[test]
fn a_namespace_that_is_a_name_is_allowed_by_name() {
    let metrics = [
        metric(Gauge, "cache.hit.time", "{x}"),
        metric(Counter, "cache.hit.time.count", "{x}"),
        metric(Counter, "cache.hit.time.sum", "{x}"),
    ];
    let report = Catalog::new(kept(Box::new(metrics))).lint().allow_everywhere(Lint::TimeKind);
    let lines: Vec<_> = report.findings().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "`cache.hit.time`: a metric's name is not another's namespace (name_is_namespace; Semantic conventions, naming: \
          general): rename it: it is the namespace of `cache.hit.time.count`"
        ]
    );
    report.allow(Lint::NameIsNamespace, "cache.hit.time").assert_clean();
}

#[test]
fn names_in_prometheus_are_predicted() {
    let fix = |metric: Descriptor| {
        let report = Catalog::new(kept(Box::new([metric]))).lint();
        let [finding] = report.findings() else { panic!("{report}") };
        finding.fix.clone()
    };
    let gauge = but(metric(Gauge, "shop.load", "1"), |metric| metric.form = Form::Integer);
    assert_eq!(
        fix(gauge),
        "Prometheus calls it `shop_load_ratio` (UnderscoreEscapingWithSuffixes, opentelemetry-prometheus): declare what it counts as its unit, \
         or `NoUnit` for a state or a code"
    );
    let retries = metric(Gauge, "retry.ratio", "1");
    assert_eq!(
        fix(retries),
        "Prometheus calls it `retry_ratio_ratio` (opentelemetry-prometheus): remove the suffix from the name, or switch it off in \
         the exporter"
    );
    assert_eq!(
        fix(with_keys(metric(Gauge, "shop.load", "{x}"), &["le"])),
        "rename it: the label `le` belongs to the buckets of a histogram, the quantiles of a summary"
    );
}

#[test]
fn a_strategy_is_one_that_is_in_use() {
    use meterstick::catalog::{RustExporter, Strategy, Translation};

    let metrics =
        [metric(Gauge, "retry.ratio", "1"), metric(Gauge, "retry_load.x", "{x}"), metric(Gauge, "retry.load-x", "{x}")];
    let catalog = Catalog::new(kept(Box::new(metrics)));
    let lints = |strategies: &[Strategy]| -> Vec<_> {
        let report = catalog.lint_for(strategies.iter().copied()).allow_everywhere(Lint::NotSnakeCase);
        report.findings().iter().map(|finding| (finding.lint, finding.metric)).collect()
    };
    let clash = (Lint::PrometheusClash, "retry_load.x");
    assert_eq!(lints(&[]), []);
    assert_eq!(lints(&[Translation::NoTranslation.into()]), []);
    assert_eq!(lints(&[Translation::default().into()]), [clash]);
    assert_eq!(lints(&[RustExporter::new().into()]), [(Lint::PrometheusRepeats, "retry.ratio"), clash]);
    assert_eq!(lints(&[RustExporter::new().without_units().into()]), [clash]);
    // What two strategies bring up is found once.
    assert_eq!(lints(&[Translation::default().into(), RustExporter::new().without_units().into()]), [clash]);
}

#[test]
fn a_near_miss_of_a_conventions_name_is_found() {
    const NAMES: [&str; 4] =
        ["http.server.request.body.size", "http.server.request.duration", "otel.sdk.span.live", "hw.errors"];
    let near = |name: &'static str| {
        let metric = metric(Gauge, name, "{x}");
        let report = Catalog::new(kept(Box::new([metric]))).lint_for::<meterstick::catalog::Strategy>([]);
        let report = report.conventions(NAMES);
        report.findings().iter().find(|finding| finding.lint == Lint::NearMiss).map(|finding| finding.fix.clone())
    };
    for (name, meant) in [
        ("http.server.request.body_size", 0),
        ("http.server.request_body.size", 0),
        ("http_server_request_body_size", 0),
        ("http_server_request_body_size_bytes", 0),
        ("http.server.requests.duration", 1),
        ("http.server.reqeust.duration", 1),
        ("http_server_request_duration_seconds", 1),
        ("HTTP.Server.Request.Duration", 1),
        ("hw.error", 3),
    ] {
        let expected = format!("write `{}`, or name it differently", NAMES[meant]);
        assert_eq!(near(name), if name == "hw.error" { None } else { Some(expected) }, "{name}");
    }
    for name in ["http.server.request.body.size", "http.client.request.duration", "shop.request.duration"] {
        assert_eq!(near(name), None, "{name}");
    }
}

#[test]
fn a_name_of_the_conventions_is_not_the_users_to_change() {
    let live = metric(UpDownCounter, "otel.sdk.span.live", "{span}");
    let own = metric(UpDownCounter, "otel.shop.live", "{span}");
    let catalog = Catalog::new(kept(Box::new([live, own])));
    let report = catalog.lint().conventions(["otel.sdk.span.live"]);
    let found: Vec<_> = report.findings().iter().map(|finding| (finding.lint, finding.metric)).collect();
    assert_eq!(found, [(Lint::Reserved, "otel.shop.live")]);
    // What it is declared as, is.
    let late = metric(Histogram, "http.server.request.duration", "ms");
    let report = Catalog::new(kept(Box::new([late]))).lint().conventions(["http.server.request.duration"]);
    assert_eq!(report.findings()[0].lint, Lint::DurationUnit);
    // So are its attributes, but for those of OpenTelemetry's own metrics.
    let keyed = with_keys(metric(Histogram, "http.server.request.duration", "s"), &["Shop-Id", "otel.shop"]);
    let own = with_keys(metric(UpDownCounter, "otel.sdk.span.live", "{span}"), &["otel.span.sampling_result"]);
    let catalog = Catalog::new(kept(Box::new([keyed, own])));
    let report = catalog.lint().conventions(["http.server.request.duration", "otel.sdk.span.live"]);
    let found: Vec<_> = report.findings().iter().map(|finding| (finding.lint, finding.attribute.unwrap())).collect();
    assert_eq!(
        found,
        [(Lint::UpperCase, "Shop-Id"), (Lint::NotSnakeCase, "Shop-Id"), (Lint::Reserved, "otel.shop")],
        "{report}"
    );
}
