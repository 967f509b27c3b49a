//! What the constructors of the sets take. It is written down at the first release that has a set, and stays: an attribute that
//! the conventions require later is set by a method, as a constructor with one more parameter would break its callers.
//!
//! Delete the file for a release that may break them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use meterstick_catalog::generate::emit::metric::signal;
use meterstick_catalog::generate::set::Signal;
use meterstick_catalog::registry::Registry;

use crate::Result;

/// By metric: the keys of the attributes.
pub struct Constructors(BTreeMap<String, BTreeSet<String>>);

impl Constructors {
    /// What is written down, and what the registry requires of metrics that are new.
    pub fn read(path: &Path, facts: &Registry) -> Result<Self> {
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            other => other?,
        };
        Ok(Self::of(&text, facts))
    }

    fn of(text: &str, facts: &Registry) -> Self {
        let mut constructors: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for line in text.lines() {
            let mut words = line.split(' ').map(str::to_owned);
            constructors.insert(words.next().unwrap_or_default(), words.collect());
        }
        constructors.retain(|name, _| facts.metrics.contains_key(name));
        for (name, metric) in &facts.metrics {
            let signal = signal(facts, name, metric);
            if !signal.attributes.is_empty() && !constructors.contains_key(name) {
                constructors.insert(name.clone(), signal.constructor.into_iter().map(str::to_owned).collect());
            }
        }
        Self(constructors)
    }

    /// One line a metric: its name, and the keys.
    pub fn to_text(&self) -> String {
        let line = |(name, keys): (&String, &BTreeSet<String>)| {
            let words = std::iter::once(name).chain(keys).map(String::as_str);
            words.collect::<Vec<_>>().join(" ") + "\n"
        };
        self.0.iter().map(line).collect()
    }

    pub fn apply<'a>(&self, mut signal: Signal<'a>) -> Signal<'a> {
        let Some(taken) = self.0.get(signal.name) else { return signal };
        signal.constructor = signal.attributes.keys().copied().filter(|key| taken.contains(*key)).collect();
        signal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(required: &str) -> Registry {
        let text = format!(
            "file_format: definition/2
attributes:
- {{key: shop.a, type: string, brief: A., stability: development}}
- {{key: shop.b, type: string, brief: B., stability: development}}
metrics:
- name: shop.sent
  instrument: counter
  unit: By
  brief: Sent.
  stability: development
  attributes: [{{ref: shop.a, requirement_level: required}}, {{ref: shop.b, requirement_level: {required}}}]
"
        );
        Registry::parse(&text, "shop.yaml").unwrap()
    }

    #[test]
    fn an_attribute_that_is_required_later_is_no_parameter_of_a_constructor_that_exists() {
        let before = Constructors::of("", &facts("recommended"));
        assert_eq!(before.to_text(), "shop.sent shop.a\n");
        let after = facts("required");
        let kept = Constructors::of(&before.to_text(), &after);
        assert_eq!(kept.to_text(), "shop.sent shop.a\n");
        let signal = || signal(&after, "shop.sent", &after.metrics["shop.sent"]);
        assert_eq!(signal().constructor, BTreeSet::from(["shop.a", "shop.b"]));
        assert_eq!(kept.apply(signal()).constructor, BTreeSet::from(["shop.a"]));
    }

    #[test]
    fn a_parameter_stays_when_its_attribute_is_no_longer_required() {
        let kept = Constructors::of("shop.sent shop.a shop.b\n", &facts("recommended"));
        let facts = facts("recommended");
        let signal = signal(&facts, "shop.sent", &facts.metrics["shop.sent"]);
        assert_eq!(kept.apply(signal).constructor, BTreeSet::from(["shop.a", "shop.b"]));
    }
}
