//! Lints of the spelling of names and keys.
// Uses `declare`, `lint`, `lint::rule`, `list`. Used by `lint`, `lint::attributes`.

use std::collections::BTreeMap;

use super::{Found, Lint};
use crate::catalog::list::Catalog;
use crate::declare::Descriptor;

pub(super) fn check(metric: &Descriptor, found: &mut Found) {
    for (lint, fix) in spelling(metric.name) {
        found.add(metric, lint, fix);
    }
    let last = metric.name.rsplit_once(['.', '_', '-', '/']).filter(|_| metric.kind.is_sum());
    if let Some((rest, "total")) = last {
        let fix = format!("name it `{rest}`: by default, Prometheus adds `_total` by itself");
        found.add(metric, Lint::TotalInName, fix);
    }
    if metric.description.trim().is_empty() {
        found.add(metric, Lint::NoDescription, "say what it measures with `.description(\"..\")`");
    } else if !metric.description.ends_with('.') {
        found.add(metric, Lint::DescriptionEnd, "end it with `.`");
    }
}

/// What is wrong with the spelling of a name or a key, each with the fix.
pub(super) fn spelling(name: &str) -> Vec<(Lint, String)> {
    let mut wrong = Vec::new();
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        wrong.push((Lint::UpperCase, format!("write `{}`", snake_case(name))));
    }
    if name.chars().any(|c| !c.is_ascii_alphanumeric() && c != '_' && c != '.') {
        let snake: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '_' }).collect();
        wrong.push((Lint::NotSnakeCase, format!("write `{snake}`")));
    }
    let parts: Vec<_> = name.split('.').collect();
    if parts.iter().any(|part| part.split('_').any(str::is_empty)) {
        let clean = |part: &&str| part.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
        let parts: Vec<_> = parts.iter().map(clean).filter(|part| !part.is_empty()).collect();
        wrong.push((Lint::Delimiters, format!("write `{}`", parts.join("."))));
    }
    if name == "otel" || name.starts_with("otel.") {
        wrong.push((Lint::Reserved, "name it after the application or the library".to_owned()));
    }
    wrong
}

/// The name in lower case, with `_` where a word begins with an upper-case letter.
fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let ends_acronym = chars.get(at + 1).is_some_and(char::is_ascii_lowercase);
        let begins_word = c.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase() || before.is_ascii_digit() || (before.is_ascii_uppercase() && ends_acronym)
            });
        if begins_word {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// Lints that need all names.
pub(super) fn check_all(catalog: &Catalog, found: &mut Found) {
    // A catalogue in which no name has a dot follows the style of another system: that is one finding.
    let bare: Vec<_> =
        catalog.sorted().into_iter().map(|(metric, _)| metric.name).filter(|name| !name.contains('.')).collect();
    if let Some((first, others)) = bare.split_first() {
        let fix = match others {
            [] => format!("say what it belongs to: `<application>.{first}`"),
            _ => "say what they belong to, as in `<application>.<name>`; where the names have to stay, \
                  `.allow_everywhere(Lint::NoNamespace)`"
                .to_owned(),
        };
        found.add_of_several(first, others, Lint::NoNamespace, fix);
    }

    // Names are case-insensitive.
    let names: BTreeMap<_, _> =
        catalog.sorted().into_iter().map(|(metric, _)| (metric.name.to_ascii_lowercase(), metric)).collect();
    for (name, metric) in &names {
        let start = format!("{name}.");
        if let Some((_, within)) = names.range(start.clone()..).next().filter(|(other, _)| other.starts_with(&start)) {
            found.add(metric, Lint::NameIsNamespace, format!("rename it: it is the namespace of `{}`", within.name));
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_told_apart_by_their_case() {
        for (name, snake) in [
            ("shopRequestsTotal", "shop_requests_total"),
            ("shop.RequestsTotal", "shop.requests_total"),
            ("HTTPServer.TTL", "http_server.ttl"),
            ("Shop-Id", "shop-id"),
            ("shop_Id", "shop_id"),
        ] {
            assert_eq!(super::snake_case(name), snake);
        }
    }
}
