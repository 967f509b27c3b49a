//! Each problem of a registry is reported with its line, all at once, with what to do.

use meterstick_catalog::Generator;
use meterstick_catalog::registry::Registry;

use crate::formats::folder;

fn problems(text: &str) -> Vec<String> {
    let found = match Registry::parse(text, "r.yaml") {
        Ok(registry) => registry.to_code().expect_err("something is wrong"),
        Err(found) => found,
    };
    found.iter().map(ToString::to_string).collect()
}

fn metric(fields: &str) -> String {
    format!("file_format: definition/2\nmetrics:\n- {{name: shop.x, brief: X., stability: stable, {fields}}}\n")
}

#[test]
fn each_mistake_has_its_line_and_what_to_do() {
    let cases = [
        ("a: [1, 2\n".to_owned(), "r.yaml:1: this is not YAML"),
        ("a: 1\n".to_owned(), "r.yaml:1: this is not a file of a registry"),
        (metric("instrument: gauge, unit: By") + "---\n" + &metric("instrument: gauge, unit: By").replace("shop.x", "shop.y"), "r.yaml:5: a second document begins here: move it to a file of its own"),
        (metric("instrument: meter, unit: By"), "r.yaml:3: the metric `shop.x` has the instrument `meter`: write `counter`, `updowncounter`, `histogram` or `gauge`"),
        (metric("unit: By"), "r.yaml:3: the metric `shop.x` has no `instrument`: write `counter`"),
        (metric("instrument: gauge"), "r.yaml:3: the metric `shop.x` has no `unit`: add one"),
        (metric("instrument: gauge, unit: mib"), "r.yaml:3: the metric `shop.x` has the unit `mib`: "),
        (metric("instrument: counter, unit: Cel"), "r.yaml:3: the metric `shop.x` has the unit `Cel`: a sum needs a unit that adds up, and this one does not: make it a `gauge` or a `histogram`, or leave it out with `--skip shop.x`"),
        (metric("instrument: gauge, unit: By").replace("shop.x", "1shop"), "r.yaml:3: the metric `1shop` has a name that cannot be recorded: an instrument's name starts with a letter"),
        (metric("instrument: gauge, unit: By, attributes: [{ref: shop.kind}]"), "r.yaml:3: the attribute `shop.kind` is not defined: "),
        (metric("instrument: gauge, unit: By, attributes: [{ref: error.typ}]"), "r.yaml:3: the attribute `error.typ` is not defined: write `error.type`, or define it"),
        (metric("instrument: gauge, unit: By, attributes: [{ref: error.type, requirement_level: always}]"), "r.yaml:3: the attribute `error.type` has the requirement level `always`: write `required`"),
        (metric("instrument: gauge, unit: By, attributes: [{ref_group: no.group}]"), "r.yaml:3: the group `no.group` is neither defined here nor in a dependency"),
        (metric("instrument: gauge, unit: By, stability: steady").replace("stability: stable, ", ""), "r.yaml:3: the metric `shop.x` has the stability `steady`: write `stable`"),
        (metric("instrument: histogram, unit: s, annotations: {meterstick: {boundaries: [2, 1]}}"), "r.yaml:3: the metric `shop.x` has invalid boundaries: "),
        (metric("instrument: gauge, unit: s, annotations: {meterstick: {boundaries: [1, 2]}}"), "r.yaml:3: the metric `shop.x` has buckets, and only a histogram can have them"),
        (metric("instrument: gauge, unit: s, unit: ms"), "r.yaml:3: the key `unit` occurs twice: remove one of the two"),
        ("file_format: definition/2\nattributes:\n- {key: a.b, type: text, brief: B., stability: stable}\n".to_owned(), "r.yaml:3: the attribute `a.b` has the type `text`, which is unknown: write `string`"),
        ("file_format: definition/2\nattributes:\n- key: a.b\n  type:\n    members:\n    - {id: x, value: 1.5, stability: stable}\n  brief: B.\n".to_owned(), "r.yaml:6: the member `x` of the attribute `a.b` is neither a text nor an integer"),
        ("file_format: definition/2\nattributes:\n- {key: a.b, type: int, brief: B.}\n- {key: a.b, type: int, brief: B.}\n".to_owned(), "r.yaml:4: the attribute `a.b` is defined twice, first at r.yaml:3: remove one of the two, or write `ref: a.b`"),
        ("file_format: definition/2\nattributes:\n- {key: a.b, type: int, brief: B.}\n- {key: a_b, type: int, brief: B.}\n- {key: a.b_c, type: int, brief: B.}\n- {key: a.b.c, type: int, brief: B.}\n".to_owned(), "r.yaml:5: the attributes `a.b.c` and `a.b_c` would both be the constant `a::B_C`"),
        ("file_format: definition/2\nattributes:\n- {key: a.v1, type: {members: [{id: x, value: x}]}, brief: B.}\n- {key: a.v_1, type: {members: [{id: 1, value: 1}]}, brief: B.}\n".to_owned(), "r.yaml:4: the attributes `a.v1` and `a.v_1` would both have the type `a::V1`: rename one of the two, or leave it out with `--skip a.v_1`"),
        ("file_format: definition/2\nattributes:\n- {key: a.b, type: {members: [{id: x, value: z}, {id: y, value: z}]}, brief: B.}\n".to_owned(), "r.yaml:3: the members `x` and `y` of the attribute `a.b` both have the value `z`: give one of the two another value, or remove it"),
        ("file_format: definition/2\nattributes:\n- {key: a.b, type: {members: [{id: x, value: 1}, {id: y, value: 1}]}, brief: B., annotations: {meterstick: {closed: true}}}\n".to_owned(), "r.yaml:3: the members `x` and `y` of the attribute `a.b` both have the value `1`: "),
        ("file_format: definition/2\nspans:\n- {type: a.v1, kind: internal, brief: B., attributes: [{ref: error.type}, {ref: http.route}]}\n- {type: a.v_1, kind: internal, brief: B., attributes: [{ref: http.route}]}\n".to_owned(), "r.yaml:4: the spans `a.v1` and `a.v_1` would both have the type `a::V1Attributes`"),
        (metric("instrument: gauge, unit: By, attributes: [{ref: http.route}]") + "- {name: shop.X_, brief: X., stability: stable, instrument: gauge, unit: By, attributes: [{ref: http.route}]}\n", "r.yaml:3: the metrics `shop.X_` and `shop.x` would both be the constant `shop::X`"),
        (metric("instrument: gauge, unit: By, attributes: [{ref: http.route}]").replace("shop.x", "shop.v1") + "- {name: shop.v_1, brief: X., stability: stable, instrument: gauge, unit: By, attributes: [{ref: url.path}]}\n", "r.yaml:4: the metrics `shop.v1` and `shop.v_1` would both have the type `shop::V1`"),
        ("file_format: definition/2\nimports:\n  metrics: [nothing.*]\n".to_owned(), "r.yaml:3: `nothing.*` is not a metric of a dependency"),
        ("groups:\n- {id: a, type: attribute_group, brief: A., extends: a}\n".to_owned(), "r.yaml:2: the group `a` extends itself: remove an `extends`"),
        ("groups:\n- {id: a, type: attribute_group, brief: A., prefix: x, attributes: [{id: y, type: int, brief: Y.}]}\n".to_owned(), "r.yaml:2: weaver no longer reads `prefix`: write it into each `id`"),
        ("groups:\n- {id: a, type: metrics, brief: A.}\n".to_owned(), "r.yaml:2: the group `a` has the type `metrics`: write `metric`, `span`, `attribute_group`, `event` or `entity`"),
        ("file_format: definition/24\n".to_owned(), "r.yaml:1: `file_format` is `definition/24`, which is unknown: write `definition/2`"),
        (metric("instrument: gauge, unit: By").replace("file_format: definition/2\n", ""), "r.yaml:1: this file defines signals but does not name its format: begin it with `file_format: definition/2`"),
        (metric("instrument: gauge, unit: By, breif: X."), "r.yaml:3: `breif` is not a field: write `brief`"),
        (metric("instrument: gauge, unit: By, attributes: [{ref: error.type, requirement_levl: required}]"), "r.yaml:3: `requirement_levl` is not a field: write `requirement_level`"),
        ("file_format: definition/2\nimports:\n  metircs: [http.server.request.duration]\n".to_owned(), "r.yaml:3: `metircs` is not a field: write `metrics`"),
        (metric("instrument: gauge, unit: s, annotations: {meterstick: {observabel: true}}"), "r.yaml:3: `observabel` is not an annotation of meterstick: write `observable`"),
        (metric("instrument: gauge, unit: s, annotations: {meterstick: {speed: 1}}"), "r.yaml:3: `speed` is not an annotation of meterstick: write `any_attributes`, `boundaries`, `cardinality`, "),
        (metric("instrument: gauge, unit: s, annotations: {meterstick: true}"), "r.yaml:3: `meterstick` is not a map: write its fields, such as `observable: true`"),
        (metric("instrument: gauge, unit: s, annotations: {meterstick: {observable: often}}"), "r.yaml:3: `observable` is neither `true` nor `false`: write one of the two"),
        (metric("instrument: gauge, unit: s, annotations: {meterstick: {cardinality_limit: -1}}"), "r.yaml:3: `cardinality_limit` is not an integer that is possible here"),
        (metric("instrument: gauge, unit: s, annotations: {meterstick: {cardinality_limit: 0}}"), "r.yaml:3: the metric `shop.x` has a `cardinality_limit` of 0: write at least 1, or remove the limit"),
        (metric("instrument: gauge, unit: s, attributes: [{ref: tls.resumed, requirement_level: required}], annotations: {meterstick: {cardinality_limit: 1}}"), "r.yaml:3: the metric `shop.x` has 2 possible attribute sets, and a `cardinality_limit` of 1: write at least 2, or remove the limit"),
        (metric("instrument: gauge, unit: s, attributes: [{ref: tls.resumed}], annotations: {meterstick: {any_attributes: true}}"), "r.yaml:3: the metric `shop.x` has attributes and `any_attributes`: remove one of the two"),
        (metric("instrument: histogram, unit: s, annotations: {meterstick: {boundaries: [1, x]}}"), "r.yaml:3: a boundary is not a number: write one, such as `0.5`"),
        (metric("instrument: histogram, unit: s, annotations: {meterstick: {exponential: {max_sise: 20}}}"), "r.yaml:3: `max_sise` is not an annotation of meterstick: write `max_size`"),
        (metric("instrument: histogram, unit: s, annotations: {meterstick: {exponential: {max_scale: 1000}}}"), "r.yaml:3: `max_scale` is not an integer that is possible here"),
        ("file_format: definition/2\nattributes:\n- key: a.b\n  type: {members: [{id: x, value: x, deprecated: {reason: obsoleted}}]}\n  brief: B.\n  annotations: {meterstick: {closed: true}}\n".to_owned(), "r.yaml:3: the attribute `a.b` is closed, and all of its members are deprecated: add one that is not, or remove `closed`"),
        ("file_format: definition/2\nattributes:\n- {key: a.b, type: int, brief: B., annotations: {meterstick: {closed: true}}}\n".to_owned(), "r.yaml:3: the attribute `a.b` is `closed` and has no `members`: list them, or remove `closed`"),
        ("file_format: definition/2\nattributes:\n- {key: a.b, type: int, brief: B., annotations: {meterstick: {close: true}}}\n".to_owned(), "r.yaml:3: `close` is not an annotation of meterstick: write `closed`"),
        ("groups:\n- id: a\n  type: attribute_group\n  atributes: []\n".to_owned(), "r.yaml:4: `atributes` is not a field: write `attributes`"),
    ];
    for (text, expected) in cases {
        let found = problems(&text);
        assert!(found.iter().any(|problem| problem.starts_with(expected)), "{text}\n{found:#?}\n{expected}");
    }
}

#[test]
fn an_attribute_with_an_invalid_type_is_one_mistake() {
    for ty in [", type: text", "", ", type: {members: [{id: a, value: a}, {id: b, value: 1}]}", ", type: {members: []}"]
    {
        let attributes = "attributes: [{ref: a.k}]";
        let text = metric(&format!("instrument: gauge, unit: By, {attributes}"))
            + &format!("- {{name: shop.y, brief: Y., stability: stable, instrument: gauge, unit: By, {attributes}}}\n")
            + &format!("attributes: [{{key: a.k, brief: K., stability: stable{ty}}}]\n");
        let found = problems(&text);
        assert!(found.len() == 1 && found[0].starts_with("r.yaml:5: the attribute `a.k` "), "{ty}: {found:#?}");
    }
}

#[test]
fn two_metrics_of_one_name_are_reported_with_both_places() {
    let text = "file_format: definition/2\nmetrics:\n- {name: a.m, brief: M., instrument: gauge, unit: By, stability: stable}\n- {name: a.m, brief: M., instrument: counter, unit: By, stability: stable}\n- {name: A_m, brief: M., instrument: gauge, unit: By, stability: stable}\n";
    let found = problems(text);
    assert!(
        found[0].starts_with("r.yaml:4: the metric `a.m` is defined twice, first at r.yaml:3: rename one of the two"),
        "{found:#?}"
    );
    let text = text.replace("\n- {name: a.m, brief: M., instrument: counter, unit: By, stability: stable}", "");
    let found = problems(&text);
    assert!(
        found.iter().any(|one| one
            .contains("the metrics `A_m` and `a.m` are one name where case makes no difference and `.` is `_`")),
        "{found:#?}"
    );
}

#[test]
fn all_are_reported_at_once_and_what_is_skipped_is_not() {
    let text = "file_format: definition/2\nmetrics:\n- {name: a.x, brief: X., instrument: meter, unit: By, stability: stable}\n- {name: a.y, brief: Y., instrument: gauge, unit: mib, stability: stable}\n- {name: a.z, brief: Z., instrument: gauge, unit: By, stability: stable, attributes: [{ref: a.k}]}\n- {name: a.ok, brief: Ok., instrument: gauge, unit: By, stability: stable}\n";
    let folder = folder("problems-skip", &[("r.yaml", text)]);
    let found = Generator::new(&folder).generate().unwrap_err();
    let lines: Vec<_> = found.iter().map(|problem| problem.place.line()).collect();
    assert_eq!(lines, [3, 4, 5]);
    let code = Generator::new(&folder)
        .skip("a.x")
        .skip("a.y")
        .skip("a.k")
        .generate()
        .unwrap_or_else(|found| panic!("{found}"));
    assert!(
        code.contains("pub const OK:") && code.contains("pub const Z:") && !code.contains("pub const X:"),
        "{code}"
    );
    let found =
        Generator::new(&folder).skip("a.x").skip("a.y").skip("a.z").skip("a.typo").generate().unwrap_err().to_string();
    assert!(found.ends_with("`a.typo` cannot be left out, because it does not exist: remove the `--skip`"), "{found}");
    let found = Generator::new(&folder)
        .skip("a.x")
        .skip("a.y")
        .skip("a.z")
        .dependency("typo", "no-such-folder")
        .generate()
        .unwrap_err()
        .to_string();
    assert!(found.ends_with("`typo` is not a dependency of a manifest: remove the `--dependency`"), "{found}");
}

#[test]
fn a_field_that_is_like_none_may_be_of_a_format_to_come() {
    let text = metric("instrument: gauge, unit: By, cardinality: low");
    assert!(Registry::parse(&text, "r.yaml").is_ok());
    // As it was called before.
    let text = text.replace("file_format: definition/2", "version: \"2\"");
    assert!(Registry::parse(&text, "r.yaml").unwrap().metrics.contains_key("shop.x"));
}

#[test]
fn a_file_without_a_format_is_not_passed_over() {
    let good = metric("instrument: gauge, unit: By");
    let bad = good.replace("file_format: definition/2\n", "").replace("shop.x", "shop.y");
    let folder = folder("problems-format", &[("good.yaml", &good), ("bad.yaml", &bad), ("other.yaml", "name: tool\n")]);
    let found = Generator::new(&folder).generate().unwrap_err().to_string();
    assert!(found.ends_with("bad.yaml:1: this file defines signals but does not name its format: begin it with `file_format: definition/2`"), "{found}");
}
