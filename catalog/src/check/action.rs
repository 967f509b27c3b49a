//! `Action`: the actions of a Go template, such as `{{ $value | humanize }}`, and what `.` is in each.
// Used by `template`.

/// An action of a template.
#[derive(Debug)]
pub(super) struct Action<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    /// The text after it, up to the next action.
    pub(super) after: &'a str,
    /// Whether `.` is the alert: it is something else within `range`, `with` and `define`.
    pub(super) is_alert: bool,
    /// Whether `$` is the alert: within `define` and `block` it is what `template` passes.
    pub(super) is_root_alert: bool,
}

#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A function, a keyword, a variable, a field or a number: `humanize`, `$labels.job`, `.Value`.
    Word(&'a str),
    /// A text in quotes.
    Text(String),
    /// A parenthesis, a pipe or a comma.
    Sign(char),
}

impl<'a> Action<'a> {
    /// The words.
    pub(super) fn words(&self) -> impl Iterator<Item = &'a str> {
        self.tokens.iter().filter_map(|token| if let Token::Word(word) = token { Some(*word) } else { None })
    }

    /// Whether it writes nothing of its own: `if`, `range`, `end`.
    pub(super) fn is_control(&self) -> bool {
        const CONTROL: &[&str] =
            &["if", "else", "range", "with", "define", "block", "template", "end", "break", "continue"];
        self.words().next().is_some_and(|word| CONTROL.contains(&word))
    }

    /// Whether it assigns to a variable, which writes nothing.
    pub(super) fn is_assignment(&self) -> bool {
        matches!(self.tokens[..], [_, Token::Word(":=" | "="), ..])
    }
}

/// The actions of a template, up to one that does not end.
pub(super) fn actions(template: &str) -> Vec<Action<'_>> {
    let mut actions = Vec::new();
    // Whether `.` and `$` were the alert outside of each open block.
    let (mut outside, mut is_alert, mut is_root_alert) = (Vec::new(), true, true);
    let mut rest = template;
    while let Some((_, begun)) = rest.split_once("{{")
        && let Some((code, after)) = ended(begun)
    {
        rest = after;
        let tokens = tokens(code);
        let text = after.split("{{").next().unwrap_or_default();
        let mut action = Action { tokens, after: text, is_alert, is_root_alert };
        let (first, second) = {
            let mut words = action.words();
            (words.next(), words.next())
        };
        match first {
            Some("if") => outside.push((is_alert, is_root_alert)),
            Some(opening @ ("range" | "with" | "define" | "block")) => {
                outside.push((is_alert, is_root_alert));
                is_alert = false;
                is_root_alert &= matches!(opening, "range" | "with");
            }
            // `range` and `with` change `.` up to their `else`.
            Some("else") => {
                let is_changed = second == Some("with");
                action.is_alert = outside.last().is_none_or(|(is_alert, _)| *is_alert);
                is_alert = action.is_alert && !is_changed;
            }
            Some("end") => (is_alert, is_root_alert) = outside.pop().unwrap_or((true, true)),
            _ => {}
        }
        actions.push(action);
    }
    actions
}

/// The code of an action, up to its end outside of quotes, and what follows it.
fn ended(begun: &str) -> Option<(&str, &str)> {
    let (mut quote, mut is_escaped) = (None, false);
    for (at, c) in begun.char_indices() {
        match (c, quote) {
            (_, Some(_)) if is_escaped => is_escaped = false,
            ('\\', Some('"')) => is_escaped = true,
            (_, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('"' | '`', None) => quote = Some(c),
            ('}', None) if begun[at..].starts_with("}}") => return Some((&begun[..at], &begun[at + 2..])),
            _ => {}
        }
    }
    None
}

fn tokens(code: &str) -> Vec<Token<'_>> {
    // `{{-` and `-}}` trim the text around the action.
    let code = code.strip_prefix('-').unwrap_or(code);
    let mut rest = code.strip_suffix('-').unwrap_or(code).trim_start();
    let mut tokens = Vec::new();
    if rest.starts_with("/*") {
        return tokens;
    }
    while let Some(c) = rest.chars().next() {
        let is_in_word = |c: char| !(c.is_whitespace() || matches!(c, '(' | ')' | '|' | ',' | '"' | '`'));
        let word = |text: &str| text.find(|c| !is_in_word(c)).unwrap_or(text.len());
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '"' => {
                let (text, after) = unquoted(after);
                tokens.push(Token::Text(text));
                after
            }
            '`' => {
                let (text, after) = after.split_once('`').unwrap_or((after, ""));
                tokens.push(Token::Text(text.to_owned()));
                after
            }
            _ if is_in_word(c) => {
                let (word, after) = rest.split_at(word(rest));
                tokens.push(Token::Word(word));
                after
            }
            _ => {
                tokens.push(Token::Sign(c));
                // A field of what is in the parentheses.
                if c == ')' { &after[word(after)..] } else { after }
            }
        }
        .trim_start();
    }
    tokens
}

/// A text up to its closing quote, and what follows it.
fn unquoted(text: &str) -> (String, &str) {
    let (mut written, mut chars) = (String::new(), text.chars());
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => written.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
            c => written.push(c),
        }
    }
    (written, chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_ends_outside_of_quotes() {
        let actions = actions("{{ \"}}\" }}a{{- printf `}}` \"\\\"é\" -}} b {{ open");
        let [first, second] = &actions[..] else { panic!("{actions:#?}") };
        assert_eq!((&first.tokens[..], first.after), (&[Token::Text("}}".to_owned())][..], "a"));
        let tokens = [Token::Word("printf"), Token::Text("}}".to_owned()), Token::Text("\"é".to_owned())];
        assert_eq!((&second.tokens[..], second.after), (&tokens[..], " b "));
    }

    #[test]
    fn a_field_is_a_part_of_its_word() {
        let of = |code| tokens(code).len();
        assert_eq!(of(" $x.Labels.a "), 1);
        assert_eq!(of("(f $x).Labels.a"), 4);
        assert_eq!(of("/* $value */"), 0);
        assert_eq!(tokens("1.5|f"), [Token::Word("1.5"), Token::Sign('|'), Token::Word("f")]);
    }

    #[test]
    fn the_dot_is_the_alert_outside_of_range_and_with() {
        let of = |template| actions(template).iter().map(|action| action.is_alert).collect::<Vec<_>>();
        assert_eq!(of("{{ if .a }}{{ .b }}{{ else }}{{ .c }}{{ end }}{{ .d }}"), [true; 6]);
        assert_eq!(of("{{ range .a }}{{ .b }}{{ end }}{{ .c }}"), [true, false, false, true]);
        let nested = of("{{ with .a }}{{ if .b }}{{ .c }}{{ end }}{{ else }}{{ .d }}{{ end }}");
        assert_eq!(nested, [true, false, false, false, true, true, true]);
        let chained = of("{{ with .a }}{{ else with .b }}{{ .c }}{{ end }}{{ .d }}");
        assert_eq!(chained, [true, true, false, false, true]);
        let roots = |template| actions(template).iter().map(|action| action.is_root_alert).collect::<Vec<_>>();
        assert_eq!(roots("{{ with .a }}{{ .b }}{{ end }}{{ .c }}"), [true; 4]);
        let defined = roots("{{ define `a` }}{{ if .b }}{{ .c }}{{ else }}{{ .d }}{{ end }}{{ end }}{{ .e }}");
        assert_eq!(defined, [true, false, false, false, false, false, false, true]);
    }
}
