//! Generates sample values for property tests, with `meterstick`'s feature `proptest`.
//!
//! The generated code is inside a macro of that crate, which drops it if the feature is off.
// Uses `generics`. Used by `attributes`, `value`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Ident, Type, parse_quote};

use crate::generics;

/// A field of a struct.
pub struct Part<'t> {
    pub name: TokenStream,
    pub ty: &'t Type,
    /// Whether the field gets its type's default instead of a sample.
    pub skipped: bool,
}

/// A struct of the samples of its fields.
pub fn structure(ident: &Ident, generics: &Generics, parts: &[Part<'_>]) -> TokenStream {
    let (skipped, sampled): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.skipped);
    let types: Vec<_> = sampled.iter().map(|part| owned(generics, part.ty)).collect();
    let defaults = skipped.iter().map(|part| owned(generics, part.ty));
    let bounds = defaults.map(|ty| quote!(#ty: ::core::default::Default)).chain(types.iter().map(sampled_bound));
    let strategy = types.iter().rev().fold(
        quote!(::meterstick::testing::sample::nothing()),
        |rest, ty| quote!(::meterstick::testing::sample::both(<#ty as ::meterstick::testing::Sample>::sample(), #rest)),
    );
    let bindings: Vec<_> = (0..sampled.len()).map(|n| quote::format_ident!("__field_{n}")).collect();
    let pattern = bindings.iter().rev().fold(quote!(()), |rest, binding| quote!((#binding, #rest)));
    let mut bindings = bindings.iter().peekable();
    let values = parts.iter().map(|Part { name, skipped, .. }| match bindings.next_if(|_| !skipped) {
        Some(binding) => quote!(#name: #binding),
        None => quote!(#name: ::core::default::Default::default()),
    });
    let make = quote!(::meterstick::testing::sample::map(#strategy, |#pattern| Self { #(#values),* }));
    sample(ident, generics, bounds, &make)
}

/// One of an enum's variants; the last can contain a sample.
pub fn choice(
    ident: &Ident,
    generics: &Generics,
    known: &[&Ident],
    other: Option<(&Ident, TokenStream, &Type)>,
) -> TokenStream {
    let count = known.len();
    let positions = 0..count;
    let (carried, any) = match &other {
        Some((variant, member, ty)) => (Some(owned(generics, ty)), quote!(_ => Self::#variant { #member: __carried },)),
        None => (None, quote!(_ => ::core::unreachable!("only known variants are chosen"),)),
    };
    let (last, carries) = match &carried {
        Some(ty) => (count, quote!(<#ty as ::meterstick::testing::Sample>::sample())),
        None => (count - 1, quote!(::meterstick::testing::sample::nothing())),
    };
    let make = quote! {
        ::meterstick::testing::sample::map(
            ::meterstick::testing::sample::both(::meterstick::testing::sample::up_to(#last), #carries),
            |(__chosen, __carried)| {
                let _ = &__carried;
                match __chosen { #(#positions => Self::#known,)* #any }
            },
        )
    };
    sample(ident, generics, carried.iter().map(sampled_bound), &make)
}

fn sampled_bound(ty: &TokenStream) -> TokenStream {
    quote!(#ty: ::meterstick::testing::Sample)
}

fn sample(
    ident: &Ident,
    generics: &Generics,
    bounds: impl Iterator<Item = TokenStream>,
    make: &TokenStream,
) -> TokenStream {
    // Samples of a parameter's type would need bounds that the type does not have.
    if !generics.params.iter().all(|parameter| matches!(parameter, GenericParam::Lifetime(_))) {
        return quote!();
    }
    let arguments = generics::arguments(generics, &parse_quote!('static));
    // With `for`, a bound can be false: then there are no samples.
    quote! {
        ::meterstick::__sample! {
            #[automatically_derived]
            #[allow(deprecated)]
            impl ::meterstick::testing::Sample for #ident #arguments
            where
                for<'__any> Self: ::core::fmt::Debug,
                #(for<'__any> #bounds,)*
            {
                fn sample() -> ::meterstick::testing::Samples<Self> {
                    #make
                }
            }
        }
    }
}

/// The type with `'static` lifetimes.
fn owned(generics: &Generics, ty: &Type) -> TokenStream {
    generics::with_lifetime(generics, ty.to_token_stream(), &parse_quote!('static))
}
