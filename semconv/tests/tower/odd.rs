//! Bodies, clocks and providers that are not as they mostly are.

use std::convert::Infallible;
use std::future::{pending, ready};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Response, Version};
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt, Empty, channel::Channel};
use meterstick::AttributeValue;
use meterstick::export;
use meterstick::testing::{ManualClock, TestMeter};
use meterstick_semconv::attribute::error::Type as ErrorType;
use meterstick_semconv::attribute::http::RequestMethod;
use meterstick_semconv::tower::{HttpServerLayer, REQUEST_DURATION};
use opentelemetry::KeyValue;
use opentelemetry::metrics::{
    Histogram, HistogramBuilder, InstrumentBuilder, InstrumentProvider, Meter, SyncInstrument, UpDownCounter,
};
use opentelemetry_sdk::metrics::SdkMeterProvider;
use tower::{Layer, Service, ServiceExt, service_fn};

use crate::seen::{GET, Seen, attributes, failed};

fn request() -> Request<Empty<Bytes>> {
    Request::new(Empty::new())
}

#[tokio::test]
async fn trailers_are_the_end_of_a_body() {
    let (seen, layer) = Seen::new();
    let (mut sender, body) = Channel::<Bytes, Infallible>::new(4);
    let body = Mutex::new(Some(body));
    let stream =
        layer.layer(service_fn(|_| ready(Ok::<_, Infallible>(Response::new(body.lock().unwrap().take().unwrap())))));
    let mut response = stream.oneshot(request()).await.unwrap();
    sender.send_data("four".into()).await.unwrap();
    sender.send_trailers(HeaderMap::from_iter([(http::header::AGE, HeaderValue::from_static("1"))])).await.unwrap();
    assert!(response.frame().await.unwrap().unwrap().is_data());
    assert!(response.frame().await.unwrap().unwrap().is_trailers());
    assert_eq!(seen.active(GET), 1);
    // As a server does, which asks for nothing after them.
    drop(response);
    assert_eq!((seen.durations(attributes(GET, 200)), seen.active(GET)), (1, 0));
    assert_eq!(seen.bodies(attributes(GET, 200)), (0.0, 4.0));
}

#[tokio::test]
async fn a_servers_error_that_a_client_does_not_wait_for_is_one() {
    let (seen, layer) = Seen::new();
    let (_sender, body) = Channel::<Bytes, Infallible>::new(1);
    let body = Mutex::new(Some(body));
    let refuse = layer.layer(service_fn(|_| {
        ready(Ok::<_, Infallible>(Response::builder().status(503).body(body.lock().unwrap().take().unwrap()).unwrap()))
    }));
    drop(refuse.oneshot(request()).await.unwrap());
    assert_eq!(seen.durations(attributes(GET, 503).error_type(ErrorType::Custom("503"))), 1);
}

#[tokio::test]
async fn each_version_of_the_protocol_and_each_method_has_its_name() {
    let (seen, layer) = Seen::new();
    let page = layer.layer(service_fn(|_| ready(Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new())))));
    let versions = [
        (Version::HTTP_09, "0.9"),
        (Version::HTTP_10, "1.0"),
        (Version::HTTP_11, "1.1"),
        (Version::HTTP_2, "2"),
        (Version::HTTP_3, "3"),
    ];
    for (version, name) in versions {
        let mut request = request();
        *request.version_mut() = version;
        drop(page.clone().oneshot(request).await.unwrap());
        assert_eq!(seen.durations(attributes(GET, 200).protocol_version(name)), 1);
    }
    let methods = [
        RequestMethod::Connect,
        RequestMethod::Delete,
        RequestMethod::Head,
        RequestMethod::Options,
        RequestMethod::Patch,
        RequestMethod::Post,
        RequestMethod::Put,
        RequestMethod::Query,
        RequestMethod::Trace,
    ];
    for method in methods {
        let name = method.value().to_value().unwrap().to_string();
        let request = Request::builder().method(name.as_str()).body(Empty::new()).unwrap();
        drop(page.clone().oneshot(request).await.unwrap());
        assert_eq!(seen.durations(attributes(method, 200)), 1, "{name}");
    }
}

/// A body that never gives anything, and panics where it is asked.
#[derive(Clone, Copy)]
struct Panics {
    by_size: bool,
    by_end: bool,
}

impl Body for Panics {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }

    fn is_end_stream(&self) -> bool {
        assert!(!self.by_end, "on purpose");
        false
    }

    fn size_hint(&self) -> SizeHint {
        assert!(!self.by_size, "on purpose");
        SizeHint::default()
    }
}

#[test]
fn a_body_that_panics_as_it_is_asked_has_panicked_and_aborts_nothing() {
    let mut cx = Context::from_waker(Waker::noop());
    let (seen, layer) = Seen::new();
    let mut respond = |body: Panics| {
        let mut service = layer.layer(service_fn(move |_| ready(Ok::<_, Infallible>(Response::new(body)))));
        match pin!(service.call(request())).poll(&mut cx) {
            Poll::Ready(Ok(response)) => response,
            _ => unreachable!("it is there at once"),
        }
    };
    let torn = || (seen.durations(attributes(GET, 200).error_type(ErrorType::Custom("panic"))), seen.active(GET));

    assert!(catch_unwind(AssertUnwindSafe(|| respond(Panics { by_size: true, by_end: false }))).is_err());
    assert_eq!(torn(), (1, 0));
    drop(respond(Panics { by_size: false, by_end: true }));
    assert_eq!(torn(), (2, 0));
    let response = respond(Panics { by_size: false, by_end: true });
    let unwound = catch_unwind(AssertUnwindSafe(|| {
        let _response = response;
        panic!("on purpose");
    }));
    assert!(unwound.is_err());
    assert_eq!(torn(), (3, 0));
}

struct PanicsOnDrop;

impl Drop for PanicsOnDrop {
    fn drop(&mut self) {
        assert!(std::thread::panicking(), "on purpose");
    }
}

#[test]
fn a_body_that_panics_as_it_is_dropped_has_panicked() {
    struct Owns(Panics, PanicsOnDrop);

    impl Body for Owns {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            Pin::new(&mut self.get_mut().0).poll_frame(cx)
        }
    }

    let mut cx = Context::from_waker(Waker::noop());
    let (seen, layer) = Seen::new();
    let asked = Panics { by_size: false, by_end: false };
    // It is cancelled, or it has the declared length.
    for (torn, length) in [(1, "4"), (2, "0")] {
        let mut service = layer.layer(service_fn(|_| {
            let response = Response::builder().header(http::header::CONTENT_LENGTH, length);
            ready(Ok::<_, Infallible>(response.body(Owns(asked, PanicsOnDrop)).unwrap()))
        }));
        let Poll::Ready(Ok(response)) = pin!(service.call(request())).poll(&mut cx) else {
            unreachable!("it is there")
        };
        assert!(catch_unwind(AssertUnwindSafe(|| drop(response))).is_err());
        let panicked = attributes(GET, 200).error_type(ErrorType::Custom("panic"));
        assert_eq!((seen.durations(panicked), seen.active(GET)), (torn, 0));
    }
}

#[test]
fn a_future_that_panics_as_it_is_cancelled_has_panicked() {
    let (seen, layer) = Seen::new();
    let mut slow = layer.layer(service_fn(|_| {
        let held = PanicsOnDrop;
        async move {
            let _held = held;
            pending::<Result<Response<Empty<Bytes>>, Infallible>>().await
        }
    }));
    let response = slow.call(request());
    assert!(catch_unwind(AssertUnwindSafe(|| drop(response))).is_err());
    assert_eq!((seen.durations(failed(GET, "panic")), seen.active(GET)), (1, 0));
}

#[tokio::test]
async fn a_duration_goes_by_a_clock_that_is_set_by_hand() {
    let (meter, clock) = (TestMeter::new(), ManualClock::new());
    let layer = HttpServerLayer::with_meter(&meter);
    let page = layer.layer(service_fn(|_| {
        clock.advance(Duration::from_millis(1500));
        ready(Ok::<_, Infallible>(Response::new(Empty::<Bytes>::new())))
    }));
    drop(page.oneshot(request()).await.unwrap());
    let duration = meter.distribution(&REQUEST_DURATION, attributes(GET, 200));
    assert_eq!(duration.sum().value(), 1.5);
}

/// What a provider exported of the requests that are active, at its end.
fn with_active() -> (SdkMeterProvider, Arc<Mutex<Vec<String>>>) {
    let active = Arc::<Mutex<Vec<String>>>::default();
    let exporter = export::metrics({
        let active = Arc::clone(&active);
        move |collection| {
            let metrics = collection.metrics().filter(|metric| metric.name() == "http.server.active_requests");
            *active.lock().unwrap() =
                metrics.flat_map(|metric| metric.points()).map(|point| point.reading.to_string()).collect();
            Ok::<_, Infallible>(())
        }
    });
    (SdkMeterProvider::builder().with_periodic_exporter(exporter).build(), active)
}

#[test]
fn a_request_that_began_for_an_earlier_provider_is_not_taken_from_a_later_one() {
    let (first, active_of_first) = with_active();
    let (second, active_of_second) = with_active();
    let mut slow =
        HttpServerLayer::new().layer(service_fn(|_| pending::<Result<Response<Empty<Bytes>>, Infallible>>()));
    meterstick::set_meter_provider(first.clone());
    let early = slow.call(request());
    first.force_flush().unwrap();
    assert_eq!(*active_of_first.lock().unwrap(), ["1"]);
    meterstick::set_meter_provider(second.clone());
    let late = slow.call(request());
    drop(early);
    second.force_flush().unwrap();
    assert_eq!(*active_of_second.lock().unwrap(), ["1"]);
    drop(late);
    second.force_flush().unwrap();
    assert_eq!(*active_of_second.lock().unwrap(), ["0"]);
}

/// A meter of a provider that panics on each size and each duration.
#[derive(Default)]
struct Foreign(Arc<Mutex<Vec<i64>>>);

struct Refuses;

impl<T> SyncInstrument<T> for Refuses {
    fn measure(&self, _: T, _: &[KeyValue]) {
        panic!("on purpose");
    }
}

struct Adds(Arc<Mutex<Vec<i64>>>);

impl SyncInstrument<i64> for Adds {
    fn measure(&self, value: i64, _: &[KeyValue]) {
        self.0.lock().unwrap().push(value);
    }
}

impl InstrumentProvider for Foreign {
    fn f64_histogram(&self, _: HistogramBuilder<'_, Histogram<f64>>) -> Histogram<f64> {
        Histogram::new(Arc::new(Refuses))
    }

    fn u64_histogram(&self, _: HistogramBuilder<'_, Histogram<u64>>) -> Histogram<u64> {
        Histogram::new(Arc::new(Refuses))
    }

    fn i64_up_down_counter(&self, _: InstrumentBuilder<'_, UpDownCounter<i64>>) -> UpDownCounter<i64> {
        UpDownCounter::new(Arc::new(Adds(Arc::clone(&self.0))))
    }
}

#[test]
fn where_a_provider_panics_the_request_ends_all_the_same() {
    let foreign = Foreign::default();
    let active = Arc::clone(&foreign.0);
    let layer = HttpServerLayer::with_meter(&Meter::new(Arc::new(foreign)));
    let mut slow = layer.layer(service_fn(|_| pending::<Result<Response<Empty<Bytes>>, Infallible>>()));
    drop(slow.call(request()));
    let response = slow.call(request());
    let unwound = catch_unwind(AssertUnwindSafe(|| {
        let _response = response;
        panic!("on purpose");
    }));
    assert!(unwound.is_err());
    assert_eq!(active.lock().unwrap().iter().sum::<i64>(), 0);
    assert_eq!(active.lock().unwrap().len(), 4);
}
