//! What must not compile of metrics that others declared: each file is named as the law that it breaks.

#[test]
fn what_breaks_a_law_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/laws/semconv/*.rs");
}
