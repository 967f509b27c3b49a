//! The subcommand `meterstick-catalog generate`.
// Uses `command`, `generate`. Used by `command`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use clap::Args;
use meterstick_catalog::Generator;
use meterstick_catalog::generate::same_code;

use super::{print, report};

/// Writes the metrics and spans of a registry as typed constants, in a Rust file.
///
/// The registry is a folder of YAML files as OpenTelemetry Weaver reads them (`groups:`, or `file_format: definition/2`), one
/// such file, or the output of `weaver registry resolve -f json`. Weaver is not needed. A dependency on OpenTelemetry's semantic
/// conventions is resolved offline.
///
/// Exit status: 0 if the file was written (with `--check`: is up to date), 1 if the registry has errors (or the file is not up to
/// date), 2 if an argument is invalid, or a file or the output cannot be read or written.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder or file of the registry.
    registry: PathBuf,
    /// The file to write, such as `src/metrics.rs`; by default the code is printed.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Writes nothing, and fails if the file is not up to date: for continuous integration.
    #[arg(long, requires = "output")]
    check: bool,
    /// Leaves out a metric, a span or an attribute; can be given several times.
    #[arg(long, value_name = "NAME")]
    skip: Vec<String>,
    /// The folder of a dependency of the manifest, by its name or schema URL; can be given several times.
    #[arg(long, value_name = "NAME=FOLDER", value_parser = dependency)]
    dependency: Vec<(String, PathBuf)>,
    /// Leaves out all spans, which need the feature `trace` of meterstick.
    #[arg(long)]
    no_spans: bool,
}

fn dependency(argument: &str) -> Result<(String, PathBuf), String> {
    let (name, folder) = argument.rsplit_once('=').ok_or("write it as NAME=FOLDER")?;
    Ok((name.to_owned(), folder.into()))
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    if let Err(error) = fs::metadata(&arguments.registry) {
        return Err(format!("{}: {error}", arguments.registry.display()));
    }
    let mut generator = Generator::new(&arguments.registry);
    for name in &arguments.skip {
        generator = generator.skip(name);
    }
    for (name, folder) in &arguments.dependency {
        generator = generator.dependency(name, folder);
    }
    if arguments.no_spans {
        generator = generator.without_spans();
    }
    let code = match generator.generate() {
        Ok(code) => code,
        Err(problems) => {
            report(&problems);
            let count = problems.iter().count();
            let errors = if count == 1 { "1 error".to_owned() } else { format!("{count} errors") };
            report(format_args!("meterstick-catalog: the registry has {errors}, and nothing was written"));
            return Ok(ExitCode::from(1));
        }
    };
    let Some(output) = &arguments.output else {
        print(code)?;
        return Ok(ExitCode::SUCCESS);
    };
    match fs::read(output) {
        // What is not UTF-8 is not this code.
        Ok(written) if std::str::from_utf8(&written).is_ok_and(|written| same_code(written, &code)) => {
            return Ok(ExitCode::SUCCESS);
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(format!("{}: {error}", output.display())),
        _ => {}
    }
    if arguments.check {
        report(format_args!(
            "meterstick-catalog: {} is not up to date: run the command without `--check`",
            output.display()
        ));
        return Ok(ExitCode::from(1));
    }
    fs::write(output, code).map_err(|error| format!("{}: {error}", output.display()))?;
    report(format_args!("meterstick-catalog: wrote {}", output.display()));
    Ok(ExitCode::SUCCESS)
}
