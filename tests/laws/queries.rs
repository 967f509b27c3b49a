//! What must not compile with typed queries.

mod first_lines;

#[test]
fn what_breaks_a_law_of_queries_does_not_compile() {
    first_lines::check(&["queries"], "what_breaks_a_law_of_queries_does_not_compile");
}
