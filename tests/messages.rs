//! The messages of the laws as a page, made from what the compiler really says, so that they can be read through.
//!
//! With `MESSAGES=overwrite` the page is written anew.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const PAGE: &str = "docs/errors.md";

const HEAD: &str = "# The messages of the laws

What breaks a law does not compile. This page has what the compiler then says, up to its own notes: the law comes first,
what to write instead comes last. Where one mistake leads to a second error, that follows. A test makes the page from the
compiler's output and fails when the two part.
";

/// The folders of laws, and what they are about.
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
    let mut page = HEAD.to_owned();
    for (folder, title) in CHAPTERS {
        write!(page, "\n## {title}\n").unwrap();
        for path in outputs(&root.join("tests/laws").join(folder)) {
            let law = path.file_stem().unwrap().to_str().unwrap();
            write!(page, "\n### {}\n", sentence(law)).unwrap();
            let output = fs::read_to_string(&path).unwrap();
            for error in errors(&output) {
                check(law, &error);
                write!(page, "\n```text\n{}\n```\n", error.join("\n")).unwrap();
            }
        }
    }
    let committed = root.join(PAGE);
    if std::env::var_os("MESSAGES").is_some_and(|value| value == "overwrite") {
        fs::write(&committed, &page).unwrap();
    }
    assert!(
        fs::read_to_string(&committed).is_ok_and(|committed| committed == page),
        "{PAGE} is not what the compiler says: run `MESSAGES=overwrite cargo test --test messages`"
    );
}

fn outputs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut outputs: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ext| ext == "stderr")).collect();
    outputs.sort();
    outputs
}

/// `a_counter_only_goes_up` is "A counter only goes up".
fn sentence(law: &str) -> String {
    let law = law.replace('_', " ");
    law[..1].to_uppercase() + &law[1..]
}

/// Each error up to the compiler's own notes.
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
        if within && !is_own(line) {
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
        "= note: multiple",
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
