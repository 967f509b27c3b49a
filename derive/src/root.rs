//! The path of the crate in generated code: the option `crate = ".."`.
// Uses `parse`. Used by `attributes`, `instruments`, `measurement`, `value`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::{Error, LitStr, Path, Result};

use crate::parse;

/// Parses the path of the crate, if it is not `::meterstick`.
pub fn option(meta: &ParseNestedMeta<'_>, root: &mut Option<Path>) -> Result<()> {
    let mut text = None::<LitStr>;
    parse::text(meta, &mut text)?;
    let text = text.expect("it was parsed");
    let path = text.parse_with(Path::parse_mod_style).map_err(|_| {
        Error::new(text.span(), "`crate` takes the path of the crate: write `crate = \"my_crate::meterstick\"`")
    })?;
    parse::once(meta, root, path)
}

/// The tokens with that path in place of `::meterstick`.
pub fn at(root: Option<&Path>, tokens: TokenStream) -> TokenStream {
    match root {
        Some(root) => within(&root.to_token_stream(), tokens),
        None => tokens,
    }
}

fn within(root: &TokenStream, tokens: TokenStream) -> TokenStream {
    let mut done: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident == "meterstick" && starts_there(&done) => {
                done.truncate(done.len() - 2);
                done.extend(root.clone());
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), within(root, group.stream()));
                inner.set_span(group.span());
                done.push(inner.into());
            }
            other => done.push(other),
        }
    }
    done.into_iter().collect()
}

/// Whether the tokens end where a path that starts with `::` can begin.
fn starts_there(tokens: &[TokenTree]) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    match tokens {
        [before @ .., first, second] if is_colon(first) && is_colon(second) => match before.last() {
            Some(TokenTree::Ident(ident)) => !is_part_of_a_path(ident),
            _ => true,
        },
        _ => false,
    }
}

fn is_part_of_a_path(ident: &Ident) -> bool {
    let is_name = syn::parse_str::<Ident>(&ident.to_string()).is_ok();
    is_name || ["crate", "self", "super", "Self"].iter().any(|part| ident == part)
}
