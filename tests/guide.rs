//! What the pages quote is what the compiler says.

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files(&entry, extension));
        } else if entry.extension().is_some_and(|ends| ends == extension) {
            found.push(entry);
        }
    }
    found
}

/// What is quoted of a message: its first line and its notes. The code in it is the page's own.
fn quoted(block: &str) -> impl Iterator<Item = &str> {
    block.lines().filter(|line| line.starts_with("error") || line.contains("= note")).map(str::trim)
}

#[test]
fn each_message_that_a_page_quotes_is_pinned_by_a_law() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let laws = files(&root.join("tests/laws"), "stderr").into_iter().map(|law| fs::read_to_string(law).unwrap());
    let pinned: Vec<_> = laws.flat_map(|law| law.split("\n\n").map(str::to_owned).collect::<Vec<_>>()).collect();
    let mut pages = files(&root.join("docs"), "md");
    pages.push(root.join("README.md"));

    let (mut blocks, mut missing) = (0, Vec::new());
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let texts = text.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next());
        for block in texts.filter(|block| block.starts_with("error")) {
            blocks += 1;
            if !pinned.iter().any(|pinned| quoted(block).all(|line| pinned.contains(line))) {
                missing.push(format!("{}:\n{block}", page.display()));
            }
        }
    }
    assert!(missing.is_empty(), "no law pins these messages any more:\n{}", missing.join("\n"));
    assert!(blocks > 10, "the pages quote messages");
}
