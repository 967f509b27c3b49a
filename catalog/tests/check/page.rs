//! The page on the catalogue: what it says the commands find, they find.

use std::fs;
use std::path::Path;
use std::process::Command;

use meterstick_catalog::WriteCatalog;

use meterstick::prelude::*;
use meterstick::unit::Seconds;

meterstick::unit! { Orders = "{order}" }

const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>()
    .unit::<Seconds>()
    .name("shop.order.wait")
    .boundaries(&[Seconds(0.1), Seconds(0.5), Seconds(1.0)]);
const QUEUED: Metric<UpDownCounter<i64, Orders>> = Meter::up_down_counter::<i64>().unit::<Orders>().name("shop.queued");

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/catalogue.md")).unwrap()
}

/// The first block of a language after a text.
fn block<'a>(page: &'a str, after: &str, language: &str) -> &'a str {
    let rest = &page[page.find(after).unwrap_or_else(|| panic!("{after}"))..];
    let start = format!("```{language}\n");
    let rest = &rest[rest.find(&start).unwrap() + start.len()..];
    &rest[..rest.find("```").unwrap()]
}

#[test]
#[cfg(feature = "cli")]
fn the_page_has_what_the_command_finds() {
    let page = page();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("checks");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("catalogue.json", &meterstick::catalog![WAIT, QUEUED].to_json());
    write("rules.yaml", block(&page, "`rules.yaml`:", "yaml"));
    write("dashboard.json", block(&page, "`dashboard.json`:", "json"));
    let arguments = block(&page, "`dashboard.json`:", "sh").trim().strip_prefix("meterstick-catalog ").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_meterstick-catalog"))
        .args(arguments.split(' '))
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), block(&page, "`dashboard.json`:", "text"));
}

#[test]
#[cfg(feature = "cli")]
fn the_page_has_what_the_command_says_of_a_change() {
    const COARSE: Metric<Histogram<f64, Seconds>> =
        Meter::histogram::<f64>().unit::<Seconds>().name("shop.order.wait").boundaries(&[Seconds(0.1), Seconds(1.0)]);
    const RENAMED: Metric<UpDownCounter<i64, Orders>> =
        Meter::up_down_counter::<i64>().unit::<Orders>().name("shop.queue.length");
    let page = page();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("old.json"), meterstick::catalog![WAIT, QUEUED].to_json()).unwrap();
    fs::write(folder.join("catalogue.json"), meterstick::catalog![COARSE, RENAMED].to_json()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_meterstick-catalog"))
        .args(["diff", "old.json", "catalogue.json"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(page.contains("meterstick-catalog diff old.json catalogue.json\n"));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), block(&page, "## Diff: what a change breaks", "text"));
}

#[test]
fn the_page_has_all_rules() {
    let page = page();
    for rule in meterstick_catalog::check::Rule::ALL {
        assert!(page.contains(&format!("`{rule}`")), "{rule}");
    }
}
