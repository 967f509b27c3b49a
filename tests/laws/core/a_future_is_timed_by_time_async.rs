use meterstick::prelude::*;
use meterstick::unit::Seconds;

static WAIT: Histogram<f64, Seconds> =
    Meter::histogram::<f64>().unit::<Seconds>().name("wait").global(Scope::new("test"));

async fn fetch() -> u32 {
    7
}

async fn wait() -> u32 {
    WAIT.time(|| async { 7 }).await + WAIT.time(fetch).await
}

fn main() {
    drop(wait());
}
