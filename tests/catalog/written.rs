//! The committed copies of the example's catalogue are what it writes now.
//!
//! With `CATALOGUE=overwrite` they are written anew.

use std::fs;
use std::path::Path;

#[allow(dead_code, reason = "the example's metrics are written down here, not recorded")]
#[path = "../../examples/catalogue/metrics.rs"]
mod metrics;

#[test]
fn the_committed_catalogue_is_what_is_declared() {
    let registry = metrics::CATALOG.to_weaver(metrics::SCHEMA);
    let mut files = vec![
        ("catalogue.md", metrics::CATALOG.to_markdown()),
        ("catalogue.json", metrics::CATALOG.to_json()),
        ("dashboard.json", metrics::CATALOG.to_grafana("The shop")),
    ];
    files.extend(registry.files().map(|(name, text)| (name, text.to_owned())));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/catalogue");
    for (name, text) in files {
        let path = folder.join(name);
        if std::env::var_os("CATALOGUE").is_some_and(|value| value == "overwrite") {
            fs::write(&path, &text).unwrap();
        }
        assert!(
            fs::read_to_string(&path).is_ok_and(|committed| committed == text),
            "examples/catalogue/{name} is out of date: run `CATALOGUE=overwrite cargo test --test catalog --features catalog`"
        );
    }
}

#[test]
fn the_example_goes_against_no_convention() {
    metrics::CATALOG.lint().assert_clean();
}
