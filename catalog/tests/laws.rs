//! What must not compile, and what the compiler says: each file is named for the rule that it breaks.

#[path = "../../tests/laws/first_lines.rs"]
mod first_lines;

use std::path::Path;
use std::process::Command;

/// The compiler whose words are pinned. Of others the first lines are compared, which are the laws.
const PINNED: &str = "rustc 1.95";

#[test]
fn what_breaks_a_law_of_queries_does_not_compile() {
    let rustc = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into())).arg("--version").output();
    let version = String::from_utf8(rustc.expect("rustc runs").stdout).expect("a version is text");
    let copies = first_lines::copies();
    if copies.is_none() && !version.starts_with(PINNED) {
        eprintln!("the messages are those of {PINNED}, and this is {version}: their first lines are compared");
        let copies = Path::new(env!("CARGO_TARGET_TMPDIR")).join("laws");
        let test = "what_breaks_a_law_of_queries_does_not_compile";
        return first_lines::compare(Path::new("tests"), &["laws"], &copies, test);
    }
    let laws = copies.unwrap_or("tests".into());
    trybuild::TestCases::new().compile_fail(Path::new(&laws).join("laws/*.rs"));
}
