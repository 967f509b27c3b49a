//! The arguments of the command, and its subcommands: a file each.
// Uses `change`, `check`, `document`, `generate`, `metrics`, `promql`. No other module uses it.

mod check;
mod diff;
mod generate;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use meterstick_catalog::document::Document;

/// Works with catalogues and registries of metrics.
///
/// Exit status: 0 if everything is correct, 1 if there are findings, 2 if an argument is invalid or a file cannot be read.
#[derive(Debug, Parser)]
#[command(name = "meterstick-catalog", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Diff(diff::Arguments),
    Generate(generate::Arguments),
}

impl Arguments {
    /// Runs the subcommand. An error is one sentence or several, one per line; the exit status is 2.
    pub fn run(self) -> Result<ExitCode, String> {
        match self.command {
            Command::Check(arguments) => check::run(&arguments),
            Command::Diff(arguments) => diff::run(&arguments),
            Command::Generate(arguments) => generate::run(&arguments),
        }
    }
}

/// Reads a catalogue from a JSON file.
fn read(path: &Path) -> Result<Document, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Document::from_json(&text).map_err(|error| format!("{}: {error}", path.display()))
}
