//! Values to test with: what `meterstick`'s feature `proptest` makes of a type that is derived.
//!
//! What is generated here is within a macro of that crate, which drops it where the feature is off.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Ident, Type, parse_quote};

use crate::generics;

/// Makes a struct of its fields' samples. The fields of `None` get their default.
pub fn structure(ident: &Ident, generics: &Generics, fields: &[(TokenStream, Option<&Type>)]) -> TokenStream {
    let sampled: Vec<_> = fields.iter().filter_map(|(name, ty)| Some((name, owned(generics, (*ty)?)))).collect();
    let types = sampled.iter().map(|(_, ty)| ty);
    let strategy = types.clone().rev().fold(
        quote!(::meterstick::testing::sample::nothing()),
        |rest, ty| quote!(::meterstick::testing::sample::both(<#ty as ::meterstick::testing::Sample>::sample(), #rest)),
    );
    let bindings: Vec<_> = (0..sampled.len()).map(|n| quote::format_ident!("field_{n}")).collect();
    let pattern = bindings.iter().rev().fold(quote!(()), |rest, binding| quote!((#binding, #rest)));
    let mut bindings = bindings.iter();
    let values = fields.iter().map(|(name, ty)| match ty.and_then(|_| bindings.next()) {
        Some(binding) => quote!(#name: #binding),
        None => quote!(#name: ::core::default::Default::default()),
    });
    let make = quote!(::meterstick::testing::sample::map(#strategy, |#pattern| Self { #(#values),* }));
    sample(ident, generics, types, &make)
}

/// Chooses one of an enum's variants; the last may carry a sample of its own.
pub fn choice(
    ident: &Ident,
    generics: &Generics,
    known: &[&Ident],
    other: Option<(&Ident, TokenStream, &Type)>,
) -> TokenStream {
    let count = known.len();
    let positions = 0..count;
    let (carried, any) = match &other {
        Some((variant, member, ty)) => (Some(owned(generics, ty)), quote!(_ => Self::#variant { #member: carried },)),
        None => (None, quote!(_ => ::core::unreachable!("only known variants are chosen"),)),
    };
    let (last, carries) = match &carried {
        Some(ty) => (count, quote!(<#ty as ::meterstick::testing::Sample>::sample())),
        None => (count - 1, quote!(::meterstick::testing::sample::nothing())),
    };
    let make = quote! {
        ::meterstick::testing::sample::map(
            ::meterstick::testing::sample::both(::meterstick::testing::sample::up_to(#last), #carries),
            |(chosen, carried)| {
                let _ = &carried;
                match chosen { #(#positions => Self::#known,)* #any }
            },
        )
    };
    sample(ident, generics, carried.iter(), &make)
}

fn sample<'t>(
    ident: &Ident,
    generics: &Generics,
    types: impl Iterator<Item = &'t TokenStream>,
    make: &TokenStream,
) -> TokenStream {
    // Samples of a parameter's type would need bounds that the type does not have.
    if !generics.params.iter().all(|parameter| matches!(parameter, GenericParam::Lifetime(_))) {
        return quote!();
    }
    let arguments = generics::arguments(generics, &parse_quote!('static));
    // `for` lets a bound be false: there are no samples then.
    quote! {
        ::meterstick::__sample! {
            #[automatically_derived]
            impl ::meterstick::testing::Sample for #ident #arguments
            where
                for<'__any> Self: ::core::fmt::Debug,
                #(for<'__any> #types: ::meterstick::testing::Sample,)*
            {
                fn sample() -> ::meterstick::testing::Samples<Self> {
                    #make
                }
            }
        }
    }
}

/// The type with borrows that last.
fn owned(generics: &Generics, ty: &Type) -> TokenStream {
    generics::with_lifetime(generics, ty.to_token_stream(), &parse_quote!('static))
}
