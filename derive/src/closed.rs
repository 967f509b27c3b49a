//! Generates `ClosedValue` and `ClosedAttributes`, for types whose values or sets are all known.
// Uses `generics`. Used by `attributes`, `value`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Type, parse_quote};

use crate::generics;

/// A part of a closed set: a field, and the trait that lists its values.
pub struct Part<'t> {
    pub ident: &'t Ident,
    pub ty: &'t Type,
    pub rule: TokenStream,
}

/// A set of closed parts, in the order of the digits of its slot. Skipped fields get their default.
pub fn set(ident: &Ident, generics: &Generics, parts: &[Part<'_>], skipped: &[&(Ident, Type)]) -> TokenStream {
    let values: Vec<_> = (0..parts.len()).map(|n| quote::format_ident!("__value_{n}")).collect();
    // From the last to the first, the reverse of `slot`.
    let taken = parts.iter().zip(&values).rev().map(|(Part { ty, rule, .. }, value)| {
        let ty = owned(generics, ty);
        quote!(let (__slot, #value) = <#ty as #rule>::take(__slot);)
    });
    let names = parts.iter().map(|part| part.ident);
    let defaults = skipped.iter().map(|(ident, _)| quote!(#ident: ::core::default::Default::default()));
    let bounds = parts.iter().map(|Part { ty, rule, .. }| (*ty, rule.clone()));
    let bounds = bounds.chain(skipped.iter().map(|(_, ty)| (ty, quote!(::core::default::Default))));
    let function = quote! {
        fn of_slot(__slot: ::core::primitive::usize) -> Self {
            #(#taken)*
            let _ = __slot;
            Self { #(#names: #values,)* #(#defaults),* }
        }
    };
    implement(ident, generics, &quote!(::meterstick::ClosedAttributes), bounds, &function)
}

/// An enum whose values are all known.
pub fn choice<'i>(ident: &Ident, generics: &Generics, known: impl ExactSizeIterator<Item = &'i Ident>) -> TokenStream {
    let positions = 0..known.len();
    let function = quote! {
        fn of_index(__index: ::core::primitive::usize) -> Self {
            match __index {
                #(#positions => Self::#known,)*
                _ => ::meterstick::derived::no_value(__index),
            }
        }
    };
    implement(ident, generics, &quote!(::meterstick::ClosedValue), [], &function)
}

/// A newtype, which is closed if its field is.
pub fn newtype(ident: &Ident, generics: &Generics, member: &impl ToTokens, ty: &Type) -> TokenStream {
    let (rule, inner) = (quote!(::meterstick::ClosedValue), owned(generics, ty));
    let function = quote! {
        fn of_index(__index: ::core::primitive::usize) -> Self {
            Self { #member: <#inner as #rule>::of_index(__index) }
        }
    };
    implement(ident, generics, &rule, [(ty, rule.clone())], &function)
}

fn implement<'t>(
    ident: &Ident,
    generics: &Generics,
    rule: &TokenStream,
    bounds: impl IntoIterator<Item = (&'t Type, TokenStream)>,
    function: &TokenStream,
) -> TokenStream {
    let has_lifetimes = generics.lifetimes().next().is_some();
    // For the compiler, bounds with several lifetimes on a parameter's type could mean one bound or two.
    if has_lifetimes && !generics.params.iter().all(|parameter| matches!(parameter, GenericParam::Lifetime(_))) {
        return quote!();
    }
    // With `for`, a bound can be false: the type is then an open one.
    let bounds = bounds.into_iter().map(|(ty, rule)| {
        let ty = owned(generics, ty);
        quote!(for<'__any> #ty: #rule)
    });
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let (parameters, arguments, predicates) = if has_lifetimes {
        (quote!(), generics::arguments(generics, &parse_quote!('static)), None)
    } else {
        let predicates = where_clause.map(|clause| &clause.predicates).filter(|given| !given.is_empty());
        (quote!(#impl_generics), quote!(#type_generics), predicates)
    };
    let predicates = predicates.into_iter().flatten();
    quote! {
        #[allow(deprecated)]
        impl #parameters #rule for #ident #arguments where #(#predicates,)* #(#bounds,)* {
            #function
        }
    }
}

/// The type with `'static` lifetimes: a closed value borrows nothing.
fn owned(generics: &Generics, ty: &Type) -> TokenStream {
    generics::with_lifetime(generics, ty.to_token_stream(), &parse_quote!('static))
}
