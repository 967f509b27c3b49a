//! What public types are.

use core::fmt::Debug;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use meterstick::catalog::CatalogError;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, Code, CodeError, DurationError, Per, Quantity, Seconds};
use meterstick::{
    BoundariesError, DescriptionError, Descriptor, KeyError, MeasurementError, Name, NameError, NeedsName, NeedsUnit,
    Observation, Scope, Timer, Tracked, kind,
};

#[derive(Clone, Copy, Attributes)]
struct Sent<'a> {
    peer: &'a str,
}

fn is_shared<T: Send + Sync + Debug>() {}
fn is_error<T: Error + Clone + PartialEq + Send + Sync + 'static>() {}

#[test]
fn public_types_are_shared_between_threads_and_can_be_shown() {
    is_shared::<Counter<u64, Bytes>>();
    is_shared::<UpDownCounter<i64, Bytes, Sent<'static>>>();
    is_shared::<Histogram<f64, Seconds, KeyValues>>();
    is_shared::<Gauge<f32, Per<Bytes, Seconds>>>();
    is_shared::<Metric<ObservableGauge<f64, Seconds>>>();
    is_shared::<NeedsUnit<kind::Counter, u64>>();
    is_shared::<NeedsName<kind::Counter, u64, Bytes>>();
    is_shared::<Timer<Seconds, Sent<'static>>>();
    is_shared::<Tracked<Bytes>>();
    is_shared::<(Descriptor, Scope, Name<'static>, Code<'static>, Observation)>();
    is_shared::<(Quantity<u64, Bytes>, Key<&'static str>, Bytes)>();
}

#[test]
fn errors_are_errors() {
    is_error::<MeasurementError>();
    is_error::<NameError>();
    is_error::<DescriptionError>();
    is_error::<BoundariesError>();
    is_error::<CatalogError>();
    is_error::<CodeError>();
    is_error::<KeyError>();
    is_error::<DurationError>();
    #[cfg(feature = "serde")]
    is_error::<meterstick::convert::serde::ConversionError>();
    #[cfg(feature = "trace")]
    is_error::<meterstick::trace::SpanNameError>();
    #[cfg(feature = "trace")]
    is_error::<meterstick::trace::EventNameError>();
}

fn list(package: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("api/{package}.txt"))).unwrap()
}

#[test]
fn each_public_error_is_checked_to_be_one() {
    let here = include_str!("public.rs");
    let list = list("meterstick");
    let errors: Vec<_> = list.lines().filter_map(|line| line.strip_prefix("impl core::error::Error for ")).collect();
    assert!(errors.len() >= 10, "{errors:?}");
    let is_checked = |path: &str| {
        let name = path.rsplit("::").next().unwrap();
        here.contains(&format!("is_error::<{name}>()")) || here.contains(&format!("is_error::<{path}>()"))
    };
    let missing: Vec<_> = errors.into_iter().filter(|path| !is_checked(path)).collect();
    assert!(missing.is_empty(), "not checked: {missing:?}");
}

#[test]
fn every_public_type_is_shared_between_threads_but_views_and_guards_of_a_thread() {
    let list = list("meterstick");
    let mut kept = Vec::new();
    for line in list.lines().filter(|line| line.starts_with("impl")) {
        for not in ["!core::marker::Send for ", "!core::marker::Sync for "] {
            let path = line.split_once(not).and_then(|(_, path)| path.split('<').next());
            kept.extend(path.and_then(|path| path.strip_prefix("meterstick::")));
        }
    }
    kept.dedup();
    let expected = [
        // What a collection or a value is borrowed as, for one call.
        "export::Reading",
        "export::DataPoint",
        "export::HistogramReading",
        // What is entered is of a thread.
        "testing::ManualClock",
        "testing::MeterEntered",
        "testing::MeterEnteredEverywhere",
        "testing::TracerEntered",
        "testing::TracerEnteredEverywhere",
        "trace::Entered",
        "ValueRef",
    ];
    assert_eq!(kept, expected);
}

#[test]
fn a_quantity_is_as_large_as_its_number_and_a_declaration_is_plain() {
    assert_eq!(size_of::<Quantity<u16, Bytes>>(), size_of::<u16>());
    fn is_copy<T: Copy>() {}
    is_copy::<Metric<Counter<u64, Bytes, Sent<'static>>>>();
}

/// The public structs, enumerations and traits of a list of `api`: the paths of each name. An associated type is none.
fn paths(list: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut paths: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in list.lines() {
        let line = line.strip_prefix("#[non_exhaustive] ").unwrap_or(line);
        let item = ["pub struct ", "pub enum ", "pub trait "].iter().find_map(|start| line.strip_prefix(start));
        let path = item.and_then(|item| item.split(['<', '(', ' ']).next()).map(|path| path.trim_end_matches(':'));
        // What the prelude has is what it is elsewhere.
        if let Some((_, name)) = path.and_then(|path| path.rsplit_once("::")).filter(|(of, _)| !of.ends_with("prelude"))
        {
            paths.entry(name).or_default().extend(path);
        }
    }
    paths
}

/// How often each name is declared in the files of a folder.
fn declared(folder: &Path, found: &mut BTreeMap<String, usize>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            declared(&path, found);
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            let item = ["pub struct ", "pub enum ", "pub trait "].iter().find_map(|start| line.strip_prefix(start));
            if let Some(name) = item.and_then(|item| item.split(|c: char| !c.is_alphanumeric()).next()) {
                *found.entry(name.to_owned()).or_default() += 1;
            }
        }
    }
}

/// The public types that start with `start` in the list and have a member that `is_member` knows by what follows their path.
fn with_members<'a>(list: &'a str, start: &str, is_member: fn(&str) -> bool) -> Vec<&'a str> {
    let types =
        list.lines().filter_map(|line| line.strip_prefix(start)).filter_map(|of| of.split(['<', ' ', '(']).next());
    let has_member = |path: &&str| {
        let members =
            list.lines().filter_map(|line| line.strip_prefix("pub ")?.strip_prefix(*path)?.strip_prefix("::"));
        members.into_iter().any(is_member)
    };
    types.filter(has_member).collect()
}

#[test]
fn what_may_grow_is_non_exhaustive() {
    let list = list("meterstick");
    let is_variant = |member: &str| member.starts_with(|c: char| c.is_ascii_uppercase()) && !member.contains("::");
    // A lookup finds an entry or does not.
    assert_eq!(with_members(&list, "pub enum ", is_variant), ["meterstick::cache::LookupResult"]);
    let is_field = |member: &str| member.split_once(": ").is_some_and(|(name, _)| !name.contains([':', '(']));
    // A set of attributes, which is written as a literal.
    assert_eq!(with_members(&list, "pub struct ", is_field), ["meterstick::cache::About"]);
}

#[test]
fn only_what_stands_for_another_type_dereferences() {
    let list = list("meterstick");
    let deref = list.lines().filter_map(|line| line.split_once("core::ops::deref::Deref for meterstick::"));
    let types: Vec<_> = deref.filter_map(|(_, path)| path.split('<').next()).collect();
    let expected = ["testing::TestMeter", "trace::StartedOperation", "trace::StartedSpan", "Boundaries", "Group"];
    assert_eq!(types, expected);
}

#[test]
fn a_feature_has_the_name_of_what_it_adds() {
    for manifest in ["Cargo.toml", "semconv/Cargo.toml", "catalog/Cargo.toml"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(manifest)).unwrap();
        let features = text.split("[features]").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
        let names: Vec<_> = features.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
        assert!(!names.is_empty());
        let is_placeholder = |name: &&str| ["use-", "with-", "no-"].iter().any(|start| name.starts_with(start));
        assert!(!names.iter().any(is_placeholder), "{manifest}: {names:?}");
    }
}

#[test]
fn a_public_name_is_not_used_twice_in_a_package() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (folder, list, least) in [("src", "meterstick", 150), ("catalog/src", "meterstick-catalog", 50)] {
        let mut sources = BTreeMap::new();
        declared(&root.join(folder), &mut sources);
        let list = self::list(list);
        let public = paths(&list);
        assert!(public.len() > least, "the list has the public items: {}", public.len());
        let twice: Vec<_> = public.iter().filter(|(name, of)| of.len() > 1 && sources.get(**name) > Some(&1)).collect();
        assert!(twice.is_empty(), "one name for two things: {twice:#?}");
    }
}

#[test]
fn a_public_name_is_not_used_in_two_packages() {
    let (core, catalog) = (list("meterstick"), list("meterstick-catalog"));
    let (core, catalog) = (paths(&core), paths(&catalog));
    let both: Vec<_> = core.keys().filter(|name| catalog.contains_key(*name)).collect();
    assert!(both.is_empty(), "one name for two things: {both:?}");
}

#[test]
fn no_getter_is_called_get() {
    fn look(folder: &std::path::Path, found: &mut Vec<String>) {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                look(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let methods = text.lines().map(str::trim_start).filter(|line| {
                (line.starts_with("pub fn ") || line.starts_with("pub const fn "))
                    && line.contains("fn get_")
                    && line.contains("self)")
            });
            found.extend(methods.map(|line| format!("{}: {line}", path.display())));
        }
    }
    let mut found = Vec::new();
    look(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.is_empty(), "{found:#?}");
}
