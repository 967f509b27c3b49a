//! `AsMeter`: the OpenTelemetry meters, and references to them, on which instruments are built.
// Used by `build_on`, `cache`, `group`, `testing`.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use opentelemetry::metrics::Meter;

/// An OpenTelemetry meter on which an instrument is built, or a reference to one.
///
/// ```
/// use std::sync::LazyLock;
///
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use opentelemetry::metrics::Meter as OtelMeter;
///
/// static METER: LazyLock<OtelMeter> = LazyLock::new(|| opentelemetry::global::meter("shop"));
///
/// fn sent() -> Counter<u64, Bytes> {
///     Meter::counter::<u64>().unit::<Bytes>().name("sent").build(&METER)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "this is built on a meter, and a `{Self}` is not one",
    label = "not a meter",
    note = "get a meter from a provider: `&provider.meter(\"shop\")` with `use opentelemetry::metrics::MeterProvider`, or `&opentelemetry::global::meter(\"shop\")` after the global provider is set",
    note = "of a group with attributes pass the group without them: `group.group()`",
    note = "if it is a meter of OpenTelemetry, its version differs from `meterstick::opentelemetry`: `cargo tree -d -i opentelemetry` shows both versions"
)]
pub trait AsMeter {
    /// Returns the OpenTelemetry meter.
    fn as_meter(&self) -> &Meter;
}

impl AsMeter for Meter {
    fn as_meter(&self) -> &Meter {
        self
    }
}

macro_rules! refers {
    ($($refers:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<M: AsMeter + ?Sized> AsMeter for $refers {
            fn as_meter(&self) -> &Meter {
                (**self).as_meter()
            }
        }
    )*};
}

refers!(&M, Box<M>, Rc<M>, Arc<M>);

#[diagnostic::do_not_recommend]
impl<M: AsMeter, F: FnOnce() -> M> AsMeter for LazyLock<M, F> {
    fn as_meter(&self) -> &Meter {
        (**self).as_meter()
    }
}
