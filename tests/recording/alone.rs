//! A process for a test: there is one global meter provider, and one allocator.

use std::process::Command;

const IS_ALONE: &str = "METERSTICK_TEST_IS_ALONE";

/// Runs the body of a test in a process where no other test runs. Miri starts no processes: there `.ci/miri` runs one test at
/// a time.
pub fn alone<F: FnOnce()>(body: F) {
    if cfg!(miri) || std::env::var_os(IS_ALONE).is_some() {
        return body();
    }
    // `recording::theme::name_of_the_test::{{closure}}`
    let name = std::any::type_name::<F>().trim_end_matches("::{{closure}}");
    let name = name.split_once("::").expect("it is within this crate").1;
    let program = std::env::current_exe().expect("a test has a path");
    let output = Command::new(program).args(["--exact", name, "--nocapture"]).env(IS_ALONE, "1").output();
    let output = output.expect("the test can be started");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{name} failed alone:\n{out}\n{err}");
    assert!(out.contains("1 passed"), "{name} is no test:\n{out}\n{err}");
}
