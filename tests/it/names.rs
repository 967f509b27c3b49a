//! Names, codes, descriptions and boundaries are valid exactly when a rule that is written otherwise says so.

use std::panic::catch_unwind;

use meterstick::prelude::*;
use meterstick::unit::{Code, One};
use meterstick::{BoundariesError, Name};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A letter, then up to 254 letters, digits and `_.-/`.
fn is_name(text: &str) -> bool {
    let letters = ('a'..='z').chain('A'..='Z').collect::<String>();
    let later = letters.clone() + "0123456789_.-/";
    let mut left = text.chars();
    left.next().is_some_and(|first| letters.contains(first))
        && left.clone().count() <= 254
        && left.all(|other| later.contains(other))
}

/// Names with up to one fault: a wrong character somewhere, none at all, or one too many.
fn nearly_names() -> impl Strategy<Value = String> {
    let wrong =
        select(&["", "", "", " ", "é", "ß", "\0", "\n", ":", "@", "`", "{", "[", "^", ",", "+", "\u{212A}"][..]);
    prop_oneof![
        4 => ("[a-zA-Z0-9_./-]{0,12}", wrong.clone(), "[a-zA-Z0-9_./-]{0,12}").prop_map(|(a, b, c)| a + b + &c),
        2 => ("[a-zA-Z]", "[a-z0-9_./-]{251,256}", wrong).prop_map(|(a, b, c)| a + &b + c),
        1 => any::<String>(),
        1 => "[ -~]{0,3}",
    ]
}

fn nearly_boundaries() -> impl Strategy<Value = Vec<f64>> {
    let odd = select(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, f64::MAX, f64::MIN, 5e-324][..]);
    let sorted = vec(-100..100_i32, 0..12).prop_map(|mut bounds| {
        bounds.sort_unstable();
        bounds.dedup();
        bounds.into_iter().map(f64::from).collect::<Vec<_>>()
    });
    prop_oneof![
        sorted.clone(),
        (sorted, any::<prop::sample::Index>(), odd).prop_map(|(mut bounds, at, odd)| {
            bounds.insert(at.index(bounds.len() + 1), odd);
            bounds
        }),
        vec(any::<f64>(), 0..4),
    ]
}

const COUNTER: meterstick::NeedsName<meterstick::kind::Counter, u64, One> = Meter::counter::<u64>().unit::<One>();
const SIZE: Metric<Histogram<u64, One>> = Meter::histogram::<u64>().unit::<One>().name("size");

fn kept<T: ?Sized>(value: Box<T>) -> &'static T {
    Box::leak(value)
}

#[test]
fn a_unit_as_people_write_it_is_answered_with_its_code() {
    for (written, instead) in [
        ("KB", "`kBy`"),
        ("MB", "`MBy`"),
        ("KiB", "`KiBy`"),
        ("PiB", "`TiBy`"),
        ("kWh", "`kW.h`"),
        ("Wh", "`W.h`"),
        ("ppm", "`[ppm]`"),
        ("VA", "`V.A`"),
        ("rpm", "`/min`"),
        ("degC", "`Cel`"),
        ("yr", "`a`"),
        ("dBm", "`dB{mW}`"),
        ("secs", "`s`"),
        ("bytes", "`By`"),
        ("requests", "`{request}`"),
    ] {
        let refused = Meter::gauge::<f64>().try_unit(written).map(|_| ()).unwrap_err().to_string();
        assert!(refused.contains(instead), "{written}: {refused}");
    }
}

proptest! {
    #[test]
    fn a_name_is_a_letter_and_what_may_follow(text in nearly_names()) {
        let valid = is_name(&text);
        prop_assert_eq!(Name::try_new(&text).is_ok(), valid, "{:?}", text);
        prop_assert_eq!(catch_unwind(|| Name::new(&text).as_str().to_owned()).ok(), valid.then(|| text.clone()));
        let declared = COUNTER.try_name(&text).map(|metric| metric.descriptor().name);
        prop_assert_eq!(declared.ok(), valid.then_some(&*text));
        let kept = kept(text.into_boxed_str());
        prop_assert_eq!(catch_unwind(|| COUNTER.name(kept).descriptor().name).ok(), valid.then_some(kept));
    }

    #[test]
    fn a_code_that_panics_is_one_that_is_refused(text in "[smkgdabByit0123./{}()\\[\\]*%' µé-]{0,9}|(By|m|s)([./](By|m|s)){19,33}") {
        let tried = Code::try_new(&text);
        let panicked = catch_unwind(|| Code::new(&text).as_str().to_owned());
        prop_assert_eq!(tried.is_ok(), panicked.is_ok(), "{:?}", text);
        if let Err(panic) = panicked {
            // Both say the same; that of a constant, which has no other line to say so, names the code, too.
            let said = panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
            let expected = tried.err().map(|error| format!("{error}, and this code is `{text}`"));
            prop_assert_eq!(said, expected);
        }
        let declared = Meter::counter::<u64>().try_unit(&text).ok().map(|wants| wants.name("n").descriptor().unit);
        prop_assert_eq!(declared, tried.ok().map(|code| code.as_str()));
        // What is no code by any grammar: too long, empty, not ASCII, a space.
        if text.is_empty() || text.len() > 63 || !text.is_ascii() || text.contains(' ') {
            prop_assert!(tried.is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_description_is_any_text_of_1023_characters(
        character in select(&["a", "é", "€", "😀", "e\u{301}"][..]), times in 505..1030_usize, rest in "\\PC{0,3}",
    ) {
        let text = character.repeat(times) + &rest;
        let valid = text.chars().count() <= 1023;
        let described = SIZE.try_description(&text).map(|metric| metric.descriptor().description);
        prop_assert_eq!(described.ok(), valid.then_some(&*text));
        let kept = kept(text.into_boxed_str());
        prop_assert_eq!(catch_unwind(|| SIZE.description(kept).descriptor().description).ok(), valid.then_some(kept));
    }

    #[test]
    fn boundaries_are_finite_and_increase(bounds in nearly_boundaries()) {
        // A set of them in the order of numbers, with nothing lost, is what was given.
        let mut sorted = bounds.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.dedup();
        let valid = !bounds.iter().any(|bound| bound.is_nan() || bound.abs() == f64::INFINITY) && sorted == bounds;
        let tried: Result<_, BoundariesError> = SIZE.try_boundaries(&bounds);
        prop_assert_eq!(tried.map(|metric| metric.descriptor().boundaries.to_vec()).ok(), valid.then_some(bounds.clone()));
        let declared = catch_unwind(|| SIZE.boundaries(&bounds).descriptor().boundaries.to_vec());
        prop_assert_eq!(declared.ok(), valid.then_some(bounds));
    }
}
