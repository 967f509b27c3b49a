//! The translator of Prometheus and of the collector. The table holds what it answered itself.

use meterstick::InstrumentKind::{self, Counter, Gauge, Histogram, ObservableCounter, ObservableGauge, UpDownCounter};
use meterstick::catalog::{Prometheus, Translation};

use super::{label, metric, name};

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    let lines = include_str!("translator.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

#[test]
fn names_units_and_labels_are_those_of_the_translator() {
    use Translation::{
        NoTranslation, NoUtf8EscapingWithSuffixes, UnderscoreEscapingWithSuffixes, UnderscoreEscapingWithoutSuffixes,
    };

    const KINDS: [&[InstrumentKind]; 3] =
        [&[Counter, ObservableCounter], &[Gauge, ObservableGauge], &[UpDownCounter, Histogram]];
    let mut compared = 0;
    for row in rows() {
        match row[..] {
            ["metric", declared, unit, ref expected @ ..] => {
                let [with_suffixes, utf8] = [UnderscoreEscapingWithSuffixes, NoUtf8EscapingWithSuffixes];
                for (kinds, n) in KINDS.iter().zip(0..) {
                    for kind in *kinds {
                        assert_eq!(name(*kind, declared, unit, with_suffixes), expected[n], "{kind} {declared} {unit}");
                        assert_eq!(name(*kind, declared, unit, utf8), expected[n + 3], "{kind} {declared} {unit}");
                        compared += 2;
                    }
                }
            }
            ["name", declared, escaped, untranslated] => {
                assert_eq!(name(Counter, declared, "s", UnderscoreEscapingWithoutSuffixes), escaped);
                assert_eq!(name(Counter, declared, "s", NoTranslation), untranslated);
            }
            ["unit", unit, expected] => {
                assert_eq!(
                    Prometheus::of(&metric(Counter, "x", unit), Translation::default()).unit,
                    expected,
                    "{unit}"
                );
            }
            ["key", key, expected, utf8] => {
                assert_eq!(label(key, UnderscoreEscapingWithSuffixes), expected);
                assert_eq!(label(key, UnderscoreEscapingWithoutSuffixes), expected);
                assert_eq!(label(key, NoUtf8EscapingWithSuffixes), utf8);
                assert_eq!(label(key, NoTranslation), utf8);
            }
            _ => panic!("{row:?}"),
        }
    }
    assert!(compared > 9000, "only {compared} names were compared");
}
