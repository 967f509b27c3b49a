//! Reads the fields that the formats of registries have in common.
// Uses `model`, `nearest`, `problem`, `raw`, `yaml`. Used by `formats`, `manifest`, `read`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use meterstick::Exponential;

use super::model::{
    Attribute, Declared, DefinedInstrument, DefinedNumber, Deprecated, RequirementLevel, SpanKind, Stability, Type,
};
use super::raw::{Common, RawUse};
use super::{Place, Problems};
use crate::nearest::nearest;
use crate::yaml::Node;

/// The fields of files, groups, signals, attributes and members, in both formats.
const FIELDS: &[&str] = &[
    "allow_custom_values",
    "annotations",
    "attribute_groups",
    "attributes",
    "body",
    "brief",
    "constraints",
    "dependencies",
    "deprecated",
    "description",
    "display_name",
    "entities",
    "entity_associations",
    "event_refinements",
    "events",
    "examples",
    "extends",
    "file_format",
    "groups",
    "id",
    "identity",
    "imports",
    "include_groups",
    "instrument",
    "is_v2",
    "key",
    "kind",
    "lineage",
    "members",
    "metric_name",
    "metric_refinements",
    "metrics",
    "name",
    "note",
    "prefix",
    "provenance",
    "reason",
    "ref",
    "ref_group",
    "registry_path",
    "registry_url",
    "renamed_to",
    "requirement_level",
    "role",
    "sampling_relevant",
    "schema_base_url",
    "schema_url",
    "semconv_version",
    "span_kind",
    "span_refinements",
    "spans",
    "stability",
    "tag",
    "type",
    "unit",
    "value",
    "version",
    "visibility",
];

/// Reads nodes of one file and collects the problems.
pub(super) struct Fields<'a> {
    pub(super) file: &'a Path,
    pub(super) problems: &'a mut Problems,
    /// Whether texts end in line ends that come from the writer's style: `weaver` resolves block texts to such texts.
    pub(super) resolved: bool,
    /// The names of what is left out.
    pub(super) skip: &'a BTreeSet<String>,
}

impl Fields<'_> {
    pub(super) fn place(&self, node: &Node) -> Place {
        Place::new(self.file, node.line)
    }

    pub(super) fn problem(&mut self, node: &Node, message: impl Into<String>) {
        let place = self.place(node);
        self.problems.add(&place, message);
    }

    /// Reports a field whose name is nearly that of a known one: its content would be lost. A field with another name can belong
    /// to a future format.
    pub(super) fn spelled(&mut self, of: &Node) {
        for (key, node) in of.entries() {
            let near = if FIELDS.contains(&key.as_str()) { None } else { nearest(key, FIELDS.iter().copied()) };
            if let Some(near) = near.filter(|_| !self.resolved) {
                self.problem(node, format!("`{key}` is not a field: write `{near}`"));
            }
        }
    }

    /// A mandatory text.
    pub(super) fn required(&mut self, of: &Node, key: &str, what: &str) -> Option<String> {
        let text = self.text(of, key);
        if text.is_none() && of.get(key).is_none() {
            self.problem(of, format!("{what} has no `{key}`: add one"));
        }
        text
    }

    /// An optional text.
    pub(super) fn text(&mut self, of: &Node, key: &str) -> Option<String> {
        let node = of.get(key)?;
        match node.text() {
            Some(text) if self.resolved => Some(text.trim_end_matches('\n').to_owned()),
            Some(text) => Some(text.to_owned()),
            None => {
                self.problem(node, format!("`{key}` is a list or a map: write a text"));
                None
            }
        }
    }

    /// The items of a list. A value that is not a list is a single item, because weaver allows that for some fields.
    pub(super) fn items<'n>(&mut self, of: &'n Node, key: &str) -> &'n [Node] {
        let Some(node) = of.get(key) else { return &[] };
        if let Some(items) = node.items() {
            return items;
        }
        self.problem(node, format!("`{key}` is not a list: begin each of its items with `- `"));
        &[]
    }

    /// A value of an enumeration.
    fn word<T: Copy>(
        &mut self,
        of: &Node,
        key: &str,
        what: &str,
        article: &str,
        words: &[&str],
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let node = of.get(key)?;
        let word = node.text().unwrap_or("(a list or a map)");
        let parsed = parse(word);
        if parsed.is_none() {
            self.problem(node, format!("{what} has {article} `{word}`: write {}", one_of(words)));
        }
        parsed
    }

    pub(super) fn instrument(&mut self, of: &Node, what: &str) -> Option<DefinedInstrument> {
        if of.get("instrument").is_none() {
            self.problem(of, format!("{what} has no `instrument`: write {}", one_of(DefinedInstrument::WORDS)));
        }
        self.word(of, "instrument", what, "the instrument", DefinedInstrument::WORDS, DefinedInstrument::of)
    }

    pub(super) fn span_kind(&mut self, of: &Node, key: &str, what: &str) -> Option<SpanKind> {
        self.word(of, key, what, "the kind", SpanKind::WORDS, SpanKind::of)
    }

    /// The fields of signals and groups.
    pub(super) fn common(&mut self, of: &Node, what: &str) -> Common {
        Common {
            brief: self.text(of, "brief"),
            stability: self.stability(of, what),
            deprecated: self.deprecated(of),
            excluded: excluded(of),
        }
    }

    fn stability(&mut self, of: &Node, what: &str) -> Option<Stability> {
        // The earlier name, from when the levels below `stable` had no names of their own.
        if of.get("stability").and_then(Node::text).is_some_and(|word| matches!(word, "experimental" | "deprecated")) {
            return Some(Stability::Development);
        }
        self.word(of, "stability", what, "the stability", Stability::WORDS, Stability::of)
    }

    fn deprecated(&mut self, of: &Node) -> Option<Deprecated> {
        let node = of.get("deprecated")?;
        if let Some(note) = node.text() {
            return Some(Deprecated { renamed_to: None, note: note.trim().to_owned() });
        }
        let note = self.text(node, "note").unwrap_or_default();
        Some(Deprecated { renamed_to: self.text(node, "renamed_to"), note: note.trim().to_owned() })
    }

    /// The definition of an attribute, whose key is in `id`, `key` or `name`.
    ///
    /// An attribute without a valid type is defined all the same: that its uses are not defined would be one more mistake for each.
    pub(super) fn definition(&mut self, of: &Node, key: &str) -> Attribute {
        let what = format!("the attribute `{key}`");
        let node = of.get("type");
        let ty = match node {
            None => {
                self.problem(of, format!("{what} has no `type`: add one, such as `string`"));
                None
            }
            Some(node) => {
                self.spelled(node);
                match node.text() {
                    Some(name) => self.named_type(node, name, &what),
                    None => self.enumeration(node, &what),
                }
            }
        };
        let is_valid = ty.is_some();
        let ty = ty.unwrap_or(Type::Any);
        let closed = self.ours(of, &["closed"]).and_then(|ours| self.flag(ours, "closed"));
        let is_enumeration = matches!(ty, Type::Members(_) | Type::Integers(_));
        if closed == Some(true) && is_valid && !is_enumeration && ty != Type::Boolean {
            self.problem(of, format!("{what} is `closed` and has no `members`: list them, or remove `closed`"));
        }
        let custom = node.and_then(|node| node.get("allow_custom_values")).and_then(Node::bool);
        let closed = closed.unwrap_or(false) || custom == Some(false);
        Attribute {
            ty,
            stability: self.stability(of, &what).unwrap_or(Stability::Development),
            deprecated: self.deprecated(of),
            brief: self.text(of, "brief").unwrap_or_default(),
            members: node.map(member_briefs).unwrap_or_default(),
            closed,
            is_convention: false,
            place: self.place(of),
        }
    }

    fn named_type(&mut self, node: &Node, name: &str, what: &str) -> Option<Type> {
        Some(match name {
            "string" => Type::String,
            "int" => Type::Int,
            "double" => Type::Double,
            "boolean" => Type::Boolean,
            "string[]" => Type::Strings,
            "int[]" => Type::Ints,
            "double[]" => Type::Doubles,
            "boolean[]" => Type::Booleans,
            "any" => Type::Any,
            template if template.starts_with("template[") && template.ends_with(']') => Type::Template,
            other => {
                let message = format!(
                    "{what} has the type `{other}`, which is unknown: write `string`, `int`, `double`, `boolean`, one of these with \
                     `[]`, `any`, or an enumeration with `members:`"
                );
                self.problem(node, message);
                return None;
            }
        })
    }

    fn enumeration(&mut self, node: &Node, what: &str) -> Option<Type> {
        let members = self.items(node, "members");
        if members.is_empty() {
            self.problem(node, format!("{what} is an enumeration without members: add some, or write `type: string`"));
            return None;
        }
        let (mut texts, mut integers) = (Vec::new(), Vec::new());
        // If no member is left, the type is that of the deprecated ones.
        let is_left = |member: &Node| member.get("deprecated").is_none();
        let are_integers = !members.iter().any(is_left)
            && members.iter().all(|member| member.get("value").is_some_and(|value| value.int().is_some()));
        for member in members {
            self.spelled(member);
            if !is_left(member) {
                continue;
            }
            let id = self.required(member, "id", &format!("a member of {what}"))?;
            let Some(value) = member.get("value") else {
                self.problem(member, format!("the member `{id}` of {what} has no `value`: add one"));
                return None;
            };
            match (value.int(), value.bool().is_some() || value.double().is_some(), value.text()) {
                (Some(integer), ..) => integers.push((id, integer)),
                (None, false, Some(text)) => texts.push((id, text.to_owned())),
                _ => {
                    let message = format!(
                        "the member `{id}` of {what} is neither a text nor an integer: put its value into quotes, or write \
                         `type: boolean` or `type: double`"
                    );
                    self.problem(value, message);
                    return None;
                }
            }
        }
        if integers.is_empty() && !are_integers {
            return Some(Type::Members(texts));
        }
        if !texts.is_empty() {
            self.problem(
                node,
                format!("{what} has members that are texts and members that are integers: put all values into quotes"),
            );
            return None;
        }
        Some(Type::Integers(integers))
    }

    /// The attributes of a group: references, definitions in place, and their definitions.
    pub(super) fn uses(&mut self, of: &Node, key: &str, definitions: &mut Vec<(String, Attribute)>) -> Vec<RawUse> {
        let mut uses = Vec::new();
        for item in self.items(of, key) {
            if item.get("ref_group").is_some() {
                continue;
            }
            if let Some(prefix) = of.get("prefix") {
                self.problem(prefix, "weaver no longer reads `prefix`: write it into each `id`");
            }
            let named =
                item.get("ref").or_else(|| item.get("id")).or_else(|| item.get("name")).or_else(|| item.get("key"));
            let Some(key) = named.and_then(Node::text).map(str::to_owned) else {
                self.problem(item, "an attribute has neither `ref` nor `id`: add one of them");
                continue;
            };
            if self.skip.contains(&key) {
                continue;
            }
            if item.get("ref").is_none() {
                definitions.push((key.clone(), self.definition(item, &key)));
            }
            self.spelled(item);
            uses.push(RawUse {
                place: self.place(item),
                level: self.level(item, &key),
                brief: self.text(item, "brief"),
                sampling_relevant: item.get("sampling_relevant").and_then(Node::bool).unwrap_or(false),
                key,
            });
        }
        uses
    }

    /// A level is a word, or a map from the word to a condition.
    pub(super) fn level(&mut self, of: &Node, key: &str) -> Option<RequirementLevel> {
        let node = of.get("requirement_level")?;
        let word = node.text().or_else(|| node.entries().first().map(|(word, _)| word.as_str())).unwrap_or_default();
        let level = RequirementLevel::of(word);
        if level.is_none() {
            let words = one_of(RequirementLevel::WORDS);
            self.problem(node, format!("the attribute `{key}` has the requirement level `{word}`: write {words}"));
        }
        level
    }

    /// The annotations of a metric: its number type, and what a catalogue adds.
    pub(super) fn annotations(&mut self, of: &Node) -> (Option<DefinedNumber>, Declared) {
        let annotations = of.get("annotations");
        let number = annotations
            .and_then(|all| all.get("code_generation")?.get("metric_value_type")?.text())
            .and_then(DefinedNumber::of);
        let mut declared = Declared::default();
        let Some(ours) = self.ours(of, OURS) else { return (number, declared) };
        declared.observable = self.flag(ours, "observable").unwrap_or(false);
        declared.any_attributes = self.flag(ours, "any_attributes").unwrap_or(false);
        declared.cardinality_limit = self.integer(ours, "cardinality_limit");
        if ours.get("boundaries").is_some() {
            let mut boundaries = Vec::new();
            for item in self.items(ours, "boundaries") {
                match item.double() {
                    Some(boundary) => boundaries.push(boundary),
                    None => self.problem(item, "a boundary is not a number: write one, such as `0.5`"),
                }
            }
            declared.boundaries = Some(boundaries);
        }
        declared.exponential = ours.get("exponential").and_then(|node| self.exponential(node, ours));
        (number, declared)
    }

    fn exponential(&mut self, node: &Node, ours: &Node) -> Option<Exponential> {
        let mut size = Exponential::DEFAULT;
        if !node.is_map() {
            return self.flag(ours, "exponential")?.then_some(size);
        }
        self.known(node, &["max_scale", "max_size"]);
        size.max_size = self.integer(node, "max_size").unwrap_or(size.max_size);
        size.max_scale = self.integer(node, "max_scale").unwrap_or(size.max_scale);
        Some(size)
    }

    /// The annotations that belong to meterstick. Each of their fields is known, so that none is lost.
    fn ours<'n>(&mut self, of: &'n Node, known: &[&str]) -> Option<&'n Node> {
        let ours = of.get("annotations")?.get("meterstick")?;
        if ours.is_map() {
            self.known(ours, known);
        } else {
            self.problem(ours, "`meterstick` is not a map: write its fields, such as `observable: true`");
        }
        Some(ours)
    }

    fn known(&mut self, of: &Node, known: &[&str]) {
        for (key, node) in of.entries().iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let advice = nearest(key, known.iter().copied()).map_or_else(|| one_of(known), |near| format!("`{near}`"));
            self.problem(node, format!("`{key}` is not an annotation of meterstick: write {advice}"));
        }
    }

    fn flag(&mut self, of: &Node, key: &str) -> Option<bool> {
        let node = of.get(key)?;
        let flag = node.bool();
        if flag.is_none() {
            self.problem(node, format!("`{key}` is neither `true` nor `false`: write one of the two"));
        }
        flag
    }

    fn integer<T: TryFrom<i64>>(&mut self, of: &Node, key: &str) -> Option<T> {
        let node = of.get(key)?;
        let integer = node.int().and_then(|integer| integer.try_into().ok());
        if integer.is_none() {
            self.problem(node, format!("`{key}` is not an integer that is possible here: correct it"));
        }
        integer
    }
}

/// The annotations of a metric that belong to meterstick. Not all are read: some only inform.
const OURS: &[&str] =
    &["any_attributes", "boundaries", "cardinality", "cardinality_limit", "exponential", "observable", "scopes"];

/// Whether the registry excludes this from generated code.
fn excluded(of: &Node) -> bool {
    let exclude = of.get("annotations").and_then(|all| all.get("code_generation")?.get("exclude")?.bool());
    exclude == Some(true)
}

/// `a`, `b` or `c`.
pub(super) fn one_of(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The descriptions of an enumeration's members, by their ids.
fn member_briefs(ty: &Node) -> BTreeMap<String, String> {
    let members = ty.get("members").and_then(Node::items).unwrap_or_default();
    let said = |member: &Node| Some((member.get("id")?.text()?.to_owned(), member.get("brief")?.text()?.to_owned()));
    members.iter().filter_map(said).collect()
}
