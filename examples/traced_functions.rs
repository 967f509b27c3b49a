//! Generic functions in typed spans. What they do is exported to the standard output.
//!
//! ```text
//! cargo run --example traced_functions --features trace
//! ```

use std::fmt;
use std::str::FromStr;

use meterstick::Number;
use meterstick::prelude::*;
use meterstick::trace::{ByValue, Internal, Operation, Span, Tracer};
use opentelemetry::global;
use opentelemetry_sdk::metrics::SdkMeterProvider;
use opentelemetry_sdk::trace::SdkTracerProvider;

const SCOPE: Scope = Scope::new("traced-functions");

/// What a slice is like.
#[derive(Clone, Copy, Attributes)]
#[attributes(prefix = "slice")]
struct Slice<'a> {
    len: usize,
    of: &'a str,
}

impl Slice<'static> {
    fn of<T>(slice: &[T]) -> Self {
        Self { len: slice.len(), of: std::any::type_name::<T>() }
    }
}

static SUM: Span<Slice<'static>> = Tracer::span::<Internal>().name("sum").attributes::<Slice<'static>>().global(SCOPE);
static CONTAINS: Span<Slice<'static>> =
    Tracer::span::<Internal>().name("contains").attributes::<Slice<'static>>().global(SCOPE);
static PARSE: Operation<(), ByValue> =
    Tracer::operation::<Internal>().name("parse").duration("parse.duration").error_type::<ByValue>().global(SCOPE);
static TOTAL: Span<(), ByValue> = Tracer::span::<Internal>().name("total").error_type::<ByValue>().global(SCOPE);

/// The sum of any numbers.
fn sum<N: Number>(numbers: &[N]) -> N {
    SUM.run(Slice::of(numbers), |_| numbers.iter().fold(N::zero(), |sum, number| sum + *number))
}

/// Whether one of anything that can be compared is there.
fn contains<T: PartialEq<U>, U>(items: &[T], wanted: &U) -> bool {
    const FOUND: Key<bool> = Key::new("found");
    CONTAINS.run(Slice::of(items), |span| {
        let found = items.iter().any(|item| item == wanted);
        span.attribute(FOUND, found);
        found
    })
}

/// What can be wrong with a list: the `error.type` of both signals.
#[derive(Clone, Copy, Debug, AttributeValue)]
enum ListError {
    Empty,
    NotANumber,
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "there is nothing in the list",
            Self::NotANumber => "there is something in the list that is not a number",
        })
    }
}

/// A list of anything that can be parsed. It fails, and is timed.
fn parse<T: FromStr>(text: &str) -> Result<Vec<T>, ListError> {
    PARSE.try_run(|_| {
        if text.is_empty() {
            return Err(ListError::Empty);
        }
        text.split(',').map(|one| one.trim().parse().map_err(|_| ListError::NotANumber)).collect()
    })
}

/// The sum of lists that come one after the other: the spans of what it calls are its children across the awaits.
async fn total<N: Number + FromStr>(lists: &[&str]) -> Result<N, ListError> {
    TOTAL
        .try_run_async(async |span| {
            let mut total = N::zero();
            for list in lists {
                total = total + sum(&parse::<N>(list)?);
                span.event("list added", &());
                tokio::task::yield_now().await;
            }
            Ok(total)
        })
        .await
}

#[tokio::main]
async fn main() {
    let tracers =
        SdkTracerProvider::builder().with_simple_exporter(opentelemetry_stdout::SpanExporter::default()).build();
    global::set_tracer_provider(tracers.clone());
    let meters =
        SdkMeterProvider::builder().with_periodic_exporter(opentelemetry_stdout::MetricExporter::default()).build();
    meterstick::set_meter_provider(meters.clone());

    println!("sum: {}", sum(&[1, 2, 3]));
    println!("sum: {}", sum(&[0.5, 0.25]));
    println!("contains: {}", contains(&["Ada", "Grace"], &"Ada"));
    println!("contains: {}", contains(&[String::from("Ada")], &"Alan"));
    println!("total: {:?}", total::<u64>(&["1, 2", "3"]).await);
    println!("total: {:?}", total::<f64>(&["1.5", "many"]).await);
    println!("total: {:?}", total::<i8>(&[""]).await);

    for ended in [tracers.shutdown(), meters.shutdown()] {
        if let Err(error) = ended {
            eprintln!("the last were not exported: {error}");
        }
    }
}
