//! Writes `meterstick-semconv` from the registry of OpenTelemetry's semantic conventions.
//!
//! ```sh
//! cargo run -p meterstick-semconv-gen                   # from semconv/registry.json
//! cargo run -p meterstick-semconv-gen -- PATH           # from a checkout's folder `model`; rewrites registry.json
//! cargo run -p meterstick-semconv-gen -- --check        # writes nothing, fails if something would change
//! ```

mod constructors;
mod describe;
mod emit;
mod facts;
mod output;
mod page;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use constructors::Constructors;
use output::Output;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let (mut check, mut resolved) = (false, None);
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--check" => check = true,
            option if option.starts_with('-') => {
                return Err(format!("`{option}` is no option: there is `--check`").into());
            }
            path => resolved = Some(PathBuf::from(path)),
        }
    }
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the generator is in the package's folder")?;
    let facts = match &resolved {
        Some(path) => facts::of(path)?,
        None => facts::read(&package.join("registry.json"))?,
    };

    let mut output = Output::new(package);
    let constructors = Constructors::read(&package.join("constructors.txt"), &facts)?;
    output.data("registry.json", facts::to_json(&facts)?);
    output.data("constructors.txt", constructors.to_text());
    emit::package(&facts, &constructors, &mut output)?;
    if check { output.check() } else { output.write() }
}
