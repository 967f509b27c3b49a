//! The catalogue as JSON, read back.

use meterstick::prelude::*;
use meterstick::unit::One;
use meterstick_catalog::WriteCatalog;
use meterstick_catalog::document::Document;
use proptest::prelude::*;
use serde_json::Value;

use crate::samples::catalog;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn json_says_what_was_declared(catalog in catalog()) {
        let json = catalog.to_json();
        prop_assert_eq!(&json, &catalog.to_json());
        let read: Value = serde_json::from_str(&json).unwrap();
        let metrics = read["metrics"].as_array().unwrap();
        prop_assert_eq!(metrics.len(), catalog.metrics().len());
        prop_assert!(metrics.is_sorted_by_key(|metric| metric["name"].as_str().unwrap()));
        for declared in catalog.metrics() {
            let metric = metrics.iter().find(|metric| metric["name"] == declared.name).unwrap();
            prop_assert_eq!(metric["description"].as_str(), Some(declared.description));
            prop_assert_eq!(metric["unit"].as_str(), Some(declared.unit));
            let boundaries = metric["boundaries"].as_array().unwrap().iter().map(|one| one.as_f64().unwrap());
            prop_assert!(boundaries.eq(declared.boundaries.iter().copied()));
            let attributes = metric["attributes"].as_array().unwrap();
            prop_assert_eq!(attributes.len(), declared.attributes.len());
            for (attribute, field) in attributes.iter().zip(declared.attributes) {
                prop_assert_eq!(attribute["key"].as_str(), Some(field.key));
                prop_assert_eq!(attribute["required"].as_bool(), Some(field.required));
                prop_assert_eq!(attribute["open"].as_bool(), Some(field.open));
                let values = attribute["values"].as_array().unwrap().iter().map(|one| one.as_str().unwrap());
                prop_assert!(values.eq(field.members.iter().copied()));
            }
        }
        prop_assert_eq!(Document::from_json(&json).unwrap(), Document::of(&catalog));
    }
}

const BOOL: &str = r#"{"key": "ok", "type": "bool", "required": true}"#;

#[test]
fn what_is_no_catalogue_is_refused() {
    let of = |metrics: &str| format!(r#"{{"format": "meterstick.catalog/1", "metrics": [{metrics}]}}"#);
    let metric = r#"{"name": "a.b", "kind": "counter", "number": "integer", "unit": "1"}"#;
    let with = |part: &str| metric.replace('}', &format!(", {part}}}"));
    let histogram = |part: &str| with(part).replace("counter", "histogram");
    let exponential =
        |size: u32, scale: i8| histogram(&format!(r#""exponential": {{"max_size": {size}, "max_scale": {scale}}}"#));
    let closed = |sets: usize, limit: Option<usize>| {
        let limit = limit.map_or("null".to_owned(), |limit| limit.to_string());
        with(&format!(
            r#""cardinality": {sets}, "cardinality_limit": {limit}, "attributes": [{BOOL}, {}]"#,
            BOOL.replace("ok", "cached")
        ))
    };
    let optional = |sets: usize| closed(sets, None).replace("true", "false");
    for fine in [closed(4, None), closed(4, Some(4)), optional(5), optional(9), exponential(2, -10), exponential(2, 20)]
    {
        assert!(Document::from_json(&of(&fine)).is_ok(), "{fine}");
    }
    let refused = [
        (String::new(), "EOF"),
        (r#"{"metrics": []}"#.to_owned(), "missing field `format`"),
        (r#"{"format": "x", "metrics": []}"#.to_owned(), "its format is `x`"),
        (format!(r#"{{"format": "meterstick.catalog/1", "metrics": [{metric}, {metric}]}}"#), "it has `a.b` twice"),
        (
            format!(r#"{{"format": "meterstick.catalog/1", "metrics": [{}]}}"#, metric.replace("counter", "meter")),
            "unknown variant `meter`",
        ),
        // The rules of declarations, at this entry, too.
        (of(&metric.replace("a.b", "")), "the metric ``: an instrument has a name"),
        (of(&metric.replace("a.b", "2xx")), "the metric `2xx`: an instrument's name starts with a letter"),
        (of(&metric.replace("a.b", "a b")), "letters, digits"),
        (of(&format!("{metric}, {}", metric.replace("a.b", "A.b"))), "it has `a.b` twice"),
        (of(&format!("{metric}, {}", metric.replace("a.b", "A_b"))), "`a.b` and `a_b` are the same name in Prometheus"),
        (of(&metric.replace(r#""1""#, r#""\u00b5s""#)), "the unit `\u{b5}s` of `a.b`"),
        (
            of(&metric.replace('}', r#", "attributes": [{"key": "", "type": "bool", "required": true}]}"#)),
            "an attribute of `a.b`: a key is not empty",
        ),
        (
            of(&metric.replace('}', &format!(r#", "attributes": [{BOOL}, {BOOL}]}}"#))),
            "the attribute `ok` of `a.b`: the keys of a set are distinct",
        ),
        (
            of(&histogram(r#""boundaries": [1.0, 5.0, 5.0]"#)),
            "the buckets of `a.b`: bucket boundaries increase strictly",
        ),
        (of(&with(r#""boundaries": [1.0]"#)), "the buckets of `a.b`: only a histogram has buckets"),
        (
            of(&with(r#""exponential": {"max_size": 160, "max_scale": 20}"#)),
            "the buckets of `a.b`: only a histogram has buckets",
        ),
        (of(&exponential(1, 20)), "the buckets of `a.b`: an exponential histogram has at least 2 buckets"),
        (of(&exponential(2, 21)), "the buckets of `a.b`: the scale of an exponential histogram is between -10 and 20"),
        (of(&exponential(2, -11)), "the buckets of `a.b`: the scale of an exponential histogram is between -10 and 20"),
        (
            of(&with(&format!(r#""description": "{}""#, "d".repeat(1024)))),
            "the description of `a.b`: a description has at most 1,023 characters",
        ),
        (
            of(&with(r#""attributes": [{"key": "k", "type": "string", "required": true, "values": ["a", "b", "a"]}]"#)),
            "the attribute `k` of `a.b`: the values of an enum are distinct",
        ),
        (
            of(&with(r#""attributes": [{"key": "k", "type": "bool", "required": true, "values": ["true", "yes"]}]"#)),
            "the attribute `k` of `a.b`: `yes` is not a value of its type",
        ),
        (
            of(&with(r#""attributes": [{"key": "k", "type": "int", "required": true, "values": ["200", "5xx"]}]"#)),
            "the attribute `k` of `a.b`: `5xx` is not a value of its type",
        ),
        (
            of(&with(r#""cardinality_limit": 0"#)),
            "the cardinality limit of `a.b`: an instrument has at least one attribute set: its limit is at least 1",
        ),
        (of(&closed(4, Some(1))), "the cardinality limit of `a.b`: the attributes have more possible sets than"),
        (of(&closed(9, None)), "the cardinality of `a.b`: the number of possible sets is 4, not 9"),
        (of(&optional(4)), "the cardinality of `a.b`: the number of possible sets is from 5 to 9, not 4"),
        (of(&optional(10)), "the cardinality of `a.b`: the number of possible sets is from 5 to 9, not 10"),
        (of(&with(r#""cardinality": 2"#)), "the cardinality of `a.b`: the number of possible sets is 1, not 2"),
        (
            of(&with(r#""cardinality": 2, "attributes": [{"key": "k", "type": "string", "required": true}]"#)),
            "the cardinality of `a.b`: the number of possible sets is not known, because `k` can have any value",
        ),
        (
            of(&with(r#""cardinality": 1, "any_keys": true"#)),
            "the cardinality of `a.b`: the number of possible sets is not known, because attributes can have any keys",
        ),
        (of(&metric.replace('}', r#", "scopes": [{"name": ""}]}"#)), "a scope of `a.b`: it has a name"),
    ];
    for (json, reason) in refused {
        let error = Document::from_json(&json).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
        // By whatever deserializes it.
        let error = serde_json::from_str::<Document>(&json).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn the_sets_of_every_way_to_be_absent_are_read_back() {
    #[derive(Clone, Copy, Attributes)]
    struct Both {
        ok: bool,
        cached: bool,
    }
    #[derive(Clone, Copy, Attributes)]
    struct Each {
        warm: Option<bool>,
        #[attribute(flatten)]
        both: Option<Both>,
    }
    const BOTH: Metric<Counter<u64, One, Option<Both>>> =
        Meter::counter::<u64>().unit::<One>().name("a.both").attributes::<Option<Both>>();
    const EACH: Metric<Counter<u64, One, Each>> =
        Meter::counter::<u64>().unit::<One>().name("a.each").cardinality_at_most::<15>().attributes::<Each>();
    const ANY: Metric<Counter<u64, One, KeyValues>> =
        Meter::counter::<u64>().unit::<One>().name("a.any").attributes::<KeyValues>();

    let document = Document::of(&meterstick::catalog![ANY, BOTH, EACH]);
    assert_eq!(document.metrics.iter().map(|metric| metric.cardinality).collect::<Vec<_>>(), [None, Some(5), Some(15)]);
    assert_eq!(Document::from_json(&document.to_json()).unwrap(), document);
}

#[test]
fn a_document_is_read_with_a_byte_order_mark() {
    let json = Document::of(&meterstick::catalog![]).to_json();
    assert!(Document::from_json(&format!("\u{feff}{json}")).is_ok());
}

#[test]
fn any_keys_are_written_and_read_back() {
    #[derive(Clone, Copy, Attributes)]
    struct Done {
        ok: bool,
    }
    const ANY: Metric<Counter<u64, One, KeyValues>> =
        Meter::counter::<u64>().unit::<One>().name("a.any").attributes::<KeyValues>();
    const BOTH: Metric<Counter<u64, One, (Done, KeyValues)>> =
        Meter::counter::<u64>().unit::<One>().name("a.both").attributes::<(Done, KeyValues)>();
    const DONE: Metric<Counter<u64, One, Done>> =
        Meter::counter::<u64>().unit::<One>().name("a.done").attributes::<Done>();
    const NONE: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("a.none");

    let document = Document::of(&meterstick::catalog![ANY, BOTH, DONE, NONE]);
    let any_keys = |document: &Document| document.metrics.iter().map(|metric| metric.any_keys).collect::<Vec<_>>();
    assert_eq!(any_keys(&document), [true, true, false, false]);
    let json = document.to_json();
    assert_eq!(Document::from_json(&json).unwrap(), document);
    // A document that does not say it: only without declared attributes, the missing number of sets does.
    let without = json.replace("      \"any_keys\": true,\n", "");
    assert!(!without.contains("any_keys"), "{without}");
    assert_eq!(any_keys(&Document::from_json(&without).unwrap()), [true, false, false, false]);
}
