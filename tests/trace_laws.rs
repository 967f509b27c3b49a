//! What must not compile of spans, and what the compiler says: each file is named as the law that it breaks.

#[test]
fn what_breaks_a_law_of_spans_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/laws/trace/*.rs");
}
