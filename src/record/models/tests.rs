//! The loom tests: what concurrent threads may do with an instrument.
// Uses `attribute`, `collect`, `declare`, `models`, `models::provider`, `unit`. No other module uses it.

use opentelemetry::KeyValue;

use super::provider::Provider;
use super::{Instrument, explore, spawn};
use crate::declare::kind::{Counter, Gauge, Histogram, UpDownCounter};
use crate::prelude::{KeyValues, Meter};
use crate::unit::One;

/// An instrument of a kind: `new!(Counter u64, counter)`.
macro_rules! new {
    ($kind:ident $number:ident, $declare:ident) => {
        Instrument::<$kind, $number>::new(Meter::$declare::<$number>().unit::<One>().name("it").descriptor())
    };
    ($kind:ident $number:ident, $declare:ident, $set:ty) => {
        Instrument::<$kind, $number>::new(
            Meter::$declare::<$number>().unit::<One>().name("it").attributes::<$set>().descriptor(),
        )
    };
}

const SET: &[KeyValue] = &[];

/// What the instrument was given.
fn sum(provider: &Provider) -> f64 {
    provider.given("it", "").sum
}

#[test]
fn collections_lose_nothing_of_what_two_threads_add() {
    explore(|| {
        let (provider, count) = (Provider::default(), new!(Counter u64, counter));
        count.bind(&provider, 1);
        provider.collect();
        let threads = [count.spawn((), [1, 2]), count.spawn((), [4])];
        provider.collect();
        let before = sum(&provider);
        provider.collect();
        assert!(before <= sum(&provider) && sum(&provider) <= 7.0);
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        provider.collect();
        assert_eq!(sum(&provider), 7.0);
    });
}

#[test]
fn two_readers_that_collect_at_the_same_time_pass_nothing_twice() {
    explore(|| {
        let (one, count) = (Provider::default(), new!(Counter u64, counter));
        count.bind(&one, 1);
        one.collect();
        let thread = count.spawn((), [1, 2]);
        let other = spawn({
            // Each reader has a pipeline with a lock of its own: the instrument's lock is what orders the two.
            let count = count.clone();
            let collector = super::super::collect::Collector::of(&one.meter());
            move || count.member.collect(&collector)
        });
        one.collect();
        thread.join().unwrap();
        other.join().unwrap();
        one.collect();
        assert_eq!(sum(&one), 3.0);
    });
}

#[test]
fn an_index_that_is_taken_again_goes_on_with_its_counters() {
    explore(|| {
        let (provider, count) = (Provider::default(), new!(Counter u64, counter));
        count.bind(&provider, 1);
        provider.collect();
        // The second one takes the first one's index, if that has ended.
        let first = count.spawn((), [1, 2]);
        let second = count.spawn((), [4, 8]);
        provider.collect();
        first.join().unwrap();
        // And this one does for sure.
        let third = count.spawn((), [16, 32]);
        second.join().unwrap();
        third.join().unwrap();
        provider.collect();
        assert_eq!(sum(&provider), 63.0);
    });
}

#[test]
fn a_histogram_loses_nothing_in_its_rings() {
    explore(|| {
        let (provider, size) = (Provider::default(), new!(Histogram u64, histogram));
        size.bind(&provider, 1);
        provider.collect();
        // More than a ring holds, so that the thread flushes, too.
        let thread = size.spawn((), [1; 9]);
        provider.collect();
        thread.join().unwrap();
        provider.collect();
        assert_eq!(provider.given("it", "").values, 9);
    });
}

#[test]
fn a_sum_of_floats_is_emptied_once_and_a_zero_makes_a_data_point() {
    explore(|| {
        let (provider, level) = (Provider::default(), new!(UpDownCounter f64, up_down_counter));
        level.bind(&provider, 1);
        provider.collect();
        let thread = level.spawn((), [2.0, -2.0, 0.0, 4.0, 8.0]);
        provider.collect();
        thread.join().unwrap();
        provider.collect();
        assert_eq!(sum(&provider), 12.0);
    });
}

#[test]
fn a_sum_of_floats_that_comes_to_zero_makes_a_data_point() {
    explore(|| {
        let (provider, level) = (Provider::default(), new!(UpDownCounter f64, up_down_counter));
        level.bind(&provider, 1);
        provider.collect();
        let thread = level.spawn((), [2.0, -2.0]);
        provider.collect();
        thread.join().unwrap();
        provider.collect();
        assert!(provider.given("it", "").values > 0);
        assert_eq!(sum(&provider), 0.0);
    });
}

/// A binding with no collection after it: what is recorded meanwhile is given at once, by the thread or the binding.
macro_rules! handshake {
    ($($name:ident: $new:expr, $set:expr, $values:expr, $given:ident is $expected:expr;)*) => {$(
        #[test]
        fn $name() {
            explore(|| {
                let (provider, instrument) = (Provider::default(), $new);
                let thread = instrument.spawn($set, $values);
                instrument.bind(&provider, 1);
                thread.join().unwrap();
                assert_eq!(provider.given("it", "").$given, $expected);
            });
        }
    )*};
}

handshake! {
    a_provider_that_never_collects_has_all_of_a_counter: new!(Counter u64, counter), (), [1, 2, 4], sum is 7.0;
    a_provider_that_never_collects_has_all_of_floats: new!(UpDownCounter f64, up_down_counter), (), [1.0, 2.0], sum is 3.0;
    a_provider_that_never_collects_has_all_of_a_histogram: new!(Histogram u64, histogram), (), [1; 3], values is 3;
    a_provider_that_never_collects_has_the_last_value: new!(Gauge i64, gauge), (), [1, 2, 3], last is 3.0;
    a_provider_that_never_collects_has_all_of_an_open_set:
        new!(Counter u64, counter, KeyValues), SET, [1, 2], sum is 3.0;
    a_provider_that_never_collects_has_all_of_an_open_histogram:
        new!(Histogram u64, histogram, KeyValues), SET, [1; 2], values is 2;
    a_provider_that_never_collects_has_the_last_value_of_an_open_set:
        new!(Gauge i64, gauge, KeyValues), SET, [1, 2], last is 2.0;
}

#[test]
fn a_first_collection_while_a_thread_adds_loses_nothing() {
    explore(|| {
        let (provider, count) = (Provider::default(), new!(Counter u64, counter));
        let thread = count.spawn((), [1, 2, 4]);
        count.bind(&provider, 1);
        provider.collect();
        thread.join().unwrap();
        provider.collect();
        assert_eq!(sum(&provider), 7.0);
    });
}

#[test]
fn a_collection_that_comes_while_an_instrument_is_bound_loses_nothing() {
    explore(|| {
        let (provider, count, other) =
            (Provider::default(), new!(Counter u64, counter), new!(Counter u64, counter, KeyValues));
        other.bind(&provider, 1);
        let binding = spawn({
            let (provider, count) = (provider.clone(), count.clone());
            move || {
                count.record((), 1);
                count.bind(&provider, 1);
                count.record((), 2);
            }
        });
        provider.collect();
        binding.join().unwrap();
        provider.collect();
        assert_eq!(sum(&provider), 3.0);
    });
}

#[test]
fn a_gauge_has_its_last_value_while_it_is_bound_and_collected() {
    explore(|| {
        let (provider, level) = (Provider::default(), new!(Gauge i64, gauge));
        let thread = level.spawn((), [1, 2, 3]);
        level.bind(&provider, 1);
        provider.collect();
        thread.join().unwrap();
        provider.collect();
        assert_eq!(provider.given("it", "").last, 3.0);
    });
}

#[test]
fn a_later_provider_has_what_the_earlier_one_has_not() {
    explore(|| {
        let (first, second) = (Provider::default(), Provider::default());
        let count = new!(Counter u64, counter);
        count.bind(&first, 1);
        first.collect();
        let thread = count.spawn((), [1, 2, 4]);
        count.bind(&second, 2);
        second.collect();
        thread.join().unwrap();
        first.collect();
        second.collect();
        assert_eq!(sum(&first) + sum(&second), 7.0);
    });
}

#[test]
fn a_collection_of_the_earlier_provider_promises_none_of_the_later_one() {
    explore(|| {
        let (first, second) = (Provider::default(), Provider::default());
        let count = new!(Counter u64, counter);
        count.bind(&first, 1);
        first.collect();
        count.record((), 1);
        let collecting = spawn({
            let first = first.clone();
            move || drop(first.collect())
        });
        count.bind(&second, 2);
        collecting.join().unwrap();
        assert_eq!(sum(&first), 1.0);
        count.record((), 2);
        assert_eq!(sum(&second), 2.0, "it has not collected yet, so it is given each value at once");
    });
}

#[test]
fn a_collection_that_listed_its_members_before_promises_none_of_the_later_provider() {
    explore(|| {
        let (first, second) = (Provider::default(), Provider::default());
        let count = new!(Counter u64, counter);
        let meter = first.meter();
        count.member.clone().bind(&meter, 1);
        first.collect();
        let collector = super::super::collect::Collector::of(&meter);
        count.bind(&second, 2);
        // What a collection of the first one does then, if it began before.
        count.member.collect(&collector);
        count.record((), 2);
        assert_eq!(sum(&second), 2.0);
    });
}

#[test]
fn of_two_bindings_at_the_same_time_the_later_provider_wins() {
    explore(|| {
        let (first, second) = (Provider::default(), Provider::default());
        let count = new!(Counter u64, counter);
        count.record((), 1);
        let binding = spawn({
            let (count, first) = (count.clone(), first.clone());
            move || count.bind(&first, 1)
        });
        count.bind(&second, 2);
        binding.join().unwrap();
        assert_eq!(sum(&first) + sum(&second), 1.0);
        count.record((), 2);
        first.collect();
        second.collect();
        assert_eq!(sum(&first) + sum(&second), 3.0);
        assert!(sum(&second) >= 2.0, "the later one has what is recorded last");
    });
}

#[test]
fn one_that_comes_back_to_an_earlier_provider_is_collected_there() {
    explore(|| {
        let (first, second) = (Provider::default(), Provider::default());
        let count = new!(Counter u64, counter);
        // A meter of its own, so that its collector was called before.
        let meter = first.meter();
        count.member.clone().bind(&meter, 1);
        first.collect();
        let binding = spawn({
            let (count, second) = (count.clone(), second.clone());
            move || count.bind(&second, 2)
        });
        count.member.clone().bind(&meter, 3);
        binding.join().unwrap();
        count.record((), 1);
        first.collect();
        assert_eq!(sum(&first), 1.0);
    });
}

#[test]
fn an_instrument_dropped_while_it_is_collected_is_flushed_once() {
    explore(|| {
        let (provider, count) = (Provider::default(), new!(Counter u64, counter));
        count.bind(&provider, 1);
        provider.collect();
        let thread = spawn(move || {
            count.record((), 1);
            count.record((), 2);
        });
        provider.collect();
        thread.join().unwrap();
        assert_eq!(sum(&provider), 3.0);
    });
}

#[test]
fn a_histogram_dropped_while_it_is_collected_is_flushed_once() {
    explore(|| {
        let (provider, size) = (Provider::default(), new!(Histogram u64, histogram));
        size.bind(&provider, 1);
        provider.collect();
        let thread = spawn(move || (0..3).for_each(|_| size.record((), 1)));
        provider.collect();
        thread.join().unwrap();
        assert_eq!(provider.given("it", "").values, 3);
    });
}

/// Attributes that do not follow from the number of the slot: they are kept beside it.
#[derive(Clone, Copy)]
struct Kept;

impl crate::attribute::Set for Kept {
    type Given<'a> = Self;
    type Keys = <() as crate::attribute::Set>::Keys;
    const KEYS: Self::Keys = <() as crate::attribute::Set>::KEYS;
    const FIELDS: &'static [crate::attribute::Field] = &[];
    const CARDINALITY: Option<usize> = Some(1);
    fn visit<V: crate::attribute::Visit>(&self, visitor: &mut V) {
        use crate::attribute::{KeyRef, ValueRef};
        visitor.attribute(KeyRef::Static("kept"), ValueRef::Bool(true));
    }
    fn slot(&self) -> usize {
        0
    }
}

#[test]
fn whoever_flushes_a_slot_has_its_attributes() {
    explore(|| {
        let (provider, count) = (Provider::default(), new!(Counter u64, counter));
        count.bind(&provider, 1);
        let threads = [count.spawn(Kept, [1]), count.spawn(Kept, [4])];
        provider.collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        provider.collect();
        assert_eq!(provider.given("it", "kept=true").sum, 5.0);
    });
}
