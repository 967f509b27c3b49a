//! What public types are.

use core::fmt::Debug;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use meterstick::prelude::*;
use meterstick::unit::{Bytes, Code, CodeError, DurationError, Per, Quantity, Seconds};
use meterstick::{
    BoundariesError, DescriptionError, Descriptor, KeyError, MeasurementError, Name, NameError, Observation, Scope,
    Timer, Tracked, WantsName, WantsUnit, kind,
};

#[derive(Clone, Copy, Attributes)]
struct Sent<'a> {
    peer: &'a str,
}

fn is_shared<T: Send + Sync + Debug>() {}
fn is_error<T: Error + Send + Sync + 'static>() {}

#[test]
fn public_types_are_shared_between_threads_and_can_be_shown() {
    is_shared::<Counter<u64, Bytes>>();
    is_shared::<UpDownCounter<i64, Bytes, Sent<'static>>>();
    is_shared::<Histogram<f64, Seconds, KeyValues>>();
    is_shared::<Gauge<f32, Per<Bytes, Seconds>>>();
    is_shared::<Metric<ObservableGauge<f64, Seconds>>>();
    is_shared::<WantsUnit<kind::Counter, u64>>();
    is_shared::<WantsName<kind::Counter, u64, Bytes>>();
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
    is_error::<CodeError>();
    is_error::<KeyError>();
    is_error::<DurationError>();
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

#[test]
fn a_public_name_is_not_used_twice_in_a_package() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (folder, list, least) in [("src", "meterstick", 150), ("catalog/src", "meterstick-catalog", 50)] {
        let mut sources = BTreeMap::new();
        declared(&root.join(folder), &mut sources);
        let list = fs::read_to_string(root.join(format!("api/{list}.txt"))).unwrap();
        let public = paths(&list);
        assert!(public.len() > least, "the list has the public items: {}", public.len());
        let twice: Vec<_> = public.iter().filter(|(name, of)| of.len() > 1 && sources.get(**name) > Some(&1)).collect();
        assert!(twice.is_empty(), "one name for two things: {twice:#?}");
    }
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
