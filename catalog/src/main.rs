//! The command `meterstick-catalog`.
// No other module uses it.
#![forbid(unsafe_code)]

mod command;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    command::Arguments::parse().run().unwrap_or_else(|errors| {
        for error in errors.lines() {
            command::report(format_args!("meterstick-catalog: {error}"));
        }
        ExitCode::from(2)
    })
}
