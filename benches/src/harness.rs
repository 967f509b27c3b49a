//! Taking samples.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use crate::shape::{Inputs, Job};

/// The medians over the rounds, for each of the jobs.
pub struct Medians {
    /// Nanoseconds a call and thread.
    pub nanos: f64,
    /// The first job's time over this one's, in one and the same round.
    pub ratio: f64,
}

/// Takes a sample of each job in turn (A B C A B C ..), so that what disturbs the machine disturbs all of them.
pub fn rounds(jobs: &[&Job], threads: usize, rounds: usize, sample: Duration) -> Vec<Medians> {
    let calls: Vec<_> = jobs.iter().map(|job| calibrate(job, threads, sample)).collect();
    let mut nanos = vec![Vec::with_capacity(rounds); jobs.len()];
    for _ in 0..rounds {
        for ((job, calls), nanos) in jobs.iter().zip(&calls).zip(&mut nanos) {
            nanos.push(take_undisturbed(job, threads, *calls).as_nanos() as f64 / *calls as f64);
        }
    }
    let ratios = |other: &[f64]| median(nanos[0].iter().zip(other).map(|(ours, theirs)| ours / theirs).collect());
    nanos.iter().map(|own| Medians { nanos: median(own.clone()), ratio: ratios(own) }).collect()
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2.0 }
}

/// How many calls a thread make a sample long enough.
fn calibrate(job: &Job, threads: usize, sample: Duration) -> u64 {
    let mut calls = 8 * Inputs::COUNT as u64;
    loop {
        let took = take_undisturbed(job, threads, calls);
        if took >= sample {
            return calls;
        }
        let factor = sample.as_secs_f64() / took.as_secs_f64().max(1e-7);
        calls = (calls as f64 * (factor * 1.1).clamp(1.1, 10.0)) as u64;
        calls = calls.next_multiple_of(Inputs::COUNT as u64);
    }
}

/// A sample whose threads had a core each, and did not wait for others' work. If there is no such thing to be had, the
/// least disturbed one of several.
fn take_undisturbed(job: &Job, threads: usize, calls: u64) -> Duration {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let tries = if threads <= cores { TRIES } else { 1 };
    let mut best: Option<Sample> = None;
    for _ in 0..tries {
        let sample = take(job, threads, calls);
        if best.as_ref().is_none_or(|best| sample.waited < best.waited) {
            best = Some(sample);
        }
        if best.as_ref().is_some_and(|best| best.waited < 0.02) {
            break;
        }
    }
    best.expect("there is a try").took
}

const TRIES: usize = 8;

struct Sample {
    took: Duration,
    /// For what part of it the thread waited for a core that had to wait the most.
    waited: f64,
}

/// How long this thread has waited for a core, where the system tells.
fn waited() -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = stat.and_then(|stat| stat.split(' ').nth(1).and_then(|nanos| nanos.parse().ok()));
    Duration::from_nanos(nanos.unwrap_or(0))
}

/// Time from the first thread's start to the last one's end.
fn take(job: &Job, threads: usize, calls: u64) -> Sample {
    let barrier = Barrier::new(threads);
    let spans: Vec<_> = std::thread::scope(|scope| {
        let run = |thread: usize| {
            let barrier = &barrier;
            move || {
                let inputs = Inputs::random(thread as u64 + 1);
                // What a thread has to set up is set up, and the caches are warm.
                job.run(&inputs, 2000);
                barrier.wait();
                let before = waited();
                let start = Instant::now();
                job.run(&inputs, calls);
                (start, Instant::now(), waited() - before)
            }
        };
        let threads: Vec<_> = (0..threads).map(|thread| scope.spawn(run(thread))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a job does not panic")).collect()
    });
    job.rest();
    let start = spans.iter().map(|span| span.0).min().expect("there is a thread");
    let end = spans.iter().map(|span| span.1).max().expect("there is a thread");
    let took = end - start;
    let waited = spans.iter().map(|span| span.2).max().expect("there is a thread");
    Sample { took, waited: waited.as_secs_f64() / took.as_secs_f64() }
}
