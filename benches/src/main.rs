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
mod target;
mod workload;

use args::Args;
use report::Report;

#[global_allocator]
static ALLOCATOR: memory::Counting = memory::Counting;

fn main() {
    let args = Args::parse();
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
