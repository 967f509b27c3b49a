//! `#[derive(Attributes)]`: parses a struct and generates its attribute set.
// Uses `closed`, `generics`, `keys`, `parse`, `rename`, `root`, `sample`. No other module uses it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Error, Field, Fields, LitStr, Path, Result, Type, Visibility};

use crate::closed;
use crate::generics;
use crate::keys;
use crate::parse::{self, Errors};
use crate::rename::Case;
use crate::root;
use crate::sample::{self, Part};

pub fn derive(input: DeriveInput) -> Result<TokenStream> {
    let input = generics::without_self(input)?;
    let set = Set::parse(&input)?;
    let root = set.root.clone();
    Ok(root::at(root.as_ref(), set.generate(input)))
}

/// The parsed struct.
struct Set {
    /// Its own attributes, sorted by key.
    own: Vec<Own>,
    /// The flattened sets, in the order of their declaration.
    flattened: Vec<Flattened>,
    /// The fields that are not attributes.
    skipped: Vec<Ident>,
    root: Option<Path>,
}

struct Own {
    key: String,
    /// The position of the key in the source.
    at: Span,
    ident: Ident,
    visibility: Visibility,
    /// The type of the value.
    ty: Type,
    how: How,
}

#[derive(Clone, Copy)]
enum How {
    Value,
    Display,
    DisplayOption,
}

struct Flattened {
    at: Span,
    ident: Ident,
    visibility: Visibility,
    ty: Type,
}

impl Set {
    fn parse(input: &DeriveInput) -> Result<Self> {
        let Data::Struct(data) = &input.data else { return Err(no_named_fields(&input.ident)) };
        let Fields::Named(fields) = &data.fields else { return Err(no_named_fields(&input.ident)) };

        let mut errors = Errors::default();
        let keys = Keys::parse(input, &mut errors);
        let root = keys.root.clone();
        let mut set = Self { own: Vec::new(), flattened: Vec::new(), skipped: Vec::new(), root };
        for field in &fields.named {
            set.add(field, &keys, &mut errors);
        }
        set.refuse_duplicates(&mut errors);
        set.own.sort_by(|a, b| a.key.as_bytes().cmp(b.key.as_bytes()));
        errors.finish(set)
    }

    fn add(&mut self, field: &Field, keys: &Keys, errors: &mut Errors) {
        let options = FieldOptions::parse(field, errors);
        let ident = field.ident.clone().expect("a named field has a name");
        if options.skip.is_some() {
            self.skipped.push(ident);
            return;
        }
        if let Some(at) = options.flatten {
            let visibility = field.vis.clone();
            self.flattened.push(Flattened { at, ident, visibility, ty: field.ty.clone() });
            return;
        }
        let (ty, how) = match (options.display, parse::option_of(&field.ty)) {
            (None, _) => (&field.ty, How::Value),
            (Some(_), None) => (&field.ty, How::Display),
            (Some(_), Some(ty)) => (ty, How::DisplayOption),
        };
        let (key, at) = match &options.key {
            Some(key) => (key.value(), key.span()),
            None => (keys.default(&ident), ident.span()),
        };
        if key.is_empty() {
            errors.at(at, "an attribute's key is not empty: write one, or leave `key` out to take the field's name");
        }
        let visibility = field.vis.clone();
        self.own.push(Own { key: keys.prefixed(key), at, ident, visibility, ty: ty.clone(), how });
    }

    /// In the order of the declaration, so that the error is shown at the second of two.
    fn refuse_duplicates(&self, errors: &mut Errors) {
        for (i, field) in self.own.iter().enumerate() {
            if let Some(first) = self.own[..i].iter().find(|first| first.key == field.key) {
                let (first, second, key) = (&first.ident, &field.ident, &field.key);
                errors.at(
                    field.at,
                    format!("the keys of a set are distinct: `{first}` and `{second}` both have `{key}`; give one of them another `key`"),
                );
            }
        }
    }

    fn generate(self, input: DeriveInput) -> TokenStream {
        let (input_fields, all) = (fields_of(&input), input.to_token_stream());
        let DeriveInput { ident, generics, .. } = input;
        let with = generics::fresh_lifetime(&all, "__with");
        let v = generics::fresh(&all, "__V");
        let arguments = generics::arguments(&generics, &with);
        let bounded = self.bounded(generics.clone());
        let (impl_generics, type_generics, where_clause) = bounded.split_for_impl();

        let fields = self.fields();
        let cardinality = self.cardinality();
        let any =
            self.flattened.iter().map(|Flattened { ty, .. }| quote!(|| <#ty as ::meterstick::Attributes>::ANY_KEYS));
        let slot = self.slot();
        let visit = self.visit();
        let key_fields = self.keys();
        let keys = keys::Keys::new(&all, &ident, &bounded, &key_fields);
        let (declared_keys, keys_type, key_values) = (keys.declare(), keys.ty(), keys.value());
        let sample = self.sample(&input_fields, &ident, &generics);
        let closed = self.closed(&input_fields, &ident, &bounded);
        let rule = (!self.flattened.is_empty())
            .then(|| generics::force(&generics, &ident, &quote!(::meterstick::Attributes), &quote!(FIELDS)));
        quote! {
            const _: () = {
                #declared_keys

            #[automatically_derived]
            #[allow(deprecated)]
            #[diagnostic::do_not_recommend]
            impl #impl_generics ::meterstick::Attributes for #ident #type_generics #where_clause {
                type With<#with> = #ident #arguments;
                type Keys = #keys_type;
                const KEYS: Self::Keys = #key_values;
                const FIELDS: &'static [::meterstick::Field] = #fields;
                const CARDINALITY: ::core::option::Option<::core::primitive::usize> = #cardinality;
                const ANY_KEYS: ::core::primitive::bool = false #(#any)*;

                #[inline]
                fn slot(&self) -> ::core::primitive::usize {
                    #slot
                }

                #[inline]
                fn visit<#v: ::meterstick::Visit>(&self, __visitor: &mut #v) {
                    let _ = &__visitor;
                    #visit
                }
            }
            };

            #rule
            #closed
            #sample
        }
    }

    /// A displayed value is never closed.
    fn closed(&self, fields: &[(Ident, Type)], ident: &Ident, generics: &syn::Generics) -> TokenStream {
        if self.own.iter().any(|own| !matches!(own.how, How::Value)) {
            return quote!();
        }
        let own = self.own.iter().map(|Own { ident, ty, .. }| closed::Part {
            ident,
            ty,
            rule: quote!(::meterstick::ClosedValue),
        });
        let sets = self.flattened.iter().map(|Flattened { ident, ty, .. }| closed::Part {
            ident,
            ty,
            rule: quote!(::meterstick::ClosedAttributes),
        });
        let skipped: Vec<_> = fields.iter().filter(|(name, _)| self.skipped.contains(name)).collect();
        closed::set(ident, generics, &own.chain(sets).collect::<Vec<_>>(), &skipped)
    }

    fn sample(&self, fields: &[(Ident, Type)], ident: &Ident, generics: &syn::Generics) -> TokenStream {
        let parts: Vec<_> = fields
            .iter()
            .map(|(name, ty)| Part { name: name.to_token_stream(), ty, skipped: self.skipped.contains(name) })
            .collect();
        sample::structure(ident, generics, &parts)
    }

    fn bounded(&self, mut generics: syn::Generics) -> syn::Generics {
        generics::bound_static(&mut generics);
        generics::bound_any(&mut generics);
        let shown = |how| matches!(how, How::Display | How::DisplayOption);
        let values = self.own.iter().filter(|field| !shown(field.how)).map(|field| &field.ty);
        generics::bound(&mut generics, values, &quote!(::meterstick::AttributeValue));
        let displayed = self.own.iter().filter(|field| shown(field.how)).map(|field| &field.ty);
        generics::bound(&mut generics, displayed, &quote!(::core::fmt::Display));
        let sets = self.flattened.iter().map(|set| &set.ty);
        generics::bound(&mut generics, sets, &quote!(::meterstick::Attributes));
        generics
    }

    fn fields(&self) -> TokenStream {
        let own = self.own.iter().map(|Own { key, ty, how, .. }| {
            let (value_type, required, members, open) = match how {
                How::Value => (
                    quote!(<#ty as ::meterstick::AttributeValue>::TYPE),
                    quote!(<#ty as ::meterstick::AttributeValue>::REQUIRED),
                    quote!(<#ty as ::meterstick::AttributeValue>::MEMBERS),
                    quote!(<#ty as ::meterstick::AttributeValue>::CARDINALITY.is_none()),
                ),
                How::Display => (quote!(::meterstick::ValueType::String), quote!(true), quote!(&[]), quote!(true)),
                How::DisplayOption => {
                    (quote!(::meterstick::ValueType::String), quote!(false), quote!(&[]), quote!(true))
                }
            };
            quote! {
                ::meterstick::Field::new(#key, #value_type).required(#required).members(#members).open(#open)
            }
        });
        let own = quote!(&[#(#own),*]);
        if self.flattened.is_empty() {
            return own;
        }
        let set = |ty: &Type| quote!(<#ty as ::meterstick::Attributes>::FIELDS);
        let sets: Vec<_> = core::iter::once(own).chain(self.flattened.iter().map(|of| set(&of.ty))).collect();
        // The keys that two sets share are known only when their types are.
        let rules = self.flattened.iter().enumerate().map(|(n, Flattened { at, ty, .. })| {
            let (before, set) = (&sets[..=n], set(ty));
            quote_spanned!(parse::located(*at)=> ::meterstick::derived::distinct(&[#(#before),*], #set);)
        });
        quote! {{
            #(#rules)*
            ::meterstick::derived::slice(const { &::meterstick::derived::join(&[#(#sets),*]) })
        }}
    }

    fn keys(&self) -> Vec<keys::Field<'_>> {
        let own = self.own.iter().map(|Own { key, ident, visibility, ty, how, .. }| {
            let ty = match how {
                How::Value => quote!(#ty),
                How::Display => quote!(::meterstick::convert::Shown<#ty>),
                How::DisplayOption => quote!(::core::option::Option<::meterstick::convert::Shown<#ty>>),
            };
            keys::Field { visibility, ident, what: keys::What::Key { key, ty } }
        });
        let sets = self.flattened.iter().map(|Flattened { ident, visibility, ty, .. }| keys::Field {
            visibility,
            ident,
            what: keys::What::Set(ty),
        });
        own.chain(sets).collect()
    }

    fn cardinality(&self) -> TokenStream {
        let own = self.own.iter().map(|Own { ty, how, .. }| match how {
            How::Value => quote!(<#ty as ::meterstick::AttributeValue>::CARDINALITY),
            How::Display | How::DisplayOption => quote!(::core::option::Option::None),
        });
        let sets =
            self.flattened.iter().map(|Flattened { ty, .. }| quote!(<#ty as ::meterstick::Attributes>::CARDINALITY));
        quote!(::meterstick::derived::product(&[#(#own,)* #(#sets),*]))
    }

    /// A number whose digits are the indices of the fields, each in the base of its own cardinality.
    fn slot(&self) -> TokenStream {
        let own = self.own.iter().filter(|field| matches!(field.how, How::Value)).map(|Own { ident, ty, .. }| {
            quote! {(
                <#ty as ::meterstick::AttributeValue>::CARDINALITY,
                <#ty as ::meterstick::AttributeValue>::index(&self.#ident)
            )}
        });
        let sets = self.flattened.iter().map(|Flattened { ident, ty, .. }| {
            quote! {(
                <#ty as ::meterstick::Attributes>::CARDINALITY,
                <#ty as ::meterstick::Attributes>::slot(&self.#ident)
            )}
        });
        own.chain(sets).fold(quote!(0), |slot, digit| quote!(::meterstick::derived::digit(#slot, #digit)))
    }

    fn visit(&self) -> TokenStream {
        let own = self.own.iter().map(|Own { key, ident, ty, how, .. }| {
            let value = match how {
                How::Value => quote!(<#ty as ::meterstick::AttributeValue>::value(&self.#ident)),
                How::Display => quote_spanned!(parse::at(ty)=> ::meterstick::derived::shown(&self.#ident)),
                How::DisplayOption => quote_spanned! {parse::at(ty)=>
                    match &self.#ident {
                        ::core::option::Option::Some(__value) => ::meterstick::derived::shown(__value),
                        ::core::option::Option::None => ::meterstick::ValueRef::Absent,
                    }
                },
            };
            quote!(::meterstick::Visit::attribute(__visitor, ::meterstick::KeyRef::Static(#key), #value);)
        });
        let sets = self.flattened.iter().map(
            |Flattened { ident, ty, .. }| quote!(<#ty as ::meterstick::Attributes>::visit(&self.#ident, __visitor);),
        );
        quote!(#(#own)* #(#sets)*)
    }
}

fn fields_of(input: &DeriveInput) -> Vec<(Ident, Type)> {
    let Data::Struct(data) = &input.data else { return Vec::new() };
    data.fields.iter().filter_map(|field| Some((field.ident.clone()?, field.ty.clone()))).collect()
}

fn no_named_fields(ident: &Ident) -> Error {
    Error::new(
        ident.span(),
        format!(
            "an attribute set is a struct with named fields: write `struct {ident} {{ .. }}`; for the value of one attribute derive `AttributeValue`"
        ),
    )
}

/// How the keys of the set are made.
struct Keys {
    prefix: String,
    case: Option<Case>,
    root: Option<Path>,
}

impl Keys {
    fn parse(input: &DeriveInput, errors: &mut Errors) -> Self {
        let (mut prefix, mut rename_all, mut root) = (None::<LitStr>, None::<LitStr>, None);
        parse::options(&input.attrs, "attributes", errors, |meta| match () {
            () if meta.path.is_ident("prefix") => parse::text(meta, &mut prefix),
            () if meta.path.is_ident("rename_all") => parse::text(meta, &mut rename_all),
            () if meta.path.is_ident("crate") => root::option(meta, &mut root),
            () => Err(meta.error("a set's options are `prefix`, `rename_all` and `crate`: this is not one of them")),
        });
        parse::options(&input.attrs, "attribute", errors, |meta| {
            Err(meta.error(
                "a set's options are in `#[attributes(..)]`, those of a field in `#[attribute(..)]`: add the `s`",
            ))
        });
        parse::check_prefix(prefix.as_ref(), "key", errors);
        Self {
            prefix: prefix.map(|prefix| prefix.value() + ".").unwrap_or_default(),
            case: rename_all.and_then(|name| errors.keep(Case::parse(&name))),
            root,
        }
    }

    fn default(&self, field: &Ident) -> String {
        let name = field.unraw().to_string();
        self.case.map_or_else(|| name.clone(), |case| case.apply(&name))
    }

    fn prefixed(&self, key: String) -> String {
        format!("{}{key}", self.prefix)
    }
}

#[derive(Default)]
struct FieldOptions {
    key: Option<LitStr>,
    skip: Option<Span>,
    flatten: Option<Span>,
    display: Option<Span>,
}

impl FieldOptions {
    fn parse(field: &Field, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        parse::options(&field.attrs, "attribute", errors, |meta| match () {
            () if meta.path.is_ident("key") || meta.path.is_ident("rename") => parse::text(meta, &mut options.key),
            () if meta.path.is_ident("skip") => parse::flag(meta, &mut options.skip),
            () if meta.path.is_ident("flatten") => parse::flag(meta, &mut options.flatten),
            () if meta.path.is_ident("display") => parse::flag(meta, &mut options.display),
            () => Err(meta.error(
                "a field's options are `key`, `rename`, `display`, `flatten` and `skip`: this is not one of them",
            )),
        });
        parse::options(&field.attrs, "attributes", errors, |meta| {
            Err(meta.error(
                "a field's options are in `#[attribute(..)]`, those of the set in `#[attributes(..)]`: remove the `s`",
            ))
        });
        options.refuse_contradictions(errors);
        options
    }

    fn refuse_contradictions(&self, errors: &mut Errors) {
        let key = self.key.as_ref().map(Spanned::span);
        let given = |spans: &[Option<Span>]| spans.iter().flatten().next().copied();
        if let Some(at) = self.skip.and_then(|_| given(&[key, self.display, self.flatten])) {
            errors.at(at, "a skipped field is not an attribute, so it has no other option: remove this one or `skip`");
        } else if let (None, Some(at)) = (self.skip, self.flatten.and_then(|_| given(&[key, self.display]))) {
            errors.at(at, "a flattened set has its own keys and values: remove this option or `flatten`");
        }
    }
}
