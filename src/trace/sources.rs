//! `WithSources` and `OneOf`: errors with sources, and errors whose type is known at run time only.
// Uses `chain`, `error_type`. No other module uses it.

use std::any::type_name;
use std::borrow::Cow;
use std::error::Error;
use std::marker::PhantomData;
use std::ops::Deref;

use super::chain::chain;
use super::error_type::{ByTypeName, ErrorType, OTHER};

/// Takes the `error.type` from `C` and reports the chain of sources, for errors that are a [`std::error::Error`].
///
/// ```
/// use meterstick::Scope;
/// use meterstick::trace::{Internal, Span, Tracer, WithSources};
///
/// static LOAD: Span<(), WithSources> =
///     Tracer::span::<Internal>().name("load").error_type::<WithSources>().global(Scope::new("shop"));
///
/// // The status' description is what it displays, and then what each of its sources displays.
/// let loaded = LOAD.try_run(|_| std::fs::read("/there/is/no/such/file"));
/// assert!(loaded.is_err());
/// ```
#[derive(Debug)]
pub struct WithSources<C = ByTypeName>(PhantomData<C>);

#[diagnostic::do_not_recommend]
impl<E: Error, C: ErrorType<E>> ErrorType<E> for WithSources<C> {
    fn error_type(error: &E) -> Cow<'static, str> {
        C::error_type(error)
    }

    fn exception_type(error: &E) -> Cow<'static, str> {
        C::exception_type(error)
    }

    fn source(error: &E) -> Option<&(dyn Error + 'static)> {
        error.source()
    }
}

/// Finds the `error.type` of errors whose type is known at run time only, such as `Box<dyn Error>` or `anyhow::Error`: the first
/// of the listed types that the error or one of its sources has.
///
/// Other errors have the class `_OTHER`, so the number of classes is known. The chain of sources is reported, too, and the type
/// that was found is the `exception.type` (*Attribute registry, error.type: the type of the inner error may be used where that of
/// a wrapper means nothing*).
///
/// It takes every error that derefs to a `dyn Error`: also an `Arc` of one, and the errors of `eyre`.
///
/// ```
/// use std::error::Error;
/// use std::io;
/// use std::num::ParseIntError;
///
/// use meterstick::Scope;
/// use meterstick::trace::{Internal, OneOf, Span, Tracer};
///
/// static LOAD: Span<(), OneOf<(io::Error, ParseIntError)>> = Tracer::span::<Internal>()
///     .name("load")
///     .error_type::<OneOf<(io::Error, ParseIntError)>>()
///     .global(Scope::new("shop"));
///
/// let loaded: Result<u64, Box<dyn Error>> = LOAD.try_run(|_| Ok("twelve".parse()?));
/// assert!(loaded.is_err()); // error.type = core::num::error::ParseIntError
/// ```
#[derive(Debug)]
pub struct OneOf<L: ErrorTypes>(PhantomData<L>);

#[diagnostic::do_not_recommend]
impl<L: ErrorTypes, E: Deref<Target: AnyError>> ErrorType<E> for OneOf<L> {
    fn error_type(error: &E) -> Cow<'static, str> {
        find::<L>((**error).any()).map_or(OTHER, |found| found).into()
    }

    fn exception_type(error: &E) -> Cow<'static, str> {
        find::<L>((**error).any()).unwrap_or(type_name::<E>()).into()
    }

    fn source(error: &E) -> Option<&(dyn Error + 'static)> {
        (**error).any().source()
    }
}

fn find<L: ErrorTypes>(error: &(dyn Error + 'static)) -> Option<&'static str> {
    chain(Some(error)).find_map(L::name_of)
}

/// An error whose type is known at run time only.
#[doc(hidden)]
pub trait AnyError {
    fn any(&self) -> &(dyn Error + 'static);
}

macro_rules! any {
    ($($error:ty)*) => {$(
        impl AnyError for $error {
            fn any(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

any!(dyn Error dyn Error + Send dyn Error + Sync dyn Error + Send + Sync);

/// The types that an error can have: a tuple of at most twelve.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the types that an error can have are a tuple of at most twelve types of errors, and `{Self}` is not one",
    label = "not a tuple of errors",
    note = "write a single type as a tuple with a comma: `OneOf<(std::io::Error,)>`"
)]
pub trait ErrorTypes: 'static {
    fn name_of(error: &(dyn Error + 'static)) -> Option<&'static str>;
}

macro_rules! types {
    () => {};
    ($first:ident $($rest:ident)*) => {
        impl<$first: Error + 'static, $($rest: Error + 'static),*> ErrorTypes for ($first, $($rest,)*) {
            fn name_of(error: &(dyn Error + 'static)) -> Option<&'static str> {
                if error.is::<$first>() {
                    return Some(type_name::<$first>());
                }
                $(if error.is::<$rest>() {
                    return Some(type_name::<$rest>());
                })*
                None
            }
        }

        types!($($rest)*);
    };
}

types!(A B C D E F G H I J K L);
