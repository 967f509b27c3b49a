//! What the tests share: a provider that keeps what it exports, and typed sets.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use meterstick::prelude::*;
use opentelemetry::trace::TracerProvider;
use opentelemetry::{KeyValue, Value};
use opentelemetry_sdk::trace::{InMemorySpanExporter, Sampler, SdkTracer, SdkTracerProvider, SpanData};

#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "user")]
pub struct User<'a> {
    pub id: i64,
    pub tenant: &'a str,
    pub admin: Option<bool>,
}

pub const ADA: User<'static> = User { id: 7, tenant: "acme", admin: None };

pub struct Traces {
    exporter: InMemorySpanExporter,
    pub provider: SdkTracerProvider,
    pub tracer: SdkTracer,
}

impl Traces {
    pub fn new() -> Self {
        Self::sampled(Sampler::AlwaysOn)
    }

    pub fn sampled(sampler: Sampler) -> Self {
        let exporter = InMemorySpanExporter::default();
        let provider =
            SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).with_sampler(sampler).build();
        let tracer = provider.tracer("shop");
        Self { exporter, provider, tracer }
    }

    /// The spans that have ended, in the order in which they have.
    pub fn ended(&self) -> Vec<SpanData> {
        self.exporter.get_finished_spans().unwrap()
    }

    /// The only span.
    pub fn only(&self) -> SpanData {
        let mut ended = self.ended();
        assert_eq!(ended.len(), 1, "{ended:#?}");
        ended.remove(0)
    }

    pub fn named(&self, name: &str) -> SpanData {
        self.ended().into_iter().find(|span| span.name == name).unwrap_or_else(|| panic!("no span `{name}`"))
    }
}

pub fn value<'a>(attributes: &'a [KeyValue], key: &str) -> Option<&'a Value> {
    let mut found = attributes.iter().filter(|attribute| attribute.key.as_str() == key);
    let value = found.next().map(|attribute| &attribute.value);
    assert!(found.next().is_none(), "`{key}` is there once");
    value
}

pub fn text(attributes: &[KeyValue], key: &str) -> Option<String> {
    value(attributes, key).map(ToString::to_string)
}

/// Polls a future once.
pub fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

/// Whether a panic says so.
pub fn says(panic: &(dyn std::any::Any + Send), message: &str) -> bool {
    panic.downcast_ref::<&str>().is_some_and(|said| *said == message)
        || panic.downcast_ref::<String>().is_some_and(|said| said == message)
}
