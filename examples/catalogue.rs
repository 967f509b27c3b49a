//! Writes down what a program measures: for the people around the code, and for the tools that they use.
//!
//! ```sh
//! cargo run -p meterstick-catalog --example catalogue -- markdown
//! cargo run -p meterstick-catalog --example catalogue -- json | weaver | grafana | lint
//! ```

use std::process::ExitCode;

use meterstick_catalog::WriteCatalog;

#[allow(dead_code, reason = "the metrics are written down here, not recorded")]
#[path = "catalogue/metrics.rs"]
mod metrics;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("markdown") => print!("{}", metrics::CATALOG.to_markdown()),
        Some("json") => print!("{}", metrics::CATALOG.to_json()),
        Some("grafana") => print!("{}", metrics::CATALOG.to_grafana("The shop")),
        Some("weaver") => {
            for (name, text) in metrics::CATALOG.to_weaver(metrics::SCHEMA).files() {
                print!("# {name}\n{text}");
            }
        }
        Some("lint") => {
            let report = metrics::CATALOG.lint();
            print!("{report}");
            return if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        _ => {
            eprintln!("Usage: catalogue markdown|json|weaver|grafana|lint");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
