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

/// The compiler's messages in a text: the first line of each.
fn messages(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| line.starts_with("error"))
}

#[test]
fn each_message_that_a_page_quotes_is_pinned_by_a_law() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pinned: String =
        files(&root.join("tests/laws"), "stderr").iter().map(|law| fs::read_to_string(law).unwrap()).collect();
    let mut pages = files(&root.join("docs"), "md");
    pages.push(root.join("README.md"));

    let (mut quoted, mut missing) = (0, Vec::new());
    for page in pages {
        for message in messages(&fs::read_to_string(&page).unwrap()) {
            quoted += 1;
            if !messages(&pinned).any(|pinned| pinned == message) {
                missing.push(format!("{}: {message}", page.display()));
            }
        }
    }
    assert!(missing.is_empty(), "no law pins these messages any more:\n{}", missing.join("\n"));
    assert!(quoted > 10, "the pages quote messages");
}
