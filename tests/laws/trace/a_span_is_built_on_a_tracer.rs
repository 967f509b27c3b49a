use meterstick::trace::{Internal, SpanDeclaration, Tracer};

const SERVE: SpanDeclaration = Tracer::span::<Internal>().name("serve");

fn main() {
    let _ = SERVE.build(&opentelemetry::global::tracer("shop"));
}
