//! No file makes the reader panic, and what is read either has problems or is code.

use meterstick_catalog::registry::Registry;
use proptest::prelude::*;

use crate::samples::text;

/// Pieces of registries, and things that do not belong there.
fn value() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(vec![
        "shop.x",
        "error.type",
        "counter",
        "By",
        "stable",
        "required",
        "{a}",
        "[]",
        "null",
        "1",
        "true",
        "''",
        "[a, b]",
        "{a: b}",
        "metric",
        "span",
        "attribute_group",
        "client",
        "string",
        "string[]",
        "template[string]",
        "any",
        "rpm",
        "1shop",
        "type",
        "jvm.*",
        "[{ref: error.type}]",
        "[{ref: a.b, requirement_level: {opt_in: x}}]",
        "[{id: a.b, type: int}]",
        "[{ref_group: g}]",
        "{members: [{id: Self, value: 1}, {id: '', value: 2}]}",
        "{members: [{id: a, value: a}, {id: A, value: b}]}",
        "{code_generation: {metric_value_type: int, exclude: 1}, meterstick: {boundaries: [1, x], exponential: {max_size: 1}}}",
    ]);
    prop_oneof![4 => word.prop_map(str::to_owned), 1 => text().prop_map(|text| format!("{text:?}"))]
}

fn fields(keys: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec((proptest::sample::select(keys), value()), 0..8).prop_map(|fields| {
        let mut seen = std::collections::BTreeSet::new();
        let fields = fields.into_iter().filter(|(key, _)| seen.insert(*key));
        fields.map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join(", ")
    })
}

const KEYS: &[&str] = &[
    "id",
    "type",
    "metric_name",
    "name",
    "brief",
    "instrument",
    "unit",
    "stability",
    "attributes",
    "extends",
    "span_kind",
    "kind",
    "key",
    "note",
    "deprecated",
    "annotations",
    "ref",
    "prefix",
    "requirement_level",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_file_is_read_or_refused(
        head in proptest::sample::select(vec!["groups", "file_format: definition/2\nmetrics", "file_format: definition/2\nspans", "file_format: definition/2\nattributes", "imports", "registry"]),
        items in prop::collection::vec(fields(KEYS), 0..5),
    ) {
        let items: String = items.iter().map(|item| format!("- {{{item}}}\n")).collect();
        if let Ok(registry) = Registry::parse(&format!("{head}:\n{items}"), "any.yaml") {
            // Code that is no Rust would be reported as such.
            if let Err(problems) = registry.to_code() {
                prop_assert!(!problems.to_string().contains("defect"), "{}", problems);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}", nasty in text()) {
        let _ = Registry::parse(&text, "any.yaml");
        let _ = Registry::parse(&nasty, "any.yaml");
    }
}
