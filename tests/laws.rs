//! What must not compile, and what the compiler says: each file is named as the law that it breaks.

#[test]
fn what_breaks_a_law_does_not_compile() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/laws/core/*.rs");
    cases.compile_fail("tests/laws/derive/*.rs");
    cases.compile_fail("tests/laws/catalog/*.rs");
}
