//! How large the futures are: a layer holds what it runs once.

use std::future::{Ready, ready};
use std::mem::size_of_val;

use meterstick::trace::{
    self, ActiveSpan, Client, Internal, Operation, OperationDeclaration, Span, SpanDeclaration, Tracer,
};
use opentelemetry::metrics::MeterProvider;

use crate::support::{ADA, Meters, Traces, User, poll_once};

const WORK: SpanDeclaration = Tracer::span::<Internal>().name("work");
const CHARGE: OperationDeclaration = Tracer::operation::<Client>().name("charge").duration("charge.duration");

const ATTRIBUTED: OperationDeclaration<User<'static>> = CHARGE.attributes::<User<'static>>();

/// What a layer may add.
const OWN: usize = 200;

/// A future that is `N` bytes and a little more.
async fn large<const N: usize>(bytes: [u8; N]) -> Result<usize, &'static str> {
    tokio::task::yield_now().await;
    Ok(bytes.len())
}

fn check<F: Future>(what: &str, layers: usize, held: usize, future: &F) {
    let size = size_of_val(future);
    assert!(size <= held + layers * OWN, "{what}: {size} bytes in {layers} layers around {held}");
}

#[test]
fn a_layer_contains_the_future_once() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let span: &Span = &WORK.build(&traces.tracer);
    let operation: &Operation = &CHARGE.build(&traces.tracer, &meters.provider.meter("shop"));
    let held = size_of_val(&large([0; 1_024]));

    macro_rules! each {
        ($($live:ident.$run:ident)*) => {$(
            let one = $live.$run(move |_| large([0; 1_024]));
            check(stringify!($live.$run), 1, held, &one);
            let f = large([0; 1_024]);
            let moved = $live.$run(move |_| f);
            check(stringify!($live.$run), 1, held, &moved);
        )*};
    }
    each! {
        span.run_async span.try_run_async span.traced_async span.try_traced_async
        operation.run_async operation.try_run_async operation.traced_async operation.try_traced_async
    }

    let f = large([0; 1_024]);
    check("undeclared", 1, held, &trace::run_async("undeclared", move |_| f));
    let f = large([0; 1_024]);
    check("undeclared", 1, held, &trace::try_run_async("undeclared", move |_| f));
    let f = large([0; 1_024]);
    let link = span.traced(|_| ()).span_context;
    check("prepared", 1, held, &operation.with_link(&link, &()).run_async(move |_| f));

    let attributed = ATTRIBUTED.build(&traces.tracer, &meters.provider.meter("shop"));
    let f = large([0; 1_024]);
    check("attributes", 1, held + size_of::<User<'_>>(), &attributed.run_async(ADA, move |_| f));

    let f = large([0; 1_024]);
    let three = span.run_async(move |_| operation.try_run_async(move |_| span.try_run_async(move |_| f)));
    check("three layers", 3, held, &three);
}

/// What makes the future may be larger than the future.
#[test]
fn a_layer_is_the_larger_of_what_makes_it_and_what_it_makes() {
    let traces = Traces::new();
    let span: &Span = &WORK.build(&traces.tracer);
    let bytes = [7_u8; 4_096];
    let make = move |_: ActiveSpan| -> Ready<u8> { ready(bytes[100]) };
    let future = span.run_async(make);
    check("a large closure", 1, 4_096, &future);
    assert_eq!(poll_once(future), std::task::Poll::Ready(7));
}

/// A debug build keeps each move of a value on its stack, so that what holds it twice a layer does not fit.
#[test]
fn large_futures_in_many_layers_fit_the_stack() {
    fn run() {
        let traces = Traces::new();
        let span: &Span = &WORK.build(&traces.tracer);
        let f = large([1; 4_000]);
        let held = size_of_val(&f);
        let six = span.run_async(move |_| {
            span.run_async(move |_| {
                span.run_async(move |_| {
                    span.run_async(move |_| span.run_async(move |_| span.try_run_async(move |_| f)))
                })
            })
        });
        check("six layers", 6, held, &six);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert_eq!(runtime.block_on(six), Ok(4_000));
        assert_eq!(traces.ended().len(), 6);
    }
    // As large as that of a worker of tokio.
    std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
}
