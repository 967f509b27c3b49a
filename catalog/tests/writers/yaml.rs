//! What is written as YAML is the same for a reader of YAML 1.1 and for one of 1.2: two parsers, and the tables of types.

use meterstick::catalog::Catalog;
use meterstick_catalog::WriteCatalog;
use proptest::prelude::*;
use yaml_rust2::parser::{Event, EventReceiver, Parser};
use yaml_rust2::scanner::TScalarStyle;
use yaml_rust2::{Yaml, YamlLoader};

use crate::samples::{descriptor, kept, text};

/// Texts that one of the two versions takes for something else, and their neighbours.
const WORDS: [&str; 44] = [
    "on",
    "On",
    "ON",
    "off",
    "OFF",
    "yes",
    "Yes",
    "no",
    "NO",
    "y",
    "Y",
    "n",
    "N",
    "true",
    "True",
    "false",
    "null",
    "Null",
    "~",
    "",
    ".inf",
    "-.Inf",
    ".NaN",
    "1",
    "0",
    "-1",
    "+1",
    "017",
    "0o17",
    "0x1F",
    "0b1",
    "1_000",
    "1.5",
    "1e3",
    "1e-7",
    "6.8523015e+5",
    "190:20:30",
    "20:30.15",
    "2001-12-14",
    "2001-12-14t21:59:43.10-05:00",
    "<<",
    "=",
    "onward",
    "nope",
];

/// What the tables of yaml.org/type make of a plain scalar: whether it is a text.
fn is_text_in_1_1(plain: &str) -> bool {
    let words = ["y", "n", "yes", "no", "true", "false", "on", "off"];
    let word = |text: &str| {
        let (first, rest) = text.split_at(text.char_indices().nth(1).map_or(text.len(), |(at, _)| at));
        words.iter().any(|word| {
            text == *word || text == word.to_uppercase() || (first == word[..1].to_uppercase() && rest == &word[1..])
        })
    };
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(plain);
    let all = |text: &str, of: &str| !text.is_empty() && text.chars().all(|c| of.contains(c));
    let number = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && (all(unsigned, "0123456789_.:")
            || unsigned.strip_prefix("0x").is_some_and(|hex| all(hex, "0123456789abcdefABCDEF_"))
            || unsigned.strip_prefix("0b").is_some_and(|binary| all(binary, "01_"))
            || all(unsigned, "0123456789_.eE+-"));
    let date = plain.starts_with(|c: char| c.is_ascii_digit()) && all(plain, "0123456789-:.TtZz +");
    let special = ["", "~", "null", "Null", "NULL", "<<", "="].contains(&plain)
        || [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(&unsigned);
    !(word(plain) || number || date || special)
}

struct Plain(Vec<String>);

impl EventReceiver for Plain {
    fn on_event(&mut self, event: Event) {
        if let Event::Scalar(text, TScalarStyle::Plain, ..) = event {
            self.0.push(text);
        }
    }
}

/// Each scalar without quotes is of the same type in both versions.
fn check_plain_scalars(yaml: &str) {
    let mut plain = Plain(Vec::new());
    Parser::new_from_str(yaml).load(&mut plain, true).unwrap();
    for scalar in plain.0 {
        let is_text = matches!(Yaml::from_str(&scalar), Yaml::String(_));
        assert_eq!(is_text, is_text_in_1_1(&scalar), "`{scalar}` has no quotes");
    }
}

fn catalogue(description: &str, unit: &str, members: &[String]) -> Catalog {
    let mut metric = descriptor(meterstick::InstrumentKind::Counter);
    metric.description = kept(description.to_owned().into_boxed_str());
    metric.unit = kept(unit.to_owned().into_boxed_str());
    let members: Vec<&str> = members.iter().map(|one| kept(one.clone().into_boxed_str())).collect();
    let field = meterstick::Field::new(kept(format!("k{unit}").into_boxed_str()), meterstick::ValueType::String);
    let field = field.required(true).members(kept(members.into_boxed_slice())).open(false);
    metric.attributes = kept(vec![field].into_boxed_slice());
    Catalog::new(kept(vec![metric].into_boxed_slice()))
}

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(&WORDS[..]).prop_map(str::to_owned), text(), "[-+.0-9:_eExXoab]{1,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_text_is_a_text_for_every_reader(
        description in scalar(),
        unit in scalar(),
        members in prop::collection::btree_set(scalar(), 1..4),
        url in scalar(),
    ) {
        let members: Vec<_> = members.into_iter().collect();
        let registry = catalogue(&description, &unit, &members).to_weaver(&url);
        for (_, text) in registry.files() {
            check_plain_scalars(text);
        }
        let manifest: serde_norway::Value = serde_norway::from_str(&registry.manifest).unwrap();
        prop_assert_eq!(manifest["schema_url"].as_str(), Some(&*url));

        // One parser is libyaml, the other is written in Rust.
        let one: serde_norway::Value = serde_norway::from_str(&registry.metrics).unwrap();
        let other = YamlLoader::load_from_str(&registry.metrics).unwrap().remove(0);
        let metric = (&one["metrics"][0], &other["metrics"][0]);
        prop_assert_eq!(metric.0["brief"].as_str(), Some(&*description));
        prop_assert_eq!(metric.1["brief"].as_str(), Some(&*description));
        prop_assert_eq!(metric.0["unit"].as_str(), Some(&*unit));
        prop_assert_eq!(metric.1["unit"].as_str(), Some(&*unit));
        for (i, member) in members.iter().enumerate() {
            prop_assert_eq!(one["attributes"][0]["type"]["members"][i]["value"].as_str(), Some(&**member));
            prop_assert_eq!(other["attributes"][0]["type"]["members"][i]["value"].as_str(), Some(&**member));
        }
    }
}
