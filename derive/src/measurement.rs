//! `#[derive(Measurement)]`: generates the conversion of a newtype over a number.
// Uses `generics`, `parse`, `root`. No other module uses it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Error, Fields, Member, Path, Result, Type, parse_quote};

use crate::generics;
use crate::parse::{self, Errors};
use crate::root;

pub fn derive(input: DeriveInput) -> Result<TokenStream> {
    let newtype = Newtype::parse(&input)?;
    let root = newtype.root.clone();
    Ok(root::at(root.as_ref(), newtype.generate(input)))
}

struct Newtype {
    member: Member,
    number: Type,
    unit: Type,
    root: Option<Path>,
}

impl Newtype {
    fn parse(input: &DeriveInput) -> Result<Self> {
        let mut errors = Errors::default();
        let (mut unit, mut root) = (None::<Type>, None);
        parse::options(&input.attrs, "measurement", &mut errors, |meta| match () {
            () if meta.path.is_ident("unit") => parse::once(meta, &mut unit, meta.value()?.parse()?),
            () if meta.path.is_ident("crate") => root::option(meta, &mut root),
            () => Err(meta.error("a measurement's options are `unit` and `crate`: this is not one of them")),
        });
        if let Data::Struct(data) = &input.data {
            for field in &data.fields {
                let rule =
                    "a measurement's options are those of the struct: write `#[measurement(..)]` before `struct`";
                parse::no_options(&field.attrs, "measurement", &mut errors, rule);
            }
        }
        if unit.is_none() && errors.is_empty() {
            let ident = &input.ident;
            errors.at(
                ident.span(),
                format!(
                    "a measurement names its unit: write `#[measurement(unit = Millis)]`, with the unit of `{ident}`"
                ),
            );
        }
        let newtype = errors.keep(number(input)).zip(unit);
        let newtype = newtype.map(|((member, number), unit)| Self { member, number, unit, root });
        errors.finish(newtype).map(|newtype| newtype.expect("what is missing is an error"))
    }

    fn generate(self, input: DeriveInput) -> TokenStream {
        let Self { member, number, unit, .. } = self;
        let all = input.to_token_stream();
        let DeriveInput { ident, generics, .. } = input;
        let mut bounded = generics.clone();
        generics::bound(&mut bounded, [&number], &quote!(::meterstick::Number));
        generics::bound(&mut bounded, [&unit], &quote!(::meterstick::unit::Unit));
        let (n, u) = (generics::fresh(&all, "__N"), generics::fresh(&all, "__U"));
        bounded.params.push(parse_quote!(#n: ::meterstick::Number));
        bounded.params.push(parse_quote!(#u: ::meterstick::unit::Unit));
        let quantity = quote!(::meterstick::unit::Quantity<#number, #unit>);
        bounded.make_where_clause().predicates.push(parse_quote!(#quantity: ::meterstick::Measurement<#n, #u>));
        let (impl_generics, _, where_clause) = bounded.split_for_impl();
        let (_, type_generics, _) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            #[allow(deprecated)]
            #[diagnostic::do_not_recommend]
            impl #impl_generics ::meterstick::Measurement<#n, #u> for #ident #type_generics #where_clause {
                #[inline]
                fn measure(self) -> ::core::result::Result<#n, ::meterstick::MeasurementError> {
                    ::meterstick::Measurement::<#n, #u>::measure(
                        ::meterstick::derived::quantity::<#number, #unit>(self.#member)
                    )
                }
            }
        }
    }
}

/// The only field of the struct.
fn number(input: &DeriveInput) -> Result<(Member, Type)> {
    let rule = || {
        let ident = &input.ident;
        let rule = format!("a measurement is a struct with one field, its number: write `struct {ident}(f64);`");
        Error::new(ident.span(), rule)
    };
    let Data::Struct(data) = &input.data else { return Err(rule()) };
    let fields: &Fields = &data.fields;
    match (fields.iter().next(), fields.members().next()) {
        (Some(field), Some(member)) if fields.len() == 1 => Ok((member, field.ty.clone())),
        _ => Err(rule()),
    }
}
