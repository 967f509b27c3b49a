//! Generates the struct of a set's typed keys, whose fields have the names of the set's fields.
// Uses `generics`. Used by `attributes`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{GenericParam, Generics, Lifetime, Type, Visibility, parse_quote};

use crate::generics;

/// A field of the set.
pub struct Field<'a> {
    pub visibility: &'a Visibility,
    pub ident: &'a Ident,
    pub what: What<'a>,
}

/// The keys of a field.
pub enum What<'a> {
    /// One key.
    Key { key: &'a str, ty: TokenStream },
    /// The keys of a flattened set.
    Set(&'a Type),
}

/// The struct of the keys of a set with these parameters.
pub struct Keys<'a> {
    name: Ident,
    /// The field of the type parameters.
    types: Ident,
    bounded: &'a Generics,
    fields: &'a [Field<'a>],
}

impl<'a> Keys<'a> {
    /// `all` is the set's declaration, which may have types of any name.
    pub fn new(all: &TokenStream, set: &Ident, bounded: &'a Generics, fields: &'a [Field<'a>]) -> Self {
        let name = generics::fresh(all, &format!("{}Keys", set.unraw()));
        Self { name, types: generics::fresh(all, "__types"), bounded, fields }
    }

    /// The definition of the struct. It has no bounds, so that no broken rule is reported twice.
    pub fn declare(&self) -> TokenStream {
        let (name, marker) = (&self.name, &self.types);
        let parameters = self.bounded.params.iter().filter_map(|parameter| {
            let mut parameter = parameter.clone();
            match &mut parameter {
                GenericParam::Lifetime(_) => return None,
                GenericParam::Type(parameter) => parameter.default = None,
                GenericParam::Const(parameter) => parameter.default = None,
            }
            Some(self.within(parameter.to_token_stream()))
        });
        let where_clause = self.within(self.bounded.where_clause.to_token_stream());
        let types = self.bounded.type_params().map(|parameter| &parameter.ident);
        let fields = self.fields.iter().map(|Field { visibility, ident, what }| {
            let ty = self.within(match what {
                What::Key { ty, .. } => quote!(::meterstick::FieldKey<#ty>),
                What::Set(ty) => quote!(::meterstick::SetKeys<#ty>),
            });
            quote!(#visibility #ident: #ty)
        });
        quote! {
            #[doc(hidden)]
            #[allow(dead_code, deprecated, missing_debug_implementations, private_interfaces, private_bounds)]
            pub struct #name<#(#parameters),*> #where_clause {
                #(#fields,)*
                #marker: ::core::marker::PhantomData<fn() -> (#(::core::marker::PhantomData<#types>,)*)>,
            }
        }
    }

    /// The struct's type, with the set's parameters.
    pub fn ty(&self) -> TokenStream {
        let name = &self.name;
        let arguments = self.bounded.params.iter().filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => Some(&parameter.ident),
            GenericParam::Const(parameter) => Some(&parameter.ident),
        });
        quote!(#name<#(#arguments),*>)
    }

    /// The struct's value.
    pub fn value(&self) -> TokenStream {
        let (name, marker) = (&self.name, &self.types);
        let fields = self.fields.iter().map(|Field { ident, what, .. }| match what {
            What::Key { key, .. } => quote!(#ident: ::meterstick::derived::key(#key)),
            What::Set(_) => quote!(#ident: ::meterstick::derived::keys()),
        });
        quote!(#name { #(#fields,)* #marker: ::core::marker::PhantomData })
    }

    /// Removes lifetimes: a key has none.
    fn within(&self, tokens: TokenStream) -> TokenStream {
        let of_static: Lifetime = parse_quote!('static);
        generics::with_lifetime(self.bounded, tokens, &of_static)
    }
}
