//! The subcommand `meterstick-catalog diff`.
// Uses `change`, `command`, `metrics`. Used by `command`.

use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Args;
use meterstick_catalog::{Effect, compare};

use super::{print, read, report};

const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default();

/// Compares two catalogues: prints each change, and whether it breaks dashboards, alerts and queries.
///
/// The names in Prometheus are not compared: they follow from the rest.
///
/// Exit status: 0 if no change breaks a reader, 1 if one does, 2 if a catalogue cannot be read or the output cannot be written.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The catalogue before the change, as a JSON file.
    old: PathBuf,
    /// The catalogue after the change, as a JSON file.
    new: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let (old, new) = match (read(&arguments.old), read(&arguments.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            let errors: Vec<_> = [old.err(), new.err()].into_iter().flatten().collect();
            return Err(errors.join("\n"));
        }
    };
    let changes = compare(&old, &new);
    if changes.is_empty() {
        print("no changes\n")?;
    }
    for change in &changes {
        let style = if change.effect == Effect::Breaking { RED } else { GREEN };
        let text = change.to_string();
        let (effect, rest) = text.split_once(':').unwrap_or((&text, ""));
        print(format_args!("{style}{effect}{style:#}:{rest}\n"))?;
    }
    match changes.iter().filter(|change| change.effect == Effect::Breaking).count() {
        0 => Ok(ExitCode::SUCCESS),
        breaking => {
            report(format_args!("meterstick-catalog: {breaking} of {} changes break readers", changes.len()));
            Ok(ExitCode::from(1))
        }
    }
}
