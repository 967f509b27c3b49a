//! The command, as it is called in continuous integration.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const OLD: &str = r#"{"format": "meterstick.catalog/1", "metrics": [
    {"name": "shop.sent", "kind": "counter", "number": "integer", "unit": "By"}
]}"#;

fn written(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

fn diff(old: &PathBuf, new: &PathBuf) -> Output {
    Command::new(env!("CARGO_BIN_EXE_meterstick-catalog")).arg("diff").args([old, new]).output().unwrap()
}

#[test]
fn it_ends_with_0_if_nothing_breaks() {
    let old = written("same.json", OLD);
    let output = diff(&old, &old);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b"no changes\n"[..]));
    let empty = written("empty.json", r#"{"format": "meterstick.catalog/1", "metrics": []}"#);
    let output = diff(&empty, &old);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "compatible: `shop.sent`: it is new\n");
}

#[test]
fn it_ends_with_1_if_something_breaks() {
    let old = written("old.json", OLD);
    let new = written("new.json", &OLD.replace("By", "kBy"));
    let output = diff(&old, &new);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "breaking: `shop.sent`: its unit was `By` and is `kBy`\n");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "meterstick-catalog: 1 of 1 changes break readers\n");
}

#[test]
fn it_ends_with_2_if_a_catalogue_cannot_be_read() {
    let old = written("good.json", OLD);
    let bad = written("bad.json", "{}");
    let output = diff(&bad, &PathBuf::from("no-such-file.json"));
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("bad.json: this is not a catalogue: missing field `format`"), "{errors}");
    assert!(errors.contains("no-such-file.json: "), "{errors}");
    assert_eq!(diff(&old, &bad).status.code(), Some(2));

    let none = Command::new(env!("CARGO_BIN_EXE_meterstick-catalog")).arg("diff").output().unwrap();
    assert_eq!(none.status.code(), Some(2));
}

fn generate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_meterstick-catalog")).arg("generate").args(arguments).output().unwrap()
}

const METRICS: &str = "file_format: definition/2
metrics:
- {name: shop.sent, brief: Sent., instrument: counter, unit: By, stability: stable}
";

#[test]
fn generate_writes_once_and_checks() {
    let model = written("generate.yaml", METRICS);
    let output = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("generate.rs");
    let _ = fs::remove_file(&output);
    let (model, file) = (model.to_str().unwrap(), output.to_str().unwrap());
    assert_eq!(generate(&[model, "--output", file, "--check"]).status.code(), Some(1));
    assert!(!output.exists());

    assert_eq!(generate(&[model, "--output", file]).status.code(), Some(0));
    assert_eq!(generate(&[model, "--output", file, "--check"]).status.code(), Some(0));
    let code = fs::read_to_string(&output).unwrap();
    assert_eq!(String::from_utf8(generate(&[model]).stdout).unwrap(), code);

    // What cannot be read is neither up to date nor out of date.
    let folder = generate(&[model, "--output", env!("CARGO_TARGET_TMPDIR"), "--check"]);
    assert_eq!(folder.status.code(), Some(2), "{}", String::from_utf8_lossy(&folder.stderr));

    // Another formatting is no difference, another constant is one.
    fs::write(&output, code.replace("    ", "  ")).unwrap();
    assert_eq!(generate(&[model, "--output", file, "--check"]).status.code(), Some(0));
    fs::write(&output, code.replace("shop.sent", "shop.send")).unwrap();
    let stale = generate(&[model, "--output", file, "--check"]);
    assert_eq!(stale.status.code(), Some(1));
    assert!(String::from_utf8(stale.stderr).unwrap().contains("is not up to date: run the command without `--check`"));
}

#[test]
fn generate_reports_all_errors_and_writes_nothing() {
    let model = written("generate-bad.yaml", &METRICS.replace("By", "mib").replace("counter", "meter"));
    let output = generate(&[model.to_str().unwrap()]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b""[..]));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("generate-bad.yaml:3: the metric `shop.sent` has the instrument `meter`: "), "{errors}");
    assert!(errors.ends_with("meterstick-catalog: the registry has 1 error, and nothing was written\n"), "{errors}");

    let skipped = generate(&[model.to_str().unwrap(), "--skip", "shop.sent"]);
    assert_eq!(skipped.status.code(), Some(0));
    for usage in [&["no-such-folder"][..], &[], &["x", "--check"], &["x", "--dependency", "x"]] {
        assert_eq!(generate(usage).status.code(), Some(2), "{usage:?}");
    }
}

/// The commands that print something, with the file that they print to.
fn printing(output: impl Fn() -> std::process::Stdio) -> [Output; 3] {
    let new = written("printed-new.json", &OLD.replace("By", "kBy"));
    let old = written("printed-old.json", OLD);
    let model = written("printed.yaml", METRICS);
    let rules = written("printed-rules.yaml", "groups: [{name: a, rules: [{alert: b, expr: shop_sent_bytes_total}]}]");
    let call = |arguments: [PathBuf; 4]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_meterstick-catalog"));
        let arguments = arguments.into_iter().filter(|argument| !argument.as_os_str().is_empty());
        command.args(arguments).stdout(output()).stderr(std::process::Stdio::piped());
        command.spawn().unwrap().wait_with_output().unwrap()
    };
    let none = PathBuf::new;
    [
        call(["diff".into(), old.clone(), new, none()]),
        call(["generate".into(), model, none(), none()]),
        call(["check".into(), "--catalogue".into(), old, rules]),
    ]
}

#[test]
fn output_that_nobody_reads_is_no_panic() {
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer.into()
    };
    for output in printing(closed) {
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_is_an_error() {
    for output in printing(|| fs::File::options().write(true).open("/dev/full").unwrap().into()) {
        assert_eq!(output.status.code(), Some(2));
        let reported = String::from_utf8(output.stderr).unwrap();
        assert!(reported.starts_with("meterstick-catalog: the output cannot be written: "), "{reported}");
    }
}

mod check {
    //! `meterstick-catalog check`.

    use super::*;

    fn check(arguments: &[&str], files: &[PathBuf]) -> (Option<i32>, String, String) {
        // Tests run side by side: each call has a file of its own.
        static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        let call = CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let catalogue = written(&format!("checked{call}.json"), OLD);
        let output = Command::new(env!("CARGO_BIN_EXE_meterstick-catalog"))
            .arg("check")
            .arg("--catalogue")
            .arg(&catalogue)
            .args(arguments)
            .args(files)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn rule(expression: &str) -> String {
        format!("groups:\n- name: shop\n  rules:\n  - record: a:b:c\n    expr: {expression}\n")
    }

    #[test]
    fn it_ends_with_0_if_there_are_no_errors() {
        let good = written("good.yaml", &rule("sum(rate(shop_sent_bytes_total[5m]))"));
        assert_eq!(check(&[], std::slice::from_ref(&good)).0, Some(0));
        // What has no rules is a warning.
        let unread = written("unread.yaml", "kind: Deployment\n");
        let (status, found, reported) = check(&[], &[good, unread]);
        assert_eq!(status, Some(0));
        assert!(found.contains("unread.yaml:1: warning[unparsed]: "), "{found}");
        assert_eq!(reported, "meterstick-catalog: 1 query in 2 files, 0 errors\n");
    }

    #[test]
    fn it_ends_with_1_if_there_are_errors() {
        let bad = written("bad.yaml", &rule("sum(shop_sent_bytes_total)"));
        let (status, found, _) = check(&[], std::slice::from_ref(&bad));
        assert_eq!(status, Some(1));
        assert!(found.contains("bad.yaml:5: error[raw-counter]: "), "{found}");
        let (status, found, _) = check(&["--format", "github"], std::slice::from_ref(&bad));
        assert!(status == Some(1) && found.starts_with("::error file="), "{found}");
        assert_eq!(check(&["--allow", "raw-counter"], std::slice::from_ref(&bad)).0, Some(0));
        // By names without suffixes, there is no such metric.
        let (_, found, _) = check(&["--names", "without-suffixes"], &[bad]);
        assert!(found.contains("did you mean"), "{found}");
        let others = written("others.yaml", &rule("node_load1"));
        assert_eq!(check(&[], std::slice::from_ref(&others)).0, Some(1));
        assert_eq!(check(&["--others", "kube_,node_"], std::slice::from_ref(&others)).0, Some(0));
        // Every name starts with an empty prefix.
        for empty in [["--others", "kube_,"], ["--others", ""], ["--label", "a,,b"]] {
            let (status, _, reported) = check(&empty, std::slice::from_ref(&others));
            assert!(status == Some(2) && reported.contains("` has an empty value: "), "{reported}");
        }
        // A file that is not YAML is an error.
        let broken = written("broken.yaml", "groups: [{name: shop\n");
        let (status, found, _) = check(&[], std::slice::from_ref(&broken));
        assert!(
            status == Some(1) && found.contains("broken.yaml:1: error[invalid-file]: this is not a valid file"),
            "{found}"
        );
        let broken_too = written("broken.json", r#"{"panels": ["#);
        let (status, found, _) = check(&[], std::slice::from_ref(&broken_too));
        assert!(status == Some(1) && found.contains("broken.json:1: error[invalid-file]: "), "{found}");
        assert_eq!(check(&["--allow", "invalid-file"], &[broken, broken_too]).0, Some(0));
    }

    #[test]
    fn it_ends_with_2_if_something_cannot_be_read() {
        let (status, _, reported) = check(&["--allow", "all"], &[PathBuf::from("no-such-file.yaml")]);
        assert_eq!(status, Some(2));
        assert!(reported.contains("no-such-file.yaml: ") && reported.contains("`all` is not a rule"), "{reported}");
        assert_eq!(check(&[], &[]).0, Some(2));
    }
}
