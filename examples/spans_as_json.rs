//! Writes spans to a file, each as a line of JSON.
//!
//! ```sh
//! cargo run --features export-spans,serde,trace --example spans_as_json          # to a temporary file
//! cargo run --features export-spans,serde,trace --example spans_as_json -- FILE
//! ```
//!
//! The spans are those of a walk over this repository's documentation.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use meterstick::Scope;
use meterstick::convert::serde::attributes;
use meterstick::export::{self, EndedSpan};
use meterstick::trace::{Internal, Span, Tracer};
use opentelemetry::trace::Status;
use opentelemetry::{Array, Key, Value, global};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use serde::Serialize;

const DOCS: Scope = Scope::new("docs");
static READ_DOCS: Span = Tracer::span::<Internal>().name("read-docs").global(DOCS);
static READ_PAGE: Span = Tracer::span::<Internal>().name("read-page").global(DOCS);

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).map_or_else(|| std::env::temp_dir().join("spans.jsonl"), PathBuf::from);
    let mut file = BufWriter::new(File::create(&path)?);

    let exporter = export::map(
        |span: EndedSpan<'_>| Some(Line::of(span)),
        move |batch| {
            for line in &batch {
                serde_json::to_writer(&mut file, line)?;
                file.write_all(b"\n")?;
            }
            file.flush()
        },
    );
    let tally = exporter.tally();
    let resource = Resource::builder().with_service_name("docs").build();
    let provider = SdkTracerProvider::builder().with_resource(resource).with_batch_exporter(exporter).build();
    global::set_tracer_provider(provider.clone());

    READ_DOCS.try_run(|_| read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")))?;

    provider.shutdown()?;
    println!("{} spans are in {}, {} were dropped", tally.exported(), path.display(), tally.dropped());
    if tally.dropped() > 0 { Err("the file is not whole".into()) } else { Ok(()) }
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

fn read_all(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            continue;
        }
        READ_PAGE.try_run(|span| {
            let text = fs::read_to_string(&path)?;
            let page = Page {
                path: &path.to_string_lossy(),
                text: Text { bytes: text.len(), words: text.split_whitespace().count() },
                headings: text.lines().filter_map(|line| line.strip_prefix("## ")).collect(),
            };
            span.set(&&*attributes("page", &page).map_err(io::Error::other)?);
            Ok::<_, io::Error>(())
        })?;
    }
    Ok(())
}

/// A span, as a line of the file has it.
#[derive(Serialize)]
struct Line {
    service: Option<String>,
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
    fn of(EndedSpan { data: span, resource, .. }: EndedSpan<'_>) -> Self {
        let took = span.end_time.duration_since(span.start_time).unwrap_or_default();
        let start = span.start_time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            service: resource.get(&Key::from_static_str("service.name")).map(|name| name.to_string()),
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
