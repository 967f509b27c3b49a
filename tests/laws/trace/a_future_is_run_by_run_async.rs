//! A future is run by `run_async`: `run` would end its span before it begins.

use std::pin::Pin;

use meterstick::Scope;
use meterstick::trace::{self, Internal, Span, Tracer};

static FETCH: Span = Tracer::span::<Internal>().name("fetch").global(Scope::new("shop"));

async fn fetch() -> u32 {
    7
}

fn boxed() -> Pin<Box<dyn Future<Output = u32>>> {
    Box::pin(fetch())
}

async fn block() {
    FETCH.run(|_| async { 7 }).await;
}

async fn function() {
    FETCH.run(|_| fetch()).await;
}

async fn object() {
    FETCH.traced(|_| boxed()).value.await;
}

async fn within_a_result() {
    let fetched = FETCH.try_run(|_| Ok::<_, String>(fetch()));
    fetched.unwrap().await;
}

async fn undeclared() {
    trace::run("fetch", |_| fetch()).await;
}

fn main() {}
