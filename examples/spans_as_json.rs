//! Writes spans to a file, each as a line of JSON.
//!
//! ```sh
//! cargo run --features export-spans,serde --example spans_as_json              # spans.jsonl
//! cargo run --features export-spans,serde --example spans_as_json -- FILE
//! ```
//!
//! The spans are those of a walk over this repository's documentation.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

use meterstick::convert::serde::attributes;
use meterstick::export;
use opentelemetry::trace::{Status, TraceContextExt, Tracer, TracerProvider};
use opentelemetry::{Array, Value};
use opentelemetry_sdk::trace::{SdkTracerProvider, SpanData};
use serde::Serialize;

/// A span, as a line of the file has it.
#[derive(Serialize)]
struct Line {
    trace: String,
    span: String,
    parent: Option<String>,
    name: String,
    start_ns: u64,
    took_us: u64,
    error: Option<String>,
    attributes: BTreeMap<String, serde_json::Value>,
}

impl Line {
    fn of(span: SpanData) -> Self {
        let took = span.end_time.duration_since(span.start_time).unwrap_or_default();
        let start = span.start_time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            trace: span.span_context.trace_id().to_string(),
            span: span.span_context.span_id().to_string(),
            parent: Some(span.parent_span_id.to_string()).filter(|id| id.bytes().any(|digit| digit != b'0')),
            name: span.name.into_owned(),
            start_ns: u64::try_from(start.as_nanos()).unwrap_or(u64::MAX),
            took_us: u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            error: match span.status {
                Status::Error { description } => Some(description.into_owned()),
                _ => None,
            },
            attributes: span.attributes.into_iter().map(|one| (one.key.to_string(), json(one.value))).collect(),
        }
    }
}

fn json(value: Value) -> serde_json::Value {
    match value {
        Value::Bool(value) => value.into(),
        Value::I64(value) => value.into(),
        Value::F64(value) => value.into(),
        Value::Array(Array::Bool(values)) => values.into(),
        Value::Array(Array::I64(values)) => values.into(),
        Value::Array(Array::F64(values)) => values.into(),
        Value::Array(Array::String(values)) => values.iter().map(ToString::to_string).collect(),
        other => other.to_string().into(),
    }
}

/// What is found in a page.
#[derive(Serialize)]
struct Page<'a> {
    path: &'a str,
    text: Text,
    headings: Vec<&'a str>,
}

#[derive(Serialize)]
struct Text {
    bytes: usize,
    words: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "spans.jsonl".to_owned());
    let mut file = BufWriter::new(File::create(&path)?);

    let exporter = export::map(
        |span| Some(Line::of(span)),
        move |batch| {
            for line in &batch {
                serde_json::to_writer(&mut file, line)?;
                file.write_all(b"\n")?;
            }
            file.flush()
        },
    );
    let tally = exporter.tally();
    let provider = SdkTracerProvider::builder().with_batch_exporter(exporter).build();

    provider.tracer("docs").in_span("read-docs", |_| read(&provider, Path::new("docs")))?;

    provider.shutdown()?;
    println!("{} spans are in {path}, {} were dropped", tally.handed_over(), tally.dropped());
    if tally.dropped() > 0 { Err("the file is not whole".into()) } else { Ok(()) }
}

fn read(provider: &SdkTracerProvider, folder: &Path) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        provider.tracer("docs").in_span("read-page", |context| -> Result<(), Box<dyn Error>> {
            let text = match fs::read_to_string(&path) {
                Ok(text) => text,
                Err(error) => {
                    context.span().set_status(Status::error(error.to_string()));
                    return Ok(());
                }
            };
            let page = Page {
                path: &path.to_string_lossy(),
                text: Text { bytes: text.len(), words: text.split_whitespace().count() },
                headings: text.lines().filter_map(|line| line.strip_prefix("## ")).collect(),
            };
            context.span().set_attributes(attributes("page", &page)?);
            Ok(())
        })?;
    }
    Ok(())
}
