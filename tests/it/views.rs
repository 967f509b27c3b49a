//! The provider is sized by what is declared.

use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};
use opentelemetry_sdk::metrics::Temporality;

use crate::wire::{Value, Wire};

#[derive(Clone, Copy, Attributes)]
struct Closed {
    ok: bool,
    cached: Option<bool>,
}

#[derive(Clone, Copy, Attributes)]
struct Open {
    n: u64,
}

const CLOSED: Metric<Counter<u64, One, Closed>> =
    Meter::counter::<u64>().unit::<One>().name("closed").description("All sets.").attributes::<Closed>();
const LATENCY: Metric<Histogram<f64, Seconds, Closed>> =
    Meter::histogram::<f64>().unit::<Seconds>().name("latency").boundaries(&[1.0, 2.0]).attributes::<Closed>();
const PLAIN: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("plain");
const OPEN: Metric<Counter<u64, One, Open>> = Meter::counter::<u64>().unit::<One>().name("open").attributes::<Open>();
const LIMITED: Metric<Counter<u64, One, Open>> =
    Meter::counter::<u64>().unit::<One>().name("limited").attributes::<Open>().cardinality_at_most::<3>();

#[test]
fn under_views_no_set_of_a_closed_one_overflows_and_nothing_else_changes() {
    for temporality in [Temporality::Cumulative, Temporality::Delta] {
        let declared =
            [CLOSED.descriptor(), LATENCY.descriptor(), PLAIN.descriptor(), OPEN.descriptor(), LIMITED.descriptor()]
                .map(|descriptor| *descriptor);
        let wire = Wire::of(temporality, |builder| builder.with_view(meterstick::views(&declared)));
        let meter = wire.meter();
        let (closed, latency, plain) = (CLOSED.build(&meter), LATENCY.build(&meter), PLAIN.build(&meter));
        let (open, limited) = (OPEN.build(&meter), LIMITED.build(&meter));
        for _ in 0..3 {
            for n in 0..6 {
                let set = Closed { ok: n % 2 == 0, cached: [None, Some(false), Some(true)][n / 2] };
                closed.add(1, set);
                latency.record(Seconds(1.5), set);
            }
            plain.add(Bytes(1));
            for n in 0..10 {
                open.add(1, Open { n });
                limited.add(1, Open { n });
            }
            let collection = wire.collect();
            assert_eq!(collection.numbers("closed").len(), 6);
            let latency = collection.distributions("latency");
            assert_eq!(latency.len(), 6);
            assert!(latency.values().all(|of| of.bounds == [1.0, 2.0]));
            assert_eq!(collection.numbers("plain").len(), 1);
            assert_eq!(collection.numbers("open").len(), 10);
            let limited = collection.numbers("limited");
            assert_eq!(limited.len(), 4);
            assert!(matches!(limited["otel.metric.overflow=true"], Value::Int(7 | 14 | 21)));
            let metric = collection.metric("closed").unwrap();
            assert_eq!((&*metric.unit, &*metric.description), ("1", "All sets."));
        }
    }
}
