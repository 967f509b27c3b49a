//! The typed layer costs nothing beside its instrument: a call with a quantity compiles to no more instructions than the call with a
//! bare number that was converted by hand.
#![cfg(target_arch = "x86_64")]

use std::path::Path;
use std::process::Command;

/// The instructions of a function in an assembly listing.
fn instructions<'a>(listing: &'a str, function: &str) -> Vec<&'a str> {
    let start = format!("{function}:");
    let mut lines = listing.lines().skip_while(|line| *line != start);
    assert!(lines.next().is_some(), "`{function}` is in the listing");
    lines
        .take_while(|line| !line.starts_with(".Lfunc_end"))
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with(['.', '#']) && !line.ends_with(':'))
        .filter(|line| !is_copy(line) && !is_frame(line))
        .collect()
}

/// A part of how a function is entered and left. It is repeated at each exit; how many exits there are is the compiler's choice.
fn is_frame(line: &str) -> bool {
    line.starts_with("push") || line.starts_with("pop") || line.starts_with("ret") || line.ends_with(", %rsp")
}

/// A copy from register to register: where the compiler needs one is chance, and the processor renames it away.
fn is_copy(line: &str) -> bool {
    let operands = line.strip_prefix("mov").and_then(|rest| rest.split_once('\t')).map(|(_, operands)| operands);
    operands.is_some_and(|operands| operands.split(", ").all(|operand| operand.starts_with('%')))
}

#[test]
fn a_typed_call_has_no_more_instructions_than_the_same_call_by_hand() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("zero-cost");
    let status = Command::new(env!("CARGO"))
        .current_dir(root.join("tests/zero_cost"))
        .args(["rustc", "--release", "--quiet", "--lib", "--target-dir"])
        .arg(&target)
        .args(["--", "--emit", "asm", "-C", "codegen-units=1"])
        .env_remove("RUSTFLAGS")
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the functions to compare compile");
    let listings: Vec<_> = std::fs::read_dir(target.join("release/deps"))
        .expect("cargo wrote the listing")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "s"))
        .collect();
    let newest = listings.iter().max_by_key(|path| path.metadata().and_then(|meta| meta.modified()).ok());
    let listing = std::fs::read_to_string(newest.expect("there is a listing")).expect("it can be read");
    for pair in ["bytes", "seconds", "duration", "count"] {
        let (typed, by_hand) = (format!("typed_{pair}"), format!("by_hand_{pair}"));
        let (typed, by_hand) = (instructions(&listing, &typed), instructions(&listing, &by_hand));
        assert!(by_hand.len() > 1, "{pair}: the call by hand does something: {by_hand:#?}");
        assert!(
            typed.len() <= by_hand.len(),
            "{pair}: {} instructions typed, {} by hand\n{typed:#?}\n{by_hand:#?}",
            typed.len(),
            by_hand.len()
        );
    }
}
