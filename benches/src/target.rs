//! What is to be reached.

use crate::rivals;

/// A bound of a workload's time.
#[derive(Clone, Copy)]
pub enum Target {
    /// At most so much of a rival's time.
    Of(f64, &'static str),
    /// At most so much of the fastest peer's time: of all but the bare instruction and the SDK.
    OfBestPeer(f64),
    /// At most so many nanoseconds of a core.
    Nanos(f64),
}

/// How it came out.
pub struct Outcome {
    pub target: String,
    pub seen: f64,
    pub met: bool,
}

/// One rival's result.
pub struct Line {
    pub rival: &'static str,
    pub nanos: f64,
    pub ratio: f64,
}

impl Target {
    /// `lines` begins with our own.
    pub fn check(self, threads: usize, lines: &[Line]) -> Option<Outcome> {
        let (target, seen, limit) = match self {
            Self::Of(limit, rival) => {
                let line = lines.iter().find(|line| line.rival == rival)?;
                (format!("≤ {limit} of {rival}"), line.ratio, limit)
            }
            Self::OfBestPeer(limit) => {
                let peers = lines[1..].iter().filter(|line| rivals::PEERS.contains(&line.rival));
                let best = peers.min_by(|a, b| a.nanos.total_cmp(&b.nanos))?;
                (format!("≤ {limit} of the best peer ({})", best.rival), best.ratio, limit)
            }
            Self::Nanos(limit) => {
                // More threads than cores take turns.
                let cores = std::thread::available_parallelism().map_or(1, usize::from);
                let turns = threads.div_ceil(cores).max(1) as f64;
                (format!("≤ {limit} ns of a core"), lines[0].nanos / turns, limit)
            }
        };
        Some(Outcome { target, seen, met: seen <= limit })
    }
}
