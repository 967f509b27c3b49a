use std::sync::LazyLock;

use opentelemetry::metrics::{Counter, Gauge, Histogram, Meter, UpDownCounter};
use opentelemetry::{KeyValue, global};

static METER: LazyLock<Meter> = LazyLock::new(|| global::meter("shop"));
static REQUESTS: LazyLock<Counter<u64>> = LazyLock::new(|| {
    METER.u64_counter("shop.requests").with_unit("{request}").with_description("Requests served.").build()
});
static DURATION: LazyLock<Histogram<f64>> = LazyLock::new(|| {
    METER
        .f64_histogram("shop.request.duration")
        .with_unit("s")
        .with_description("How long a request took.")
        .with_boundaries(vec![0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0])
        .build()
});
static SIZE: LazyLock<Histogram<u64>> = LazyLock::new(|| {
    METER
        .u64_histogram("shop.response.size")
        .with_unit("By")
        .with_description("How large a response was.")
        .with_boundaries(vec![1024.0, 65536.0, 1048576.0])
        .build()
});
static ACTIVE: LazyLock<UpDownCounter<i64>> = LazyLock::new(|| {
    METER
        .i64_up_down_counter("shop.request.active")
        .with_unit("{request}")
        .with_description("Requests in flight.")
        .build()
});
static QUEUE_DEPTH: LazyLock<Gauge<u64>> = LazyLock::new(|| {
    METER.u64_gauge("shop.queue.depth").with_unit("{job}").with_description("Jobs that wait.").build()
});
static COST: LazyLock<Counter<f64>> =
    LazyLock::new(|| METER.f64_counter("shop.cost").with_unit("{USD}").with_description("What was paid.").build());
static CPU_TIME: LazyLock<Counter<f64>> =
    LazyLock::new(|| METER.f64_counter("shop.cpu.time").with_unit("s").with_description("CPU time used.").build());
static TEMPERATURE: LazyLock<Gauge<f64>> =
    LazyLock::new(|| METER.f64_gauge("shop.temperature").with_unit("Cel").with_description("Of the room.").build());

enum Method {
    Get,
    Post,
}

impl Method {
    fn as_str(&self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
        }
    }
}

fn serve(method: Method, route: &str) {
    ACTIVE.add(1, &[]);
    DURATION.record(0.0125, &[]);
    SIZE.record(4096, &[]);
    REQUESTS.add(1, &[KeyValue::new("method", method.as_str()), KeyValue::new("route", route.to_owned())]);
    QUEUE_DEPTH.record(7, &[]);
    COST.add(0.25, &[]);
    CPU_TIME.add(0.002, &[]);
    TEMPERATURE.record(21.5, &[]);
    ACTIVE.add(-1, &[]);
}
