//! The command.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use meterstick::catalog::document::Document;
use meterstick_catalog::{Effect, compare};

/// Reads catalogues of metrics.
#[derive(Parser)]
#[command(name = "meterstick-catalog", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what is different between two catalogues, and what of it breaks a reader.
    ///
    /// Ends with 0 if nothing breaks, with 1 if something does, with 2 if a catalogue cannot be read.
    Diff {
        /// The catalogue before, as JSON.
        old: PathBuf,
        /// The catalogue after, as JSON.
        new: PathBuf,
    },
}

fn main() -> ExitCode {
    let Command::Diff { old, new } = Arguments::parse().command;
    match (read(&old), read(&new)) {
        (Ok(old), Ok(new)) => diff(&old, &new),
        (old, new) => {
            for error in [old.err(), new.err()].into_iter().flatten() {
                eprintln!("meterstick-catalog: {error}");
            }
            ExitCode::from(2)
        }
    }
}

fn diff(old: &Document, new: &Document) -> ExitCode {
    let changes = compare(old, new);
    for change in &changes {
        println!("{change}");
    }
    match changes.iter().filter(|change| change.effect == Effect::Breaking).count() {
        0 => ExitCode::SUCCESS,
        breaking => {
            eprintln!("meterstick-catalog: {breaking} of {} changes break readers", changes.len());
            ExitCode::from(1)
        }
    }
}

fn read(path: &Path) -> Result<Document, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Document::from_json(&text).map_err(|error| format!("{}: {error}", path.display()))
}
