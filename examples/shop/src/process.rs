//! What the system knows of this process, from `/proc`: read when a collection asks.

use std::fs;

use meterstick::unit::{Bytes, KiBytes, Seconds};
use meterstick::{Observation, Quantity};
use meterstick_semconv::attribute::cpu::Mode;
use meterstick_semconv::process::CpuTime;
use opentelemetry::metrics::Meter;

use crate::metrics::{CPU_TIME, MEMORY};

/// Observes for as long as the guards live. What `/proc` does not tell is not observed.
#[must_use = "the callbacks are unregistered when this is dropped"]
pub fn observe(meter: &Meter) -> [Observation; 2] {
    [
        MEMORY.observe(meter, |o| {
            if let Some(resident) = resident() {
                o.observe(resident);
            }
        }),
        CPU_TIME.observe(meter, |o| {
            for (mode, ticks) in [Mode::User, Mode::System].into_iter().zip(ticks().into_iter().flatten()) {
                o.observe(Seconds(ticks / TICKS_A_SECOND), CpuTime::new(mode));
            }
        }),
    ]
}

/// Linux counts a process's time in hundredths of a second, on all that it runs on today.
const TICKS_A_SECOND: f64 = 100.0;

/// `VmRSS:   12345 kB`, where `kB` are 1,024 bytes.
fn resident() -> Option<Quantity<i64, Bytes>> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let size = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(KiBytes(size).to())
}

/// The 14th and the 15th field, counted from behind the name, which may have spaces in it.
fn ticks() -> Option<[f64; 2]> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit_once(") ")?.1.split(' ').skip(11);
    Some([fields.next()?.parse().ok()?, fields.next()?.parse().ok()?])
}
