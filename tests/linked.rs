//! Metrics that are collected when the program is linked, in a crate that forbids unsafe code.

#![forbid(unsafe_code)]
#![deny(warnings)]

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Seconds};

mod far {
    use super::*;

    meterstick::linked! {
        /// How long a request took.
        #[allow(dead_code)]
        const LATENCY: Metric<Histogram<f64, Seconds>> =
            Meter::histogram::<f64>().unit::<Seconds>().name("shop.request.duration");
    }

    #[derive(Instruments)]
    #[allow(dead_code)]
    struct Pool {
        #[metric(name = "shop.pool.size")]
        size: UpDownCounter<i64, Bytes>,
        #[metric(flatten)]
        cache: Cache,
    }

    #[derive(Instruments)]
    #[instruments(prefix = "shop.cache")]
    #[allow(dead_code)]
    struct Cache {
        size: UpDownCounter<i64, Bytes>,
    }
}

meterstick::linked! {
    /// How much was sent.
    pub(crate) static SENT: Counter<u64, Bytes> =
        Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));

    /// Of another system.
    #[cfg(target_os = "none")]
    #[allow(dead_code)]
    static ELSEWHERE: Counter<u64, Bytes> = undefined();

    #[cfg(not(target_os = "none"))]
    #[cfg(test)]
    #[deprecated(note = "it is `shop.sent` now")]
    static OLD: Counter<u64, Bytes> =
        Meter::counter::<u64>().unit::<Bytes>().name("shop.old").global(Scope::new("shop"));

    static READ: Counter<u64, Bytes> =
        Meter::counter::<u64>().unit::<Bytes>().name("shop.read").global(Scope::new("shop"));
}

#[test]
fn what_is_declared_anywhere_is_in_the_catalogue_once_and_in_order() {
    SENT.add(Bytes(1));
    READ.add(Bytes(1));
    for _ in 0..2 {
        let catalog = Catalog::linked().unwrap();
        let names: Vec<_> = catalog.metrics().iter().map(|metric| metric.name).collect();
        assert_eq!(
            names,
            ["shop.cache.size", "shop.old", "shop.pool.size", "shop.read", "shop.request.duration", "shop.sent"]
        );
        assert_eq!(catalog.metrics().last().unwrap().scope, Some(Scope::new("shop")));
    }
}
