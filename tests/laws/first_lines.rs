//! Laws: programs that must not compile, with what the compiler says. Each file is named for the rule that it breaks.
//!
//! Where the compiler is not the one whose messages are pinned, the first line of each error is compared, which is the rule. What a
//! compiler adds to that differs from version to version.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The compiler whose words are pinned.
const PINNED: &str = "rustc 1.95";

/// Names the folder of the copies, in the process that compiles them.
const COPIES: &str = "LAWS_COPIES";

/// Checks that no law in `folders` compiles, and what the compiler says. `test` is the test that calls this.
pub fn check(folders: &[&str], test: &str) {
    let rustc = Command::new(env::var_os("RUSTC").unwrap_or("rustc".into())).arg("--version").output();
    let version = String::from_utf8(rustc.expect("rustc runs").stdout).expect("a version is text");
    let copies = env::var_os(COPIES);
    if copies.is_none() && !version.starts_with(PINNED) {
        eprintln!("the messages are those of {PINNED}, and this is {version}: their first lines are compared");
        return compare(folders, &Path::new(env!("CARGO_TARGET_TMPDIR")).join(test), test);
    }
    let laws = copies.unwrap_or_default();
    let cases = trybuild::TestCases::new();
    for folder in folders {
        cases.compile_fail(Path::new(&laws).join(folder).join("*.rs"));
    }
}

/// Compiles copies of the laws in a process of their own that runs only `test`, and compares the first lines.
fn compare(folders: &[&str], copies: &Path, test: &str) {
    let _ = fs::remove_dir_all(copies);
    for folder in folders {
        let (from, to) = (Path::new(folder), copies.join(folder));
        fs::create_dir_all(&to).unwrap();
        for law in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
            if law.extension().is_some_and(|extension| extension == "rs") {
                fs::copy(&law, to.join(law.file_name().unwrap())).unwrap();
            }
        }
    }
    // `overwrite` writes what this compiler says, and still fails for a law that compiles.
    let status = Command::new(env::current_exe().unwrap())
        .args([test, "--exact"])
        .env("TRYBUILD", "overwrite")
        .env(COPIES, copies)
        .status();
    assert!(status.unwrap().success(), "each law fails to compile");

    let (mut compared, mut wrong) = (0, Vec::new());
    for folder in folders {
        for pinned in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if pinned.extension().is_none_or(|extension| extension != "stderr") {
                continue;
            }
            let said = fs::read_to_string(copies.join(folder).join(pinned.file_name().unwrap())).unwrap();
            let rules = fs::read_to_string(&pinned).unwrap();
            let missing = missing(&rules, &said);
            compared += 1;
            if !missing.is_empty() {
                wrong.push(format!("{}:\n  {}", pinned.display(), missing.join("\n  ")));
            }
        }
    }
    assert!(compared > 0, "there are laws to compare");
    assert!(wrong.is_empty(), "this compiler does not say:\n{}", wrong.join("\n"));
}

/// The rules that are pinned and not said. Ours are errors of a trait, of const evaluation and of the derives; others are the
/// compiler's own.
fn missing<'a>(pinned: &'a str, said: &str) -> Vec<&'a str> {
    let is_rule =
        |line: &&str| ["error: ", "error[E0277]: ", "error[E0080]: "].iter().any(|start| line.starts_with(start));
    pinned
        .lines()
        .filter(is_rule)
        .filter(|line| !said.lines().any(|other| same(line, other) || quotes(line, other)))
        .collect()
}

/// Whether a line quotes the rule that a pinned error of const evaluation starts with, as that of Rust 1.85 does.
fn quotes(pinned: &str, line: &str) -> bool {
    let rule = pinned.strip_prefix("error[E0080]: evaluation panicked: ");
    rule.is_some_and(|rule| line.contains(&format!("the evaluated program panicked at '{rule}', ")))
}

/// Whether two lines are one but for the paths of types, which a compiler may shorten.
fn same(one: &str, other: &str) -> bool {
    let bare = |line: &str| {
        let words = line.split_inclusive([' ', '`', '<', '>', '(', ')', ',', '&']);
        words.map(|word| word.rsplit_once("::").map_or(word, |(_, last)| last)).collect::<String>()
    };
    bare(one) == bare(other)
}

#[test]
fn a_rule_is_missed_and_a_path_or_a_line_of_the_compilers_own_is_not() {
    let pinned = "error[E0277]: a bare number has no unit, and this instrument measures in `meterstick::unit::Bytes`\n --> a.rs\n";
    assert!(missing(pinned, &pinned.replace("meterstick::unit::", "")).is_empty());
    assert_eq!(missing(pinned, "error[E0277]: the trait bound `u64: Measurement` is not satisfied\n").len(), 1);
    assert!(missing("error[E0599]: no method named `add` found\n", "").is_empty());
    let pinned = "error[E0080]: evaluation panicked: an instrument has a name\n";
    let earlier = "error[E0080]: evaluation of constant value failed\n  |  ^^ the evaluated program panicked at 'an instrument has a name', a.rs:8:23\n";
    assert!(missing(pinned, earlier).is_empty());
    assert_eq!(missing(pinned, &earlier.replace("has a name", "has no name")).len(), 1);
}
