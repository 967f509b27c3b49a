//! The derive macros of `meterstick`. Use them through that crate, whose documentation has the examples.
#![forbid(unsafe_code)]

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

/// The options of an attribute set, all of them optional:
///
/// | on the struct | |
/// | --- | --- |
/// | `#[attributes(prefix = "http")]` | a prefix of each key, with a dot between |
/// | `#[attributes(rename_all = "kebab-case")]` | the case of keys that are field names |
/// | `#[attributes(crate = "my_crate::meterstick")]` | the path of the crate, if it is not `::meterstick` |
///
/// | on a field | |
/// | --- | --- |
/// | `#[attribute(key = "request.method")]` | the key, instead of the field's name; `rename` means the same |
/// | `#[attribute(display)]` | the value is the field's `Display` text; an `Option` is left out when it is `None` |
/// | `#[attribute(flatten)]` | the attributes of another set, with their keys; an `Option` of a set is left out when it is `None` |
/// | `#[attribute(skip)]` | the field is not an attribute |
///
/// A set can have lifetimes and type parameters. If it has both, the types borrow nothing (`T: 'static`), because each
/// measurement can have other lifetimes.
///
/// If a `Display` fails, the value is the text that it has written until then.
///
/// A set's own attributes are sorted by key; those of flattened sets follow. Keys that are empty or not distinct do not compile.
///
/// The case rules are `snake_case`, `camelCase`, `kebab-case`,
/// `PascalCase`, `SCREAMING_SNAKE_CASE`, `SCREAMING-KEBAB-CASE`, `lowercase` and `UPPERCASE`.
#[proc_macro_derive(Attributes, attributes(attributes, attribute))]
pub fn derive_attributes(input: TokenStream) -> TokenStream {
    expand(input, attributes::derive)
}

/// The options of an attribute value, all of them optional:
///
/// | on an enum | |
/// | --- | --- |
/// | `#[attribute(rename_all = "kebab-case")]` | the case of values that are variant names; the default is `snake_case` |
/// | `#[attribute(rename = "GET")]`, on a variant | the value of the variant |
/// | `#[attribute(other)]`, on one variant with one string | any other value; the set is then open |
/// | `#[attribute(crate = "my_crate::meterstick")]`, on any type | the path of the crate, if it is not `::meterstick` |
///
/// | on a newtype | |
/// | --- | --- |
/// | nothing | the value of the field |
/// | `#[attribute(display)]`, on the field | the value is the field's `Display` text |
/// | `#[attribute(display)]`, on the type | the value is the type's `Display` text, whatever its shape |
///
/// Values that are not distinct do not compile.
#[proc_macro_derive(AttributeValue, attributes(attribute))]
pub fn derive_attribute_value(input: TokenStream) -> TokenStream {
    expand(input, value::derive)
}

/// `#[measurement(unit = Millis)]` sets the unit, and is mandatory. Every instrument that takes a quantity of that number in that
/// unit takes the newtype. `crate = "my_crate::meterstick"` beside it sets the path of the crate, if it is not `::meterstick`.
#[proc_macro_derive(Measurement, attributes(measurement))]
pub fn derive_measurement(input: TokenStream) -> TokenStream {
    expand(input, measurement::derive)
}

/// The options of a component, all of them optional:
///
/// | on the struct | |
/// | --- | --- |
/// | `#[instruments(prefix = "pool")]` | a prefix of each name, with a dot between |
/// | `#[instruments(crate = "my_crate::meterstick")]` | the path of the crate, if it is not `::meterstick` |
///
/// | on a field | |
/// | --- | --- |
/// | nothing | the metric's name is the field's, its description the first paragraph of the field's documentation |
/// | `#[metric(name = "job.duration")]` | another name |
/// | `#[metric(description = "..")]` | another description |
/// | `#[metric(boundaries = [Millis(5.0), Millis(100.0)])]` | the bucket boundaries of a histogram |
/// | `#[metric(exponential)]` | exponential buckets of a histogram |
/// | `#[metric(exponential_at_most = (160, 20))]` | exponential buckets, at most 160 and with a scale of at most 20 |
/// | `#[metric(cardinality_at_most = 500)]` | the maximum number of attribute sets |
/// | `#[metric(init)]` | its sums start at zero, when the component is built |
/// | `#[metric(flatten)]` | the field is itself a component |
///
/// Kind, number, unit and attributes are in the field's type. Each option becomes the step of a declaration with the same name,
/// and is checked as that step.
#[proc_macro_derive(Instruments, attributes(instruments, metric))]
pub fn derive_instruments(input: TokenStream) -> TokenStream {
    expand(input, instruments::derive)
}

/// Returns a page of the guide as text for rustdoc, by its path in the package. Only `meterstick` uses it, when its documentation
/// is built.
#[doc(hidden)]
#[proc_macro]
pub fn page(input: TokenStream) -> TokenStream {
    page::page(input.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}

fn expand(input: TokenStream, derive: fn(DeriveInput) -> syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    syn::parse(input).and_then(derive).unwrap_or_else(|error| error.to_compile_error()).into()
}
