//! The derive macros of `meterstick`. Use them through that crate, whose documentation has the examples.

mod attributes;
mod closed;
mod generics;
mod instruments;
mod keys;
mod measurement;
mod page;
mod parse;
mod rename;
mod root;
mod sample;
mod value;

use proc_macro::TokenStream;
use syn::DeriveInput;

/// The options of a set, none of them needed:
///
/// | on the struct | |
/// | --- | --- |
/// | `#[attributes(prefix = "http")]` | stands before each key, with a dot between |
/// | `#[attributes(rename_all = "kebab-case")]` | the case of the keys that are fields' names |
/// | `#[attributes(crate = "my_crate::meterstick")]` | where the crate is, if it is not `::meterstick` |
///
/// | on a field | |
/// | --- | --- |
/// | `#[attribute(key = "request.method")]` | the key, instead of the field's name; `rename` says the same |
/// | `#[attribute(display)]` | the value is what the field displays; an `Option` is left out when it is `None` |
/// | `#[attribute(flatten)]` | the attributes of another set, with the keys that they have there; an `Option` of one is left out when it is `None` |
/// | `#[attribute(skip)]` | no attribute |
///
/// A set may have lifetimes and type parameters; where it has both, what stands for the parameters borrows nothing
/// (`T: 'static`), as each measurement may borrow anew.
///
/// If what displays fails to, the value is what it has displayed until then.
///
/// A set's own attributes are sorted by key; those of flattened sets come after them. Keys are distinct and not empty, or
/// it does not compile.
///
/// The case rules are `snake_case`, `camelCase`, `kebab-case`,
/// `PascalCase`, `SCREAMING_SNAKE_CASE`, `SCREAMING-KEBAB-CASE`, `lowercase` and `UPPERCASE`.
#[proc_macro_derive(Attributes, attributes(attributes, attribute))]
pub fn derive_attributes(input: TokenStream) -> TokenStream {
    expand(input, attributes::derive)
}

/// The options of a value, none of them needed:
///
/// | on an enum | |
/// | --- | --- |
/// | `#[attribute(rename_all = "kebab-case")]` | the case of the values that are variants' names; `snake_case` if not said |
/// | `#[attribute(rename = "GET")]`, on a variant | its value |
/// | `#[attribute(other)]`, on one variant with one string | any other value; the set is then an open one |
/// | `#[attribute(crate = "my_crate::meterstick")]`, on any type | where the crate is, if it is not `::meterstick` |
///
/// | on a newtype | |
/// | --- | --- |
/// | nothing | the value is that of the field |
/// | `#[attribute(display)]`, on the field | the value is what the field displays |
/// | `#[attribute(display)]`, on the type | the value is what the type displays, whatever its shape |
///
/// Values are distinct, or it does not compile.
#[proc_macro_derive(AttributeValue, attributes(attribute))]
pub fn derive_attribute_value(input: TokenStream) -> TokenStream {
    expand(input, value::derive)
}

/// `#[measurement(unit = Millis)]` names the unit, and is needed. Every instrument that takes a quantity of that number
/// in that unit takes the newtype. `crate = "my_crate::meterstick"` beside it says where the crate is, if it is not
/// `::meterstick`.
#[proc_macro_derive(Measurement, attributes(measurement))]
pub fn derive_measurement(input: TokenStream) -> TokenStream {
    expand(input, measurement::derive)
}

/// The options of a component, none of them needed:
///
/// | on the struct | |
/// | --- | --- |
/// | `#[instruments(prefix = "pool")]` | stands before each name, with a dot between |
/// | `#[instruments(crate = "my_crate::meterstick")]` | where the crate is, if it is not `::meterstick` |
///
/// | on a field | |
/// | --- | --- |
/// | nothing | the metric's name is the field's, its description the first paragraph of the field's documentation |
/// | `#[metric(name = "job.duration")]` | another name |
/// | `#[metric(description = "..")]` | another description |
/// | `#[metric(boundaries = [Millis(5.0), Millis(100.0)])]` | the boundaries of a histogram's buckets |
/// | `#[metric(exponential)]` | a histogram's buckets grow exponentially |
/// | `#[metric(exponential_at_most = (160, 20))]` | the same, with at most 160 buckets and a scale of at most 20 |
/// | `#[metric(cardinality_at_most = 500)]` | the maximum number of attribute sets |
/// | `#[metric(flatten)]` | the field is a component itself |
///
/// Kind, number, unit and attributes are in the field's type. What the options say is checked as in a declaration: each becomes the
/// step of the same name.
#[proc_macro_derive(Instruments, attributes(instruments, metric))]
pub fn derive_instruments(input: TokenStream) -> TokenStream {
    expand(input, instruments::derive)
}

/// A page of the guide as text for rustdoc, by its path in the package. Only `meterstick` uses it, when its documentation is built.
#[doc(hidden)]
#[proc_macro]
pub fn page(input: TokenStream) -> TokenStream {
    page::page(input.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}

fn expand(input: TokenStream, derive: fn(DeriveInput) -> syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    syn::parse(input).and_then(derive).unwrap_or_else(|error| error.to_compile_error()).into()
}
