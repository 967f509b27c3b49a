use meterstick::prelude::*;
use meterstick::unit::{Bytes, Celsius, KiBytes, Millis, Seconds};

meterstick::unit! {
    /// Requests.
    Requests = "{request}";
    /// Jobs.
    Jobs = "{job}";
    /// US dollars.
    Usd = "{USD}", no bare numbers
}

#[derive(Instruments)]
#[instruments(prefix = "shop")]
struct Shop {
    /// Requests served.
    requests: Counter<u64, Requests, Served<'static>>,
    /// How long a request took.
    #[metric(name = "request.duration")]
    duration: Histogram<f64, Seconds>,
    /// How large a response was.
    #[metric(name = "response.size", boundaries = [KiBytes(1), KiBytes(64), KiBytes(1024)])]
    size: Histogram<u64, Bytes>,
    /// Requests in flight.
    #[metric(name = "request.active")]
    active: UpDownCounter<i64, Requests>,
    /// Jobs that wait.
    #[metric(name = "queue.depth")]
    queue_depth: Gauge<u64, Jobs>,
    /// What was paid.
    cost: Counter<f64, Usd>,
    /// CPU time used.
    #[metric(name = "cpu.time")]
    cpu_time: Counter<f64, Seconds>,
    /// Of the room.
    temperature: Gauge<f64, Celsius>,
}

impl Shop {
    fn serve(&self, method: Method, route: &str) {
        let _active = self.active.track();
        self.duration.record(Millis(12.5));
        self.size.record(KiBytes(4));
        self.requests.inc(Served { method, route });
        self.queue_depth.record(7);
        self.cost.add(Usd(0.25));
        self.cpu_time.add(Millis(2));
        self.temperature.record(Celsius(21.5));
    }
}

#[derive(Clone, Copy, AttributeValue)]
enum Method {
    Get,
    Post,
}

#[derive(Clone, Copy, Attributes)]
struct Served<'a> {
    method: Method,
    route: &'a str,
}
