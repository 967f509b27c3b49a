//! The command line.

use std::path::PathBuf;
use std::time::Duration;

const HELP: &str = "\
meterstick beside other metrics libraries

    cargo run --release -p meterstick-benches -- [OPTIONS] [FILTER]...

    FILTER         measures only what has one of these in its name: `counter`, `8 threads`, `memory`, `curve`
    --quick        takes fewer and shorter samples: to see that it runs, not to compare
    --rounds N     takes N samples of each library
    --json FILE    also writes the figures to a file
    --svg DIR      also draws a chart of each workload into a directory
    --tables FILE  measures nothing: draws the charts from the tables that an earlier run printed; needs --svg
    --list         lists what can be measured
";

pub struct Args {
    pub rounds: usize,
    /// The least duration of a sample.
    pub sample: Duration,
    pub json: Option<PathBuf>,
    pub svg: Option<PathBuf>,
    /// What an earlier run printed, to draw charts of.
    pub tables: Option<PathBuf>,
    pub list: bool,
    filters: Vec<String>,
}

impl Args {
    pub fn parse() -> Self {
        let mut args = Self {
            rounds: 15,
            sample: Duration::from_millis(40),
            json: None,
            svg: None,
            tables: None,
            list: false,
            filters: Vec::new(),
        };
        let mut given = std::env::args().skip(1);
        while let Some(arg) = given.next() {
            match &*arg {
                "--quick" => (args.rounds, args.sample) = (5, Duration::from_millis(8)),
                "--rounds" => {
                    args.rounds =
                        given.next().and_then(|n| n.parse().ok()).filter(|n| *n > 0).unwrap_or_else(|| help(2))
                }
                "--json" => args.json = Some(given.next().unwrap_or_else(|| help(2)).into()),
                "--svg" => args.svg = Some(given.next().unwrap_or_else(|| help(2)).into()),
                "--tables" => args.tables = Some(given.next().unwrap_or_else(|| help(2)).into()),
                "--list" => args.list = true,
                "--help" | "-h" => help(0),
                option if option.starts_with('-') => help(2),
                _ => args.filters.push(arg),
            }
        }
        if args.tables.is_some() && args.svg.is_none() {
            help(2);
        }
        args
    }

    /// Whether the workload of this name is to be measured. With `--list` its name is printed instead.
    pub fn wants(&self, name: &str) -> bool {
        let wanted = self.filters.is_empty() || self.filters.iter().any(|filter| name.contains(filter));
        if wanted && self.list {
            println!("{name}");
        }
        wanted && !self.list
    }
}

fn help(code: i32) -> ! {
    print!("{HELP}");
    std::process::exit(code)
}
