//! Each test that the page of guarantees names exists.

use std::fs;
use std::path::Path;

/// The names of a file's tests: of the functions that have the attribute, and of those that a macro of the tests writes.
fn tests_of(text: &str) -> Vec<String> {
    let mut is_test = false;
    let mut found = Vec::new();
    for line in text.lines().map(str::trim_start) {
        let function = line.trim_start_matches("async ").strip_prefix("fn ").filter(|_| is_test);
        if let Some(name) = function.or_else(|| line.strip_prefix("equals_by_hand!(")) {
            found.extend(name.split(['(', '<', ',']).next().map(str::to_owned));
        }
        is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
        // Other attributes and comments may stand between.
        is_test &= line.starts_with('#') || line.starts_with("//");
    }
    found
}

#[test]
fn a_function_is_a_test_if_it_says_so() {
    let text = "#[test]\n#[should_panic]\nfn one() {\n}\nfn helper() {}\n    #[tokio::test]\n    async fn two() {}\n";
    assert_eq!(tests_of(text), ["one", "two"]);
}

/// The names of all tests, and of all lines that must not compile.
fn tests(folder: &Path, found: &mut Vec<String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            tests(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            if path.with_extension("stderr").exists() {
                found.push(path.file_stem().unwrap().to_str().unwrap().to_owned());
            }
            let text = fs::read_to_string(&path).unwrap();
            found.extend(tests_of(&text));
        }
    }
}

#[test]
fn each_test_that_the_page_names_exists_and_no_row_is_empty() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known = Vec::new();
    ["tests", "semconv/tests", "catalog/tests"].iter().for_each(|folder| tests(&root.join(folder), &mut known));
    let page = fs::read_to_string(root.join("docs/internal/guarantees.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with('|') && !line.starts_with("| ---"));
    let (mut named, mut missing) = (0, Vec::new());
    for row in rows {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let last = *cells.last().unwrap();
        if last == "test" {
            continue;
        }
        assert!(!last.is_empty(), "this row names no test: {row}");
        for test in last.split(", ").map(|test| test.trim_matches('*')) {
            named += 1;
            if !known.iter().any(|known| known == test) {
                missing.push(test.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "no such tests: {missing:#?}");
    assert!(named > 50, "the page names tests");
}
