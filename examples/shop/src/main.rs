//! A small shop that is measured. See the README.

mod declared;
mod load;
mod metrics;
mod objectives;
mod process;
mod server;
mod stock;
mod telemetry;

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand};
use meterstick::catalog::RustExporter;
use opentelemetry::metrics::MeterProvider;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::metrics::CATALOG;
use crate::stock::Stock;
use crate::telemetry::{Export, Telemetry};

#[derive(Parser)]
#[command(version, about = "A small shop that is measured with meterstick.")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves items and takes orders, until ctrl-c or SIGTERM.
    Serve {
        /// Where to listen; port 0 takes a free one, which is printed.
        #[arg(long, default_value = "127.0.0.1:3000")]
        listen: String,
        /// Where to the measurements go.
        #[arg(long, value_enum, default_value = "stdout")]
        export: Export,
        /// The collector, for OTLP.
        #[arg(long, default_value = "http://127.0.0.1:4317")]
        endpoint: String,
    },
    /// Sends requests to a shop and prints, as JSON, what it sent and got.
    Load {
        #[arg(long, default_value = "http://127.0.0.1:3000")]
        url: String,
        #[arg(long, default_value_t = 1000)]
        requests: u64,
        /// How many requests there are at once.
        #[arg(long, default_value_t = 8)]
        at_once: u64,
        /// Orders only, and only items that do not exist.
        #[arg(long)]
        unknown: bool,
    },
    /// Writes the rules and the dashboards on what the shop promises, and unit tests of the rules.
    Rules {
        /// The folder that they are written into.
        folder: PathBuf,
        /// The period that the promises are for, in seconds, if it is not 30 days.
        #[arg(long, default_value_t = 30 * 86_400)]
        period: u64,
    },
    /// Prints what the shop measures, as a table.
    Catalog {
        /// Only the names, as Prometheus has them.
        #[arg(long)]
        prometheus: bool,
        /// Prints what goes against the conventions instead, and fails if something does.
        #[arg(long, conflicts_with = "prometheus")]
        lint: bool,
    },
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    match Args::parse().command {
        Command::Serve { listen, export, endpoint } => serve(&listen, export, &endpoint).await,
        Command::Rules { folder, period } => objectives::write(&folder, Duration::from_secs(period)),
        Command::Load { url, requests, at_once, unknown } => {
            println!("{}", serde_json::to_string(&load::run(&url, requests, at_once, unknown).await?)?);
            Ok(())
        }
        Command::Catalog { lint: true, .. } => {
            let report = CATALOG.lint_for([RustExporter::new()]);
            let report = report.conventions(meterstick_semconv::METRIC_NAMES.iter().copied());
            if report.is_clean() { Ok(()) } else { Err(report.to_string().into()) }
        }
        Command::Catalog { prometheus: false, .. } => {
            print!("{}", CATALOG.to_markdown());
            Ok(())
        }
        Command::Catalog { prometheus: true, .. } => {
            // `telemetry` builds the exporter without options.
            CATALOG.prometheus_names(RustExporter::new()).iter().for_each(|name| println!("{name}"));
            Ok(())
        }
    }
}

async fn serve(listen: &str, export: Export, endpoint: &str) -> Result<(), Box<dyn Error + Send + Sync>> {
    let telemetry = Telemetry::start(export, endpoint).map_err(|error| error.to_string())?;
    let meter = telemetry.meters.meter("shop");
    let observed = process::observe(&meter);
    let (stock, packing) = Stock::open(&meter);
    let packing = tokio::spawn(packing);
    let listener = TcpListener::bind(listen).await?;
    println!("http://{}", listener.local_addr()?);

    let mut terminated = signal(SignalKind::terminate())?;
    let stop = async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
    };
    server::serve(listener, stock, telemetry.registry.clone(), stop).await?;

    // In this order nothing is lost: no more requests, no more orders, then the last export.
    packing.await?;
    let exported = tokio::task::spawn_blocking(|| telemetry.shutdown()).await?;
    drop(observed);
    exported
}
