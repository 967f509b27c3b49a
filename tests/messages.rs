//! The compiler's messages for broken rules, as the second part of a page, made from what the compiler prints.
//!
//! With `MESSAGES=overwrite` that part is written anew.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const PAGE: &str = "docs/laws.md";

/// Before this line the page is written by hand, after it by this test.
const MARK: &str = "<!-- `MESSAGES=overwrite cargo test --test messages` writes all that follows. -->\n";

const HEAD: &str = "
## The compiler's messages

For each rule, this is what the compiler prints when you break it, without rustc's own notes and lists. If a mistake causes several
errors, all of them are shown.
";

/// The folders of rules, and what they are about.
const CHAPTERS: [(&str, &str); 5] = [
    ("core", "Instruments, units and numbers"),
    ("derive", "Attributes and derives"),
    ("semconv", "Declarations made from others"),
    ("catalog", "Catalogues"),
    ("trace", "Spans and operations"),
];

#[test]
fn the_page_of_messages_is_what_the_compiler_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = fs::read_to_string(root.join(PAGE)).unwrap();
    let (by_hand, _) = committed.split_once(MARK).expect("the page has the line after which this test writes");
    let mut page = format!("{by_hand}{MARK}{HEAD}");
    for (folder, title) in CHAPTERS {
        write!(page, "\n### {title}\n").unwrap();
        for path in outputs(&root.join("tests/laws").join(folder)) {
            let law = path.file_stem().unwrap().to_str().unwrap();
            write!(page, "\n#### {}\n", sentence(law)).unwrap();
            let output = fs::read_to_string(&path).unwrap();
            for error in errors(&output) {
                check(law, &error);
                write!(page, "\n```text\n{}\n```\n", error.join("\n")).unwrap();
            }
        }
    }
    if std::env::var_os("MESSAGES").is_some_and(|value| value == "overwrite") {
        fs::write(root.join(PAGE), &page).unwrap();
        return;
    }
    assert!(
        committed == page,
        "{PAGE} is not what the compiler says: run `MESSAGES=overwrite cargo test --test messages`"
    );
}

fn outputs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut outputs: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ext| ext == "stderr")).collect();
    outputs.sort();
    outputs
}

/// Headings of rules whose file's name, which has letters and `_` only, is no good sentence.
const HEADINGS: [(&str, &str); 48] = [
    ("a_closed_set_over_the_sdks_limit_says_its_own", "A closed set over the SDK's limit declares its own limit"),
    ("a_custom_unit_is_a_code_a_part_or_a_multiple", "A custom unit is a code, a part or a multiple"),
    ("a_declaration_begins_with_meterstick_meter", "A declaration starts at `meterstick::Meter`"),
    ("a_declaration_has_steps_of_its_own", "A declaration does not have the steps of OpenTelemetry's builders"),
    ("a_declarations_texts_are_known_when_it_is_compiled", "The texts of a declaration are known at compile time"),
    ("a_future_is_timed_by_time_async", "A future is timed by `time_async`"),
    ("a_measurement_has_the_instruments_number", "A measurement has the instrument's number type"),
    ("a_number_is_not_a_bool", "A `bool` is not a number"),
    (
        "a_type_of_an_instrument_has_a_number_that_its_kind_takes",
        "The number in an instrument's type is one that its kind takes",
    ),
    ("a_unit_is_a_unit", "A unit is a type that implements `Unit`"),
    ("a_units_code_is_of_ucum", "The code of a unit is a UCUM code"),
    ("an_instrument_without_attributes_has_none_to_bind", "An instrument without attributes cannot be bound"),
    ("an_up_down_counter_also_goes_down", "An up-down counter has a signed number"),
    ("only_an_up_down_counter_subtracts_what_it_added", "Only an up-down counter subtracts what it added"),
    ("what_is_observed_together_is_observable", "Only observable metrics are observed together"),
    ("what_keeps_a_callback_is_an_observation", "`Observation` is the type that keeps a callback"),
    ("a_component_follows_the_laws_of_a_declaration", "A component follows the rules of a declaration"),
    ("a_components_options_are_those_of_a_declaration", "The options of a component are those of a declaration"),
    ("an_enum_has_one_other_variant", "An enum has at most one `other` variant"),
    ("an_option_has_the_form_that_it_has", "An option is written in its own form"),
    ("an_option_is_one_that_is_known", "An option is one of those that exist"),
    ("a_case_rule_is_one_that_is_known", "A case rule is one of those that exist"),
    ("an_other_variant_carries_its_string", "An `other` variant has a field for its string"),
    ("what_an_other_variant_carries_is_a_string", "The field of an `other` variant is a string"),
    ("what_is_converted_has_a_mapping", "A value that is converted has a mapping"),
    ("what_is_displayed_has_a_display", "A field with `display` implements `Display`"),
    ("a_names_case_does_not_tell_two_apart", "Two names differ by more than case"),
    ("a_class_of_errors_is_said_of_the_errors_that_come", "The `error.type` is one of the errors that occur"),
    ("a_future_is_run_by_run_async", "A future is run by `run_async`"),
    ("nobody_adds_a_span_kind", "The span kinds are those of OpenTelemetry"),
    ("one_of_is_for_errors_that_are_boxed", "`OneOf` is for boxed errors"),
    ("what_has_attributes_in_common_is_no_meter", "A group with attributes is not a meter"),
    ("all_sets_are_known_of_a_closed_set_only", "Only a closed set starts at zero"),
    ("any_keys_are_no_narrower_set", "`KeyValues` is not a narrower set"),
    ("what_an_event_carries_is_a_set", "The attributes of an event are a set"),
    ("a_limit_of_sets_is_at_least_one", "A cardinality limit is at least 1"),
    ("a_span_tells_its_error_type_itself", "A span sets its `error.type` itself"),
    ("the_keys_of_a_spans_pair_are_distinct", "The keys of a span's pair are distinct"),
    ("the_keys_of_an_operations_pair_are_distinct", "The keys of an operation's pair are distinct"),
    ("a_name_that_comes_at_run_time_is_checked", "A name that is known only at run time is checked"),
    ("a_meter_is_of_the_same_version_of_opentelemetry", "A meter is of the same version of `opentelemetry`"),
    ("only_a_time_is_timed", "Only an instrument in a unit of time has timers"),
    ("an_element_of_an_array_is_always_there", "An array has no optional elements"),
    ("the_value_of_a_key_is_always_there", "The value of a key is not an `Option`"),
    ("an_error_of_a_load_says_what_went_wrong", "The error of a load implements `Display`"),
    ("an_error_says_what_went_wrong", "An error implements `Display`"),
    ("exponential_buckets_are_at_least_two", "There are at least two exponential buckets"),
    ("a_typed_key_takes_its_type", "A typed key takes a value of its type"),
];

/// `a_counter_only_goes_up` is "A counter only goes up".
fn sentence(law: &str) -> String {
    if let Some((_, heading)) = HEADINGS.iter().find(|(file, _)| *file == law) {
        return (*heading).to_owned();
    }
    let law = law.replace('_', " ").replace("up down", "up-down");
    law[..1].to_uppercase() + &law[1..]
}

#[test]
fn each_heading_is_of_a_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/laws");
    for (file, _) in HEADINGS {
        let found = CHAPTERS.iter().any(|(folder, _)| root.join(folder).join(format!("{file}.stderr")).is_file());
        assert!(found, "there is no rule {file}");
    }
}

/// Each error up to the compiler's own notes, and the notes of this crate that follow those.
fn errors(output: &str) -> Vec<Vec<&str>> {
    let mut errors: Vec<Vec<&str>> = Vec::new();
    let mut within = false;
    for line in output.lines() {
        if line.starts_with("error") {
            errors.push(Vec::new());
            within = true;
        } else if line.is_empty() || ["note", "help", "warning", " ::: "].iter().any(|own| line.starts_with(own)) {
            within = false;
        }
        let is_note = !within && line.trim_start().starts_with("= note: ");
        if (within || is_note) && !is_own(line) {
            errors.last_mut().unwrap().push(line);
        }
    }
    for error in &mut errors {
        while error.last().is_some_and(|line| matches!(line.trim(), "|" | "...")) {
            error.pop();
        }
    }
    errors
}

/// The lists that the compiler adds of its own.
fn is_own(line: &str) -> bool {
    let is_entry = line.starts_with("            ") && !line.trim_start().starts_with("found ");
    let line = line.trim_start();
    let lists = [
        "= help: the trait",
        "= help: the following",
        "= help: for that",
        "= note: required",
        "= note: this error",
        "= note: this note",
        "= note: the following trait bounds",
        "= note: multiple",
        "= note: `KindOfSpan` is a \"sealed trait\"",
        "- impl<",
    ];
    lists.iter().any(|list| line.starts_with(list))
        || (!line.starts_with(['|', '=', '-', '.']) && (is_entry || is_listed(line)))
}

/// An entry of such a list: a type, alone or with what it implements.
fn is_listed(line: &str) -> bool {
    line.starts_with("and $N others")
        || line.contains("` implements `")
        || (!line.is_empty()
            && line.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '&' | '<' | '>'))
            && line.parse::<u32>().is_err())
}

/// What holds of every message.
fn check(law: &str, error: &[&str]) {
    assert!(error.len() <= 12, "{law}: {} lines before the compiler's own notes\n{}", error.len(), error.join("\n"));
    for internal in ["::record::", "::instrument::", "::declare::", "::attribute::", "$crate", "__"] {
        assert!(
            !error.iter().any(|line| line.contains(internal)),
            "{law}: {internal} is internal\n{}",
            error.join("\n")
        );
    }
}
