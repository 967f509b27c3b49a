//! meterstick beside other metrics libraries, in one process. See the README.

mod args;
mod chart;
mod curve;
mod harness;
mod memory;
mod price;
mod report;
mod rivals;
mod shape;
mod tables;
mod target;
mod workload;

use args::Args;
use report::Report;

#[global_allocator]
static ALLOCATOR: memory::Counting = memory::Counting;

fn main() {
    let args = Args::parse();
    if let (Some(printed), Some(folder)) = (&args.tables, &args.svg) {
        if let Err(error) = tables::draw_all(printed, folder) {
            eprintln!("meterstick-benches: {error}");
            std::process::exit(1);
        }
        return;
    }
    let mut report = Report::new(&args);
    // First, while this thread is the only one that was ever here: what threads have comes in blocks for several.
    memory::measure(&args, &mut report);
    // Without a provider before with one: once one is set, a process has one for ever.
    workload::without_a_provider(&args, &mut report);
    rivals::meterstick::install_provider();
    workload::with_a_provider(&args, &mut report);
    curve::measure(&args, &mut report);
    price::measure(&args, &mut report);
    report.finish();
}
