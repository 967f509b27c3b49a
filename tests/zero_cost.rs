//! The typed layer costs nothing. A call with a quantity compiles to no more instructions than the call with a bare number that was
//! converted by hand, and a counter executes no more than the same work by hand on a bound handle of the SDK.
#![cfg(target_arch = "x86_64")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
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

/// Builds the package of the calls. `arguments` are those of Cargo, up to the folder for what it writes, which this gives.
fn build(arguments: &[&str], more: &[&str]) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("zero-cost");
    let status = Command::new(env!("CARGO"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zero_cost"))
        .args(arguments)
        .args(["--release", "--quiet", "--target-dir"])
        .arg(&target)
        .args(more)
        .env_remove("RUSTFLAGS")
        .env("CARGO_INCREMENTAL", "0")
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the functions to compare compile");
    target.join("release")
}

/// The instructions that each function of the calls executed, with those that it called. `None` where there is no valgrind.
fn executed(program: &Path) -> Option<BTreeMap<String, u64>> {
    let out = program.with_extension("callgrind");
    let valgrind = Command::new("valgrind")
        .args(["--quiet", "--tool=callgrind", "--toggle-collect=executed_*"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program)
        .status();
    assert!(valgrind.ok()?.success(), "valgrind runs the calls");
    let text = std::fs::read_to_string(out).expect("callgrind wrote what it counted");
    let mut counts = BTreeMap::new();
    // A function's name stands beside its number once, where it calls or is called first.
    let mut names = BTreeMap::new();
    let mut called: Option<String> = None;
    for line in text.lines() {
        let function = line.strip_prefix("cfn=").or_else(|| line.strip_prefix("fn="));
        if let Some(function) = function {
            let (number, name) = function.split_once(' ').unwrap_or((function, ""));
            if !name.is_empty() {
                names.insert(number, name);
            }
            let name = names.get(number).filter(|name| line.starts_with('c') && name.starts_with("executed_"));
            called = name.map(|name| (*name).to_owned());
        } else if !line.starts_with("calls=") {
            // What the call executed, with all that it called, is last in the line after its own.
            let count = line.rsplit(' ').next().and_then(|count| count.parse::<u64>().ok());
            counts.extend(called.take().zip(count));
        }
    }
    Some(counts)
}

#[test]
fn a_counter_executes_no_more_than_the_same_work_by_hand_on_a_bound_handle() {
    let Some(counts) = executed(&build(&["build", "--bin", "zero-cost"], &[]).join("zero-cost")) else {
        eprintln!("there is no valgrind: the executed instructions are not compared");
        return;
    };
    // The most instructions of the typed call, in hundredths of those by hand. A histogram checks its total and keeps values for the
    // thread, so that threads do not wait for each other: that takes more, and is bounded.
    for (pair, most) in [("count", 100), ("bytes", 100), ("duration", 200)] {
        let of = |way: &str| counts[&format!("executed_{way}_{pair}")];
        let (typed, by_hand) = (of("typed"), of("by_hand"));
        assert!(by_hand > 10_000, "{pair}: a thousand calls by hand do something: {by_hand}");
        assert!(typed * 100 <= by_hand * most, "{pair}: {typed} typed, {by_hand} by hand, of a thousand calls");
    }
}

#[test]
fn a_typed_call_has_no_more_instructions_than_the_same_call_by_hand() {
    let release = build(&["rustc", "--lib"], &["--", "--emit", "asm", "-C", "codegen-units=1"]);
    let listings: Vec<_> = std::fs::read_dir(release.join("deps"))
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
