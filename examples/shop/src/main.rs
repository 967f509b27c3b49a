//! A small shop that is measured. See the README.

mod declared;
mod load;
mod metrics;
mod objectives;
mod process;
mod server;
mod stock;
mod table;
mod telemetry;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
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
        /// Where metrics and spans are exported to.
        #[arg(long, value_enum, default_value = "stdout")]
        export: Export,
        /// The address of the collector, for `--export otlp`.
        #[arg(long, default_value = "http://127.0.0.1:4317")]
        endpoint: String,
    },
    /// Sends requests to a running shop, and prints what it sent and got.
    Load {
        /// The address of the shop.
        #[arg(long, default_value = "http://127.0.0.1:3000")]
        url: String,
        /// How many requests to send.
        #[arg(long, default_value_t = 1000)]
        requests: u64,
        /// How many requests to send at the same time.
        #[arg(long, default_value_t = 8)]
        at_once: u64,
        /// Sends only orders, and only for items that do not exist.
        #[arg(long)]
        unknown: bool,
        /// Prints JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Writes the recording and alerting rules of the shop's objectives, their unit tests and the dashboards.
    Rules {
        /// The folder to write into.
        folder: PathBuf,
        /// The period of the objectives, in seconds. The default is 30 days.
        #[arg(long, default_value_t = 30 * 86_400)]
        period: u64,
    },
    /// Prints what the shop measures, as a table.
    Catalog {
        /// Prints only the names, as Prometheus has them.
        #[arg(long)]
        prometheus: bool,
        /// Prints what breaks the naming conventions instead, and fails if anything does.
        #[arg(long, conflicts_with = "prometheus")]
        lint: bool,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Args::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shop: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), Box<dyn Error + Send + Sync>> {
    match command {
        Command::Serve { listen, export, endpoint } => serve(&listen, export, &endpoint).await,
        Command::Rules { folder, period } => objectives::write(&folder, Duration::from_secs(period)),
        Command::Load { url, requests, at_once, unknown, json } => {
            let done = load::run(&url, requests, at_once, unknown).await?;
            if json {
                println!("{}", serde_json::to_string(&done)?)
            } else {
                print!("{done}")
            }
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
