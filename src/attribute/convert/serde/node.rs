//! `Node`: a serialized value as a tree, and its conversions to attribute and log values.
// Uses `convert::serde::text`, `value`. Used by `convert::serde`, `convert::serde::text`, `convert::serde::walk`.

use std::borrow::Cow;

use opentelemetry::Value;

use super::text;
use crate::attribute::value::{Sequence, ValueRef, ValueType};

pub(super) enum Node {
    /// An absent value.
    Empty,
    Bool(bool),
    Int(i64),
    /// The digits of an integer outside the range of `i64`.
    Wide(String),
    Double(f64),
    Text(Cow<'static, str>),
    Bytes(Vec<u8>),
    List(Vec<Node>),
    Struct(Entries),
    Map(Entries),
    /// An enum's variant with its content.
    Variant(&'static str, Box<Node>),
}

pub(super) type Entries = Vec<(Cow<'static, str>, Node)>;

impl Node {
    /// Converts it to an attribute value.
    pub(super) fn to_value(&self) -> Option<Value> {
        match self {
            Self::List(nodes) => match one_type(nodes) {
                Some(ty) => ValueRef::Sequence(&Same { ty, nodes }).to_value(),
                None => Some(text::json(self).into()),
            },
            Self::Struct(_) | Self::Map(_) | Self::Variant(..) => Some(text::json(self).into()),
            Self::Empty => None,
            primitive => {
                let mut value = None;
                primitive.show(&mut |shown| value = shown.to_value());
                value
            }
        }
    }

    /// Shows a primitive, as its typed conversion does.
    fn show(&self, show: &mut dyn FnMut(ValueRef<'_>)) {
        match self {
            Self::Bool(value) => show(ValueRef::Bool(*value)),
            Self::Int(value) => show(ValueRef::Int(*value)),
            Self::Double(value) => show(ValueRef::Double(*value)),
            Self::Wide(text) => show(ValueRef::Str(text)),
            Self::Text(text) => show(ValueRef::Str(text)),
            Self::Bytes(bytes) => show(ValueRef::Str(&text::base64(bytes))),
            Self::Empty | Self::List(_) | Self::Struct(_) | Self::Map(_) | Self::Variant(..) => show(ValueRef::Absent),
        }
    }

    /// Converts it to a log value, which has no absent elements or entries.
    #[cfg(feature = "logs")]
    pub(super) fn into_any_value(self) -> Option<opentelemetry::logs::AnyValue> {
        use opentelemetry::logs::AnyValue;
        Some(match self {
            Self::Empty => return None,
            Self::Bool(value) => AnyValue::Boolean(value),
            Self::Int(value) => AnyValue::Int(value),
            Self::Wide(digits) => AnyValue::String(digits.into()),
            Self::Double(value) => AnyValue::Double(value),
            Self::Text(text) => AnyValue::String(text.into()),
            Self::Bytes(bytes) => AnyValue::Bytes(Box::new(bytes)),
            Self::List(ref nodes) if nodes.iter().any(|node| matches!(node, Self::Empty)) => {
                AnyValue::String(text::json(&self).into())
            }
            Self::List(nodes) => {
                AnyValue::ListAny(Box::new(nodes.into_iter().filter_map(Self::into_any_value).collect()))
            }
            Self::Struct(entries) | Self::Map(entries) => {
                let present =
                    entries.into_iter().filter_map(|(name, node)| Some((name.into(), node.into_any_value()?)));
                AnyValue::Map(Box::new(present.collect()))
            }
            // Without content there would be no map entry, and the name would be lost.
            Self::Variant(name, node) => match node.into_any_value() {
                None => AnyValue::String(name.into()),
                Some(value) => AnyValue::Map(Box::new([(name.into(), value)].into())),
            },
        })
    }
}

/// The type of the nodes, if they are primitives of one type. An empty list counts as strings.
fn one_type(nodes: &[Node]) -> Option<ValueType> {
    let mut types = nodes.iter().map(|node| match node {
        Node::Bool(_) => Some(ValueType::Bool),
        Node::Int(_) | Node::Wide(_) => Some(ValueType::Int),
        Node::Double(_) => Some(ValueType::Double),
        Node::Text(_) | Node::Bytes(_) => Some(ValueType::String),
        Node::Empty | Node::List(_) | Node::Struct(_) | Node::Map(_) | Node::Variant(..) => None,
    });
    let Some(first) = types.next() else { return Some(ValueType::String) };
    first.filter(|_| types.all(|ty| ty == first))
}

/// Primitives of one type.
struct Same<'a> {
    ty: ValueType,
    nodes: &'a [Node],
}

impl Sequence for Same<'_> {
    fn element(&self) -> ValueType {
        self.ty
    }

    fn each(&self, show: &mut dyn FnMut(ValueRef<'_>)) {
        self.nodes.iter().for_each(|node| node.show(show));
    }
}
