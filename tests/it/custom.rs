//! Custom units, what they convert to, and quantities of smaller numbers.

use meterstick::MeasurementError;
use meterstick::prelude::*;
use meterstick::unit::{
    Bytes, Celsius, Days, Difference, Fahrenheit, Gigahertz, Hertz, Kelvin, KiBytes, Megahertz, Micros, Millis, NoUnit,
    One, Percent, Quantity, Seconds, Unit,
};
use proptest::prelude::*;

use crate::wire::{Value, Wire};

meterstick::unit! {
    pub Usd = "{USD}", no bare numbers;
    pub UsdMicros = Usd / 1_000_000;
    pub UsdCents = Usd / 100;
    pub Eggs = "{egg}";
    pub Dozens = Eggs * 12;
    pub Terahertz = "THz" = Hertz * 1_000_000_000_000;
    pub CpuMegahertz = Megahertz, adds up;
    pub Farads = "F";
    pub Score = "{score}", does not add up;
    pub Weeks = "wk" = Days * 7;
    pub Rankine = "[degR]" = Kelvin * 5 / 9;
    pub Entropy = "J/K", bare numbers, does not add up;
}

type PerSecond = meterstick::unit::Per<Bytes, Seconds>;
meterstick::unit! { KilobytesPerSecond = PerSecond * 1_000 }

#[test]
fn a_custom_unit_has_its_code_or_one_made_of_its_base() {
    let codes = [UsdMicros::CODE, Dozens::CODE, Terahertz::CODE, CpuMegahertz::CODE, KilobytesPerSecond::CODE];
    assert_eq!(codes, ["{USD}/1000000", "12.{egg}", "THz", "MHz", "1000.By/s"]);
}

#[test]
fn a_part_or_a_multiple_converts_to_all_units_of_its_dimension() {
    assert_eq!(Usd(3).to::<UsdMicros>(), UsdMicros(3_000_000));
    assert_eq!(UsdCents(250).to::<UsdMicros>(), UsdMicros(2_500_000));
    assert_eq!(UsdMicros(2_500_000).try_to::<UsdCents>(), Some(UsdCents(250)));
    assert_eq!(UsdMicros(1).try_to::<UsdCents>(), None);
    assert_eq!(UsdMicros(1_500_000).round_to::<Usd>(), Some(Usd(2)));
    assert_eq!(Terahertz(2).to::<Gigahertz>(), Gigahertz(2_000));
    assert_eq!(Gigahertz(2_500.0).to::<Terahertz>(), Terahertz(2.5));
    assert_eq!(CpuMegahertz(1_500).to::<Hertz>(), Hertz(1_500_000_000));
    assert_eq!(Weeks(2) - Weeks(1), Weeks(1));
    assert_eq!(Weeks(1), Days(7));
    assert_eq!(std::time::Duration::try_from(Weeks(1)).unwrap().as_secs(), 604_800);
    assert_eq!(Rankine(491.67).to::<Celsius>(), Celsius(0.0));
    assert_eq!(KiBytes(1.0).per(Seconds(1.0)).to::<KilobytesPerSecond>().value(), 1.024);
}

#[test]
fn a_scaled_unit_has_the_boundaries_of_its_base_scaled() {
    assert_eq!(KilobytesPerSecond::BOUNDARIES[0], PerSecond::BOUNDARIES[0] / 1_000.0);
    assert_eq!(Dozens::BOUNDARIES.len(), Eggs::BOUNDARIES.len());
    assert_eq!(Farads::BOUNDARIES, Hertz::BOUNDARIES);
}

#[test]
fn which_custom_units_take_bare_numbers_and_add_up() {
    let wire = Wire::new();
    let eggs = Meter::counter::<u64>().unit::<Eggs>().name("eggs").build(&wire.meter());
    eggs.add(1);
    eggs.add(Dozens(2));
    assert_eq!(wire.collect().number("eggs"), Some(Value::Int(25)));
    let capacity = Meter::up_down_counter::<i64>().unit::<CpuMegahertz>().name("capacity").build(&wire.meter());
    capacity.add(Gigahertz(3));
    capacity.add(CpuMegahertz(-500));
    assert_eq!(wire.collect().number("capacity"), Some(Value::Int(2_500)));
    let entropy = Meter::gauge::<f64>().unit::<Entropy>().name("entropy").build(&wire.meter());
    entropy.record(1.5);
    let cost = Meter::counter::<u64>().unit::<UsdMicros>().name("cost").build(&wire.meter());
    cost.add(Usd(1));
    cost.add(UsdMicros(5));
    assert_eq!(wire.collect().number("cost"), Some(Value::Int(1_000_005)));
    assert_eq!(wire.collect().metric("cost").unwrap().unit, "{USD}/1000000");
    let _ = Meter::gauge::<f64>().unit::<Score>().name("score");
}

#[test]
fn no_unit_is_exported_as_none() {
    let wire = Wire::new();
    let up = Meter::gauge::<u64>().unit::<NoUnit>().name("up").build(&wire.meter());
    up.record(1);
    let collection = wire.collect();
    assert_eq!((collection.number("up"), &*collection.metric("up").unwrap().unit), (Some(Value::Int(1)), ""));
    assert_eq!((NoUnit(5).to_string(), format!("{:?}", NoUnit(5))), ("5".to_owned(), "5".to_owned()));
    let _ = Meter::counter::<u64>().unit::<NoUnit>().name("legacy_requests_total");
}

#[test]
fn temperatures_have_a_difference_and_an_opposite() {
    assert_eq!(-Celsius(5.0), Celsius(-5.0));
    let warmer: Quantity<f64, Difference<Celsius>> = Celsius(21.5) - Celsius(19.0);
    assert_eq!((warmer.value(), warmer.to_string()), (2.5, "2.5 K".to_owned()));
    assert_eq!(Celsius(19.0) + warmer, Celsius(21.5));
    let mut attic = Celsius(19);
    attic += Celsius(3) - Celsius(1);
    attic -= Celsius(1) - Celsius(0);
    assert_eq!(attic, Celsius(20));
    let fahrenheit = Fahrenheit(212.0) - Fahrenheit(32.0);
    assert_eq!(fahrenheit.to_string(), "180 [degR]");
    assert_eq!(fahrenheit.to::<Difference<Kelvin>>().value(), 100.0);
    assert_eq!((fahrenheit / 2.0 * 4.0).value(), 360.0);
    // Ratios and frequencies have no sum as counters, but a difference and multiples as quantities.
    assert_eq!(Percent(75.0) - Percent(25.0), Percent(50.0));
    assert_eq!(Hertz(50) * 2, Hertz(100));
    assert_eq!(-One(0.5), One(-0.5));
}

#[test]
fn a_smaller_number_is_widened_and_a_literal_infers() {
    let wire = Wire::new();
    let sent = Meter::counter::<u64>().unit::<Bytes>().name("sent").build(&wire.meter());
    let text = "12345";
    sent.add(Bytes(text.len()));
    sent.add(Bytes(1_u8));
    sent.add(KiBytes(1_u32));
    sent.add(Bytes(4));
    assert_eq!(wire.collect().number("sent"), Some(Value::Int(5 + 1 + 1024 + 4)));
    // Widened before it is converted: 255 KiB are no `u8` of bytes.
    sent.add(KiBytes(255_u8));
    assert_eq!(sent.try_add(Bytes(-1)), Err(MeasurementError::Negative));
    assert_eq!(sent.try_add(Bytes(usize::MAX)), Err(MeasurementError::OutOfRange));
    assert_eq!(wire.collect().number("sent"), Some(Value::Int(1034 + 255 * 1024)));

    let queued = Meter::up_down_counter::<i64>().unit::<Bytes>().name("queued").build(&wire.meter());
    let tracked = queued.track_amount(Bytes(text.len()));
    assert_eq!(wire.collect().number("queued"), Some(Value::Int(5)));
    drop(tracked);
    assert_eq!(queued.try_add(Bytes(u64::MAX)), Err(MeasurementError::OutOfRange));
    assert_eq!(queued.try_add(Bytes(isize::MIN)), Ok(()));

    let size = Meter::histogram::<f64>().unit::<KiBytes>().name("size").build(&wire.meter());
    size.record(Bytes(512_u32));
    size.record(Bytes(512.0_f32));
    size.record(Bytes(512));
    size.record(Bytes(512.0));
    let narrow = Meter::gauge::<f32>().unit::<Bytes>().name("narrow").build(&wire.meter());
    assert_eq!(narrow.try_record(Bytes(1 << 24)), Ok(()));
    assert_eq!(narrow.try_record(Bytes((1 << 24) + 1)), Err(MeasurementError::OutOfRange));
    let small = Meter::gauge::<i8>().unit::<Bytes>().name("small").build(&wire.meter());
    assert_eq!(small.try_record(Bytes(-128)), Ok(()));
    assert_eq!(small.try_record(Bytes(-129)), Err(MeasurementError::OutOfRange));
}

macro_rules! takes {
    ($number:expr, $kind:ident $call:ident: $($to:ident)*) => {$(
        let wire = Wire::new();
        let instrument = Meter::$kind::<$to>().unit::<Bytes>().name("n").build(&wire.meter());
        let outcome = instrument.$call(Bytes($number));
        // Against the number as it is, in a type that holds all of them.
        let fits = <$to>::try_from(i128::from($number)).is_ok() && i64::try_from($number).is_ok();
        prop_assert_eq!(outcome.is_ok(), fits, "{} into {}", $number, stringify!($to));
        let expected = fits.then_some(Value::Int($number as i64));
        prop_assert_eq!(wire.collect().number("n"), expected);
    )*};
}

proptest! {
    #[test]
    fn a_widened_number_arrives_as_itself_or_is_refused(bits in crate::units::bits()) {
        takes!(bits as u8, gauge try_record: u8 u16 u32 u64 usize i16 i32 i64 isize);
        takes!(bits as u16, gauge try_record: u16 u32 u64 usize i32 i64 isize);
        takes!(bits as u32, gauge try_record: u32 u64 usize i64 isize);
        takes!(bits, gauge try_record: u64 i64);
        takes!(bits as i8, gauge try_record: i8 i16 i32 i64 isize);
        takes!(bits as i16, gauge try_record: i16 i32 i64 isize);
        takes!(bits as i32, gauge try_record: u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
        takes!(bits as i64, gauge try_record: i64);
    }
}

#[test]
fn boundaries_have_a_unit_and_are_converted_at_compile_time() {
    const MIXED: Metric<Histogram<f64, Seconds>> =
        Meter::histogram::<f64>().unit::<Seconds>().name("mixed").boundaries(&[Millis(5.0), Millis(100.0)]);
    assert_eq!(MIXED.descriptor().boundaries, [0.005, 0.1]);
    const LITERALS: Metric<Histogram<u64, Bytes>> =
        Meter::histogram::<u64>().unit::<Bytes>().name("literals").boundaries(&[KiBytes(1), KiBytes(64)]);
    assert_eq!(LITERALS.descriptor().boundaries, [1024.0, 65536.0]);
    const BARE: Metric<Histogram<u64, Eggs>> =
        Meter::histogram::<u64>().unit::<Eggs>().name("bare").boundaries(&[1, 6, 12]);
    assert_eq!(BARE.descriptor().boundaries, [1.0, 6.0, 12.0]);
    let dozens = Meter::histogram::<u64>().unit::<Eggs>().name("dozens").boundaries(&[Dozens(1.0), Dozens(2.0)]);
    assert_eq!(dozens.descriptor().boundaries, [12.0, 24.0]);
    let warm =
        Meter::histogram::<f64>().unit::<Celsius>().name("warm").boundaries(&[Fahrenheit(32.0), Fahrenheit(212.0)]);
    assert_eq!(warm.descriptor().boundaries, [0.0, 100.0]);
    const STEPS: Metric<Histogram<f64, Seconds>> =
        Meter::histogram::<f64>().unit::<Seconds>().name("steps").boundaries(&Millis(1.0).exponential::<20>(2.0));
    let steps = STEPS.descriptor().boundaries;
    assert_eq!((steps.len(), steps[0], steps[19]), (20, 0.001, 524.288));
    let many: Vec<_> = (0..100).map(|n| Millis(f64::from(n))).collect();
    assert_eq!(MIXED.try_boundaries(&many).unwrap().descriptor().boundaries[99], 0.099);
    assert!(std::panic::catch_unwind(|| MIXED.boundaries(&many)).is_err(), "more than a declaration has");
    // Converted as a recorded value is.
    let wire = Wire::new();
    let mixed = MIXED.build(&wire.meter());
    mixed.record(Millis(5.0));
    assert_eq!(wire.collect().metric("mixed").map(|metric| metric.unit.clone()), Some("s".to_owned()));
}

#[test]
fn a_duration_is_a_whole_number_by_name() {
    use std::time::Duration;
    let (took, wire) = (Duration::from_nanos(1_500_700), Wire::new());
    assert_eq!((Millis::floor(took), Millis::round(took), Millis::ceil(took)), (Millis(1), Millis(2), Millis(2)));
    assert_eq!((Micros::floor(took), Micros::round(took)), (Micros(1_500), Micros(1_501)));
    assert_eq!(Quantity::<u8, Millis>::floor_from(Duration::from_millis(256)), None);
    assert_eq!(Quantity::<u16, Millis>::ceil_from(took), Some(Millis(2)));
    let waited = Meter::counter::<u64>().unit::<Micros>().name("waited").build(&wire.meter());
    waited.add(Micros::floor(took));
    assert_eq!(waited.try_add(Micros::floor(Duration::MAX)), Err(MeasurementError::OutOfRange));
    assert_eq!(wire.collect().number("waited"), Some(Value::Int(1_500)));
}

/// Generic code records quantities of its number.
fn add_twice<N: meterstick::CounterNumber>(sent: &impl Fn(Quantity<N, Bytes>), amount: N) {
    sent(Bytes(amount));
    sent(Bytes(amount));
}

#[test]
fn a_quantity_of_a_generic_number_is_a_measurement_of_it() {
    fn measured<N: meterstick::Number>(amount: N) -> Result<N, MeasurementError> {
        Measurement::<N, Bytes>::measure(Bytes(amount))
    }
    assert_eq!(measured(5_u16), Ok(5));
    let total = std::cell::Cell::new(0);
    add_twice(&|amount: Quantity<u32, Bytes>| total.set(total.get() + amount.value()), 3);
    assert_eq!(total.get(), 6);
}

/// Names that would meet those of a macro that is not careful.
mod hostile {
    #![allow(non_camel_case_types, dead_code)]

    ::meterstick::unit! {
        pub N = "{node}";
        pub U = "{u}";
        pub A = "{a}";
        pub T = "{t}";
        pub Unit = "{unit}";
        pub Number = "{number}";
        pub Quantity = "{quantity}";
        pub Option = "{option}";
        pub Some = "{some}";
        pub None = "{none}";
        pub Ok = "{ok}";
        pub String = "{string}";
        pub str = "{str}";
        pub f64 = "{f64}";
        pub bool = "{bool}";
        pub Clone = "{clone}";
        pub Copy = "{copy}";
        pub Debug = "{debug}";
        pub __Number = "{number}";
        pub __OtherNumber = "{number}";
        pub core = "{core}";
        pub meterstick = "{meterstick}";
        pub Is = "{is}";
        pub Thousands = N * 1_000;
        pub Halves = self::U / 2;
    }

    #[test]
    fn every_identifier_is_a_unit() {
        assert_eq!(N(2).to::<N>(), N(2));
        assert_eq!(Thousands(2).to::<N>(), N(2_000));
        assert_eq!(Halves(3) + Halves(1), U(2));
        assert_eq!(
            (self::Some(1).to_string(), __Number(1).to_string()),
            ("1 {some}".to_owned(), "1 {number}".to_owned())
        );
    }

    #[test]
    fn a_metric_has_the_name_of_a_list() {
        use ::meterstick::{Meter, Metric};
        const LIST: Metric<::meterstick::Counter<u64, N>> = Meter::counter::<u64>().unit::<N>().name("list");
        const CATALOG: Metric<::meterstick::Counter<u64, N>> = Meter::counter::<u64>().unit::<N>().name("catalog");
        assert_eq!(::meterstick::catalog![LIST, CATALOG].metrics().len(), 2);
    }

    #[test]
    fn a_unit_is_declared_in_a_function() {
        ::meterstick::unit! { N = "{n}"; Tens = N * 10 }
        assert_eq!(Tens(1), N(10));
    }
}
