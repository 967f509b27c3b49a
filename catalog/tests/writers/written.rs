//! The committed copies of the example's catalogue are what it writes now.
//!
//! With `CATALOGUE=overwrite` they are written anew.

use std::fs;
use std::path::Path;

use meterstick::catalog::Catalog;
use meterstick_catalog::WriteCatalog;

#[allow(dead_code, reason = "the example's metrics are written down here, not recorded")]
#[path = "../../../examples/catalogue/metrics.rs"]
mod shop;

#[allow(dead_code, reason = "the example's metrics are written down here, not recorded")]
#[path = "../../../examples/quickstart/metrics.rs"]
mod wordcount;

fn compare(folder: &str, catalog: Catalog, title: &str, schema: &str) {
    let registry = catalog.to_weaver(schema);
    let mut files = vec![
        ("catalogue.md", catalog.to_markdown()),
        ("catalogue.json", catalog.to_json()),
        ("dashboard.json", catalog.to_grafana(title)),
    ];
    files.extend(registry.files().map(|(name, text)| (name, text.to_owned())));
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(folder);
    for (name, text) in files {
        let path = written.join(name);
        if std::env::var_os("CATALOGUE").is_some_and(|value| value == "overwrite") {
            fs::write(&path, &text).unwrap();
        }
        assert!(
            fs::read_to_string(&path).is_ok_and(|committed| committed == text),
            "examples/{folder}/{name} is out of date: run `CATALOGUE=overwrite cargo test -p meterstick-catalog --test writers`"
        );
    }
}

#[test]
fn the_committed_catalogues_are_what_is_declared() {
    compare("catalogue", shop::CATALOG, "The shop", shop::SCHEMA);
    compare("quickstart", wordcount::CATALOG, "The word count", "https://example.com/schemas/wordcount/1.0.0");
}

#[test]
fn the_examples_go_against_no_convention() {
    shop::CATALOG.lint().assert_clean();
    wordcount::CATALOG.lint().assert_clean();
}
