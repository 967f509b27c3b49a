//! What must not compile, and what the compiler says: each file is named for the rule that it breaks.

mod first_lines;

use std::path::Path;
use std::process::Command;

/// The compiler whose words are pinned. Of others the first lines are compared, which are the laws.
const PINNED: &str = "rustc 1.95";

#[test]
fn what_breaks_a_law_does_not_compile() {
    // What the compiler lists beside a law depends on the features, so each folder is pinned with one choice of them.
    let folders: &[&str] = if cfg!(feature = "spans") { &["trace"] } else { &["core", "derive", "semconv", "catalog"] };
    let rustc = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into())).arg("--version").output();
    let version = String::from_utf8(rustc.expect("rustc runs").stdout).expect("a version is text");
    let copies = first_lines::copies();
    if copies.is_none() && !version.starts_with(PINNED) {
        eprintln!("the messages are those of {PINNED}, and this is {version}: their first lines are compared");
        let copies = Path::new(env!("CARGO_TARGET_TMPDIR")).join("laws");
        return first_lines::compare(Path::new(""), folders, &copies, "what_breaks_a_law_does_not_compile");
    }
    let laws = copies.unwrap_or_default();
    let cases = trybuild::TestCases::new();
    for folder in folders {
        cases.compile_fail(Path::new(&laws).join(folder).join("*.rs"));
    }
}
