//! Statics record for the test that has entered, and for no other.

use meterstick::prelude::*;
use meterstick::testing::TestMeter;
use meterstick::unit::{Bytes, One};

use super::{IN_FLIGHT, REQUESTS, SCOPE, Served};

#[test]
fn statics_of_tests_that_run_at_once_do_not_see_each_other() {
    std::thread::scope(|scope| {
        for n in 1..=8_u64 {
            scope.spawn(move || {
                let meter = TestMeter::new();
                let _entered = meter.enter();
                let route = format!("/{n}");
                for _ in 0..n * 100 {
                    REQUESTS.add(1, Served { route: &route, ok: true });
                }
                let guard = IN_FLIGHT.track();
                assert_eq!(meter.value(&IN_FLIGHT, ()), 1);
                drop(guard);
                assert_eq!(meter.value(&IN_FLIGHT, ()), 0);
                assert_eq!(meter.value(&REQUESTS, Served { route: &route, ok: true }), n * 100);
                assert_eq!(meter.recorded().points(Some("shop"), "requests").len(), 1);
            });
        }
    });
}

#[test]
fn what_was_entered_first_is_back_when_the_second_ends() {
    let (outer, inner) = (TestMeter::new(), TestMeter::new());
    let _outer = outer.enter();
    IN_FLIGHT.add(1);
    {
        let _inner = inner.enter();
        IN_FLIGHT.add(10);
    }
    IN_FLIGHT.add(1);
    assert_eq!((outer.value(&IN_FLIGHT, ()), inner.value(&IN_FLIGHT, ())), (2, 10));
}

#[test]
fn guards_may_be_dropped_in_any_order() {
    let (first, second) = (TestMeter::new(), TestMeter::new());
    let (of_first, of_second) = (first.enter(), second.enter());
    drop(of_first);
    IN_FLIGHT.add(10);
    drop(of_second);
    IN_FLIGHT.add(100);
    assert_eq!((first.try_value(&IN_FLIGHT, ()), second.value(&IN_FLIGHT, ())), (None, 10));
}

/// A temporary has the address of another one that is gone.
#[test]
#[allow(
    clippy::declare_interior_mutable_const,
    clippy::borrow_interior_mutable_const,
    reason = "that is what is tested"
)]
fn constants_and_clones_are_independent() {
    const ONE: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("one").global(Scope::new("a"));
    const TWO: Counter<u64, One> = Meter::counter::<u64>().unit::<One>().name("two").global(Scope::new("a"));
    const OF_ANOTHER_SCOPE: Counter<u64, One> =
        Meter::counter::<u64>().unit::<One>().name("one").global(Scope::new("b"));
    let meter = TestMeter::new();
    let _entered = meter.enter();
    fn add(number: u64, make: fn() -> Counter<u64, One>) {
        for _ in 0..3 {
            make().add(number);
        }
    }
    add(1, || ONE);
    add(10, || TWO.clone());
    add(100, || OF_ANOTHER_SCOPE);
    let values = [ONE, TWO, OF_ANOTHER_SCOPE].map(|counter| meter.value(&counter, ()));
    assert_eq!(values, [3, 30, 300], "{}", meter.recorded());
}

#[test]
fn other_threads_enter_for_themselves() {
    let meter = TestMeter::new();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let _entered = meter.enter();
                IN_FLIGHT.add(1);
            });
        }
    });
    assert_eq!(meter.value(&IN_FLIGHT, ()), 4);
}

#[test]
fn a_clone_of_a_static_is_the_same_instrument_in_a_test_and_outlives_it_as_itself() {
    static SEEN: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("seen").global(SCOPE);
    let kept = {
        let meter = TestMeter::new();
        let _entered = meter.enter();
        let clone = SEEN.clone();
        SEEN.add(Bytes(1));
        clone.add(Bytes(2));
        assert_eq!((SEEN.value(), clone.value()), (Some(3), Some(3)));
        assert_eq!(clone.try_add(Bytes(-1_i32)).is_err(), SEEN.try_add(Bytes(-1_i32)).is_err());
        clone.add(Bytes(-1_i32));
        assert_eq!((SEEN.refused(), clone.refused()), (1, 1));
        clone
    };
    assert_eq!(kept.value(), None, "outside of the test nothing was recorded");
    kept.add(Bytes(5));
    assert_eq!(SEEN.value(), Some(5));
}

#[test]
fn what_is_bound_from_a_static_before_a_test_records_for_the_test() {
    static DONE: Counter<u64, One, (Served<'static>, Pool<'static>)> = Meter::counter::<u64>()
        .unit::<One>()
        .name("done")
        .attributes::<(Served<'static>, Pool<'static>)>()
        .global(SCOPE);
    #[derive(Clone, Copy, Attributes)]
    struct Pool<'a> {
        pool: &'a str,
    }
    let served = Served { route: "/", ok: true };
    let (bound, of_pool) = (REQUESTS.bind(served), DONE.with(Pool { pool: "a" }));
    let whole = of_pool.bind(served);
    for n in 1..=2 {
        let meter = TestMeter::new();
        let _entered = meter.enter();
        (0..n).for_each(|_| bound.inc());
        assert_eq!(meter.value(&REQUESTS, served), n);
        assert_eq!((meter.value(&bound, ()), bound.value()), (n, Some(n)));
        of_pool.inc(served);
        whole.clone().inc();
        whole.inc();
        assert_eq!(meter.value(&DONE, (served, Pool { pool: "a" })), 3);
        assert_eq!((of_pool.value(served), whole.value()), (Some(3), Some(3)));
    }
    assert_eq!(bound.value(), None);
}

#[test]
fn a_static_that_is_only_cloned_in_a_test_does_not_wait_for_a_provider() {
    static CLONED: Counter<u64, Bytes> = Meter::counter::<u64>().unit::<Bytes>().name("cloned").global(SCOPE);
    let meter = TestMeter::new();
    let entered = meter.enter();
    CLONED.clone().add(Bytes(1));
    assert_eq!(meter.value(&CLONED, ()), 1);
    drop(entered);
    let waiting = meterstick::statics_without_provider();
    assert!(!waiting.iter().any(|one| one.descriptor.name == "cloned"));
}

#[derive(Clone, Copy, AttributeValue)]
enum Side {
    Left,
    Right,
}

#[derive(Clone, Copy, Attributes)]
struct Near {
    near: Option<Side>,
}

#[derive(Clone, Copy, Attributes)]
struct Far {
    far: Option<Side>,
}

const NEAR: Near = Near { near: Some(Side::Left) };
const FAR: Far = Far { far: Some(Side::Right) };
const FAR_LEFT: Far = Far { far: Some(Side::Left) };
const NO_NEAR: Near = Near { near: None };
const NO_FAR: Far = Far { far: None };

static PAIRED: Counter<u64, One, (Near, Far)> =
    Meter::counter::<u64>().unit::<One>().name("paired").attributes::<(Near, Far)>().global(SCOPE);

/// An optional attribute that is `None` leaves no attribute that tells one remaining part from the other.
#[test]
fn a_part_without_attributes_is_given_beforehand_in_a_test() {
    for order in [[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 1, 0], [3, 2, 0, 1]] {
        let meter = TestMeter::new();
        let _entered = meter.enter();
        let (near, far) = (PAIRED.with(NO_FAR), PAIRED.with(NO_NEAR));
        let neither = near.bind(NO_NEAR);
        for which in order {
            match which {
                0 => PAIRED.add(1, (NO_NEAR, FAR)),
                1 => near.add(10, NEAR),
                2 => far.add(100, FAR_LEFT),
                _ => neither.add(1000),
            }
        }
        let values = [
            meter.value(&PAIRED, (NO_NEAR, FAR)),
            meter.value(&PAIRED, (NEAR, NO_FAR)),
            meter.value(&PAIRED, (NO_NEAR, FAR_LEFT)),
            meter.value(&PAIRED, (NO_NEAR, NO_FAR)),
        ];
        assert_eq!(values, [1, 10, 100, 1000], "{}", meter.recorded());
        assert_eq!((near.value(NEAR), far.value(FAR), neither.value()), (Some(10), Some(1), Some(1000)));
    }
}

#[test]
fn a_bound_pair_and_a_part_with_the_same_attributes_are_two_in_a_test() {
    let meter = TestMeter::new();
    let _entered = meter.enter();
    let (bound, with) = (PAIRED.bind((NO_NEAR, FAR)), PAIRED.with(FAR));
    bound.add(1);
    with.add(10, NEAR);
    PAIRED.add(1000, (NEAR, NO_FAR));
    assert_eq!(meter.recorded().points(Some("shop"), "paired").len(), 3, "{}", meter.recorded());
    assert_eq!((meter.value(&bound, ()), meter.value(&with, NEAR)), (1, 10), "{}", meter.recorded());
}

/// Each set of the remaining part has a slot in a store of its own, and neither part has attributes.
#[test]
fn two_closed_parts_of_an_open_set_are_two_in_a_test() {
    type Open = (Near, (Far, Whose<'static>));
    #[derive(Clone, Copy, Attributes)]
    struct Whose<'a> {
        whose: Option<&'a str>,
    }
    static OPEN: Counter<u64, One, Open> =
        Meter::counter::<u64>().unit::<One>().name("open").attributes::<Open>().global(SCOPE);
    let meter = TestMeter::new();
    let _entered = meter.enter();
    let near = OPEN.with((NO_FAR, Whose { whose: None }));
    let far = OPEN.with(NO_NEAR).with(Whose { whose: None });
    near.add(1, NEAR);
    far.add(10, FAR_LEFT);
    let value = |near, far| meter.value(&OPEN, (near, (far, Whose { whose: None })));
    assert_eq!((value(NEAR, NO_FAR), value(NO_NEAR, FAR_LEFT)), (1, 10), "{}", meter.recorded());
}

#[test]
fn what_is_bound_from_a_static_in_a_test_outlives_it_as_itself() {
    static KEPT: Counter<u64, One, (Near, Far)> =
        Meter::counter::<u64>().unit::<One>().name("kept").attributes::<(Near, Far)>().global(SCOPE);
    let (bound, with, clone) = {
        let meter = TestMeter::new();
        let _entered = meter.enter();
        let (bound, with) = (KEPT.bind((NEAR, FAR)), KEPT.with(FAR));
        bound.add(1);
        assert_eq!(meter.value(&KEPT, (NEAR, FAR)), 1);
        let clone = bound.clone();
        (bound, with, clone)
    };
    bound.add(10);
    with.add(100, NEAR);
    clone.add(1000);
    assert_eq!(KEPT.value((NEAR, FAR)), Some(1110));
}
