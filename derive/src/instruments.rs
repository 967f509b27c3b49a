//! `#[derive(Instruments)]`: parses a struct of instruments and generates the component.
// Uses `generics`, `parse`, `root`. No other module uses it.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, ExprLit, ExprTuple, Fields, Ident, Lit, LitStr, Meta, Path, Result,
    Type, Visibility,
};

use crate::generics;
use crate::parse::{self, Errors};
use crate::root;

pub fn derive(input: DeriveInput) -> Result<TokenStream> {
    let component = Component::parse(&input)?;
    let root = component.root.clone();
    Ok(root::at(root.as_ref(), component.generate()))
}

/// The parsed struct of instruments.
struct Component {
    ident: Ident,
    visibility: Visibility,
    fields: Vec<Field>,
    names: Names,
    root: Option<Path>,
}

/// The names of what is generated beside what the user wrote, who may have the same ones.
struct Names {
    /// The constants of the fields' declarations.
    metrics: Vec<Ident>,
    /// The lists that are joined.
    lists: Ident,
    /// The joined list.
    all: Ident,
    catalog: Ident,
    /// The struct of declarations.
    declared: Ident,
}

impl Names {
    fn new(input: &DeriveInput, fields: usize) -> Self {
        let tokens = input.to_token_stream();
        let fresh = |name: &str| generics::fresh(&tokens, name);
        Self {
            metrics: (0..fields).map(|n| fresh(&format!("METRIC_{n}"))).collect(),
            lists: fresh("LISTS"),
            all: fresh("METRICS"),
            catalog: fresh("CATALOG"),
            declared: fresh(&format!("{}Declared", input.ident.unraw())),
        }
    }
}

struct Field {
    ident: Ident,
    ty: Type,
    what: What,
}

enum What {
    Metric(Box<Metric>),
    /// A component within this one.
    Flattened,
}

/// The options of a field.
struct Metric {
    name: LitStr,
    description: Option<Description>,
    boundaries: Option<Expr>,
    exponential: Option<Span>,
    exponential_at_most: Option<ExprTuple>,
    cardinality_at_most: Option<Expr>,
    /// Whether it is exported at zero from the start.
    init: Option<Span>,
    /// The position of the first option.
    at: Option<Span>,
}

impl Component {
    fn parse(input: &DeriveInput) -> Result<Self> {
        let mut errors = Errors::default();
        let (mut prefix, mut root) = (None::<LitStr>, None);
        parse::options(&input.attrs, "instruments", &mut errors, |meta| match () {
            () if meta.path.is_ident("prefix") => parse::text(meta, &mut prefix),
            () if meta.path.is_ident("crate") => root::option(meta, &mut root),
            () => Err(meta.error("a component's options are `prefix` and `crate`: this is not one of them")),
        });
        let rule = "a component's options are in `#[instruments(..)]`, those of a field in `#[metric(..)]`: write `instruments`";
        parse::no_options(&input.attrs, "metric", &mut errors, rule);
        parse::check_prefix(prefix.as_ref(), "jobs", &mut errors);
        let rule = || {
            let rule = "a component is a struct with named fields, each an instrument: write `struct Pool { jobs: Counter<u64, Jobs> }`";
            Error::new(input.ident.span(), rule)
        };
        let fields = match &input.data {
            Data::Struct(data) => match &data.fields {
                Fields::Named(fields) if !fields.named.is_empty() => fields,
                _ => return Err(rule()),
            },
            _ => return Err(rule()),
        };
        if !input.generics.params.is_empty() {
            errors.at(
                input.generics.span(),
                "a component declares its metrics once, so it has no parameters: write the types of its fields in full, with `'static` for a lifetime, `Counter<u64, Jobs, Of<'static>>`",
            );
        }
        let parsed = fields.named.iter().filter_map(|field| Field::parse(field, prefix.as_ref(), &mut errors));
        let parsed: Vec<_> = parsed.collect();
        let names = Names::new(input, parsed.len());
        let (ident, visibility) = (input.ident.clone(), input.vis.clone());
        errors.finish(Self { ident, visibility, fields: parsed, names, root })
    }

    fn generate(&self) -> TokenStream {
        let Self { ident, visibility, fields, names, .. } = self;
        let Names { metrics: constants, lists: lists_name, all, catalog, declared: declared_name } = names;
        let declared = fields.iter().enumerate().filter_map(|(n, field)| match &field.what {
            What::Metric(metric) => Some(metric.generate(&constants[n], &field.ty)),
            What::Flattened => None,
        });
        let lists = fields.iter().enumerate().map(|(n, Field { ty, what, .. })| match what {
            What::Metric(_) => {
                let constant = &constants[n];
                quote!(&[*#constant.descriptor()])
            }
            What::Flattened => quote_spanned!(parse::at(ty)=> <#ty as ::meterstick::Instruments>::CATALOG.metrics()),
        });
        let each =
            |metric: &dyn Fn(&Ident, &Type) -> TokenStream, flattened: &dyn Fn(&Type) -> TokenStream| -> TokenStream {
                let values = fields.iter().enumerate().map(|(n, Field { ident, ty, what, .. })| {
                    let value = match what {
                        What::Metric(_) => metric(&constants[n], ty),
                        What::Flattened => flattened(ty),
                    };
                    quote!(#ident: #value)
                });
                quote!(Self { #(#values),* })
            };
        let live = each(&|metric, _| quote!(#metric.global(__scope)), &|ty| quote!(<#ty>::global(__scope)));
        let built = each(
            &|metric, ty| quote_spanned!(parse::at(ty)=> <#ty as ::meterstick::derived::ComponentField>::build(#metric, __meter)),
            &|ty| quote!(<#ty as ::meterstick::Instruments>::build(__meter)),
        );
        let prefixed = each(
            &|metric, ty| {
                let field = quote_spanned!(parse::at(ty)=> <#ty as ::meterstick::derived::ComponentField>);
                quote!(#field::build(#metric.try_prefix(__prefix)?, __meter))
            },
            &|ty| quote!(<#ty as ::meterstick::Instruments>::try_build_with_prefix(__meter, __prefix)?),
        );
        let inits: Vec<_> = fields.iter().filter_map(Field::init).collect();
        let are_marked = !inits.is_empty();
        let within = |what: &dyn Fn(&Ident, TokenStream) -> TokenStream| -> Vec<TokenStream> {
            let flattened = fields.iter().filter(|field| matches!(field.what, What::Flattened));
            let component = |ty| quote_spanned!(parse::at(ty)=> <#ty as ::meterstick::Instruments>);
            flattened.map(|field| what(&field.ident, component(&field.ty))).collect()
        };
        // The metrics of flattened components have their own bounds. A second bound here would report the same broken rule twice.
        let metrics = || fields.iter().enumerate().filter(|(_, field)| matches!(field.what, What::Metric(_)));
        let declared_fields =
            metrics().map(|(_, Field { ident, ty, .. })| quote!(pub #ident: ::meterstick::Metric<#ty>));
        let declared_values = metrics().map(|(n, Field { ident, .. })| {
            let constant = &constants[n];
            quote!(#ident: #constant)
        });
        let have_init = within(&|_, component| quote!(|| #component::HAS_INIT));
        let init_within = within(&|ident, component| quote!(#component::init_marked(&self.#ident);));
        quote! {
            #[allow(deprecated)]
            const _: () = {
                #(#declared)*
                const #lists_name: &[&[::meterstick::Descriptor]] = &[#(#lists),*];
                const #all: [::meterstick::Descriptor; ::meterstick::derived::metrics(#lists_name)] =
                    ::meterstick::derived::join_metrics(#lists_name);
                const #catalog: ::meterstick::catalog::Catalog = ::meterstick::catalog::Catalog::new(&#all);
                ::meterstick::__link!(&#all);

                #[automatically_derived]
                impl #ident {
                    /// Makes live instruments for a `static`, which find the global meter provider by themselves.
                    #[must_use = "make it a `static`: each call makes other instruments"]
                    #visibility const fn global(__scope: ::meterstick::Scope) -> Self {
                        #live
                    }
                }

                #[doc(hidden)]
                #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
                #[allow(dead_code, private_interfaces)]
                pub struct #declared_name {
                    #(#declared_fields,)*
                }

                #[automatically_derived]
                impl ::meterstick::Instruments for #ident {
                    type Declared = #declared_name;

                    const DECLARED: #declared_name = #declared_name { #(#declared_values,)* };
                    const CATALOG: ::meterstick::catalog::Catalog = #catalog;
                    const HAS_INIT: ::core::primitive::bool = #are_marked #(#have_init)*;

                    fn build(__meter: &(impl ::meterstick::BuildOn + ?Sized)) -> Self {
                        let __component = #built;
                        #(__component #inits)*
                        __component
                    }

                    fn init_marked(&self) {
                        #(self #inits)*
                        #(#init_within)*
                    }

                    fn try_build_with_prefix(
                        __meter: &(impl ::meterstick::BuildOn + ?Sized),
                        __prefix: &::core::primitive::str,
                    ) -> ::core::result::Result<Self, ::meterstick::NameError> {
                        ::meterstick::derived::check_prefix(&#catalog, __prefix)?;
                        let __component = #prefixed;
                        #(__component #inits)*
                        ::core::result::Result::Ok(__component)
                    }
                }
            };
        }
    }
}

impl Field {
    fn parse(field: &syn::Field, prefix: Option<&LitStr>, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.clone().expect("the fields have names");
        let (mut name, mut description, mut flatten) = (None::<LitStr>, None::<LitStr>, None);
        let rule =
            "a field's options are in `#[metric(..)]`, those of the component in `#[instruments(..)]`: write `metric`";
        parse::no_options(&field.attrs, "instruments", errors, rule);
        let (mut boundaries, mut exponential) = (None::<Expr>, None);
        let (mut exponential_at_most, mut cardinality_at_most) = (None::<ExprTuple>, None::<Expr>);
        let mut init = None;
        parse::options(&field.attrs, "metric", errors, |meta| {
            match () {
            () if meta.path.is_ident("name") => parse::text(meta, &mut name),
            () if meta.path.is_ident("description") => parse::text(meta, &mut description),
            () if meta.path.is_ident("boundaries") => parse::once(meta, &mut boundaries, meta.value()?.parse()?),
            () if meta.path.is_ident("exponential") => parse::flag(meta, &mut exponential),
            () if meta.path.is_ident("exponential_at_most") => {
                parse::once(meta, &mut exponential_at_most, size_and_scale(meta.value()?.parse()?)?)
            }
            () if meta.path.is_ident("cardinality_at_most") => {
                parse::once(meta, &mut cardinality_at_most, meta.value()?.parse()?)
            }
            () if meta.path.is_ident("init") => parse::flag(meta, &mut init),
            () if meta.path.is_ident("flatten") => parse::flag(meta, &mut flatten),
            () => Err(meta.error(
                "a metric's options are `name`, `description`, `boundaries`, `exponential`, `exponential_at_most`, `cardinality_at_most` and `init`, or `flatten` alone: the rest is in its type",
            )),
        }
        });
        let others = [
            name.as_ref().map(Spanned::span),
            description.as_ref().map(Spanned::span),
            boundaries.as_ref().map(Spanned::span),
            exponential,
            exponential_at_most.as_ref().map(Spanned::span),
            cardinality_at_most.as_ref().map(Spanned::span),
            init,
        ];
        let what = match flatten {
            Some(_) => {
                if let Some(at) = others.into_iter().flatten().next() {
                    errors.at(at, "a flattened component declares its metrics itself: write `flatten` alone");
                    return None;
                }
                What::Flattened
            }
            None => What::Metric(Box::new(Metric {
                name: named(&ident, name, prefix),
                description: match description {
                    Some(text) => Some(Description::Text(text)),
                    None => errors.keep(documented(&field.attrs)).flatten(),
                },
                boundaries,
                exponential,
                exponential_at_most,
                cardinality_at_most,
                init,
                at: others.into_iter().flatten().next(),
            })),
        };
        Some(Self { ident, ty: field.ty.clone(), what })
    }
}

impl Field {
    /// The call of `init`, if the field is marked with it.
    fn init(&self) -> Option<TokenStream> {
        let What::Metric(metric) = &self.what else { return None };
        let (ident, at) = (&self.ident, parse::located(metric.init?));
        Some(quote_spanned!(at=> .#ident.init();))
    }
}

fn size_and_scale(given: Expr) -> Result<ExprTuple> {
    match given {
        Expr::Tuple(both) if both.elems.len() == 2 => Ok(both),
        other => {
            let rule = "`exponential_at_most` takes the maximum number of buckets and the maximum scale: write `exponential_at_most = (160, 20)`";
            Err(Error::new(other.span(), rule))
        }
    }
}

/// The given name or else that of the field, after the prefix.
fn named(ident: &Ident, name: Option<LitStr>, prefix: Option<&LitStr>) -> LitStr {
    let (own, span) = match &name {
        Some(name) => (name.value(), name.span()),
        None => (ident.unraw().to_string(), ident.span()),
    };
    match prefix {
        Some(prefix) => LitStr::new(&format!("{}.{own}", prefix.value()), span),
        None => LitStr::new(&own, span),
    }
}

/// Where a description is taken from.
enum Description {
    Text(LitStr),
    /// Of a `#[doc = concat!(..)]`: only the compiler knows its text.
    Expression(Box<Expr>),
}

/// A line of the documentation.
enum Line<'a> {
    Text(String, Span),
    Expression(&'a Expr),
}

/// The first paragraph of the documentation.
fn documented(attributes: &[Attribute]) -> Result<Option<Description>> {
    let mut lines = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        let Meta::NameValue(meta) = &attribute.meta else { continue };
        match literal(&meta.value) {
            None => lines.push(Line::Expression(&meta.value)),
            // An empty comment has no line.
            Some(text) if text.value().is_empty() => lines.push(Line::Text(String::new(), text.span())),
            Some(text) => {
                lines.extend(text.value().lines().map(|line| Line::Text(line.trim().to_owned(), text.span())));
            }
        }
    }
    let is_empty = |line: &&Line<'_>| matches!(line, Line::Text(text, _) if text.is_empty());
    let paragraph = lines.iter().skip_while(is_empty).take_while(|line| !is_empty(line));
    let paragraph: Vec<_> = paragraph.collect();
    let at = match paragraph[..] {
        [] => return Ok(None),
        [Line::Expression(expression)] => return Ok(Some(Description::Expression(Box::new((*expression).clone())))),
        [Line::Expression(expression), ..] => expression.span(),
        [Line::Text(_, span), ..] => *span,
    };
    let texts = paragraph.iter().map(|line| match line {
        Line::Text(text, _) => Ok(text.as_str()),
        Line::Expression(expression) => Err(Error::new(
            expression.span(),
            "a description is either text or one expression: write all of it in one `#[doc = concat!(..)]`, or give the metric a `description`",
        )),
    });
    let text = texts.collect::<Result<Vec<_>>>()?.join(" ");
    Ok(Some(Description::Text(LitStr::new(&text, at))))
}

/// The text of a literal, also of one that came through a macro.
fn literal(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

impl Metric {
    fn generate(&self, constant: &Ident, ty: &Type) -> TokenStream {
        let Self { name, description, boundaries, exponential, exponential_at_most, cardinality_at_most, .. } = self;
        let limit = match cardinality_at_most {
            Some(limit) => quote_spanned!(parse::located(limit.span())=> ::core::option::Option::Some(#limit)),
            None => quote!(::core::option::Option::None),
        };
        // Errors of const evaluation are shown at the options, or else at the field's name. Errors of types are shown at the
        // type.
        let at = parse::located(self.at.unwrap_or(name.span()));
        let declared = quote_spanned!(at=> ::meterstick::derived::declared::<#ty>(#name, #limit));
        let description = description.as_ref().map(|description| match description {
            Description::Text(text) => quote_spanned!(parse::located(text.span())=> .description(#text)),
            Description::Expression(text) => {
                quote_spanned!(parse::located(text.span())=> .description(::meterstick::derived::described(#text)))
            }
        });
        let boundaries =
            boundaries.as_ref().map(|list| quote_spanned!(parse::located(list.span())=> .boundaries(&#list)));
        let exponential = exponential.map(|at| quote_spanned!(parse::located(at)=> .exponential()));
        let at_most = exponential_at_most.as_ref().map(|at_most| {
            let (size, scale) = (&at_most.elems[0], &at_most.elems[1]);
            quote_spanned!(parse::located(at_most.span())=> .exponential_at_most(#size, #scale))
        });
        quote! {
            const #constant: ::meterstick::Metric<#ty> = #declared #description #boundaries #exponential #at_most;
        }
    }
}
