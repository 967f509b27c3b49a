//! What the page on registries quotes is what the example has, and the errors that it shows are those that come.

use std::fs;
use std::path::Path;

use meterstick_catalog::registry::Registry;

fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let start = format!("```{language}\n");
    page.split(&start).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The section of the page that is on registries.
fn page() -> String {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/catalogue.md")).unwrap();
    let (_, section) = page.split_once("\n## Registries: from YAML to code\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    section.to_owned()
}

#[test]
fn the_page_quotes_the_example() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/registry");
    let read = |file: &str| fs::read_to_string(example.join(file)).unwrap();
    let languages: [(&str, &[&str]); 3] = [
        ("yaml", &["model/manifest.yaml", "model/shop.yaml", "model/payment.yaml"]),
        ("rust,ignore", &["build.rs", "src/main.rs"]),
        ("toml", &["Cargo.toml"]),
    ];
    let page = page();
    for (language, files) in languages {
        let blocks = blocks(&page, language);
        assert!(!blocks.is_empty(), "{language}");
        for block in blocks {
            assert!(files.iter().any(|file| read(file).contains(block)), "no file of the example has this:\n{block}");
        }
    }
}

#[test]
fn the_errors_on_the_page_are_those_that_come() {
    let text = "file_format: definition/2




metrics:


- {name: shop.sent, brief: Sent., instrument: counter, unit: By, stability: stable}




- {name: shop.queue.age, brief: Age., instrument: timer, unit: s, stability: stable}




- name: shop.failed
  brief: Failed.
  attributes:
  - ref: error.typ
  instrument: counter
  unit: \"{order}\"
  stability: stable





- {name: shop.sent, brief: Sent., instrument: counter, unit: By, stability: stable}
";
    let problems = Registry::parse(text, "model/metrics.yaml").unwrap_err().to_string();
    let page = page();
    let [block] = &blocks(&page, "text")[..] else { panic!("one block shows errors") };
    assert_eq!(problems, block.trim_end());
}
