//! `meterstick-catalog diff`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use meterstick_catalog::{Effect, compare};

use super::read;

/// Says what is different between two catalogues, and what of it breaks a reader.
///
/// Exit status: 0 if nothing breaks, 1 if something does, 2 if a catalogue cannot be read.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The catalogue before, as JSON.
    old: PathBuf,
    /// The catalogue after, as JSON.
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
    for change in &changes {
        println!("{change}");
    }
    match changes.iter().filter(|change| change.effect == Effect::Breaking).count() {
        0 => Ok(ExitCode::SUCCESS),
        breaking => {
            eprintln!("meterstick-catalog: {breaking} of {} changes break readers", changes.len());
            Ok(ExitCode::from(1))
        }
    }
}
