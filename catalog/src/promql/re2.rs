//! Refuses regular expressions that Prometheus does not take, or takes for another one. Its syntax is that of RE2, and the syntax
//! of `regex` differs in a few points.
// Used by `filter`.

use regex_syntax::ast::{
    AssertionKind, Ast, ClassSet, ClassSetItem, Flag, Flags, FlagsItemKind, GroupKind, HexLiteralKind, Literal,
    LiteralKind, Repetition, RepetitionKind, RepetitionRange, parse::Parser,
};

/// How often RE2 repeats something at most.
const MOST: u32 = 1000;

/// Checks the expression alone: in parentheses, `a)|(b` would be one.
pub(super) fn check(regex: &str) -> Result<(), String> {
    let ast = Parser::new().parse(regex).map_err(|error| error.kind().to_string())?;
    part(&ast, regex, MOST).map_err(str::to_owned)
}

/// Checks a part. `most` is the number of times that it can be repeated by what is inside of it.
fn part(ast: &Ast, regex: &str, most: u32) -> Result<(), &'static str> {
    match ast {
        Ast::Flags(set) => flags(&set.flags),
        Ast::Literal(one) => literal(one),
        Ast::Assertion(one) => match one.kind {
            AssertionKind::StartLine
            | AssertionKind::EndLine
            | AssertionKind::StartText
            | AssertionKind::EndText
            | AssertionKind::WordBoundary
            | AssertionKind::NotWordBoundary => Ok(()),
            _ => Err(r"of word boundaries, there are `\b` and `\B`"),
        },
        Ast::ClassBracketed(class) => match &class.kind {
            ClassSet::Item(item) => self::item(item),
            ClassSet::BinaryOp(_) => Err(NESTED),
        },
        Ast::Repetition(one) => repetition(one, regex, most),
        Ast::Group(group) => {
            match &group.kind {
                GroupKind::NonCapturing(set) => flags(set)?,
                GroupKind::CaptureName { name, .. } if !is_word(&name.name) => {
                    return Err("the name of a group contains letters, digits and `_`");
                }
                _ => {}
            }
            part(&group.ast, regex, most)
        }
        Ast::Alternation(all) => all.asts.iter().try_for_each(|one| part(one, regex, most)),
        Ast::Concat(all) => all.asts.iter().try_for_each(|one| part(one, regex, most)),
        Ast::Empty(_) | Ast::Dot(_) | Ast::ClassUnicode(_) | Ast::ClassPerl(_) => Ok(()),
    }
}

const NESTED: &str = "a class contains no class in brackets, and no `&&`, `--` or `~~`";

fn item(item: &ClassSetItem) -> Result<(), &'static str> {
    match item {
        ClassSetItem::Literal(one) => literal(one),
        ClassSetItem::Range(range) => literal(&range.start).and_then(|()| literal(&range.end)),
        ClassSetItem::Bracketed(_) => Err(NESTED),
        ClassSetItem::Union(union) => union.items.iter().try_for_each(self::item),
        ClassSetItem::Empty(_) | ClassSetItem::Ascii(_) | ClassSetItem::Unicode(_) | ClassSetItem::Perl(_) => Ok(()),
    }
}

fn literal(literal: &Literal) -> Result<(), &'static str> {
    match literal.kind {
        LiteralKind::HexFixed(HexLiteralKind::UnicodeShort | HexLiteralKind::UnicodeLong)
        | LiteralKind::HexBrace(HexLiteralKind::UnicodeShort | HexLiteralKind::UnicodeLong) => {
            Err(r"there is no `\u`: write the character, or `\x{41}`")
        }
        _ => Ok(()),
    }
}

fn flags(flags: &Flags) -> Result<(), &'static str> {
    let is_known = |kind: &FlagsItemKind| {
        let FlagsItemKind::Flag(flag) = kind else { return true };
        matches!(flag, Flag::CaseInsensitive | Flag::MultiLine | Flag::DotMatchesNewLine | Flag::SwapGreed)
    };
    if flags.items.iter().all(|item| is_known(&item.kind)) {
        Ok(())
    } else {
        Err("the flags are `i`, `m`, `s` and `U`")
    }
}

fn repetition(one: &Repetition, regex: &str, most: u32) -> Result<(), &'static str> {
    if matches!(*one.ast, Ast::Repetition(_)) {
        return Err("a repetition that is repeated is in parentheses: `(a*)*`");
    }
    // There, `a{,2}` is a text.
    if regex[one.op.span.start.offset..].starts_with("{,") {
        return Err("a repetition has a minimum: `a{0,2}`");
    }
    let times = match &one.op.kind {
        RepetitionKind::Range(
            RepetitionRange::Exactly(times) | RepetitionRange::AtLeast(times) | RepetitionRange::Bounded(_, times),
        ) => *times,
        _ => 1,
    };
    if times > most {
        return Err("a repetition is one of at most 1,000 times, together with those inside of it");
    }
    part(&one.ast, regex, most / times.max(1))
}

fn is_word(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
