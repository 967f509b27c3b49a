//! The catalogue as JSON, read back.

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
            of(&metric.replace('}', r#", "boundaries": [1.0, 5.0, 5.0]}"#)),
            "the buckets of `a.b`: boundaries increase strictly",
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
