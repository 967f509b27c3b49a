//! What the macros parse in the same way: options, and errors in them.
// Used by `attributes`, `instruments`, `measurement`, `root`, `value`.

use proc_macro2::Span;
use syn::meta::ParseNestedMeta;
use syn::spanned::Spanned;
use syn::{Attribute, Error, GenericArgument, LitStr, Meta, PathArguments, Result, Token, Type, token};

/// All errors, reported together.
#[derive(Default)]
pub struct Errors(Option<Error>);

impl Errors {
    pub fn at(&mut self, span: Span, rule: impl core::fmt::Display) {
        self.add(Error::new(span, rule));
    }

    pub fn add(&mut self, error: Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    pub fn keep<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|error| self.add(error)).ok()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub fn finish<T>(self, value: T) -> Result<T> {
        self.0.map_or(Ok(value), Err)
    }
}

/// Passes each option in the attributes of that name to a function.
pub fn options(
    attributes: &[Attribute],
    name: &str,
    errors: &mut Errors,
    mut option: impl FnMut(&ParseNestedMeta<'_>) -> Result<()>,
) {
    let example = match name {
        "attributes" => r#"prefix = "..""#,
        "measurement" => "unit = Millis",
        "instruments" => r#"prefix = "..""#,
        "metric" => r#"name = "..""#,
        _ => r#"key = "..""#,
    };
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        if !matches!(attribute.meta, Meta::List(_)) {
            errors.at(attribute.span(), format!("options are in parentheses: write `#[{name}({example})]`"));
        } else if let Err(error) = attribute.parse_nested_meta(|meta| option(&meta)) {
            // The parser's own message would use its internal terms.
            let is_literal = error.to_string().contains("unexpected literal");
            let rule = || Error::new(error.span(), format!("an option has a name: write `#[{name}({example})]`"));
            errors.add(if is_literal { rule() } else { error });
        }
    }
}

/// Parses the text of `option = "text"`.
pub fn text(meta: &ParseNestedMeta<'_>, option: &mut Option<LitStr>) -> Result<()> {
    let text = meta.value().and_then(|value| value.parse());
    let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
    let rule =
        |error: Error| Error::new(error.span(), format!("`{name}` takes a text in quotes: write `{name} = \"..\"`"));
    once(meta, option, text.map_err(rule)?)
}

/// Checks a prefix of names such as `example`.
pub fn check_prefix(prefix: Option<&LitStr>, example: &str, errors: &mut Errors) {
    let Some(prefix) = prefix else { return };
    let text = prefix.value();
    if text.is_empty() || text.starts_with('.') || text.ends_with('.') {
        let rule = format!("a prefix is a name, to which the dot is added: `prefix = \"http\"` gives `http.{example}`");
        errors.at(prefix.span(), rule);
    }
}

/// Refuses all options in the attributes of that name.
pub fn no_options(attributes: &[Attribute], name: &str, errors: &mut Errors, rule: &str) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        errors.at(attribute.span(), rule);
    }
}

/// Parses an option without a value, and keeps its position.
pub fn flag(meta: &ParseNestedMeta<'_>, option: &mut Option<Span>) -> Result<()> {
    if meta.input.peek(Token![=]) || meta.input.peek(token::Paren) {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        return Err(meta.input.error(format!("`{name}` takes no value: write `{name}` alone")));
    }
    once(meta, option, meta.path.span())
}

pub fn once<T>(meta: &ParseNestedMeta<'_>, option: &mut Option<T>, value: T) -> Result<()> {
    match option.replace(value) {
        None => Ok(()),
        Some(_) => Err(meta.error("an option is given once: remove this one")),
    }
}

/// A span for generated code: errors are shown there, names are resolved here.
pub fn located(at: Span) -> Span {
    Span::call_site().located_at(at)
}

/// A span for generated code whose errors are shown at the type.
pub fn at(ty: &Type) -> Span {
    located(ty.span())
}

/// The `T` of a type that is written `Option<T>`, or with the path of the standard library.
pub fn option_of(ty: &Type) -> Option<&Type> {
    let path = match ty {
        Type::Path(path) => path,
        // A type that was passed through a macro.
        Type::Group(group) => return option_of(&group.elem),
        _ => return None,
    };
    // An `Option` with another path is another type.
    let names: Vec<_> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let is_option = matches!(names[..], ["Option"] | ["std" | "core", "option", "Option"]);
    let last = path.path.segments.last().filter(|_| is_option)?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => match &arguments.args[0] {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}
