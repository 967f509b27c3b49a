//! The name of a span is not empty.

use meterstick::trace::SpanName;

const PARSE: SpanName = SpanName::new("");

fn main() {
    let _ = PARSE;
}
