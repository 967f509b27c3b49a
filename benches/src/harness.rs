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
            nanos.push(take(job, threads, *calls).as_nanos() as f64 / *calls as f64);
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
    let mut calls = 1000;
    loop {
        let took = take(job, threads, calls);
        if took >= sample {
            return calls;
        }
        let factor = sample.as_secs_f64() / took.as_secs_f64().max(1e-7);
        calls = (calls as f64 * (factor * 1.1).clamp(1.1, 10.0)) as u64;
    }
}

/// Time from the first thread's start to the last one's end.
fn take(job: &Job, threads: usize, calls: u64) -> Duration {
    let barrier = Barrier::new(threads);
    let spans: Vec<_> = std::thread::scope(|scope| {
        let run = |thread: usize| {
            let barrier = &barrier;
            move || {
                let inputs = Inputs::random(thread as u64 + 1);
                // What a thread has to set up is set up, and the caches are warm.
                job.run(&inputs, 2000);
                barrier.wait();
                let start = Instant::now();
                job.run(&inputs, calls);
                (start, Instant::now())
            }
        };
        let threads: Vec<_> = (0..threads).map(|thread| scope.spawn(run(thread))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a job does not panic")).collect()
    });
    job.rest();
    let start = spans.iter().map(|span| span.0).min().expect("there is a thread");
    let end = spans.iter().map(|span| span.1).max().expect("there is a thread");
    end - start
}
