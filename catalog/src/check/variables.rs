//! Replaces Grafana's variables in a query by something that can be parsed.
// Used by `infer`, `matching`.

use std::collections::HashSet;

/// Replaces a variable in a name or a text.
pub(super) const VARIABLE: &str = "__var_";

/// Replaces a variable that is a number.
pub(super) const NUMBER: f64 = 77_777.5;

/// Replaces a variable that is a duration.
const DURATION: &str = "5m";

/// Whether a text contains a replaced variable.
pub(super) fn is_variable(text: &str) -> bool {
    text.contains(VARIABLE)
}

/// A part of a query.
enum Piece<'a> {
    Text(&'a str),
    /// A text, with variables replaced.
    Fixed(String),
    /// A variable that is a name or a number; trying to parse it decides.
    Either {
        name: String,
        slot: usize,
    },
}

/// The query with its variables replaced, in every possible way, the likeliest first.
pub(super) fn substitute(query: &str) -> Vec<String> {
    if !query.contains('$') && !query.contains("[[") {
        return vec![query.to_owned()];
    }
    let (pieces, slots) = pieces(query);
    // The first four of them vary.
    let chosen = slots.min(4);
    let mut ways: Vec<u32> = (0..1 << chosen).collect();
    ways.sort_by_key(|way| way.count_ones());
    let mut seen = HashSet::new();
    let written = ways.into_iter().map(|way| {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => (*text).to_owned(),
                Piece::Fixed(text) => text.clone(),
                // The others are like the last of these four.
                Piece::Either { name, slot } if way >> (*slot).min(chosen - 1) & 1 == 0 => format!("{VARIABLE}{name}"),
                Piece::Either { .. } => NUMBER.to_string(),
            })
            .collect::<String>()
    });
    written.filter(|text| seen.insert(text.clone())).collect()
}

fn pieces(query: &str) -> (Vec<Piece<'_>>, usize) {
    let bytes = query.as_bytes();
    let (mut pieces, mut slots) = (Vec::new(), 0);
    let (mut start, mut at) = (0, 0);
    let (mut quote, mut brackets) = (None, 0_usize);
    while at < bytes.len() {
        // The walk is by bytes, and `at` can be within a character.
        if let Some((name, len)) = query.get(at..).and_then(variable) {
            pieces.push(Piece::Text(&query[start..at]));
            let (before, after) = (query[..at].trim_end(), query[at + len..].chars().next());
            pieces.push(if quote.is_some() {
                Piece::Fixed(format!("{VARIABLE}{name}"))
            } else if brackets > 0 || before.ends_with("offset") {
                // The unit follows the variable: `${range}s`.
                let unit = after.is_some_and(|c| c.is_ascii_alphabetic());
                let number = before.ends_with(|c: char| c.is_ascii_digit());
                Piece::Fixed(
                    if unit {
                        "300"
                    } else if number {
                        "m"
                    } else {
                        DURATION
                    }
                    .to_owned(),
                )
            } else if name.starts_with("__") && (name.ends_with("_s") || name.ends_with("_ms")) {
                Piece::Fixed(NUMBER.to_string())
            } else {
                let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':');
                let joined = query[..at].ends_with(in_name) || after.is_some_and(in_name);
                if joined {
                    Piece::Fixed(format!("{VARIABLE}{name}"))
                } else {
                    slots += 1;
                    Piece::Either { name, slot: slots - 1 }
                }
            });
            at += len;
            start = at;
            continue;
        }
        // A comment contains no variables and no quotes.
        if quote.is_none() && bytes[at] == b'#' {
            at += query[at..].find('\n').unwrap_or(query.len() - at);
            continue;
        }
        match (quote, bytes[at]) {
            (Some(b'`'), b'\\') => {}
            (Some(_), b'\\') => at += 1,
            (Some(open), byte) if byte == open => quote = None,
            (None, byte @ (b'"' | b'\'' | b'`')) => quote = Some(byte),
            (None, b'[') => brackets += 1,
            (None, b']') => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    pieces.push(Piece::Text(query.get(start..).unwrap_or_default()));
    (pieces, slots)
}

/// The variable at the beginning of a text, and its length: `$x`, `${x}`, `${x:regex}`, `[[x]]`.
fn variable(text: &str) -> Option<(String, usize)> {
    let word = |text: &str| {
        let len = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        (len > 0 && !text.starts_with(|c: char| c.is_ascii_digit())).then(|| (text[..len].to_owned(), len))
    };
    let bracketed = |open: &str, close: &str| {
        let inner = text.strip_prefix(open)?;
        let end = inner.find(close)?;
        let (name, len) = word(&inner[..end])?;
        // A format or a field can follow.
        let plain = inner[len..end].is_empty() || inner[len..end].starts_with([':', '.']);
        plain.then_some((name, open.len() + end + close.len()))
    };
    match text.as_bytes() {
        [b'$', b'{', ..] => bracketed("${", "}"),
        [b'$', ..] => word(&text[1..]).map(|(name, len)| (name, len + 1)),
        [b'[', b'[', ..] => bracketed("[[", "]]"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::substitute;

    #[test]
    fn what_is_put_in_place_can_be_parsed() {
        for query in [
            "sum(rate(a{job=~\"$job\", x=\"${x:regex}\"}[$__rate_interval]))",
            "sum by ($by) (rate(a[[[interval]]]))",
            "rate(a{b=~\"c.*$\"}[${range}s])",
            "histogram_quantile($quantile, sum by (le) (rate(a_bucket[$__interval:$__interval])))",
            "topk($n, $metric{a='[[a]]'} offset $offset) * ${factor} / $__range_s",
            "${prefix}_total{a=~\"$a|$b\"} > bool $x",
            "topk($a, rate(x[5m])) > $b and topk($c, y) > $d",
            "# what we're at: $x\nrate(a[$__rate_interval]) # it's [all",
            "rate(a{b=\"/größe\\\\ü$x\"}[$__rate_interval]) # ü $y",
        ] {
            let written = substitute(query);
            assert!(written.iter().any(|one| promql_parser::parser::parse(one).is_ok()), "{query}: {written:?}");
        }
    }

    #[test]
    fn a_query_without_variables_is_as_it_is() {
        assert_eq!(substitute("a{b=~\"c$\"}"), ["a{b=~\"c$\"}"]);
        assert_eq!(substitute("a[5m]"), ["a[5m]"]);
    }
}
