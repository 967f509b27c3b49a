//! The reader: a tree whose nodes have their lines. It reads JSON, too, which is a subset of YAML.
// Used by `check`, `registry`.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle};

/// A value and the line where it begins.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) line: usize,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A scalar: its text, and whether it has no quotes, so that it can be a number, a boolean or null.
    Scalar {
        text: String,
        plain: bool,
        /// Whether it is a block text, whose lines are lines of the file.
        #[cfg_attr(not(feature = "check"), allow(dead_code))]
        block: bool,
    },
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    /// The value of a key of a map.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
        .filter(|node| !node.is_null())
    }

    pub(crate) fn entries(&self) -> &[(String, Self)] {
        if let Value::Map(entries) = &self.value { entries } else { &[] }
    }

    /// The value at the end of a path of keys.
    #[cfg(feature = "check")]
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    /// The items of a list; empty if it is not a list.
    #[cfg(feature = "check")]
    pub(crate) fn list(&self) -> &[Self] {
        self.items().unwrap_or_default()
    }

    pub(crate) fn items(&self) -> Option<&[Self]> {
        if let Value::List(items) = &self.value { Some(items) } else { None }
    }

    pub(crate) fn is_map(&self) -> bool {
        matches!(self.value, Value::Map(_))
    }

    /// The text of a scalar, also of a number: `unit: 1` means `"1"`.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } if !self.is_null() => Some(text),
            _ => None,
        }
    }

    fn plain(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, plain: true, .. } => Some(text),
            _ => None,
        }
    }

    /// The number of its values, itself included, and of its levels.
    fn extent(&self) -> (usize, usize) {
        let add = |(values, levels): (usize, usize), node: &Self| {
            let (more, deep) = node.extent();
            (values + more, levels.max(deep + 1))
        };
        match &self.value {
            Value::Scalar { .. } => (1, 1),
            Value::List(items) => items.iter().fold((1, 1), add),
            Value::Map(entries) => entries.iter().map(|(_, node)| node).fold((1, 1), add),
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true, .. } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    pub(crate) fn bool(&self) -> Option<bool> {
        match self.plain()? {
            "true" | "True" | "TRUE" => Some(true),
            "false" | "False" | "FALSE" => Some(false),
            _ => None,
        }
    }

    pub(crate) fn int(&self) -> Option<i64> {
        let plain = self.plain()?;
        match plain.get(..2) {
            Some("0x") => i64::from_str_radix(&plain[2..], 16).ok(),
            Some("0o") => i64::from_str_radix(&plain[2..], 8).ok(),
            _ => plain.parse().ok(),
        }
    }

    /// A number of the core schema of YAML 1.2. Rust also parses a few words, such as `nan` and `infinity`.
    pub(crate) fn double(&self) -> Option<f64> {
        match self.plain()? {
            ".inf" | ".Inf" | ".INF" | "+.inf" => Some(f64::INFINITY),
            "-.inf" | "-.Inf" | "-.INF" => Some(f64::NEG_INFINITY),
            ".nan" | ".NaN" | ".NAN" => Some(f64::NAN),
            plain if plain.chars().all(|c| c.is_ascii_digit() || "+-.eE".contains(c)) => plain.parse().ok(),
            _ => None,
        }
    }
}

/// The most levels of a document: what walks a tree recurses.
const DEEPEST: usize = 128;

/// The most values that aliases stand for: one alias of another can make a short text a large tree.
const MOST_COPIED: usize = 100_000;

/// Reads the only document of a text. An error is a sentence and the line.
pub(crate) fn read(text: &str) -> Result<Node, (usize, String)> {
    only(read_all(text)?)
}

/// The only one of the documents of a file. An error is a sentence and the line.
pub(crate) fn only(documents: Vec<Node>) -> Result<Node, (usize, String)> {
    let mut documents = documents.into_iter();
    let first = documents.next().unwrap_or(Node { line: 1, value: Value::Map(Vec::new()) });
    match documents.next() {
        Some(second) => Err((second.line, "a second document begins here: move it to a file of its own".to_owned())),
        None => Ok(first),
    }
}

/// Reads all documents of a text, without those that are empty. An error is a sentence and the line.
pub(crate) fn read_all(text: &str) -> Result<Vec<Node>, (usize, String)> {
    let mut documents = Vec::new();
    let mut tree = Tree { open: Vec::new(), anchors: HashMap::new(), root: None, copied: 0, error: None };
    for event in Parser::new_from_str(text.strip_prefix('\u{feff}').unwrap_or(text)) {
        let (event, span) =
            event.map_err(|error| (error.marker().line(), format!("this is not YAML: {}", error.info())))?;
        if matches!(event, Event::DocumentEnd) {
            documents.extend(tree.root.take().filter(|root| !root.is_null()));
        }
        tree.event(event, span.start.line());
        if let Some(error) = tree.error {
            return Err(error);
        }
    }
    Ok(documents)
}

struct Tree {
    /// The unfinished nodes: each with its anchor and, for a map, the key whose value is next.
    open: Vec<(Node, usize, Option<Node>)>,
    anchors: HashMap<usize, Node>,
    root: Option<Node>,
    /// The number of values that aliases stand for.
    copied: usize,
    error: Option<(usize, String)>,
}

impl Tree {
    fn add(&mut self, node: Node, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some((parent, _, key)) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut parent.value {
            Value::List(items) => items.push(node),
            Value::Map(entries) => match key.take() {
                None => *key = Some(node),
                Some(name) => match name.value {
                    Value::Scalar { text, .. } if entries.iter().any(|(known, _)| *known == text) => {
                        self.error.get_or_insert((
                            name.line,
                            format!("the key `{text}` occurs twice: remove one of the two"),
                        ));
                    }
                    Value::Scalar { text, .. } => entries.push((text, node)),
                    _ => {
                        self.error.get_or_insert((name.line, "a key is a text".to_owned()));
                    }
                },
            },
            Value::Scalar { .. } => {}
        }
    }

    fn too_deep(&mut self, line: usize) {
        self.error.get_or_insert((line, format!("values are nested more than {DEEPEST} deep")));
    }

    fn event(&mut self, event: Event<'_>, line: usize) {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let mut text = text.into_owned();
                let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                // The last line end of a block text comes from the style, not from the author.
                if block && text.ends_with('\n') {
                    text.pop();
                }
                self.add(
                    Node { line, value: Value::Scalar { text, plain: style == ScalarStyle::Plain, block } },
                    anchor,
                );
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if self.open.len() >= DEEPEST => self.too_deep(line),
            Event::SequenceStart(_, anchor, _) => {
                self.open.push((Node { line, value: Value::List(Vec::new()) }, anchor, None));
            }
            Event::MappingStart(_, anchor, _) => {
                self.open.push((Node { line, value: Value::Map(Vec::new()) }, anchor, None));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some((node, anchor, _)) = self.open.pop() {
                    self.add(node, anchor);
                }
            }
            Event::Alias(anchor) => {
                // The parser refuses an alias without its anchor.
                let Some(node) = self.anchors.get(&anchor) else { return };
                let (values, levels) = node.extent();
                self.copied += values;
                if self.open.len() + levels > DEEPEST {
                    self.too_deep(line);
                } else if self.copied > MOST_COPIED {
                    let error = format!("aliases stand for more than {MOST_COPIED} values: write them out");
                    self.error.get_or_insert((line, error));
                } else {
                    self.add(node.clone(), 0);
                }
            }
            // The ends of the stream and of documents, and comments.
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn nodes_know_their_lines() {
        let root = read("a: 1\nb:\n  - c: x\n  - c: \"2\"\n").unwrap();
        assert_eq!((root.get("a").unwrap().line, root.get("a").unwrap().int()), (1, Some(1)));
        let items = root.get("b").unwrap().items().unwrap();
        let second = items[1].get("c").unwrap();
        assert_eq!((second.line, second.text(), second.int()), (4, Some("2"), None));
    }

    #[test]
    fn json_is_read_as_well() {
        let root = read("{\n  \"a\": [1, 2.5, true, null],\n  \"b\": {\"c\": \"d\\u00e9\\n\"}\n}").unwrap();
        let a = root.get("a").unwrap().items().unwrap();
        assert_eq!((a[0].int(), a[1].double(), a[2].bool(), a[3].is_null()), (Some(1), Some(2.5), Some(true), true));
        assert_eq!(root.get("b").unwrap().get("c").unwrap().text(), Some("dé\n"));
    }

    #[test]
    fn aliases_are_followed() {
        let root = read("a: &x {p: 1, q: 2}\nc: *x\n").unwrap();
        assert_eq!(root.get("c").unwrap().get("p").unwrap().int(), Some(1));
    }

    #[test]
    fn a_short_text_does_not_become_a_large_tree() {
        let bomb: String = (1..40).map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}, *a{0}]\n", n - 1)).collect();
        let (line, error) = read(&format!("a0: &a0 [x, x, x]\n{bomb}")).unwrap_err();
        assert!(line > 5 && error.starts_with("aliases stand for more than 100000 values"), "{line}: {error}");
    }

    #[test]
    fn a_deep_text_is_refused() {
        let deep = |n| format!("a:\n  {}{}", "[".repeat(n), "]".repeat(n));
        assert!(read(&deep(100)).is_ok());
        // The parser has a limit of its own for brackets.
        assert!(read(&deep(200)).is_err() && read(&deep(100_000)).is_err());
        let items = |n| format!("a:\n{}x", "- ".repeat(n));
        assert!(read(&items(100)).is_ok());
        assert!(read(&items(200)).is_err() && read(&items(100_000)).is_err());
        let nested = |n, of: &str| format!("{}{of}{}", "[".repeat(n), "]".repeat(n));
        let aliases = format!("a: &a {}\nb: {}\n", nested(100, "x"), nested(100, "*a"));
        assert_eq!(read(&aliases).unwrap_err(), (2, "values are nested more than 128 deep".to_owned()));
    }

    #[test]
    fn what_is_wrong_has_its_line() {
        assert_eq!(read("a: 1\na: 2\n").unwrap_err().0, 2);
        assert_eq!(read("a: 1\nb: [1, 2\n").unwrap_err().0, 2);
    }

    #[test]
    fn a_block_ends_without_a_line_end() {
        let root = read("a: >\n  one\n  two\nb: |-\n  x\nc: \"d\\n\"\n").unwrap();
        assert_eq!(root.get("a").unwrap().text(), Some("one two"));
        assert_eq!(root.get("b").unwrap().text(), Some("x"));
        assert_eq!(root.get("c").unwrap().text(), Some("d\n"));
    }
}
