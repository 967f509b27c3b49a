//! Tests that enter a meter for all threads: in a process of their own, as they would redirect the statics of other tests' threads.

use meterstick::prelude::*;
use meterstick::testing::TestMeter;
use meterstick::unit::One;

const SCOPE: Scope = Scope::new("shop");

#[test]
fn a_thread_may_enter_everywhere_twice() {
    let (first, second) = (TestMeter::new(), TestMeter::new());
    let of_first = first.enter_everywhere();
    let of_second = second.enter_everywhere();
    SPAWNED.inc();
    drop(of_second);
    SPAWNED.add(10);
    drop(of_first);
    assert_eq!((first.value(&SPAWNED, ()), second.value(&SPAWNED, ())), (10, 1));
}

static SPAWNED: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("spawned").global(SCOPE);

#[test]
fn statics_of_threads_and_tasks_that_the_code_spawns_are_seen_by_the_test_that_entered_everywhere() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(3).build().unwrap();
    std::thread::scope(|scope| {
        for n in 1..=4 {
            let runtime = &runtime;
            scope.spawn(move || {
                let meter = TestMeter::new();
                let _entered = meter.enter_everywhere();
                let tasks: Vec<_> = (0..n * 10).map(|_| runtime.spawn(async { SPAWNED.inc() })).collect();
                runtime.block_on(async {
                    for task in tasks {
                        task.await.unwrap();
                    }
                });
                std::thread::spawn(|| SPAWNED.inc()).join().unwrap();
                // A thread that has entered another meter stays there.
                let own = TestMeter::new();
                std::thread::scope(|scope| {
                    scope.spawn(|| {
                        let _own = own.enter();
                        SPAWNED.add(5);
                    });
                });
                assert_eq!(meter.value(&SPAWNED, ()), n * 10 + 1);
                assert_eq!(own.value(&SPAWNED, ()), 5);
            });
        }
    });
}
