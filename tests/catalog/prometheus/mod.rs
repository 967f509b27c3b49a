//! Names as Prometheus has them, by each strategy compared with the thing itself.

mod exporter;
mod keep;
mod specification;
mod translator;

use meterstick::catalog::{Prometheus, Strategy};
use meterstick::{Descriptor, Field, InstrumentKind, ValueType};

use crate::samples::{descriptor, kept};

fn metric(kind: InstrumentKind, name: &'static str, unit: &'static str) -> Descriptor {
    let mut metric = descriptor(kind);
    (metric.name, metric.unit) = (name, unit);
    metric
}

fn name(kind: InstrumentKind, name: &'static str, unit: &'static str, strategy: impl Into<Strategy>) -> String {
    Prometheus::of(&metric(kind, name, unit), strategy).name
}

fn label(key: &'static str, strategy: impl Into<Strategy>) -> String {
    let mut metric = descriptor(InstrumentKind::Counter);
    metric.attributes = kept(Box::new([Field::new(key, ValueType::Bool).required(true).open(false)]));
    Prometheus::of(&metric, strategy).labels.remove(0)
}
