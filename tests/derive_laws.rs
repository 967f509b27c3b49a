//! What does not compile, and what it says.

#[test]
fn each_law_is_told() {
    trybuild::TestCases::new().compile_fail("tests/laws/derive/*.rs");
}
