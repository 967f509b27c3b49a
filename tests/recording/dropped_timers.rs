//! A timer that is dropped before it was said how it ended is reported once an instrument.

use meterstick::prelude::*;
use meterstick::unit::Seconds;

use crate::alone::alone;
use crate::logs::Logs;
use crate::wire::Wire;

#[derive(Clone, Copy, Attributes)]
struct Done {
    ok: bool,
}

const LATENCY: Metric<Histogram<f64, Seconds, Done>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("latency").attributes::<Done>();
const OTHER: Metric<Gauge<f64, Seconds, Done>> =
    Meter::gauge::<f64>().unit::<Seconds>().name("other").attributes::<Done>();

#[test]
#[cfg_attr(not(feature = "internal-logs"), ignore = "nothing is logged")]
fn a_timer_that_is_dropped_without_an_outcome_is_reported_once() {
    alone(|| {
        let logs = Logs::listen();
        let wire = Wire::new();
        let (latency, other) = (LATENCY.build(&wire.meter()), OTHER.build(&wire.meter()));
        latency.timer().or(Done { ok: false }).discard();
        drop(latency.timer().or(Done { ok: false }));
        latency.timer().stop(Done { ok: true });
        latency.timer().discard();
        assert_eq!(logs.warnings(), []);
        for _ in 0..3 {
            drop(latency.timer());
            drop(other.timer());
        }
        let reported = |name: &str| ("Meterstick.TimerDropped".to_owned(), name.to_owned());
        assert_eq!(logs.warnings(), [reported("latency"), reported("other")]);
        assert_eq!((latency.dropped(), other.dropped()), (3, 3));
    });
}
