//! The arguments of the command, and its subcommands: a file each.
// Uses `change`, `check`, `document`, `generate`, `metrics`, `promql`. No other module uses it.

mod check;
mod diff;
mod generate;

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use meterstick_catalog::document::Document;

/// Works with catalogues and registries of metrics.
///
/// Exit status: 0 if everything is correct, 1 if there are findings, 2 if an argument is invalid, a file cannot be read or the
/// output cannot be written.
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

/// Writes to the standard output. An error is empty if nobody reads the output, as after `| head`: then nothing is reported.
fn print(text: impl Display) -> Result<(), String> {
    // Without a terminal the colours are left out.
    let mut output = anstream::stdout().lock();
    write!(output, "{text}").and_then(|()| output.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => String::new(),
        _ => format!("the output cannot be written: {error}"),
    })
}

/// Reports something about the run on the standard error. There is nobody to tell if that cannot be written.
pub fn report(text: impl Display) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Reads a catalogue from a JSON file.
fn read(path: &Path) -> Result<Document, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Document::from_json(&text).map_err(|error| format!("{}: {error}", path.display()))
}
