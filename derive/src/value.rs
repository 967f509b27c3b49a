//! `#[derive(AttributeValue)]`: parses an enum or a newtype and generates its attribute value.
// Uses `closed`, `generics`, `parse`, `rename`, `root`, `sample`. No other module uses it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, Generics, LitStr, Member, Path, Result, Type, Variant};

use crate::closed;
use crate::generics;
use crate::parse::{self, Errors};
use crate::rename::Case;
use crate::root;
use crate::sample::{self, Part};

pub fn derive(input: DeriveInput) -> Result<TokenStream> {
    let mut errors = Errors::default();
    let options = TypeOptions::parse(&input, &mut errors);
    let shape = match (&input.data, options.display) {
        (data, Some(at)) => {
            check_displayed(data, &mut errors);
            Some(Shape::Displayed(at))
        }
        (Data::Enum(data), None) => Some(Shape::Enum(Enum::parse(data, &input.ident, &options, &mut errors))),
        (Data::Struct(data), None) => errors.keep(Newtype::parse(&data.fields, &input.ident)).map(Shape::Newtype),
        (Data::Union(_), None) => {
            errors.add(neither(&input.ident));
            None
        }
    };
    if let Some(rename_all) = &options.rename_all {
        match shape {
            Some(Shape::Enum(_)) => {}
            Some(Shape::Displayed(_)) => errors.at(rename_all.span(), UNREAD),
            _ => errors.at(rename_all.span(), "`rename_all` is about the variants of an enum: remove it"),
        }
    }
    let shape = errors.finish(shape)?;
    Ok(root::at(options.root.as_ref(), shape.map(|shape| shape.generate(input)).unwrap_or_default()))
}

const UNREAD: &str = "with `display`, the value is what the type's `Display` writes, so this option has no effect: remove one of the two";

/// Refuses options of the variants and fields of a type whose value is its `Display`.
fn check_displayed(data: &Data, errors: &mut Errors) {
    let (fields, variants) = match data {
        Data::Enum(data) => (None, Some(&data.variants)),
        Data::Struct(data) => (Some(&data.fields), None),
        Data::Union(_) => (None, None),
    };
    let variants = || variants.into_iter().flatten();
    let fields = fields.into_iter().chain(variants().map(|variant| &variant.fields)).flatten();
    for attributes in variants().map(|variant| &variant.attrs).chain(fields.map(|field| &field.attrs)) {
        parse::no_options(attributes, "attribute", errors, UNREAD);
    }
}

/// What the value of the type is made of.
enum Shape {
    Enum(Enum),
    Newtype(Newtype),
    /// The `Display` of the type; the span is that of the option.
    Displayed(Span),
}

struct Enum {
    known: Vec<Known>,
    other: Option<Other>,
}

struct Known {
    ident: Ident,
    text: String,
}

struct Other {
    at: Span,
    ident: Ident,
    member: Member,
    ty: Type,
}

struct Newtype {
    member: Member,
    ty: Type,
    display: bool,
}

#[derive(Default)]
struct TypeOptions {
    rename_all: Option<LitStr>,
    display: Option<Span>,
    root: Option<Path>,
}

impl TypeOptions {
    fn parse(input: &DeriveInput, errors: &mut Errors) -> Self {
        let mut options = Self::default();
        parse::options(&input.attrs, "attribute", errors, |meta| match () {
            () if meta.path.is_ident("rename_all") => parse::text(meta, &mut options.rename_all),
            () if meta.path.is_ident("display") => parse::flag(meta, &mut options.display),
            () if meta.path.is_ident("crate") => root::option(meta, &mut options.root),
            () => Err(meta.error("a value's options are `rename_all`, `display` and `crate`: this is not one of them")),
        });
        options
    }
}

impl Enum {
    fn parse(data: &DataEnum, ident: &Ident, options: &TypeOptions, errors: &mut Errors) -> Self {
        let case = options.rename_all.as_ref().map_or(Some(Case::Snake), |name| errors.keep(Case::parse(name)));
        let mut new = Self { known: Vec::new(), other: None };
        if data.variants.is_empty() {
            errors.at(ident.span(), format!("an enum of values has variants: give `{ident}` one for each value"));
        }
        for variant in &data.variants {
            new.add(variant, case.unwrap_or(Case::Snake), errors);
        }
        new
    }

    fn add(&mut self, variant: &Variant, case: Case, errors: &mut Errors) {
        let (mut rename, mut other) = (None::<LitStr>, None);
        parse::options(&variant.attrs, "attribute", errors, |meta| match () {
            () if meta.path.is_ident("rename") => parse::text(meta, &mut rename),
            () if meta.path.is_ident("other") => parse::flag(meta, &mut other),
            () => Err(meta.error("a variant's options are `rename` and `other`: this is not one of them")),
        });
        match other {
            Some(at) => self.add_other(variant, at, rename, errors),
            None => self.add_known(variant, case, rename, errors),
        }
    }

    fn add_known(&mut self, variant: &Variant, case: Case, rename: Option<LitStr>, errors: &mut Errors) {
        let ident = variant.ident.clone();
        if !matches!(variant.fields, Fields::Unit) {
            errors.at(
                ident.span(),
                format!("a variant is one value, so it has no fields: write `{ident}`; one variant can take all other strings, with `#[attribute(other)]`"),
            );
            return;
        }
        let (text, at) = match rename {
            Some(text) => (text.value(), text.span()),
            None => (case.apply(&ident.unraw().to_string()), ident.span()),
        };
        if let Some(first) = self.known.iter().find(|first| first.text == text) {
            let first = &first.ident;
            errors.at(
                at,
                format!("the values of an enum are distinct: `{first}` and `{ident}` are both `{text}`; rename one of them with `#[attribute(rename = \"..\")]`"),
            );
        }
        self.known.push(Known { ident, text });
    }

    fn add_other(&mut self, variant: &Variant, at: Span, rename: Option<LitStr>, errors: &mut Errors) {
        let ident = variant.ident.clone();
        if let Some(first) = &self.other {
            let first = &first.ident;
            errors.at(
                at,
                format!(
                    "an enum has at most one `other` variant, which is `{first}`: remove the option from `{ident}`"
                ),
            );
        }
        if let Some(rename) = rename {
            errors
                .at(rename.span(), "the value of the `other` variant is the string that it contains: remove `rename`");
        }
        match sole(&variant.fields) {
            Some((member, ty, field)) => {
                let rule =
                    "the value of the `other` variant is the string that it contains: remove the option of its field";
                parse::no_options(&field.attrs, "attribute", errors, rule);
                self.other = Some(Other { at, ident, member, ty });
            }
            None => {
                errors.at(
                    ident.span(),
                    format!("the `other` variant contains its value, a string: write `{ident}(String)` or `{ident}(&'a str)`"),
                );
            }
        }
    }

    fn generate(&self, generics: &mut Generics) -> Impl {
        if let Some(other) = &self.other {
            generics::bound(generics, [&other.ty], &quote!(::meterstick::AttributeValue));
        }
        let idents = self.known.iter().map(|known| &known.ident);
        let texts: Vec<_> = self.known.iter().map(|known| &known.text).collect();
        let other = self.other.as_ref().map(|Other { ident, member, ty, .. }| {
            quote!(Self::#ident { #member: __other } => <#ty as ::meterstick::AttributeValue>::value(__other),)
        });
        // For a generic type, the rule can be checked only here.
        let rule = self.other.as_ref().map(|_| {
            quote!(
                const {
                    let _ = <Self as ::meterstick::AttributeValue>::TYPE;
                }
            )
        });
        let value = quote! {
            #rule
            match self {
                #(Self::#idents => ::meterstick::ValueRef::Static(#texts),)*
                #other
            }
        };
        let (ty, cardinality, index) = match &self.other {
            Some(other) => (other.string(), quote!(::core::option::Option::None), quote!(0)),
            None => {
                let count = self.known.len();
                let idents = self.known.iter().map(|known| &known.ident);
                let positions = 0..count;
                let index = quote!(match self { #(Self::#idents => #positions,)* });
                (quote!(::meterstick::ValueType::String), quote!(::core::option::Option::Some(#count)), index)
            }
        };
        let required = quote!(true);
        Impl { ty, cardinality, required, members: quote!(&[#(#texts),*]), value, index, element: quote!() }
    }
}

impl Other {
    /// The type of a string, after checking that it is one.
    fn string(&self) -> TokenStream {
        let ty = &self.ty;
        let rule = quote_spanned! {parse::located(self.at)=>
            ::core::assert!(
                ::core::matches!(<#ty as ::meterstick::AttributeValue>::TYPE, ::meterstick::ValueType::String)
                    && <#ty as ::meterstick::AttributeValue>::REQUIRED,
                "the `other` variant contains its value, a string: give it a `String`, a `&str` or a `Cow<str>`"
            )
        };
        quote!({ #rule; ::meterstick::ValueType::String })
    }
}

impl Newtype {
    fn parse(fields: &Fields, ident: &Ident) -> Result<Self> {
        let (member, ty, field) = sole(fields).ok_or_else(|| neither(ident))?;
        let mut errors = Errors::default();
        let mut display = None;
        parse::options(&field.attrs, "attribute", &mut errors, |meta| match () {
            () if meta.path.is_ident("display") => parse::flag(meta, &mut display),
            () => Err(meta.error("the field of a newtype has only the option `display`: this is another one")),
        });
        errors.finish(Self { member, ty, display: display.is_some() })
    }

    fn generate(&self, generics: &mut Generics) -> Impl {
        let Self { member, ty, display } = self;
        if *display {
            generics::bound(generics, [ty], &quote!(::core::fmt::Display));
            return Impl::displayed(parse::at(ty), quote_spanned!(parse::at(ty)=> &self.#member));
        }
        generics::bound(generics, [ty], &quote!(::meterstick::AttributeValue));
        let rule = quote!(<#ty as ::meterstick::AttributeValue>);
        Impl {
            ty: quote!(#rule::TYPE),
            cardinality: quote!(#rule::CARDINALITY),
            required: quote!(#rule::REQUIRED),
            members: quote!(#rule::MEMBERS),
            value: quote!(#rule::value(&self.#member)),
            index: quote!(#rule::index(&self.#member)),
            // With `for`, the bound can be false: then the newtype is not an element, either.
            element: {
                let ty = generics::borrowed(ty);
                quote!(for<'__any> #ty: ::meterstick::Element,)
            },
        }
    }
}

/// The only field, if there is only one.
fn sole(fields: &Fields) -> Option<(Member, Type, &syn::Field)> {
    let field = fields.iter().next().filter(|_| fields.len() == 1)?;
    Some((fields.members().next()?, field.ty.clone(), field))
}

fn neither(ident: &Ident) -> Error {
    Error::new(
        ident.span(),
        format!(
            "an attribute's value is an enum or a struct with one field: give `{ident}` one, mark it `#[attribute(display)]`, or derive `Attributes` for several attributes"
        ),
    )
}

/// The items of the trait implementation.
struct Impl {
    ty: TokenStream,
    cardinality: TokenStream,
    required: TokenStream,
    members: TokenStream,
    value: TokenStream,
    index: TokenStream,
    /// What must hold for the type to be an element of an array.
    element: TokenStream,
}

impl Impl {
    fn displayed(at: Span, what: TokenStream) -> Self {
        Self {
            ty: quote!(::meterstick::ValueType::String),
            cardinality: quote!(::core::option::Option::None),
            required: quote!(true),
            members: quote!(&[]),
            value: quote_spanned!(parse::located(at)=> ::meterstick::derived::shown(#what)),
            index: quote!(0),
            element: quote!(),
        }
    }
}

impl Shape {
    fn generate(&self, input: DeriveInput) -> TokenStream {
        let DeriveInput { ident, mut generics, .. } = input;
        let sample = self.sample(&ident, &generics);
        let Impl { ty, cardinality, required, members, value, index, element } = match self {
            Self::Enum(shape) => shape.generate(&mut generics),
            Self::Newtype(shape) => shape.generate(&mut generics),
            Self::Displayed(at) => {
                let this = {
                    let (_, type_generics, _) = generics.split_for_impl();
                    syn::parse_quote!(#ident #type_generics)
                };
                generics::bound(&mut generics, [&this], &quote!(::core::fmt::Display));
                Impl::displayed(*at, quote_spanned!(parse::located(*at)=> self))
            }
        };
        let rule = matches!(self, Self::Enum(Enum { other: Some(_), .. }))
            .then(|| generics::force(&generics, &ident, &quote!(::meterstick::AttributeValue), &quote!(TYPE)));
        let element = element_impl(&ident, &generics, &element);
        let closed = self.closed(&ident, &generics);
        let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            #[allow(deprecated)]
            #[diagnostic::do_not_recommend]
            impl #impl_generics ::meterstick::AttributeValue for #ident #type_generics #where_clause {
                const TYPE: ::meterstick::ValueType = #ty;
                const CARDINALITY: ::core::option::Option<::core::primitive::usize> = #cardinality;
                const REQUIRED: ::core::primitive::bool = #required;
                const MEMBERS: &'static [&'static ::core::primitive::str] = #members;

                #[inline]
                fn value(&self) -> ::meterstick::ValueRef<'_> {
                    #value
                }

                #[inline]
                fn index(&self) -> ::core::primitive::usize {
                    #index
                }
            }

            #element
            #rule
            #closed
            #sample
        }
    }

    fn closed(&self, ident: &Ident, generics: &Generics) -> TokenStream {
        match self {
            Self::Enum(Enum { known, other: None }) => {
                closed::choice(ident, generics, known.iter().map(|known| &known.ident))
            }
            Self::Newtype(Newtype { member, ty, display: false }) => closed::newtype(ident, generics, member, ty),
            _ => quote!(),
        }
    }

    fn sample(&self, ident: &Ident, generics: &Generics) -> TokenStream {
        match self {
            Self::Enum(Enum { known, other }) => {
                let known: Vec<_> = known.iter().map(|known| &known.ident).collect();
                let other = other.as_ref().map(|other| (&other.ident, other.member.to_token_stream(), &other.ty));
                sample::choice(ident, generics, &known, other)
            }
            Self::Newtype(Newtype { member, ty, .. }) => {
                let part = Part { name: member.to_token_stream(), ty, skipped: false };
                sample::structure(ident, generics, &[part])
            }
            Self::Displayed(_) => quote!(),
        }
    }
}

fn element_impl(ident: &Ident, generics: &Generics, rule: &TokenStream) -> TokenStream {
    let mut generics = generics.clone();
    generics.make_where_clause();
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let predicates = where_clause.map(|clause| &clause.predicates).into_iter().flatten();
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        #[diagnostic::do_not_recommend]
        impl #impl_generics ::meterstick::Element for #ident #type_generics where #(#predicates,)* #rule {}
    }
}
