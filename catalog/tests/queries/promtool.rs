//! What Prometheus' own tool says of the files, and of their unit tests.

use std::path::Path;
use std::process::Command;

use meterstick_catalog::promql::Names;
use meterstick_catalog::rules::{self, Rules};

use super::{rules::of_every_kind as rules_of_every_kind, slo::of_every_kind as slos_of_every_kind};

fn promtool(directory: &Path, arguments: &[&str]) -> String {
    let tool = std::env::var_os("PROMTOOL").unwrap_or("promtool".into());
    let output = Command::new(&tool).args(arguments).current_dir(directory).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}; PROMTOOL says where it is", tool.display()));
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "promtool {}:\n{text}", arguments.join(" "));
    text.into_owned()
}

#[test]
#[ignore = "needs Prometheus' promtool: examples/shop/check runs it"]
fn promtool_takes_the_rules_and_their_tests_pass() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("promtool");
    std::fs::create_dir_all(&directory).unwrap();
    let write = |name: &str, text: &str| std::fs::write(directory.join(name), text).unwrap();
    let names = Names::default();

    let rules = rules_of_every_kind();
    let tests = rules.unit_tests("rules.yaml", &names).unwrap();
    assert_eq!(tests.untested, <[String; 0]>::default());
    write("rules.yaml", &rules.to_yaml(&names).unwrap());
    write("tests.yaml", &tests.yaml);
    promtool(&directory, &["check", "rules", "rules.yaml"]);
    promtool(&directory, &["test", "rules", "tests.yaml"]);

    let slos = slos_of_every_kind();
    let groups: Vec<Rules> = slos.iter().flat_map(|slo| slo.rules().unwrap()).collect();
    write("slos.yaml", &rules::to_yaml(&groups, &names).unwrap());
    promtool(&directory, &["check", "rules", "slos.yaml"]);
    write("native.yaml", &rules::to_yaml(&groups, &names.native_histograms()).unwrap());
    promtool(&directory, &["check", "rules", "native.yaml"]);
    for (at, slo) in slos.iter().enumerate() {
        let (rules, file) = (format!("slo{at}.yaml"), format!("slo{at}_tests.yaml"));
        let tests = slo.unit_tests(&rules, &names).unwrap();
        assert_eq!(tests.untested, <[String; 0]>::default());
        write(&rules, &rules::to_yaml(&slo.rules().unwrap(), &names).unwrap());
        write(&file, &tests.yaml);
        promtool(&directory, &["test", "rules", &file]);
    }
}
