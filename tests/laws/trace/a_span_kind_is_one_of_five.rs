//! A span's kind is one of five.

use meterstick::trace::Tracer;

struct Remote;

fn main() {
    let _ = Tracer::span::<Remote>();
}
