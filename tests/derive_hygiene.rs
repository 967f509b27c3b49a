//! Derives on types and within modules whose names would meet those of a macro that is not careful.
#![allow(clippy::upper_case_acronyms, non_camel_case_types, dead_code, non_upper_case_globals, unused_macros)]

use ::meterstick::{AttributeValue, Attributes, KeyValues, Measurement, ValueRef, Visit};

/// Everything that a macro might name, as something else.
mod hostile {
    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Result;
    pub struct Ok;
    pub struct Err;
    pub struct String;
    pub struct Vec;
    pub struct Box;
    pub struct Default;
    pub struct str;
    pub struct bool;
    pub struct usize;
    pub struct u64;
    pub struct f64;
    pub mod core {}
    pub mod std {}
    pub mod meterstick {}
    pub trait Visit {}
    pub trait AttributeValue {}
    pub trait Attributes {}
    pub trait Clone {}
    pub const carried: () = ();
    pub const chosen: () = ();
    pub const field_0: () = ();
    pub const value: () = ();
    pub const METRICS: ::core::primitive::usize = 11;
    pub const METRIC_0: ::core::primitive::usize = 12;
    pub const METRIC_1: ::core::primitive::usize = 13;
    pub const LISTS: ::core::primitive::usize = 14;
    pub const CATALOG: ::core::primitive::usize = 15;
    macro_rules! assert {
        ($($any:tt)*) => {
            compile_error!("not the one of the library")
        };
    }
    macro_rules! matches {
        ($($any:tt)*) => {
            compile_error!("not the one of the library")
        };
    }
    macro_rules! unreachable {
        ($($any:tt)*) => {
            compile_error!("not the one of the library")
        };
    }

    #[derive(::core::clone::Clone, ::core::marker::Copy, Debug, PartialEq, ::meterstick::AttributeValue)]
    pub enum Method {
        Some,
        None,
        Ok,
        Err,
        Value,
        TYPE,
        Option,
        String,
        r#fn,
        __V,
    }

    #[derive(Debug, PartialEq, ::meterstick::AttributeValue)]
    pub enum Other<'__with> {
        Known,
        #[attribute(other)]
        Carried(&'__with ::core::primitive::str),
    }

    #[derive(Debug, ::meterstick::AttributeValue)]
    pub struct Newtype(Method);

    #[derive(Debug, ::meterstick::AttributeValue)]
    pub struct Generic<T>(pub T);

    #[derive(Debug, ::meterstick::Attributes)]
    pub struct Set<'__with, __V> {
        pub r#type: Method,
        pub __value: Generic<__V>,
        pub __visitor_: &'__with ::core::primitive::str,
        pub slot: ::core::primitive::bool,
        pub visit: ::core::option::Option<Method>,
        pub other: Other<'__with>,
        #[attribute(display)]
        pub shown: ::core::option::Option<::core::primitive::u8>,
        #[attribute(display)]
        pub own: super::other::Option<::core::primitive::u8>,
        #[attribute(flatten)]
        pub flattened: ::core::option::Option<Inner>,
    }

    #[derive(Debug, ::meterstick::Attributes)]
    #[attributes(prefix = "inner")]
    pub struct Inner {
        pub value: Method,
        #[attribute(skip)]
        pub skipped: ::core::primitive::u8,
    }

    #[derive(::core::clone::Clone, ::core::marker::Copy, ::meterstick::Measurement)]
    #[measurement(unit = ::meterstick::unit::Bytes)]
    pub struct __N<__U>(pub __U);
}

/// Bounds of every form are bounds of the generated code, too.
mod bounds {
    use ::core::marker::PhantomData;
    use ::meterstick::{AttributeValue, Attributes, Measurement};

    pub trait Of<'a> {}
    impl Of<'_> for str {}
    impl Of<'_> for u8 {}

    pub trait Marked {}
    impl<T: ?Sized> Marked for OfItself<'_, T> {}

    #[derive(Debug, Attributes)]
    pub struct OfItself<'a, T: ?Sized>
    where
        Self: Marked,
    {
        pub name: &'a str,
        #[attribute(skip)]
        pub of: PhantomData<T>,
    }

    #[derive(Debug, Attributes)]
    pub struct OfItsOwn<T: PartialEq<Self>> {
        pub name: bool,
        #[attribute(skip)]
        pub of: PhantomData<(T, fn(&Self))>,
    }

    #[derive(Debug, Attributes)]
    pub struct OfEach<'a, T, U>
    where
        T: ?Sized + Of<'a> + 'a,
        U: ?Sized + Of<'a>,
    {
        pub name: &'a str,
        #[attribute(skip)]
        pub of: PhantomData<(PhantomData<U>, PhantomData<T>)>,
    }

    #[derive(Clone, Copy, Debug, Measurement)]
    #[measurement(unit = ::meterstick::unit::Bytes)]
    pub struct Size<N>(pub N)
    where
        Self: Sized;

    #[derive(Clone, Copy, Debug, AttributeValue)]
    pub struct Value<T>(pub T)
    where
        Self: Sized;

    #[test]
    fn the_sets_are_used_as_others_are() {
        let set = OfItself::<'_, str> { name: "a", of: PhantomData };
        assert_eq!(set.key_values().len(), 1);
        let set = OfEach::<'_, str, u8> { name: "a", of: PhantomData };
        assert_eq!((set.key_values().len(), Attributes::slot(&set)), (1, 0));
        let _ = (OfEach::<'static, str, u8>::KEYS.name, OfItself::<'static, str>::KEYS.name);
        assert_eq!(Value(true).value().to_value(), Some(true.into()));
    }
}

/// What is generated is documented, or hidden: to allow what a crate forbids does not compile.
#[forbid(missing_docs, unsafe_code)]
pub mod documented {
    use ::meterstick::unit::One;
    use ::meterstick::{AttributeValue, Attributes, Counter, Instruments, Measurement};

    ::meterstick::unit! {
        /// Jobs.
        pub Jobs = "{job}"
    }

    /// A value.
    #[derive(Debug, AttributeValue)]
    pub enum Method {
        /// One.
        Get,
    }

    /// A set.
    #[derive(Debug, Attributes)]
    pub struct Set<'r#fn, T: AttributeValue + 'static> {
        /// One.
        pub method: Method,
        /// By a lifetime that is a keyword.
        pub borrowed: Option<&'r#fn T>,
    }

    /// A measurement.
    #[derive(Debug, Measurement)]
    #[measurement(unit = Jobs)]
    pub struct Done(pub u64);

    /// A component.
    #[derive(Debug, Instruments)]
    pub struct Pool {
        /// One.
        pub jobs: Counter<u64, One>,
    }
}

/// A pattern cannot shadow a static, so what is generated binds no name that a program has.
mod statics {
    use ::meterstick::unit::{Bytes, One};
    use ::meterstick::{AttributeValue, Attributes, Counter, Instruments, Measurement};

    static scope: u8 = 0;
    static meter: u8 = 0;
    static prefix: u8 = 0;
    static component: u8 = 0;
    static number: u8 = 0;
    static visitor: u8 = 0;
    static value: u8 = 0;
    static index: u8 = 0;
    static other: u8 = 0;
    static text: u8 = 0;
    static set: u8 = 0;
    static method: u8 = 0;
    static jobs: u8 = 0;
    static inner: u8 = 0;

    ::meterstick::unit! {
        pub Jobs = "{job}";
        pub Dozens = Jobs * 12
    }

    #[derive(Clone, Debug, AttributeValue)]
    pub enum Method {
        Get,
        #[attribute(other)]
        Text(String),
    }

    #[derive(Clone, Copy, Debug, AttributeValue)]
    pub enum Closed {
        One,
        Two,
    }

    #[derive(Clone, Debug, AttributeValue)]
    pub struct Value {
        #[attribute(display)]
        value: u8,
    }

    #[derive(Clone, Debug, Attributes)]
    pub struct Set {
        pub method: Method,
        pub index: Option<Closed>,
        #[attribute(display)]
        pub text: Option<u8>,
        pub __types: Value,
    }

    #[derive(Clone, Copy, Debug, Measurement)]
    #[measurement(unit = Bytes)]
    pub struct Size {
        pub number: u64,
    }

    #[derive(Debug, Instruments)]
    pub struct Inner {
        pub within: Counter<u64, One>,
    }

    #[derive(Debug, Instruments)]
    #[instruments(prefix = "pool")]
    pub struct Pool {
        #[metric(init)]
        pub jobs: Counter<u64, Jobs>,
        #[metric(flatten)]
        pub inner: Inner,
    }

    pub fn list() -> ::meterstick::catalog::Catalog {
        ::meterstick::catalog![Pool::DECLARED.jobs]
    }
}

#[test]
fn statics_of_a_program_have_any_names() {
    assert_eq!(statics::list().metrics()[0].name, "pool.jobs");
    assert_eq!(<statics::Pool as ::meterstick::Instruments>::CATALOG.metrics().len(), 2);
    assert_eq!(statics::Set::KEYS.method.as_str(), "method");
    assert_eq!(statics::Dozens(2_u64).to::<statics::Jobs>(), statics::Jobs(24));
}

/// Types that are called as what is generated beside them.
mod beside {
    use ::meterstick::unit::One;
    use ::meterstick::{AttributeValue, Attributes, Counter, Instruments, KeyValues};

    use super::hostile::{CATALOG, LISTS, METRIC_0, METRIC_1, METRICS};

    #[derive(Debug, AttributeValue)]
    pub enum SetKeys {
        Known,
    }

    #[derive(Debug, Attributes)]
    pub struct Set {
        pub keys: SetKeys,
        pub more: Option<SetKeys_>,
    }

    #[allow(non_camel_case_types)]
    #[derive(Debug, AttributeValue)]
    pub enum SetKeys_ {
        More,
    }

    #[derive(Debug, Instruments)]
    pub struct PoolDeclared {
        pub within: Counter<u64, One>,
    }

    #[derive(Debug, Instruments)]
    pub struct Pool {
        #[metric(cardinality_at_most = METRIC_1)]
        pub a: Counter<u64, One, KeyValues>,
        #[metric(cardinality_at_most = METRIC_0)]
        pub b: Counter<u64, One, KeyValues>,
        #[metric(cardinality_at_most = METRICS)]
        pub c: Counter<u64, One, KeyValues>,
        #[metric(cardinality_at_most = LISTS)]
        pub d: Counter<u64, One, KeyValues>,
        #[metric(cardinality_at_most = CATALOG)]
        pub e: Counter<u64, One, KeyValues>,
        #[metric(flatten)]
        pub declared: PoolDeclared,
    }
}

/// A type that is called like one of the standard library, and displays itself.
mod other {
    #[derive(Debug)]
    pub struct Option<T>(pub T);

    impl<T: std::fmt::Display> std::fmt::Display for Option<T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "own {}", self.0)
        }
    }
}

struct Keys(Vec<String>);

impl Visit for Keys {
    fn attribute(&mut self, key: ::meterstick::KeyRef<'_>, value: ValueRef<'_>) {
        self.0.push(format!("{key:?} {value:?}"));
    }
}

#[test]
fn a_set_has_its_attributes_whatever_it_is_called() {
    use hostile::{Generic, Inner, Method, Newtype, Other, Set};
    let set = Set {
        r#type: Method::r#fn,
        __value: Generic(7_u8),
        __visitor_: "text",
        slot: true,
        visit: Some(Method::None),
        other: Other::Carried("carried"),
        shown: Some(3),
        own: other::Option(4),
        flattened: Some(Inner { value: Method::__V, skipped: 0 }),
    };
    let mut keys = Keys(Vec::new());
    set.visit(&mut keys);
    assert_eq!(keys.0.len(), 9, "{:?}", keys.0);
    assert_eq!(<Method as AttributeValue>::MEMBERS.len(), 10);
    assert_eq!(<Set<'static, u8> as Attributes>::FIELDS.len(), 9);
    let _ = |newtype: &Newtype| newtype.index();
    let _ = <KeyValues as Attributes>::FIELDS;
}

#[test]
fn a_measurement_is_measured_whatever_it_is_called() {
    use ::meterstick::unit::Bytes;
    assert_eq!(Measurement::<u64, Bytes>::measure(hostile::__N(5_u64)), Ok(5));
}

#[test]
fn what_is_named_as_what_is_generated_is_what_it_was() {
    use ::meterstick::{Instruments, catalog::Catalog};
    use beside::{Pool, Set, SetKeys, SetKeys_};
    const CATALOG: Catalog = <Pool as Instruments>::CATALOG;
    let limits: Vec<_> = CATALOG.metrics().iter().map(|metric| metric.cardinality_limit).collect();
    assert_eq!(limits, [Some(13), Some(12), Some(11), Some(14), Some(15), None]);
    assert_eq!(Pool::DECLARED.a.descriptor().name, "a");
    let mut keys = Keys(Vec::new());
    Set { keys: SetKeys::Known, more: Some(SetKeys_::More) }.visit(&mut keys);
    assert_eq!(keys.0.len(), 2, "{:?}", keys.0);
}
