//! One constant, with a measurement of it.

use meterstick::{Descriptor, Observation};
use opentelemetry::metrics::Meter;

pub struct One {
    /// As it is declared. A function, as hundreds of descriptors do not fit the stack of a test.
    pub synchronous: fn() -> Descriptor,
    /// Its observable counterpart, if it has one.
    pub observable: Option<Observable>,
    /// Measures once.
    pub measure: fn(&Meter),
}

pub struct Observable {
    pub descriptor: fn() -> Descriptor,
    /// Its synchronous counterpart.
    pub back: fn() -> Descriptor,
    /// Observes once a collection.
    pub observe: fn(&Meter) -> Observation,
}

/// What has no observable counterpart.
macro_rules! one {
    ($namespace:ident::$metric:ident.$verb:ident($($argument:expr),*)) => {
        One {
            synchronous: || *$namespace::$metric.descriptor(),
            observable: None,
            measure: |meter| $namespace::$metric.build(meter).$verb($($argument),*),
        }
    };
}
pub(crate) use one;

/// What has one.
macro_rules! observable {
    ($namespace:ident::$metric:ident.$verb:ident($($argument:expr),*)) => {
        One {
            observable: Some(crate::one::Observable {
                descriptor: || *$namespace::$metric.observable().descriptor(),
                back: || *$namespace::$metric.observable().synchronous().descriptor(),
                observe: |meter| $namespace::$metric.observable().observe(meter, |o| o.observe($($argument),*)),
            }),
            ..one!($namespace::$metric.$verb($($argument),*))
        }
    };
}
pub(crate) use observable;
