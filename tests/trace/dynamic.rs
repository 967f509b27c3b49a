//! Errors of which only the program knows the type, and what caused them.

use std::error::Error;
use std::fmt;
use std::io;
use std::num::ParseIntError;
use std::sync::Arc;

use anyhow::Context as _;
use meterstick::trace::{ByValue, ErrorType, Internal, OneOf, SpanDeclaration, Tracer, WithSources};
use opentelemetry_sdk::trace::SpanData;

use crate::support::{Traces, error, text};

const LOAD: SpanDeclaration = Tracer::span::<Internal>().name("load").exception_events();

type Known = OneOf<(io::Error, ParseIntError)>;

#[derive(Debug)]
struct LoadError {
    source: ParseIntError,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the price cannot be read")
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

fn parse() -> Result<u64, LoadError> {
    "twelve".parse().map_err(|source| LoadError { source })
}

fn failed<C: ErrorType<E>, E: fmt::Display>(error: impl Fn() -> E) -> SpanData {
    let traces = Traces::new();
    assert!(LOAD.error_type::<C>().build(&traces.tracer).try_run(|_| Err::<(), E>(error())).is_err());
    traces.only()
}

fn exception(span: &SpanData, key: &str) -> Option<String> {
    text(&span.events.events[0].attributes, key)
}

const PARSE_INT: &str = "core::num::error::ParseIntError";
const DIGIT: &str = "invalid digit found in string";

#[test]
fn the_class_of_a_boxed_error_is_the_first_that_it_is() {
    let inner = || "x".parse::<u8>().unwrap_err();
    let spans = [
        failed::<Known, Box<dyn Error>>(|| inner().into()),
        failed::<Known, Box<dyn Error + Send + Sync>>(|| inner().into()),
        failed::<Known, Arc<dyn Error + Send + Sync>>(|| Arc::new(inner())),
        failed::<Known, anyhow::Error>(|| inner().into()),
    ];
    for span in &spans {
        assert_eq!(text(&span.attributes, "error.type").as_deref(), Some(PARSE_INT));
        assert_eq!(exception(span, "exception.type").as_deref(), Some(PARSE_INT));
        assert_eq!(span.status, error(DIGIT));
        assert_eq!(exception(span, "exception.stacktrace"), None);
    }
}

#[test]
fn a_wrapper_is_looked_into_and_the_chain_is_reported() {
    let chain = "the price cannot be read: invalid digit found in string";
    let boxed = failed::<Known, Box<dyn Error>>(|| parse().unwrap_err().into());
    assert_eq!(boxed.status, error(chain));
    assert_eq!(text(&boxed.attributes, "error.type").as_deref(), Some(PARSE_INT));
    assert_eq!(exception(&boxed, "exception.message").as_deref(), Some("the price cannot be read"));
    let trace = "the price cannot be read\nCaused by: invalid digit found in string";
    assert_eq!(exception(&boxed, "exception.stacktrace").as_deref(), Some(trace));

    let context = failed::<Known, anyhow::Error>(|| parse().context("no order").unwrap_err());
    assert_eq!(context.status, error(&format!("no order: {chain}")));
    assert_eq!(text(&context.attributes, "error.type").as_deref(), Some(PARSE_INT));
    // The outermost type that is listed counts.
    let outer = failed::<OneOf<(ParseIntError, LoadError)>, anyhow::Error>(|| parse().context("no order").unwrap_err());
    assert_eq!(text(&outer.attributes, "error.type").as_deref(), Some("trace::dynamic::LoadError"));
}

#[test]
fn an_error_that_is_none_of_them_has_no_class() {
    let span = failed::<Known, anyhow::Error>(|| anyhow::anyhow!("no {}", "stock"));
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("_OTHER"));
    assert_eq!(exception(&span, "exception.type").as_deref(), Some("anyhow::Error"));
    assert_eq!(span.status, error("no stock"));
}

#[test]
fn an_error_of_a_known_type_has_its_sources_if_that_is_declared() {
    let without = failed::<meterstick::trace::ByTypeName, LoadError>(|| parse().unwrap_err());
    assert_eq!(without.status, error("the price cannot be read"));
    let with = failed::<WithSources, LoadError>(|| parse().unwrap_err());
    assert_eq!(with.status, error("the price cannot be read: invalid digit found in string"));
    assert_eq!(text(&with.attributes, "error.type").as_deref(), Some("trace::dynamic::LoadError"));
}

#[test]
fn sources_and_values_go_together() {
    #[derive(Clone, Copy, Debug, meterstick::AttributeValue)]
    enum ChargeError {
        CardDeclined,
    }
    impl fmt::Display for ChargeError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("declined")
        }
    }
    impl Error for ChargeError {}
    let span = failed::<WithSources<ByValue>, ChargeError>(|| ChargeError::CardDeclined);
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("card_declined"));
}

/// One that is its own source.
#[derive(Debug)]
struct Endless;

impl fmt::Display for Endless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("again")
    }
}

impl Error for Endless {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&Endless)
    }
}

#[test]
fn a_chain_without_an_end_is_cut() {
    let again = |times| error(&vec!["again"; times].join(": "));
    assert_eq!(failed::<WithSources, Endless>(|| Endless).status, again(33));
    let span = failed::<Known, Box<dyn Error>>(|| Endless.into());
    assert_eq!(span.status, again(33));
    assert_eq!(text(&span.attributes, "error.type").as_deref(), Some("_OTHER"));
}
