//! The `serde::Serializer` that builds a [`Node`].
// Uses `convert::serde::error`, `convert::serde::key`, `convert::serde::node`. Used by `convert::serde`.

use core::fmt::Display;
use std::borrow::Cow;
use std::collections::HashSet;

use serde_core::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::error::{ConversionError, Reason};
use super::key::{KeyText, displayed};
use super::node::{Entries, Node};

type Walked = Result<Node, ConversionError>;

/// The maximum depth, which ends the walk of a cyclic value.
const DEEPEST: u8 = 128;

pub(super) fn walk<T: Serialize + ?Sized>(value: &T) -> Walked {
    value.serialize(Walk { left: DEEPEST })
}

struct Walk {
    /// Number of levels left.
    left: u8,
}

impl Walk {
    fn deeper(self) -> Result<Self, ConversionError> {
        match self.left.checked_sub(1) {
            Some(left) => Ok(Self { left }),
            None => Err(ConversionError::new(Reason::TooDeep)),
        }
    }

    fn list(self, len: Option<usize>, variant: Option<&'static str>) -> Result<List, ConversionError> {
        let Self { left } = self.deeper()?;
        Ok(List { left, variant, nodes: Vec::with_capacity(len.unwrap_or(0).min(64)) })
    }

    fn named(
        self,
        made: fn(Entries) -> Node,
        len: Option<usize>,
        variant: Option<&'static str>,
    ) -> Result<Named, ConversionError> {
        let Self { left } = self.deeper()?;
        Ok(Named { left, made, variant, entries: Vec::with_capacity(len.unwrap_or(0).min(64)), key: None })
    }
}

/// Wraps the content of a variant in its name.
fn tagged(variant: Option<&'static str>, node: Node) -> Node {
    match variant {
        Some(variant) => Node::Variant(variant, Box::new(node)),
        None => node,
    }
}

fn integer<I: Copy + Display + TryInto<i64>>(integer: I) -> Walked {
    Ok(integer.try_into().map_or_else(|_| Node::Wide(integer.to_string()), Node::Int))
}

macro_rules! primitives {
    ($($serialize:ident($ty:ty) => $node:expr;)*) => {$(
        fn $serialize(self, value: $ty) -> Walked {
            $node(value)
        }
    )*};
}

impl Serializer for Walk {
    type Ok = Node;
    type Error = ConversionError;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = List;
    type SerializeMap = Named;
    type SerializeStruct = Named;
    type SerializeStructVariant = Named;

    primitives! {
        serialize_bool(bool) => |value| Ok(Node::Bool(value));
        serialize_i8(i8) => integer;
        serialize_i16(i16) => integer;
        serialize_i32(i32) => integer;
        serialize_i64(i64) => integer;
        serialize_i128(i128) => integer;
        serialize_u8(u8) => integer;
        serialize_u16(u16) => integer;
        serialize_u32(u32) => integer;
        serialize_u64(u64) => integer;
        serialize_u128(u128) => integer;
        serialize_f32(f32) => |value| Ok(Node::Double(f64::from(value)));
        serialize_f64(f64) => |value| Ok(Node::Double(value));
        serialize_char(char) => |value: char| Ok(Node::Text(value.to_string().into()));
        serialize_str(&str) => |value: &str| Ok(Node::Text(value.to_owned().into()));
        serialize_bytes(&[u8]) => |value: &[u8]| Ok(Node::Bytes(value.to_vec()));
        serialize_unit_struct(&'static str) => |_| Ok(Node::Empty);
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Walked {
        displayed(value).map(|text| Node::Text(text.into()))
    }

    fn serialize_none(self) -> Walked {
        Ok(Node::Empty)
    }

    fn serialize_unit(self) -> Walked {
        Ok(Node::Empty)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Walked {
        value.serialize(self.deeper()?)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Walked {
        value.serialize(self.deeper()?)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Walked {
        Ok(Node::Text(variant.into()))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Walked {
        let node = value.serialize(self.deeper()?).map_err(|error| error.within(variant))?;
        Ok(tagged(Some(variant), node))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<List, ConversionError> {
        self.list(len, None)
    }

    fn serialize_tuple(self, len: usize) -> Result<List, ConversionError> {
        self.list(Some(len), None)
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List, ConversionError> {
        self.list(Some(len), None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<List, ConversionError> {
        self.list(Some(len), Some(variant))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Named, ConversionError> {
        self.named(Node::Map, len, None)
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Named, ConversionError> {
        self.named(Node::Struct, Some(len), None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Named, ConversionError> {
        self.named(Node::Struct, Some(len), Some(variant))
    }
}

/// Builds a sequence.
struct List {
    left: u8,
    variant: Option<&'static str>,
    nodes: Vec<Node>,
}

impl List {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ConversionError> {
        let at = self.nodes.len();
        let node = value
            .serialize(Walk { left: self.left })
            .map_err(|error| error.within(&at.to_string()).in_variant(self.variant))?;
        self.nodes.push(node);
        Ok(())
    }

    fn done(self) -> Walked {
        Ok(tagged(self.variant, Node::List(self.nodes)))
    }
}

macro_rules! lists {
    ($($rule:ident $add:ident;)*) => {$(
        impl $rule for List {
            type Ok = Node;
            type Error = ConversionError;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ConversionError> {
                self.add(value)
            }

            fn end(self) -> Walked {
                self.done()
            }
        }
    )*};
}

lists! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

/// Builds a struct or a map.
struct Named {
    left: u8,
    made: fn(Entries) -> Node,
    variant: Option<&'static str>,
    entries: Entries,
    key: Option<String>,
}

impl Named {
    fn add<T: Serialize + ?Sized>(&mut self, name: Cow<'static, str>, value: &T) -> Result<(), ConversionError> {
        let node =
            value.serialize(Walk { left: self.left }).map_err(|error| error.within(&name).in_variant(self.variant))?;
        self.entries.push((name, node));
        Ok(())
    }

    fn done(self) -> Walked {
        let mut seen = HashSet::with_capacity(self.entries.len());
        if let Some((twice, _)) = self.entries.iter().find(|(name, _)| !seen.insert(name)) {
            return Err(ConversionError::new(Reason::DuplicateKey).within(twice).in_variant(self.variant));
        }
        Ok(tagged(self.variant, (self.made)(self.entries)))
    }
}

impl SerializeMap for Named {
    type Ok = Node;
    type Error = ConversionError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ConversionError> {
        self.key = Some(key.serialize(KeyText { left: self.left })?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ConversionError> {
        let key = self.key.take().expect("a map's value comes after its key");
        self.add(key.into(), value)
    }

    fn end(self) -> Walked {
        self.done()
    }
}

macro_rules! structs {
    ($($rule:ident)*) => {$(
        impl $rule for Named {
            type Ok = Node;
            type Error = ConversionError;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), ConversionError> {
                self.add(name.into(), value)
            }

            fn end(self) -> Walked {
                self.done()
            }
        }
    )*};
}

structs!(SerializeStruct SerializeStructVariant);
