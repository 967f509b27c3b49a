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
    let field = |key: &&'static str| Field { key, ty: ValueType::Bool, required: true, members: &[] };
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
        Lint::PrometheusClash => (
            vec![
                vec![metric(Gauge, "shop.load-x", "1"), metric(Gauge, "shop.load_x", "1")],
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
            vec![one(metric(UpDownCounter, "shop.carts", "{cart}"))],
            vec![one(metric(UpDownCounter, "shop.cart.count", "{cart}")), one(metric(Counter, "shop.carts", "{cart}"))],
        ),
        Lint::PluralName => (
            vec![one(metric(Gauge, "shop.temperatures", "Cel")), one(metric(Counter, "shop.reads", "By"))],
            vec![
                one(metric(Counter, "shop.reads", "{read}")),
                one(metric(Gauge, "shop.status", "1")),
                one(metric(Gauge, "shop.process", "1")),
            ],
        ),
        Lint::PluralNamespace => (vec![gauge("shop.carts.load")], vec![gauge("dns.kubernetes.load")]),
        Lint::UtilizationUnit => (vec![one(metric(Gauge, "shop.utilization", "%"))], vec![gauge("shop.utilization")]),
        Lint::UsageAndLimitUnits => (
            vec![vec![metric(UpDownCounter, "shop.usage", "By"), metric(UpDownCounter, "shop.limit", "{x}")]],
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
                    one(with_keys(metric(Counter, "disk.io", "By"), &["disk.id"])),
                ],
                vec![one(with_keys(metric(Counter, "disk.io", "By"), &["disk.io.direction"])), one(open)],
            )
        }
        Lint::DurationKind => {
            (vec![one(metric(Gauge, "shop.duration", "s"))], vec![one(metric(Histogram, "shop.duration", "s"))])
        }
        Lint::TimeKind => (
            vec![one(metric(Gauge, "shop.time", "s"))],
            vec![one(metric(Counter, "shop.time", "s")), one(metric(Gauge, "shop.uptime", "s"))],
        ),
        Lint::DurationUnit => (
            vec![one(metric(Histogram, "shop.wait", "ms")), one(metric(Histogram, "shop.wait", "min"))],
            vec![one(metric(Histogram, "shop.wait", "s")), one(metric(Gauge, "shop.rate", "{order}/h"))],
        ),
        Lint::PrefixedUnit => (
            ["MiBy", "kBy", "kW", "kW.h", "km/h", "MBy/s"].map(|unit| one(metric(Gauge, "shop.load", unit))).into(),
            ["By", "m", "Cel", "{Mibit}", "%", "[degF]", "cd", "By/s", "W.h"]
                .map(|unit| one(metric(Gauge, "shop.load", unit)))
                .into(),
        ),
        Lint::CountUnit => (
            vec![one(metric(Counter, "shop.orders", "1"))],
            vec![
                one(metric(Counter, "shop.orders", "{order}")),
                one(but(metric(Counter, "shop.share", "1"), |metric| metric.form = Form::Float)),
            ],
        ),
        Lint::PluralAnnotation => (
            vec![one(metric(Counter, "shop.orders", "{orders}"))],
            vec![one(metric(Counter, "shop.orders", "{order}"))],
        ),
        Lint::AnnotatedOne => (
            vec![one(metric(Counter, "shop.orders", "1{order}"))],
            vec![one(metric(Counter, "shop.orders", "{order}"))],
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
    for lint in Lint::ALL.iter().copied().filter(|lint| *lint != Lint::NeedlessAllowance) {
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
        "`shop.wait_seconds`: a name is in the plural only if its unit is an annotation (plural_name; Semantic \
         conventions, metrics: pluralization): write `wait_second`, or count: `{wait_second}`",
        "`shop.wait_seconds`: durations are in seconds (duration_unit; Semantic conventions, metrics: units): declare it \
         with `.unit::<Seconds>()`: times convert to it",
        "`shop.wait_seconds`: a metric has a description (no_description; Registry check: briefs): say what it measures \
         with `.description(\"..\")`",
    ];
    assert_eq!(report.to_string().lines().collect::<Vec<_>>(), lines);
}

#[test]
fn a_lint_is_switched_off_for_one_metric_or_for_all() {
    let metrics = [metric(Gauge, "one", "1"), metric(Gauge, "two", "1")];
    let catalog = Catalog::new(kept(Box::new(metrics)));
    let left = catalog.lint().allow(Lint::NoNamespace, "one");
    assert_eq!(left.findings().iter().map(|finding| finding.metric).collect::<Vec<_>>(), ["two"]);
    left.allow(Lint::NoNamespace, "two").assert_clean();
    catalog.lint().allow_everywhere(Lint::NoNamespace).assert_clean();

    // What is no longer there need not be allowed.
    let report = catalog.lint().allow_everywhere(Lint::NoNamespace).allow(Lint::UpperCase, "one");
    assert_eq!(report.findings()[0].lint, Lint::NeedlessAllowance);
    assert!(report.to_string().contains("remove `.allow(Lint::UpperCase, \"one\")`"));
}

#[test]
#[should_panic(expected = "the catalogue goes against conventions:\n`one`: a name is in a namespace (no_namespace;")]
fn a_test_ends_with_all_that_was_found() {
    Catalog::new(kept(Box::new([metric(Gauge, "one", "1")]))).lint().assert_clean();
}
