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
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]));
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
    assert!(errors.contains("bad.json: this is no catalogue: missing field `format`"), "{errors}");
    assert!(errors.contains("no-such-file.json: "), "{errors}");
    assert_eq!(diff(&old, &bad).status.code(), Some(2));

    let none = Command::new(env!("CARGO_BIN_EXE_meterstick-catalog")).arg("diff").output().unwrap();
    assert_eq!(none.status.code(), Some(2));
}
