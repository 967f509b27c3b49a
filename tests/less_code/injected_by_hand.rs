use opentelemetry::KeyValue;
use opentelemetry::metrics::{Counter, Gauge, Histogram, Meter, UpDownCounter};

struct Shop {
    requests: Counter<u64>,
    duration: Histogram<f64>,
    size: Histogram<u64>,
    active: UpDownCounter<i64>,
    queue_depth: Gauge<u64>,
    cost: Counter<f64>,
    cpu_time: Counter<f64>,
    temperature: Gauge<f64>,
}

impl Shop {
    fn build(meter: &Meter) -> Self {
        Self {
            requests: meter
                .u64_counter("shop.requests")
                .with_unit("{request}")
                .with_description("Requests served.")
                .build(),
            duration: meter
                .f64_histogram("shop.request.duration")
                .with_unit("s")
                .with_description("How long a request took.")
                .with_boundaries(vec![0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0])
                .build(),
            size: meter
                .u64_histogram("shop.response.size")
                .with_unit("By")
                .with_description("How large a response was.")
                .with_boundaries(vec![1024.0, 65536.0, 1048576.0])
                .build(),
            active: meter
                .i64_up_down_counter("shop.request.active")
                .with_unit("{request}")
                .with_description("Requests in flight.")
                .build(),
            queue_depth: meter
                .u64_gauge("shop.queue.depth")
                .with_unit("{job}")
                .with_description("Jobs that wait.")
                .build(),
            cost: meter.f64_counter("shop.cost").with_unit("{USD}").with_description("What was paid.").build(),
            cpu_time: meter.f64_counter("shop.cpu.time").with_unit("s").with_description("CPU time used.").build(),
            temperature: meter.f64_gauge("shop.temperature").with_unit("Cel").with_description("Of the room.").build(),
        }
    }

    fn serve(&self, method: Method, route: &str) {
        self.active.add(1, &[]);
        self.duration.record(0.0125, &[]);
        self.size.record(4096, &[]);
        self.requests.add(1, &[KeyValue::new("method", method.as_str()), KeyValue::new("route", route.to_owned())]);
        self.queue_depth.record(7, &[]);
        self.cost.add(0.25, &[]);
        self.cpu_time.add(0.002, &[]);
        self.temperature.record(21.5, &[]);
        self.active.add(-1, &[]);
    }
}

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
