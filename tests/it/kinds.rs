//! Every kind with every number and every class of unit that the laws allow compiles and says what it is.

use meterstick::unit::{Bytes, Celsius, Nanos, One, Per, Percent, Seconds};
use meterstick::{Form, InstrumentKind, Meter, Number, Unit};

meterstick::unit! { Requests = "{request}" }

/// One declaration.
macro_rules! declared {
    ($function:ident $kind:ident $number:ty, $unit:ty) => {{
        const DECLARED: &meterstick::Descriptor = &{
            *Meter::$function::<$number>().unit::<$unit>().name("some.name").description("Something.").descriptor()
        };
        assert_eq!(DECLARED.kind, InstrumentKind::$kind);
        assert_eq!(DECLARED.form, <$number>::FORM);
        assert_eq!(DECLARED.unit, <$unit>::CODE);
        assert_eq!((DECLARED.name, DECLARED.description), ("some.name", "Something."));
        1
    }};
}

/// A row of the table of laws: kinds, numbers and units.
macro_rules! row {
    ($(($function:ident $kind:ident))* : $numbers:tt $units:tt) => { 0 $(+ row!(@numbers $function $kind $numbers $units))* };
    (@numbers $function:ident $kind:ident ($($number:ty)*) $units:tt) => { 0 $(+ row!(@units $function $kind $number, $units))* };
    (@units $function:ident $kind:ident $number:ty, ($($unit:ty),*)) => { 0 $(+ declared!($function $kind $number, $unit))* };
}

#[test]
fn what_the_laws_allow_compiles() {
    let mut declared = 0;
    declared += row!((counter Counter) (observable_counter ObservableCounter):
        (u8 u16 u32 u64 usize f32 f64) (Seconds, Nanos, Bytes, One, Requests, Per<Bytes, Seconds>));
    declared += row!((up_down_counter UpDownCounter) (observable_up_down_counter ObservableUpDownCounter):
        (i8 i16 i32 i64 isize f32 f64) (Seconds, Nanos, Bytes, One, Requests, Per<Bytes, Seconds>));
    declared += row!((histogram Histogram):
        (u8 u16 u32 u64 usize f32 f64) (Seconds, Bytes, One, Requests, Celsius, Percent, Per<Requests, Seconds>));
    declared += row!((gauge Gauge) (observable_gauge ObservableGauge):
        (u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64)
        (Seconds, Bytes, One, Requests, Celsius, Percent, Per<Requests, Seconds>));
    assert_eq!(declared, 2 * 7 * 6 + 2 * 7 * 6 + 7 * 7 + 2 * 12 * 7);
}

#[test]
fn an_integer_leaves_as_an_integer_and_a_float_as_a_double() {
    assert_eq!((u8::FORM, isize::FORM, f32::FORM, f64::FORM), (Form::Integer, Form::Integer, Form::Float, Form::Float));
}

#[test]
fn options_come_in_any_order_and_names_at_run_time() {
    let size = Meter::histogram::<u64>().unit::<Bytes>().name("size");
    let one = size.boundaries(&[Bytes(1.0), Bytes(2.0)]).description("A size.");
    let other = size.description("A size.").boundaries(&[Bytes(1.0), Bytes(2.0)]);
    assert_eq!(one.descriptor(), other.descriptor());

    let name = String::from("from.a.file");
    let named = Meter::gauge::<f64>().try_unit("Cel").unwrap().try_name(&name).unwrap();
    assert_eq!((named.descriptor().name, named.descriptor().unit), ("from.a.file", "Cel"));
    assert!(Meter::gauge::<f64>().try_unit("µs").is_err());
    assert!(Meter::gauge::<f64>().unit::<One>().try_name("no name").is_err());
    assert!(size.try_boundaries(&[Bytes(2.0), Bytes(1.0)]).is_err());
    assert_eq!(size.try_boundaries(&[Bytes(1.0), Bytes(2.0)]).unwrap().descriptor().boundaries, [1.0, 2.0]);
    assert!(size.try_description(&"x".repeat(1024)).is_err());
    assert!(size.try_description(&"ä".repeat(1023)).is_ok());
}
