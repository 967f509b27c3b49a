//! What must not compile, and what the compiler says: each file is named for the rule that it breaks.

use std::process::Command;

/// The compiler whose messages are pinned. Other versions print the same rules, and differ in what they add.
const PINNED: &str = "rustc 1.95";

#[test]
fn what_breaks_a_law_does_not_compile() {
    let rustc = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into())).arg("--version").output();
    let version = String::from_utf8(rustc.expect("rustc runs").stdout).expect("a version is text");
    if !version.starts_with(PINNED) {
        eprintln!("the messages are those of {PINNED}, and this is {version}");
        return;
    }
    let cases = trybuild::TestCases::new();
    // What the compiler lists beside a rule depends on the features, so each folder is pinned with one choice of them.
    let folders: &[&str] = if cfg!(feature = "trace") { &["trace"] } else { &["core", "derive", "semconv", "catalog"] };
    for laws in folders {
        cases.compile_fail(format!("tests/laws/{laws}/*.rs"));
    }
}
