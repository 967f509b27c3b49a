//! Sets of attributes whose destructors panic.

use std::fmt;
use std::task::Poll;

use meterstick::prelude::*;
use meterstick::trace::{Internal, Tracer};
use opentelemetry::metrics::MeterProvider;

use crate::support::{Meters, Traces, pairs, poll_once, texts};

/// A value whose destructor panics.
#[derive(Clone)]
struct Explodes;

impl Drop for Explodes {
    fn drop(&mut self) {
        assert!(std::thread::panicking(), "as it is dropped");
    }
}

impl fmt::Display for Explodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("shown")
    }
}

#[derive(Clone, Attributes)]
struct Explosive {
    #[attribute(display)]
    value: Explodes,
}

#[test]
fn a_set_that_panics_as_it_is_dropped_takes_neither_the_work_nor_a_signal() {
    let (traces, meters) = (Traces::new(), Meters::new());
    let span = Tracer::span::<Internal>().name("span").attributes::<Explosive>().build(&traces.tracer);
    let operation = Tracer::operation::<Internal>()
        .name("operation")
        .duration("operation.duration")
        .attributes::<Explosive>()
        .build(&traces.tracer, &meters.provider.meter("shop"));
    let set = || Explosive { value: Explodes };
    assert_eq!(span.run(set(), |_| 1), 1);
    assert_eq!(poll_once(span.run_async(set(), |_| async { 2 })), Poll::Ready(2));
    assert_eq!(span.start(set()).end_with(Ok::<_, &str>(3)), Ok(3));
    assert_eq!(operation.run(set(), |_| 4), 4);
    operation.start(set()).into_owned().end();
    let ended = traces.ended();
    assert_eq!(ended.len(), 5);
    for span in ended {
        assert_eq!(texts(&span.attributes), pairs(&[("value", "shown")]));
    }
    let counted: Vec<_> = meters.points().into_iter().map(|(point, _)| (point.attributes, point.count)).collect();
    assert_eq!(counted, [(pairs(&[("value", "shown")]), 2)]);
}

#[test]
fn a_set_that_panics_as_it_is_dropped_is_recorded_and_not_dropped() {
    let meters = Meters::new();
    let latency = Meter::histogram::<f64>()
        .unit::<meterstick::unit::Seconds>()
        .name("latency")
        .attributes::<Explosive>()
        .build(&meters.provider.meter("shop"));
    assert_eq!(latency.time(Explosive { value: Explodes }, || 1), 1);
    assert_eq!(latency.try_time(|| Ok::<_, ()>(2), |_| Explosive { value: Explodes }), Ok(2));
    assert_eq!(poll_once(latency.time_async(Explosive { value: Explodes }, async { 3 })), Poll::Ready(3));
    assert_eq!((meters.points()[0].0.count, latency.dropped()), (3, 0));
}
