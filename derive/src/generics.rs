//! Generic parameters: which types mention them, the bounds they need, and other lifetimes in their place.
// Used by `attributes`, `closed`, `instruments`, `keys`, `measurement`, `sample`, `value`.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{
    DeriveInput, GenericParam, Generics, Lifetime, PredicateType, Result, TraitBound, Type, TypeParamBound,
    WherePredicate, parse_quote,
};

/// Adds a bound to each type that mentions a type parameter, for any lifetimes in it.
pub fn bound<'t>(generics: &mut Generics, types: impl IntoIterator<Item = &'t Type>, rule: &TokenStream) {
    for ty in types.into_iter().map(borrowed) {
        if mentions(generics, ty) {
            let predicate = of_any(generics, &quote!(#ty: #rule));
            generics.make_where_clause().predicates.push(predicate);
        }
    }
}

/// The predicate, for any lifetimes in place of the type's own.
fn of_any(generics: &Generics, asked: &TokenStream) -> WherePredicate {
    let mut any = Vec::<Lifetime>::new();
    let mut of_any = asked.clone();
    for of in generics.lifetimes() {
        let anew = other_lifetime(generics, &of.lifetime);
        let with = with_lifetimes(&[&of.lifetime], of_any.clone(), &anew);
        if with.to_string() != of_any.to_string() {
            any.push(anew);
            of_any = with;
        }
    }
    if any.is_empty() { parse_quote!(#of_any) } else { parse_quote!(for<#(#any),*> #of_any) }
}

/// A lifetime that does not occur in the type, to replace one that does.
fn other_lifetime(generics: &Generics, of: &Lifetime) -> Lifetime {
    // A raw lifetime, `'r#fn`, becomes part of a name without its `r#`.
    let mut name = format!("__any_{}", of.ident.unraw());
    while generics.lifetimes().any(|one| one.lifetime.ident.unraw() == name) {
        name.push('_');
    }
    Lifetime::new(&format!("'{name}"), of.span())
}

/// The type behind references: a bound on the type implies it for the reference, and both would be the same bound twice. A slice
/// is a value only behind a reference.
pub fn borrowed(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Reference(reference) if matches!(*reference.elem, Type::Slice(_)) => return ty,
            Type::Reference(reference) => &reference.elem,
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        };
    }
}

/// Adds `'static` to each type parameter, if the type has lifetimes that can change.
pub fn bound_static(generics: &mut Generics) {
    if generics.lifetimes().next().is_some() {
        for parameter in generics.type_params_mut() {
            parameter.bounds.push(parse_quote!('static));
        }
    }
}

/// Extends each bound on one of the type's lifetimes to any lifetime, because the type is used with others.
pub fn bound_any(generics: &mut Generics) {
    let given = generics.clone();
    let any = |asked: TokenStream| {
        let of_any = of_any(&given, &asked);
        (of_any.to_token_stream().to_string() != asked.to_string()).then_some(of_any)
    };
    let mut asked: Vec<WherePredicate> = Vec::new();
    for parameter in generics.type_params_mut() {
        let ident = parameter.ident.clone();
        let bounds = core::mem::take(&mut parameter.bounds);
        for bound in bounds {
            match &bound {
                TypeParamBound::Trait(TraitBound { lifetimes: None, .. }) => match any(quote!(#ident: #bound)) {
                    Some(of_any) => asked.push(of_any),
                    None => parameter.bounds.push(bound),
                },
                _ => parameter.bounds.push(bound),
            }
        }
    }
    let predicates = &mut generics.make_where_clause().predicates;
    for mut predicate in core::mem::take(predicates) {
        if let WherePredicate::Type(PredicateType { lifetimes: None, bounded_ty, bounds, .. }) = &mut predicate {
            // Apart, because `?Sized` cannot be asked for any lifetimes.
            for bound in core::mem::take(bounds) {
                match any(quote!(#bounded_ty: #bound)) {
                    Some(of_any) => asked.push(of_any),
                    None => bounds.push(bound),
                }
            }
        }
        predicates.push(predicate);
    }
    predicates.extend(asked);
}

/// Replaces `Self` by the type itself, for a generated type that has its bounds and fields, too.
pub fn without_self(input: DeriveInput) -> Result<DeriveInput> {
    let all = input.to_token_stream();
    if !has(&all, "Self") {
        return Ok(input);
    }
    let (ident, (_, arguments, _)) = (&input.ident, input.generics.split_for_impl());
    syn::parse2(in_place_of_self(all, &quote!(#ident #arguments)))
}

fn in_place_of_self(tokens: TokenStream, ty: &TokenStream) -> TokenStream {
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "Self" => ty.clone(),
        TokenTree::Group(group) => {
            TokenTree::Group(Group::new(group.delimiter(), in_place_of_self(group.stream(), ty))).into()
        }
        other => other.into(),
    });
    replaced.collect()
}

/// A name that does not occur in the type, for a parameter of the generated code.
pub fn fresh(all: &TokenStream, name: &str) -> Ident {
    let mut name = name.to_owned();
    while has(all, &name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

/// A lifetime that does not occur in the type.
pub fn fresh_lifetime(all: &TokenStream, name: &str) -> Lifetime {
    Lifetime::new(&format!("'{}", fresh(all, name)), Span::call_site())
}

fn has(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident.unraw() == name,
        TokenTree::Group(group) => has(&group.stream(), name),
        _ => false,
    })
}

/// Whether the type mentions a type parameter.
pub fn mentions(generics: &Generics, ty: &Type) -> bool {
    fn within(names: &[&Ident], tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => names.contains(&&ident),
            TokenTree::Group(group) => within(names, group.stream()),
            _ => false,
        })
    }
    let names: Vec<&Ident> = generics.type_params().map(|parameter| &parameter.ident).collect();
    within(&names, ty.to_token_stream())
}

/// The arguments of the type itself, with one lifetime in place of all its lifetimes.
pub fn arguments(generics: &Generics, lifetime: &Lifetime) -> TokenStream {
    let arguments = generics.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(_) => lifetime.to_token_stream(),
        GenericParam::Type(parameter) => parameter.ident.to_token_stream(),
        GenericParam::Const(parameter) => parameter.ident.to_token_stream(),
    });
    quote!(<#(#arguments),*>)
}

/// Evaluates a constant of the impl at once, so that broken rules are reported where the type is declared. With type or const
/// parameters there is nothing to evaluate yet, and they are reported at the first use.
pub fn force(generics: &Generics, ident: &Ident, rule: &TokenStream, constant: &TokenStream) -> Option<TokenStream> {
    let arguments = arguments(generics, &parse_quote!('static));
    let known = generics.params.iter().all(|parameter| matches!(parameter, GenericParam::Lifetime(_)));
    known.then(|| quote!(#[allow(deprecated)] const _: () = { let _ = <#ident #arguments as #rule>::#constant; };))
}

/// The tokens with one lifetime in place of all that are parameters.
pub fn with_lifetime(generics: &Generics, tokens: TokenStream, lifetime: &Lifetime) -> TokenStream {
    let lifetimes: Vec<_> = generics.lifetimes().map(|of| &of.lifetime).collect();
    with_lifetimes(&lifetimes, tokens, lifetime)
}

/// The tokens with one lifetime in place of some.
fn with_lifetimes(lifetimes: &[&Lifetime], tokens: TokenStream, lifetime: &Lifetime) -> TokenStream {
    let mut quoted = false;
    tokens
        .into_iter()
        .map(|token| {
            let after_quote =
                core::mem::replace(&mut quoted, matches!(&token, TokenTree::Punct(p) if p.as_char() == '\''));
            match token {
                TokenTree::Ident(ident) if after_quote && lifetimes.iter().any(|of| of.ident == ident) => {
                    TokenTree::Ident(lifetime.ident.clone())
                }
                TokenTree::Group(group) => {
                    TokenTree::Group(Group::new(group.delimiter(), with_lifetimes(lifetimes, group.stream(), lifetime)))
                }
                other => other,
            }
        })
        .collect()
}
