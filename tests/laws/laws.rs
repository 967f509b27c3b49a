//! What must not compile with the types of instruments, attributes and spans.

mod first_lines;

#[test]
fn what_breaks_a_law_does_not_compile() {
    // What the compiler lists beside a law depends on the features, so each folder is pinned with one choice of them.
    let folders: &[&str] = if cfg!(feature = "spans") { &["trace"] } else { &["core", "derive", "semconv", "catalog"] };
    first_lines::check(folders, "what_breaks_a_law_does_not_compile");
}
