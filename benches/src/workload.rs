//! The workloads, and what is to be reached in each.

use crate::args::Args;
use crate::harness;
use crate::report::Report;
use crate::rivals::{self, ATOMIC, PROMETHEUS_CLIENT, SDK_BOUND};
use crate::shape::Shape;
use crate::target::{Line, Target};

struct Workload {
    name: &'static str,
    shape: Shape,
    threads: usize,
    targets: &'static [Target],
}

const fn workload(name: &'static str, shape: Shape, threads: usize, targets: &'static [Target]) -> Workload {
    Workload { name, shape, threads, targets }
}

use Shape::{Counter, CounterCalled, CounterOfSets, CounterOfStrings, GaugeOfSets, Histogram, HistogramOfSets};
use Shape::{IdleCounter, IdleGauge, IdleHistogram};
use Target::{Nanos, Of, OfBestPeer};

const WITHOUT_A_PROVIDER: &[Workload] = &[
    workload("static counter, no provider, 1 thread", IdleCounter, 1, &[Nanos(10.0)]),
    workload("static counter, no provider, 8 threads", IdleCounter, 8, &[Nanos(10.0)]),
    // Nearly all of its values come when it keeps no more.
    workload("static histogram, no provider, 1 thread", IdleHistogram, 1, &[Nanos(3.0)]),
    workload("static histogram, no provider, 8 threads", IdleHistogram, 8, &[Nanos(3.0)]),
    workload("static gauge, no provider, 1 thread", IdleGauge, 1, &[Nanos(25.0)]),
    workload("static gauge, no provider, 8 threads", IdleGauge, 8, &[]),
];

const WITH_A_PROVIDER: &[Workload] = &[
    // On Intel's processors a locked instruction alone takes longer, and the target is 0.4.
    workload("counter, 18 sets, 1 thread", CounterOfSets, 1, &[Of(1.1, ATOMIC)]),
    workload("counter, 18 sets, called, 1 thread", CounterCalled, 1, &[Of(1.7, ATOMIC)]),
    workload("counter, 18 sets, 2 threads", CounterOfSets, 2, &[Of(0.15, ATOMIC), OfBestPeer(0.2)]),
    workload("counter, 1 thread", Counter, 1, &[Of(1.1, ATOMIC)]),
    workload("counter, 2 threads", Counter, 2, &[Of(0.15, ATOMIC), OfBestPeer(0.2)]),
    workload("counter, 8 threads", Counter, 8, &[Of(0.15, ATOMIC), OfBestPeer(0.2)]),
    workload("histogram, 18 sets, 1 thread", HistogramOfSets, 1, &[Of(1.15, SDK_BOUND)]),
    workload("histogram, 1 thread", Histogram, 1, &[Of(1.15, SDK_BOUND)]),
    workload("histogram, 2 threads", Histogram, 2, &[Of(0.4, SDK_BOUND)]),
    workload("histogram, 8 threads", Histogram, 8, &[Of(0.4, SDK_BOUND)]),
    workload("gauge, 18 sets, 1 thread", GaugeOfSets, 1, &[Of(1.4, SDK_BOUND)]),
    workload("counter, two strings, 1 thread", CounterOfStrings, 1, &[Of(0.5, PROMETHEUS_CLIENT)]),
    workload("counter, two strings, 2 threads", CounterOfStrings, 2, &[Of(0.2, PROMETHEUS_CLIENT)]),
];

pub fn without_a_provider(args: &Args, report: &mut Report) {
    run(WITHOUT_A_PROVIDER, args, report);
}

pub fn with_a_provider(args: &Args, report: &mut Report) {
    run(WITH_A_PROVIDER, args, report);
}

fn run(workloads: &[Workload], args: &Args, report: &mut Report) {
    for workload in workloads.iter().filter(|workload| args.wants(workload.name)) {
        let jobs: Vec<_> = rivals::ALL.iter().filter_map(|(rival, job)| Some((*rival, job(workload.shape)?))).collect();
        let bare: Vec<_> = jobs.iter().map(|(_, job)| job).collect();
        let medians = harness::rounds(&bare, workload.threads, args.rounds, args.sample * workload.threads as u32);
        let line = |(rival, medians): (&'static str, &harness::Medians)| Line {
            rival,
            nanos: medians.nanos,
            ratio: medians.ratio,
        };
        let lines: Vec<_> = jobs.iter().map(|(rival, _)| *rival).zip(&medians).map(line).collect();
        let outcomes = workload.targets.iter().filter_map(|target| target.check(workload.threads, &lines)).collect();
        report.workload(workload.name, lines, outcomes);
    }
}
