//! Converts names to another case, for `rename_all`.
// Used by `attributes`, `value`.

use syn::{Error, LitStr, Result};

/// The case of a name.
#[derive(Clone, Copy)]
pub enum Case {
    Snake,
    Camel,
    Kebab,
    Pascal,
    ScreamingSnake,
    ScreamingKebab,
    Lower,
    Upper,
}

const CASES: [(&str, Case); 8] = [
    ("snake_case", Case::Snake),
    ("camelCase", Case::Camel),
    ("kebab-case", Case::Kebab),
    ("PascalCase", Case::Pascal),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
];

impl Case {
    pub fn parse(name: &LitStr) -> Result<Self> {
        let given = name.value();
        CASES.into_iter().find(|(name, _)| *name == given).map(|(_, case)| case).ok_or_else(|| {
            let names = CASES.map(|(name, _)| format!("`{name}`")).join(", ");
            Error::new(name.span(), format!("a case rule is one of {names}: `{given}` is not"))
        })
    }

    pub fn apply(self, name: &str) -> String {
        let lower = |word: &String| word.to_lowercase();
        let upper = |word: &String| word.to_uppercase();
        let words = words(name);
        match self {
            Self::Snake => words.iter().map(lower).collect::<Vec<_>>().join("_"),
            Self::Kebab => words.iter().map(lower).collect::<Vec<_>>().join("-"),
            Self::ScreamingSnake => words.iter().map(upper).collect::<Vec<_>>().join("_"),
            Self::ScreamingKebab => words.iter().map(upper).collect::<Vec<_>>().join("-"),
            Self::Pascal => words.iter().map(|word| capital(word)).collect(),
            Self::Camel => {
                let (first, rest) =
                    words.split_first().map_or((String::new(), &[][..]), |(word, rest)| (lower(word), rest));
                first + &rest.iter().map(|word| capital(word)).collect::<String>()
            }
            // These two change letters only: a `_` stays.
            Self::Lower => name.to_lowercase(),
            Self::Upper => name.to_uppercase(),
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}

/// The words of a name. A capital starts a word after a small letter or a digit, and before a small letter: `HTTPServer2Go` has
/// the words `HTTP`, `Server2`, `Go`.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (i, &letter) in letters.iter().enumerate() {
        if letter == '_' {
            words.push(String::new());
            continue;
        }
        let after_small = i > 0 && (letters[i - 1].is_lowercase() || letters[i - 1].is_numeric());
        let before_small = letters.get(i + 1).is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (after_small || before_small) {
            words.push(String::new());
        }
        words.last_mut().expect("there is always a word").push(letter);
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{CASES, words};

    #[test]
    fn names_are_split_into_words() {
        for (name, expected) in [
            ("request_method", vec!["request", "method"]),
            ("HTTPServer2Go", vec!["HTTP", "Server2", "Go"]),
            ("KiB", vec!["Ki", "B"]),
            ("_private__name_", vec!["private", "name"]),
            ("GET", vec!["GET"]),
            ("", vec![]),
        ] {
            assert_eq!(words(name), expected, "{name}");
        }
    }

    #[test]
    fn every_rule_names_itself() {
        for (name, case) in CASES {
            let (field, variant) = (case.apply("some_field"), case.apply("SomeField"));
            let expected = match name {
                "snake_case" => ["some_field"; 2],
                "camelCase" => ["someField"; 2],
                "kebab-case" => ["some-field"; 2],
                "PascalCase" => ["SomeField"; 2],
                "SCREAMING_SNAKE_CASE" => ["SOME_FIELD"; 2],
                "SCREAMING-KEBAB-CASE" => ["SOME-FIELD"; 2],
                "lowercase" => ["some_field", "somefield"],
                _ => ["SOME_FIELD", "SOMEFIELD"],
            };
            assert_eq!([field.as_str(), variant.as_str()], expected, "{name}");
        }
    }
}
