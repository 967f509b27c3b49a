//! What Prometheus' own tool says of the files, and of their unit tests.

use std::path::Path;
use std::process::Command;

use meterstick::catalog::{RustExporter, Translation};
use meterstick::unit::{Bytes, Millis, Minutes, Percent, Seconds};
use meterstick_catalog::promql::{Names, query};
use meterstick_catalog::rules::{self, Alert, Rules, Severity, UnitTests};
use meterstick_catalog::slo::Slo;

use super::declared::{NATIVE, SENT};
use super::{rules::of_every_kind as rules_of_every_kind, slo::of_every_kind as slos_of_every_kind};

fn promtool(directory: &Path, arguments: &[&str]) -> String {
    let tool = std::env::var_os("PROMTOOL").unwrap_or("promtool".into());
    let output = Command::new(&tool).args(arguments).current_dir(directory).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}; PROMTOOL says where it is", tool.display()));
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "promtool {}:\n{text}", arguments.join(" "));
    text.into_owned()
}

/// That promtool takes rules and objectives of every kind by these names, and their unit tests pass.
fn passes(name: &str, names: &Names, groups: &[(&str, Rules)], slos: &[Slo]) {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("promtool").join(name);
    std::fs::create_dir_all(&directory).unwrap();
    let tested = |name: &str, rules: String, tests: UnitTests| {
        assert_eq!(tests.untested, <[String; 0]>::default());
        let (file, test) = (format!("{name}.yaml"), format!("{name}_tests.yaml"));
        std::fs::write(directory.join(&file), rules).unwrap();
        std::fs::write(directory.join(&test), tests.yaml).unwrap();
        promtool(&directory, &["check", "rules", &file]);
        promtool(&directory, &["test", "rules", &test]);
    };
    for (name, rules) in groups {
        tested(name, rules.to_yaml(names).unwrap(), rules.unit_tests(&format!("{name}.yaml"), names).unwrap());
    }
    for (at, slo) in slos.iter().enumerate() {
        let (name, rules) = (format!("slo{at}"), rules::to_yaml(&slo.rules().unwrap(), names).unwrap());
        tested(&name, rules, slo.unit_tests(&format!("{name}.yaml"), names).unwrap());
    }
    // All objectives are one file as well.
    let groups: Vec<Rules> = slos.iter().flat_map(|slo| slo.rules().unwrap()).collect();
    std::fs::write(directory.join("slos.yaml"), rules::to_yaml(&groups, names).unwrap()).unwrap();
    promtool(&directory, &["check", "rules", "slos.yaml"]);
}

#[test]
#[ignore = "needs Prometheus' promtool: examples/shop/check runs it"]
fn promtool_takes_the_rules_and_their_tests_pass() {
    for (name, names) in [
        ("with-suffixes", Names::default()),
        ("without-suffixes", Names::new(Translation::UnderscoreEscapingWithoutSuffixes)),
        ("rust-exporter", Names::new(RustExporter::new())),
    ] {
        passes(name, &names, &[("any", rules_of_every_kind())], &slos_of_every_kind());
    }
}

/// Also those with exponential buckets, which are native in any case, and names as they are, in quotes.
#[test]
#[ignore = "needs promtool of Prometheus 3: before, it has no notation for native histograms with custom buckets"]
fn native_histograms_have_unit_tests_that_pass() {
    let groups =
        [("any", rules_of_every_kind()), ("exponential", of_exponential_buckets()), ("short", of_a_short_window())];
    let exponential = Slo::latency("exponential", query(&NATIVE), Millis(500)).objective(Percent(99));
    let slos: Vec<_> = slos_of_every_kind().into_iter().chain([exponential]).collect();
    for (name, names) in [
        ("native", Names::default().native_histograms()),
        ("utf8", Names::new(Translation::NoTranslation)),
        ("native-utf8", Names::new(Translation::NoUtf8EscapingWithSuffixes).native_histograms()),
    ] {
        passes(name, &names, &groups, &slos);
    }
}

/// An alert with a window of less than a second.
fn of_a_short_window() -> Rules {
    let mut rules = Rules::new("short");
    let rate = query(&SENT).rate(Millis(500)).above(Bytes(10).per(Seconds(1)));
    rules.alert(Alert::new("Short", rate, Severity::Ticket));
    rules
}

/// Whatever a histogram is asked, of one with exponential buckets.
fn of_exponential_buckets() -> Rules {
    let mut rules = Rules::new("exponential");
    let mut alert = |name: &str, condition| {
        rules.alert(Alert::new(name, condition, Severity::Ticket));
    };
    alert("Slow", query(&NATIVE).quantile(0.99, Minutes(5)).above(Millis(500)));
    alert("Fast", query(&NATIVE).quantile(0.5, Minutes(5)).below(Millis(500)));
    alert("Mean", query(&NATIVE).mean(Minutes(5)).above(Millis(250)));
    alert("FewWithin", query(&NATIVE).fraction_within(Millis(300), Minutes(5)).below(Percent(90)));
    alert("Few", query(&NATIVE).count().increase(Minutes(5)).below(10));
    alert("Much", query(&NATIVE).total().increase(Minutes(5)).above(Minutes(2)));
    alert("MuchWithin", query(&NATIVE).within(Millis(300)).increase(Minutes(5)).above(10));
    rules
}
